//! Drawing the list of tickets: both statuses side by side, one line each, two where the terminal is narrow.

use super::{Pane, hits};
use crate::domain::Side;
use crate::records::views::{SideLine, TicketLine};
use crate::records::windows::Count;
use crate::tui::app::{App, Focus};
use crate::tui::layout::{Layout, Lines};
use crate::tui::pictures;
use crate::tui::theme::Role;
use crate::tui::widgets::age::Age;
use crate::tui::widgets::columns::{Column, lay_out};
use crate::tui::widgets::list::{self, Cell, Marks, Row};
use crate::tui::widgets::paint::{self, Piece};
use crate::tui::widgets::progress::grouped;
use crate::tui::widgets::top_line;
use crate::tui::widgets::two_statuses::column_width;
use crate::tui::words::short_number;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Draws the list with its head, and gives back where the cursor is while one types a filter.
pub fn draw(app: &App, layout: &Layout, buffer: &mut Buffer) -> Option<Position> {
    let cursor = draw_head(app, layout, buffer);
    let columns = columns(app, layout);
    if cursor.is_none() || layout.list_head != layout.columns {
        draw_headings(app, layout, &columns, buffer);
    }
    if app.tickets.lines.is_empty() {
        draw_nothing(app, layout.list, buffer);
    } else if layout.lines == Lines::Two {
        draw_two_lines(app, layout, &columns, buffer);
    } else {
        let searched = app.tickets.searched();
        let rows = app
            .tickets
            .lines
            .iter()
            .enumerate()
            .skip(app.tickets.top)
            .map(|(at, line)| row(app, layout, &searched, at, line));
        list::draw(buffer, layout.list, &columns.widths, rows, &app.settings.theme);
    }
    cursor
}

/// What the list is: its place, what is selected of it, how much that is.
#[must_use]
pub fn title(app: &App) -> Vec<Piece<'_>> {
    let pane = &app.tickets;
    let mut pieces = vec![Piece::new(pane.place.title(app), Role::Heading)];
    let mut add = |text: String, role| {
        pieces.push(Piece::new(" · ", Role::Dim));
        pieces.push(Piece::new(text, role));
    };
    if let Some(filter) = &pane.filter {
        add(filter.clone(), Role::Match);
    }
    if app.layout().queues.is_some() {
        let order = app.text(pane.order.sentence());
        add(
            app.say("list-sorted", &[("order", order.into())]).into_owned(),
            Role::Dim,
        );
    }
    if pane.is_loaded {
        let text = app.say(
            "list-total",
            &[("count", pane.total.number.into()), ("shown", count(pane.total).into())],
        );
        add(text.into_owned(), Role::Dim);
    }
    pieces
}

/// A number of tickets, `1,000+` where it was counted no further.
fn count(total: Count) -> String {
    let plus = if total.or_more { "+" } else { "" };
    format!("{}{plus}", grouped(total.number))
}

/// What stands at the right of the list's head: marks, and what arrived.
#[must_use]
pub fn notes(app: &App) -> Vec<Piece<'_>> {
    let pane = &app.tickets;
    let mut pieces = Vec::new();
    if !pane.arrived.is_empty() {
        let key = app
            .settings
            .keymap
            .keys_for("list.show_arrived", &app.work_contexts())
            .unwrap_or_default();
        let text = app.say(
            "list-arrived",
            &[("count", pane.arrived.len().into()), ("key", key.into())],
        );
        pieces.push(Piece::new(text, Role::Match));
    }
    if !pane.marks.is_empty() {
        if !pieces.is_empty() {
            pieces.push(Piece::new(" · ", Role::Dim));
        }
        pieces.push(Piece::new(
            app.say("list-marked", &[("count", pane.marks.len().into())]),
            Role::Marked,
        ));
    }
    pieces
}

/// The line above the list: its title, or the filter while one types it.
fn draw_head(app: &App, layout: &Layout, buffer: &mut Buffer) -> Option<Position> {
    let theme = &app.settings.theme;
    let line = layout.list_head;
    let Some(filter) = &app.tickets.filter_line else {
        if layout.queues.is_some() {
            let mut right = notes(app);
            right.push(Piece::new(" ", Role::Dim));
            top_line::draw(buffer, line, &title(app), &right, theme);
        }
        return None;
    };
    let taken = paint::text(buffer, line.x, line.y, line.width, " /", theme.style(Role::Key));
    let half = Rect {
        x: line.x + taken,
        width: (line.width / 2).saturating_sub(taken),
        ..line
    };
    let cursor = filter.text.draw(buffer, half, theme);
    let rest = Rect {
        x: half.right() + 1,
        width: line.right().saturating_sub(half.right() + 1),
        ..line
    };
    let mut pieces = Vec::new();
    match &filter.mistake {
        Some(mistake) => pieces.push(Piece::new(mistake.as_str(), Role::Warning)),
        None => {
            pieces.push(Piece::new(count(app.tickets.total), Role::Heading));
            let suggestions = filter.completion.iter().flat_map(|completion| &completion.suggestions);
            pieces.extend(
                suggestions
                    .take(6)
                    .map(|suggestion| Piece::new(format!("  {suggestion}"), Role::Dim)),
            );
        }
    }
    paint::pieces(buffer, rest.x, rest.y, rest.width, &pieces, theme);
    cursor
}

