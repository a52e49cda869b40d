//! The whole screen from the state: reads it, changes nothing.

use super::app::{App, Focus, Front, pages};
use super::footer;
use super::layout::{Layout, Lines};
use super::overlays::{self, sign_in::lock};
use super::panes::ticket::stopwatch;
use super::panes::{outbox, queues, recent_invoices, ticket, tickets};
use super::theme::Role;
use super::widgets::paint::{self, Piece};
use super::widgets::progress::Progress;
use super::widgets::{rule, top_line};
use crate::records::windows::Freshness;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// How much of the screen is drawn: a first frame comes in these parts, so that on a slow line the list is there first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Top line, list, bottom line: enough to work with.
    List,
    /// The column of queues as well.
    Queues,
    /// Everything.
    Whole,
}

impl Part {
    /// The parts in their order; each has those before it.
    pub const ALL: [Self; 3] = [Self::List, Self::Queues, Self::Whole];
}

/// Draws everything, and gives back where the terminal's cursor stands while one types.
pub fn draw(app: &App, buffer: &mut Buffer) -> Option<Position> {
    draw_part(app, Part::Whole, buffer)
}

/// Draws a part of the screen.
pub fn draw_part(app: &App, part: Part, buffer: &mut Buffer) -> Option<Position> {
    let layout = app.layout();
    if layout.is_too_small {
        too_small(app, buffer);
        return None;
    }
    if lock::is_locked(app) {
        // Of what is behind it nothing is seen.
        let lock = app.overlays.last();
        return lock.and_then(|lock| overlays::draw::draw(app, lock, &layout, buffer));
    }
    let mut cursor = draw_behind(app, part, buffer);
    for overlay in &app.overlays {
        cursor = overlays::draw::draw(app, overlay, &layout, buffer);
    }
    overlays::draw::pending(app, &layout, buffer);
    // Last, since a long message needs more than its line.
    footer::draw(app, buffer, layout.bottom);
    cursor
}

/// Draws what stands behind whatever floats, without the bottom line.
pub(super) fn draw_behind(app: &App, part: Part, buffer: &mut Buffer) -> Option<Position> {
    let layout = app.layout();
    draw_top(app, &layout, buffer);
    let cursor = match app.front() {
        Front::Page => pages::draw::draw(app, buffer),
        Front::Ticket => {
            ticket::draw::draw(app, buffer);
            None
        }
        Front::Queues | Front::Tickets | Front::Outbox => draw_work(app, &layout, part, buffer),
    };
    if part >= Part::Whole {
        rule::horizontal(buffer, layout.rule, &app.settings.theme);
    }
    cursor
}

fn too_small(app: &App, buffer: &mut Buffer) {
    let (columns, rows) = app.size;
    let text = app.say(
        "screen-too-small",
        &[("columns", columns.into()), ("rows", rows.into())],
    );
    let area = *buffer.area();
    paint::paragraph(buffer, area, &text, 0, app.settings.theme.style(Role::Text));
}

fn draw_work(app: &App, layout: &Layout, part: Part, buffer: &mut Buffer) -> Option<Position> {
    let theme = &app.settings.theme;
    if let Some(area) = layout.queues.filter(|_| part >= Part::Queues) {
        queues::draw::draw(app, buffer, area);
        rule::vertical(
            buffer,
            Rect {
                x: area.right(),
                width: 1,
                ..area
            },
            theme,
        );
    }
    let is_outbox = app.focus == Focus::Outbox;
    let cursor = if is_outbox {
        outbox::draw::draw(app, layout, buffer);
        None
    } else {
        tickets::draw::draw(app, layout, buffer)
    };
    if let Some(area) = layout.card.filter(|_| part >= Part::Whole) {
        recent_invoices::draw::draw(app, area, buffer);
    }
    if let Some(area) = layout.preview.filter(|_| part >= Part::Whole) {
        if layout.preview_is_right {
            rule::vertical(
                buffer,
                Rect {
                    x: area.x.saturating_sub(1),
                    width: 1,
                    ..area
                },
                theme,
            );
        } else {
            rule::horizontal(
                buffer,
                Rect {
                    y: area.y.saturating_sub(1),
                    height: 1,
                    ..area
                },
                theme,
            );
        }
        if !is_outbox {
            tickets::preview_draw::draw(app, buffer, area);
        }
    }
    cursor
}

