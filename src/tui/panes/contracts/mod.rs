//! A client's contracts: active ones first, with what is left of each.

pub mod create;
pub mod draw;
pub mod open;

use crate::base::ids::{CompanyId, ContractId};
use crate::domain::permission::Action;
use crate::records::administration::billing::{ContractKind, ContractStanding};
use crate::records::administration::contracts::ContractsPage;
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
#[derive(Debug)]
pub struct Pane {
    /// The client.
    pub company: CompanyId,
    /// Its name.
    pub name: String,
    /// What the server says.
    pub contracts: Option<Box<ContractsPage>>,
    /// The contract under the cursor.
    pub cursor: ListCursor<ContractId>,
    /// What kind of contract is being made.
    creating: Option<ContractKind>,
}

impl Pane {
    /// The contracts of this client.
    #[must_use]
    pub fn of(company: CompanyId, name: String) -> Self {
        Self {
            company,
            name,
            contracts: None,
            cursor: ListCursor::default(),
            creating: None,
        }
    }

    /// The contracts.
    #[must_use]
    pub fn items(&self) -> &[ContractStanding] {
        self.contracts.as_ref().map_or(&[], |page| &page.contracts)
    }

    /// The contract under the cursor.
    #[must_use]
    pub fn current(&self) -> Option<&ContractStanding> {
        self.items().get(self.cursor.row())
    }

    fn ids(&self) -> Vec<ContractId> {
        self.items().iter().map(|contract| contract.id).collect()
    }
}

impl pages::Pane for Pane {
    fn questions(&self, _: &App) -> Vec<Question> {
        vec![Question::Contracts(self.company)]
    }

    fn answered(&mut self, answer: Answer) -> Option<Then> {
        if let Answer::Contracts(contracts) = answer {
            self.name.clone_from(&contracts.company_name);
            self.contracts = Some(contracts);
        }
        None
    }

    fn title(&self, app: &App) -> Vec<Piece<'static>> {
        let text = app.say("contracts-title", &[("company", self.name.as_str().into())]);
        vec![Piece::new(text.into_owned(), Role::Heading)]
    }

    fn contexts(&self) -> &'static [Context] {
        &[Context::Contracts]
    }

    fn offered(&self) -> &'static [Intent] {
        &[
            Intent::OpenContract,
            Intent::CreateContract,
            Intent::GoBilling,
            Intent::GoAutomation,
            Intent::OpenContractSettings,
            Intent::GoBack,
        ]
    }

    fn enter(&self) -> Option<Intent> {
        Some(Intent::OpenContract)
    }

    fn company(&self) -> Option<(CompanyId, String)> {
        Some((self.company, self.name.clone()))
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

/// Whether a client of the provider is in front, whose contracts there are.
#[must_use]
pub fn go_availability(app: &App, _: Intent) -> Availability {
    let why = match (&app.viewer, app.side(), app.company_in_front()) {
        (None, ..) => "reason-not-signed-in",
        (_, crate::domain::Side::Taskfire, _) => "reason-provider",
        (_, _, None) => "reason-no-client",
        (..) => return Availability::Available,
    };
    Availability::Refused(app.text(why).into_owned())
}

/// Opens the contracts of the client in front.
pub fn go(app: &mut App, _: Intent) -> Vec<Effect> {
    match app.company_in_front() {
        Some((company, name)) => places::contracts(app, company, name),
        None => Vec::new(),
    }
}

/// Whether a contract is under the cursor.
#[must_use]
pub fn availability(app: &App, _: Intent) -> Availability {
    let why = match app.pane::<Pane>().map(Pane::current) {
        Some(Some(_)) => return pages::allowed(app, Action::ViewFinancialReports),
        Some(None) => "contracts-none",
        None => "reason-not-at-contracts",
    };
    Availability::Refused(app.text(why).into_owned())
}
