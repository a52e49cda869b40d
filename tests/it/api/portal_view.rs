//! What clients' people see of tickets, names and time as the portal settings say; on every route and in the feed.

use crate::support::{Desk, Person};
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;
use std::time::Duration;
use tandem::base::ids::CompanyId;

async fn override_settings(desk: &Desk, company: CompanyId, overrides: Json) {
    let ada = desk.person("ada").await;
    ada.put(&format!("companies/{company}/portalSettings"), overrides)
        .await
        .ok();
}

fn of_ticket(ticket: &Json) -> Json {
    json!([{"op": "eq", "field": "ticketID", "value": ticket["id"]}])
}

fn all() -> Json {
    json!([{"op": "gte", "field": "id", "value": 0}])
}

/// A field of all rows of an entity that somebody is given.
async fn column(person: &Person, entity: &str, field: &str) -> Vec<String> {
    let answer = person
        .post(&format!("{entity}/query"), json!({"filter": all()}))
        .await
        .ok();
    let rows = answer["items"].as_array().unwrap().clone();
    rows.iter()
        .filter_map(|row| row[field].as_str().map(str::to_owned))
        .collect()
}

/// A ticket of Acme's that the provider has worked on, from the desk's first day.
async fn worked_on(desk: &Desk) -> Json {
    let (ana, tina) = (desk.person("ana").await, desk.person("tina").await);
    let ticket = ana
        .create(json!({"companyID": desk.acme, "title": "Printer zebra"}))
        .await;
    ana.act(&ticket, "escalate", json!({})).await.ok();
    let tinas = desk.id("tina").await.number();
    tina.act(&ticket, "assign", json!({"assignee": {"resource": tinas}}))
        .await
        .ok();
    tina.act(&ticket, "note", json!({"audience": "public", "text": "On it"}))
        .await
        .ok();
    let time = json!({"workedOn": "2026-11-20", "minutes": 30, "startedAt": "2026-11-20T08:00:00Z",
        "summary": "New toner", "internalNotes": "Their third this week"});
    tina.act(&ticket, "time", time).await.ok();
    ticket
}

#[tokio::test]
async fn tickets_from_before_the_day_are_hidden_everywhere() {
    let desk = Desk::new().await;
    let old = worked_on(&desk).await;
    desk.clock.advance(Duration::from_secs(20 * 3600));
    let (ana, bob, tina) = (
        desk.person("ana").await,
        desk.person("bob").await,
        desk.person("tina").await,
    );
    let new = ana
        .create(json!({"companyID": desk.acme, "title": "Mouse zebra"}))
        .await;
    let mut feed = ana.follow(None).await;
    feed.next().await;
    assert_eq!(ana.ids("tickets", all()).await.len(), 2);
    override_settings(&desk, desk.acme, json!({"ticketsSince": "2026-11-21"})).await;
    assert_eq!(feed.next().await.unwrap().word, "reset");
    let ids = |ticket: &Json| vec![ticket["id"].as_i64().unwrap()];
    assert_eq!(ana.ids("tickets", all()).await, ids(&new));
    let words = json!([{"op": "words", "value": "zebra"}]);
    assert_eq!(ana.ids("tickets", words.clone()).await, ids(&new));
    let count = ana.post("tickets/query/count", json!({"filter": all()})).await.ok();
    assert_eq!(count["queryCount"], 1);
    for entity in ["ticketNotes", "ticketHistory", "timeEntries", "notifications"] {
        assert_eq!(ana.ids(entity, of_ticket(&old)).await, Vec::<i64>::new(), "{entity}");
    }
    for path in ["", "/notes", "/time", "/history"] {
        let answer = ana.get(&format!("tickets/{}{path}", old["id"])).await;
        assert_eq!(answer.status, 404, "{path}");
    }
    let note = json!({"audience": "public", "text": "Hello?"});
    assert_eq!(ana.act(&old, "note", note).await.status, 404);
    // What happens to it afterwards reaches nobody either; the next that is theirs to see does.
    tina.act(&old, "note", json!({"audience": "public", "text": "Done"}))
        .await
        .ok();
    tina.act(&old, "complete", json!({})).await.ok();
    let title = json!({"title": "Mouse, wireless"});
    ana.act(&new, "edit", title).await.ok();
    assert_eq!(
        feed.next().await.unwrap().short(),
        format!("changed Ticket {}", new["id"])
    );
    assert_eq!(bob.ids("notifications", of_ticket(&old)).await, Vec::<i64>::new());
    // Nobody else is concerned, and without the setting it is there again.
    assert_eq!(tina.ids("tickets", words).await, ids(&old));
    override_settings(&desk, desk.acme, json!({})).await;
    assert_eq!(ana.ids("tickets", all()).await.len(), 2);
    assert_eq!(ana.ids("timeEntries", of_ticket(&old)).await, Vec::<i64>::new());
}

