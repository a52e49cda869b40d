//! Giving a ticket to somebody of one's own side: me first, then by how many open tickets they have.

use super::action::{TicketAction, Tickets};
use super::proposing::{propose, what};
use crate::base::Timestamp;
use crate::domain::{Act, Actor, Refusal};
use crate::records::views::{Candidate, TicketView};
use crate::tui::app::App;
use crate::tui::effect::{Effect, Load};
use crate::tui::intent::Intent;
use crate::tui::overlays::pick::{Pick, item};
use crate::tui::overlays::{Answer, Choice, Purpose};
use crate::tui::widgets::pick_list::Item;

/// `ticket.assign`.
pub struct Assign;

impl TicketAction for Assign {
    fn availability(&self, ticket: &TicketView, actor: &Actor, at: Timestamp) -> Result<(), Refusal> {
        Act::Assign { assignee: None }
            .apply(&ticket.ticket, actor, &ticket.facts, at)
            .map(drop)
    }

    fn ask(&self, app: &mut App, tickets: Tickets) -> Vec<Effect> {
        let Some(first) = tickets.first().map(|view| view.line.id) else {
            return Vec::new();
        };
        let title = app
            .say("pick-assignee", &[("what", what(app, &tickets).into())])
            .into_owned();
        let side = app.side();
        Pick::new(title, Vec::new(), Purpose::Ticket(Intent::AssignTicket, tickets))
            .open(app, Load::Candidates(first, side))
    }

    fn confirm(&self, app: &mut App, tickets: Tickets, answer: Answer) -> Vec<Effect> {
        let Answer::Chosen(Choice::Person(assignee)) = answer else {
            return Vec::new();
        };
        let verb = app.text("intent-ticket-assign.short").into_owned();
        propose(app, &tickets, &verb, &|_, _| Act::Assign { assignee })
    }
}

/// The people as they are offered, and nobody at the end.
#[must_use]
pub fn items(app: &App, candidates: &[Candidate]) -> Vec<Item<Choice>> {
    let me = app.viewer.as_ref().map(|viewer| viewer.actor.person);
    let entry = |candidate: &Candidate| {
        let open = app
            .say("pick-open-tickets", &[("count", candidate.open_tickets.into())])
            .into_owned();
        let detail = match me == Some(candidate.person) {
            true => format!("{} · {open}", app.text("pick-me")),
            false => open,
        };
        item(candidate.name.clone(), detail, Choice::Person(Some(candidate.person)))
    };
    let mut items: Vec<Item<Choice>> = candidates.iter().map(entry).collect();
    items.push(item(app.text("pick-nobody").into_owned(), "", Choice::Person(None)));
    items
}
