//! Files of tickets under `/tandem/v1`: sent in pieces, attached whole or not at all, read in parts.

use crate::support::{Answer, Desk, Person};
use reqwest::Method;
use serde_json::{Value as Json, json};
use std::time::Duration;
use tandem::base::ids::{Ids, UniqueIds};
use tandem::base::secret::digest;
use tandem::domain::attachment::{LARGEST, PIECE};

/// What is in a file of this size.
fn bytes(size: usize) -> Vec<u8> {
    (0..size).map(|place| (place % 251) as u8).collect()
}

/// A ticket that the provider made for Acme.
async fn ticket(desk: &Desk) -> Json {
    let tina = desk.person("tina").await;
    tina.create(json!({"companyID": desk.acme, "title": "Printer"})).await
}

async fn piece(person: &Person, ticket: &Json, file: &[u8], offset: usize) -> Answer {
    let path = format!(
        "tickets/{}/uploads/{}?offset={offset}&size={}",
        ticket["id"],
        digest(file),
        file.len()
    );
    let end = (offset + PIECE).min(file.len());
    let request = person.request(Method::PATCH, &path);
    person.send(request.body(file[offset..end].to_vec())).await
}

async fn send(person: &Person, ticket: &Json, file: &[u8]) {
    for offset in (0..file.len()).step_by(PIECE) {
        piece(person, ticket, file, offset).await.ok();
    }
}

fn act(name: &str, audience: &str, file: &[u8]) -> Json {
    json!({"audience": audience, "name": name, "size": file.len(), "digest": digest(file)})
}

#[tokio::test]
async fn a_file_goes_on_where_it_stopped_and_is_attached_once() {
    let mut desk = Desk::new().await;
    let ticket = ticket(&desk).await;
    let tina = desk.person("tina").await;
    let file = bytes(PIECE * 2 + 77);
    let path = format!("tickets/{}/uploads/{}", ticket["id"], digest(&file));
    let state = async |person: &Person| person.get(&path).await.ok();
    assert_eq!(state(&tina).await, json!({"received": 0, "size": 0}));
    let first = piece(&tina, &ticket, &file, 0).await.ok();
    assert_eq!(first, json!({"received": PIECE, "size": file.len()}));
    // What came already, and what comes too early, changes nothing; the answer says where to go on.
    for offset in [0, PIECE * 2] {
        let again = piece(&tina, &ticket, &file, offset).await.ok();
        assert_eq!(again["received"], json!(PIECE), "{offset}");
    }
    desk.restart().await;
    let tina = desk.person("tina").await;
    assert_eq!(
        state(&tina).await["received"],
        json!(PIECE),
        "the server was started again"
    );
    let early = tina.act(&ticket, "attach", act("log.txt", "public", &file)).await;
    assert_eq!(early.error(), (422, "upload_incomplete".to_owned()));
    for offset in [PIECE, PIECE * 2] {
        piece(&tina, &ticket, &file, offset).await.ok();
    }
    let key = UniqueIds.change();
    let attach = format!("tickets/{}/attach", ticket["id"]);
    let done = tina.write_as(key, &attach, act("log.txt", "public", &file)).await;
    let row = done.ok()["attachments"][0].clone();
    assert_eq!(
        json!([
            row["title"],
            row["fileSize"],
            row["audience"],
            row["contentType"],
            row["authorName"],
            row["data"]
        ]),
        json!([
            "log.txt",
            file.len().to_string(),
            "public",
            "text/plain",
            "Tina Lund",
            null
        ])
    );
    let again = tina.write_as(key, &attach, act("log.txt", "public", &file)).await;
    assert_eq!(again, done);
    assert_eq!(tina.ids("ticketAttachments", json!([])).await.len(), 1);
    assert_eq!(
        state(&tina).await["received"],
        json!(0),
        "what was brought is an attachment now"
    );
    let content = format!("tickets/{}/attachments/{}/content", ticket["id"], row["id"]);
    let whole = tina.request(Method::GET, &content).send().await.unwrap();
    assert!(whole.bytes().await.unwrap() == file);
}

