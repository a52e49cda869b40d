//! Drawing the column of views and queues.

use super::{Entry, Line, lines};
use crate::base::cells;
use crate::records::windows::Count;
use crate::tui::app::moving::scrolled;
use crate::tui::app::{App, Focus};
use crate::tui::theme::Role;
use crate::tui::widgets::list::CURSOR;
use crate::tui::widgets::paint::{self, Piece};
use crate::tui::widgets::progress::grouped;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Where the list is that is shown.
const SHOWN: &str = "›";

/// Draws it; where it is higher than its room, the part around the cursor.
pub fn draw(app: &App, buffer: &mut Buffer, area: Rect) {
    let lines = lines(app);
    let has_focus = app.focus == Focus::Queues;
    let wanted = wanted(app);
    let is_wanted = |line: &Line| matches!(line, Line::Entry(entry, ..) if *entry == wanted);
    let top = top(app, &lines, area);
    for (line, y) in lines.iter().skip(top).zip(area.top()..area.bottom()) {
        draw_line(
            app,
            buffer,
            Rect { y, height: 1, ..area },
            line,
            has_focus && is_wanted(line),
        );
    }
}

/// The first line that is seen, so that the one under the cursor, or what the list shows, is seen too.
pub(super) fn top(app: &App, lines: &[Line], area: Rect) -> usize {
    let wanted = wanted(app);
    let is_wanted = |line: &Line| matches!(line, Line::Entry(entry, ..) if *entry == wanted);
    let at = lines.iter().position(is_wanted).unwrap_or(0);
    scrolled(0, at, usize::from(area.height))
}

fn wanted(app: &App) -> Entry {
    match app.focus {
        Focus::Queues => app.queues.cursor,
        _ => Entry::Place(app.tickets.place),
    }
}

fn draw_line(app: &App, buffer: &mut Buffer, line: Rect, what: &Line, is_cursor: bool) {
    let theme = &app.settings.theme;
    match what {
        Line::Gap => {}
        Line::Heading(key) => {
            let text = app.text(key);
            paint::text(
                buffer,
                line.x + 1,
                line.y,
                line.width.saturating_sub(1),
                &text,
                theme.style(Role::Dim),
            );
        }
        Line::Entry(entry, name, count) => {
            let is_shown = *entry == Entry::Place(app.tickets.place);
            let mark = match (is_cursor, is_shown) {
                (true, _) => Piece::new(CURSOR, Role::Cursor),
                (_, true) => Piece::new(SHOWN, Role::Key),
                _ => Piece::new(" ", Role::Text),
            };
            let role = match (*count, is_shown) {
                (_, true) => Role::Heading,
                (Some(Count { number: 0, .. }), _) => Role::Dim,
                _ => Role::Text,
            };
            paint::pieces(buffer, line.x + 1, line.y, 1, &[mark], theme);
            let number = count.map(shown).unwrap_or_default();
            let right = u16::try_from(cells::width(&number)).unwrap_or(0) + 1;
            let room = line.width.saturating_sub(3 + right + 1);
            let taken = paint::text(buffer, line.x + 3, line.y, room, name, theme.style(role));
            if is_cursor {
                buffer.set_style(
                    Rect {
                        x: line.x + 3,
                        width: taken,
                        ..line
                    },
                    theme.style(Role::Cursor),
                );
            }
            let x = line.right().saturating_sub(right);
            paint::text(buffer, x, line.y, right, &number, theme.style(role));
        }
    }
}

/// A count in few cells: `31`, `1,000+`.
fn shown(count: Count) -> String {
    match count.or_more {
        true => format!("{}+", grouped(count.number)),
        false => count.number.to_string(),
    }
}
