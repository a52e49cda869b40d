//! Invoices of all clients or of one, the newest first: the Invoice report.

pub mod draw;
pub mod open;

use crate::base::ids::CompanyId;
use crate::records::administration::billing::{InvoicePage, InvoiceSummary};
use crate::records::administration::{Answer, Question};
use crate::tui::app::App;
use crate::tui::app::moving::Step;
use crate::tui::app::pages::{self, Then, places};
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
    /// One client's; those of all where none is said.
    pub company: Option<(CompanyId, String)>,
    /// The invoices.
    pub invoices: InvoicePage,
    /// The one under the cursor.
    pub cursor: ListCursor<i64>,
}

impl Pane {
    /// One client's invoices, or all.
    #[must_use]
    pub fn of(company: Option<(CompanyId, String)>) -> Self {
        Self {
            company,
            ..Self::default()
        }
    }

    /// The invoice under the cursor.
    #[must_use]
    pub fn current(&self) -> Option<&InvoiceSummary> {
        self.invoices.items.get(self.cursor.row())
    }

    fn ids(&self) -> Vec<i64> {
        self.invoices.items.iter().map(|invoice| invoice.id).collect()
    }
}

impl pages::Pane for Pane {
    fn questions(&self, _: &App) -> Vec<Question> {
        vec![Question::Invoices(self.company.as_ref().map(|(id, _)| *id))]
    }

    fn answered(&mut self, answer: Answer) -> Option<Then> {
        if let Answer::Invoices(invoices) = answer {
            self.invoices = invoices;
        }
        None
    }

    fn title(&self, app: &App) -> Vec<Piece<'static>> {
        let text = match &self.company {
            Some((_, name)) => app.say("invoices-title-company", &[("company", name.as_str().into())]),
            None => app.text("invoices-title"),
        };
        vec![Piece::new(text.into_owned(), Role::Heading)]
    }

    fn contexts(&self) -> &'static [Context] {
        &[Context::Invoices]
    }

    fn offered(&self) -> &'static [Intent] {
        &[Intent::OpenInvoice, Intent::GoBack]
    }

    fn enter(&self) -> Option<Intent> {
        Some(Intent::OpenInvoice)
    }

    fn company(&self) -> Option<(CompanyId, String)> {
        self.company.clone()
    }

    fn moved(&mut self, _: &App, step: Step, room: Rect) {
        let ids = self.ids();
        let row = step.from(self.cursor.row(), ids.len());
        self.cursor.move_to(row, &ids, draw::rows(room));
    }

    fn seen(&self, _: &App, room: Rect) -> usize {
        draw::rows(room)
    }

    fn settle(&mut self, _: &App, room: Rect) {
        let ids = self.ids();
        self.cursor.settle(&ids, draw::rows(room));
    }

    fn draw(&self, app: &App, room: Rect, buffer: &mut Buffer) {
        draw::draw(self, app, room, buffer);
    }
}

/// Opens the invoices of the client in front, or of all.
pub fn go(app: &mut App, _: Intent) -> Vec<Effect> {
    places::invoices(app)
}

/// Whether an invoice is under the cursor.
#[must_use]
pub fn availability(app: &App, _: Intent) -> Availability {
    let why = match app.pane::<Pane>().map(Pane::current) {
        Some(Some(_)) => return Availability::Available,
        Some(None) => "invoices-none",
        None => "reason-not-at-invoices",
    };
    Availability::Refused(app.text(why).into_owned())
}
