//! What switching a client's Taskfire off does to a ticket (rows 25, 25b and 26; D-13, D-49), and what holds while it is
//! off.

use super::history::{Entry, Event, Value};
use super::statuses::system;
use super::ticket::Situation;
use super::{Actor, Facts, Outcome, Refusal, Side, StatusKind, Ticket};
use crate::base::Timestamp;

/// What follows for a ticket at the moment when Taskfire is switched off; the facts say already that it is off.
///
/// A transferred ticket that is open returns to the provider as New (row 25). On an escalated one holder and statuses
/// stay; from now on the provider status alone decides whether it is closed (row 25b). Both lose the client's assignee.
/// What is closed, and what only one side has part in, stays as it is (row 26).
#[must_use]
pub fn disable(ticket: &Ticket, actor: &Actor, facts: &Facts, at: Timestamp) -> Outcome {
    let mut outcome = Outcome::unchanged(ticket);
    if !ticket.shared || ticket.closed.is_some() {
        return outcome;
    }
    outcome.record(Entry::by(actor, Event::TaskfireDisabled, at), None);
    if ticket.situation() == Situation::Transferred {
        outcome.ticket.holder = Side::Autotask;
        let new = facts.statuses.default(Side::Autotask, StatusKind::New);
        outcome.set_status(actor, Side::Autotask, new, at);
        outcome.set_status(actor, Side::Taskfire, system::with_other(Side::Taskfire), at);
    }
    clear_assignee(&mut outcome, actor, at);
    outcome.stamp(actor, facts, at);
    outcome
}

/// Clears the client's assignee, who loses the level that works tickets (D-49).
fn clear_assignee(outcome: &mut Outcome, actor: &Actor, at: Timestamp) {
    let assignee = outcome.ticket.taskfire.as_mut().and_then(|state| state.assignee.take());
    if let Some(person) = assignee {
        let entry = Entry::by(actor, Event::Assigned, at).values(Some(Value::Person(person)), None);
        outcome.record(entry, Some(Side::Taskfire));
    }
}

/// Refuses every act on a client's own ticket while its Taskfire is off: it is an archive (row 26).
///
/// # Errors
/// `ticket_archived`.
pub(super) fn require_no_archive(ticket: &Ticket, facts: &Facts) -> Result<(), Refusal> {
    match is_archive(ticket, facts) {
        true => Err(Refusal::TicketArchived),
        false => Ok(()),
    }
}

/// Whether a ticket is a client's own while its Taskfire is known to be off: an archive (row 26).
#[must_use]
pub fn is_archive(ticket: &Ticket, facts: &Facts) -> bool {
    ticket.situation() == Situation::ClientInternal && facts.is_taskfire_off()
}
