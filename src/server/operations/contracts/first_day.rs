//! What stands on a contract from its first day on goes with that day: units and the price of the first period. It moves only
//! while no period is closed.

use super::{company_of, notes, prices};
use crate::base::Date;
use crate::domain::licence::{Period, PeriodType};
use crate::entities::Row;
use crate::records::contract;
use crate::server::operations::OperationError;
use crate::server::operations::billing::ledger;
use crate::server::operations::billing::sold::Sold;
use crate::server::store::Writing;

/// Lets what a contract began with begin on an earlier first day. On a later one it stands already. A charge that is billed
/// once stays on its day.
///
/// # Errors
/// The database's.
pub fn follow(writing: &Writing<'_>, before: &Row, after: &Row) -> Result<(), OperationError> {
    let (was, is) = (contract::start(before), contract::start(after));
    if is >= was {
        return Ok(());
    }
    let ledger = ledger::of(writing, company_of(after))?;
    let own = ledger.sold.iter().filter(|sold| sold.contract.id.0 == after.id());
    for sold in own.filter(|sold| sold.offer.length != PeriodType::OneTime) {
        move_price(writing, sold, was, is)?;
        if let Some(day) = begun_with(sold, was).filter(|day| is < *day) {
            let renewed = ledger.sold.iter().find(|known| {
                Some(known.contract.id) == sold.contract.renews
                    && (known.offer.id, known.offer.is_bundle) == (sold.offer.id, sold.offer.is_bundle)
            });
            move_units(writing, sold, renewed, (day, is))?;
        }
    }
    Ok(())
}

/// The day of the units with which a contract that begins on that day began: its first, or one before where it was put off
/// since, on which its price begins too. None where the first came later.
fn begun_with(sold: &Sold, start: Date) -> Option<Date> {
    let first = sold.by_hand.days().first()?.on;
    let is_put_off = first < start && sold.prices.first_from() == Some(first);
    (first == start || is_put_off).then_some(first)
}

/// Moves what stood from that day on. What was carried over since from the contract that this one renews has a day of its
/// own there, which it takes where the contract runs on it now; all of it takes the first day where there would be fewer
/// units than none in between, since others were agreed on.
fn move_units(
    writing: &Writing<'_>,
    sold: &Sold,
    renewed: Option<&Sold>,
    (day, to): (Date, Date),
) -> Result<(), OperationError> {
    writing
        .prepare_cached(
            "UPDATE unit_change AS moved SET day = max(?3, coalesce((
               SELECT max(carried.day) FROM unit_change AS carried
               WHERE carried.contract_service_id = ?4 AND carried.at = moved.at AND carried.delta = moved.delta
                 AND carried.day < ?2), ?3))
             WHERE contract_service_id = ?1 AND day = ?2",
        )?
        .execute((
            sold.id,
            day.to_string(),
            to.to_string(),
            renewed.map(|renewed| renewed.id),
        ))?;
    let mut fewest = writing.prepare_cached(
        "SELECT min(units) FROM (SELECT sum(delta) OVER (ORDER BY day) AS units FROM unit_change
           WHERE contract_service_id = ?1)",
    )?;
    let fewest: Option<i64> = fewest.query_row([sold.id], |row| row.get(0))?;
    if fewest.is_some_and(|fewest| fewest < 0) {
        writing
            .prepare_cached("UPDATE unit_change SET day = ?3 WHERE contract_service_id = ?1 AND day > ?3 AND day < ?2")?
            .execute((sold.id, day.to_string(), to.to_string()))?;
    }
    let mut begun =
        writing.prepare_cached("SELECT sum(delta) FROM unit_change WHERE contract_service_id = ?1 AND day <= ?2")?;
    let begun: Option<i64> = begun.query_row((sold.id, to.to_string()), |row| row.get(0))?;
    let text = format!(
        "{to}: 0 → {}\nThe contract begins earlier; its units stood from {day} on.",
        begun.unwrap_or_default()
    );
    notes::add_derived(writing, sold.contract.id.0, &sold.offer.name, &text)
}

/// A price that was agreed on for the former first day is the first period's, so it takes the place of those between, where
/// none is known for the new first day.
fn move_price(writing: &Writing<'_>, sold: &Sold, day: Date, to: Date) -> Result<(), OperationError> {
    let days = (sold.id, day.to_string(), to.to_string());
    let mut begins = writing
        .prepare_cached("SELECT 1 FROM contract_service_price WHERE contract_service_id = ?1 AND from_day = ?2")?;
    let is_known = sold.prices.first_from().is_some_and(|first| first <= to);
    if is_known || !begins.exists((days.0, &days.1))? {
        return Ok(());
    }
    writing
        .prepare_cached(
            "DELETE FROM contract_service_price WHERE contract_service_id = ?1 AND from_day > ?3 AND from_day <= ?2",
        )?
        .execute(days)?;
    let price = sold.prices.of(Period { first: day, last: day });
    Ok(prices::begin(writing, sold.id, to, price)?)
}
