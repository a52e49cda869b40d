//! How urgent one's own side takes a ticket to be.

use super::action::{TicketAction, Tickets};
use super::proposing::propose;
use crate::base::Timestamp;
use crate::domain::{Act, Actor, Priority, Refusal};
use crate::records::views::TicketView;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;
use crate::tui::overlays::pick::{Pick, item};
use crate::tui::overlays::{Answer, Choice, Overlay, Purpose};

/// `ticket.priority`.
pub struct SetPriority;

impl TicketAction for SetPriority {
    fn availability(&self, ticket: &TicketView, actor: &Actor, at: Timestamp) -> Result<(), Refusal> {
        let act = Act::SetPriority {
            priority: Priority::MEDIUM,
        };
        act.apply(&ticket.ticket, actor, &ticket.facts, at).map(drop)
    }

    fn ask(&self, app: &mut App, tickets: Tickets) -> Vec<Effect> {
        let now = tickets
            .first()
            .and_then(|view| view.ticket.side(app.side()))
            .map(|state| state.priority);
        let entry = |priority: Priority| {
            let detail = if now == Some(priority) {
                app.text("pick-now").into_owned()
            } else {
                String::new()
            };
            item(
                format!("P{} {}", priority.rank(), priority.label()),
                detail,
                Choice::Priority(priority),
            )
        };
        let items = Priority::RANKED.into_iter().map(entry).collect();
        let title = app.text("pick-priority").into_owned();
        let purpose = Purpose::Ticket(Intent::SetPriority, tickets);
        app.overlays.push(Overlay::Pick(Pick::new(title, items, purpose)));
        Vec::new()
    }

    fn confirm(&self, app: &mut App, tickets: Tickets, answer: Answer) -> Vec<Effect> {
        let Answer::Chosen(Choice::Priority(priority)) = answer else {
            return Vec::new();
        };
        let verb = app
            .say("verb-priority", &[("rank", priority.rank().into())])
            .into_owned();
        propose(app, &tickets, &verb, &|_, _| Act::SetPriority { priority })
    }
}
