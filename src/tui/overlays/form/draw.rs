//! Drawing a dialog with fields.

use super::Form;
use crate::base::cells;
use crate::tui::app::App;
use crate::tui::intent::Intent;
use crate::tui::overlays::field::{Field, Input, SEEN};
use crate::tui::theme::Role;
use crate::tui::widgets::floating;
use crate::tui::widgets::paint::{self, Piece};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// The widest that a dialog becomes.
const WIDEST: u16 = 96;
/// The narrowest that it becomes where there is room.
const NARROWEST: u16 = 68;
/// The most rows that a text of several lines takes.
const TALLEST: usize = 7;
/// Between a label and its field.
const GAP: u16 = 2;

/// How a dialog shares its room.
struct Measures {
    width: u16,
    /// The cells before the fields.
    labels: u16,
    /// The rows of each field.
    heights: Vec<u16>,
    /// The rows of why it was not done.
    mistake: u16,
    /// The rows of all of it.
    height: u16,
    /// The rows in which stands what will follow.
    shown: u16,
}

fn measure(app: &App, form: &Form, room: Rect) -> Measures {
    let most = room.width.saturating_sub(floating::FRAME.0);
    let shown = form
        .shown
        .iter()
        .map(|line| paint::width(&line.left))
        .max()
        .unwrap_or(0);
    let width = u16::try_from(shown)
        .unwrap_or(WIDEST)
        .clamp(NARROWEST, WIDEST)
        .min(most);
    let labels = form
        .fields
        .iter()
        .map(|field| cells::width(&field.label))
        .max()
        .unwrap_or(0);
    let labels = u16::try_from(labels).unwrap_or(0).min(width / 3);
    let input = width.saturating_sub(labels + GAP);
    let heights: Vec<u16> = (0..form.fields.len()).map(|at| height(form, at, input)).collect();
    let fields: u16 = heights.iter().sum();
    let on_top = u16::try_from(form.shown.len()).unwrap_or(u16::MAX);
    let gaps = u16::from(on_top > 0 && fields > 0) + 1;
    let said = said(app, form);
    let mistake = said.as_ref().map_or(0, |(text, _)| {
        let clean = cells::sanitise_lines(text);
        u16::try_from(cells::wrap_lines(&clean, usize::from(width)).count()).unwrap_or(1)
    });
    let height = on_top
        .saturating_add(gaps)
        .saturating_add(fields)
        .saturating_add(mistake + 1);
    let body = height
        .min(room.height.saturating_sub(floating::FRAME.1))
        .saturating_sub(mistake + 2);
    Measures {
        width,
        labels,
        heights,
        mistake,
        height,
        // The fields are what one came for: they keep at least three rows.
        shown: on_top.min(body.saturating_sub(fields.min(3))),
    }
}

/// The cells that a line of what will follow has at most in a dialog that is opened now.
#[must_use]
pub fn text_width(app: &App) -> usize {
    let room = app.size.0.saturating_sub(floating::FRAME.0);
    usize::from(room.min(NARROWEST))
}

/// How many lines of what will follow are seen at once; none where all of them are.
#[must_use]
pub fn seen(app: &App, form: &Form, room: Rect) -> Option<usize> {
    let rows = usize::from(measure(app, form, room).shown);
    // One row says that there are more.
    (rows < form.shown.len()).then(|| rows.saturating_sub(1))
}

/// Draws it, and gives back where the cursor stands.
pub fn draw(app: &App, form: &Form, room: Rect, buffer: &mut Buffer) -> Option<Position> {
    let theme = &app.settings.theme;
    let measures = measure(app, form, room);
    let area = floating::draw(buffer, room, &form.title, measures.width, measures.height, theme);
    let mistake = measures.mistake;
    let mut body = Rect {
        height: area.height.saturating_sub(mistake + 2),
        ..area
    };
    let on_top = Rect {
        height: measures.shown.min(body.height),
        ..body
    };
    draw_shown(app, form, seen(app, form, room), on_top, buffer);
    body = rest(body, on_top.height);
    let fields: u16 = measures.heights.iter().sum();
    if on_top.height > 0 && fields > 0 && body.height > fields {
        body = rest(body, 1);
    }
    let cursor = draw_fields(app, form, &measures.heights, measures.labels, body, buffer);
    if let Some((text, role)) = said(app, form) {
        let y = area.bottom().saturating_sub(mistake + 1).max(area.y);
        let lines = Rect {
            y,
            height: mistake.min(area.height),
            ..area
        };
        paint::paragraph(buffer, lines, &text, 0, theme.style(role));
    }
    if area.height > 0 {
        draw_answers(
            app,
            form,
            Rect {
                y: area.bottom() - 1,
                height: 1,
                ..area
            },
            buffer,
        );
    }
    cursor
}

/// Draws what will follow; where there is more of it than room, the last row says how to see it.
fn draw_shown(app: &App, form: &Form, seen: Option<usize>, area: Rect, buffer: &mut Buffer) {
    let theme = &app.settings.theme;
    let lines = form.shown.iter().skip(form.top).take(seen.unwrap_or(usize::MAX));
    for (line, row) in lines.zip(area.rows()) {
        line.draw(buffer, row, theme);
    }
    if let Some(seen) = seen.filter(|_| area.height > 0) {
        let last = (form.top + seen).min(form.shown.len());
        let key = |intent| app.way_to(intent, &form.contexts());
        let arguments = [
            ("last", last.into()),
            ("count", form.shown.len().into()),
            ("down", key(Intent::PageDown).into()),
            ("up", key(Intent::PageUp).into()),
        ];
        let text = app.say("dialog-more", &arguments);
        let y = area.bottom() - 1;
        paint::text(buffer, area.x, y, area.width, &text, theme.style(Role::Dim));
    }
}

