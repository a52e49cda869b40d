//! How urgent one's own side takes a ticket to be.

use super::action::{TicketAction, Tickets};
use super::proposing::{propose, what};
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
        let now = match tickets.as_slice() {
            [view] => view.ticket.side(app.side()).map(|state| state.priority),
            _ => None,
        };
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
        let title = app
            .say("pick-priority", &[("what", what(app, &tickets).into())])
            .into_owned();
        let pick = Pick::new(title, items, Purpose::Ticket(Intent::SetPriority, tickets));
        let pick = match now {
            Some(priority) => pick.at(&Choice::Priority(priority)),
            None => pick,
        };
        app.overlays.push(Overlay::Pick(pick));
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
