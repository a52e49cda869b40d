//! What reaches a closed period is a line of the next (D-19).

use super::support::*;
use crate::domain::licence::Kind;
use crate::domain::licence::correction::correction;
use rust_decimal::Decimal;

fn amount(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn a_correction_is_what_the_closed_period_comes_to_less_what_was_billed() {
    let march = period("2026-03-01", "2026-03-31");
    let line = correction(march, price("20"), amount("54.46"), amount("62.50")).unwrap();
    assert_eq!(
        (line.kind, line.on, line.period_days),
        (Kind::Correction, day("2026-03-01"), 31)
    );
    assert_eq!(line.amount.to_string(), "-8.04");
}

#[test]
fn a_second_correction_bills_only_what_the_first_did_not() {
    let march = period("2026-03-01", "2026-03-31");
    let first = correction(march, price("20"), amount("70"), amount("62.50")).unwrap();
    assert_eq!(first.amount.to_string(), "7.50");
    let billed = amount("62.50") + first.amount;
    assert_eq!(correction(march, price("20"), amount("70"), billed), None);
    let second = correction(march, price("20"), amount("62.50"), billed).unwrap();
    assert_eq!(second.amount.to_string(), "-7.50");
}
