//! Bundles of services on recurring contracts, and how many units of them when.

use super::field::{boolean, decimal, fields, id, integer, long, text, time};
use super::{Entity, Operation};

/// A bundle on a contract, with its price there. It carries no quantity.
pub static CONTRACT_SERVICE_BUNDLE: Entity = Entity::new(
    "ContractServiceBundle",
    "ContractServiceBundles",
    "contract_service_bundle",
    fields![
        id(),
        decimal("adjustedPrice").financial(),
        integer("contractID").required().read_only().to("Contract"),
        decimal("internalCurrencyAdjustedPrice").read_only().financial(),
        decimal("internalCurrencyUnitPrice").read_only().financial(),
        text("internalDescription", 100),
        text("invoiceDescription", 1000),
        long("quoteItemID").read_only().to("QuoteItem"),
        integer("serviceBundleID").required().read_only().to("ServiceBundle"),
        decimal("unitPrice").financial(),
    ],
)
.allowing(&[Operation::Create, Operation::Query, Operation::Update])
.below("Contract", "contractID", "ServiceBundles")
.on_autotask_routes();

/// How many units of a bundle a client has from one day to another, both included.
pub static CONTRACT_SERVICE_BUNDLE_UNIT: Entity = Entity::new(
    "ContractServiceBundleUnit",
    "ContractServiceBundleUnits",
    "contract_service_bundle_unit",
    fields![
        id(),
        time("approveAndPostDate").read_only(),
        integer("contractID").required().read_only().to("Contract"),
        integer("contractServiceBundleID").to("ContractServiceBundle"),
        decimal("cost").read_only().financial(),
        time("endDate").required().read_only(),
        decimal("internalCurrencyPrice").read_only().financial(),
        integer("organizationalLevelAssociationID")
            .read_only()
            .to("OrganizationalLevelAssociation"),
        decimal("price").read_only().financial(),
        integer("serviceBundleID").required().read_only().to("ServiceBundle"),
        time("startDate").required().read_only(),
        integer("units").required().read_only(),
    ],
)
.below("Contract", "contractID", "ServiceBundleUnits")
.on_autotask_routes();

/// A change of a bundle's units, as it was asked for by Autotask's routes.
pub static CONTRACT_SERVICE_BUNDLE_ADJUSTMENT: Entity = Entity::new(
    "ContractServiceBundleAdjustment",
    "ContractServiceBundleAdjustments",
    "contract_service_bundle_adjustment",
    fields![
        id().not_queryable(),
        decimal("adjustedUnitPrice").not_queryable().financial(),
        boolean("allowRepeatServiceBundle").not_queryable(),
        integer("contractID").not_queryable().to("Contract"),
        integer("contractServiceBundleID")
            .not_queryable()
            .to("ContractServiceBundle"),
        time("effectiveDate").required().not_queryable(),
        integer("quoteItemID").not_queryable().to("QuoteItem"),
        integer("serviceBundleID").not_queryable().to("ServiceBundle"),
        integer("unitChange").not_queryable(),
    ],
)
.allowing(&[Operation::Create])
.below("Contract", "contractID", "ServiceBundleAdjustments")
.or_at_its_own_address()
.on_autotask_routes();
