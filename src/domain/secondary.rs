//! Secondary resources: who helps the assignee, on the Autotask side only (CM-11).

use super::guard::{require_assignable, require_part, require_permission};
use super::history::{Entry, Event, Value};
use super::notice::{NoticeEvent, Recipient};
use super::permission::Action;
use super::{Actor, Facts, Outcome, Person, Refusal, Side, Ticket};
use crate::base::Timestamp;
use crate::base::ids::ResourceId;

/// Adds a resource who helps the assignee (CM-11).
///
/// # Errors
/// The assignee, somebody of the client, or somebody who can't be given work.
pub fn add_secondary(
    ticket: &Ticket,
    actor: &Actor,
    resource: ResourceId,
    facts: &Facts,
    at: Timestamp,
) -> Result<Outcome, Refusal> {
    let assignee = require_secondaries(ticket, actor)?;
    let certainty = require_assignable(Person::Resource(resource), Side::Autotask, ticket.company, facts)?;
    if assignee == Some(Person::Resource(resource)) {
        return Err(Refusal::AlreadyAssigned);
    }
    let mut outcome = Outcome::unchanged(ticket);
    outcome.depend(certainty);
    if !ticket.secondaries.contains(&resource) {
        outcome.ticket.secondaries.push(resource);
        let entry = Entry::by(actor, Event::SecondaryAdded, at).values(None, Some(Value::Resource(resource)));
        outcome.record(entry, Some(Side::Autotask));
        let to = vec![Recipient::Person(Person::Resource(resource))];
        outcome.tell(actor, NoticeEvent::Assigned, to, &ticket.title);
    }
    Ok(outcome)
}

/// Removes a helper; nothing happens where the resource is none.
///
/// # Errors
/// Somebody of the client.
pub fn remove_secondary(
    ticket: &Ticket,
    actor: &Actor,
    resource: ResourceId,
    at: Timestamp,
) -> Result<Outcome, Refusal> {
    require_secondaries(ticket, actor)?;
    let mut outcome = Outcome::unchanged(ticket);
    if ticket.secondaries.contains(&resource) {
        outcome.ticket.secondaries.retain(|other| *other != resource);
        let entry = Entry::by(actor, Event::SecondaryRemoved, at).values(Some(Value::Resource(resource)), None);
        outcome.record(entry, Some(Side::Autotask));
    }
    Ok(outcome)
}

/// The assignee, for a person who may name helpers.
fn require_secondaries(ticket: &Ticket, actor: &Actor) -> Result<Option<Person>, Refusal> {
    require_permission(actor, Action::BeSecondaryResource)?;
    require_part(ticket, Side::Autotask).map(|state| state.assignee)
}
