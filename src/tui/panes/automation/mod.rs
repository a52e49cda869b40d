//! A client's licence billing automation (TF-25 to TF-42): the contract first, then its service, then it is saved; what
//! is recommended stands where one chooses, what it comes to once it is saved.

pub mod choose;
pub mod draw;
pub mod new_contract;
pub mod new_service;
pub mod save;
pub mod stop;

use crate::base::Date;
use crate::base::ids::{CompanyId, ContractId};
use crate::domain::permission::Action;
use crate::records::administration::billing::{AutomationContract, AutomationPage, AutomationService};
use crate::records::administration::{Answer, Question};
use crate::tui::app::App;
use crate::tui::app::moving::Step;
use crate::tui::app::pages::{self, Then, places};
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};
use crate::tui::keymap::Context;
use crate::tui::theme::Role;
use crate::tui::widgets::paint::Piece;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What is chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Field {
    /// The contract (TF-32).
    #[default]
    Contract,
    /// The service on it (TF-35).
    Service,
    /// From when on it takes over from another one (D-19).
    From,
}

impl Field {
    /// All of them, in the order in which they stand.
    pub const ALL: [Self; 3] = [Self::Contract, Self::Service, Self::From];
}

/// The pane's state.
#[derive(Debug)]
pub struct Pane {
    /// The client.
    pub company: CompanyId,
    /// Its name.
    pub name: String,
    /// What the server says.
    pub page: Option<Box<AutomationPage>>,
    /// The field under the cursor.
    pub field: Field,
    /// The contract that is chosen.
    pub contract: Option<ContractId>,
    /// The service on it that is chosen.
    pub service: Option<i64>,
    /// From when on it takes over; as early as it may where nothing is said.
    pub from: Option<Date>,
    /// What there was to choose before something was made here, so that the new one is chosen.
    before: Option<Before>,
}

/// The contracts and services that there were.
#[derive(Clone, Debug, Default)]
struct Before {
    contracts: Vec<ContractId>,
    services: Vec<i64>,
}

impl Pane {
    /// Automation of this client.
    #[must_use]
    pub fn of(company: CompanyId, name: String) -> Self {
        Self {
            company,
            name,
            page: None,
            field: Field::default(),
            contract: None,
            service: None,
            from: None,
            before: None,
        }
    }

    /// The contract that is chosen.
    #[must_use]
    pub fn chosen(&self) -> Option<&AutomationContract> {
        let page = self.page.as_deref()?;
        page.contracts
            .iter()
            .find(|contract| Some(contract.id) == self.contract)
    }

    /// The service that is chosen.
    #[must_use]
    pub fn chosen_service(&self) -> Option<&AutomationService> {
        let services = &self.chosen()?.services;
        services
            .iter()
            .find(|service| Some(service.contract_service) == self.service)
    }

    /// Whether something else is chosen than what is saved.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        let saved = self.page.as_ref().and_then(|page| page.automation.as_ref());
        let saved = saved.map(|automation| (automation.contract, automation.contract_service));
        let chosen = self.contract.zip(self.service);
        chosen.is_some() && chosen != saved
    }

    /// Takes in what the server says; the first time, what is saved is chosen; afterwards what was made here.
    fn take(&mut self, page: Box<AutomationPage>) {
        self.name.clone_from(&page.company_name);
        if self.page.is_none()
            && let Some(automation) = &page.automation
        {
            self.contract = Some(automation.contract);
            self.service = Some(automation.contract_service);
        }
        if let Some(before) = self.before.take() {
            let contract = page.contracts.iter().find(|one| !before.contracts.contains(&one.id));
            if let Some(new) = contract {
                self.contract = Some(new.id);
                self.service = None;
                self.field = Field::Service;
            }
            let services = page.contracts.iter().filter(|one| Some(one.id) == self.contract);
            let new = services
                .flat_map(|one| &one.services)
                .find(|one| !before.services.contains(&one.contract_service));
            if let Some(new) = new.filter(|new| new.refusal.is_none()) {
                self.service = Some(new.contract_service);
            }
        }
        self.page = Some(page);
        if self.chosen().is_none() {
            self.contract = None;
        }
        if self.chosen_service().is_none() {
            self.service = None;
        }
    }

    /// Remembers what there is to choose, for what is made now.
    fn remember(&mut self) {
        let contracts = self.page.iter().flat_map(|page| &page.contracts);
        let mut before = Before::default();
        for contract in contracts {
            before.contracts.push(contract.id);
            before
                .services
                .extend(contract.services.iter().map(|service| service.contract_service));
        }
        self.before = Some(before);
    }
}

