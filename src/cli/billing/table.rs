//! Tables as plain text: each column as wide as its widest cell, numbers at the right.

use crate::base::cells::{pad, pad_start, sanitise, width};

/// What stands between two columns.
const GAP: &str = "  ";

/// The lines of a table, the first of which names the columns; the columns of these places have numbers.
pub(super) fn lines<const COLUMNS: usize>(rows: &[[String; COLUMNS]], numbers: &[usize]) -> Vec<String> {
    let rows: Vec<[String; COLUMNS]> = rows
        .iter()
        .map(|row| row.each_ref().map(|cell| sanitise(cell).into_owned()))
        .collect();
    let mut widths = [0; COLUMNS];
    for row in &rows {
        for (widest, cell) in widths.iter_mut().zip(row) {
            *widest = width(cell).max(*widest);
        }
    }
    let line = |row: &[String; COLUMNS]| {
        let cells = row.iter().zip(widths).enumerate();
        let cells: Vec<String> = cells
            .map(|(at, (cell, width))| match numbers.contains(&at) {
                true => pad_start(cell, width),
                false => pad(cell, width),
            })
            .collect();
        cells.join(GAP).trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_as_wide_as_its_widest_cell_and_numbers_stand_at_the_right() {
        let rows = [["Client", "Total"], ["Acme\u{1b}", "1.00"], ["B", "1,200.00"]].map(|row| row.map(str::to_owned));
        assert_eq!(
            lines(&rows, &[1]),
            ["Client     Total", "Acme␛       1.00", "B       1,200.00"]
        );
    }
}
