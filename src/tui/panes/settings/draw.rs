//! Drawing the settings: each with one sentence on what it does, and below them what would follow.

use super::preview::{Case, Who, cases};
use super::{Pane, Setting};
use crate::domain::{Side, Ticket};
use crate::tui::app::App;
use crate::tui::app::pages::draw::inset;
use crate::tui::pictures;
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::list::CURSOR;
use crate::tui::widgets::paint::{self, Piece};
use crate::tui::widgets::rule;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What a setting does stands under its name.
const INDENT: &str = "      ";

/// Draws it.
pub fn draw(pane: &Pane, app: &App, room: Rect, buffer: &mut Buffer) {
    let theme = &app.settings.theme;
    if pane.saved.is_none() {
        let text = app.text("reason-taskfire-is-off");
        paint::paragraph(buffer, inset(room), &text, 0, theme.style(Role::Dim));
        return;
    }
    let width = usize::from(room.width);
    let switches: Vec<Line> = Setting::ALL
        .into_iter()
        .flat_map(|setting| switch(pane, app, setting, width))
        .collect();
    let mut rows = room.rows();
    for (line, row) in switches.iter().zip(rows.by_ref()) {
        line.draw(buffer, row, theme);
    }
    let Some(row) = rows.next() else { return };
    rule::titled(
        buffer,
        row,
        &[Piece::new(app.text("settings-preview"), Role::Dim)],
        theme,
    );
    let left = usize::from(room.bottom().saturating_sub(row.y + 1));
    for (line, row) in preview(pane, app, width, left).iter().zip(rows) {
        line.draw(buffer, row, theme);
    }
}

/// A setting and what it does.
fn switch(pane: &Pane, app: &App, setting: Setting, width: usize) -> Vec<Line> {
    let is_here = pane.cursor == setting;
    let mark = if setting.of(&pane.chosen) { "[x]" } else { "[ ]" };
    let (cursor, mark_of_cursor) = match is_here {
        true => (CURSOR, Role::Cursor),
        false => (" ", Role::Text),
    };
    let role = if is_here { Role::Heading } else { Role::Text };
    let is_changed = pane
        .saved
        .is_some_and(|saved| setting.of(&saved) != setting.of(&pane.chosen));
    let changed = if is_changed { "~ " } else { "" };
    let name = Line::of(vec![
        Piece::new(cursor, mark_of_cursor),
        Piece::new(" ", Role::Text),
        Piece::new(mark, if is_here { Role::Cursor } else { role }),
        Piece::new(format!(" {}", app.text(setting.sentence())), role),
        Piece::new(format!(" {changed}"), Role::Unsent),
    ]);
    let about = app.text(&format!("{}.about", setting.sentence()));
    std::iter::once(name)
        .chain(Line::wrapped(&about, INDENT, width, Role::Dim))
        .collect()
}

/// What would follow in both directions; where that has no room, only for the setting under the cursor.
fn preview(pane: &Pane, app: &App, width: usize, rows: usize) -> Vec<Line> {
    let of = |setting| {
        let cases = cases(setting, pane.chosen, &app.desk.statuses, app.now);
        cases
            .iter()
            .flat_map(|case| lines(app, case, width))
            .collect::<Vec<Line>>()
    };
    let whole: Vec<Line> = Setting::ALL.into_iter().flat_map(of).collect();
    match whole.len() <= rows {
        true => whole,
        false if pane.cursor == Setting::Financials => of(Setting::Autotask),
        false => of(pane.cursor),
    }
}

/// Who completes, and both statuses before → after; on lines of their own where it is narrow.
fn lines(app: &App, case: &Case, width: usize) -> Vec<Line> {
    let key = match (case.side, case.who) {
        (Side::Autotask, Who::Owner) => "sample-autotask-owner",
        (Side::Autotask, Who::SomebodyElse) => "sample-autotask-other",
        (Side::Taskfire, Who::Owner) => "sample-taskfire-owner",
        (Side::Taskfire, Who::SomebodyElse) => "sample-taskfire-other",
    };
    let name = app.viewer.as_ref().map_or("", |viewer| viewer.actor.name.as_str());
    let mut lines = Line::wrapped(&app.say(key, &[("name", name.into())]), " ", width, Role::Text);
    let mut change = vec![Piece::new("   ", Role::Text)];
    change.extend(both(app, &case.before));
    change.push(Piece::new("  →  ", Role::Dim));
    change.extend(both(app, &case.after));
    lines.push(Line::of(change));
    lines
}

/// Both statuses, as everywhere.
fn both(app: &App, ticket: &Ticket) -> Vec<Piece<'static>> {
    let [autotask, taskfire] = Side::BOTH.map(|side| {
        let picture = pictures::of_ticket(&app.desk.statuses, ticket, side);
        Piece::new(picture.plain(), picture.role.unwrap_or(Role::Dim))
    });
    vec![autotask, Piece::new(" │ ", Role::Dim), taskfire]
}
