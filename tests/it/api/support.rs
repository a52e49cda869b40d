//! Prepaid support over HTTP: activation, requests that need a contract, held requests, what time is debited.

use crate::support::{Desk, Person};
use reqwest::Method;
use serde_json::{Value as Json, json};
use std::time::Duration;
use tandem::base::ids::CompanyId;
use tandem::entities::{CONFIGURATION_ITEM, Row};

/// The desk's first day.
pub const TODAY: &str = "2026-11-20";

/// A desk whose contracts are active, with an item of Acme's.
pub struct Scene {
    pub desk: Desk,
    pub ada: Person,
    pub tina: Person,
    pub item: i64,
}

impl Scene {
    pub async fn new(validation: bool) -> Self {
        let desk = Desk::new().await;
        let (ada, tina) = (desk.person("ada").await, desk.person("tina").await);
        let item = item(&desk, desk.acme, "Plotter").await;
        let option = json!({"timeExpiredOption": "rollover"});
        ada.write("contracts/activate", option).await.ok();
        let on = json!({"isActive": validation});
        ada.put("contracts/validation", on).await.ok();
        Self { desk, ada, tina, item }
    }

    pub fn request(&self, title: &str) -> Json {
        json!({"companyID": self.desk.acme, "title": title, "configurationItemID": self.item})
    }

    /// A request of the item's, with a new contract.
    pub async fn covered(&self, contract: Json) -> Json {
        let mut body = self.request("Covered");
        body["newContract"] = contract;
        self.ada.create(body).await
    }

    /// Ten hours for the item from a day on.
    pub async fn contract(&self, start: &str, is_approved: bool) -> i64 {
        let fields = json!({"name": "Care", "start": start, "end": null, "isApproved": is_approved, "minutes": 600});
        let body = json!({"kind": "support_hours", "scope": {"item": self.item}, "fields": fields});
        let path = format!("companies/{}/contracts", self.desk.acme);
        let made = self.ada.write(&path, body).await.ok();
        made["id"].as_i64().expect("a contract")
    }

    /// Care for all of Acme from a day on.
    pub async fn contract_of_all(&self, start: &str) -> i64 {
        let fields = json!({"name": "All", "start": start, "end": "2027-12-31", "isApproved": true});
        let body = json!({"kind": "subscription", "scope": "org_unit", "fields": fields});
        let path = format!("companies/{}/contracts", self.desk.acme);
        let made = self.ada.write(&path, body).await.ok();
        made["id"].as_i64().expect("a contract")
    }

    pub async fn minutes(&self, contract: &Json) -> Json {
        self.tina.get(&format!("contracts/{contract}")).await.ok()["minutesUsed"].clone()
    }

    pub async fn is_held(&self, ticket: &Json) -> bool {
        let row = self.tina.get(&format!("tickets/{}", ticket["id"])).await.ok();
        row["isHeldForContract"] == json!(true)
    }
}

pub async fn item(desk: &Desk, company: CompanyId, name: &str) -> i64 {
    let mut row = Row::new(&CONFIGURATION_ITEM);
    row.set("companyID", company.0);
    row.set("referenceTitle", name);
    row.set("isActive", true);
    let wrote = desk
        .operations()
        .write(move |writing| Ok(writing.insert(&mut row.clone())?));
    wrote.await.unwrap()
}

pub fn time(minutes: i64) -> Json {
    json!({"workedOn": TODAY, "minutes": minutes})
}

/// The events that somebody was notified of, with their words.
pub async fn told(person: &Person, event: &str) -> Vec<Json> {
    let all = person.get("notifications").await.ok();
    let items = all["items"].as_array().cloned().unwrap_or_default();
    let of_event = items.into_iter().filter(|item| item["event"] == event);
    of_event
        .map(|item| serde_json::from_str(item["parameters"].as_str().unwrap()).unwrap())
        .collect()
}

#[tokio::test]
async fn two_administrators_activate_at_once_and_one_is_told_that_it_is_done() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let option = |option: &str| json!({"timeExpiredOption": option});
    let (one, other) = tokio::join!(
        ada.write("contracts/activate", option("rollover")),
        ada.write("contracts/activate", option("ignore")),
    );
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 422]);
    let refused = if one.status == 422 { &one } else { &other };
    assert_eq!(refused.code(), "contracts_active");
    let settings = ada.get("contractSettings").await.ok();
    assert_eq!(
        (&settings["isActive"], &settings["requiresContract"]),
        (&json!(true), &json!(false))
    );
}

