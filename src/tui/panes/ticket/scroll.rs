//! Where one reads in a long text that is made of entries. Only entries that are seen are ever laid out: a place is an
//! entry and a row in it, never a row of the whole.

use crate::tui::app::moving::Step;

/// The first row on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The entry, from 0.
    pub entry: usize,
    /// The row in it, from 0.
    pub row: usize,
}

/// Entries of a text, and how many rows each takes; asked only for those near the screen.
pub struct Entries<'a> {
    /// How many there are.
    pub count: usize,
    /// The rows of one of them, at least one.
    pub rows: &'a dyn Fn(usize) -> usize,
    /// How many rows are seen at once.
    pub seen: usize,
}

impl Entries<'_> {
    /// The place from which the last rows just fill the screen.
    #[must_use]
    pub fn end(&self) -> Place {
        let mut missing = self.seen;
        for entry in (0..self.count).rev() {
            let rows = (self.rows)(entry);
            if rows >= missing {
                return Place {
                    entry,
                    row: rows - missing,
                };
            }
            missing -= rows;
        }
        Place::default()
    }

    /// This place, or the end where it lies beyond it.
    #[must_use]
    pub fn within(&self, place: Place) -> Place {
        let row = if place.entry < self.count {
            place.row.min((self.rows)(place.entry).saturating_sub(1))
        } else {
            0
        };
        let place = Place { row, ..place };
        if self.fills(place) {
            place
        } else {
            place.min(self.end())
        }
    }

    /// Where a cursor key leads to.
    #[must_use]
    pub fn moved(&self, place: Place, step: Step) -> Place {
        match step {
            Step::First => Place::default(),
            Step::Last => self.end(),
            Step::Lines(rows) if rows < 0 => self.up(place, rows.unsigned_abs()),
            Step::Lines(rows) => self.within(self.down(place, rows.unsigned_abs())),
        }
    }

    /// Whether the last row is on the screen.
    #[must_use]
    pub fn shows_end(&self, place: Place) -> bool {
        place >= self.end()
    }

    /// Whether from here on there are enough rows for the screen.
    fn fills(&self, place: Place) -> bool {
        let mut rows = 0;
        for entry in place.entry..self.count {
            rows += (self.rows)(entry);
            if rows >= place.row + self.seen {
                return true;
            }
        }
        false
    }

    fn up(&self, place: Place, rows: usize) -> Place {
        let mut missing = rows;
        let mut place = place;
        while missing > place.row {
            if place.entry == 0 {
                return Place::default();
            }
            missing -= place.row;
            place = Place {
                entry: place.entry - 1,
                row: (self.rows)(place.entry - 1),
            };
        }
        Place {
            row: place.row - missing,
            ..place
        }
    }

    fn down(&self, place: Place, rows: usize) -> Place {
        let mut place = Place {
            row: place.row + rows,
            ..place
        };
        while place.entry + 1 < self.count {
            let rows = (self.rows)(place.entry);
            if place.row < rows {
                break;
            }
            place = Place {
                entry: place.entry + 1,
                row: place.row - rows,
            };
        }
        place
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::cell::Cell;

    #[test]
    fn one_scrolls_by_rows_across_entries_and_never_beyond_the_ends() {
        let rows = |entry: usize| [3, 1, 5][entry];
        let entries = Entries {
            count: 3,
            rows: &rows,
            seen: 4,
        };
        assert_eq!(entries.end(), Place { entry: 2, row: 1 });
        let place = entries.moved(Place::default(), Step::Lines(3));
        assert_eq!(place, Place { entry: 1, row: 0 });
        assert_eq!(entries.moved(place, Step::Lines(-2)), Place { entry: 0, row: 1 });
        assert_eq!(entries.moved(place, Step::Lines(99)), entries.end());
        assert_eq!(entries.moved(entries.end(), Step::Lines(-99)), Place::default());
        assert!(entries.shows_end(entries.end()) && !entries.shows_end(place));
    }

    #[test]
    fn a_text_shorter_than_the_screen_stays_at_its_beginning() {
        let rows = |_: usize| 2;
        let entries = Entries {
            count: 2,
            rows: &rows,
            seen: 10,
        };
        assert_eq!(entries.moved(Place::default(), Step::Last), Place::default());
        assert_eq!(entries.moved(Place::default(), Step::Lines(1)), Place::default());
        assert_eq!(
            Entries {
                count: 0,
                rows: &rows,
                seen: 10
            }
            .end(),
            Place::default()
        );
    }

    #[test]
    fn a_long_text_is_laid_out_only_where_one_reads() {
        let asked = Cell::new(0);
        let rows = |_: usize| {
            asked.set(asked.get() + 1);
            4
        };
        let entries = Entries {
            count: 100_000,
            rows: &rows,
            seen: 20,
        };
        let end = entries.end();
        let _ = entries.moved(end, Step::Lines(-19));
        let _ = entries.moved(Place { entry: 50_000, row: 1 }, Step::Lines(19));
        assert!(asked.get() < 60, "{}", asked.get());
    }

    proptest! {
        #[test]
        fn going_down_and_up_again_comes_back(heights in proptest::collection::vec(1usize..9, 1..20), down in 0isize..60, seen in 1usize..12) {
            let rows = |entry: usize| heights[entry];
            let entries = Entries { count: heights.len(), rows: &rows, seen };
            let place = entries.moved(Place::default(), Step::Lines(down));
            prop_assert!(place <= entries.end());
            prop_assert_eq!(entries.moved(place, Step::Lines(-down)), Place::default());
            prop_assert_eq!(entries.within(place), place);
        }
    }
}
