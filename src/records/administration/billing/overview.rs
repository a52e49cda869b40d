//! All clients: what each comes to, what to look at, what is not billed and why.

use super::client::Difference;
use crate::base::Date;
use crate::base::ids::{CompanyId, ContractId};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// All clients: what will be billed, what changed, what isn't billed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct BillingOverview {
    /// The provider's day.
    #[schema(value_type = String, format = Date)]
    pub today: Date,
    /// The currency of all amounts.
    pub currency: String,
    /// Clients with contracts, warnings or licences: those with warnings first, then by what they come to.
    pub clients: Vec<BilledClient>,
    /// What all of them come to in the periods that contain today.
    #[schema(value_type = String)]
    pub total: Decimal,
    /// What all of them came to in the periods before.
    #[schema(value_type = String)]
    pub before: Decimal,
    /// Periods that are over and not closed.
    pub to_close: u64,
    /// What is not billed, and why.
    pub not_billed: Vec<NotBilled>,
}

/// A client in the overview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct BilledClient {
    /// The client.
    #[schema(value_type = i64)]
    pub company: CompanyId,
    /// Its name.
    pub name: String,
    /// Licences.
    pub licences: u64,
    /// What it comes to in the periods that contain today, if nothing changes until their end.
    #[schema(value_type = String)]
    pub total: Decimal,
    /// What it came to in the periods before.
    #[schema(value_type = String)]
    pub before: Decimal,
    /// Why the two differ.
    pub changes: Vec<Difference>,
    /// Periods that are over and not closed.
    pub to_close: u64,
    /// What to look at.
    pub warnings: Vec<BillingWarning>,
}

/// Something about a contract that somebody should look at, with what to do about it by the word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct BillingWarning {
    /// What.
    #[schema(value_type = String)]
    pub warning: WarningKind,
    /// The contract that it is about.
    #[schema(value_type = Option<i64>)]
    pub contract: Option<ContractId>,
    /// Its name.
    pub contract_name: Option<String>,
    /// The day that it is about: an end, a start.
    #[schema(value_type = Option<String>, format = Date)]
    pub on: Option<Date>,
    /// How many it is about: days left, licences, periods, minutes.
    pub count: i64,
}

/// What to look at about a client's billing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WarningKind {
    /// The contract that bills the licences has ended; `count` licences are not billed (TF-33).
    AutomationContractExpired,
    /// The contract that bills the licences ends in `count` days.
    AutomationContractEndsSoon,
    /// A contract ends in `count` days.
    ContractEndsSoon,
    /// A contract has `count` minutes left.
    HoursLow,
    /// `count` periods are over and not closed.
    PeriodsToClose,
    /// `count` licences are billed by nobody, for automation was stopped.
    NoAutomation,
    /// The contract that bills the licences carries other services too (TF-30).
    ContractNotDedicated,
}

/// Something that is not billed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct NotBilled {
    /// The client.
    #[schema(value_type = i64)]
    pub company: CompanyId,
    /// Its name.
    pub company_name: String,
    /// The contract that it is about.
    #[schema(value_type = Option<i64>)]
    pub contract: Option<ContractId>,
    /// Its name.
    pub contract_name: Option<String>,
    /// The service that it is about.
    pub service_name: Option<String>,
    /// Why.
    #[schema(value_type = String)]
    pub reason: NotBilledReason,
    /// How many units, licences or minutes.
    pub count: i64,
    /// Since when or until when.
    #[schema(value_type = Option<String>, format = Date)]
    pub on: Option<Date>,
}

/// Why something is not billed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotBilledReason {
    /// Automation is off, so licences cost the client nothing.
    NoAutomation,
    /// The contract has ended.
    ContractExpired,
    /// The contract hasn't begun.
    ContractPending,
    /// The contract isn't approved.
    ContractNotApproved,
    /// The client is the provider itself (D-20).
    OwnCompany,
    /// The service has no units.
    NoUnits,
    /// The price is 0.
    NoPrice,
    /// Time that no contract covered.
    UncoveredTime,
}
