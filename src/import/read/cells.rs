//! What a row holds, by the names of its columns, and where each of it stands.

use crate::sentences::Wording;
use std::collections::HashMap;
use std::sync::Arc;

/// More cells than any row has.
pub(super) const MOST_CELLS: usize = 20_000;

/// A place in a file: line and column from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line.
    pub line: u64,
    /// The character in it.
    pub column: u64,
}

/// Why a row can't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub place: Place,
    /// What is wrong, and what would be right.
    pub message: Wording,
}

/// The names of columns, each with where it stands in a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    names: Vec<String>,
    positions: HashMap<String, usize>,
}

impl Columns {
    /// These names. One that comes again is called `name.2`, `name.3`; one without a name `column 4`.
    #[must_use]
    pub fn new(given: impl IntoIterator<Item = String>) -> Self {
        let mut columns = Self::default();
        // How often each name has come: of thousands that are the same none is compared with all before it.
        let mut counts: HashMap<String, usize> = HashMap::new();
        for name in given {
            let plain = match name.trim() {
                "" => format!("column {}", columns.names.len() + 1),
                trimmed => trimmed.to_owned(),
            };
            let count = counts.entry(plain.clone()).or_insert(1);
            let mut name = plain.clone();
            while columns.positions.contains_key(&name) {
                *count += 1;
                name = format!("{plain}.{count}");
            }
            columns.positions.insert(name.clone(), columns.names.len());
            columns.names.push(name);
        }
        columns
    }

    /// The names in their order.
    pub fn names(&self) -> impl ExactSizeIterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// Where a column stands.
    #[must_use]
    pub fn position(&self, name: &str) -> Option<usize> {
        self.positions.get(name).copied()
    }
}

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its text; empty where CSV has nothing there.
    pub text: String,
    /// Whether it says something: an empty text in quotes does in JSON, and doesn't in CSV.
    pub is_given: bool,
    /// Where it begins.
    pub place: Place,
}

/// A row's cells.
#[derive(Clone, Debug)]
pub struct Cells {
    pub(super) columns: Arc<Columns>,
    pub(super) cells: Vec<Cell>,
    pub(super) has_header: bool,
}

impl Cells {
    /// The cell of that column.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Cell> {
        self.cells.get(self.columns.position(name)?)
    }

    /// Whether the columns are those of the file's first line, the same for every row.
    #[must_use]
    pub fn has_header(&self) -> bool {
        self.has_header
    }

    /// All cells with their columns' names, in the row's order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Cell)> {
        self.columns.names().zip(&self.cells)
    }
}
