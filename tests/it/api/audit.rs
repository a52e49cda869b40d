//! The log of administrative acts: what it holds, its pages, its export, and what verifying finds.

use crate::support::{Desk, Person};
use rusqlite::Connection;
use serde_json::{Value as Json, json};
use tandem::server::operations::administration::audit::{Fault, Sound, head, verify};
use tandem::server::operations::people::logged;
use tandem::server::store::audit_log::BEGINNING;

/// A desk with some entries, the file of its database, and the digest of the third entry.
async fn with_entries() -> (Desk, std::path::PathBuf, String) {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    for text in ["One", "Two", "Three"] {
        let points = json!({"workFlow": text, "responsibilities": "", "requestTypes": "", "escalationPath": ""});
        ada.put(&format!("companies/{}/preparation", desk.acme), points)
            .await
            .ok();
    }
    let third = ada.get("audit").await.ok()["items"]
        .as_array()
        .unwrap()
        .iter()
        .rev()
        .nth(2)
        .unwrap()["digest"]
        .clone();
    let file = desk.database();
    (desk, file, third.as_str().unwrap().to_owned())
}

/// Changes a copy of the database as nobody could through Tandem, and verifies it.
fn tampered(file: &std::path::Path, change: &str, from: Option<&str>) -> Result<Sound, Fault> {
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("copy.sqlite");
    Connection::open(file)
        .unwrap()
        .execute("VACUUM INTO ?1", [copy.to_str().unwrap()])
        .unwrap();
    let connection = Connection::open(copy).unwrap();
    connection
        .execute_batch("DROP TRIGGER audit_entry_is_not_changed; DROP TRIGGER audit_entry_is_not_removed;")
        .unwrap();
    connection.execute_batch(change).unwrap();
    verify(&connection, from).unwrap()
}

const FORGED: &str = "INSERT INTO audit_entry SELECT 9000, at, actor, actor_name, origin, act, company_id, subject,
    before, after, digest FROM audit_entry WHERE id = 2;";

#[tokio::test]
async fn whatever_is_altered_removed_put_in_or_cut_off_is_found() {
    let (desk, file, third) = with_entries().await;
    let newest = desk
        .operations()
        .read(|connection| Ok(head(connection)?))
        .await
        .unwrap();
    let last = newest.0;
    let whole = Sound {
        entries: last,
        digest: newest.1.clone(),
    };
    assert_eq!(tampered(&file, "", None), Ok(whole.clone()));
    for known in [third.as_str(), &newest.1, BEGINNING] {
        assert_eq!(tampered(&file, "", Some(known)), Ok(whole.clone()));
    }
    for (change, fault) in [
        (
            "UPDATE audit_entry SET subject = 'Nobody' WHERE id = 4",
            Fault::Altered(4),
        ),
        ("UPDATE audit_entry SET after = '{}' WHERE id = 4", Fault::Altered(4)),
        ("UPDATE audit_entry SET at = at + 1 WHERE id = 1", Fault::Altered(1)),
        (
            "UPDATE audit_entry SET company_id = NULL WHERE company_id IS NOT NULL AND id > 3",
            Fault::Altered(4),
        ),
        ("DELETE FROM audit_entry WHERE id = 3", Fault::Removed(3)),
        ("DELETE FROM audit_entry WHERE id IN (1, 2)", Fault::Removed(1)),
        ("DELETE FROM audit_entry", Fault::CutEnd(last)),
        (FORGED, Fault::Removed(last + 1)),
    ] {
        assert_eq!(tampered(&file, change, None), Err(fault), "{change}");
    }
    let cut = format!("DELETE FROM audit_entry WHERE id = {last}");
    assert_eq!(tampered(&file, &cut, None), Err(Fault::CutEnd(last)));
    // An entry put in: those behind it moved on by one.
    let put_in = "UPDATE audit_entry SET id = -id - 1 WHERE id >= 3; UPDATE audit_entry SET id = -id WHERE id < 0;
        INSERT INTO audit_entry SELECT 3, at, actor, actor_name, origin, act, company_id, subject, before, after, digest
        FROM audit_entry WHERE id = 2;";
    assert_eq!(tampered(&file, put_in, None), Err(Fault::Altered(3)));
    // Whoever cuts the end and writes the newest digest anew is found by one that was kept elsewhere.
    let both = format!(
        "{cut}; UPDATE audit_head SET entry_id = {last} - 1, digest = (SELECT digest FROM audit_entry WHERE id = {last} - 1)"
    );
    assert!(tampered(&file, &both, None).is_ok());
    assert_eq!(tampered(&file, &both, Some(&newest.1)), Err(Fault::Unknown));
    let other_head = "UPDATE audit_head SET digest = 'x'";
    assert_eq!(tampered(&file, other_head, None), Err(Fault::OtherHead(last)));
    assert_eq!(
        tampered(&file, "UPDATE audit_head SET entry_id = entry_id - 1", None),
        Err(Fault::Added(last))
    );
}

