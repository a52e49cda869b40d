//! What a ticket costs besides labour.

use super::field::{boolean, decimal, fields, id, integer, long, text, time};
use super::picklist::entry;
use super::{Entity, Operation, Picklist};

/// A charge on a ticket. Its sums follow from quantity, cost and price.
pub static TICKET_CHARGE: Entity = Entity::new(
    "TicketCharge",
    "TicketCharges",
    "ticket_charge",
    fields![
        id(),
        decimal("billableAmount").read_only().financial(),
        long("billingCodeID").to("BillingCode"),
        integer("chargeType").required().pick(TYPES),
        long("contractServiceBundleID").to("ContractServiceBundle"),
        long("contractServiceID").to("ContractService"),
        time("createDate").read_only(),
        long("creatorResourceID").read_only().to("Resource"),
        time("datePurchased").required(),
        text("description", 8000),
        decimal("extendedCost").read_only().financial(),
        decimal("internalCurrencyBillableAmount").read_only().financial(),
        decimal("internalCurrencyUnitPrice").read_only().financial(),
        text("internalPurchaseOrderNumber", 50),
        boolean("isBillableToCompany"),
        boolean("isBilled").read_only(),
        text("name", 100).required(),
        text("notes", 2000),
        integer("organizationalLevelAssociationID")
            .read_only()
            .to("OrganizationalLevelAssociation"),
        long("productID").to("Product"),
        text("purchaseOrderNumber", 50),
        long("status").read_only().pick(Picklist::Unchecked),
        long("statusLastModifiedBy").read_only(),
        time("statusLastModifiedDate").read_only(),
        long("ticketID").required().to("Ticket"),
        decimal("unitCost").financial(),
        decimal("unitPrice").financial(),
        decimal("unitQuantity").required(),
    ],
)
.allowing(&[
    Operation::Create,
    Operation::Query,
    Operation::Update,
    Operation::Delete,
])
.below("Ticket", "ticketID", "Charges")
.on_autotask_routes();

/// What a charge is in the books.
const TYPES: Picklist = Picklist::Fixed(&[entry(1, "Operational"), entry(2, "Capitalized")]);
