//! Who sees what, in every form of reading.

use crate::support::{Desk, Person};
use serde_json::{Value as Json, json};

/// A ticket of Acme's own, one that it escalated, one of the provider's about Bob, one of Globex's own.
struct Tickets {
    private: Json,
    shared: Json,
    bobs: Json,
    globex: Json,
}

async fn tickets(desk: &Desk) -> Tickets {
    let (ana, tina, gus) = (
        desk.person("ana").await,
        desk.person("tina").await,
        desk.person("gus").await,
    );
    let private = ana
        .create(json!({"companyID": desk.acme, "title": "Payroll zebra"}))
        .await;
    let shared = ana
        .create(json!({"companyID": desk.acme, "title": "Printer zebra"}))
        .await;
    ana.act(&shared, "note", json!({"audience": "internal", "text": "giraffe"}))
        .await
        .ok();
    ana.act(&shared, "time", json!({"workedOn": "2026-11-20", "minutes": 15}))
        .await
        .ok();
    ana.act(&shared, "escalate", json!({})).await.ok();
    tina.act(&shared, "note", json!({"audience": "internal", "text": "okapi"}))
        .await
        .ok();
    tina.act(&shared, "note", json!({"audience": "public", "text": "lion"}))
        .await
        .ok();
    tina.act(&shared, "time", json!({"workedOn": "2026-11-20", "minutes": 30}))
        .await
        .ok();
    let bob = desk.id("bob").await.number();
    let bobs = tina
        .create(json!({"companyID": desk.acme, "contactID": bob, "title": "Mouse zebra"}))
        .await;
    let globex = gus
        .create(json!({"companyID": desk.globex, "title": "Router zebra"}))
        .await;
    Tickets {
        private,
        shared,
        bobs,
        globex,
    }
}

fn all() -> Json {
    json!([{"op": "gte", "field": "id", "value": 0}])
}

fn words(text: &str) -> Json {
    json!([{"op": "words", "value": text}])
}

/// Which of the tickets somebody gets, by query, by count, by search and one by one: all must agree.
async fn seen(person: &Person, tickets: &Tickets) -> Vec<&'static str> {
    let named = [
        ("private", &tickets.private),
        ("shared", &tickets.shared),
        ("bobs", &tickets.bobs),
        ("globex", &tickets.globex),
    ];
    let ids = person.ids("tickets", all()).await;
    let found = person.ids("tickets", words("zeb")).await;
    let count = person.post("tickets/query/count", json!({"filter": all()})).await.ok();
    assert_eq!(count["queryCount"], json!(ids.len()));
    assert_eq!(ids, found);
    let mut seen = Vec::new();
    for (name, ticket) in named {
        let id = ticket["id"].as_i64().unwrap();
        let status = person.get(&format!("tickets/{id}")).await.status;
        assert_eq!(status == 200, ids.contains(&id), "{name}");
        assert!(status == 200 || status == 404);
        assert_eq!(person.get(&format!("tickets/{id}/notes")).await.status, status);
        if status == 200 {
            seen.push(name);
        }
    }
    seen
}

#[tokio::test]
async fn each_level_sees_the_tickets_that_are_its_to_see() {
    let desk = Desk::new().await;
    let tickets = tickets(&desk).await;
    for (user_name, expected) in [
        ("ada", &["shared", "bobs"] as &[&str]),
        ("tina", &["shared", "bobs"]),
        ("ana", &["private", "shared", "bobs"]),
        ("bea", &["private", "shared", "bobs"]),
        ("mia", &["private", "shared", "bobs"]),
        ("avi", &["private", "shared", "bobs"]),
        ("bob", &["bobs"]),
        ("gus", &["globex"]),
    ] {
        assert_eq!(
            seen(&desk.person(user_name).await, &tickets).await,
            expected,
            "{user_name}"
        );
    }
}

