//! A console whose person is not active any more, or has something to do before anything else.

use super::{Console, Line};
use crate::support::Desk;
use serde_json::json;
use tandem::records::windows::Freshness;
use tandem::sync::News;

async fn live(desk: &Desk, line: &Line, user_name: &str) -> Console {
    let mut console = Console::new(desk, line, user_name).await;
    console
        .hear(|news| matches!(news, News::Freshness(Freshness::Live)).then_some(()))
        .await;
    console
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_deactivated_is_told_so_by_the_feed_and_nothing_is_asked_of_the_server_any_more() {
    let desk = Desk::new().await;
    let line = Line::to(desk.socket()).await;
    let mut console = live(&desk, &line, "bob").await;
    let ada = desk.person("ada").await;
    let bob = desk.id("bob").await.number();
    ada.put(&format!("people/{bob}/active"), json!({"isActive": false}))
        .await
        .ok();
    let said = console.hear(|news| match news {
        News::Deactivated => Some(true),
        News::SignInNeeded => Some(false),
        _ => None,
    });
    assert!(said.await, "it is not a session like any other that has ended");
    assert!(
        console
            .session
            .fetch_ticket(tandem::base::ids::TicketId(1))
            .await
            .is_err()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_something_to_do_first_is_asked_to_sign_in() {
    let desk = Desk::new().await;
    let line = Line::to(desk.socket()).await;
    let mut console = live(&desk, &line, "ana").await;
    let ada = desk.person("ada").await;
    let path = format!("companies/{}/portalSettings", desk.acme);
    ada.put(&path, json!({"twoFactor": "everybody"})).await.ok();
    // Whatever is written next reaches the feed, which ends for her.
    ada.create(json!({"companyID": desk.acme, "title": "Printer"})).await;
    let said = console.hear(|news| match news {
        News::Deactivated => Some(false),
        News::SignInNeeded => Some(true),
        _ => None,
    });
    assert!(said.await);
}
