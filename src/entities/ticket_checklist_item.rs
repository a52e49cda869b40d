//! What is to be ticked off on a ticket.

use super::field::{boolean, fields, id, integer, text, time};
use super::{Entity, Operation, Picklist};

/// An item of a ticket's checklist, which is the Autotask side's. Ticking it notes who did it and when.
pub static TICKET_CHECKLIST_ITEM: Entity = Entity::new(
    "TicketChecklistItem",
    "TicketChecklistItems",
    "ticket_checklist_item",
    fields![
        id(),
        integer("completedByResourceID").read_only().to("Resource"),
        time("completedDateTime").read_only(),
        boolean("isCompleted"),
        boolean("isImportant"),
        text("itemName", 255).required(),
        integer("knowledgebaseArticleID").pick(Picklist::Unchecked),
        integer("position"),
        integer("ticketID").required().read_only().to("Ticket"),
        // Under /tandem/v1 only.
        text("completedByName", 120).read_only().tandem(),
    ],
)
.allowing(&[
    Operation::Create,
    Operation::Query,
    Operation::Update,
    Operation::Delete,
])
.below("Ticket", "ticketID", "ChecklistItems")
.on_autotask_routes();
