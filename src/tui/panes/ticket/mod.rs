//! The opened ticket: both statuses in two boxes, and below them its parts. Everything that can be done to tickets
//! stands in a file of its own beside this one.

pub mod action;
pub mod assign;
pub mod attach;
pub mod boxes;
pub mod card;
pub mod complete;
pub mod completes;
pub mod consequence;
pub mod conversation;
pub mod copy_number;
pub mod coverage;
pub mod create;
pub mod decline;
pub mod details;
pub mod drafts;
pub mod draw;
pub mod edit_fields;
pub mod entries;
pub mod hand_over;
pub mod layout;
pub mod loading;
pub mod log_time;
pub mod move_to;
pub mod part;
pub mod priority;
pub mod proposing;
pub mod prose;
pub mod recall;
pub mod related;
pub mod remind;
pub mod reopen;
pub mod run_macro;
pub mod save_file;
pub mod scroll;
pub mod secondary;
pub mod status;
pub mod stopwatch;
pub mod take;
pub mod tick_item;
pub mod undo;
pub mod write;

use crate::base::ids::TicketId;
use crate::records::administration::support::TicketCoverage;
use crate::records::views::{HistoryLine, Related, TicketView, TimeLine};
use crate::tui::app::App;
use crate::tui::app::moving::Step;
use crate::tui::effect::{Effect, Generation};
use crate::tui::widgets::line::Line;
use conversation::Entry;
use part::Part;
use scroll::{Entries, Place};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Something that is read when the ticket is opened.
#[derive(Debug)]
pub enum Content<T> {
    /// It is on its way.
    Waiting,
    /// It is here.
    Here(T),
    /// It can't be read; the sentence says why.
    Failed(String),
}

impl<T> Content<T> {
    /// What is here.
    pub fn here(&self) -> Option<&T> {
        match self {
            Self::Here(content) => Some(content),
            Self::Waiting | Self::Failed(_) => None,
        }
    }
}

/// The opened ticket's state.
#[derive(Debug)]
pub struct Pane {
    /// Which ticket.
    pub id: TicketId,
    /// Its head; none until it has been read.
    pub view: Content<Arc<TicketView>>,
    /// The part that is shown.
    pub part: Part,
    /// What was written.
    pub conversation: Content<Vec<Entry>>,
    /// What was worked.
    pub time: Content<Vec<TimeLine>>,
    /// What happened.
    pub history: Content<Vec<HistoryLine>>,
    /// What hangs on it.
    pub related: Content<Related>,
    /// Where one reads, for each part.
    places: [Place; Part::ALL.len()],
    /// The entries of the conversation whose quotes are unfolded.
    unfolded: BTreeSet<usize>,
    /// Entries that came since one reads, and lie below what is seen.
    pub arrived: usize,
    /// What a contract covers of its time, once the server has said so.
    pub coverage: Option<Box<TicketCoverage>>,
    loads: loading::Loads,
    /// Whether the newest entry is to be shown when it comes: it is one's own.
    follows: bool,
}

impl Pane {
    fn new(id: TicketId) -> Self {
        Self {
            id,
            view: Content::Waiting,
            part: Part::Conversation,
            conversation: Content::Waiting,
            time: Content::Waiting,
            history: Content::Waiting,
            related: Content::Waiting,
            places: Default::default(),
            unfolded: BTreeSet::new(),
            arrived: 0,
            coverage: None,
            loads: loading::Loads::default(),
            follows: false,
        }
    }

    /// The ticket, once it has been read.
    #[must_use]
    pub fn ticket(&self) -> Option<&Arc<TicketView>> {
        self.view.here()
    }

    /// The first row on the screen.
    #[must_use]
    pub fn place(&self) -> Place {
        self.places[self.part as usize]
    }

    /// How many entries the shown part has.
    #[must_use]
    pub fn count(&self) -> usize {
        match self.part {
            Part::Conversation => self.conversation.here().map_or(0, Vec::len),
            Part::Time => self.time.here().map_or(0, Vec::len),
            Part::History => self.history.here().map_or(0, Vec::len),
            Part::Related => self.related.here().map_or(0, related::count),
            Part::Details => usize::from(self.ticket().is_some()),
        }
    }

