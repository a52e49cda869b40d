//! An invoice as a file: text, HTML that prints as PDF, CSV or JSON.

use super::Pane;
use crate::tui::app::{App, files, pages};
use crate::tui::billing::papers::{self, Paper};
use crate::tui::effect::{Content, Effect};
use crate::tui::intent::{Availability, Intent};
use crate::tui::overlays::pick::{Pick, item};
use crate::tui::overlays::{Answer, Choice, Overlay, Purpose};

/// Whether one is read.
#[must_use]
pub fn availability(app: &App, _: Intent) -> Availability {
    match app.pane::<Pane>().map(|pane| pane.invoice.is_some()) {
        Some(false) => Availability::Refused(app.text("reason-not-answered").into_owned()),
        _ => pages::in_front::<Pane>(app, "reason-not-at-invoices"),
    }
}

/// Asks in which form.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let items = Paper::ALL.map(|paper| {
        let key = format!("paper-{}", paper.extension());
        item(app.text(&key), "", Choice::Word(paper.extension()))
    });
    let title = app.text("invoice-export").into_owned();
    let pick = Pick::new(title, items.to_vec(), Purpose::Page(chosen));
    app.overlays.push(Overlay::Pick(pick));
    Vec::new()
}

/// Asks where to.
fn chosen(app: &mut App, answer: Answer) -> Vec<Effect> {
    let Answer::Chosen(Choice::Word(word)) = answer else {
        return Vec::new();
    };
    let invoice = app.pane::<Pane>().and_then(|pane| pane.invoice.as_deref());
    let (Some(paper), Some(invoice)) = (Paper::named(word), invoice) else {
        return Vec::new();
    };
    match papers::invoice(&app.settings.sentences, invoice, paper) {
        Ok(text) => {
            let head = &invoice.summary;
            let name = format!("{}-{}", head.number, head.company_name);
            let name = papers::file_name("invoice", &name, paper);
            let title = app.text("invoice-export").into_owned();
            files::ask(app, title, &name, Content::Text(text.into()))
        }
        Err(error) => {
            app.warn(error.to_string());
            Vec::new()
        }
    }
}