/// The columns of the list at this width, and their names.
struct Columns {
    widths: Vec<u16>,
    headings: Vec<&'static str>,
}

fn columns(app: &App, layout: &Layout) -> Columns {
    let statuses = |side| column_width(app.desk.statuses.of(side).map(|status| status.label.as_str()));
    let room = layout.list.width.saturating_sub(list::MARKS);
    if layout.lines == Lines::Two {
        let columns = [Column::fixed(9), Column::yielding(20, 4, 1).growing()];
        return Columns {
            widths: lay_out(&columns, room, 1),
            headings: Vec::new(),
        };
    }
    let is_spacious = layout.lines == Lines::Spacious;
    // Names are seen from 90 columns on; below, titles need the room.
    let name = if room < 90 {
        Column::fixed(0)
    } else {
        Column::yielding(12, 7, 2)
    };
    let columns = [
        Column::fixed(if is_spacious { 14 } else { 9 }),
        Column::yielding(44, 16, 1).growing(),
        name,
        Column::fixed(statuses(Side::Autotask)),
        Column::fixed(statuses(Side::Taskfire)),
        if is_spacious {
            Column::yielding(16, 8, 3)
        } else {
            Column::fixed(0)
        },
        if room < 78 { Column::fixed(0) } else { Column::fixed(1) },
        Column::fixed(7),
    ];
    let who = if app.side() == Side::Autotask {
        "column-company"
    } else {
        "column-contact"
    };
    let headings = vec![
        "column-number",
        "column-title",
        who,
        "column-autotask",
        "column-taskfire",
        "column-assignee",
        "column-priority",
        "column-due",
    ];
    Columns {
        widths: lay_out(&columns, room, 1),
        headings,
    }
}

fn draw_headings(app: &App, layout: &Layout, columns: &Columns, buffer: &mut Buffer) {
    if layout.columns.is_empty() {
        return;
    }
    // Words of statuses begin behind the room for their mark.
    let heading = |key: &&str| match *key {
        "column-autotask" | "column-taskfire" => format!("  {}", app.text(key)),
        _ => app.text(key).into_owned(),
    };
    let texts: Vec<String> = columns.headings.iter().map(heading).collect();
    let headings: Vec<&str> = texts.iter().map(String::as_str).collect();
    let theme = &app.settings.theme;
    list::draw_headings(buffer, layout.columns, &columns.widths, &headings, theme);
    // Without the column of queues there is no line above the list: marks and arrivals stand at the headings' end.
    if layout.queues.is_none() {
        let notes = notes(app);
        let taken = u16::try_from(paint::width(&notes)).unwrap_or(0);
        if taken > 0 {
            let x = layout.columns.right().saturating_sub(taken + 1);
            let blank = " ".repeat(usize::from(taken) + 1);
            paint::text(
                buffer,
                x.saturating_sub(1),
                layout.columns.y,
                taken + 2,
                &blank,
                theme.style(Role::Text),
            );
            paint::pieces(buffer, x, layout.columns.y, taken, &notes, theme);
        }
    }
}

fn draw_nothing(app: &App, area: Rect, buffer: &mut Buffer) {
    let pane = &app.tickets;
    let key = match (pane.is_loaded, &pane.filter) {
        (false, _) => "list-loading",
        (true, Some(_)) => "list-nothing-fits",
        (true, None) => "list-empty",
    };
    let text = app.text(key);
    let inner = Rect {
        x: area.x + 2.min(area.width),
        width: area.width.saturating_sub(3),
        ..area
    };
    paint::paragraph(buffer, inner, &text, 0, app.settings.theme.style(Role::Dim));
}

/// The marks of a line.
fn marks(app: &App, at: usize, line: &TicketLine) -> Marks {
    let pane: &Pane = &app.tickets;
    Marks {
        cursor: at == pane.cursor && app.focus == Focus::Tickets,
        marked: pane.marks.contains(&line.id),
        unsent: line.marks.unsent,
        warning: line.marks.stopped,
        draft: line.marks.draft,
    }
}

