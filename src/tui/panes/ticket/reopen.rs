//! Taking a completed ticket back into work, once both statuses before → after were seen.

use super::action::{TicketAction, Tickets};
use super::proposing::{dialog, record};
use crate::base::Timestamp;
use crate::domain::{Act, Actor, Refusal};
use crate::records::views::TicketView;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;
use crate::tui::overlays::Answer;

/// `ticket.reopen`.
pub struct Reopen;

impl TicketAction for Reopen {
    fn availability(&self, ticket: &TicketView, actor: &Actor, at: Timestamp) -> Result<(), Refusal> {
        Act::Reopen.apply(&ticket.ticket, actor, &ticket.facts, at).map(drop)
    }

    fn ask(&self, app: &mut App, tickets: Tickets) -> Vec<Effect> {
        let doing = |_: &TicketView, _: &Actor| Act::Reopen;
        dialog(app, Intent::ReopenTicket, "dialog-reopen", &tickets, Some(&doing)).open(app, &[])
    }

    fn confirm(&self, app: &mut App, tickets: Tickets, _: Answer) -> Vec<Effect> {
        record(app, &tickets, &|_, _| Act::Reopen)
    }
}
