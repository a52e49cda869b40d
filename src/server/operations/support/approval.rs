//! Approving a support contract, and letting a pending one start today (D-22, D-24).

use super::{contracts, held};
use crate::base::ids::{CompanyId, ContractId};
use crate::domain::Refusal;
use crate::domain::contract::State;
use crate::entities::{CONTRACT, Row};
use crate::records::contract;
use crate::server::operations::OperationError;
use crate::server::operations::administration::Done;
use crate::server::operations::contracts::save;
use crate::server::store::zones;
use crate::server::store::{Writing, rows};
use serde_json::json;

/// Approves a contract.
///
/// # Errors
/// `not_found` where there is no such support contract; `contracts_overlap`.
pub fn approve(writing: &Writing<'_>, id: ContractId) -> Result<Done, OperationError> {
    let before = support(writing, id)?;
    let mut row = before.clone();
    row.set("status", contract::APPROVED);
    write(writing, &before, row)
}

/// Lets a pending contract start today, approved or not.
///
/// # Errors
/// As [`approve`]; `not_usable` for one that is expired.
pub fn enable_now(writing: &Writing<'_>, id: ContractId) -> Result<Done, OperationError> {
    let before = support(writing, id)?;
    let today = zones::today(writing, writing.at())?;
    let mut row = before.clone();
    match contract::support(&before).map(|support| support.state(today)) {
        Some(State::Pending) => {
            row.set("status", contract::APPROVED);
            if before.time("startDate").is_none_or(|start| start.date() > today) {
                row.set("startDate", today.midnight());
            }
        }
        Some(State::Active) => {}
        _ => return Err(Refusal::NotUsable { field: "contractID" }.into()),
    }
    write(writing, &before, row)
}

fn support(writing: &Writing<'_>, id: ContractId) -> Result<Row, OperationError> {
    let row = rows::get(writing, &CONTRACT, id.0)?;
    row.filter(|row| !row.get("supportForm").is_null())
        .ok_or(OperationError::NotFound)
}

fn write(writing: &Writing<'_>, before: &Row, mut row: Row) -> Result<Done, OperationError> {
    let today = zones::today(writing, writing.at())?;
    let shown = |row: &Row| match contract::support(row) {
        Some(support) => contracts::shown(writing, &support, today).map(Some),
        None => Ok(None),
    };
    let was = shown(before)?;
    let id = ContractId(row.id());
    let mut released = held::waiting(writing, id)?;
    save::update(writing, before, &mut row)?;
    let waiting = held::waiting(writing, id)?;
    released.retain(|ticket| !waiting.contains(ticket));
    let now = support(writing, id)?;
    let mut is = shown(&now)?;
    if let Some(is) = &mut is {
        is.released = released;
    }
    Ok(Done {
        company: now.integer("companyID").map(CompanyId),
        subject: now.text("contractName").unwrap_or_default().to_owned(),
        before: json!(was),
        after: json!(is),
        answer: None,
    })
}