#[tokio::test]
async fn an_item_is_given_to_a_company_or_one_of_its_people_and_to_nobody_elses() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let path = format!("items/{}/owner", item(&desk, CompanyId(0), "Plotter").await);
    let (bob, gus) = (desk.id("bob").await.number(), desk.id("gus").await.number());
    for (owner, field) in [
        (json!({"companyID": 0}), "companyID"),
        (json!({"companyID": 99_999}), "companyID"),
        (json!({"companyID": desk.acme, "contactID": gus}), "contactID"),
    ] {
        let answer = ada.put(&path, owner).await;
        assert_eq!(
            (answer.error(), &answer.json()["field"]),
            ((422, "not_usable".to_owned()), &json!(field))
        );
    }
    let listed = ada.get("contractSettings").await.ok()["itemsWithoutOwner"].clone();
    assert_eq!(listed[0]["name"], "Plotter");
    let given = ada
        .put(&path, json!({"companyID": desk.acme, "contactID": bob}))
        .await
        .ok();
    assert_eq!((&given["company"], &given["contact"]), (&json!(desk.acme), &json!(bob)));
    let elsewhere = ada.put(&path, json!({"companyID": desk.globex})).await;
    assert_eq!(elsewhere.code(), "not_usable", "it is Acme's");
    assert_eq!(ada.get("contractSettings").await.ok()["itemsWithoutOwner"], json!([]));
}

#[tokio::test]
async fn a_refused_request_is_asked_for_once_with_nothing_of_it_and_answered_when_the_contract_is_made() {
    let scene = Scene::new(true).await;
    for _ in 0..2 {
        let refused = scene.tina.write("tickets", scene.request("Secret wedding")).await;
        assert_eq!(refused.error(), (422, "contract_required".to_owned()));
        let details = json!({"offers": ["per_request", "per_item"], "taker": "administrators"});
        assert_eq!(refused.json()["details"], details);
    }
    let asked = told(&scene.ada, "contract_wanted").await;
    assert_eq!(
        asked,
        [json!({"actor": "Tina Lund", "text": "Acme (Plotter)"})],
        "N13, once"
    );
    let refused = scene.ada.get("contractSettings").await.ok()["refused"].clone();
    assert_eq!(
        (&refused[0]["person"], &refused[0]["item"]["name"]),
        (&json!("Tina Lund"), &json!("Plotter"))
    );
    assert_eq!(refused.as_array().map(Vec::len), Some(1));
    let own = scene.ada.write("tickets", scene.request("x")).await;
    assert_eq!(own.json()["details"]["taker"], "you");

    let mut body = scene.request("Together");
    body["newContract"] = json!({"form": "subscription"});
    assert_eq!(
        scene.tina.write("tickets", body.clone()).await.error(),
        (403, "forbidden".to_owned())
    );
    assert_eq!(told(&scene.tina, "contract_made").await, [] as [Json; 0]);
    let together = scene.ada.create(body).await;
    assert_eq!(told(&scene.tina, "contract_made").await.len(), 1);
    let again = scene.tina.create(scene.request("Secret wedding")).await;
    assert_eq!(again["contractID"], together["contractID"]);
    assert_eq!(scene.ada.get("contractSettings").await.ok()["refused"], json!([]));
}

#[tokio::test]
async fn a_refused_escalation_leaves_the_ticket_private() {
    let scene = Scene::new(true).await;
    let bea = scene.desk.person("bea").await;
    let ticket = bea.create(scene.request("Secret wedding")).await;
    let refused = bea.act(&ticket, "escalate", json!({})).await;
    assert_eq!(refused.code(), "contract_required");
    let asked = told(&scene.ada, "contract_wanted").await;
    assert_eq!(asked, [json!({"actor": "Bea Sosa", "text": "Acme (Plotter)"})]);
    assert_eq!(
        scene.ada.get(&format!("tickets/{}", ticket["id"])).await.status,
        404,
        "D-41"
    );
    scene.covered(json!({"form": "subscription"})).await;
    assert_eq!(told(&bea, "contract_made").await.len(), 1);
    let escalated = bea.act(&ticket, "escalate", json!({})).await.ok();
    assert_eq!(escalated["ticket"]["holder"], "autotask");
}

