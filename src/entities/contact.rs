//! Clients' people.

use super::field::{boolean, fields, id, integer, text, time, user_defined};
use super::{Entity, Live, Operation, Picklist};

/// A contact, with its portal login and level where it has one.
pub static CONTACT: Entity = Entity::new(
    "Contact",
    "Contacts",
    "contact",
    fields![
        id(),
        text("additionalAddressInformation", 100),
        text("addressLine", 128),
        text("addressLine1", 128),
        text("alternatePhone", 32),
        integer("apiVendorID").read_only().pick(Picklist::Unchecked),
        time("bulkEmailOptOutTime").read_only(),
        text("city", 32),
        integer("companyID").required().read_only().to("Company"),
        integer("companyLocationID").to("CompanyLocation"),
        integer("countryID").to("Country"),
        time("createDate").read_only(),
        text("emailAddress", 254),
        text("emailAddress2", 254),
        text("emailAddress3", 254),
        text("extension", 10),
        text("externalID", 50),
        text("facebookUrl", 200),
        text("faxNumber", 25),
        text("firstName", 50).required(),
        integer("impersonatorCreatorResourceID").read_only().to("Resource"),
        integer("isActive").required(),
        boolean("isOptedOutFromBulkEmail").not_queryable(),
        time("lastActivityDate").read_only(),
        time("lastModifiedDate").read_only(),
        text("lastName", 50).required(),
        text("linkedInUrl", 200),
        text("middleInitial", 50),
        text("mobilePhone", 25),
        integer("namePrefix").pick(Picklist::Unchecked),
        integer("nameSuffix").pick(Picklist::Unchecked),
        text("note", 50),
        boolean("receivesEmailNotifications"),
        text("phone", 25),
        boolean("primaryContact"),
        boolean("billingContact"),
        text("roomNumber", 50),
        boolean("solicitationOptOut").read_only().not_queryable(),
        time("solicitationOptOutTime").read_only(),
        text("state", 40),
        boolean("surveyOptOut").read_only().not_queryable(),
        text("title", 50),
        text("twitterUrl", 200),
        text("zipCode", 16),
        // Under /tandem/v1 only.
        // Null: no level.
        integer("securityLevel")
            .pick(Picklist::Live(Live::SecurityLevels))
            .tandem(),
        text("portalUserName", 200).tandem(),
        boolean("isPortalActive").tandem(),
        boolean("isOutOfOffice").tandem(),
        // A level that the provider made; securityLevel then says which system level it was made after.
        integer("customLevelID").read_only().tandem(),
        user_defined(),
    ],
)
.allowing(&[
    Operation::Create,
    Operation::Query,
    Operation::Update,
    Operation::Delete,
])
.below("Company", "companyID", "Contacts")
.with_webhooks()
.on_autotask_routes();
