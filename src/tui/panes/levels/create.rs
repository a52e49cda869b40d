//! A level of the provider's own: a name for what one of the system's levels lets people do (CPX-09).

use super::Pane;
use crate::domain::SecurityLevel;
use crate::records::administration::Administration;
use crate::records::administration::people::{LevelLine, NewLevel};
use crate::records::drafts::DraftKind;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;
use crate::tui::overlays::field::Field;
use crate::tui::overlays::form::Form;
use crate::tui::overlays::form::draw::text_width;
use crate::tui::overlays::pick::item;
use crate::tui::overlays::{Answer, Choice, Purpose};
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;

/// Asks what it is to be.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Some(pane) = app.pane::<Pane>() else {
        return Vec::new();
    };
    let systems = pane.levels.items.iter().filter(|level| level.is_system);
    let one = |level: &LevelLine| item(super::name(app, level), "", Choice::Level(Some(level.id)));
    let items: Vec<_> = systems.map(one).collect();
    let first = items.first().cloned();
    let fields = vec![
        Field::line("name", app.text("levels-name").into_owned(), ""),
        Field::pick("like", app.text("levels-like").into_owned(), items, first),
        Field::switch(
            "isClientAssignable",
            app.text("levels-client-may-give").into_owned(),
            true,
        ),
    ];
    let title = app.text("levels-create-title").into_owned();
    let verb = app.text("levels-create-verb").into_owned();
    let leave = app.text("dialog-keep").into_owned();
    let shown = Line::wrapped(&app.text("levels-create-about"), "", text_width(app), Role::Dim);
    let form = Form::new(title, verb, leave, Purpose::Page(confirm));
    form.showing(shown)
        .with(fields)
        .kept_about(DraftKind::NewLevel, None)
        .open(app, &[])
}

fn confirm(app: &mut App, answer: Answer) -> Vec<Effect> {
    let Answer::Filled(form) = answer else {
        return Vec::new();
    };
    let like = match form.choice("like") {
        Some(Choice::Level(Some(level))) => SecurityLevel::from_portal_number(*level),
        _ => None,
    };
    let Some(like) = like else {
        let why = app.text("people-level-needed").into_owned();
        return form.refuse(app, "like", why);
    };
    let name = form.text("name").trim().to_owned();
    let done = app
        .say("levels-created", &[("name", name.as_str().into())])
        .into_owned();
    let new = NewLevel {
        name,
        like,
        is_client_assignable: form.is_on("isClientAssignable") && !like.works_tickets(),
    };
    app.administer_form(form, Administration::CreateLevel(new), done)
}
