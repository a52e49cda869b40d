//! The one letter that no text of a desk may have: programs that end texts at it would see less than was checked.

/// Where a text has a NUL (U+0000) first, in bytes.
#[must_use]
pub fn find(text: &str) -> Option<usize> {
    text.find('\0')
}
