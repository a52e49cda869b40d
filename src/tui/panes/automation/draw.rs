//! Drawing automation: what bills the licences now and what it comes to, the fields, and what is recommended.

use super::{Field, Pane};
use crate::base::cells;
use crate::domain::licence::Notice;
use crate::records::administration::billing::AutomationPage;
use crate::tui::app::App;
use crate::tui::app::pages::draw::inset;
use crate::tui::billing::automation;
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::list::CURSOR;
use crate::tui::widgets::paint::Piece;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Cells of a field's name.
const NAMES: usize = 14;
/// Lines are no wider.
const WIDEST: usize = 100;

/// Draws it.
pub fn draw(pane: &Pane, app: &App, room: Rect, buffer: &mut Buffer) {
    let Some(page) = pane.page.as_deref() else { return };
    let area = inset(room);
    let width = usize::from(area.width).min(WIDEST);
    let now = automation::now(&app.billing_words(), page);
    let now = now
        .iter()
        .flat_map(|(text, role)| Line::wrapped(text, "", width, *role));
    let mut lines: Vec<Line> = now.collect();
    lines.push(Line::default());
    lines.extend(fields(pane, app, page, width));
    lines.push(Line::default());
    lines.extend(recommendations(app, page, width));
    lines.extend(former(app, page));
    for (line, row) in lines.iter().zip(area.rows()) {
        line.draw(buffer, row, &app.settings.theme);
    }
}

/// The fields: contract, service, the day of a change.
fn fields(pane: &Pane, app: &App, page: &AutomationPage, width: usize) -> Vec<Line> {
    let contract = match pane.chosen() {
        Some(contract) if contract.is_expired => {
            let ended = contract.end.map(|end| app.times().date(end)).unwrap_or_default();
            let ended = app.say("automation-ended", &[("date", ended.into())]);
            Piece::new(format!("{} · {ended}", cells::sanitise(&contract.name)), Role::Dim)
        }
        Some(contract) => Piece::new(contract.name.clone(), Role::Text),
        None => Piece::new(app.text("automation-choose").into_owned(), Role::Input),
    };
    let service = match (pane.contract, pane.chosen_service()) {
        (None, _) => Piece::new(app.text("automation-service-waits").into_owned(), Role::Dim),
        (_, Some(service)) => {
            let price = app.money(service.unit_price.amount(), &page.currency);
            Piece::new(format!("{} · {price}", cells::sanitise(&service.name)), Role::Text)
        }
        (_, None) => Piece::new(app.text("automation-choose").into_owned(), Role::Input),
    };
    let mut lines = vec![
        field(app, pane, Field::Contract, "automation-contract", contract),
        field(app, pane, Field::Service, "automation-service", service),
    ];
    if let Some(automation) = &page.automation {
        let unsaid = match automation.is_expired {
            true => "automation-from-earliest",
            false => "dialog-today",
        };
        let from = pane.from.map(|from| app.times().date(from));
        let from = from.unwrap_or_else(|| app.text(unsaid).into_owned());
        let from = Piece::new(from, Role::Text);
        lines.push(field(app, pane, Field::From, "automation-from", from));
    }
    let notice = pane.chosen().and_then(|contract| contract.notice);
    if let Some(Notice::FirstPeriodNotCalendarAligned) = notice {
        for key in automation::PARTIAL_MONTH {
            lines.extend(Line::wrapped(&app.text(key), "  ", width, Role::Warning));
        }
    }
    lines
}

fn field(app: &App, pane: &Pane, field: Field, key: &str, value: Piece<'static>) -> Line {
    let is_here = pane.field == field;
    let (mark, role) = match is_here {
        true => (CURSOR, Role::Cursor),
        false => (" ", Role::Dim),
    };
    Line::of(vec![
        Piece::new(mark, Role::Cursor),
        Piece::new(" ", Role::Text),
        Piece::new(cells::pad(&app.text(key), NAMES), role),
        Piece::new(" ", Role::Text),
        value,
    ])
}

/// What is recommended where one chooses (TF-28 to TF-31).
fn recommendations(app: &App, page: &AutomationPage, width: usize) -> Vec<Line> {
    if page.recommendations.is_empty() {
        return Vec::new();
    }
    let heading = Line::text(app.text("automation-recommended").into_owned(), Role::Heading);
    let each = page.recommendations.iter().flat_map(|one| {
        let text = app.text(automation::recommendation_key(*one));
        Line::wrapped(&format!("· {text}"), "", width, Role::Dim)
    });
    std::iter::once(heading).chain(each).collect()
}

/// What billed before.
fn former(app: &App, page: &AutomationPage) -> Vec<Line> {
    if page.former.is_empty() {
        return Vec::new();
    }
    let words = app.billing_words();
    let each = page.former.iter();
    let each = each.map(|one| Line::text(automation::former(&words, one), Role::Dim));
    let heading = Line::text(app.text("automation-former").into_owned(), Role::Heading);
    [Line::default(), heading].into_iter().chain(each).collect()
}
