//! Which line of a list is under the cursor, and which lines are on the screen.
//!
//! The cursor stays on its item, not on its row, when the list changes under it; and the item stays at its height on
//! the screen where it can.

use std::ops::Range;

/// A cursor in a list whose items have ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListCursor<Id> {
    item: Option<Id>,
    row: usize,
    top: usize,
}

impl<Id> Default for ListCursor<Id> {
    fn default() -> Self {
        Self {
            item: None,
            row: 0,
            top: 0,
        }
    }
}

impl<Id: Copy + PartialEq> ListCursor<Id> {
    /// The item under the cursor, none in an empty list.
    #[must_use]
    pub fn item(&self) -> Option<Id> {
        self.item
    }

    /// The row under the cursor, from 0 at the list's beginning.
    #[must_use]
    pub fn row(&self) -> usize {
        self.row
    }

    /// Moves by this many rows, stopping at the ends. `height` is how many rows the screen shows.
    pub fn move_by(&mut self, rows: isize, items: &[Id], height: usize) {
        self.move_to(self.row.saturating_add_signed(rows), items, height);
    }

    /// Moves to this row, or to the last.
    pub fn move_to(&mut self, row: usize, items: &[Id], height: usize) {
        self.row = row.min(items.len().saturating_sub(1));
        self.item = items.get(self.row).copied();
        self.top = self.visible(height, items.len()).start;
    }

    /// Moves to this item, if the list has it.
    pub fn move_to_item(&mut self, item: Id, items: &[Id], height: usize) {
        if let Some(row) = items.iter().position(|other| *other == item) {
            self.move_to(row, items, height);
        }
    }

    /// Finds the cursor's item again in a list that has changed; where it is gone, the item now at its row (or the last)
    /// is under the cursor.
    pub fn settle(&mut self, items: &[Id], height: usize) {
        let again = self.item.and_then(|item| items.iter().position(|other| *other == item));
        let row = again.unwrap_or(self.row);
        self.top = (self.top + row).saturating_sub(self.row);
        self.move_to(row, items, height);
    }

    /// The rows on the screen: at most `height`, the cursor's among them, the screen full where the list is long enough.
    #[must_use]
    pub fn visible(&self, height: usize, length: usize) -> Range<usize> {
        if height == 0 {
            return self.row..self.row;
        }
        let first = (self.row + 1).saturating_sub(height);
        let top = self
            .top
            .clamp(first, self.row.max(first))
            .min(length.saturating_sub(height));
        top..(top + height).min(length)
    }
}

/// How far a text is scrolled: the first row shown, kept so that the last screenful is full.
#[must_use]
pub fn first_row(wanted: usize, rows: usize, height: usize) -> usize {
    wanted.min(rows.saturating_sub(height))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_cursor_stays_on_its_item_and_the_item_at_its_height() {
        let mut items: Vec<u32> = (0..100).collect();
        let mut cursor = ListCursor::default();
        cursor.move_to(50, &items, 10);
        cursor.move_by(-4, &items, 10);
        assert_eq!((cursor.item(), cursor.visible(10, 100)), (Some(46), 41..51));
        items.splice(0..0, 200..203);
        cursor.settle(&items, 10);
        assert_eq!(
            (cursor.item(), cursor.row(), cursor.visible(10, 103)),
            (Some(46), 49, 44..54)
        );
    }

    #[test]
    fn where_its_item_is_gone_the_cursor_stays_at_its_row() {
        let mut cursor = ListCursor::default();
        cursor.move_to(2, &['a', 'b', 'c'], 5);
        cursor.settle(&['a', 'b'], 5);
        assert_eq!((cursor.item(), cursor.row()), (Some('b'), 1));
        cursor.settle(&[], 5);
        assert_eq!((cursor.item(), cursor.row(), cursor.visible(5, 0)), (None, 0, 0..0));
        cursor.settle(&['x', 'y'], 5);
        assert_eq!(cursor.item(), Some('x'));
    }

    proptest! {
        #[test]
        fn the_cursor_is_always_on_the_screen(length in 1usize..50, height in 1usize..20, steps in proptest::collection::vec(-9isize..9, 0..20)) {
            let items: Vec<usize> = (0..length).collect();
            let mut cursor = ListCursor::default();
            cursor.settle(&items, height);
            for step in steps {
                cursor.move_by(step, &items, height);
                let visible = cursor.visible(height, length);
                prop_assert!(visible.contains(&cursor.row()), "{visible:?} {}", cursor.row());
                prop_assert_eq!(visible.len(), height.min(length));
            }
        }
    }
}
