//! Invoices and lines as files: text and HTML to be read and printed, CSV and JSON for other programs. They know the
//! reader's sentences and nothing of the screen, so that the command line writes the same.

mod html;
mod table;
mod text;

use crate::records::administration::billing::{ClientBilling, Invoice};
use crate::sentences::Sentences;
use std::fmt;

/// Letters of a name in a file's name.
const LONGEST: usize = 40;

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// To be read anywhere.
    Text,
    /// To be printed, or saved as PDF, from any browser.
    Html,
    /// For a spreadsheet or an accounting system.
    Csv,
    /// For programs.
    Json,
}

impl Paper {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Text, Self::Html, Self::Csv, Self::Json];

    /// The end of a file's name, and the word by which one is chosen.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// Reads [`Paper::extension`].
    #[must_use]
    pub fn named(extension: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|paper| paper.extension() == extension)
    }
}

/// Why a file could not be made.
#[derive(Debug)]
pub struct NotWritten(String);

impl fmt::Display for NotWritten {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NotWritten {}

impl From<serde_json::Error> for NotWritten {
    fn from(error: serde_json::Error) -> Self {
        Self(error.to_string())
    }
}

impl From<csv::Error> for NotWritten {
    fn from(error: csv::Error) -> Self {
        Self(error.to_string())
    }
}

/// An invoice as a file's text.
///
/// # Errors
/// When it can't be written, which none is known to do.
pub fn invoice(sentences: &Sentences, invoice: &Invoice, paper: Paper) -> Result<String, NotWritten> {
    match paper {
        Paper::Text => Ok(text::of(sentences, invoice)),
        Paper::Html => Ok(html::of(sentences, invoice)),
        Paper::Csv => table::invoice(invoice),
        Paper::Json => Ok(format!("{}\n", serde_json::to_string_pretty(invoice)?)),
    }
}

/// A client's lines as a file's text: CSV, else JSON.
///
/// # Errors
/// As [`invoice`].
pub fn client(billing: &ClientBilling, paper: Paper) -> Result<String, NotWritten> {
    match paper {
        Paper::Csv => table::clients(std::slice::from_ref(billing)),
        Paper::Text | Paper::Html | Paper::Json => Ok(format!("{}\n", serde_json::to_string_pretty(billing)?)),
    }
}

/// Several clients' lines as a file's text: CSV with one line of names, else JSON, always a list.
///
/// # Errors
/// As [`invoice`].
pub fn clients(billing: &[ClientBilling], paper: Paper) -> Result<String, NotWritten> {
    match paper {
        Paper::Csv => table::clients(billing),
        Paper::Text | Paper::Html | Paper::Json => Ok(format!("{}\n", serde_json::to_string_pretty(billing)?)),
    }
}

/// `invoice-2026-0007-acme.html`, of letters that every file system takes.
#[must_use]
pub fn file_name(kind: &str, name: &str, paper: Paper) -> String {
    let letters = name.chars().take(LONGEST);
    let letters: String = letters
        .map(|letter| if letter.is_alphanumeric() { letter } else { '-' })
        .collect();
    let name = letters.trim_matches('-').to_lowercase();
    format!("{kind}-{name}.{}", paper.extension())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_files_name_has_letters_that_every_file_system_takes() {
        assert_eq!(
            file_name("invoice", "2026-0007 ../Acme\u{1b}", Paper::Html),
            "invoice-2026-0007----acme.html"
        );
        assert_eq!(
            Paper::ALL.map(|paper| Paper::named(paper.extension())),
            Paper::ALL.map(Some)
        );
    }
}
