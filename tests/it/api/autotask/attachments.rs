//! Attachments by Autotask's routes.

use super::integration::{Integration, refusal, rule, said};
use crate::support::Desk;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value as Json, json};
use std::time::Duration;

fn file(name: &str, publish: i64, bytes: &[u8]) -> Json {
    json!({"attachmentType": "FILE_ATTACHMENT", "publish": publish, "title": name, "fullPath": name, "data": STANDARD.encode(bytes)})
}

#[tokio::test]
async fn what_is_in_a_file_is_given_by_its_own_address_below_the_ticket_alone() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let id = api.ticket(&desk, json!({})).await;
    let path = format!("Tickets/{id}/Attachments");
    let bytes: Vec<u8> = (0..600_000_u32).map(|place| (place % 253) as u8).collect();
    desk.clock.advance(Duration::from_secs(60));
    let made = Integration::created(&api.post(&path, file("screen.png", 1, &bytes)).await);
    let expected = json!({
        "id": made, "attachDate": "2026-11-20T09:01:00Z", "attachedByContactID": null, "attachedByResourceID": api.id,
        "attachmentType": "FILE_ATTACHMENT", "contentType": "image/png", "creatorType": 1, "fileSize": 600_000.0,
        "fullPath": "screen.png", "impersonatorCreatorResourceID": null, "opportunityID": null,
        "parentAttachmentID": null, "parentID": id, "publish": 1, "ticketID": id, "ticketNoteID": null,
        "timeEntryID": null, "title": "screen.png", "data": null, "parentType": 4, "isTaskAttachment": false,
    });
    assert_eq!(api.row(&format!("TicketAttachments/{made}")).await, expected);
    assert_eq!(api.get(&path).await.ok()["items"], json!([expected]));
    let page = api.get(&format!("{path}/{made}")).await.ok();
    let data = page["items"][0]["data"].as_str().unwrap();
    assert!(STANDARD.decode(data).unwrap() == bytes);
    assert_eq!(page["pageDetails"]["count"], json!(1));
    let info = api.row(&format!("AttachmentInfo/{made}")).await;
    assert_eq!(
        json!([
            info["ticketID"],
            info["parentType"],
            info["fileSize"],
            info["companyID"],
            info.get("data")
        ]),
        json!([id, 4, 600_000.0, null, null])
    );
    assert_eq!(
        api.row(&format!("Tickets/{id}")).await["lastActivityDate"],
        json!("2026-11-20T09:01:00Z")
    );
    let other = api.ticket(&desk, json!({})).await;
    assert_eq!(
        api.get(&format!("Tickets/{other}/Attachments/{made}")).await.ok()["items"],
        json!([])
    );
    api.delete(&format!("{path}/{made}")).await.ok();
    assert_eq!(api.ids("AttachmentInfo", json!([])).await, [] as [i64; 0]);
    let count = "SELECT count(*) FROM attachment_piece";
    let left = desk
        .operations()
        .read(move |connection| Ok(connection.query_row(count, [], |row| row.get::<_, i64>(0))?));
    assert_eq!(left.await.unwrap(), 0, "its bytes go with it");
}

