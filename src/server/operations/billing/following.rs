//! What automation makes of other days of a contract (D-18, D-19, TF-42): it begins where they say now, and the day on which
//! one contract hands over to the next moves with them, so that no day on which one of both runs is left out or billed
//! twice.

use super::ledger::{self, Ledger};
use super::segments;
use super::spells::{self, Saved};
use crate::base::ids::{CompanyId, ContractId};
use crate::base::{Date, Timestamp};
use crate::domain::licence::{Beginning, Spell, Term};
use crate::entities::Row;
use crate::records::contract;
use crate::server::operations::OperationError;
use crate::server::store::Writing;
use crate::server::store::zones;

/// A contract whose days or whose anchor were changed.
struct Edited {
    contract: ContractId,
    was: Term,
    is: Term,
}

/// Lets automation follow a contract that was written with other days, and notes on the contracts which units that changed
/// (BLX-02). Closed periods stay as they were billed; what reaches them becomes a correction.
///
/// # Errors
/// The database's.
pub fn follow_days(writing: &Writing<'_>, before: &Row, after: &Row) -> Result<(), OperationError> {
    let edited = Edited {
        contract: ContractId(after.id()),
        was: contract::term(before),
        is: contract::term(after),
    };
    let company = CompanyId(after.integer("companyID").unwrap_or_default());
    let mut billing = spells::saved(writing, company)?;
    billing.retain(|saved| saved.spell.bills());
    if !billing.iter().any(|saved| saved.contract == edited.contract) {
        return Ok(());
    }
    billing.sort_by_key(|saved| saved.spell.first);
    // The contract is written, the spells are not: these are still the units as they were.
    let ledger = ledger::of(writing, company)?;
    let mut moved: Vec<Date> = Vec::new();
    for place in 0..billing.len() {
        let (earlier, later) = billing.split_at_mut(place);
        let (former, Some(saved)) = (earlier.last_mut(), later.first()) else {
            continue;
        };
        let Some(first) = edited.first_day(writing, &ledger, former.as_deref(), saved)? else {
            continue;
        };
        if let Some(former) = former.filter(|former| hands_over(former, saved)) {
            former.spell.last = Some(first.previous());
            // The day moves, the choice stays whose it was.
            spells::set_end(writing, former.id, former.spell.last, former.ended.as_ref())?;
        }
        let id = begin_on(writing, saved, first)?;
        moved.extend([saved.spell.first, first]);
        // The next one goes on where this one ends now.
        if let Some(saved) = billing.get_mut(place) {
            (saved.id, saved.spell.first) = (id, first);
        }
    }
    match moved.into_iter().min() {
        Some(from) => segments::follow_automation(writing, company, &ledger, from),
        None => Ok(()),
    }
}

impl Edited {
    /// The other day on which a spell is to begin; none where it stays, also where that day lies outside of the days that
    /// the spells around it leave.
    fn first_day(
        &self,
        writing: &Writing<'_>,
        ledger: &Ledger,
        former: Option<&Saved>,
        saved: &Saved,
    ) -> Result<Option<Date>, OperationError> {
        let is_own = saved.contract == self.contract;
        let term = term_of(ledger, saved);
        let former_end = former.and_then(|former| term_of(ledger, former)?.end);
        let (spell, former_last) = (saved.spell, former.and_then(|former| former.spell.last));
        let first = match (spell.begins, former, term) {
            (Beginning::Held, _, _) if is_own => {
                let on = zones::today(writing, Timestamp::from_millis(saved.at))?;
                // Beyond its contract's end the former one bills nothing.
                let until = [former_last, former_end].into_iter().flatten().min();
                let by_hand = ledger.sold.iter().find(|sold| sold.id == saved.contract_service);
                let by_hand = by_hand.and_then(|sold| sold.by_hand.last_held_before(spell.first));
                let taken = until.max(by_hand);
                Some(Spell::saved(self.is, on, None).first).filter(|first| taken.is_none_or(|taken| taken < *first))
            }
            (Beginning::Increase, Some(former), Some(is)) if hands_over(former, saved) => {
                let was = if is_own { self.was } else { is };
                let concerns = is_own || former.contract == self.contract;
                let on = zones::today(writing, Timestamp::from_millis(saved.at))?;
                concerns.then(|| spell.handed_over((was, is), former_end, on))
            }
            _ => None,
        };
        let fits = |first: &Date| {
            *first != spell.first
                && spell.last.is_none_or(|last| *first <= last)
                && former.is_none_or(|former| former.spell.first < *first)
        };
        Ok(first.filter(fits))
    }
}

/// Whether one contract's spell goes on where another's ends, by one choice: what somebody stopped before stays stopped.
/// Services of one contract share its days: nothing moves between them.
fn hands_over(former: &Saved, saved: &Saved) -> bool {
    former.contract != saved.contract
        && former.spell.last == Some(saved.spell.first.previous())
        && former.ended.as_ref().is_none_or(|ended| ended.at == saved.at)
}

fn term_of(ledger: &Ledger, saved: &Saved) -> Option<Term> {
    let sold = ledger.sold.iter().find(|sold| sold.id == saved.contract_service)?;
    Some(sold.contract.term)
}

/// A spell is kept as it was saved, for the record: it never bills, and another one of the same day and person does, whose
/// id this answers with.
fn begin_on(writing: &Writing<'_>, saved: &Saved, first: Date) -> Result<i64, OperationError> {
    writing
        .prepare_cached(
            "INSERT INTO billing_automation (company_id, contract_id, contract_service_id, service_id, from_day,
               until_day, starts_with, saved_at, by_person, by_name, ended_by, ended_at)
             SELECT company_id, contract_id, contract_service_id, service_id, ?2,
               until_day, starts_with, saved_at, by_person, by_name, ended_by, ended_at
             FROM billing_automation WHERE id = ?1",
        )?
        .execute((saved.id, first.to_string()))?;
    let begun = writing.last_insert_rowid();
    let never = Some(saved.spell.first.previous());
    spells::set_end(writing, saved.id, never, saved.ended.as_ref())?;
    Ok(begun)
}
