//! Taking a ticket oneself: one key, nothing to ask.

use super::action::{TicketAction, Tickets};
use crate::base::Timestamp;
use crate::domain::{Act, Actor, Refusal};
use crate::records::views::TicketView;
use crate::tui::app::App;
use crate::tui::effect::Effect;

/// `ticket.take`.
pub struct Take;

fn act(actor: &Actor) -> Act {
    Act::Assign {
        assignee: Some(actor.person),
    }
}

impl TicketAction for Take {
    fn availability(&self, ticket: &TicketView, actor: &Actor, at: Timestamp) -> Result<(), Refusal> {
        let state = ticket.ticket.side(actor.side());
        if state.is_some_and(|state| state.assignee == Some(actor.person)) {
            return Err(Refusal::AlreadyAssigned);
        }
        act(actor).apply(&ticket.ticket, actor, &ticket.facts, at).map(drop)
    }

    fn ask(&self, app: &mut App, tickets: Tickets) -> Vec<Effect> {
        app.record(&tickets, |_, actor| act(actor))
    }
}
