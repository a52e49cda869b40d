//! Requests that were refused for want of a contract: who is told when there is one, and what is asked for no more.

use super::support::{Scene, TODAY, told};
use crate::support::Person;
use serde_json::{Value as Json, json};
use std::time::Duration;

impl Scene {
    /// Somebody's request is refused.
    async fn refuse(&self, asker: &Person, body: Json) {
        assert_eq!(asker.write("tickets", body).await.code(), "contract_required");
    }

    /// The requests that wait for a contract, as the settings show them.
    async fn refused(&self, reader: &Person) -> Vec<Json> {
        let settings = reader.get("contractSettings").await.ok();
        settings["refused"].as_array().cloned().unwrap_or_default()
    }
}

#[tokio::test]
async fn an_edit_of_an_expired_contract_tells_nobody_that_the_contract_is_there() {
    let scene = Scene::new(true).await;
    let mut fields = json!({"name": "Over", "start": TODAY, "end": TODAY, "isApproved": true});
    let body = json!({"kind": "subscription", "scope": "org_unit", "fields": fields});
    let path = format!("companies/{}/contracts", scene.desk.acme);
    let over = scene.ada.write(&path, body).await.ok();
    scene.desk.clock.advance(Duration::from_secs(2 * 24 * 60 * 60));
    let (ada, tina) = (scene.desk.person("ada").await, scene.desk.person("tina").await);
    scene.refuse(&tina, scene.request("Secret wedding")).await;
    fields["name"] = json!("Over since Friday");
    let edited = ada.put(&format!("contracts/{}", over["id"]), fields.clone()).await;
    edited.ok();
    assert_eq!(told(&tina, "contract_made").await, [] as [Json; 0]);
    assert_eq!(scene.refused(&ada).await.len(), 1, "it still waits");
    fields["end"] = json!("2026-12-31");
    let longer = ada.put(&format!("contracts/{}", over["id"]), fields).await;
    longer.ok();
    assert_eq!(told(&tina, "contract_made").await.len(), 1);
    assert_eq!(scene.refused(&ada).await, [] as [Json; 0]);
    tina.create(scene.request("Secret wedding")).await;
}

#[tokio::test]
async fn a_contract_that_is_still_to_start_answers_because_the_request_is_taken_and_held() {
    let scene = Scene::new(true).await;
    scene.refuse(&scene.tina, scene.request("Waits")).await;
    scene.contract("2026-12-01", true).await;
    assert_eq!(told(&scene.tina, "contract_made").await.len(), 1);
    let ticket = scene.tina.create(scene.request("Waits")).await;
    assert!(scene.is_held(&ticket).await);
}

#[tokio::test]
async fn a_refused_request_that_is_created_with_a_contract_of_its_own_is_asked_for_no_more() {
    let scene = Scene::new(true).await;
    let itemless = json!({"companyID": scene.desk.acme, "title": "Another"});
    scene.refuse(&scene.tina, scene.request("Secret wedding")).await;
    scene.refuse(&scene.tina, itemless).await;
    scene.covered(json!({"form": "per_request"})).await;
    let asked = scene.refused(&scene.ada).await;
    assert_eq!(asked.len(), 1, "what names no item is another request: {asked:?}");
    assert_eq!(asked[0]["item"], Json::Null);
    let created = told(&scene.tina, "request_created").await;
    assert_eq!(created, [json!({"actor": "Ada Lund", "text": "Acme (Plotter)"})]);
    assert_eq!(
        told(&scene.tina, "contract_made").await,
        [] as [Json; 0],
        "it covers no second request"
    );
}

#[tokio::test]
async fn a_refused_reopening_is_told_of_the_contract_that_was_made_for_its_request() {
    let scene = Scene::new(true).await;
    let ticket = scene.covered(json!({"form": "per_request"})).await;
    scene
        .tina
        .act(&ticket, "complete", json!({"resolution": "Done"}))
        .await
        .ok();
    let refused = scene.tina.act(&ticket, "reopen", json!({})).await;
    assert_eq!(refused.code(), "contract_required");
    scene.desk.clock.advance(Duration::from_secs(24 * 60 * 60));
    let (ada, tina) = (scene.desk.person("ada").await, scene.desk.person("tina").await);
    let path = format!("tickets/{}/contract", ticket["id"]);
    ada.write(&path, json!({"form": "per_request"})).await.ok();
    assert_eq!(told(&tina, "contract_made").await.len(), 1);
    assert_eq!(scene.refused(&ada).await, [] as [Json; 0]);
    tina.act(&ticket, "reopen", json!({})).await.ok();
}

#[tokio::test]
async fn nothing_is_asked_for_once_requests_need_no_contract() {
    let scene = Scene::new(true).await;
    scene.refuse(&scene.tina, scene.request("Secret wedding")).await;
    for is_active in [false, true] {
        let switch = json!({"isActive": is_active});
        scene.ada.put("contracts/validation", switch).await.ok();
        assert_eq!(scene.refused(&scene.ada).await, [] as [Json; 0]);
    }
    assert_eq!(told(&scene.tina, "contract_made").await, [] as [Json; 0]);
    let told_once = told(&scene.tina, "contract_not_required").await;
    assert_eq!(told_once, [json!({"actor": "", "text": "Acme (Plotter)"})]);
    scene.refuse(&scene.tina, scene.request("Secret wedding")).await;
    assert_eq!(
        told(&scene.ada, "contract_wanted").await.len(),
        2,
        "it is asked for anew"
    );
}

#[tokio::test]
async fn hundreds_of_old_refusals_hide_no_new_one() {
    let scene = Scene::new(true).await;
    let (acme, tina) = (scene.desk.acme.0, scene.desk.id("tina").await.number());
    let old = scene.desk.operations().write(move |writing| {
        for contact in 10_000..10_600_i64 {
            writing.execute(
                "INSERT INTO refused_request (company_id, contact_id, person_kind, person_id, at)
                 VALUES (?1, ?2, 'resource', ?3, ?4)",
                (acme, contact, tina, writing.at().millis()),
            )?;
        }
        Ok(())
    });
    old.await.unwrap();
    scene.refuse(&scene.tina, scene.request("Secret wedding")).await;
    let shown = scene.refused(&scene.ada).await;
    assert_eq!(shown[0]["item"]["name"], "Plotter", "the newest first");
    scene.contract(TODAY, true).await;
    let made = told(&scene.tina, "contract_made").await;
    assert_eq!(made.len(), 1);
    assert_eq!(made[0]["text"], "Acme (Plotter)");
}
