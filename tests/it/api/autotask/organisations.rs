//! Companies, contacts and resources: by their tables, references checked.

use super::integration::{Integration, ids, refusal, said};
use crate::support::Desk;
use serde_json::{Value as Json, json};
use std::time::Duration;

#[tokio::test]
async fn a_company_is_created_changed_and_replaced() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let tina = desk.id("tina").await.number();
    let new = json!({"companyName": "Initech", "companyType": 1, "phone": "555", "ownerResourceID": tina, "city": "Austin", "parentCompanyID": desk.acme});
    let id = Integration::created(&api.post("Companies", new).await);
    let path = format!("Companies/{id}");
    let row = api.row(&path).await;
    for (field, expected) in [
        ("isActive", json!(true)),
        ("isTaskFireActive", json!(false)),
        ("createDate", json!("2026-11-20T09:00:00Z")),
        ("createdByResourceID", json!(api.id)),
        ("parentCompanyID", json!(desk.acme)),
    ] {
        assert_eq!(row[field], expected, "{field}");
    }
    desk.clock.advance(Duration::from_secs(5 * 60));
    let sent_back = json!({"id": id, "city": "Dallas", "isTaskFireActive": true, "createDate": "1999-01-01"});
    assert_eq!(api.patch("Companies", sent_back).await.ok(), json!({"itemId": id}));
    let changed = api.row(&path).await;
    assert_eq!(
        json!([
            changed["city"],
            changed["isTaskFireActive"],
            changed["createDate"],
            changed["lastTrackedModifiedDateTime"]
        ]),
        json!(["Dallas", false, "2026-11-20T09:00:00Z", "2026-11-20T09:05:00Z"])
    );
    let whole = json!({"id": id, "companyName": "Initrode", "companyType": 1, "phone": "5", "ownerResourceID": tina});
    api.put("Companies", whole).await.ok();
    let replaced = api.row(&path).await;
    assert_eq!(
        json!([replaced["companyName"], replaced["city"], replaced["parentCompanyID"]]),
        json!(["Initrode", null, null])
    );
    assert_eq!(
        api.row("Companies/0").await["companyName"],
        json!("Northwind"),
        "0 is a company"
    );
}

#[tokio::test]
async fn a_company_that_does_not_fit_is_refused() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let tina = desk.id("tina").await.number();
    let good = json!({"companyName": "Initech", "companyType": 1, "phone": "555", "ownerResourceID": tina});
    for (field, value, text) in [
        (
            "companyType",
            json!(5),
            "Picklist value [5] does not exist for companyType.",
        ),
        (
            "ownerResourceID",
            json!(9_999),
            "Value [9999] does not exist for ownerResourceID.",
        ),
        (
            "parentCompanyID",
            json!(9_999),
            "Value [9999] does not exist for parentCompanyID.",
        ),
        (
            "companyName",
            json!(" "),
            "Value does not exist for the required field companyName",
        ),
        (
            "phone",
            json!(null),
            "Value does not exist for the required field phone",
        ),
        (
            "assetValue",
            json!("much"),
            "The value much of assetValue is not of type decimal.",
        ),
    ] {
        let mut body = good.clone();
        body[field] = value;
        assert_eq!(refusal(&api.post("Companies", body).await), said(text));
    }
    let own = api
        .patch("Companies", json!({"id": desk.acme, "parentCompanyID": desk.acme}))
        .await;
    assert_eq!(refusal(&own), said("A company can't be its own parent."));
    let absent = api.patch("Companies", json!({"id": 9_999, "city": "x"})).await;
    assert_eq!(refusal(&absent), said("No matching records found."));
}

#[tokio::test]
async fn a_contact_is_written_below_its_company_and_read_at_both_addresses() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let path = format!("Companies/{}/Contacts", desk.acme);
    let new = json!({"companyID": desk.globex, "firstName": "Cleo", "lastName": "Ray", "isActive": 1, "emailAddress": "cleo@acme.test"});
    let id = Integration::created(&api.post(&path, new).await);
    let row = api.row(&format!("Contacts/{id}")).await;
    assert_eq!(row["companyID"], json!(desk.acme), "the address decides");
    assert_eq!(api.row(&format!("{path}/{id}")).await, row);
    assert_eq!(
        api.row(&format!("Companies/{}/Contacts/{id}", desk.globex)).await,
        Json::Null
    );
    assert!(ids(&api.get(&path).await.ok()).contains(&id));
    assert!(row.get("securityLevel").is_none());

    api.patch(&path, json!({"id": id, "phone": "77", "companyID": desk.globex}))
        .await
        .ok();
    let changed = api.row(&format!("Contacts/{id}")).await;
    assert_eq!(
        json!([changed["phone"], changed["companyID"]]),
        json!(["77", desk.acme])
    );
    let elsewhere = api
        .patch(
            &format!("Companies/{}/Contacts", desk.globex),
            json!({"id": id, "phone": "88"}),
        )
        .await;
    assert_eq!(refusal(&elsewhere), said("No matching records found."));
    api.put(
        &path,
        json!({"id": id, "firstName": "Cleo", "lastName": "Day", "isActive": 1}),
    )
    .await
    .ok();
    let replaced = api.row(&format!("Contacts/{id}")).await;
    assert_eq!(json!([replaced["lastName"], replaced["phone"]]), json!(["Day", null]));
    let nowhere = api
        .post(
            "Companies/9999/Contacts",
            json!({"firstName": "A", "lastName": "B", "isActive": 1}),
        )
        .await;
    assert_eq!(refusal(&nowhere), said("Value [9999] does not exist for companyID."));

    let ticket = api.ticket(&desk, json!({"contactID": id})).await;
    let used = api.delete(&format!("{path}/{id}")).await;
    assert_eq!(refusal(&used), said("The Contact is in use and can't be deleted."));
    api.patch("Tickets", json!({"id": ticket, "contactID": null}))
        .await
        .ok();
    assert_eq!(api.delete(&format!("{path}/{id}")).await.ok(), json!({"itemId": id}));
    assert_eq!(api.row(&format!("Contacts/{id}")).await, Json::Null);
}

