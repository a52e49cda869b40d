//! What happened to tickets.

use super::Entity;
use super::field::{fields, id, integer, text, time};
use super::picklist::{AUDIENCES, SIDES};

/// A line of history. `action` and `detail` are what people read; `event` and the fields after it are what programs read.
pub static TICKET_HISTORY: Entity = Entity::new(
    "TicketHistory",
    "TicketHistory",
    "ticket_history",
    fields![
        id().not_queryable(),
        text("action", 100).required().read_only().not_queryable(),
        time("date").required().read_only().not_queryable(),
        text("detail", 1800).required().read_only().not_queryable(),
        integer("resourceID")
            .required()
            .read_only()
            .not_queryable()
            .to("Resource"),
        integer("ticketID").required().read_only().to("Ticket"),
        // Under /tandem/v1 only.
        text("side", 8).read_only().pick(SIDES).tandem(),
        text("audience", 20).read_only().pick(AUDIENCES).tandem(),
        text("event", 40).read_only().tandem(),
        text("field", 60).read_only().tandem(),
        text("before", 255).read_only().tandem(),
        text("after", 255).read_only().tandem(),
        text("authorName", 120).read_only().tandem(),
        integer("authorContactID").read_only().to("Contact").tandem(),
    ],
)
.on_autotask_routes();