#[tokio::test]
async fn a_held_request_takes_notes_until_its_contract_is_approved() {
    let scene = Scene::new(true).await;
    let contract = scene.contract(TODAY, false).await;
    let ticket = scene.tina.create(scene.request("Waits")).await;
    assert_eq!(
        (&ticket["contractID"], &ticket["isHeldForContract"]),
        (&json!(contract), &json!(true))
    );
    assert_eq!(told(&scene.ada, "held_for_contract").await.len(), 1, "N13");
    for (act, body) in [
        ("time", time(15)),
        ("status", json!({"status": 8})),
        ("complete", json!({"resolution": ""})),
    ] {
        let answer = scene.tina.act(&ticket, act, body).await;
        assert_eq!(answer.error(), (422, "request_held".to_owned()), "{act}");
    }
    let note = json!({"audience": "public", "text": "We wait."});
    scene.tina.act(&ticket, "note", note).await.ok();
    let path = format!("contracts/{contract}/approve");
    assert_eq!(scene.tina.write(&path, json!({})).await.status, 403);
    let approved = scene.ada.write(&path, json!({})).await.ok();
    assert_eq!(
        (&approved["state"], &approved["released"]),
        (&json!("active"), &json!([ticket["id"]]))
    );
    scene.tina.act(&ticket, "time", time(15)).await.ok();
    assert_eq!(scene.minutes(&json!(contract)).await, 15);
    // What was paid for stays paid: its approval can't be taken away any more.
    let fields = json!({"name": "Care", "start": TODAY, "end": null, "isApproved": false, "minutes": 600});
    let refused = scene.ada.put(&format!("contracts/{contract}"), fields).await;
    assert_eq!(refused.error(), (422, "units_on_contract".to_owned()));
    assert_eq!(scene.minutes(&json!(contract)).await, 15);
}

#[tokio::test]
async fn a_server_that_starts_on_a_later_day_starts_the_contracts_of_that_day() {
    let mut scene = Scene::new(true).await;
    scene.contract("2026-11-21", true).await;
    let ticket = scene.tina.create(scene.request("Waits")).await;
    assert!(scene.is_held(&ticket).await);
    let mut feed = scene.tina.follow(None).await;
    let place = feed.next().await.unwrap().place;
    scene.desk.stop().await;
    scene.desk.clock.advance(Duration::from_secs(15 * 60 * 60));
    scene.desk.start().await;
    let tina = scene.desk.person("tina").await;
    let mut feed = tina.follow(Some(place)).await;
    let event = feed.next().await.unwrap();
    assert_eq!(event.short(), format!("changed Ticket {}", ticket["id"]));
    assert_eq!(
        event.data["row"]["isHeldForContract"],
        json!(false),
        "midnight in the provider's zone is over"
    );
}

#[tokio::test]
async fn the_same_day_twice_changes_nothing_more() {
    let scene = Scene::new(false).await;
    let ticket = scene.covered(json!({"form": "support_hours", "minutes": 60})).await;
    scene.contract("2026-11-21", true).await;
    scene.tina.act(&ticket, "time", time(90)).await.ok();
    scene.desk.clock.advance(Duration::from_secs(15 * 60 * 60));
    let tina = scene.desk.person("tina").await;
    let path = format!("tickets/{}/coverage", ticket["id"]);
    assert_eq!(tina.get(&path).await.ok()["logged"]["waiting"], 30);
    scene.desk.operations().tick().await.unwrap();
    assert_eq!(tina.get(&path).await.ok()["logged"]["waiting"], 0);
    let mut feed = tina.follow(None).await;
    let place = feed.next().await.unwrap().place;
    scene.desk.operations().tick().await.unwrap();
    let mut feed = tina.follow(None).await;
    assert_eq!(feed.next().await.unwrap().place, place);
}

#[tokio::test]
async fn a_pending_contract_that_is_enabled_starts_today_unless_another_is_in_the_way() {
    let scene = Scene::new(false).await;
    let first = scene
        .covered(json!({"form": "subscription", "end": "2026-12-31"}))
        .await;
    let next = scene.contract("2027-01-01", true).await;
    let enable = format!("contracts/{next}/enable");
    let refused = scene.ada.write(&enable, json!({})).await;
    assert_eq!(refused.code(), "contracts_overlap", "LTX-05");
    assert!(
        refused.json()["message"]
            .as_str()
            .unwrap()
            .contains("Support subscription")
    );
    let path = format!("contracts/{}/enable", first["contractID"]);
    assert_eq!(
        scene.ada.write(&path, json!({})).await.ok()["state"],
        "active",
        "it is already"
    );
    let nothing = scene.ada.write("contracts/99999/enable", json!({})).await;
    assert_eq!(nothing.status, 404);
}

