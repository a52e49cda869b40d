//! Where Tandem's files lie: the XDG folders, or all of them below `TANDEM_HOME`.

use super::Environment;
use directories::{BaseDirs, ProjectDirs};
use std::fs::{self, DirBuilder, Permissions};
use std::io;
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::{Path, PathBuf};

/// Tandem's folders. A jump host has other users, so they are made for nobody else to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    /// Settings, keymap, themes: what the person writes.
    pub config: PathBuf,
    /// The embedded backend's database.
    pub data: PathBuf,
    /// The local copy, the outbox, drafts, logs.
    pub state: PathBuf,
    /// Sockets, locks, the editor's files: gone when the machine starts again.
    pub runtime: PathBuf,
}

impl Paths {
    /// The folders of the person who runs this process: below `TANDEM_HOME` if that is set, else as XDG says.
    #[must_use]
    pub fn of(environment: &Environment) -> Self {
        if let Some(home) = environment.folder("TANDEM_HOME") {
            return Self {
                config: home.join("config"),
                data: home.join("data"),
                state: home.join("state"),
                runtime: home.join("run"),
            };
        }
        let Some(folders) = ProjectDirs::from("", "", "tandem") else {
            // Nobody without a home can keep files; making these folders says so.
            let nowhere = PathBuf::from("/tandem");
            return Self {
                config: nowhere.clone(),
                data: nowhere.clone(),
                state: nowhere.clone(),
                runtime: nowhere,
            };
        };
        let state = folders
            .state_dir()
            .unwrap_or_else(|| folders.data_local_dir())
            .to_owned();
        Self {
            config: folders.config_dir().to_owned(),
            data: folders.data_dir().to_owned(),
            runtime: folders.runtime_dir().map_or_else(|| state.join("run"), Path::to_owned),
            state,
        }
    }

    /// The settings file that is read when no other is named.
    #[must_use]
    pub fn settings_file(&self) -> PathBuf {
        self.config.join("config.toml")
    }

    /// The folders that Tandem writes to, each with what it is for.
    #[must_use]
    pub fn each(&self) -> [(&'static str, &Path); 3] {
        [("data", &self.data), ("state", &self.state), ("runtime", &self.runtime)]
    }

    /// Makes the folders that Tandem writes to, readable for their owner only.
    ///
    /// # Errors
    /// With the folder that could not be made or closed to others.
    pub fn create(&self) -> io::Result<()> {
        self.each()
            .into_iter()
            .try_for_each(|(_, folder)| private_folder(folder))
    }
}

/// A path as a shell reads it: `~` at its beginning is the person's own folder.
#[must_use]
pub fn expanded(path: &str) -> PathBuf {
    let below = path
        .strip_prefix('~')
        .filter(|rest| rest.is_empty() || rest.starts_with('/'));
    match (below, BaseDirs::new()) {
        (Some(below), Some(folders)) => folders.home_dir().join(below.trim_start_matches('/')),
        _ => PathBuf::from(path),
    }
}

/// Makes a folder that only its owner may read, with what leads to it; one that others may read is closed to them.
///
/// # Errors
/// With the folder's name, when it can't be made or closed.
pub fn private_folder(folder: &Path) -> io::Result<()> {
    let named = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", folder.display()));
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .map_err(named)?;
    let mode = fs::metadata(folder).map_err(named)?.permissions().mode();
    if mode & 0o077 != 0 {
        fs::set_permissions(folder, Permissions::from_mode(0o700)).map_err(named)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_variable_puts_every_folder_in_one_place() {
        let paths = Paths::of(&Environment::of([("HOME", "/home/maria"), ("TANDEM_HOME", "/tmp/t")]));
        assert_eq!(paths.settings_file(), Path::new("/tmp/t/config/config.toml"));
        assert_eq!(
            (paths.state.as_path(), paths.runtime.as_path()),
            (Path::new("/tmp/t/state"), Path::new("/tmp/t/run"))
        );
    }

    #[test]
    fn folders_are_made_for_nobody_else() {
        let home = tempfile::tempdir().unwrap();
        let open = home.path().join("state");
        fs::create_dir(&open).unwrap();
        fs::set_permissions(&open, Permissions::from_mode(0o755)).unwrap();
        let paths = Paths::of(&Environment::of([("TANDEM_HOME", home.path().to_str().unwrap())]));
        paths.create().unwrap();
        for folder in [&paths.data, &paths.state, &paths.runtime] {
            assert_eq!(
                fs::metadata(folder).unwrap().permissions().mode() & 0o777,
                0o700,
                "{folder:?}"
            );
        }
        fs::write(home.path().join("file"), "").unwrap();
        let error = private_folder(&home.path().join("file/below")).unwrap_err();
        assert!(error.to_string().contains("file/below"), "{error}");
    }

    #[test]
    fn a_tilde_at_the_beginning_is_the_persons_own_folder() {
        let home = BaseDirs::new().unwrap().home_dir().to_owned();
        assert_eq!(expanded("~/log.txt"), home.join("log.txt"));
        assert_eq!(expanded("~"), home);
        for other in ["~maria/log.txt", "a~/b", "/tmp/log.txt"] {
            assert_eq!(expanded(other), PathBuf::from(other));
        }
    }
}
