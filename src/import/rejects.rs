//! Rows that could not be taken: said at once with file, line and reason, and kept in a file of the same form, so that
//! they can be put right and imported by themselves.

use super::read::{Place, Raw, Row, Rows, STANDARD_INPUT};
use crate::base::file_name;
use crate::sentences::{Sentences, Wording};
use std::fs::File;
use std::io::Write as _;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Why a row was set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reject {
    /// The file that was imported.
    pub file: PathBuf,
    /// The place in it.
    pub place: Place,
    /// The field.
    pub field: String,
    /// What is wrong, and what would be right.
    pub message: Wording,
}

impl Reject {
    /// One line: the place, the field, the sentence.
    #[must_use]
    pub fn said(&self, sentences: &Sentences) -> String {
        let Place { line, column } = self.place;
        let message = self.message.said(sentences);
        format!("{}:{line}:{column}: {}: {message}", self.file.display(), self.field)
    }
}

/// Why there is no file for rejects.
#[derive(Debug, thiserror::Error)]
pub enum RejectsError {
    /// It is the very file that is imported.
    #[error("{}: imported", .0.display())]
    IsImported(PathBuf),
    /// It can't be written.
    #[error("{}: {error}", file.display())]
    File {
        /// The file.
        file: PathBuf,
        /// What the system says.
        error: std::io::Error,
    },
}

impl RejectsError {
    /// The sentence that says so, with the file.
    #[must_use]
    pub fn said(&self, sentences: &Sentences) -> String {
        let (file, said) = match self {
            Self::IsImported(file) => (file, sentences.text("import-rejects-imported")),
            Self::File { file, error } => {
                let reason = [("reason", error.to_string().into())];
                (file, sentences.say("import-rejects-unwritable", &reason))
            }
        };
        format!("{}: {said}", file.display())
    }
}

/// The file of rows that were set aside. It gets its name with the first of them, and never that of a file that is
/// there already: what an earlier import set aside may still have to be put right.
pub struct Rejects {
    wanted: PathBuf,
    /// What a file of the same form begins with.
    header: Vec<u8>,
    written: Written,
}

/// How far the file is.
enum Written {
    /// A file without a name, which goes away if nothing is set aside.
    Nothing(NamedTempFile),
    /// Rows, under this name.
    Rows(PathBuf, File),
    /// It could not be written.
    Failed,
}

impl Rejects {
    /// Makes sure that rows of the imported file can be set aside in a file of this name.
    ///
    /// # Errors
    /// When the two are one file, or the folder can't be written.
    pub fn prepare(wanted: PathBuf, imported: &Rows) -> Result<Self, RejectsError> {
        let header = imported.header().and_then(Raw::whole).unwrap_or_default().to_vec();
        let imported = imported.file();
        let identity = |file: &Path| std::fs::metadata(file).ok().map(|found| (found.dev(), found.ino()));
        if identity(&wanted).is_some_and(|found| identity(imported) == Some(found)) {
            return Err(RejectsError::IsImported(wanted));
        }
        let folder = file_name::folder(&wanted);
        let made = tempfile::Builder::new().prefix(".tandem-rejects-").tempfile_in(folder);
        match made {
            Ok(nameless) => Ok(Self {
                wanted,
                header,
                written: Written::Nothing(nameless),
            }),
            Err(error) => Err(RejectsError::File { file: wanted, error }),
        }
    }

    /// The file where nothing else is said: `events.csv.gz` becomes `events.rejects.csv`, in the folder one is in.
    #[must_use]
    pub fn default_file(imported: &Rows) -> PathBuf {
        let ending = if imported.header().is_some() { "csv" } else { "jsonl" };
        default_file(imported.file(), ending)
    }

    /// The file, once something was set aside.
    #[must_use]
    pub fn file(&self) -> Option<&Path> {
        match &self.written {
            Written::Rows(file, _) => Some(file),
            Written::Nothing(_) | Written::Failed => None,
        }
    }

    /// Writes a row as it stood in the imported file.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn keep(&mut self, row: &Row) -> Result<(), RejectsError> {
        self.write(&row.raw).map_err(|error| RejectsError::File {
            file: self.file().unwrap_or(&self.wanted).to_owned(),
            error,
        })
    }

    fn write(&mut self, row: &Raw) -> std::io::Result<()> {
        let (name, mut file) = match std::mem::replace(&mut self.written, Written::Failed) {
            Written::Nothing(nameless) => {
                let (name, mut file) = name(nameless, &self.wanted)?;
                file.write_all(&self.header)?;
                (name, file)
            }
            Written::Rows(name, file) => (name, file),
            Written::Failed => return Ok(()),
        };
        row.write_to(&mut file)?;
        if !row.ends_line() {
            file.write_all(b"\n")?;
        }
        self.written = Written::Rows(name, file);
        Ok(())
    }
}

fn default_file(imported: &Path, ending: &str) -> PathBuf {
    let name = if imported == Path::new(STANDARD_INPUT) {
        "standard-input".into()
    } else {
        imported.file_name().unwrap_or_default().to_string_lossy()
    };
    let name = [".gz", ".zst"]
        .iter()
        .find_map(|packed| name.strip_suffix(packed))
        .unwrap_or(&name);
    let stem = [".csv", ".jsonl", ".ndjson", ".json"]
        .iter()
        .find_map(|form| name.strip_suffix(form));
    PathBuf::from(format!("{}.rejects.{ending}", stem.unwrap_or(name)))
}

/// Gives the file its name, or that name with the first number that nobody has: `events.rejects-2.csv`.
fn name(mut nameless: NamedTempFile, wanted: &Path) -> std::io::Result<(PathBuf, File)> {
    let stem = wanted.file_stem().unwrap_or_default().to_string_lossy();
    let ending = wanted
        .extension()
        .map(|ending| format!(".{}", ending.to_string_lossy()))
        .unwrap_or_default();
    let mut name = wanted.to_owned();
    for number in 2_u32.. {
        match nameless.persist_noclobber(&name) {
            Ok(file) => return Ok((name, file)),
            Err(taken) if taken.error.kind() == std::io::ErrorKind::AlreadyExists => nameless = taken.file,
            Err(failed) => return Err(failed.error),
        }
        name = wanted.with_file_name(format!("{stem}-{number}{ending}"));
    }
    Err(std::io::ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rejects_lie_beside_their_file_under_its_name() {
        for (imported, ending, rejects) in [
            ("/x/events.csv.gz", "csv", "events.rejects.csv"),
            ("a.csv", "csv", "a.rejects.csv"),
            ("b.jsonl.zst", "jsonl", "b.rejects.jsonl"),
            ("-", "csv", "standard-input.rejects.csv"),
        ] {
            assert_eq!(default_file(Path::new(imported), ending), PathBuf::from(rejects));
        }
    }
}
