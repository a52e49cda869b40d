//! Handing a ticket to the other side: Taskfire escalates, Autotask transfers.

use super::action::{TicketAction, Tickets};
use super::proposing::{dialog, draft, settle_form};
use crate::base::Timestamp;
use crate::domain::{Act, Actor, Refusal, Side, disabling};
use crate::records::drafts::DraftKind;
use crate::records::views::TicketView;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;
use crate::tui::msg::Settled;
use crate::tui::overlays::Answer;
use crate::tui::overlays::field::Field;

/// `ticket.hand_over`.
pub struct HandOver;

/// What hands a ticket over from this side.
#[must_use]
pub fn act(side: Side, reason: &str) -> Act {
    let reason = reason.to_owned();
    match side {
        Side::Autotask => Act::Transfer { reason },
        Side::Taskfire => Act::Escalate { reason },
    }
}

impl TicketAction for HandOver {
    fn availability(&self, ticket: &TicketView, actor: &Actor, at: Timestamp) -> Result<(), Refusal> {
        // Escalating has a guard of its own; that the ticket is an archive says more.
        if disabling::is_archive(&ticket.ticket, &ticket.facts) {
            return Err(Refusal::TicketArchived);
        }
        act(actor.side(), "")
            .apply(&ticket.ticket, actor, &ticket.facts, at)
            .map(drop)
    }

    fn ask(&self, app: &mut App, tickets: Tickets) -> Vec<Effect> {
        let label = app.text("dialog-reason-offered").into_owned();
        let doing = |_: &TicketView, actor: &Actor| act(actor.side(), "");
        let form = dialog(app, Intent::HandOver, "dialog-hand-over", &tickets, Some(&doing));
        let form = form.with(vec![Field::text_box("reason", label, "")]);
        form.kept(draft(&tickets, DraftKind::Reason)).open(app, &[])
    }

    fn confirm(&self, app: &mut App, tickets: Tickets, answer: Answer) -> Vec<Effect> {
        let Answer::Filled(form) = answer else {
            return Vec::new();
        };
        let reason = form.text("reason");
        settle_form(app, form, "reason", &tickets, &|_, actor| act(actor.side(), &reason))
    }

    fn settled(&self, app: &App, settled: &Settled) -> Option<String> {
        let other = app.side().other().product();
        let arguments = [("number", settled.number.as_str().into()), ("side", other.into())];
        Some(app.say("settled-handed-over", &arguments).into_owned())
    }
}
