//! Handing a ticket from side to side: escalate, transfer, decline, recall (rows 4 to 8 of 2.4, D-07 to D-09).

use super::contract::validation;
use super::facts::{Lookup, Routing};
use super::guard::{limit_text, require_new, require_permission, require_taskfire};
use super::history::{Entry, Event};
use super::note::{Audience, LONGEST_NOTE, Note};
use super::notice::{NoticeEvent, Recipient};
use super::outcome::Certainty;
use super::permission::Action;
use super::statuses::system;
use super::{Actor, Facts, Outcome, Person, Priority, Refusal, Side, SideState, StatusKind, Ticket};
use crate::base::Timestamp;
use crate::base::ids::StatusId;

/// The client hands the ticket to the provider (row 4).
///
/// # Errors
/// The first guard of row 4 that fails.
pub fn escalate(
    ticket: &Ticket,
    actor: &Actor,
    reason: &str,
    facts: &Facts,
    at: Timestamp,
) -> Result<Outcome, Refusal> {
    require_permission(actor, Action::Escalate)?;
    let certainty = require_hand_over(ticket, Side::Taskfire, facts)?;
    let mut outcome = hand_over(ticket, actor, Event::Escalated, reason, facts, at)?;
    outcome.depend(certainty);
    // Validation looks at work that enters the provider's side, not at what comes back to it (2.10).
    if ticket.autotask.is_none() {
        validation::admit(&mut outcome, actor, None, facts)?;
    }
    let mut to = vec![outcome.assignee_or_queue(Side::Autotask), Recipient::Contact];
    to.extend(outcome.assignee(Side::Taskfire));
    outcome.tell(actor, NoticeEvent::Escalated, to, reason);
    Ok(outcome)
}

/// The provider hands the ticket to the client (row 6).
///
/// # Errors
/// The first guard of row 6 that fails.
pub fn transfer(
    ticket: &Ticket,
    actor: &Actor,
    reason: &str,
    facts: &Facts,
    at: Timestamp,
) -> Result<Outcome, Refusal> {
    require_permission(actor, Action::Transfer)?;
    let certainty = require_hand_over(ticket, Side::Autotask, facts)?;
    let mut outcome = hand_over(ticket, actor, Event::Transferred, reason, facts, at)?;
    outcome.depend(certainty);
    let to = match outcome.ticket.taskfire.as_ref().and_then(|state| state.assignee) {
        Some(person) => Recipient::Person(person),
        None => Recipient::TaskfireAdministrators,
    };
    outcome.tell(actor, NoticeEvent::Transferred, vec![to], reason);
    Ok(outcome)
}

/// The provider sends an escalation back, with a reason that both sides read (row 7).
///
/// # Errors
/// A ticket that is no escalation, a blank reason, work that has begun, or a client whose Taskfire is off.
pub fn decline(ticket: &Ticket, actor: &Actor, reason: &str, facts: &Facts, at: Timestamp) -> Result<Outcome, Refusal> {
    require_permission(actor, Action::Decline)?;
    if ticket.holder != Side::Autotask {
        return Err(Refusal::NotHolder { holder: ticket.holder });
    }
    let kind = require_escalated(ticket, facts)?;
    if reason.trim().is_empty() {
        return Err(Refusal::ReasonRequired);
    }
    require_new(kind)?;
    let certainty = require_taskfire(facts)?;
    let mut outcome = hand_over(ticket, actor, Event::Declined, reason, facts, at)?;
    outcome.depend(certainty);
    // N4 brings the reason, so the note tells nobody once more.
    outcome.notes.push(Note::by(actor, Audience::Public, reason.trim(), at));
    let mut to = outcome.assignee(Side::Taskfire);
    to.push(Recipient::TaskfireAdministrators);
    outcome.tell(actor, NoticeEvent::Declined, to, reason);
    Ok(outcome)
}

