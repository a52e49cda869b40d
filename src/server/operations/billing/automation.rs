//! A client's licence billing automation (TF-25 to TF-42): chosen, changed from a day on, stopped (D-19).

use super::ledger::{self, Ledger};
use super::sold::Sold;
use super::{reserved, segments, stored};
use crate::base::ids::{CompanyId, ContractId};
use crate::base::{Date, Timestamp};
use crate::domain::licence::{PeriodType, Spell};
use crate::domain::{Actor, Refusal};
use crate::entities::Row;
use crate::records::administration::billing::{AutomationChoice, AutomationStop};
use crate::records::contract;
use crate::server::operations::OperationError;
use crate::server::operations::administration::{Asker, Done, visible_company};
use crate::server::store::seed::OWN_COMPANY;
use crate::server::store::zones;
use crate::server::store::{StoreError, Writing};
use rusqlite::{Connection, OptionalExtension as _};
use serde_json::json;
use std::collections::HashSet;

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
}

impl Saved {
    /// Whether it bills on that day or later.
    pub fn is_current(&self, today: Date) -> bool {
        self.bills() && self.spell.last.is_none_or(|last| last >= today)
    }

    /// Whether it bills or billed any day.
    pub fn bills(&self) -> bool {
        self.spell.last.is_none_or(|last| last >= self.spell.first)
    }
}

/// A client's spells, in the order in which they were saved.
///
/// # Errors
/// The database's.
pub fn saved(connection: &Connection, company: CompanyId) -> Result<Vec<Saved>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, contract_id, contract_service_id, from_day, until_day, starts_with, by_name, saved_at
         FROM billing_automation WHERE company_id = ?1 ORDER BY id",
    )?;
    let mut rows = statement.query([company.0])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        all.push(Saved {
            id: row.get(0)?,
            contract: ContractId(row.get(1)?),
            contract_service: row.get(2)?,
            spell: stored::spell(row.get(3)?, row.get(4)?, row.get(5)?)?,
            by_name: row.get(6)?,
            at: row.get(7)?,
        });
    }
    Ok(all)
}

/// Lets a contract's service bill the client's licences, from now on or instead of another one.
///
/// # Errors
/// `own_licences`, `taskfire_not_enabled`; `automation_contract_required` before a contract is chosen (TF-35);
/// `not_usable` for a contract that is not this client's recurring one and for a service of another contract;
/// `service_not_monthly`, `service_reserved`; `invalid` (`from`) for a day before today.
pub fn save(
    writing: &Writing<'_>,
    asker: &Asker,
    company: CompanyId,
    choice: AutomationChoice,
) -> Result<Done, OperationError> {
    let row = client(writing, &asker.actor, company)?;
    let contract = choice.contract.ok_or(Refusal::AutomationContractRequired)?;
    let service = chosen_service(writing, company, contract, choice.contract_service)?;
    let ledger = ledger::of(writing, company)?;
    let unusable = Refusal::NotUsable { field: "contract" };
    let sold = ledger.sold.iter().find(|sold| sold.id == service.contract_service);
    let sold = sold.ok_or(unusable)?;
    if sold.offer.length != PeriodType::Monthly {
        return Err(Refusal::ServiceNotMonthly.into());
    }
    reserved::require_free(writing, service.id, sold.id, company)?;
    let today = zones::today(writing, writing.at())?;
    let before = super::page::automation(writing, &row, today)?;
    let from = take_over(writing, asker, company, sold, choice.from, today)?;
    segments::follow_automation(writing, company, &ledger, from)?;
    segments::rewrite(writing, company, sold.id, sold.contract.term.start.max(today))?;
    done(writing, &row, json!(before), today)
}

/// Stops automation: all units end on the day before.
///
/// # Errors
/// `not_found` where it is off; `invalid` (`from`) for a day before today.
pub fn stop(
    writing: &Writing<'_>,
    asker: &Asker,
    company: CompanyId,
    wanted: AutomationStop,
) -> Result<Done, OperationError> {
    let row = visible_company(writing, &asker.actor, company)?;
    let today = zones::today(writing, writing.at())?;
    let from = from(wanted.from, today)?;
    let before = super::page::automation(writing, &row, today)?;
    let spells = saved(writing, company)?;
    if !spells.iter().any(|saved| saved.is_current(today)) {
        return Err(OperationError::NotFound);
    }
    let ledger = ledger::of(writing, company)?;
    end(writing, &spells, from, today)?;
    segments::follow_automation(writing, company, &ledger, from)?;
    done(writing, &row, json!(before), today)
}

fn done(writing: &Writing<'_>, company: &Row, before: serde_json::Value, today: Date) -> Result<Done, OperationError> {
    Ok(Done {
        company: Some(CompanyId(company.id())),
        subject: company.text("companyName").unwrap_or_default().to_owned(),
        before,
        after: json!(super::page::automation(writing, company, today)?),
        answer: None,
    })
}

/// A client whose licences can be billed.
fn client(connection: &Connection, actor: &Actor, company: CompanyId) -> Result<Row, OperationError> {
    let row = visible_company(connection, actor, company)?;
    if company.0 == OWN_COMPANY {
        return Err(Refusal::OwnLicences.into());
    }
    if row.boolean("isTaskFireActive") != Some(true) {
        return Err(Refusal::TaskfireNotEnabled.into());
    }
    Ok(row)
}

