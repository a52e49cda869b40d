//! Setting one's own side's status, completing and reopening (rows 12 to 23 of 2.4).

use super::editing::{limit_text, require_part, require_permission};
use super::note::{Audience, Note};
use super::notice::{NoticeEvent, Recipient};
use super::outcome::CarryOver;
use super::permission::Action;
use super::statuses::system;
use super::{Actor, Facts, Outcome, Refusal, Side, StatusKind, Ticket, completion};
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
    let known = facts.statuses.get(status).filter(|known| known.side == side);
    let kind = known
        .map(|known| known.kind)
        .ok_or(Refusal::NotUsable { field: "status" })?;
    match kind {
        StatusKind::New | StatusKind::Open => Ok(open(ticket, actor, status, facts, at)),
        StatusKind::WithOther => set_back(ticket, actor, status, facts, at),
        StatusKind::Complete => Ok(finish(ticket, actor, status, facts, at)),
    }
}

/// Sets the actor's side to its default complete status, with a resolution.
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
    limit_text("resolution", resolution, LONGEST_RESOLUTION)?;
    if ticket.kind(side, &facts.statuses) == Some(StatusKind::Complete) {
        return Err(Refusal::TicketComplete);
    }
    let mut resolved = ticket.clone();
    let resolution = resolution.trim();
    let holds = ticket.holder == side;
    if holds && !resolution.is_empty() {
        resolution.clone_into(&mut resolved.resolution);
    }
    let mut outcome = finish(
        &resolved,
        actor,
        facts.statuses.default(side, StatusKind::Complete),
        facts,
        at,
    );
    if !holds && !resolution.is_empty() {
        outcome.notes.push(Note::by(actor, Audience::Public, resolution, at));
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
    if ticket.kind(side, &facts.statuses) != Some(StatusKind::Complete) {
        return Err(Refusal::NotComplete);
    }
    Ok(open(ticket, actor, system::in_progress(side), facts, at))
}

/// Row 12, and row 23 where the ticket is closed: then whoever reopens it takes it to their side (D-06).
fn open(ticket: &Ticket, actor: &Actor, status: StatusId, facts: &Facts, at: Timestamp) -> Outcome {
    let mut outcome = Outcome::unchanged(ticket);
    let reopened = ticket.is_closed(&facts.statuses);
    if reopened {
        outcome.ticket.holder = actor.side();
    }
    outcome.set_status(actor, actor.side(), status, at);
    outcome.carry_over = Some(CarryOver::NoSyncNotComplete);
    outcome.stamp(actor, &facts.statuses, at);
    if reopened {
        let to = Side::BOTH.into_iter().flat_map(|side| outcome.assignee(side)).collect();
        outcome.tell(actor, NoticeEvent::Reopened, to, "");
    } else {
        tell_status(&mut outcome, actor);
    }
    outcome
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
    if status != system::with_other(side) || ticket.holder == side || ticket.is_closed(&facts.statuses) {
        return Err(Refusal::StatusByHandover);
    }
    let mut outcome = Outcome::unchanged(ticket);
    outcome.set_status(actor, side, status, at);
    outcome.carry_over = Some(CarryOver::NoSyncNotComplete);
    outcome.stamp(actor, &facts.statuses, at);
    tell_status(&mut outcome, actor);
    Ok(outcome)
}

/// Rows 13 to 22: the own status, and the other one where owner and setting say so.
fn finish(ticket: &Ticket, actor: &Actor, status: StatusId, facts: &Facts, at: Timestamp) -> Outcome {
    let side = actor.side();
    let mut outcome = Outcome::unchanged(ticket);
    let again = ticket.kind(side, &facts.statuses) == Some(StatusKind::Complete);
    let (carry_over, certainty) = completion::carry_over(ticket, actor, facts);
    outcome.set_status(actor, side, status, at);
    // Complete already: another label, but no event that could carry over (D-05).
    outcome.carry_over = Some(if again { CarryOver::AlreadyComplete } else { carry_over });
    outcome.certainty = certainty;
    if outcome.carry_over == Some(CarryOver::Synced) {
        let other = side.other();
        outcome.set_status(actor, other, facts.statuses.default(other, StatusKind::Complete), at);
    }
    outcome.stamp(actor, &facts.statuses, at);
    tell_completed(&mut outcome, actor);
    outcome
}

/// N8: the holder's assignee.
fn tell_status(outcome: &mut Outcome, actor: &Actor) {
    let to = outcome.assignee(outcome.ticket.holder);
    outcome.tell(actor, NoticeEvent::StatusChanged, to, "");
}

/// N9 where the completion carried over, else N8; the contact only when the ticket became closed.
fn tell_completed(outcome: &mut Outcome, actor: &Actor) {
    let (event, mut to) = if outcome.carry_over == Some(CarryOver::Synced) {
        (
            NoticeEvent::CompletionCarriedOver,
            outcome.assignee(actor.side().other()),
        )
    } else {
        (NoticeEvent::StatusChanged, outcome.assignee(outcome.ticket.holder))
    };
    if outcome.ticket.closed.is_some() {
        to.push(Recipient::Contact);
    }
    outcome.tell(actor, event, to, "");
}
