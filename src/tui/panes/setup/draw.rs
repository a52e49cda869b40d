//! Drawing a client's set-up: portal and Taskfire in a line, the steps, and the configuration below.

use super::{Pane, details, steps};
use crate::base::cells;
use crate::records::administration::setup::{Missing, Setup, SetupStep};
use crate::tui::app::App;
use crate::tui::app::pages::draw::inset;
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::list::{self, MARKS, Marks};
use crate::tui::widgets::paint::{self, Piece};
use crate::tui::widgets::rule;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Cells of a step's mark and number: `[x] 1 `.
const BEFORE: usize = 6;
/// What is said below a step's name stands under it.
const INDENT: u16 = 6;

/// Draws it.
pub fn draw(pane: &Pane, app: &App, room: Rect, buffer: &mut Buffer) {
    let Some(setup) = pane.setup.as_deref() else { return };
    let theme = &app.settings.theme;
    let mut rest = room;
    for line in head(app, setup, usize::from(inset(room).width)) {
        line.draw(buffer, inset(rest), theme);
        rest = below(rest, 1);
    }
    rest = below(rest, 1);
    let names = setup
        .steps
        .iter()
        .map(|step| cells::width(&app.text(steps::name(step.step))));
    let names = names.max().unwrap_or(0);
    for (at, step) in setup.steps.iter().enumerate() {
        rest = draw_step(pane, app, at, *step, names, rest, buffer);
    }
    rule::horizontal(buffer, rest, theme);
    rest = below(rest, 1);
    for line in details::lines(pane, app, setup, usize::from(inset(rest).width)) {
        line.draw(buffer, inset(rest), theme);
        rest = below(rest, 1);
    }
}

/// Portal and Taskfire, and what is still missing.
fn head(app: &App, setup: &Setup, width: usize) -> Vec<Line> {
    let switched = |is_on: bool| match is_on {
        true => Piece::new(app.text("switch-on").into_owned(), Role::Heading),
        false => Piece::new(app.text("switch-off").into_owned(), Role::Dim),
    };
    let dim = |text: String| Piece::new(text, Role::Dim);
    let mut pieces = vec![
        dim(format!("{} ", app.text("companies-portal"))),
        switched(setup.is_portal_active),
        dim(format!("   {} ", app.text("companies-taskfire-column"))),
        switched(setup.is_taskfire_active),
    ];
    if setup.is_taskfire_active {
        let licences = app.say("setup-licences", &[("count", setup.licences.into())]);
        pieces.push(dim(format!("   {licences}")));
    }
    if setup.is_own {
        pieces.push(dim(format!("   {}", app.text("setup-own"))));
    }
    let mut lines = vec![Line::of(pieces)];
    for missing in &setup.missing {
        let text = format!("! {}", app.text(missing_sentence(*missing)));
        lines.extend(Line::wrapped(&text, "", width, Role::Warning));
    }
    lines
}

fn missing_sentence(missing: Missing) -> &'static str {
    match missing {
        Missing::NoTaskfireUser => "setup-no-taskfire-user",
        Missing::FeatureInactive => "setup-feature-inactive",
    }
}

/// A step and how far it is; below each other where it is narrow. Gives back the room that is left.
fn draw_step(
    pane: &Pane,
    app: &App,
    at: usize,
    step: SetupStep,
    names: usize,
    room: Rect,
    buffer: &mut Buffer,
) -> Rect {
    let Some(setup) = pane.setup.as_deref() else {
        return room;
    };
    if room.height == 0 {
        return room;
    }
    let theme = &app.settings.theme;
    let cursor = at == pane.cursor;
    let marks = Marks {
        cursor,
        ..Marks::default()
    };
    list::draw_marks(buffer, room, marks, theme);
    let role = steps::role(step.state);
    let name = app.text(steps::name(step.step)).into_owned();
    let said = steps::said(app, setup, step);
    let mark = Piece::new(format!("{} {} ", steps::mark(step.state), at + 1), role);
    let text = Rect {
        x: room.x + MARKS,
        width: room.width.saturating_sub(MARKS + 1),
        ..room
    };
    let fits = BEFORE + names + 3 + cells::width(&said) <= usize::from(text.width);
    let title = Piece::new(name.clone(), if cursor { Role::Cursor } else { role });
    let gap = " ".repeat((names + 3).saturating_sub(cells::width(&name)));
    let mut pieces = vec![mark, title];
    if fits {
        pieces.extend([Piece::new(gap, role), Piece::new(said.clone(), Role::Dim)]);
    }
    paint::pieces(buffer, text.x, text.y, text.width, &pieces, theme);
    let rest = below(room, 1);
    if fits || said.is_empty() {
        return rest;
    }
    let x = text.x + INDENT.min(text.width);
    paint::text(buffer, x, rest.y, said_room(rest, text), &said, theme.style(Role::Dim));
    below(rest, 1)
}

/// The cells for what is said below a step's name; none where no row is left.
fn said_room(rest: Rect, text: Rect) -> u16 {
    match rest.height {
        0 => 0,
        _ => text.width.saturating_sub(INDENT),
    }
}

fn below(area: Rect, rows: u16) -> Rect {
    let taken = rows.min(area.height);
    Rect {
        y: area.y + taken,
        height: area.height - taken,
        ..area
    }
}
