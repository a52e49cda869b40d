//! Kinds of ticket as Autotask's screens tell them apart.

use super::field::{boolean, fields, id, integer, text};
use super::{Entity, Operation, Picklist};

/// A category of tickets.
pub static TICKET_CATEGORY: Entity = Entity::new(
    "TicketCategory",
    "TicketCategories",
    "ticket_category",
    fields![
        id(),
        integer("displayColorRGB").required().pick(Picklist::Unchecked),
        boolean("isActive").required(),
        boolean("isApiOnly"),
        boolean("isGlobalDefault").read_only(),
        text("name", 30).required(),
        text("nickname", 3),
    ],
)
.allowing(&[Operation::Query, Operation::Update])
.on_autotask_routes();
