//! What the screen says at one moment, and what of it is new since another.

use super::lines::{self, Line};
use super::{SIZE, ticket};
use crate::records::windows::Freshness;
use crate::tui::app::{App, Focus, Front, pages};
use crate::tui::draw::{self, Part};
use crate::tui::footer;
use crate::tui::overlays::{self, Overlay, sign_in::lock};
use crate::tui::panes::tickets::preview_draw;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::mem::discriminant;

/// Where one types.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// The line up to the cursor.
    pub before: String,
    /// All of it.
    pub line: String,
}

/// What the screen says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Tells it from other screens.
    place: String,
    /// Where I am, and how fresh it is.
    pub top: String,
    /// Whether it counts how much of a first copy is here; only its beginning and its end are said.
    is_counting: bool,
    /// What it is about, line by line.
    pub lines: Vec<Line>,
    /// What stands beside it: the other lines of the list, the queues. Said only with everything.
    pub beside: Vec<Line>,
    /// What has the focus.
    pub focus: Option<String>,
    /// What was said in the bottom line.
    pub message: Option<String>,
    /// Where one types.
    pub input: Option<Input>,
}

impl Reading {
    /// What the screen of this console says; the console must have [`SIZE`] and the telling theme.
    #[must_use]
    pub fn of(app: &App) -> Self {
        let mut buffer = Buffer::empty(Rect::new(0, 0, SIZE.0, SIZE.1));
        let mut reading = Self::default();
        let mut cursor = None;
        let layout = app.layout();
        if !lock::is_locked(app) {
            cursor = draw::draw_behind(app, Part::Whole, &mut buffer);
            let top = lines::lines(app, &buffer, layout.top);
            reading.top = joined(&top);
            reading.read_behind(app, &buffer);
        }
        if let Some(overlay) = app.overlays.last() {
            // What it stands over is read where everything is.
            let mut behind = std::mem::take(&mut reading.lines);
            reading.beside.splice(0..0, behind.drain(..));
            reading.focus = None;
            buffer.reset();
            cursor = overlays::draw::draw(app, overlay, &layout, &mut buffer);
            reading.lines = lines::lines(app, &buffer, layout.screen);
            reading.focus = focused(&reading.lines);
        }
        reading.is_counting = matches!(app.freshness, Freshness::Filling { .. });
        reading.message = footer::said(app).map(|(text, _)| text.to_owned());
        reading.place = place(app);
        reading.take_input(app, &buffer, cursor);
        let mut pending = Buffer::empty(layout.screen);
        overlays::draw::pending(app, &layout, &mut pending);
        reading.lines.extend(lines::lines(app, &pending, layout.screen));
        reading
    }

    fn read_behind(&mut self, app: &App, buffer: &Buffer) {
        let layout = app.layout();
        let body = Rect {
            y: 1,
            height: layout.rule.y.saturating_sub(1),
            ..layout.screen
        };
        if matches!(app.front(), Front::Page | Front::Ticket) {
            self.lines = lines::lines(app, buffer, body);
            self.focus = focused(&self.lines);
            return;
        }
        let queues = layout
            .queues
            .map(|area| lines::lines(app, buffer, area))
            .unwrap_or_default();
        let list = Rect {
            y: layout.columns.y,
            height: layout.list.bottom().saturating_sub(layout.columns.y),
            ..layout.list
        };
        let list = lines::lines(app, buffer, list);
        let head = lines::lines(app, buffer, layout.list_head);
        let card = layout.card.map(|area| lines::lines(app, buffer, area));
        let below = card.unwrap_or_default().into_iter();
        let below = below.chain(match app.focus {
            Focus::Outbox => lines::lines(app, buffer, layout.preview.unwrap_or_default()),
            _ => preview(app),
        });
        self.lines = head.into_iter().chain(below).collect();
        self.focus = match app.focus {
            Focus::Queues => focused(&queues),
            Focus::Tickets if !app.tickets.lines.is_empty() => ticket::sentence(app),
            Focus::Tickets | Focus::Outbox => focused(&list).or_else(|| {
                let first = list.first().filter(|_| list.len() < 3);
                first.map(|_| joined(&list))
            }),
        };
        self.beside = list.into_iter().chain(queues).collect();
    }

    /// The line in which one types is no line of what is read.
    fn take_input(&mut self, app: &App, buffer: &Buffer, cursor: Option<Position>) {
        let Some(Position { x, y }) = cursor else { return };
        let layout = app.layout();
        let room = match app.front() {
            Front::Queues | Front::Tickets | Front::Outbox if app.overlays.is_empty() => layout.list_head,
            _ => layout.screen,
        };
        let row = Rect { y, height: 1, ..room };
        let text = |to: u16| lines::raw(buffer, y, row.x..to).trim_start().to_owned();
        let line = text(row.right()).trim_end().to_owned();
        let drawn = lines::lines(app, buffer, row);
        self.lines.retain(|line| !drawn.contains(line));
        self.focus.take_if(|focus| drawn.iter().any(|line| line.text == *focus));
        self.input = Some(Input { before: text(x), line });
    }

