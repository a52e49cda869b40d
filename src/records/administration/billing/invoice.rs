//! Invoices as they were made, and the report on prepaid contracts.

use super::Days;
use super::client::ContractStanding;
use crate::base::ids::CompanyId;
use crate::base::{Date, Timestamp};
use crate::domain::licence::Kind;
use crate::domain::money::Price;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

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
    /// What the invoice says of it besides, where the provider wrote something.
    #[serde(default)]
    pub description: Option<String>,
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
