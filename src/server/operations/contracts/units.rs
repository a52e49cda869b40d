//! Units of a service on a contract, changed by hand: dated, prorated from their day in both directions (BLX-02).

use super::{OnContract, company_of, notes};
use crate::base::Date;
use crate::domain::licence::units::MOST;
use crate::domain::{Actor, Refusal};
use crate::entities::CONTRACT_SERVICE;
use crate::records::contract;
use crate::server::operations::billing::{ledger, reserved, segments};
use crate::server::operations::{OperationError, people};
use crate::server::store::Writing;
use crate::server::store::zones;

/// A change of units.
#[derive(Clone, Copy, Debug)]
pub struct Change<'a> {
    /// How many more; fewer where negative.
    pub delta: i64,
    /// The first day on which that holds.
    pub from: Date,
    /// Why; may be empty.
    pub note: &'a str,
}

/// Changes units inside a write. A change that reaches into a closed period is billed as a correction in the next (D-19).
///
/// # Errors
/// `required` and `out_of_range` for the number, `outside_contract`, `units_automated`, `units_below_zero`.
pub fn change(
    writing: &Writing<'_>,
    actor: &Actor,
    sold: &OnContract,
    change: Change<'_>,
) -> Result<(), OperationError> {
    let Change { delta, from, note } = change;
    check_number(delta)?;
    let term = contract::term(&sold.contract);
    if from < term.start || term.is_over(from) {
        return Err(Refusal::OutsideContract {
            start: term.start,
            end: term.end,
        }
        .into());
    }
    if *sold.row.entity() == CONTRACT_SERVICE {
        reserved::require_by_hand(writing, sold.id(), zones::today(writing, writing.at())?)?;
    }
    let company = company_of(&sold.contract);
    let ledger = ledger::of(writing, company)?;
    let known = ledger.sold.iter().find(|known| known.id == sold.id());
    let known = known.ok_or(Refusal::ContractNotRecurring)?;
    let before = known.by_hand.after(from);
    let later = known.by_hand.between(from.next(), contract::NO_END);
    let held = || std::iter::once(before).chain(later.iter().map(|change| known.by_hand.after(change.on)));
    if held().any(|units| units + delta < 0) {
        return Err(Refusal::UnitsBelowZero.into());
    }
    if held().any(|units| units + delta > MOST) {
        return Err(too_many().into());
    }
    let is_closed = known.closed.values().any(|closed| from <= closed.period.last);
    writing
        .prepare_cached(
            "INSERT INTO unit_change (contract_service_id, day, delta, cause, at, by_person, by_name, note)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute((
            sold.id(),
            from.to_string(),
            delta,
            if is_closed { "correction" } else { "manual" },
            writing.at().millis(),
            actor.person.to_string(),
            people::name(writing, actor.person)?.unwrap_or_default(),
            note,
        ))?;
    let text = format!("{from}: {before} → {} ({delta:+})\n{note}", before + delta);
    notes::add(writing, actor, sold.contract.id(), sold.name(), text.trim())?;
    segments::rewrite(writing, company, sold.id(), from)
}

fn check_number(delta: i64) -> Result<(), Refusal> {
    match delta.unsigned_abs() {
        0 => Err(Refusal::Required { field: "change" }),
        number if number > MOST.unsigned_abs() => Err(too_many()),
        _ => Ok(()),
    }
}

fn too_many() -> Refusal {
    Refusal::OutOfRange {
        field: "change",
        limit: MOST,
    }
}
