//! The catalogue of recurring services.

use super::field::{boolean, decimal, fields, id, integer, long, text, time};
use super::picklist::PERIOD_TYPES;
use super::{Entity, Operation, Picklist};

/// A service that the provider sells.
pub static SERVICE: Entity = Entity::new(
    "Service",
    "Services",
    "service",
    fields![
        id(),
        integer("billingCodeID").required().to("BillingCode"),
        time("createDate").read_only(),
        integer("creatorResourceID").read_only().to("Resource"),
        text("description", 400),
        text("invoiceDescription", 1000),
        boolean("isActive"),
        time("lastModifiedDate").read_only(),
        decimal("markupRate").read_only().financial(),
        text("name", 150).required(),
        integer("periodType").required().pick(PERIOD_TYPES),
        long("serviceLevelAgreementID").pick(Picklist::Unchecked),
        decimal("unitCost").financial(),
        decimal("unitPrice").required().financial(),
        integer("updateResourceID").read_only().to("Resource"),
        integer("vendorCompanyID").to("Company"),
        text("manufacturerServiceProvider", 200),
        text("manufacturerServiceProviderProductNumber", 200),
        text("catalogNumberPartNumber", 200),
        text("sku", 200),
        text("internalID", 200),
        text("externalID", 200),
        text("url", 200),
    ],
)
.allowing(&[Operation::Create, Operation::Query, Operation::Update])
.on_autotask_routes();
