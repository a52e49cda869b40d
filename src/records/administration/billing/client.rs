//! One client: its contracts, and the lines of a period with the events behind them.

use super::Days;
use super::overview::{BillingWarning, NotBilled};
use crate::base::ids::{CompanyId, ContractId};
use crate::base::{Date, Timestamp};
use crate::domain::licence::Kind;
use crate::domain::money::Price;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Which period of a client is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClientBillingQuestion {
    /// The client.
    pub company: CompanyId,
    /// A day in the periods that are meant; today where none is said.
    pub containing: Option<Date>,
    /// A day of a month: those periods are meant that count in it, as the chart of months has them, instead of those that
    /// contain a day.
    pub month: Option<Date>,
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
    /// The day that was asked for; the first of the month, where one was.
    #[schema(value_type = String, format = Date)]
    pub containing: Date,
    /// The first day of the month that was asked for; none where the periods are shown that contain a day.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub month: Option<Date>,
    /// Licences.
    pub licences: u64,
    /// What to look at, the most urgent first.
    pub warnings: Vec<BillingWarning>,
    /// Its contracts: active, pending, then those that have ended.
    pub contracts: Vec<ContractStanding>,
    /// What each service comes to in its period that contains the day, or that counts in the month.
    pub statements: Vec<ServiceStatement>,
    /// Periods of several months that run on: each counts in the month in which it began, and in no sum of this page.
    #[serde(default)]
    pub running: Vec<ServiceStatement>,
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
    /// Whether another contract of its scope follows where its hours are used up before its days are over.
    #[serde(default)]
    pub is_followed: bool,
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
    /// What made it, in order; of a correction what reached the closed period after it was last billed.
    pub events: Vec<LineEvent>,
    /// What a correction is the difference of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrects: Option<CorrectedPeriod>,
}

/// A closed period that comes to something else than was billed for it; the correction is the difference (D-19).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CorrectedPeriod {
    /// The whole period.
    pub period: Days,
    /// What was billed for it until then, earlier corrections included.
    #[schema(value_type = String)]
    pub billed: Decimal,
    /// What it comes to since.
    #[schema(value_type = String)]
    pub comes_to: Decimal,
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
    /// The contract's days were changed.
    ContractDays,
    /// A closed period came to something else afterwards, for a reason that nobody wrote down.
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
    /// A period of several months counts in the month in which it begins: in this one, or in the one before.
    CountsWhereItBegins,
}

/// What a month came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MonthTotal {
    /// The month's first day.
    #[schema(value_type = String, format = Date)]
    pub month: Date,
    /// What the periods that begin in it come to.
    #[schema(value_type = String)]
    pub total: Decimal,
    /// Whether all of them are closed.
    pub is_closed: bool,
}
