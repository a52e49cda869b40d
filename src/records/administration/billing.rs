//! Billing as it is asked about and done: what a client or all of them come to, automation, closing, invoices, and the
//! reports that a client's people may read. Amounts are decimals, which go over the wire as text like `14.00`.

use crate::base::ids::{CompanyId, ContractId};
use crate::base::{Date, Timestamp};
use crate::domain::licence::{Anchor, Kind, Notice, Period};
use crate::domain::money::Price;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The days of a period, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
pub struct Days {
    /// The first.
    #[schema(value_type = String, format = Date)]
    pub first: Date,
    /// The last.
    #[schema(value_type = String, format = Date)]
    pub last: Date,
}

impl From<Period> for Days {
    fn from(period: Period) -> Self {
        Self {
            first: period.first,
            last: period.last,
        }
    }
}

/// Which contract and service of a contract are to bill a client's licences (TF-26).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AutomationChoice {
    /// A recurring service contract of this client (TF-32).
    #[schema(value_type = Option<i64>)]
    pub contract: Option<ContractId>,
    /// A service of that contract, by its contract service's number (TF-35).
    pub contract_service: Option<i64>,
    /// The day on which it takes over from another contract or service, today or later (D-19); today where none is
    /// said. It means nothing where automation is off until now.
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
    /// The client is the provider itself (D-20).
    OwnCompany,
    /// The service has no units.
    NoUnits,
    /// The price is 0.
    NoPrice,
    /// Time that no contract covered.
    UncoveredTime,
}

/// Which period of a client is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClientBillingQuestion {
    /// The client.
    pub company: CompanyId,
    /// A day in the periods that are meant; today where none is said.
    pub containing: Option<Date>,
}

/// A client's billing, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ClientBilling {
    /// The client.
    #[schema(value_type = i64)]
    pub company: CompanyId,
    /// Its name.
    pub company_name: String,
    /// The currency of all amounts.
    pub currency: String,
    /// The provider's day.
    #[schema(value_type = String, format = Date)]
    pub today: Date,
    /// The day that was asked for.
    #[schema(value_type = String, format = Date)]
    pub containing: Date,
    /// Licences.
    pub licences: u64,
    /// What to look at, the most urgent first.
    pub warnings: Vec<BillingWarning>,
    /// Its contracts: active, pending, then those that have ended.
    pub contracts: Vec<ContractStanding>,
    /// What each service comes to in its period that contains the day.
    pub statements: Vec<ServiceStatement>,
    /// The sum of the statements: what is billed if nothing changes until their end.
    #[schema(value_type = String)]
    pub total: Decimal,
    /// How much of it the days until today have used up.
    #[schema(value_type = String)]
    pub accrued: Decimal,
    /// What the periods before came to.
    #[schema(value_type = String)]
    pub before: Decimal,
    /// What the periods after will come to if nothing changes.
    #[schema(value_type = String)]
    pub next: Decimal,
    /// Why total and before differ.
    pub changes: Vec<Difference>,
    /// The last twelve months, the oldest first; each has the periods that begin in it.
    pub months: Vec<MonthTotal>,
    /// What is not billed, and why.
    pub not_billed: Vec<NotBilled>,
}

/// A contract with what is left of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ContractStanding {
    /// The contract.
    #[schema(value_type = i64)]
    pub id: ContractId,
    /// Its name.
    pub name: String,
    /// What kind it is.
    #[schema(value_type = String)]
    pub kind: ContractKind,
    /// Where it stands.
    #[schema(value_type = String)]
    pub state: ContractState,
    /// Its first day.
    #[schema(value_type = String, format = Date)]
    pub start: Date,
    /// Its last day.
    #[schema(value_type = Option<String>, format = Date)]
    pub end: Option<Date>,
    /// All its days; none without an end.
    pub days: Option<i64>,
    /// The days until its last one: 0 on it and after.
    pub days_left: Option<i64>,
    /// Minutes bought; none where it has no hours.
    pub minutes: Option<i64>,
    /// Minutes used.
    pub minutes_used: Option<i64>,
    /// Minutes left, never below 0.
    pub minutes_left: Option<i64>,
    /// How many services it carries.
    pub services: u64,
    /// Whether it bills the client's licences.
    pub is_automation: bool,
}

/// What kind of contract it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContractKind {
    /// Recurring services.
    Recurring,
    /// Prepaid support for one request.
    PerRequest,
    /// Prepaid support for a time.
    Subscription,
    /// Prepaid support for a time or a number of hours.
    TimeLimited,
    /// Prepaid support for a number of hours.
    SupportHours,
    /// Any other of Autotask's.
    Other,
}

