//! Drawing billing of all clients: the sums, a line for each client, and below them why the client under the cursor
//! comes to what it does.

use super::{Pane, Part};
use crate::base::cells;
use crate::records::administration::billing::{BilledClient, BillingOverview, NotBilled};
use crate::tui::app::App;
use crate::tui::app::pages::draw::inset;
use crate::tui::intent::Intent;
use crate::tui::theme::Role;
use crate::tui::widgets::columns::{Column, lay_out};
use crate::tui::widgets::line::Line;
use crate::tui::widgets::list::{self, Cell, MARKS, Marks, Row};
use crate::tui::widgets::paint::{self, Piece};
use crate::tui::widgets::progress::grouped;
use crate::tui::widgets::rule;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Company, licences, this period, the one before, the change, why.
const CLIENTS: [Column; 6] = [
    Column::yielding(26, 12, 1).growing(),
    Column::yielding(8, 8, 4),
    Column::fixed(13),
    Column::yielding(13, 13, 3),
    Column::fixed(12),
    Column::yielding(44, 20, 2),
];
/// The keys of their names.
const CLIENT_HEADINGS: [&str; 6] = [
    "column-company",
    "companies-licences",
    "billing-column-total",
    "billing-column-before",
    "billing-column-change",
    "billing-column-why",
];
/// Company, what, why.
const NOT_BILLED: [Column; 3] = [
    Column::yielding(24, 12, 1),
    Column::yielding(40, 12, 2),
    Column::yielding(40, 24, 3).growing(),
];
/// The keys of their names.
const NOT_BILLED_HEADINGS: [&str; 3] = ["column-company", "billing-column-what", "billing-column-why"];

/// How the room is shared: sums, list with headings, details below a rule.
struct Parts {
    sums: Rect,
    list: Rect,
    details: Rect,
}

fn parts(room: Rect) -> Parts {
    let details = if room.height >= 30 {
        12
    } else {
        (room.height / 3).max(3)
    };
    let details = details.min(room.height.saturating_sub(4));
    let sums = Rect {
        height: room.height.min(1),
        ..room
    };
    let list = Rect {
        y: room.y + sums.height,
        height: room.height.saturating_sub(sums.height + details),
        ..room
    };
    let details = Rect {
        y: list.bottom(),
        height: details,
        ..room
    };
    Parts { sums, list, details }
}

/// The lines that are seen at once.
#[must_use]
pub fn rows(room: Rect) -> usize {
    parts(room).list.height.saturating_sub(1).into()
}

/// Draws it.
pub fn draw(pane: &Pane, app: &App, room: Rect, buffer: &mut Buffer) {
    let Some(overview) = pane.overview.as_deref() else {
        return;
    };
    let theme = &app.settings.theme;
    let parts = parts(room);
    sums(app, overview).draw(buffer, parts.sums, theme);
    if pane.is_empty() {
        let key = match pane.part {
            Part::Clients => "billing-no-clients",
            Part::NotBilled => "billing-all-billed",
        };
        paint::paragraph(buffer, inset(parts.list), &app.text(key), 0, theme.style(Role::Dim));
    } else {
        draw_list(pane, app, parts.list, buffer);
    }
    rule::horizontal(
        buffer,
        Rect {
            height: parts.details.height.min(1),
            ..parts.details
        },
        theme,
    );
    let below = inset(Rect {
        y: parts.details.y + 1,
        height: parts.details.height.saturating_sub(1),
        ..parts.details
    });
    for (line, row) in details(pane, app, overview, below.width.into())
        .iter()
        .zip(below.rows())
    {
        line.draw(buffer, row, theme);
    }
}

/// `this period 1,234.50 EUR · before 1,200.00 · +34.50 · 3 periods to close`.
fn sums(app: &App, overview: &BillingOverview) -> Line {
    let total = app.money(overview.total, &overview.currency);
    let arguments = [
        ("total", total.into()),
        ("before", app.amount(overview.before).into()),
        (
            "change",
            app.settings.sentences.signed(overview.total - overview.before).into(),
        ),
    ];
    let mut pieces = vec![
        Piece::new(" ", Role::Text),
        Piece::new(app.say("billing-sums", &arguments).into_owned(), Role::Heading),
    ];
    if overview.to_close > 0 {
        let text = app.say("billing-to-close", &[("count", overview.to_close.into())]);
        pieces.push(Piece::new(format!(" · {text}"), Role::Warning));
    }
    if !overview.not_billed.is_empty() {
        let key = app.way_to(Intent::NextPane, &app.work_contexts());
        let text = app.say(
            "billing-not-billed-count",
            &[("count", overview.not_billed.len().into()), ("key", key.into())],
        );
        pieces.push(Piece::new(format!(" · {text}"), Role::Dim));
    }
    Line::of(pieces)
}

