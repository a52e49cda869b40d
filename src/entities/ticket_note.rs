//! Notes of tickets.

use super::field::{fields, id, integer, text, time};
use super::picklist::{AUDIENCES, PUBLISH, SIDES, entry};
use super::{Entity, Operation, Picklist};

/// A note of a ticket. Who may read it is its `audience`; `publish` is how Autotask says that.
pub static TICKET_NOTE: Entity = Entity::new(
    "TicketNote",
    "TicketNotes",
    "ticket_note",
    fields![
        id(),
        time("createDateTime").read_only(),
        integer("createdByContactID").to("Contact"),
        integer("creatorResourceID").read_only().to("Resource"),
        text("description", 32000).required(),
        integer("impersonatorCreatorResourceID").read_only().to("Resource"),
        integer("impersonatorUpdaterResourceID").read_only().to("Resource"),
        time("lastActivityDate").read_only(),
        integer("noteType").required().pick(TYPES),
        integer("publish").required().pick(PUBLISH),
        integer("ticketID").required().to("Ticket"),
        text("title", 250),
        // Under /tandem/v1 only.
        text("audience", 20).pick(AUDIENCES).tandem(),
        text("side", 8).read_only().pick(SIDES).tandem(),
        text("authorName", 120).read_only().tandem(),
        integer("authorContactID").read_only().to("Contact").tandem(),
        integer("authorResourceID").read_only().to("Resource").tandem(),
        // The client's time of writing, which is earlier than the creation where the line was down.
        time("writtenDateTime").tandem(),
    ],
)
.allowing(&[Operation::Create, Operation::Query, Operation::Update])
.below("Ticket", "ticketID", "Notes")
.with_webhooks()
.on_autotask_routes();

/// The kinds of note that Autotask's tenants have; from 13 on only the product makes them.
const TYPES: Picklist = Picklist::Fixed(&[
    entry(1, "Task Summary"),
    entry(2, "Task Detail"),
    entry(3, "Task Notes"),
    entry(13, "Workflow Rule Note"),
    entry(15, "Duplicate Ticket Note"),
    entry(16, "Outsource Workflow Note"),
    entry(17, "Surveys"),
    entry(18, "Client Portal Note"),
    entry(19, "Taskfire Note"),
    entry(91, "Workflow Rule Action Note"),
    entry(92, "Forward/Modify"),
    entry(93, "Merged Into"),
    entry(94, "Absorbed"),
    entry(95, "Copied to Project"),
    entry(99, "RMM"),
    entry(100, "BDR"),
    entry(101, "Email"),
]);
