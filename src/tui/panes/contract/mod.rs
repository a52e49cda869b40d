//! One contract, whole: where it stands, its services with units and prices, and its notes.

pub mod approve;
pub mod clone;
pub mod draw;
pub mod edit;
pub mod price;
pub mod renew;
pub mod service;
pub mod units;

use crate::base::ids::{CompanyId, ContractId};
use crate::domain::permission::Action;
use crate::records::administration::contracts::{ContractPage, ContractServiceLine};
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
    /// Which.
    pub id: ContractId,
    /// Its name.
    pub name: String,
    /// What the server says.
    pub contract: Option<Box<ContractPage>>,
    /// The service under the cursor, by its number on the contract.
    pub cursor: ListCursor<i64>,
}

impl Pane {
    /// This contract.
    #[must_use]
    pub fn of(id: ContractId, name: String) -> Self {
        Self {
            id,
            name,
            contract: None,
            cursor: ListCursor::default(),
        }
    }

    /// The services.
    #[must_use]
    pub fn services(&self) -> &[ContractServiceLine] {
        self.contract.as_ref().map_or(&[], |page| &page.services)
    }

    /// The service under the cursor.
    #[must_use]
    pub fn current(&self) -> Option<&ContractServiceLine> {
        self.services().get(self.cursor.row())
    }

    fn ids(&self) -> Vec<i64> {
        self.services().iter().map(|service| service.contract_service).collect()
    }
}

impl pages::Pane for Pane {
    fn questions(&self, _: &App) -> Vec<Question> {
        vec![Question::Contract(self.id)]
    }

    fn answered(&mut self, answer: Answer) -> Option<Then> {
        if let Answer::Contract(contract) = answer {
            self.name.clone_from(&contract.fields.name);
            self.contract = Some(contract);
        }
        None
    }

    fn title(&self, app: &App) -> Vec<Piece<'static>> {
        let text = match &self.contract {
            Some(page) => {
                let company = page.company_name.as_str();
                let arguments = [("contract", self.name.as_str().into()), ("company", company.into())];
                app.say("contract-title", &arguments).into_owned()
            }
            None => self.name.clone(),
        };
        vec![Piece::new(text, Role::Heading)]
    }

    fn contexts(&self) -> &'static [Context] {
        &[Context::Contract]
    }

    fn offered(&self) -> &'static [Intent] {
        &[
            Intent::EditContract,
            Intent::AddContractService,
            Intent::ChangeUnits,
            Intent::ChangePrice,
            Intent::EditService,
            Intent::RenewContract,
            Intent::CloneContract,
            Intent::ApproveContract,
            Intent::EnableContract,
            Intent::GoBack,
        ]
    }

    fn enter(&self) -> Option<Intent> {
        Some(Intent::ChangeUnits)
    }

    fn company(&self) -> Option<(CompanyId, String)> {
        let page = self.contract.as_ref()?;
        Some((page.company, page.company_name.clone()))
    }

    fn moved(&mut self, app: &App, step: Step, room: Rect) {
        let ids = self.ids();
        let row = step.from(self.cursor.row(), ids.len());
        self.cursor.move_to(row, &ids, draw::rows(self, app, room));
    }

    fn seen(&self, app: &App, room: Rect) -> usize {
        draw::rows(self, app, room)
    }

    fn settle(&mut self, app: &App, room: Rect) {
        let ids = self.ids();
        let height = draw::rows(self, app, room);
        self.cursor.settle(&ids, height);
    }

    fn draw(&self, app: &App, room: Rect, buffer: &mut Buffer) {
        draw::draw(self, app, room, buffer);
    }
}

/// The contract in front, as the server described it.
///
/// # Errors
/// With the key of the sentence that says why there is none.
fn front(app: &App) -> Result<(&Pane, &ContractPage), &'static str> {
    let pane = app.pane::<Pane>().ok_or("reason-not-at-contract")?;
    let page = pane.contract.as_deref().ok_or("reason-not-answered")?;
    Ok((pane, page))
}

/// Whether whoever is signed in may change the contract in front.
#[must_use]
pub fn availability(app: &App, _: Intent) -> Availability {
    match front(app) {
        Ok(_) => pages::allowed(app, Action::ManageContracts),
        Err(key) => Availability::Refused(app.text(key).into_owned()),
    }
}

/// Whether a service is under its cursor besides.
#[must_use]
pub fn service_availability(app: &App, intent: Intent) -> Availability {
    match front(app).map(|(pane, _)| pane.current()) {
        Ok(None) => Availability::Refused(app.text("contract-no-services").into_owned()),
        _ => availability(app, intent),
    }
}
