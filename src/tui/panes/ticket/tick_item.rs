//! Ticking items of a ticket's checklist.

use super::action::{Reach, TicketAction, Tickets};
use super::proposing::record;
use super::related::known;
use crate::base::Timestamp;
use crate::base::ids::ChecklistItemId;
use crate::domain::{Act, Actor, Refusal};
use crate::records::views::TicketView;
use crate::tui::app::App;
use crate::tui::effect::{Choices, Effect, Load};
use crate::tui::intent::Intent;
use crate::tui::overlays::pick::Pick;
use crate::tui::overlays::{Answer, Choice, Purpose};

/// `ticket.tick`.
pub struct TickItem;

impl TicketAction for TickItem {
    fn reach(&self) -> Reach {
        Reach::One
    }

    fn availability(&self, ticket: &TicketView, actor: &Actor, at: Timestamp) -> Result<(), Refusal> {
        let act = Act::Tick {
            item: ChecklistItemId(0),
            is_completed: true,
        };
        act.apply(&ticket.ticket, actor, &ticket.facts, at).map(drop)
    }

    fn ask(&self, app: &mut App, tickets: Tickets) -> Vec<Effect> {
        let Some(ticket) = tickets.first().map(|view| view.line.id) else {
            return Vec::new();
        };
        if known(app, ticket).is_some_and(|related| related.checklist.is_empty()) {
            app.warn(app.text("pick-no-item").into_owned());
            return Vec::new();
        }
        let title = app.text("pick-item").into_owned();
        let purpose = Purpose::Ticket(Intent::TickItem, tickets);
        Pick::new(title, Vec::new(), purpose).open(app, Load::Choices(Choices::Checklist(ticket)))
    }

    fn confirm(&self, app: &mut App, tickets: Tickets, answer: Answer) -> Vec<Effect> {
        let Answer::Chosen(Choice::Tick(tick)) = answer else {
            return Vec::new();
        };
        record(app, &tickets, &|_, _| Act::Tick {
            item: tick.item,
            is_completed: tick.is_completed,
        })
    }
}
