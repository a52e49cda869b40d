//! What by Autotask's routes is an administrative act: only for administrators' API users, and always in the log.

use super::integration::{Integration, refusal, rule};
use crate::support::{Desk, Person};
use reqwest::Method;
use serde_json::{Value as Json, json};
use tandem::domain::SecurityLevel;

/// A write with the act that the log calls it, none for one that is everybody's work.
struct Write {
    method: Method,
    path: String,
    body: Json,
    act: Option<&'static str>,
}

/// Every kind of write of companies, contacts and resources.
async fn writes(desk: &Desk) -> Vec<Write> {
    let id = async |name: &str| desk.id(name).await.number();
    let contacts = format!("Companies/{}/Contacts", desk.acme);
    let (tina, bea, bob) = (id("tina").await, id("bea").await, id("bob").await);
    let write = |method, path: &str, body, act| Write {
        method,
        path: path.to_owned(),
        body,
        act,
    };
    let (patch, put) = (Method::PATCH, Method::PUT);
    let company = json!({"id": desk.acme, "companyName": "Acme", "companyType": 1, "phone": "5",
        "ownerResourceID": tina, "isActive": false});
    vec![
        write(
            patch.clone(),
            "Companies",
            json!({"id": 0, "companyName": "Evil"}),
            Some("write_instance"),
        ),
        write(
            patch.clone(),
            "Companies",
            json!({"id": desk.globex, "isActive": false}),
            Some("switch_company"),
        ),
        write(put, "Companies", company, Some("switch_company")),
        write(
            patch.clone(),
            &contacts,
            json!({"id": bea, "isActive": 0}),
            Some("switch_contact"),
        ),
        write(
            patch.clone(),
            &contacts,
            json!({"id": bea, "isActive": 1}),
            Some("switch_contact"),
        ),
        write(
            patch.clone(),
            "Resources",
            json!({"id": tina, "userName": "tina.lund"}),
            Some("edit_resource"),
        ),
        write(
            patch.clone(),
            "Resources",
            json!({"id": tina, "isActive": false}),
            Some("edit_resource"),
        ),
        write(
            patch.clone(),
            "Companies",
            json!({"id": desk.acme, "city": "Austin"}),
            None,
        ),
        write(patch.clone(), &contacts, json!({"id": bob, "phone": "77"}), None),
        write(
            Method::POST,
            &contacts,
            json!({"firstName": "Cleo", "lastName": "Ray", "isActive": 1}),
            None,
        ),
        write(
            Method::POST,
            "Companies",
            json!({"companyName": "Initech", "companyType": 1, "phone": "555", "ownerResourceID": tina}),
            None,
        ),
    ]
}

/// Everything that the writes could change, and the end of the log.
async fn state(ada: &Person) -> Json {
    let all = json!({"filter": [{"op": "gte", "field": "id", "value": 0}]});
    let mut state = Vec::new();
    for entity in ["companies", "contacts", "resources", "clientPortalUsers"] {
        state.push(ada.post(&format!("{entity}/query"), all.clone()).await.ok());
    }
    state.push(ada.get("audit").await.ok()["newestDigest"].clone());
    Json::Array(state)
}

#[tokio::test]
async fn a_technicians_api_user_changes_nothing_of_what_is_the_administrators() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let api = Integration::of_level(&desk, SecurityLevel::ProviderTech).await;
    let as_theo = api.impersonating(desk.id("theo").await.number());
    for write in writes(&desk).await {
        for caller in [&api, &as_theo] {
            let before = state(&ada).await;
            let answer = caller.call(write.method.clone(), &write.path, write.body.clone()).await;
            let what = format!("{} {} {}", write.method, write.path, write.body);
            let entry = before[4] != ada.get("audit").await.ok()["newestDigest"];
            assert!(!entry, "{what}");
            if write.act.is_some() {
                // Activating who is active is no change, so only that is taken.
                let changes_nothing = write.body["isActive"] == 1;
                assert!(
                    changes_nothing || refusal(&answer) == rule("forbidden"),
                    "{what}: {answer:?}"
                );
                assert_eq!(state(&ada).await, before, "{what}");
            } else {
                answer.ok();
            }
        }
    }
    let bob = desk.id("bob").await.number();
    let kept = api.delete(&format!("Companies/{}/Contacts/{bob}", desk.acme)).await;
    assert_eq!(kept.status, 500, "who has a login is not deleted");
    let level = json!({"id": 1, "securityLevel": 5});
    assert_eq!(refusal(&api.patch("ClientPortalUsers", level).await), rule("forbidden"));
}

#[tokio::test]
async fn an_administrators_api_user_does_them_and_each_stands_in_the_log() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let api = Integration::new(&desk).await;
    let as_ada = api.impersonating(desk.id("ada").await.number());
    let count = async || ada.get("audit").await.ok()["items"].as_array().unwrap().len();
    for (at, write) in writes(&desk).await.into_iter().enumerate() {
        let what = format!("{} {} {}", write.method, write.path, write.body);
        let before = count().await;
        let caller = if at % 2 == 0 { &api } else { &as_ada };
        caller
            .call(write.method.clone(), &write.path, write.body.clone())
            .await
            .ok();
        let entries = ada.get("audit").await.ok()["items"].as_array().unwrap().clone();
        assert_eq!(entries.len() - before, usize::from(write.act.is_some()), "{what}");
        let Some(act) = write.act else { continue };
        // Rows of resources don't keep who impersonated whom: there the API user acts as itself.
        let (actor, origin) = match at % 2 == 0 || write.path == "Resources" {
            true => (format!("resource {}", api.id), "127.0.0.1".to_owned()),
            false => (
                format!("resource {}", desk.id("ada").await.number()),
                format!("127.0.0.1 resource {}", api.id),
            ),
        };
        assert_eq!(
            json!([entries[0]["act"], entries[0]["actor"], entries[0]["origin"]]),
            json!([act, actor, origin]),
            "{what}"
        );
        assert_ne!(entries[0]["before"], entries[0]["after"], "{what}");
    }
    assert_eq!(ada.get("instance").await.ok()["settings"]["name"], "Evil");
    let blank = api
        .patch("Companies", json!({"id": 0, "companyName": "A\u{202e}b"}))
        .await;
    assert_eq!(blank.status, 500);
}

#[tokio::test]
async fn names_that_a_screen_would_obey_are_refused() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let contacts = format!("Companies/{}/Contacts", desk.acme);
    let bob = desk.id("bob").await.number();
    for (path, body) in [
        (contacts.as_str(), json!({"id": bob, "lastName": "Sosa\u{1b}[2J"})),
        (contacts.as_str(), json!({"id": bob, "firstName": "B\u{202e}ob"})),
        ("Companies", json!({"id": desk.acme, "companyName": "Ac\u{7}me"})),
        (
            "Resources",
            json!({"id": desk.id("tina").await.number(), "lastName": "Lund\u{2066}"}),
        ),
    ] {
        let answer = api.patch(path, body.clone()).await;
        assert_eq!(answer.status, 500, "{body}");
    }
}
