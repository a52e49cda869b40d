//! Amounts that clients pay beforehand.

use super::field::{boolean, decimal, fields, id, integer, text, time};
use super::picklist::ACTIVITY;
use super::{Entity, Operation, Picklist};

/// An amount on a contract of type 6.
pub static CONTRACT_RETAINER: Entity = Entity::new(
    "ContractRetainer",
    "ContractRetainers",
    "contract_retainer",
    fields![
        id(),
        decimal("amount").required(),
        decimal("amountApproved").read_only().not_queryable(),
        integer("contractID").required().read_only().to("Contract"),
        time("datePurchased").required(),
        time("endDate").required(),
        decimal("internalCurrencyAmount").read_only(),
        decimal("internalCurrencyAmountApproved").read_only().not_queryable(),
        text("invoiceNumber", 50),
        boolean("isPaid").read_only().pick(Picklist::Truth),
        integer("paymentID").pick(Picklist::Unchecked),
        text("paymentNumber", 50),
        time("startDate").required(),
        integer("status").required().pick(ACTIVITY),
    ],
)
.financial()
.allowing(&[Operation::Create, Operation::Query, Operation::Update])
.below("Contract", "contractID", "Retainers")
.on_autotask_routes();
