//! Drawing what floats.

use super::help::Line;
use super::{Overlay, confirm::Confirm, conflict::Conflict, form, help::Help, palette, pick, sign_in, tall};
use crate::base::cells;
use crate::tui::app::App;
use crate::tui::intent::Intent;
use crate::tui::layout::Layout;
use crate::tui::panes::{outbox, queues};
use crate::tui::theme::Role;
use crate::tui::widgets::floating;
use crate::tui::widgets::paint::{self, Piece};
use crate::tui::widgets::pick_list::PickList;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Clear, Widget};

/// The rows below the palette's list that say more about what the cursor is on.
const ABOUT: u16 = 2;

/// Draws an overlay, and gives back where the cursor stands while one types into it.
pub fn draw(app: &App, overlay: &Overlay, layout: &Layout, buffer: &mut Buffer) -> Option<Position> {
    let theme = &app.settings.theme;
    let room = room(layout);
    match overlay {
        Overlay::Queues => {
            draw_queues(app, room, buffer);
            None
        }
        Overlay::Palette(palette) => {
            let height = u16::try_from(palette::SEEN + 1).unwrap_or(15);
            let area = floating::draw(buffer, room, &app.text("palette-title"), 96, height + ABOUT, theme);
            let list = Rect {
                height: area.height.saturating_sub(ABOUT),
                ..area
            };
            let about = Rect {
                y: list.bottom(),
                height: area.height - list.height,
                ..area
            };
            paint::paragraph(buffer, about, &palette.about(app), 0, theme.style(Role::Dim));
            draw_pick_list(app, &palette.list, ": ", "palette-nothing", list, buffer)
        }
        Overlay::Pick(pick) => {
            let height = u16::try_from(pick::SEEN + 1).unwrap_or(13);
            let area = floating::draw(buffer, room, &pick.title, 60, height, theme);
            let nothing = if pick.is_waiting() {
                "list-loading"
            } else {
                "pick-nothing"
            };
            draw_pick_list(app, &pick.list, "> ", nothing, area, buffer)
        }
        Overlay::Form(form) => form::draw::draw(app, form, room, buffer),
        Overlay::Statuses(statuses) => {
            statuses.draw(app, room, buffer);
            None
        }
        Overlay::Card(card) => {
            card.draw(app, room, buffer);
            None
        }
        Overlay::SignIn(form) => sign_in::draw::draw(app, form, room, buffer),
        Overlay::Compose(compose) => {
            let body = Rect {
                height: layout.rule.y.saturating_sub(1),
                ..room
            };
            compose.draw(app, body, buffer)
        }
        Overlay::Help(help) => {
            draw_help(app, help, room, buffer);
            None
        }
        Overlay::Guide(guide) => {
            guide.draw(app, room, buffer);
            None
        }
        Overlay::Log(log) => {
            log.draw(app, room, buffer);
            None
        }
        Overlay::Mistakes(mistakes) => {
            mistakes.draw(app, room, buffer);
            None
        }
        Overlay::Today(today) => {
            today.draw(app, room, buffer);
            None
        }
        Overlay::Conflict(conflict) => {
            draw_conflict(app, conflict, room, buffer);
            None
        }
        Overlay::Confirm(confirm) => {
            draw_confirm(app, confirm, room, buffer);
            None
        }
    }
}

/// The room of what floats: what says something leaves the top and the bottom line free.
#[must_use]
pub fn room(layout: &Layout) -> Rect {
    Rect {
        y: 1,
        height: layout.screen.height.saturating_sub(3),
        ..layout.screen
    }
}

/// A list to pick from by typing, with what it says where nothing is left of it.
fn draw_pick_list<T>(
    app: &App,
    list: &PickList<T>,
    prompt: &str,
    nothing: &str,
    area: Rect,
    buffer: &mut Buffer,
) -> Option<Position> {
    let theme = &app.settings.theme;
    let rows = area.height.saturating_sub(1);
    floating::draw_place(
        buffer,
        Rect { height: rows, ..area },
        list.top(usize::from(rows)),
        list.len(),
        theme,
    );
    if list.is_empty() && rows > 0 {
        let below = Rect {
            x: area.x + 2.min(area.width),
            y: area.y + 1,
            width: area.width.saturating_sub(2),
            height: rows,
        };
        paint::paragraph(buffer, below, &app.text(nothing), 0, theme.style(Role::Dim));
    }
    list.draw(buffer, area, prompt, theme)
}

/// The column of queues over the list, where it has no room beside it.
fn draw_queues(app: &App, room: Rect, buffer: &mut Buffer) {
    let lines = u16::try_from(queues::lines(app).len()).unwrap_or(u16::MAX);
    let area = floating::draw(buffer, room, &app.text("queues-title"), 34, lines, &app.settings.theme);
    queues::draw::draw(app, buffer, area);
}

