//! Drawing the list of clients: a line each, indented by its place in the tree.

use super::Pane;
use crate::base::cells;
use crate::records::administration::setup::{CompanyLine, Missing};
use crate::tui::app::App;
use crate::tui::app::pages::draw::inset;
use crate::tui::intent::Intent;
use crate::tui::theme::Role;
use crate::tui::widgets::columns::{Column, lay_out};
use crate::tui::widgets::list::{self, Cell, MARKS, Marks, Row};
use crate::tui::widgets::paint::{self, Piece};
use crate::tui::widgets::progress::grouped;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Before what is warned of.
const MARK: &str = "! ";
/// Cells that a level of the tree is indented by.
const INDENT: usize = 2;
/// No deeper is anything indented, so that a name always has room.
const DEEPEST: usize = 6;

/// Name, portal, Taskfire, licences, what is missing, warning about the contract. Whether the portal is on goes first:
/// with Taskfire it is.
const COLUMNS: [Column; 6] = [
    Column::yielding(40, 24, 1).growing(),
    Column::yielding(6, 6, 5),
    Column::fixed(8),
    Column::yielding(8, 8, 4),
    Column::yielding(30, 20, 2),
    Column::yielding(28, 12, 3),
];
/// The keys of the columns' names.
const HEADINGS: [&str; 6] = [
    "column-company",
    "companies-portal",
    "companies-taskfire-column",
    "companies-licences",
    "companies-missing",
    "companies-contract",
];

/// The clients that are seen at once.
#[must_use]
pub fn rows(room: Rect) -> usize {
    room.height.saturating_sub(1).into()
}

/// Draws it.
pub fn draw(pane: &Pane, app: &App, room: Rect, buffer: &mut Buffer) {
    let theme = &app.settings.theme;
    if pane.companies.items.is_empty() {
        let keys = [("choose", Intent::ChooseCompanies), ("filter", Intent::FilterPage)];
        let text = app.with_keys("companies-none", &keys);
        paint::paragraph(buffer, inset(room), &text, 0, theme.style(Role::Dim));
        return;
    }
    let mut columns = COLUMNS;
    // Nobody needs a column in which nothing stands.
    if pane.companies.items.iter().all(|line| line.contract_warning.is_none()) {
        columns[5] = Column::fixed(0);
    }
    let widths = lay_out(&columns, room.width.saturating_sub(MARKS + 1), 1);
    let headings = HEADINGS.map(|key| app.text(key).into_owned());
    let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
    list::draw_headings(buffer, room, &widths, &headings, theme);
    let below = Rect {
        y: room.y + 1.min(room.height),
        height: room.height.saturating_sub(1),
        ..room
    };
    let visible = pane.cursor.visible(rows(room), pane.companies.items.len());
    let shown = visible.filter_map(|at| Some((at, pane.companies.items.get(at)?)));
    let lines = shown.map(|(at, line)| row(app, line, widths[5], at == pane.cursor.row()));
    list::draw(buffer, below, &widths, lines, theme);
    draw_more(pane, app, below, buffer);
}

/// Says below the last client that there are more than are given.
fn draw_more(pane: &Pane, app: &App, below: Rect, buffer: &mut Buffer) {
    let shown = u16::try_from(pane.companies.items.len()).unwrap_or(u16::MAX);
    if pane.companies.has_more && shown < below.height {
        let theme = &app.settings.theme;
        let text = app.with_keys("companies-more", &[("filter", Intent::FilterPage)]);
        let x = below.x + MARKS;
        let room = below.width.saturating_sub(MARKS);
        paint::text(buffer, x, below.y + shown, room, &text, theme.style(Role::Dim));
    }
}

fn row<'a>(app: &'a App, line: &'a CompanyLine, warnings: u16, cursor: bool) -> Row<'a> {
    let indent = " ".repeat((usize::from(line.depth) * INDENT).min(DEEPEST));
    let switched = |is_on: bool| match is_on {
        true => Cell::new(Piece::new(app.text("switch-on"), Role::Text)),
        false => Cell::new(Piece::new(app.text("switch-off"), Role::Dim)),
    };
    let licences = match line.is_taskfire_active {
        true => grouped(line.licences),
        false => String::new(),
    };
    let inactive = match line.is_active {
        true => String::new(),
        false => format!(" · {}", app.text("companies-inactive")),
    };
    Row {
        marks: Marks {
            cursor,
            // Where its column has no room at all, the mark still says that there is one.
            warning: line.contract_warning.is_some(),
            ..Marks::default()
        },
        cells: vec![
            Cell::of(vec![
                Piece::new(indent, Role::Text),
                Piece::new(line.name.as_str(), Role::Text),
                Piece::new(inactive, Role::Dim),
            ])
            .under_cursor(),
            switched(line.is_portal_active),
            switched(line.is_taskfire_active),
            Cell::new(Piece::new(licences, Role::Text)).at_the_right(),
            Cell::new(Piece::new(missing(app, &line.missing), Role::Warning)),
            Cell::of(contract(app, line, warnings)),
        ],
    }
}

/// What there is to say about the contract that bills the licences: warned of and greyed out, in a word where a few have
/// no room (TF-33, TF-34).
fn contract(app: &App, line: &CompanyLine, room: u16) -> Vec<Piece<'static>> {
    let Some(word) = line.contract_warning.as_deref() else {
        return Vec::new();
    };
    let known = |form: &str| {
        let key = format!("automation-warning-{}{form}", word.replace('_', "-"));
        let known = app.settings.sentences.find(&key, &[]);
        known.map_or_else(|| word.to_owned(), |known| known.into_owned())
    };
    let short = known(".short");
    let said = match cells::width(&short) + cells::width(MARK) <= room.into() {
        true => short,
        false => known(".word"),
    };
    vec![Piece::new(MARK, Role::Warning), Piece::new(said, Role::Dim)]
}

/// What is missing, in a few words; empty where nothing is.
#[must_use]
pub fn missing(app: &App, missing: &[Missing]) -> String {
    let words: Vec<_> = missing.iter().map(|one| app.text(sentence(*one))).collect();
    match words.is_empty() {
        true => String::new(),
        false => format!("! {}", words.join(", ")),
    }
}

fn sentence(missing: Missing) -> &'static str {
    match missing {
        Missing::NoTaskfireUser => "missing-no-taskfire-user",
        Missing::FeatureInactive => "missing-feature-inactive",
        Missing::PortalInactive => "missing-portal-inactive",
    }
}
