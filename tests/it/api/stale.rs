//! Two administrators at once: nobody writes over what they never saw.

use crate::support::{Answer, Desk, Person};
use reqwest::Method;
use serde_json::{Value as Json, json};
use tandem::base::ids::{Ids as _, UniqueIds};

/// A document that is written whole: where it is read and what says that it was seen, where it is written, and two wishes.
struct Document {
    read: String,
    seen: String,
    write: String,
    first: Json,
    second: Json,
}

fn with(document: &Json, change: Json) -> Json {
    let mut document = document.clone();
    for (name, value) in change.as_object().unwrap() {
        document[name] = value.clone();
    }
    document
}

async fn documents(desk: &Desk, ada: &Person) -> Vec<Document> {
    let days = json!({"name": "Print", "start": "2026-01-01", "end": "2026-12-31", "isApproved": true, "minutes": 600});
    let contract = json!({"kind": "support_hours", "scope": "org_unit", "fields": days});
    let contract = ada
        .write(&format!("companies/{}/contracts", desk.acme), contract)
        .await
        .ok();
    let service = json!({"name": "Backup", "period": "monthly", "unitPrice": "4.00", "isActive": true});
    let made = ada.write("services", service.clone()).await.ok();
    let catalogue = ada.get("catalogue").await.ok();
    let services = catalogue["services"].as_array().unwrap().iter();
    let place = services.clone().position(|line| line["id"] == made["id"]).unwrap();
    let acme = format!("companies/{}", desk.acme);
    let bob = desk.id("bob").await.number();
    let instance = ada.get("instance").await.ok()["settings"].clone();
    let portal = ada.get("portalSettings").await.ok()["global"].clone();
    let points = json!({"workFlow": "", "responsibilities": "", "requestTypes": "", "escalationPath": ""});
    let settings = json!({"completeTaskfireWithAutotask": false, "completeAutotaskWithTaskfire": false,
        "hideFinancials": false});
    let document = |read: &str, seen: &str, write: &str, base: Json, first, second| Document {
        read: read.to_owned(),
        seen: seen.to_owned(),
        write: write.to_owned(),
        first: with(&base, first),
        second: with(&base, second),
    };
    vec![
        document(
            "instance",
            "/seen",
            "instance",
            instance,
            json!({"licenceFee": "20.00"}),
            json!({"name": "Südwind"}),
        ),
        document(
            "portalSettings",
            "/seen",
            "portalSettings",
            portal,
            json!({"lockAfterMinutes": 10}),
            json!({"shownTime": "worked"}),
        ),
        document(
            &format!("{acme}/portalSettings"),
            "/seen",
            &format!("{acme}/portalSettings"),
            json!({}),
            json!({"lockAfterMinutes": 10}),
            json!({"shownTime": "worked"}),
        ),
        document(
            &format!("{acme}/setup"),
            "/preparationSeen",
            &format!("{acme}/preparation"),
            points,
            json!({"workFlow": "Calls first"}),
            json!({"escalationPath": "By Taskfire"}),
        ),
        document(
            &format!("{acme}/setup"),
            "/settingsSeen",
            &format!("{acme}/taskfire/settings"),
            settings,
            json!({"hideFinancials": true}),
            json!({"completeTaskfireWithAutotask": true}),
        ),
        document(
            &format!("{acme}/people"),
            "bob",
            &format!("people/{bob}"),
            json!({"firstName": "Bob", "lastName": "Sosa", "email": "bob@client.test", "phone": ""}),
            json!({"lastName": "Sosa-Meyer"}),
            json!({"phone": "77"}),
        ),
        document(
            &format!("contracts/{}/page", contract["id"]),
            "/seen",
            &format!("contracts/{}", contract["id"]),
            days,
            json!({"minutes": 720}),
            json!({"minutes": 660}),
        ),
        document(
            "catalogue",
            &format!("/services/{place}/seen"),
            &format!("services/{}", made["id"]),
            service,
            json!({"unitPrice": "5.00"}),
            json!({"description": "Every night"}),
        ),
    ]
}

async fn seen(person: &Person, document: &Document) -> Json {
    let answer = person.get(&document.read).await.ok();
    if let Some(seen) = answer.pointer(&document.seen) {
        return seen.clone();
    }
    let people = answer["items"].as_array().unwrap();
    let of = |line: &&Json| line["userName"] == document.seen.as_str();
    people.iter().find(of).unwrap()["seen"].clone()
}

#[tokio::test]
async fn whoever_saw_an_older_state_is_shown_the_present_one_and_writes_nothing() {
    let desk = Desk::new().await;
    let (ada, again) = (desk.person("ada").await, desk.person("ada").await);
    for document in documents(&desk, &ada).await {
        let what = &document.write;
        let (hers, theirs) = (seen(&ada, &document).await, seen(&again, &document).await);
        assert!(hers.is_string() && hers == theirs, "{what}");
        let log = ada.get("audit").await.ok()["newestDigest"].clone();
        let first = with(&document.first, json!({"seen": hers}));
        ada.put(what, first).await.ok();
        let written = ada.get("audit").await.ok()["newestDigest"].clone();
        assert_ne!(written, log, "{what}");
        let late = again.put(what, with(&document.second, json!({"seen": theirs}))).await;
        assert_eq!(late.error(), (409, "stale".to_owned()), "{what}");
        let current = late.json()["current"].clone();
        for (name, value) in document.first.as_object().unwrap() {
            assert_eq!(&current[name], value, "{what}");
        }
        let now = seen(&ada, &document).await;
        assert_eq!(current["seen"], now, "{what}");
        assert_eq!(
            ada.get("audit").await.ok()["newestDigest"],
            written,
            "{what}: nothing was written"
        );
        // Seen, it is written; and so it is by whoever doesn't say what they saw.
        again.put(what, with(&document.second, json!({"seen": now}))).await.ok();
        ada.put(what, document.first.clone()).await.ok();
        let wrong = ada
            .administer(Method::PUT, what, with(&document.first, json!({"seen": 5})))
            .await;
        assert_eq!(wrong.status, 400, "{what}");
    }
}

#[tokio::test]
async fn under_one_key_what_was_seen_is_no_part_of_the_request_and_a_stale_one_is_tried_again() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let document = documents(&desk, &ada).await.remove(0);
    let key = UniqueIds.change();
    let under_key = async |saw: &Json| -> Answer {
        let body = with(&document.second, json!({"seen": saw}));
        let request = ada.request(Method::PUT, &document.write).json(&body);
        ada.send(request.header("idempotency-key", key.to_string())).await
    };
    let older = seen(&ada, &document).await;
    ada.put(&document.write, document.first.clone()).await.ok();
    assert_eq!(under_key(&older).await.error(), (409, "stale".to_owned()));
    let present = seen(&ada, &document).await;
    let written = under_key(&present).await;
    assert_eq!(written.status, 200, "{written:?}");
    let after = seen(&ada, &document).await;
    assert_ne!(after, present);
    assert_eq!(under_key(&after).await, written, "the answer is given again");
    assert_eq!(seen(&ada, &document).await, after);
}
