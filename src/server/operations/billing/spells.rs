//! A client's spells of automation as they were saved, and what they say of a day: what bills licences, by which contract,
//! and which contract is to be pointed at next (D-18, D-19).

use super::ledger::Ledger;
use super::sold::Sold;
use super::stored;
use crate::base::ids::{CompanyId, ContractId};
use crate::base::{Date, Timestamp};
use crate::domain::licence::Spell;
use crate::entities::Row;
use crate::records::administration::contracts::AutomationFollowUp;
use crate::records::contract;
use crate::server::store::{StoreError, Writing};
use rusqlite::{Connection, OptionalExtension as _};
use std::collections::HashMap;

/// A spell of automation as it was saved.
#[derive(Clone, Debug)]
pub struct Saved {
    pub id: i64,
    pub contract: ContractId,
    pub contract_service: i64,
    pub spell: Spell,
    pub by_name: String,
    /// Milliseconds.
    pub at: i64,
    /// Who let it end, and when; none of one that goes on, and of those that ended before that was kept.
    pub ended: Option<Ending>,
}

/// Who let a spell end.
#[derive(Clone, Debug)]
pub struct Ending {
    pub by_name: String,
    /// Milliseconds.
    pub at: i64,
}

impl Saved {
    /// Whether it bills on that day or later.
    pub fn is_current(&self, today: Date) -> bool {
        self.spell.is_current(today)
    }
}

/// [`Saved::is_current`] as a condition on `spell`, with the day as its first parameter.
pub const CURRENT: &str = "(spell.until_day IS NULL OR spell.until_day >= max(?1, spell.from_day))";

/// A client's spells, in the order in which they were saved.
///
/// # Errors
/// The database's.
pub fn saved(connection: &Connection, company: CompanyId) -> Result<Vec<Saved>, StoreError> {
    let mut all = read(connection, Some(company))?;
    Ok(all.remove(&company).unwrap_or_default())
}

/// Every client's.
///
/// # Errors
/// The database's.
pub fn all_saved(connection: &Connection) -> Result<HashMap<CompanyId, Vec<Saved>>, StoreError> {
    read(connection, None)
}

fn read(connection: &Connection, company: Option<CompanyId>) -> Result<HashMap<CompanyId, Vec<Saved>>, StoreError> {
    let select = "SELECT company_id, id, contract_id, contract_service_id, by_name, saved_at, from_day, until_day,
                    starts_with, ended_by, ended_at
                  FROM billing_automation WHERE {} ORDER BY id";
    let rows = stored::each(connection, select, "company_id", company, |row| {
        let who = (
            CompanyId(row.get(0)?),
            row.get(1)?,
            ContractId(row.get(2)?),
            row.get(3)?,
        );
        let saved = (row.get(4)?, row.get(5)?);
        let ended = (row.get(9)?, row.get(10)?);
        Ok((who, saved, (row.get(6)?, row.get(7)?, row.get(8)?), ended))
    })?;
    let mut all: HashMap<CompanyId, Vec<Saved>> = HashMap::new();
    for ((company, id, contract, contract_service), (by_name, at), (from, until, begins), ended) in rows {
        let (ended_by, ended_at): (Option<String>, Option<i64>) = ended;
        all.entry(company).or_default().push(Saved {
            id,
            contract,
            contract_service,
            spell: stored::spell(from, until, begins)?,
            by_name,
            at,
            ended: ended_by.zip(ended_at).map(|(by_name, at)| Ending { by_name, at }),
        });
    }
    Ok(all)
}

/// The spell that bills on that day, or will next.
pub fn running(spells: &[Saved], today: Date) -> Option<&Saved> {
    let current = spells.iter().filter(|saved| saved.is_current(today));
    current.min_by_key(|saved| saved.spell.first)
}

/// The contract's service that bills a client's licences on that day, or will next.
pub fn current<'a>(spells: &'a [Saved], ledger: &'a Ledger, today: Date) -> Option<(&'a Saved, &'a Sold)> {
    let running = running(spells, today)?;
    let sold = ledger.sold.iter().find(|sold| sold.id == running.contract_service)?;
    Some((running, sold))
}

