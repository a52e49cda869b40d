//! Giving a person a level, or taking it away (CPX-02, CPX-03): which can be given and why others can't; for a Taskfire
//! level from when the licence counts and what it costs, before it is given (TF-24, TF-39, TF-40).

use super::{Pane, Subject, level_name, name, own_level, take_subject};
use crate::domain::SecurityLevel;
use crate::records::administration::Administration;
use crate::records::administration::people::{LevelChange, LevelLine, PersonLine};
use crate::records::drafts::DraftKind;
use crate::tui::app::App;
use crate::tui::effect::{About, Effect, Load};
use crate::tui::intent::Intent;
use crate::tui::overlays::field::Field;
use crate::tui::overlays::form::Form;
use crate::tui::overlays::form::draw::text_width;
use crate::tui::overlays::pick::Pick;
use crate::tui::overlays::{Answer, Choice, Overlay, Purpose};
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::paint::Piece;
use crate::tui::widgets::pick_list::Item;

/// The levels to pick from: those that can't be given stand there too and say why.
#[must_use]
pub fn items(app: &App, pane: &Pane, person: Option<&PersonLine>) -> Vec<Item<Choice>> {
    let now = person.and_then(|person| person.level);
    let item = |level: &LevelLine| {
        let why = match now == Some(level.id) {
            true => Some("people-has-level"),
            false => why_not(app, pane, level),
        };
        let detail = why.map_or_else(|| meaning(app, level), |key| app.text(key).into_owned());
        Item {
            value: Choice::Level(Some(level.id)),
            label: level_name(app, level),
            detail,
            is_available: why.is_none(),
        }
    };
    let mut items: Vec<_> = pane.levels.items.iter().map(item).collect();
    items.sort_by_key(|item| !item.is_available);
    if now.is_some() {
        items.push(Item {
            value: Choice::Level(None),
            label: app.text("people-no-level").into_owned(),
            detail: app.text("people-no-level-detail").into_owned(),
            is_available: true,
        });
    }
    items
}

/// What one of the provider's own levels is made after; a system level says it by its name.
fn meaning(app: &App, level: &LevelLine) -> String {
    if level.is_system {
        return String::new();
    }
    let like = super::system_name(app, level.security_level);
    app.say("people-level-like", &[("level", like.into())]).into_owned()
}

/// Why whoever is signed in can't give this level here.
fn why_not(app: &App, pane: &Pane, level: &LevelLine) -> Option<&'static str> {
    let is_licence = level.security_level.works_tickets();
    if !level.is_assignable {
        let is_provider = super::level_of(app) == Some(SecurityLevel::ProviderAdmin);
        return Some(match (is_licence, is_provider) {
            (_, true) => "people-level-not-here",
            (true, false) => "people-level-by-provider",
            (false, false) => "people-level-kept",
        });
    }
    let is_off = pane.setup.as_ref().is_some_and(|setup| !setup.is_taskfire_active);
    (is_licence && is_off).then_some("people-taskfire-off")
}

/// The licence fee that a dialog shows which is opened now.
#[must_use]
pub fn shown_fee(pane: &Pane) -> Option<String> {
    pane.setup.as_ref()?.licence_fee.clone()
}

/// From when a licence counts that begins now, and what it costs.
#[must_use]
pub fn licence_begins(app: &App, pane: &Pane) -> Vec<String> {
    let today = pane.people.today.as_str();
    let counts = app.say("people-licence-counts", &[("date", today.into())]).into_owned();
    std::iter::once(counts).chain(fee(app, pane)).collect()
}

/// What a licence costs, where the provider is looking.
#[must_use]
pub fn fee(app: &App, pane: &Pane) -> Option<String> {
    let setup = pane.setup.as_ref().filter(|setup| setup.is_taskfire_active)?;
    let text = match &setup.licence_fee {
        _ if setup.is_own => app.text("people-fee-own"),
        Some(fee) => {
            let fee = format!("{fee} {}", setup.currency);
            app.say("people-fee", &[("fee", fee.into())])
        }
        None => app.text("people-fee-unknown"),
    };
    Some(text.into_owned())
}

/// Asks which.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Some(person) = take_subject(app) else {
        return Vec::new();
    };
    let Some(pane) = app.pane::<Pane>() else {
        return Vec::new();
    };
    let title = app.say("people-level-title", &[("name", name(&person).into())]);
    let pick = Pick::new(
        title.into_owned(),
        items(app, pane, Some(&person)),
        Purpose::Page(chosen),
    );
    app.overlays.push(Overlay::Pick(pick));
    Vec::new()
}

