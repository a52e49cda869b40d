//! The guards that several acts share: each answers with the refusal of the rule that it keeps, or with how certain
//! its answer is.

use super::facts::Lookup;
use super::outcome::Certainty;
use super::permission::{Action, Permission, permission};
use super::{Actor, Facts, Person, Refusal, Side, SideState, StatusKind, Ticket};
use crate::base::ids::{CompanyId, ContactId, QueueId};

/// Refuses what the table of 2.7 forbids to the actor's level whatever the ticket.
pub(super) fn require_permission(actor: &Actor, action: Action) -> Result<(), Refusal> {
    if permission(actor.level, action) != Permission::No {
        return Ok(());
    }
    match action.side() {
        Some(side) if side != actor.side() => Err(Refusal::OtherSides { act: action }),
        _ => Err(Refusal::Forbidden),
    }
}

/// The part that a side has, or the refusal that says it has none.
pub(super) fn require_part(ticket: &Ticket, side: Side) -> Result<&SideState, Refusal> {
    ticket.side(side).ok_or(Refusal::NoPart { side })
}

/// Refuses a person who can't be given this side's work on this client's ticket.
pub(super) fn require_assignable(
    person: Person,
    side: Side,
    company: CompanyId,
    facts: &Facts,
) -> Result<Certainty, Refusal> {
    if person.side() != side {
        return Err(Refusal::NotAssignable);
    }
    match facts.person {
        Lookup::Unknown => Ok(Certainty::ServerDecides),
        Lookup::Missing => Err(Refusal::NotAssignable),
        Lookup::Found(known) if known.is_assignable(side, company) => Ok(Certainty::Certain),
        Lookup::Found(_) => Err(Refusal::NotAssignable),
    }
}

/// Refuses a queue of the other side or of another client.
pub(super) fn require_queue(
    queue: Option<QueueId>,
    side: Side,
    company: CompanyId,
    facts: &Facts,
) -> Result<Certainty, Refusal> {
    match (queue, facts.queue) {
        (None, _) => Ok(Certainty::Certain),
        (Some(_), Lookup::Unknown) => Ok(Certainty::ServerDecides),
        (Some(_), Lookup::Found(known)) if known.side == side && known.company.is_none_or(|owner| owner == company) => {
            Ok(Certainty::Certain)
        }
        (Some(_), _) => Err(Refusal::NotUsable { field: "queueID" }),
    }
}

/// Refuses a contact who isn't one of this client's, or is active no more.
pub(super) fn require_contact(
    contact: Option<ContactId>,
    company: CompanyId,
    facts: &Facts,
) -> Result<Certainty, Refusal> {
    match (contact, facts.contact) {
        (None, _) => Ok(Certainty::Certain),
        (Some(_), Lookup::Unknown) => Ok(Certainty::ServerDecides),
        (Some(_), Lookup::Found(known)) if known.active && known.company == company => Ok(Certainty::Certain),
        (Some(_), _) => Err(Refusal::NotUsable { field: "contactID" }),
    }
}

/// Refuses what hands a ticket to or from a client whose Taskfire is off.
pub(super) fn require_taskfire(facts: &Facts) -> Result<Certainty, Refusal> {
    match facts.taskfire {
        Lookup::Found(taskfire) if taskfire.enabled => Ok(Certainty::Certain),
        Lookup::Found(_) | Lookup::Missing => Err(Refusal::TaskfireNotEnabled),
        Lookup::Unknown => Ok(Certainty::ServerDecides),
    }
}

/// Refuses a text that is longer than its field.
pub(super) fn limit_text(field: &'static str, text: &str, limit: usize) -> Result<(), Refusal> {
    if text.chars().nth(limit).is_none() {
        return Ok(());
    }
    Err(Refusal::OutOfRange {
        field,
        limit: i64::try_from(limit).unwrap_or(i64::MAX),
    })
}

/// Refuses what has to be New when it is not (D-08, D-09).
pub(super) fn require_new(kind: StatusKind) -> Result<(), Refusal> {
    if kind == StatusKind::New {
        Ok(())
    } else {
        Err(Refusal::AlreadyStarted)
    }
}
