//! Rows that could not be taken: said at once with file, line and reason, and kept in a file of the same form, so that
//! they can be put right and imported by themselves.

use super::read::Record;
use std::fmt;
use std::fs::File;
use std::path::{Path, PathBuf};

/// Why a row was set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reject {
    /// The file that was imported.
    pub file: PathBuf,
    /// The row's line in it.
    pub line: u64,
    /// The field.
    pub field: String,
    /// What is wrong, and what would be right.
    pub message: String,
}

impl fmt::Display for Reject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}:{}: {}: {}",
            self.file.display(),
            self.line,
            self.field,
            self.message
        )
    }
}

/// The file of rows that were set aside; made with the first of them.
pub struct Rejects {
    file: PathBuf,
    columns: csv::StringRecord,
    writer: Option<csv::Writer<File>>,
}

impl Rejects {
    /// Nothing set aside yet.
    #[must_use]
    pub fn new(file: PathBuf, columns: csv::StringRecord) -> Self {
        Self {
            file,
            columns,
            writer: None,
        }
    }

    /// The file where nothing else is said: `events.csv.gz` becomes `events.rejects.csv`, in the folder one is in.
    #[must_use]
    pub fn default_file(imported: &Path) -> PathBuf {
        let name = imported.file_name().unwrap_or_default().to_string_lossy();
        let stem = name.trim_end_matches(".gz").trim_end_matches(".csv");
        PathBuf::from(format!("{stem}.rejects.csv"))
    }

    /// Writes a row as it stood in the imported file.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn keep(&mut self, record: &Record) -> std::io::Result<()> {
        let writer = match &mut self.writer {
            Some(writer) => writer,
            none => {
                let mut writer = csv::WriterBuilder::new().flexible(true).from_path(&self.file)?;
                writer.write_record(&self.columns)?;
                none.insert(writer)
            }
        };
        writer.write_byte_record(&record.cells)?;
        writer.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rejects_lie_beside_their_file_under_its_name() {
        for (imported, rejects) in [("/x/events.csv.gz", "events.rejects.csv"), ("a.csv", "a.rejects.csv")] {
            assert_eq!(Rejects::default_file(Path::new(imported)), PathBuf::from(rejects));
        }
    }
}
