//! Where Tandem's files lie: the XDG folders, or all of them below `TANDEM_HOME`.

use super::Environment;
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
    /// The folders that this environment asks for.
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
        let home = environment.folder("HOME").unwrap_or_else(|| PathBuf::from("/"));
        let below = |variable: &str, usual: &str| {
            environment
                .folder(variable)
                .unwrap_or_else(|| home.join(usual))
                .join("tandem")
        };
        let state = below("XDG_STATE_HOME", ".local/state");
        let runtime = environment
            .folder("XDG_RUNTIME_DIR")
            .map_or_else(|| state.join("run"), |folder| folder.join("tandem"));
        Self {
            config: below("XDG_CONFIG_HOME", ".config"),
            data: below("XDG_DATA_HOME", ".local/share"),
            state,
            runtime,
        }
    }

    /// The settings file that is read when no other is named.
    #[must_use]
    pub fn settings_file(&self) -> PathBuf {
        self.config.join("config.toml")
    }

    /// Makes the folders that Tandem writes to, readable for their owner only.
    ///
    /// # Errors
    /// With the folder that could not be made or closed to others.
    pub fn create(&self) -> io::Result<()> {
        [&self.data, &self.state, &self.runtime]
            .into_iter()
            .try_for_each(|folder| private_folder(folder))
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
    fn folders_follow_xdg_and_their_usual_places() {
        let paths = Paths::of(&Environment::of([
            ("HOME", "/home/maria"),
            ("XDG_STATE_HOME", "/var/maria"),
            ("XDG_DATA_HOME", "relative"),
        ]));
        assert_eq!(
            paths.settings_file(),
            Path::new("/home/maria/.config/tandem/config.toml")
        );
        assert_eq!(
            paths.data,
            Path::new("/home/maria/.local/share/tandem"),
            "a relative XDG folder counts as none"
        );
        assert_eq!(paths.state, Path::new("/var/maria/tandem"));
        assert_eq!(paths.runtime, Path::new("/var/maria/tandem/run"));
        let paths = Paths::of(&Environment::of([("HOME", "/home/maria"), ("TANDEM_HOME", "/tmp/t")]));
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
}
