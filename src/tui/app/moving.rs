//! The cursor keys, for whichever pane has the focus.

use super::{App, Front, pages};
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;
use crate::tui::panes::{outbox, queues, ticket, tickets};

/// How far a cursor moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// By so many lines, upwards when negative.
    Lines(isize),
    /// To the first line.
    First,
    /// To the last line.
    Last,
}

/// Which way one goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To what comes next.
    Forward,
    /// To what came before.
    Back,
}

impl Step {
    /// The step of a cursor key where so many lines are seen.
    #[must_use]
    pub fn of(intent: Intent, seen: usize) -> Option<Self> {
        let page = isize::try_from(seen.max(2)).unwrap_or(isize::MAX);
        Some(match intent {
            Intent::Up => Self::Lines(-1),
            Intent::Down => Self::Lines(1),
            Intent::PageUp => Self::Lines(1 - page),
            Intent::PageDown => Self::Lines(page - 1),
            Intent::HalfPageUp => Self::Lines(-page / 2),
            Intent::HalfPageDown => Self::Lines(page / 2),
            Intent::First => Self::First,
            Intent::Last => Self::Last,
            _ => return None,
        })
    }

    /// Where a cursor comes to in a list of so many lines.
    #[must_use]
    pub fn from(self, cursor: usize, lines: usize) -> usize {
        let last = lines.saturating_sub(1);
        match self {
            Self::Lines(by) => cursor.saturating_add_signed(by).min(last),
            Self::First => 0,
            Self::Last => last,
        }
    }
}

/// The first line to show so that the cursor is seen.
#[must_use]
pub fn scrolled(top: usize, cursor: usize, seen: usize) -> usize {
    let lowest = (cursor + 1).saturating_sub(seen.max(1));
    top.clamp(lowest, cursor)
}

/// Moves the cursor of the pane that has the focus.
pub fn moved(app: &mut App, intent: Intent) -> Vec<Effect> {
    let seen = match app.front() {
        Front::Page => return pages::moved(app, intent),
        Front::Ticket => ticket::layout::Areas::of(app).content.height.into(),
        Front::Queues | Front::Tickets | Front::Outbox => app.layout().list_rows(),
    };
    let Some(step) = Step::of(intent, seen) else {
        return Vec::new();
    };
    match app.front() {
        Front::Ticket => return ticket::moved(app, step),
        Front::Tickets => return tickets::moved(app, step),
        Front::Queues => queues::moved(app, step),
        Front::Outbox => outbox::moved(app, step),
        Front::Page => {}
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_stays_in_its_list_and_a_page_keeps_one_line() {
        assert_eq!(Step::of(Intent::PageDown, 10), Some(Step::Lines(9)));
        assert_eq!(Step::Lines(9).from(0, 5), 4);
        assert_eq!(Step::Lines(-9).from(3, 5), 0);
        assert_eq!(Step::Last.from(0, 0), 0);
    }

    #[test]
    fn a_list_scrolls_no_further_than_it_must() {
        assert_eq!(scrolled(0, 4, 5), 0);
        assert_eq!(scrolled(0, 5, 5), 1);
        assert_eq!(scrolled(7, 5, 5), 5);
        assert_eq!(scrolled(0, 3, 0), 3);
    }
}
