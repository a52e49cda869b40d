//! Why an amount is another one than in the period before. The parts add up to the difference.

use super::sold::{Computed, Sold};
use crate::domain::licence::{Kind, Line};
use crate::domain::money::cents;
use crate::records::administration::billing::{Difference, DifferenceReason};
use rust_decimal::Decimal;

/// Why what is sold comes to something else than in the period before.
pub fn differences(sold: &Sold, before: Option<&Computed>, now: Option<&Computed>) -> Vec<Difference> {
    let about = |reason, on, units, amount| Difference {
        reason,
        service_name: sold.offer.name.clone(),
        on,
        units,
        amount,
    };
    let lines = |computed: Option<&Computed>| {
        computed
            .map(|computed| computed.statement.lines.clone())
            .unwrap_or_default()
    };
    let (earlier, current) = (lines(before), lines(now));
    let mut all = Vec::new();
    for line in &current {
        let reason = match line.kind {
            Kind::Base => continue,
            Kind::Increase => DifferenceReason::UnitsAdded,
            Kind::Decrease => DifferenceReason::UnitsRemoved,
            Kind::Correction => DifferenceReason::Corrected,
        };
        all.push(about(reason, Some(line.on), line.units, line.amount));
    }
    let corrected = sum(&earlier, |line| line.kind == Kind::Correction);
    all.push(about(DifferenceReason::Corrected, None, 0, -corrected));
    let was = sum(&earlier, |line| line.kind != Kind::Correction);
    let base = sum(&current, |line| line.kind == Kind::Base);
    let units = |lines: &[Line]| {
        lines
            .iter()
            .filter(|line| line.kind == Kind::Base)
            .map(|line| line.units)
            .sum::<i64>()
    };
    match (before, now) {
        (Some(before), Some(now)) if !earlier.is_empty() => {
            let dearer = now.statement.price.amount() - before.statement.price.amount();
            let days: i64 = current
                .iter()
                .filter(|line| line.kind == Kind::Base)
                .map(|line| line.units * line.days)
                .sum();
            let by_price = cents(dearer * Decimal::from(days) / Decimal::from(now.statement.period.days()));
            all.push(about(DifferenceReason::PriceChanged, None, units(&current), by_price));
            let reason = if now.statement.window.last < now.statement.period.last {
                DifferenceReason::Ended
            } else {
                DifferenceReason::WholePeriod
            };
            all.push(about(
                reason,
                None,
                units(&current) - units(&earlier),
                base - by_price - was,
            ));
        }
        // It counts in the month in which its period begins, and in no other.
        (Some(_), None) if sold.is_long() => all.push(about(
            DifferenceReason::CountsWhereItBegins,
            None,
            -units(&earlier),
            -was,
        )),
        (None, Some(_)) if sold.is_long() => all.push(about(
            DifferenceReason::CountsWhereItBegins,
            None,
            units(&current),
            base,
        )),
        (_, None) => all.push(about(
            DifferenceReason::Ended,
            sold.contract.term.end,
            -units(&earlier),
            -was,
        )),
        _ => {
            let start = Some(sold.contract.term.start);
            all.push(about(DifferenceReason::Began, start, units(&current), base - was));
        }
    }
    all.retain(|difference| !difference.amount.is_zero());
    all
}

fn sum(lines: &[Line], counts: impl Fn(&Line) -> bool) -> Decimal {
    lines.iter().filter(|line| counts(line)).map(|line| line.amount).sum()
}