#[tokio::test]
async fn pages_are_filtered_and_follow_one_another() {
    let (desk, ..) = with_entries().await;
    let ada = desk.person("ada").await;
    let all = ada.get("audit").await.ok();
    let ids = |page: &Json| -> Vec<i64> {
        page["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|entry| entry["id"].as_i64().unwrap())
            .collect()
    };
    let newest = ids(&all)[0];
    assert_eq!(ids(&all), (1..=newest).rev().collect::<Vec<_>>());
    assert_eq!(
        (&all["hasMore"], &all["newestDigest"]),
        (&json!(false), &all["items"][0]["digest"])
    );
    let entry = &all["items"][0];
    assert_eq!(
        (&entry["act"], &entry["actorName"], &entry["origin"], &entry["subject"]),
        (
            &json!("write_preparation"),
            &json!("Ada Lund"),
            &json!("127.0.0.1"),
            &json!("Acme")
        )
    );
    assert_eq!(
        (&entry["before"]["workFlow"], &entry["after"]["workFlow"]),
        (&json!("Two"), &json!("Three"))
    );
    for (query, count) in [
        ("act=write_preparation", 3),
        ("act=accept_agreement", 2),
        ("act=accept_agreement&company=1", 1),
        ("actor=ADA", 5),
        ("act=create_resource", 3),
        ("since=2026-11-20&act=write_preparation", 3),
        ("since=2026-11-21", 0),
        ("before=3", 2),
    ] {
        assert_eq!(
            ids(&ada.get(&format!("audit?{query}")).await.ok()).len(),
            count,
            "{query}"
        );
    }
    assert_eq!(
        ada.get("audit?since=soon").await.error(),
        (400, "bad_request".to_owned())
    );
    let exported = ada.get("audit/export").await;
    assert_eq!(exported.media_type, "application/x-ndjson");
    let lines: Vec<Json> = exported
        .text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let mut expected = all["items"].as_array().unwrap().clone();
    expected.reverse();
    assert_eq!(lines, expected);
}

#[tokio::test]
async fn a_long_log_comes_in_pages_and_is_exported_whole() {
    let desk = Desk::new().await;
    let who = desk.id("bob").await;
    let written = desk.operations().write(move |writing| {
        (0..1100).try_for_each(|_| logged::local(writing, "root", "change_level", who, Json::Null))
    });
    written.await.unwrap();
    let ada = desk.person("ada").await;
    let first = ada.get("audit?act=change_level").await.ok();
    assert_eq!(
        (first["items"].as_array().unwrap().len(), &first["hasMore"]),
        (100, &json!(true))
    );
    let last = first["items"][99]["id"].clone();
    let second = ada.get(&format!("audit?act=change_level&before={last}")).await.ok();
    assert_eq!(second["items"][0]["id"].as_i64(), last.as_i64().map(|last| last - 1));
    let lines = ada.get("audit/export").await.text.lines().count();
    assert_eq!(
        lines as i64,
        ada.get("audit").await.ok()["items"][0]["id"].as_i64().unwrap()
    );
}

async fn entries(person: &Person, asked: &str) -> Vec<Json> {
    let page = person.get(&format!("audit?{asked}")).await.ok();
    page["items"].as_array().unwrap().clone()
}

#[tokio::test]
async fn an_act_that_changes_nothing_leaves_no_entry_and_the_settings_are_chosen_all_the_same() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let setup = async || ada.get(&format!("companies/{}/setup", desk.acme)).await.ok();
    let before = setup().await;
    let settings = format!("companies/{}/taskfire/settings", desk.acme);
    ada.put(&settings, before["settings"].clone()).await.ok();
    ada.put(&format!("companies/{}/portal", desk.acme), json!({"isActive": true}))
        .await
        .ok();
    let instance = ada.get("instance").await.ok()["settings"].clone();
    ada.put("instance", instance).await.ok();
    for act in ["write_taskfire_settings", "switch_portal", "write_instance"] {
        assert_eq!(entries(&ada, &format!("act={act}")).await, Vec::<Json>::new(), "{act}");
    }
    assert_eq!(before["steps"][2]["state"], "optional");
    assert_eq!(setup().await["steps"][2]["state"], "done");
}

