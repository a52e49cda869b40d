//! The lines of a drawing, in the order in which one reads them: side by side is read one after the other, what only
//! draws is left out, marks become words, and the cells of a table bear the names of their columns.

use crate::tui::app::App;
use crate::tui::theme::{Role, Theme};
use crate::tui::widgets::list::{CELL_END, CURSOR, DRAFT};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// What stands at a line's left edge for what has the keys.
const POINTER: &str = "›";
/// Between what is side by side.
const VERTICAL: &str = "│";
/// The columns in which marks stand.
const MARKS: u16 = 2;

/// A line of what stands on a screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it says.
    pub text: String,
    /// Whether the cursor is on it.
    pub is_focused: bool,
}

/// A piece of a row, from here on, up to a gap.
struct Segment {
    x: u16,
    text: String,
    is_dim: bool,
}

/// Reads the lines of an area that was drawn with [`Theme::telling`].
#[must_use]
pub fn lines(app: &App, buffer: &Buffer, area: Rect) -> Vec<Line> {
    let mut lines = Vec::new();
    read(app, buffer, area.intersection(*buffer.area()), &mut lines);
    lines
}

/// The text of a row from here up to there, as it was drawn.
#[must_use]
pub fn raw(buffer: &Buffer, y: u16, columns: std::ops::Range<u16>) -> String {
    let mut text = String::new();
    let mut covered = 0;
    for x in columns {
        let cell = &buffer[(x, y)];
        if x < covered || Theme::told(cell.fg) == Role::Rule || matches!(cell.symbol(), POINTER | CURSOR) {
            continue;
        }
        covered = x + u16::try_from(cell.symbol().width()).unwrap_or(1);
        text.push_str(cell.symbol());
    }
    text
}

fn read(app: &App, buffer: &Buffer, area: Rect, lines: &mut Vec<Line>) {
    let mut y = area.top();
    while y < area.bottom() {
        let mut rules = rules(buffer, area, y);
        let mut end = y + 1;
        while end < area.bottom() {
            let next = self::rules(buffer, area, end);
            let common: Vec<u16> = rules.iter().copied().filter(|x| next.contains(x)).collect();
            match (rules.is_empty(), next.is_empty(), common.is_empty()) {
                (true, true, _) => {}
                (false, _, false) => rules = common,
                _ => break,
            }
            end += 1;
        }
        let rows = Rect {
            y,
            height: end - y,
            ..area
        };
        if rules.is_empty() {
            read_rows(app, buffer, rows, lines);
        } else {
            let mut left = area.x;
            for x in rules.into_iter().chain([area.right()]) {
                let width = x - left;
                read(app, buffer, Rect { x: left, width, ..rows }, lines);
                left = (x + 1).min(area.right());
            }
        }
        y = end;
    }
}

/// Where what is side by side in this row is divided.
fn rules(buffer: &Buffer, area: Rect, y: u16) -> Vec<u16> {
    let is_rule = |x: &u16| {
        let cell = &buffer[(*x, y)];
        cell.symbol() == VERTICAL && Theme::told(cell.fg) == Role::Rule
    };
    (area.left()..area.right()).filter(is_rule).collect()
}

/// Rows without anything side by side, but for the cells of tables.
fn read_rows(app: &App, buffer: &Buffer, area: Rect, lines: &mut Vec<Line>) {
    // The columns of the table that is being read, where they end, and their names.
    let mut table: Option<(Vec<u16>, Vec<Segment>)> = None;
    for y in area.top()..area.bottom() {
        let row = Rect { y, height: 1, ..area };
        let segments = segments(app, buffer, row);
        let ends = cell_ends(buffer, row);
        if table.as_ref().is_some_and(|(columns, _)| *columns != ends) {
            table = None;
        }
        if segments.is_empty() {
            continue;
        }
        let is_heading = table.is_none() && ends.len() > 1 && segments.iter().all(|segment| segment.is_dim);
        let text = match &table {
            Some((columns, names)) => named(&segments, area.x + MARKS, columns, names),
            None => joined(segments.iter().map(|segment| segment.text.clone())),
        };
        if is_heading {
            table = Some((ends, segments));
        }
        lines.push(Line {
            text,
            is_focused: is_focused(buffer, row),
        });
    }
}

fn is_focused(buffer: &Buffer, row: Rect) -> bool {
    let mut cells = row.columns().map(|at| &buffer[(at.x, at.y)]);
    cells.any(|cell| {
        let role = Theme::told(cell.fg);
        role == Role::Cursor || (cell.symbol() == POINTER && role != Role::Key)
    })
}

fn cell_ends(buffer: &Buffer, row: Rect) -> Vec<u16> {
    let is_end = |x: &u16| buffer[(*x, row.y)].symbol() == CELL_END;
    (row.left()..row.right()).filter(is_end).collect()
}

