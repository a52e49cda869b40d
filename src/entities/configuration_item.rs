//! Clients' devices and whatever else of theirs is supported.

use super::field::{boolean, fields, id, integer, long, text, time, user_defined};
use super::{Entity, Operation, Picklist};

/// A configuration item, of a contact or of its company as a whole. One without an owner has company 0 and no contact (13.1).
pub static CONFIGURATION_ITEM: Entity = Entity::new(
    "ConfigurationItem",
    "ConfigurationItems",
    "configuration_item",
    fields![
        id(),
        integer("apiVendorID").read_only().pick(Picklist::Unchecked),
        integer("configurationItemCategoryID").to("InstalledProductCategory"),
        integer("companyID").required().read_only().to("Company"),
        integer("companyLocationID").to("CompanyLocation"),
        integer("configurationItemType").pick(Picklist::Unchecked),
        integer("contactID").to("Contact"),
        integer("contractID").to("Contract"),
        integer("contractServiceBundleID").to("ContractServiceBundle"),
        integer("contractServiceID").to("ContractService"),
        time("createDate").read_only(),
        time("installDate"),
        boolean("isActive").required(),
        time("lastModifiedTime").read_only(),
        text("location", 100),
        text("notes", 5000),
        integer("parentConfigurationItemID").to("ConfigurationItem"),
        integer("productID").required().to("Product"),
        text("referenceNumber", 100),
        text("referenceTitle", 200),
        text("rmmDeviceAuditHostname", 255).read_only(),
        long("rmmDeviceID").read_only(),
        text("rmmDeviceUID", 255).read_only(),
        text("serialNumber", 100),
        integer("serviceBundleID").to("ServiceBundle"),
        integer("serviceID").to("Service"),
        integer("serviceLevelAgreementID").pick(Picklist::Unchecked),
        integer("vendorID").to("Company"),
        time("warrantyExpirationDate"),
        user_defined(),
    ],
)
.allowing(&[Operation::Create, Operation::Query, Operation::Update])
.with_webhooks()
.on_autotask_routes();
