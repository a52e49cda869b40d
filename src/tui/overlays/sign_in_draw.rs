//! Drawing the form that asks who one is.

use super::draw::answers;
use super::sign_in::{Line, SignIn};
use crate::tui::app::App;
use crate::tui::intent::Intent;
use crate::tui::theme::Role;
use crate::tui::widgets::floating;
use crate::tui::widgets::line_input::LineInput;
use crate::tui::widgets::paint;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Where the lines begin, behind their names.
const INDENT: u16 = 12;

/// Draws it, and gives back where the cursor stands.
pub fn draw(app: &App, form: &SignIn, room: Rect, buffer: &mut Buffer) -> Option<Position> {
    let theme = &app.settings.theme;
    let area = floating::draw(buffer, room, &app.text("sign-in-title"), 56, 6, theme);
    // The password's place shows how much was typed, and nothing of it.
    let dots = LineInput::new(&"•".repeat(form.password.text().chars().count()));
    let lines = [
        (Line::UserName, "sign-in-user-name", &form.user_name),
        (Line::Password, "sign-in-password", &dots),
    ];
    let mut cursor = None;
    for ((line, key, input), y) in lines.into_iter().zip(area.top()..area.bottom()) {
        paint::text(buffer, area.x, y, INDENT, &app.text(key), theme.style(Role::Dim));
        let place = Rect {
            x: area.x + INDENT,
            y,
            width: area.width.saturating_sub(INDENT),
            height: 1,
        };
        let at = input.draw(buffer, place, theme);
        if line == form.focus {
            cursor = at;
        }
    }
    if let Some(mistake) = &form.mistake {
        let below = Rect {
            y: area.y + 2,
            height: area.height.saturating_sub(3),
            ..area
        };
        paint::paragraph(buffer, below, mistake, 0, theme.style(Role::Warning));
    }
    let answers = answers(app, &[Intent::SubmitForm, Intent::NextField, Intent::LeaveForm]);
    paint::pieces(
        buffer,
        area.x,
        area.bottom().saturating_sub(1),
        area.width,
        &answers,
        theme,
    );
    cursor
}