#[tokio::test]
async fn a_contract_for_one_request_ends_with_it_and_another_lets_it_be_reopened() {
    let scene = Scene::new(true).await;
    let ticket = scene.covered(json!({"form": "per_request", "name": "Just this"})).await;
    let contract = ticket["contractID"].clone();
    scene.tina.act(&ticket, "time", time(30)).await.ok();
    scene
        .tina
        .act(&ticket, "complete", json!({"resolution": "Done"}))
        .await
        .ok();
    let row = scene.tina.get(&format!("contracts/{contract}")).await.ok();
    assert_eq!(
        json!([
            row["endDate"],
            row["ticketID"],
            row["contractType"],
            row["contractName"],
            row["minutesUsed"]
        ]),
        json!(["2026-11-20T00:00:00Z", ticket["id"], 8, "Just this", 30])
    );
    let next = scene.tina.write("tickets", scene.request("Next")).await;
    assert_eq!(next.code(), "contract_required", "it covers only its own");
    assert_eq!(
        scene.tina.act(&ticket, "reopen", json!({})).await.code(),
        "contract_required",
        "it ended when the request closed, however early in the day"
    );
    scene.desk.clock.advance(Duration::from_secs(24 * 60 * 60));
    let (ada, tina) = (scene.desk.person("ada").await, scene.desk.person("tina").await);
    assert_eq!(
        tina.act(&ticket, "reopen", json!({})).await.code(),
        "contract_required",
        "D-27"
    );
    let path = format!("tickets/{}/contract", ticket["id"]);
    let body = json!({"form": "per_request"});
    assert_eq!(tina.write(&path, body.clone()).await.status, 403);
    let made = ada.write(&path, body).await.ok();
    let reopened = tina.act(&ticket, "reopen", json!({})).await.ok();
    assert_eq!(reopened["ticket"]["contractID"], made["id"]);
}

#[tokio::test]
async fn what_two_people_log_at_once_is_debited_once_each_and_never_beyond_the_hours() {
    let scene = Scene::new(false).await;
    let ticket = scene.covered(json!({"form": "support_hours", "minutes": 60})).await;
    let theo = scene.desk.person("theo").await;
    let (one, other) = tokio::join!(
        scene.tina.act(&ticket, "time", time(50)),
        theo.act(&ticket, "time", time(50)),
    );
    let entries = [one.ok()["timeEntries"][0].take(), other.ok()["timeEntries"][0].take()];
    let sum = |field: &str| entries.iter().filter_map(|entry| entry[field].as_i64()).sum::<i64>();
    assert_eq!(
        (sum("coveredMinutes"), sum("uncoveredMinutes"), sum("carriedMinutes")),
        (60, 40, 40)
    );
    assert_eq!(scene.minutes(&ticket["contractID"]).await, 60);
}

#[tokio::test]
async fn the_ticket_says_what_is_covered_before_and_after_to_the_providers_people_only() {
    let scene = Scene::new(false).await;
    let ticket = scene.covered(json!({"form": "support_hours", "minutes": 60})).await;
    let path = format!("tickets/{}/coverage", ticket["id"]);
    let planned = scene.tina.get(&format!("{path}?minutes=90&day={TODAY}")).await.ok();
    assert_eq!(
        planned["planned"],
        json!({"covered": 60, "uncovered": 30, "carried": 30, "waiting": 30})
    );
    assert_eq!(
        (&planned["logged"]["covered"], &planned["contract"]["left"]),
        (&json!(0), &json!(60))
    );
    let before = scene.tina.get(&format!("{path}?minutes=90&day=2026-11-19")).await.ok();
    assert_eq!(before["planned"]["covered"], 0, "before its start");
    scene.tina.act(&ticket, "time", time(90)).await.ok();
    let logged = scene.tina.get(&path).await.ok();
    assert_eq!(logged["logged"], planned["planned"]);
    assert_eq!(logged["contract"]["state"], "expired");
    for name in ["ana", "bea", "mia", "bob", "gus"] {
        let answer = scene.desk.person(name).await.get(&path).await;
        assert_eq!(answer.error(), (403, "forbidden".to_owned()), "{name}");
    }
    for (asked, status) in [("?minutes=1441", 422), ("?minutes=-1", 422), ("?day=tomorrow", 400)] {
        assert_eq!(
            scene.tina.get(&format!("{path}{asked}")).await.status,
            status,
            "{asked}"
        );
    }
}

