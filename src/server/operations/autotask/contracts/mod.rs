//! Contracts, what is sold by them, configuration items and subscriptions by Autotask's routes. What is a rule of contracts
//! stands in `operations/contracts`, where Tandem's own acts come too; here is what Autotask says besides.

mod adjustments;
mod amounts;
mod catalogue;
mod contract;
mod items;
mod prepaid;
mod rates;
mod sold;
mod subscriptions;

pub use amounts::check as check_amounts;

use super::body::Body;
use super::draft::{Draft, draft, save};
use super::{Caller, WriteError};
use crate::base::ids::CompanyId;
use crate::domain::permission::Action;
use crate::entities::{
    BILLING_ITEM, CONFIGURATION_ITEM, CONTRACT, CONTRACT_BLOCK, CONTRACT_NOTE, CONTRACT_RATE, CONTRACT_RETAINER,
    CONTRACT_SERVICE, CONTRACT_SERVICE_ADJUSTMENT, CONTRACT_SERVICE_BUNDLE, CONTRACT_SERVICE_BUNDLE_ADJUSTMENT,
    CONTRACT_TICKET_PURCHASE, Entity, Row, SERVICE, SERVICE_BUNDLE, SERVICE_BUNDLE_SERVICE, SUBSCRIPTION, Write,
};
use crate::server::operations::OperationError;
use crate::server::operations::administration::{Done, audit, require};
use crate::server::store::{Writing, rows};
use serde_json::json;

/// Who writes rows of an entity here.
#[derive(Clone, Copy)]
enum Writer {
    Contract,
    Sold,
    Adjustment,
    Prepaid,
    Rate,
    Catalogue,
    Item,
    Subscription,
    /// As they are: notes of contracts, and the one field of what was billed that integrations write.
    Plain,
}

/// The entities that are written here.
const WRITERS: [(&Entity, Writer); 16] = [
    (&CONTRACT, Writer::Contract),
    (&CONTRACT_NOTE, Writer::Plain),
    (&CONTRACT_SERVICE, Writer::Sold),
    (&CONTRACT_SERVICE_ADJUSTMENT, Writer::Adjustment),
    (&CONTRACT_SERVICE_BUNDLE, Writer::Sold),
    (&CONTRACT_SERVICE_BUNDLE_ADJUSTMENT, Writer::Adjustment),
    (&CONTRACT_BLOCK, Writer::Prepaid),
    (&CONTRACT_RETAINER, Writer::Prepaid),
    (&CONTRACT_TICKET_PURCHASE, Writer::Prepaid),
    (&CONTRACT_RATE, Writer::Rate),
    (&SERVICE, Writer::Catalogue),
    (&SERVICE_BUNDLE, Writer::Catalogue),
    (&SERVICE_BUNDLE_SERVICE, Writer::Catalogue),
    (&BILLING_ITEM, Writer::Plain),
    (&CONFIGURATION_ITEM, Writer::Item),
    (&SUBSCRIPTION, Writer::Subscription),
];

fn writer(entity: &Entity) -> Option<Writer> {
    let known = WRITERS.iter().find(|(known, _)| *known == entity);
    known.map(|(_, writer)| *writer)
}

/// Whether rows of this entity are written here.
pub fn has(entity: &Entity) -> bool {
    writer(entity).is_some()
}

/// Creates or changes a row.
pub fn write(writing: &Writing<'_>, caller: &Caller, body: Body) -> Result<i64, WriteError> {
    let entity = body.entity();
    check_level(caller, entity)?;
    let before = match body.write {
        Write::Create => None,
        Write::Update | Write::Replace => rows::get(writing, entity, body.target()?)?,
    };
    let id = written(writing, caller, body)?;
    let after = rows::get(writing, entity, id)?;
    log(writing, caller, entity, before.as_ref(), after.as_ref())?;
    Ok(id)
}

fn written(writing: &Writing<'_>, caller: &Caller, body: Body) -> Result<i64, WriteError> {
    match writer(body.entity()).ok_or(OperationError::NotFound)? {
        Writer::Contract => contract::write(writing, caller, body),
        Writer::Sold => sold::write(writing, caller, body),
        Writer::Adjustment => adjustments::create(writing, caller, body.values),
        Writer::Prepaid => prepaid::write(writing, caller, body),
        Writer::Rate => rates::write(writing, caller, body),
        Writer::Catalogue => catalogue::write(writing, caller, body),
        Writer::Item => items::write(writing, caller, body),
        Writer::Subscription => subscriptions::write(writing, caller, body),
        Writer::Plain => save(writing, draft(writing, caller, body)?),
    }
}

/// Removes a row.
pub fn delete(writing: &Writing<'_>, caller: &Caller, row: &Row) -> Result<i64, WriteError> {
    check_level(caller, row.entity())?;
    match writer(row.entity()) {
        Some(Writer::Subscription) => subscriptions::delete(writing, row)?,
        Some(Writer::Catalogue) => catalogue::delete(writing, row)?,
        _ => return Err(OperationError::NotFound.into()),
    }
    log(writing, caller, row.entity(), Some(row), None)?;
    Ok(row.id())
}

/// Writes into the log of administrative acts what a program changed; devices are no administration.
fn log(
    writing: &Writing<'_>,
    caller: &Caller,
    entity: &Entity,
    before: Option<&Row>,
    after: Option<&Row>,
) -> Result<(), OperationError> {
    if *entity == CONFIGURATION_ITEM {
        return Ok(());
    }
    let row = after.or(before);
    let known = |name: &str| row.filter(|row| row.entity().field(name).is_some());
    let text = |name: &str| known(name).and_then(|row| row.text(name)).map(str::to_owned);
    let company = known("companyID").and_then(|row| row.integer("companyID"));
    let done = Done {
        company: company.map(CompanyId),
        subject: text("contractName")
            .or_else(|| text("name"))
            .unwrap_or_else(|| entity.name.to_owned()),
        before: json!({ "entity": entity.name, "row": before }),
        after: json!({ "entity": entity.name, "row": after }),
        answer: None,
    };
    audit::append(writing, &caller.asker(), "write_contract_data", &done)
}

/// Contracts and what is sold are the administrators' matter (2.7); devices are everybody's at the provider.
fn check_level(caller: &Caller, entity: &Entity) -> Result<(), WriteError> {
    if *entity == CONFIGURATION_ITEM {
        return Ok(());
    }
    Ok(require(&caller.actor, Action::ManageContracts)?)
}
