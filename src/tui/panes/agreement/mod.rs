//! The agreement, which is read and accepted: only that switches Taskfire on (TF-09 to TF-11).

pub mod accept;
pub mod draw;
pub mod tick;

use crate::base::ids::CompanyId;
use crate::records::administration::setup::{Agreement, Setup};
use crate::records::administration::{Administration, Answer, NotAdministered, Question};
use crate::tui::app::App;
use crate::tui::app::moving::{Direction, Step};
use crate::tui::app::pages::{self, Follow, Then};
use crate::tui::intent::Intent;
use crate::tui::keymap::Context;
use crate::tui::theme::Role;
use crate::tui::widgets::paint::Piece;
use crate::tui::widgets::reading::Reading;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// From so many columns the title has room for everything.
const WIDE: u16 = 140;

/// The pane's state.
#[derive(Debug)]
pub struct Pane {
    /// The client that it is accepted for.
    pub company: CompanyId,
    /// The client's name.
    pub name: String,
    /// The agreement as it is now.
    pub agreement: Option<Agreement>,
    /// Where one is in its text.
    pub reading: Reading,
    /// The two boxes (TF-10).
    pub ticked: [bool; 2],
    /// What the keys are for.
    pub part: Part,
    /// Whether accepting switches the client's portal on too.
    pub switches_portal: bool,
    /// The version that was read before a newer one took its place.
    pub replaced: Option<u32>,
}

/// What the keys are for; the text is moved from any of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The text.
    Text,
    /// A box, by its place.
    Box(usize),
    /// The word that accepts.
    Accept,
}

/// The parts in their order.
const PARTS: [Part; 4] = [Part::Text, Part::Box(0), Part::Box(1), Part::Accept];

impl Pane {
    /// The agreement, to be accepted for this client.
    #[must_use]
    pub fn of(setup: &Setup) -> Self {
        Self {
            company: setup.company,
            name: setup.company_name.clone(),
            agreement: None,
            reading: Reading::default(),
            ticked: [false; 2],
            part: Part::Text,
            switches_portal: !setup.is_portal_active,
            replaced: None,
        }
    }

    /// Shows a version: one that is not on the screen yet is read from its beginning, with nothing ticked.
    fn show(&mut self, agreement: Agreement) {
        if self.agreement.as_ref() == Some(&agreement) {
            return;
        }
        self.begin_anew();
        self.replaced = self.agreement.as_ref().map(|before| before.version);
        self.reading = Reading::new(&agreement.text);
        self.agreement = Some(agreement);
    }

    fn begin_anew(&mut self) {
        self.ticked = [false; 2];
        self.part = Part::Text;
    }
}

impl pages::Pane for Pane {
    fn questions(&self, app: &App) -> Vec<Question> {
        vec![Question::Agreement(app.settings.sentences.language().tag().to_owned())]
    }

    fn answered(&mut self, answer: Answer) -> Option<Then> {
        if let Answer::Agreement(agreement) = answer {
            self.show(agreement);
        }
        None
    }

    fn title(&self, app: &App) -> Vec<Piece<'static>> {
        let text = match &self.agreement {
            Some(agreement) => {
                let language = app.text(&format!("language-{}", agreement.language));
                let arguments = [
                    ("company", self.name.as_str().into()),
                    ("version", agreement.version.into()),
                    ("published", agreement.published.as_str().into()),
                    ("language", language.into()),
                ];
                let key = match app.size.0 {
                    ..WIDE => "agreement-title-short",
                    _ => "agreement-title",
                };
                app.say(key, &arguments).into_owned()
            }
            None => self.name.clone(),
        };
        vec![Piece::new(text, Role::Heading)]
    }

    fn note(&self, app: &App, room: Rect) -> String {
        if self.agreement.is_none() {
            return String::new();
        }
        let text = draw::Areas::of(self, app, room).text;
        let percent = self.reading.percent(text.width);
        app.say("agreement-read", &[("percent", percent.into())]).into_owned()
    }

    fn contexts(&self) -> &'static [Context] {
        &[Context::Agreement]
    }

    fn offered(&self) -> &'static [Intent] {
        &[
            Intent::AcceptAgreement,
            Intent::TickBox,
            Intent::NextPane,
            Intent::PageDown,
            Intent::LeavePage,
        ]
    }

    fn enter(&self) -> Option<Intent> {
        Some(Intent::AcceptAgreement)
    }

    fn moved(&mut self, app: &App, step: Step, room: Rect) {
        let text = draw::Areas::of(self, app, room).text;
        self.reading.moved(step, text);
    }

    fn seen(&self, app: &App, room: Rect) -> usize {
        draw::Areas::of(self, app, room).text.height.into()
    }

    fn turned(&mut self, direction: Direction) {
        let at = PARTS.iter().position(|part| *part == self.part).unwrap_or(0);
        let step = match direction {
            Direction::Forward => 1,
            Direction::Back => PARTS.len() - 1,
        };
        self.part = PARTS[(at + step) % PARTS.len()];
    }

    fn settle(&mut self, app: &App, room: Rect) {
        let text = draw::Areas::of(self, app, room).text;
        self.reading.settle(text);
    }

    fn ended(&mut self, act: &Administration, result: &Result<(), NotAdministered>) -> Follow {
        accept::ended(self, act, result)
    }

    fn draw(&self, app: &App, room: Rect, buffer: &mut Buffer) {
        draw::draw(self, app, room, buffer);
    }
}
