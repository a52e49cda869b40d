//! Licence billing automation: what is chosen, what can be (TF-26 to TF-42).

use crate::base::ids::{CompanyId, ContractId};
use crate::base::{Date, Timestamp};
use crate::domain::licence::{Anchor, Notice};
use crate::domain::money::Price;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Which contract and service of a contract are to bill a client's licences (TF-26).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AutomationChoice {
    /// A recurring service contract of this client (TF-32).
    #[schema(value_type = Option<i64>)]
    pub contract: Option<ContractId>,
    /// A service of that contract, by its contract service's number (TF-35).
    pub contract_service: Option<i64>,
    /// The day on which it takes over from another contract or service, today or later (D-19). Where none is said it is
    /// today or the contract's first day; where the other contract has ended, the first day since that can still be
    /// billed, and no later one is taken. It means nothing where automation is off until now.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub from: Option<Date>,
}

/// When automation is to stop.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AutomationStop {
    /// The first day that it doesn't bill any more, today or later (D-19); today where none is said.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub from: Option<Date>,
}

/// A client's licence billing automation: what there is, and what can be chosen (TF-25 to TF-42).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AutomationPage {
    /// The client.
    #[schema(value_type = i64)]
    pub company: CompanyId,
    /// Its name.
    pub company_name: String,
    /// Whether it is the provider itself, whose licences are counted but never billed (D-20).
    pub is_own: bool,
    /// Whether Taskfire is on: automation is offered only then (TF-25).
    pub is_taskfire_active: bool,
    /// The currency of all amounts.
    pub currency: String,
    /// The provider's day.
    #[schema(value_type = String, format = Date)]
    pub today: Date,
    /// Licences: active people with a Taskfire level (D-21).
    pub licences: u64,
    /// What bills them; none while automation is off.
    pub automation: Option<Automation>,
    /// Recurring service contracts of this client to choose from, those that have ended last (TF-32, BL-31).
    pub contracts: Vec<AutomationContract>,
    /// Services of the catalogue that "New" may add to a contract (TF-35).
    pub services: Vec<CatalogueService>,
    /// What is recommended where one chooses (TF-28 to TF-31).
    #[schema(value_type = Vec<String>)]
    pub recommendations: Vec<Recommendation>,
    /// Contracts and services that billed before, the newest first.
    pub former: Vec<AutomationSpell>,
}

/// The contract and service that bill a client's licences, and what it comes to (TF-38).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Automation {
    /// The contract.
    #[schema(value_type = i64)]
    pub contract: ContractId,
    /// Its name.
    pub contract_name: String,
    /// The service on that contract.
    pub contract_service: i64,
    /// The service in the catalogue.
    pub service: i64,
    /// Its name.
    pub service_name: String,
    /// From which day it bills.
    #[schema(value_type = String, format = Date)]
    pub since: Date,
    /// The last day on which it bills; none while no end or change is planned.
    #[schema(value_type = Option<String>, format = Date)]
    pub until: Option<Date>,
    /// How many licences there are.
    pub licences: u64,
    /// What one costs a period.
    #[schema(value_type = String)]
    pub unit_price: Price,
    /// Licences times price.
    #[schema(value_type = String)]
    pub total: Decimal,
    /// Whether the contract has ended: it is drawn greyed out (TF-34).
    pub is_expired: bool,
    /// What to look at.
    #[schema(value_type = Vec<String>)]
    pub warnings: Vec<AutomationWarning>,
    /// What whoever sets it up is told.
    #[schema(value_type = Option<String>)]
    pub notice: Option<Notice>,
    /// What takes over on a later day, where that is planned.
    pub next: Option<AutomationSpell>,
}

/// Days on which a contract's service bills licences.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AutomationSpell {
    /// The contract.
    #[schema(value_type = i64)]
    pub contract: ContractId,
    /// Its name.
    pub contract_name: String,
    /// The service's name.
    pub service_name: String,
    /// The first day.
    #[schema(value_type = String, format = Date)]
    pub since: Date,
    /// The last day.
    #[schema(value_type = Option<String>, format = Date)]
    pub until: Option<Date>,
    /// Who saved it.
    pub by_name: String,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
}

/// A contract that can be chosen for automation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AutomationContract {
    /// The contract.
    #[schema(value_type = i64)]
    pub id: ContractId,
    /// Its name.
    pub name: String,
    /// Its first day.
    #[schema(value_type = String, format = Date)]
    pub start: Date,
    /// Its last day.
    #[schema(value_type = Option<String>, format = Date)]
    pub end: Option<Date>,
    /// What its periods are counted from.
    #[schema(value_type = String)]
    pub anchor: Anchor,
    /// Whether it has ended.
    pub is_expired: bool,
    /// What whoever chooses it is told.
    #[schema(value_type = Option<String>)]
    pub notice: Option<Notice>,
    /// Its services (TF-35).
    pub services: Vec<AutomationService>,
}

/// A service on a contract that can be chosen for automation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AutomationService {
    /// The contract service.
    pub contract_service: i64,
    /// The service in the catalogue.
    pub service: i64,
    /// Its name.
    pub name: String,
    /// What a unit costs a period.
    #[schema(value_type = String)]
    pub unit_price: Price,
    /// Why it can't be chosen, by the code of the refusal.
    pub refusal: Option<String>,
}

/// A service of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CatalogueService {
    /// The service.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// What a unit costs a period, where no contract says otherwise.
    #[schema(value_type = Option<String>)]
    pub unit_price: Option<Price>,
}

/// What is recommended where automation is set up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Recommendation {
    /// Automation is for clients who pay by user (TF-28).
    PerUser,
    /// For a flat fee take an ordinary recurring contract (TF-29).
    FlatFee,
    /// Keep a contract for it alone (TF-30).
    DedicatedContract,
    /// Keep a service for it alone, and name it so (TF-31).
    DedicatedService,
}

impl Recommendation {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 4] = [
        Self::PerUser,
        Self::FlatFee,
        Self::DedicatedContract,
        Self::DedicatedService,
    ];
}

/// What to look at about automation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AutomationWarning {
    /// The contract carries other services too (TF-30).
    ContractNotDedicated,
    /// The contract has ended: nothing accrues until another one is chosen (TF-33, D-18).
    AutomationContractExpired,
    /// The contract ends soon.
    AutomationContractEndsSoon,
}

impl AutomationWarning {
    /// The word on the wire.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::ContractNotDedicated => "contract_not_dedicated",
            Self::AutomationContractExpired => "automation_contract_expired",
            Self::AutomationContractEndsSoon => "automation_contract_ends_soon",
        }
    }
}
