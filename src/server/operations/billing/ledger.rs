//! Everything that a client's amounts are computed from, read from the database in a few statements, for one client or
//! for all of them.

use super::histories::Histories;
use super::sold::{Computed, Offer, Recurring, Sold};
use super::stored::{day, each, price};
use crate::base::ids::{CompanyId, ContactId, ContractId};
use crate::base::{Date, Timestamp};
use crate::domain::licence::{Anchor, Ending, History, LicenceEvent, Prices, Term, Units};
use crate::records::contract;
use crate::server::store::StoreError;
use rusqlite::{Connection, Row};
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// What a client's amounts are computed from.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// Who held a licence when.
    pub history: History,
    /// What is sold to it, by contract.
    pub sold: Vec<Sold>,
}

impl Ledger {
    /// What closing until a day would take: each period with the place of what is sold. Nothing where no period has a
    /// line.
    pub fn to_close(&self, through: Date) -> Vec<(usize, Computed)> {
        let each = self.sold.iter().enumerate();
        let periods =
            each.flat_map(|(place, sold)| sold.to_close(through).into_iter().map(move |period| (place, period)));
        let periods: Vec<_> = periods.collect();
        let has_lines = |(_, computed): &(usize, Computed)| !computed.statement.lines.is_empty();
        if periods.iter().any(has_lines) {
            periods
        } else {
            Vec::new()
        }
    }
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

/// What of a client's is sold and passes, as far as its open periods need it: nothing of what was billed, and without the
/// units of licences, which [`count_since`] adds.
///
/// # Errors
/// The database's.
pub fn open(
    connection: &Connection,
    company: CompanyId,
    passes: impl Fn(&Sold) -> bool,
) -> Result<Vec<Sold>, StoreError> {
    let mut histories = Histories::of_open(connection, company)?;
    let mut all = sold(connection, Some(company))?;
    for sold in &mut all {
        histories.take(sold);
    }
    all.retain(passes);
    Ok(all)
}

/// Counts a client's licences as they are from a day on, by who held one before and what happened since.
///
/// # Errors
/// The database's.
pub fn count_since<'a>(
    connection: &Connection,
    company: CompanyId,
    since: Date,
    sold: impl IntoIterator<Item = &'a mut Sold>,
) -> Result<(), StoreError> {
    let history = History::new(events_since(connection, company, since)?);
    for sold in sold {
        sold.count(&history);
    }
    Ok(())
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
    let mut histories = Histories::read(connection, company, lines_since)?;
    for mut sold in sold(connection, company)? {
        histories.take(&mut sold);
        let ledger = ledgers.entry(sold.contract.company).or_default();
        sold.count(&ledger.history);
        ledger.sold.push(sold);
    }
    Ok(ledgers)
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

/// What happened to a client's licences from a day on, after the newest change of each user before it: so that whoever held
/// one then is known, by one row. Those rows are found in an index alone.
fn events_since(connection: &Connection, company: CompanyId, since: Date) -> Result<Vec<LicenceEvent>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT contact_id, day, is_licence, max(id) AS place FROM level_history
           WHERE company_id = ?1 AND day < ?2 GROUP BY contact_id
         UNION ALL SELECT contact_id, day, is_licence, id FROM level_history WHERE company_id = ?1 AND day >= ?2
         ORDER BY place",
    )?;
    let mut rows = statement.query((company.0, since.to_string()))?;
    let mut events = Vec::new();
    while let Some(row) = rows.next()? {
        events.push(LicenceEvent {
            user: ContactId(row.get(0)?),
            on: day(&row.get::<_, String>(1)?)?,
            holds: row.get(2)?,
        });
    }
    Ok(events)
}

/// Services and bundles on recurring contracts, still without their histories.
fn sold(connection: &Connection, company: Option<CompanyId>) -> Result<Vec<Sold>, StoreError> {
    let columns = "contract.id, contract.company_id, contract.contract_name, contract.start_date, contract.end_date,
                    contract.anchor, contract.status";
    let recurring = contract::kind::RECURRING_SERVICE;
    let condition = format!("contract.contract_type = {recurring} AND contract.support_form IS NULL AND {{}}");
    let services = format!(
        "SELECT {columns}, sold.id, service.id, service.name, service.period_type, service.billing_code_id,
           coalesce(sold.unit_price, service.unit_price, 0), 0,
           coalesce(nullif(trim(sold.invoice_description), ''), nullif(trim(service.invoice_description), '')),
           contract.renewed_contract_id
         FROM contract JOIN contract_service AS sold ON sold.contract_id = contract.id
           JOIN service ON service.id = sold.service_id
         WHERE {condition} ORDER BY contract.id, sold.id"
    );
    let bundles = format!(
        "SELECT {columns}, sold.id, bundle.id, bundle.name, bundle.period_type, bundle.billing_code_id,
           coalesce(sold.adjusted_price, sold.unit_price, bundle.unit_price, 0), 1,
           coalesce(nullif(trim(sold.invoice_description), ''), nullif(trim(bundle.invoice_description), '')),
           contract.renewed_contract_id
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
        let day = |column| -> rusqlite::Result<Option<Date>> {
            let millis: Option<i64> = row.get(column)?;
            Ok(millis.map(|millis| Timestamp::from_millis(millis).date()))
        };
        let anchor: Option<String> = row.get(5)?;
        let term = Term {
            start: day(3)?.unwrap_or(contract::NO_END),
            end: day(4)?.and_then(contract::last_day),
            anchor: anchor.as_deref().and_then(Anchor::from_word).unwrap_or_default(),
        };
        let contract = Recurring {
            id: ContractId(row.get(0)?),
            company: CompanyId(row.get(1)?),
            name: row.get::<_, Option<String>>(2)?.unwrap_or_default(),
            term,
            is_active: row.get::<_, Option<i64>>(6)? == Some(contract::APPROVED),
            renews: row.get::<_, Option<i64>>(15)?.map(ContractId),
        };
        let offer = Offer {
            id: row.get(8)?,
            is_bundle: row.get(13)?,
            name: row.get::<_, Option<String>>(9)?.unwrap_or_default(),
            invoice_description: row.get(14)?,
            length: contract::period_of(row.get(10)?),
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
            owed: OnceCell::new(),
        })
    }
}
