//! The list of tickets: a window of it around the cursor, marks, filter, and the preview of the ticket under the
//! cursor. The cursor stays on its ticket whatever changes under it.

pub mod arrived;
pub mod choose_columns;
pub mod column;
pub mod columns;
pub mod draw;
pub mod filter;
pub mod filter_line;
pub mod hits;
pub mod lines;
pub mod mark;
pub mod next;
pub mod preview;
pub mod preview_draw;
pub mod save_view;
pub mod sort;

use crate::base::ids::TicketId;
use crate::records::views::TicketLine;
use crate::records::windows::{Anchor, Count, ListWindow};
use crate::tui::app::moving::{Step, scrolled};
use crate::tui::app::{App, Focus};
use crate::tui::effect::{Effect, Generation, ListRequest, Load, Source};
use crate::tui::place::Place;
use crate::tui::views;
use column::Column;
use filter_line::FilterLine;
use preview::Preview;
use sort::Order;
use std::collections::BTreeSet;

/// So many lines are loaded around the cursor.
pub const WINDOW: usize = 200;
/// Nearer than this to the window's edge, the next piece is loaded.
const EDGE: usize = 50;

/// The list's state.
#[derive(Debug, Default)]
pub struct Pane {
    /// Which tickets.
    pub place: Place,
    /// What was typed to choose among them.
    pub filter: Option<String>,
    /// The filter while one types it.
    pub filter_line: Option<FilterLine>,
    /// The line that was kept before it was known whether it can be read.
    kept_line: Option<FilterLine>,
    /// In which order.
    pub order: Order,
    /// What is shown of each; none: as usual.
    pub columns: Option<Vec<Column>>,
    /// Order and columns outside of saved views, while one of those is shown.
    own: Option<(Order, Option<Vec<Column>>)>,
    /// Who was asked: after `/` twice the server.
    pub source: Option<Source>,
    /// The lines that are shown.
    pub lines: Vec<TicketLine>,
    /// Whether the first of them is the list's first.
    pub is_start: bool,
    /// Whether the last of them is the list's last.
    pub is_end: bool,
    /// How many the whole list has.
    pub total: Count,
    /// Whether the lines stand in another order than the chosen one, since there are too many of them at the server.
    pub is_by_fields_only: bool,
    /// The line under the cursor.
    pub cursor: usize,
    /// The first line that is seen.
    pub top: usize,
    /// The marked tickets, whether or not this list has them.
    pub marks: BTreeSet<TicketId>,
    /// The ticket that left the list from under the cursor, until the cursor is moved.
    pub left: Option<Left>,
    /// What arrived above the cursor and is not shown yet.
    pub arrived: BTreeSet<TicketId>,
    /// The ticket under the cursor at more length.
    pub preview: Preview,
    /// Whether the list was ever loaded.
    pub is_loaded: bool,
    /// Whether its filter can't be read: the lines are those of what could be read last.
    pub is_unclear: bool,
    /// The load under way and why.
    load: Option<(Generation, Because)>,
    /// Whether rows changed since that load was asked for.
    is_outdated: bool,
    /// The load of what is to be marked.
    selecting: Option<Generation>,
    /// The look for what is best done next.
    looking: Option<next::Looking>,
}

/// Why a piece of the list is loaded, and so where its cursor comes to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Because {
    /// Another list: its first line.
    Opened,
    /// The cursor went to the list's first line.
    First,
    /// The cursor went to the list's last line.
    Last,
    /// The cursor came near the window's edge: it stays on its ticket.
    Edge,
    /// Rows changed: it stays on its ticket, and what arrived above it is only counted.
    News,
    /// What arrived is to be shown.
    Arrived,
}

/// A ticket that left the list from under the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Left {
    /// Which.
    pub ticket: TicketId,
    /// Whether the cursor stands on the one that followed it; else on the one before.
    pub cursor_is_behind: bool,
}

impl Pane {
    /// The line under the cursor.
    #[must_use]
    pub fn current(&self) -> Option<&TicketLine> {
        self.lines.get(self.cursor)
    }

    /// The place of the ticket under the cursor in the whole list, from 1, where that is known.
    #[must_use]
    pub fn position(&self) -> Option<usize> {
        (self.is_start && !self.lines.is_empty()).then_some(self.cursor + 1)
    }

    /// The words that the filter searches for.
    #[must_use]
    pub fn searched(&self) -> Vec<String> {
        self.filter.as_deref().map(hits::searched).unwrap_or_default()
    }

    /// Scrolls so that the cursor is seen where so many tickets are.
    pub fn scroll_to_cursor(&mut self, seen: usize) {
        self.top = scrolled(self.top, self.cursor, seen);
    }

