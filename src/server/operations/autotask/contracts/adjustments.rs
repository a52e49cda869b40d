//! Changes of units, and of what a unit costs, on a contract. The service is named by its place on the contract, or by
//! contract and service; where the contract has no such service, it gets it.

use super::super::body::{self, integer};
use super::super::{Caller, WriteError, plain};
use crate::base::Date;
use crate::base::ids::ContractId;
use crate::domain::money::Price;
use crate::entities::{
    CONTRACT_SERVICE, CONTRACT_SERVICE_ADJUSTMENT, CONTRACT_SERVICE_BUNDLE, Entity, FieldError, Partial, Row, Value,
};
use crate::query::Filter;
use crate::records::contract;
use crate::server::operations::OperationError;
use crate::server::operations::billing::segments;
use crate::server::operations::contracts::sell::{self, Beginning};
use crate::server::operations::contracts::units::{self, Change};
use crate::server::operations::contracts::{self, OnContract, prices};
use crate::server::store::{StoreError, Writing, rows};

/// How an adjustment's fields name what it is about.
struct Named {
    entity: &'static Entity,
    on_contract: &'static str,
    offer: &'static str,
    repeats: &'static str,
}

const SERVICES: Named = Named {
    entity: &CONTRACT_SERVICE,
    on_contract: "contractServiceID",
    offer: "serviceID",
    repeats: "allowRepeatService",
};
const BUNDLES: Named = Named {
    entity: &CONTRACT_SERVICE_BUNDLE,
    on_contract: "contractServiceBundleID",
    offer: "serviceBundleID",
    repeats: "allowRepeatServiceBundle",
};

/// Carries an adjustment out, and keeps it as it was asked for.
pub fn create(writing: &Writing<'_>, caller: &Caller, values: Partial) -> Result<i64, WriteError> {
    let mut row = plain::prepared(writing, caller, values.clone())?;
    let named = if *row.entity() == CONTRACT_SERVICE_ADJUSTMENT {
        &SERVICES
    } else {
        &BUNDLES
    };
    let from = contract::day(&row, "effectiveDate").ok_or(FieldError::Required { field: "effectiveDate" })?;
    let delta = row.integer("unitChange").unwrap_or_default();
    let price = row
        .decimal("adjustedUnitPrice")
        .map(|price| Price::new(price, "adjustedUnitPrice"));
    let price = price.transpose().map_err(OperationError::from)?;
    let cost = cost(&row)?;
    if delta == 0 && price.is_none() && cost.is_none() {
        return Err(FieldError::Required { field: "unitChange" }.into());
    }
    let sold = match place(writing, named, &values)? {
        Place::There(sold) => {
            if let Some(price) = price {
                prices::change(writing, &caller.actor, &sold, price, from)?;
            }
            // With the price that it has now.
            OnContract::get(writing, sold.id())?
        }
        Place::New(contract) => begin(writing, caller, named, &contract, &values, price)?,
    };
    let sold = match cost {
        Some(cost) => put_cost(writing, sold, cost, from)?,
        None => sold,
    };
    adjust(writing, caller, &sold, delta, from)?;
    row.set("contractID", sold.contract.id());
    row.set(named.on_contract, sold.id());
    row.set(named.offer, sold.offer.id());
    Ok(writing.insert(&mut row)?)
}

/// What a unit of a service costs the provider from now on; bundles have no cost of their own.
fn cost(row: &Row) -> Result<Option<Price>, OperationError> {
    let cost = match *row.entity() == CONTRACT_SERVICE_ADJUSTMENT {
        true => row.decimal("adjustedUnitCost"),
        false => None,
    };
    Ok(cost.map(|cost| Price::new(cost, "adjustedUnitCost")).transpose()?)
}

/// Keeps that cost with the service on its contract, and in its units from the period of a day on.
fn put_cost(writing: &Writing<'_>, mut sold: OnContract, cost: Price, from: Date) -> Result<OnContract, WriteError> {
    let before = sold.row.clone();
    sold.row.set("unitCost", Value::decimal(cost.amount()));
    if sold.row != before {
        writing.update(&before, &sold.row)?;
        segments::rewrite(writing, contracts::company_of(&sold.contract), sold.id(), from)?;
    }
    Ok(sold)
}

fn adjust(writing: &Writing<'_>, caller: &Caller, sold: &OnContract, delta: i64, from: Date) -> Result<(), WriteError> {
    if delta == 0 {
        return Ok(());
    }
    let change = Change { delta, from, note: "" };
    Ok(units::change(writing, &caller.actor, sold, change)?)
}

/// What is adjusted.
enum Place {
    /// Something that stands on its contract.
    There(OnContract),
    /// Something that this contract has yet to get.
    New(Row),
}

fn place(writing: &Writing<'_>, named: &Named, values: &Partial) -> Result<Place, WriteError> {
    let contract = integer(values, "contractID");
    if let Some(id) = integer(values, named.on_contract) {
        let sold = OnContract::get(writing, id)?;
        return match contract.is_none_or(|contract| contract == sold.contract.id()) {
            true => Ok(Place::There(sold)),
            false => {
                let message = format!("{} {id} is not on the contract of contractID.", named.on_contract);
                Err(WriteError::about(named.on_contract, message))
            }
        };
    }
    let required = |field| FieldError::Required { field };
    let contract = contract.ok_or(required("contractID"))?;
    let offer = integer(values, named.offer).ok_or(required(named.offer))?;
    let on_contract = Filter::eq(named.entity, "contractID", contract).map_err(StoreError::from)?;
    let filter = on_contract.and(Filter::eq(named.entity, named.offer, offer).map_err(StoreError::from)?);
    let found = rows::find(writing, &filter)?;
    let repeats = matches!(values.get(named.repeats), Some(Value::Boolean(true)));
    match found.as_slice() {
        [one] => Ok(Place::There(OnContract::get(writing, one.id())?)),
        [_, ..] if !repeats => {
            let message = format!(
                "The contract has this service more than once: {} must say which, or {} be true.",
                named.on_contract, named.repeats
            );
            Err(WriteError::about(named.on_contract, message))
        }
        _ => Ok(Place::New(contracts::get(writing, ContractId(contract))?)),
    }
}

fn begin(
    writing: &Writing<'_>,
    caller: &Caller,
    named: &Named,
    contract: &Row,
    values: &Partial,
    price: Option<Price>,
) -> Result<OnContract, WriteError> {
    let mut row = Row::new(named.entity);
    row.set(named.offer, body::integer(values, named.offer));
    let beginning = Beginning {
        price,
        ..Beginning::default()
    };
    Ok(sell::put(writing, &caller.actor, contract, &mut row, beginning)?)
}
