//! Choosing the columns of the list: a switch for each. The title and both statuses are always there.

use super::column::{self, Column};
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;
use crate::tui::overlays::field::Field;
use crate::tui::overlays::form::Form;
use crate::tui::overlays::{Answer, Purpose};
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;

/// Asks which.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let wanted = column::wanted(app);
    let fields = offered().map(|column| {
        let label = match column {
            // Above the list there is room for a letter alone.
            Column::Priority => app.text("column-priority-long").into_owned(),
            _ => app.text(column.headings()[0]).into_owned(),
        };
        Field::switch(column.word(), label, wanted.contains(&column))
    });
    let fields = fields.collect();
    let text = |key: &str| app.text(key).into_owned();
    let form = Form::new(
        text("columns-title"),
        text("columns-show"),
        text("dialog-leave"),
        Purpose::Columns,
    );
    let width = usize::from(app.size.0).saturating_sub(8).min(60);
    let shown = Line::wrapped(&text("columns-always"), "", width, Role::Dim);
    form.showing(shown).with(fields).open(app, &[])
}

/// The columns that one may do without.
fn offered() -> impl Iterator<Item = Column> {
    Column::ALL
        .into_iter()
        .filter(|column| !Column::ALWAYS.contains(column))
}

/// They were chosen: those that were there keep their places, others stand where they usually do.
pub fn confirm(app: &mut App, answer: &Answer) -> Vec<Effect> {
    let Answer::Filled(form) = answer else {
        return Vec::new();
    };
    let is_on = |column: &Column| Column::ALWAYS.contains(column) || form.is_on(column.word());
    let mut columns = column::wanted(app);
    columns.retain(is_on);
    for column in Column::ALL.into_iter().filter(is_on) {
        if !columns.contains(&column) {
            let usual = |other: &Column| Column::ALL.iter().position(|known| known == other);
            let at = columns.iter().position(|other| usual(other) > usual(&column));
            columns.insert(at.unwrap_or(columns.len()), column);
        }
    }
    app.tickets.columns = (columns != Column::usual(app.side())).then_some(columns);
    Vec::new()
}
