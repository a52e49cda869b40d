//! The provider's people who help the assignee.

use super::action::{Reach, TicketAction, Tickets};
use super::proposing::propose;
use crate::base::Timestamp;
use crate::base::ids::ResourceId;
use crate::domain::{Act, Actor, Lookup, Person, Refusal};
use crate::records::views::TicketView;
use crate::tui::app::App;
use crate::tui::effect::{Choices, Effect, Load};
use crate::tui::intent::Intent;
use crate::tui::overlays::pick::{Pick, item};
use crate::tui::overlays::{Answer, Choice, Overlay, Purpose};

/// `ticket.add_secondary`.
pub struct AddSecondary;
/// `ticket.remove_secondary`.
pub struct RemoveSecondary;

/// Nobody: the rules are asked only whether one may add somebody at all.
const SOMEBODY: ResourceId = ResourceId(0);

fn chosen(answer: &Answer) -> Option<ResourceId> {
    match answer {
        Answer::Chosen(Choice::Person(Some(Person::Resource(resource)))) => Some(*resource),
        _ => None,
    }
}

impl TicketAction for AddSecondary {
    fn availability(&self, ticket: &TicketView, actor: &Actor, at: Timestamp) -> Result<(), Refusal> {
        let facts = crate::domain::Facts {
            person: Lookup::Unknown,
            ..ticket.facts.clone()
        };
        Act::AddSecondary { resource: SOMEBODY }
            .apply(&ticket.ticket, actor, &facts, at)
            .map(drop)
    }

    fn ask(&self, app: &mut App, tickets: Tickets) -> Vec<Effect> {
        let title = app.text("pick-helper").into_owned();
        let purpose = Purpose::Ticket(Intent::AddSecondary, tickets);
        Pick::new(title, Vec::new(), purpose).open(app, Load::Choices(Choices::Helpers))
    }

    fn confirm(&self, app: &mut App, tickets: Tickets, answer: Answer) -> Vec<Effect> {
        let Some(resource) = chosen(&answer) else {
            return Vec::new();
        };
        let verb = app.text("intent-ticket-add-secondary.short").into_owned();
        propose(app, &tickets, &verb, &|_, _| Act::AddSecondary { resource })
    }
}

impl TicketAction for RemoveSecondary {
    fn reach(&self) -> Reach {
        Reach::One
    }

    fn availability(&self, ticket: &TicketView, actor: &Actor, at: Timestamp) -> Result<(), Refusal> {
        let Some(resource) = ticket.ticket.secondaries.first() else {
            return Err(Refusal::NotUsable {
                field: "secondaryResource",
            });
        };
        Act::RemoveSecondary { resource: *resource }
            .apply(&ticket.ticket, actor, &ticket.facts, at)
            .map(drop)
    }

    fn ask(&self, app: &mut App, tickets: Tickets) -> Vec<Effect> {
        let helpers = tickets.iter().flat_map(|view| &view.secondaries);
        let items = helpers
            .map(|named| item(named.name.clone(), "", Choice::Person(Some(named.person))))
            .collect();
        let title = app.text("pick-helper-to-remove").into_owned();
        let purpose = Purpose::Ticket(Intent::RemoveSecondary, tickets);
        app.overlays.push(Overlay::Pick(Pick::new(title, items, purpose)));
        Vec::new()
    }

    fn confirm(&self, app: &mut App, tickets: Tickets, answer: Answer) -> Vec<Effect> {
        let Some(resource) = chosen(&answer) else {
            return Vec::new();
        };
        let verb = app.text("intent-ticket-remove-secondary.short").into_owned();
        propose(app, &tickets, &verb, &|_, _| Act::RemoveSecondary { resource })
    }
}