#[tokio::test]
async fn links_have_no_data_and_files_need_some() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let id = api.ticket(&desk, json!({})).await;
    let path = format!("Tickets/{id}/Attachments");
    let link = json!({"attachmentType": "URL", "publish": 2, "title": "Manual", "fullPath": "https://example.test/m"});
    let made = Integration::created(&api.post(&path, link).await);
    let row = api.get(&format!("{path}/{made}")).await.ok()["items"][0].clone();
    assert_eq!(
        json!([row["data"], row["fileSize"], row["fullPath"]]),
        json!([null, null, "https://example.test/m"])
    );
    let required = |field: &str| said(&format!("Value does not exist for the required field {field}"));
    for (change, refused) in [
        (json!({"data": null}), required("data")),
        (json!({"data": "  "}), required("data")),
        (json!({"title": null}), required("title")),
        (json!({"fullPath": null}), required("fullPath")),
        (json!({"publish": null}), required("publish")),
        (json!({"attachmentType": null}), required("attachmentType")),
        (
            json!({"publish": 3}),
            said("Picklist value [3] does not exist for publish."),
        ),
        (
            json!({"attachmentType": "SCROLL"}),
            said("Picklist value [SCROLL] does not exist for attachmentType."),
        ),
    ] {
        let mut body = file("a.txt", 1, b"hello");
        for (name, value) in change.as_object().unwrap() {
            body[name] = value.clone();
        }
        assert_eq!(refusal(&api.post(&path, body).await), refused, "{change}");
    }
    let mut broken = file("a.txt", 1, b"hello");
    broken["data"] = json!("not base64!");
    let (status, sentences) = refusal(&api.post(&path, broken).await);
    assert!(
        status == 500 && sentences[0].starts_with("data must be base64"),
        "{sentences:?}"
    );
    assert_eq!(api.patch(&path, json!({"id": made, "title": "x"})).await.status, 405);
    let nowhere = api.post("Tickets/999999/Attachments", file("a.txt", 1, b"x")).await;
    assert_eq!(refusal(&nowhere), said("No matching records found."));
}

#[tokio::test]
async fn seven_mebibytes_are_taken_and_ten_within_five_minutes() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let id = api.ticket(&desk, json!({})).await;
    let path = format!("Tickets/{id}/Attachments");
    let seven = vec![7_u8; 7 << 20];
    let made = Integration::created(&api.post(&path, file("a.bin", 1, &seven)).await);
    let data = api.get(&format!("{path}/{made}")).await.ok()["items"][0]["data"]
        .as_str()
        .unwrap()
        .len();
    assert_eq!(data, (7_usize << 20).div_ceil(3) * 4);
    let (status, sentences) = refusal(&api.post(&path, file("b.bin", 1, &seven)).await);
    assert!(
        status == 500 && sentences[0].contains("within 5 minutes"),
        "{sentences:?}"
    );
    Integration::created(&api.post(&path, file("c.bin", 1, &seven[..3 << 20])).await);
    desk.clock.advance(Duration::from_secs(301));
    Integration::created(&api.post(&path, file("b.bin", 1, &seven)).await);
    let large = vec![7_u8; (7 << 20) + 1];
    let (status, sentences) = refusal(&api.post(&path, file("d.bin", 1, &large)).await);
    assert!(status == 500 && sentences[0].contains("7340032"), "{sentences:?}");
    let huge = vec![7_u8; 9 << 20];
    assert_eq!(api.post(&path, file("e.bin", 1, &huge)).await.status, 413);
}

#[tokio::test]
async fn publish_says_who_sees_an_attachment_and_nobody_deletes_the_other_sides() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let (ana, bob, gus) = (
        desk.person("ana").await,
        desk.person("bob").await,
        desk.person("gus").await,
    );
    let id = api
        .ticket(&desk, json!({"contactID": desk.id("bob").await.number()}))
        .await;
    let path = format!("Tickets/{id}/Attachments");
    let mut made = Vec::new();
    for publish in [1, 2, 4] {
        let name = format!("{publish}.txt");
        made.push(Integration::created(&api.post(&path, file(&name, publish, b"x")).await));
    }
    assert_eq!(api.ids("TicketAttachments", json!([])).await, made);
    for entity in ["ticketAttachments", "attachmentInfo"] {
        assert_eq!(ana.ids(entity, json!([])).await, [made[0]], "{entity}");
        assert_eq!(bob.ids(entity, json!([])).await, [made[0]], "{entity}");
        assert_eq!(gus.ids(entity, json!([])).await, [] as [i64; 0], "{entity}");
    }
    for hidden in [made[1], made[2]] {
        assert_eq!(ana.get(&format!("ticketAttachments/{hidden}")).await.status, 404);
    }
    assert_eq!(
        api.row(&format!("TicketAttachments/{}", made[2])).await["publish"],
        json!(4)
    );
    assert_eq!(
        refusal(&api.delete(&format!("{path}/{}", 999)).await),
        said("No matching records found.")
    );
    let theirs = "UPDATE ticket_attachment SET side = 'taskfire' WHERE id = 1";
    let write = desk
        .operations()
        .write(move |writing| Ok(writing.execute_batch(theirs)?));
    write.await.unwrap();
    assert_eq!(
        refusal(&api.delete(&format!("{path}/{}", made[0])).await),
        rule("forbidden")
    );
}

