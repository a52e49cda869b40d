//! Tickets that clients pay beforehand.

use super::field::{boolean, decimal, fields, id, integer, long, text, time};
use super::picklist::ACTIVITY;
use super::{Entity, Operation, Picklist};

/// A number of tickets on a contract of type 8.
pub static CONTRACT_TICKET_PURCHASE: Entity = Entity::new(
    "ContractTicketPurchase",
    "ContractTicketPurchases",
    "contract_ticket_purchase",
    fields![
        id(),
        long("contractID").required().to("Contract"),
        time("datePurchased").required(),
        time("endDate").required(),
        text("invoiceNumber", 50),
        boolean("isPaid").required().pick(Picklist::Truth),
        text("paymentNumber", 50),
        integer("paymentType").pick(Picklist::Unchecked),
        decimal("perTicketRate").required().financial(),
        time("startDate").required(),
        integer("status").pick(ACTIVITY),
        decimal("ticketsPurchased").required(),
        decimal("ticketsUsed").read_only().not_queryable(),
    ],
)
.allowing(&[Operation::Create, Operation::Query, Operation::Update])
.below("Contract", "contractID", "TicketPurchases")
.on_autotask_routes();
