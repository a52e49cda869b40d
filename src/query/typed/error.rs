//! What is wrong with a typed filter, where, and what would be right.

use crate::query::FilterError;
use std::ops::Range;

/// What is wrong with a typed filter.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
pub struct TypedError {
    /// The bytes that are meant.
    pub span: Range<usize>,
    /// What is wrong.
    pub reason: Reason,
}

/// What is wrong, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// No field has this name.
    #[error("there is no field {name}{}; in quotes it is searched for", did_you_mean(nearest))]
    UnknownField {
        /// What was typed.
        name: String,
        /// What may have been meant.
        nearest: Option<String>,
    },
    /// Nothing has this name.
    #[error("{field} has no {value}{}{}", did_you_mean(nearest), instead(nearest, among))]
    UnknownValue {
        /// The field as it was typed.
        field: String,
        /// What was typed.
        value: String,
        /// What may have been meant.
        nearest: Option<String>,
        /// What there is, where that is little.
        among: Vec<String>,
    },
    /// The value is of another type.
    #[error("{field} takes {expected}")]
    Value {
        /// The field as it was typed.
        field: String,
        /// What would be right.
        expected: &'static str,
    },
    /// Nothing stands where something must.
    #[error("{0} is missing")]
    Missing(&'static str),
    /// A quotation mark has no partner.
    #[error("the quotation mark is not closed")]
    OpenQuote,
    /// A parenthesis has no partner.
    #[error("the parenthesis has no partner; in quotes it is searched for")]
    Parenthesis,
    /// The filter is none, or too large.
    #[error(transparent)]
    Filter(#[from] FilterError),
}

/// What there is, where nothing like it was typed.
fn instead(nearest: &Option<String>, among: &[String]) -> String {
    if nearest.is_some() || among.is_empty() {
        return String::new();
    }
    format!("; it has {}", among.join(", "))
}

fn did_you_mean(nearest: &Option<String>) -> String {
    nearest
        .as_ref()
        .map(|nearest| format!(" (nearest: {nearest})"))
        .unwrap_or_default()
}
