//! Drawing the settings of contracts.

use super::Pane;
use crate::base::cells;
use crate::records::administration::support::{ContractSettings, RefusedLine};
use crate::tui::app::App;
use crate::tui::app::pages::draw::inset;
use crate::tui::billing::contract_settings;
use crate::tui::theme::Role;
use crate::tui::widgets::columns::{Column, lay_out};
use crate::tui::widgets::line::Line;
use crate::tui::widgets::list::{self, Cell, MARKS, Marks, Row};
use crate::tui::widgets::paint::{self, Piece};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// An item's name and serial number.
const COLUMNS: [Column; 2] = [Column::yielding(40, 12, 1).growing(), Column::yielding(24, 10, 2)];
/// The keys of their names.
const HEADINGS: [&str; 2] = ["contract-scope-item", "item-serial-number"];
/// Cells of a setting's name.
const NAMES: usize = 32;

/// What stands above the items and below them, and where the items stand.
fn parts(settings: &ContractSettings, app: &App, room: Rect) -> (Vec<Line>, Rect, Vec<Line>) {
    let width = inset(room).width.into();
    let head = head(app, settings, width);
    let refused = refused(app, &settings.refused, width);
    let taken = u16::try_from(head.len()).unwrap_or(u16::MAX).min(room.height);
    let rest = room.height - taken;
    let below = u16::try_from(refused.len()).unwrap_or(u16::MAX).min(rest / 2);
    let items = Rect {
        y: room.y + taken,
        height: rest - below,
        ..room
    };
    (head, items, refused)
}

/// The items that are seen at once.
#[must_use]
pub fn rows(pane: &Pane, app: &App, room: Rect) -> usize {
    let settings = pane.settings.as_deref();
    settings.map_or(0, |settings| {
        parts(settings, app, room).1.height.saturating_sub(1).into()
    })
}

/// Draws it.
pub fn draw(pane: &Pane, app: &App, room: Rect, buffer: &mut Buffer) {
    let Some(settings) = pane.settings.as_deref() else {
        return;
    };
    let theme = &app.settings.theme;
    let (head, items, refused) = parts(settings, app, room);
    for (line, row) in head.iter().zip(inset(room).rows()) {
        line.draw(buffer, row, theme);
    }
    draw_items(pane, app, settings, items, buffer);
    let below = inset(Rect {
        y: items.bottom(),
        height: room.bottom().saturating_sub(items.bottom()),
        ..room
    });
    for (line, row) in refused.iter().zip(below.rows()) {
        line.draw(buffer, row, theme);
    }
}

fn head(app: &App, settings: &ContractSettings, width: usize) -> Vec<Line> {
    let words = app.billing_words();
    let facts = contract_settings::facts(&words, settings).into_iter();
    let facts = facts.map(|(name, value)| {
        Line::of(vec![
            Piece::new(cells::pad(&name, NAMES), Role::Dim),
            Piece::new(value, Role::Heading),
        ])
    });
    let mut lines: Vec<Line> = facts.collect();
    let about = contract_settings::about(&words, settings);
    lines.extend(Line::wrapped(&about, "", width, Role::Text));
    lines.push(Line::default());
    let ownerless = contract_settings::ownerless(&words, settings);
    lines.push(Line::text(ownerless, Role::Heading));
    lines
}

fn draw_items(pane: &Pane, app: &App, settings: &ContractSettings, area: Rect, buffer: &mut Buffer) {
    let theme = &app.settings.theme;
    let items = &settings.items_without_owner;
    if items.is_empty() {
        let text = app.text("contract-settings-all-owned");
        paint::paragraph(buffer, inset(area), &text, 0, theme.style(Role::Dim));
        return;
    }
    let widths = lay_out(&COLUMNS, area.width.saturating_sub(MARKS + 1), 1);
    let headings = HEADINGS.map(|key| app.text(key).into_owned());
    let names: Vec<&str> = headings.iter().map(String::as_str).collect();
    list::draw_headings(buffer, area, &widths, &names, theme);
    let below = Rect {
        y: area.y + 1.min(area.height),
        height: area.height.saturating_sub(1),
        ..area
    };
    let visible = pane.cursor.visible(below.height.into(), items.len());
    let shown = visible.filter_map(|at| Some((at, items.get(at)?)));
    let lines = shown.map(|(at, item)| Row {
        marks: Marks {
            cursor: at == pane.cursor.row(),
            ..Marks::default()
        },
        cells: vec![
            Cell::new(Piece::new(item.name.as_str(), Role::Text)).under_cursor(),
            Cell::new(Piece::new(item.serial_number.as_str(), Role::Dim)),
        ],
    });
    list::draw(buffer, below, &widths, lines, theme);
}

/// Requests that were refused for want of a contract; nothing of the ticket (D-23).
fn refused(app: &App, lines: &[RefusedLine], width: usize) -> Vec<Line> {
    if lines.is_empty() {
        return Vec::new();
    }
    let heading = Line::text(app.text("contract-settings-refused").into_owned(), Role::Heading);
    let words = app.billing_words();
    let each = lines.iter().flat_map(|line| {
        let text = contract_settings::refused(&words, line);
        Line::wrapped(&text, "", width, Role::Text)
    });
    [Line::default(), heading].into_iter().chain(each).collect()
}
