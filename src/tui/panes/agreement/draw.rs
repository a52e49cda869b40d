//! Drawing the agreement: its text, the two boxes, and the word that accepts.

use super::{Pane, Part, accept};
use crate::base::cells;
use crate::tui::app::App;
use crate::tui::app::pages::draw::inset;
use crate::tui::theme::Role;
use crate::tui::widgets::list::CURSOR;
use crate::tui::widgets::paint::{self, Piece};
use crate::tui::widgets::rule;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Before what a box says: the cursor, `[x]`, its number.
const BEFORE: u16 = 8;

/// Where everything stands.
pub struct Areas {
    /// That another version took the place of the one that was read.
    replaced: Rect,
    /// The text.
    pub text: Rect,
    rule: Rect,
    boxes: [Rect; 2],
    /// What accepting does besides; a blank row where that is nothing.
    besides: Rect,
    accept: Rect,
}

impl Areas {
    /// The areas of this room. The boxes are seen whole before the text is.
    #[must_use]
    pub fn of(pane: &Pane, app: &App, room: Rect) -> Self {
        let rows = |text: &str, width: u16| {
            let clean = cells::sanitise_lines(text);
            u16::try_from(cells::wrap_lines(&clean, usize::from(width)).count()).unwrap_or(1)
        };
        let heights = [0, 1].map(|at| rows(said(pane, at), room.width.saturating_sub(BEFORE + 1)));
        let besides = besides(pane, app).map_or(1, |text| rows(&text, inset(room).width));
        let below: u16 = heights.iter().sum::<u16>() + 2 + besides;
        let told = replaced(pane, app).map_or(0, |text| rows(&text, inset(room).width));
        let text = room.height.saturating_sub(below + told);
        let mut y = room.y;
        let mut take = |height: u16| {
            let height = height.min(room.bottom().saturating_sub(y));
            let area = Rect { y, height, ..room };
            y += height;
            area
        };
        let replaced = take(told);
        let text = inset(take(text));
        let rule = take(1);
        let boxes = heights.map(&mut take);
        let besides = take(besides);
        Self {
            replaced,
            text,
            rule,
            boxes,
            besides,
            accept: take(1),
        }
    }
}

/// That another version took the place of the one that was read.
fn replaced(pane: &Pane, app: &App) -> Option<String> {
    let (before, now) = (pane.replaced?, pane.agreement.as_ref()?.version);
    let arguments = [("before", before.into()), ("now", now.into())];
    Some(app.say("agreement-replaced", &arguments).into_owned())
}

/// That the client's portal goes on with Taskfire, which is an add-on to it (TF-03).
fn besides(pane: &Pane, app: &App) -> Option<String> {
    pane.switches_portal
        .then(|| app.text("agreement-switches-portal").into_owned())
}

/// Draws it.
pub fn draw(pane: &Pane, app: &App, room: Rect, buffer: &mut Buffer) {
    let theme = &app.settings.theme;
    let areas = Areas::of(pane, app, room);
    if let Some(text) = replaced(pane, app) {
        paint::paragraph(buffer, inset(areas.replaced), &text, 0, theme.style(Role::Warning));
    }
    pane.reading.draw(buffer, areas.text, theme);
    let more = match pane.reading.goes_on(areas.text) {
        true => app.text("agreement-goes-on"),
        false => app.text("agreement-end"),
    };
    rule::titled(buffer, areas.rule, &[Piece::new(more, Role::Dim)], theme);
    for (at, area) in areas.boxes.into_iter().enumerate() {
        draw_box(pane, app, at, area, buffer);
    }
    if let Some(text) = besides(pane, app) {
        paint::paragraph(buffer, inset(areas.besides), &text, 0, theme.style(Role::Warning));
    }
    draw_accept(pane, app, areas.accept, buffer);
}

fn draw_box(pane: &Pane, app: &App, at: usize, area: Rect, buffer: &mut Buffer) {
    let theme = &app.settings.theme;
    let is_here = pane.part == Part::Box(at);
    let mark = if pane.ticked[at] { "[x]" } else { "[ ]" };
    let role = if is_here { Role::Heading } else { Role::Text };
    let mut pieces = cursor(is_here).to_vec();
    pieces.push(Piece::new(
        format!("{mark} {}", at + 1),
        if is_here { Role::Cursor } else { role },
    ));
    if area.height > 0 {
        paint::pieces(buffer, area.x, area.y, area.width, &pieces, theme);
    }
    let text = Rect {
        x: area.x + BEFORE.min(area.width),
        width: area.width.saturating_sub(BEFORE + 1),
        ..area
    };
    paint::paragraph(buffer, text, said(pane, at), 0, theme.style(role));
}

/// What stands beside a box: it is part of the agreement.
fn said(pane: &Pane, at: usize) -> &str {
    let boxes = pane.agreement.as_ref().map(|agreement| &agreement.boxes);
    boxes.and_then(|boxes| boxes.get(at)).map_or("", String::as_str)
}

fn draw_accept(pane: &Pane, app: &App, area: Rect, buffer: &mut Buffer) {
    if area.height == 0 {
        return;
    }
    let is_here = pane.part == Part::Accept;
    let missing = accept::missing(pane.ticked);
    let role = match (is_here, missing) {
        (true, _) => Role::Cursor,
        (false, None) => Role::Heading,
        (false, Some(_)) => Role::Dim,
    };
    let mut pieces = cursor(is_here).to_vec();
    pieces.push(Piece::new(app.text("agreement-accept"), role));
    if let Some(key) = missing {
        pieces.push(Piece::new(format!("    {}", app.text(key)), Role::Dim));
    }
    paint::pieces(buffer, area.x, area.y, area.width, &pieces, &app.settings.theme);
}

/// The mark of what the keys are for.
fn cursor(is_here: bool) -> [Piece<'static>; 2] {
    let mark = match is_here {
        true => Piece::new(CURSOR, Role::Cursor),
        false => Piece::new(" ", Role::Text),
    };
    [mark, Piece::new(" ", Role::Text)]
}