#[tokio::test]
async fn a_day_begins_where_the_provider_is() {
    let desk = Desk::new().await;
    let ana = desk.person("ana").await;
    ana.create(json!({"companyID": desk.acme, "title": "Nine in the morning"}))
        .await;
    let ada = desk.person("ada").await;
    let tokyo = json!({"name": "Northwind", "timeZone": "Asia/Tokyo", "currency": "EUR", "licenceFee": null,
        "subscription": "ultimate", "requiresTwoFactor": false});
    ada.put("instance", tokyo).await.ok();
    // 16:00 in London is the next day in Tokyo.
    desk.clock.advance(Duration::from_secs(7 * 3600));
    ana.create(json!({"companyID": desk.acme, "title": "Four in the afternoon"}))
        .await;
    desk.clock.advance(Duration::from_secs(9 * 3600));
    override_settings(&desk, desk.acme, json!({"ticketsSince": "2026-11-21"})).await;
    let ana = desk.person("ana").await;
    assert_eq!(column(&ana, "tickets", "title").await, ["Four in the afternoon"]);
}

#[tokio::test]
async fn only_those_whom_a_setting_concerns_start_afresh() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let global = ada.get("portalSettings").await.ok()["global"].clone();
    override_settings(&desk, desk.globex, json!({"resourceNames": "full"})).await;
    let mut feeds = Vec::new();
    for user_name in ["ana", "gus", "tina"] {
        let mut feed = desk.person(user_name).await.follow(None).await;
        let place = feed.next().await.unwrap().place;
        feeds.push((user_name, feed, place));
    }
    let mut named = global.clone();
    named["resourceNames"] = json!("first");
    ada.put("portalSettings", named).await.ok();
    let mut locked = global;
    locked["resourceNames"] = json!("first");
    locked["lockAfterMinutes"] = json!(10);
    ada.put("portalSettings", locked).await.ok();
    for (number, company) in [(0, desk.acme), (1, desk.globex)] {
        let title = format!("No. {number}");
        ada.create(json!({"companyID": company, "title": title})).await;
    }
    let mut words = Vec::new();
    for (user_name, mut feed, place) in feeds {
        words.push((user_name, feed.next().await.unwrap().word));
        // Also for who was away meanwhile.
        let mut resumed = desk.person(user_name).await.follow(Some(place)).await;
        words.push((user_name, resumed.next().await.unwrap().word));
    }
    let word = |user_name: &'static str, word: &str| [(user_name, word.to_owned()), (user_name, word.to_owned())];
    let expected = [word("ana", "reset"), word("gus", "changed"), word("tina", "changed")];
    assert_eq!(words, expected.concat());
}

