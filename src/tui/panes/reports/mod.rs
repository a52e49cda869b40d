//! What a client's own people may read of money: the Client Block report (bought, used, left of every prepaid contract)
//! and the Invoice report. The server decides who reads which; what it refuses is not shown (TF-20, D-42).

pub mod draw;
pub mod open;

use crate::base::ids::CompanyId;
use crate::records::administration::billing::{BlockReport, InvoicePage, InvoiceSummary};
use crate::records::administration::{Answer, Question};
use crate::tui::app::App;
use crate::tui::app::moving::Step;
use crate::tui::app::pages::{self, Then};
use crate::tui::intent::{Availability, Intent};
use crate::tui::keymap::Context;
use crate::tui::theme::Role;
use crate::tui::widgets::paint::Piece;
use crate::tui::widgets::scroll::ListCursor;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The pane's state.
#[derive(Debug)]
pub struct Pane {
    /// The client.
    pub company: CompanyId,
    /// Its name.
    pub name: String,
    /// The Client Block report; none where it isn't theirs to read.
    pub blocks: Option<BlockReport>,
    /// The Invoice report; none where it isn't theirs to read.
    pub invoices: Option<InvoicePage>,
    /// The invoice under the cursor.
    pub cursor: ListCursor<i64>,
}

impl Pane {
    /// The reports of this client.
    #[must_use]
    pub fn of(company: CompanyId, name: String) -> Self {
        Self {
            company,
            name,
            blocks: None,
            invoices: None,
            cursor: ListCursor::default(),
        }
    }

    /// The invoice under the cursor.
    #[must_use]
    pub fn current(&self) -> Option<&InvoiceSummary> {
        self.invoices.as_ref()?.items.get(self.cursor.row())
    }

    fn ids(&self) -> Vec<i64> {
        let invoices = self.invoices.iter().flat_map(|page| &page.items);
        invoices.map(|invoice| invoice.id).collect()
    }
}

impl pages::Pane for Pane {
    fn questions(&self, _: &App) -> Vec<Question> {
        vec![
            Question::BlockReport(self.company),
            Question::Invoices(Some(self.company)),
        ]
    }

    fn answered(&mut self, answer: Answer) -> Option<Then> {
        match answer {
            Answer::BlockReport(blocks) => self.blocks = Some(blocks),
            Answer::Invoices(invoices) => self.invoices = Some(invoices),
            _ => {}
        }
        None
    }

    fn title(&self, app: &App) -> Vec<Piece<'static>> {
        let text = app.say("reports-title", &[("company", self.name.as_str().into())]);
        vec![Piece::new(text.into_owned(), Role::Heading)]
    }

    fn contexts(&self) -> &'static [Context] {
        &[Context::Reports]
    }

    fn offered(&self) -> &'static [Intent] {
        &[Intent::OpenReportedInvoice, Intent::GoBack]
    }

    fn enter(&self) -> Option<Intent> {
        Some(Intent::OpenReportedInvoice)
    }

    fn moved(&mut self, _: &App, step: Step, room: Rect) {
        let ids = self.ids();
        let row = step.from(self.cursor.row(), ids.len());
        let height = draw::invoice_rows(self, room);
        self.cursor.move_to(row, &ids, height);
    }

    fn seen(&self, _: &App, room: Rect) -> usize {
        draw::invoice_rows(self, room)
    }

    fn settle(&mut self, _: &App, room: Rect) {
        let ids = self.ids();
        let height = draw::invoice_rows(self, room);
        self.cursor.settle(&ids, height);
    }

    fn draw(&self, app: &App, room: Rect, buffer: &mut Buffer) {
        draw::draw(self, app, room, buffer);
    }
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
