//! Setting one's own side's status from a list where each has its letter.

use super::action::{TicketAction, Tickets};
use super::consequence;
use super::proposing::propose;
use crate::base::Timestamp;
use crate::base::ids::StatusId;
use crate::domain::statuses::system;
use crate::domain::{Act, Actor, Refusal, Side, Status, StatusKind};
use crate::records::views::TicketView;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;
use crate::tui::overlays::status_list::{Entry, StatusList};
use crate::tui::overlays::{Answer, Choice, Overlay};

/// `ticket.status`.
pub struct SetStatus;

impl TicketAction for SetStatus {
    fn availability(&self, ticket: &TicketView, actor: &Actor, at: Timestamp) -> Result<(), Refusal> {
        let act = Act::SetStatus {
            status: system::in_progress(actor.side()),
        };
        act.apply(&ticket.ticket, actor, &ticket.facts, at).map(drop)
    }

    fn ask(&self, app: &mut App, tickets: Tickets) -> Vec<Effect> {
        let side = app.side();
        let now = match tickets.as_slice() {
            [view] => view.ticket.side(side).map(|state| state.status),
            _ => None,
        };
        let entries: Vec<Entry> = app
            .desk
            .statuses
            .of(side)
            .map(|status| entry(app, &tickets, status))
            .collect();
        let cursor = entries.iter().position(|entry| Some(entry.status) == now).unwrap_or(0);
        app.overlays.push(Overlay::Statuses(Box::new(StatusList {
            tickets,
            entries,
            cursor,
            now,
            said: None,
        })));
        Vec::new()
    }

    fn confirm(&self, app: &mut App, tickets: Tickets, answer: Answer) -> Vec<Effect> {
        let Answer::Chosen(Choice::Status(status)) = answer else {
            return Vec::new();
        };
        let label = app.desk.statuses.label(status);
        let verb = app.say("verb-status", &[("status", label.into())]).into_owned();
        propose(app, &tickets, &verb, &|_, _| Act::SetStatus { status })
    }
}

/// A status with its letter, and why it can't be chosen if it can't.
fn entry(app: &App, tickets: &Tickets, status: &Status) -> Entry {
    let refusals = tickets
        .iter()
        .map(|view| consequence::outcome(app, view, &Act::SetStatus { status: status.id }).err());
    // For several it is offered while one of them allows it.
    let refusals: Option<Vec<Refusal>> = refusals.collect();
    let refused = refusals.and_then(|refusals| refusals.first().map(|refusal| app.refusal(refusal)));
    Entry {
        status: status.id,
        label: status.label.clone(),
        kind: status.kind,
        intent: intent(status),
        refused,
    }
}

/// The intent whose key chooses a status.
fn intent(status: &Status) -> Option<Intent> {
    const WAITING_CUSTOMER: [StatusId; 2] = [system::AUTOTASK_WAITING_CUSTOMER, system::TASKFIRE_WAITING_USER];
    const WAITING_VENDOR: [StatusId; 2] = [system::AUTOTASK_WAITING_VENDOR, system::TASKFIRE_WITH_VENDOR];
    let id = status.id;
    match status.kind {
        StatusKind::New if status.is_default => Some(Intent::ChooseNew),
        StatusKind::Complete if status.is_default => Some(Intent::ChooseComplete),
        _ if Side::BOTH.map(system::in_progress).contains(&id) => Some(Intent::ChooseInProgress),
        _ if Side::BOTH.map(system::with_other).contains(&id) => Some(Intent::ChooseBack),
        _ if WAITING_CUSTOMER.contains(&id) => Some(Intent::ChooseWaitingCustomer),
        _ if WAITING_VENDOR.contains(&id) => Some(Intent::ChooseWaitingVendor),
        _ => None,
    }
}
