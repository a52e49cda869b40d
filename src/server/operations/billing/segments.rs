//! The units of what is sold as dated segments (BLX-01): each billing period begins one, each change within it another.
//! They follow from the histories and are brought up to date in the write that changes one of these.

use super::ledger::{self, Ledger};
use super::sold::Sold;
use crate::base::ids::CompanyId;
use crate::base::{Date, Timestamp};
use crate::domain::licence::{Period, PeriodType};
use crate::domain::money::cents;
use crate::entities::{CONTRACT_SERVICE, CONTRACT_SERVICE_BUNDLE_UNIT, CONTRACT_SERVICE_UNIT, Entity, Row};
use crate::query::{Comparison, Filter};
use crate::records::contract::{self, kind::RECURRING_SERVICE};
use crate::server::operations::OperationError;
use crate::server::operations::contracts::notes;
use crate::server::store::zones;
use crate::server::store::{StoreError, Writing, rows};
use rusqlite::Connection;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Days on which the units are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Segment {
    days: Period,
    units: i64,
    /// What all of them cost for a whole period.
    price: Decimal,
}

/// Brings the segments of a service or a bundle on a contract up to date, from the period on that contains that day.
/// Closed periods keep theirs. Whoever changes units, a price or a contract's days calls this in the same write.
///
/// # Errors
/// The database's.
pub fn rewrite(writing: &Writing<'_>, company: CompanyId, sold: i64, from: Date) -> Result<(), OperationError> {
    let today = zones::today(writing, writing.at())?;
    for lacking in lacking(writing, company, from, |known| known.id == sold)? {
        lacking.write(writing, today)?;
    }
    Ok(())
}

/// The clients to which something is sold that runs on that day and has no segment for it: a period began since.
///
/// # Errors
/// The database's.
pub fn due(connection: &Connection, today: Date) -> Result<Vec<CompanyId>, StoreError> {
    let select = |sold: &str, offer: &str, units: &str| {
        format!(
            "SELECT contract.company_id FROM contract JOIN {sold} AS sold ON sold.contract_id = contract.id
               JOIN {offer} AS offer ON offer.id = sold.{offer}_id
             WHERE contract.contract_type = {RECURRING_SERVICE} AND contract.support_form IS NULL
               AND contract.start_date <= ?1 AND contract.end_date >= ?1 AND offer.period_type IS NOT ?2
               AND NOT EXISTS (SELECT 1 FROM {units} AS units WHERE units.{sold}_id = sold.id
                 AND units.start_date <= ?1 AND units.end_date >= ?1)"
        )
    };
    let services = select("contract_service", "service", "contract_service_unit");
    let bundles = select(
        "contract_service_bundle",
        "service_bundle",
        "contract_service_bundle_unit",
    );
    let mut statement = connection.prepare_cached(&format!("{services} UNION {bundles} ORDER BY 1"))?;
    let once = contract::period_number(PeriodType::OneTime);
    let companies = statement.query_map((today.midnight().millis(), once), |row| row.get(0).map(CompanyId))?;
    Ok(companies.collect::<Result<_, _>>()?)
}

/// Begins the segments of a client's periods that lack them, also of those that went by while nobody did.
///
/// # Errors
/// The database's.
pub fn begin(writing: &Writing<'_>, company: CompanyId) -> Result<(), OperationError> {
    let today = zones::today(writing, writing.at())?;
    for lacking in lacking(writing, company, today, |_| true)? {
        lacking.write(writing, today)?;
    }
    Ok(())
}

/// Lets the units of a client's automated service follow its licences, which changed on that day, and notes it on the
/// contract (TF-37, TF-49, BLX-02).
///
/// # Errors
/// The database's.
pub fn follow_licences(writing: &Writing<'_>, company: CompanyId, on: Date) -> Result<(), OperationError> {
    if !has_automation(writing, company)? {
        return Ok(());
    }
    let today = zones::today(writing, writing.at())?;
    for lacking in lacking(writing, company, on, |sold| !sold.spells.is_empty())? {
        let before = units_on(&lacking.present, today);
        lacking.write(writing, today)?;
        let sold = &lacking.sold;
        if let Some(before) = before.filter(|before| *before != sold.units_after(today)) {
            note(writing, sold, &change(on, before, sold.units_after(on)))?;
        }
    }
    Ok(())
}

