//! Accepting the agreement: both boxes, the newest version, once; and what is kept of it.

use crate::support::{Answer, Desk, Person, accept_agreement};
use reqwest::Method;
use serde_json::{Value as Json, json};
use tandem::base::ids::{ChangeId, CompanyId, Ids, UniqueIds};
use tandem::base::{Date, Language};
use tandem::sentences::Sentences;
use tandem::server::operations::OperationError;
use tandem::server::store::agreements::Text;

async fn accept_as(person: &Person, key: ChangeId, company: CompanyId, body: Json) -> Answer {
    person
        .write_as(key, &format!("companies/{company}/taskfire/accept"), body)
        .await
}

async fn accept(person: &Person, company: CompanyId, body: Json) -> Answer {
    accept_as(person, UniqueIds.change(), company, body).await
}

fn boxes(version: u32, terms_accepted: bool, is_entitled: bool) -> Json {
    json!({"version": version, "language": "de", "termsAccepted": terms_accepted, "isEntitled": is_entitled})
}

async fn client(desk: &Desk, name: &str) -> CompanyId {
    desk.operations().create_company(name.to_owned()).await.unwrap()
}

async fn setup(person: &Person, company: CompanyId) -> Json {
    person.get(&format!("companies/{company}/setup")).await.ok()
}

fn text(published: &str, text: &str) -> Text {
    Text {
        language: "en".to_owned(),
        published: Date::parse(published).unwrap(),
        text: text.to_owned(),
        boxes: ["I have read it", "I am entitled"].map(str::to_owned),
    }
}

#[tokio::test]
async fn accepting_stores_what_was_read_and_enables_taskfire() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let company = client(&desk, "Initech").await;
    let before = setup(&ada, company).await;
    assert_eq!(
        (&before["isTaskfireActive"], &before["canEnable"]),
        (&json!(false), &json!(true))
    );
    assert_eq!(
        (&before["settings"], &before["acknowledgement"]),
        (&Json::Null, &Json::Null)
    );
    let read = ada.get("agreement?language=de").await.ok();
    assert_eq!((&read["version"], &read["language"]), (&json!(2), &json!("de")));
    assert_eq!(read["published"], "2026-09-01");
    let stored = accept(&ada, company, boxes(2, true, true)).await.ok();
    assert_eq!(stored["isTaskfireActive"], true);
    assert_eq!(stored["digest"], read["digest"]);
    let kept = ada.get(&format!("companies/{company}/acknowledgements")).await.ok();
    assert_eq!(kept.as_array().unwrap().len(), 1);
    assert_eq!(kept[0]["agreement"], read);
    assert_eq!(
        (
            &kept[0]["resourceName"],
            &kept[0]["companyName"],
            &kept[0]["at"],
            &kept[0]["timeZone"]
        ),
        (
            &json!("Ada Lund"),
            &json!("Initech"),
            &json!("2026-11-20T09:00:00Z"),
            &json!("UTC")
        )
    );
    let after = setup(&ada, company).await;
    assert_eq!(
        after["settings"],
        json!({"completeTaskfireWithAutotask": false,
        "completeAutotaskWithTaskfire": false, "hideFinancials": false})
    );
    assert_eq!(after["missing"], json!(["no_taskfire_user"]));
    let states: Vec<_> = after["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| step["state"].clone())
        .collect();
    assert_eq!(
        json!(states),
        json!(["optional", "done", "optional", "open", "unavailable", "optional"])
    );
}

#[tokio::test]
async fn nothing_happens_without_both_boxes_or_with_an_outdated_version() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let company = client(&desk, "Initech").await;
    for (terms, entitled) in [(false, false), (true, false), (false, true)] {
        let refused = accept(&ada, company, boxes(2, terms, entitled)).await;
        assert_eq!(refused.error(), (422, "both_boxes_required".to_owned()));
    }
    let next = vec![text("2026-11-19", "1  Only\n\nThis.\n")];
    desk.operations().publish_agreement(3, next).await.unwrap();
    let refused = accept(&ada, company, boxes(2, true, true)).await;
    assert_eq!(refused.error(), (422, "agreement_outdated".to_owned()));
    assert!(
        refused.json()["message"].as_str().unwrap().contains('3'),
        "{}",
        refused.text
    );
    let after = setup(&ada, company).await;
    assert_eq!(
        (&after["isTaskfireActive"], &after["acknowledgements"]),
        (&json!(false), &json!(0))
    );
    accept(&ada, company, boxes(3, true, true)).await.ok();
}

