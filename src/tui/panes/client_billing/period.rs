//! Choosing which periods are shown: those of today, or those that one of the last twelve months counts.

use super::Pane;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;
use crate::tui::overlays::pick::{Pick, item};
use crate::tui::overlays::{Answer, Choice, Overlay, Purpose};

/// Asks which.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Some((pane, billing)) = app
        .pane::<Pane>()
        .and_then(|pane| Some((pane, pane.billing.as_deref()?)))
    else {
        return Vec::new();
    };
    let mut items = vec![item(app.text("billing-this-period-pick"), "", Choice::Nothing)];
    items.extend(billing.months.iter().rev().map(|month| {
        let name = app.month(month.month);
        let state = app.text(if month.is_closed {
            "billing-closed"
        } else {
            "billing-open"
        });
        let detail = format!("{} · {state}", app.amount(month.total));
        item(name, detail, Choice::Day(month.month))
    }));
    let now = pane.month.map_or(Choice::Nothing, Choice::Day);
    let title = app.text("billing-period-title").into_owned();
    let pick = Pick::new(title, items, Purpose::Page(confirm)).at(&now);
    app.overlays.push(Overlay::Pick(pick));
    Vec::new()
}

/// Shows those.
fn confirm(app: &mut App, answer: Answer) -> Vec<Effect> {
    let Some(pane) = app.pane_mut::<Pane>() else {
        return Vec::new();
    };
    pane.month = match answer {
        Answer::Chosen(Choice::Day(month)) => Some(month),
        Answer::Chosen(Choice::Nothing) => None,
        _ => return Vec::new(),
    };
    pane.open.clear();
    pane.line = 0;
    app.ask_page()
}
