//! What a service comes to in a period, line by line: drawn alike where it is open, where it is about to be closed and
//! on an invoice.

use super::words::Words;
use crate::base::cells;
use crate::domain::licence::{Kind, PeriodType};
use crate::records::administration::billing::{InvoiceLine, ServiceStatement, StatementLine};
use crate::tui::app::App;
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::list::CURSOR;
use crate::tui::widgets::paint::Piece;
use rust_decimal::Decimal;

/// Cells of day, units, days and amount; what is billed has the rest.
const DAY: usize = 11;
const UNITS: usize = 7;
const DAYS: usize = 8;
const AMOUNT: usize = 14;
/// Below this width the days are left out.
const WITH_DAYS: usize = 56;
/// Before an event.
const INDENT: &str = "    ↳ ";

/// A row of an open period, a preview or an invoice.
#[derive(Clone, Copy, Debug)]
pub struct Billed {
    /// Whether the units are licences, which follow the people with a Taskfire level.
    is_licences: bool,
    kind: Kind,
    on: crate::base::Date,
    units: i64,
    days: i64,
    period_days: i64,
    amount: Decimal,
}

impl Billed {
    /// A line of this statement.
    #[must_use]
    pub fn of(statement: &ServiceStatement, line: &StatementLine) -> Self {
        Self {
            is_licences: statement.is_automated,
            kind: line.kind,
            on: line.on,
            units: line.units,
            days: line.days,
            period_days: line.period_days,
            amount: line.amount,
        }
    }
}

impl From<&InvoiceLine> for Billed {
    fn from(line: &InvoiceLine) -> Self {
        Self {
            is_licences: false,
            kind: line.kind,
            on: line.on,
            units: line.units,
            days: line.days,
            period_days: line.period_days,
            amount: line.amount,
        }
    }
}

/// The names of the columns.
#[must_use]
pub fn headings(app: &App, width: usize) -> Line {
    let text = |key| app.text(key).into_owned();
    columns(
        width,
        "  ",
        [
            text("billing-column-from"),
            text("billing-column-what"),
            text("billing-column-units"),
            text("billing-column-days"),
            text("billing-column-amount"),
        ],
        [Role::Dim; 2],
    )
}

/// A row; the mark of the cursor before it.
#[must_use]
pub fn row(app: &App, line: Billed, width: usize, is_here: bool) -> Line {
    let days = match line.kind {
        Kind::Correction => String::new(),
        Kind::Base | Kind::Increase | Kind::Decrease => format!("{}/{}", line.days, line.period_days),
    };
    let role = if is_here { Role::Cursor } else { Role::Text };
    columns(
        width,
        if is_here { CURSOR } else { " " },
        [
            app.times().date(line.on),
            what(&app.billing_words(), line),
            app.settings
                .sentences
                .signed_count(line.units)
                .trim_start_matches('+')
                .to_owned(),
            days,
            app.amount(line.amount),
        ],
        [role, Role::Text],
    )
}

/// A sum below the rows, under the amounts.
#[must_use]
pub fn sum(app: &App, key: &str, amount: Decimal, width: usize) -> Line {
    let amount = app.amount(amount);
    let room = width.saturating_sub(AMOUNT + 1);
    Line::of(vec![
        Piece::new(cells::pad_start(&app.text(key), room), Role::Dim),
        Piece::new(cells::pad_start(&amount, AMOUNT), Role::Heading),
    ])
}

