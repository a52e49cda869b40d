//! Drawing portal settings: a line each; for a client the global value, its own, and which of them holds.

use super::{Pane, setting::Setting};
use crate::records::administration::portal::PortalPage;
use crate::tui::app::App;
use crate::tui::app::pages::draw::inset;
use crate::tui::theme::Role;
use crate::tui::widgets::columns::{Column, lay_out};
use crate::tui::widgets::list::{self, Cell, MARKS, Marks, Row};
use crate::tui::widgets::paint::{self, Piece};
use crate::tui::widgets::rule;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Setting and value.
const GLOBAL: [Column; 2] = [Column::yielding(36, 24, 2), Column::yielding(40, 16, 1).growing()];
/// Setting, global value, the client's own, which holds.
const CLIENT: [Column; 4] = [
    Column::yielding(30, 22, 1),
    Column::yielding(24, 12, 4).growing(),
    Column::yielding(24, 14, 3).growing(),
    Column::yielding(24, 16, 2).growing(),
];
/// The keys of the columns' names.
const HEADINGS: [&str; 4] = ["portal-setting", "portal-global", "portal-own", "portal-holds"];
/// The rows that the explanation takes, with the rule above it.
const ABOUT: u16 = 4;

/// Draws it.
pub fn draw(pane: &Pane, app: &App, room: Rect, buffer: &mut Buffer) {
    let Some(page) = &pane.page else { return };
    let theme = &app.settings.theme;
    let is_client = pane.company.is_some();
    let columns: &[Column] = if is_client { &CLIENT } else { &GLOBAL };
    let keys: &[&str] = if is_client {
        &HEADINGS
    } else {
        &["portal-setting", "portal-value"]
    };
    let area = Rect {
        height: room.height.saturating_sub(ABOUT),
        ..room
    };
    let widths = lay_out(columns, area.width.saturating_sub(MARKS + 1), 1);
    let headings: Vec<String> = keys.iter().map(|key| app.text(key).into_owned()).collect();
    let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
    list::draw_headings(buffer, area, &widths, &headings, theme);
    let lines = Rect {
        y: area.y + 1.min(area.height),
        height: area.height.saturating_sub(1),
        ..area
    };
    let first = (pane.cursor + 1).saturating_sub(lines.height.into());
    let rows = Setting::ALL.iter().enumerate().skip(first);
    let rows = rows.map(|(at, setting)| row(app, page, *setting, is_client, at == pane.cursor));
    list::draw(buffer, lines, &widths, rows, theme);
    draw_about(pane, app, room, buffer);
}

/// What the setting under the cursor does.
fn draw_about(pane: &Pane, app: &App, room: Rect, buffer: &mut Buffer) {
    let theme = &app.settings.theme;
    let below = Rect {
        y: room.bottom().saturating_sub(ABOUT).max(room.y),
        height: ABOUT.min(room.height),
        ..room
    };
    rule::horizontal(buffer, Rect { height: 1, ..below }, theme);
    let setting = pane.current();
    let mut text = app.text(&format!("{}.about", setting.key())).into_owned();
    // Where the columns have no room the values stand here in full.
    if let (Some(page), true) = (&pane.page, pane.company.is_some()) {
        let own = match setting.is_overridden(&page.overrides) {
            true => setting.value(app, &page.effective()),
            false => app.text("portal-as-global").into_owned(),
        };
        let arguments = [("global", setting.value(app, &page.global).into()), ("own", own.into())];
        text = format!("{text}\n{}", app.say("portal-both", &arguments));
    }
    let area = inset(Rect {
        y: below.y + 1,
        height: below.height.saturating_sub(1),
        ..below
    });
    paint::paragraph(buffer, area, &text, 0, theme.style(Role::Text));
}

fn row<'a>(app: &'a App, page: &PortalPage, setting: Setting, is_client: bool, cursor: bool) -> Row<'a> {
    let global = setting.value(app, &page.global);
    let mut cells = vec![Cell::new(Piece::new(app.text(setting.key()), Role::Text)).under_cursor()];
    if is_client {
        let holds = setting.value(app, &page.effective());
        let own = match setting.is_overridden(&page.overrides) {
            true => Piece::new(holds.clone(), Role::Match),
            false => Piece::new(app.text("portal-as-global").into_owned(), Role::Dim),
        };
        cells.push(Cell::new(Piece::new(global, Role::Dim)));
        cells.push(Cell::new(own));
        cells.push(Cell::new(Piece::new(holds, Role::Text)));
    } else {
        cells.push(Cell::new(Piece::new(global, Role::Text)));
    }
    Row {
        marks: Marks {
            cursor,
            ..Marks::default()
        },
        cells,
    }
}
