//! The log of administrative acts: what it holds, its pages, its export, and what verifying finds.

use crate::support::Desk;
use rusqlite::Connection;
use serde_json::{Value as Json, json};
use tandem::server::operations::administration::audit::{BEGINNING, Fault, Sound, head, verify};
use tandem::server::operations::people::logged;

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
    let written = desk
        .operations()
        .write(move |writing| (0..1100).try_for_each(|_| logged::local(writing, "change_level", who)));
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
