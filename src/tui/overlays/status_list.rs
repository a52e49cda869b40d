//! The list of one's own side's statuses: a letter chooses, arrows and Enter too. Below it both statuses before →
//! after for the one under the cursor.

use super::{Answer, Choice, Next, Overlay, Purpose};
use crate::base::cells;
use crate::base::ids::StatusId;
use crate::domain::{Act, StatusKind};
use crate::tui::app::App;
use crate::tui::app::moving::Step;
use crate::tui::intent::Intent;
use crate::tui::keymap::Context;
use crate::tui::panes::ticket::action::Tickets;
use crate::tui::panes::ticket::{consequence, hand_over, proposing};
use crate::tui::pictures;
use crate::tui::theme::Role;
use crate::tui::widgets::floating;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::list::{self, Marks};
use crate::tui::widgets::paint::{self, Piece};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The statuses and the tickets that they are for.
#[derive(Clone, Debug)]
pub struct StatusList {
    /// Whose status is set.
    pub tickets: Tickets,
    /// The statuses in their order.
    pub entries: Vec<Entry>,
    /// The one under the cursor.
    pub cursor: usize,
    /// The one that the ticket has.
    pub now: Option<StatusId>,
    /// Why the last one asked for was not taken.
    pub said: Option<String>,
}

/// A status that can be chosen, or why it can't.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Which.
    pub status: StatusId,
    /// What people read.
    pub label: String,
    /// What it means.
    pub kind: StatusKind,
    /// The intent whose key chooses it.
    pub intent: Option<Intent>,
    /// Why it can't be chosen.
    pub refused: Option<String>,
}

/// The contexts that hold in it.
pub const CONTEXTS: [Context; 3] = [Context::Status, Context::Moving, Context::Always];

impl StatusList {
    pub(super) fn asked(mut self: Box<Self>, intent: Intent) -> Next {
        if let Some(step) = Step::of(intent, self.entries.len()) {
            self.cursor = step.from(self.cursor, self.entries.len());
            self.said = None;
            return Next::Stays(Overlay::Statuses(self), Vec::new());
        }
        let chosen = match intent {
            Intent::GoBack | Intent::GoOut => return Next::Closes(Vec::new()),
            Intent::Choose | Intent::GoIn => Some(self.cursor),
            _ => self.entries.iter().position(|entry| entry.intent == Some(intent)),
        };
        match chosen.and_then(|at| self.entries.get(at)) {
            // Completing has a dialog of its own: it may complete the other side too.
            Some(entry) if entry.kind == StatusKind::Complete => Next::Asks(Intent::CompleteTicket),
            // This status comes with a hand-over alone.
            Some(entry) if entry.kind == StatusKind::WithOther => Next::Asks(Intent::HandOver),
            Some(entry) => match entry.refused.clone() {
                None => {
                    let choice = Choice::Status(entry.status);
                    Next::Answers(Purpose::Ticket(Intent::SetStatus, self.tickets), Answer::Chosen(choice))
                }
                refused => {
                    self.said = refused;
                    Next::Stays(Overlay::Statuses(self), Vec::new())
                }
            },
            None => Next::NotMine(Overlay::Statuses(self)),
        }
    }

    /// Draws it.
    pub fn draw(&self, app: &App, room: Rect, buffer: &mut Buffer) {
        let theme = &app.settings.theme;
        let what = proposing::what(app, &self.tickets);
        let title = app.say("dialog-status", &[("what", what.into())]).into_owned();
        let below = self.below(app);
        let width = below
            .iter()
            .map(|line| paint::width(&line.left))
            .max()
            .unwrap_or(0)
            .clamp(60, 96);
        let width = u16::try_from(width)
            .unwrap_or(60)
            .min(room.width.saturating_sub(floating::FRAME.0));
        let said = self
            .said
            .as_deref()
            .map_or(0, |why| cells::wrap_lines(why, usize::from(width)).count());
        let height = self.entries.len() + below.len() + said + 1;
        let area = floating::draw(
            buffer,
            room,
            &title,
            width,
            u16::try_from(height).unwrap_or(u16::MAX),
            theme,
        );
        let mut rows = area.rows();
        for (at, (entry, row)) in self.entries.iter().zip(rows.by_ref()).enumerate() {
            self.draw_entry(app, at, entry, row, buffer);
        }
        rows.next();
        if let Some(why) = &self.said {
            let Some(row) = rows.next() else { return };
            let height = area.bottom() - row.y;
            paint::paragraph(buffer, Rect { height, ..row }, why, 0, theme.style(Role::Warning));
            return;
        }
        for (line, row) in below.iter().zip(rows) {
            line.draw(buffer, row, theme);
        }
    }

    fn draw_entry(&self, app: &App, at: usize, entry: &Entry, row: Rect, buffer: &mut Buffer) {
        let theme = &app.settings.theme;
        let cursor = at == self.cursor;
        list::draw_marks(
            buffer,
            row,
            Marks {
                cursor,
                ..Marks::default()
            },
            theme,
        );
        let key = entry
            .intent
            .and_then(|intent| app.settings.keymap.keys_for(intent.name(), &CONTEXTS));
        let role = match entry.refused {
            Some(_) => Role::Dim,
            None => pictures::role(&app.desk.statuses, entry.status),
        };
        let mut pieces = vec![
            Piece::new(cells::pad(key.as_deref().unwrap_or_default(), 3), Role::Key),
            Piece::new(cells::pad(&entry.label, 18), role),
        ];
        if self.now == Some(entry.status) {
            pieces.push(Piece::new(app.text("pick-now").into_owned(), Role::Dim));
        } else if entry.kind == StatusKind::Complete && entry.refused.is_none() {
            pieces.push(Piece::new("…", Role::Dim));
        } else if entry.kind == StatusKind::WithOther {
            pieces.push(Piece::new(
                format!("{} …", app.words(Intent::HandOver, ".short")),
                Role::Dim,
            ));
        } else if let Some(why) = &entry.refused {
            pieces.push(Piece::new(why.clone(), Role::Dim));
        }
        let marks = list::MARKS.min(row.width);
        paint::pieces(buffer, row.x + marks, row.y, row.width - marks, &pieces, theme);
    }

    /// What the status under the cursor would do.
    fn below(&self, app: &App) -> Vec<Line> {
        let Some(entry) = self.entries.get(self.cursor) else {
            return Vec::new();
        };
        let status = entry.status;
        consequence::first_lines(app, &self.tickets, &|_, actor| match entry.kind {
            StatusKind::Complete => Act::Complete {
                resolution: String::new(),
            },
            StatusKind::WithOther => hand_over::act(actor.side(), ""),
            _ => Act::SetStatus { status },
        })
    }
}
