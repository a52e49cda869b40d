//! Texts that an administrator types, checked: short, on one line, without control characters.

use crate::domain::{Refusal, one_line};

/// The longest text, in characters.
const LONGEST: usize = 100;

/// A text that may be empty, without blanks around it.
///
/// # Errors
/// One that is too long, or holds control characters.
pub fn line(field: &'static str, text: &str) -> Result<String, Refusal> {
    one_line::checked(field, text, LONGEST)
}

/// A text of several lines, with tabs, that may be empty.
///
/// # Errors
/// As [`line`].
pub fn lines(field: &'static str, text: &str, longest: usize) -> Result<(), Refusal> {
    one_line::checked_lines(field, text, longest)
}

/// A text that says something.
///
/// # Errors
/// As [`line`], and where it is blank.
pub fn name(field: &'static str, text: &str) -> Result<String, Refusal> {
    match line(field, text)? {
        text if text.is_empty() => Err(Refusal::Required { field }),
        text => Ok(text),
    }
}