/// A level was chosen: says what follows before it is given.
fn chosen(app: &mut App, answer: Answer) -> Vec<Effect> {
    let Answer::Chosen(Choice::Level(level)) = answer else {
        return Vec::new();
    };
    let Some(pane) = app.pane_mut::<Pane>() else {
        return Vec::new();
    };
    let Some(person) = pane.subject().cloned() else {
        return Vec::new();
    };
    let begins = begins_licence(&person, level.and_then(|id| pane.level(id)));
    pane.subject = Some(Subject {
        person: Some(person.id),
        level,
        seen_fee: shown_fee(pane).filter(|_| begins),
        ..Subject::default()
    });
    let Some(pane) = app.pane::<Pane>() else {
        return Vec::new();
    };
    let given = pane.given();
    let mut shown = what_follows(app, pane, &person, given);
    let (mut fields, mut loads) = (Vec::new(), Vec::new());
    if given.is_some() && person.user_name.is_empty() {
        let width = text_width(app);
        shown.extend(Line::wrapped(
            &app.text("people-level-makes-login"),
            "",
            width,
            Role::Text,
        ));
        shown.extend(Line::wrapped(&app.text("people-password-once"), "", width, Role::Dim));
        fields.push(Field::line("userName", app.text("field-userName").into_owned(), ""));
        let label = app.text("people-first-password").into_owned();
        fields.push(Field::line("password", label, "").never_kept());
        loads.push(("password", Load::FirstPassword));
    }
    let title = app.say("people-level-title", &[("name", name(&person).into())]);
    let verb = app.text(match given {
        Some(_) => "people-level-verb",
        None => "people-no-level-verb",
    });
    let leave = app.text(match fields.is_empty() {
        true => "form-leave-as-it-was",
        false => "dialog-keep",
    });
    let leave = leave.into_owned();
    let form = Form::new(title.into_owned(), verb.into_owned(), leave, Purpose::Page(confirm));
    form.showing(shown)
        .with(fields)
        .kept_about(DraftKind::Level, Some(About::Contact(person.id)))
        .open(app, &loads)
}

/// Whether a licence begins with this level, which is said and confirmed with its fee.
fn begins_licence(person: &PersonLine, given: Option<&LevelLine>) -> bool {
    let had = person.security_level.is_some_and(SecurityLevel::works_tickets);
    !had && given.is_some_and(|level| level.security_level.works_tickets())
}

/// From what to what, and what follows from it, line by line.
fn what_follows(app: &App, pane: &Pane, person: &PersonLine, given: Option<&LevelLine>) -> Vec<Line> {
    let new = match given {
        Some(level) => level_name(app, level),
        None => app.text("people-no-level").into_owned(),
    };
    let mut shown = vec![Line::of(vec![
        Piece::new(own_level(app, person), Role::Dim),
        Piece::new("  →  ", Role::Rule),
        Piece::new(new, Role::Heading),
    ])];
    let had = person.security_level.is_some_and(SecurityLevel::works_tickets);
    let has = given.is_some_and(|level| level.security_level.works_tickets());
    let width = text_width(app);
    let mut add = |text: String, role| shown.extend(Line::wrapped(&text, "", width, role));
    match (had, has) {
        (false, true) => {
            for text in licence_begins(app, pane) {
                add(text, Role::Text);
            }
        }
        (true, false) => {
            add(app.text("people-licence-ends").into_owned(), Role::Text);
            add(app.text("people-taken-off").into_owned(), Role::Text);
        }
        (true, true) => add(app.text("people-licence-stays").into_owned(), Role::Dim),
        (false, false) => {}
    }
    if given.is_none() {
        shown.extend(Line::wrapped(&app.text("people-portal-ends"), "", width, Role::Text));
    }
    shown
}

/// Gives it.
fn confirm(app: &mut App, answer: Answer) -> Vec<Effect> {
    let Answer::Filled(form) = answer else {
        return Vec::new();
    };
    let Some(pane) = app.pane::<Pane>() else {
        return Vec::new();
    };
    let (Some(person), given) = (pane.subject(), pane.given()) else {
        return Vec::new();
    };
    let typed = |field| Some(form.text(field).trim().to_owned()).filter(|text| !text.is_empty());
    let change = LevelChange {
        level: given.map(|level| level.id),
        user_name: typed("userName"),
        password: typed("password"),
        seen_fee: pane.seen_fee(),
    };
    let (id, who) = (person.id, name(person));
    let done = match given {
        Some(level) => {
            let level = level_name(app, level);
            app.say("people-level-given", &[("name", who.into()), ("level", level.into())])
        }
        None => app.say("people-level-taken", &[("name", who.into())]),
    };
    let done = done.into_owned();
    app.administer_form(form, Administration::ChangeLevel(id, change), done)
}
