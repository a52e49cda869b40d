//! Subscriptions of configuration items. Their periods follow from their days: each has a row, from the first day on.

use super::super::body::Body;
use super::super::{Caller, WriteError};
use super::{Draft, draft};
use crate::base::Date;
use crate::domain::licence::{Anchor, PeriodType, Term};
use crate::entities::{Row, SUBSCRIPTION_PERIOD, Value};
use crate::query::Filter;
use crate::records::contract;
use crate::server::store::{StoreError, Writing, rows};
use rust_decimal::Decimal;

/// How many periods a subscription may have: a hundred years of months.
const MOST: usize = 1200;

/// Creates or changes a subscription, and its periods with it.
pub fn write(writing: &Writing<'_>, caller: &Caller, body: Body) -> Result<i64, WriteError> {
    let Draft { before, mut row } = draft(writing, caller, body)?;
    let days = days(&row)?;
    let posted = match &before {
        Some(before) => posted(writing, before.id())?,
        None => Vec::new(),
    };
    if posted.iter().any(|day| !days.contains(day)) {
        let message = "effectiveDate, expirationDate and periodType must keep the periods that were posted.";
        return Err(WriteError::about("effectiveDate", message));
    }
    let number = Decimal::from(days.len());
    row.set(
        "totalPrice",
        Value::decimal(row.decimal("periodPrice").unwrap_or_default() * number),
    );
    row.set(
        "totalCost",
        Value::decimal(row.decimal("periodCost").unwrap_or_default() * number),
    );
    match &before {
        None => {
            writing.insert(&mut row)?;
        }
        Some(before) if *before != row => writing.update(before, &row)?,
        Some(_) => {}
    }
    put_periods(writing, &row, &days)?;
    Ok(row.id())
}

/// Removes a subscription of which nothing was posted.
pub fn delete(writing: &Writing<'_>, row: &Row) -> Result<(), WriteError> {
    if !posted(writing, row.id())?.is_empty() {
        let message = "The Subscription is in use and can't be deleted.";
        return Err(WriteError::about("id", message));
    }
    for period in periods(writing, row.id())? {
        writing.delete(&period)?;
    }
    Ok(writing.delete(row)?)
}

/// The first days of its periods.
fn days(row: &Row) -> Result<Vec<Date>, WriteError> {
    let (Some(start), Some(end)) = (
        contract::day(row, "effectiveDate"),
        contract::day(row, "expirationDate"),
    ) else {
        return Ok(Vec::new());
    };
    if end <= start {
        let message = "expirationDate must be later than effectiveDate.";
        return Err(WriteError::about("expirationDate", message));
    }
    let length = contract::period_type(row);
    if length == PeriodType::OneTime {
        return Ok(vec![start]);
    }
    let term = Term {
        start,
        end: Some(end),
        anchor: Anchor::ContractStart,
    };
    let days: Vec<Date> = term
        .periods_through(length, end)
        .take(MOST + 1)
        .map(|period| period.first)
        .collect();
    if days.len() > MOST {
        let message = format!("A subscription has {MOST} periods at most: expirationDate must be earlier.");
        return Err(WriteError::about("expirationDate", message));
    }
    Ok(days)
}

fn periods(writing: &Writing<'_>, subscription: i64) -> Result<Vec<Row>, WriteError> {
    let filter = Filter::eq(&SUBSCRIPTION_PERIOD, "subscriptionID", subscription).map_err(StoreError::from)?;
    Ok(rows::find(writing, &filter)?)
}

/// The first days of the periods that were posted.
fn posted(writing: &Writing<'_>, subscription: i64) -> Result<Vec<Date>, WriteError> {
    let periods = periods(writing, subscription)?;
    let posted = periods.iter().filter(|period| period.time("postedDate").is_some());
    Ok(posted
        .filter_map(|period| contract::day(period, "periodDate"))
        .collect())
}

/// Brings the rows of the periods in line with their days. What was posted stays as it was.
fn put_periods(writing: &Writing<'_>, subscription: &Row, days: &[Date]) -> Result<(), WriteError> {
    let mut there = periods(writing, subscription.id())?;
    for day in days {
        let place = there
            .iter()
            .position(|period| contract::day(period, "periodDate") == Some(*day));
        let before = place.map(|place| there.swap_remove(place));
        if before
            .as_ref()
            .is_some_and(|before| before.time("postedDate").is_some())
        {
            continue;
        }
        let mut row = before.clone().unwrap_or_else(|| Row::new(&SUBSCRIPTION_PERIOD));
        row.set("subscriptionID", subscription.id());
        row.set("periodDate", day.midnight());
        row.set("periodPrice", subscription.get("periodPrice").clone());
        row.set("periodCost", subscription.decimal("periodCost").unwrap_or_default());
        row.set("purchaseOrderNumber", subscription.get("purchaseOrderNumber").clone());
        match before {
            None => {
                writing.insert(&mut row)?;
            }
            Some(before) if before != row => writing.update(&before, &row)?,
            Some(_) => {}
        }
    }
    for period in there {
        writing.delete(&period)?;
    }
    Ok(())
}