/// The events behind a row, and the multiplication.
#[must_use]
pub fn events(app: &App, line: &StatementLine, width: usize) -> Vec<Line> {
    let mut lines: Vec<Line> = line
        .events
        .iter()
        .flat_map(|event| {
            let said = app.billing_words().line_event(event, line);
            let indent = " ".repeat(cells::width(INDENT));
            let mut lines = Line::wrapped(&said, &indent, width, Role::Dim);
            if let Some(piece) = lines.first_mut().and_then(|line| line.left.first_mut()) {
                piece.text = format!("{INDENT}{}", piece.text.trim_start()).into();
            }
            lines
        })
        .collect();
    if line.events.is_empty() {
        lines.push(Line::text(
            format!("{INDENT}{}", app.text("billing-no-events")),
            Role::Dim,
        ));
    }
    if let Some(said) = app.billing_words().corrected(line) {
        lines.extend(Line::wrapped(&said, "      ", width, Role::Dim));
    }
    lines.extend(
        app.billing_words()
            .multiplication(line)
            .map(|said| Line::text(format!("      {said}"), Role::Dim)),
    );
    lines
}

/// [`title`] in lines.
#[must_use]
pub fn heading(app: &App, statement: &ServiceStatement, width: usize) -> Vec<Line> {
    Line::wrapped(&title(&app.billing_words(), statement), "", width, Role::Heading)
}

/// `Taskfire License Fee · 20.00 · Nov 1 – Nov 30`, and whether it is closed.
#[must_use]
pub fn title(words: &Words<'_>, statement: &ServiceStatement) -> String {
    let price = words.amount(statement.unit_price.amount());
    let mut text = format!(
        "{} · {price} · {}",
        cells::sanitise(&statement.service_name),
        words.span(statement.window)
    );
    if statement.is_closed {
        text = format!("{text} · {}", words.text("billing-closed"));
    }
    text
}

/// [`title`] of a period of several months that began in an earlier one, with what it comes to and where that counts.
#[must_use]
pub fn running(words: &Words<'_>, statement: &ServiceStatement) -> String {
    let arguments = [
        ("total", words.amount(statement.total).into()),
        ("date", words.date(statement.window.first).into()),
    ];
    format!(
        "{}: {}",
        title(words, statement),
        words.say("billing-running", &arguments)
    )
}

/// How often something is billed: `a month`.
#[must_use]
pub fn period(app: &App, period: PeriodType) -> String {
    app.text(period_key(period)).into_owned()
}

/// The key of a period's name.
#[must_use]
pub fn period_key(period: PeriodType) -> &'static str {
    match period {
        PeriodType::OneTime => "period-once",
        PeriodType::Monthly => "period-month",
        PeriodType::Quarterly => "period-quarter",
        PeriodType::SemiAnnual => "period-half-year",
        PeriodType::Yearly => "period-year",
    }
}

/// `licences held` for those with which the window begins, `+1 licence` for one that came.
#[must_use]
pub fn what(words: &Words<'_>, line: Billed) -> String {
    let key = match (line.kind, line.is_licences) {
        (Kind::Base, true) => "billing-licences-base",
        (Kind::Increase, true) => "billing-licences-increase",
        (Kind::Decrease, true) => "billing-licences-decrease",
        (Kind::Base, false) => "billing-line-base",
        (Kind::Increase, false) => "billing-line-increase",
        (Kind::Decrease, false) => "billing-line-decrease",
        (Kind::Correction, _) => "billing-line-correction",
    };
    words.say(key, &[("count", line.units.abs().into())]).into_owned()
}

fn columns(width: usize, mark: &str, texts: [String; 5], roles: [Role; 2]) -> Line {
    let [day, what, units, days, amount] = texts;
    let with_days = if width >= WITH_DAYS { DAYS } else { 0 };
    let room = width.saturating_sub(2 + DAY + UNITS + with_days + AMOUNT + 1);
    let mut pieces = vec![
        Piece::new(cells::pad(mark, 2), roles[0]),
        Piece::new(cells::pad(&cells::fit(&day, DAY - 1), DAY), roles[0]),
        Piece::new(cells::pad(&cells::fit(&what, room), room), roles[0]),
        Piece::new(cells::pad_start(&units, UNITS), roles[1]),
    ];
    if with_days > 0 {
        pieces.push(Piece::new(cells::pad_start(&days, with_days), roles[1]));
    }
    pieces.push(Piece::new(cells::pad_start(&amount, AMOUNT), roles[1]));
    Line::of(pieces)
}
