//! Everything that a client's amounts are computed from, read from the database in a few statements, for one client or
//! for all of them.

use super::sold::{Closed, Offer, Recurring, Sold};
use crate::base::ids::{CompanyId, ContactId, ContractId};
use crate::base::{Date, Timestamp};
use crate::domain::licence::{
    Anchor, Beginning, Ending, History, Kind, LicenceEvent, Line, Period, PeriodType, Prices, Spell, Term, UnitChange,
    Units,
};
use crate::domain::money::{Price, cents};
use crate::server::store::StoreError;
use crate::server::store::zones::Zones;
use rusqlite::{Connection, Row, params_from_iter};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use std::collections::{BTreeMap, HashMap};

/// Autotask's contract type of recurring services.
pub const RECURRING: i64 = 7;
/// What no end is on Autotask's routes (2.10).
const NO_END: &str = "2099-12-31";

/// What a client's amounts are computed from.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// Who held a licence when.
    pub history: History,
    /// What is sold to it, by contract.
    pub sold: Vec<Sold>,
}

/// The provider's day of that moment.
///
/// # Errors
/// The database's.
pub fn today(connection: &Connection, at: Timestamp) -> Result<Date, StoreError> {
    Ok(Zones::load(connection)?.at(at).date(at))
}

/// A client's.
///
/// # Errors
/// The database's.
pub fn of(connection: &Connection, company: CompanyId) -> Result<Ledger, StoreError> {
    Ok(read(connection, Some(company), None)?
        .remove(&company)
        .unwrap_or_default())
}

/// Every client's who has a recurring contract or a licence. Of closed periods that ended before that day the lines are
/// left where they are.
///
/// # Errors
/// The database's.
pub fn all(connection: &Connection, lines_since: Date) -> Result<BTreeMap<CompanyId, Ledger>, StoreError> {
    read(connection, None, Some(lines_since))
}

/// A day as the database has it.
pub(super) fn day(text: &str) -> Result<Date, StoreError> {
    Date::parse(text).map_err(|error| StoreError::Corrupt(format!("a day: {error}")))
}

/// An amount as the database has it: whole ten-thousandths.
pub(super) fn amount(stored: i64) -> Decimal {
    Decimal::new(stored, 4)
}

/// The last day of a contract; none for one without an end.
pub(super) fn end_of(stored: Option<i64>) -> Option<Date> {
    let end = stored.map(|millis| Timestamp::from_millis(millis).date())?;
    Some(end).filter(|end| end.to_string().as_str() < NO_END)
}

fn price(stored: i64) -> Result<Price, StoreError> {
    Price::new(amount(stored), "unitPrice")
        .map_err(|refusal| StoreError::Corrupt(format!("the price {}: {refusal}", amount(stored))))
}

fn read(
    connection: &Connection,
    company: Option<CompanyId>,
    lines_since: Option<Date>,
) -> Result<BTreeMap<CompanyId, Ledger>, StoreError> {
    let mut ledgers: BTreeMap<CompanyId, Ledger> = BTreeMap::new();
    for (company, events) in events(connection, company)? {
        ledgers.entry(company).or_default().history = History::new(events);
    }
    let mut parts = Parts::read(connection, company, lines_since)?;
    for mut sold in sold(connection, company)? {
        parts.take(&mut sold);
        let ledger = ledgers.entry(sold.contract.company).or_default();
        sold.count(&ledger.history);
        ledger.sold.push(sold);
    }
    Ok(ledgers)
}