#[tokio::test]
async fn what_the_boxes_say_is_accepted_and_kept_with_the_text() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let company = client(&desk, "Initech").await;
    let read = ada.get("agreement?language=en").await.ok();
    let boxes: Vec<_> = read["boxes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|said| said.as_str().unwrap())
        .collect();
    assert!(boxes[0].contains("accept") && boxes[1].contains("licence"), "{boxes:?}");
    let accepted = format!(
        "{}\n[ ] {}\n[ ] {}\n",
        read["text"].as_str().unwrap(),
        boxes[0],
        boxes[1]
    );
    assert_eq!(read["digest"], tandem::base::secret::digest(accepted.as_bytes()));
    accept(&ada, company, boxes_ticked(2)).await.ok();
    let kept = ada.get(&format!("companies/{company}/acknowledgements")).await.ok();
    assert_eq!(
        kept[0]["agreement"]["boxes"],
        ada.get("agreement?language=de").await.ok()["boxes"]
    );
}

fn boxes_ticked(version: u32) -> Json {
    boxes(version, true, true)
}

#[tokio::test]
async fn a_version_has_one_day_in_every_language() {
    let desk = Desk::new().await;
    let german = Text {
        language: "de".to_owned(),
        ..text("2026-11-20", "1  Nur\n\nDies.\n")
    };
    let texts = vec![text("2026-11-19", "1  Only\n\nThis.\n"), german];
    let refused = desk.operations().publish_agreement(3, texts).await.unwrap_err();
    assert!(refused.to_string().contains("2026-11-19") && refused.to_string().contains("2026-11-20"));
    let ada = desk.person("ada").await;
    assert_eq!(ada.get("agreement").await.ok()["version"], 2);
}

#[tokio::test]
async fn taskfire_is_not_enabled_while_the_portal_is_off_for_the_instance() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let company = client(&desk, "Initech").await;
    let off = json!({"feature": "portal", "isActive": false});
    ada.put("instance/features", off).await.ok();
    let setup = setup(&ada, company).await;
    assert_eq!(
        (&setup["canEnable"], &setup["missing"]),
        (&json!(false), &json!(["portal_inactive"]))
    );
    let refused = accept(&ada, company, boxes(2, true, true)).await;
    assert_eq!(refused.error(), (422, "feature_inactive".to_owned()));
}

#[tokio::test]
async fn two_administrators_at_once_leave_one_acknowledgement() {
    let desk = Desk::new().await;
    let (ada, again) = (desk.person("ada").await, desk.person("ada").await);
    let company = client(&desk, "Initech").await;
    let (first, second) = tokio::join!(
        accept(&ada, company, boxes(2, true, true)),
        accept(&again, company, boxes(2, true, true))
    );
    let mut statuses = [first.status, second.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 422]);
    let refused = if first.status == 422 { first } else { second };
    assert_eq!(refused.error(), (422, "taskfire_already_enabled".to_owned()));
    assert_eq!(setup(&ada, company).await["acknowledgements"], 1);
    let own = accept(&ada, CompanyId(0), boxes(2, true, true)).await.ok();
    assert_eq!(own["isTaskfireActive"], true);
}

#[tokio::test]
async fn the_same_key_gets_the_same_answer_after_a_restart() {
    let mut desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let company = client(&desk, "Initech").await;
    let key = UniqueIds.change();
    let first = accept_as(&ada, key, company, boxes(2, true, true)).await;
    first.ok();
    desk.restart().await;
    let again = accept_as(&ada, key, company, boxes(2, true, true)).await;
    assert_eq!((again.status, again.text), (first.status, first.text));
    assert_eq!(setup(&ada, company).await["acknowledgements"], 1);
    let other = accept_as(&ada, key, company, boxes(2, true, false)).await;
    assert_eq!(other.error(), (409, "key_reused".to_owned()));
}

#[tokio::test]
async fn neither_an_acknowledgement_nor_an_agreement_can_be_changed_or_deleted() {
    let desk = Desk::new().await;
    for table in ["acknowledgement", "agreement", "audit_entry", "level_history"] {
        for statement in [
            format!("DELETE FROM {table}"),
            format!("UPDATE {table} SET rowid = rowid"),
        ] {
            let statement = match table {
                // Without row numbers of its own.
                "agreement" => statement.replace("rowid = rowid", "text = ''"),
                _ => statement.replace("rowid = rowid", "id = id"),
            };
            let shown = statement.clone();
            let tried = desk
                .operations()
                .write(move |writing| Ok(writing.execute_batch(&statement)?))
                .await;
            assert!(matches!(tried, Err(OperationError::Store(_))), "{shown}");
        }
    }
}

