//! Setting one's own side's status, completing and reopening (rows 12 to 23 of 2.4).

use super::contract::validation;
use super::guard::{limit_text, require_part, require_permission};
use super::history::{Entry, Event};
use super::note::{Audience, Note};
use super::notice::{NoticeEvent, Recipient};
use super::outcome::CarryOver;
use super::permission::Action;
use super::statuses::system;
use super::{Actor, Facts, Outcome, Person, Refusal, Side, StatusKind, Ticket, completion};
use crate::base::Timestamp;
use crate::base::ids::StatusId;

/// The longest resolution, in characters (Tickets.resolution).
pub const LONGEST_RESOLUTION: usize = 32_000;

/// Sets the status of the actor's side.
///
/// # Errors
/// A status of the other side, one that only follows from a hand-over, or a person who works no tickets.
pub fn set(ticket: &Ticket, actor: &Actor, status: StatusId, facts: &Facts, at: Timestamp) -> Result<Outcome, Refusal> {
    let side = actor.side();
    require_permission(actor, Action::SetOwnStatus)?;
    require_part(ticket, side)?;
    validation::require_not_held(ticket, actor)?;
    let known = facts.statuses.get(status).filter(|known| known.side == side);
    let kind = known
        .map(|known| known.kind)
        .ok_or(Refusal::NotUsable { field: "status" })?;
    match kind {
        StatusKind::New | StatusKind::Open => open(ticket, actor, status, facts, at),
        StatusKind::WithOther => set_back(ticket, actor, status, facts, at),
        StatusKind::Complete => Ok(finish(ticket, actor, status, facts, at)),
    }
}

/// Sets the actor's side to its default complete status, with a resolution; the side that doesn't hold the ticket
/// gives it as a public note (2.3).
///
/// # Errors
/// As [`set`]; and `ticket_complete` where this side is complete already.
pub fn complete(
    ticket: &Ticket,
    actor: &Actor,
    resolution: &str,
    facts: &Facts,
    at: Timestamp,
) -> Result<Outcome, Refusal> {
    let side = actor.side();
    require_permission(actor, Action::SetOwnStatus)?;
    require_part(ticket, side)?;
    validation::require_not_held(ticket, actor)?;
    limit_text("resolution", resolution, LONGEST_RESOLUTION)?;
    if ticket.kind(side, &facts.statuses) == Some(StatusKind::Complete) {
        return Err(Refusal::TicketComplete);
    }
    let resolution = resolution.trim();
    let holds = ticket.holder == side;
    let mut resolved = ticket.clone();
    if holds && !resolution.is_empty() {
        resolution.clone_into(&mut resolved.resolution);
    }
    let status = facts.statuses.default(side, StatusKind::Complete);
    let mut outcome = finish(&resolved, actor, status, facts, at);
    if resolved.resolution != ticket.resolution {
        let entry = Entry {
            field: Some("resolution"),
            ..Entry::by(actor, Event::Edited, at)
        };
        outcome.record(entry, None);
    }
    if !holds && !resolution.is_empty() {
        outcome.write(actor, Note::by(actor, Audience::Public, resolution, at));
    }
    Ok(outcome)
}

/// Takes a completed ticket back into work (row 23): In Progress.
///
/// # Errors
/// As [`set`]; and `not_complete` where there is nothing to reopen.
pub fn reopen(ticket: &Ticket, actor: &Actor, facts: &Facts, at: Timestamp) -> Result<Outcome, Refusal> {
    let side = actor.side();
    require_permission(actor, Action::SetOwnStatus)?;
    require_part(ticket, side)?;
    validation::require_not_held(ticket, actor)?;
    if ticket.kind(side, &facts.statuses) != Some(StatusKind::Complete) {
        return Err(Refusal::NotComplete);
    }
    open(ticket, actor, system::in_progress(side), facts, at)
}

/// The side that an answer of this person would reopen a closed ticket for (row 28, D-50): the one that closed it last,
/// the provider where Taskfire is off. Whoever works tickets reopens them by their own act, unless they are the contact.
#[must_use]
pub fn answered(ticket: &Ticket, actor: &Actor, facts: &Facts) -> Option<Side> {
    let Person::Contact(contact) = actor.person else {
        return None;
    };
    let answers = !actor.level.works_tickets() || ticket.contact == Some(contact);
    let closed = ticket.closed.filter(|_| answers && ticket.is_closed(facts))?;
    let side = if facts.is_taskfire_off() {
        Side::Autotask
    } else {
        closed.by
    };
    Some(if ticket.side(side).is_some() {
        side
    } else {
        side.other()
    })
}

