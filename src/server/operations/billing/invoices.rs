//! Invoices, and the reports that a client's people may read as far as their level and the client's settings let them
//! (TF-20, TF-21, CP-06, D-42).

use super::closing::stored;
use super::stored::{self, BILLED_LINE, StoredLine};
use super::{spells, standing};
use crate::base::ids::CompanyId;
use crate::base::{Date, Timestamp};
use crate::domain::licence::Period;
use crate::domain::money::cents;
use crate::domain::permission::{Action, Permission, permission};
use crate::domain::{Actor, Refusal, SecurityLevel};
use crate::entities::{COMPANY, Row};
use crate::records::administration::billing::{
    BlockReport, ContractKind, Invoice, InvoiceLine, InvoicePage, InvoiceSection, InvoiceSummary,
};
use crate::server::operations::administration::{Asker, visible_company};
use crate::server::operations::{OperationError, Operations};
use crate::server::store::seed::OWN_COMPANY;
use crate::server::store::zones;
use crate::server::store::{StoreError, Writing, rows};
use rusqlite::{Connection, OptionalExtension as _};
use rust_decimal::Decimal;

/// How many invoices are given at most: what a provider of thousands of clients makes in a month.
const MOST: usize = 5_000;

impl Operations {
    /// Invoices, the newest first: a client's, or everybody's.
    ///
    /// # Errors
    /// `forbidden` for whoever may not read what was billed; `not_found` for another client's.
    pub async fn invoices(&self, reader: Actor, company: Option<CompanyId>) -> Result<InvoicePage, OperationError> {
        self.read(move |connection| {
            let company = company.or_else(|| (reader.company.0 != OWN_COMPANY).then_some(reader.company));
            match company {
                Some(company) => require_finances(connection, &reader, company)?,
                None => require_provider(&reader)?,
            }
            page(connection, company)
        })
        .await
    }

    /// One invoice with its lines.
    ///
    /// # Errors
    /// As [`Operations::invoices`].
    pub async fn invoice(&self, reader: Actor, id: i64) -> Result<Invoice, OperationError> {
        self.read(move |connection| {
            let (summary, made) = summary(connection, id)?.ok_or(OperationError::NotFound)?;
            require_finances(connection, &reader, summary.company)?;
            Ok(Invoice {
                provider: match made.provider {
                    Some(name) => name,
                    // It was made before the name was kept.
                    None => provider(connection)?,
                },
                by_name: (reader.company.0 == OWN_COMPANY).then_some(made.by_name),
                sections: sections(connection, id)?,
                summary,
            })
        })
        .await
    }

    /// The Client Block report: bought, used and left of every prepaid contract.
    ///
    /// # Errors
    /// As [`Operations::invoices`].
    pub async fn block_report(&self, reader: Actor, company: CompanyId) -> Result<BlockReport, OperationError> {
        let now = self.now();
        self.read(move |connection| {
            require_finances(connection, &reader, company)?;
            let row = visible_company(connection, &reader, company)?;
            let today = zones::today(connection, now)?;
            let spells = spells::saved(connection, company)?;
            let mut contracts = standing::contracts(connection, company, &spells, today)?;
            contracts.retain(|contract| !matches!(contract.kind, ContractKind::Recurring | ContractKind::Other));
            Ok(BlockReport {
                company,
                company_name: row.text("companyName").unwrap_or_default().to_owned(),
                today,
                contracts,
            })
        })
        .await
    }
}

/// Refuses whoever may not read what a company is billed: another client's people, levels without that right, and
/// people with a Taskfire level where the client's setting hides it (D-42).
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn require_finances(connection: &Connection, reader: &Actor, company: CompanyId) -> Result<(), OperationError> {
    let row = visible_company(connection, reader, company)?;
    let may = match permission(reader.level, Action::ViewFinancialReports) {
        Permission::Yes => true,
        // Of the Taskfire levels only the administrator's has the right, which the setting takes away (TF-21).
        Permission::IfLevelAndNotHidden => {
            reader.level == SecurityLevel::TaskfireAdministrator && row.boolean("isHideFinancials") != Some(true)
        }
        _ => false,
    };
    let is_own = reader.company.0 == OWN_COMPANY || reader.company == company;
    if may && is_own {
        Ok(())
    } else {
        Err(Refusal::Forbidden.into())
    }
}

fn require_provider(reader: &Actor) -> Result<(), OperationError> {
    super::super::administration::require(reader, Action::ManageContracts)
}

/// The provider's name as it is today.
fn provider(connection: &Connection) -> Result<String, StoreError> {
    let own = rows::get(connection, &COMPANY, OWN_COMPANY)?;
    let name = own.as_ref().and_then(|own| own.text("companyName"));
    Ok(name.unwrap_or_default().to_owned())
}

