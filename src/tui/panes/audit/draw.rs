//! Drawing the log: a line for each entry, and below them the newest digest with how to verify it.

use super::{Pane, act_name, typed};
use crate::records::administration::audit::AuditEntry;
use crate::tui::app::App;
use crate::tui::app::pages::draw::inset;
use crate::tui::theme::Role;
use crate::tui::widgets::columns::{Column, lay_out};
use crate::tui::widgets::list::{self, Cell, MARKS, Marks, Row};
use crate::tui::widgets::paint::{self, Piece};
use crate::tui::widgets::rule;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// When, who, what, about what, from where.
const COLUMNS: [Column; 5] = [
    Column::fixed(16),
    Column::yielding(20, 10, 2),
    Column::yielding(38, 22, 3),
    Column::yielding(30, 12, 1).growing(),
    Column::yielding(15, 9, 4),
];
/// The keys of the columns' names.
const HEADINGS: [&str; 5] = ["audit-at", "audit-who", "audit-act", "audit-subject", "audit-origin"];
/// The rows of digest and explanation, with the rule above them.
const DIGEST: u16 = 3;

/// The entries that are seen at once.
#[must_use]
pub fn rows(room: Rect) -> usize {
    room.height.saturating_sub(DIGEST + 1).into()
}

/// Draws it.
pub fn draw(pane: &Pane, app: &App, room: Rect, buffer: &mut Buffer) {
    let theme = &app.settings.theme;
    let widths = lay_out(&COLUMNS, room.width.saturating_sub(MARKS + 1), 1);
    let headings = HEADINGS.map(|key| app.text(key).into_owned());
    let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
    list::draw_headings(buffer, room, &widths, &headings, theme);
    let lines = Rect {
        y: room.y + 1.min(room.height),
        height: room.height.saturating_sub(DIGEST + 1),
        ..room
    };
    if pane.entries.items.is_empty() {
        paint::paragraph(buffer, inset(lines), &app.text("audit-none"), 0, theme.style(Role::Dim));
    }
    let visible = pane.cursor.visible(rows(room), pane.entries.items.len());
    let shown = visible.filter_map(|at| Some((at, pane.entries.items.get(at)?)));
    let shown = shown.map(|(at, entry)| row(app, entry, at == pane.cursor.row()));
    list::draw(buffer, lines, &widths, shown, theme);
    draw_digest(pane, app, room, buffer);
}

fn row<'a>(app: &'a App, entry: &'a AuditEntry, cursor: bool) -> Row<'a> {
    Row {
        marks: Marks {
            cursor,
            ..Marks::default()
        },
        cells: vec![
            Cell::new(Piece::new(app.times().clock(entry.at), Role::Dim)),
            Cell::new(Piece::new(entry.actor_name.as_str(), Role::Text)),
            Cell::new(Piece::new(act_name(app, &entry.act), Role::Text)).under_cursor(),
            Cell::new(Piece::new(entry.subject.as_str(), Role::Text)),
            Cell::new(Piece::new(entry.origin.as_str(), Role::Dim)),
        ],
    }
}

fn draw_digest(pane: &Pane, app: &App, room: Rect, buffer: &mut Buffer) {
    let theme = &app.settings.theme;
    let below = Rect {
        y: room.bottom().saturating_sub(DIGEST).max(room.y),
        height: DIGEST.min(room.height),
        ..room
    };
    rule::horizontal(buffer, Rect { height: 1, ..below }, theme);
    let mut rows = inset(below).rows().skip(1);
    let (_, unreadable) = typed::question(app, &pane.typed);
    let first = match (unreadable.is_empty(), pane.entries.has_more) {
        (false, _) => {
            let words = unreadable.join(" ");
            let text = app.say("audit-unreadable", &[("words", words.into())]);
            Piece::new(text.into_owned(), Role::Warning)
        }
        (true, true) => Piece::new(app.text("audit-more").into_owned(), Role::Dim),
        (true, false) => Piece::new(app.text("audit-all").into_owned(), Role::Dim),
    };
    if let Some(row) = rows.next() {
        paint::pieces(buffer, row.x, row.y, row.width, &[first], theme);
    }
    if let Some(row) = rows.next() {
        let pieces = [
            Piece::new(app.text("audit-newest"), Role::Dim),
            Piece::new(" ", Role::Dim),
            Piece::new(pane.entries.newest_digest.as_str(), Role::Text),
        ];
        paint::pieces(buffer, row.x, row.y, row.width, &pieces, theme);
    }
}
