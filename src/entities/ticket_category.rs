//! Kinds of ticket as Autotask's screens tell them apart.

use super::field::{boolean, fields, id, integer, text};
use super::picklist::entry;
use super::{Entity, Operation, Picklist};

/// A category of tickets.
pub static TICKET_CATEGORY: Entity = Entity::new(
    "TicketCategory",
    "TicketCategories",
    "ticket_category",
    fields![
        id(),
        integer("displayColorRGB").required().pick(COLOURS),
        boolean("isActive").required(),
        boolean("isApiOnly"),
        boolean("isGlobalDefault").read_only(),
        text("name", 30).required(),
        text("nickname", 3),
    ],
)
.allowing(&[Operation::Query, Operation::Update])
.on_autotask_routes();

/// The colours of categories. Autotask's own aren't published: these are those of the categories that a database begins
/// with, and nothing here shows them.
const COLOURS: Picklist = Picklist::Fixed(&[
    entry(1, "Colour 1"),
    entry(2, "Colour 2"),
    entry(3, "Colour 3"),
    entry(4, "Colour 4"),
]);
