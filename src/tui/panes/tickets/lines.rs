//! The lines of the list of tickets: both statuses side by side, one line each, two where the terminal is narrow.

use super::column::Column;
use super::columns::Columns;
use super::{Pane, hits};
use crate::base::Timestamp;
use crate::domain::Side;
use crate::records::views::{SideLine, TicketLine};
use crate::tui::app::{App, Focus};
use crate::tui::layout::{Layout, Lines};
use crate::tui::pictures;
use crate::tui::theme::Role;
use crate::tui::widgets::age::Age;
use crate::tui::widgets::list::{self, Cell, Marks, Row};
use crate::tui::widgets::paint::Piece;
use crate::tui::widgets::top_line;
use crate::tui::words::short_number;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

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

/// A ticket as a row of the list with these columns.
#[must_use]
pub fn row<'a>(
    app: &'a App,
    layout: &Layout,
    columns: &[Column],
    searched: &[String],
    at: usize,
    line: &'a TicketLine,
) -> Row<'a> {
    Row {
        marks: marks(app, at, line),
        cells: columns
            .iter()
            .flat_map(|column| cells(app, layout, *column, searched, line))
            .collect(),
    }
}

/// What a column shows of a ticket; both statuses are two cells.
fn cells<'a>(
    app: &'a App,
    layout: &Layout,
    column: Column,
    searched: &[String],
    line: &'a TicketLine,
) -> Vec<Cell<'a>> {
    let own = line.side(app.side()).or(line.side(app.side().other()));
    let text = |text: &'a str| Cell::new(Piece::new(text, Role::Text));
    let moment = |at: Timestamp| Cell::new(Piece::new(app.times().clock(at), Role::Text));
    vec![match column {
        Column::Number if layout.lines == Lines::Spacious => text(&line.number).under_cursor(),
        Column::Number => text(short_number(&line.number)).under_cursor(),
        Column::Title => {
            // What wasn't read yet stands out.
            let role = if line.marks.unread { Role::Heading } else { Role::Text };
            Cell::of(hits::marked(&line.title, searched, role)).under_cursor()
        }
        Column::Company => text(&line.company_name),
        Column::Contact => text(line.contact_name.as_deref().unwrap_or_default()),
        Column::Statuses => {
            let statuses = Side::BOTH.map(|side| Cell::of(status_pieces(app, line, side)));
            return Vec::from(statuses);
        }
        Column::Assignee => {
            let assignee = own.and_then(|side| side.assignee.as_ref());
            text(assignee.map_or("", |assignee| assignee.name.as_str()))
        }
        Column::Queue => text(own.and_then(|side| side.queue.as_deref()).unwrap_or_default()),
        Column::Priority => Cell::new(Piece::new(priority(own), Role::Text)),
        Column::Due => {
            let (due, role) = due(app, line, layout.queues.is_none());
            Cell::new(Piece::new(due, role))
        }
        Column::Created => moment(line.created_at),
        Column::Changed => moment(line.changed_at),
    }]
}

/// Draws each ticket in two lines, for narrow terminals.
pub fn draw_two_lines(app: &App, layout: &Layout, columns: &Columns, buffer: &mut Buffer) {
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
    if line.closed_at.is_some() {
        return (app.text("due-closed").into_owned(), Role::Dim);
    }
    let Some(due) = line.due else {
        return ("–".to_owned(), Role::Dim);
    };
    let age: Age = if briefly {
        app.times().until_briefly(due)
    } else {
        app.times().until(due)
    };
    (age.text, if age.is_late { Role::Late } else { Role::Text })
}