#[tokio::test]
async fn nobody_inherits_what_was_kept_for_a_deleted_contact() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let path = format!("Companies/{}/Contacts", desk.acme);
    let new = json!({"firstName": "Cleo", "lastName": "Ray", "isActive": 1});
    let former = Integration::created(&api.post(&path, new.clone()).await);
    let ticket = api.ticket(&desk, json!({"contactID": former})).await;
    let told = async |contact: i64| -> i64 {
        let count = desk.operations().read(move |connection| {
            let mut statement = connection
                .prepare("SELECT count(*) FROM notification WHERE person_kind = 'contact' AND person_id = ?1")?;
            Ok(statement.query_row([contact], |row| row.get(0))?)
        });
        count.await.unwrap()
    };
    assert_eq!(told(former).await, 1, "of the new ticket");
    api.patch("Tickets", json!({"id": ticket, "contactID": null}))
        .await
        .ok();
    api.delete(&format!("{path}/{former}")).await.ok();
    assert_eq!(told(former).await, 0);
    let next = Integration::created(&api.post(&path, new).await);
    assert!(next > former, "an id is never given twice");
}

#[tokio::test]
async fn a_resource_keeps_signing_in_under_its_new_name() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let tina = desk.id("tina").await.number();
    let answer = api
        .patch(
            "Resources",
            json!({"id": tina, "userName": "tina.lund", "title": "Lead", "licenseType": 7}),
        )
        .await;
    assert_eq!(answer.ok(), json!({"itemId": tina}));
    let row = api.row(&format!("Resources/{tina}")).await;
    assert_eq!(
        json!([row["userName"], row["title"], row["licenseType"]]),
        json!(["tina.lund", "Lead", 1])
    );
    assert_eq!(desk.id("tina.lund").await.number(), tina);
    let taken = api.patch("Resources", json!({"id": tina, "userName": "ana"})).await;
    assert_eq!(refusal(&taken).0, 500);
    assert_eq!(desk.id("tina.lund").await.number(), tina);

    let mut renamed = api.clone();
    api.patch("Resources", json!({"id": api.id, "userName": "bridge"}))
        .await
        .ok();
    renamed.credential.user_name = "bridge".to_owned();
    assert_eq!(
        (api.get("Version").await.status, renamed.get("Version").await.status),
        (401, 200)
    );
}

#[tokio::test]
async fn whoever_leaves_is_cleared_as_assignee_of_open_tickets() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let (tina, ana) = (desk.person("tina").await, desk.person("ana").await);
    let theo = desk.id("theo").await.number();
    let bea = desk.id("bea").await.number();
    let open = api.ticket(&desk, json!({"assignedResourceID": theo})).await;
    let closed = api
        .ticket(&desk, json!({"assignedResourceID": theo, "status": 5}))
        .await;
    let theirs = ana.create(json!({"companyID": desk.acme, "title": "Payroll"})).await;
    ana.act(&theirs, "assign", json!({"assignee": {"contact": bea}}))
        .await
        .ok();

    api.patch("Resources", json!({"id": theo, "isActive": false}))
        .await
        .ok();
    assert_eq!(
        api.row(&format!("Tickets/{open}")).await["assignedResourceID"],
        Json::Null
    );
    assert_eq!(
        api.row(&format!("Tickets/{closed}")).await["assignedResourceID"],
        json!(theo)
    );
    let history = tina.get(&format!("tickets/{open}/history")).await.ok();
    let last = history["items"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(
        json!([last["event"], last["authorName"]]),
        json!(["assigned", "Monitoring Bridge"])
    );

    let contacts = format!("Companies/{}/Contacts", desk.acme);
    api.patch(&contacts, json!({"id": bea, "isActive": 0})).await.ok();
    let row = ana.get(&format!("tickets/{}", theirs["id"])).await.ok();
    assert_eq!(row["taskfireAssignedContactID"], Json::Null);
}
