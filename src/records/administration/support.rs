//! Prepaid support: the contracts' activation and settings, who owns which item, and what a contract covers of a ticket's
//! time (LT-02 to LT-06, LT-16, LT-17).

use super::contracts::{ContractScope, ContractSubject};
use crate::base::Date;
use crate::base::ids::{CompanyId, ContactId, ContractId, ItemId, TicketId};
use crate::domain::contract::{Form, State, TimeExpired};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Activates contracts (LT-16).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Activation {
    /// What happens to time that its contract doesn't cover: `rollover` or `ignore`. It has to be chosen (LT-04).
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub time_expired_option: Option<TimeExpired>,
}

/// Gives an item to a person or, where no single one fits, to a company as a whole (LT-02, LT-03).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Owner {
    /// The company.
    #[serde(rename = "companyID")]
    #[schema(value_type = i64)]
    pub company: CompanyId,
    /// One of its people.
    #[serde(rename = "contactID", default)]
    #[schema(value_type = Option<i64>)]
    pub contact: Option<ContactId>,
}

/// The settings of contracts, and what stands in the way of activating them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ContractSettings {
    /// Whether contracts are active.
    pub is_active: bool,
    /// Whether no request is taken without a contract (LT-12, LT-17).
    pub requires_contract: bool,
    /// What was chosen at activation: `rollover` or `ignore`.
    #[schema(value_type = Option<String>)]
    pub time_expired_option: Option<TimeExpired>,
    /// The items that nobody owns, at most 500 (LT-02).
    pub items_without_owner: Vec<ItemLine>,
    /// Requests that were refused for want of a contract and wait for one, the newest first, at most 500 (D-23).
    pub refused: Vec<RefusedLine>,
}

/// A configuration item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ItemLine {
    /// Which.
    #[schema(value_type = i64)]
    pub id: ItemId,
    /// What it is called.
    pub name: String,
    /// Its serial number.
    pub serial_number: String,
    /// Its owner's company; none while nobody owns it.
    #[schema(value_type = Option<i64>)]
    pub company: Option<CompanyId>,
    /// Its owner, where that is one person.
    #[schema(value_type = Option<i64>)]
    pub contact: Option<ContactId>,
}

/// A request that was refused for want of a contract: nothing of the ticket (D-23).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RefusedLine {
    /// The client.
    #[schema(value_type = i64)]
    pub company: CompanyId,
    /// Its name.
    pub company_name: String,
    /// Who was refused.
    pub person: String,
    /// The item that the request named.
    pub item: Option<ItemLine>,
    /// The contact whom the request is about.
    #[schema(value_type = Option<i64>)]
    pub contact: Option<ContactId>,
    /// The day, as `2026-05-10`.
    pub day: String,
}

/// A contract as it is after an act on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ContractState {
    /// Which.
    #[schema(value_type = i64)]
    pub id: ContractId,
    /// What it is called.
    pub name: String,
    /// `per_request`, `subscription`, `time_limited` or `support_hours`.
    #[schema(value_type = String)]
    pub form: Form,
    /// `pending`, `active` or `expired`.
    #[schema(value_type = String)]
    pub state: State,
    /// The first day.
    #[schema(value_type = String, format = Date)]
    pub start: Date,
    /// The last day; none where only the hours end it.
    #[schema(value_type = Option<String>, format = Date)]
    pub end: Option<Date>,
    /// Minutes bought; none where it sells none.
    pub bought: Option<i64>,
    /// Minutes used.
    pub used: i64,
    /// Minutes left; none where it sells none.
    pub left: Option<i64>,
    /// Minutes carried here from former contracts.
    pub carried: i64,
    /// The requests that were held for it and are open now.
    #[schema(value_type = Vec<i64>)]
    pub released: Vec<TicketId>,
}

/// Asks what a contract covers of a ticket's time, and what would become of an entry of so many minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CoverageQuestion {
    /// The ticket.
    pub ticket: TicketId,
    /// The minutes of an entry that isn't written; 0 for what is written alone.
    pub minutes: i64,
    /// The day of that work; the provider's today where nothing is said.
    pub day: Option<Date>,
}

/// What a contract covers of a ticket's time. Time of the client's side is never among it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TicketCoverage {
    /// Whether contracts are active at all.
    pub is_active: bool,
    /// The contract that the ticket is linked to.
    pub contract: Option<ContractState>,
    /// Whether the ticket waits for it.
    pub is_held: bool,
    /// What became of the time that is logged.
    pub logged: Minutes,
    /// What would become of the entry that was asked about.
    pub planned: Minutes,
}

/// Asks what a request of a client can name: items and contracts; and what the search says of one that names these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamingQuestion {
    /// The client.
    pub company: CompanyId,
    /// The person whom the request is about.
    pub contact: Option<ContactId>,
    /// The item that it is about.
    pub item: Option<ItemId>,
}

/// What a request of a client can name. A client's people are told of their items alone: contracts are the provider's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Naming {
    /// The client's active items, at most 500.
    pub items: Vec<ContractSubject>,
    /// Its prepaid support that has not ended.
    pub contracts: Vec<ContractState>,
    /// What the search says; none while contracts are not active.
    pub search: Option<Found>,
}

/// What the search for a contract says of a request (LT-14).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Found {
    /// What becomes of the request: `open`, `held` or `refused`.
    #[schema(value_type = String)]
    pub answer: FoundAnswer,
    /// The contract that covers it, or for which it waits.
    pub contract: Option<ContractState>,
    /// What that is applied to.
    #[schema(value_type = Option<Object>)]
    pub applied_to: Option<ContractScope>,
}

/// What becomes of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FoundAnswer {
    /// It is taken.
    Open,
    /// It is taken and waits for its contract (D-22).
    Held,
    /// It is refused for want of a contract (D-23).
    Refused,
}

/// What somebody is reminded of (LTX-04): `{"ticket": 7}` or `{"company": 3}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContractReminder {
    /// A request that waits for its contract.
    Ticket(TicketId),
    /// The requests of a client that were refused for want of one.
    Company(CompanyId),
}

/// Whom a reminder reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Reminded {
    /// How many people.
    pub people: u64,
}

/// Minutes by what became of them: covered and uncovered are all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Minutes {
    /// Covered by the contract.
    pub covered: i64,
    /// Not covered.
    pub uncovered: i64,
    /// Of those: applied to future contracts (LT-05).
    pub carried: i64,
    /// Of those: still waiting for one.
    pub waiting: i64,
}