#[tokio::test]
async fn the_providers_people_are_named_as_the_client_is_to_know_them() {
    let desk = Desk::new().await;
    let ticket = worked_on(&desk).await;
    let tina = desk.person("tina").await;
    let made = tina
        .create(json!({"companyID": desk.acme, "title": "Made by Tina"}))
        .await;
    for (names, said, first, last) in [
        ("full", "Tina Lund", "Tina", "Lund"),
        ("first", "Tina", "Tina", ""),
        ("provider", "Northwind", "Northwind", ""),
    ] {
        let overrides = json!({"resourceNames": names, "shownTime": "worked"});
        override_settings(&desk, desk.acme, overrides).await;
        let ana = desk.person("ana").await;
        let resource = ana
            .get(&format!("resources/{}", desk.id("tina").await.number()))
            .await
            .ok();
        assert_eq!(
            (&resource["firstName"], &resource["lastName"]),
            (&json!(first), &json!(last))
        );
        let row = ana.get(&format!("tickets/{}", made["id"])).await.ok();
        assert_eq!(row["createdByName"], said);
        let own = ana.get(&format!("tickets/{}", ticket["id"])).await.ok();
        assert_eq!(own["createdByName"], "Ana Sosa");
        let authors = column(&ana, "ticketNotes", "authorName").await;
        assert!(
            !authors.is_empty() && authors.iter().all(|author| author == said),
            "{authors:?}"
        );
        assert_eq!(column(&ana, "timeEntries", "authorName").await, [said]);
        let history = ana.get(&format!("tickets/{}/history", ticket["id"])).await.ok();
        let lines = history["items"].as_array().unwrap();
        let assigned = lines.iter().find(|line| line["event"] == "assigned").unwrap();
        assert_eq!(
            (&assigned["authorName"], &assigned["after"]),
            (&json!(said), &json!(said))
        );
        assert!(assigned["detail"].as_str().unwrap().ends_with(said));
        let escalated = lines.iter().find(|line| line["event"] == "escalated").unwrap();
        assert_eq!(escalated["authorName"], "Ana Sosa");
        let told = column(&ana, "notifications", "parameters").await;
        assert!(
            told.iter().any(|text| text.contains(&format!("\"actor\":\"{said}\""))),
            "{told:?}"
        );
        let mut feed = ana.follow(None).await;
        feed.next().await;
        tina.act(&made, "note", json!({"audience": "public", "text": names}))
            .await
            .ok();
        while let Some(event) = feed.next().await {
            let text = event.data.to_string();
            assert!(names == "full" || !text.contains("Lund"), "{text}");
            assert!(names != "provider" || !text.contains("Tina Lund"), "{text}");
            if event.data["entity"] == "TicketNote" {
                assert_eq!(event.data["row"]["authorName"], said);
                break;
            }
        }
        let notes = json!([{"op": "eq", "field": "description", "value": names}]);
        let id = tina.ids("ticketNotes", notes).await;
        assert_eq!(id.len(), 1);
        // The provider itself always knows who it was.
        let row = tina.get(&format!("ticketNotes/{}", id[0])).await.ok();
        assert_eq!(row["authorName"], "Tina Lund");
    }
}

#[tokio::test]
async fn nothing_that_is_given_in_another_form_can_be_asked_for_in_its_own() {
    let desk = Desk::new().await;
    worked_on(&desk).await;
    let overrides = json!({"resourceNames": "first", "shownTime": "billed"});
    override_settings(&desk, desk.acme, overrides).await;
    let ana = desk.person("ana").await;
    for (entity, field, value) in [
        ("resources", "lastName", json!("Lund")),
        ("tickets", "createdByName", json!("Tina Lund")),
        ("ticketNotes", "authorName", json!("Tina Lund")),
        ("timeEntries", "authorName", json!("Tina Lund")),
        ("timeEntries", "minutes", json!(30)),
        ("timeEntries", "hoursWorked", json!("0.5")),
        ("timeEntries", "internalNotes", json!("Their third this week")),
        ("notifications", "parameters", json!("{}")),
    ] {
        let filter = json!([{"op": "eq", "field": field, "value": value}]);
        for body in [
            json!({"filter": filter}),
            json!({"filter": all(), "sort": [{"field": field}]}),
        ] {
            let answer = ana.post(&format!("{entity}/query"), body.clone()).await;
            assert_eq!(answer.error(), (400, "bad_request".to_owned()), "{entity} {body}");
        }
    }
}

/// The one entry of the provider's time that somebody is given of a ticket: minutes, beginning, internal notes.
async fn time_of(person: &Person, ticket: &Json) -> Option<(Json, Json, Json)> {
    let answer = person.get(&format!("tickets/{}/time", ticket["id"])).await.ok();
    let entries = answer["items"].as_array().unwrap();
    let entry = entries.iter().find(|entry| entry["side"] == "autotask")?;
    let field = |name: &str| entry[name].clone();
    Some((field("minutes"), field("startDateTime"), field("internalNotes")))
}

