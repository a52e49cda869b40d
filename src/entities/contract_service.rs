//! Services on recurring contracts, and how many units of them when.

use super::field::{boolean, decimal, fields, id, integer, long, text, time};
use super::{Entity, Operation};

/// A service on a contract, with its price there. It carries no quantity.
pub static CONTRACT_SERVICE: Entity = Entity::new(
    "ContractService",
    "ContractServices",
    "contract_service",
    fields![
        id(),
        integer("contractID").required().read_only().to("Contract"),
        decimal("internalCurrencyAdjustedPrice").read_only().financial(),
        decimal("internalCurrencyUnitPrice").read_only().financial(),
        text("internalDescription", 100),
        text("invoiceDescription", 1000),
        long("quoteItemID").read_only().to("QuoteItem"),
        integer("serviceID").required().read_only().to("Service"),
        decimal("unitCost").financial(),
        decimal("unitPrice").read_only().financial(),
    ],
)
.allowing(&[Operation::Create, Operation::Query, Operation::Update])
.below("Contract", "contractID", "Services")
.on_autotask_routes();

/// How many units of a service a client has from one day to another, both included (BLX-01).
pub static CONTRACT_SERVICE_UNIT: Entity = Entity::new(
    "ContractServiceUnit",
    "ContractServiceUnits",
    "contract_service_unit",
    fields![
        id(),
        time("approveAndPostDate").read_only(),
        integer("contractID").required().read_only().to("Contract"),
        integer("contractServiceID").to("ContractService"),
        decimal("cost").read_only().financial(),
        time("endDate").required().read_only(),
        decimal("internalCurrencyPrice").read_only().financial(),
        integer("organizationalLevelAssociationID")
            .read_only()
            .to("OrganizationalLevelAssociation"),
        decimal("price").read_only().financial(),
        integer("serviceID").required().read_only().to("Service"),
        time("startDate").required().read_only(),
        integer("units").required().read_only(),
        integer("vendorCompanyID").read_only().to("Company"),
    ],
)
.below("Contract", "contractID", "ServiceUnits")
.on_autotask_routes();

/// A change of units, as it was asked for by Autotask's routes. Nobody reads it: the units say what became of it.
pub static CONTRACT_SERVICE_ADJUSTMENT: Entity = Entity::new(
    "ContractServiceAdjustment",
    "ContractServiceAdjustments",
    "contract_service_adjustment",
    fields![
        id().not_queryable(),
        decimal("adjustedUnitCost").not_queryable().financial(),
        decimal("adjustedUnitPrice").not_queryable().financial(),
        boolean("allowRepeatService").not_queryable(),
        integer("contractID").not_queryable().to("Contract"),
        integer("contractServiceID").not_queryable().to("ContractService"),
        time("effectiveDate").required().not_queryable(),
        integer("quoteItemID").not_queryable().to("QuoteItem"),
        integer("serviceID").not_queryable().to("Service"),
        integer("unitChange").not_queryable(),
    ],
)
.allowing(&[Operation::Create])
.below("Contract", "contractID", "ServiceAdjustments")
.or_at_its_own_address()
.on_autotask_routes();