#[tokio::test]
async fn only_the_next_version_is_published_and_a_published_one_stays() {
    let desk = Desk::new().await;
    let publish = |version, texts| desk.operations().publish_agreement(version, texts);
    let english = Sentences::new(Language::English);
    let said = |result: Result<(), OperationError>| result.unwrap_err().said(&english);
    assert!(said(publish(5, vec![text("2026-12-01", "Later\n")]).await).contains("next version is 3"));
    assert!(said(publish(2, vec![text("2026-09-01", "Another\n")]).await).contains("published already"));
    let german = Text {
        language: "de".to_owned(),
        ..text("2026-12-01", "Nur deutsch\n")
    };
    assert!(said(publish(3, vec![german]).await).contains("English"));
    publish(3, vec![text("2026-12-01", "Coming\n")]).await.unwrap();
    publish(3, vec![text("2026-12-01", "Coming\n")]).await.unwrap();
    // Its day has not come yet.
    let ada = desk.person("ada").await;
    assert_eq!(ada.get("agreement").await.ok()["version"], 2);
    desk.clock.advance(std::time::Duration::from_secs(12 * 24 * 60 * 60));
    let ada = desk.person("ada").await;
    let newest = ada.get("agreement?language=es").await.ok();
    assert_eq!((&newest["version"], &newest["language"]), (&json!(3), &json!("en")));
}

#[tokio::test]
async fn the_portal_stays_on_while_taskfire_is_on() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let switch = async |company: CompanyId, is_active: bool| {
        let request = ada.request(Method::PUT, &format!("companies/{company}/portal"));
        let key = UniqueIds.change().to_string();
        ada.send(
            request
                .json(&json!({"isActive": is_active}))
                .header("idempotency-key", key),
        )
        .await
    };
    let refused = switch(desk.acme, false).await;
    assert_eq!(refused.error(), (422, "disable_taskfire_first".to_owned()));
    let company = client(&desk, "Initech").await;
    switch(company, false).await.ok();
    assert_eq!(setup(&ada, company).await["isPortalActive"], false);
    switch(company, true).await.ok();
    assert_eq!(setup(&ada, company).await["isPortalActive"], true);
    switch(CompanyId(0), false).await.ok();
    accept_agreement(desk.operations(), CompanyId(0)).await;
    assert_eq!(
        switch(CompanyId(0), false).await.error(),
        (422, "disable_taskfire_first".to_owned())
    );
}

#[tokio::test]
async fn what_was_agreed_on_beforehand_is_kept_and_shown() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let company = client(&desk, "Initech").await;
    let write = async |body: Json| {
        let request = ada.request(Method::PUT, &format!("companies/{company}/preparation"));
        let key = UniqueIds.change().to_string();
        ada.send(request.json(&body).header("idempotency-key", key)).await
    };
    let mut points = json!({"workFlow": "Mornings: them", "responsibilities": "Servers: us",
        "requestTypes": "Printers: them", "escalationPath": ""});
    write(points.clone()).await.ok();
    let step = async || setup(&ada, company).await["steps"][0]["state"].clone();
    assert_eq!(setup(&ada, company).await["preparation"], points);
    assert_eq!(step().await, "open");
    points["escalationPath"] = json!("By escalation");
    write(points).await.ok();
    assert_eq!(step().await, "done");
    let long = json!({"workFlow": "x".repeat(4001), "responsibilities": "", "requestTypes": "", "escalationPath": ""});
    assert_eq!(write(long).await.error(), (422, "out_of_range".to_owned()));
}

#[tokio::test]
async fn companies_are_listed_as_a_tree_with_what_is_missing() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let initech = client(&desk, "Ïnitech").await;
    accept_agreement(desk.operations(), initech).await;
    let list = async |query: &str| {
        let page = ada.get(&format!("portalCompanies?{query}")).await.ok();
        let items = page["items"].as_array().unwrap().clone();
        items
            .iter()
            .map(|item| item["name"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(list("").await, ["Acme", "Globex", "Ïnitech", "Northwind"]);
    assert_eq!(list("search=INI").await, ["Ïnitech"]);
    assert_eq!(list("filter=incomplete").await, ["Ïnitech"]);
    assert_eq!(list("filter=without_taskfire").await, ["Northwind"]);
    let acme = ada.get("portalCompanies?search=acme").await.ok()["items"][0].clone();
    assert_eq!((&acme["licences"], &acme["missing"]), (&json!(2), &json!([])));
    let tina = desk.person("tina").await;
    assert_eq!(tina.get("portalCompanies").await.error(), (403, "forbidden".to_owned()));
}
