//! A row before its write, so that what its entity demands besides its table can be checked.

use super::body::Body;
use super::{Caller, WriteError, plain};
use crate::entities::{Row, Write};
use crate::server::store::Writing;

/// A row before its write: as it was, none for a new one, and as it is to be.
pub struct Draft {
    /// As it was.
    pub before: Option<Row>,
    /// As it is to be.
    pub row: Row,
}

/// What a body makes of a row, checked against its table.
pub fn draft(writing: &Writing<'_>, caller: &Caller, body: Body) -> Result<Draft, WriteError> {
    match body.write {
        Write::Create => Ok(Draft {
            before: None,
            row: plain::prepared(writing, caller, body.values)?,
        }),
        Write::Update | Write::Replace => {
            let (before, row) = plain::altered(writing, caller, &body)?;
            Ok(Draft {
                before: Some(before),
                row,
            })
        }
    }
}

/// Writes it as it is.
pub fn save(writing: &Writing<'_>, draft: Draft) -> Result<i64, WriteError> {
    Ok(saved(writing, draft)?.id())
}

/// Writes it as it is, and gives it back with its id.
pub fn saved(writing: &Writing<'_>, draft: Draft) -> Result<Row, WriteError> {
    let Draft { before, mut row } = draft;
    match before {
        None => {
            writing.insert(&mut row)?;
        }
        Some(before) if row != before => writing.update(&before, &row)?,
        Some(_) => {}
    }
    Ok(row)
}
