//! The session that this machine remembers for a server: a file that only this user can read.

use super::failure::Ended;
use crate::base::{Secret, secret};
use crate::config::Paths;
use crate::config::paths::private_folder;
use crate::wire::ext::session::Me;
use serde::{Deserialize, Serialize};
use std::fs::OpenOptions;
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

/// The name under which the embedded desk's session is remembered: its address changes with every start.
pub const EMBEDDED: &str = "embedded";

/// Where the session of one server is remembered.
#[derive(Clone, Debug)]
pub struct SessionFile(PathBuf);

/// What is remembered.
#[derive(Serialize, Deserialize)]
struct Written {
    server: String,
    me: Me,
    token: String,
}

/// A session that was remembered.
#[derive(Clone, Debug)]
pub struct Remembered {
    /// Whose it is, as of the last contact.
    pub me: Me,
    /// Its token.
    pub token: Secret,
}

impl SessionFile {
    /// The file for a server, by its address or [`EMBEDDED`].
    #[must_use]
    pub fn of(paths: &Paths, server: &str) -> Self {
        Self(server_folder(paths, server).join("session.json"))
    }

    /// The session; none where there is no file, or none that can be read.
    #[must_use]
    pub fn read(&self) -> Option<Remembered> {
        let text = std::fs::read(&self.0).ok()?;
        let written: Written = serde_json::from_slice(&text).ok()?;
        Some(Remembered {
            me: written.me,
            token: Secret::new(written.token),
        })
    }

    /// Remembers a session instead of the last one.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn write(&self, server: &str, me: &Me, token: &Secret) -> std::io::Result<()> {
        if let Some(folder) = self.0.parent() {
            private_folder(folder)?;
        }
        let draft = self.0.with_extension("new");
        let mut options = OpenOptions::new();
        let mut file = options
            .write(true)
            .create(true)
            .truncate(true)
            .mode(0o600)
            .open(&draft)?;
        let written = Written {
            server: server.to_owned(),
            me: me.clone(),
            token: token.expose().to_owned(),
        };
        serde_json::to_writer(&mut file, &written)?;
        file.flush()?;
        std::fs::rename(&draft, &self.0)
    }

    /// Remembers that the screen of whoever's session it is was locked: it opens nothing before they sign in again.
    ///
    /// # Errors
    /// When the mark can't be written.
    pub fn lock(&self) -> std::io::Result<()> {
        if let Some(folder) = self.0.parent() {
            private_folder(folder)?;
        }
        let mut options = OpenOptions::new();
        let mark = options.write(true).create(true).truncate(true).mode(0o600);
        mark.open(self.mark())?.sync_all()
    }

    /// Whether it was locked and nobody has signed in since.
    #[must_use]
    pub fn is_locked(&self) -> bool {
        // What can't be looked at is no reason to open.
        self.mark().try_exists().unwrap_or(true)
    }

    /// Somebody has signed in.
    ///
    /// # Errors
    /// When the mark is there and can't be removed.
    pub fn unlock(&self) -> std::io::Result<()> {
        remove(&self.mark())
    }

    /// Forgets the session.
    ///
    /// # Errors
    /// When the file is there and can't be removed.
    pub fn forget(&self) -> Ended {
        remove(&self.0)?;
        Ok(self.unlock()?)
    }

    /// Beside the session, the mark that it is locked.
    fn mark(&self) -> PathBuf {
        self.0.with_extension("locked")
    }
}

/// Removes a file, if there is one.
fn remove(file: &Path) -> std::io::Result<()> {
    match std::fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Everything that this machine keeps about a server lies in one folder.
#[must_use]
pub fn server_folder(paths: &Paths, server: &str) -> PathBuf {
    let name = match server {
        EMBEDDED => EMBEDDED.to_owned(),
        url => secret::digest(url.trim_end_matches('/').to_lowercase().as_bytes())[..16].to_owned(),
    };
    paths.state.join("servers").join(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Environment;
    use std::os::unix::fs::PermissionsExt as _;

    fn me() -> Me {
        serde_json::from_value(serde_json::json!({
            "person": {"resource": 7}, "userName": "maria.keller", "name": "Maria Keller", "level": "provider_admin",
            "company": 0, "companyName": "Northwind", "instanceName": "Northwind", "timeZone": "UTC",
        }))
        .unwrap()
    }

    #[test]
    fn a_session_is_remembered_per_server_for_this_user_only() {
        let home = tempfile::tempdir().unwrap();
        let environment = Environment::of([("TANDEM_HOME", home.path().to_str().unwrap())]);
        let paths = Paths::of(&environment);
        let file = SessionFile::of(&paths, "https://desk.example/");
        file.write("https://desk.example", &me(), &Secret::new("t")).unwrap();
        let same = SessionFile::of(&paths, "https://DESK.example");
        assert_eq!(same.read().unwrap().token.expose(), "t");
        assert!(SessionFile::of(&paths, "https://other.example").read().is_none());
        assert_eq!(std::fs::metadata(&file.0).unwrap().permissions().mode() & 0o777, 0o600);
        file.lock().unwrap();
        file.write("https://desk.example", &me(), &Secret::new("t")).unwrap();
        assert!(same.is_locked(), "what the server says of them meanwhile opens nothing");
        file.unlock().unwrap();
        assert!(!same.is_locked());
        file.lock().unwrap();
        file.forget().unwrap();
        assert!(!same.is_locked() && same.read().is_none());
        same.forget().unwrap();
    }
}
