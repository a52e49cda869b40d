//! What a person is told (domain 2.5), one row a recipient.

use super::field::{fields, id, integer, text, time};
use super::{Entity, Picklist};

/// A notification. `parameters` is the JSON object that fills its sentence.
pub static NOTIFICATION: Entity = Entity::new(
    "Notification",
    "Notifications",
    "notification",
    fields![
        id(),
        text("event", 40).required(),
        integer("ticketID").to("Ticket"),
        integer("companyID").to("Company"),
        text("personKind", 8)
            .required()
            .pick(Picklist::Words(&["resource", "contact"])),
        integer("personID").required(),
        time("createDateTime").read_only(),
        time("readDateTime"),
        text("parameters", 4000),
    ],
);
