//! A write by Autotask's routes obeys the rules that Tandem's own acts obey.

use super::integration::{Integration, refusal, rule};
use crate::support::{Desk, Person};
use reqwest::Method;
use serde_json::{Value as Json, json};
use tandem::base::ids::RequestTypeId;
use tandem::base::ids::{Ids, UniqueIds};

/// Switches carrying over in both directions at Acme on or off.
async fn carry_over(desk: &Desk, on: bool) {
    let ada = desk.person("ada").await;
    let body = json!({"completeTaskfireWithAutotask": on, "completeAutotaskWithTaskfire": on, "hideFinancials": false});
    let request = ada.request(Method::PUT, &format!("companies/{}/taskfire", desk.acme));
    let request = request
        .json(&body)
        .header("idempotency-key", UniqueIds.change().to_string());
    ada.send(request).await.ok();
}

/// A ticket that Ana escalated, given to somebody of the provider.
async fn escalated(desk: &Desk, assignee: Option<&str>) -> Json {
    let ana = desk.person("ana").await;
    let ticket = ana.create(json!({"companyID": desk.acme, "title": "Printer"})).await;
    ana.act(&ticket, "escalate", json!({})).await.ok();
    if let Some(name) = assignee {
        let resource = desk.id(name).await.number();
        let body = json!({"assignee": {"resource": resource}});
        desk.person("tina").await.act(&ticket, "assign", body).await.ok();
    }
    ticket
}

async fn statuses(person: &Person, ticket: &Json) -> (Json, Json) {
    let row = person.get(&format!("tickets/{}", ticket["id"])).await.ok();
    (row["status"].clone(), row["taskfireStatus"].clone())
}

#[tokio::test]
async fn completing_by_patch_carries_over_exactly_where_the_act_does() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let tina = desk.person("tina").await;
    let as_tina = api.impersonating(desk.id("tina").await.number());
    for on in [false, true] {
        carry_over(&desk, on).await;
        for assignee in [None, Some("tina"), Some("theo")] {
            let by_act = escalated(&desk, assignee).await;
            tina.act(&by_act, "complete", json!({})).await.ok();
            let by_patch = escalated(&desk, assignee).await;
            let body = json!({"id": by_patch["id"], "status": 5});
            as_tina.patch("Tickets", body.clone()).await.ok();
            let after = statuses(&tina, &by_patch).await;
            assert_eq!(after, statuses(&tina, &by_act).await, "{on} {assignee:?}");
            let synced = on && assignee != Some("theo");
            assert_eq!(
                after,
                (json!(5), json!(if synced { 105 } else { 120 })),
                "{on} {assignee:?}"
            );

            let by_automation = escalated(&desk, assignee).await;
            api.patch("Tickets", json!({"id": by_automation["id"], "status": 5}))
                .await
                .ok();
            assert_eq!(
                statuses(&tina, &by_automation).await,
                (json!(5), json!(120)),
                "automation owns nothing"
            );
        }
    }
}

#[tokio::test]
async fn what_the_other_side_holds_can_not_be_edited_but_the_own_side_can_be_steered() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let tina = desk.person("tina").await;
    let ticket = escalated(&desk, None).await;
    tina.act(&ticket, "transfer", json!({})).await.ok();
    let id = &ticket["id"];
    let refused = api.patch("Tickets", json!({"id": id, "title": "Plotter"})).await;
    assert_eq!(refusal(&refused), rule("not_holder"));
    let company = api.patch("Tickets", json!({"id": id, "companyID": desk.globex})).await;
    assert_eq!(refusal(&company).0, 500);
    let steered = json!({"id": id, "queueID": 6, "priority": 4, "status": 8, "externalID": "X-1"});
    api.patch("Tickets", steered).await.ok();
    let row = api.row(&format!("Tickets/{id}")).await;
    assert_eq!(
        json!([row["queueID"], row["priority"], row["status"], row["externalID"]]),
        json!([6, 4, 8, "X-1"])
    );
    let item = json!({"companyID": desk.acme, "isActive": true, "productID": 1, "referenceTitle": "Plotter"});
    let item = Integration::created(&api.post("ConfigurationItems", item).await);
    let panel = desk
        .operations()
        .create_sub_issue_type("Panel".to_owned(), RequestTypeId(1))
        .await
        .unwrap();
    let typed = format!("UPDATE ticket SET issue_type = 1 WHERE id = {id}");
    let write = desk
        .operations()
        .write(move |writing| Ok(writing.execute_batch(&typed)?));
    write.await.unwrap();
    for (field, value) in [("configurationItemID", item), ("subIssueType", panel)] {
        let answer = api.patch("Tickets", json!({"id": id, field: value})).await;
        assert_eq!(refusal(&answer), rule("not_holder"), "{field}");
    }
    api.patch("Tickets", json!({"id": id, "status": 20})).await.ok();
    assert_eq!(statuses(&tina, &ticket).await.0, json!(20), "set back to With Client");
    let other = tina.get(&format!("tickets/{id}")).await.ok();
    assert_eq!(
        (&other["taskfirePriority"], &other["holder"]),
        (&json!(2), &json!("taskfire"))
    );
}

#[tokio::test]
async fn reopening_and_editing_in_one_patch_takes_the_ticket_to_the_side_that_reopens_it() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let (ana, tina) = (desk.person("ana").await, desk.person("tina").await);
    let ticket = escalated(&desk, None).await;
    tina.act(&ticket, "transfer", json!({})).await.ok();
    ana.act(&ticket, "complete", json!({})).await.ok();
    tina.act(&ticket, "complete", json!({})).await.ok();
    let id = &ticket["id"];
    assert!(tina.get(&format!("tickets/{id}")).await.ok()["closedDate"].is_string());
    api.patch("Tickets", json!({"id": id, "title": "Again", "status": 8}))
        .await
        .ok();
    let row = tina.get(&format!("tickets/{id}")).await.ok();
    assert_eq!(
        json!([row["holder"], row["status"], row["title"], row["closedDate"]]),
        json!(["autotask", 8, "Again", null])
    );
}

#[tokio::test]
async fn every_change_has_its_line_of_history_and_counts_as_a_version() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let tina = desk.person("tina").await;
    let id = api.ticket(&desk, json!({})).await;
    let technician = desk.id("tina").await.number();
    let body = json!({"id": id, "title": "Plotter", "queueID": 6, "priority": 1, "status": 8, "assignedResourceID": technician});
    api.patch("Tickets", body).await.ok();
    let history = tina.get(&format!("tickets/{id}/history")).await.ok();
    let lines = history["items"].as_array().unwrap().clone();
    assert_eq!(lines.len(), 6, "created, and a line for each of five acts");
    assert!(
        lines
            .iter()
            .all(|line| line["authorName"] == json!("Monitoring Bridge"))
    );
    let row = tina.get(&format!("tickets/{id}")).await.ok();
    assert_eq!(row["version"], json!(6));
}
