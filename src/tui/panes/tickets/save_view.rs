//! Saving the list as it stands as a view: its filter, its order and its columns under a name and a digit.

use super::column::{self, Column};
use crate::records::drafts::DraftKind;
use crate::tui::app::App;
use crate::tui::effect::{Draft, DraftPlace, Effect};
use crate::tui::intent::Intent;
use crate::tui::overlays::confirm::Confirm;
use crate::tui::overlays::field::Field;
use crate::tui::overlays::form::Form;
use crate::tui::overlays::{Answer, Overlay, Purpose};
use crate::tui::place::{self, Place};
use crate::tui::theme::Role;
use crate::tui::views::{self, View};
use crate::tui::widgets::line::Line;

/// No name is longer, in letters.
const LONGEST: usize = 40;
/// Where what is typed here is kept.
const DRAFT: DraftPlace = DraftPlace {
    ticket: None,
    about: None,
    kind: DraftKind::View,
};

/// Asks for name and digit, and tells what is saved.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let known = saved(app);
    let name = match (known, &app.tickets.filter) {
        (Some(view), _) => view.name.clone(),
        (None, Some(filter)) => format!("{}: {filter}", app.tickets.place.title(app)),
        (None, None) => app.tickets.place.title(app),
    };
    let name: String = name.chars().take(LONGEST).collect();
    let digit = known.and_then(|view| view.digit).or_else(|| free_digit(app));
    let digit = digit.map(|digit| digit.to_string()).unwrap_or_default();
    let label = |key: &str| app.text(key).into_owned();
    let fields = vec![
        Field::line("name", label("view-name"), &name),
        Field::line("digit", label("view-digit"), &digit),
    ];
    let form = Form::new(
        label("view-title"),
        label("view-save"),
        label("dialog-leave"),
        Purpose::SaveView,
    );
    form.showing(shown(app)).with(fields).kept(DRAFT).open(app, &[])
}

/// The view that the list shows, if it is one.
fn saved(app: &App) -> Option<&View> {
    match app.tickets.place {
        Place::Saved(at) => app.settings.views.views.get(at),
        _ => None,
    }
}

/// The first digit that opens nothing.
fn free_digit(app: &App) -> Option<u8> {
    (1..=9).find(|digit| place::of_digit(app, *digit).is_none())
}

/// What is saved, line by line.
fn shown(app: &App) -> Vec<Line> {
    let width = usize::from(app.size.0).saturating_sub(8).min(72);
    let columns: Vec<String> = column::wanted(app)
        .into_iter()
        .flat_map(Column::headings)
        .map(|key| app.text(key).into_owned())
        .collect();
    let filter = match views::typed(app) {
        all if all.is_empty() => app.text("view-everything").into_owned(),
        filter => filter,
    };
    let told = [filter, app.tickets.order.words(app), columns.join(", ")];
    let lines = told.iter().flat_map(|text| Line::wrapped(text, "", width, Role::Dim));
    lines.collect()
}

/// They were given: it is written, and then shown. Saving the view that the list shows once more is asked about first.
pub fn confirm(app: &mut App, answer: Answer) -> Vec<Effect> {
    let Answer::Filled(form) = answer else {
        return Vec::new();
    };
    let view = match read(app, &form) {
        Ok(view) => view,
        Err((field, why)) => return form.refuse(app, field, why),
    };
    if saved(app).is_none_or(|shown| shown.name != view.name) {
        return save(app, view);
    }
    let question = app.say("view-replace", &[("name", view.name.as_str().into())]);
    let question = question.into_owned();
    // The dialog stays below until that is answered.
    app.overlays.push(Overlay::Form(form));
    let confirm = Confirm::new(question, Purpose::ReplaceView(Box::new(view)));
    app.overlays.push(Overlay::Confirm(confirm));
    Vec::new()
}

/// The view that is there may be another one from now on.
pub fn replace(app: &mut App, view: View) -> Vec<Effect> {
    app.overlays.pop_if(|dialog| matches!(dialog, Overlay::Form(_)));
    save(app, view)
}

fn save(app: &App, view: View) -> Vec<Effect> {
    vec![Effect::SaveView(app.settings.views.file.clone(), Box::new(view))]
}

/// Reads the dialog; an error is the field and the sentence. No other view loses its name or its digit to this one.
fn read(app: &App, form: &Form) -> Result<View, (&'static str, String)> {
    let name = form.text("name").trim().to_owned();
    let typed = form.text("digit").trim().to_owned();
    let digit: Option<u8> = typed.parse().ok().filter(|digit| (1..=9).contains(digit));
    if name.is_empty() || name.chars().count() > LONGEST || name.chars().any(char::is_control) {
        let why = app.say("view-name-wrong", &[("most", LONGEST.into())]);
        return Err(("name", why.into_owned()));
    }
    if digit.is_none() && !typed.is_empty() {
        return Err(("digit", app.text("view-digit-wrong").into_owned()));
    }
    let shown = saved(app).map(|shown| shown.name.as_str());
    let mut views = app.settings.views.views.iter();
    if shown != Some(name.as_str()) && views.clone().any(|other| other.name == name) {
        let why = app.say("view-name-taken", &[("name", name.into())]);
        return Err(("name", why.into_owned()));
    }
    if let Some(other) = views.find(|other| digit.is_some() && other.digit == digit && other.name != name) {
        let words = [("digit", typed.into()), ("name", other.name.as_str().into())];
        return Err(("digit", app.say("view-digit-taken", &words).into_owned()));
    }
    Ok(View {
        name,
        filter: views::typed(app),
        order: Some(app.tickets.order),
        columns: app.tickets.columns.clone(),
        digit,
        written_at: app.settings.views.file.display().to_string(),
    })
}

/// It is in its file, or the sentence says why not; then what was typed is still there.
pub fn written(app: &mut App, view: View, result: Result<(), String>) -> Vec<Effect> {
    if let Err(why) = result {
        app.warn(why);
        return Vec::new();
    }
    let file = app.settings.views.file.display().to_string();
    app.done(
        "view-saved",
        &[("name", view.name.as_str().into()), ("file", file.into())],
    );
    let at = app.settings.views.take(view);
    let text = String::new();
    let mut effects = vec![Effect::SaveDraft(Draft { place: DRAFT, text })];
    effects.extend(views::count(app));
    effects.extend(super::open(app, Place::Saved(at)));
    effects
}
