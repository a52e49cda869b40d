//! Activating contracts: refused while items have no owner (LT-02), and only with a choice of what becomes of time that
//! no contract covers, for which there is no default (LT-04).

use super::front;
use crate::domain::contract::TimeExpired;
use crate::records::administration::Administration;
use crate::records::administration::support::Activation;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};
use crate::tui::overlays::field::Field;
use crate::tui::overlays::form::Form;
use crate::tui::overlays::pick::item;
use crate::tui::overlays::{Answer, Choice, Purpose};
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;

/// The field; the server calls it so too.
const OPTION: &str = "timeExpiredOption";
/// Both choices with their words.
const OPTIONS: [(TimeExpired, &str); 2] = [(TimeExpired::Rollover, "rollover"), (TimeExpired::Ignore, "ignore")];
/// Lines of the dialog are no wider.
const WIDEST: usize = 68;

/// Whether they are not active yet and nothing stands in the way.
#[must_use]
pub fn availability(app: &App, _: Intent) -> Availability {
    let why = match front(app) {
        Err(key) => key,
        Ok((_, settings)) if settings.is_active => "refusal-contracts_active",
        Ok((_, settings)) if !settings.items_without_owner.is_empty() => "contract-settings-assign-first",
        Ok(_) => return Availability::Available,
    };
    Availability::Refused(app.text(why).into_owned())
}

/// Asks what becomes of time that no contract covers.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let items = OPTIONS.map(|(_, word)| {
        let key = format!("time-expired-{word}");
        item(app.text(&key), app.text(&format!("{key}.about")), Choice::Word(word))
    });
    let text = |key: &str| app.text(key).into_owned();
    let mut shown = Vec::new();
    for (_, word) in OPTIONS {
        let key = format!("time-expired-{word}");
        let said = format!("{}: {}", app.text(&key), app.text(&format!("{key}.about")));
        shown.extend(Line::wrapped(&said, "", WIDEST, Role::Text));
    }
    shown.extend(Line::wrapped(&app.text("activation-no-default"), "", WIDEST, Role::Dim));
    let field = Field::pick(OPTION, text("activation-option"), items.to_vec(), None);
    let form = Form::new(
        text("activation-title"),
        text("activation-verb"),
        text("form-leave-as-it-was"),
        Purpose::Page(confirm),
    );
    form.showing(shown).with(vec![field]).open(app, &[])
}

/// Activates them, if something was chosen.
fn confirm(app: &mut App, answer: Answer) -> Vec<Effect> {
    let Answer::Filled(form) = answer else {
        return Vec::new();
    };
    let chosen = match form.choice(OPTION) {
        Some(Choice::Word(word)) => OPTIONS.iter().find(|(_, known)| known == word),
        _ => None,
    };
    let Some((option, _)) = chosen else {
        let why = app.text("activation-no-default").into_owned();
        return form.refuse(app, OPTION, why);
    };
    let act = Administration::ActivateContracts(Activation {
        time_expired_option: Some(*option),
    });
    let done = app.text("activation-done").into_owned();
    app.administer_form(form, act, done)
}
