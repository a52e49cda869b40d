//! Time: hours on the wire, whole minutes within.

use super::integration::{Integration, refusal, said};
use crate::support::Desk;
use serde_json::{Value as Json, json};
use std::time::Duration;

async fn minutes(desk: &Desk, ticket: i64) -> Json {
    let tina = desk.person("tina").await;
    tina.get(&format!("tickets/{ticket}")).await.ok()["minutesAutotask"].clone()
}

#[tokio::test]
async fn hours_become_minutes_and_come_back_with_four_decimals() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let tina = desk.id("tina").await.number();
    let code = "INSERT INTO billing_code (id, name, is_active, unit_cost, unit_price) VALUES (9, 'On Site', 1, 0, 0)";
    let written = desk
        .operations()
        .write(move |writing| Ok(writing.execute(code, []).map(drop)?));
    written.await.unwrap();
    let ticket = api.ticket(&desk, json!({"billingCodeID": 9})).await;
    for (fields, hours, to_bill) in [
        (json!({"hoursWorked": 0.3333}), json!(0.3333), json!(0.3333)),
        (
            json!({"hoursWorked": "1.5", "offsetHours": 0.5}),
            json!(1.5),
            json!(2.0),
        ),
        (json!({"hoursWorked": 0.26}), json!(0.2667), json!(0.2667)),
        (
            json!({"startDateTime": "2026-11-19T10:00:00Z", "endDateTime": "2026-11-19T10:45:00Z", "hoursWorked": 9}),
            json!(0.75),
            json!(0.75),
        ),
    ] {
        let mut body = json!({"ticketID": ticket, "resourceID": tina, "dateWorked": "2026-11-19T00:00:00Z", "summaryNotes": "Cleaned", "internalNotes": "Dusty"});
        for (name, value) in fields.as_object().unwrap() {
            body[name] = value.clone();
        }
        let id = Integration::created(&api.post("TimeEntries", body).await);
        let row = api.row(&format!("TimeEntries/{id}")).await;
        for (field, expected) in [
            ("hoursWorked", hours),
            ("hoursToBill", to_bill),
            ("resourceID", json!(tina)),
            ("roleID", json!(1)),
            ("billingCodeID", json!(9)),
            ("dateWorked", json!("2026-11-19T00:00:00Z")),
            ("timeEntryType", json!(2)),
            ("creatorUserID", json!(api.id)),
            ("summaryNotes", json!("Cleaned")),
            ("internalNotes", json!("Dusty")),
        ] {
            assert_eq!(row[field], expected, "{field} of {fields}");
        }
    }
    assert_eq!(minutes(&desk, ticket).await, json!(20 + 90 + 16 + 45));
}

#[tokio::test]
async fn time_that_does_not_fit_is_refused() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let tina = desk.id("tina").await.number();
    let ticket = api.ticket(&desk, json!({})).await;
    let bounds = "hoursWorked must be above 0 and 24 at most.";
    for (fields, text) in [
        (json!({"hoursWorked": 0}), bounds),
        (json!({"hoursWorked": 24.1}), bounds),
        (json!({"hoursWorked": -1}), bounds),
        (
            json!({"startDateTime": "2026-11-19T10:00:00Z", "endDateTime": "2026-11-19T09:00:00Z"}),
            bounds,
        ),
        (json!({}), "Value does not exist for the required field hoursWorked"),
        (
            json!({"hoursWorked": 1, "resourceID": null}),
            "Value does not exist for the required field resourceID",
        ),
        (
            json!({"hoursWorked": 1, "resourceID": 9_999}),
            "Value [9999] does not exist for resourceID.",
        ),
        (
            json!({"hoursWorked": 1, "roleID": 77}),
            "Value [77] does not exist for roleID.",
        ),
        (
            json!({"hoursWorked": 1, "taskID": 5}),
            "Exactly one of ticketID, taskID and internalBillingCodeID must be set.",
        ),
        (
            json!({"hoursWorked": 1, "ticketID": null, "taskID": 5}),
            "ticketID is required: this server keeps time on tickets only.",
        ),
    ] {
        let mut body = json!({"ticketID": ticket, "resourceID": tina});
        for (name, value) in fields.as_object().unwrap() {
            body[name] = value.clone();
        }
        assert_eq!(refusal(&api.post("TimeEntries", body).await), said(text), "{fields}");
    }
    assert_eq!(minutes(&desk, ticket).await, json!(0));
}

