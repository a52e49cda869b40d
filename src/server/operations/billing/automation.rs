//! A client's licence billing automation (TF-25 to TF-42): chosen, changed from a day on, stopped (D-19).

use super::ledger::{self, Ledger};
use super::sold::Sold;
use super::spells::{Ending, Saved, running, saved, set_end};
use super::{reserved, segments};
use crate::base::Date;
use crate::base::ids::{CompanyId, ContractId};
use crate::domain::licence::{PeriodType, Spell};
use crate::domain::{Actor, Refusal};
use crate::entities::Row;
use crate::records::administration::billing::{AutomationChoice, AutomationStop};
use crate::records::contract;
use crate::server::operations::OperationError;
use crate::server::operations::administration::{Asker, Done, visible_company};
use crate::server::store::Writing;
use crate::server::store::seed::OWN_COMPANY;
use crate::server::store::zones;
use rusqlite::Connection;
use serde_json::json;

/// Lets a contract's service bill the client's licences, from now on or instead of another one.
///
/// # Errors
/// `own_licences`, `taskfire_not_enabled`; `automation_contract_required` before a contract is chosen (TF-35);
/// `not_usable` for a contract that is not this client's recurring one and for a service of another contract;
/// as [`require_choosable`]; `invalid` (`from`) for a day before today or beyond all contracts; `outside_contract` for one
/// on which the contract doesn't run; `days_unbilled` for one that would leave days out since the contract before ended;
/// `automation_begins` for any other than the one from which it bills where it takes over from nothing.
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
    let sold = ledger.sold.iter().find(|sold| sold.id == service);
    let sold = sold.ok_or(unusable)?;
    let today = zones::today(writing, writing.at())?;
    require_choosable(writing, sold, today)?;
    let before = super::page::automation(writing, &row, today)?;
    let from = take_over(writing, asker, &ledger, sold, choice.from, today)?;
    segments::follow_automation(writing, company, &ledger, from)?;
    segments::rewrite(writing, company, sold.id, sold.contract.term.start.max(today))?;
    done(writing, &row, json!(before), today)
}

/// Refuses a contract's service that can't bill licences from today on, for whoever chooses it and whoever is offered it.
///
/// # Errors
/// `service_not_monthly`; `contract_ended` (TF-34); `contract_not_approved`, for such a one bills nothing (D-24); as
/// [`reserved::require_free`].
pub fn require_choosable(connection: &Connection, sold: &Sold, today: Date) -> Result<(), OperationError> {
    let contract = &sold.contract;
    if sold.offer.length != PeriodType::Monthly {
        return Err(Refusal::ServiceNotMonthly.into());
    }
    if contract.term.is_over(today) {
        return Err(Refusal::ContractEnded.into());
    }
    if !contract.is_active {
        return Err(Refusal::ContractNotApproved.into());
    }
    reserved::require_free(connection, sold.offer.id, sold.id, contract.id, today)
}

/// Stops automation: all units end on the day before.
///
/// # Errors
/// `not_found` where it is off; `invalid` (`from`) for a day before today or beyond all contracts.
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
    if running(&spells, today).is_none() {
        return Err(OperationError::NotFound);
    }
    let ledger = ledger::of(writing, company)?;
    end(writing, asker, &spells, from, today)?;
    segments::follow_automation(writing, company, &ledger, from)?;
    done(writing, &row, json!(before), today)
}

/// Whether the contract that a spell bills by has ended.
fn is_over(saved: &Saved, ledger: &Ledger, today: Date) -> bool {
    ledger
        .sold
        .iter()
        .any(|sold| sold.id == saved.contract_service && sold.contract.term.is_over(today))
}

/// The day on which a contract takes over from another that hasn't ended: one of its own, so that what one bills no longer
/// the other one does.
fn taking_over_from(sold: &Sold, wanted: Option<Date>, today: Date) -> Result<Date, Refusal> {
    let term = sold.contract.term;
    let from = from(wanted, today)?;
    let from = if wanted.is_none() { from.max(term.start) } else { from };
    if from < term.start || term.is_over(from) {
        return Err(Refusal::OutsideContract {
            start: term.start,
            end: term.end,
        });
    }
    Ok(from)
}

/// The days since a contract has ended are billed by the one that follows (D-18, D-19): a day on which it takes over can't
/// leave any of them out.
fn leave_none_out(sold: &Sold, wanted: Option<Date>, spell: Spell, today: Date) -> Result<(), Refusal> {
    if wanted.is_none() {
        return Ok(());
    }
    let from = taking_over_from(sold, wanted, today)?;
    if from > spell.first {
        return Err(Refusal::DaysUnbilled {
            first: spell.first,
            last: from.previous(),
        });
    }
    Ok(())
}

