//! Writing an exported text: only the person can read the file, and it is there whole or not at all.

use crate::tui::effect::{Existing, Export};
use crate::tui::msg::NotWritten;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Writes it, and gives back where it is.
///
/// # Errors
/// When something is there already that is to be kept, or it can't be written.
pub fn write(export: &Export) -> Result<PathBuf, NotWritten> {
    let path = Path::new(&export.path);
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::AlreadyExists => NotWritten::Exists,
        _ => NotWritten::Failed(format!("{}: {error}", path.display())),
    };
    let path = std::path::absolute(path).map_err(failed)?;
    let folder = path.parent().unwrap_or(Path::new("/"));
    // A temporary file is made for its owner only, in the same folder, so that it can take its name at once.
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
    file.write_all(export.text.as_bytes()).map_err(failed)?;
    file.as_file().sync_all().map_err(failed)?;
    let kept = match export.existing {
        Existing::Keep => file.persist_noclobber(&path),
        Existing::Replace => file.persist(&path),
    };
    kept.map_err(|error| failed(error.error))?;
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt as _;

    #[test]
    fn an_export_is_for_its_owner_alone_and_writes_over_nothing_unasked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("kept.txt");
        let export = |text: &str, existing| Export {
            path: path.display().to_string(),
            text: text.into(),
            existing,
        };
        assert_eq!(write(&export("first\n", Existing::Keep)), Ok(path.clone()));
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(write(&export("second\n", Existing::Keep)), Err(NotWritten::Exists));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "first\n");
        assert_eq!(write(&export("second\n", Existing::Replace)), Ok(path.clone()));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "second\n");
        assert_eq!(
            std::fs::read_dir(folder.path()).unwrap().count(),
            1,
            "nothing is left beside it"
        );
    }

    #[test]
    fn where_nothing_can_be_written_it_says_where_and_why() {
        let folder = tempfile::tempdir().unwrap();
        let export = Export {
            path: folder.path().join("nowhere/kept.txt").display().to_string(),
            text: "text".into(),
            existing: Existing::Keep,
        };
        let Err(NotWritten::Failed(why)) = write(&export) else {
            panic!("written into a folder that isn't there")
        };
        assert!(why.contains("nowhere/kept.txt"), "{why}");
    }
}