    /// An entry of the shown part, laid out in this width.
    #[must_use]
    pub fn lines(&self, app: &App, entry: usize, width: usize) -> Vec<Line> {
        let view = self.ticket().map(Arc::as_ref);
        let lines = match self.part {
            Part::Conversation => {
                let shown = self.conversation.here().and_then(|entries| entries.get(entry));
                shown.map(|shown| shown.lines(app, view, width, self.unfolded.contains(&entry)))
            }
            Part::Time => self
                .time
                .here()
                .and_then(|time| time.get(entry))
                .map(|time| entries::time(app, time, width)),
            Part::History => {
                let shown = self.history.here().and_then(|history| history.get(entry));
                shown.map(|shown| entries::history(app, shown, width))
            }
            Part::Related => self
                .related
                .here()
                .map(|related| related::lines(app, related, entry, width)),
            Part::Details => view.map(|view| details::lines(app, view, width)),
        };
        lines.unwrap_or_default()
    }

    /// The newest entry is the person's own: it is shown when it comes.
    pub fn follow_own(&mut self) {
        self.follows = true;
        self.part = Part::Conversation;
    }

    fn set_place(&mut self, place: Place) {
        self.places[self.part as usize] = place;
    }
}

/// Does something with the entries of the shown part as they stand on the screen.
fn with_entries<R>(app: &App, pane: &Pane, read: impl FnOnce(&Entries<'_>) -> R) -> R {
    let area = layout::Areas::of(app).content;
    let width = usize::from(area.width);
    let rows = |entry: usize| pane.lines(app, entry, width).len();
    read(&Entries {
        count: pane.count(),
        rows: &rows,
        seen: usize::from(area.height),
    })
}

/// Scrolls.
pub fn moved(app: &mut App, step: Step) -> Vec<Effect> {
    let Some(pane) = &app.ticket else { return Vec::new() };
    let (place, is_end) = with_entries(app, pane, |entries| {
        let place = entries.moved(pane.place(), step);
        (place, entries.shows_end(place))
    });
    if let Some(pane) = &mut app.ticket {
        pane.set_place(place);
        if is_end && pane.part == Part::Conversation {
            pane.arrived = 0;
        }
    }
    Vec::new()
}

/// Keeps what is read on the screen after the screen or the entries changed.
pub fn settle(app: &mut App) {
    let Some(pane) = &app.ticket else { return };
    let place = with_entries(app, pane, |entries| entries.within(pane.place()));
    if let Some(pane) = &mut app.ticket {
        pane.set_place(place);
    }
}

/// Does something that may change the room below the ticket: where the end was seen, it stays seen.
pub fn holding_end<R>(app: &mut App, change: impl FnOnce(&mut App) -> R) -> R {
    let at_end = |pane: &Pane| with_entries(app, pane, |entries| entries.shows_end(pane.place()));
    let was_at_end = app.ticket.as_ref().is_some_and(at_end);
    let result = change(app);
    if was_at_end {
        to_end(app);
    } else {
        settle(app);
    }
    result
}

/// Shows the newest entry.
fn to_end(app: &mut App) {
    let Some(pane) = &app.ticket else { return };
    let place = with_entries(app, pane, |entries| entries.end());
    if let Some(pane) = &mut app.ticket {
        pane.set_place(place);
        pane.arrived = 0;
    }
}

/// Shows this entry at the top, or the end where it lies on the last screenful.
fn to_entry(app: &mut App, entry: usize) {
    if let Some(pane) = &mut app.ticket {
        pane.set_place(Place { entry, row: 0 });
    }
    settle(app);
}

/// Whether a load was the opened ticket's.
fn take(load: &mut Option<Generation>, generation: Generation) -> bool {
    load.take_if(|load| *load == generation).is_some()
}