/// Takes a closed ticket back into work for the side that an answer reopens it for (row 28).
///
/// # Errors
/// `contract_required`, as for row 23.
pub(super) fn reopen_by_answer(
    outcome: &mut Outcome,
    side: Side,
    actor: &Actor,
    facts: &Facts,
    at: Timestamp,
) -> Result<(), Refusal> {
    // A contract that covered one request ended with it (D-27).
    if outcome.ticket.contract.is_some() {
        validation::admit(outcome, actor, None, facts)?;
    }
    outcome.ticket.holder = side;
    outcome.set_status(actor, side, system::in_progress(side), at);
    Ok(())
}

/// Row 12, and row 23 where the ticket is closed: then whoever reopens it takes it to their side (D-06).
fn open(ticket: &Ticket, actor: &Actor, status: StatusId, facts: &Facts, at: Timestamp) -> Result<Outcome, Refusal> {
    let mut outcome = Outcome::unchanged(ticket);
    let reopened = ticket.is_closed(facts);
    if reopened {
        // A contract that covered one request ended with it (D-27).
        if ticket.contract.is_some() {
            validation::admit(&mut outcome, actor, None, facts)?;
        }
        outcome.ticket.holder = actor.side();
    }
    outcome.set_status(actor, actor.side(), status, at);
    outcome.carry_over = Some(CarryOver::NoSyncNotComplete);
    outcome.stamp(actor, facts, at);
    if reopened {
        let to = Side::BOTH.into_iter().flat_map(|side| outcome.assignee(side)).collect();
        outcome.tell(actor, NoticeEvent::Reopened, to, "");
    } else {
        tell_status(&mut outcome, ticket, actor);
    }
    Ok(outcome)
}

/// The side that does not hold the ticket may say again that it is with the other (row 12).
fn set_back(
    ticket: &Ticket,
    actor: &Actor,
    status: StatusId,
    facts: &Facts,
    at: Timestamp,
) -> Result<Outcome, Refusal> {
    let side = actor.side();
    if status != system::with_other(side) || ticket.holder == side || ticket.is_closed(facts) {
        return Err(Refusal::StatusByHandover);
    }
    let mut outcome = Outcome::unchanged(ticket);
    outcome.set_status(actor, side, status, at);
    outcome.carry_over = Some(CarryOver::NoSyncNotComplete);
    outcome.stamp(actor, facts, at);
    tell_status(&mut outcome, ticket, actor);
    Ok(outcome)
}

/// Rows 13 to 22: the own status, and the other one where owner and setting say so.
fn finish(ticket: &Ticket, actor: &Actor, status: StatusId, facts: &Facts, at: Timestamp) -> Outcome {
    let side = actor.side();
    let mut outcome = Outcome::unchanged(ticket);
    let again = ticket.kind(side, &facts.statuses) == Some(StatusKind::Complete);
    let (carry_over, certainty) = completion::carry_over(ticket, actor, facts);
    outcome.set_status(actor, side, status, at);
    // Complete already: another label at most, no event that could carry over (D-05).
    outcome.carry_over = Some(match carry_over {
        CarryOver::Synced if again => CarryOver::AlreadyComplete,
        _ => carry_over,
    });
    outcome.certainty = certainty;
    if outcome.carry_over == Some(CarryOver::Synced) {
        let other = side.other();
        outcome.set_status(actor, other, facts.statuses.default(other, StatusKind::Complete), at);
    }
    outcome.stamp(actor, facts, at);
    tell_status(&mut outcome, ticket, actor);
    outcome
}

/// N9 where a completion carried over, else N8; the contact only where the ticket became closed. Nobody is told of a
/// status that was there before.
fn tell_status(outcome: &mut Outcome, before: &Ticket, actor: &Actor) {
    let side = actor.side();
    let status = |ticket: &Ticket| ticket.side(side).map(|state| state.status);
    if status(&outcome.ticket) == status(before) {
        return;
    }
    let (event, mut to) = if outcome.carry_over == Some(CarryOver::Synced) {
        (NoticeEvent::CompletionCarriedOver, outcome.assignee(side.other()))
    } else {
        (NoticeEvent::StatusChanged, outcome.assignee(outcome.ticket.holder))
    };
    if before.closed.is_none() && outcome.ticket.closed.is_some() {
        to.push(Recipient::Contact);
    }
    outcome.tell(actor, event, to, "");
}