    /// Everything.
    #[must_use]
    pub fn whole(&self, app: &App) -> Vec<String> {
        let mut said = vec![self.top.clone()];
        said.extend(self.lines.iter().map(|line| line.text.clone()));
        said.extend(self.input.as_ref().map(|input| input.line.clone()));
        said.extend(self.beside.iter().map(|line| line.text.clone()));
        said.extend(self.message.clone());
        said.push(keys(app));
        said.extend(self.focus.clone());
        said.retain(|line| !line.is_empty());
        said
    }

    /// The letters that were typed behind what stood there, if nothing else happened in the line.
    #[must_use]
    pub fn typed_since<'a>(&'a self, last: &Self) -> Option<&'a str> {
        let (now, before) = (self.input.as_ref()?, last.input.as_ref()?);
        let typed = now.before.strip_prefix(before.before.as_str())?;
        let is_same = self.place == last.place && self.message == last.message;
        (is_same && !typed.is_empty()).then_some(typed)
    }

    /// What has the focus, if that is another than before.
    #[must_use]
    pub fn focus_since(&self, last: &Self) -> Vec<String> {
        let focus = self.focus.iter().filter(|focus| last.focus.as_ref() != Some(*focus));
        focus.cloned().collect()
    }

    /// While one types nothing else is said: it stays new until then.
    pub fn keep_unsaid(&mut self, last: Self) {
        self.lines = last.lines;
    }

    /// What is new.
    #[must_use]
    pub fn since(&self, last: &Self, app: &App) -> Vec<String> {
        let mut said = Vec::new();
        if self.place != last.place {
            said.push(self.top.clone());
            said.extend(self.lines.iter().map(|line| line.text.clone()));
            said.extend(self.input.as_ref().map(|input| input.line.clone()));
            said.extend(self.message.clone());
            said.push(keys(app));
            said.extend(self.focus.clone());
            said.retain(|line| !line.is_empty());
            return said;
        }
        if self.top != last.top && !(self.is_counting && last.is_counting) {
            said.push(self.top.clone());
        }
        said.extend(self.message.iter().filter(|_| self.message != last.message).cloned());
        let focus = self.focus_since(last);
        let typed = last.input.as_ref().map(|input| input.line.as_str());
        let is_new = |line: &&Line| {
            let was_there = last.lines.iter().any(|other| other.text == line.text);
            !was_there && Some(line.text.as_str()) != typed && !focus.contains(&line.text)
        };
        let new: Vec<String> = self.lines.iter().filter(is_new).map(|line| line.text.clone()).collect();
        said.extend(focus.iter().cloned());
        said.extend(new);
        if self.input != last.input {
            said.extend(self.input.as_ref().map(|input| input.line.clone()));
        }
        said.retain(|line| !line.is_empty());
        said
    }
}

/// What is known of the ticket under the cursor: beside the list it would be narrow, so it is read off a drawing of its
/// own.
fn preview(app: &App) -> Vec<Line> {
    if app.layout().preview.is_none() {
        return Vec::new();
    }
    let area = Rect::new(0, 0, SIZE.0, SIZE.1);
    let mut buffer = Buffer::empty(area);
    preview_draw::draw(app, &mut buffer, area);
    lines::lines(app, &buffer, area)
}

/// Tells the screen from others: what is open, and what it is called.
fn place(app: &App) -> String {
    let open = match app.front() {
        Front::Page => app.page().map_or_else(String::new, |page| {
            let title = page
                .pane()
                .title(app)
                .into_iter()
                .map(|piece| piece.text)
                .collect::<String>();
            format!("{title} {}", page.as_of.is_some())
        }),
        Front::Ticket => {
            let part = app.ticket.as_ref().map(|pane| (pane.id, pane.part));
            format!("{part:?}")
        }
        front => format!("{front:?} {} {}", app.tickets.place.title(app), app.tickets.is_loaded),
    };
    let over = app.overlays.last().map(|overlay| match overlay {
        Overlay::Form(form) => form.title.clone(),
        other => format!("{:?}", discriminant(other)),
    });
    format!(
        "{open} {} {over:?}",
        app.tickets.filter_line.is_some() || pages::filter::is_open(app)
    )
}

fn focused(lines: &[Line]) -> Option<String> {
    lines.iter().find(|line| line.is_focused).map(|line| line.text.clone())
}

fn joined(lines: &[Line]) -> String {
    lines
        .iter()
        .map(|line| line.text.as_str())
        .collect::<Vec<_>>()
        .join(". ")
}

/// The keys that work here, all of them.
fn keys(app: &App) -> String {
    let hints = footer::hints(app).into_iter();
    let hints: Vec<String> = hints.map(|hint| format!("{} {}", hint.key, hint.words)).collect();
    app.say("plain-keys", &[("keys", hints.join(", ").into())]).into_owned()
}
