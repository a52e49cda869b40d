//! Portal users: one login a contact, made and changed by administrators' programs.

use super::integration::{Integration, refusal, rule, said};
use crate::support::Desk;
use serde_json::{Value as Json, json};
use tandem::domain::SecurityLevel;

async fn contact(desk: &Desk, api: &Integration) -> i64 {
    let new = json!({"firstName": "Cleo", "lastName": "Ray", "isActive": 1});
    Integration::created(&api.post(&format!("Companies/{}/Contacts", desk.acme), new).await)
}

fn user(contact: i64, fields: Json) -> Json {
    let mut body = json!({
        "contactID": contact, "userName": "cleo", "password": "blue5", "securityLevel": 2, "isClientPortalActive": true,
        "dateFormat": 1, "timeFormat": 1, "numberFormat": 1,
    });
    for (name, value) in fields.as_object().unwrap() {
        body[name] = value.clone();
    }
    body
}

#[tokio::test]
async fn a_portal_user_signs_in_with_what_the_program_gave_and_chooses_another_password() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let ada = desk.person("ada").await;
    let cleo = contact(&desk, &api).await;
    let id = Integration::created(
        &api.post("ClientPortalUsers", user(cleo, json!({"dateFormat": 3})))
            .await,
    );
    let row = api.row(&format!("ClientPortalUsers/{id}")).await;
    assert_eq!(
        row,
        json!({
            "id": id, "contactID": cleo, "dateFormat": 3, "isClientPortalActive": true, "numberFormat": 1,
            "password": null, "securityLevel": 2, "timeFormat": 1, "userName": "cleo",
        })
    );
    let session = desk
        .stranger()
        .post("sessions", json!({"userName": "cleo", "password": "blue5"}))
        .await
        .ok();
    assert_eq!(session["me"]["mustChangePassword"], json!(true), "{session}");
    let entries = ada.get("audit?act=create_portal_user").await.ok();
    assert!(!entries.to_string().contains("blue5"));
    assert_eq!(entries["items"][0]["subject"], json!("Cleo Ray"));
    let again = api
        .post("ClientPortalUsers", user(cleo, json!({"userName": "other"})))
        .await;
    assert_eq!(
        refusal(&again),
        said(&format!("The contact [{cleo}] has a portal user already."))
    );
}

#[tokio::test]
async fn what_is_no_login_is_refused() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let cleo = contact(&desk, &api).await;
    let password = "password must have 5 to 50 printable characters, and no blanks or single quotes.";
    for (fields, refused) in [
        (json!({"password": "blue"}), said(password)),
        (json!({"password": "blue five"}), said(password)),
        (json!({"password": "it's5"}), said(password)),
        (
            json!({"password": "x".repeat(51)}),
            said("The value of password has 51 characters; it may have 50 at most."),
        ),
        (
            json!({"password": null}),
            said("Value does not exist for the required field password"),
        ),
        (json!({"userName": "ANA"}), rule("user_name_taken")),
        (
            json!({"securityLevel": 77}),
            said("Picklist value [77] does not exist for securityLevel."),
        ),
        (
            json!({"contactID": 9999}),
            said("Value [9999] does not exist for contactID."),
        ),
    ] {
        let answer = api.post("ClientPortalUsers", user(cleo, fields.clone())).await;
        assert_eq!(refusal(&answer), refused, "{fields}");
    }
    let company = json!({"companyName": "Initech", "companyType": 1, "phone": "555", "ownerResourceID": api.id});
    let initech = Integration::created(&api.post("Companies", company).await);
    let new = json!({"firstName": "Pete", "lastName": "Gib", "isActive": 1});
    let pete = Integration::created(&api.post(&format!("Companies/{initech}/Contacts"), new).await);
    for level in [4, 5] {
        let answer = api
            .post("ClientPortalUsers", user(pete, json!({"securityLevel": level})))
            .await;
        assert_eq!(refusal(&answer), rule("taskfire_not_enabled"));
    }
    assert_eq!(
        api.ids(
            "ClientPortalUsers",
            json!([{"op": "eq", "field": "contactID", "value": pete}])
        )
        .await,
        [] as [i64; 0]
    );
    assert_eq!(api.delete("ClientPortalUsers/1").await.status, 405);
    let by_password = json!({"filter": [{"op": "exist", "field": "password"}]});
    assert_eq!(api.post("ClientPortalUsers/query", by_password).await.status, 500);
}

#[tokio::test]
async fn a_change_reaches_level_name_and_portal() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let ana = desk.person("ana").await;
    let bea = desk.id("bea").await.number();
    let ticket = ana.create(json!({"companyID": desk.acme, "title": "Payroll"})).await;
    ana.act(&ticket, "assign", json!({"assignee": {"contact": bea}}))
        .await
        .ok();
    let of_bea = json!([{"op": "eq", "field": "contactID", "value": bea}]);
    let id = api.ids("ClientPortalUsers", of_bea).await[0];
    let taskfire = json!([{"op": "in", "field": "securityLevel", "value": [4, 5]}]);
    assert_eq!(api.ids("ClientPortalUsers", taskfire.clone()).await.len(), 3);
    let beas = desk.person("bea").await;
    api.patch(
        "ClientPortalUsers",
        json!({"id": id, "securityLevel": 3, "userName": "bea.sosa"}),
    )
    .await
    .ok();
    assert_eq!(api.ids("ClientPortalUsers", taskfire).await.len(), 2);
    let row = ana.get(&format!("tickets/{}", ticket["id"])).await.ok();
    assert_eq!(
        row["taskfireAssignedContactID"],
        Json::Null,
        "who can't work it has it no more"
    );
    assert_eq!(beas.get("sessions").await.status, 200);
    api.patch("ClientPortalUsers", json!({"id": id, "isClientPortalActive": false}))
        .await
        .ok();
    assert_eq!(beas.get("sessions").await.status, 401);
    let whole = api.row(&format!("ClientPortalUsers/{id}")).await;
    assert_eq!(
        json!([whole["userName"], whole["securityLevel"]]),
        json!(["bea.sosa", 3])
    );
    api.put("ClientPortalUsers", whole.clone()).await.ok();
    assert_eq!(api.row(&format!("ClientPortalUsers/{id}")).await, whole);
}

#[tokio::test]
async fn a_technicians_program_makes_no_logins() {
    let desk = Desk::new().await;
    let api = Integration::of_level(&desk, SecurityLevel::ProviderTech).await;
    let cleo = contact(&desk, &api).await;
    assert_eq!(
        refusal(&api.post("ClientPortalUsers", user(cleo, json!({}))).await),
        rule("forbidden")
    );
    let id = api.ids("ClientPortalUsers", json!([])).await[0];
    for body in [
        json!({"id": id, "securityLevel": 1}),
        json!({"id": id, "password": "another5"}),
    ] {
        assert_eq!(refusal(&api.patch("ClientPortalUsers", body).await), rule("forbidden"));
    }
}
