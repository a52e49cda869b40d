//! Statuses of either side: labels may change, kinds are fixed (domain 2.2).

use super::field::{boolean, fields, id, integer, text};
use super::picklist::SIDES;
use super::{Entity, Picklist};

/// A status of one side.
pub static STATUS: Entity = Entity::new(
    "Status",
    "Statuses",
    "status",
    fields![
        id(),
        text("side", 8).required().pick(SIDES),
        text("label", 64).required(),
        text("kind", 12)
            .required()
            .pick(Picklist::Words(&["new", "open", "with_other", "complete"])),
        boolean("isDefault"),
        integer("sortOrder"),
        boolean("isActive"),
    ],
);
