//! Drawing the list of tickets: its head, its lines, and what stands there without any.

use super::columns::{columns, draw_headings};
use super::lines::{draw_two_lines, row};
use super::sort;
use crate::records::windows::Count;
use crate::tui::app::App;
use crate::tui::intent::Intent;
use crate::tui::layout::{Layout, Lines};
use crate::tui::theme::Role;
use crate::tui::widgets::list;
use crate::tui::widgets::paint::{self, Piece};
use crate::tui::widgets::progress::grouped;
use crate::tui::widgets::top_line;
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
            .map(|(at, line)| row(app, layout, &columns.columns, &searched, at, line));
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
        add(sort::shown(pane).words(app), Role::Dim);
    }
    if pane.is_loaded && !pane.is_unclear {
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
        let key = app.way_to(Intent::ShowArrived, &app.work_contexts());
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
    // The bottom line says why it can't be read; the list still shows what could be read last.
    let known = match &filter.mistake {
        Some(_) => Piece::new("!", Role::Warning),
        None => Piece::new(count(app.tickets.total), Role::Heading),
    };
    let suggestions = filter.completion.iter().flat_map(|completion| &completion.suggestions);
    let suggested = suggestions
        .take(6)
        .map(|suggestion| Piece::new(format!("  {suggestion}"), Role::Dim));
    let pieces: Vec<Piece<'_>> = std::iter::once(known).chain(suggested).collect();
    paint::pieces(buffer, rest.x, rest.y, rest.width, &pieces, theme);
    cursor
}

fn draw_nothing(app: &App, area: Rect, buffer: &mut Buffer) {
    let pane = &app.tickets;
    let key = match &pane.filter {
        _ if pane.is_unclear => "list-filter-unclear",
        _ if !pane.is_loaded => "list-loading",
        Some(_) => "list-nothing-fits",
        None => "list-empty",
    };
    let text = app.with_keys(key, &[("back", Intent::GoBack)]);
    let inner = Rect {
        x: area.x + 2.min(area.width),
        width: area.width.saturating_sub(3),
        ..area
    };
    paint::paragraph(buffer, inner, &text, 0, app.settings.theme.style(Role::Dim));
}
