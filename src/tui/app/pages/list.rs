//! What every page that is a list does with its cursor.

use crate::tui::app::App;
use crate::tui::app::moving::Step;
use crate::tui::widgets::scroll::ListCursor;
use ratatui::layout::Rect;

/// A pane that is a list of things with ids.
pub trait Listing {
    /// What tells its lines apart.
    type Id: Copy + PartialEq;

    /// The ids of its lines, in their order.
    fn ids(&self) -> Vec<Self::Id>;

    /// How many of them are seen at once.
    fn rows(&self, app: &App, room: Rect) -> usize;

    /// Its cursor.
    fn cursor(&mut self) -> &mut ListCursor<Self::Id>;
}

/// Moves its cursor.
pub fn moved<L: Listing>(list: &mut L, app: &App, step: Step, room: Rect) {
    let (ids, rows) = (list.ids(), list.rows(app, room));
    let cursor = list.cursor();
    cursor.move_to(step.from(cursor.row(), ids.len()), &ids, rows);
}

/// Finds its cursor's line again.
pub fn settle<L: Listing>(list: &mut L, app: &App, room: Rect) {
    let (ids, rows) = (list.ids(), list.rows(app, room));
    list.cursor().settle(&ids, rows);
}
