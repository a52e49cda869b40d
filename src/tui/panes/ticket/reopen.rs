//! Taking a completed ticket back into work: nothing to ask, since completing again undoes it.

use super::action::{TicketAction, Tickets};
use super::proposing::propose;
use crate::base::Timestamp;
use crate::domain::{Act, Actor, Refusal};
use crate::records::views::TicketView;
use crate::tui::app::App;
use crate::tui::effect::Effect;

/// `ticket.reopen`.
pub struct Reopen;

impl TicketAction for Reopen {
    fn availability(&self, ticket: &TicketView, actor: &Actor, at: Timestamp) -> Result<(), Refusal> {
        Act::Reopen.apply(&ticket.ticket, actor, &ticket.facts, at).map(drop)
    }

    fn ask(&self, app: &mut App, tickets: Tickets) -> Vec<Effect> {
        let verb = app.text("intent-ticket-reopen.short").into_owned();
        propose(app, &tickets, &verb, &|_, _| Act::Reopen)
    }
}
