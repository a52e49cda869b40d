//! Billing as it is asked about and done: what a client or all of them come to, automation, closing, invoices, and the
//! reports that a client's people may read. Amounts are decimals, which go over the wire as text like `14.00`.

mod automation;
mod client;
mod closing;
mod invoice;
mod overview;

pub use automation::{
    Automation, AutomationChoice, AutomationContract, AutomationPage, AutomationService, AutomationSpell,
    AutomationStop, AutomationWarning, CatalogueService, Recommendation,
};
pub use client::{
    ClientBilling, ClientBillingQuestion, ContractKind, ContractStanding, ContractState, CorrectedPeriod, Difference,
    DifferenceReason, EventKind, LineEvent, MonthTotal, ServiceStatement, StatementLine,
};
pub use closing::{Closed, Closing, ClosingClient, ClosingPreview, ClosingQuestion, LeftOut};
pub use invoice::{BlockReport, Invoice, InvoiceLine, InvoicePage, InvoiceSection, InvoiceSummary};
pub use overview::{BilledClient, BillingOverview, BillingWarning, NotBilled, NotBilledReason, WarningKind};

use crate::base::Date;
use crate::domain::licence::Period;
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
