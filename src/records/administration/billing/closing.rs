//! Closing periods: what would be closed, and what was (D-19).

use super::client::ServiceStatement;
use super::invoice::InvoiceSummary;
use crate::base::Date;
use crate::base::ids::CompanyId;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

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
    /// Clients with more to close than one invoice can hold: they are left out, and can be closed up to an earlier day.
    #[serde(default)]
    pub left_out: Vec<LeftOut>,
    /// How many periods.
    pub periods: u64,
    /// What all of them come to.
    #[schema(value_type = String)]
    pub total: Decimal,
    /// What is seen here, as a digest: closing names it, and is refused where anything is otherwise by then.
    pub digest: String,
}

/// A client that is not closed with the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LeftOut {
    /// The client.
    #[schema(value_type = i64)]
    pub company: CompanyId,
    /// Its name.
    pub name: String,
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