/// Where a contract stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContractState {
    /// It holds.
    Active,
    /// It hasn't begun, or isn't approved (D-24).
    Pending,
    /// It has ended, or its hours are used up.
    Expired,
}

/// What a service comes to in one period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ServiceStatement {
    /// The contract.
    #[schema(value_type = i64)]
    pub contract: ContractId,
    /// Its name.
    pub contract_name: String,
    /// The service on the contract; of a bundle the contract service bundle.
    pub contract_service: i64,
    /// Whether it is a bundle.
    pub is_bundle: bool,
    /// Its name.
    pub service_name: String,
    /// Whether automation sets its units.
    pub is_automated: bool,
    /// The whole period.
    pub period: Days,
    /// The days of it that the contract covers.
    pub window: Days,
    /// Whether it is closed: then it stays as it is.
    pub is_closed: bool,
    /// The invoice of a closed period.
    pub invoice: Option<i64>,
    /// What a unit costs the whole period.
    #[schema(value_type = String)]
    pub unit_price: Price,
    /// Units at the end of today, or of the period's last day once it is over.
    pub units: i64,
    /// The lines, by day.
    pub lines: Vec<StatementLine>,
    /// Their sum.
    #[schema(value_type = String)]
    pub total: Decimal,
    /// How much of it the days until today have used up.
    #[schema(value_type = String)]
    pub accrued: Decimal,
}

/// A line with the events behind it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct StatementLine {
    /// What it is.
    #[schema(value_type = String)]
    pub kind: Kind,
    /// Its day; of a correction the first day of the period that it corrects.
    #[schema(value_type = String, format = Date)]
    pub on: Date,
    /// Units; negative where they are credited.
    pub units: i64,
    /// Days that are billed.
    pub days: i64,
    /// Days of the whole period.
    pub period_days: i64,
    /// What a unit costs the whole period.
    #[schema(value_type = String)]
    pub unit_price: Price,
    /// The amount in cents.
    #[schema(value_type = String)]
    pub amount: Decimal,
    /// What made it, in order.
    pub events: Vec<LineEvent>,
}

/// Something that happened and made a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LineEvent {
    /// What.
    #[schema(value_type = String)]
    pub event: EventKind,
    /// When it was done.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// Wall time at the provider, like `09:14`.
    pub time: String,
    /// The provider's day on which it counts.
    #[schema(value_type = String, format = Date)]
    pub on: Date,
    /// Who did it.
    pub by_name: String,
    /// Whose licence it is.
    pub person: Option<String>,
    /// The level before.
    pub level_before: Option<String>,
    /// The level since.
    pub level: Option<String>,
    /// How many units it added, negative where it removed some.
    pub units: i64,
    /// What was written down about it.
    pub note: String,
}

/// What kind of event made a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// Somebody was given a Taskfire level.
    LevelGiven,
    /// Somebody's Taskfire level was taken away.
    LevelTaken,
    /// Units were changed by hand.
    UnitsByHand,
    /// Units were changed by usage.
    UnitsByUsage,
    /// Automation was saved, or took over.
    AutomationBegan,
    /// Automation stopped, or another contract or service took over.
    AutomationEnded,
    /// A closed period came to something else afterwards.
    Corrected,
}

/// Why an amount differs from that of the period before. All of them add up to the difference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Difference {
    /// Why.
    #[schema(value_type = String)]
    pub reason: DifferenceReason,
    /// The service that it is about.
    pub service_name: String,
    /// The day that it is about.
    #[schema(value_type = Option<String>, format = Date)]
    pub on: Option<Date>,
    /// How many units.
    pub units: i64,
    /// By how much.
    #[schema(value_type = String)]
    pub amount: Decimal,
}

/// Why an amount differs from that of the period before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DifferenceReason {
    /// Units were added in this period.
    UnitsAdded,
    /// Units were removed in this period.
    UnitsRemoved,
    /// What changed within the last period counts for the whole of this one.
    WholePeriod,
    /// The price is another one.
    PriceChanged,
    /// The contract or the service began.
    Began,
    /// The contract ended.
    Ended,
    /// A closed period is corrected, or was in the period before.
    Corrected,
}

/// What a month came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MonthTotal {
    /// The month's first day.
    #[schema(value_type = String, format = Date)]
    pub month: Date,
    /// What the periods that begin in it came to.
    #[schema(value_type = String)]
    pub total: Decimal,
    /// Whether all of them are closed.
    pub is_closed: bool,
}

