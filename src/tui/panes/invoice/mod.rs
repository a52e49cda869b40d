//! One invoice, whole, and as a file.

pub mod draw;
pub mod export;

use crate::base::ids::CompanyId;
use crate::records::administration::billing::Invoice;
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
    /// Which.
    pub id: i64,
    /// Its number.
    pub number: String,
    /// What the server says.
    pub invoice: Option<Box<Invoice>>,
    /// The first line that is seen.
    pub top: usize,
}

impl Pane {
    /// This invoice.
    #[must_use]
    pub fn of(id: i64, number: String) -> Self {
        Self {
            id,
            number,
            invoice: None,
            top: 0,
        }
    }
}

impl pages::Pane for Pane {
    fn questions(&self, _: &App) -> Vec<Question> {
        vec![Question::Invoice(self.id)]
    }

    fn answered(&mut self, answer: Answer) -> Option<Then> {
        if let Answer::Invoice(invoice) = answer {
            self.invoice = Some(invoice);
        }
        None
    }

    fn title(&self, app: &App) -> Vec<Piece<'static>> {
        let text = format!("{} {}", app.text("invoice"), self.number);
        vec![Piece::new(text, Role::Heading)]
    }

    fn contexts(&self) -> &'static [Context] {
        &[Context::Invoice]
    }

    fn offered(&self) -> &'static [Intent] {
        &[Intent::ExportInvoice, Intent::GoBack]
    }

    fn company(&self) -> Option<(CompanyId, String)> {
        let head = &self.invoice.as_ref()?.summary;
        Some((head.company, head.company_name.clone()))
    }

    fn moved(&mut self, app: &App, step: Step, room: Rect) {
        let lines = draw::lines(self, app, room.width.into()).len();
        let last = lines.saturating_sub(room.height.into());
        self.top = step.from(self.top, last + 1);
    }

    fn draw(&self, app: &App, room: Rect, buffer: &mut Buffer) {
        draw::draw(self, app, room, buffer);
    }
}
