//! Approving a contract (D-24), and letting one that is pending start today (D-22).

use super::front;
use crate::records::administration::Administration;
use crate::records::administration::billing::ContractState;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};
use crate::tui::overlays::confirm::Confirm;
use crate::tui::overlays::{Answer, Overlay, Purpose};

/// Whether it is not approved yet.
#[must_use]
pub fn availability(app: &App, intent: Intent) -> Availability {
    match front(app) {
        Ok((_, page)) if page.fields.is_approved => {
            Availability::Refused(app.text("contract-approved-already").into_owned())
        }
        _ => super::availability(app, intent),
    }
}

/// Approves it.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Ok((pane, _)) = front(app) else {
        return Vec::new();
    };
    let done = app.say("contract-is-approved", &[("contract", pane.name.as_str().into())]);
    let (id, done) = (pane.id, done.into_owned());
    app.administer(Administration::ApproveContract(id), done)
}

/// Whether it waits for its first day.
#[must_use]
pub fn enable_availability(app: &App, intent: Intent) -> Availability {
    match front(app) {
        Ok((_, page)) if page.standing.state != ContractState::Pending => {
            Availability::Refused(app.text("contract-not-pending").into_owned())
        }
        _ => super::availability(app, intent),
    }
}

/// Asks whether it is to start today.
pub fn enable(app: &mut App, _: Intent) -> Vec<Effect> {
    let Ok((pane, page)) = front(app) else {
        return Vec::new();
    };
    let arguments = [
        ("contract", pane.name.as_str().into()),
        ("date", app.times().date(page.fields.start).into()),
    ];
    let question = app.say("contract-enable-question", &arguments).into_owned();
    let confirm = Confirm::new(question, Purpose::Page(enabled));
    app.overlays.push(Overlay::Confirm(confirm));
    Vec::new()
}

fn enabled(app: &mut App, _: Answer) -> Vec<Effect> {
    let Ok((pane, _)) = front(app) else {
        return Vec::new();
    };
    let done = app.say("contract-is-enabled", &[("contract", pane.name.as_str().into())]);
    let (id, done) = (pane.id, done.into_owned());
    app.administer(Administration::EnableContractNow(id), done)
}