fn row<'a>(app: &'a App, layout: &Layout, searched: &[String], at: usize, line: &'a TicketLine) -> Row<'a> {
    let is_spacious = layout.lines == Lines::Spacious;
    let number = if is_spacious {
        line.number.as_str()
    } else {
        short_number(&line.number)
    };
    // What wasn't read yet stands out.
    let title = if line.marks.unread { Role::Heading } else { Role::Text };
    let who = match app.side() {
        Side::Autotask => Some(line.company_name.as_str()),
        Side::Taskfire => line.contact_name.as_deref(),
    };
    let own = line.side(app.side()).or(line.side(app.side().other()));
    let assignee = own
        .and_then(|side| side.assignee.as_ref())
        .map_or("", |assignee| assignee.name.as_str());
    let (due, due_role) = due(app, line, layout.queues.is_none());
    let cells = vec![
        Cell::new(Piece::new(number, Role::Text)).under_cursor(),
        Cell::of(hits::marked(&line.title, searched, title)).under_cursor(),
        Cell::new(Piece::new(who.unwrap_or_default(), Role::Text)),
        Cell::of(status_pieces(app, line, Side::Autotask)),
        Cell::of(status_pieces(app, line, Side::Taskfire)),
        Cell::new(Piece::new(assignee, Role::Text)),
        Cell::new(Piece::new(priority(own), Role::Text)),
        Cell::new(Piece::new(due, due_role)),
    ];
    Row {
        marks: marks(app, at, line),
        cells,
    }
}

fn draw_two_lines(app: &App, layout: &Layout, columns: &Columns, buffer: &mut Buffer) {
    let theme = &app.settings.theme;
    let searched = app.tickets.searched();
    let lines = app
        .tickets
        .lines
        .iter()
        .enumerate()
        .skip(app.tickets.top)
        .take(layout.list_rows());
    for ((at, line), y) in lines.zip((layout.list.y..).step_by(2)) {
        let title = if line.marks.unread { Role::Heading } else { Role::Text };
        let cells = vec![
            Cell::new(Piece::new(short_number(&line.number), Role::Text)).under_cursor(),
            Cell::of(hits::marked(&line.title, &searched, title)).under_cursor(),
        ];
        let first = Rect {
            y,
            height: 1,
            ..layout.list
        };
        list::draw(
            buffer,
            first,
            &columns.widths,
            [Row {
                marks: marks(app, at, line),
                cells,
            }],
            theme,
        );
        let own = line.side(app.side()).or(line.side(app.side().other()));
        let mut pieces = close_pieces(app, line, Side::Autotask);
        pieces.push(Piece::new(" │ ", Role::Rule));
        pieces.extend(close_pieces(app, line, Side::Taskfire));
        let (due, due_role) = due(app, line, false);
        let right = [
            Piece::new(format!("P{} ", priority(own)), Role::Text),
            Piece::new(due, due_role),
            Piece::new(" ", Role::Text),
        ];
        let below = Rect {
            x: layout.list.x + 3,
            y: y + 1,
            width: layout.list.width.saturating_sub(3),
            height: 1,
        };
        top_line::draw(buffer, below, &pieces, &right, theme);
    }
}

/// The same without the room for the mark of the side that hasn't the ticket.
fn close_pieces<'a>(app: &App, line: &'a TicketLine, side: Side) -> Vec<Piece<'a>> {
    let pieces = status_pieces(app, line, side).into_iter();
    pieces.filter(|piece| !piece.text.trim().is_empty()).collect()
}

/// Mark and word of a side's status.
fn status_pieces<'a>(app: &App, line: &'a TicketLine, side: Side) -> Vec<Piece<'a>> {
    let status = pictures::of_line(&app.desk.statuses, line, side);
    let pieces = status.pieces().into_iter();
    pieces
        .map(|piece| Piece::new(piece.text.into_owned(), piece.role))
        .collect()
}

fn priority(side: Option<&SideLine>) -> String {
    side.map_or_else(String::new, |side| side.priority.rank().to_string())
}

fn due(app: &App, line: &TicketLine, briefly: bool) -> (String, Role) {
    let Some(due) = line.due else {
        return ("–".to_owned(), Role::Dim);
    };
    let age: Age = if briefly {
        app.times().until_briefly(due)
    } else {
        app.times().until(due)
    };
    // What is closed can't be late any more.
    let is_late = age.is_late && line.closed_at.is_none();
    (age.text, if is_late { Role::Late } else { Role::Text })
}
