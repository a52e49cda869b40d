//! Completing: both statuses before → after, the rule that decides about the other one, and the resolution.

use super::action::{TicketAction, Tickets};
use super::proposing::{dialog, draft, settle_form};
use crate::base::Timestamp;
use crate::domain::outcome::CarryOver;
use crate::domain::{Act, Actor, Refusal};
use crate::records::drafts::DraftKind;
use crate::records::views::TicketView;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;
use crate::tui::msg::Settled;
use crate::tui::overlays::Answer;
use crate::tui::overlays::field::Field;

/// `ticket.complete`.
pub struct Complete;

fn act(resolution: &str) -> Act {
    Act::Complete {
        resolution: resolution.to_owned(),
    }
}

impl TicketAction for Complete {
    fn availability(&self, ticket: &TicketView, actor: &Actor, at: Timestamp) -> Result<(), Refusal> {
        act("").apply(&ticket.ticket, actor, &ticket.facts, at).map(drop)
    }

    fn ask(&self, app: &mut App, tickets: Tickets) -> Vec<Effect> {
        let known = match tickets.as_slice() {
            [view] if view.line.holder == app.side() => view.ticket.resolution.clone(),
            _ => String::new(),
        };
        let label = app.text("detail-resolution").into_owned();
        let form = dialog(
            app,
            Intent::CompleteTicket,
            "dialog-complete",
            &tickets,
            Some(&|_, _| act("")),
        );
        let form = form.with(vec![Field::text_box("resolution", label, &known)]);
        form.kept(draft(&tickets, DraftKind::Resolution)).open(app, &[])
    }

    fn confirm(&self, app: &mut App, tickets: Tickets, answer: Answer) -> Vec<Effect> {
        let Answer::Filled(form) = answer else {
            return Vec::new();
        };
        let resolution = form.text("resolution");
        settle_form(app, form, "resolution", &tickets, &|_, _| act(&resolution))
    }

    fn settled(&self, app: &App, settled: &Settled) -> Option<String> {
        let key = match settled.carry_over? {
            CarryOver::NoSyncNotComplete => return None,
            CarryOver::NotShared => "settled-closed",
            CarryOver::Synced => "settled-synced",
            CarryOver::NotOwner => "settled-not-owner",
            CarryOver::SettingOff => "settled-setting-off",
            CarryOver::AlreadyComplete => "settled-already",
        };
        let other = app.side().other().product();
        let arguments = [("number", settled.number.as_str().into()), ("side", other.into())];
        Some(app.say(key, &arguments).into_owned())
    }
}