/// Which periods are to be closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosingQuestion {
    /// All periods that end on this day or before; yesterday where none is said.
    pub through: Option<Date>,
    /// One client's only.
    pub company: Option<CompanyId>,
}

/// What closing would do now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ClosingPreview {
    /// All periods that end on this day or before.
    #[schema(value_type = String, format = Date)]
    pub through: Date,
    /// The currency of all amounts.
    pub currency: String,
    /// Clients with periods to close, by name; each gets one invoice.
    pub clients: Vec<ClosingClient>,
    /// How many periods.
    pub periods: u64,
    /// What all of them come to.
    #[schema(value_type = String)]
    pub total: Decimal,
    /// What is seen here, as a digest: closing names it, and is refused where anything is otherwise by then.
    pub digest: String,
}

/// A client whose periods are to be closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ClosingClient {
    /// The client.
    #[schema(value_type = i64)]
    pub company: CompanyId,
    /// Its name.
    pub name: String,
    /// Its periods, by contract, service and day.
    pub statements: Vec<ServiceStatement>,
    /// What they come to: the invoice's total.
    #[schema(value_type = String)]
    pub total: Decimal,
}

/// Periods to be closed for good.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Closing {
    /// All periods that end on this day or before.
    #[schema(value_type = String, format = Date)]
    pub through: Date,
    /// One client's only.
    #[serde(default)]
    #[schema(value_type = Option<i64>)]
    pub company: Option<CompanyId>,
    /// The digest of the preview that was seen.
    pub seen: String,
}

/// What closing did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Closed {
    /// All periods that ended on this day or before.
    #[schema(value_type = String, format = Date)]
    pub through: Date,
    /// How many periods were closed.
    pub periods: u64,
    /// What they came to.
    #[schema(value_type = String)]
    pub total: Decimal,
    /// The invoices that were made.
    pub invoices: Vec<InvoiceSummary>,
}

/// An invoice without its lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct InvoiceSummary {
    /// Its id.
    pub id: i64,
    /// Its number, as it is printed.
    pub number: String,
    /// The client.
    #[schema(value_type = i64)]
    pub company: CompanyId,
    /// Its name as of then.
    pub company_name: String,
    /// It has the periods that ended on this day or before.
    #[schema(value_type = String, format = Date)]
    pub through: Date,
    /// The sum.
    #[schema(value_type = String)]
    pub total: Decimal,
    /// The currency.
    pub currency: String,
    /// When it was made.
    #[schema(value_type = String, format = DateTime)]
    pub closed_at: Timestamp,
}

/// Invoices, the newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct InvoicePage {
    /// The invoices.
    pub items: Vec<InvoiceSummary>,
    /// Whether there are more than are given.
    pub has_more: bool,
}

/// An invoice with its lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Invoice {
    /// What stands at its top.
    #[serde(flatten)]
    pub summary: InvoiceSummary,
    /// The provider's name.
    pub provider: String,
    /// Who closed the periods; the provider's people alone are told.
    pub by_name: Option<String>,
    /// Its periods, by contract and service.
    pub sections: Vec<InvoiceSection>,
}

/// A period of a service on an invoice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct InvoiceSection {
    /// The contract's name.
    pub contract_name: String,
    /// The service's name.
    pub service_name: String,
    /// The whole period.
    pub period: Days,
    /// The lines; one number each, for a system that takes them over.
    pub lines: Vec<InvoiceLine>,
    /// Their sum.
    #[schema(value_type = String)]
    pub total: Decimal,
}

/// A line of an invoice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct InvoiceLine {
    /// The billing item's id.
    pub id: i64,
    /// What it is.
    #[schema(value_type = String)]
    pub kind: Kind,
    /// Its day.
    #[schema(value_type = String, format = Date)]
    pub on: Date,
    /// Units.
    pub units: i64,
    /// Days that are billed.
    pub days: i64,
    /// Days of the whole period.
    pub period_days: i64,
    /// What a unit costs the whole period.
    #[schema(value_type = String)]
    pub unit_price: Price,
    /// The amount in cents.
    #[schema(value_type = String)]
    pub amount: Decimal,
}

/// The Client Block report: bought, used and left of every prepaid contract.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct BlockReport {
    /// The client.
    #[schema(value_type = i64)]
    pub company: CompanyId,
    /// Its name.
    pub company_name: String,
    /// The provider's day.
    #[schema(value_type = String, format = Date)]
    pub today: Date,
    /// Its prepaid contracts: active, pending, then those that have ended.
    pub contracts: Vec<ContractStanding>,
}
