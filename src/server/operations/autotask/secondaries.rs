//! Secondary resources by Autotask's routes: the acts of Tandem's own routes, with the role that is named.

use super::body::{self, Body};
use super::{Caller, WriteError};
use crate::base::ids::{ResourceId, TicketId};
use crate::domain::Act;
use crate::entities::{Row, TICKET_SECONDARY_RESOURCE};
use crate::query::Filter;
use crate::server::operations::change::{Asked, carry_out};
use crate::server::operations::{OperationError, save, service_desk};
use crate::server::store::{StoreError, Writing, rows};

/// How many of them a ticket has at most.
const MOST: usize = 50;

/// Adds a resource who helps on a ticket.
pub fn create(writing: &Writing<'_>, caller: &Caller, body: &Body) -> Result<i64, WriteError> {
    let ticket = body.parent.ok_or(OperationError::NotFound)?;
    let number = |name: &str| body::integer(&body.values, name).unwrap_or_default();
    let (resource, role) = (number("resourceID"), number("roleID"));
    body::check_references(writing, caller, &body::without(&body.values, &["ticketID"]))?;
    if !service_desk::is_assignable(writing, resource, Some(role))? {
        let message = format!("The resource [{resource}] has no active service desk role [{role}].");
        return Err(WriteError::about("roleID", message));
    }
    let there = save::secondaries(writing, ticket)?;
    if there.contains(&ResourceId(resource)) {
        let message = format!("The resource [{resource}] is a secondary resource of the ticket already.");
        return Err(WriteError::about("resourceID", message));
    }
    if there.len() >= MOST {
        return Err(WriteError::about(
            "resourceID",
            format!("A ticket has {MOST} secondary resources at most."),
        ));
    }
    let act = Act::AddSecondary {
        resource: ResourceId(resource),
    };
    carry_out(writing, &caller.actor, &Asked::new(TicketId(ticket), act))?;
    let before = row(writing, ticket, resource)?;
    let mut after = before.clone();
    after.set("roleID", role);
    if after != before {
        writing.update(&before, &after)?;
    }
    Ok(after.id())
}

fn row(writing: &Writing<'_>, ticket: i64, resource: i64) -> Result<Row, WriteError> {
    let entity = &TICKET_SECONDARY_RESOURCE;
    let of_ticket = Filter::eq(entity, "ticketID", ticket).map_err(StoreError::from)?;
    let filter = of_ticket.and(Filter::eq(entity, "resourceID", resource).map_err(StoreError::from)?);
    let found = rows::find(writing, &filter)?.into_iter().next();
    Ok(found.ok_or(OperationError::NotFound)?)
}

/// Takes such a resource off its ticket.
pub fn delete(writing: &Writing<'_>, caller: &Caller, row: &Row) -> Result<(), WriteError> {
    let number = |name: &str| row.integer(name).unwrap_or_default();
    let act = Act::RemoveSecondary {
        resource: ResourceId(number("resourceID")),
    };
    carry_out(writing, &caller.actor, &Asked::new(TicketId(number("ticketID")), act))?;
    Ok(())
}
