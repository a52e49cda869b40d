//! Rows out of a CSV file, plain or packed with gzip, one at a time: memory does not grow with the file.

use super::lines::Lines;
use super::progress::Counted;
use flate2::bufread::MultiGzDecoder;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// The first bytes of what gzip packed.
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// Why a file can't be read at all.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// It can't be opened or read.
    #[error("{}: {error}", file.display())]
    File {
        /// The file.
        file: PathBuf,
        /// What the system says.
        error: std::io::Error,
    },
    /// Its first line isn't the names of columns.
    #[error("{}:1: the first line must name the columns: {reason}", file.display())]
    Header {
        /// The file.
        file: PathBuf,
        /// What is wrong.
        reason: String,
    },
}

/// A file of rows, under the names of its first line.
pub struct Records {
    file: PathBuf,
    columns: csv::StringRecord,
    reader: csv::Reader<Lines<Box<dyn Read>>>,
    read: Arc<AtomicU64>,
    size: u64,
}

/// One row, with the line on which it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// From 1; the first line holds the names.
    pub line: u64,
    /// The cells as they stand in the file; what is no UTF-8 is kept for the rejects.
    pub cells: csv::ByteRecord,
}

impl Records {
    /// Opens a file and reads its first line.
    ///
    /// # Errors
    /// When it can't be opened, or its first line can't be read as text.
    pub fn open(file: &Path) -> Result<Self, ReadError> {
        let failed = |error| ReadError::File {
            file: file.to_owned(),
            error,
        };
        let opened = File::open(file).map_err(failed)?;
        let size = opened.metadata().map_err(failed)?.len();
        let (counted, read) = Counted::new(opened);
        let mut buffered = BufReader::new(counted);
        let packed = buffered.fill_buf().map_err(failed)?.starts_with(&GZIP);
        let plain: Box<dyn Read> = if packed {
            Box::new(MultiGzDecoder::new(buffered))
        } else {
            Box::new(buffered)
        };
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(Lines::new(plain));
        let columns = reader.headers().cloned().map_err(|error| ReadError::Header {
            file: file.to_owned(),
            reason: error.to_string(),
        })?;
        Ok(Self {
            file: file.to_owned(),
            columns,
            reader,
            read,
            size,
        })
    }

    /// The file's name as it was given.
    #[must_use]
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// The names of the columns, in the file's order.
    #[must_use]
    pub fn columns(&self) -> &csv::StringRecord {
        &self.columns
    }

    /// How many bytes the file has.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// How many of them have been read.
    #[must_use]
    pub fn bytes_read(&self) -> u64 {
        self.read.load(Ordering::Relaxed)
    }

    /// The next row.
    ///
    /// # Errors
    /// When the file breaks off or can't be unpacked; nothing follows then.
    pub fn next_record(&mut self) -> Result<Option<Record>, ReadError> {
        let mut cells = csv::ByteRecord::new();
        let found = self
            .reader
            .read_byte_record(&mut cells)
            .map_err(|error| ReadError::File {
                file: self.file.clone(),
                error: error.into(),
            })?;
        let byte = cells.position().map_or(0, csv::Position::byte);
        let line = self.reader.get_mut().line_at(byte);
        Ok(found.then_some(Record { line, cells }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_on_the_line_on_which_it_begins_whatever_ends_the_lines() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("rows.csv");
        let unix = "a,b\n1,x\n\n\"2\n2\n2\",\"y\n\"\n,z\n\n3,\"\n";
        let windows = unix.replace('\n', "\r\n");
        let marked = format!("\u{feff}{unix}");
        let old = format!("{unix}\r");
        for text in [unix, &windows, &marked, &old] {
            std::fs::write(&file, text).unwrap();
            let mut records = Records::open(&file).unwrap();
            assert_eq!(records.columns().get(0), Some("a"));
            let next = std::iter::from_fn(|| records.next_record().unwrap());
            let lines: Vec<u64> = next.map(|record| record.line).collect();
            assert_eq!(lines, [2, 4, 8, 10], "{text:?}");
        }
    }
}
