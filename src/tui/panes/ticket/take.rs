//! Taking a ticket oneself: one key, nothing to ask.

use super::action::{TicketAction, Tickets};
use super::proposing::propose;
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
        act(actor).apply(&ticket.ticket, actor, &ticket.facts, at).map(drop)
    }

    fn ask(&self, app: &mut App, tickets: Tickets) -> Vec<Effect> {
        let me = app.viewer.as_ref().map(|viewer| viewer.actor.person);
        let is_mine = |view: &TicketView| {
            view.ticket
                .side(app.side())
                .is_some_and(|state| state.assignee.is_some() && state.assignee == me)
        };
        let (mine, tickets): (Tickets, Tickets) = tickets.into_iter().partition(|view| is_mine(view));
        for view in &mine {
            app.done("take-already", &[("number", view.line.number.as_str().into())]);
        }
        if tickets.is_empty() {
            return Vec::new();
        }
        let verb = app.text("intent-ticket-take.short").into_owned();
        propose(app, &tickets, &verb, &|_, actor| act(actor))
    }
}