fn draw_help(app: &App, help: &Help, room: Rect, buffer: &mut Buffer) {
    let theme = &app.settings.theme;
    let height = u16::try_from(tall(app)).unwrap_or(u16::MAX);
    let area = floating::draw(buffer, room, &app.text("help-title"), 72, height, theme);
    let lines = help.lines(app);
    let keys = lines.iter().filter_map(|line| match line {
        Line::Keys { keys, .. } => Some(cells::width(keys)),
        Line::Heading(_) => None,
    });
    floating::draw_place(buffer, area, help.top, lines.len(), theme);
    let column = u16::try_from(keys.max().unwrap_or(0).min(24) + 3).unwrap_or(3);
    for (line, y) in lines.iter().skip(help.top).zip(area.top()..area.bottom()) {
        match line {
            Line::Heading(text) => {
                paint::text(buffer, area.x, y, area.width, text, theme.style(Role::Heading));
            }
            Line::Keys { keys, title } => {
                paint::text(
                    buffer,
                    area.x + 1,
                    y,
                    column.saturating_sub(2),
                    keys,
                    theme.style(Role::Key),
                );
                let room = area.width.saturating_sub(column);
                paint::text(buffer, area.x + column, y, room, title, theme.style(Role::Text));
            }
        }
    }
}

fn draw_confirm(app: &App, confirm: &Confirm, room: Rect, buffer: &mut Buffer) {
    let theme = &app.settings.theme;
    let width = room.width.saturating_sub(floating::FRAME.0).min(64);
    let lines = cells::wrap_lines(&confirm.question, usize::from(width)).count();
    let height = u16::try_from(lines).unwrap_or(u16::MAX).saturating_add(2);
    let area = floating::draw(buffer, room, &app.text("confirm-title"), width, height, theme);
    let drawn = paint::paragraph(buffer, area, &confirm.question, 0, theme.style(Role::Text));
    let answers = answers(app, &[Intent::Yes, Intent::No]);
    if area.height > drawn + 1 {
        paint::pieces(buffer, area.x, area.y + drawn + 1, area.width, &answers, theme);
    }
}

fn draw_conflict(app: &App, conflict: &Conflict, room: Rect, buffer: &mut Buffer) {
    let lines = outbox::draw::explanation(app, &conflict.line);
    let height = u16::try_from(lines.len() + 4).unwrap_or(u16::MAX);
    let title = app.text("conflict-title");
    let area = floating::draw(buffer, room, &title, 84, height, &app.settings.theme);
    let above = Rect {
        height: area.height.saturating_sub(2),
        ..area
    };
    outbox::draw::draw_lines(app, buffer, above, &lines);
    // A contract is offered only where one is what is missing.
    let is_offered = |intent: &Intent| *intent != Intent::CoverRequest || app.availability(*intent).is_available();
    let offered: Vec<Intent> = super::conflict::ANSWERS.into_iter().filter(is_offered).collect();
    let answers = answers(app, &offered);
    let y = area.bottom().saturating_sub(1);
    paint::pieces(buffer, area.x, y, area.width, &answers, &app.settings.theme);
}

/// Keys with what they do in the overlay that is open: `ctrl-x yes   esc no`.
#[must_use]
pub fn answers<'a>(app: &'a App, intents: &[Intent]) -> Vec<Piece<'a>> {
    let contexts = app.contexts();
    let mut pieces = Vec::new();
    for intent in intents {
        let Some(key) = app.settings.keymap.keys_for(intent.name(), &contexts) else {
            continue;
        };
        pieces.push(Piece::new(key, Role::Key));
        pieces.push(Piece::new(format!(" {}   ", app.words(*intent, ".short")), Role::Text));
    }
    pieces
}

/// The box of what may follow the keys pressed so far, above the bottom line at the right.
pub fn pending(app: &App, layout: &Layout, buffer: &mut Buffer) {
    let theme = &app.settings.theme;
    let next = app.pending();
    if next.is_empty() {
        return;
    }
    let line = |next: &crate::tui::keymap::Next<'_>| {
        let title = next
            .intent
            .and_then(Intent::named)
            .map_or("…".into(), |intent| app.words(intent, ""));
        (next.key.to_string(), title.into_owned())
    };
    let lines: Vec<(String, String)> = next.iter().map(line).collect();
    let width = lines
        .iter()
        .map(|(key, title)| cells::width(key) + cells::width(title) + 2)
        .max()
        .unwrap_or(0);
    let (width, height) = (
        u16::try_from(width + 4).unwrap_or(u16::MAX),
        u16::try_from(lines.len() + 2).unwrap_or(u16::MAX),
    );
    let bottom = layout.rule.y;
    let area = Rect {
        x: layout.screen.width.saturating_sub(width),
        y: bottom.saturating_sub(height),
        width,
        height,
    }
    .intersection(layout.screen);
    Clear.render(area, buffer);
    let keys = format!("{} …", crate::tui::keymap::Key::print(&app.keys));
    let inner = floating::draw(
        buffer,
        area,
        &keys,
        width.saturating_sub(4),
        height.saturating_sub(2),
        theme,
    );
    for ((key, title), y) in lines.iter().zip(inner.top()..inner.bottom()) {
        let pieces = [
            Piece::new(key.as_str(), Role::Key),
            Piece::new(format!("  {title}"), Role::Text),
        ];
        paint::pieces(buffer, inner.x, y, inner.width, &pieces, theme);
    }
}
