//! Tickets: created, changed and replaced, with every sentence that says what is wrong.

use super::integration::{Integration, refusal, rule, said};
use crate::support::Desk;
use serde_json::{Value as Json, json};
use std::time::Duration;
use tandem::base::ids::RequestTypeId;

#[tokio::test]
async fn a_create_stores_every_field_that_it_may_set_and_passes_over_the_rest() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let tina = desk.id("tina").await.number();
    let bob = desk.id("bob").await.number();
    let contract = json!({
        "companyID": desk.acme, "contractName": "Support", "contractType": 1, "status": 1,
        "startDate": "2026-01-01", "endDate": "2026-12-31", "timeReportingRequiresStartAndStopTimes": 0,
    });
    let contract = Integration::created(&api.post("Contracts", contract).await);
    let sub_issue = desk
        .operations()
        .create_sub_issue_type("Printer".to_owned(), RequestTypeId(1))
        .await
        .unwrap();
    let given = json!({
        "id": 7777, "TITLE": "Printer", "companyid": desk.acme.0.to_string(), "status": "8", "priority": 1, "queueID": 6,
        "contactID": bob, "description": "It hums.", "resolution": "Oil", "issueType": 1, "assignedResourceID": tina,
        "dueDateTime": "2026-12-01T12:30:00", "estimatedHours": "1.5", "externalID": "X-1", "purchaseOrderNumber": "P-9",
        "source": 4, "ticketType": 2, "contractID": contract, "changeInfoField1": "c", "isVisibleToComanaged": "True",
        "createDate": "1999-01-01T00:00:00Z", "ticketNumber": "T1", "colour": "red", "subIssueType": sub_issue,
    });
    let id = Integration::created(&api.post("Tickets", given).await);
    assert_ne!(id, 7777);
    let row = api.row(&format!("Tickets/{id}")).await;
    for (field, expected) in [
        ("title", json!("Printer")),
        ("companyID", json!(desk.acme)),
        ("status", json!(8)),
        ("queueID", json!(6)),
        ("contactID", json!(bob)),
        ("resolution", json!("Oil")),
        ("issueType", json!(1)),
        ("assignedResourceID", json!(tina)),
        ("assignedResourceRoleID", json!(1)),
        ("dueDateTime", json!("2026-12-01T12:30:00Z")),
        ("estimatedHours", json!(1.5)),
        ("externalID", json!("X-1")),
        ("source", json!(4)),
        ("contractID", json!(contract)),
        ("subIssueType", json!(sub_issue)),
        ("isVisibleToComanaged", json!(true)),
        ("createDate", json!("2026-11-20T09:00:00Z")),
        ("ticketNumber", json!("T20261120.0001")),
        ("firstResponseDateTime", json!("2026-11-20T09:00:00Z")),
    ] {
        assert_eq!(row[field], expected, "{field}");
    }
}

#[tokio::test]
async fn a_create_with_another_status_is_a_creation_and_a_change_of_status() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let done = api.ticket(&desk, json!({"status": 5})).await;
    let row = api.row(&format!("Tickets/{done}")).await;
    assert_eq!(
        (&row["completedDate"], &row["completedByResourceID"]),
        (&json!("2026-11-20T09:00:00Z"), &json!(api.id))
    );
    let tina = desk.person("tina").await;
    let history = tina.get(&format!("tickets/{done}/history")).await.ok();
    let events: Vec<_> = history["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| line["event"].clone())
        .collect();
    assert!(events.len() >= 2, "{events:?}");
    let body = json!({"companyID": desk.acme, "title": "x", "priority": 2, "status": 20});
    assert_eq!(refusal(&api.post("Tickets", body).await), rule("status_by_handover"));
}

#[tokio::test]
async fn what_does_not_fit_is_named_field_by_field_and_nothing_is_stored() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let gus = desk.id("gus").await.number();
    let good = json!({"companyID": desk.acme, "title": "Printer", "status": 1, "priority": 2});
    for (fields, errors) in [
        (
            json!({"priority": 99}),
            vec!["Picklist value [99] does not exist for priority."],
        ),
        (
            json!({"status": 101}),
            vec!["Picklist value [101] does not exist for status."],
        ),
        (
            json!({"queueID": 4}),
            vec!["Picklist value [4] does not exist for queueID."],
        ),
        (
            json!({"issueType": 44}),
            vec!["Picklist value [44] does not exist for issueType."],
        ),
        (
            json!({"title": null}),
            vec!["Value does not exist for the required field title"],
        ),
        (
            json!({"title": "x".repeat(256)}),
            vec!["The value of title has 256 characters; it may have 255 at most."],
        ),
        (
            json!({"dueDateTime": "soon"}),
            vec!["The value soon of dueDateTime is not of type datetime."],
        ),
        (
            json!({"companyID": 999_999}),
            vec!["Value [999999] does not exist for companyID."],
        ),
        (
            json!({"contactID": 999_999}),
            vec!["Value [999999] does not exist for contactID."],
        ),
        (
            json!({"assignedResourceID": 999_999}),
            vec!["Value [999999] does not exist for assignedResourceID."],
        ),
        (
            json!({"assignedResourceRoleID": 1}),
            vec!["Data violation: assignedResourceID and assignedResourceRoleID must be set together."],
        ),
        (
            json!({"priority": 99, "status": 98, "title": null}),
            vec![
                "Picklist value [98] does not exist for status.",
                "Picklist value [99] does not exist for priority.",
                "Value does not exist for the required field title",
            ],
        ),
    ] {
        let mut body = good.clone();
        for (name, value) in fields.as_object().unwrap() {
            body[name] = value.clone();
        }
        let (status, mut said) = refusal(&api.post("Tickets", body).await);
        said.sort();
        assert_eq!(
            (status, said),
            (500, errors.iter().map(ToString::to_string).collect()),
            "{fields}"
        );
    }
    let missing = api.post("Tickets", json!({})).await;
    let needed = ["companyID", "priority", "status", "title"];
    assert_eq!(
        refusal(&missing).1,
        needed.map(|field| format!("Value does not exist for the required field {field}"))
    );
    let mut body = good.clone();
    body["contactID"] = json!(gus);
    assert_eq!(
        refusal(&api.post("Tickets", body).await).0,
        500,
        "a contact of another company"
    );
    let mut body = good;
    body["assignedResourceID"] = json!(api.id);
    assert_eq!(refusal(&api.post("Tickets", body).await), rule("not_assignable"));
    assert_eq!(api.ids("Tickets", json!([])).await, [] as [i64; 0]);
}

