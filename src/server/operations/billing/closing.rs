//! Closing periods for good (D-19): seen first, then closed with invoices in one write. A closed period never changes.

use super::client::statement;
use super::ledger::{self, Ledger};
use super::sold::{Computed, Sold};
use super::{invoices, overview, page};
use crate::base::Date;
use crate::base::ids::CompanyId;
use crate::domain::licence::{Kind, Line, PeriodType};
use crate::domain::money::cents;
use crate::domain::permission::Action;
use crate::domain::{Actor, Refusal};
use crate::entities::{BILLING_ITEM, COMPANY, CONTRACT_SERVICE_BUNDLE_UNIT, CONTRACT_SERVICE_UNIT, Row};
use crate::query::Filter;
use crate::records::administration::billing::{
    Closed, Closing, ClosingClient, ClosingPreview, ClosingQuestion, InvoiceSummary, LeftOut,
};
use crate::server::operations::administration::{Asker, Done, require, visible_company};
use crate::server::operations::{OperationError, Operations};
use crate::server::store::zones;
use crate::server::store::{StoreError, Writing, rows};
use rusqlite::Connection;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use serde_json::json;
use sha2::{Digest as _, Sha256};

/// Autotask's numbers of what was billed.
const RECURRING_SERVICE: i64 = 11;
const RECURRING_BUNDLE: i64 = 12;
/// And of whether it is a period's base or a change within it.
const PERIOD: i64 = 1;
const ADJUSTMENT: i64 = 2;

/// A client's periods that are to be closed.
struct ToClose {
    company: Row,
    ledger: Ledger,
    /// Places in the ledger, with what they come to.
    periods: Vec<(usize, Computed)>,
}

impl ToClose {
    fn sold(&self, place: usize) -> Option<&Sold> {
        self.ledger.sold.get(place)
    }

    /// Whether its invoice can be kept: amounts have their limit.
    fn fits(&self) -> bool {
        let mut totals = self.periods.iter().map(|(_, computed)| computed.total());
        stored(self.total()).is_ok() && totals.all(|total| stored(total).is_ok())
    }

    fn total(&self) -> Decimal {
        cents(self.periods.iter().map(|(_, computed)| computed.total()).sum())
    }
}

impl Operations {
    /// What closing would do now.
    ///
    /// # Errors
    /// `forbidden` for all but the provider's administrators; `period_not_over` for a day that isn't.
    pub async fn closing(&self, reader: Actor, question: ClosingQuestion) -> Result<ClosingPreview, OperationError> {
        let now = self.now();
        self.read(move |connection| {
            require(&reader, Action::ManageContracts)?;
            let today = zones::today(connection, now)?;
            let through = question.through.unwrap_or(today.previous());
            if let Some(company) = question.company {
                visible_company(connection, &reader, company)?;
            }
            seen(connection, through, question.company, today)
        })
        .await
    }
}

/// What closing all periods that ended until a day would do, one client's or everybody's.
///
/// # Errors
/// `period_not_over`.
pub fn seen(
    connection: &Connection,
    through: Date,
    company: Option<CompanyId>,
    today: Date,
) -> Result<ClosingPreview, OperationError> {
    let Open { clients, left_out } = open(connection, through, company, today)?;
    preview(connection, through, &clients, left_out, today)
}

/// Closes all periods that ended until a day, and makes an invoice a client.
///
/// # Errors
/// `period_not_over`; `nothing_to_close`; `preview_outdated` where something else would be closed than was seen, as where
/// somebody else closed it.
pub fn close(writing: &Writing<'_>, asker: &Asker, wanted: &Closing) -> Result<Done, OperationError> {
    let today = zones::today(writing, writing.at())?;
    if let Some(company) = wanted.company {
        visible_company(writing, &asker.actor, company)?;
    }
    let Open { clients, left_out } = open(writing, wanted.through, wanted.company, today)?;
    let preview = preview(writing, wanted.through, &clients, left_out, today)?;
    if preview.digest != wanted.seen {
        return Err(Refusal::PreviewOutdated.into());
    }
    if clients.is_empty() {
        return Err(Refusal::NothingToClose.into());
    }
    let mut invoices = Vec::with_capacity(clients.len());
    for client in &clients {
        invoices.push(close_client(writing, asker, client, wanted.through, &preview.currency)?);
    }
    let done = Closed {
        through: wanted.through,
        periods: preview.periods,
        total: preview.total,
        invoices,
    };
    let names: Vec<_> = preview.clients.iter().map(|client| client.name.as_str()).collect();
    Ok(Done {
        company: wanted.company,
        subject: names.join(", ").chars().take(200).collect(),
        before: json!({"through": wanted.through, "digest": preview.digest}),
        after: json!(done),
        answer: None,
    })
}

