//! The catalogue of services: what the provider sells period by period.

use crate::base::Date;
use crate::domain::licence::PeriodType;
use crate::domain::money::Price;
use crate::domain::{Actor, Refusal, Side, one_line};
use crate::entities::{Row, SERVICE, SERVICE_BUNDLE, Value};
use crate::query::Filter;
use crate::records::administration::contracts::{BundleLine, CataloguePage, ServiceFields, ServiceLine};
use crate::records::administration::seeing::{self, Seeing};
use crate::records::contract;
use crate::server::operations::administration::{Asker, Done, instance, seen};
use crate::server::operations::billing::reserved;
use crate::server::operations::{OperationError, Operations};
use crate::server::store::seed::REMOTE_SUPPORT;
use crate::server::store::zones;
use crate::server::store::{StoreError, Writing, rows};
use crate::server::visible;
use rusqlite::Connection;
use serde_json::{Value as Json, json};

impl Operations {
    /// The catalogue, by name.
    ///
    /// # Errors
    /// `forbidden` for who may not read prices.
    pub async fn catalogue(&self, actor: Actor) -> Result<CataloguePage, OperationError> {
        let now = self.now();
        self.read(move |connection| {
            require_prices(&actor)?;
            Ok(CataloguePage {
                currency: instance::settings(connection, now)?.currency,
                services: lines(connection, zones::today(connection, now)?)?,
            })
        })
        .await
    }
}

/// Prices are given to those of the provider's people who may read what is billed (2.7).
///
/// # Errors
/// `forbidden`.
pub fn require_prices(actor: &Actor) -> Result<(), OperationError> {
    if visible::reads_finances(actor) {
        Ok(())
    } else {
        Err(Refusal::Forbidden.into())
    }
}

/// Which contracts there are, and what is left of them, is for all of the provider's people to see.
///
/// # Errors
/// `forbidden`.
pub fn require_provider(actor: &Actor) -> Result<(), OperationError> {
    match actor.side() {
        Side::Autotask => Ok(()),
        Side::Taskfire => Err(Refusal::Forbidden.into()),
    }
}

/// Every service, those that can't be sold any more last.
///
/// # Errors
/// The database's.
pub fn lines(connection: &Connection, today: Date) -> Result<Vec<ServiceLine>, OperationError> {
    let found = rows::find(connection, &Filter::all(&SERVICE))?;
    let lines: Result<Vec<_>, OperationError> = found.iter().map(|row| line(connection, row, today)).collect();
    let mut lines = lines?;
    lines.sort_by_cached_key(|line| (!line.fields.is_active, line.fields.name.to_lowercase(), line.id));
    Ok(lines)
}

/// The bundles that are sold, by name.
///
/// # Errors
/// The database's.
pub fn bundles(connection: &Connection) -> Result<Vec<BundleLine>, OperationError> {
    let active = Filter::eq(&SERVICE_BUNDLE, "isActive", true).map_err(StoreError::from)?;
    let mut statement = connection.prepare_cached(
        "SELECT service.name FROM service_bundle_service AS part JOIN service ON service.id = part.service_id
         WHERE part.service_bundle_id = ?1 ORDER BY service.name",
    )?;
    let mut bundles = Vec::new();
    for row in rows::find(connection, &active)? {
        let services = statement.query_map([row.id()], |row| row.get(0))?;
        bundles.push(BundleLine {
            id: row.id(),
            name: row.text("name").unwrap_or_default().to_owned(),
            period: contract::period_type(&row),
            unit_price: price(&row, "unitPrice").unwrap_or(Price::ZERO),
            services: services.collect::<Result<_, _>>()?,
        });
    }
    bundles.sort_by_cached_key(|bundle| (bundle.name.to_lowercase(), bundle.id));
    Ok(bundles)
}

fn price(row: &Row, name: &'static str) -> Option<Price> {
    row.decimal(name).and_then(|price| Price::new(price, name).ok())
}

/// Makes a service.
///
/// # Errors
/// `required`, `out_of_range` and `not_printable` for its texts.
pub fn create(writing: &Writing<'_>, asker: &Asker, fields: &ServiceFields) -> Result<Done, OperationError> {
    let mut row = Row::new(&SERVICE);
    row.set("billingCodeID", REMOTE_SUPPORT);
    row.set("createDate", writing.at());
    row.set("creatorResourceID", asker.actor.person.number());
    put(&mut row, fields)?;
    stamp(&mut row, writing, asker);
    writing.insert(&mut row)?;
    done(writing, &row, Json::Null)
}

