//! Services that are sold together.

use super::field::{boolean, decimal, fields, id, integer, long, text, time};
use super::picklist::PERIOD_TYPES;
use super::{Entity, Operation, Picklist};

/// Services that are sold under one price.
pub static SERVICE_BUNDLE: Entity = Entity::new(
    "ServiceBundle",
    "ServiceBundles",
    "service_bundle",
    fields![
        id(),
        integer("billingCodeID").required().to("BillingCode"),
        time("createDate").read_only(),
        integer("creatorResourceID").read_only().to("Resource"),
        text("description", 200),
        text("invoiceDescription", 1000),
        boolean("isActive"),
        time("lastModifiedDate").read_only(),
        text("name", 150).required(),
        decimal("percentageDiscount").financial(),
        integer("periodType").required().read_only().pick(PERIOD_TYPES),
        long("serviceLevelAgreementID").pick(Picklist::Unchecked),
        decimal("unitCost").read_only().financial(),
        decimal("unitDiscount").financial(),
        decimal("unitPrice").financial(),
        integer("updateResourceID").read_only().to("Resource"),
        text("manufacturerServiceProvider", 200),
        text("manufacturerServiceProviderProductNumber", 200),
        text("catalogNumberPartNumber", 200),
        text("sku", 200),
        text("internalID", 200),
        text("externalID", 200),
        text("url", 200),
    ],
)
.allowing(&[
    Operation::Create,
    Operation::Query,
    Operation::Update,
    Operation::Delete,
])
.on_autotask_routes();

/// A service in a bundle.
pub static SERVICE_BUNDLE_SERVICE: Entity = Entity::new(
    "ServiceBundleService",
    "ServiceBundleServices",
    "service_bundle_service",
    fields![
        id(),
        integer("serviceBundleID").required().read_only().to("ServiceBundle"),
        integer("serviceID").required().read_only().to("Service"),
    ],
)
.allowing(&[Operation::Create, Operation::Query, Operation::Delete])
.below("ServiceBundle", "serviceBundleID", "Services")
.on_autotask_routes();
