//! Contracts as they are made, changed and looked at: what a client has, one contract whole, and the catalogue of
//! services. Prices go over the wire as text like `18.50`, days as `2026-01-31`.

use super::billing::{ContractKind, ContractStanding};
use crate::base::ids::{CompanyId, ContactId, ContractId, ItemId};
use crate::base::{Date, Timestamp};
use crate::domain::licence::{Anchor, PeriodType};
use crate::domain::money::Price;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a prepaid support contract is applied to (LT-13): `{"item": 7}`, `{"customer": 3}` or `"org_unit"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContractScope {
    /// A configuration item of the client.
    Item(ItemId),
    /// A contact of the client.
    Customer(ContactId),
    /// The client as a whole.
    OrgUnit,
}

/// What can be written about a contract, when it is made and later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ContractFields {
    /// Its name.
    pub name: String,
    /// The provider's own number for it; may be empty.
    #[serde(default)]
    pub number: String,
    /// What it is about; may be empty and have lines.
    #[serde(default)]
    pub description: String,
    /// Its first day.
    #[schema(value_type = String, format = Date)]
    pub start: Date,
    /// Its last day; none: it has no end. A new one that has to end then runs for twelve months (LTX-08).
    #[schema(value_type = Option<String>, format = Date)]
    pub end: Option<Date>,
    /// Where its billing periods begin (D-17).
    #[serde(default)]
    #[schema(value_type = String)]
    pub anchor: Anchor,
    /// Whether it holds; one that is not approved is pending (D-24).
    pub is_approved: bool,
    /// Minutes bought, for prepaid hours alone.
    #[serde(default)]
    pub minutes: Option<i64>,
    /// How many days before its end the administrators are told that it is to be renewed, at most 366; nobody is where
    /// nothing is said (LTX-08).
    #[serde(default)]
    pub renewal_notice_days: Option<i64>,
}

/// A contract to be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewClientContract {
    /// What kind: `recurring`, `subscription`, `time_limited` or `support_hours`; it never changes. One per request is
    /// made with its request.
    #[schema(value_type = String)]
    pub kind: ContractKind,
    /// What prepaid support is applied to; none for recurring services.
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    pub scope: Option<ContractScope>,
    /// All else.
    pub fields: ContractFields,
}

/// How a contract is renewed: another one follows on the day after its end (LTX-08).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Renewal {
    /// For how many months; 12 where nothing is said.
    #[serde(default)]
    pub months: Option<u32>,
    /// What the new one is called; like the old one where nothing is said.
    #[serde(default)]
    pub name: Option<String>,
}

/// How a contract is repeated for another client (AX-24).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Cloning {
    /// For whom.
    #[schema(value_type = i64)]
    pub company: CompanyId,
    /// What it is called there; the same where nothing is said.
    #[serde(default)]
    pub name: Option<String>,
    /// Its first day, from which it runs as long as the one that it is made after; the same where nothing is said.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub start: Option<Date>,
    /// What prepaid support for one item or contact is applied to there.
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    pub scope: Option<ContractScope>,
}

/// What is sold: a service of the catalogue, or a bundle: `{"service": 7}` or `{"bundle": 3}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sold {
    /// A service.
    Service(i64),
    /// A bundle of services.
    Bundle(i64),
}

/// A service or bundle to be put on a contract.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewContractService {
    /// Which.
    #[schema(value_type = Object)]
    pub sold: Sold,
    /// What a unit costs a period; the catalogue's price where nothing is said.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub unit_price: Option<Price>,
    /// How many units it begins with.
    #[serde(default)]
    pub units: i64,
    /// From which day; today where nothing is said, or the contract's first where that is later.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub from: Option<Date>,
}

/// More or fewer units of a service on a contract, from a day on (BLX-02).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UnitsChange {
    /// How many more; fewer where negative.
    pub change: i64,
    /// The first day on which that holds; today where none is said. One in a closed period is billed in the next as a
    /// correction (D-19).
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub from: Option<Date>,
    /// Why, for the contract's note; may be empty.
    #[serde(default)]
    pub note: String,
}

/// Another price of a service on a contract. It holds from the next period (D-46).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PriceChange {
    /// What a unit costs a period.
    #[schema(value_type = String)]
    pub unit_price: Price,
}

/// What can be written about a service of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ServiceFields {
    /// Its name.
    pub name: String,
    /// What it is; may be empty.
    #[serde(default)]
    pub description: String,
    /// What an invoice says of it; may be empty.
    #[serde(default)]
    pub invoice_description: String,
    /// How often it is billed. It stays once a contract carries the service.
    #[schema(value_type = String)]
    pub period: PeriodType,
    /// What a unit costs a period, where no contract says otherwise.
    #[schema(value_type = String)]
    pub unit_price: Price,
    /// What a unit costs the provider, where that is known.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub unit_cost: Option<Price>,
    /// Whether contracts may be given it.
    pub is_active: bool,
}

/// A client's contracts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ContractsPage {
    /// The client.
    #[schema(value_type = i64)]
    pub company: CompanyId,
    /// Its name.
    pub company_name: String,
    /// The provider's day.
    #[schema(value_type = String, format = Date)]
    pub today: Date,
    /// The currency of all amounts.
    pub currency: String,
    /// Active ones first, then pending, then expired; by their end within.
    pub contracts: Vec<ContractStanding>,
    /// What a new contract may be applied to.
    pub items: Vec<ContractSubject>,
    /// Whom a new contract may be applied to.
    pub customers: Vec<ContractSubject>,
}

