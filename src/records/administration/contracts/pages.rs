//! What is shown of contracts: what a client has, one contract whole, the catalogue, and what an act came to.

use super::{ContractFields, ContractScope, ServiceFields, Sold};
use crate::base::ids::{CompanyId, ContractId};
use crate::base::{Date, Timestamp};
use crate::domain::licence::PeriodType;
use crate::domain::money::Price;
use crate::records::administration::billing::{ContractKind, ContractStanding};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

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