/// Lets the units of a client's services follow automation, which was chosen or stopped with effect from a day, and notes
/// it on their contracts by the days on which units change by that (BLX-02); `before` is what was there before.
///
/// # Errors
/// The database's.
pub fn follow_automation(
    writing: &Writing<'_>,
    company: CompanyId,
    before: &Ledger,
    from: Date,
) -> Result<(), OperationError> {
    let today = zones::today(writing, writing.at())?;
    for lacking in lacking(writing, company, from.min(today), |sold| !sold.spells.is_empty())? {
        lacking.write(writing, today)?;
        let sold = &lacking.sold;
        let until = sold.spells.iter().map(|spell| spell.first).chain([today, from]).max();
        let was = before.sold.iter().find(|other| other.id == sold.id);
        let mut units = was.map_or(0, |was| was.units_after(from));
        let since = sold.licences.between(from.next(), until.unwrap_or(today));
        let mut lines = Vec::new();
        for day in std::iter::once(from).chain(since.iter().map(|change| change.on)) {
            let now = sold.units_after(day);
            if now != units {
                lines.push(change(day, units, now));
            }
            units = now;
        }
        if !lines.is_empty() {
            note(writing, sold, &lines.join("\n"))?;
        }
    }
    Ok(())
}

fn has_automation(writing: &Writing<'_>, company: CompanyId) -> Result<bool, StoreError> {
    let mut statement = writing.prepare_cached("SELECT 1 FROM billing_automation WHERE company_id = ?1")?;
    Ok(statement.exists([company.0])?)
}

/// Units before and after, and the day from which on that holds.
fn change(on: Date, before: i64, after: i64) -> String {
    format!("{on}: {before} → {after}")
}

/// Writes what changed into the contract's notes, under the service's name.
fn note(writing: &Writing<'_>, sold: &Sold, text: &str) -> Result<(), OperationError> {
    notes::add_derived(writing, sold.contract.id.0, &sold.offer.name, text)
}

fn entity(sold: &Sold) -> (&'static Entity, &'static str, &'static str) {
    if sold.offer.is_bundle {
        (
            &CONTRACT_SERVICE_BUNDLE_UNIT,
            "contractServiceBundleID",
            "serviceBundleID",
        )
    } else {
        (&CONTRACT_SERVICE_UNIT, "contractServiceID", "serviceID")
    }
}

/// The rows there are from a day on, by their first days.
fn present(writing: &Writing<'_>, sold: &Sold, since: Date) -> Result<BTreeMap<Date, Row>, StoreError> {
    let (entity, field, _) = entity(sold);
    let own = Filter::eq(entity, field, sold.id)?;
    let later = Filter::compare(entity, "startDate", Comparison::GreaterOrEqual, since.midnight())?;
    let found = rows::find(writing, &own.and(later))?;
    let first = |row: &Row| row.time("startDate").map(|at| at.date());
    Ok(found.into_iter().filter_map(|row| Some((first(&row)?, row))).collect())
}

/// The day after the last one of the newest row that begins before that day.
fn covered(connection: &Connection, sold: &Sold, before: Date) -> Result<Option<Date>, StoreError> {
    let select = if sold.offer.is_bundle {
        "SELECT max(start_date), end_date FROM contract_service_bundle_unit
         WHERE contract_service_bundle_id = ?1 AND start_date < ?2"
    } else {
        "SELECT max(start_date), end_date FROM contract_service_unit
         WHERE contract_service_id = ?1 AND start_date < ?2"
    };
    let mut statement = connection.prepare_cached(select)?;
    let last: Option<i64> = statement.query_row((sold.id, before.midnight().millis()), |row| row.get(1))?;
    Ok(last.map(|last| Timestamp::from_millis(last).date().next()))
}

/// The units that the row of a day has; none where no row contains it.
fn units_on(rows: &BTreeMap<Date, Row>, day: Date) -> Option<i64> {
    let row = rows.range(..=day).next_back().map(|(_, row)| row)?;
    let contains = row.time("endDate").is_some_and(|end| end.date() >= day);
    row.integer("units").filter(|_| contains)
}

/// Something sold whose segments are to be brought in line with its histories, from a day on.
struct Lacking {
    sold: Sold,
    /// The rows that there are of its periods, by their first days.
    present: BTreeMap<Date, Row>,
    /// The first day of the first period that is written.
    begin: Date,
    /// The day until which at least they are wanted.
    through: Date,
}

