//! What an hour of a role costs on a contract.

use super::field::{decimal, fields, id, integer};
use super::{Entity, Operation};

/// The price of an hour of one role on one contract.
pub static CONTRACT_RATE: Entity = Entity::new(
    "ContractRate",
    "ContractRates",
    "contract_rate",
    fields![
        id(),
        decimal("contractHourlyRate").required(),
        integer("contractID").required().read_only().to("Contract"),
        decimal("internalCurrencyContractHourlyRate").read_only(),
        integer("roleID").required().to("Role"),
    ],
)
.financial()
.allowing(&[Operation::Create, Operation::Query, Operation::Update])
.below("Contract", "contractID", "Rates")
.on_autotask_routes();
