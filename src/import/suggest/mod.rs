//! A first mapping for a file that nobody has described yet: guessed from the names of its columns, in English, German
//! and Spanish, and from what stands in them.

mod columns;
mod guess;
mod sample;
mod words;
mod write;

#[cfg(test)]
mod tests;

use super::read::{ReadError, Rows};
use super::target::Target;
use crate::sentences::Sentences;
use sample::Sample;

/// A suggested mapping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The mapping's text, with comments.
    pub text: String,
    /// What no column was found for and a mapping can't do without: it has to be filled in first.
    pub missing: Vec<&'static str>,
}

/// Suggests a mapping for a file, by its first rows, with comments of these sentences.
///
/// # Errors
/// When the file can't be read.
pub fn suggest(mut rows: Rows, sentences: &Sentences) -> Result<Suggestion, ReadError> {
    let name = rows
        .file()
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let sample = Sample::of(&mut rows)?;
    let guessed = guess::guess(&sample);
    let needed = [Target::Number, Target::At];
    let missing = needed
        .into_iter()
        .filter(|target| !guessed.columns.contains_key(target));
    Ok(Suggestion {
        missing: missing.map(Target::name).collect(),
        text: write::mapping(&name, &sample, &guessed, sentences),
    })
}
