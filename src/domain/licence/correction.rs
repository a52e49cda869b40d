//! Corrections of closed periods (D-19): a closed period never changes; what reaches it later is a line of the next.

use super::period::Period;
use super::proration::{Kind, Line};
use crate::domain::money::{Price, cents};
use rust_decimal::Decimal;

/// The line that a closed period leaves to the next one: what it comes to by the history as it is now, less what it and
/// earlier corrections of it have billed. None where they agree.
#[must_use]
pub fn correction(closed: Period, price: Price, recomputed: Decimal, billed: Decimal) -> Option<Line> {
    let amount = cents(recomputed - billed);
    (!amount.is_zero()).then(|| Line {
        kind: Kind::Correction,
        on: closed.first,
        units: 0,
        days: 0,
        period_days: closed.days(),
        unit_price: price,
        amount,
    })
}
