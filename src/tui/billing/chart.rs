//! Twelve months as columns of eighth blocks, with month and amount below each.

use crate::base::cells;
use crate::records::administration::billing::MonthTotal;
use crate::tui::app::App;
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::paint::Piece;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

/// Columns are no higher than so many rows.
const HIGHEST: usize = 6;
/// Parts of a row.
const EIGHTHS: usize = 8;
/// The rows of months and amounts.
const BELOW: usize = 2;
/// The fewest rows that say anything.
pub const LEAST: usize = 1 + BELOW;

const BLOCKS: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// The chart's lines in this room; the newest months where all have none.
#[must_use]
pub fn lines(app: &App, months: &[MonthTotal], width: usize, height: usize) -> Vec<Line> {
    if height < LEAST || months.is_empty() {
        return Vec::new();
    }
    let each = (width / months.len()).clamp(4, 8);
    let shown = &months[months.len().saturating_sub(width / each)..];
    let rows = (height - BELOW).min(HIGHEST);
    let highest = shown.iter().map(|month| month.total).max().unwrap_or_default();
    let eighths: Vec<usize> = shown
        .iter()
        .map(|month| eighths(month.total, highest, rows * EIGHTHS))
        .collect();
    let mut lines: Vec<Line> = (0..rows)
        .rev()
        .map(|row| {
            Line::of(
                shown
                    .iter()
                    .zip(&eighths)
                    .map(|(month, all)| column(month, *all, row, each))
                    .collect(),
            )
        })
        .collect();
    let names = shown
        .iter()
        .map(|month| cells::pad(&app.times().month(month.month), each));
    lines.push(Line::text(names.collect::<String>(), Role::Dim));
    let amounts = shown.iter().map(|month| cells::pad(&briefly(month.total), each));
    lines.push(Line::text(amounts.collect::<String>(), Role::Text));
    lines
}

fn column(month: &MonthTotal, all: usize, row: usize, each: usize) -> Piece<'static> {
    let block = BLOCKS[all.saturating_sub(row * EIGHTHS).min(EIGHTHS)];
    // What is not closed may still become another amount.
    let role = if month.is_closed { Role::Text } else { Role::Match };
    Piece::new(cells::pad(&block.repeat(each - 2), each), role)
}

fn eighths(total: Decimal, highest: Decimal, most: usize) -> usize {
    if total <= Decimal::ZERO || highest <= Decimal::ZERO {
        return 0;
    }
    let share = total / highest * Decimal::from(most);
    // Anything at all is seen.
    share.round().to_usize().unwrap_or(0).clamp(1, most)
}

/// An amount in four cells at most: `90`, `1.2k`, `12k`, `1.2M`.
fn briefly(amount: Decimal) -> String {
    let whole = amount.round();
    let scaled = |by: i64, unit: &str| {
        let scaled = amount / Decimal::from(by);
        let places = u32::from(scaled.abs() < Decimal::from(10));
        format!("{}{unit}", scaled.round_dp(places).normalize())
    };
    match whole.abs().to_i64().unwrap_or(i64::MAX) {
        0..1_000 => whole.to_string(),
        1_000..1_000_000 => scaled(1_000, "k"),
        _ => scaled(1_000_000, "M"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_told_in_four_cells() {
        for (amount, said) in [
            ("0", "0"),
            ("90.4", "90"),
            ("1234.5", "1.2k"),
            ("45000", "45k"),
            ("2500000", "2.5M"),
        ] {
            assert_eq!(briefly(amount.parse().unwrap()), said);
        }
    }

    #[test]
    fn the_highest_column_is_full_and_a_small_one_is_seen() {
        let of = |total: i64| eighths(Decimal::from(total), Decimal::from(1_000), 16);
        assert_eq!((of(1_000), of(500), of(1), of(0), of(-5)), (16, 8, 1, 0, 0));
    }
}