#[tokio::test]
async fn a_patch_changes_what_it_names_and_null_clears() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let tina = desk.id("tina").await.number();
    let id = api
        .ticket(
            &desk,
            json!({"dueDateTime": "2026-12-01T10:00:00Z", "externalID": "X-1", "description": "It hums.", "assignedResourceID": tina, "issueType": 1}),
        )
        .await;
    let path = format!("Tickets/{id}");
    let before = api.row(&path).await;
    desk.clock.advance(Duration::from_secs(5 * 60));
    let answer = api
        .patch(
            "Tickets",
            json!({"id": id.to_string(), "Title": "Plotter", "dueDateTime": null, "externalid": null, "assignedResourceID": null, "issueType": null, "description": null, "source": 2}),
        )
        .await;
    assert_eq!(answer.ok(), json!({"itemId": id}));
    let row = api.row(&path).await;
    let mut expected = before.clone();
    for (field, value) in [
        ("title", json!("Plotter")),
        ("dueDateTime", Json::Null),
        ("externalID", Json::Null),
        ("assignedResourceID", Json::Null),
        ("assignedResourceRoleID", Json::Null),
        ("issueType", Json::Null),
        ("description", json!("")),
        ("source", json!(2)),
        ("lastActivityDate", json!("2026-11-20T09:05:00Z")),
        ("lastTrackedModificationDateTime", json!("2026-11-20T09:05:00Z")),
    ] {
        expected[field] = value;
    }
    assert_eq!(row, expected);

    desk.clock.advance(Duration::from_secs(5 * 60));
    api.patch("Tickets", row.clone()).await.ok();
    assert_eq!(api.row(&path).await, row, "a row that is sent back changes nothing");
}

#[tokio::test]
async fn a_patch_that_can_not_be_done_whole_is_not_done_at_all() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let id = api.ticket(&desk, json!({"externalID": "X-1"})).await;
    let before = api.row(&format!("Tickets/{id}")).await;
    for (fields, refused) in [
        (
            json!({"title": "New", "externalID": "X-2", "status": 20}),
            rule("status_by_handover"),
        ),
        (json!({"title": "New", "queueID": null}), said("queueID is required")),
        (
            json!({"title": "New", "assignedResourceID": api.id}),
            rule("not_assignable"),
        ),
        (
            json!({"title": "New", "assignedResourceRoleID": 1}),
            said("Data violation: assignedResourceID and assignedResourceRoleID must be set together."),
        ),
        (
            json!({"externalID": "X-2", "problemTicketId": 9_999}),
            said("Value [9999] does not exist for problemTicketId."),
        ),
        (
            json!({"status": null}),
            said("Value does not exist for the required field status"),
        ),
    ] {
        let mut body = fields.clone();
        body["id"] = json!(id);
        assert_eq!(refusal(&api.patch("Tickets", body).await), refused, "{fields}");
        assert_eq!(api.row(&format!("Tickets/{id}")).await, before, "{fields}");
    }
    let nameless = api.patch("Tickets", json!({"title": "New"})).await;
    assert_eq!(
        refusal(&nameless),
        said("Value does not exist for the required field id")
    );
    let list = api.patch("Tickets", json!([])).await;
    assert_eq!(refusal(&list), said("The body must be an object."));
}

