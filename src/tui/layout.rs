//! What stands where, at any size of the terminal.

use ratatui::layout::Rect;

/// Below this the console says only that it needs more room.
pub const SMALLEST: (u16, u16) = (60, 20);
/// From here the column of queues stands beside the list; below it floats over it.
const WITH_QUEUES: u16 = 100;
/// Below this a ticket takes two lines of the list.
const ONE_LINE: u16 = 72;
/// From here the preview stands to the right of the list.
const PREVIEW_RIGHT: u16 = 180;
/// From this width of the list on numbers are shown in full and the assignee has a column, and titles can still be read.
const SPACIOUS: u16 = 123;
/// Beside the list the preview becomes no wider.
const WIDEST_PREVIEW: u16 = 72;
/// A card goes before the tickets have fewer rows than this.
const LEAST_LIST: u16 = 6;
/// The column of queues, without its rule.
const QUEUES: u16 = 24;

/// The parts of the work screen; a part without room is empty or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The whole screen.
    pub screen: Rect,
    /// Whether there is room for anything but the line that says so.
    pub is_too_small: bool,
    /// Where I am, and how fresh it is.
    pub top: Rect,
    /// The column of views and queues.
    pub queues: Option<Rect>,
    /// The line above the list: its place, or the filter while one types it.
    pub list_head: Rect,
    /// The names of the columns.
    pub columns: Rect,
    /// The tickets.
    pub list: Rect,
    /// The card of recent invoices, below the tickets.
    pub card: Option<Rect>,
    /// The preview.
    pub preview: Option<Rect>,
    /// How a ticket is drawn.
    pub lines: Lines,
    /// The rule above the bottom line.
    pub rule: Rect,
    /// What can be done now.
    pub bottom: Rect,
    /// Whether the preview stands to the right.
    pub preview_is_right: bool,
}

/// How a ticket is drawn in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// Two lines each.
    Two,
    /// One line each.
    One,
    /// One line each, with the full number and the assignee.
    Spacious,
}

impl Layout {
    /// The layout of a terminal of so many columns and rows.
    #[must_use]
    pub fn of((columns, rows): (u16, u16)) -> Self {
        Self::with_preview((columns, rows), preview)
    }

    /// The same without a preview: the list has its room.
    #[must_use]
    pub fn of_list(size: (u16, u16)) -> Self {
        Self::with_preview(size, |_, _, _| None)
    }

    fn with_preview((columns, rows): (u16, u16), preview: fn(&mut Rect, u16, u16) -> Option<Rect>) -> Self {
        let screen = Rect::new(0, 0, columns, rows);
        let is_too_small = columns < SMALLEST.0 || rows < SMALLEST.1;
        let row = |y: u16| Rect::new(0, y, columns, 1).intersection(screen);
        let mut work = Rect::new(0, 1, columns, rows.saturating_sub(3)).intersection(screen);
        let queues = (columns >= WITH_QUEUES).then_some(Rect { width: QUEUES, ..work });
        if queues.is_some() {
            work.x += QUEUES + 1;
            work.width -= QUEUES + 1;
        }
        let preview_is_right = columns >= PREVIEW_RIGHT;
        let preview = preview(&mut work, rows, columns).map(|area| area.intersection(screen));
        let lines = match (columns, work.width) {
            (0..ONE_LINE, _) => Lines::Two,
            (_, ..SPACIOUS) => Lines::One,
            _ => Lines::Spacious,
        };
        // Without the column of queues the top line names the place.
        let heads = u16::from(queues.is_some());
        let columns_row = u16::from(lines != Lines::Two);
        let line = |offset: u16| {
            Rect {
                y: work.y + offset,
                height: 1,
                ..work
            }
            .intersection(work)
        };
        Self {
            screen,
            is_too_small,
            top: row(0),
            queues,
            list_head: line(0),
            columns: if columns_row == 1 {
                line(heads)
            } else {
                Rect { height: 0, ..work }
            },
            list: below(work, heads + columns_row),
            card: None,
            preview,
            lines,
            rule: row(rows.saturating_sub(2)),
            bottom: row(rows.saturating_sub(1)),
            preview_is_right,
        }
    }

    /// The same with a card of so many rows below the tickets, where these keep enough room.
    #[must_use]
    pub fn with_card(self, rows: u16) -> Self {
        if rows == 0 || self.list.height < rows + LEAST_LIST {
            return self;
        }
        let list = Rect {
            height: self.list.height - rows,
            ..self.list
        };
        let card = Rect {
            y: list.bottom(),
            height: rows,
            ..list
        };
        Self {
            list,
            card: Some(card),
            ..self
        }
    }

    /// The same with a line of its own above the tickets, where there is none otherwise: to type a filter in.
    #[must_use]
    pub fn with_head(self) -> Self {
        let list = if self.list.y == self.list_head.y {
            below(self.list, 1)
        } else {
            self.list
        };
        Self { list, ..self }
    }

    /// How many tickets are seen at once.
    #[must_use]
    pub fn list_rows(&self) -> usize {
        let height = usize::from(self.list.height);
        if self.lines == Lines::Two { height / 2 } else { height }
    }
}

/// Takes the preview's part off the work area: at the right, below, or none where there is no room. A rule stands
/// before it.
fn preview(work: &mut Rect, rows: u16, columns: u16) -> Option<Rect> {
    if columns >= PREVIEW_RIGHT {
        let width = (work.width * 2 / 7).min(WIDEST_PREVIEW);
        work.width -= width + 1;
        return Some(Rect {
            x: work.right() + 1,
            width,
            ..*work
        });
    }
    if columns < ONE_LINE {
        return None;
    }
    let height = if rows < 30 { 3 } else { rows * 3 / 10 };
    work.height = work.height.saturating_sub(height + 1);
    Some(Rect {
        y: work.bottom() + 1,
        height,
        ..*work
    })
}

fn below(area: Rect, lines: u16) -> Rect {
    let taken = lines.min(area.height);
    Rect {
        y: area.y + taken,
        height: area.height - taken,
        ..area
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_lies_on_the_screen_at_any_size() {
        for columns in 0..=220 {
            for rows in 0..=70 {
                let layout = Layout::of((columns, rows));
                let parts = [
                    layout.top,
                    layout.list_head,
                    layout.columns,
                    layout.list,
                    layout.rule,
                    layout.bottom,
                ];
                assert_eq!(Layout::of_list((columns, rows)).preview, None);
                for part in parts.into_iter().chain(layout.queues).chain(layout.preview) {
                    assert_eq!(
                        part.intersection(layout.screen).area(),
                        part.area(),
                        "{columns}x{rows}: {part:?}"
                    );
                }
                if !layout.is_too_small {
                    assert!(layout.list_rows() >= 5, "{columns}x{rows}");
                }
            }
        }
    }
}
