//! The provider's people and API users.

use super::field::{boolean, decimal, fields, id, integer, long, text, time};
use super::{Entity, Operation, Picklist};

/// A resource. Licence type 7 is an API user.
pub static RESOURCE: Entity = Entity::new(
    "Resource",
    "Resources",
    "resource",
    fields![
        id(),
        text("accountingReferenceID", 100),
        text("dateFormat", 20).read_only().pick(Picklist::Unchecked),
        long("defaultServiceDeskRoleID").not_queryable().to("Role"),
        text("email", 254).required(),
        text("email2", 254),
        text("email3", 254),
        text("emailTypeCode", 20).required().pick(Picklist::Unchecked),
        text("emailTypeCode2", 20).pick(Picklist::Unchecked),
        text("emailTypeCode3", 20).pick(Picklist::Unchecked),
        text("firstName", 50).required(),
        text("gender", 1).pick(Picklist::Unchecked),
        integer("greeting").pick(Picklist::Unchecked),
        time("hireDate").required().read_only(),
        text("homePhone", 25),
        text("initials", 32),
        decimal("internalCost").read_only().financial(),
        boolean("isActive").required(),
        text("lastName", 50).required(),
        integer("licenseType").required().read_only().pick(Picklist::Unchecked),
        integer("locationID").required().read_only().pick(Picklist::Unchecked),
        text("middleName", 50),
        text("mobilePhone", 25),
        text("numberFormat", 20).required().pick(Picklist::Unchecked),
        text("officeExtension", 10),
        text("officePhone", 25),
        text("payrollIdentifier", 50),
        integer("payrollType").required().pick(Picklist::Unchecked),
        text("resourceType", 15).required().pick(Picklist::Unchecked),
        integer("suffix").pick(Picklist::Unchecked),
        decimal("surveyResourceRating").read_only(),
        text("timeFormat", 20).read_only().pick(Picklist::Unchecked),
        text("title", 50),
        text("travelAvailabilityPct", 15).pick(Picklist::Unchecked),
        text("userName", 32).required(),
        integer("userType").required().read_only().pick(Picklist::Unchecked),
        // Under /tandem/v1 only.
        text("securityLevel", 20)
            .pick(Picklist::Words(&["provider_admin", "provider_tech"]))
            .tandem(),
    ],
)
.allowing(&[Operation::Query, Operation::Update])
.on_autotask_routes();
