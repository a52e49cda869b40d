//! What all actions share: a change for one ticket goes straight on; for several it is told first what will follow for
//! each and which ones a rule forbids.

use super::action::Tickets;
use super::consequence::{self, Doing};
use crate::domain::Refusal;
use crate::records::drafts::DraftKind;
use crate::tui::app::App;
use crate::tui::effect::{DraftPlace, Effect};
use crate::tui::intent::Intent;
use crate::tui::overlays::Purpose;
use crate::tui::overlays::form::Form;

/// Records the change; for several tickets after a confirmation. `verb` names what is done, as the key that does it
/// says.
pub fn propose(app: &mut App, tickets: &Tickets, verb: &str, doing: Doing<'_>) -> Vec<Effect> {
    if tickets.len() == 1 {
        return record(app, tickets, doing);
    }
    let shown = consequence::lines(app, tickets, doing);
    let (allowed, refused) = split(app, tickets, doing);
    if allowed.is_empty() {
        app.report_refused(&refused);
        return Vec::new();
    }
    let asked = app.asked(&allowed, doing);
    let counts = [
        ("count", allowed.len().into()),
        ("refused", refused.len().into()),
        ("verb", verb.to_owned().into()),
    ];
    let title = app.say("dialog-several", &counts).into_owned();
    let leave = app.text("dialog-leave").into_owned();
    let form = Form::new(title, verb.to_owned(), leave, Purpose::Record(asked)).showing(shown);
    form.open(app, &[])
}

/// Records the change for the tickets whose rules allow it, and names the others.
pub fn record(app: &mut App, tickets: &Tickets, doing: Doing<'_>) -> Vec<Effect> {
    let (allowed, refused) = split(app, tickets, doing);
    app.report_refused(&refused);
    if allowed.is_empty() {
        return Vec::new();
    }
    let asked = app.asked(&allowed, doing);
    app.record_asked(asked)
}

/// The dialog's answer is recorded; where no ticket allows it, the dialog stays with the reason at this field.
pub fn settle_form(app: &mut App, form: Box<Form>, field: &str, tickets: &Tickets, doing: Doing<'_>) -> Vec<Effect> {
    let (allowed, refused) = split(app, tickets, doing);
    match refused.first() {
        Some((_, refusal)) if allowed.is_empty() => {
            let why = app.refusal(refusal);
            form.refuse(app, refusal.field().unwrap_or(field), why)
        }
        _ => record(app, tickets, doing),
    }
}

/// The tickets whose rules allow it, and the numbers of the others with the reason.
fn split(app: &App, tickets: &Tickets, doing: Doing<'_>) -> (Tickets, Vec<(String, Refusal)>) {
    let mut allowed = Tickets::new();
    let mut refused = Vec::new();
    let Some(viewer) = &app.viewer else {
        return (allowed, refused);
    };
    for view in tickets {
        match consequence::outcome(app, view, &doing(view, &viewer.actor)) {
            Ok(_) => allowed.push(view.clone()),
            Err(refusal) => refused.push((view.line.number.clone(), refusal)),
        }
    }
    (allowed, refused)
}

/// What dialogs call these tickets: the one by its number, several by how many they are.
#[must_use]
pub fn what(app: &App, tickets: &Tickets) -> String {
    match tickets.as_slice() {
        [view] => view.line.number.clone(),
        several => app
            .say("dialog-tickets", &[("count", several.len().into())])
            .into_owned(),
    }
}

/// A dialog for these tickets: `Complete T20261120.0007`, with what will follow on top.
#[must_use]
pub fn dialog(app: &App, intent: Intent, title: &str, tickets: &Tickets, doing: Option<Doing<'_>>) -> Form {
    let what = what(app, tickets);
    let verb = words(app, intent, tickets);
    let arguments = [("what", what.into()), ("verb", verb.clone().into())];
    let title = app.say(title, &arguments).into_owned();
    let leave = app.text("dialog-leave").into_owned();
    let shown = doing.map_or_else(Vec::new, |doing| consequence::lines(app, tickets, doing));
    Form::new(title, verb, leave, Purpose::Ticket(intent, tickets.clone())).showing(shown)
}

/// What an intent is called in the words of these tickets.
fn words(app: &App, intent: Intent, tickets: &Tickets) -> String {
    let company = app.company_of(tickets.iter().map(|view| view.line.company_name.as_str()));
    let has_verb = app.settings.sentences.find(&format!("{}.verb", intent.sentence()), &[]);
    let form = if has_verb.is_some() { ".verb" } else { ".short" };
    app.words_for(intent, form, &company).into_owned()
}

/// Where a dialog's text is kept.
#[must_use]
pub fn draft(tickets: &Tickets, kind: DraftKind) -> DraftPlace {
    let ticket = match tickets.as_slice() {
        [view] => Some(view.line.id),
        _ => None,
    };
    DraftPlace {
        ticket,
        about: None,
        kind,
    }
}