#[tokio::test]
async fn an_entry_is_changed_replaced_and_deleted() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let tina = desk.id("tina").await.number();
    let ticket = api.ticket(&desk, json!({})).await;
    let other = api.ticket(&desk, json!({})).await;
    let body = json!({"ticketID": ticket, "resourceID": tina, "hoursWorked": 1, "summaryNotes": "Cleaned"});
    let id = Integration::created(&api.post("TimeEntries", body).await);
    let path = format!("TimeEntries/{id}");
    desk.clock.advance(Duration::from_secs(5 * 60));

    let answer = api
        .patch(
            "TimeEntries",
            json!({"id": id, "hoursWorked": 2, "isNonBillable": true}),
        )
        .await;
    assert_eq!(answer.ok(), json!({"itemId": id}));
    let row = api.row(&path).await;
    assert_eq!(
        json!([
            row["hoursWorked"],
            row["hoursToBill"],
            row["isNonBillable"],
            row["summaryNotes"],
            row["lastModifiedDateTime"],
            row["lastModifiedUserID"]
        ]),
        json!([2.0, 2.0, true, "Cleaned", "2026-11-20T09:05:00Z", api.id])
    );
    assert_eq!(minutes(&desk, ticket).await, json!(120));

    let started = json!({"id": id, "startDateTime": "2026-11-20T08:00:00Z", "endDateTime": "2026-11-20T08:30:00Z"});
    api.patch("TimeEntries", started).await.ok();
    api.patch("TimeEntries", json!({"id": id, "hoursWorked": 9})).await.ok();
    assert_eq!(
        api.row(&path).await["hoursWorked"],
        json!(0.5),
        "beginning and end decide"
    );

    let whole = json!({"id": id, "resourceID": tina, "ticketID": ticket, "hoursWorked": 1.25});
    api.put("TimeEntries", whole).await.ok();
    let row = api.row(&path).await;
    assert_eq!(
        json!([
            row["hoursWorked"],
            row["startDateTime"],
            row["summaryNotes"],
            row["isNonBillable"]
        ]),
        json!([1.25, null, null, null])
    );

    for (field, value) in [("ticketID", other), ("resourceID", api.id)] {
        let answer = api.patch("TimeEntries", json!({"id": id, field: value})).await;
        assert_eq!(refusal(&answer), said(&format!("{field} is read only.")));
    }
    assert_eq!(api.delete(&path).await.ok(), json!({"itemId": id}));
    assert_eq!(api.row(&path).await, Json::Null);
    assert_eq!(minutes(&desk, ticket).await, json!(0));
    assert_eq!(refusal(&api.delete(&path).await), said("No matching records found."));
}

#[tokio::test]
async fn what_changes_a_tickets_minutes_or_notes_is_a_change_of_the_ticket() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let tina = desk.person("tina").await;
    let ticket = api.ticket(&desk, json!({})).await;
    let time = json!({"resourceID": desk.id("tina").await.number(), "ticketID": ticket, "hoursWorked": 1});
    let entry = Integration::created(&api.post("TimeEntries", time).await);
    let notes = format!("Tickets/{ticket}/Notes");
    let note = json!({"description": "x", "noteType": 1, "publish": 1});
    let note = Integration::created(&api.post(&notes, note).await);
    let path = format!("tickets/{ticket}");
    let before = tina.get(&path).await.ok()["version"].as_i64().unwrap();

    let mut feed = tina.follow(None).await;
    feed.next().await;
    let changed = format!("changed Ticket {ticket}");
    let hidden = json!({"id": note, "noteType": 1, "publish": 2});
    let mut next_version = async || loop {
        let event = feed.next().await.unwrap();
        if event.short() == changed {
            break event.data["version"].as_i64().unwrap();
        }
    };
    api.patch("TimeEntries", json!({"id": entry, "hoursWorked": 2}))
        .await
        .ok();
    assert_eq!(next_version().await, before + 1);
    api.patch(&notes, hidden).await.ok();
    assert_eq!(next_version().await, before + 2);
    api.delete(&format!("TimeEntries/{entry}")).await.ok();
    assert_eq!(next_version().await, before + 3);
    let row = tina.get(&path).await.ok();
    assert_eq!(
        json!([
            row["version"],
            row["minutesAutotask"],
            row["publicNoteCount"],
            row["noteCount"]
        ]),
        json!([before + 3, 0, 0, 1])
    );
}