/// A contract that bills a client's licences and has ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expired {
    pub company: CompanyId,
    pub contract: ContractId,
    /// Its last day.
    pub end: Date,
}

/// The contracts that would bill licences and have ended (TF-33, D-18).
///
/// # Errors
/// The database's.
pub fn expired(connection: &Connection, today: Date) -> Result<Vec<Expired>, StoreError> {
    let select = format!(
        "SELECT DISTINCT spell.company_id, contract.id, contract.end_date FROM billing_automation AS spell
           JOIN contract ON contract.id = spell.contract_id
         WHERE spell.from_day <= ?1 AND {CURRENT} AND contract.end_date < ?2"
    );
    let mut statement = connection.prepare_cached(&select)?;
    let rows = statement.query_map((today.to_string(), today.midnight().millis()), |row| {
        Ok(Expired {
            company: CompanyId(row.get(0)?),
            contract: ContractId(row.get(1)?),
            end: Timestamp::from_millis(row.get(2)?).date(),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Whether something bills a client's licences on that day or later.
///
/// # Errors
/// The database's.
pub fn is_on(connection: &Connection, company: CompanyId, today: Date) -> Result<bool, StoreError> {
    let select = format!("SELECT 1 FROM billing_automation AS spell WHERE spell.company_id = ?2 AND {CURRENT}");
    Ok(connection
        .prepare_cached(&select)?
        .exists((today.to_string(), company.0))?)
}

/// Whether automation is pointed at a contract: something on it bills licences on that day or later, were there any.
///
/// # Errors
/// The database's.
pub fn is_pointed_at(connection: &Connection, contract: ContractId, today: Date) -> Result<bool, StoreError> {
    let select = format!("SELECT 1 FROM billing_automation AS spell WHERE spell.contract_id = ?2 AND {CURRENT}");
    Ok(connection
        .prepare_cached(&select)?
        .exists((today.to_string(), contract.0))?)
}

/// What is to be done where a contract renews the one that bills licences, and carries its service, but licences aren't
/// billed by it yet.
///
/// # Errors
/// The database's.
pub fn follow_up(
    connection: &Connection,
    contract: &Row,
    today: Date,
) -> Result<Option<AutomationFollowUp>, StoreError> {
    let Some(renewed) = contract.integer("renewedContractID") else {
        return Ok(None);
    };
    let select = format!(
        "SELECT sold.id, coalesce(old.end_date < ?4, 0) FROM billing_automation AS spell
           JOIN contract_service AS sold ON sold.contract_id = ?3 AND sold.service_id = spell.service_id
           JOIN contract AS old ON old.id = spell.contract_id
         WHERE spell.contract_id = ?2 AND {CURRENT} AND NOT EXISTS (
           SELECT 1 FROM billing_automation AS spell WHERE spell.contract_id = ?3 AND {CURRENT})"
    );
    let mut statement = connection.prepare_cached(&select)?;
    let midnight = today.midnight().millis();
    let found = statement.query_row((today.to_string(), renewed, contract.id(), midnight), |row| {
        Ok((row.get(0)?, row.get(1)?))
    });
    Ok(found.optional()?.map(|(contract_service, is_over)| AutomationFollowUp {
        contract_service,
        from: match is_over {
            // What no contract has billed since then, this one bills (D-18).
            true => Spell::saved(contract::term(contract), today, None).first,
            false => contract::start(contract).max(today),
        },
    }))
}

/// Lets a spell end on a day, and keeps who did that; none takes its end back.
///
/// # Errors
/// The database's.
pub fn set_end(
    writing: &Writing<'_>,
    saved: i64,
    last: Option<Date>,
    ended: Option<&Ending>,
) -> Result<(), StoreError> {
    writing
        .prepare_cached("UPDATE billing_automation SET until_day = ?2, ended_by = ?3, ended_at = ?4 WHERE id = ?1")?
        .execute((
            saved,
            last.map(|last| last.to_string()),
            ended.map(|ended| &ended.by_name),
            ended.map(|ended| ended.at),
        ))?;
    Ok(())
}