/// What can be closed.
struct Open {
    clients: Vec<ToClose>,
    left_out: Vec<LeftOut>,
}

/// The clients with something to close, by name; each with all of its open periods until that day. One whose invoice
/// couldn't be kept is left out, so that it stops nobody else's.
fn open(
    connection: &Connection,
    through: Date,
    company: Option<CompanyId>,
    today: Date,
) -> Result<Open, OperationError> {
    if through >= today {
        return Err(Refusal::PeriodNotOver.into());
    }
    let ledgers = match company {
        Some(company) => vec![(company, ledger::of(connection, company)?)],
        None => ledger::all(connection, overview::recent(today))?.into_iter().collect(),
    };
    let mut open = Vec::new();
    for (company, ledger) in ledgers {
        let periods = ledger.to_close(through);
        if !periods.is_empty() {
            let company = rows::get(connection, &COMPANY, company.0)?.ok_or(OperationError::NotFound)?;
            open.push(ToClose {
                company,
                ledger,
                periods,
            });
        }
    }
    open.sort_by_key(|client| (name(&client.company).to_lowercase(), client.company.id()));
    let (clients, others): (Vec<_>, Vec<_>) = open.into_iter().partition(ToClose::fits);
    let left_out = others.iter().map(|client| LeftOut {
        company: CompanyId(client.company.id()),
        name: name(&client.company).to_owned(),
    });
    Ok(Open {
        left_out: left_out.collect(),
        clients,
    })
}

fn name(company: &Row) -> &str {
    company.text("companyName").unwrap_or_default()
}

fn preview(
    connection: &Connection,
    through: Date,
    open: &[ToClose],
    left_out: Vec<LeftOut>,
    today: Date,
) -> Result<ClosingPreview, OperationError> {
    let of_client = |client: &ToClose| ClosingClient {
        company: CompanyId(client.company.id()),
        name: name(&client.company).to_owned(),
        statements: client
            .periods
            .iter()
            .filter_map(|(place, computed)| Some(statement(client.sold(*place)?, computed, today, None)))
            .collect(),
        total: client.total(),
    };
    let clients: Vec<_> = open.iter().map(of_client).collect();
    let currency = page::currency(connection)?;
    let seen = serde_json::to_vec(&(through, &currency, open.iter().map(lines).collect::<Vec<_>>()));
    let seen = seen.map_err(|error| StoreError::Corrupt(error.to_string()))?;
    let digest = Sha256::digest(seen);
    Ok(ClosingPreview {
        through,
        currency,
        periods: open.iter().map(|client| client.periods.len() as u64).sum(),
        total: cents(open.iter().map(ToClose::total).sum()),
        clients,
        left_out,
        digest: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
    })
}

/// What of a client is decided by closing: who, which periods, which lines.
fn lines(client: &ToClose) -> serde_json::Value {
    let periods = client.periods.iter().filter_map(|(place, computed)| {
        let sold = client.sold(*place)?;
        Some(json!([
            sold.id,
            computed.statement.period.first,
            computed.statement.lines
        ]))
    });
    json!([client.company.id(), periods.collect::<Vec<_>>()])
}

fn close_client(
    writing: &Writing<'_>,
    asker: &Asker,
    client: &ToClose,
    through: Date,
    currency: &str,
) -> Result<InvoiceSummary, OperationError> {
    let invoice = invoices::insert(writing, asker, &client.company, through, client.total(), currency)?;
    for (place, computed) in &client.periods {
        let Some(sold) = client.sold(*place) else { continue };
        let closed = insert_period(writing, asker, sold, computed, invoice.id)?;
        for line in &computed.statement.lines {
            writing.insert(&mut item(writing, sold, line, closed, invoice.id))?;
        }
        approve_units(writing, sold, computed)?;
    }
    Ok(invoice)
}