/// The client takes an escalation back before work began (row 8).
///
/// # Errors
/// Work that has begun, or a ticket that was never escalated.
pub fn recall(ticket: &Ticket, actor: &Actor, reason: &str, facts: &Facts, at: Timestamp) -> Result<Outcome, Refusal> {
    require_permission(actor, Action::Recall)?;
    let kind = require_escalated(ticket, facts)?;
    require_new(kind)?;
    let mut outcome = hand_over(ticket, actor, Event::Recalled, reason, facts, at)?;
    let to = vec![outcome.assignee_or_queue(Side::Autotask)];
    outcome.tell(actor, NoticeEvent::Recalled, to, reason);
    Ok(outcome)
}

/// The guards that rows 4 and 6 share.
fn require_hand_over(ticket: &Ticket, from: Side, facts: &Facts) -> Result<Certainty, Refusal> {
    if ticket.holder != from {
        return Err(Refusal::NotHolder { holder: ticket.holder });
    }
    let certainty = require_taskfire(facts)?;
    if !ticket.eligible {
        return Err(Refusal::PredatesTaskfire);
    }
    if ticket.kind(from, &facts.statuses) == Some(StatusKind::Complete) {
        return Err(Refusal::TicketComplete);
    }
    Ok(certainty)
}

/// The kind of the Autotask status of an escalated ticket.
fn require_escalated(ticket: &Ticket, facts: &Facts) -> Result<StatusKind, Refusal> {
    let kind = ticket.kind(Side::Autotask, &facts.statuses);
    match kind {
        Some(kind) if ticket.shared && ticket.holder == Side::Autotask => Ok(kind),
        _ => Err(Refusal::NotEscalated),
    }
}

/// The change of holder itself (D-07): the gaining side New, the losing side with the other, assignees kept.
fn hand_over(
    ticket: &Ticket,
    actor: &Actor,
    event: Event,
    reason: &str,
    facts: &Facts,
    at: Timestamp,
) -> Result<Outcome, Refusal> {
    limit_text("reason", reason, LONGEST_NOTE)?;
    let losing = ticket.holder;
    let gaining = losing.other();
    let mut outcome = Outcome::unchanged(ticket);
    // Shared before the history is written: the entry of the hand-over is for both sides.
    outcome.ticket.shared = true;
    outcome.ticket.holder = gaining;
    let reason = Some(reason.trim().to_owned()).filter(|reason| !reason.is_empty());
    outcome.record(
        Entry {
            reason,
            ..Entry::by(actor, event, at)
        },
        None,
    );
    let new = facts.statuses.default(gaining, StatusKind::New);
    if ticket.side(gaining).is_some() {
        outcome.set_status(actor, gaining, new, at);
    } else {
        let priority = ticket.side(losing).map_or(Priority::MEDIUM, |state| state.priority);
        *outcome.ticket.side_mut(gaining) = Some(first_state(gaining, new, priority, facts, at));
        if facts.routing == Lookup::Unknown {
            outcome.depend(Certainty::ServerDecides);
        }
    }
    outcome.set_status(actor, losing, system::with_other(losing), at);
    outcome.stamp(actor, facts, at);
    Ok(outcome)
}

/// How a side starts that had no part so far (D-07).
fn first_state(side: Side, status: StatusId, priority: Priority, facts: &Facts, at: Timestamp) -> SideState {
    let routing = match facts.routing {
        Lookup::Found(routing) => Some(routing),
        Lookup::Missing | Lookup::Unknown => None,
    };
    let (queue, assignee) = match side {
        Side::Autotask => (routing.map(|routing| routing.autotask_queue), None),
        Side::Taskfire => (
            routing.and_then(|routing: Routing| routing.taskfire_queue),
            routing
                .and_then(|routing| routing.taskfire_assignee)
                .map(Person::Contact),
        ),
    };
    SideState {
        status,
        since: at,
        queue,
        priority,
        assignee,
    }
}
