//! Drawing a contract: where it stands, a line for each service, and below them the units day by day and the notes.

use super::Pane;
use crate::base::cells;
use crate::records::administration::billing::Days;
use crate::records::administration::contracts::{ContractPage, ContractServiceLine};
use crate::tui::app::App;
use crate::tui::app::pages::draw::inset;
use crate::tui::billing::{contract_facts, statement};
use crate::tui::theme::Role;
use crate::tui::widgets::columns::{Column, lay_out};
use crate::tui::widgets::line::Line;
use crate::tui::widgets::list::{self, Cell, MARKS, Marks, Row};
use crate::tui::widgets::paint::{self, Piece};
use crate::tui::widgets::rule;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Name, how often, units, price, total.
const COLUMNS: [Column; 5] = [
    Column::yielding(30, 12, 1).growing(),
    Column::yielding(14, 10, 2),
    Column::fixed(8),
    Column::fixed(13),
    Column::fixed(13),
];
/// The keys of their names.
const HEADINGS: [&str; 5] = [
    "service",
    "service-period",
    "billing-column-units",
    "service-column-price",
    "billing-column-amount",
];
/// The most rows of what stands above the services.
const HEAD: usize = 9;

struct Parts {
    head: Vec<Line>,
    services: Rect,
    below: Rect,
}

fn parts(pane: &Pane, app: &App, room: Rect) -> Option<Parts> {
    let page = pane.contract.as_deref()?;
    let mut head = head(app, page, inset(room).width.into());
    head.truncate(HEAD.min(usize::from(room.height / 2)));
    let taken = u16::try_from(head.len() + 1).unwrap_or(u16::MAX).min(room.height);
    let rest = Rect {
        y: room.y + taken,
        height: room.height - taken,
        ..room
    };
    let wanted = u16::try_from(page.services.len().max(1) + 1).unwrap_or(u16::MAX);
    let services = Rect {
        height: wanted.min(rest.height.saturating_sub(rest.height / 3)),
        ..rest
    };
    let below = Rect {
        y: services.bottom(),
        height: rest.height - services.height,
        ..rest
    };
    Some(Parts { head, services, below })
}

/// The services that are seen at once.
#[must_use]
pub fn rows(pane: &Pane, app: &App, room: Rect) -> usize {
    parts(pane, app, room).map_or(0, |parts| parts.services.height.saturating_sub(1).into())
}

/// Draws it.
pub fn draw(pane: &Pane, app: &App, room: Rect, buffer: &mut Buffer) {
    let (Some(page), Some(parts)) = (pane.contract.as_deref(), parts(pane, app, room)) else {
        return;
    };
    let theme = &app.settings.theme;
    for (line, row) in parts.head.iter().zip(inset(room).rows()) {
        line.draw(buffer, row, theme);
    }
    draw_services(pane, app, page, parts.services, buffer);
    rule::horizontal(
        buffer,
        Rect {
            height: parts.below.height.min(1),
            ..parts.below
        },
        theme,
    );
    let area = inset(Rect {
        y: parts.below.y + 1,
        height: parts.below.height.saturating_sub(1),
        ..parts.below
    });
    for (line, row) in below(pane, app, page, area.width.into()).iter().zip(area.rows()) {
        line.draw(buffer, row, theme);
    }
}

fn head(app: &App, page: &ContractPage, width: usize) -> Vec<Line> {
    let facts = contract_facts::facts(&app.billing_words(), page);
    let lines = facts
        .iter()
        .flat_map(|(text, role)| Line::wrapped(text, "", width, *role));
    lines.collect()
}

fn draw_services(pane: &Pane, app: &App, page: &ContractPage, area: Rect, buffer: &mut Buffer) {
    let theme = &app.settings.theme;
    if page.services.is_empty() {
        let text = app.text("contract-no-services");
        paint::paragraph(buffer, inset(area), &text, 0, theme.style(Role::Dim));
        return;
    }
    let widths = lay_out(&COLUMNS, area.width.saturating_sub(MARKS + 1), 1);
    let mut headings = HEADINGS.map(|key| app.text(key).into_owned());
    for at in 2..headings.len() {
        headings[at] = cells::pad_start(&headings[at], widths[at].into());
    }
    let names: Vec<&str> = headings.iter().map(String::as_str).collect();
    list::draw_headings(buffer, area, &widths, &names, theme);
    let rows = Rect {
        y: area.y + 1.min(area.height),
        height: area.height.saturating_sub(1),
        ..area
    };
    let visible = pane.cursor.visible(rows.height.into(), page.services.len());
    let shown = visible.filter_map(|at| Some((at, page.services.get(at)?)));
    let lines = shown.map(|(at, service)| row(app, service, at == pane.cursor.row()));
    list::draw(buffer, rows, &widths, lines, theme);
}

fn row<'a>(app: &'a App, service: &'a ContractServiceLine, cursor: bool) -> Row<'a> {
    let right = |text: String| Cell::new(Piece::new(text, Role::Text)).at_the_right();
    Row {
        marks: Marks {
            cursor,
            ..Marks::default()
        },
        cells: vec![
            Cell::new(Piece::new(service.name.as_str(), Role::Text)).under_cursor(),
            Cell::new(Piece::new(statement::period(app, service.period), Role::Dim)),
            right(service.units.to_string()),
            right(app.amount(service.unit_price.amount())),
            right(app.amount(service.total)),
        ],
    }
}

/// The service under the cursor: a coming price, its units day by day; then the notes.
fn below(pane: &Pane, app: &App, page: &ContractPage, width: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    if let Some(service) = pane.current() {
        if service.is_reserved {
            lines.extend(Line::wrapped(&app.text("service-reserved"), "", width, Role::Dim));
        }
        if let Some(coming) = service.coming_price {
            let arguments = [
                ("price", app.money(coming.unit_price.amount(), &page.currency).into()),
                ("date", app.times().date(coming.from).into()),
            ];
            let text = app.say("price-coming", &arguments);
            lines.extend(Line::wrapped(&text, "", width, Role::Text));
        }
        lines.extend(service.segments.iter().map(|segment| {
            let days = Days {
                first: segment.first,
                last: segment.last,
            };
            let text = format!(
                "{}  {} × {}",
                cells::pad(&app.span(days), 26),
                segment.units,
                app.amount(segment.unit_price.amount())
            );
            Line::text(text, Role::Dim)
        }));
    }
    for note in &page.notes {
        let head = format!("{} {} · {}", app.times().read(note.at), note.by_name, note.title);
        lines.extend(Line::wrapped(&head, "", width, Role::Heading));
        lines.extend(Line::wrapped(&note.text, "  ", width, Role::Text));
    }
    lines
}
