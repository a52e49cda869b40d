//! What is exported from the console: a new file that only its owner can read, whole or not there at all.

use crate::base::{Clock as _, SystemClock};
use crate::config::paths::private_folder;
use futures_util::{Stream, TryStreamExt as _};
use std::error::Error;
use std::io;
use std::path::{Path, PathBuf};
use tokio::fs::{self, OpenOptions};
use tokio::io::AsyncWriteExt as _;

/// Writes the pieces into a file of the folder that is named after its kind and the moment, and gives back which.
///
/// # Errors
/// When a piece fails or the file can't be written; nothing of it is left then.
pub async fn write<Piece: AsRef<[u8]>, Failure: Error + Send + Sync + 'static>(
    folder: &Path,
    kind: &str,
    ending: &str,
    pieces: impl Stream<Item = Result<Piece, Failure>> + Unpin,
) -> io::Result<PathBuf> {
    private_folder(folder)?;
    let moment = SystemClock.now().to_string().replace(':', "-");
    let file = folder.join(format!("{kind}-{moment}.{ending}"));
    match fill(&file, pieces).await {
        Ok(()) => Ok(file),
        Err(error) => {
            // Half a log would look like one that was cut.
            let _ = fs::remove_file(&file).await;
            Err(error)
        }
    }
}

async fn fill<Piece: AsRef<[u8]>, Failure: Error + Send + Sync + 'static>(
    file: &Path,
    mut pieces: impl Stream<Item = Result<Piece, Failure>> + Unpin,
) -> io::Result<()> {
    let mut options = OpenOptions::new();
    let mut file = options.write(true).create_new(true).mode(0o600).open(file).await?;
    while let Some(piece) = pieces.try_next().await.map_err(io::Error::other)? {
        file.write_all(piece.as_ref()).await?;
    }
    file.sync_all().await
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::stream;
    use std::os::unix::fs::PermissionsExt as _;

    #[tokio::test]
    async fn a_file_is_for_its_owner_alone_and_whole_or_not_there() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("exports");
        let pieces = stream::iter([Ok::<_, io::Error>("{\"id\":1}\n"), Ok("{\"id\":2}\n")]);
        let file = write(&folder, "audit", "jsonl", pieces).await.unwrap();
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "{\"id\":1}\n{\"id\":2}\n");
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        std::fs::remove_file(&file).unwrap();
        let broken = stream::iter([Ok("{\"id\":1}\n"), Err(io::Error::other("the line is gone"))]);
        assert!(write(&folder, "audit", "jsonl", broken).await.is_err());
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0);
    }
}
