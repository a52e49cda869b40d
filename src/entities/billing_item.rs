//! What was billed: lines of closed periods. Lines of open ones are computed when they are asked for.

use super::field::{decimal, fields, id, integer, long, text, time};
use super::picklist::entry;
use super::{Entity, Operation, Picklist};

/// A line that was billed. Nothing of it changes but `webServiceDate`, by which integrations mark what they took.
pub static BILLING_ITEM: Entity = Entity::new(
    "BillingItem",
    "BillingItems",
    "billing_item",
    fields![
        id(),
        integer("accountManagerWhenApprovedID").read_only().to("Resource"),
        integer("billingCodeID").read_only().to("BillingCode"),
        integer("taxCategoryID"),
        integer("billingItemType").required().read_only().pick(TYPES),
        integer("companyID").read_only().to("Company"),
        long("configurationItemID").read_only().to("ConfigurationItem"),
        integer("contractBlockID"),
        long("contractChargeID").read_only().to("ContractCharge"),
        integer("contractID").read_only().to("Contract"),
        integer("contractServiceAdjustmentID"),
        integer("contractServiceBundleAdjustmentID"),
        integer("contractServiceBundleID"),
        integer("contractServiceBundlePeriodID"),
        integer("contractServiceID"),
        integer("contractServicePeriodID"),
        text("description", 2000).read_only(),
        integer("expenseItemID").read_only().to("ExpenseItem"),
        decimal("extendedPrice").read_only(),
        decimal("internalCurrencyExtendedPrice").read_only(),
        decimal("internalCurrencyRate").read_only(),
        decimal("internalCurrencyTaxDollars").read_only(),
        decimal("internalCurrencyTotalAmount").read_only(),
        integer("invoiceID").read_only().to("Invoice"),
        integer("itemApproverID").read_only().to("Resource"),
        time("itemDate").read_only(),
        text("itemName", 255).read_only(),
        text("lineItemFullDescription", 8000).read_only().not_queryable(),
        text("lineItemGroupDescription", 8000).read_only().not_queryable(),
        long("milestoneID").read_only().to("ContractMilestone"),
        integer("nonBillable").required().read_only(),
        integer("organizationalLevelAssociationID")
            .read_only()
            .to("OrganizationalLevelAssociation"),
        decimal("ourCost").read_only(),
        time("postedDate").read_only(),
        time("postedOnTime").read_only(),
        long("projectChargeID").read_only().to("ProjectCharge"),
        integer("projectID").read_only().to("Project"),
        text("purchaseOrderNumber", 50).read_only(),
        decimal("quantity").read_only(),
        decimal("rate").read_only(),
        integer("roleID").read_only().to("Role"),
        long("serviceBundleID").read_only().to("ServiceBundle"),
        long("serviceID").read_only().to("Service"),
        long("sortOrderID"),
        integer("subType").required().read_only().pick(SUB_TYPES),
        integer("taskID").read_only().to("Task"),
        decimal("taxDollars").read_only(),
        long("ticketChargeID").read_only().to("TicketCharge"),
        integer("ticketID").read_only().to("Ticket"),
        integer("timeEntryID").read_only().to("TimeEntry"),
        decimal("totalAmount").read_only(),
        long("vendorID").read_only().to("Company"),
        time("webServiceDate"),
        // Under /tandem/v1 only.
        text("lineKind", 20)
            .read_only()
            .pick(Picklist::Words(&["base", "increase", "decrease", "correction"]))
            .tandem(),
        time("lineDay").read_only().tandem(),
        integer("days").read_only().tandem(),
        integer("periodDays").read_only().tandem(),
        integer("closedPeriodID").read_only().tandem(),
    ],
)
.financial()
.allowing(&[Operation::Query, Operation::Update])
.on_autotask_routes();

/// What was billed. Besides labour, Autotask's sources agree on no numbers.
const TYPES: Picklist = Picklist::Fixed(&[
    entry(1, "Labour"),
    entry(2, "Labour Adjustment"),
    entry(11, "Recurring Service"),
    entry(12, "Recurring Service Bundle"),
]);

/// Whether a line is a period's base or what changed within it.
const SUB_TYPES: Picklist = Picklist::Fixed(&[entry(1, "Period"), entry(2, "Adjustment")]);