/// Draws the fields, scrolled so that the one with the keys is seen.
fn draw_fields(
    app: &App,
    form: &Form,
    heights: &[u16],
    labels: u16,
    area: Rect,
    buffer: &mut Buffer,
) -> Option<Position> {
    let through_focus: u16 = heights.iter().take(form.focus + 1).sum();
    let mut hidden = through_focus.saturating_sub(area.height);
    let mut first = 0;
    while hidden > 0 && first < form.focus {
        hidden = hidden.saturating_sub(heights[first]);
        first += 1;
    }
    let mut area = area;
    let mut cursor = None;
    for (at, field) in form.fields.iter().enumerate().skip(first) {
        if area.height == 0 {
            break;
        }
        let height = heights[at].min(area.height);
        let drawn = draw_field(app, field, at == form.focus, labels, Rect { height, ..area }, buffer);
        if at == form.focus {
            cursor = drawn;
        }
        area = rest(area, height);
    }
    cursor
}

fn draw_field(
    app: &App,
    field: &Field,
    is_focused: bool,
    labels: u16,
    area: Rect,
    buffer: &mut Buffer,
) -> Option<Position> {
    let theme = &app.settings.theme;
    let role = if is_focused { Role::Heading } else { Role::Dim };
    let mark = if is_focused { "›" } else { " " };
    let label = format!("{mark}{}", field.label);
    paint::text(
        buffer,
        area.x.saturating_sub(1),
        area.y,
        labels + 1,
        &label,
        theme.style(role),
    );
    let left = labels.saturating_add(GAP).min(area.width);
    let input = Rect {
        x: area.x + left,
        width: area.width - left,
        ..area
    };
    let cursor = match &field.input {
        Input::Line(line) => {
            let told = told(app, field, input, buffer);
            line.draw(
                buffer,
                Rect {
                    width: input.width.saturating_sub(told),
                    height: 1,
                    ..input
                },
                theme,
            )
        }
        Input::Text(text) => text.draw(buffer, input, theme),
        Input::Switch(is_on) => {
            let mark = if *is_on { "[x]" } else { "[ ]" };
            paint::text(buffer, input.x, input.y, input.width, mark, theme.style(Role::Input));
            Some(Position::new(input.x + 1.min(input.width), input.y))
        }
        Input::Pick(pick) if is_focused && pick.is_touched() => pick.list.draw(buffer, input, "", theme),
        Input::Pick(pick) => {
            paint::text(
                buffer,
                input.x,
                input.y,
                input.width,
                pick.shown(),
                theme.style(Role::Input),
            );
            if is_focused {
                let below = rest(input, 1);
                pick.list.draw_rows(buffer, below, theme);
            }
            Some(Position::new(input.x, input.y))
        }
    };
    cursor.filter(|_| is_focused)
}

/// What the typed line is read as, at the right; gives back the cells taken.
fn told(app: &App, field: &Field, area: Rect, buffer: &mut Buffer) -> u16 {
    let (text, role) = match field.reading_of(app) {
        None => return 0,
        Some(Ok(read)) => (format!("= {read}"), Role::Dim),
        Some(Err(why)) => (why, Role::Warning),
    };
    let width = u16::try_from(cells::width(&cells::sanitise(&text))).unwrap_or(u16::MAX);
    let width = width.min(area.width * 2 / 3);
    paint::text(
        buffer,
        area.right() - width,
        area.y,
        width,
        &text,
        app.settings.theme.style(role),
    );
    width + 1
}

/// Why it was not done, or that it is under way.
fn said(app: &App, form: &Form) -> Option<(String, Role)> {
    match (&form.mistake, form.waits) {
        (Some(why), _) => Some((why.clone(), Role::Warning)),
        (None, Some(_)) => Some((app.text("form-waits").into_owned(), Role::Unsent)),
        (None, None) => None,
    }
}

/// `ctrl-x complete      esc leave it open`.
fn draw_answers(app: &App, form: &Form, line: Rect, buffer: &mut Buffer) {
    let contexts = form.contexts();
    let mut pieces = Vec::new();
    // What no key does isn't offered.
    let mut offer = |intent: Intent, before: &str, words: &str, role| {
        if let Some(key) = app.settings.keymap.keys_for(intent.name(), &contexts) {
            pieces.push(Piece::new(format!("{before}{key}"), Role::Key));
            pieces.push(Piece::new(format!(" {words}"), role));
        }
    };
    offer(Intent::SubmitForm, "", &format!("{}      ", form.verb), Role::Text);
    offer(Intent::LeaveForm, "", &form.leave, Role::Text);
    if form.fields.len() > 1 {
        offer(Intent::NextField, "      ", &app.text("form-next"), Role::Dim);
    }
    paint::pieces(buffer, line.x, line.y, line.width, &pieces, &app.settings.theme);
}

/// The rows that a field takes in this width.
fn height(form: &Form, at: usize, width: u16) -> u16 {
    let is_focused = at == form.focus;
    let rows = match &form.fields[at].input {
        Input::Line(_) | Input::Switch(_) => 1,
        Input::Text(text) => text.rows(width).clamp(if is_focused { 3 } else { 1 }, TALLEST),
        Input::Pick(pick) if is_focused => 1 + pick.list.len().clamp(1, SEEN),
        Input::Pick(_) => 1,
    };
    u16::try_from(rows).unwrap_or(1)
}

fn rest(area: Rect, taken: u16) -> Rect {
    let taken = taken.min(area.height);
    Rect {
        y: area.y + taken,
        height: area.height - taken,
        ..area
    }
}
