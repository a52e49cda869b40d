//! Where the embedded server listens and what lets this user in: a file that only this user can read.

use crate::base::Secret;
use serde::{Deserialize, Serialize};
use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::net::SocketAddr;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

/// Address and credential of an embedded server.
#[derive(Clone, Debug)]
pub struct Address {
    /// As in `http://127.0.0.1:40123`.
    pub url: String,
    /// What `POST /tandem/v1/sessions/demo` asks for.
    pub credential: Secret,
}

#[derive(Serialize, Deserialize)]
struct Written {
    url: String,
    credential: String,
}

impl Address {
    pub(super) fn new(listening: SocketAddr, credential: Secret) -> Self {
        Self {
            url: format!("http://{listening}"),
            credential,
        }
    }

    /// Writes the file whole or not at all, readable for this user only.
    ///
    /// # Errors
    /// When the folder can't be written.
    pub(super) fn write(&self, path: &Path) -> io::Result<()> {
        let draft = path.with_extension("new");
        let mut file = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .mode(0o600)
            .open(&draft)?;
        let written = Written {
            url: self.url.clone(),
            credential: self.credential.expose().to_owned(),
        };
        serde_json::to_writer(&mut file, &written)?;
        file.flush()?;
        std::fs::rename(&draft, path)
    }

    /// Reads the file; none where there is none, or none that can be read.
    pub(super) fn read(path: &Path) -> Option<Self> {
        let text = std::fs::read(path).ok()?;
        let written: Written = serde_json::from_slice(&text).ok()?;
        Some(Self {
            url: written.url,
            credential: Secret::new(written.credential),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt as _;

    #[test]
    fn the_file_is_for_this_user_only() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("embedded.json");
        let address = Address::new("127.0.0.1:4000".parse().unwrap(), Secret::new("x"));
        address.write(&path).unwrap();
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        let read = Address::read(&path).unwrap();
        assert_eq!(
            (read.url.as_str(), read.credential.expose()),
            ("http://127.0.0.1:4000", "x")
        );
        assert!(Address::read(folder.path()).is_none());
    }
}
