//! Portal logins of contacts.

use super::field::{boolean, fields, id, integer, text};
use super::picklist::entry;
use super::{Entity, Live, Operation, Picklist};

/// A portal login. Its password is taken in and never given out.
pub static CLIENT_PORTAL_USER: Entity = Entity::new(
    "ClientPortalUser",
    "ClientPortalUsers",
    "client_portal_user",
    fields![
        id(),
        integer("contactID").required().read_only().to("Contact"),
        integer("dateFormat").required().pick(DATE_FORMATS),
        boolean("isClientPortalActive").required(),
        integer("numberFormat").required().pick(NUMBER_FORMATS),
        text("password", 50).not_queryable().write_only(),
        integer("securityLevel")
            .required()
            .pick(Picklist::Live(Live::SecurityLevels)),
        integer("timeFormat").required().pick(TIME_FORMATS),
        text("userName", 200).required(),
    ],
)
.allowing(&[Operation::Create, Operation::Query, Operation::Update])
.on_autotask_routes();

// Autotask's numbers of these aren't published. 1 is what a login of this server has, the others are the usual ones beside
// it, as resources have them; nothing here reads them.

const DATE_FORMATS: Picklist =
    Picklist::Fixed(&[entry(1, "MM/dd/yyyy"), entry(2, "dd/MM/yyyy"), entry(3, "yyyy/MM/dd")]);
const NUMBER_FORMATS: Picklist = Picklist::Fixed(&[entry(1, "X,XXX.XX"), entry(2, "X.XXX,XX")]);
const TIME_FORMATS: Picklist = Picklist::Fixed(&[entry(1, "hh:mm a"), entry(2, "HH:mm")]);
