//! What changed since the period before: every reason with its amount; together they are the difference.

use super::Pane;
use crate::base::cells;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::card::Card;
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::paint::Piece;

/// Cells of an amount.
const AMOUNT: usize = 13;
/// Cells of a reason.
const REASON: usize = 70;

/// Shows it.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Some(billing) = app.pane::<Pane>().and_then(|pane| pane.billing.as_deref()) else {
        return Vec::new();
    };
    let row = |amount: String, text: String, role| {
        Line::of(vec![
            Piece::new(cells::pad_start(&amount, AMOUNT), role),
            Piece::new(format!("  {}", cells::fit(&text, REASON)), Role::Text),
        ])
    };
    let mut lines = vec![row(
        app.amount(billing.before),
        app.text("billing-period-before").into_owned(),
        Role::Dim,
    )];
    lines.extend(billing.changes.iter().map(|change| {
        let text = format!("{}: {}", change.service_name, app.billing_words().difference(change));
        row(app.settings.sentences.signed(change.amount), text, Role::Text)
    }));
    let now = app.text("billing-period-now").into_owned();
    lines.push(row(app.amount(billing.total), now, Role::Heading));
    let title = app.text("billing-changes-title").into_owned();
    app.overlays.push(Overlay::Card(Box::new(Card {
        title,
        lines,
        waits: None,
    })));
    Vec::new()
}
