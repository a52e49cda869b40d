//! A client's set-up.

use crate::base::ids::CompanyId;
use crate::records::administration::setup::Setup;
use crate::records::administration::{Answer, Question};
use crate::tui::app::App;
use crate::tui::app::moving::Step;
use crate::tui::app::pages::{self, Then};
use crate::tui::intent::Intent;
use crate::tui::keymap::Context;
use crate::tui::theme::Role;
use crate::tui::widgets::paint::Piece;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The pane's state.
#[derive(Debug)]
pub struct Pane {
    /// The client.
    pub company: CompanyId,
    /// Its name.
    pub name: String,
    /// What the server says.
    pub setup: Option<Box<Setup>>,
}

impl Pane {
    /// The set-up of this client.
    #[must_use]
    pub fn of(company: CompanyId, name: String) -> Self {
        Self {
            company,
            name,
            setup: None,
        }
    }
}

impl pages::Pane for Pane {
    fn questions(&self, _: &App) -> Vec<Question> {
        vec![Question::Setup(self.company)]
    }

    fn answered(&mut self, answer: Answer) -> Option<Then> {
        if let Answer::Setup(setup) = answer {
            self.setup = Some(setup);
        }
        None
    }

    fn title(&self, _: &App) -> Vec<Piece<'static>> {
        vec![Piece::new(self.name.clone(), Role::Heading)]
    }

    fn contexts(&self) -> &'static [Context] {
        &[]
    }

    fn offered(&self) -> &'static [Intent] {
        &[Intent::GoBack]
    }

    fn moved(&mut self, _: Step, _: Rect) {}

    fn draw(&self, _: &App, _: Rect, _: &mut Buffer) {}
}
