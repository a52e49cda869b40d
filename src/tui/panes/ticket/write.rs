//! Writing into the conversation: a reply that both sides read, or an internal note.

use super::action::{TicketAction, Tickets};
use super::proposing::record;
use crate::base::Timestamp;
use crate::domain::note::Audience;
use crate::domain::{Act, Actor, Refusal};
use crate::records::views::TicketView;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;
use crate::tui::overlays::Answer;
use crate::tui::overlays::compose::Compose;

/// `ticket.reply`.
pub const REPLY: Write = Write {
    intent: Intent::ReplyToTicket,
    audience: Audience::Public,
};
/// `ticket.note`.
pub const NOTE: Write = Write {
    intent: Intent::WriteNote,
    audience: Audience::Internal,
};

/// Either of them; while one writes, the audience can still be changed.
pub struct Write {
    intent: Intent,
    audience: Audience,
}

fn act(audience: Audience, text: &str) -> Act {
    Act::AddNote {
        audience,
        title: String::new(),
        text: text.to_owned(),
    }
}

impl TicketAction for Write {
    fn availability(&self, ticket: &TicketView, actor: &Actor, at: Timestamp) -> Result<(), Refusal> {
        act(self.audience, "…")
            .apply(&ticket.ticket, actor, &ticket.facts, at)
            .map(drop)
    }

    fn ask(&self, app: &mut App, tickets: Tickets) -> Vec<Effect> {
        Compose::open(app, self.intent, tickets, self.audience)
    }

    fn confirm(&self, app: &mut App, tickets: Tickets, answer: Answer) -> Vec<Effect> {
        let Answer::Written(audience, text) = answer else {
            return Vec::new();
        };
        if let Some(pane) = &mut app.ticket {
            pane.follow_own();
        }
        record(app, &tickets, &|_, _| act(audience, &text))
    }
}
