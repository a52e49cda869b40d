//! A client's billing, whole: warnings first, its contracts with what is left of them, the period's lines with the events
//! behind each, and the last twelve months.

pub mod changes;
pub mod draw;
pub mod export;
pub mod layout;
pub mod lines;
pub mod open;
pub mod period;

use crate::base::Date;
use crate::base::ids::{CompanyId, ContractId};
use crate::records::administration::billing::{ClientBilling, ClientBillingQuestion, ContractStanding, StatementLine};
use crate::records::administration::{Answer, Question};
use crate::tui::app::App;
use crate::tui::app::moving::{Direction, Step};
use crate::tui::app::pages::{self, Then};
use crate::tui::intent::{Availability, Intent};
use crate::tui::keymap::Context;
use crate::tui::theme::Role;
use crate::tui::widgets::paint::Piece;
use crate::tui::widgets::scroll::ListCursor;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::collections::BTreeSet;

/// The part that has the keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// The contracts.
    #[default]
    Contracts,
    /// The period's lines.
    Lines,
    /// The months; only where they have no room beside the lines.
    Months,
}

/// A line, by its service on a contract and its place there.
pub type Place = (i64, usize);

/// The pane's state.
#[derive(Debug)]
pub struct Pane {
    /// The client.
    pub company: CompanyId,
    /// Its name.
    pub name: String,
    /// The month whose periods are shown, by its first day; those of today where there is none.
    pub month: Option<Date>,
    /// What the server says.
    pub billing: Option<Box<ClientBilling>>,
    /// The part that has the keys.
    pub part: Part,
    /// The contract under the cursor.
    pub contracts: ListCursor<ContractId>,
    /// The line under the cursor, counted over all services.
    pub line: usize,
    /// The lines that are open.
    pub open: BTreeSet<Place>,
}

impl Pane {
    /// The billing of this client.
    #[must_use]
    pub fn of(company: CompanyId, name: String) -> Self {
        Self {
            company,
            name,
            month: None,
            billing: None,
            part: Part::default(),
            contracts: ListCursor::default(),
            line: 0,
            open: BTreeSet::new(),
        }
    }

    /// The contract under the cursor.
    #[must_use]
    pub fn contract(&self) -> Option<&ContractStanding> {
        self.billing.as_ref()?.contracts.get(self.contracts.row())
    }

    /// The lines, over all services, each with its place.
    pub fn lines(&self) -> impl Iterator<Item = (Place, &StatementLine)> {
        let statements = self.billing.iter().flat_map(|billing| &billing.statements);
        statements.flat_map(|statement| {
            let lines = statement.lines.iter().enumerate();
            lines.map(|(at, line)| ((statement.contract_service, at), line))
        })
    }

    fn contract_ids(&self) -> Vec<ContractId> {
        let contracts = self.billing.iter().flat_map(|billing| &billing.contracts);
        contracts.map(|contract| contract.id).collect()
    }

    /// Whether the periods that are shown contain today.
    #[must_use]
    pub fn is_current(&self) -> bool {
        let billing = self.billing.as_deref();
        billing.is_none_or(|billing| billing.month.is_none())
    }
}

impl pages::Pane for Pane {
    fn questions(&self, _: &App) -> Vec<Question> {
        vec![Question::ClientBilling(ClientBillingQuestion {
            company: self.company,
            containing: None,
            month: self.month,
        })]
    }

    fn answered(&mut self, answer: Answer) -> Option<Then> {
        if let Answer::ClientBilling(billing) = answer {
            let is_first = self.billing.is_none();
            self.name.clone_from(&billing.company_name);
            self.billing = Some(billing);
            self.line = self.line.min(self.lines().count().saturating_sub(1));
            if is_first && self.contract_ids().is_empty() {
                self.part = Part::Lines;
            }
        }
        None
    }

    fn title(&self, app: &App) -> Vec<Piece<'static>> {
        let mut text = app
            .say("client-billing-title", &[("company", self.name.as_str().into())])
            .into_owned();
        if let Some(billing) = self.billing.as_deref() {
            let days = billing.statements.first().map(|statement| app.span(statement.period));
            let days = match billing.month {
                Some(month) => app.month(month),
                None => days.unwrap_or_else(|| app.times().date(billing.containing)),
            };
            text = format!("{text} · {days}");
        }
        vec![Piece::new(text, Role::Heading)]
    }

    fn note(&self, app: &App, room: Rect) -> String {
        let Some(billing) = self.billing.as_deref().filter(|_| room.width >= 100) else {
            return String::new();
        };
        let statements = &billing.statements;
        if !statements.is_empty() && statements.iter().all(|one| one.is_closed) {
            return app.text("billing-closed").into_owned();
        }
        let last = statements
            .iter()
            .filter(|one| !one.is_closed)
            .map(|one| one.period.last);
        last.min()
            .map(|last| app.say("billing-open-until", &[("date", app.times().date(last).into())]))
            .unwrap_or_default()
            .into_owned()
    }

    fn contexts(&self) -> &'static [Context] {
        &[Context::ClientBilling]
    }

    fn offered(&self) -> &'static [Intent] {
        &[
            Intent::OpenBillingLine,
            Intent::NextPane,
            Intent::ChoosePeriod,
            Intent::ShowChanges,
            Intent::ExportLines,
            Intent::OpenInvoices,
            Intent::ClosePeriods,
            Intent::GoContracts,
            Intent::GoAutomation,
            Intent::GoBack,
        ]
    }

    fn enter(&self) -> Option<Intent> {
        Some(Intent::OpenBillingLine)
    }

    fn company(&self) -> Option<(CompanyId, String)> {
        Some((self.company, self.name.clone()))
    }

    fn moved(&mut self, app: &App, step: Step, room: Rect) {
        match self.part {
            Part::Contracts => {
                let ids = self.contract_ids();
                let row = step.from(self.contracts.row(), ids.len());
                self.contracts
                    .move_to(row, &ids, layout::contract_rows(self, app, room));
            }
            Part::Lines => self.line = step.from(self.line, self.lines().count()),
            Part::Months => {}
        }
    }

    fn seen(&self, app: &App, room: Rect) -> usize {
        match self.part {
            Part::Contracts => layout::contract_rows(self, app, room),
            Part::Lines | Part::Months => layout::of(self, app, room).lines.height.into(),
        }
    }

    fn turned(&mut self, direction: Direction) {
        self.part = match (self.part, direction) {
            (Part::Contracts, Direction::Forward) | (Part::Months, Direction::Back) => Part::Lines,
            (Part::Lines, Direction::Forward) | (Part::Contracts, Direction::Back) => Part::Months,
            (Part::Months, Direction::Forward) | (Part::Lines, Direction::Back) => Part::Contracts,
        };
    }

    fn settle(&mut self, app: &App, room: Rect) {
        let ids = self.contract_ids();
        let height = layout::contract_rows(self, app, room);
        self.contracts.settle(&ids, height);
    }

    fn draw(&self, app: &App, room: Rect, buffer: &mut Buffer) {
        draw::draw(self, app, room, buffer);
    }
}

/// Whether a client's billing is in front.
#[must_use]
pub fn availability(app: &App, _: Intent) -> Availability {
    pages::in_front::<Pane>(app, "reason-not-at-billing")
}
