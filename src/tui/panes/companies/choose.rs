//! Choosing which clients the list has.

use super::Pane;
use crate::records::administration::setup::CompanyFilter;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;
use crate::tui::overlays::pick::{Pick, item};
use crate::tui::overlays::{Answer, Choice, Overlay, Purpose};

/// The choices, in their order.
const CHOICES: [CompanyFilter; 4] = [
    CompanyFilter::All,
    CompanyFilter::Taskfire,
    CompanyFilter::Incomplete,
    CompanyFilter::WithoutTaskfire,
];

/// The key of a choice's name.
#[must_use]
pub fn sentence(filter: CompanyFilter) -> &'static str {
    match filter {
        CompanyFilter::All => "companies-all",
        CompanyFilter::Taskfire => "companies-taskfire",
        CompanyFilter::Incomplete => "companies-incomplete",
        CompanyFilter::WithoutTaskfire => "companies-without",
    }
}

/// Asks which.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let items = CHOICES.map(|filter| item(app.text(sentence(filter)), "", Choice::Companies(filter)));
    let title = app.text("companies-choose").into_owned();
    let pick = Pick::new(title, items.to_vec(), Purpose::Page(confirm));
    app.overlays.push(Overlay::Pick(pick));
    Vec::new()
}

/// Shows those.
fn confirm(app: &mut App, answer: Answer) -> Vec<Effect> {
    let (Answer::Chosen(Choice::Companies(filter)), Some(pane)) = (answer, app.pane_mut::<Pane>()) else {
        return Vec::new();
    };
    pane.asked.filter = filter;
    app.ask_page()
}