/// All rows of a statement whose `{}` stands for the condition that says whose.
fn each<T>(
    connection: &Connection,
    select: &str,
    column: &str,
    company: Option<CompanyId>,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>, StoreError> {
    let condition = company.map_or_else(|| "1".to_owned(), |_| format!("{column} = ?1"));
    let mut statement = connection.prepare_cached(&select.replace("{}", &condition))?;
    let rows = statement.query_map(params_from_iter(company.map(|company| company.0)), read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What happened to licences, in order.
fn events(
    connection: &Connection,
    company: Option<CompanyId>,
) -> Result<BTreeMap<CompanyId, Vec<LicenceEvent>>, StoreError> {
    let select = "SELECT company_id, contact_id, day, is_licence FROM level_history
                  WHERE company_id IS NOT NULL AND {} ORDER BY id";
    let rows = each(connection, select, "company_id", company, |row| {
        Ok((
            CompanyId(row.get(0)?),
            ContactId(row.get(1)?),
            row.get::<_, String>(2)?,
            row.get(3)?,
        ))
    })?;
    let mut events: BTreeMap<CompanyId, Vec<LicenceEvent>> = BTreeMap::new();
    for (company, user, on, holds) in rows {
        let on = day(&on)?;
        events
            .entry(company)
            .or_default()
            .push(LicenceEvent { user, on, holds });
    }
    Ok(events)
}

/// Services and bundles on recurring contracts, still without their histories.
fn sold(connection: &Connection, company: Option<CompanyId>) -> Result<Vec<Sold>, StoreError> {
    let contract = "contract.id, contract.company_id, contract.contract_name, contract.start_date, contract.end_date,
                    contract.anchor, contract.status";
    let condition = format!("contract.contract_type = {RECURRING} AND contract.support_form IS NULL AND {{}}");
    let services = format!(
        "SELECT {contract}, sold.id, service.id, service.name, service.period_type, service.billing_code_id,
           coalesce(sold.unit_price, service.unit_price, 0), 0
         FROM contract JOIN contract_service AS sold ON sold.contract_id = contract.id
           JOIN service ON service.id = sold.service_id
         WHERE {condition} ORDER BY contract.id, sold.id"
    );
    let bundles = format!(
        "SELECT {contract}, sold.id, bundle.id, bundle.name, bundle.period_type, bundle.billing_code_id,
           coalesce(sold.adjusted_price, sold.unit_price, bundle.unit_price, 0), 1
         FROM contract JOIN contract_service_bundle AS sold ON sold.contract_id = contract.id
           JOIN service_bundle AS bundle ON bundle.id = sold.service_bundle_id
         WHERE {condition} ORDER BY contract.id, sold.id"
    );
    let mut all = Vec::new();
    for select in [services, bundles] {
        let rows = each(connection, &select, "contract.company_id", company, |row| {
            Ok((Stored::read(row)?, row.get::<_, i64>(12)?))
        })?;
        for (stored, price) in rows {
            all.push(stored.sold(price)?);
        }
    }
    all.sort_by_key(|sold| (sold.contract.id, sold.id));
    Ok(all)
}

/// A service on a contract as the database has it.
struct Stored {
    contract: Recurring,
    id: i64,
    offer: Offer,
}

impl Stored {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let start = Timestamp::from_millis(row.get::<_, Option<i64>>(3)?.unwrap_or_default()).date();
        let anchor: Option<String> = row.get(5)?;
        let term = Term {
            start,
            end: end_of(row.get(4)?),
            anchor: anchor.as_deref().and_then(Anchor::from_word).unwrap_or_default(),
        };
        let contract = Recurring {
            id: ContractId(row.get(0)?),
            company: CompanyId(row.get(1)?),
            name: row.get::<_, Option<String>>(2)?.unwrap_or_default(),
            term,
            is_active: row.get::<_, Option<i64>>(6)? == Some(1),
        };
        let offer = Offer {
            id: row.get(8)?,
            is_bundle: row.get(13)?,
            name: row.get::<_, Option<String>>(9)?.unwrap_or_default(),
            length: length(row.get(10)?),
            billing_code: row.get(11)?,
        };
        Ok(Self {
            contract,
            id: row.get(7)?,
            offer,
        })
    }

    fn sold(self, unit_price: i64) -> Result<Sold, StoreError> {
        let prices = Prices::new([(self.contract.term.start, price(unit_price)?)]);
        Ok(Sold {
            id: self.id,
            contract: self.contract,
            offer: self.offer,
            prices,
            by_hand: Units::new([], Ending::OnDay),
            spells: Vec::new(),
            licences: Units::new([], Ending::AfterDay),
            closed: BTreeMap::new(),
            billed: BTreeMap::new(),
        })
    }
}

/// A service's period by its number in Autotask; monthly where none is said.
pub fn length(period_type: Option<i64>) -> PeriodType {
    match period_type {
        Some(1) => PeriodType::OneTime,
        Some(3) => PeriodType::Quarterly,
        Some(4) => PeriodType::SemiAnnual,
        Some(5) => PeriodType::Yearly,
        _ => PeriodType::Monthly,
    }
}

/// The histories of what is sold, by its id.
#[derive(Default)]
struct Parts {
    prices: HashMap<i64, Vec<(Date, Price)>>,
    changes: HashMap<i64, Vec<UnitChange>>,
    spells: HashMap<i64, Vec<Spell>>,
    closed: HashMap<i64, BTreeMap<Date, Closed>>,
    billed: HashMap<i64, BTreeMap<Date, Decimal>>,
}

/// The companies of what is sold, in a condition.
const OWNED: &str = "contract_service_id IN (
    SELECT sold.id FROM contract_service AS sold JOIN contract ON contract.id = sold.contract_id WHERE {}
    UNION ALL
    SELECT sold.id FROM contract_service_bundle AS sold JOIN contract ON contract.id = sold.contract_id WHERE {})";

impl Parts {
    fn read(
        connection: &Connection,
        company: Option<CompanyId>,
        lines_since: Option<Date>,
    ) -> Result<Self, StoreError> {
        let mut parts = Self::default();
        let owned = if company.is_some() { OWNED } else { "{}" };
        let of_contract = "contract.company_id";
        let select =
            format!("SELECT contract_service_id, from_day, unit_price FROM contract_service_price WHERE {owned}");
        let rows = each(connection, &select, of_contract, company, |row| {
            Ok((row.get(0)?, row.get::<_, String>(1)?, row.get(2)?))
        })?;
        for (sold, from, stored) in rows {
            parts
                .prices
                .entry(sold)
                .or_default()
                .push((day(&from)?, price(stored)?));
        }
        let select = format!("SELECT contract_service_id, day, delta FROM unit_change WHERE {owned} ORDER BY id");
        let rows = each(connection, &select, of_contract, company, |row| {
            Ok((row.get(0)?, row.get::<_, String>(1)?, row.get(2)?))
        })?;
        for (sold, on, delta) in rows {
            let on = day(&on)?;
            parts.changes.entry(sold).or_default().push(UnitChange { on, delta });
        }
        parts.read_spells(connection, company)?;
        parts.read_closed(connection, company, lines_since)?;
        parts.read_billed(connection, company)?;
        Ok(parts)
    }

    fn read_spells(&mut self, connection: &Connection, company: Option<CompanyId>) -> Result<(), StoreError> {
        let select = "SELECT contract_service_id, from_day, until_day, starts_with FROM billing_automation
                      WHERE {} ORDER BY id";
        let rows = each(connection, select, "company_id", company, |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })?;
        for (sold, from, until, begins) in rows {
            self.spells.entry(sold).or_default().push(spell(from, until, begins)?);
        }
        Ok(())
    }

    fn read_closed(
        &mut self,
        connection: &Connection,
        company: Option<CompanyId>,
        lines_since: Option<Date>,
    ) -> Result<(), StoreError> {
        let mut lines = billed_lines(connection, company, lines_since)?;
        let select = "SELECT id, contract_service_id, starts, ends, total, invoice_id FROM closed_period WHERE {}";
        let rows = each(connection, select, "company_id", company, |row| {
            let days: (String, String) = (row.get(2)?, row.get(3)?);
            Ok((row.get(0)?, row.get(1)?, days, row.get::<_, i64>(4)?, row.get(5)?))
        })?;
        for (id, sold, (first, last), total, invoice) in rows {
            let period = Period {
                first: day(&first)?,
                last: day(&last)?,
            };
            let closed = Closed {
                id,
                period,
                total: cents(amount(total)),
                invoice,
                lines: lines.remove(&id).unwrap_or_default(),
            };
            self.closed.entry(sold).or_default().insert(period.first, closed);
        }
        Ok(())
    }

    fn read_billed(&mut self, connection: &Connection, company: Option<CompanyId>) -> Result<(), StoreError> {
        // A correction counts for the period that it corrects.
        let select = "SELECT closed.contract_service_id, closed.starts,
                        CASE item.line_kind WHEN 'correction' THEN item.line_day END, sum(item.total_amount)
                      FROM closed_period AS closed JOIN billing_item AS item ON item.closed_period_id = closed.id
                      WHERE {} GROUP BY 1, 2, 3";
        let rows = each(connection, select, "closed.company_id", company, |row| {
            let first: (String, Option<i64>) = (row.get(1)?, row.get(2)?);
            Ok((row.get(0)?, first, row.get::<_, i64>(3)?))
        })?;
        for (sold, (first, corrected), billed) in rows {
            let first = match corrected {
                Some(millis) => Timestamp::from_millis(millis).date(),
                None => day(&first)?,
            };
            *self.billed.entry(sold).or_default().entry(first).or_default() += amount(billed);
        }
        Ok(())
    }

    /// Gives what is sold its part.
    fn take(&mut self, sold: &mut Sold) {
        if let Some(prices) = self.prices.remove(&sold.id) {
            sold.prices = Prices::new(prices);
        }
        if let Some(changes) = self.changes.remove(&sold.id) {
            sold.by_hand = Units::by_hand(changes);
        }
        sold.spells = self.spells.remove(&sold.id).unwrap_or_default();
        sold.closed = self.closed.remove(&sold.id).unwrap_or_default();
        sold.billed = self.billed.remove(&sold.id).unwrap_or_default();
    }
}

