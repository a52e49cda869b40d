//! Time worked on tickets.

use super::field::{boolean, decimal, fields, id, integer, long, text, time};
use super::picklist::{SIDES, entry};
use super::{Entity, Operation, Picklist};

/// A time entry. `minutes` is what is kept; `hoursWorked` is how Autotask says it. `summaryNotes` may be read by the customer.
pub static TIME_ENTRY: Entity = Entity::new(
    "TimeEntry",
    "TimeEntries",
    "time_entry",
    fields![
        id(),
        time("billingApprovalDateTime"),
        integer("billingApprovalLevelMostRecent").read_only(),
        integer("billingApprovalResourceID").to("Resource"),
        integer("billingCodeID").to("BillingCode"),
        integer("contractID").to("Contract"),
        long("contractServiceBundleID").to("ContractServiceBundle"),
        long("contractServiceID").to("ContractService"),
        time("createDateTime").read_only(),
        integer("creatorUserID").read_only(),
        time("dateWorked"),
        time("endDateTime"),
        decimal("hoursToBill").read_only(),
        decimal("hoursWorked"),
        integer("impersonatorCreatorResourceID").read_only().to("Resource"),
        integer("impersonatorUpdaterResourceID").read_only().to("Resource"),
        integer("internalBillingCodeID").to("BillingCode"),
        text("internalNotes", 32000),
        boolean("isInternalNotesVisibleToComanaged"),
        boolean("isNonBillable"),
        time("lastModifiedDateTime").read_only(),
        integer("lastModifiedUserID").read_only(),
        decimal("offsetHours"),
        integer("resourceID").required().to("Resource"),
        integer("roleID").to("Role"),
        boolean("showOnInvoice"),
        time("startDateTime"),
        text("summaryNotes", 32000),
        integer("taskID").to("Task"),
        integer("ticketID").to("Ticket"),
        integer("timeEntryType").read_only().pick(TYPES),
        // Under /tandem/v1 only.
        text("side", 8).read_only().pick(SIDES).tandem(),
        integer("authorContactID").read_only().to("Contact").tandem(),
        text("authorName", 120).read_only().tandem(),
        integer("minutes").tandem(),
        // What a support contract paid of it, what none did, and what a later one did (LT-05).
        integer("coveredMinutes").read_only().tandem(),
        integer("uncoveredMinutes").read_only().tandem(),
        integer("carriedMinutes").read_only().tandem(),
    ],
)
.allowing(&[
    Operation::Create,
    Operation::Query,
    Operation::Update,
    Operation::Delete,
])
.on_autotask_routes();

/// What time may be for.
const TYPES: Picklist = Picklist::Fixed(&[entry(2, "Ticket"), entry(6, "Project Task")]);
