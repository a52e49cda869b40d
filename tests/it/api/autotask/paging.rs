//! Pages: followed by every verb and with every body that clients send.

use super::integration::{Integration, ids, refusal};
use crate::support::Desk;
use reqwest::Method;
use serde_json::{Value as Json, json};

async fn five(desk: &Desk, api: &Integration) -> Vec<i64> {
    let mut all = Vec::new();
    for number in 1..=5 {
        all.push(api.ticket(desk, json!({"title": format!("Printer {number}")})).await);
    }
    all
}

fn query() -> Json {
    json!({"MaxRecords": 2, "IncludeFields": ["id"], "Filter": [{"op": "beginsWith", "field": "title", "value": "printer"}]})
}

fn link(page: &Json, name: &str) -> String {
    page["pageDetails"][name].as_str().unwrap_or_default().to_owned()
}

fn details(page: &Json) -> (Json, Json) {
    (
        page["pageDetails"]["count"].clone(),
        page["pageDetails"]["requestCount"].clone(),
    )
}

#[tokio::test]
async fn pages_are_followed_by_get_and_by_post_with_the_body_or_without_one() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let all = five(&desk, &api).await;
    api.ticket(&desk, json!({"title": "Scanner"})).await;
    for (method, body) in [(Method::GET, None), (Method::POST, None), (Method::POST, Some(query()))] {
        let first = api.post("Tickets/query", query()).await.ok();
        assert_eq!(
            (ids(&first), details(&first)),
            (all[..2].to_vec(), (json!(2), json!(2)))
        );
        assert_eq!(first["pageDetails"]["prevPageUrl"], Json::Null);
        let second = api
            .follow(method.clone(), &link(&first, "nextPageUrl"), body.as_ref())
            .await
            .ok();
        assert_eq!(ids(&second), all[2..4]);
        assert_eq!(second["items"][0], json!({"id": all[2]}));
        let third = api
            .follow(method.clone(), &link(&second, "nextPageUrl"), body.as_ref())
            .await
            .ok();
        assert_eq!(
            (ids(&third), details(&third)),
            (all[4..].to_vec(), (json!(1), json!(2)))
        );
        assert_eq!(third["pageDetails"]["nextPageUrl"], Json::Null);
        let back = api
            .follow(method.clone(), &link(&third, "prevPageUrl"), body.as_ref())
            .await
            .ok();
        assert_eq!(ids(&back), all[2..4]);
        assert_eq!(
            ids(&api.follow(method.clone(), &link(&back, "nextPageUrl"), None).await.ok()),
            all[4..]
        );
        let start = api
            .follow(method, &link(&back, "prevPageUrl"), body.as_ref())
            .await
            .ok();
        assert_eq!(
            (ids(&start), &start["pageDetails"]["prevPageUrl"]),
            (all[..2].to_vec(), &Json::Null)
        );
    }
}

#[tokio::test]
async fn the_last_page_says_so_even_when_it_is_full_and_new_rows_come_behind_it() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let all = five(&desk, &api).await;
    let mut body = query();
    body["MaxRecords"] = json!(5);
    let whole = api.post("Tickets/query", body).await.ok();
    assert_eq!(
        (ids(&whole), &whole["pageDetails"]["nextPageUrl"]),
        (all.clone(), &Json::Null)
    );
    let first = api.post("Tickets/query", query()).await.ok();
    let sixth = api.ticket(&desk, json!({"title": "Printer 6"})).await;
    let second = api.follow(Method::GET, &link(&first, "nextPageUrl"), None).await.ok();
    let third = api.follow(Method::GET, &link(&second, "nextPageUrl"), None).await.ok();
    assert_eq!(
        (ids(&third), &third["pageDetails"]["nextPageUrl"]),
        (vec![all[4], sixth], &Json::Null)
    );
}

#[tokio::test]
async fn a_get_gives_pages_that_are_followed_by_get() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let all = five(&desk, &api).await;
    let request = api.search("Tickets/query", "search", &query());
    let first = api.send(request).await.ok();
    let second = api.follow(Method::GET, &link(&first, "nextPageUrl"), None).await.ok();
    assert_eq!(ids(&second), all[2..4]);
}

#[tokio::test]
async fn a_page_shows_only_what_its_reader_sees_and_a_foreign_token_nothing() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    five(&desk, &api).await;
    let first = api.post("Tickets/query", query()).await.ok();
    let next = link(&first, "nextPageUrl");
    let bare = api.send(api.bare(Method::GET, &next)).await;
    assert_eq!((bare.status, bare.text.as_str()), (401, ""));
    let elsewhere = next.replace("/Tickets/", "/Companies/");
    for address in [
        elsewhere,
        format!("{next}x"),
        next.split('=').next().unwrap().to_owned(),
        next.replace("paging", "page"),
    ] {
        let (status, errors) = refusal(&api.follow(Method::GET, &address, None).await);
        assert_eq!((status, errors.len()), (500, 1), "{address}");
    }
}

#[tokio::test]
async fn a_parents_children_are_listed_oldest_first() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let ticket = api.ticket(&desk, json!({})).await;
    let other = api.ticket(&desk, json!({})).await;
    let mut notes = Vec::new();
    for (ticket, text) in [(ticket, "one"), (other, "elsewhere"), (ticket, "two")] {
        let note = json!({"description": text, "noteType": 1, "publish": 2});
        notes.push(Integration::created(
            &api.post(&format!("Tickets/{ticket}/Notes"), note).await,
        ));
    }
    let page = api.get(&format!("Tickets/{ticket}/Notes")).await.ok();
    assert_eq!(ids(&page), [notes[0], notes[2]]);
    assert_eq!(
        page["pageDetails"],
        json!({"count": 2, "requestCount": 500, "prevPageUrl": null, "nextPageUrl": null})
    );
    assert_eq!(ids(&api.get("Tickets/999999/Notes").await.ok()), [] as [i64; 0]);
    let mine = api.row(&format!("Tickets/{ticket}/Notes/{}", notes[0])).await;
    assert_eq!(mine, api.row(&format!("TicketNotes/{}", notes[0])).await);
    assert_eq!(
        api.row(&format!("Tickets/{ticket}/Notes/{}", notes[1])).await,
        Json::Null
    );
    assert_eq!(api.ids("TicketNotes", json!([])).await, notes);
}
