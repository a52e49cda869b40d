//! Choosing among a page's lines by typing: each key asks anew, Enter keeps what was typed, Esc takes it away.

use super::super::App;
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};
use crate::tui::keymap::{Context, Key};
use crate::tui::widgets::edit::Edit;
use crate::tui::widgets::line_input::LineInput;

/// The contexts that hold while one types.
pub const CONTEXTS: [Context; 3] = [Context::Filter, Context::Editing, Context::Always];

/// Whether the page in front has something to choose among.
#[must_use]
pub fn availability(app: &App, _: Intent) -> Availability {
    match app.page() {
        Some(page) if page.pane().contexts().contains(&Context::Page) => Availability::Available,
        _ => Availability::Refused(app.text("reason-nothing-to-filter").into_owned()),
    }
}

/// Opens the line.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    if let Some(page) = app.pages.last_mut()
        && let Some(typed) = page.pane.filter()
    {
        page.filter_line = Some(LineInput::new(typed));
    }
    Vec::new()
}

/// Whether one types in the line of the page in front.
#[must_use]
pub fn is_open(app: &App) -> bool {
    app.page().is_some_and(|page| page.filter_line.is_some())
}

/// Does what was asked for while the line is open; none where that isn't the line's.
pub fn asked(app: &mut App, intent: Intent) -> Option<Vec<Effect>> {
    let page = app.pages.last_mut()?;
    let line = page.filter_line.as_mut()?;
    if let Some(edit) = Edit::named(intent.name()) {
        line.edit(edit);
        return Some(changed(app));
    }
    match intent {
        Intent::ApplyFilter => page.filter_line = None,
        Intent::LeaveFilter | Intent::GoBack => {
            line.edit(Edit::LineEnd);
            line.edit(Edit::DeleteToStart);
            let effects = changed(app);
            app.pages.last_mut()?.filter_line = None;
            return Some(effects);
        }
        Intent::CompleteFilter => {}
        _ => return None,
    }
    Some(Vec::new())
}

/// A key that the line takes as text.
pub fn typed(app: &mut App, key: Key) -> Vec<Effect> {
    let line = app.pages.last_mut().and_then(|page| page.filter_line.as_mut());
    if line.is_some_and(|line| line.key(key)) {
        return changed(app);
    }
    Vec::new()
}

/// A text that was pasted into the line.
pub fn pasted(app: &mut App, text: &str) -> Vec<Effect> {
    if let Some(line) = app.pages.last_mut().and_then(|page| page.filter_line.as_mut()) {
        line.paste(text);
    }
    changed(app)
}

fn changed(app: &mut App) -> Vec<Effect> {
    let Some(page) = app.pages.last_mut() else {
        return Vec::new();
    };
    let text = page.filter_line.as_ref().map_or("", LineInput::text).trim().to_owned();
    match page.pane.filter() {
        Some(typed) if *typed != text => *typed = text,
        _ => return Vec::new(),
    }
    chosen(app)
}

/// Chooses by what was typed: here, or by asking anew.
pub(super) fn chosen(app: &mut App) -> Vec<Effect> {
    // What is chosen here is so at once; an answer may bring others.
    app.settle_page();
    if app.page().is_some_and(|page| page.pane().filters_here()) {
        return Vec::new();
    }
    app.ask_page()
}
