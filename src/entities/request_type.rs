//! Request types (Autotask's issue types), the provider's and those that clients made.

use super::Entity;
use super::field::{boolean, fields, id, integer, text};

/// A request type. One that a client made belongs to a company.
pub static REQUEST_TYPE: Entity = Entity::new(
    "RequestType",
    "RequestTypes",
    "request_type",
    fields![
        id(),
        text("name", 100).required(),
        integer("companyID").to("Company"),
        integer("queueID").to("Queue"),
        boolean("isActive"),
    ],
);
