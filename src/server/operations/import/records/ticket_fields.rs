//! Further fields of tickets, of which rows tell one event after the other.

use super::{Directory, Stop, listed, references, user_defined, values};
use crate::entities::{Row, TICKET, Value};
use crate::server::operations::OperationError;
use crate::server::operations::import::misfit::Misfit;
use crate::server::store::Writing;
use crate::wire::ext::import::portable;
use crate::wire::ext::import::{ImportMade, ImportRow};
use std::collections::BTreeMap;

/// Sets further fields of a ticket that rows tell about.
///
/// # Errors
/// The database's; what doesn't fit was refused before.
pub(in crate::server::operations::import) fn set_fields(
    directory: &mut Directory<'_>,
    fields: &BTreeMap<String, String>,
    ticket: &mut Row,
) -> Result<(), OperationError> {
    for (name, text) in fields {
        let Some(field) = TICKET.field(name) else { continue };
        let value = match (portable::target(field), listed::kept(field)) {
            (None, Some(list)) => listed::value(directory.writing, list, text, ticket.integer("issueType"))?,
            (None, None) => values::read(field, text).unwrap_or(Value::Null),
            (Some(target), _) => {
                let named = references::named(directory, (field, target), text, ticket.integer("companyID"))?;
                named.map_or(Value::Null, Value::Integer)
            }
        };
        ticket.put(field, value);
    }
    match user_defined::choose(directory.writing, &TICKET, fields, directory.made) {
        Ok(chosen) => user_defined::put(ticket, chosen),
        Err(Stop::Failed(error)) => return Err(error),
        // The row was refused before.
        Err(Stop::Refused(..)) => {}
    }
    Ok(())
}

/// What of a ticket's further fields names nothing that there is, or doesn't fit its user-defined field.
///
/// # Errors
/// The database's.
pub(in crate::server::operations::import) fn misfit(
    writing: &Writing<'_>,
    source: &str,
    row: &ImportRow,
) -> Result<Option<Misfit>, OperationError> {
    match user_defined::check(writing, &TICKET, &row.fields) {
        Ok(()) => {}
        Err(Stop::Failed(error)) => return Err(error),
        Err(Stop::Refused(misfit)) => return Ok(Some(misfit)),
    }
    let mut made = ImportMade::default();
    let mut directory = Directory {
        writing,
        made: &mut made,
        source,
    };
    for (name, text) in &row.fields {
        let Some(field) = TICKET.field(name) else { continue };
        let target = portable::target(field).filter(|target| !references::are_made(target));
        let Some(target) = target else { continue };
        if references::named(&mut directory, (field, target), text, None)?.is_none() {
            return Ok(Some(Misfit::of(name, references::nothing_called(target, text))));
        }
    }
    Ok(None)
}