#[tokio::test]
async fn time_without_a_contract_is_uncovered_and_the_clients_is_neither() {
    let scene = Scene::new(false).await;
    let bea = scene.desk.person("bea").await;
    let ticket = bea.create(scene.request("Shared")).await;
    bea.act(&ticket, "escalate", json!({})).await.ok();
    let provider = scene.tina.act(&ticket, "time", time(20)).await.ok()["timeEntries"][0].take();
    assert_eq!(
        (&provider["coveredMinutes"], &provider["uncoveredMinutes"]),
        (&json!(0), &json!(20))
    );
    let client = bea.act(&ticket, "time", time(10)).await.ok()["timeEntries"][0].take();
    assert_eq!(
        (&client["coveredMinutes"], &client["uncoveredMinutes"]),
        (&Json::Null, &Json::Null)
    );
}

#[tokio::test]
async fn bad_input_about_contracts_and_time_has_its_answer() {
    let scene = Scene::new(true).await;
    let with = |contract: Json| {
        let mut body = scene.request("x");
        body["newContract"] = contract;
        body
    };
    for (contract, error) in [
        (
            json!({"form": "subscription", "start": "2026-12-01", "end": "2026-11-30"}),
            (422, "ends_before_start"),
        ),
        (json!({"form": "support_hours"}), (422, "required")),
        (json!({"form": "support_hours", "minutes": 0}), (422, "out_of_range")),
        (
            json!({"form": "support_hours", "minutes": 6_000_001}),
            (422, "out_of_range"),
        ),
        (json!({"form": "subscription", "minutes": 5}), (422, "not_usable")),
        (json!({"form": "forever"}), (400, "bad_request")),
        (json!({"form": "subscription", "colour": "red"}), (400, "bad_request")),
    ] {
        let answer = scene.ada.write("tickets", with(contract.clone())).await;
        assert_eq!(answer.error(), (error.0, error.1.to_owned()), "{contract}");
    }
    let itemless = json!({"companyID": scene.desk.acme, "title": "x", "newContract": {"form": "subscription"}});
    assert_eq!(scene.ada.write("tickets", itemless).await.code(), "required");
    let ticket = scene.covered(json!({"form": "subscription"})).await;
    let second = scene
        .ada
        .write("tickets", with(json!({"form": "support_hours", "minutes": 60})))
        .await;
    assert_eq!(second.code(), "contracts_overlap");

    for (body, code) in [
        (json!({"workedOn": "2026-11-22", "minutes": 30}), "time_in_future"),
        (json!({"workedOn": TODAY, "minutes": 30 * 60}), "out_of_range"),
    ] {
        assert_eq!(scene.tina.act(&ticket, "time", body).await.code(), code);
    }
    scene.tina.act(&ticket, "time", time(1400)).await.ok();
    let full = scene.tina.act(&ticket, "time", time(41)).await;
    assert_eq!(full.code(), "day_full");
    assert!(full.json()["message"].as_str().unwrap().contains("40"), "{}", full.text);
    scene.tina.act(&ticket, "time", time(40)).await.ok();
}

#[tokio::test]
async fn validation_is_of_no_use_before_contracts_are_active() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let answer = ada
        .administer(Method::PUT, "contracts/validation", json!({"isActive": true}))
        .await;
    assert_eq!(answer.error(), (422, "contracts_inactive".to_owned()));
    let ticket = ada.create(json!({"companyID": desk.acme, "title": "x"})).await;
    assert_eq!(ticket["contractID"], Json::Null);
    let entry = ada.act(&ticket, "time", time(5)).await.ok()["timeEntries"][0].take();
    assert_eq!(entry["uncoveredMinutes"], Json::Null);
}

#[tokio::test]
async fn a_ticket_that_moves_to_another_client_leaves_item_and_contract_behind() {
    let scene = Scene::new(false).await;
    let ticket = scene.covered(json!({"form": "subscription"})).await;
    let body = json!({"companyID": scene.desk.globex});
    let on = json!({"isActive": true});
    scene.ada.put("contracts/validation", on).await.ok();
    assert_eq!(
        scene.tina.act(&ticket, "edit", body.clone()).await.code(),
        "contract_required"
    );
    let off = json!({"isActive": false});
    scene.ada.put("contracts/validation", off).await.ok();
    let moved = scene.tina.act(&ticket, "edit", body).await.ok()["ticket"].take();
    assert_eq!(
        (&moved["contractID"], &moved["configurationItemID"]),
        (&Json::Null, &Json::Null)
    );
}