#[tokio::test]
async fn any_part_of_a_file_is_read_by_its_range() {
    let desk = Desk::new().await;
    let ticket = ticket(&desk).await;
    let tina = desk.person("tina").await;
    let file = bytes(PIECE * 3 + 5);
    send(&tina, &ticket, &file).await;
    let row = tina.act(&ticket, "attach", act("a.bin", "public", &file)).await.ok()["attachments"][0].clone();
    let path = format!("tickets/{}/attachments/{}/content", ticket["id"], row["id"]);
    let size = file.len();
    for (range, status, part) in [
        ("bytes=0-0", 206, 0..1),
        ("bytes=5-", 206, 5..size),
        ("bytes=65530-65545", 206, 65530..65546),
        ("bytes=196610-999999", 206, 196_610..size),
        ("bytes=999999-", 416, size..size),
        ("pages=1-2", 200, 0..size),
    ] {
        let request = tina.request(Method::GET, &path).header("range", range);
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status().as_u16(), status, "{range}");
        if status == 416 {
            continue;
        }
        assert_eq!(answer.headers()["content-type"], "application/octet-stream", "{range}");
        assert_eq!(
            answer.headers()["etag"],
            format!("\"{}\"", digest(&file)).as_str(),
            "{range}"
        );
        if status == 206 {
            let said = format!("bytes {}-{}/{size}", part.start, part.end - 1);
            assert_eq!(answer.headers()["content-range"], said.as_str(), "{range}");
        }
        assert!(answer.bytes().await.unwrap() == file[part], "{range}");
    }
}

#[tokio::test]
async fn what_is_no_whole_piece_too_large_or_another_file_is_refused() {
    let desk = Desk::new().await;
    let ticket = ticket(&desk).await;
    let (tina, bob, gus) = (
        desk.person("tina").await,
        desk.person("bob").await,
        desk.person("gus").await,
    );
    let file = bytes(PIECE + 9);
    for person in [&bob, &gus] {
        assert_eq!(
            piece(person, &ticket, &file, 0).await.status,
            404,
            "it isn't theirs to see"
        );
    }
    let at = |digest: &str, offset: u64, size: u64| {
        format!("tickets/{}/uploads/{digest}?offset={offset}&size={size}", ticket["id"])
    };
    let sent = async |path: String, bytes: Vec<u8>| {
        let request = tina.request(Method::PATCH, &path);
        tina.send(request.body(bytes)).await
    };
    let short = sent(at(&digest(&file), 0, 1000), vec![1; 10]).await;
    assert_eq!(short.error(), (400, "bad_request".to_owned()));
    let large = sent(at(&digest(&file), 0, LARGEST + 1), vec![1; PIECE]).await;
    assert_eq!(large.error(), (422, "out_of_range".to_owned()));
    let digestless = sent(at("blue", 0, 10), vec![1; 10]).await;
    assert_eq!(digestless.error(), (422, "not_usable".to_owned()));
    let other = sent(at(&digest(&file), 0, 10), vec![1; 10]).await;
    assert_eq!(other.error(), (400, "bad_request".to_owned()));
    let state = tina
        .get(&format!("tickets/{}/uploads/{}", ticket["id"], digest(&file)))
        .await
        .ok();
    assert_eq!(state["received"], json!(0), "what came of another file is thrown away");
    let many: Vec<_> = (0..9_u8).map(|number| (digest(&[number]), LARGEST)).collect();
    for (digest, size) in &many {
        sent(at(digest, 0, *size), vec![1; PIECE]).await.ok();
    }
    let more = sent(at(&digest(b"more"), 0, LARGEST), vec![1; PIECE]).await;
    assert_eq!(more.error(), (400, "bad_request".to_owned()));
    desk.clock.advance(Duration::from_secs(8 * 24 * 60 * 60));
    desk.operations().forget_old().await.unwrap();
    let later = desk.person("tina").await;
    let request = later.request(Method::PATCH, &at(&digest(b"more"), 0, LARGEST));
    later.send(request.body(vec![1; PIECE])).await.ok();
}

