//! Notes of contracts. The server writes one for each change of units (BLX-02).

use super::field::{fields, id, integer, text, time};
use super::{Entity, Operation};

/// A note of a contract, for the provider's people.
pub static CONTRACT_NOTE: Entity = Entity::new(
    "ContractNote",
    "ContractNotes",
    "contract_note",
    fields![
        id(),
        integer("contractID").required().read_only().to("Contract"),
        time("createDateTime").read_only(),
        integer("creatorResourceID").read_only().to("Resource"),
        text("description", 2000).required(),
        integer("impersonatorCreatorResourceID").read_only().to("Resource"),
        integer("impersonatorUpdaterResourceID").read_only().to("Resource"),
        time("lastActivityDate").read_only(),
        text("title", 250).required(),
    ],
)
.financial()
.allowing(&[Operation::Create, Operation::Query, Operation::Update])
.below("Contract", "contractID", "Notes")
.on_autotask_routes();
