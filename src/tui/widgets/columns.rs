//! How a list's columns share its width: some never give way, the others do in a fixed order.

/// A column's wishes, in cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    wanted: u16,
    least: u16,
    /// 0 never gives way; 1 gives way first.
    gives_way: u16,
    grows: bool,
}

impl Column {
    /// A column that is never cut: a status, a number.
    #[must_use]
    pub const fn fixed(width: u16) -> Self {
        Self {
            wanted: width,
            least: width,
            gives_way: 0,
            grows: false,
        }
    }

    /// A column that shrinks down to `least`, those with the lower `order` first (from 1), and then disappears.
    #[must_use]
    pub const fn yielding(wanted: u16, least: u16, order: u16) -> Self {
        Self {
            wanted,
            least,
            gives_way: order,
            grows: false,
        }
    }

    /// The same column, taking what room is left over.
    #[must_use]
    pub const fn growing(self) -> Self {
        Self { grows: true, ..self }
    }
}

/// The width of each column in this room, 0 for those that have none left. Between columns stand `gap` cells.
#[must_use]
pub fn lay_out(columns: &[Column], room: u16, gap: u16) -> Vec<u16> {
    let mut widths: Vec<u16> = columns.iter().map(|column| column.wanted).collect();
    let last = columns.iter().map(|column| column.gives_way).max().unwrap_or(0);
    for order in 1..=last {
        for (column, width) in columns.iter().zip(0..).filter(|(column, _)| column.gives_way == order) {
            let excess = taken(&widths, gap).saturating_sub(u32::from(room));
            let shrunk = u32::from(widths[width])
                .saturating_sub(excess)
                .max(u32::from(column.least));
            widths[width] = u16::try_from(shrunk).unwrap_or(column.least);
        }
    }
    // Whoever gave way last has the most to say: it goes first when nothing else helps.
    for order in (1..=last).rev() {
        for (at, _) in columns
            .iter()
            .enumerate()
            .filter(|(_, column)| column.gives_way == order)
        {
            if taken(&widths, gap) > u32::from(room) {
                widths[at] = 0;
            }
        }
    }
    let rest = u32::from(room).saturating_sub(taken(&widths, gap));
    share_rest(columns, &mut widths, rest);
    widths
}

/// Gives what is left over to the columns that grow, and that are there.
fn share_rest(columns: &[Column], widths: &mut [u16], rest: u32) {
    let growing: Vec<usize> = (0..columns.len())
        .filter(|at| columns[*at].grows && widths[*at] > 0)
        .collect();
    for (turn, at) in growing.iter().enumerate() {
        let left = u32::try_from(growing.len() - turn).unwrap_or(1);
        let given = growing[..turn]
            .iter()
            .map(|at| u32::from(widths[*at].saturating_sub(columns[*at].wanted)))
            .sum::<u32>();
        let share = rest.saturating_sub(given) / left;
        widths[*at] = widths[*at].saturating_add(u16::try_from(share).unwrap_or(0));
    }
}

/// The cells that the columns take together, with gaps between those that are there.
fn taken(widths: &[u16], gap: u16) -> u32 {
    let shown = widths.iter().filter(|width| **width > 0);
    let gaps = u32::from(gap) * u32::try_from(shown.clone().count().saturating_sub(1)).unwrap_or(0);
    shown.map(|width| u32::from(*width)).sum::<u32>() + gaps
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NUMBER: Column = Column::fixed(9);
    const TITLE: Column = Column::yielding(30, 8, 1).growing();
    const COMPANY: Column = Column::yielding(12, 6, 2);
    const STATUS: Column = Column::fixed(18);

    #[test]
    fn titles_give_way_first_then_companies_and_statuses_never() {
        let columns = [NUMBER, TITLE, COMPANY, STATUS, STATUS];
        assert_eq!(lay_out(&columns, 120, 1), [9, 59, 12, 18, 18]);
        assert_eq!(lay_out(&columns, 91, 1), [9, 30, 12, 18, 18]);
        assert_eq!(lay_out(&columns, 80, 1), [9, 19, 12, 18, 18]);
        assert_eq!(lay_out(&columns, 66, 1), [9, 8, 9, 18, 18]);
        assert_eq!(
            lay_out(&columns, 60, 1),
            [9, 12, 0, 18, 18],
            "the company goes before a status is cut"
        );
        assert_eq!(lay_out(&columns, 50, 1), [9, 0, 0, 18, 18]);
    }

    #[test]
    fn columns_that_grow_share_what_is_left_over() {
        let columns = [
            Column::yielding(10, 1, 1).growing(),
            Column::yielding(10, 1, 1).growing(),
        ];
        assert_eq!(lay_out(&columns, 26, 1), [12, 13]);
        assert_eq!(lay_out(&[], 26, 1), [] as [u16; 0]);
    }

    proptest! {
        #[test]
        fn what_may_give_way_never_pushes_the_rest_out(room in 55u16..400, gap in 0u16..3, wanted in 0u16..300) {
            let columns = [STATUS, Column::yielding(wanted, wanted.min(8), 1).growing(), STATUS];
            let widths = lay_out(&columns, room, gap);
            prop_assert_eq!((widths[0], widths[2]), (18, 18));
            prop_assert!(taken(&widths, gap) <= u32::from(room));
        }
    }
}
