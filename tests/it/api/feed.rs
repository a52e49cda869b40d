//! The change feed.

use crate::support::Desk;
use serde_json::json;
use std::collections::BTreeSet;
use std::time::Duration;
use tandem::domain::SecurityLevel;

#[tokio::test]
async fn a_reader_begins_at_the_newest_place_and_gets_what_is_written_after_it() {
    let desk = Desk::new().await;
    let (tina, theo) = (desk.person("tina").await, desk.person("theo").await);
    let mut feed = theo.follow(None).await;
    assert_eq!(feed.next().await.unwrap().word, "place");
    let ticket = tina.create(json!({"companyID": desk.acme, "title": "Printer"})).await;
    let event = feed.next().await.unwrap();
    assert_eq!(event.short(), format!("changed Ticket {}", ticket["id"]));
    assert_eq!((&event.data["version"], &event.data["row"]), (&json!(1), &ticket));
}

#[tokio::test]
async fn a_resumed_feed_misses_nothing_also_over_a_restart() {
    let mut desk = Desk::new().await;
    let (tina, theo) = (desk.person("tina").await, desk.person("theo").await);
    let mut feed = theo.follow(None).await;
    let place = feed.next().await.unwrap().place;
    let mut ids = BTreeSet::new();
    for number in 0..5 {
        let ticket = tina
            .create(json!({"companyID": desk.acme, "title": format!("No. {number}")}))
            .await;
        ids.insert(ticket["id"].as_i64().unwrap());
        if number == 2 {
            desk.restart().await;
        }
    }
    let mut resumed = theo.follow(Some(place)).await;
    let mut seen = BTreeSet::new();
    while seen != ids {
        let event = resumed.next().await.unwrap();
        if event.data["entity"] == "Ticket" {
            seen.insert(event.data["id"].as_i64().unwrap());
        }
    }
}

#[tokio::test]
async fn a_reader_who_saw_a_place_never_misses_a_write_below_it() {
    let desk = Desk::new().await;
    let (tina, theo) = (desk.person("tina").await, desk.person("theo").await);
    let mut feed = theo.follow(None).await;
    feed.next().await;
    let writers = (0..30).map(|number| {
        let (tina, acme) = (tina.clone(), desk.acme);
        tokio::spawn(async move {
            tina.create(json!({"companyID": acme, "title": format!("No. {number}")}))
                .await
        })
    });
    let writers: Vec<_> = writers.collect();
    // Follows while they write, and resumes after every third event from the place that it saw last.
    let mut seen = BTreeSet::new();
    let mut last = 0;
    while seen.len() < 30 {
        let event = feed.next().await.unwrap();
        assert!(event.place > last, "places grow");
        last = event.place;
        if event.data["entity"] == "Ticket" {
            seen.insert(event.data["id"].as_i64().unwrap());
            if seen.len() % 3 == 0 {
                feed = theo.follow(Some(last)).await;
            }
        }
    }
    for writer in writers {
        assert!(seen.contains(&writer.await.unwrap()["id"].as_i64().unwrap()));
    }
}

#[tokio::test]
async fn a_ticket_that_comes_into_view_brings_its_parts_and_nothing_internal() {
    let desk = Desk::new().await;
    let (ana, tina) = (desk.person("ana").await, desk.person("tina").await);
    let mut feed = tina.follow(None).await;
    feed.next().await;
    let ticket = ana.create(json!({"companyID": desk.acme, "title": "Printer"})).await;
    ana.act(&ticket, "note", json!({"audience": "public", "text": "for all"}))
        .await
        .ok();
    ana.act(&ticket, "note", json!({"audience": "internal", "text": "for us"}))
        .await
        .ok();
    ana.act(&ticket, "escalate", json!({"reason": "help"})).await.ok();
    let marker = tina.create(json!({"companyID": desk.acme, "title": "Marker"})).await;
    let events = feed.until(&format!("changed Ticket {}", marker["id"])).await;
    assert_eq!(events[0], format!("changed Ticket {}", ticket["id"]), "{events:?}");
    let notes: Vec<_> = events
        .iter()
        .filter(|event| event.starts_with("changed TicketNote "))
        .collect();
    assert_eq!(notes.len(), 1, "{events:?}");
    assert!(!events.iter().any(|event| event.starts_with("removed")), "{events:?}");
}

#[tokio::test]
async fn what_leaves_a_readers_view_is_removed_for_who_saw_it_and_unknown_to_others() {
    let desk = Desk::new().await;
    let (tina, bob, gus) = (
        desk.person("tina").await,
        desk.person("bob").await,
        desk.person("gus").await,
    );
    let contact = desk.id("bob").await.number();
    let ticket = tina
        .create(json!({"companyID": desk.acme, "contactID": contact, "title": "Mouse"}))
        .await;
    let (mut bobs, mut others) = (bob.follow(None).await, gus.follow(None).await);
    bobs.next().await;
    others.next().await;
    tina.act(&ticket, "edit", json!({"contactID": null})).await.ok();
    assert_eq!(bobs.until(&format!("removed Ticket {}", ticket["id"])).await.len(), 1);
    let own = gus.create(json!({"companyID": desk.globex, "title": "Router"})).await;
    let events = others.until(&format!("changed Ticket {}", own["id"])).await;
    assert_eq!(events.len(), 1, "{events:?}");
}

#[tokio::test]
async fn another_level_and_a_place_that_is_too_old_mean_starting_afresh() {
    let desk = Desk::new().await;
    let (ana, tina) = (desk.person("ana").await, desk.person("tina").await);
    let mut feed = ana.follow(None).await;
    let place = feed.next().await.unwrap().place;
    desk.operations()
        .set_level(desk.id("ana").await, SecurityLevel::PortalBasic)
        .await
        .unwrap();
    assert_eq!(feed.next().await.unwrap().word, "reset");
    let mut resumed = ana.follow(Some(place)).await;
    assert_eq!(
        resumed.next().await.unwrap().word,
        "reset",
        "also for who was away meanwhile"
    );
    let mut beyond = tina.follow(Some(1_000_000)).await;
    assert_eq!(beyond.next().await.unwrap().word, "reset");
    desk.clock.advance(Duration::from_secs(31 * 24 * 3600));
    let tina = desk.person("tina").await;
    let mut old = tina.follow(Some(1)).await;
    assert_eq!(old.next().await.unwrap().word, "reset");
    desk.operations().forget_old().await.unwrap();
    let mut forgotten = tina.follow(Some(1)).await;
    assert_eq!(forgotten.next().await.unwrap().word, "reset");
}

#[tokio::test]
async fn a_server_that_stops_tells_its_readers_where_they_are() {
    let mut desk = Desk::new().await;
    let (gus, tina) = (desk.person("gus").await, desk.person("tina").await);
    let mut feed = gus.follow(None).await;
    let place = feed.next().await.unwrap().place;
    tina.create(json!({"companyID": desk.acme, "title": "Not for Gus"}))
        .await;
    desk.stop().await;
    let last = feed.next().await.unwrap();
    assert_eq!(last.word, "place");
    assert!(last.place > place);
    assert_eq!(feed.next().await, None);
}
