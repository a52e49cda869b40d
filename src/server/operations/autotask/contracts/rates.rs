//! What an hour of a role costs on a contract.

use super::super::body::Body;
use super::super::{Caller, WriteError};
use super::{draft, save};
use crate::base::ids::ContractId;
use crate::entities::CONTRACT_RATE;
use crate::query::Filter;
use crate::records::contract::kind;
use crate::server::operations::contracts;
use crate::server::store::{StoreError, Writing, rows};

/// Adds a rate to a contract, or changes it: one for each role, and none where hours are paid beforehand or services billed.
pub fn write(writing: &Writing<'_>, caller: &Caller, body: Body) -> Result<i64, WriteError> {
    let draft = draft(writing, caller, body)?;
    let contract = draft.row.integer("contractID").unwrap_or_default();
    let found = contracts::get(writing, ContractId(contract))?;
    if matches!(
        found.integer("contractType"),
        Some(kind::BLOCK_HOURS | kind::RECURRING_SERVICE)
    ) {
        let message = "contractID must not name a contract of type 4 or 7: those have no rates.";
        return Err(WriteError::about("contractID", message));
    }
    let role = draft.row.integer("roleID").unwrap_or_default();
    let of_contract = Filter::eq(&CONTRACT_RATE, "contractID", contract).map_err(StoreError::from)?;
    let of_role = of_contract.and(Filter::eq(&CONTRACT_RATE, "roleID", role).map_err(StoreError::from)?);
    if rows::find(writing, &of_role)?
        .iter()
        .any(|rate| rate.id() != draft.row.id())
    {
        let message = format!("The contract has a rate for the role {role} already: change that one.");
        return Err(WriteError::about("roleID", message));
    }
    save(writing, draft)
}
