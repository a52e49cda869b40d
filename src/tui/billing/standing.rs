//! A contract in a row: its name, what it sells, where it stands, and what is left with a bar beside the number.

use super::words::Words;
use crate::base::cells;
use crate::records::administration::billing::{ContractKind, ContractStanding, ContractState};
use crate::tui::app::App;
use crate::tui::theme::Role;
use crate::tui::widgets::columns::Column;
use crate::tui::widgets::list::Cell;
use crate::tui::widgets::paint::Piece;
use crate::tui::widgets::progress::bar;

/// Cells of a bar.
const BAR: usize = 5;

/// Name, what it sells, state, what is left, the bar.
pub const COLUMNS: [Column; 5] = [
    Column::yielding(26, 12, 1).growing(),
    Column::yielding(12, 9, 2),
    Column::fixed(9),
    Column::fixed(12),
    Column::yielding(5, 5, 3),
];

/// The keys of the columns' names; a bar needs none.
pub const HEADINGS: [&str; 4] = [
    "contract-column-name",
    "contract-column-sells",
    "contract-column-state",
    "contract-column-left",
];

/// A contract's cells, in the order of [`COLUMNS`].
#[must_use]
pub fn row<'a>(app: &App, contract: &'a ContractStanding) -> Vec<Cell<'a>> {
    let words = app.billing_words();
    let role = match contract.state {
        ContractState::Active => Role::Text,
        ContractState::Pending | ContractState::Expired => Role::Dim,
    };
    let late = matches!(contract.state, ContractState::Expired) && contract.is_automation;
    let state_role = if late { Role::Warning } else { role };
    vec![
        Cell::new(Piece::new(contract.name.as_str(), role)).under_cursor(),
        Cell::new(Piece::new(sells(&words, contract), role)),
        Cell::new(Piece::new(state(&words, contract.state), state_role)),
        Cell::new(Piece::new(left(&words, contract), role)).at_the_right(),
        Cell::new(Piece::new(drawn(contract), Role::Key)),
    ]
}

/// The columns' names, what is left at the right as its numbers are.
#[must_use]
pub fn headings(app: &App, widths: &[u16]) -> Vec<String> {
    let names = HEADINGS.map(|key| app.text(key).into_owned());
    let at_right = |at: usize, name: String| match widths.get(at) {
        Some(width) if at == 3 => cells::pad_start(&name, (*width).into()),
        _ => name,
    };
    names
        .into_iter()
        .enumerate()
        .map(|(at, name)| at_right(at, name))
        .collect()
}

/// Where it stands, in a word.
#[must_use]
pub fn state(words: &Words<'_>, state: ContractState) -> String {
    let key = match state {
        ContractState::Active => "contract-active",
        ContractState::Pending => "contract-pending",
        ContractState::Expired => "contract-expired",
    };
    words.text(key).into_owned()
}

/// What kind it is, in a word.
#[must_use]
pub fn kind(words: &Words<'_>, kind: ContractKind) -> String {
    words.text(kind_key(kind)).into_owned()
}

/// The key of a kind's name.
#[must_use]
pub fn kind_key(kind: ContractKind) -> &'static str {
    match kind {
        ContractKind::Recurring => "contract-recurring",
        ContractKind::PerRequest => "contract-per-request",
        ContractKind::Subscription => "contract-subscription",
        ContractKind::TimeLimited => "contract-time-limited",
        ContractKind::SupportHours => "contract-support-hours",
        ContractKind::Other => "contract-other",
    }
}

/// `40 h` of prepaid hours, licences where it bills them, else the kind.
#[must_use]
pub fn sells(words: &Words<'_>, contract: &ContractStanding) -> String {
    match contract.minutes {
        Some(minutes) => words.hours(minutes),
        None if contract.is_automation => words.text("contract-licences").into_owned(),
        None => kind(words, contract.kind),
    }
}

/// What is left: hours where it sells some, else days; from when or until when where it doesn't hold.
#[must_use]
pub fn left(words: &Words<'_>, contract: &ContractStanding) -> String {
    let date = |on| words.date(on);
    match (contract.state, contract.minutes_left, contract.days_left) {
        (ContractState::Pending, ..) => words
            .say("contract-from", &[("date", date(contract.start).into())])
            .into_owned(),
        (ContractState::Expired, ..) => contract.end.map(date).unwrap_or_default(),
        (ContractState::Active, Some(minutes), _) => words.hours(minutes),
        (ContractState::Active, None, Some(days)) => words.say("contract-days", &[("count", days.into())]).into_owned(),
        (ContractState::Active, None, None) => words.text("contract-no-end").into_owned(),
    }
}

fn drawn(contract: &ContractStanding) -> String {
    let part = |part: i64, whole: i64| {
        let number = |number: i64| u64::try_from(number).unwrap_or(0);
        bar(number(part), number(whole), BAR)
    };
    match (contract.state, contract) {
        (ContractState::Pending, _) => "░".repeat(BAR),
        (ContractState::Expired, _) => String::new(),
        (
            ContractState::Active,
            ContractStanding {
                minutes: Some(all),
                minutes_left: Some(left),
                ..
            },
        ) => part(*left, *all),
        (
            ContractState::Active,
            ContractStanding {
                days: Some(all),
                days_left: Some(left),
                ..
            },
        ) => part(*left, *all),
        (ContractState::Active, _) => String::new(),
    }
}
