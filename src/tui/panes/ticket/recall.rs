//! Taking an escalation back before the provider began.

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

/// `ticket.recall`.
pub struct Recall;

fn act(reason: &str) -> Act {
    Act::Recall {
        reason: reason.to_owned(),
    }
}

impl TicketAction for Recall {
    fn availability(&self, ticket: &TicketView, actor: &Actor, at: Timestamp) -> Result<(), Refusal> {
        act("").apply(&ticket.ticket, actor, &ticket.facts, at).map(drop)
    }

    fn ask(&self, app: &mut App, tickets: Tickets) -> Vec<Effect> {
        let label = app.text("dialog-reason-offered").into_owned();
        let form = dialog(app, Intent::Recall, "dialog-recall", &tickets, Some(&|_, _| act("")));
        let form = form.with(vec![Field::text_box("reason", label, "")]);
        form.kept(draft(&tickets, DraftKind::RecallReason)).open(app, &[])
    }

    fn confirm(&self, app: &mut App, tickets: Tickets, answer: Answer) -> Vec<Effect> {
        let Answer::Filled(form) = answer else {
            return Vec::new();
        };
        let reason = form.text("reason");
        settle_form(app, form, "reason", &tickets, &|_, _| act(&reason))
    }
}
