//! Billing's values as the database has them: days as text, amounts in ten-thousandths, billed lines, spells of automation.

use crate::base::ids::CompanyId;
use crate::base::{Date, Timestamp};
use crate::domain::licence::{Beginning, Kind, Line, Spell};
use crate::domain::money::{Price, cents};
use crate::server::store::StoreError;
use rusqlite::{Connection, Row, params_from_iter};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

/// A day as the database has it.
pub(super) fn day(text: &str) -> Result<Date, StoreError> {
    Date::parse(text).map_err(|error| StoreError::Corrupt(format!("a day: {error}")))
}

/// An amount as the database has it: whole ten-thousandths.
pub(super) fn amount(stored: i64) -> Decimal {
    Decimal::new(stored, 4)
}

pub(super) fn price(stored: i64) -> Result<Price, StoreError> {
    Price::new(amount(stored), "unitPrice")
        .map_err(|refusal| StoreError::Corrupt(format!("the price {}: {refusal}", amount(stored))))
}

/// All rows of a statement whose `{}` stands for the condition that says whose.
pub(super) fn each<T>(
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