fn draw_top(app: &App, layout: &Layout, buffer: &mut Buffer) {
    let left = match &app.viewer {
        Some(_) if let Some(page) = app.page() => page.pane().title(app),
        Some(_) if app.ticket.is_some() => ticket::draw::title(app),
        Some(viewer) if layout.queues.is_some() => {
            let product = match app.works_tickets() {
                true => app.side().product().into(),
                false => app.text("product-portal"),
            };
            let name = format!("{} · {} ({})", viewer.company_name, viewer.actor.name, product);
            vec![Piece::new(name, Role::Heading)]
        }
        Some(_) if app.focus == Focus::Outbox => {
            let title = app.say("outbox-title", &[("count", app.outbox.lines.len().into())]);
            vec![Piece::new(title, Role::Heading)]
        }
        Some(_) => tickets::draw::title(app),
        None => vec![Piece::new("Tandem", Role::Heading)],
    };
    let wide = layout.queues.is_some();
    let mut right = Vec::new();
    match app.front() {
        Front::Page => {
            let note = app.page().map(|page| page.pane().note(app, app.page_room()));
            right.extend(
                note.filter(|note| !note.is_empty())
                    .map(|note| Piece::new(note, Role::Dim)),
            );
        }
        Front::Ticket => right.extend(ticket::draw::position(app).map(|position| Piece::new(position, Role::Dim))),
        // Where a ticket takes two lines, nothing else stands above the list.
        _ if layout.lines == Lines::Two => right.extend(tickets::draw::notes(app)),
        _ => {}
    }
    if let Some(running) = stopwatch::top(app, wide) {
        if !right.is_empty() {
            right.push(Piece::new(" · ", Role::Dim));
        }
        right.push(running);
    }
    if !right.is_empty() {
        right.push(Piece::new(" · ", Role::Dim));
    }
    right.extend(freshness(app, wide));
    top_line::draw(buffer, layout.top, &left, &right, &app.settings.theme);
}

/// How fresh everything is and what is unsent; the one place that speaks of the line.
fn freshness(app: &App, wide: bool) -> Vec<Piece<'_>> {
    let moment = |at| app.times().clock(at);
    let page = app.page().map(|page| page.as_of);
    let (text, role) = match app.freshness {
        // A page is as fresh as what the server said to it.
        Freshness::Live if let Some(as_of) = page => {
            let text = match as_of {
                Some(at) => app.say("line-as-of", &[("time", moment(at).into())]),
                None => app.text("line-live"),
            };
            (text.into_owned(), Role::Dim)
        }
        Freshness::Connecting(_) if let Some(Some(at)) = page => (
            app.say("line-as-of-connecting", &[("time", moment(at).into())])
                .into_owned(),
            Role::Dim,
        ),
        Freshness::Offline(_) if let Some(Some(at)) = page => (
            app.say("line-as-of-offline", &[("time", moment(at).into())])
                .into_owned(),
            Role::Warning,
        ),
        Freshness::Live => (app.text("line-live").into_owned(), Role::Dim),
        Freshness::Connecting(None) => (app.text("line-connecting").into_owned(), Role::Dim),
        Freshness::Connecting(Some(at)) => (
            app.say("line-as-of-connecting", &[("time", moment(at).into())])
                .into_owned(),
            Role::Dim,
        ),
        Freshness::Offline(None) => (app.text("line-offline").into_owned(), Role::Warning),
        Freshness::Offline(Some(at)) => (
            app.say("line-as-of-offline", &[("time", moment(at).into())])
                .into_owned(),
            Role::Warning,
        ),
        Freshness::Filling { done, of } => {
            let what = app.text("line-filling").into_owned();
            (Progress { what, done, of }.words(), Role::Dim)
        }
    };
    let mut pieces = vec![Piece::new(text, role)];
    let mut add = |text: String, role| {
        pieces.push(Piece::new(" · ", Role::Dim));
        pieces.push(Piece::new(text, role));
    };
    if app.settings.read_only {
        add(app.text("line-read-only").into_owned(), Role::Warning);
    }
    if app.needs_sign_in {
        add(app.text("line-sign-in").into_owned(), Role::Warning);
    }
    if app.desk.unsent > 0 {
        add(
            app.say("line-unsent", &[("count", app.desk.unsent.into())])
                .into_owned(),
            Role::Unsent,
        );
    } else if wide {
        add(app.text("line-nothing-unsent").into_owned(), Role::Dim);
    }
    if app.desk.stopped > 0 {
        add(
            app.say("line-stopped", &[("count", app.desk.stopped.into())])
                .into_owned(),
            Role::Warning,
        );
    }
    if let Some(key) = app.settings.keymap.keys_for("help.open", &app.work_contexts()) {
        add(app.say("line-help", &[("key", key.into())]).into_owned(), Role::Dim);
    }
    pieces
}