#[tokio::test]
async fn a_request_whose_contract_ends_unapproved_asks_for_another_and_opens_with_it() {
    let scene = Scene::new(true).await;
    let fields = json!({"name": "Late", "start": TODAY, "end": "2026-11-21", "isApproved": false});
    let body = json!({"kind": "subscription", "scope": {"item": scene.item}, "fields": fields});
    let path = format!("companies/{}/contracts", scene.desk.acme);
    scene.ada.write(&path, body).await.ok();
    let ticket = scene.tina.create(scene.request("Waits")).await;
    assert_eq!(told(&scene.ada, "held_for_contract").await.len(), 1);
    scene.desk.clock.advance(Duration::from_secs(2 * 24 * 60 * 60));
    for _ in 0..2 {
        scene.desk.operations().tick().await.unwrap();
    }
    let (ada, tina) = (scene.desk.person("ada").await, scene.desk.person("tina").await);
    let row = async |reader: &Person| reader.get(&format!("tickets/{}", ticket["id"])).await.ok();
    let waits = row(&tina).await;
    assert_eq!(
        (&waits["contractID"], &waits["isHeldForContract"]),
        (&Json::Null, &json!(true))
    );
    assert_eq!(told(&ada, "held_for_contract").await.len(), 2, "once for each contract");
    let fields = json!({"name": "Next", "start": "2026-11-22", "end": "2027-11-21", "isApproved": true});
    let body = json!({"kind": "subscription", "scope": {"item": scene.item}, "fields": fields});
    let made = ada.write(&path, body).await.ok();
    let opened = row(&tina).await;
    assert_eq!(
        (&opened["contractID"], &opened["isHeldForContract"]),
        (&made["id"], &json!(false))
    );
}

#[tokio::test]
async fn the_providers_day_decides_whether_a_day_of_work_is_still_to_come() {
    let scene = Scene::new(false).await;
    let ticket = scene.covered(json!({"form": "subscription"})).await;
    // Some hours later it is the next day already somewhere on earth.
    scene.desk.clock.advance(Duration::from_secs(5 * 60 * 60));
    let tina = scene.desk.person("tina").await;
    let tomorrow = json!({"workedOn": "2026-11-21", "minutes": 30});
    assert_eq!(tina.act(&ticket, "time", tomorrow).await.code(), "time_in_future");
    tina.act(&ticket, "time", time(30)).await.ok();
}

#[tokio::test]
async fn what_another_requests_contract_covers_is_planned_as_it_is_saved() {
    let scene = Scene::new(false).await;
    let own = scene.covered(json!({"form": "per_request"})).await;
    let other = scene.tina.create(scene.request("Other")).await;
    let body = json!({"contractID": own["contractID"]});
    scene.ada.act(&other, "edit", body).await.ok();
    let path = format!("tickets/{}/coverage?minutes=30", other["id"]);
    let planned = scene.tina.get(&path).await.ok()["planned"].clone();
    let saved = scene.tina.act(&other, "time", time(30)).await.ok()["timeEntries"][0].take();
    assert_eq!(
        (&planned["covered"], &planned["uncovered"]),
        (&saved["coveredMinutes"], &saved["uncoveredMinutes"])
    );
    assert_eq!(planned["uncovered"], 30);
}

#[tokio::test]
async fn where_contracts_are_required_a_request_is_not_covered_by_that_of_another_one() {
    let scene = Scene::new(true).await;
    let own = scene.covered(json!({"form": "per_request"})).await;
    let other = scene.covered(json!({"form": "per_request"})).await;
    let linked = scene
        .ada
        .act(&other, "edit", json!({"contractID": own["contractID"]}))
        .await;
    assert_eq!(linked.code(), "contract_required");
    let mut named = scene.request("Third");
    named["contractID"] = own["contractID"].clone();
    assert_eq!(scene.ada.write("tickets", named).await.code(), "contract_required");
}

#[tokio::test]
async fn a_contract_that_is_still_to_come_never_ends_before_it_begins() {
    let scene = Scene::new(false).await;
    let ticket = scene.covered(json!({"form": "per_request"})).await;
    let (contract, december) = (ticket["contractID"].as_i64(), 1_796_083_200_000_i64);
    let moved = scene.desk.operations().write(move |writing| {
        let dates = "UPDATE contract SET start_date = ?1, end_date = ?1 WHERE id = ?2";
        Ok(writing.execute(dates, (december, contract))?)
    });
    assert_eq!(moved.await.unwrap(), 1);
    let closed = scene.ada.act(&ticket, "complete", json!({"resolution": "Done."})).await;
    closed.ok();
    let contract = scene.ada.get(&format!("contracts/{}", ticket["contractID"])).await.ok();
    let (start, end) = (&contract["startDate"], &contract["endDate"]);
    assert_eq!(
        (start, end),
        (&json!("2026-12-01T00:00:00Z"), &json!("2026-12-01T00:00:00Z"))
    );
}

