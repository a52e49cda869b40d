//! The log of administrative acts: the newest first, chosen by what is typed, each with what was before and after.

pub mod digest;
pub mod draw;
pub mod entry;
pub mod export;
pub mod open;
pub mod typed;
mod words;

use crate::domain::permission::Action;
use crate::records::administration::audit::{AuditEntry, AuditPage, AuditQuestion};
use crate::records::administration::{Answer, Question};
use crate::tui::app::App;
use crate::tui::app::moving::Step;
use crate::tui::app::pages::list::{self, Listing};
use crate::tui::app::pages::{self, Then};
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};
use crate::tui::keymap::Context;
use crate::tui::theme::Role;
use crate::tui::widgets::paint::Piece;
use crate::tui::widgets::scroll::ListCursor;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The pane's state.
#[derive(Debug, Default)]
pub struct Pane {
    /// The entries that were asked for.
    pub entries: AuditPage,
    /// The entry under the cursor.
    pub cursor: ListCursor<i64>,
    /// What was typed to choose among them.
    pub typed: String,
    /// The entry before which older ones were asked for, and what was typed then.
    older: Option<(i64, String)>,
}

impl Pane {
    /// The entry under the cursor.
    #[must_use]
    pub fn current(&self) -> Option<&AuditEntry> {
        self.entries.items.get(self.cursor.row())
    }

    /// Takes in a page: behind what is there where it was asked for as what is older, else in its place.
    fn take(&mut self, page: AuditPage) {
        let is_older = self.older.take().is_some_and(|(before, typed)| {
            let follows = page.items.iter().all(|entry| entry.id < before);
            typed == self.typed && follows && self.entries.items.last().is_some_and(|last| last.id == before)
        });
        if is_older {
            self.entries.items.extend(page.items);
            self.entries.has_more = page.has_more;
            self.entries.newest_digest = page.newest_digest;
        } else {
            self.entries = page;
        }
    }
}

impl Listing for Pane {
    type Id = i64;

    fn ids(&self) -> Vec<i64> {
        self.entries.items.iter().map(|entry| entry.id).collect()
    }

    fn rows(&self, _: &App, room: Rect) -> usize {
        draw::rows(room)
    }

    fn cursor(&mut self) -> &mut ListCursor<i64> {
        &mut self.cursor
    }
}

impl pages::Pane for Pane {
    fn questions(&self, app: &App) -> Vec<Question> {
        vec![Question::Audit(typed::question(app, &self.typed).0)]
    }

    fn answered(&mut self, answer: Answer) -> Option<Then> {
        if let Answer::Audit(entries) = answer {
            self.take(entries);
        }
        None
    }

    fn asks_on(&mut self, app: &App) -> Option<Question> {
        let last = self.entries.items.last().map(|entry| entry.id)?;
        let is_at_end = self.cursor.row() + 1 == self.entries.items.len();
        if !is_at_end || !self.entries.has_more || self.older.is_some() {
            return None;
        }
        self.older = Some((last, self.typed.clone()));
        let asked = AuditQuestion {
            before: Some(last),
            ..typed::question(app, &self.typed).0
        };
        Some(Question::Audit(asked))
    }

    fn title(&self, app: &App) -> Vec<Piece<'static>> {
        let mut pieces = vec![Piece::new(app.text("audit-title").into_owned(), Role::Heading)];
        if !self.typed.is_empty() {
            pieces.push(Piece::new(" · ", Role::Dim));
            pieces.push(Piece::new(self.typed.clone(), Role::Match));
        }
        pieces
    }

    fn contexts(&self) -> &'static [Context] {
        &[Context::Audit, Context::Page]
    }

    fn offered(&self) -> &'static [Intent] {
        &[
            Intent::OpenEntry,
            Intent::FilterPage,
            Intent::ExportAudit,
            Intent::CopyDigest,
            Intent::GoBack,
        ]
    }

    fn enter(&self) -> Option<Intent> {
        Some(Intent::OpenEntry)
    }

    fn moved(&mut self, app: &App, step: Step, room: Rect) {
        list::moved(self, app, step, room);
    }

    fn seen(&self, app: &App, room: Rect) -> usize {
        self.rows(app, room)
    }

    fn filter(&mut self) -> Option<&mut String> {
        Some(&mut self.typed)
    }

    fn settle(&mut self, app: &App, room: Rect) {
        list::settle(self, app, room);
    }

    fn draw(&self, app: &App, room: Rect, buffer: &mut Buffer) {
        draw::draw(self, app, room, buffer);
    }
}

/// Whether whoever is signed in may read it.
#[must_use]
pub fn go_availability(app: &App, _: Intent) -> Availability {
    pages::allowed(app, Action::ReadAuditLog)
}

/// Opens it.
pub fn go(app: &mut App, _: Intent) -> Vec<Effect> {
    app.open_page(Pane::default())
}

/// Whether it is in front.
#[must_use]
pub fn list_availability(app: &App, _: Intent) -> Availability {
    pages::in_front::<Pane>(app, "reason-not-at-audit")
}

/// Whether an entry is under its cursor.
#[must_use]
pub fn availability(app: &App, intent: Intent) -> Availability {
    match app.pane::<Pane>().map(Pane::current) {
        Some(None) => Availability::Refused(app.text("reason-no-entry").into_owned()),
        _ => list_availability(app, intent),
    }
}

/// What an act is called; one of a newer server as the server names it.
#[must_use]
pub fn act_name(app: &App, act: &str) -> String {
    let key = format!("administration-{}", act.replace('_', "-"));
    let known = app.settings.sentences.find(&key, &[]);
    known.map_or_else(|| act.to_owned(), |name| name.into_owned())
}
