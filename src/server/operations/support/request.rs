//! What becomes of a request's contract as the request is saved: made with it, taken by it, ended with it.

use super::{making, refused, search, taking};
use crate::base::ids::{ContractId, TicketId};
use crate::domain::contract::Form;
use crate::domain::notice::NoticeEvent;
use crate::domain::{Actor, Outcome, Ticket};
use crate::entities::{CONTRACT, Row};
use crate::records;
use crate::server::operations::OperationError;
use crate::server::store::{Writing, rows, zones};

/// Makes the contract that comes with the request, and links it (D-23).
///
/// # Errors
/// As [`making::make`].
pub fn make_contract(writing: &Writing<'_>, outcome: &mut Outcome) -> Result<Option<Row>, OperationError> {
    let Some(new) = &outcome.new_contract else {
        return Ok(None);
    };
    let making = making::Making {
        company: outcome.ticket.company,
        name: new.name.as_deref(),
        request: None,
    };
    let row = making::make(writing, &new.contract, &making)?;
    outcome.ticket.contract = Some(ContractId(row.id()));
    Ok(Some(row))
}

/// Tells a contract for one request which one that is.
///
/// # Errors
/// The database's.
pub fn name(writing: &Writing<'_>, before: &Row, ticket: TicketId) -> Result<(), OperationError> {
    if before.text("supportForm") == Some(Form::PerRequest.word()) {
        let mut row = before.clone();
        row.set("ticketID", ticket.0);
        writing.update(before, &row)?;
    }
    Ok(())
}

/// Whoever was refused this request is told that it is there: the search finds no contract that is for one alone.
///
/// # Errors
/// The database's.
pub fn answer_refused(
    writing: &Writing<'_>,
    actor: &Actor,
    contract: &Row,
    ticket: &Ticket,
) -> Result<(), OperationError> {
    if contract.text("supportForm") != Some(Form::PerRequest.word()) {
        return Ok(());
    }
    let request = search::of_ticket(ticket);
    refused::answer_alone(writing, actor, &request, NoticeEvent::RequestCreated)
}

/// A contract for one request that names none is taken by the first that is linked with it.
///
/// # Errors
/// The database's.
pub fn take_contract(
    writing: &Writing<'_>,
    saved: Option<&Row>,
    ticket: &Ticket,
    id: TicketId,
) -> Result<(), OperationError> {
    let former = saved.and_then(|before| before.integer("contractID"));
    match ticket.contract.filter(|contract| Some(contract.0) != former) {
        Some(contract) => taking::take(writing, contract, id),
        None => Ok(()),
    }
}

/// A contract for one request ends when the request closes (LT-07).
///
/// # Errors
/// The database's.
pub fn end_contract(writing: &Writing<'_>, saved: Option<&Row>, ticket: &Ticket) -> Result<(), OperationError> {
    let was_closed = saved.is_some_and(|before| !before.get("closedDate").is_null());
    let (Some(contract), Some(_), false) = (ticket.contract, ticket.closed, was_closed) else {
        return Ok(());
    };
    let before = rows::get(writing, &CONTRACT, contract.0)?;
    let is_its_own = |row: &Row| {
        row.text("supportForm") == Some(Form::PerRequest.word()) && row.integer("ticketID") == Some(ticket.id.0)
    };
    if let Some(before) = before.filter(is_its_own) {
        let mut row = before.clone();
        // One that was still to come ends with the day on which it begins: no contract ends before that.
        let today = zones::today(writing, writing.at())?;
        row.set("endDate", today.max(records::contract::start(&before)).midnight());
        writing.update(&before, &row)?;
    }
    Ok(())
}