/// The lines of closed periods that ended on that day or later, by the closed period's id.
fn billed_lines(
    connection: &Connection,
    company: Option<CompanyId>,
    since: Option<Date>,
) -> Result<HashMap<i64, Vec<Line>>, StoreError> {
    let recent = since.map_or_else(String::new, |since| format!("AND closed.ends >= '{since}'"));
    let select = format!(
        "SELECT closed.id, {BILLED_LINE} FROM closed_period AS closed
           JOIN billing_item AS item ON item.closed_period_id = closed.id
         WHERE {{}} {recent} ORDER BY item.id"
    );
    let rows = each(connection, &select, "closed.company_id", company, |row| {
        Ok((row.get(0)?, StoredLine::read(row, 1)?))
    })?;
    let mut lines: HashMap<i64, Vec<Line>> = HashMap::new();
    for (closed, line) in rows {
        lines.entry(closed).or_default().push(line.line()?);
    }
    Ok(lines)
}

/// The columns of a billed line, as [`StoredLine`] reads them.
pub(super) const BILLED_LINE: &str =
    "item.line_kind, item.line_day, item.quantity, item.days, item.period_days, item.rate, item.total_amount";

/// A billed line as the database has it.
pub(super) struct StoredLine {
    kind: String,
    on: i64,
    units: i64,
    days: i64,
    period_days: i64,
    unit_price: i64,
    total: i64,
}

