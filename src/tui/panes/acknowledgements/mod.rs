//! What was accepted for a client: the newest acknowledgement first, the older ones behind it (TF-13, D-15).

pub mod draw;
pub mod export;
pub mod facts;
pub mod turn;

use crate::base::ids::CompanyId;
use crate::records::administration::setup::Acknowledgement;
use crate::records::administration::{Answer, Question};
use crate::tui::app::App;
use crate::tui::app::moving::Step;
use crate::tui::app::pages::{self, Then};
use crate::tui::intent::Intent;
use crate::tui::keymap::Context;
use crate::tui::theme::Role;
use crate::tui::widgets::paint::Piece;
use crate::tui::widgets::reading::Reading;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The pane's state.
#[derive(Debug)]
pub struct Pane {
    /// The client.
    pub company: CompanyId,
    /// Its name.
    pub name: String,
    /// The newest first.
    pub acknowledgements: Vec<Acknowledgement>,
    /// Which one is read.
    pub at: usize,
    /// Where one is in its text.
    pub reading: Reading,
}

impl Pane {
    /// What was accepted for this client.
    #[must_use]
    pub fn of(company: CompanyId, name: String) -> Self {
        Self {
            company,
            name,
            acknowledgements: Vec::new(),
            at: 0,
            reading: Reading::default(),
        }
    }

    /// The one that is read.
    #[must_use]
    pub fn current(&self) -> Option<&Acknowledgement> {
        self.acknowledgements.get(self.at)
    }

    /// Reads another one, from its beginning.
    fn show(&mut self, at: usize) {
        self.at = at;
        self.reading = self
            .current()
            .map(|one| Reading::new(&facts::accepted(one)))
            .unwrap_or_default();
    }
}

impl pages::Pane for Pane {
    fn questions(&self, _: &App) -> Vec<Question> {
        vec![Question::Acknowledgements(self.company)]
    }

    fn answered(&mut self, answer: Answer) -> Option<Then> {
        let Answer::Acknowledgements(acknowledgements) = answer else {
            return None;
        };
        let before = self.current().map(|one| one.id);
        self.acknowledgements = acknowledgements;
        // They are never changed: the one that is read stays where it was read.
        match self.acknowledgements.iter().position(|one| Some(one.id) == before) {
            Some(again) => self.at = again,
            None => self.show(0),
        }
        None
    }

    fn title(&self, app: &App) -> Vec<Piece<'static>> {
        let text = app.say("acknowledgement-title", &[("company", self.name.as_str().into())]);
        vec![Piece::new(text.into_owned(), Role::Heading)]
    }

    fn note(&self, app: &App, _: Rect) -> String {
        match self.acknowledgements.len() {
            0 | 1 => String::new(),
            count => {
                let arguments = [("number", (self.at + 1).into()), ("count", count.into())];
                app.say("acknowledgement-number", &arguments).into_owned()
            }
        }
    }

    fn contexts(&self) -> &'static [Context] {
        &[Context::Acknowledgement]
    }

    fn offered(&self) -> &'static [Intent] {
        &[
            Intent::PageDown,
            Intent::OlderAcknowledgement,
            Intent::NewerAcknowledgement,
            Intent::ExportAcknowledgement,
            Intent::GoBack,
        ]
    }

    fn moved(&mut self, app: &App, step: Step, room: Rect) {
        let (_, text) = draw::areas(self, app, room);
        self.reading.moved(step, text);
    }

    fn seen(&self, app: &App, room: Rect) -> usize {
        draw::areas(self, app, room).1.height.into()
    }

    fn settle(&mut self, app: &App, room: Rect) {
        let (_, text) = draw::areas(self, app, room);
        self.reading.settle(text);
    }

    fn draw(&self, app: &App, room: Rect, buffer: &mut Buffer) {
        draw::draw(self, app, room, buffer);
    }
}
