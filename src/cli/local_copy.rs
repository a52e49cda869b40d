//! Where this machine's copies lie: one file per server and person.

use super::session::{EMBEDDED, server_folder};
use crate::base::secret;
use crate::config::Paths;
use std::io;
use std::path::{Path, PathBuf};

/// The copy of one person at one server.
#[must_use]
pub fn file(paths: &Paths, server: &str, user_name: &str) -> PathBuf {
    let person = &secret::digest(user_name.to_lowercase().as_bytes())[..16];
    server_folder(paths, server).join(format!("{person}.sqlite"))
}

/// Deletes a copy with what SQLite keeps beside it.
///
/// # Errors
/// When a file is there and can't be removed.
pub fn delete(file: &Path) -> io::Result<()> {
    for suffix in ["", "-wal", "-shm", "-journal"] {
        let mut name = file.as_os_str().to_owned();
        name.push(suffix);
        match std::fs::remove_file(PathBuf::from(name)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

/// Forgets what is kept of an embedded desk that is gone: whatever it was, the next one is another.
///
/// # Errors
/// When a file is there and can't be removed.
pub fn forget_lost_desk(paths: &Paths, database: &Path) -> io::Result<()> {
    let folder = server_folder(paths, EMBEDDED);
    if database.exists() || !folder.exists() {
        return Ok(());
    }
    std::fs::remove_dir_all(folder)
}
