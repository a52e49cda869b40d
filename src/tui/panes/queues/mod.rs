//! The column of views, queues, and clients with whom tickets are shared, with their counts.

pub mod draw;

use crate::domain::Side;
use crate::records::windows::Count;
use crate::tui::app::moving::Step;
use crate::tui::app::{App, Focus};
use crate::tui::effect::Effect;
use crate::tui::overlays::Overlay;
use crate::tui::place::{self, Place, views};
use ratatui::layout::{Position, Rect};

/// The column's state.
#[derive(Debug, Default)]
pub struct Pane {
    /// The entry under the cursor.
    pub cursor: Place,
}

/// A line of the column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// The title of a group.
    Heading(&'static str),
    /// Nothing.
    Gap,
    /// A place to go to, with its name and how many tickets it has.
    Place(Place, String, Option<Count>),
}

/// The column from top to bottom.
#[must_use]
pub fn lines(app: &App) -> Vec<Line> {
    let counts = app.desk.views;
    let exactly = |number| Count { number, or_more: false };
    let count = |place: Place| match place {
        Place::Mine => Some(exactly(counts.mine)),
        Place::MineLate => Some(exactly(counts.mine_late)),
        Place::Unassigned => Some(exactly(counts.unassigned)),
        Place::Back => Some(exactly(counts.back)),
        Place::Saved(at) => app.view_counts.counts.get(at).copied().flatten(),
        _ => None,
    };
    let mut lines = vec![Line::Heading("heading-views")];
    lines.extend(
        views(app)
            .iter()
            .copied()
            .chain((0..app.settings.views.views.len()).map(Place::Saved))
            .map(|place| Line::Place(place, place.title(app), count(place))),
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
    lines.extend(own.map(|queue| Line::Place(Place::Queue(queue.id), queue.name.clone(), Some(exactly(queue.open)))));
    if !app.desk.shared.is_empty() {
        let heading = match app.side() {
            Side::Autotask => "heading-shared",
            Side::Taskfire => "heading-provider",
        };
        lines.extend([Line::Gap, Line::Heading(heading)]);
        let shared = app.desk.shared.iter();
        lines.extend(shared.map(|line| {
            let place = Place::Shared(line.company);
            Line::Place(place, place.title(app), Some(exactly(line.open)))
        }));
    }
    lines
}

fn places(app: &App) -> Vec<Place> {
    let place = |line| match line {
        Line::Place(place, ..) => Some(place),
        _ => None,
    };
    lines(app).into_iter().filter_map(place).collect()
}

/// Gives the column the focus; where there is no room for it, it floats over the list.
pub fn focus(app: &mut App) {
    app.go_to(Focus::Queues);
    app.queues.cursor = app.tickets.place;
    if app.layout().queues.is_none() {
        app.overlays.push(Overlay::Queues);
    }
}

/// Moves the cursor.
pub fn moved(app: &mut App, step: Step) {
    let places = places(app);
    let cursor = places.iter().position(|place| *place == app.queues.cursor).unwrap_or(0);
    if let Some(place) = places.get(step.from(cursor, places.len())) {
        app.queues.cursor = *place;
    }
}

/// Opens the list of the entry under the cursor.
pub fn open(app: &mut App) -> Vec<Effect> {
    place::go(app, app.queues.cursor)
}

/// A press on the column, which is drawn there: the list of that entry.
pub fn pressed(app: &mut App, column: Rect, at: Position) -> Vec<Effect> {
    let lines = lines(app);
    let line = draw::top(app, &lines, column) + usize::from(at.y - column.y);
    match lines.get(line) {
        Some(Line::Place(place, ..)) => place::go(app, *place),
        _ => Vec::new(),
    }
}

/// The counts are others; an entry under the cursor may be gone.
pub fn refreshed(app: &mut App) {
    if !places(app).contains(&app.queues.cursor) {
        app.queues.cursor = app.tickets.place;
    }
}