#[tokio::test]
async fn a_put_empties_what_it_leaves_out_and_needs_what_is_required() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let tina = desk.id("tina").await.number();
    let id = api
        .ticket(
            &desk,
            json!({"externalID": "X-1", "assignedResourceID": tina, "description": "It hums."}),
        )
        .await;
    let body = json!({"id": id, "companyID": desk.acme, "title": "Plotter", "status": 8, "priority": 1, "queueID": 5});
    assert_eq!(api.put("Tickets", body).await.ok(), json!({"itemId": id}));
    let row = api.row(&format!("Tickets/{id}")).await;
    for (field, expected) in [
        ("title", json!("Plotter")),
        ("status", json!(8)),
        ("priority", json!(1)),
        ("externalID", Json::Null),
        ("assignedResourceID", Json::Null),
        ("assignedResourceRoleID", Json::Null),
        ("description", json!("")),
        ("ticketNumber", json!("T20261120.0001")),
    ] {
        assert_eq!(row[field], expected, "{field}");
    }
    let short = api.put("Tickets", json!({"id": id, "title": "x"})).await;
    let needed = ["companyID", "priority", "status"];
    assert_eq!(
        refusal(&short).1,
        needed.map(|field| format!("Value does not exist for the required field {field}"))
    );
    assert_eq!(api.row(&format!("Tickets/{id}")).await, row);
}

#[tokio::test]
async fn a_put_without_a_queue_gives_the_one_that_a_new_ticket_would_have() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let id = api.ticket(&desk, json!({"queueID": 6})).await;
    let body = json!({"id": id, "companyID": desk.acme, "title": "Plotter", "status": 1, "priority": 1});
    let new = Integration::created(&api.post("Tickets", body.clone()).await);
    let usual = api.row(&format!("Tickets/{new}")).await["queueID"].take();
    assert_ne!(usual, json!(6));
    for body in [body.clone(), body] {
        api.put("Tickets", body).await.ok();
        assert_eq!(api.row(&format!("Tickets/{id}")).await["queueID"], usual);
    }
}

#[tokio::test]
async fn publish_says_who_reads_a_note() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let ana = desk.person("ana").await;
    let id = api.ticket(&desk, json!({})).await;
    let path = format!("Tickets/{id}/Notes");
    let mut notes = Vec::new();
    for publish in [1, 2, 4] {
        let body = json!({"title": "t", "description": format!("note {publish}"), "noteType": 3, "publish": publish, "ticketID": 999});
        notes.push(Integration::created(&api.post(&path, body).await));
        let row = api.row(&format!("TicketNotes/{}", notes[notes.len() - 1])).await;
        assert_eq!(
            (&row["publish"], &row["noteType"], &row["ticketID"]),
            (&json!(publish), &json!(3), &json!(id))
        );
    }
    let read = async || {
        let answer = ana.get(&format!("tickets/{id}/notes")).await.ok();
        let texts = answer["items"].as_array().cloned().unwrap();
        texts
            .iter()
            .map(|note| note["description"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(read().await, ["note 1"]);
    let shown = json!({"id": notes[1], "noteType": 3, "publish": 1, "description": "told"});
    assert_eq!(api.patch(&path, shown).await.ok(), json!({"itemId": notes[1]}));
    assert_eq!(read().await, ["note 1", "told"]);
    let replaced = json!({"id": notes[0], "noteType": 1, "publish": 2, "description": "hidden"});
    api.put(&path, replaced).await.ok();
    assert_eq!(read().await, ["told"]);
    assert_eq!(api.row(&format!("TicketNotes/{}", notes[0])).await["title"], Json::Null);
}

#[tokio::test]
async fn a_note_that_does_not_fit_is_refused() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let ana = desk.person("ana").await;
    let id = api.ticket(&desk, json!({})).await;
    let other = api.ticket(&desk, json!({})).await;
    let path = format!("Tickets/{id}/Notes");
    let required = |field: &str| said(&format!("Value does not exist for the required field {field}"));
    let good = json!({"description": "x", "noteType": 1, "publish": 1});
    let note = Integration::created(&api.post(&path, good).await);
    for (body, refused) in [
        (
            json!({"description": "x", "noteType": 1, "publish": 3}),
            said("Picklist value [3] does not exist for publish."),
        ),
        (
            json!({"description": "  ", "noteType": 1, "publish": 1}),
            required("description"),
        ),
        (json!({"noteType": 1, "publish": 1}), required("description")),
        (json!({"description": "x", "noteType": 1}), required("publish")),
    ] {
        assert_eq!(refusal(&api.post(&path, body.clone()).await), refused, "{body}");
    }
    let sparse = api
        .patch(&path, json!({"id": note, "description": "y", "publish": 1}))
        .await;
    assert_eq!(refusal(&sparse), required("noteType"));
    let misplaced = json!({"id": note, "description": "y", "noteType": 1, "publish": 1});
    let misplaced = api.patch(&format!("Tickets/{other}/Notes"), misplaced).await;
    assert_eq!(refusal(&misplaced), said("No matching records found."));
    let ticket = json!({ "id": id });
    let theirs = ana
        .act(&ticket, "note", json!({"audience": "public", "text": "Mine"}))
        .await
        .ok();
    let theirs = &theirs["notes"][0]["id"];
    let edited = json!({"id": theirs, "description": "Not yours", "noteType": 19, "publish": 1});
    assert_eq!(refusal(&api.patch(&path, edited).await), rule("forbidden"));
    assert_eq!(
        api.row(&format!("TicketNotes/{theirs}")).await["description"],
        json!("Mine")
    );
}