/// A service on a contract, with its id in the catalogue.
struct Chosen {
    contract_service: i64,
    id: i64,
}

fn chosen_service(
    connection: &Connection,
    company: CompanyId,
    contract: ContractId,
    contract_service: Option<i64>,
) -> Result<Chosen, OperationError> {
    let mut statement = connection.prepare_cached(
        "SELECT 1 FROM contract
         WHERE id = ?1 AND company_id = ?2 AND contract_type = ?3 AND support_form IS NULL",
    )?;
    if !statement.exists((contract.0, company.0, contract::kind::RECURRING_SERVICE))? {
        return Err(Refusal::NotUsable { field: "contract" }.into());
    }
    let field = "contractService";
    let contract_service = contract_service.ok_or(Refusal::Required { field })?;
    let mut statement =
        connection.prepare_cached("SELECT service_id FROM contract_service WHERE id = ?1 AND contract_id = ?2")?;
    let found = statement
        .query_row((contract_service, contract.0), |row| row.get(0))
        .optional()?;
    let id = found.ok_or(Refusal::NotUsable { field })?;
    Ok(Chosen { contract_service, id })
}

fn from(wanted: Option<Date>, today: Date) -> Result<Date, Refusal> {
    let from = wanted.unwrap_or(today);
    if from < today {
        return Err(Refusal::Invalid { field: "from" });
    }
    Ok(from)
}

/// Begins a spell, after what bills until then has been ended. Where the same service bills already, a planned end or
/// change is taken back. Answers with the day from which on it holds.
fn take_over(
    writing: &Writing<'_>,
    asker: &Asker,
    company: CompanyId,
    sold: &Sold,
    wanted: Option<Date>,
    today: Date,
) -> Result<Date, OperationError> {
    let spells = saved(writing, company)?;
    let running = spells
        .iter()
        .filter(|saved| saved.is_current(today))
        .min_by_key(|saved| saved.spell.first);
    let spell = match running {
        None => {
            let billed = spells
                .iter()
                .filter(|saved| saved.bills())
                .filter_map(|saved| saved.spell.last)
                .max();
            Spell::saved(sold.contract.term, today, billed)
        }
        Some(running) if running.contract_service == sold.id => {
            let others: Vec<_> = spells.iter().filter(|saved| saved.id != running.id).cloned().collect();
            end(writing, &others, today, today)?;
            set_end(writing, running.id, None)?;
            return Ok(today);
        }
        Some(_) => {
            let from = from(wanted, today)?;
            end(writing, &spells, from, today)?;
            Spell::taking_over(from)
        }
    };
    writing
        .prepare_cached(
            "INSERT INTO billing_automation (company_id, contract_id, contract_service_id, service_id, from_day,
               starts_with, saved_at, by_person, by_name) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute((
            company.0,
            sold.contract.id.0,
            sold.id,
            sold.offer.id,
            spell.first.to_string(),
            spell.begins.word(),
            writing.at().millis(),
            asker.actor.person.to_string(),
            &asker.actor.name,
        ))?;
    Ok(spell.first.max(sold.contract.term.start))
}

/// Ends all spells that bill on that day or later the day before; one that begins then never bills.
fn end(writing: &Writing<'_>, spells: &[Saved], from: Date, today: Date) -> Result<(), OperationError> {
    for saved in spells.iter().filter(|saved| saved.is_current(today)) {
        if saved.spell.last.is_none_or(|last| last >= from) {
            set_end(writing, saved.id, Some(from.previous()))?;
        }
    }
    Ok(())
}

fn set_end(writing: &Writing<'_>, saved: i64, last: Option<Date>) -> Result<(), OperationError> {
    writing
        .prepare_cached("UPDATE billing_automation SET until_day = ?2 WHERE id = ?1")?
        .execute((saved, last.map(|last| last.to_string())))?;
    Ok(())
}

/// The contract's service that bills a client's licences on that day, or will next.
pub fn current<'a>(spells: &'a [Saved], ledger: &'a Ledger, today: Date) -> Option<(&'a Saved, &'a Sold)> {
    let running = spells
        .iter()
        .filter(|saved| saved.is_current(today))
        .min_by_key(|saved| saved.spell.first)?;
    let sold = ledger.sold.iter().find(|sold| sold.id == running.contract_service)?;
    Some((running, sold))
}

/// The clients whose licences a contract would bill that has ended (TF-33, D-18).
///
/// # Errors
/// The database's.
pub fn expired(connection: &Connection, today: Date) -> Result<HashSet<i64>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT spell.company_id, contract.end_date FROM billing_automation AS spell
           JOIN contract ON contract.id = spell.contract_id
         WHERE spell.from_day <= ?1 AND (spell.until_day IS NULL OR spell.until_day >= ?1)",
    )?;
    let spells = statement.query_map([today.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut companies = HashSet::new();
    for spell in spells {
        let (company, end): (i64, Option<i64>) = spell?;
        let end = end.map(|millis| Timestamp::from_millis(millis).date());
        if end.and_then(contract::last_day).is_some_and(|end| end < today) {
            companies.insert(company);
        }
    }
    Ok(companies)
}

/// Whether something bills a client's licences without an end.
///
/// # Errors
/// The database's.
pub fn is_on(connection: &Connection, company: CompanyId) -> Result<bool, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT 1 FROM billing_automation WHERE company_id = ?1 AND until_day IS NULL")?;
    Ok(statement.exists([company.0])?)
}