#[tokio::test]
async fn an_item_of_no_company_has_no_owner_either() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let made = desk.operations().write(|writing| {
        let mut row = Row::new(&CONFIGURATION_ITEM);
        row.set("referenceTitle", "Plotter");
        row.set("isActive", true);
        Ok(writing.insert(&mut row)?)
    });
    let id = made.await.unwrap();
    let settings = ada.get("contractSettings").await.ok();
    assert_eq!(settings["itemsWithoutOwner"][0]["id"], json!(id));
    let refused = ada
        .write("contracts/activate", json!({"timeExpiredOption": "ignore"}))
        .await;
    assert_eq!(refused.code(), "items_without_owner");
    let owner = json!({"companyID": desk.acme});
    ada.put(&format!("items/{id}/owner"), owner).await.ok();
    assert_eq!(ada.get("contractSettings").await.ok()["itemsWithoutOwner"], json!([]));
}

#[tokio::test]
async fn a_technician_reminds_of_the_contract_for_which_a_request_waits() {
    let scene = Scene::new(true).await;
    let bob = scene.desk.person("bob").await;
    let open = scene.covered(json!({"form": "per_request"})).await;
    let contract = scene.contract(TODAY, false).await;
    let mut body = scene.request("Waits");
    body["contactID"] = json!(scene.desk.id("bob").await.number());
    let ticket = scene.tina.create(body).await;
    assert_eq!(told(&bob, "held_for_contract").await.len(), 1, "the customer's message");
    let remind = async |person: &Person, of: Json| person.write("contracts/reminders", of).await;
    let answer = remind(&scene.tina, json!({"ticket": ticket["id"]})).await.ok();
    assert!(answer["people"].as_u64() >= Some(2), "{answer}");
    for person in [&bob, &scene.ada] {
        let reminders = told(person, "contract_reminder").await;
        assert_eq!(reminders.len(), 1);
        assert_eq!(
            reminders[0]["actor"],
            told(&scene.ada, "contract_reminder").await[0]["actor"]
        );
    }
    assert!(
        told(&scene.tina, "contract_reminder").await.is_empty(),
        "not to herself"
    );
    assert_eq!(remind(&bob, json!({"ticket": ticket["id"]})).await.status, 403);
    let nothing = remind(&scene.tina, json!({"ticket": open["id"]})).await;
    assert_eq!(nothing.error(), (422, "request_not_held".to_owned()));
    scene
        .ada
        .write(&format!("contracts/{contract}/approve"), json!({}))
        .await
        .ok();
    assert_eq!(
        remind(&scene.tina, json!({"ticket": ticket["id"]})).await.code(),
        "request_not_held"
    );
}

#[tokio::test]
async fn a_technician_asks_again_for_the_contract_of_a_refused_request_with_nothing_of_it() {
    let scene = Scene::new(true).await;
    let company = json!({"company": scene.desk.acme});
    let nothing = scene.tina.write("contracts/reminders", company.clone()).await;
    assert_eq!(nothing.code(), "request_not_held");
    let refused = scene.tina.write("tickets", scene.request("Secret wedding")).await;
    assert_eq!(refused.code(), "contract_required");
    scene.tina.write("contracts/reminders", company).await.ok();
    let asked = told(&scene.ada, "contract_wanted").await;
    assert_eq!(asked.len(), 2);
    assert!(asked.iter().all(|one| one["text"] == "Acme (Plotter)"), "{asked:?}");
}

#[tokio::test]
async fn what_a_request_can_name_is_told_with_what_the_search_says_of_it() {
    let scene = Scene::new(true).await;
    let (bea, bob) = (scene.desk.person("bea").await, scene.desk.person("bob").await);
    let acme = scene.desk.acme;
    let naming = async |person: &Person, item: Option<i64>| {
        let item = item.map(|item| format!("?item={item}")).unwrap_or_default();
        person.get(&format!("companies/{acme}/naming{item}")).await
    };
    let none = naming(&scene.tina, Some(scene.item)).await.ok();
    assert_eq!(
        (&none["contracts"], &none["search"]["answer"]),
        (&json!([]), &json!("refused"))
    );
    assert_eq!(none["items"], json!([{"id": scene.item, "name": "Plotter"}]));
    let contract = scene.contract("2026-12-01", true).await;
    let held = naming(&scene.tina, Some(scene.item)).await.ok();
    assert_eq!(
        (
            &held["search"]["answer"],
            &held["search"]["contract"]["id"],
            &held["search"]["appliedTo"]
        ),
        (&json!("held"), &json!(contract), &json!({"item": scene.item}))
    );
    assert_eq!(held["contracts"][0]["id"], json!(contract));
    scene
        .ada
        .write(&format!("contracts/{contract}/enable"), json!({}))
        .await
        .ok();
    let open = naming(&scene.tina, Some(scene.item)).await.ok();
    assert_eq!(open["search"]["answer"], json!("open"));
    assert_eq!(
        naming(&scene.tina, None).await.ok()["search"]["answer"],
        json!("refused")
    );
    let clients = naming(&bea, Some(scene.item)).await.ok();
    assert_eq!(
        (&clients["items"], &clients["contracts"], &clients["search"]),
        (&open["items"], &json!([]), &Json::Null),
        "contracts are the provider's own matter"
    );
    assert_eq!(naming(&bob, None).await.status, 403, "the portal names nothing");
    let elsewhere = bea.get(&format!("companies/{}/naming", scene.desk.globex)).await;
    assert_eq!(elsewhere.status, 404);
}