fn draw_list(pane: &Pane, app: &App, area: Rect, buffer: &mut Buffer) {
    let theme = &app.settings.theme;
    let room = area.width.saturating_sub(MARKS + 1);
    let (widths, headings): (Vec<u16>, Vec<String>) = match pane.part {
        Part::Clients => (
            lay_out(&CLIENTS, room, 1),
            CLIENT_HEADINGS.map(|key| app.text(key).into_owned()).to_vec(),
        ),
        Part::NotBilled => (
            lay_out(&NOT_BILLED, room, 1),
            NOT_BILLED_HEADINGS.map(|key| app.text(key).into_owned()).to_vec(),
        ),
    };
    let headings: Vec<String> = headings
        .iter()
        .zip(&widths)
        .enumerate()
        .map(|(at, (name, width))| match (pane.part, at) {
            // Numbers stand at the right, and so do their names.
            (Part::Clients, 1..=4) => cells::pad_start(name, (*width).into()),
            _ => name.clone(),
        })
        .collect();
    let names: Vec<&str> = headings.iter().map(String::as_str).collect();
    list::draw_headings(buffer, area, &widths, &names, theme);
    let below = Rect {
        y: area.y + 1.min(area.height),
        height: area.height.saturating_sub(1),
        ..area
    };
    let height = below.height.into();
    match pane.part {
        Part::Clients => {
            let visible = pane.clients.visible(height, pane.len());
            let lines = visible.filter_map(|at| Some((at, pane.at(at)?)));
            let lines = lines.map(|(at, client)| client_row(app, client, at == pane.clients.row()));
            list::draw(buffer, below, &widths, lines, theme);
        }
        Part::NotBilled => {
            let visible = pane.not_billed.visible(height, pane.len());
            let lines = visible.filter_map(|at| Some((at, pane.not_billed_at(at)?)));
            let lines = lines.map(|(at, line)| not_billed_row(app, line, at == pane.not_billed.row()));
            list::draw(buffer, below, &widths, lines, theme);
        }
    }
}

fn client_row<'a>(app: &'a App, client: &'a BilledClient, cursor: bool) -> Row<'a> {
    let change = client.total - client.before;
    let why = client
        .changes
        .iter()
        .max_by_key(|change| change.amount.abs())
        .map(|change| app.billing_words().difference(change));
    let amount = |text: String, role| Cell::new(Piece::new(text, role)).at_the_right();
    Row {
        marks: Marks {
            cursor,
            warning: !client.warnings.is_empty(),
            ..Marks::default()
        },
        cells: vec![
            Cell::new(Piece::new(client.name.as_str(), Role::Text)).under_cursor(),
            amount(grouped(client.licences), Role::Dim),
            amount(app.amount(client.total), Role::Text),
            amount(app.amount(client.before), Role::Dim),
            amount(app.settings.sentences.signed(change), Role::Text),
            Cell::new(Piece::new(why.unwrap_or_default(), Role::Dim)),
        ],
    }
}

fn not_billed_row<'a>(app: &'a App, line: &'a NotBilled, cursor: bool) -> Row<'a> {
    Row {
        marks: Marks {
            cursor,
            ..Marks::default()
        },
        cells: vec![
            Cell::new(Piece::new(line.company_name.as_str(), Role::Text)).under_cursor(),
            Cell::new(Piece::new(app.billing_words().not_billed_subject(line), Role::Text)),
            Cell::new(Piece::new(app.billing_words().not_billed_reason(line), Role::Dim)),
        ],
    }
}

/// Warnings first, then why the amount is another one, then what is not billed.
fn details(pane: &Pane, app: &App, overview: &BillingOverview, width: usize) -> Vec<Line> {
    let Some(company) = crate::tui::app::pages::Pane::company(pane).map(|(company, _)| company) else {
        return Vec::new();
    };
    let client = overview.clients.iter().find(|client| client.company == company);
    let mut lines = Vec::new();
    if let Some(client) = client {
        for warning in &client.warnings {
            let text = format!("! {}", app.billing_words().warning(warning));
            lines.extend(Line::wrapped(&text, "", width, Role::Warning));
        }
        for change in &client.changes {
            lines.push(Line::of(vec![
                Piece::new(
                    cells::pad_start(&app.settings.sentences.signed(change.amount), 12),
                    Role::Text,
                ),
                Piece::new(format!("  {}: ", cells::sanitise(&change.service_name)), Role::Dim),
                Piece::new(app.billing_words().difference(change), Role::Text),
            ]));
        }
    }
    let not_billed = overview.not_billed.iter().filter(|line| line.company == company);
    lines.extend(not_billed.flat_map(|line| {
        let arguments = [
            ("what", app.billing_words().not_billed_subject(line).into()),
            ("why", app.billing_words().not_billed_reason(line).into()),
        ];
        Line::wrapped(&app.say("billing-not-billed-line", &arguments), "", width, Role::Dim)
    }));
    lines
}