#[tokio::test]
async fn the_two_biggest_acts_say_what_they_changed() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let settings = json!({"completeTaskfireWithAutotask": true, "completeAutotaskWithTaskfire": false,
        "hideFinancials": false});
    let path = format!("companies/{}/taskfire", desk.acme);
    ada.put(&format!("{path}/settings"), settings.clone()).await.ok();
    ada.write(&format!("{path}/disable"), json!({"companyName": "Acme"}))
        .await
        .ok();
    let disabled = entries(&ada, "act=disable_taskfire").await.remove(0);
    let on = json!({"isTaskfireActive": true, "isPortalActive": true, "settings": settings});
    assert_eq!(disabled["before"]["state"], on);
    assert_eq!(disabled["after"]["state"]["isTaskfireActive"], false);
    let ana = desk.id("ana").await.number();
    let level = |side: &str| {
        let levels = disabled[side]["levels"].as_array().unwrap().clone();
        levels.into_iter().find(|one| one["contact"] == ana).unwrap()
    };
    assert_eq!(level("before"), json!({"contact": ana, "name": "Ana Sosa", "level": 5}));
    assert_eq!(level("after"), json!({"contact": ana, "name": "Ana Sosa", "level": 1}));
    crate::support::accept_agreement(desk.operations(), desk.acme).await;
    let accepted = entries(&ada, &format!("act=accept_agreement&company={}", desk.acme)).await;
    let (again, first) = (&accepted[0], &accepted[1]);
    assert_eq!(again["before"]["settings"], settings);
    assert_eq!(again["after"]["state"]["settings"], settings, "they are kept");
    assert_eq!(again["after"]["madeQueue"], Json::Null);
    assert!(first["after"]["madeQueue"].is_i64(), "{first}");
    assert_eq!(first["after"]["acknowledgement"]["version"], 2);
}

#[tokio::test]
async fn what_is_done_on_the_host_names_its_user_and_how_it_was() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let operations = desk.operations().clone().by_host_user("root");
    operations
        .set_level(desk.id("avi").await, tandem::domain::SecurityLevel::PortalManager)
        .await
        .unwrap();
    let entry = entries(&ada, "act=change_level").await.remove(0);
    assert_eq!(
        json!([entry["actor"], entry["actorName"], entry["origin"]]),
        json!(["system", "root", "local"])
    );
    assert_eq!(
        json!([entry["before"]["level"], entry["after"]["level"]]),
        json!(["portal_advanced", "portal_manager"])
    );
}

#[tokio::test]
async fn entries_are_chosen_by_clients_name_by_several_acts_and_by_days() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let initech = desk
        .operations()
        .create_company("Initech West".to_owned())
        .await
        .unwrap();
    ada.put(&format!("companies/{initech}/portal"), json!({"isActive": false}))
        .await
        .ok();
    desk.clock.advance(std::time::Duration::from_secs(86_400));
    let ada = desk.person("ada").await;
    ada.put(&format!("companies/{initech}/portal"), json!({"isActive": true}))
        .await
        .ok();
    let count = async |asked: &str| entries(&ada, asked).await.len();
    assert_eq!(count("client=TECH%20w").await, 2);
    assert_eq!(count("client=nobody").await, 0);
    assert_eq!(count("client=initech&since=2026-11-21").await, 1);
    assert_eq!(count("client=initech&until=2026-11-20").await, 1);
    assert_eq!(count("client=initech&until=2026-11-21").await, 2);
    assert_eq!(count("client=initech&act=create_level,switch_portal").await, 2);
    assert_eq!(ada.get("audit?until=today").await.status, 400);
}
