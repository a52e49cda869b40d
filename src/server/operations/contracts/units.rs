//! Units of a service on a contract, changed by hand: dated, prorated from their day in both directions (BLX-02).

use super::{OnContract, company_of, notes, renewed, rules};
use crate::base::Date;
use crate::domain::licence::units::MOST;
use crate::domain::{Actor, Refusal};
use crate::entities::CONTRACT_SERVICE;
use crate::records::contract;
use crate::server::operations::billing::ledger;
use crate::server::operations::billing::sold::Sold;
use crate::server::operations::billing::{reserved, segments};
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

/// Why units changed, as the history keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cause {
    /// By hand.
    Manual,
    /// By hand, in a period that is closed.
    Correction,
}

impl Cause {
    fn word(self) -> &'static str {
        match self {
            Self::Manual => "manual",
            Self::Correction => "correction",
        }
    }
}

/// Changes units inside a write, also on the contract that renews this one, from its first day on, as long as that one has
/// as many as this one hands over. A change that reaches into a closed period is billed as a correction in the next (D-19).
///
/// # Errors
/// `required` and `out_of_range` for the number, `outside_contract`, `units_automated`, `units_below_zero`, of a renewal
/// too.
pub fn change(
    writing: &Writing<'_>,
    actor: &Actor,
    sold: &OnContract,
    change: Change<'_>,
) -> Result<(), OperationError> {
    let (mut here, mut change, mut cause, mut said) = (sold.clone(), change, Cause::Manual, Vec::new());
    loop {
        let next = match renewed::after(writing, &here)? {
            Some(next) if goes_on(writing, &here, &next)? => Some(next),
            Some(own) => {
                said.push(renewed::stays(&own));
                None
            }
            None => None,
        };
        let from = next
            .as_ref()
            .map(|next| change.from.max(contract::start(&next.contract)));
        said.extend(
            next.as_ref()
                .zip(from)
                .map(|(next, from)| renewed::carried_to(next, from)),
        );
        cause = put(writing, actor, &here, change, (cause, &said))?;
        let Some((next, from)) = next.zip(from) else {
            return Ok(());
        };
        said = vec![renewed::carried_from(&here)];
        change.from = from;
        here = next;
    }
}

/// Whether a renewal begins with the units that are planned for the day before on the contract which it renews: where
/// somebody agreed on others, those stay.
fn goes_on(writing: &Writing<'_>, here: &OnContract, next: &OnContract) -> Result<bool, OperationError> {
    let ledger = ledger::of(writing, company_of(&here.contract))?;
    let units = |sold: &OnContract, day: Date| {
        let known = ledger.sold.iter().find(|known| known.id == sold.id());
        known.map(|known| known.by_hand.after(day))
    };
    let first = contract::start(&next.contract);
    Ok(units(here, first.previous()) == units(next, first))
}

/// Puts the first units of something sold on its contract, and on no other.
///
/// # Errors
/// As [`change`].
pub fn begin(
    writing: &Writing<'_>,
    actor: &Actor,
    sold: &OnContract,
    change: Change<'_>,
) -> Result<(), OperationError> {
    put(writing, actor, sold, change, (Cause::Manual, &[])).map(drop)
}

/// Changes units on one contract; a note says what else is said of it. Answers with the cause under which it is kept.
fn put(
    writing: &Writing<'_>,
    actor: &Actor,
    sold: &OnContract,
    change: Change<'_>,
    (cause, said): (Cause, &[String]),
) -> Result<Cause, OperationError> {
    let Change { delta, from, note } = change;
    check_number(delta)?;
    let term = contract::term(&sold.contract);
    rules::check_reached(term, from)?;
    if from < term.start || term.is_over(from) {
        return Err(Refusal::OutsideContract {
            start: term.start,
            end: term.end,
        }
        .into());
    }
    if *sold.row.entity() == CONTRACT_SERVICE {
        let today = zones::today(writing, writing.at())?;
        reserved::require_by_hand(writing, sold.id(), from, today)?;
    }
    let company = company_of(&sold.contract);
    let ledger = ledger::of(writing, company)?;
    let known = ledger.sold.iter().find(|known| known.id == sold.id());
    let known = known.ok_or(Refusal::ContractNotRecurring)?;
    let before = check_held(known, change)?;
    let is_closed = known.closed.values().any(|closed| from <= closed.period.last);
    let cause = if is_closed { Cause::Correction } else { cause };
    keep(writing, actor, sold.id(), change, cause)?;
    let counted = format!("{from}: {before} → {} ({delta:+})", before + delta);
    let text: Vec<&str> = [counted.as_str(), note]
        .into_iter()
        .chain(said.iter().map(String::as_str))
        .collect();
    let text = text.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>();
    notes::add(writing, actor, sold.contract.id(), sold.name(), &text.join("\n"))?;
    segments::rewrite(writing, company, sold.id(), from)?;
    Ok(cause)
}

/// The units before a change; refused where there would be too few or too many on its day or a later one.
fn check_held(known: &Sold, change: Change<'_>) -> Result<i64, Refusal> {
    let Change { delta, from, .. } = change;
    let before = known.by_hand.after(from);
    let later = known.by_hand.between(from.next(), contract::NO_END);
    let held = || std::iter::once(before).chain(later.iter().map(|change| known.by_hand.after(change.on)));
    if held().any(|units| units + delta < 0) {
        return Err(Refusal::UnitsBelowZero);
    }
    if held().any(|units| units + delta > MOST) {
        return Err(too_many());
    }
    Ok(before)
}

fn keep(
    writing: &Writing<'_>,
    actor: &Actor,
    sold: i64,
    change: Change<'_>,
    cause: Cause,
) -> Result<(), OperationError> {
    writing
        .prepare_cached(
            "INSERT INTO unit_change (contract_service_id, day, delta, cause, at, by_person, by_name, note)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute((
            sold,
            change.from.to_string(),
            change.delta,
            cause.word(),
            writing.at().millis(),
            actor.person.to_string(),
            people::name(writing, actor.person)?.unwrap_or_default(),
            change.note,
        ))?;
    Ok(())
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