/// What of a client's is sold and passes, with the histories of the periods that are open on that day or later, or have no
/// segments though others follow.
fn lacking(
    writing: &Writing<'_>,
    company: CompanyId,
    from: Date,
    passes: impl Fn(&Sold) -> bool,
) -> Result<Vec<Lacking>, StoreError> {
    let mut all = Vec::new();
    for sold in ledger::open(writing, company, passes)? {
        // No day between two segments is left out.
        let covered = covered(writing, &sold, from)?;
        let begin = sold.first_open(covered.map_or(from, |covered| covered.min(from)));
        all.push(Lacking {
            present: present(writing, &sold, begin)?,
            begin,
            through: from,
            sold,
        });
    }
    let automated = || all.iter().filter(|lacking| !lacking.sold.spells.is_empty());
    if let Some(since) = automated().map(|lacking| lacking.begin).min() {
        let sold = all.iter_mut().map(|lacking| &mut lacking.sold);
        ledger::count_since(writing, company, since, sold)?;
    }
    Ok(all)
}

impl Lacking {
    /// Brings the rows in line with the histories.
    fn write(&self, writing: &Writing<'_>, today: Date) -> Result<(), OperationError> {
        let sold = &self.sold;
        // What is planned stays planned: segments go as far as anything is known to change.
        let planned = sold.last_change().unwrap_or(today);
        let wanted = segments(sold, self.begin, planned.max(today).max(self.through));
        let mut present = self.present.clone();
        let cost = unit_cost(writing, sold)?;
        for segment in wanted {
            let before = present.remove(&segment.days.first);
            write(writing, sold, segment, cost, before)?;
        }
        for row in present.into_values() {
            writing.delete(&row)?;
        }
        Ok(())
    }
}

/// What a unit costs the provider, where it says so.
fn unit_cost(writing: &Writing<'_>, sold: &Sold) -> Result<Option<Decimal>, StoreError> {
    if sold.offer.is_bundle {
        return Ok(None);
    }
    let row = rows::get(writing, &CONTRACT_SERVICE, sold.id)?;
    Ok(row.and_then(|row| row.decimal("unitCost")))
}

fn write(
    writing: &Writing<'_>,
    sold: &Sold,
    segment: Segment,
    cost: Option<Decimal>,
    before: Option<Row>,
) -> Result<(), OperationError> {
    let (entity, field, offer) = entity(sold);
    let mut row = before.clone().unwrap_or_else(|| Row::new(entity));
    row.set("contractID", sold.contract.id.0);
    row.set(field, sold.id);
    row.set(offer, sold.offer.id);
    row.set("startDate", segment.days.first.midnight());
    row.set("endDate", segment.days.last.midnight());
    row.set("units", segment.units);
    row.set("price", segment.price);
    row.set("cost", cost.map(|cost| cents(cost * Decimal::from(segment.units))));
    match before {
        Some(before) if before == row => {}
        Some(before) => writing.update(&before, &row)?,
        None => {
            writing.insert(&mut row)?;
        }
    }
    Ok(())
}

/// The segments of the periods from the one that begins there to the one that contains the last day.
fn segments(sold: &Sold, begin: Date, through: Date) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::new();
    for period in sold.periods_through(through) {
        let Some(window) = sold.contract.term.window(period).filter(|_| period.last >= begin) else {
            continue;
        };
        let price = sold.prices.of(window).amount();
        let changes = [&sold.by_hand, &sold.licences].map(|units| units.between(window.first.next(), window.last));
        let mut days: Vec<Date> = changes.into_iter().flatten().map(|change| change.on).collect();
        days.push(window.first);
        days.sort_unstable();
        days.dedup();
        let mut last: Option<Segment> = None;
        for (place, first) in days.iter().enumerate() {
            let end = days.get(place + 1).map_or(window.last, |next| next.previous());
            let units = sold.units_after(*first);
            match &mut last {
                // A change that another one of the day makes good begins nothing.
                Some(segment) if segment.units == units => segment.days.last = end,
                last => {
                    segments.extend(last.take());
                    let price = cents(price * Decimal::from(units));
                    let days = Period {
                        first: *first,
                        last: end,
                    };
                    *last = Some(Segment { days, units, price });
                }
            }
        }
        segments.extend(last);
    }
    segments
}
