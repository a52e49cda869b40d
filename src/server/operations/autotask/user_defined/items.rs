//! Entries of lists that user-defined fields choose from. Rows keep an entry's id, so that it can be renamed.

use super::save;
use crate::domain::one_line;
use crate::entities::{FieldError, Row, USER_DEFINED_FIELD_DEFINITION, UserDefinedKind, Write};
use crate::server::operations::autotask::body::Body;
use crate::server::operations::autotask::{Caller, WriteError, plain};
use crate::server::operations::{OperationError, user_defined};
use crate::server::store::{Writing, rows};

/// The longest name of an entry, in characters.
const LONGEST: usize = 128;

pub fn write(writing: &Writing<'_>, caller: &Caller, body: Body) -> Result<i64, WriteError> {
    let (before, mut row) = match body.write {
        Write::Create => (None, plain::prepared(writing, caller, body.values)?),
        Write::Update | Write::Replace => {
            let (before, row) = plain::altered(writing, caller, &body)?;
            (Some(before), row)
        }
    };
    if before
        .as_ref()
        .is_some_and(|before| before.get("udfFieldId") != row.get("udfFieldId"))
    {
        return Err(FieldError::ReadOnly { field: "udfFieldId" }.into());
    }
    check(writing, &row)?;
    save(writing, caller, before.as_ref(), &mut row)?;
    Ok(row.id())
}

fn check(writing: &Writing<'_>, row: &Row) -> Result<(), WriteError> {
    let id = row.integer("udfFieldId").unwrap_or_default();
    let definition = rows::get(writing, &USER_DEFINED_FIELD_DEFINITION, id)?.ok_or(OperationError::NotFound)?;
    if definition.integer("dataType") != Some(UserDefinedKind::List.data_type()) {
        let message = "Only a user-defined field of the type List has entries.";
        return Err(WriteError::about("udfFieldId", message));
    }
    let others = user_defined::items_of(writing, &definition)?;
    for name in ["valueForDisplay", "valueForExport"] {
        let value = row.text(name).unwrap_or_default();
        one_line::checked(name, value, LONGEST).map_err(OperationError::from)?;
        let is_taken = |other: &Row| {
            let same = other.text(name).unwrap_or_default().eq_ignore_ascii_case(value);
            same && (row.get("id").is_null() || other.id() != row.id())
        };
        if others.iter().any(is_taken) {
            return Err(WriteError::about(
                name,
                format!("The list has an entry with the {name} {value} already."),
            ));
        }
    }
    Ok(())
}
