//! The lock that decides who of this user's processes serves the embedded database. The system gives it back when the
//! process ends, however it ends. Inside the file stands where the server's address is found.

use rustix::fs::{FlockOperation, flock};
use std::fs::{File, OpenOptions};
use std::io::{self, Read as _, Seek as _, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

/// The lock, held until it is dropped.
#[derive(Debug)]
pub(super) struct Lock(File);

impl Lock {
    /// Takes the lock if nobody has it.
    ///
    /// # Errors
    /// When the file can't be opened.
    pub(super) fn take(path: &Path) -> io::Result<Option<Self>> {
        let file = open(path)?;
        match flock(&file, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => Ok(Some(Self(file))),
            Err(rustix::io::Errno::WOULDBLOCK) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Writes down where the address of the server is found.
    ///
    /// # Errors
    /// When the file can't be written.
    pub(super) fn announce(&mut self, address: &Path) -> io::Result<()> {
        self.0.set_len(0)?;
        self.0.rewind()?;
        self.0.write_all(address.as_os_str().as_encoded_bytes())?;
        self.0.flush()
    }

    /// Where the holder of the lock says that the address is found.
    pub(super) fn announced(path: &Path) -> Option<PathBuf> {
        let mut text = String::new();
        File::open(path).ok()?.read_to_string(&mut text).ok()?;
        (!text.is_empty()).then(|| PathBuf::from(text))
    }
}

fn open(path: &Path) -> io::Result<File> {
    OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .mode(0o600)
        .open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_has_the_lock_until_it_is_dropped() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        let mut first = Lock::take(&path).unwrap().unwrap();
        first.announce(Path::new("/run/x")).unwrap();
        assert!(Lock::take(&path).unwrap().is_none());
        assert_eq!(Lock::announced(&path), Some(PathBuf::from("/run/x")));
        drop(first);
        assert!(Lock::take(&path).unwrap().is_some());
    }
}
