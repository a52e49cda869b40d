//! Accepting the agreement, which needs both ticks and is done on the word itself; and what follows where it was not
//! taken.

use super::{Pane, Part};
use crate::domain::Refusal;
use crate::records::administration::setup::Acceptance;
use crate::records::administration::{Administration, NotAdministered};
use crate::tui::app::App;
use crate::tui::app::pages::Follow;
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};

/// The key of what is missing before it can be accepted; none where nothing is.
#[must_use]
pub fn missing(ticked: [bool; 2]) -> Option<&'static str> {
    match ticked {
        [true, true] => None,
        [false, true] => Some("agreement-needs-first"),
        [true, false] => Some("agreement-needs-second"),
        [false, false] => Some("agreement-needs-both"),
    }
}

/// Whether both boxes are ticked and the keys are for the word.
#[must_use]
pub fn availability(app: &App, _: Intent) -> Availability {
    let key = match app.pane::<Pane>() {
        None => "reason-not-at-agreement",
        Some(pane) => match (missing(pane.ticked), pane.part) {
            (Some(_), _) => "refusal-both_boxes_required",
            (None, Part::Accept) => return Availability::Available,
            (None, _) => {
                let keys = [("key", Intent::NextPane), ("accept", Intent::AcceptAgreement)];
                return Availability::Refused(app.with_keys("reason-not-on-accept", &keys));
            }
        },
    };
    Availability::Refused(app.text(key).into_owned())
}

/// Accepts.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Some(pane) = app.pane::<Pane>() else {
        return Vec::new();
    };
    let Some(agreement) = &pane.agreement else {
        return Vec::new();
    };
    let [terms_accepted, is_entitled] = pane.ticked;
    let acceptance = Acceptance {
        version: agreement.version,
        language: agreement.language.clone(),
        terms_accepted,
        is_entitled,
    };
    let act = Administration::AcceptAgreement(pane.company, acceptance);
    let done = app.say("agreement-accepted", &[("company", pane.name.as_str().into())]);
    let done = done.into_owned();
    app.administer(act, done)
}

/// Accepted, or enabled by somebody else meanwhile: it closes. A newer version is shown, and read from its beginning.
pub(super) fn ended(pane: &mut Pane, act: &Administration, result: &Result<(), NotAdministered>) -> Follow {
    let code = match (act, result) {
        (Administration::AcceptAgreement(..), Ok(())) => return Follow::Close,
        (Administration::AcceptAgreement(..), Err(NotAdministered::Refused { code, .. })) => code,
        _ => return Follow::Stay,
    };
    if *code == Refusal::TaskfireAlreadyEnabled.code() {
        return Follow::Close;
    }
    if *code == (Refusal::AgreementOutdated { version: 0 }).code() {
        pane.begin_anew();
        return Follow::AskAnew;
    }
    Follow::Stay
}
