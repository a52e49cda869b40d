//! The outbox: every change that the server has not settled, the stopped ones with what can be decided about them.

pub mod again;
pub mod cover;
pub mod decide;
pub mod discard;
pub mod draw;
pub mod edit;
pub mod remind;

use crate::base::ids::ChangeId;
use crate::records::views::{OutboxLine, OutboxState};
use crate::tui::app::moving::{Step, scrolled};
use crate::tui::app::{App, Focus};
use crate::tui::effect::{Effect, Generation, Load};
use crate::tui::intent::{Availability, Intent};
use crate::tui::overlays::Overlay;

/// The pane's state.
#[derive(Debug, Default)]
pub struct Pane {
    /// The changes, oldest first.
    pub lines: Vec<OutboxLine>,
    /// The line under the cursor.
    pub cursor: usize,
    /// The first line that is seen.
    pub top: usize,
    /// Whether it was ever loaded.
    pub is_loaded: bool,
    load: Option<Generation>,
}

impl Pane {
    /// The change under the cursor.
    #[must_use]
    pub fn current(&self) -> Option<&OutboxLine> {
        self.lines.get(self.cursor)
    }
}

/// Opens it in the list's place.
pub fn open(app: &mut App, _: Intent) -> Vec<Effect> {
    app.go_to(Focus::Outbox);
    refresh(app)
}

/// Reads it anew, where it is open.
pub fn refresh(app: &mut App) -> Vec<Effect> {
    if app.focus != Focus::Outbox {
        return Vec::new();
    }
    let (generation, effect) = app.load(Load::Outbox);
    app.outbox.load = Some(generation);
    vec![effect]
}

/// The changes have come; the cursor stays on its change.
pub fn loaded(app: &mut App, generation: Generation, lines: Vec<OutboxLine>) -> Vec<Effect> {
    if app.outbox.load.take_if(|load| *load == generation).is_none() {
        return app.dropped();
    }
    let on = app.outbox.current().map(|line| line.change.id);
    let again = lines.iter().position(|line| Some(line.change.id) == on);
    let pane = &mut app.outbox;
    // A stopped change is what one comes here for.
    let first = lines.iter().position(is_stopped).filter(|_| !pane.is_loaded);
    pane.cursor = again
        .or(first)
        .unwrap_or(pane.cursor)
        .min(lines.len().saturating_sub(1));
    pane.lines = lines;
    pane.is_loaded = true;
    scroll(app);
    Vec::new()
}

/// The changes could not be read. Gives back whether they were asked for.
pub fn not_loaded(app: &mut App, generation: Generation, why: &str) -> bool {
    let is_mine = app.outbox.load.take_if(|load| *load == generation).is_some();
    if is_mine {
        app.warn(why.to_owned());
    }
    is_mine
}

/// Moves the cursor.
pub fn moved(app: &mut App, step: Step) {
    app.outbox.cursor = step.from(app.outbox.cursor, app.outbox.lines.len());
    scroll(app);
}

fn scroll(app: &mut App) {
    let seen = usize::from(app.layout().list.height).max(1);
    app.outbox.top = scrolled(app.outbox.top, app.outbox.cursor, seen);
}

/// Whether a change waits for a decision.
#[must_use]
pub fn is_stopped(line: &OutboxLine) -> bool {
    matches!(line.state, OutboxState::Stopped { .. })
}

/// The change that is decided about: that of the open question, else that under the cursor.
#[must_use]
pub fn subject(app: &App) -> Option<&OutboxLine> {
    match app.overlays.last() {
        Some(Overlay::Conflict(conflict)) => Some(&conflict.line),
        _ if app.focus == Focus::Outbox => app.outbox.current(),
        _ => None,
    }
}

/// Whether a stopped change is there to be decided about.
#[must_use]
pub fn stopped_availability(app: &App, _: Intent) -> Availability {
    let key = match subject(app) {
        Some(line) if is_stopped(line) => return Availability::Available,
        Some(_) => "reason-not-stopped",
        None => "reason-no-change",
    };
    Availability::Refused(app.text(key).into_owned())
}

/// Whether a change is there that is not on its way.
#[must_use]
pub fn waiting_availability(app: &App, _: Intent) -> Availability {
    let key = match subject(app).map(|line| &line.state) {
        Some(OutboxState::Sending) => "reason-on-its-way",
        Some(_) => return Availability::Available,
        None => "reason-no-change",
    };
    Availability::Refused(app.text(key).into_owned())
}

/// Whether other changes of the same ticket wait behind this one.
#[must_use]
pub fn followers_availability(app: &App, intent: Intent) -> Availability {
    match subject(app) {
        Some(line) if line.followers == 0 => Availability::Refused(app.text("reason-no-followers").into_owned()),
        _ => waiting_availability(app, intent),
    }
}

/// The question is answered.
fn close_question(app: &mut App) {
    app.overlays.retain(|overlay| !matches!(overlay, Overlay::Conflict(_)));
}

/// The change that is decided about, by its id; its question closes.
fn take_subject(app: &mut App) -> Option<ChangeId> {
    let id = subject(app).map(|line| line.change.id);
    close_question(app);
    id
}