/// Adds an invoice; its number is the year with its own number.
pub(super) fn insert(
    writing: &Writing<'_>,
    asker: &Asker,
    company: &Row,
    through: Date,
    total: Decimal,
    currency: &str,
) -> Result<InvoiceSummary, OperationError> {
    use chrono::Datelike as _;
    let next: i64 = writing.query_row("SELECT coalesce(max(id), 0) + 1 FROM invoice", [], |row| row.get(0))?;
    let number = format!("{}-{next:05}", through.0.year());
    let name = company.text("companyName").unwrap_or_default();
    writing
        .prepare_cached(
            "INSERT INTO invoice (id, company_id, company_name, number, through, total, currency, closed_at, by_name,
               provider_name) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?
        .execute((
            next,
            company.id(),
            name,
            &number,
            through.to_string(),
            stored(total)?,
            currency,
            writing.at().millis(),
            &asker.actor.name,
            provider(writing)?,
        ))?;
    Ok(InvoiceSummary {
        id: next,
        number,
        company: CompanyId(company.id()),
        company_name: name.to_owned(),
        through,
        total,
        currency: currency.to_owned(),
        closed_at: writing.at(),
    })
}

const COLUMNS: &str =
    "id, number, company_id, company_name, through, total, currency, closed_at, by_name, provider_name";

/// An invoice as the database has it.
struct Stored {
    summary: InvoiceSummary,
    through: String,
    made: Made,
}

/// Who made an invoice: whoever closed its periods, in the name that the provider had then.
struct Made {
    by_name: String,
    provider: Option<String>,
}

impl Stored {
    fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            summary: InvoiceSummary {
                id: row.get(0)?,
                number: row.get(1)?,
                company: CompanyId(row.get(2)?),
                company_name: row.get(3)?,
                through: Date(chrono::NaiveDate::MIN),
                total: cents(stored::amount(row.get(5)?)),
                currency: row.get(6)?,
                closed_at: Timestamp::from_millis(row.get(7)?),
            },
            through: row.get(4)?,
            made: Made {
                by_name: row.get(8)?,
                provider: row.get(9)?,
            },
        })
    }

    fn checked(self) -> Result<(InvoiceSummary, Made), StoreError> {
        let through = stored::day(&self.through)?;
        Ok((
            InvoiceSummary {
                through,
                ..self.summary
            },
            self.made,
        ))
    }
}

fn page(connection: &Connection, company: Option<CompanyId>) -> Result<InvoicePage, OperationError> {
    let condition = if company.is_some() {
        "company_id = ?1"
    } else {
        "?1 IS NULL"
    };
    let select = format!(
        "SELECT {COLUMNS} FROM invoice WHERE {condition} ORDER BY id DESC LIMIT {}",
        MOST + 1
    );
    let mut statement = connection.prepare_cached(&select)?;
    let found = statement.query_map([company.map(|company| company.0)], Stored::read)?;
    let mut items = found
        .map(|stored| Ok(stored?.checked()?.0))
        .collect::<Result<Vec<_>, StoreError>>()?;
    let has_more = items.len() > MOST;
    items.truncate(MOST);
    Ok(InvoicePage { items, has_more })
}

fn summary(connection: &Connection, id: i64) -> Result<Option<(InvoiceSummary, Made)>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("SELECT {COLUMNS} FROM invoice WHERE id = ?1"))?;
    let stored = statement.query_row([id], Stored::read).optional()?;
    stored.map(Stored::checked).transpose()
}

fn sections(connection: &Connection, invoice: i64) -> Result<Vec<InvoiceSection>, OperationError> {
    let select = format!(
        "SELECT item.closed_period_id, closed.starts, closed.ends, item.description, item.item_name, item.id,
           item.line_item_full_description, {BILLED_LINE}
         FROM billing_item AS item JOIN closed_period AS closed ON closed.id = item.closed_period_id
         WHERE item.invoice_id = ?1 ORDER BY closed.contract_id, closed.contract_service_id, closed.starts, item.id"
    );
    let mut statement = connection.prepare_cached(&select)?;
    let mut found = statement.query([invoice])?;
    let mut sections: Vec<(i64, InvoiceSection)> = Vec::new();
    while let Some(row) = found.next()? {
        let closed: i64 = row.get(0)?;
        if sections.last().is_none_or(|(last, _)| *last != closed) {
            let text = |column| row.get::<_, Option<String>>(column).map(Option::unwrap_or_default);
            let period = Period {
                first: stored::day(&text(1)?)?,
                last: stored::day(&text(2)?)?,
            };
            let section = InvoiceSection {
                contract_name: text(3)?,
                service_name: text(4)?,
                description: row.get(6)?,
                period: period.into(),
                lines: Vec::new(),
                total: cents(Decimal::ZERO),
            };
            sections.push((closed, section));
        }
        let line = StoredLine::read(row, 7)?.line()?;
        if let Some((_, section)) = sections.last_mut() {
            section.total += line.amount;
            section.lines.push(InvoiceLine {
                id: row.get(5)?,
                kind: line.kind,
                on: line.on,
                units: line.units,
                days: line.days,
                period_days: line.period_days,
                unit_price: line.unit_price,
                amount: line.amount,
            });
        }
    }
    Ok(sections.into_iter().map(|(_, section)| section).collect())
}
