//! Saved views: a name for a filter, an order and columns. They lie as text in a file beside the settings, so that they
//! can be shared; digits open them, and the column of queues counts them.

mod held;
mod places;
mod read;
mod write;

pub use places::typed as typed_place;
pub use read::SETTINGS;
pub use write::{NotSaved, save, settings};

use crate::records::windows::Count;
use crate::tui::app::App;
use crate::tui::effect::{Effect, Generation, Load};
use crate::tui::panes::tickets::column::Column;
use crate::tui::panes::tickets::sort::Order;
use crate::tui::place::Place;
use std::path::PathBuf;

/// A saved view.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// What people call it.
    pub name: String,
    /// Which tickets, as one types it in the filter line; empty: all.
    pub filter: String,
    /// In which order; none: as the list is sorted.
    pub order: Option<Order>,
    /// What the list shows of each; none: as usual.
    pub columns: Option<Vec<Column>>,
    /// The digit that opens it.
    pub digit: Option<u8>,
    /// Where its filter stands, `views.toml:7`, for what is wrong with it.
    pub written_at: String,
}

/// The views that a person has saved.
#[derive(Clone, Debug, Default)]
pub struct Views {
    /// The file that they are read from and written to.
    pub file: PathBuf,
    /// In the order of the file.
    pub views: Vec<View>,
}

impl Views {
    /// The view of this digit, by its place in the file.
    #[must_use]
    pub fn at_digit(&self, digit: u8) -> Option<usize> {
        self.views.iter().position(|view| view.digit == Some(digit))
    }

    /// Takes one in that was saved, in the place of the one of its name; gives back where it stands.
    pub fn take(&mut self, view: View) -> usize {
        for other in &mut self.views {
            if other.digit == view.digit {
                other.digit = None;
            }
        }
        match self.views.iter().position(|other| other.name == view.name) {
            Some(at) => {
                self.views[at] = view;
                at
            }
            None => {
                self.views.push(view);
                self.views.len() - 1
            }
        }
    }
}

/// How many tickets each view has: counted beside the work, and only one round at a time.
#[derive(Debug, Default)]
pub struct Counts {
    /// By the views' places in the file; none where that isn't known.
    pub counts: Vec<Option<Count>>,
    load: Option<Generation>,
    is_outdated: bool,
}

/// Counts them anew, after the round that is under way.
pub fn count(app: &mut App) -> Vec<Effect> {
    let filters = app.settings.views.views.iter().map(|view| view.filter.clone());
    let filters: Vec<String> = filters.collect();
    if filters.is_empty() || app.viewer.is_none() {
        return Vec::new();
    }
    if app.view_counts.load.is_some() {
        app.view_counts.is_outdated = true;
        return Vec::new();
    }
    let (generation, effect) = app.load(Load::Counts(filters));
    app.view_counts.load = Some(generation);
    vec![effect]
}

/// A round is over.
pub fn counted(app: &mut App, generation: Generation, counts: Vec<Option<Count>>) -> Vec<Effect> {
    let known = &mut app.view_counts;
    if known.load.take_if(|load| *load == generation).is_none() {
        return app.dropped();
    }
    known.counts = counts;
    match std::mem::take(&mut known.is_outdated) {
        true => count(app),
        false => Vec::new(),
    }
}

/// Whether a load that failed was a round of counting: then nothing is known.
pub fn not_counted(app: &mut App, generation: Generation) -> bool {
    let is_mine = app.view_counts.load.take_if(|load| *load == generation).is_some();
    if is_mine {
        app.view_counts.counts.clear();
    }
    is_mine
}

/// The tickets that the list has now, as one would type them.
#[must_use]
pub fn typed(app: &App) -> String {
    let place = typed_place(app.tickets.place, app);
    joined(&place, app.tickets.filter.as_deref().unwrap_or_default())
}

/// What a list reads that stands in this place with this filter: a saved view is nothing but what was typed.
#[must_use]
pub fn read_with(app: &App, filter: &str) -> String {
    match app.tickets.place {
        Place::Saved(at) => {
            let view = app.settings.views.views.get(at);
            joined(view.map_or("", |view| &view.filter), filter)
        }
        _ => filter.to_owned(),
    }
}

/// Both filters at once.
fn joined(first: &str, second: &str) -> String {
    match (first.trim(), second.trim()) {
        ("", only) | (only, "") => only.to_owned(),
        (first, second) => format!("({first}) ({second})"),
    }
}
