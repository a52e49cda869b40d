//! Codes under which work and services are billed.

use super::field::{boolean, decimal, fields, id, integer, text};
use super::picklist::entry;
use super::{Entity, Picklist};

/// A billing code. `useType` 1 is a work type of tickets and time.
pub static BILLING_CODE: Entity = Entity::new(
    "BillingCode",
    "BillingCodes",
    "billing_code",
    fields![
        id(),
        integer("afterHoursWorkType").to("BillingCode"),
        integer("billingCodeType").pick(CODE_TYPES),
        integer("department"),
        text("description", 500),
        text("externalNumber", 100),
        integer("generalLedgerAccount").pick(Picklist::Unchecked),
        boolean("isActive").required(),
        boolean("isExcludedFromNewContracts"),
        decimal("markupRate").read_only().financial(),
        text("name", 200),
        integer("taxCategoryID").to("TaxCategory"),
        decimal("unitCost").required().financial(),
        decimal("unitPrice").required().financial(),
        integer("useType").pick(USE_TYPES),
    ],
)
.on_autotask_routes();

/// How a code counts.
const CODE_TYPES: Picklist = Picklist::Fixed(&[entry(0, "Normal"), entry(1, "System"), entry(2, "Non-Billable")]);

/// What a code is for, as Autotask's documentation numbers it.
const USE_TYPES: Picklist = Picklist::Fixed(&[
    entry(1, "General Allocation Code"),
    entry(2, "Internal Allocation Code"),
    entry(3, "Expense Category"),
    entry(4, "Material Cost Code"),
    entry(5, "Recurring Contract Service Code"),
    entry(6, "Milestone Code"),
]);
