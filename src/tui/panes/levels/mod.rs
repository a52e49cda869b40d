//! The levels that people can be given: the system's, which stay as they are, and the provider's own (CPX-07, CPX-09).

pub mod create;
pub mod delete;
pub mod draw;
pub mod edit;

use crate::records::administration::people::{LevelLine, LevelPage};
use crate::records::administration::{Answer, Question};
use crate::tui::app::App;
use crate::tui::app::moving::Step;
use crate::tui::app::pages::list::{self, Listing};
use crate::tui::app::pages::{self, Then};
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
    /// The levels, the system's first.
    pub levels: LevelPage,
    /// The level under the cursor.
    pub cursor: ListCursor<i64>,
    /// The level that the open question is about.
    subject: Option<i64>,
}

impl Pane {
    /// The level under the cursor.
    #[must_use]
    pub fn current(&self) -> Option<&LevelLine> {
        self.levels.items.get(self.cursor.row())
    }
}

impl Listing for Pane {
    type Id = i64;

    fn ids(&self) -> Vec<i64> {
        self.levels.items.iter().map(|level| level.id).collect()
    }

    fn rows(&self, _: &App, room: Rect) -> usize {
        draw::rows(room)
    }

    fn cursor(&mut self) -> &mut ListCursor<i64> {
        &mut self.cursor
    }
}

impl pages::Pane for Pane {
    fn questions(&self, _: &App) -> Vec<Question> {
        vec![Question::Levels]
    }

    fn answered(&mut self, answer: Answer) -> Option<Then> {
        if let Answer::Levels(levels) = answer {
            self.levels = levels;
        }
        None
    }

    fn title(&self, app: &App) -> Vec<Piece<'static>> {
        vec![Piece::new(app.text("levels-title").into_owned(), Role::Heading)]
    }

    fn contexts(&self) -> &'static [Context] {
        &[Context::Levels]
    }

    fn offered(&self) -> &'static [Intent] {
        &[
            Intent::CreateLevel,
            Intent::EditLevel,
            Intent::DeleteLevel,
            Intent::GoBack,
        ]
    }

    fn moved(&mut self, app: &App, step: Step, room: Rect) {
        list::moved(self, app, step, room);
    }

    fn seen(&self, app: &App, room: Rect) -> usize {
        self.rows(app, room)
    }

    fn settle(&mut self, app: &App, room: Rect) {
        list::settle(self, app, room);
    }

    fn draw(&self, app: &App, room: Rect, buffer: &mut Buffer) {
        draw::draw(self, app, room, buffer);
    }
}

/// What a level is called.
#[must_use]
pub fn name(app: &App, level: &LevelLine) -> String {
    match level.is_system {
        true => app
            .text(&format!("level-{}", level.security_level.word().replace('_', "-")))
            .into_owned(),
        false => level.name.clone(),
    }
}

/// Whether the list of levels is in front, and whoever looks may change it.
#[must_use]
pub fn availability(app: &App, _: Intent) -> Availability {
    if app.pane::<Pane>().is_none() {
        return Availability::Refused(app.text("reason-not-at-levels").into_owned());
    }
    pages::allowed(app, crate::domain::permission::Action::ConfigureInstance)
}
