//! Where words are searched, and what the word table is asked for them.

use rusqlite::types::Value as SqlValue;
use std::collections::HashMap;

/// A part of the searched text, by who may read it; each is a column of the word table (FTS5, tokenizer `ascii`, the
/// text folded into words by `base::fold::words`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordColumn {
    /// Number, title and description.
    Base,
    /// Public notes.
    Public,
    /// Notes internal to the Autotask side.
    Autotask,
    /// Notes internal to the Taskfire side.
    Taskfire,
    /// Notes internal to the Autotask side and its co-managing users.
    Comanaged,
}

impl WordColumn {
    /// All of them, in the table's order.
    pub const ALL: [Self; 5] = [
        Self::Base,
        Self::Public,
        Self::Autotask,
        Self::Taskfire,
        Self::Comanaged,
    ];

    /// The column's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Base => "base",
            Self::Public => "public",
            Self::Autotask => "autotask",
            Self::Taskfire => "taskfire",
            Self::Comanaged => "comanaged",
        }
    }
}

/// Where words are searched, and what is known of those that may be searched there.
#[derive(Clone, Debug)]
pub struct Searched {
    columns: Vec<WordColumn>,
    /// The words of the table by what they begin with.
    known: HashMap<String, Vec<String>>,
    /// The rows that have words, where they were looked up before.
    found: HashMap<Vec<String>, Found>,
}

/// The rows that have some words.
#[derive(Clone, Debug)]
pub enum Found {
    /// So few that they are best read one by one.
    Few(Vec<i64>),
    /// Their ids, ascending: rows are best read in the list's order, and looked for among these.
    Many(Vec<i64>),
}

impl Found {
    /// The ids as the function `stands_among` takes them.
    pub(super) fn bytes(ids: &[i64]) -> Vec<u8> {
        ids.iter().flat_map(|id| id.to_le_bytes()).collect()
    }

    /// Whether an id stands among others.
    pub(super) fn has(id: i64, bytes: &[u8]) -> bool {
        let (ids, _) = bytes.as_chunks();
        ids.binary_search_by_key(&id, |bytes| i64::from_le_bytes(*bytes))
            .is_ok()
    }
}

impl Searched {
    /// In these columns: those that the reader may see.
    #[must_use]
    pub fn within(columns: &[WordColumn]) -> Self {
        Self {
            columns: columns.to_vec(),
            known: HashMap::new(),
            found: HashMap::new(),
        }
    }

    /// The same, knowing all words of the table that begin so. They are asked for instead of the beginning.
    #[must_use]
    pub fn knowing(mut self, beginning: &str, words: Vec<String>) -> Self {
        self.known.insert(beginning.to_owned(), words);
        self
    }

    /// The same, knowing which rows have these words. They are looked for there instead of in the word table.
    #[must_use]
    pub fn having_found(mut self, words: &[String], found: Found) -> Self {
        self.found.insert(words.to_vec(), found);
        self
    }

    pub(super) fn found(&self, words: &[String]) -> Option<&Found> {
        self.found.get(words)
    }

    /// Whether there is nothing that the reader may search.
    pub(super) fn is_nowhere(&self) -> bool {
        self.columns.is_empty()
    }

    /// What the word table is matched with to find rows that have all these words, the last one as a beginning.
    #[must_use]
    pub fn matching(&self, words: &[String]) -> SqlValue {
        let mut terms: Vec<String> = words.iter().map(quoted).collect();
        if let (Some(term), Some(beginning)) = (terms.last_mut(), words.last()) {
            match self.known.get(beginning).map(Vec::as_slice) {
                None => term.push('*'),
                // It stays a whole word, which no row has.
                Some([]) => {}
                Some(words) => *term = format!("({})", words.iter().map(quoted).collect::<Vec<_>>().join(" OR ")),
            }
        }
        SqlValue::Text(format!("{}({})", self.prefix(), terms.join(" AND ")))
    }

    /// The columns, as they stand before what is matched in them.
    fn prefix(&self) -> String {
        // A reader who may search everything needs no columns, and then the table needn't know them.
        if self.columns == WordColumn::ALL {
            return String::new();
        }
        let names: Vec<_> = self.columns.iter().map(|column| column.name()).collect();
        format!("{{{}}} : ", names.join(" "))
    }
}

/// A word as a term. Folded words are letters and digits only, so that nothing in them can end the quotes.
fn quoted(word: &String) -> String {
    format!("\"{word}\"")
}
