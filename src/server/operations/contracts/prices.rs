//! What a unit costs on a contract, from a day on. Another price holds from the next period (D-46).

use super::{OnContract, company_of, notes, rules};
use crate::base::Date;
use crate::domain::licence::price::holds_from;
use crate::domain::money::Price;
use crate::domain::{Actor, Refusal};
use crate::entities::{CONTRACT_SERVICE, Row, Value};
use crate::records::contract;
use crate::server::operations::OperationError;
use crate::server::operations::billing::segments;
use crate::server::store::zones;
use crate::server::store::{StoreError, Writing};

/// Lets another price hold from the period after that day's; a day that is past counts as today. Beyond the contract's
/// end it is the price that a renewal takes over; once there is one, the price is agreed there.
///
/// # Errors
/// `contract_renewed` for a price that would hold only after the contract was followed by another.
pub fn change(
    writing: &Writing<'_>,
    actor: &Actor,
    sold: &OnContract,
    price: Price,
    on: Date,
) -> Result<(), OperationError> {
    let today = zones::today(writing, writing.at())?;
    let term = contract::term(&sold.contract);
    let from = holds_from(term, contract::period_type(&sold.offer), on.max(today));
    if term.is_over(from)
        && let Some((_, name)) = rules::renewed_by(writing, sold.contract.id())?
    {
        return Err(Refusal::ContractRenewed { name }.into());
    }
    begin(writing, sold.id(), from, price)?;
    let mut row = sold.row.clone();
    show(&mut row, price);
    if row != sold.row {
        writing.update(&sold.row, &row)?;
    }
    let text = format!("{from}: {price}");
    notes::add(writing, actor, sold.contract.id(), sold.name(), &text)?;
    segments::rewrite(writing, company_of(&sold.contract), sold.id(), from)
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
