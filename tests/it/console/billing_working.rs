//! Billing with everything real but the terminal: a contract and its service are made by keys, bill a client's licences,
//! and their lines are read; what was read once opens again without a line.

use super::working::Working;
use crate::offline::line::{Fault, Line};
use crate::support::Desk;
use tandem::records::windows::Freshness;
use tandem::tui::app::App;
use tandem::tui::app::pages::Page;
use tandem::tui::panes::{automation, billing, client_billing};

fn types(console: &mut Working, text: &str) {
    for letter in text.chars() {
        match letter {
            ' ' => console.press("space"),
            letter => console.press(&letter.to_string()),
        }
    }
}

fn said(app: &App, part: &str) -> bool {
    app.messages.log.iter().any(|(_, saying)| saying.text.contains(part))
}

/// Ada at the licence billing of Acme.
async fn at_automation(desk: &Desk) -> Working {
    let mut console = Working::at(desk, "ada").await;
    console.until("being signed in", |app| app.viewer.is_some()).await;
    console.press("g c");
    console
        .until("the companies", |app| app.company_in_front().is_some())
        .await;
    while console.app.company_in_front().is_none_or(|(id, _)| id != desk.acme) {
        console.press("j");
    }
    console.press("g L");
    let is_here = |app: &App| app.pane::<automation::Pane>().is_some_and(|pane| pane.page.is_some());
    console.until("licence billing", is_here).await;
    console
}

#[tokio::test]
async fn licences_are_billed_by_a_contract_that_was_made_by_keys() {
    let desk = Desk::new().await;
    let mut console = at_automation(&desk).await;
    // A service of the catalogue, a contract, the service on it: each is chosen by itself once it is there.
    console.press("n");
    types(&mut console, "Taskfire License Fee");
    console.press("tab tab");
    types(&mut console, "20,00");
    console.press("ctrl-x");
    console
        .until("the service", |app| said(app, "is in the catalogue"))
        .await;
    let knows_it = |app: &App| {
        let page = app.pane::<automation::Pane>().and_then(|pane| pane.page.as_ref());
        page.is_some_and(|page| !page.services.is_empty())
    };
    console.until("the catalogue", knows_it).await;
    console.press("N ctrl-x");
    let is_chosen = |app: &App| {
        let pane = app.pane::<automation::Pane>();
        pane.is_some_and(|pane| pane.contract.is_some())
    };
    console.until("the contract", is_chosen).await;
    console.press("N");
    types(&mut console, "taskfire");
    console.press("tab ctrl-x");
    let has_service = |app: &App| {
        let pane = app.pane::<automation::Pane>();
        pane.is_some_and(|pane| pane.service.is_some())
    };
    console.until("its service", has_service).await;
    console.press("ctrl-x");
    console.until("the total", |app| said(app, "× 20.00 =")).await;
    let is_on = |app: &App| {
        let page = app.pane::<automation::Pane>().and_then(|pane| pane.page.as_ref());
        page.is_some_and(|page| page.automation.is_some())
    };
    console.until("automation", is_on).await;
    console.press("g b");
    let has_lines = |app: &App| {
        let pane = app.pane::<client_billing::Pane>();
        pane.is_some_and(|pane| pane.lines().count() > 0)
    };
    console.until("the lines", has_lines).await;
    let pane = console.app.pane::<client_billing::Pane>().unwrap();
    assert!(pane.contract().is_some_and(|contract| contract.is_automation));
}

#[tokio::test]
async fn what_was_read_once_opens_again_without_a_line() {
    let desk = Desk::new().await;
    let line = Line::to(desk.socket()).await;
    let mut console = Working::along(
        &desk,
        "ada",
        &line.url(),
        std::sync::Arc::new(tempfile::tempdir().unwrap()),
    )
    .await;
    // Nothing else is written into the copy meanwhile.
    console.until("the feed", |app| app.freshness == Freshness::Live).await;
    let overview = |app: &App| app.pane::<billing::Pane>().and_then(|pane| pane.overview.clone());
    let has_failed = |app: &App| app.page().is_some_and(|page| page.failed.is_some());
    console.press("g b");
    console.until("billing", |app| overview(app).is_some()).await;
    let answered = overview(&console.app);
    line.set(Fault::Down);
    // It is kept behind the answer, by a thread of its own.
    while overview(&console.app).is_none() || !has_failed(&console.app) {
        console.press("esc g b");
        console
            .until("that the line is gone", |app| {
                has_failed(app) && !app.page().is_some_and(Page::is_asking)
            })
            .await;
    }
    assert_eq!(overview(&console.app), answered, "what is old stays, with its age");
    assert!(console.app.page().is_some_and(|page| page.as_of.is_some()));
}
