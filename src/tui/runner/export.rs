//! Writing an exported file: only the person can read it, and it is there whole or not at all.

use super::door::Pieces;
use crate::config::paths::expanded;
use crate::tui::effect::{Existing, Export};
use crate::tui::msg::NotWritten;
use futures_util::TryStreamExt as _;
use std::io;
use std::path::{Path, PathBuf};
use tokio::fs::File;
use tokio::io::AsyncWriteExt as _;
use tokio::task::spawn_blocking;

/// Writes what comes, and gives back where it is.
///
/// # Errors
/// When something is there already that is to be kept, what is to be written breaks off, or it can't be written.
pub async fn write(export: &Export, mut pieces: Pieces) -> Result<PathBuf, NotWritten> {
    let path = expanded(&export.path);
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::AlreadyExists => NotWritten::Exists,
        _ => NotWritten::Failed(format!("{}: {error}", path.display())),
    };
    let path = std::path::absolute(&path).map_err(failed)?;
    let folder = path.parent().unwrap_or(Path::new("/")).to_owned();
    // A temporary file is made for its owner only, in the same folder, so that it can take its name at once.
    let file = blocking(move || tempfile::NamedTempFile::new_in(folder))
        .await
        .map_err(failed)?;
    let mut writer = File::from_std(file.reopen().map_err(failed)?);
    while let Some(piece) = pieces.try_next().await.map_err(NotWritten::Failed)? {
        writer.write_all(&piece).await.map_err(failed)?;
    }
    writer.sync_all().await.map_err(failed)?;
    let (to, existing) = (path.clone(), export.existing);
    let kept = blocking(move || match existing {
        Existing::Keep => file.persist_noclobber(to).map_err(|error| error.error),
        Existing::Replace => file.persist(to).map_err(|error| error.error),
    });
    kept.await.map_err(failed)?;
    Ok(path)
}

/// Work that waits for the disk.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> io::Result<T> + Send + 'static) -> io::Result<T> {
    spawn_blocking(work).await.map_err(io::Error::other)?
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::effect::Content;
    use futures_util::{StreamExt as _, stream};
    use std::os::unix::fs::PermissionsExt as _;

    fn pieces(pieces: &[Result<&str, &str>]) -> Pieces {
        let owned = |piece: &Result<&str, &str>| {
            let piece = piece.map(|text| text.as_bytes().to_vec());
            piece.map_err(str::to_owned)
        };
        stream::iter(pieces.iter().map(owned).collect::<Vec<_>>()).boxed()
    }

    #[tokio::test]
    async fn an_export_is_for_its_owner_alone_and_writes_over_nothing_unasked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("kept.txt");
        let write = async |text: &str, existing| {
            let export = Export {
                path: path.display().to_string(),
                content: Content::AuditLog,
                existing,
            };
            super::write(&export, pieces(&[Ok(text), Ok("end\n")])).await
        };
        assert_eq!(write("first\n", Existing::Keep).await, Ok(path.clone()));
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(write("second\n", Existing::Keep).await, Err(NotWritten::Exists));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "first\nend\n");
        assert_eq!(write("second\n", Existing::Replace).await, Ok(path.clone()));
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
        let export = Export {
            path: folder.path().join("audit.jsonl").display().to_string(),
            content: Content::AuditLog,
            existing: Existing::Keep,
        };
        let broken = pieces(&[Ok("{}\n"), Err("the line is gone")]);
        let why = NotWritten::Failed("the line is gone".to_owned());
        assert_eq!(write(&export, broken).await, Err(why));
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[tokio::test]
    async fn where_nothing_can_be_written_it_says_where_and_why() {
        let folder = tempfile::tempdir().unwrap();
        let export = Export {
            path: folder.path().join("nowhere/kept.txt").display().to_string(),
            content: Content::Text("text".into()),
            existing: Existing::Keep,
        };
        let Err(NotWritten::Failed(why)) = write(&export, pieces(&[Ok("text")])).await else {
            panic!("written into a folder that isn't there")
        };
        assert!(why.contains("nowhere/kept.txt"), "{why}");
    }
}