    fn take(&mut self, window: ListWindow, because: Because) {
        let row = self.cursor.saturating_sub(self.top);
        let stands_on = self.surviving(&window);
        match because {
            Because::Opened | Because::First | Because::Last => self.left = None,
            Because::Edge | Because::News | Because::Arrived => self.note_left(stands_on),
        }
        if because == Because::News {
            self.count_arrivals(&window);
        } else if because != Because::Edge {
            self.arrived.clear();
        }
        let arrived = &self.arrived;
        self.lines = window
            .lines
            .into_iter()
            .filter(|line| !arrived.contains(&line.id))
            .collect();
        self.is_start = window.is_start;
        self.is_end = window.is_end;
        self.total = window.total;
        self.is_by_fields_only = window.is_by_fields_only;
        self.is_loaded = true;
        self.is_unclear = false;
        let last = self.lines.len().saturating_sub(1);
        let kept = || stands_on.and_then(|id| self.lines.iter().position(|line| line.id == id));
        match because {
            Because::Opened | Because::First => (self.cursor, self.top) = (0, 0),
            Because::Last => self.cursor = last,
            Because::Edge | Because::News | Because::Arrived => {
                self.cursor = kept().unwrap_or(self.cursor.min(last));
                self.top = self.cursor.saturating_sub(row);
            }
        }
    }

    /// The ticket that the cursor will stand on: its own while the list has it, else the next one that it has.
    fn surviving(&self, window: &ListWindow) -> Option<TicketId> {
        let has = |id: TicketId| window.lines.iter().any(|line| line.id == id);
        let (before, from) = self.lines.split_at(self.cursor.min(self.lines.len()));
        let mut candidates = from.iter().chain(before.iter().rev()).map(|line| line.id);
        candidates.find(|id| has(*id))
    }

    /// Remembers the ticket under the cursor if it leaves the list for this one.
    fn note_left(&mut self, stands_on: Option<TicketId>) {
        if let Some(ticket) = self.current().map(|line| line.id)
            && stands_on != Some(ticket)
        {
            let mut behind = self.lines.iter().skip(self.cursor).map(|line| line.id);
            self.left = Some(Left {
                ticket,
                cursor_is_behind: behind.any(|id| stands_on == Some(id)),
            });
        }
    }

    /// Remembers which lines are new and would push the cursor down.
    fn count_arrivals(&mut self, window: &ListWindow) {
        let known: BTreeSet<TicketId> = self.lines.iter().map(|line| line.id).collect();
        let ids = || window.lines.iter().map(|line| line.id);
        let cursor = self
            .surviving(window)
            .and_then(|id| ids().position(|other| other == id))
            .unwrap_or(0);
        // Above the first known line they are new only where both pieces begin the list.
        let begins = self.is_start && window.is_start;
        let first = if begins {
            0
        } else {
            ids().position(|id| known.contains(&id)).unwrap_or(cursor)
        };
        self.arrived.retain(|id| ids().any(|other| other == *id));
        let new = ids().take(cursor).skip(first).filter(|id| !known.contains(id));
        self.arrived.extend(new);
    }
}

/// Opens another list at its beginning.
pub fn open(app: &mut App, place: Place) -> Vec<Effect> {
    app.go_to(Focus::Tickets);
    app.tickets.place = place;
    app.tickets.filter = None;
    app.tickets.filter_line = None;
    app.tickets.kept_line = None;
    app.tickets.source = None;
    app.tickets.lines.clear();
    app.tickets.is_loaded = false;
    app.tickets.is_unclear = false;
    app.tickets.is_by_fields_only = false;
    take_look(app);
    load(app, Because::Opened)
}

/// A saved view has its own order and columns; leaving it, the list looks as it did before.
fn take_look(app: &mut App) {
    let view = match app.tickets.place {
        Place::Saved(at) => app.settings.views.views.get(at),
        _ => None,
    };
    let pane = &mut app.tickets;
    match view {
        Some(view) => {
            let own = pane.own.get_or_insert_with(|| (pane.order, pane.columns.clone()));
            pane.order = view.order.unwrap_or(own.0);
            pane.columns.clone_from(&view.columns);
        }
        None => {
            if let Some((order, columns)) = pane.own.take() {
                pane.order = order;
                pane.columns = columns;
            }
        }
    }
}

/// Reads the list again from its beginning: its filter or order is another.
pub fn restart(app: &mut App) -> Vec<Effect> {
    load(app, Because::Opened)
}

