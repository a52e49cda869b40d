//! Checklists of tickets: the Autotask side's, ticked by whoever steers that side.

use super::guard::{require_part, require_permission};
use super::permission::Action;
use super::{Actor, Outcome, Refusal, Side, Ticket};
use crate::base::ids::ChecklistItemId;

/// An item of a checklist that an act ticks or unticks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Which.
    pub item: ChecklistItemId,
    /// Whether it is done now.
    pub is_completed: bool,
}

/// Ticks an item, or unticks it.
///
/// # Errors
/// Somebody of the client, or a ticket in which the provider has no part.
pub fn tick(ticket: &Ticket, actor: &Actor, tick: Tick) -> Result<Outcome, Refusal> {
    require_permission(actor, Action::SteerOwnSide)?;
    if actor.side() != Side::Autotask {
        return Err(Refusal::Forbidden);
    }
    require_part(ticket, Side::Autotask)?;
    let mut outcome = Outcome::unchanged(ticket);
    outcome.ticks.push(tick);
    Ok(outcome)
}
