//! Commands that use the embedded server at the moment. One that serves stays until the others are done: what it
//! answered for them would break off otherwise.

use rustix::fs::{FlockOperation, flock};
use std::fs::{File, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;
use std::time::Duration;

/// How long a command that serves stays for the others, and they wait for one that is leaving.
const COURTESY: Duration = Duration::from_secs(5);
/// How often it looks meanwhile.
const LOOK: Duration = Duration::from_millis(20);

/// A command that uses the embedded server; the system knows when it ends, however it ends.
#[derive(Debug)]
pub struct Guest(File);

impl Guest {
    /// Comes in, once nobody is just leaving who served.
    ///
    /// # Errors
    /// When the file can't be opened or locked.
    pub async fn enter(path: &Path) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        let file = options.append(true).create(true).mode(0o600).open(path)?;
        lock(&file, FlockOperation::NonBlockingLockShared).await?;
        Ok(Self(file))
    }

    /// Waits until nobody else is in; nobody comes in then until this is dropped.
    ///
    /// # Errors
    /// When the file can't be locked.
    pub async fn outlast(&self) -> io::Result<()> {
        lock(&self.0, FlockOperation::NonBlockingLockExclusive).await
    }
}

/// Locks the file; after a while goes on without, since somebody may have been stopped who holds it.
async fn lock(file: &File, operation: FlockOperation) -> io::Result<()> {
    let locked = async {
        loop {
            match flock(file, operation) {
                Ok(()) => return Ok(()),
                Err(rustix::io::Errno::WOULDBLOCK) => tokio::time::sleep(LOOK).await,
                Err(error) => return Err(error.into()),
            }
        }
    };
    tokio::time::timeout(COURTESY, locked).await.unwrap_or(Ok(()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::FutureExt as _;

    #[tokio::test]
    async fn whoever_served_leaves_last_and_nobody_comes_in_meanwhile() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("guests");
        let (serving, other) = (Guest::enter(&path).await.unwrap(), Guest::enter(&path).await.unwrap());
        assert!(serving.outlast().now_or_never().is_none(), "the other one is in");
        drop(other);
        serving.outlast().now_or_never().unwrap().unwrap();
        assert!(Guest::enter(&path).now_or_never().is_none(), "it is leaving");
        drop(serving);
        Guest::enter(&path).now_or_never().unwrap().unwrap();
    }
}
