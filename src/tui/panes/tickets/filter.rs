//! Filtering the list: what is typed selects at each key, and Enter keeps it.

use super::filter_line::FilterLine;
use super::restart;
use crate::query::typed::{Completion, TypedError};
use crate::tui::app::{App, Focus};
use crate::tui::effect::{Effect, Generation, Load, Source};
use crate::tui::intent::Intent;
use crate::tui::keymap::Key;
use crate::tui::place::Place;
use crate::tui::widgets::edit::Edit;
use crate::tui::widgets::line_input::LineInput;

/// Opens the line.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let before = app.tickets.filter.clone();
    let text = LineInput::new(before.as_deref().unwrap_or_default());
    app.tickets.filter_line = Some(FilterLine {
        text,
        before,
        ..FilterLine::default()
    });
    // The line may take its room from the list.
    let seen = app.layout().list_rows();
    app.tickets.scroll_to_cursor(seen);
    complete(app)
}

/// Does what was asked for while the line is open; none where that isn't the line's.
pub fn asked(app: &mut App, intent: Intent) -> Option<Vec<Effect>> {
    let line = app.tickets.filter_line.as_mut()?;
    if let Some(edit) = Edit::named(intent.name()) {
        line.text.edit(edit);
        return Some(changed(app));
    }
    Some(match intent {
        // What can't be read can't be kept; the bottom line says why.
        Intent::ApplyFilter if line.mistake.is_some() => Vec::new(),
        Intent::ApplyFilter => {
            app.tickets.kept_line = app.tickets.filter_line.take();
            Vec::new()
        }
        Intent::LeaveFilter | Intent::GoBack => {
            let before = line.before.take();
            app.tickets.filter_line = None;
            select(app, before)
        }
        Intent::CompleteFilter => {
            let completion = line.completion.clone()?;
            let first = completion.suggestions.first()?;
            let text = line.text.text();
            let (before, after) = (
                text.get(..completion.replaces.start)?,
                text.get(completion.replaces.end..)?,
            );
            line.text = LineInput::new(&format!("{before}{first}{after}"));
            changed(app)
        }
        Intent::AskServer => {
            app.tickets.source = Some(Source::Server);
            app.tickets.place = Place::Everything;
            app.done("filter-asks-server", &[]);
            restart(app)
        }
        _ => return None,
    })
}

/// A key that the line takes as text.
pub fn typed(app: &mut App, key: Key) -> Vec<Effect> {
    let changed_text = app.tickets.filter_line.as_mut().is_some_and(|line| line.text.key(key));
    if changed_text { changed(app) } else { Vec::new() }
}

/// A text that was pasted into the line.
pub fn pasted(app: &mut App, text: &str) -> Vec<Effect> {
    if let Some(line) = &mut app.tickets.filter_line {
        line.text.paste(text);
    }
    changed(app)
}

/// Takes the filter away.
pub fn clear(app: &mut App) -> Vec<Effect> {
    select(app, None)
}

fn changed(app: &mut App) -> Vec<Effect> {
    let Some(line) = &mut app.tickets.filter_line else {
        return Vec::new();
    };
    line.mistake = None;
    let text = line.text.text().to_owned();
    let mut effects = select(app, Some(text));
    effects.extend(complete(app));
    effects
}

/// Makes this the filter and reads the list again where it is another.
fn select(app: &mut App, text: Option<String>) -> Vec<Effect> {
    let text = text.filter(|text| !text.trim().is_empty());
    if app.tickets.filter == text {
        return Vec::new();
    }
    app.tickets.filter = text;
    restart(app)
}

fn complete(app: &mut App) -> Vec<Effect> {
    let Some(line) = &app.tickets.filter_line else {
        return Vec::new();
    };
    let load = Load::Completion(line.text.text().to_owned(), line.text.before_cursor().len());
    let (generation, effect) = app.load(load);
    if let Some(line) = &mut app.tickets.filter_line {
        line.completing = Some(generation);
    }
    vec![effect]
}

/// What may be typed next has come.
pub fn completed(app: &mut App, generation: Generation, completion: Completion) -> Vec<Effect> {
    match &mut app.tickets.filter_line {
        Some(line) if line.completing == Some(generation) => {
            line.completion = Some(completion);
            Vec::new()
        }
        _ => app.dropped(),
    }
}

/// What was typed can't be read: the list stays as it was, and the line says why. Where it was kept before that was
/// known, it opens again; where the person has gone on meanwhile, the filter is again what it was before.
pub fn not_understood(app: &mut App, generation: Generation, error: &TypedError) -> Vec<Effect> {
    if !super::is_awaited(app, generation) {
        return app.dropped();
    }
    app.tickets.is_unclear = true;
    let why = error.said(&app.settings.sentences);
    if let Place::Saved(at) = app.tickets.place
        && let Some(view) = app.settings.views.views.get(at)
        && error.span.start <= view.filter.len()
    {
        // What is wrong stands in the file, whatever is typed besides.
        let why = format!("{}: {why}", view.written_at);
        app.warn(why);
        return Vec::new();
    }
    if let Some(line) = &mut app.tickets.filter_line {
        line.mistake = Some(why);
        return Vec::new();
    }
    let kept = app.tickets.kept_line.take();
    if app.overlays.is_empty() && app.ticket.is_none() && app.focus == Focus::Tickets {
        app.tickets.filter_line = kept.map(|line| FilterLine {
            mistake: Some(why),
            ..line
        });
        return Vec::new();
    }
    app.warn(why);
    kept.map_or_else(Vec::new, |line| select(app, line.before))
}
