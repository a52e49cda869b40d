//! Further resources on a ticket, beside the one in charge.

use super::field::{fields, id, long};
use super::{Entity, Operation};

/// A secondary resource of a ticket; never its owner (D-02).
pub static TICKET_SECONDARY_RESOURCE: Entity = Entity::new(
    "TicketSecondaryResource",
    "TicketSecondaryResources",
    "ticket_secondary_resource",
    fields![
        id(),
        long("resourceID").required().to("Resource"),
        long("roleID").required().to("Role"),
        long("ticketID").required().to("Ticket"),
    ],
)
.allowing(&[Operation::Create, Operation::Query, Operation::Delete])
.below("Ticket", "ticketID", "SecondaryResources")
.on_autotask_routes();
