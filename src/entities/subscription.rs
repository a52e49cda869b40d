//! What is billed again and again for one configuration item.

use super::field::{decimal, fields, id, integer, text, time};
use super::picklist::{ACTIVITY, PERIOD_TYPES};
use super::{Entity, Operation};

/// A subscription for a configuration item.
pub static SUBSCRIPTION: Entity = Entity::new(
    "Subscription",
    "Subscriptions",
    "subscription",
    fields![
        id(),
        integer("configurationItemID")
            .required()
            .read_only()
            .to("ConfigurationItem"),
        text("description", 2000),
        time("effectiveDate").required(),
        time("expirationDate").required(),
        integer("impersonatorCreatorResourceID").read_only().to("Resource"),
        integer("materialCodeID").required().to("BillingCode"),
        integer("organizationalLevelAssociationID")
            .read_only()
            .to("OrganizationalLevelAssociation"),
        decimal("periodCost").not_queryable().financial(),
        decimal("periodPrice").required().not_queryable().financial(),
        integer("periodType").required().pick(PERIOD_TYPES),
        text("purchaseOrderNumber", 50),
        integer("status").required().pick(ACTIVITY),
        text("subscriptionName", 100).required(),
        decimal("totalCost").read_only().financial(),
        decimal("totalPrice").read_only().financial(),
        integer("vendorID").to("Company"),
    ],
)
.allowing(&[
    Operation::Create,
    Operation::Query,
    Operation::Update,
    Operation::Delete,
])
.on_autotask_routes();

/// A period of a subscription, which begins at `periodDate`.
pub static SUBSCRIPTION_PERIOD: Entity = Entity::new(
    "SubscriptionPeriod",
    "SubscriptionPeriods",
    "subscription_period",
    fields![
        id(),
        decimal("periodCost").required().read_only().financial(),
        time("periodDate").required(),
        decimal("periodPrice").required().read_only().financial(),
        time("postedDate"),
        text("purchaseOrderNumber", 50).read_only(),
        integer("subscriptionID").required().read_only().to("Subscription"),
    ],
)
.below("Subscription", "subscriptionID", "Periods")
.on_autotask_routes();
