//! What a unit costs on a contract, from a day on. Another price holds from the next period (D-46).

use super::{OnContract, company_of, notes, renewed, rules};
use crate::base::Date;
use crate::domain::licence::Period;
use crate::domain::licence::price::holds_from;
use crate::domain::money::Price;
use crate::domain::{Actor, Refusal};
use crate::entities::{CONTRACT_SERVICE, Row, Value};
use crate::records::contract;
use crate::server::operations::OperationError;
use crate::server::operations::billing::{ledger, segments};
use crate::server::store::zones;
use crate::server::store::{StoreError, Writing};

/// Lets another price hold from the period after that day's; a day that is past counts as today. Beyond the contract's
/// end it is the price that a renewal takes over; once there is one, the price is agreed there. A renewal whose price still
/// was the same goes on with the new one.
///
/// # Errors
/// `outside_contract` for a day that no contract reaches; `contract_renewed` for a price that would hold only after the
/// contract was followed by another.
pub fn change(
    writing: &Writing<'_>,
    actor: &Actor,
    sold: &OnContract,
    price: Price,
    on: Date,
) -> Result<(), OperationError> {
    let today = zones::today(writing, writing.at())?;
    let term = contract::term(&sold.contract);
    rules::check_reached(term, on)?;
    let from = holds_from(term, contract::period_type(&sold.offer), on.max(today));
    if term.is_over(from)
        && let Some((_, name)) = rules::renewed_by(writing, sold.contract.id())?
    {
        return Err(Refusal::ContractRenewed { name }.into());
    }
    agree(writing, actor, sold, (from, price), None)
}

/// Lets a price hold from a day on, and on the renewal where the price was the same until now; notes say which it was, and
/// what else is said.
fn agree(
    writing: &Writing<'_>,
    actor: &Actor,
    here: &OnContract,
    (from, price): (Date, Price),
    said: Option<String>,
) -> Result<(), OperationError> {
    let next = renewed::after(writing, here)?;
    let on = next
        .as_ref()
        .map_or(from, |next| from.max(contract::start(&next.contract)));
    let was = agreed(writing, here, on)?;
    put(writing, here, from, price)?;
    // A price that another one replaces before the renewal begins isn't its price.
    let is_another = was != Some(price) && agreed(writing, here, on)? == Some(price);
    let next = next.filter(|_| is_another);
    let follows = match &next {
        Some(next) => agreed(writing, next, on)? == was,
        None => false,
    };
    let to = next.as_ref().map(|next| match follows {
        true => renewed::carried_to(next, on),
        false => format!(
            "“{}” renews this contract at a price of its own, which stays.",
            renewed::name(next)
        ),
    });
    let lines: Vec<_> = [Some(format!("{from}: {price}")), said, to]
        .into_iter()
        .flatten()
        .collect();
    notes::add(writing, actor, here.contract.id(), here.name(), &lines.join("\n"))?;
    segments::rewrite(writing, company_of(&here.contract), here.id(), from)?;
    match next {
        Some(next) if follows => agree(writing, actor, &next, (on, price), Some(renewed::carried_from(here))),
        Some(next) => {
            let old = renewed::name(here);
            let text = format!("{from}: {price} on “{old}”, which this contract renews. The price here stays.");
            notes::add(writing, actor, next.contract.id(), next.name(), &text)
        }
        None => Ok(()),
    }
}

/// What a unit costs in a period that begins on that day.
fn agreed(writing: &Writing<'_>, sold: &OnContract, on: Date) -> Result<Option<Price>, StoreError> {
    let all = ledger::open(writing, company_of(&sold.contract), |known| known.id == sold.id())?;
    let day = Period { first: on, last: on };
    Ok(all.first().map(|known| known.prices.of(day)))
}

/// Writes down that a price holds from a day on, and shows it.
fn put(writing: &Writing<'_>, sold: &OnContract, from: Date, price: Price) -> Result<(), OperationError> {
    begin(writing, sold.id(), from, price)?;
    let mut row = sold.row.clone();
    show(&mut row, price);
    if row != sold.row {
        writing.update(&sold.row, &row)?;
    }
    Ok(())
}

/// Writes down that a price holds from a day on.
///
/// # Errors
/// The database's.
pub fn begin(writing: &Writing<'_>, sold: i64, from: Date, price: Price) -> Result<(), StoreError> {
    let mut statement = writing.prepare_cached(
        "INSERT INTO contract_service_price (contract_service_id, from_day, unit_price) VALUES (?1, ?2, ?3)
         ON CONFLICT DO UPDATE SET unit_price = excluded.unit_price",
    )?;
    statement.execute((sold, from.to_string(), Value::decimal(price.amount())))?;
    Ok(())
}

/// Puts the price that was agreed on last into the fields of a service or bundle on a contract.
pub fn show(row: &mut Row, price: Price) {
    let amount = Value::decimal(price.amount());
    row.set("unitPrice", amount.clone());
    row.set("internalCurrencyUnitPrice", amount.clone());
    row.set("internalCurrencyAdjustedPrice", amount.clone());
    if *row.entity() != CONTRACT_SERVICE {
        row.set("adjustedPrice", amount);
    }
}
