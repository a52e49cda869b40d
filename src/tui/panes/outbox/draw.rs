//! Drawing the outbox: what was asked, for which ticket, how far it is, and why it stopped.

use super::is_stopped;
use crate::base::cells;
use crate::records::views::{OutboxLine, OutboxState};
use crate::tui::app::App;
use crate::tui::layout::Layout;
use crate::tui::theme::Role;
use crate::tui::widgets::columns::{Column, lay_out};
use crate::tui::widgets::list::{self, Cell, MARKS, Marks, Row};
use crate::tui::widgets::paint::{self, Piece};
use crate::tui::words::short_number;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws it in the list's place, with the change under the cursor at more length where the preview stands.
pub fn draw(app: &App, layout: &Layout, buffer: &mut Buffer) {
    let theme = &app.settings.theme;
    let title = app.say("outbox-title", &[("count", app.outbox.lines.len().into())]);
    if layout.queues.is_some() {
        let head = layout.list_head;
        paint::text(
            buffer,
            head.x + 1,
            head.y,
            head.width.saturating_sub(1),
            &title,
            theme.style(Role::Heading),
        );
    }
    let room = layout.list.width.saturating_sub(MARKS);
    let columns = [
        Column::fixed(9),
        Column::fixed(10),
        Column::yielding(40, 12, 1).growing(),
        Column::yielding(30, 6, 2),
    ];
    let widths = lay_out(&columns, room, 1);
    if !layout.columns.is_empty() {
        let headings = ["column-number", "outbox-state", "outbox-act", "column-title"].map(|key| app.text(key));
        let headings: Vec<&str> = headings.iter().map(AsRef::as_ref).collect();
        list::draw_headings(buffer, layout.columns, &widths, &headings, theme);
    }
    if app.outbox.lines.is_empty() {
        let key = if app.outbox.is_loaded {
            "outbox-empty"
        } else {
            "list-loading"
        };
        let area = Rect {
            x: layout.list.x + 2,
            width: layout.list.width.saturating_sub(3),
            ..layout.list
        };
        paint::paragraph(buffer, area, &app.text(key), 0, theme.style(Role::Dim));
    }
    let rows = app.outbox.lines.iter().enumerate().skip(app.outbox.top);
    list::draw(
        buffer,
        layout.list,
        &widths,
        rows.map(|(at, line)| row(app, at, line)),
        theme,
    );
    if let (Some(area), Some(line)) = (layout.preview, app.outbox.current()) {
        let area = Rect {
            x: area.x + 1,
            width: area.width.saturating_sub(2),
            ..area
        };
        draw_lines(app, buffer, area, &explanation(app, line));
    }
}

fn row<'a>(app: &App, at: usize, line: &'a OutboxLine) -> Row<'a> {
    let marks = Marks {
        cursor: at == app.outbox.cursor,
        unsent: true,
        warning: is_stopped(line),
        ..Marks::default()
    };
    let (state, role) = state(app, line);
    let cells = vec![
        Cell::new(Piece::new(short_number(&line.number), Role::Text)).under_cursor(),
        Cell::new(Piece::new(state, role)),
        Cell::new(Piece::new(app.act_words(&line.change.act), Role::Text)).under_cursor(),
        Cell::new(Piece::new(line.title.as_str(), Role::Dim)),
    ];
    Row { marks, cells }
}

fn state(app: &App, line: &OutboxLine) -> (String, Role) {
    let (key, role) = match line.state {
        OutboxState::Queued => ("outbox-queued", Role::Unsent),
        OutboxState::Sending => ("outbox-sending", Role::Unsent),
        OutboxState::Stopped { .. } => ("outbox-stopped", Role::Warning),
    };
    (app.text(key).into_owned(), role)
}

/// What a change is, and for a stopped one why it stopped and what is different now.
#[must_use]
pub fn explanation(app: &App, line: &OutboxLine) -> Vec<Vec<Piece<'static>>> {
    let piece = |text: String, role| vec![Piece::new(text, role)];
    let mut lines = vec![
        piece(format!("{} {}", line.number, line.title), Role::Heading),
        piece(app.act_words(&line.change.act), Role::Text),
    ];
    let written = app.times().clock(line.change.written_at);
    lines.push(piece(
        app.say("outbox-written", &[("time", written.into())]).into_owned(),
        Role::Dim,
    ));
    if let OutboxState::Stopped {
        code,
        message,
        field,
        differs,
    } = &line.state
    {
        lines.push(Vec::new());
        lines.push(piece(why(app, code, message, field.as_deref()), Role::Warning));
        for difference in differs {
            let name = app.field_name(&difference.field);
            lines.push(vec![
                Piece::new(cells::pad(&name, 16), Role::Dim),
                Piece::new(difference.seen.clone(), Role::Dim),
                Piece::new("  →  ", Role::Rule),
                Piece::new(difference.now.clone(), Role::Heading),
            ]);
        }
    }
    if line.followers > 0 {
        let text = app.say("outbox-followers", &[("count", line.followers.into())]);
        lines.push(piece(text.into_owned(), Role::Dim));
    }
    lines
}

/// Why a change stopped: in the person's language where the code is known, else as the server said it.
fn why(app: &App, code: &str, message: &str, field: Option<&str>) -> String {
    let field = field.map(|field| app.field_name(field)).unwrap_or_default();
    let sentences = &app.settings.sentences;
    let known = sentences.find(&format!("stopped-{code}"), &[("field", field.into())]);
    // A proxy that refuses says nothing that could be shown.
    let known = known.or_else(|| sentences.refusal(code, &[]).filter(|_| message.is_empty()));
    known.map_or_else(|| message.to_owned(), |sentence| sentence.into_owned())
}

/// Draws lines of pieces from the area's top; long ones wrap only where they are one piece.
pub fn draw_lines(app: &App, buffer: &mut Buffer, area: Rect, lines: &[Vec<Piece<'static>>]) {
    let theme = &app.settings.theme;
    let mut y = area.y;
    for line in lines {
        if y >= area.bottom() {
            return;
        }
        let rest = Rect {
            y,
            height: area.bottom() - y,
            ..area
        };
        y += match line.as_slice() {
            [only] => paint::paragraph(buffer, rest, &only.text, 0, theme.style(only.role)).max(1),
            pieces => {
                paint::pieces(buffer, area.x, y, area.width, pieces, theme);
                1
            }
        };
    }
}
