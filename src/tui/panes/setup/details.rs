//! The client's configuration as it is: who enabled Taskfire and when, the settings, what was agreed on. Before it is
//! enabled, what the step under the cursor is about.

use super::{Pane, prepare, steps};
use crate::records::administration::setup::{Setup, Step};
use crate::tui::app::App;
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::paint::Piece;

/// What stands below the steps.
#[must_use]
pub fn lines(pane: &Pane, app: &App, setup: &Setup, width: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    match pane.current().map(|step| step.step) {
        Some(Step::Enable) if setup.is_taskfire_active => lines.extend(enabled(app, setup, width)),
        Some(Step::FirstUser) => lines.extend(first_user(app, setup, width)),
        Some(step) => lines.extend(Line::wrapped(&app.text(&about(step)), "", width, Role::Text)),
        None => {}
    }
    if setup.is_taskfire_active {
        lines.push(Line::default());
        lines.extend(settings(app, setup, width));
    }
    let agreed = agreed(app, setup, width);
    if !agreed.is_empty() {
        lines.push(Line::default());
        lines.extend(agreed);
    }
    lines
}

/// What a step is about.
fn about(step: Step) -> String {
    format!("{}.about", steps::name(step))
}

/// By whom and when it was enabled, and how to see what was accepted.
fn enabled(app: &App, setup: &Setup, width: usize) -> Vec<Line> {
    let Some(line) = &setup.acknowledgement else {
        return Vec::new();
    };
    let arguments = [
        ("name", line.resource_name.as_str().into()),
        ("at", app.times().full(line.at).into()),
        ("version", line.version.into()),
    ];
    let mut said = app.say("setup-enabled-by", &arguments).into_owned();
    if let Some(since) = setup.enabled_since.filter(|since| *since != line.at) {
        let since = app.say("setup-on-since", &[("at", app.times().full(since).into())]);
        said = format!("{said} {since}");
    }
    let mut lines = Line::wrapped(&said, "", width, Role::Text);
    let contexts = app.work_contexts();
    if let Some(key) = app.settings.keymap.keys_for("setup.acknowledgement", &contexts) {
        let view = app.say("setup-view", &[("count", setup.acknowledgements.into())]);
        lines.push(Line::of(vec![
            Piece::new(key, Role::Key),
            Piece::new(format!(" {view}"), Role::Text),
        ]));
    }
    lines
}

/// Who could be the first, and what a licence costs.
fn first_user(app: &App, setup: &Setup, width: usize) -> Vec<Line> {
    let price = match (&setup.licence_fee, setup.is_own) {
        (_, true) => app.text("setup-price-own").into_owned(),
        (Some(fee), false) => {
            let arguments = [
                ("fee", fee.as_str().into()),
                ("currency", setup.currency.as_str().into()),
            ];
            app.say("setup-price", &arguments).into_owned()
        }
        (None, false) => app.text("setup-price-unknown").into_owned(),
    };
    let arguments = [
        ("contacts", setup.contacts.into()),
        ("users", setup.taskfire_users.into()),
    ];
    let people = app.say("setup-people", &arguments);
    let about = app.text(&about(Step::FirstUser)).into_owned();
    [about.as_str(), &people, &price]
        .into_iter()
        .flat_map(|text| Line::wrapped(text, "", width, Role::Text))
        .collect()
}

/// The three settings, each with its state.
fn settings(app: &App, setup: &Setup, width: usize) -> Vec<Line> {
    let Some(settings) = setup.settings else {
        return Vec::new();
    };
    let heading = Line::text(app.text("setup-settings").into_owned(), Role::Heading);
    let each = [
        ("setting-autotask", settings.complete_taskfire_with_autotask),
        ("setting-taskfire", settings.complete_autotask_with_taskfire),
        ("setting-financials", settings.hide_financials),
    ];
    let each = each.into_iter().flat_map(|(key, is_on)| {
        let mark = if is_on { "[x]" } else { "[ ]" };
        let role = if is_on { Role::Text } else { Role::Dim };
        Line::wrapped(&format!("{mark} {}", app.text(key)), "", width, role)
    });
    std::iter::once(heading).chain(each).collect()
}

/// What was agreed on beforehand, as far as it was.
fn agreed(app: &App, setup: &Setup, width: usize) -> Vec<Line> {
    let points = prepare::POINTS.iter().zip(prepare::answers(&setup.preparation));
    let answered: Vec<_> = points.filter(|(_, text)| !text.trim().is_empty()).collect();
    if answered.is_empty() {
        return Vec::new();
    }
    let heading = Line::text(app.text("setup-agreed").into_owned(), Role::Heading);
    let each = answered.into_iter().flat_map(|((_, key), text)| {
        let label = Line::text(app.text(key).into_owned(), Role::Dim);
        std::iter::once(label).chain(Line::wrapped(text, "  ", width, Role::Text))
    });
    std::iter::once(heading).chain(each).collect()
}