/// Something that a contract can be applied to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ContractSubject {
    /// Its id.
    pub id: i64,
    /// Its name.
    pub name: String,
}

/// One contract, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ContractPage {
    /// Whose it is.
    #[schema(value_type = i64)]
    pub company: CompanyId,
    /// Their name.
    pub company_name: String,
    /// The provider's day.
    #[schema(value_type = String, format = Date)]
    pub today: Date,
    /// The currency of all amounts.
    pub currency: String,
    /// Where it stands.
    pub standing: ContractStanding,
    /// What can be written.
    pub fields: ContractFields,
    /// Says which state of that this is: to be given back where it is written.
    pub seen: String,
    /// What prepaid support is applied to.
    #[schema(value_type = Option<Object>)]
    pub scope: Option<ContractScope>,
    /// What that is called.
    pub scope_name: Option<String>,
    /// The contract that this one renews.
    #[schema(value_type = Option<i64>)]
    pub renews: Option<ContractId>,
    /// The contract that renews this one.
    #[schema(value_type = Option<i64>)]
    pub renewed_by: Option<ContractId>,
    /// What is still to be done where it renews the contract that bills licences.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub automation_follow_up: Option<AutomationFollowUp>,
    /// Services and bundles, in the order in which they came.
    pub services: Vec<ContractServiceLine>,
    /// Notes, the newest first; at most 50.
    pub notes: Vec<ContractNoteLine>,
    /// The catalogue, from which a service can be added.
    pub catalogue: Vec<ServiceLine>,
    /// The bundles of services that are sold.
    pub bundles: Vec<BundleLine>,
}

/// A service or bundle on a contract.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ContractServiceLine {
    /// By what units and price are changed.
    pub contract_service: i64,
    /// What is sold.
    #[schema(value_type = Object)]
    pub sold: Sold,
    /// Its name.
    pub name: String,
    /// How often it is billed.
    #[schema(value_type = String)]
    pub period: PeriodType,
    /// Units today.
    pub units: i64,
    /// What a unit costs in the period of today.
    #[schema(value_type = String)]
    pub unit_price: Price,
    /// Units times price.
    #[schema(value_type = String)]
    pub total: Decimal,
    /// The next price, and from when.
    pub coming_price: Option<ComingPrice>,
    /// Whether it is kept for licence billing, so that nobody changes its units by hand (TF-36).
    pub is_reserved: bool,
    /// Its units in the period of today and what is known of later ones, by day.
    pub segments: Vec<UnitSegment>,
}

/// A price that doesn't hold yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ComingPrice {
    /// What a unit will cost.
    #[schema(value_type = String)]
    pub unit_price: Price,
    /// From which day.
    #[schema(value_type = String, format = Date)]
    pub from: Date,
}

/// A number of units from one day to another (BLX-01).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct UnitSegment {
    /// The first day.
    #[schema(value_type = String, format = Date)]
    pub first: Date,
    /// The last day.
    #[schema(value_type = String, format = Date)]
    pub last: Date,
    /// How many units.
    pub units: i64,
    /// What a unit costs the whole period.
    #[schema(value_type = String)]
    pub unit_price: Price,
}

/// A note of a contract.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ContractNoteLine {
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// Who; empty where the server wrote it by itself.
    pub by_name: String,
    /// What it is about.
    pub title: String,
    /// What it says.
    pub text: String,
}

/// The catalogue of services.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CataloguePage {
    /// The currency of all prices.
    pub currency: String,
    /// By name, those that can't be sold any more last.
    pub services: Vec<ServiceLine>,
}

/// A service of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ServiceLine {
    /// Its id.
    pub id: i64,
    /// What can be written.
    pub fields: ServiceFields,
    /// Says which state of that this is: to be given back where it is written.
    pub seen: String,
    /// On how many contracts it stands.
    pub contracts: u64,
    /// Whether licence billing keeps it for itself (TF-36).
    pub is_reserved: bool,
}

/// Services that are sold together for one price.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct BundleLine {
    /// Its id.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// How often it is billed.
    #[schema(value_type = String)]
    pub period: PeriodType,
    /// What a unit costs a period, where no contract says otherwise.
    #[schema(value_type = String)]
    pub unit_price: Price,
    /// The names of its services.
    pub services: Vec<String>,
}

/// A contract as it was written: the answer to every act on one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WrittenContract {
    /// The contract.
    #[schema(value_type = i64)]
    pub id: ContractId,
    /// Whose it is.
    #[schema(value_type = i64)]
    pub company: CompanyId,
    /// What kind it is.
    #[schema(value_type = String)]
    pub kind: ContractKind,
    /// What prepaid support is applied to.
    #[schema(value_type = Option<Object>)]
    pub scope: Option<ContractScope>,
    /// What can be written.
    pub fields: ContractFields,
    /// What is still to be done where it renews the contract that bills licences.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub automation_follow_up: Option<AutomationFollowUp>,
}

/// Licence billing still goes by the contract that another one renews: it is to be pointed at that one's service, by saving
/// automation with these (D-18, D-19).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AutomationFollowUp {
    /// The same service on the contract that follows.
    pub contract_service: i64,
    /// From which day it bills where no day is said.
    #[schema(value_type = String, format = Date)]
    pub from: Date,
}
