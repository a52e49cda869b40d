//! A file that is there whole or not at all, and that only its owner can read: what is exported, and what comes from a
//! ticket.

use futures_util::{Stream, TryStreamExt as _};
use std::io;
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;
use tokio::fs::File;
use tokio::io::AsyncWriteExt as _;
use tokio::task::spawn_blocking;

/// What becomes of a file that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and nothing is written.
    Keep,
    /// It is written over.
    Replace,
}

/// Why a file was not written; then nothing of it is there.
#[derive(Debug)]
pub enum NotWritten<E> {
    /// Something is there already that is to be kept.
    Exists,
    /// The disk.
    Disk(io::Error),
    /// What was to be written broke off.
    Source(E),
}

/// Writes what comes, and gives back where it is.
///
/// # Errors
/// When something is there already that is to be kept, what is to be written breaks off, or it can't be written.
pub async fn write<E>(
    path: &Path,
    existing: Existing,
    mut pieces: impl Stream<Item = Result<Vec<u8>, E>> + Unpin,
) -> Result<PathBuf, NotWritten<E>> {
    let path = std::path::absolute(path).map_err(failed)?;
    let folder = path.parent().unwrap_or(Path::new("/")).to_owned();
    // A temporary file is made for its owner only, in the same folder, so that it can take its name at once.
    let file = blocking(move || NamedTempFile::new_in(folder)).await.map_err(failed)?;
    let mut writer = File::from_std(file.reopen().map_err(failed)?);
    while let Some(piece) = pieces.try_next().await.map_err(NotWritten::Source)? {
        writer.write_all(&piece).await.map_err(failed)?;
    }
    writer.sync_all().await.map_err(failed)?;
    let to = path.clone();
    let kept = blocking(move || match existing {
        Existing::Keep => file.persist_noclobber(to).map_err(|error| error.error),
        Existing::Replace => file.persist(to).map_err(|error| error.error),
    });
    kept.await.map_err(failed)?;
    Ok(path)
}

fn failed<E>(error: io::Error) -> NotWritten<E> {
    match error.kind() {
        io::ErrorKind::AlreadyExists => NotWritten::Exists,
        _ => NotWritten::Disk(error),
    }
}

/// Work that waits for the disk.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> io::Result<T> + Send + 'static) -> io::Result<T> {
    spawn_blocking(work).await.map_err(io::Error::other)?
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::stream;
    use std::os::unix::fs::PermissionsExt as _;

    fn pieces(
        pieces: &[Result<&str, &'static str>],
    ) -> impl Stream<Item = Result<Vec<u8>, &'static str>> + Unpin + use<> {
        let owned = |piece: &Result<&str, &'static str>| piece.map(|text| text.as_bytes().to_vec());
        stream::iter(pieces.iter().map(owned).collect::<Vec<_>>())
    }

    #[tokio::test]
    async fn a_file_is_for_its_owner_alone_and_writes_over_nothing_unasked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("kept.txt");
        let write = async |text: &str, existing| super::write(&path, existing, pieces(&[Ok(text), Ok("end\n")])).await;
        assert_eq!(write("first\n", Existing::Keep).await.unwrap(), path);
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        let kept = write("second\n", Existing::Keep).await;
        assert!(matches!(kept, Err(NotWritten::Exists)), "{kept:?}");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "first\nend\n");
        assert_eq!(write("second\n", Existing::Replace).await.unwrap(), path);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "second\nend\n");
        assert_eq!(
            std::fs::read_dir(folder.path()).unwrap().count(),
            1,
            "nothing is left beside it"
        );
    }

    #[tokio::test]
    async fn what_breaks_off_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("audit.jsonl");
        let broken = pieces(&[Ok("{}\n"), Err("the line is gone")]);
        let written = write(&path, Existing::Keep, broken).await;
        assert!(
            matches!(written, Err(NotWritten::Source("the line is gone"))),
            "{written:?}"
        );
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[tokio::test]
    async fn where_nothing_can_be_written_the_disk_says_why() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("nowhere/kept.txt");
        let written = write(&path, Existing::Keep, pieces(&[Ok("text")])).await;
        assert!(matches!(written, Err(NotWritten::Disk(_))), "{written:?}");
    }
}
