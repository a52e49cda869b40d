//! Queues of either side. Autotask has no such entity: there they are a picklist of tickets.

use super::Entity;
use super::field::{boolean, fields, id, integer, text};
use super::picklist::SIDES;

/// A queue. One of a Taskfire side belongs to a company.
pub static QUEUE: Entity = Entity::new(
    "Queue",
    "Queues",
    "queue",
    fields![
        id(),
        text("name", 100).required(),
        text("side", 8).required().pick(SIDES),
        integer("companyID").to("Company"),
        boolean("isActive"),
        boolean("isDefault"),
    ],
);
