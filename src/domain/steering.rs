//! Steering the work on one's own side: assignee, priority, queue (row 11). Holder and statuses stay.

use super::guard::{require_assignable, require_part, require_permission, require_queue};
use super::history::{Entry, Event, Value};
use super::notice::{NoticeEvent, Recipient};
use super::permission::Action;
use super::{Actor, Facts, Outcome, Person, Priority, Refusal, Ticket};
use crate::base::Timestamp;
use crate::base::ids::QueueId;

/// Gives the own side's part to a person of that side, or to nobody (row 11).
///
/// # Errors
/// A person of the other side, of another client, or who works no tickets.
pub fn assign(
    ticket: &Ticket,
    actor: &Actor,
    assignee: Option<Person>,
    facts: &Facts,
    at: Timestamp,
) -> Result<Outcome, Refusal> {
    let side = actor.side();
    require_permission(actor, Action::SteerOwnSide)?;
    let state = require_part(ticket, side)?;
    let mut outcome = Outcome::unchanged(ticket);
    if let Some(person) = assignee {
        outcome.depend(require_assignable(person, side, ticket.company, facts)?);
        if matches!(person, Person::Resource(resource) if ticket.secondaries.contains(&resource)) {
            return Err(Refusal::AlreadyAssigned);
        }
    }
    if state.assignee == assignee {
        return Ok(outcome);
    }
    let values = (state.assignee.map(Value::Person), assignee.map(Value::Person));
    if let Some(state) = outcome.ticket.side_mut(side) {
        state.assignee = assignee;
    }
    outcome.record(
        Entry::by(actor, Event::Assigned, at).values(values.0, values.1),
        Some(side),
    );
    let to = assignee.map(Recipient::Person).into_iter().collect();
    outcome.tell(actor, NoticeEvent::Assigned, to, &ticket.title);
    Ok(outcome)
}

/// Clears somebody who can't be given work any more as the assignee of their side, so that somebody can be the owner
/// again (D-49). Whoever takes the person away needs no part in the ticket; nothing happens where it is another's.
#[must_use]
pub fn release(ticket: &Ticket, actor: &Actor, person: Person, at: Timestamp) -> Outcome {
    let side = person.side();
    let mut outcome = Outcome::unchanged(ticket);
    let state = outcome.ticket.side_mut(side).as_mut();
    let Some(state) = state.filter(|state| state.assignee == Some(person)) else {
        return outcome;
    };
    state.assignee = None;
    let entry = Entry::by(actor, Event::Assigned, at).values(Some(Value::Person(person)), None);
    outcome.record(entry, Some(side));
    outcome
}

/// Sets the own side's priority.
///
/// # Errors
/// No part in the ticket, or a value that isn't in the picklist.
pub fn prioritise(ticket: &Ticket, actor: &Actor, priority: Priority, at: Timestamp) -> Result<Outcome, Refusal> {
    let side = actor.side();
    require_permission(actor, Action::SteerOwnSide)?;
    let before = require_part(ticket, side)?.priority;
    if !Priority::RANKED.contains(&priority) {
        return Err(Refusal::NotUsable { field: "priority" });
    }
    let mut outcome = Outcome::unchanged(ticket);
    if before == priority {
        return Ok(outcome);
    }
    if let Some(state) = outcome.ticket.side_mut(side) {
        state.priority = priority;
    }
    let entry = Entry::by(actor, Event::Prioritised, at);
    outcome.record(
        entry.values(Some(Value::Priority(before)), Some(Value::Priority(priority))),
        Some(side),
    );
    Ok(outcome)
}

/// Puts the ticket into another queue of the own side.
///
/// # Errors
/// A queue of the other side or of another client.
pub fn move_to(
    ticket: &Ticket,
    actor: &Actor,
    queue: QueueId,
    facts: &Facts,
    at: Timestamp,
) -> Result<Outcome, Refusal> {
    let side = actor.side();
    require_permission(actor, Action::SteerOwnSide)?;
    let before = require_part(ticket, side)?.queue;
    let mut outcome = Outcome::unchanged(ticket);
    outcome.depend(require_queue(Some(queue), side, ticket.company, facts)?);
    if before == Some(queue) {
        return Ok(outcome);
    }
    if let Some(state) = outcome.ticket.side_mut(side) {
        state.queue = Some(queue);
    }
    let entry = Entry::by(actor, Event::Moved, at);
    outcome.record(
        entry.values(before.map(Value::Queue), Some(Value::Queue(queue))),
        Some(side),
    );
    Ok(outcome)
}
