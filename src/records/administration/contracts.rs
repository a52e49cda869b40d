//! Contracts and services as they are made and changed; what is shown of them stands beside it. Prices go over the wire as
//! text like `18.50`, days as `2026-01-31`.

mod pages;

pub use pages::{
    AutomationFollowUp, BundleLine, CataloguePage, ComingPrice, ContractNoteLine, ContractPage, ContractServiceLine,
    ContractSubject, ContractsPage, ServiceLine, UnitSegment, WrittenContract,
};

use super::billing::ContractKind;
use crate::base::Date;
use crate::base::ids::{CompanyId, ContactId, ItemId};
use crate::domain::licence::{Anchor, PeriodType};
use crate::domain::money::Price;
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