fn insert_period(
    writing: &Writing<'_>,
    asker: &Asker,
    sold: &Sold,
    computed: &Computed,
    invoice: i64,
) -> Result<i64, OperationError> {
    let period = computed.statement.period;
    writing
        .prepare_cached(
            "INSERT INTO closed_period (company_id, contract_id, contract_service_id, starts, ends, total, invoice_id,
               closed_at, by_person, by_name) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?
        .execute((
            sold.contract.company.0,
            sold.contract.id.0,
            sold.id,
            period.first.to_string(),
            period.last.to_string(),
            stored(computed.total())?,
            invoice,
            writing.at().millis(),
            asker.actor.person.to_string(),
            &asker.actor.name,
        ))?;
    Ok(writing.last_insert_rowid())
}

/// An amount as the database has it.
pub(super) fn stored(amount: Decimal) -> Result<i64, OperationError> {
    let scaled = amount
        .checked_mul(Decimal::from(10_000))
        .and_then(|scaled| scaled.to_i64());
    scaled.ok_or_else(|| StoreError::Corrupt(format!("the amount {amount} is too large to be kept")).into())
}

/// A line as a row for whoever takes over what was billed.
fn item(writing: &Writing<'_>, sold: &Sold, line: &Line, closed: i64, invoice: i64) -> Row {
    let mut row = Row::new(&BILLING_ITEM);
    let is_bundle = sold.offer.is_bundle;
    row.set(
        "billingItemType",
        if is_bundle { RECURRING_BUNDLE } else { RECURRING_SERVICE },
    );
    row.set("subType", if line.kind == Kind::Base { PERIOD } else { ADJUSTMENT });
    row.set("companyID", sold.contract.company.0);
    row.set("contractID", sold.contract.id.0);
    row.set(
        if is_bundle {
            "contractServiceBundleID"
        } else {
            "contractServiceID"
        },
        sold.id,
    );
    row.set(if is_bundle { "serviceBundleID" } else { "serviceID" }, sold.offer.id);
    row.set("billingCodeID", sold.offer.billing_code);
    row.set("itemName", sold.offer.name.as_str());
    row.set("description", sold.contract.name.as_str());
    row.set("lineItemFullDescription", sold.offer.invoice_description.as_deref());
    row.set("itemDate", line.on.midnight());
    row.set("postedDate", writing.at());
    row.set("quantity", Decimal::from(line.units));
    row.set("rate", line.unit_price.amount());
    row.set("extendedPrice", line.amount);
    row.set("totalAmount", line.amount);
    row.set("nonBillable", 0_i64);
    row.set("invoiceID", invoice);
    row.set("lineKind", line.kind.word());
    row.set("lineDay", line.on.midnight());
    row.set("days", line.days);
    row.set("periodDays", line.period_days);
    row.set("closedPeriodID", closed);
    row
}

/// Marks the segments of a closed period as posted.
fn approve_units(writing: &Writing<'_>, sold: &Sold, computed: &Computed) -> Result<(), OperationError> {
    if sold.offer.length == PeriodType::OneTime {
        return Ok(());
    }
    let (entity, field) = if sold.offer.is_bundle {
        (&CONTRACT_SERVICE_BUNDLE_UNIT, "contractServiceBundleID")
    } else {
        (&CONTRACT_SERVICE_UNIT, "contractServiceID")
    };
    let found = rows::find(writing, &Filter::eq(entity, field, sold.id).map_err(StoreError::from)?)?;
    let period = computed.statement.period;
    let within = |row: &&Row| row.time("startDate").is_some_and(|start| period.contains(start.date()));
    for before in found.iter().filter(within) {
        let mut row = before.clone();
        row.set("approveAndPostDate", writing.at());
        writing.update(before, &row)?;
    }
    Ok(())
}
