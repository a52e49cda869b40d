//! Putting a ticket into another queue of one's own side.

use super::action::{TicketAction, Tickets};
use super::proposing::{propose, what};
use crate::base::Timestamp;
use crate::base::ids::QueueId;
use crate::domain::{Act, Actor, Lookup, Refusal};
use crate::records::views::TicketView;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;
use crate::tui::overlays::pick::{Pick, item};
use crate::tui::overlays::{Answer, Choice, Overlay, Purpose};

/// `ticket.move`.
pub struct MoveTo;

impl TicketAction for MoveTo {
    fn availability(&self, ticket: &TicketView, actor: &Actor, at: Timestamp) -> Result<(), Refusal> {
        // Which queue is asked next; only the right to move is in question here.
        let facts = crate::domain::Facts {
            queue: Lookup::Unknown,
            ..ticket.facts.clone()
        };
        Act::Move { queue: QueueId(0) }
            .apply(&ticket.ticket, actor, &facts, at)
            .map(drop)
    }

    fn ask(&self, app: &mut App, tickets: Tickets) -> Vec<Effect> {
        let side = app.side();
        let now = match tickets.as_slice() {
            [view] => view.ticket.side(side).and_then(|state| state.queue),
            _ => None,
        };
        let own = app.desk.queues.iter().filter(|queue| queue.side == side);
        let entry = |queue: &crate::records::views::QueueLine| {
            let detail = match now == Some(queue.id) {
                true => app.text("pick-now").into_owned(),
                false => app
                    .say("pick-open-tickets", &[("count", queue.open.into())])
                    .into_owned(),
            };
            item(queue.name.clone(), detail, Choice::Queue(queue.id))
        };
        let items = own.map(entry).collect();
        let title = app
            .say("pick-queue", &[("what", what(app, &tickets).into())])
            .into_owned();
        let pick = Pick::new(title, items, Purpose::Ticket(Intent::MoveTicket, tickets));
        let pick = match now {
            Some(queue) => pick.at(&Choice::Queue(queue)),
            None => pick,
        };
        app.overlays.push(Overlay::Pick(pick));
        Vec::new()
    }

    fn confirm(&self, app: &mut App, tickets: Tickets, answer: Answer) -> Vec<Effect> {
        let Answer::Chosen(Choice::Queue(queue)) = answer else {
            return Vec::new();
        };
        let name = app
            .desk
            .queues
            .iter()
            .find(|known| known.id == queue)
            .map_or("", |known| known.name.as_str());
        let verb = app.say("verb-move", &[("queue", name.into())]).into_owned();
        propose(app, &tickets, &verb, &|_, _| Act::Move { queue })
    }
}