/// Edits a service. Contracts keep the prices that they have.
///
/// # Errors
/// As [`create`]; `stale`; `service_in_use` for the period of one that stands on a contract.
pub fn edit(
    writing: &Writing<'_>,
    asker: &Asker,
    service: i64,
    wanted: &Seeing<ServiceFields>,
) -> Result<Done, OperationError> {
    let before = rows::get(writing, &SERVICE, service)?.ok_or(OperationError::NotFound)?;
    let was = line(writing, &before, zones::today(writing, writing.at())?)?;
    seen::check(wanted, &was.fields)?;
    let mut row = before.clone();
    put(&mut row, &wanted.value)?;
    require_period_kept(writing, &before, &row)?;
    if row != before {
        stamp(&mut row, writing, asker);
        writing.update(&before, &row)?;
    }
    done(writing, &row, json!(was))
}

/// How often a service is billed stays once a contract carries it: its periods are counted by it.
///
/// # Errors
/// `service_in_use`.
pub fn require_period_kept(connection: &Connection, before: &Row, row: &Row) -> Result<(), OperationError> {
    if contract::period_type(before) != contract::period_type(row) && contracts(connection, row)? > 0 {
        return Err(Refusal::ServiceInUse.into());
    }
    Ok(())
}

/// On how many contracts a service or bundle stands.
///
/// # Errors
/// The database's.
pub fn contracts(connection: &Connection, offer: &Row) -> Result<u64, OperationError> {
    let select = if *offer.entity() == SERVICE {
        "SELECT count(DISTINCT contract_id) FROM contract_service WHERE service_id = ?1"
    } else {
        "SELECT count(DISTINCT contract_id) FROM contract_service_bundle WHERE service_bundle_id = ?1"
    };
    Ok(connection
        .prepare_cached(select)?
        .query_row([offer.id()], |row| row.get(0))?)
}

fn put(row: &mut Row, fields: &ServiceFields) -> Result<(), Refusal> {
    let name = one_line::checked("name", &fields.name, longest("name"))?;
    if name.is_empty() {
        return Err(Refusal::Required { field: "name" });
    }
    row.set("name", name);
    let description = one_line::checked("description", &fields.description, longest("description"))?;
    row.set("description", description);
    let on_invoice = one_line::checked(
        "invoiceDescription",
        &fields.invoice_description,
        longest("invoiceDescription"),
    )?;
    row.set("invoiceDescription", on_invoice);
    row.set("periodType", contract::period_number(fields.period));
    row.set("unitPrice", Value::decimal(fields.unit_price.amount()));
    row.set("unitCost", fields.unit_cost.map(|cost| cost.amount()));
    row.set("isActive", fields.is_active);
    Ok(())
}

fn longest(field: &str) -> usize {
    let length = SERVICE.field(field).map(|field| field.kind.length());
    usize::try_from(length.unwrap_or_default()).unwrap_or(usize::MAX)
}

fn stamp(row: &mut Row, writing: &Writing<'_>, asker: &Asker) {
    row.set("lastModifiedDate", writing.at());
    row.set("updateResourceID", asker.actor.person.number());
}

fn line(connection: &Connection, row: &Row, today: Date) -> Result<ServiceLine, OperationError> {
    let text = |name: &str| row.text(name).unwrap_or_default().to_owned();
    let period: PeriodType = contract::period_type(row);
    let fields = ServiceFields {
        name: text("name"),
        description: text("description"),
        invoice_description: text("invoiceDescription"),
        period,
        unit_price: price(row, "unitPrice").unwrap_or(Price::ZERO),
        unit_cost: price(row, "unitCost"),
        is_active: row.boolean("isActive") != Some(false),
    };
    Ok(ServiceLine {
        id: row.id(),
        seen: seeing::seen(&fields),
        fields,
        contracts: contracts(connection, row)?,
        is_reserved: reserved::is_reserved(connection, row.id(), today)?,
    })
}

fn done(writing: &Writing<'_>, row: &Row, before: Json) -> Result<Done, OperationError> {
    let after = line(writing, row, zones::today(writing, writing.at())?)?;
    Ok(Done {
        company: None,
        subject: after.fields.name.clone(),
        before,
        after: json!(after),
        answer: None,
    })
}
