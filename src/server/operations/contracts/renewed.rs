//! What is changed on a contract that was renewed already: the renewal goes on with it, and so does a renewal of that, in the
//! same write. It took over what stood there when it was made (LTX-08), so later changes reach it from its first day on.

use super::{OnContract, company_of, copies, get, notes, rules, save};
use crate::base::Date;
use crate::base::ids::ContractId;
use crate::domain::Actor;
use crate::domain::licence::PeriodType;
use crate::entities::{CONTRACT_SERVICE, Row};
use crate::records::contract;
use crate::server::operations::OperationError;
use crate::server::operations::billing::ledger;
use crate::server::store::Writing;
use rusqlite::Connection;

/// The same service or bundle on the contract that renews this one; one that stands several times keeps its place among
/// them. None for what is billed once, which was done.
///
/// # Errors
/// The database's.
pub fn after(connection: &Connection, sold: &OnContract) -> Result<Option<OnContract>, OperationError> {
    let Some(renewal) = renewal_of(connection, sold)? else {
        return Ok(None);
    };
    let is_same = |row: &&Row| offered(row) == offered(&sold.row);
    let own = save::services(connection, sold.contract.id())?;
    let place = own.iter().filter(is_same).position(|row| row.id() == sold.id());
    let there = save::services(connection, renewal.id())?;
    let row = place.and_then(|place| there.iter().filter(is_same).nth(place));
    Ok(row.map(|row| OnContract {
        row: row.clone(),
        contract: renewal,
        offer: sold.offer.clone(),
    }))
}

/// Puts on the renewal what was put on a contract since, unless it stands there, and notes it on both.
///
/// # Errors
/// As `sell::put`.
pub fn carry_service(writing: &Writing<'_>, actor: &Actor, sold: &OnContract) -> Result<(), OperationError> {
    let Some(renewal) = renewal_of(writing, sold)? else {
        return Ok(());
    };
    let Some(end) = contract::end(&sold.contract) else {
        return Ok(());
    };
    if after(writing, sold)?.is_some() {
        return Ok(());
    }
    let ledger = ledger::of(writing, company_of(&sold.contract))?;
    let Some(known) = ledger.sold.iter().find(|known| known.id == sold.id()) else {
        return Ok(());
    };
    if let Some(carried) = copies::copy_service(writing, actor, (&sold.row, known), &renewal, end)? {
        let to = carried_to(&carried, contract::start(&renewal));
        notes::add(writing, actor, sold.contract.id(), sold.name(), &to)?;
        notes::add(writing, actor, renewal.id(), sold.name(), &carried_from(sold))?;
    }
    Ok(())
}

/// What a note says where a change goes on.
#[must_use]
pub fn carried_to(renewal: &OnContract, from: Date) -> String {
    format!(
        "Carried over to “{}” from {from} on, which renews this contract.",
        name(renewal)
    )
}

/// What a note says where a renewal keeps units that were agreed on for it.
#[must_use]
pub fn stays(renewal: &OnContract) -> String {
    format!(
        "“{}”, which renews this contract, keeps the units that it has.",
        name(renewal)
    )
}

/// What a note says where a change came from.
#[must_use]
pub fn carried_from(old: &OnContract) -> String {
    format!("Carried over from “{}”, which this contract renews.", name(old))
}

/// A contract's name.
#[must_use]
pub fn name(sold: &OnContract) -> &str {
    sold.contract.text("contractName").unwrap_or_default()
}

/// The contract that goes on where that of something sold ends.
fn renewal_of(connection: &Connection, sold: &OnContract) -> Result<Option<Row>, OperationError> {
    if contract::period_type(&sold.offer) == PeriodType::OneTime {
        return Ok(None);
    }
    let Some((renewal, _)) = rules::renewed_by(connection, sold.contract.id())? else {
        return Ok(None);
    };
    let renewal = get(connection, ContractId(renewal))?;
    // An integration may link any two contracts; only one that comes after goes on with what this one carries.
    let follows = contract::carries_services(&renewal)
        && company_of(&renewal) == company_of(&sold.contract)
        && contract::start(&renewal) > contract::start(&sold.contract);
    Ok(Some(renewal).filter(|_| follows))
}

/// What a row puts on its contract: a service or a bundle, and which.
fn offered(row: &Row) -> (bool, Option<i64>) {
    if *row.entity() == CONTRACT_SERVICE {
        (true, row.integer("serviceID"))
    } else {
        (false, row.integer("serviceBundleID"))
    }
}
