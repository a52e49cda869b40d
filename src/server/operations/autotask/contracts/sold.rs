//! Services and bundles on contracts. A service's price there comes with its adjustments; a bundle's stands in its row.

use super::super::body::Body;
use super::super::{Caller, WriteError};
use super::{Draft, draft};
use crate::base::ids::ContractId;
use crate::domain::money::Price;
use crate::entities::{CONTRACT_SERVICE, CONTRACT_SERVICE_BUNDLE, Row};
use crate::server::operations::OperationError;
use crate::server::operations::billing::segments;
use crate::server::operations::contracts::sell::{self, Beginning};
use crate::server::operations::contracts::{self, OnContract, prices};
use crate::server::store::Writing;
use crate::server::store::zones;

/// What a bundle costs on a contract: what was agreed on for it, else its own price.
const PRICES: [&str; 2] = ["adjustedPrice", "unitPrice"];

/// Puts a service or a bundle on a contract, or changes what is said of it there.
pub fn write(writing: &Writing<'_>, caller: &Caller, body: Body) -> Result<i64, WriteError> {
    let Draft { before, mut row } = draft(writing, caller, body)?;
    let Some(before) = before else {
        let contract = contracts::get(writing, ContractId(row.integer("contractID").unwrap_or_default()))?;
        let beginning = Beginning {
            price: price(&row, |_| true)?,
            ..Beginning::default()
        };
        let sold = sell::put(writing, &caller.actor, &contract, &mut row, beginning)?;
        return Ok(sold.id());
    };
    let price = price(&row, |name| before.get(name) != row.get(name))?;
    if *row.entity() == CONTRACT_SERVICE_BUNDLE {
        // Another price holds from the next period on, and is put there by who knows when that is.
        for name in PRICES {
            row.set(name, before.get(name).clone());
        }
    }
    if row != before {
        writing.update(&before, &row)?;
    }
    let today = zones::today(writing, writing.at())?;
    if *row.entity() == CONTRACT_SERVICE && row.get("unitCost") != before.get("unitCost") {
        let contract = contracts::get(writing, ContractId(row.integer("contractID").unwrap_or_default()))?;
        segments::rewrite(writing, contracts::company_of(&contract), row.id(), today)?;
    }
    if let Some(price) = price {
        let sold = OnContract::get(writing, row.id())?;
        prices::change(writing, &caller.actor, &sold, price, today)?;
    }
    Ok(row.id())
}

/// The price that a bundle's row says, by the first of its fields that counts.
fn price(row: &Row, counts: impl Fn(&str) -> bool) -> Result<Option<Price>, OperationError> {
    if *row.entity() != CONTRACT_SERVICE_BUNDLE {
        return Ok(None);
    }
    let mut said = PRICES
        .into_iter()
        .filter(|name| counts(name))
        .filter_map(|name| row.decimal(name));
    Ok(said.next().map(|price| Price::new(price, "unitPrice")).transpose()?)
}
