//! Prepaid hours lie in blocks on Autotask's routes and in minutes within (2.10): what a contract has bought is the sum of
//! its blocks, and what was used of it fills them in the order of their days.

use super::save;
use crate::base::ids::ContractId;
use crate::domain::Refusal;
use crate::entities::{CONTRACT_BLOCK, Row, Value};
use crate::query::Filter;
use crate::records::contract::kind;
use crate::records::time_entry::{hours, minutes};
use crate::server::operations::OperationError;
use crate::server::store::{StoreError, Writing, rows};
use rust_decimal::Decimal;

/// `status` of a block that counts.
const ACTIVE: i64 = 1;

/// The blocks of a contract, the oldest first.
///
/// # Errors
/// The database's.
pub fn of(writing: &Writing<'_>, contract: i64) -> Result<Vec<Row>, OperationError> {
    let filter = Filter::eq(&CONTRACT_BLOCK, "contractID", contract).map_err(StoreError::from)?;
    let mut blocks = rows::find(writing, &filter)?;
    blocks.sort_by_key(|block| (block.time("startDate"), block.id()));
    Ok(blocks)
}

/// Brings the minutes that a contract has bought, and the hours that are approved of each block, in line with its blocks
/// and with what was used. Whoever writes a block, or debits a contract, calls this in the same write.
///
/// # Errors
/// `below_used` where less would be bought than was used.
pub fn settle(writing: &Writing<'_>, contract: ContractId) -> Result<(), OperationError> {
    let before = super::get(writing, contract)?;
    if before.integer("contractType") != Some(kind::BLOCK_HOURS) {
        return Ok(());
    }
    let used = before.integer("minutesUsed").unwrap_or_default();
    let (mut bought, mut left) = (0, used);
    for block in of(writing, contract.0)?.into_iter().filter(counts) {
        let held = held(&block);
        let approved = left.min(held);
        (bought, left) = (bought + held, left - approved);
        let mut row = block.clone();
        row.set("hoursApproved", Value::decimal(hours(approved)));
        if row != block {
            writing.update(&block, &row)?;
        }
    }
    let was_enough = before.integer("minutesBought").unwrap_or_default() >= used;
    if bought < used && was_enough {
        return Err(Refusal::BelowUsed { minutes: used }.into());
    }
    let mut row = before.clone();
    row.set("minutesBought", bought);
    save::update(writing, &before, &mut row)
}

/// Adds the block that holds the minutes which a new contract has bought.
///
/// # Errors
/// The database's.
pub fn first(writing: &Writing<'_>, contract: &Row) -> Result<(), OperationError> {
    let bought = contract.integer("minutesBought").unwrap_or_default();
    if contract.integer("contractType") != Some(kind::BLOCK_HOURS) || bought == 0 {
        return Ok(());
    }
    let mut block = Row::new(&CONTRACT_BLOCK);
    block.set("contractID", contract.id());
    for name in ["startDate", "endDate"] {
        block.set(name, contract.get(name).clone());
    }
    block.set("datePurchased", contract.get("startDate").clone());
    block.set("hours", Value::decimal(hours(bought)));
    block.set("hoursApproved", Decimal::ZERO);
    block.set("hourlyRate", Decimal::ZERO);
    block.set("isPaid", false);
    block.set("status", ACTIVE);
    writing.insert(&mut block)?;
    Ok(())
}

/// Lets the blocks that lasted as long as their contract do so still, where its end has moved.
///
/// # Errors
/// The database's.
pub fn follow_end(writing: &Writing<'_>, before: &Row, contract: &Row) -> Result<(), OperationError> {
    let (was, is) = (before.get("endDate"), contract.get("endDate"));
    if was == is || contract.integer("contractType") != Some(kind::BLOCK_HOURS) {
        return Ok(());
    }
    for block in of(writing, contract.id())? {
        if block.get("endDate") == was {
            let mut row = block.clone();
            row.set("endDate", is.clone());
            writing.update(&block, &row)?;
        }
    }
    Ok(())
}

/// Lets a contract have bought so many minutes in all: the newest block that counts grows or shrinks.
///
/// # Errors
/// `below_used`; `below_older_blocks` where the newest block can't shrink so far.
pub fn buy(writing: &Writing<'_>, contract: &Row, bought: i64) -> Result<(), OperationError> {
    if contract.integer("minutesBought").unwrap_or_default() == bought {
        return Ok(());
    }
    let blocks: Vec<Row> = of(writing, contract.id())?.into_iter().filter(counts).collect();
    let Some((newest, older)) = blocks.split_last() else {
        let mut bare = contract.clone();
        bare.set("minutesBought", bought);
        first(writing, &bare)?;
        return settle(writing, ContractId(contract.id()));
    };
    let rest = bought - older.iter().map(held).sum::<i64>();
    if rest < 0 {
        let minutes = bought - rest;
        return Err(Refusal::BelowOlderBlocks { minutes }.into());
    }
    let mut row = newest.clone();
    row.set("hours", Value::decimal(hours(rest)));
    if row != *newest {
        writing.update(newest, &row)?;
    }
    settle(writing, ContractId(contract.id()))
}

fn counts(block: &Row) -> bool {
    block.integer("status").is_none_or(|status| status == ACTIVE)
}

/// The whole minutes of a block.
fn held(block: &Row) -> i64 {
    block.decimal("hours").and_then(minutes).unwrap_or_default()
}
