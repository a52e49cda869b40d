//! Billing of all clients: what will be billed, what changed since the period before and why, and what is not billed.
//! Clients with warnings stand first.

pub mod draw;
pub mod open;

use crate::base::fold::fold;
use crate::base::ids::CompanyId;
use crate::domain::Side;
use crate::domain::permission::{Action, Permission, permission};
use crate::records::administration::billing::{BilledClient, BillingOverview, NotBilled};
use crate::records::administration::{Answer, Question};
use crate::tui::app::App;
use crate::tui::app::moving::{Direction, Step};
use crate::tui::app::pages::{self, Then, places};
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};
use crate::tui::keymap::Context;
use crate::tui::theme::Role;
use crate::tui::widgets::paint::Piece;
use crate::tui::widgets::scroll::ListCursor;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Which list is seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// The clients.
    #[default]
    Clients,
    /// What is not billed.
    NotBilled,
}

/// The pane's state.
#[derive(Debug, Default)]
pub struct Pane {
    /// What the server says.
    pub overview: Option<Box<BillingOverview>>,
    /// Which list is seen.
    pub part: Part,
    /// The client under the cursor.
    pub clients: ListCursor<CompanyId>,
    /// The line of what is not billed under the cursor.
    pub not_billed: ListCursor<usize>,
    search: String,
    /// What was typed when the lines were chosen last.
    chosen_by: Option<String>,
    /// The clients that `search` leaves, by their place among all.
    shown: Vec<usize>,
    /// What is not billed of them.
    shown_not_billed: Vec<usize>,
}

impl Pane {
    /// The client in this row.
    #[must_use]
    pub fn at(&self, row: usize) -> Option<&BilledClient> {
        self.overview.as_ref()?.clients.get(*self.shown.get(row)?)
    }

    /// What is not billed in this row.
    #[must_use]
    pub fn not_billed_at(&self, row: usize) -> Option<&NotBilled> {
        self.overview.as_ref()?.not_billed.get(*self.shown_not_billed.get(row)?)
    }

    /// How many lines the list has that is seen.
    #[must_use]
    pub fn len(&self) -> usize {
        match self.part {
            Part::Clients => self.shown.len(),
            Part::NotBilled => self.shown_not_billed.len(),
        }
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Keeps the clients whose name has what was typed.
    fn choose(&mut self) {
        let Some(overview) = &self.overview else { return };
        // Keys that only move the cursor don't go through all clients.
        if self.chosen_by.as_ref() == Some(&self.search) {
            return;
        }
        self.chosen_by = Some(self.search.clone());
        let typed = fold(&self.search);
        let fits = |name: &str| {
            let name = fold(name);
            typed.split_whitespace().all(|word| name.contains(word))
        };
        let clients = overview.clients.iter().enumerate();
        self.shown = clients.filter(|(_, one)| fits(&one.name)).map(|(at, _)| at).collect();
        let lines = overview.not_billed.iter().enumerate();
        self.shown_not_billed = lines
            .filter(|(_, one)| fits(&one.company_name))
            .map(|(at, _)| at)
            .collect();
    }

    fn ids(&self) -> Vec<CompanyId> {
        (0..self.shown.len())
            .filter_map(|row| self.at(row).map(|client| client.company))
            .collect()
    }

    fn settle_cursors(&mut self, height: usize) {
        let ids = self.ids();
        self.clients.settle(&ids, height);
        let lines = std::mem::take(&mut self.shown_not_billed);
        self.not_billed.settle(&lines, height);
        self.shown_not_billed = lines;
    }
}

impl pages::Pane for Pane {
    fn questions(&self, _: &App) -> Vec<Question> {
        vec![Question::BillingOverview]
    }

    fn answered(&mut self, answer: Answer) -> Option<Then> {
        if let Answer::BillingOverview(overview) = answer {
            self.overview = Some(overview);
            self.chosen_by = None;
            self.choose();
        }
        None
    }

