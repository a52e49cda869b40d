//! Drawing the form: whose desk it is, what it asks for and why, and for a second factor the code to be scanned.

use super::{Field, SignIn, Stage, qr};
use crate::base::cells;
use crate::records::windows::Enrolment;
use crate::tui::app::App;
use crate::tui::intent::Intent;
use crate::tui::overlays::draw::answers;
use crate::tui::theme::Role;
use crate::tui::tint;
use crate::tui::widgets::floating;
use crate::tui::widgets::line_input::LineInput;
use crate::tui::widgets::paint::{self, Piece};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

/// The width that a form takes where there is room.
const WIDTH: u16 = 60;
/// So many letters of a secret stand together.
const GROUP: usize = 4;
/// The rows that a mistake takes at most.
const MISTAKE: u16 = 2;

/// A text above the lines, and how it looks.
struct Paragraph {
    text: String,
    style: Style,
}

/// Draws it, and gives back where the cursor stands.
pub fn draw(app: &App, form: &SignIn, room: Rect, buffer: &mut Buffer) -> Option<Position> {
    let theme = &app.settings.theme;
    let width = WIDTH.min(room.width.saturating_sub(floating::FRAME.0));
    let above = above(app, form);
    let rows = |paragraph: &Paragraph| cells::wrap_lines(&paragraph.text, usize::from(width)).count();
    let told: u16 = above.iter().map(|paragraph| size(rows(paragraph))).sum();
    let lines = size(form.lines.len());
    let gap = u16::from(told > 0);
    let needed = told + gap + lines + 1 + MISTAKE + 1;
    let code = match &form.stage {
        Stage::SetUp(enrolment) if app.settings.terminal.draws_codes() => qr::Code::of(&enrolment.uri),
        _ => None,
    };
    // The code to be scanned stands above all, where it fits; the letters are there in any case.
    let code = code.filter(|code| needed + code.rows() + floating::FRAME.1 <= room.height && code.columns() <= width);
    let tall = needed + code.as_ref().map_or(0, qr::Code::rows);
    let title = app.text(form.stage.word());
    let mut area = floating::draw(buffer, room, &title, width, tall, theme);
    if let Some(code) = code {
        code.draw(buffer, area);
        area = rest(area, code.rows());
    }
    for Paragraph { text, style } in &above {
        let drawn = paint::paragraph(buffer, area, text, 0, *style);
        area = rest(area, drawn);
    }
    area = rest(area, gap);
    let cursor = draw_lines(app, form, area, buffer);
    area = rest(area, lines);
    if let Some(mistake) = &form.mistake {
        let below = Rect {
            height: area.height.saturating_sub(1),
            ..area
        };
        paint::paragraph(buffer, below, mistake, 0, theme.style(Role::Warning));
    }
    if area.height > 0 {
        draw_answers(app, form, area, buffer);
    }
    cursor
}

/// What stands above the lines.
fn above(app: &App, form: &SignIn) -> Vec<Paragraph> {
    let mut above = Vec::new();
    let theme = &app.settings.theme;
    let mut add = |text: String, style| above.push(Paragraph { text, style });
    if form.stage.is_to_enter()
        && let Some(banner) = &app.banner
    {
        for text in [&banner.logo_text, &banner.name] {
            if !text.trim().is_empty() {
                let style = tint::tinted(theme, Role::Heading, &banner.colour);
                add(cells::sanitise_lines(text).into_owned(), style);
            }
        }
    }
    let name = match &form.stage {
        Stage::Locked(whose) => whose.name.as_str(),
        _ => "",
    };
    let about = app
        .settings
        .sentences
        .find(&format!("{}.about", form.stage.word()), &[("name", name.into())]);
    if let Some(about) = about {
        add(cells::sanitise_lines(&about).into_owned(), theme.style(Role::Text));
    }
    if let Stage::SetUp(enrolment) = &form.stage {
        add(groups(enrolment), theme.style(Role::Key));
        add(
            cells::sanitise_lines(&enrolment.uri).into_owned(),
            theme.style(Role::Dim),
        );
    }
    above
}

/// The secret in groups, as one types it into a telephone.
fn groups(enrolment: &Enrolment) -> String {
    let letters: Vec<char> = enrolment
        .secret
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    let groups = letters.chunks(GROUP).map(|group| group.iter().collect::<String>());
    groups.collect::<Vec<_>>().join(" ")
}

fn draw_lines(app: &App, form: &SignIn, area: Rect, buffer: &mut Buffer) -> Option<Position> {
    let theme = &app.settings.theme;
    let labels: Vec<_> = form.lines.iter().map(|(field, _)| app.text(field.label())).collect();
    let indent = labels.iter().map(|label| cells::width(label)).max().unwrap_or(0);
    let indent = size(indent + 2).min(area.width / 2);
    let mut cursor = None;
    for (at, (((field, input), label), row)) in form.lines.iter().zip(&labels).zip(area.rows()).enumerate() {
        let role = if at == form.focus { Role::Heading } else { Role::Dim };
        paint::text(buffer, row.x, row.y, indent, label, theme.style(role));
        let place = Rect {
            x: row.x + indent,
            width: row.width - indent,
            ..row
        };
        let drawn = shown(*field, input).draw(buffer, place, theme);
        if at == form.focus {
            cursor = drawn;
        }
    }
    cursor
}

/// The line as it is seen: of what is secret only how much was typed.
fn shown(field: Field, input: &LineInput) -> LineInput {
    if !field.is_secret() {
        return input.clone();
    }
    LineInput::new(&"•".repeat(input.text().chars().count()))
}

fn draw_answers(app: &App, form: &SignIn, area: Rect, buffer: &mut Buffer) {
    let offered: &[Intent] = match (&form.stage, form.lines.len()) {
        (Stage::Locked(_), 1) => &[Intent::SubmitForm],
        (Stage::Locked(_), _) => &[Intent::SubmitForm, Intent::NextField],
        (_, 1) => &[Intent::SubmitForm, Intent::LeaveForm],
        _ => &[Intent::SubmitForm, Intent::NextField, Intent::LeaveForm],
    };
    let answers: Vec<Piece<'_>> = answers(app, offered);
    paint::pieces(
        buffer,
        area.x,
        area.bottom() - 1,
        area.width,
        &answers,
        &app.settings.theme,
    );
}

fn rest(area: Rect, taken: u16) -> Rect {
    let taken = taken.min(area.height);
    Rect {
        y: area.y + taken,
        height: area.height - taken,
        ..area
    }
}

fn size(cells: usize) -> u16 {
    u16::try_from(cells).unwrap_or(u16::MAX)
}