#[tokio::test]
async fn notes_time_and_history_are_each_sides_own_but_for_what_is_public() {
    let desk = Desk::new().await;
    let tickets = tickets(&desk).await;
    let id = &tickets.shared["id"];
    for (user_name, notes, minutes) in [
        ("tina", &["okapi", "lion"] as &[&str], &[30_i64] as &[i64]),
        ("bea", &["giraffe", "lion"], &[15]),
        ("avi", &["lion"], &[]),
    ] {
        let person = desk.person(user_name).await;
        let column = async |path: String, field: &str| -> Vec<Json> {
            let rows = person.get(&path).await.ok();
            let rows = rows["items"].as_array().cloned().unwrap();
            rows.iter().map(|row| row[field].clone()).collect()
        };
        let read = column(format!("tickets/{id}/notes"), "description").await;
        assert_eq!(json!(read), json!(notes), "{user_name}");
        let logged = column(format!("tickets/{id}/time"), "minutes").await;
        assert_eq!(json!(logged), json!(minutes), "{user_name}");
        let queried = person
            .ids("ticketNotes", json!([{"op": "eq", "field": "ticketID", "value": id}]))
            .await;
        assert_eq!(queried.len(), notes.len(), "{user_name}");
        for word in ["okapi", "giraffe", "lion"] {
            let found = person.ids("tickets", words(word)).await.len();
            assert_eq!(found, usize::from(notes.contains(&word)), "{user_name} {word}");
        }
    }
}