/// Reads the list again because rows changed.
pub fn refresh(app: &mut App) -> Vec<Effect> {
    // While one load is under way no other replaces it, or a stream of changes would never let one arrive.
    if app.tickets.load.is_some() {
        app.tickets.is_outdated = true;
        return Vec::new();
    }
    load(app, Because::News)
}

/// What the list asks for, with so many lines.
fn request(app: &App, anchor: Anchor, limit: usize) -> Option<ListRequest> {
    let viewer = app.viewer.as_ref()?;
    let place = app.tickets.place.filter(viewer, &app.desk.statuses, app.now).ok()?;
    Some(ListRequest {
        place,
        typed: views::read_with(app, app.tickets.filter.as_deref().unwrap_or_default()),
        order: app.tickets.order.of_list(app.side()),
        anchor,
        limit,
        source: app.tickets.source.unwrap_or(Source::Copy),
    })
}

fn load(app: &mut App, because: Because) -> Vec<Effect> {
    let around = app
        .tickets
        .current()
        .map_or(Anchor::Start, |line| Anchor::Around(line.id));
    let anchor = match because {
        Because::Opened | Because::First => Anchor::Start,
        Because::Last => Anchor::End,
        Because::Edge | Because::News | Because::Arrived => around,
    };
    // Where somebody waits for the list, as with each letter of a filter, no more is read than is seen and what the next
    // moves need. How a list of the server's can be sorted hangs on how much of it is asked for: always the same.
    let limit = match (because, &app.tickets.filter_line) {
        _ if app.tickets.source == Some(Source::Server) => WINDOW,
        (Because::Opened, _) | (_, Some(_)) => (app.layout().list_rows() + EDGE + 1).min(WINDOW),
        _ => WINDOW,
    };
    let Some(request) = request(app, anchor, limit) else {
        return Vec::new();
    };
    let (generation, effect) = app.load(Load::List(request));
    app.tickets.load = Some((generation, because));
    vec![effect]
}

/// A piece of the list has come.
pub fn loaded(app: &mut App, generation: Generation, window: ListWindow) -> Vec<Effect> {
    let Some((_, because)) = app.tickets.load.take_if(|(load, _)| *load == generation) else {
        return app.dropped();
    };
    let was_by_fields_only = app.tickets.is_by_fields_only;
    app.tickets.take(window, because);
    app.tickets.kept_line = None;
    if app.tickets.is_by_fields_only && !was_by_fields_only {
        sort::warn(app);
    }
    let seen = app.layout().list_rows();
    app.tickets.scroll_to_cursor(seen);
    // While one types a filter each letter brings another first ticket.
    let mut effects = match app.tickets.filter_line {
        Some(_) => preview::follow(app),
        None => preview::follow_at_once(app),
    };
    if std::mem::take(&mut app.tickets.is_outdated) {
        effects.extend(load(app, Because::News));
    }
    effects
}

/// A load failed; whether it was one of the list's.
pub fn not_loaded(app: &mut App, generation: Generation, why: &str) -> bool {
    let is_list = app.tickets.load.take_if(|(load, _)| *load == generation).is_some();
    let is_marking = app.tickets.selecting.take_if(|load| *load == generation).is_some();
    let is_preview = preview::not_loaded(app, generation);
    let is_next = next::not_loaded(app, generation);
    let is_own = is_list || is_marking || is_preview || is_next;
    if is_own {
        app.warn(why.to_owned());
    }
    is_own
}

/// Moves the cursor; within the window without any reading.
pub fn moved(app: &mut App, step: Step) -> Vec<Effect> {
    let pane = &mut app.tickets;
    match step {
        Step::First if !pane.is_start => return load(app, Because::First),
        Step::Last if !pane.is_end => return load(app, Because::Last),
        _ => {}
    }
    let before = pane.cursor;
    pane.left = None;
    pane.cursor = step.from(pane.cursor, pane.lines.len());
    if pane.cursor == before {
        return app.dropped();
    }
    let seen = app.layout().list_rows();
    app.tickets.scroll_to_cursor(seen);
    let mut effects = preview::follow(app);
    let pane = &app.tickets;
    let near_start = !pane.is_start && pane.cursor < EDGE;
    let near_end = !pane.is_end && pane.cursor + EDGE >= pane.lines.len();
    if pane.load.is_none() && (near_start || near_end) {
        effects.extend(load(app, Because::Edge));
    }
    effects
}

/// Whether the list waits for this load; it then does no more.
fn is_awaited(app: &mut App, generation: Generation) -> bool {
    app.tickets.load.take_if(|(load, _)| *load == generation).is_some()
}
