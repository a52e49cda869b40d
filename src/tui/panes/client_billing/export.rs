//! The lines of the periods that are shown as a file, for an accounting system.

use super::Pane;
use crate::tui::app::{App, files};
use crate::tui::billing::papers::{self, Paper};
use crate::tui::effect::{Content, Effect};
use crate::tui::intent::Intent;
use crate::tui::overlays::pick::{Pick, item};
use crate::tui::overlays::{Answer, Choice, Overlay, Purpose};

/// Asks in which form.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let items = [(Paper::Csv, "paper-csv"), (Paper::Json, "paper-json")];
    let items = items.map(|(paper, key)| item(app.text(key), "", Choice::Word(paper.extension())));
    let title = app.text("billing-export-title").into_owned();
    let pick = Pick::new(title, items.to_vec(), Purpose::Page(chosen));
    app.overlays.push(Overlay::Pick(pick));
    Vec::new()
}

/// Asks where to.
fn chosen(app: &mut App, answer: Answer) -> Vec<Effect> {
    let Answer::Chosen(Choice::Word(word)) = answer else {
        return Vec::new();
    };
    let billing = app.pane::<Pane>().and_then(|pane| pane.billing.as_deref());
    let (Some(paper), Some(billing)) = (Paper::named(word), billing) else {
        return Vec::new();
    };
    match papers::client(billing, paper) {
        Ok(text) => {
            let name = format!("{}-{}", billing.company_name, billing.containing);
            let name = papers::file_name("billing", &name, paper);
            let title = app.text("billing-export-title").into_owned();
            files::ask(app, title, &name, Content::Text(text.into()))
        }
        Err(error) => {
            app.warn(error.to_string());
            Vec::new()
        }
    }
}