/// A note of a ticket.
async fn note(api: &Integration, ticket: i64, publish: i64) -> i64 {
    let body = json!({"description": "See the file", "noteType": 1, "publish": publish});
    Integration::created(&api.post(&format!("Tickets/{ticket}/Notes"), body).await)
}

#[tokio::test]
async fn notes_and_time_have_attachments_of_their_own() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let id = api.ticket(&desk, json!({})).await;
    let note = note(&api, id, 1).await;
    let time = json!({"ticketID": id, "resourceID": api.id, "hoursWorked": 1, "dateWorked": "2026-11-20"});
    let time = Integration::created(&api.post("TimeEntries", time).await);
    let of_ticket = Integration::created(
        &api.post(&format!("Tickets/{id}/Attachments"), file("a.txt", 1, b"a"))
            .await,
    );
    for (above, below, parent, kind, field) in [
        ("TicketNotes", "TicketNoteAttachments", note, 23, "ticketNoteID"),
        ("TimeEntries", "TimeEntryAttachments", time, 18, "timeEntryID"),
    ] {
        let path = format!("{above}/{parent}/Attachments");
        assert_eq!(api.get(&path).await.ok()["items"], json!([]), "{path}");
        let made = Integration::created(&api.post(&path, file("log.txt", 1, b"what was done")).await);
        let row = api.row(&format!("{below}/{made}")).await;
        assert_eq!(
            json!([
                row["parentID"],
                row["parentType"],
                row["ticketID"],
                row[field],
                row["data"],
                row["creatorType"]
            ]),
            json!([parent, kind, id, parent, null, 1]),
            "{path}"
        );
        assert_eq!(api.row(&format!("TicketAttachments/{made}")).await, row);
        assert_eq!(api.get(&path).await.ok()["items"], json!([row]), "{path}");
        assert_eq!(api.ids(below, json!([])).await, [made]);
        let by_parent = json!([{"op": "eq", "field": field, "value": parent}]);
        assert_eq!(api.ids("AttachmentInfo", by_parent).await, [made]);
        let whole = api.get(&format!("{path}/{made}")).await.ok();
        assert_eq!(whole["items"][0]["data"], json!(STANDARD.encode(b"what was done")));
        let fields = api.get(&format!("{path}/entityInformation/fields")).await.ok();
        assert_eq!(fields, api.get(&format!("{below}/entityInformation/fields")).await.ok());
        let nowhere = format!("{above}/999999/Attachments");
        assert_eq!(api.get(&format!("{nowhere}/{made}")).await.ok()["items"], json!([]));
        let refused = api.post(&nowhere, file("log.txt", 1, b"x")).await;
        assert_eq!(refusal(&refused), said("No matching records found."));
        let refused = api.delete(&format!("{nowhere}/{made}")).await;
        assert_eq!(refusal(&refused), said("No matching records found."));
        let large = vec![7_u8; (7 << 20) + 1];
        let (status, sentences) = refusal(&api.post(&path, file("d.bin", 1, &large)).await);
        assert!(status == 500 && sentences[0].contains("7340032"), "{sentences:?}");
        api.delete(&format!("{path}/{made}")).await.ok();
        assert_eq!(api.get(&path).await.ok()["items"], json!([]));
        Integration::created(&api.post(&path, file("kept.txt", 1, b"kept")).await);
    }
    api.delete(&format!("TimeEntries/{time}")).await.ok();
    let left = api.get(&format!("Tickets/{id}/Attachments")).await.ok();
    assert_eq!(left["items"].as_array().map(Vec::len), Some(2), "{left}");
    assert_eq!(left["items"][0]["id"], json!(of_ticket));
    assert_eq!(left["items"][1]["ticketNoteID"], json!(note));
}

