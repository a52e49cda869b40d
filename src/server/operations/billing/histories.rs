//! What happened to all that is sold: prices, changes of units, spells of automation, closed periods and what was
//! billed in them, read for one client or for all.

use super::sold::{Closed, Sold};
use super::stored::{self, BILLED_LINE, StoredLine, amount, day, each, price};
use crate::base::ids::CompanyId;
use crate::base::{Date, Timestamp};
use crate::domain::licence::{Line, Period, Prices, Spell, UnitChange, Units};
use crate::domain::money::{Price, cents};
use crate::server::store::StoreError;
use rusqlite::Connection;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, HashMap};

/// The histories of what is sold, by its id.
#[derive(Default)]
pub(super) struct Histories {
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

impl Histories {
    /// All of it; of closed periods that ended before that day the lines are left where they are.
    pub(super) fn read(
        connection: &Connection,
        company: Option<CompanyId>,
        lines_since: Option<Date>,
    ) -> Result<Self, StoreError> {
        let mut histories = Self::of_units(connection, company)?;
        histories.read_closed(connection, company, lines_since)?;
        histories.read_billed(connection, company)?;
        Ok(histories)
    }

    /// What units come from and what they cost: prices, changes by hand, spells of automation.
    fn of_units(connection: &Connection, company: Option<CompanyId>) -> Result<Self, StoreError> {
        let mut histories = Self::default();
        let owned = if company.is_some() { OWNED } else { "{}" };
        let of_contract = "contract.company_id";
        let select =
            format!("SELECT contract_service_id, from_day, unit_price FROM contract_service_price WHERE {owned}");
        let rows = each(connection, &select, of_contract, company, |row| {
            Ok((row.get(0)?, row.get::<_, String>(1)?, row.get(2)?))
        })?;
        for (sold, from, stored) in rows {
            histories
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
            histories
                .changes
                .entry(sold)
                .or_default()
                .push(UnitChange { on, delta });
        }
        histories.read_spells(connection, company)?;
        Ok(histories)
    }

    /// What the periods of a client that are still open come from: nothing of what was billed but which period of each was
    /// closed last.
    pub(super) fn of_open(connection: &Connection, company: CompanyId) -> Result<Self, StoreError> {
        let mut histories = Self::of_units(connection, Some(company))?;
        // Of the row with the newest end are the others too, as SQLite says of max().
        let select =
            "SELECT id, contract_service_id, starts, max(ends), total, invoice_id, closed_at FROM closed_period
                      WHERE {} GROUP BY contract_service_id";
        histories.read_periods(connection, select, Some(company), HashMap::new())?;
        Ok(histories)
    }

    fn read_spells(&mut self, connection: &Connection, company: Option<CompanyId>) -> Result<(), StoreError> {
        let select = "SELECT contract_service_id, from_day, until_day, starts_with FROM billing_automation
                      WHERE {} ORDER BY id";
        let rows = each(connection, select, "company_id", company, |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })?;
        for (sold, from, until, begins) in rows {
            self.spells
                .entry(sold)
                .or_default()
                .push(stored::spell(from, until, begins)?);
        }
        Ok(())
    }

    fn read_closed(
        &mut self,
        connection: &Connection,
        company: Option<CompanyId>,
        lines_since: Option<Date>,
    ) -> Result<(), StoreError> {
        let lines = billed_lines(connection, company, lines_since)?;
        let select =
            "SELECT id, contract_service_id, starts, ends, total, invoice_id, closed_at FROM closed_period WHERE {}";
        self.read_periods(connection, select, company, lines)
    }

    fn read_periods(
        &mut self,
        connection: &Connection,
        select: &str,
        company: Option<CompanyId>,
        mut lines: HashMap<i64, Vec<Line>>,
    ) -> Result<(), StoreError> {
        let rows = each(connection, select, "company_id", company, |row| {
            let days: (String, String) = (row.get(2)?, row.get(3)?);
            let billed: (i64, i64) = (row.get(4)?, row.get(5)?);
            Ok((row.get(0)?, row.get(1)?, days, billed, row.get(6)?))
        })?;
        for (id, sold, (first, last), (total, invoice), at) in rows {
            let period = Period {
                first: day(&first)?,
                last: day(&last)?,
            };
            let closed = Closed {
                id,
                period,
                total: cents(amount(total)),
                invoice,
                at: Timestamp::from_millis(at),
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
    pub(super) fn take(&mut self, sold: &mut Sold) {
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
