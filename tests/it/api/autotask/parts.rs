//! What hangs on tickets besides notes and time: secondary resources, checklists, charges, history.

use super::integration::{Integration, refusal, rule, said};
use crate::support::Desk;
use serde_json::{Value as Json, json};
use std::time::Duration;

#[tokio::test]
async fn secondary_resources_are_added_and_removed_below_their_ticket() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let (tina, theo) = (desk.id("tina").await.number(), desk.id("theo").await.number());
    let id = api.ticket(&desk, json!({"assignedResourceID": tina})).await;
    let path = format!("Tickets/{id}/SecondaryResources");
    let helper = json!({"resourceID": theo, "roleID": 1});
    let made = Integration::created(&api.post(&path, helper.clone()).await);
    let row = api.row(&format!("TicketSecondaryResources/{made}")).await;
    assert_eq!(
        row,
        json!({"id": made, "resourceID": theo, "roleID": 1, "ticketID": id})
    );
    assert_eq!(api.ids("TicketSecondaryResources", json!([])).await, [made]);
    let twice = format!("The resource [{theo}] is a secondary resource of the ticket already.");
    assert_eq!(refusal(&api.post(&path, helper).await), said(&twice));
    let primary = api.post(&path, json!({"resourceID": tina, "roleID": 1})).await;
    assert_eq!(refusal(&primary), rule("already_assigned"));
    let role = Integration::created(
        &api.post(
            "Roles",
            json!({"name": "Lead", "hourlyFactor": 1, "hourlyRate": 0, "isActive": true}),
        )
        .await,
    );
    let wrong = api.post(&path, json!({"resourceID": api.id, "roleID": role})).await;
    let unknown = format!("The resource [{}] has no active service desk role [{role}].", api.id);
    assert_eq!(refusal(&wrong), said(&unknown));
    api.delete(&format!("{path}/{made}")).await.ok();
    assert_eq!(api.ids("TicketSecondaryResources", json!([])).await, [] as [i64; 0]);
    assert_eq!(
        refusal(&api.delete(&format!("{path}/{made}")).await),
        said("No matching records found.")
    );
    assert_eq!(api.post("TicketSecondaryResources", json!({})).await.status, 404);
}

#[tokio::test]
async fn ticking_a_checklist_item_notes_who_did_it_and_when() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let ana = desk.person("ana").await;
    let id = api.ticket(&desk, json!({})).await;
    let path = format!("Tickets/{id}/ChecklistItems");
    let first = Integration::created(&api.post(&path, json!({"itemName": "Ask for the serial number"})).await);
    let second = Integration::created(&api.post(&path, json!({"itemName": "Order", "isImportant": true})).await);
    let row = async |item: i64| api.row(&format!("TicketChecklistItems/{item}")).await;
    let shown = |row: Json| {
        json!([
            row["isCompleted"],
            row["isImportant"],
            row["position"],
            row["completedByResourceID"],
            row["completedDateTime"]
        ])
    };
    assert_eq!(shown(row(first).await), json!([false, false, 1, null, null]));
    assert_eq!(shown(row(second).await), json!([false, true, 2, null, null]));
    let tick = json!({"id": first, "isCompleted": true});
    api.patch(&path, tick.clone()).await.ok();
    assert_eq!(
        shown(row(first).await),
        json!([true, false, 1, api.id, "2026-11-20T09:00:00Z"])
    );
    desk.clock.advance(Duration::from_secs(60));
    api.patch(&path, tick).await.ok();
    assert_eq!(
        shown(row(first).await),
        json!([true, false, 1, api.id, "2026-11-20T09:00:00Z"]),
        "ticked once"
    );
    api.patch(&path, json!({"id": first, "isCompleted": false})).await.ok();
    assert_eq!(shown(row(first).await), json!([false, false, 1, null, null]));
    // An important item doesn't hold the ticket open, and the client's people see no checklist.
    api.patch("Tickets", json!({"id": id, "status": 5})).await.ok();
    assert_eq!(ana.ids("ticketChecklistItems", json!([])).await, [] as [i64; 0]);
    api.delete(&format!("{path}/{second}")).await.ok();
    assert_eq!(api.ids("TicketChecklistItems", json!([])).await, [first]);
    let blank = api.post(&path, json!({"itemName": "  "})).await;
    assert_eq!(
        refusal(&blank),
        said("Value does not exist for the required field itemName")
    );
}