#[tokio::test]
async fn what_hangs_on_an_internal_note_is_seen_by_its_readers_alone() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let (ana, bob) = (desk.person("ana").await, desk.person("bob").await);
    let ticket = api
        .ticket(&desk, json!({"contactID": desk.id("bob").await.number()}))
        .await;
    let internal = note(&api, ticket, 2).await;
    let path = format!("TicketNotes/{internal}/Attachments");
    let public = Integration::created(&api.post(&path, file("a.txt", 1, b"x")).await);
    let hidden = Integration::created(&api.post(&path, file("b.txt", 2, b"x")).await);
    let entities = ["ticketAttachments", "ticketNoteAttachments", "attachmentInfo"];
    for entity in entities {
        for person in [&ana, &bob] {
            assert_eq!(person.ids(entity, json!([])).await, [] as [i64; 0], "{entity}");
        }
        assert_eq!(ana.get(&format!("{entity}/{public}")).await.status, 404);
    }
    let content = format!("tickets/{ticket}/attachments/{public}/content");
    assert_eq!(bob.get(&content).await.status, 404);
    // They are read by whoever reads the note, as far as each is meant for them.
    for (publish, seen) in [(1, vec![public]), (4, vec![])] {
        let change = json!({"id": internal, "noteType": 1, "publish": publish});
        api.patch(&format!("Tickets/{ticket}/Notes"), change).await.ok();
        for entity in entities {
            assert_eq!(bob.ids(entity, json!([])).await, seen, "{entity} {publish}");
        }
        assert_eq!(api.ids("TicketNoteAttachments", json!([])).await, [public, hidden]);
    }
    // A client's own note and what hangs on its ticket don't exist here.
    let private = ana.create(json!({"companyID": desk.acme, "title": "Payroll"})).await;
    let theirs = ana
        .act(&private, "note", json!({"audience": "public", "text": "secret"}))
        .await
        .ok()["notes"][0]["id"]
        .clone();
    let refused = api
        .post(&format!("TicketNotes/{theirs}/Attachments"), file("a.txt", 1, b"x"))
        .await;
    assert_eq!(refusal(&refused), said("No matching records found."));
}

#[tokio::test]
async fn what_hangs_on_time_is_shown_where_all_of_that_time_is() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let ada = desk.person("ada").await;
    let (ana, bob) = (desk.person("ana").await, desk.person("bob").await);
    let ticket = ana.create(json!({"companyID": desk.acme, "title": "Printer"})).await;
    ana.act(&ticket, "escalate", json!({})).await.ok();
    let time = json!({"ticketID": ticket["id"], "resourceID": api.id, "hoursWorked": 1, "dateWorked": "2026-11-20"});
    let time = Integration::created(&api.post("TimeEntries", time).await);
    let path = format!("TimeEntries/{time}/Attachments");
    let public = Integration::created(&api.post(&path, file("a.txt", 1, b"x")).await);
    Integration::created(&api.post(&path, file("b.txt", 2, b"x")).await);
    for (shown, seen) in [("nothing", vec![]), ("billed", vec![]), ("worked", vec![public])] {
        let settings = format!("companies/{}/portalSettings", desk.acme);
        ada.put(&settings, json!({ "shownTime": shown })).await.ok();
        for entity in ["ticketAttachments", "timeEntryAttachments", "attachmentInfo"] {
            assert_eq!(ana.ids(entity, json!([])).await, seen, "{entity} {shown}");
            assert_eq!(bob.ids(entity, json!([])).await, [] as [i64; 0], "{entity} {shown}");
        }
    }
}
