//! Choosing which periods are shown: this one, or those of the last twelve months.

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
    let mut items = vec![item(
        app.text("billing-this-period-pick"),
        "",
        Choice::Day(billing.today),
    )];
    items.extend(billing.months.iter().rev().map(|month| {
        let name = format!("{} {}", app.times().month(month.month), month.month.0.format("%Y"));
        let state = app.text(if month.is_closed {
            "billing-closed"
        } else {
            "billing-open"
        });
        let detail = format!("{} · {state}", app.amount(month.total));
        item(name, detail, Choice::Day(month.month))
    }));
    let now = Choice::Day(pane.containing.unwrap_or(billing.today));
    let title = app.text("billing-period-title").into_owned();
    let pick = Pick::new(title, items, Purpose::Page(confirm)).at(&now);
    app.overlays.push(Overlay::Pick(pick));
    Vec::new()
}

/// Shows those.
fn confirm(app: &mut App, answer: Answer) -> Vec<Effect> {
    let (Answer::Chosen(Choice::Day(day)), Some(pane)) = (answer, app.pane_mut::<Pane>()) else {
        return Vec::new();
    };
    let is_today = pane.billing.as_ref().is_some_and(|billing| billing.today == day);
    pane.containing = (!is_today).then_some(day);
    pane.open.clear();
    pane.line = 0;
    app.ask_page()
}