#[tokio::test]
async fn item_and_contract_of_a_ticket_are_changed_by_whose_they_are() {
    let scene = Scene::new(true).await;
    let bea = scene.desk.person("bea").await;
    let ticket = scene.covered(json!({"form": "per_request"})).await;
    let other = item(&scene.desk, scene.desk.acme, "Scanner").await;
    let foreign = item(&scene.desk, scene.desk.globex, "Not theirs").await;
    let edit = async |person: &Person, body: Json| person.act(&ticket, "edit", body).await;
    let wrong = edit(&scene.tina, json!({"configurationItemID": foreign})).await;
    assert_eq!(
        (wrong.code(), &wrong.json()["field"]),
        ("not_usable".to_owned(), &json!("configurationItemID"))
    );
    let named = json!({"companyID": scene.desk.acme, "title": "x", "configurationItemID": foreign});
    assert_eq!(bea.write("tickets", named).await.code(), "not_usable");
    let changed = edit(&scene.tina, json!({"configurationItemID": other})).await.ok();
    assert_eq!(changed["ticket"]["configurationItemID"], json!(other));
    let contract = scene.contract(TODAY, true).await;
    let linked = edit(&scene.tina, json!({"contractID": contract})).await.ok();
    assert_eq!(linked["ticket"]["contractID"], json!(contract));
    let away = edit(&scene.tina, json!({"contractID": null})).await;
    assert_eq!(
        away.code(),
        "contract_required",
        "validation asks the same of a link by hand"
    );
    // The client has it now: its fields are the client's, the link stays the provider's.
    scene.tina.act(&ticket, "transfer", json!({})).await.ok();
    let pending = scene.contract_of_all("2026-12-01").await;
    let held = edit(&scene.tina, json!({"contractID": pending})).await.ok();
    assert_eq!(
        (&held["ticket"]["contractID"], &held["ticket"]["isHeldForContract"]),
        (&json!(pending), &json!(true))
    );
    let both = json!({"contractID": contract, "title": "Mine"});
    assert_eq!(edit(&scene.tina, both).await.code(), "not_holder");
    assert_eq!(edit(&bea, json!({"contractID": contract})).await.code(), "forbidden");
    let back = edit(&bea, json!({"configurationItemID": scene.item})).await.ok();
    assert_eq!(back["ticket"]["configurationItemID"], json!(scene.item));
}

#[tokio::test]
async fn time_on_a_contract_that_waits_for_approval_is_debited_once_it_is_approved() {
    let scene = Scene::new(false).await;
    let contract = scene.contract(TODAY, false).await;
    let ticket = scene.tina.create(scene.request("Linked by hand")).await;
    assert_eq!(ticket["contractID"], Json::Null, "pending ones are ignored (D-25)");
    let link = json!({"contractID": contract});
    scene.tina.act(&ticket, "edit", link).await.ok();
    let path = format!("tickets/{}/coverage?minutes=30", ticket["id"]);
    let planned = scene.tina.get(&path).await.ok()["planned"].clone();
    let saved = scene.tina.act(&ticket, "time", time(30)).await.ok()["timeEntries"][0].take();
    assert_eq!(
        (&saved["coveredMinutes"], &saved["uncoveredMinutes"]),
        (&json!(0), &json!(30))
    );
    assert_eq!(planned["uncovered"], 30, "before it is saved as after");
    assert_eq!(scene.minutes(&json!(contract)).await, 0);
    let approve = format!("contracts/{contract}/approve");
    scene.ada.write(&approve, json!({})).await.ok();
    assert_eq!(scene.minutes(&json!(contract)).await, 30);
}
