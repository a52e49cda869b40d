//! Who owns a ticket: the test on which the completion settings rest (TF-18, D-02).

use super::{Actor, Agency, Ticket};

/// Whether the actor is the ticket's owner: their side holds it and they are that side's assignee; where nobody is
/// assigned, any human of that side who works tickets (D-02). Secondary resources and administrators are no owners
/// by that alone, automation never is.
#[must_use]
pub fn is_owner(ticket: &Ticket, actor: &Actor) -> bool {
    if actor.agency == Agency::Automation || ticket.holder != actor.side() || !actor.level.works_tickets() {
        return false;
    }
    let assignee = ticket.side(ticket.holder).and_then(|state| state.assignee);
    assignee.is_none_or(|person| person == actor.person)
}
