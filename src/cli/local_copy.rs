//! Where this machine's copies lie: one file per server and person; and whether somebody has one open.

use super::session::{EMBEDDED, server_folder};
use crate::base::secret;
use crate::config::Paths;
use crate::config::paths::private_folder;
use rustix::fs::{FlockOperation, flock};
use std::fs::{File, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

/// The copy of one person at one server.
#[must_use]
pub fn file(paths: &Paths, server: &str, user_name: &str) -> PathBuf {
    let person = &secret::digest(user_name.to_lowercase().as_bytes())[..16];
    server_folder(paths, server).join(format!("{person}.sqlite"))
}

/// Held while a copy is open; the system gives it back when the process ends, however it ends.
#[derive(Debug)]
pub struct InUse {
    _file: File,
}

/// Says that a console has the copy open. Waits while somebody deletes it.
///
/// # Errors
/// When the file beside the copy can't be opened or locked.
pub fn open(copy: &Path) -> io::Result<InUse> {
    let file = beside(copy)?;
    flock(&file, FlockOperation::LockShared)?;
    Ok(InUse { _file: file })
}

/// Keeps consoles from opening the copy; none while one has it open.
///
/// # Errors
/// When the file beside the copy can't be opened or locked.
pub fn alone(copy: &Path) -> io::Result<Option<InUse>> {
    let file = beside(copy)?;
    match flock(&file, FlockOperation::NonBlockingLockExclusive) {
        Ok(()) => Ok(Some(InUse { _file: file })),
        Err(rustix::io::Errno::WOULDBLOCK) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// The file that is locked: it stays when the copy goes, or two could hold the lock on files of the same name.
fn beside(copy: &Path) -> io::Result<File> {
    if let Some(folder) = copy.parent() {
        private_folder(folder)?;
    }
    let path = copy.with_extension("open");
    let mut options = OpenOptions::new();
    options.append(true).create(true).mode(0o600).open(path)
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
