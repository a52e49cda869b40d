//! What makes the bytes of a row no text that can be taken.

use super::cells::{Fault, Place};
use super::raw::LARGEST_ROW;
use crate::base::nul;
use crate::sentences::Wording;

/// The fault of a row that is too large.
pub(super) fn too_large(place: Place, bytes: u64) -> Fault {
    let message = Wording::of("import-row-too-large")
        .with("bytes", bytes)
        .with("most", LARGEST_ROW);
    Fault { place, message }
}

/// Bytes as text, if they are UTF-8 without a NUL; `begin` is where they stand.
pub(super) fn checked(bytes: &[u8], begin: Place) -> Result<&str, Fault> {
    let (text, is_whole) = match std::str::from_utf8(bytes) {
        Ok(text) => (text, true),
        Err(error) => {
            let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
            (std::str::from_utf8(valid).unwrap_or_default(), false)
        }
    };
    if let Some(at) = nul::find(text) {
        return Err(has_nul(behind(begin, text.get(..at).unwrap_or_default())));
    }
    if !is_whole {
        return Err(Fault {
            place: behind(begin, text),
            message: Wording::of("import-no-utf8"),
        });
    }
    Ok(text)
}

/// A text, if it has no NUL.
pub(super) fn without_nul(text: String, place: Place) -> Result<String, Fault> {
    match nul::find(&text) {
        Some(_) => Err(has_nul(place)),
        None => Ok(text),
    }
}

fn has_nul(place: Place) -> Fault {
    Fault {
        place,
        message: Wording::of("import-nul"),
    }
}

/// The place behind a text that begins at another.
fn behind(begin: Place, text: &str) -> Place {
    let lines = text.matches('\n').count();
    let last = text.rsplit('\n').next().unwrap_or_default().chars().count();
    let (lines, last) = (
        u64::try_from(lines).unwrap_or_default(),
        u64::try_from(last).unwrap_or_default(),
    );
    Place {
        line: begin.line + lines,
        column: if lines == 0 { begin.column + last } else { last + 1 },
    }
}
