//! Where the parts of a client's billing stand: in two columns where there is room, else one below the other.

use super::{Pane, Part};
use crate::tui::app::App;
use crate::tui::app::pages::draw::inset;
use crate::tui::billing::chart;
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;
use ratatui::layout::Rect;

/// From this width there are two columns.
const TWO_COLUMNS: u16 = 110;
/// The rows of a chart, with its heading.
const CHART: u16 = 9;
/// Below this height of the lines the chart goes.
const LEAST_LINES: u16 = 6;
/// The most contracts that stand above the lines.
const CONTRACTS: u16 = 4;

/// The parts; one without room is empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Areas {
    /// What to look at.
    pub warnings: Rect,
    /// The contracts, with their heading.
    pub contracts: Rect,
    /// The lines, with their heading.
    pub lines: Rect,
    /// The months, with their heading.
    pub months: Rect,
    /// The rule between two columns.
    pub rule: Option<Rect>,
}

/// The warnings in this width.
#[must_use]
pub fn warnings(pane: &Pane, app: &App, width: usize) -> Vec<Line> {
    let warnings = pane.billing.iter().flat_map(|billing| &billing.warnings);
    warnings
        .flat_map(|warning| {
            let text = format!("! {}", app.billing_words().warning(warning));
            Line::wrapped(&text, "", width, Role::Warning)
        })
        .collect()
}

/// Where everything stands.
#[must_use]
pub fn of(pane: &Pane, app: &App, room: Rect) -> Areas {
    let inner = inset(room);
    let told = warnings(pane, app, inner.width.into()).len();
    let told = u16::try_from(told).unwrap_or(u16::MAX).min(room.height / 3);
    let warnings = Rect { height: told, ..inner };
    let gap = u16::from(told > 0 && room.height > 20);
    let rest = below(room, told + gap);
    match room.width >= TWO_COLUMNS {
        true => beside(warnings, rest),
        false => stacked(pane, warnings, rest),
    }
}

fn beside(warnings: Rect, rest: Rect) -> Areas {
    let left = Rect {
        width: rest.width / 2 + 2,
        ..rest
    };
    let months = CHART.min(left.height / 2);
    let contracts = Rect {
        height: left.height - months,
        width: left.width.saturating_sub(1),
        ..left
    };
    let lines = Rect {
        x: left.right() + 1,
        width: rest.width.saturating_sub(left.width + 2),
        ..rest
    };
    Areas {
        warnings,
        contracts,
        lines,
        months: inset(below(left, contracts.height)),
        rule: Some(Rect {
            x: left.right(),
            width: 1,
            ..rest
        }),
    }
}

fn stacked(pane: &Pane, warnings: Rect, rest: Rect) -> Areas {
    let count = pane.billing.as_ref().map_or(0, |billing| billing.contracts.len());
    let count = u16::try_from(count).unwrap_or(u16::MAX).clamp(1, CONTRACTS);
    let contracts = Rect {
        height: (count + 1).min(rest.height / 2),
        ..rest
    };
    let under = below(rest, contracts.height);
    let (lines, months) = match pane.part {
        Part::Months => (Rect { height: 0, ..under }, under),
        _ if under.height >= LEAST_LINES + CHART => {
            let lines = Rect {
                height: under.height - CHART,
                ..under
            };
            (lines, below(under, lines.height))
        }
        Part::Contracts | Part::Lines => (under, Rect { height: 0, ..under }),
    };
    Areas {
        warnings,
        contracts,
        lines: inset(lines),
        months: inset(months),
        rule: None,
    }
}

/// How many contracts are seen at once.
#[must_use]
pub fn contract_rows(pane: &Pane, app: &App, room: Rect) -> usize {
    of(pane, app, room).contracts.height.saturating_sub(1).into()
}

/// The rows that a chart has below its heading.
#[must_use]
pub fn chart_rows(months: Rect) -> usize {
    let rows = usize::from(months.height.saturating_sub(1));
    if rows < chart::LEAST { 0 } else { rows }
}

fn below(area: Rect, rows: u16) -> Rect {
    let taken = rows.min(area.height);
    Rect {
        y: area.y + taken,
        height: area.height - taken,
        ..area
    }
}
