//! Asking the administrators again for the contract for want of which a new request was refused (LTX-04, D-23).

use super::{cover, stopped_availability, subject};
use crate::base::ids::CompanyId;
use crate::domain::{Act, Side};
use crate::records::administration::Administration;
use crate::records::administration::support::ContractReminder;
use crate::records::views::{OutboxLine, OutboxState};
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};

/// The client whose request was refused for want of a contract.
fn company(line: &OutboxLine) -> Option<CompanyId> {
    match (&line.state, &line.change.act) {
        (OutboxState::Stopped { code, .. }, Act::Create(new)) if code == cover::CODE => Some(new.company),
        _ => None,
    }
}

/// Whether a contract is what is missing, to somebody of the provider.
#[must_use]
pub fn availability(app: &App, intent: Intent) -> Availability {
    match subject(app) {
        Some(_) if app.side() == Side::Taskfire => {
            Availability::Refused(app.text("reason-reminds-provider").into_owned())
        }
        Some(line) if company(line).is_none() => {
            Availability::Refused(app.text("reason-no-contract-missing").into_owned())
        }
        _ => stopped_availability(app, intent),
    }
}

/// Asks them.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Some((company, title)) = subject(app).and_then(|line| Some((company(line)?, line.title.clone()))) else {
        return Vec::new();
    };
    let done = app.say("remind-done", &[("what", title.into())]).into_owned();
    app.administer(
        Administration::RemindOfContract(ContractReminder::Company(company)),
        done,
    )
}