impl pages::Pane for Pane {
    fn questions(&self, _: &App) -> Vec<Question> {
        vec![Question::Automation(self.company)]
    }

    fn answered(&mut self, answer: Answer) -> Option<Then> {
        if let Answer::Automation(page) = answer {
            self.take(page);
        }
        None
    }

    fn title(&self, app: &App) -> Vec<Piece<'static>> {
        let text = app.say("automation-title", &[("company", self.name.as_str().into())]);
        vec![Piece::new(text.into_owned(), Role::Heading)]
    }

    fn note(&self, app: &App, _: Rect) -> String {
        pages::unsaved(app, self.is_changed())
    }

    fn contexts(&self) -> &'static [Context] {
        &[Context::Automation]
    }

    fn offered(&self) -> &'static [Intent] {
        &[
            Intent::ChooseAutomation,
            Intent::NewForAutomation,
            Intent::SaveAutomation,
            Intent::StopAutomation,
            Intent::CreateService,
            Intent::GoContracts,
            Intent::GoBack,
        ]
    }

    fn enter(&self) -> Option<Intent> {
        Some(Intent::ChooseAutomation)
    }

    fn company(&self) -> Option<(CompanyId, String)> {
        Some((self.company, self.name.clone()))
    }

    fn moved(&mut self, _: &App, step: Step, _: Rect) {
        let at = Field::ALL.iter().position(|field| *field == self.field).unwrap_or(0);
        let count = match self.page.as_ref().map(|page| page.automation.is_some()) {
            Some(true) => Field::ALL.len(),
            // Nothing is there to be taken over from.
            _ => Field::ALL.len() - 1,
        };
        self.field = Field::ALL[step.from(at, count)];
    }

    fn draw(&self, app: &App, room: Rect, buffer: &mut Buffer) {
        draw::draw(self, app, room, buffer);
    }
}

/// The page in front, as the server described it.
///
/// # Errors
/// With the key of the sentence that says why there is none.
fn front(app: &App) -> Result<(&Pane, &AutomationPage), &'static str> {
    let pane = app.pane::<Pane>().ok_or("reason-not-at-automation")?;
    let page = pane.page.as_deref().ok_or("reason-not-answered")?;
    Ok((pane, page))
}

/// Whether a client is in front whose automation whoever is signed in may choose.
#[must_use]
pub fn go_availability(app: &App, _: Intent) -> Availability {
    match app.company_in_front() {
        Some(_) => pages::allowed(app, Action::ConfigureBillingAutomation),
        None => Availability::Refused(app.text("reason-no-client").into_owned()),
    }
}

/// Opens it for the client in front.
pub fn go(app: &mut App, _: Intent) -> Vec<Effect> {
    match app.company_in_front() {
        Some((company, name)) => places::automation(app, company, name),
        None => Vec::new(),
    }
}

/// Whether Taskfire is on here, so that something can be chosen (TF-25); the field under the cursor included.
#[must_use]
pub fn availability(app: &App, _: Intent) -> Availability {
    let why = match front(app) {
        Err(key) => key,
        Ok((_, page)) if !page.is_taskfire_active => "step-waits",
        Ok((pane, _)) if pane.field == Field::Service && pane.contract.is_none() => "automation-service-waits",
        Ok(_) => return Availability::Available,
    };
    Availability::Refused(app.text(why).into_owned())
}
