//! The column of views, queues, and clients with whom tickets are shared, with their counts; above them the one ticket
//! that is best done now.

pub mod draw;

use crate::domain::Side;
use crate::records::views::ViewCounts;
use crate::records::windows::Count;
use crate::tui::app::moving::Step;
use crate::tui::app::{App, Focus};
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;
use crate::tui::overlays::Overlay;
use crate::tui::place::{self, Place, views};
use ratatui::layout::{Position, Rect};

/// The column's state.
#[derive(Debug, Default)]
pub struct Pane {
    /// The entry under the cursor.
    pub cursor: Entry,
}

/// What one can go to from here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// The one ticket that is best done now.
    Next,
    /// A list.
    Place(Place),
}

impl Default for Entry {
    fn default() -> Self {
        Self::Place(Place::default())
    }
}

/// A line of the column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// The title of a group.
    Heading(&'static str),
    /// Nothing.
    Gap,
    /// An entry, with its name and how many tickets it has.
    Entry(Entry, String, Option<Count>),
}

/// The column from top to bottom.
#[must_use]
pub fn lines(app: &App) -> Vec<Line> {
    let counts = app.desk.views;
    let exactly = |number| Count { number, or_more: false };
    let counted = |of: fn(&ViewCounts) -> u64| counts.as_ref().map(of).map(exactly);
    let count = |place: Place| match place {
        Place::Mine => counted(|counts| counts.mine),
        Place::MineLate => counted(|counts| counts.mine_late),
        Place::Unassigned => counted(|counts| counts.unassigned),
        Place::Back => counted(|counts| counts.back),
        Place::Saved(at) => app.view_counts.counts.get(at).copied().flatten(),
        _ => None,
    };
    let place = |place: Place, count| Line::Entry(Entry::Place(place), place.title(app), count);
    let mut lines = vec![Line::Heading("heading-views")];
    if app.works_tickets() {
        lines.push(Line::Entry(Entry::Next, app.text("view-next").into_owned(), None));
    }
    lines.extend(
        views(app)
            .iter()
            .copied()
            .chain((0..app.settings.views.views.len()).map(Place::Saved))
            .map(|view| place(view, count(view))),
    );
    // People of the portal follow tickets; queues and hand-overs are the matter of those who work them.
    if !app.works_tickets() {
        return lines;
    }
    // A technician of the provider works its queues; the client's own ones are the client's matter.
    let own = app.desk.queues.iter().filter(|queue| queue.side == app.side());
    let mut own = own.peekable();
    if own.peek().is_some() {
        lines.extend([Line::Gap, Line::Heading("heading-queues")]);
    }
    lines.extend(own.map(|queue| {
        let entry = Entry::Place(Place::Queue(queue.id));
        Line::Entry(entry, queue.name.clone(), Some(exactly(queue.open)))
    }));
    if !app.desk.shared.is_empty() {
        let heading = match app.side() {
            Side::Autotask => "heading-shared",
            Side::Taskfire => "heading-provider",
        };
        lines.extend([Line::Gap, Line::Heading(heading)]);
        let shared = app.desk.shared.iter();
        lines.extend(shared.map(|line| place(Place::Shared(line.company), Some(exactly(line.open)))));
    }
    lines
}

fn entries(app: &App) -> Vec<Entry> {
    let entry = |line| match line {
        Line::Entry(entry, ..) => Some(entry),
        _ => None,
    };
    lines(app).into_iter().filter_map(entry).collect()
}

/// Gives the column the focus; where there is no room for it, it floats over the list.
pub fn focus(app: &mut App) {
    app.go_to(Focus::Queues);
    app.queues.cursor = Entry::Place(app.tickets.place);
    if app.layout().queues.is_none() {
        app.overlays.push(Overlay::Queues);
    }
}

/// Moves the cursor.
pub fn moved(app: &mut App, step: Step) {
    let entries = entries(app);
    let cursor = entries
        .iter()
        .position(|entry| *entry == app.queues.cursor)
        .unwrap_or(0);
    if let Some(entry) = entries.get(step.from(cursor, entries.len())) {
        app.queues.cursor = *entry;
    }
}

/// Opens the entry under the cursor.
pub fn open(app: &mut App) -> Vec<Effect> {
    go(app, app.queues.cursor)
}

/// From the ticket one comes back to the list.
fn go(app: &mut App, entry: Entry) -> Vec<Effect> {
    match entry {
        Entry::Place(place) => place::go(app, place),
        Entry::Next => {
            app.go_to(Focus::Tickets);
            app.ask(Intent::NextForMe)
        }
    }
}

/// A press on the column, which is drawn there: that entry.
pub fn pressed(app: &mut App, column: Rect, at: Position) -> Vec<Effect> {
    let lines = lines(app);
    let line = draw::top(app, &lines, column) + usize::from(at.y - column.y);
    match lines.get(line) {
        Some(Line::Entry(entry, ..)) => go(app, *entry),
        _ => Vec::new(),
    }
}

/// The counts are others; an entry under the cursor may be gone.
pub fn refreshed(app: &mut App) {
    if !entries(app).contains(&app.queues.cursor) {
        app.queues.cursor = Entry::Place(app.tickets.place);
    }
}
