//! What a service comes to in a period, as plain text: in an open period with the events behind each line, and in the
//! preview of closing without them.

use super::table;
use crate::base::cells::sanitise;
use crate::domain::licence::Kind;
use crate::records::administration::billing::{ServiceStatement, StatementLine};
use crate::tui::billing::statement::{Billed, title, what};
use crate::tui::billing::words::Words;

/// The keys of the columns' names.
const COLUMNS: [&str; 5] = [
    "billing-column-from",
    "billing-column-what",
    "billing-column-units",
    "billing-column-days",
    "billing-column-amount",
];
/// Those of them that have numbers.
const NUMBERS: [usize; 3] = [2, 3, 4];

/// A statement's lines alone.
pub(super) fn lines(words: &Words<'_>, statement: &ServiceStatement) -> Vec<String> {
    let (mut lines, rows, sum) = parts(words, statement);
    lines.extend(rows);
    lines.push(sum);
    lines
}

/// The same, each line followed by the events behind it and its multiplication.
pub(super) fn with_events(words: &Words<'_>, statement: &ServiceStatement) -> Vec<String> {
    let (mut lines, rows, sum) = parts(words, statement);
    for (row, line) in rows.into_iter().zip(&statement.lines) {
        lines.push(row);
        lines.extend(events(words, line));
    }
    lines.push(sum);
    lines
}

/// Its title with the names of the columns, its rows, its sum.
fn parts(words: &Words<'_>, statement: &ServiceStatement) -> (Vec<String>, Vec<String>, String) {
    let mut rows = vec![COLUMNS.map(|key| words.text(key).into_owned())];
    rows.extend(statement.lines.iter().map(|line| row(words, statement, line)));
    rows.push([
        String::new(),
        words.text("billing-sum").into_owned(),
        String::new(),
        String::new(),
        words.amount(statement.total),
    ]);
    let mut rows: Vec<String> = table::lines(&rows, &NUMBERS)
        .into_iter()
        .map(|line| format!("  {line}"))
        .collect();
    let sum = rows.pop().unwrap_or_default();
    let names = rows.remove(0);
    let title = format!("{} · {}", sanitise(&statement.contract_name), title(words, statement));
    match statement.lines.is_empty() {
        true => (vec![title], rows, sum),
        false => (vec![title, names], rows, sum),
    }
}

fn row(words: &Words<'_>, statement: &ServiceStatement, line: &StatementLine) -> [String; 5] {
    let units = words.sentences.signed_count(line.units);
    let days = match line.kind {
        Kind::Correction => String::new(),
        Kind::Base | Kind::Increase | Kind::Decrease => format!("{}/{}", line.days, line.period_days),
    };
    [
        words.date(line.on),
        what(words, Billed::of(statement, line)),
        units.trim_start_matches('+').to_owned(),
        days,
        words.amount(line.amount),
    ]
}

fn events(words: &Words<'_>, line: &StatementLine) -> Vec<String> {
    let mut said: Vec<String> = line.events.iter().map(|event| words.line_event(event, line)).collect();
    if said.is_empty() {
        said.push(words.text("billing-no-events").into_owned());
    }
    let events = said.iter().map(|said| format!("    ↳ {}", sanitise(said)));
    let multiplied = words.multiplication(line).map(|said| format!("      {said}"));
    events.chain(multiplied).collect()
}
