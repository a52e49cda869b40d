//! Closing periods for good: what is over and not closed through a day, whole; then that day has to be typed; then what
//! came of it.

pub mod close;
pub mod day;
pub mod draw;

use crate::base::Date;
use crate::base::ids::CompanyId;
use crate::domain::permission::Action;
use crate::records::administration::billing::{ClosingPreview, ClosingQuestion, InvoicePage};
use crate::records::administration::{Administration, Answer, NotAdministered, Question};
use crate::tui::app::App;
use crate::tui::app::moving::Step;
use crate::tui::app::pages::{self, Follow, Then, places};
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};
use crate::tui::keymap::Context;
use crate::tui::theme::Role;
use crate::tui::widgets::paint::Piece;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The pane's state.
#[derive(Debug, Default)]
pub struct Pane {
    /// One client's periods; those of all where none is said.
    pub company: Option<(CompanyId, String)>,
    /// Periods that end on this day or before; yesterday where none was chosen.
    pub through: Option<Date>,
    /// What closing would do.
    pub preview: Option<Box<ClosingPreview>>,
    /// What was closed from here.
    pub closed: Option<Box<ClosingPreview>>,
    /// The invoices, the newest first, once something was closed.
    pub invoices: InvoicePage,
    /// The first line that is seen.
    pub top: usize,
}

impl Pane {
    /// Closing of one client's periods, or of all.
    #[must_use]
    pub fn of(company: Option<(CompanyId, String)>) -> Self {
        Self {
            company,
            ..Self::default()
        }
    }

    fn id(&self) -> Option<CompanyId> {
        self.company.as_ref().map(|(id, _)| *id)
    }
}

impl pages::Pane for Pane {
    fn questions(&self, _: &App) -> Vec<Question> {
        let company = self.id();
        let through = self.through;
        let mut questions = vec![Question::Closing(ClosingQuestion { through, company })];
        if self.closed.is_some() {
            questions.push(Question::Invoices(company));
        }
        questions
    }

    fn answered(&mut self, answer: Answer) -> Option<Then> {
        match answer {
            Answer::Closing(preview) => self.preview = Some(preview),
            Answer::Invoices(invoices) => self.invoices = invoices,
            _ => {}
        }
        None
    }

    fn title(&self, app: &App) -> Vec<Piece<'static>> {
        let text = match &self.company {
            Some((_, name)) => app.say("closing-title-company", &[("company", name.as_str().into())]),
            None => app.text("closing-title"),
        };
        vec![Piece::new(text.into_owned(), Role::Heading)]
    }

    fn contexts(&self) -> &'static [Context] {
        &[Context::Closing]
    }

    fn offered(&self) -> &'static [Intent] {
        &[
            Intent::CloseForGood,
            Intent::ChooseClosingDay,
            Intent::OpenInvoices,
            Intent::GoBack,
        ]
    }

    fn enter(&self) -> Option<Intent> {
        Some(Intent::CloseForGood)
    }

    fn company(&self) -> Option<(CompanyId, String)> {
        self.company.clone()
    }

    fn moved(&mut self, app: &App, step: Step, room: Rect) {
        let lines = draw::lines(self, app, room.width.into()).len();
        let last = lines.saturating_sub(room.height.into());
        self.top = step.from(self.top, last + 1);
    }

    fn ended(&mut self, _: &Administration, result: &Result<(), NotAdministered>) -> Follow {
        if result.is_ok() {
            self.closed = self.preview.take();
            self.through = None;
            self.top = 0;
        }
        Follow::AskAnew
    }

    fn draw(&self, app: &App, room: Rect, buffer: &mut Buffer) {
        draw::draw(self, app, room, buffer);
    }
}

/// Whether whoever is signed in may close periods.
#[must_use]
pub fn go_availability(app: &App, _: Intent) -> Availability {
    pages::allowed(app, Action::ManageContracts)
}

/// Opens the preview, for the client whose billing is in front or for all.
pub fn go(app: &mut App, _: Intent) -> Vec<Effect> {
    places::closing(app)
}