    fn title(&self, app: &App) -> Vec<Piece<'static>> {
        let mut pieces = vec![Piece::new(app.text("billing-title").into_owned(), Role::Heading)];
        let mut add = |text: String, role| {
            pieces.push(Piece::new(" · ", Role::Dim));
            pieces.push(Piece::new(text, role));
        };
        if self.part == Part::NotBilled {
            add(app.text("billing-not-billed").into_owned(), Role::Heading);
        }
        if !self.search.is_empty() {
            add(self.search.clone(), Role::Match);
        }
        pieces
    }

    fn contexts(&self) -> &'static [Context] {
        &[Context::Billing, Context::Page]
    }

    fn offered(&self) -> &'static [Intent] {
        &[
            Intent::OpenBilling,
            Intent::NextPane,
            Intent::FilterPage,
            Intent::OpenInvoices,
            Intent::ClosePeriods,
            Intent::OpenContractSettings,
            Intent::GoBack,
        ]
    }

    fn enter(&self) -> Option<Intent> {
        Some(Intent::OpenBilling)
    }

    fn company(&self) -> Option<(CompanyId, String)> {
        match self.part {
            Part::Clients => self
                .at(self.clients.row())
                .map(|client| (client.company, client.name.clone())),
            Part::NotBilled => self
                .not_billed_at(self.not_billed.row())
                .map(|line| (line.company, line.company_name.clone())),
        }
    }

    fn moved(&mut self, _: &App, step: Step, room: Rect) {
        let height = draw::rows(room);
        match self.part {
            Part::Clients => {
                let ids = self.ids();
                let row = step.from(self.clients.row(), ids.len());
                self.clients.move_to(row, &ids, height);
            }
            Part::NotBilled => {
                let row = step.from(self.not_billed.row(), self.shown_not_billed.len());
                self.not_billed.move_to(row, &self.shown_not_billed, height);
            }
        }
    }

    fn seen(&self, _: &App, room: Rect) -> usize {
        draw::rows(room)
    }

    fn turned(&mut self, _: Direction) {
        self.part = match self.part {
            Part::Clients => Part::NotBilled,
            Part::NotBilled => Part::Clients,
        };
    }

    fn filter(&mut self) -> Option<&mut String> {
        Some(&mut self.search)
    }

    fn filters_here(&self) -> bool {
        true
    }

    fn settle(&mut self, _: &App, room: Rect) {
        self.choose();
        self.settle_cursors(draw::rows(room));
    }

    fn draw(&self, app: &App, room: Rect, buffer: &mut Buffer) {
        draw::draw(self, app, room, buffer);
    }
}

/// Whether their level reads any of it; what the client's setting hides the server decides.
#[must_use]
pub fn go_availability(app: &App, _: Intent) -> Availability {
    let level = app.viewer.as_ref().map(|viewer| viewer.actor.level);
    let key = match level {
        None => "reason-not-signed-in",
        Some(level)
            if level.side() == Side::Taskfire && permission(level, Action::ViewFinancialReports) == Permission::No =>
        {
            "reason-no-reports"
        }
        Some(_) => return Availability::Available,
    };
    Availability::Refused(app.text(key).into_owned())
}

/// Opens billing: of the client in front, of all of them, or one's own company's reports.
pub fn go(app: &mut App, _: Intent) -> Vec<Effect> {
    if app.side() == Side::Taskfire {
        return places::reports(app);
    }
    match app.company_in_front() {
        Some((company, name)) if !is_here(app) => places::client_billing(app, company, name),
        _ => app.go_to_page(Pane::default()),
    }
}

fn is_here(app: &App) -> bool {
    app.pane::<Pane>().is_some()
}

/// Whether the overview is in front.
#[must_use]
pub fn availability(app: &App, _: Intent) -> Availability {
    pages::in_front::<Pane>(app, "reason-not-at-billing")
}
