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
