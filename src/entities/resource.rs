//! The provider's people and API users.

use super::field::{boolean, decimal, fields, id, integer, long, text, time};
use super::picklist::entry;
use super::{Entity, Operation, Picklist};

/// A resource. Licence type 7 is an API user.
pub static RESOURCE: Entity = Entity::new(
    "Resource",
    "Resources",
    "resource",
    fields![
        id(),
        text("accountingReferenceID", 100),
        text("dateFormat", 20).read_only().pick(DATE_FORMATS),
        long("defaultServiceDeskRoleID").not_queryable().to("Role"),
        text("email", 254).required(),
        text("email2", 254),
        text("email3", 254),
        text("emailTypeCode", 20).required().pick(EMAIL_TYPES),
        text("emailTypeCode2", 20).pick(EMAIL_TYPES),
        text("emailTypeCode3", 20).pick(EMAIL_TYPES),
        text("firstName", 50).required(),
        text("gender", 1).pick(GENDERS),
        integer("greeting").pick(Picklist::Unchecked),
        time("hireDate").required().read_only(),
        text("homePhone", 25),
        text("initials", 32),
        decimal("internalCost").read_only().financial(),
        boolean("isActive").required(),
        text("lastName", 50).required(),
        integer("licenseType").required().read_only().pick(LICENCES),
        integer("locationID").required().read_only().pick(LOCATIONS),
        text("middleName", 50),
        text("mobilePhone", 25),
        text("numberFormat", 20).required().pick(NUMBER_FORMATS),
        text("officeExtension", 10),
        text("officePhone", 25),
        text("payrollIdentifier", 50),
        integer("payrollType").required().pick(PAYROLL_TYPES),
        text("resourceType", 15).required().pick(RESOURCE_TYPES),
        integer("suffix").pick(Picklist::Unchecked),
        decimal("surveyResourceRating").read_only(),
        text("timeFormat", 20).read_only().pick(TIME_FORMATS),
        text("title", 50),
        text("travelAvailabilityPct", 15).pick(Picklist::Unchecked),
        text("userName", 32).required(),
        integer("userType").required().read_only().pick(USER_TYPES),
        // Under /tandem/v1 only.
        text("securityLevel", 20)
            .pick(Picklist::Words(&["provider_admin", "provider_tech"]))
            .tandem(),
    ],
)
.allowing(&[Operation::Query, Operation::Update])
.on_autotask_routes();

// What tenants and the product list here besides isn't published. These are the values that rows of this server have,
// with those that stand beside them in Autotask's own settings.

/// People and API users.
const LICENCES: Picklist = Picklist::Fixed(&[entry(1, "Professional"), entry(7, "API User")]);

/// The provider's own place.
const LOCATIONS: Picklist = Picklist::Fixed(&[entry(1, "Headquarters")]);

/// How somebody is paid: nothing here reads it.
const PAYROLL_TYPES: Picklist = Picklist::Fixed(&[entry(1, "Salary")]);

/// What somebody may do in Autotask: here the security level under `/tandem/v1` says it.
const USER_TYPES: Picklist = Picklist::Fixed(&[entry(1, "User")]);

const RESOURCE_TYPES: Picklist = Picklist::Words(&["Employee", "Contractor"]);
const EMAIL_TYPES: Picklist = Picklist::Words(&["PRIMARY"]);
const GENDERS: Picklist = Picklist::Words(&["F", "M"]);
const DATE_FORMATS: Picklist = Picklist::Words(&["MM/dd/yyyy", "dd/MM/yyyy", "yyyy/MM/dd"]);
const TIME_FORMATS: Picklist = Picklist::Words(&["hh:mm a", "HH:mm"]);
const NUMBER_FORMATS: Picklist = Picklist::Words(&["X,XXX.XX", "X.XXX,XX"]);
