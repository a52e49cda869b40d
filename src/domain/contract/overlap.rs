//! One scope has one contract at a time; further ones queue behind it (LTX-05).

use super::support::{State, SupportContract};
use crate::base::Date;

/// The first of these contracts that a new or changed one would overlap on its scope. What is expired on `today` has made
/// room; hours without an end make room for whatever starts later, since nobody knows when they are used up.
#[must_use]
pub fn overlapped<'a>(
    contract: &SupportContract,
    others: impl IntoIterator<Item = &'a SupportContract>,
    today: Date,
) -> Option<&'a SupportContract> {
    let scope = contract.scope?;
    others.into_iter().find(|other| {
        other.id != contract.id
            && other.scope == Some(scope)
            && other.state(today) != State::Expired
            && contract.state(today) != State::Expired
            && overlap(contract, other)
    })
}

fn overlap(one: &SupportContract, other: &SupportContract) -> bool {
    let (first, second) = if one.start <= other.start {
        (one, other)
    } else {
        (other, one)
    };
    match first.end {
        Some(end) => second.start <= end,
        None if first.form.has_minutes() => second.start == first.start,
        None => true,
    }
}
