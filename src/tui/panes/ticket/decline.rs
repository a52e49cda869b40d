//! Sending an escalation back before work began, with a reason that both sides read.

use super::action::{TicketAction, Tickets};
use super::proposing::{dialog, draft, settle_form};
use crate::base::Timestamp;
use crate::domain::{Act, Actor, Refusal};
use crate::records::drafts::DraftKind;
use crate::records::views::TicketView;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;
use crate::tui::overlays::Answer;
use crate::tui::overlays::field::Field;

/// `ticket.decline`.
pub struct Decline;

/// Stands for the reason that will be given, where only the rules are asked.
const SOME_REASON: &str = "…";

fn act(reason: &str) -> Act {
    Act::Decline {
        reason: reason.to_owned(),
    }
}

impl TicketAction for Decline {
    fn availability(&self, ticket: &TicketView, actor: &Actor, at: Timestamp) -> Result<(), Refusal> {
        act(SOME_REASON)
            .apply(&ticket.ticket, actor, &ticket.facts, at)
            .map(drop)
    }

    fn ask(&self, app: &mut App, tickets: Tickets) -> Vec<Effect> {
        let label = app.text("dialog-reason").into_owned();
        let form = dialog(
            app,
            Intent::Decline,
            "dialog-decline",
            &tickets,
            Some(&|_, _| act(SOME_REASON)),
        );
        let form = form.with(vec![Field::text_box("reason", label, "")]);
        form.kept(draft(&tickets, DraftKind::DeclineReason)).open(app, &[])
    }

    fn confirm(&self, app: &mut App, tickets: Tickets, answer: Answer) -> Vec<Effect> {
        let Answer::Filled(form) = answer else {
            return Vec::new();
        };
        let reason = form.text("reason");
        settle_form(app, form, "reason", &tickets, &|_, _| act(&reason))
    }
}