impl StoredLine {
    /// Reads it from a row whose column of that number is the first of its own.
    pub(super) fn read(row: &Row<'_>, first: usize) -> rusqlite::Result<Self> {
        Ok(Self {
            kind: row.get(first)?,
            on: row.get(first + 1)?,
            units: row.get(first + 2)?,
            days: row.get(first + 3)?,
            period_days: row.get(first + 4)?,
            unit_price: row.get(first + 5)?,
            total: row.get(first + 6)?,
        })
    }

    pub(super) fn line(self) -> Result<Line, StoreError> {
        let kind = Kind::from_word(&self.kind);
        Ok(Line {
            kind: kind.ok_or_else(|| StoreError::Corrupt(format!("a line of kind {}", self.kind)))?,
            on: Timestamp::from_millis(self.on).date(),
            units: amount(self.units).to_i64().unwrap_or_default(),
            days: self.days,
            period_days: self.period_days,
            unit_price: price(self.unit_price)?,
            amount: cents(amount(self.total)),
        })
    }
}

/// A spell of automation as the database has it.
pub(super) fn spell(from: String, until: Option<String>, begins: String) -> Result<Spell, StoreError> {
    let unknown = || StoreError::Corrupt(format!("automation that starts with {begins}"));
    Ok(Spell {
        first: day(&from)?,
        last: until.as_deref().map(day).transpose()?,
        begins: Beginning::from_word(&begins).ok_or_else(unknown)?,
    })
}