#[tokio::test]
async fn a_charges_sums_follow_from_its_quantity_and_it_keeps_the_ticket_at_its_company() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let id = api.ticket(&desk, json!({})).await;
    let path = format!("Tickets/{id}/Charges");
    let charge = json!({"name": "Toner", "chargeType": 1, "datePurchased": "2026-11-20", "unitQuantity": 3, "unitCost": 10.25, "unitPrice": 19.99});
    let made = Integration::created(&api.post(&path, charge).await);
    let sums = async || {
        let row = api.row(&format!("TicketCharges/{made}")).await;
        json!([
            row["extendedCost"],
            row["billableAmount"],
            row["internalCurrencyUnitPrice"],
            row["isBilled"],
            row["isBillableToCompany"],
            row["creatorResourceID"]
        ])
    };
    assert_eq!(sums().await, json!([30.75, 59.97, 19.99, false, true, api.id]));
    api.patch(&path, json!({"id": made, "unitQuantity": "0.5"})).await.ok();
    assert_eq!(sums().await, json!([5.125, 9.995, 19.99, false, true, api.id]));
    api.patch(&path, json!({"id": made, "isBillableToCompany": false}))
        .await
        .ok();
    assert_eq!(sums().await, json!([5.125, 0.0, 19.99, false, false, api.id]));
    let moved = api.patch("Tickets", json!({"id": id, "companyID": desk.globex})).await;
    assert_eq!(refusal(&moved), rule("company_fixed"));
    let billed = format!("INSERT INTO billing_item (id, ticket_charge_id) VALUES (1, {made})");
    let write = desk
        .operations()
        .write(move |writing| Ok(writing.execute_batch(&billed)?));
    write.await.unwrap();
    let kept = said("The charge was billed and stays as it is.");
    assert_eq!(
        refusal(&api.patch(&path, json!({"id": made, "unitQuantity": 9})).await),
        kept
    );
    assert_eq!(refusal(&api.delete(&format!("{path}/{made}")).await), kept);
    let negative = json!({"name": "x", "chargeType": 1, "datePurchased": "2026-11-20", "unitQuantity": -1});
    let (status, sentences) = refusal(&api.post(&path, negative).await);
    assert!(
        status == 500 && sentences[0].starts_with("unitQuantity must be from 0"),
        "{sentences:?}"
    );
    let nowhere = api.post("Tickets/999999/Charges", json!({"name": "x"})).await;
    assert_eq!(refusal(&nowhere).0, 500);
}

#[tokio::test]
async fn history_is_asked_for_ticket_by_ticket() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let bob = desk.person("bob").await;
    let ana = desk.person("ana").await;
    let bobs = bob.create(json!({"companyID": desk.acme, "title": "Mouse"})).await;
    ana.act(&bobs, "escalate", json!({})).await.ok();
    let id = bobs["id"].as_i64().unwrap();
    let page = api
        .post(
            "TicketHistory/query",
            json!({"filter": [{"op": "eq", "field": "ticketID", "value": id}]}),
        )
        .await
        .ok();
    let lines = page["items"].as_array().unwrap();
    assert!(!lines.is_empty());
    assert!(
        lines.iter().all(|line| line["resourceID"] == 4),
        "what contacts did is the system's: {page}"
    );
    let keys: Vec<_> = lines[0].as_object().unwrap().keys().cloned().collect();
    assert_eq!(keys, ["id", "action", "date", "detail", "resourceID", "ticketID"]);
    for field in ["id", "action", "date", "detail", "resourceID"] {
        let filter = json!({"filter": [{"op": "exist", "field": field}]});
        assert_eq!(api.post("TicketHistory/query", filter).await.status, 500, "{field}");
    }
    assert_eq!(api.post("TicketHistory", json!({})).await.status, 404);
}