/// Where nothing billed licences before, no day is chosen (D-19).
fn require_first(wanted: Option<Date>, on: Date) -> Result<(), Refusal> {
    match wanted.is_none_or(|wanted| wanted == on) {
        true => Ok(()),
        false => Err(Refusal::AutomationBegins { on }),
    }
}

/// The same while the former contract still runs: it bills nothing beyond its end, whatever day another takes over.
fn leave_none_behind(ledger: &Ledger, running: &Saved, sold: &Sold, from: Date) -> Result<(), Refusal> {
    let former = ledger.sold.iter().find(|sold| sold.id == running.contract_service);
    let Some(end) = former.and_then(|former| former.contract.term.end) else {
        return Ok(());
    };
    let first = end.next().max(sold.contract.term.start);
    if from > first {
        return Err(Refusal::DaysUnbilled {
            first,
            last: from.previous(),
        });
    }
    Ok(())
}

/// The last day that spells have billed where none bills any more: none does beyond its contract's end.
fn billed_until(spells: &[Saved], ledger: &Ledger, today: Date) -> Option<Date> {
    let last = |saved: &Saved| {
        let sold = ledger.sold.iter().find(|sold| sold.id == saved.contract_service);
        let end = sold.and_then(|sold| sold.contract.term.end);
        [saved.spell.last, end].into_iter().flatten().min()
    };
    let spells = spells
        .iter()
        .filter(|saved| saved.spell.bills() && saved.spell.first <= today);
    spells.filter_map(last).max()
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

/// The contract's service that was chosen, which stands on it.
fn chosen_service(
    connection: &Connection,
    company: CompanyId,
    contract: ContractId,
    contract_service: Option<i64>,
) -> Result<i64, OperationError> {
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
        connection.prepare_cached("SELECT 1 FROM contract_service WHERE id = ?1 AND contract_id = ?2")?;
    match statement.exists((contract_service, contract.0))? {
        true => Ok(contract_service),
        false => Err(Refusal::NotUsable { field }.into()),
    }
}

fn from(wanted: Option<Date>, today: Date) -> Result<Date, Refusal> {
    let from = wanted.unwrap_or(today);
    if from < today || from > contract::NO_END {
        return Err(Refusal::Invalid { field: "from" });
    }
    Ok(from)
}

/// Begins a spell, after what bills until then has been ended. Where the same service bills already, a planned end or
/// change is taken back. Answers with the day from which on it holds.
fn take_over(
    writing: &Writing<'_>,
    asker: &Asker,
    ledger: &Ledger,
    sold: &Sold,
    wanted: Option<Date>,
    today: Date,
) -> Result<Date, OperationError> {
    let company = sold.contract.company;
    let spells = saved(writing, company)?;
    let spell = match running(&spells, today) {
        Some(running) if running.contract_service == sold.id => {
            require_first(wanted, running.spell.first.max(sold.contract.term.start))?;
            let others: Vec<_> = spells.iter().filter(|saved| saved.id != running.id).cloned().collect();
            end(writing, asker, &others, today, today)?;
            set_end(writing, running.id, None, None)?;
            return Ok(today);
        }
        Some(running) if !is_over(running, ledger, today) => {
            let from = taking_over_from(sold, wanted, today)?;
            leave_none_behind(ledger, running, sold, from)?;
            Spell::taking_over(from)
        }
        // Nothing has billed since the contract ended (D-18): this one begins like the first, and no day is billed twice.
        former => {
            let (term, until) = (sold.contract.term, billed_until(&spells, ledger, today));
            let by_hand = sold.by_hand.last_held_before(contract::NO_END);
            match former.and(until) {
                Some(until) => {
                    let spell = Spell::following(term, today, until).after_units(by_hand);
                    leave_none_out(sold, wanted, spell, today)?;
                    spell
                }
                None => {
                    let spell = Spell::saved(term, today, until).after_units(by_hand);
                    require_first(wanted, spell.first.max(term.start))?;
                    spell
                }
            }
        }
    };
    end(writing, asker, &spells, spell.first, today)?;
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

/// Ends all spells that bill on that day or later the day before; one that begins then never bills. One that was planned to
/// end the day before does so by this choice from now on.
fn end(writing: &Writing<'_>, asker: &Asker, spells: &[Saved], from: Date, today: Date) -> Result<(), OperationError> {
    let ended = Ending {
        by_name: asker.actor.name.clone(),
        at: writing.at().millis(),
    };
    for saved in spells.iter().filter(|saved| saved.is_current(today)) {
        if saved.spell.last.is_none_or(|last| last >= from.previous()) {
            set_end(writing, saved.id, Some(from.previous()), Some(&ended))?;
        }
    }
    Ok(())
}
