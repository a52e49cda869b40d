//! Drawing a client's set-up: portal and Taskfire in a line, the steps, and the configuration below.

use super::{Pane, details, steps};
use crate::base::cells;
use crate::records::administration::setup::{Missing, Setup, SetupStep};
use crate::tui::app::App;
use crate::tui::app::pages::draw::inset;
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::list::{CURSOR, MARKS};
use crate::tui::widgets::paint::Piece;
use crate::tui::widgets::rule;
use crate::tui::widgets::scroll::first_row;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Cells of a step's marks and number: `▌ [x] 1 `.
const BEFORE: usize = MARKS as usize + 6;
/// Between a step's name and how far it is.
const GAP: usize = 3;

/// Draws it.
pub fn draw(pane: &Pane, app: &App, room: Rect, buffer: &mut Buffer) {
    let Some(setup) = pane.setup.as_deref() else { return };
    let theme = &app.settings.theme;
    for (line, row) in above(pane, app, setup, room).iter().zip(room.rows()) {
        line.draw(buffer, row, theme);
    }
    let (lines, below) = below_steps(pane, app, setup, room);
    let between = Rect {
        y: below.y.saturating_sub(1).max(room.y),
        height: u16::from(below.y > room.y && below.y <= room.bottom()),
        ..room
    };
    let top = first_row(pane.top, lines.len(), below.height.into());
    rule::horizontal(buffer, between, theme);
    if top + usize::from(below.height) < lines.len()
        && let Some(key) = app.settings.keymap.keys_for("move.page_down", &app.work_contexts())
    {
        let more = app.say("setup-more", &[("key", key.into())]);
        rule::titled(buffer, between, &[Piece::new(more, Role::Dim)], theme);
    }
    for (line, row) in lines.iter().skip(top).zip(below.rows()) {
        line.draw(buffer, row, theme);
    }
}

/// What stands below the steps, and where.
#[must_use]
pub fn below_steps(pane: &Pane, app: &App, setup: &Setup, room: Rect) -> (Vec<Line>, Rect) {
    let above = u16::try_from(above(pane, app, setup, room).len() + 1).unwrap_or(u16::MAX);
    let taken = above.min(room.height);
    let below = inset(Rect {
        y: room.y + taken,
        height: room.height - taken,
        ..room
    });
    (details::lines(pane, app, setup, below.width.into()), below)
}

/// The head and the steps.
fn above(pane: &Pane, app: &App, setup: &Setup, room: Rect) -> Vec<Line> {
    let width = usize::from(room.width);
    let mut lines = head(app, setup, width);
    lines.push(Line::default());
    let names = setup
        .steps
        .iter()
        .map(|step| cells::width(&app.text(steps::name(step.step))));
    let names = names.max().unwrap_or(0);
    for (at, step) in setup.steps.iter().enumerate() {
        lines.extend(step_lines(pane, app, setup, (at, *step), names, width));
    }
    lines
}

/// Portal and Taskfire, and what is still missing.
fn head(app: &App, setup: &Setup, width: usize) -> Vec<Line> {
    let switched = |is_on: bool| match is_on {
        true => Piece::new(app.text("switch-on").into_owned(), Role::Heading),
        false => Piece::new(app.text("switch-off").into_owned(), Role::Dim),
    };
    let dim = |text: String| Piece::new(text, Role::Dim);
    let mut pieces = vec![
        dim(format!(" {} ", app.text("companies-portal"))),
        switched(setup.is_portal_active),
        dim(format!("   {} ", app.text("companies-taskfire-column"))),
        switched(setup.is_taskfire_active),
    ];
    if setup.is_taskfire_active {
        let licences = licences(app, setup);
        pieces.push(dim(format!("   {licences}")));
    }
    if setup.is_own {
        pieces.push(dim(format!("   {}", app.text("setup-own"))));
    }
    let missing = setup.missing.iter().flat_map(|missing| {
        let text = format!("! {}", app.text(missing_sentence(*missing)));
        Line::wrapped(&text, " ", width, Role::Warning)
    });
    std::iter::once(Line::of(pieces)).chain(missing).collect()
}

/// How many licences there are, and how many of them are charged where that is another number.
fn licences(app: &App, setup: &Setup) -> String {
    let licences = app.say("setup-licences", &[("count", setup.licences.into())]);
    if setup.billable_licences == setup.licences {
        return licences.into_owned();
    }
    let arguments = [
        ("licences", licences.into()),
        ("billable", setup.billable_licences.into()),
    ];
    app.say("setup-licences-charged", &arguments).into_owned()
}

fn missing_sentence(missing: Missing) -> &'static str {
    match missing {
        Missing::NoTaskfireUser => "setup-no-taskfire-user",
        Missing::FeatureInactive => "setup-feature-inactive",
        Missing::PortalInactive => "setup-portal-inactive",
    }
}

/// The mark of the step under the cursor.
fn cursor_piece(is_here: bool) -> Piece<'static> {
    match is_here {
        true => Piece::new(CURSOR, Role::Cursor),
        false => Piece::new(" ", Role::Text),
    }
}

/// A step and how far it is: in a column where that has room, else behind the name, else below it.
fn step_lines(
    pane: &Pane,
    app: &App,
    setup: &Setup,
    (at, step): (usize, SetupStep),
    names: usize,
    width: usize,
) -> Vec<Line> {
    let cursor = at == pane.cursor;
    let role = steps::role(step.state);
    let name = app.text(steps::name(step.step)).into_owned();
    let said = steps::said(app, setup, step);
    let taken = cells::width(&name);
    let said_width = cells::width(&cells::sanitise(&said));
    let mut left = vec![
        cursor_piece(cursor),
        Piece::new(format!(" {} {} ", steps::mark(step.state), at + 1), role),
        Piece::new(name, if cursor { Role::Cursor } else { role }),
    ];
    let gap = match width.saturating_sub(BEFORE + GAP + said_width + 1) {
        room if room >= names => names - taken + GAP,
        room if room >= taken => GAP,
        _ => {
            let indent = " ".repeat(BEFORE);
            let below = Line::wrapped(&said, &indent, width, Role::Dim);
            return std::iter::once(Line::of(left)).chain(below).collect();
        }
    };
    left.extend([Piece::new(" ".repeat(gap), Role::Text), Piece::new(said, Role::Dim)]);
    vec![Line::of(left)]
}
