//! Why a row can't be taken, said in the language of whoever imports it.

use crate::sentences::{Sentences, Wording};
use crate::wire::ext::import::ImportRefusal;

/// What of a row can't be taken.
pub(super) struct Misfit {
    /// The field.
    field: String,
    /// What is wrong with it, and what would be right.
    why: Wording,
}

impl Misfit {
    /// This field, for this reason.
    pub(super) fn of(field: impl Into<String>, why: Wording) -> Self {
        let field = field.into();
        Self { field, why }
    }

    /// The refusal of that line of the file.
    pub(super) fn at(&self, line: u64, sentences: &Sentences) -> ImportRefusal {
        ImportRefusal {
            line,
            field: self.field.clone(),
            message: self.why.said(sentences).into_owned(),
        }
    }
}