#[tokio::test]
async fn what_a_reader_is_never_given_can_not_be_asked_about_either() {
    let desk = Desk::new().await;
    let tickets = tickets(&desk).await;
    let tina = desk.person("tina").await;
    let ticket = tina.get(&format!("tickets/{}", tickets.shared["id"])).await.ok();
    assert_eq!(
        (&ticket["minutesAutotask"], &ticket["minutesTaskfire"]),
        (&json!(30), &json!(null))
    );
    let filter = json!([{"op": "gt", "field": "minutesTaskfire", "value": 0}]);
    assert_eq!(
        tina.post("tickets/query", json!({"filter": filter})).await.error(),
        (400, "bad_request".to_owned())
    );
    let sorted = json!({"filter": all(), "sort": [{"field": "minutesTaskfire"}]});
    assert_eq!(tina.post("tickets/query", sorted).await.status, 400);
    let ana = desk.person("ana").await;
    let noted = |count: i64| json!({"filter": [{"op": "eq", "field": "noteCount", "value": count}]});
    let found = |page: Json| {
        page["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["id"].clone())
            .collect::<Vec<_>>()
    };
    let shared = &tickets.shared["id"];
    assert_eq!(
        ticket["noteCount"],
        json!(1),
        "one that everybody reads, one of each side's own"
    );
    assert!(found(tina.post("tickets/query", noted(1)).await.ok()).contains(shared));
    assert!(!found(tina.post("tickets/query", noted(3)).await.ok()).contains(shared));
    let (avi, sorted) = (
        desk.person("avi").await,
        json!({"filter": all(), "sort": [{"field": "noteCount"}]}),
    );
    for client in [&ana, &avi] {
        assert_eq!(client.post("tickets/query", noted(3)).await.status, 400);
        assert_eq!(client.post("tickets/query", sorted.clone()).await.status, 400);
    }
    tina.act(&tickets.bobs, "note", json!({"audience": "internal", "text": "ours"}))
        .await
        .ok();
    let bobs = format!("tickets/{}", tickets.bobs["id"]);
    assert_eq!(tina.get(&bobs).await.ok()["noteCount"], json!(1));
    assert_eq!(ana.get(&bobs).await.ok()["noteCount"], json!(0), "the provider's own");
    let private = ana.get(&format!("tickets/{}", tickets.private["id"])).await.ok();
    assert_eq!(private["noteCount"], json!(0));
    let resource = ana.post("resources/query", json!({"filter": all()})).await.ok()["items"][0].clone();
    assert_eq!(
        (&resource["firstName"], &resource["email"]),
        (&json!("Ada"), &json!(null))
    );
    assert_eq!(ana.ids("companies", all()).await, [0, desk.acme.0]);
    assert_eq!(ana.ids("roles", all()).await, Vec::<i64>::new());
}

#[tokio::test]
async fn a_clients_people_see_one_anothers_cards_and_levels_only_whom_they_concern() {
    let desk = Desk::new().await;
    let bea = desk.id("bea").await.number();
    desk.operations()
        .write(move |writing| {
            let change = "UPDATE contact SET note = 'on leave', city = 'Bergen', phone = '77' WHERE id = ?1";
            writing.execute(change, [bea])?;
            Ok(())
        })
        .await
        .unwrap();
    let none = || json!([null, null, null]);
    for (user_name, rest, login) in [
        ("tina", json!(["on leave", "Bergen"]), json!([4, "bea", true])),
        ("ana", json!([null, null]), json!([4, "bea", true])),
        ("mia", json!([null, null]), json!([4, "bea", true])),
        ("avi", json!([null, null]), none()),
        ("bob", json!([null, null]), none()),
    ] {
        let person = desk.person(user_name).await;
        let row = person.get(&format!("contacts/{bea}")).await.ok();
        assert_eq!(
            json!([row["firstName"], row["emailAddress"], row["phone"], row["isActive"]]),
            json!(["Bea", "bea@client.test", "77", 1]),
            "{user_name}"
        );
        assert_eq!(json!([row["note"], row["city"]]), rest, "{user_name}");
        assert_eq!(
            json!([row["securityLevel"], row["portalUserName"], row["isPortalActive"]]),
            login,
            "{user_name}"
        );
    }
    let filter = json!({"filter": [{"op": "eq", "field": "securityLevel", "value": 4}]});
    let bob = desk.person("bob").await;
    assert_eq!(bob.post("contacts/query", filter).await.status, 400);
}

#[tokio::test]
async fn pages_follow_one_another_by_key_whatever_is_added_meanwhile() {
    let desk = Desk::new().await;
    let tina = desk.person("tina").await;
    for number in 0..7 {
        let priority = [4, 1, 2, 3][number % 4];
        tina.create(json!({"companyID": desk.acme, "title": format!("No. {number}"), "priority": priority}))
            .await;
    }
    let mut body =
        json!({"maxRecords": 3, "filter": all(), "sort": [{"field": "priority"}], "IncludeFields": ["id", "priority"]});
    let mut priorities = Vec::new();
    loop {
        let page = tina.post("tickets/query", body.clone()).await.ok();
        priorities.extend(
            page["items"]
                .as_array()
                .unwrap()
                .iter()
                .map(|row| row["priority"].clone()),
        );
        if priorities.len() == 3 {
            tina.create(json!({"companyID": desk.acme, "title": "Added at the front", "priority": 4}))
                .await;
        }
        if page["next"].is_null() {
            break;
        }
        body["after"] = page["next"].clone();
    }
    assert_eq!(json!(priorities), json!([4, 4, 1, 1, 2, 2, 3]));
    body["after"] = json!("nonsense");
    assert_eq!(
        tina.post("tickets/query", body).await.error(),
        (400, "bad_request".to_owned())
    );
}

#[tokio::test]
async fn notifications_reach_their_people_and_nobody_else() {
    let desk = Desk::new().await;
    let tickets = tickets(&desk).await;
    let (tina, theo, ana) = (
        desk.person("tina").await,
        desk.person("theo").await,
        desk.person("ana").await,
    );
    let events = async |person: &Person| -> Vec<Json> {
        let answer = person.get("notifications").await.ok();
        answer["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["event"].clone())
            .collect()
    };
    assert!(
        events(&theo).await.contains(&json!("escalated")),
        "nobody is assigned: the queue is told"
    );
    assert!(
        !events(&ana).await.contains(&json!("escalated")),
        "never of one's own act"
    );
    let newest = theo.get("notifications").await.ok()["items"][0].clone();
    let path = format!("notifications/{}/read", newest["id"]);
    assert_eq!(tina.post(&path, json!({})).await.status, 404);
    assert_ne!(theo.post(&path, json!({})).await.ok()["readDateTime"], json!(null));
    assert_eq!(tickets.globex["holder"], "taskfire");
}

#[tokio::test]
async fn words_are_found_page_by_page_in_the_order_that_is_asked_for() {
    let desk = Desk::new().await;
    let tickets = tickets(&desk).await;
    let bea = desk.person("bea").await;
    let ids = [&tickets.private, &tickets.shared, &tickets.bobs].map(|ticket| ticket["id"].as_i64().unwrap());
    let orders = [
        (json!([{"field": "id"}]), ids.to_vec()),
        (
            json!([{"field": "id", "descending": true}]),
            ids.iter().rev().copied().collect(),
        ),
        (
            json!([{"field": "priority"}, {"field": "id", "descending": true}]),
            ids.iter().rev().copied().collect(),
        ),
    ];
    for (sort, expected) in orders {
        let (mut found, mut after) = (Vec::new(), Json::Null);
        loop {
            let body = json!({"filter": words("zeb"), "sort": sort, "maxRecords": 1, "after": after});
            let page = bea.post("tickets/query", body).await.ok();
            found.extend(
                page["items"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|row| row["id"].as_i64().unwrap()),
            );
            after = page["next"].clone();
            if after.is_null() {
                break;
            }
        }
        assert_eq!(found, expected, "{sort}");
    }
}