/// What stands in a row, taken apart at gaps and at the ends of cells.
fn segments(app: &App, buffer: &Buffer, row: Rect) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::new();
    let mut gap = MARKS;
    let mut covered = row.left();
    for x in row.left()..row.right() {
        if x < covered {
            continue;
        }
        let cell = &buffer[(x, row.y)];
        let (symbol, role) = (cell.symbol(), Theme::told(cell.fg));
        covered = x + u16::try_from(symbol.width()).unwrap_or(1).max(1);
        if symbol == " " {
            gap += 1;
            continue;
        }
        let is_mark = x < row.left() + MARKS;
        let shown = shown(app, symbol, role, is_mark);
        if role == Role::Rule || matches!(symbol, CELL_END | VERTICAL) {
            gap = MARKS;
            continue;
        }
        if shown.is_empty() {
            // As if nothing stood there.
            gap += 1;
            continue;
        }
        match segments.last_mut().filter(|_| gap < MARKS) {
            Some(segment) => {
                if gap > 0 {
                    segment.text.push(' ');
                }
                segment.text.push_str(&shown);
                segment.is_dim &= role == Role::Dim;
            }
            None => segments.push(Segment {
                x,
                text: shown.into_owned(),
                is_dim: role == Role::Dim,
            }),
        }
        // A mark is a word of its own.
        gap = if is_mark && symbol.width() == 1 && is_word(symbol, role) {
            MARKS
        } else {
            0
        };
    }
    segments
        .iter_mut()
        .for_each(|segment| segment.text = in_words(app, &segment.text));
    segments.retain(|segment| {
        segment
            .text
            .chars()
            .any(|letter| !letter.is_whitespace() && letter != '·')
    });
    segments
}

/// Boxes to tick, and nothing at all, as words.
fn in_words(app: &App, text: &str) -> String {
    match text.trim() {
        "–" => app.text("plain-none").into_owned(),
        text => text
            .replace("[x]", &app.text("plain-ticked"))
            .replace("[ ]", &app.text("plain-not-ticked")),
    }
}

/// Whether a mark is said as a word.
fn is_word(symbol: &str, role: Role) -> bool {
    matches!(
        (symbol, role),
        ("!", Role::Warning) | ("+", Role::Marked) | ("~" | "±" | DRAFT, Role::Unsent)
    )
}

/// What a glyph says; nothing where it only draws.
fn shown<'a>(app: &'a App, symbol: &'a str, role: Role, is_mark: bool) -> std::borrow::Cow<'a, str> {
    let key = match (symbol, role) {
        (CURSOR | "▸" | "↳" | "⋮", _) => return "".into(),
        (POINTER, Role::Key) => "plain-shown",
        (POINTER, _) => return "".into(),
        ("●", _) => return format!("{}:", app.text("plain-holder")).into(),
        _ if matches!(symbol.chars().next(), Some('\u{2580}'..='\u{259f}')) => return "".into(),
        ("!", Role::Warning) if is_mark => "plain-attention",
        ("+", Role::Marked) if is_mark => "plain-marked",
        ("~", Role::Unsent) if is_mark => "plain-unsent",
        ("±", Role::Unsent) if is_mark => "plain-marked-unsent",
        (DRAFT, Role::Unsent) if is_mark => "plain-draft",
        ("→", _) => "plain-becomes",
        ("✓", _) => "plain-done",
        ("↑", _) => "plain-ascending",
        ("↓", _) => "plain-descending",
        _ => return symbol.into(),
    };
    app.text(key)
}

/// The cells of a row from where the first one begins, behind its marks, each behind the name of its column.
fn named(segments: &[Segment], first: u16, ends: &[u16], names: &[Segment]) -> String {
    let column = |x: u16| ends.iter().filter(|end| **end <= x).count();
    let mut last = None;
    let cells = segments.iter().map(|segment| {
        let at = (segment.x >= first).then(|| column(segment.x));
        let is_new = at.is_some() && last.replace(at) != Some(at);
        match names.iter().find(|name| is_new && Some(column(name.x)) == at) {
            Some(name) => format!("{}: {}", name.text, segment.text),
            None => segment.text.clone(),
        }
    });
    joined(cells)
}

/// One sentence of several pieces.
fn joined(pieces: impl Iterator<Item = String>) -> String {
    let mut text = String::new();
    for piece in pieces {
        if !text.is_empty() {
            let ended = text.ends_with(['.', ',', ':', ';', '?', '!', '·']);
            text.push_str(if ended { " " } else { ", " });
        }
        text.push_str(&piece);
    }
    // A dot in the middle parts what stands on a line; what a text itself ends with stays.
    text.trim_end_matches([' ', '·'])
        .replace(" · ", ", ")
        .replace(" ·", ",")
}
