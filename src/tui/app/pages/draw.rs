//! Drawing a page: its pane, the line in which one types, and what is under way or failed.

use super::super::App;
use crate::base::cells;
use crate::tui::theme::Role;
use crate::tui::widgets::paint::{self, Piece};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Where the pane of the page in front is drawn: below the line in which one types, above what is told of the page.
#[must_use]
pub fn room(app: &App) -> Rect {
    let body = body(app);
    let line = u16::from(super::filter::is_open(app)).min(body.height);
    let notice = notice_rows(app, body).min(body.height - line);
    Rect {
        y: body.y + line,
        height: body.height - line - notice,
        ..body
    }
}

/// Between the top line and the rule above the bottom line.
fn body(app: &App) -> Rect {
    let screen = app.layout().screen;
    Rect {
        y: 1,
        height: screen.height.saturating_sub(3),
        ..screen
    }
}

/// Draws the page in front, and gives back where the cursor stands while one types.
pub fn draw(app: &App, buffer: &mut Buffer) -> Option<Position> {
    let page = app.page()?;
    let (body, room) = (body(app), room(app));
    if page.as_of.is_some() {
        page.pane().draw(app, room, buffer);
    } else if page.failed.is_none() {
        let inner = inset(room);
        paint::paragraph(
            buffer,
            inner,
            &app.text("page-asking"),
            0,
            app.settings.theme.style(Role::Dim),
        );
    }
    if let Some((text, role)) = notice(app) {
        let below = Rect {
            y: room.bottom(),
            height: body.bottom().saturating_sub(room.bottom()),
            ..body
        };
        paint::paragraph(buffer, inset(below), &text, 0, app.settings.theme.style(role));
    }
    draw_filter(app, Rect { height: 1, ..body }, buffer)
}

/// One cell free at each side.
#[must_use]
pub fn inset(area: Rect) -> Rect {
    Rect {
        x: area.x + 1.min(area.width),
        width: area.width.saturating_sub(2),
        ..area
    }
}

fn draw_filter(app: &App, line: Rect, buffer: &mut Buffer) -> Option<Position> {
    let input = app.page()?.filter_line.as_ref()?;
    let theme = &app.settings.theme;
    let taken = paint::pieces(
        buffer,
        line.x,
        line.y,
        line.width,
        &[Piece::new(" /", Role::Key)],
        theme,
    );
    let rest = Rect {
        x: line.x + taken,
        width: line.width.saturating_sub(taken + 1),
        ..line
    };
    input.draw(buffer, rest, theme)
}

/// What is told of the page: an act that is under way, or why it is not up to date.
fn notice(app: &App) -> Option<(String, Role)> {
    let page = app.page()?;
    if let Some(under_way) = app.acts.iter().find(|act| act.is_of(page)) {
        let what = app.text(&format!("administration-{}", under_way.act().name().replace('_', "-")));
        let text = app.say("act-sending", &[("what", what.into())]);
        return Some((text.into_owned(), Role::Unsent));
    }
    let why = page.failed.as_deref()?;
    let key = app.way_to(crate::tui::intent::Intent::Redraw, &app.work_contexts());
    let sentence = match page.as_of {
        Some(_) => "page-outdated",
        None => "page-failed",
    };
    let text = app.say(sentence, &[("why", why.into()), ("key", key.into())]);
    Some((text.into_owned(), Role::Warning))
}

fn notice_rows(app: &App, body: Rect) -> u16 {
    let Some((text, _)) = notice(app) else { return 0 };
    let clean = cells::sanitise_lines(&text);
    let rows = cells::wrap_lines(&clean, usize::from(inset(body).width)).count();
    u16::try_from(rows).unwrap_or(1).min(3)
}
