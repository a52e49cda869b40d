//! Writing a contract, with what follows from it: units of its services, requests that wait for it.

use super::{blocks, company_of, first_day, rules};
use crate::entities::{CONTRACT_SERVICE, CONTRACT_SERVICE_BUNDLE, Row};
use crate::query::Filter;
use crate::records::contract;
use crate::server::operations::billing::{following, segments};
use crate::server::operations::{OperationError, support};
use crate::server::store::{StoreError, Writing, rows};

/// Adds a contract, with the block of the hours that it has bought: what waits for a contract of its scope is debited
/// from them at once (LT-05), so they are there before.
///
/// # Errors
/// As [`rules::check`].
pub fn insert(writing: &Writing<'_>, row: &mut Row) -> Result<i64, OperationError> {
    settle(writing, row);
    rules::check(writing, None, row)?;
    let id = writing.insert(row)?;
    blocks::first(writing, row)?;
    follow(writing, row)?;
    Ok(id)
}

/// Writes a contract that exists, as it is to be now.
///
/// # Errors
/// As [`rules::check`].
pub fn update(writing: &Writing<'_>, before: &Row, row: &mut Row) -> Result<(), OperationError> {
    if row == before {
        return Ok(());
    }
    settle(writing, row);
    rules::check(writing, Some(before), row)?;
    writing.update(before, row)?;
    let (was, is) = (contract::term(before), contract::term(row));
    if was != is {
        first_day::follow(writing, before, row)?;
        following::follow_days(writing, before, row)?;
        let from = contract::start(before).min(contract::start(row));
        for sold in services(writing, row.id())? {
            segments::rewrite(writing, company_of(row), sold.id(), from)?;
        }
    }
    follow(writing, row)
}

/// The services and bundles on a contract, in the order in which they came.
///
/// # Errors
/// The database's.
pub fn services(connection: &rusqlite::Connection, contract: i64) -> Result<Vec<Row>, StoreError> {
    let mut all = Vec::new();
    for entity in [&CONTRACT_SERVICE, &CONTRACT_SERVICE_BUNDLE] {
        all.extend(rows::find(connection, &Filter::eq(entity, "contractID", contract)?)?);
    }
    all.sort_by_key(Row::id);
    Ok(all)
}

/// Days are whole, whatever time of day came with them.
fn settle(writing: &Writing<'_>, row: &mut Row) {
    for name in ["startDate", "endDate"] {
        if let Some(day) = contract::day(row, name) {
            row.set(name, day.midnight());
        }
    }
    if row.text("anchor").is_none() {
        row.set("anchor", contract::term(row).anchor.word());
    }
    row.set("lastModifiedDateTime", writing.at());
}

fn follow(writing: &Writing<'_>, row: &Row) -> Result<(), OperationError> {
    support::contract_changed(writing, row).map(drop)
}
