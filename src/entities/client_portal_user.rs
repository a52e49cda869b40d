//! Portal logins of contacts.

use super::field::{boolean, fields, id, integer, text};
use super::{Entity, Live, Operation, Picklist};

/// A portal login. Its password is taken in and never given out.
pub static CLIENT_PORTAL_USER: Entity = Entity::new(
    "ClientPortalUser",
    "ClientPortalUsers",
    "client_portal_user",
    fields![
        id(),
        integer("contactID").required().read_only().to("Contact"),
        integer("dateFormat").required().pick(Picklist::Unchecked),
        boolean("isClientPortalActive").required(),
        integer("numberFormat").required().pick(Picklist::Unchecked),
        text("password", 50).not_queryable().write_only(),
        integer("securityLevel")
            .required()
            .pick(Picklist::Live(Live::SecurityLevels)),
        integer("timeFormat").required().pick(Picklist::Unchecked),
        text("userName", 200).required(),
    ],
)
.allowing(&[Operation::Create, Operation::Query, Operation::Update])
.on_autotask_routes();
