//! What may be typed next.

use super::keys::{self, FLAGS, Key};
use super::names::{Names, list_of, people_of};
use super::print::quoted;
use super::user_defined;
use crate::base::fold;
use crate::entities::{Field, Kind, Picklist};
use std::ops::Range;

/// What may stand at the cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The bytes that a suggestion replaces.
    pub replaces: Range<usize>,
    /// What may stand there, likeliest first, ready to be inserted. Empty where nothing fits, and within words.
    pub suggestions: Vec<String>,
}

/// More can't be looked through.
const MANY: usize = 50;

/// What may stand at the cursor (a byte offset): names of fields, behind a colon their values.
#[must_use]
pub fn complete(text: &str, cursor: usize, names: &dyn Names) -> Completion {
    let mut cursor = cursor.min(text.len());
    while !text.is_char_boundary(cursor) {
        cursor -= 1;
    }
    let start = term_start(&text[..cursor]);
    let term = &text[start..cursor];
    let mut suggestions = match term.split_once(':') {
        Some((name, _)) => keys::read(name, names).map_or_else(Vec::new, |key| values(key, partial(term), names)),
        None => fields(term, names),
    };
    suggestions.truncate(MANY);
    let replaced = if term.contains(':') {
        partial(term).len()
    } else {
        term.len()
    };
    Completion {
        replaces: cursor - replaced..cursor,
        suggestions,
    }
}

/// Where the term begins that ends here: behind space, parentheses and minus, but not within quotes.
fn term_start(text: &str) -> usize {
    let mut start = 0;
    let mut in_quotes = false;
    let mut is_escaped = false;
    for (offset, letter) in text.char_indices() {
        match letter {
            '"' if !is_escaped => in_quotes = !in_quotes,
            letter if !in_quotes && (letter.is_whitespace() || letter == '(') => start = offset + letter.len_utf8(),
            '-' if !in_quotes && offset == start => start = offset + 1,
            _ => {}
        }
        is_escaped = letter == '\\' && !is_escaped;
    }
    start
}

/// The value that is being typed: behind the colon or the last comma that is not in quotes.
fn partial(term: &str) -> &str {
    let mut in_quotes = false;
    let mut start = 0;
    for (offset, letter) in term.char_indices() {
        match letter {
            '"' => in_quotes = !in_quotes,
            ',' if !in_quotes => start = offset + 1,
            ':' if !in_quotes && start == 0 => start = offset + 1,
            _ => {}
        }
    }
    &term[start..]
}

fn fields(typed: &str, names: &dyn Names) -> Vec<String> {
    let begins = |name: &&str| {
        name.get(..typed.len())
            .is_some_and(|begin| begin.eq_ignore_ascii_case(typed))
    };
    keys::all(names)
        .into_iter()
        .filter(begins)
        .map(|name| format!("{name}:"))
        .collect()
}

fn values(key: Key, typed: &str, names: &dyn Names) -> Vec<String> {
    let typed = typed.trim_matches('"');
    let field = match key {
        Key::Is => return beginning(typed, FLAGS),
        Key::UserDefined => return user_defined::suggestions(typed, names),
        Key::Field(field) => field,
    };
    let mut suggestions = match list_of(field) {
        Some(list) => {
            let mut found: Vec<String> = names
                .find(list, typed)
                .into_iter()
                .map(|name| quoted(&name.label))
                .collect();
            found.truncate(MANY);
            let own: &[&str] = if list == people_of(names.side()) { &["me"] } else { &[] };
            let mut all = beginning(typed, own.iter().copied());
            all.extend(found);
            all
        }
        None => beginning(typed, fixed(field).iter().copied()),
    };
    suggestions.extend(beginning(typed, ["none"]));
    suggestions
}

fn fixed(field: &Field) -> Vec<&'static str> {
    match (field.picklist, field.kind) {
        (Some(Picklist::Fixed(entries)), _) => entries.iter().map(|entry| entry.label).collect(),
        (Some(Picklist::Words(words)), _) => words.to_vec(),
        (_, Kind::Boolean) => vec!["true", "false"],
        (_, Kind::DateTime) => vec!["today", "tomorrow", "yesterday"],
        _ => Vec::new(),
    }
}

fn beginning<'a>(typed: &str, words: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let typed = fold::fold(typed);
    let begins = |word: &&str| fold::fold(word).starts_with(&typed);
    words
        .into_iter()
        .filter(begins)
        .map(|word| {
            if word == "none" || word == "me" {
                word.to_owned()
            } else {
                quoted(word)
            }
        })
        .collect()
}
