//! Blocks of hours that clients buy beforehand.

use super::field::{boolean, decimal, fields, id, integer, text, time};
use super::picklist::ACTIVITY;
use super::{Entity, Operation, Picklist};

/// A block of hours on a contract of type 4. `hoursApproved` is what has been worked and approved of it.
pub static CONTRACT_BLOCK: Entity = Entity::new(
    "ContractBlock",
    "ContractBlocks",
    "contract_block",
    fields![
        id(),
        integer("contractID").required().to("Contract"),
        time("datePurchased").required(),
        time("endDate").required(),
        decimal("hourlyRate").required().financial(),
        decimal("hours").required(),
        decimal("hoursApproved").read_only().not_queryable(),
        text("invoiceNumber", 50),
        boolean("isPaid").read_only().pick(Picklist::Truth),
        text("paymentNumber", 50),
        integer("paymentType").pick(Picklist::Unchecked),
        time("startDate").required(),
        integer("status").pick(ACTIVITY),
    ],
)
.allowing(&[Operation::Create, Operation::Query, Operation::Update])
.below("Contract", "contractID", "Blocks")
.on_autotask_routes();
