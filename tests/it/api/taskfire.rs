//! A company's Taskfire state.

use crate::support::{Answer, Desk, Person};
use reqwest::Method;
use serde_json::{Value as Json, json};
use tandem::base::ids::{CompanyId, Ids, UniqueIds};

async fn put(person: &Person, company: CompanyId, body: Json) -> Answer {
    let request = person.request(Method::PUT, &format!("companies/{company}/taskfire"));
    person
        .send(
            request
                .json(&body)
                .header("idempotency-key", UniqueIds.change().to_string()),
        )
        .await
}

fn settings(complete: bool) -> Json {
    json!({"completeTaskfireWithAutotask": complete, "completeAutotaskWithTaskfire": false, "hideFinancials": false})
}

#[tokio::test]
async fn both_sides_read_the_state_and_only_an_administrator_of_the_provider_writes_it() {
    let desk = Desk::new().await;
    let (ada, tina, ana, gus) = (
        desk.person("ada").await,
        desk.person("tina").await,
        desk.person("ana").await,
        desk.person("gus").await,
    );
    assert_eq!(
        put(&ada, desk.acme, settings(true)).await.ok()["completeTaskfireWithAutotask"],
        true
    );
    for person in [&tina, &ana] {
        assert_eq!(
            put(person, desk.acme, settings(false)).await.error(),
            (403, "forbidden".to_owned())
        );
        let state = person.get(&format!("companies/{}/taskfire", desk.acme)).await.ok();
        assert_eq!(
            (&state["enabled"], &state["completeTaskfireWithAutotask"]),
            (&json!(true), &json!(true))
        );
        assert_eq!(
            state["intervals"],
            json!([{"from": "2026-11-20T09:00:00Z", "to": null}])
        );
    }
    let invisible = gus.get(&format!("companies/{}/taskfire", desk.acme)).await;
    assert_eq!(invisible.error(), (404, "not_found".to_owned()));
}

#[tokio::test]
async fn the_setting_decides_whether_a_completion_carries_over() {
    let desk = Desk::new().await;
    let (ada, tina, ana) = (
        desk.person("ada").await,
        desk.person("tina").await,
        desk.person("ana").await,
    );
    put(&ada, desk.acme, settings(true)).await.ok();
    let ticket = ana.create(json!({"companyID": desk.acme, "title": "Printer"})).await;
    ana.act(&ticket, "escalate", json!({})).await.ok();
    let completed = tina.act(&ticket, "complete", json!({})).await.ok();
    assert_eq!(completed["carryOver"], "synced");
    assert_eq!(completed["ticket"]["taskfireStatus"], json!(105));
    assert_ne!(completed["ticket"]["closedDate"], json!(null));
}

#[tokio::test]
async fn a_company_whose_taskfire_is_off_has_no_settings_to_write() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let company = desk.operations().create_company("Initech".to_owned()).await.unwrap();
    let refused = put(&ada, company, settings(true)).await;
    assert_eq!(refused.error(), (422, "taskfire_not_enabled".to_owned()));
}

#[tokio::test]
async fn taskfire_is_not_switched_by_writing_its_settings() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let path = format!("companies/{}/taskfire", desk.acme);
    let mut state = ada.get(&path).await.ok();
    state["hideFinancials"] = json!(true);
    put(&ada, desk.acme, state.clone()).await.ok();
    for wanted in [json!(false), json!("no")] {
        let mut other = state.clone();
        (other["enabled"], other["hideFinancials"]) = (wanted, json!(false));
        let refused = put(&ada, desk.acme, other).await;
        assert_eq!(refused.error(), (400, "bad_request".to_owned()));
        assert_eq!(refused.json()["field"], "enabled");
    }
    assert_eq!(ada.get(&path).await.ok(), state);
}
