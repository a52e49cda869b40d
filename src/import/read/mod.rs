//! Rows out of a file: CSV or JSON lines, plain or packed, one at a time. Memory does not grow with the file, nor with
//! what stands in one row of it.

mod cells;
mod csv_form;
mod input;
mod json_form;
mod names;
mod raw;
mod scan;
mod text;

#[cfg(test)]
mod tests;

pub use cells::{Cell, Cells, Columns, Fault, Place};
pub use input::STANDARD_INPUT;
pub use raw::{LARGEST_ROW, Raw};

use crate::sentences::Sentences;
use csv_form::CsvForm;
use input::{Input, Opened};
use json_form::JsonForm;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Why a file can't be read at all.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// It can't be opened, read or unpacked.
    #[error("{}: {error}", file.display())]
    File {
        /// The file.
        file: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// Its first line isn't the names of columns.
    #[error("{}:{}:{}: header", file.display(), fault.place.line, fault.place.column)]
    Header {
        /// The file.
        file: PathBuf,
        /// What is wrong.
        fault: Fault,
    },
    /// It is one JSON list.
    #[error("{}:1:1: list", .0.display())]
    List(PathBuf),
}

impl ReadError {
    fn file(file: &Path, error: io::Error) -> Self {
        Self::File {
            file: file.to_owned(),
            error,
        }
    }

    /// The sentence that says so, with the place.
    #[must_use]
    pub fn said(&self, sentences: &Sentences) -> String {
        match self {
            Self::File { file, error } => format!("{}: {error}", file.display()),
            Self::Header { file, fault } => {
                let Place { line, column } = fault.place;
                let reason = fault.message.said(sentences);
                let said = sentences.say("import-first-line", &[("reason", reason.into())]);
                format!("{}:{line}:{column}: {said}", file.display())
            }
            Self::List(file) => {
                let said = sentences.say("import-json-list", &[("command", "`jq -c '.[]'`".into())]);
                format!("{}:1:1: {said}", file.display())
            }
        }
    }
}

/// One row.
#[derive(Debug)]
pub struct Row {
    /// The line on which it begins, from 1.
    pub line: u64,
    /// As it stands in the file.
    pub raw: Raw,
    /// What it holds.
    pub cells: Result<Cells, Fault>,
}

/// How rows are written.
enum Form {
    Csv {
        form: CsvForm,
        /// The first line.
        header: Raw,
    },
    Json(JsonForm),
}

/// A file of rows.
pub struct Rows {
    file: PathBuf,
    input: Input,
    form: Form,
    read: Arc<AtomicU64>,
    size: u64,
}

impl Rows {
    /// Opens a file, or standard input for `-`, and reads the names of its columns where it is CSV.
    ///
    /// # Errors
    /// When it can't be opened, or the first line can't be read as names.
    pub fn open(file: &Path) -> Result<Self, ReadError> {
        let Opened { mut input, read, size } = input::open(file)?;
        let beginning = input.peek_line().map_err(|error| ReadError::file(file, error))?;
        let form = match beginning.iter().find(|byte| !byte.is_ascii_whitespace()) {
            Some(b'{') => Form::Json(JsonForm::new()),
            Some(b'[') => return Err(ReadError::List(file.to_owned())),
            _ => {
                let opened = CsvForm::open(&mut input).map_err(|error| ReadError::file(file, error))?;
                let (form, header) = opened.map_err(|fault| ReadError::Header {
                    file: file.to_owned(),
                    fault,
                })?;
                Form::Csv { form, header }
            }
        };
        Ok(Self {
            file: file.to_owned(),
            input,
            form,
            read,
            size,
        })
    }

    /// The file's name as it was given.
    #[must_use]
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// The names of the columns, where the first line says them.
    #[must_use]
    pub fn columns(&self) -> Option<&Columns> {
        match &self.form {
            Form::Csv { form, .. } => Some(form.columns()),
            Form::Json(_) => None,
        }
    }

    /// What a file of the same form begins with: the first line of CSV.
    #[must_use]
    pub fn header(&self) -> Option<&Raw> {
        match &self.form {
            Form::Csv { header, .. } => Some(header),
            Form::Json(_) => None,
        }
    }

    /// How many bytes the file has; 0 where nobody knows.
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
    pub fn next_row(&mut self) -> Result<Option<Row>, ReadError> {
        let row = match &mut self.form {
            Form::Csv { form, .. } => form.next(&mut self.input),
            Form::Json(form) => form.next(&mut self.input),
        };
        row.map_err(|error| ReadError::file(&self.file, error))
    }
}