#[tokio::test]
async fn those_who_work_tickets_see_of_the_providers_time_what_is_shown() {
    let desk = Desk::new().await;
    let shared = worked_on(&desk).await;
    let tina = desk.person("tina").await;
    let own = tina
        .create(json!({"companyID": desk.acme, "title": "The provider's own"}))
        .await;
    let time = json!({"workedOn": "2026-11-20", "minutes": 45, "summary": "Looked"});
    tina.act(&own, "time", time).await.ok();
    let begun = json!("2026-11-20T08:00:00Z");
    for (shown, seen) in [
        ("nothing", None),
        ("billed", Some((json!(30), json!(null), json!(null)))),
        ("worked", Some((json!(30), begun.clone(), json!(null)))),
    ] {
        override_settings(&desk, desk.acme, json!({"shownTime": shown})).await;
        for user_name in ["ana", "bea"] {
            let person = desk.person(user_name).await;
            assert_eq!(time_of(&person, &shared).await, seen, "{user_name} {shown}");
            // Only of shared tickets.
            assert_eq!(time_of(&person, &own).await, None, "{user_name} {shown}");
        }
        for user_name in ["mia", "avi"] {
            let person = desk.person(user_name).await;
            assert_eq!(time_of(&person, &shared).await, None, "{user_name} {shown}");
        }
        let internal = json!("Their third this week");
        let whole = Some((json!(30), begun.clone(), internal));
        assert_eq!(time_of(&tina, &shared).await, whole, "{shown}");
    }
    // The ticket comes to be shared: its time comes into view.
    let ana = desk.person("ana").await;
    let mut feed = ana.follow(None).await;
    feed.next().await;
    tina.act(&own, "transfer", json!({})).await.ok();
    while let Some(event) = feed.next().await {
        if event.data["entity"] == "TimeEntry" {
            assert_eq!(event.data["row"]["minutes"], 45);
            break;
        }
    }
    assert_eq!(time_of(&ana, &own).await.map(|(minutes, ..)| minutes), Some(json!(45)));
}

#[tokio::test]
async fn a_field_that_is_asked_for_alone_is_given_as_it_is_among_all() {
    let desk = Desk::new().await;
    let ticket = worked_on(&desk).await;
    let (ana, tina) = (desk.person("ana").await, desk.person("tina").await);
    ana.act(&ticket, "note", json!({"audience": "internal", "text": "Among us"}))
        .await
        .ok();
    tina.create(json!({"companyID": desk.acme, "title": "Made by Tina"}))
        .await;
    let entities = [
        ("tickets", "Ticket"),
        ("ticketNotes", "TicketNote"),
        ("ticketHistory", "TicketHistory"),
        ("timeEntries", "TimeEntry"),
        ("resources", "Resource"),
        ("notifications", "Notification"),
        ("contacts", "Contact"),
    ];
    let mut given = BTreeSet::new();
    for (name, names, shown) in [
        ("ana", "first", "billed"),
        ("ana", "provider", "worked"),
        ("ana", "full", "nothing"),
        ("tina", "full", "nothing"),
    ] {
        let overrides = json!({"resourceNames": names, "shownTime": shown});
        override_settings(&desk, desk.acme, overrides).await;
        let person = desk.person(name).await;
        for (plural, entity) in entities {
            // Of history what is asked for is a ticket's.
            let rows = match plural {
                "ticketHistory" => json!([{"op": "eq", "field": "ticketID", "value": ticket["id"]}]),
                _ => all(),
            };
            let query = async |body: Json| person.post(&format!("{plural}/query"), body).await.ok()["items"].clone();
            let whole = query(json!({"filter": rows})).await;
            if whole != json!([]) {
                given.insert(plural);
            }
            for field in tandem::entities::by_name(entity).unwrap().fields() {
                let alone = query(json!({"filter": rows, "includeFields": [field.name]})).await;
                let among = whole.as_array().unwrap().iter();
                let among: Vec<Json> = among
                    .map(|row| {
                        row.get(field.name)
                            .map_or(json!({}), |value| json!({field.name: value}))
                    })
                    .collect();
                assert_eq!(alone, json!(among), "{plural} {} {name} {names} {shown}", field.name);
            }
        }
    }
    assert_eq!(given.len(), entities.len(), "{given:?}");
}