#[tokio::test]
async fn each_side_sees_its_own_and_what_is_public() {
    let desk = Desk::new().await;
    let (tina, ana, bob) = (
        desk.person("tina").await,
        desk.person("ana").await,
        desk.person("bob").await,
    );
    let bobs = bob.create(json!({"companyID": desk.acme, "title": "Mouse"})).await;
    ana.act(&bobs, "escalate", json!({})).await.ok();
    let mut made = Vec::new();
    for (person, audience) in [
        (&tina, "public"),
        (&tina, "internal"),
        (&ana, "public"),
        (&ana, "internal"),
        (&bob, "public"),
    ] {
        let file = bytes(10 + made.len());
        send(person, &bobs, &file).await;
        let settled = person.act(&bobs, "attach", act("x.txt", audience, &file)).await.ok();
        made.push(settled["attachments"][0]["id"].as_i64().unwrap());
    }
    let file = bytes(5);
    send(&bob, &bobs, &file).await;
    let internal = bob.act(&bobs, "attach", act("x.txt", "internal", &file)).await;
    assert_eq!(internal.error(), (403, "forbidden".to_owned()));
    let shown = async |person: &Person| {
        let list = person.get(&format!("tickets/{}/attachments", bobs["id"])).await.ok();
        let ids: Vec<_> = list["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["id"].as_i64().unwrap())
            .collect();
        let mut read = Vec::new();
        for id in &made {
            let path = format!("tickets/{}/attachments/{id}/content", bobs["id"]);
            if person.request(Method::GET, &path).send().await.unwrap().status() == 200 {
                read.push(*id);
            }
        }
        assert_eq!(ids, read);
        ids
    };
    assert_eq!(shown(&tina).await, [made[0], made[1], made[2], made[4]]);
    assert_eq!(shown(&ana).await, [made[0], made[2], made[3], made[4]]);
    assert_eq!(shown(&bob).await, [made[0], made[2], made[4]]);
    // Another ticket's address doesn't lead to it.
    let other = tina.create(json!({"companyID": desk.acme, "title": "Other"})).await;
    let path = format!("tickets/{}/attachments/{}/content", other["id"], made[0]);
    assert_eq!(tina.request(Method::GET, &path).send().await.unwrap().status(), 404);
}

#[tokio::test]
async fn an_item_of_the_checklist_is_ticked_by_the_providers_people_alone() {
    let desk = Desk::new().await;
    let (tina, ana) = (desk.person("tina").await, desk.person("ana").await);
    let ticket = tina
        .create(json!({"companyID": desk.acme, "title": "Printer", "contactID": desk.id("bob").await.number()}))
        .await;
    let id = ticket["id"].as_i64().unwrap();
    let item = format!(
        "INSERT INTO ticket_checklist_item (id, item_name, is_completed, ticket_id) VALUES (5, 'Ask', 0, {id})"
    );
    let write = desk
        .operations()
        .write(move |writing| Ok(writing.execute_batch(&item)?));
    write.await.unwrap();
    let tick = |done: bool| json!({"item": 5, "isCompleted": done});
    let settled = tina.act(&ticket, "tick", tick(true)).await.ok();
    let row = &settled["checklistItems"][0];
    assert_eq!(
        json!([row["isCompleted"], row["completedByName"], row["completedDateTime"]]),
        json!([true, "Tina Lund", "2026-11-20T09:00:00Z"])
    );
    assert_eq!(
        ana.act(&ticket, "tick", tick(false)).await.error(),
        (403, "forbidden".to_owned())
    );
    assert_eq!(
        ana.get(&format!("tickets/{id}/checklist")).await.ok()["items"],
        json!([])
    );
    let other = tina.create(json!({"companyID": desk.acme, "title": "Other"})).await;
    assert_eq!(
        tina.act(&other, "tick", tick(false)).await.status,
        404,
        "it is another ticket's"
    );
    let undone = tina.act(&ticket, "tick", tick(false)).await.ok();
    assert_eq!(undone["checklistItems"][0]["completedByName"], Json::Null);
}
