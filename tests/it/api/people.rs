//! Levels and logins, as far as there are operations for them.

use crate::support::Desk;
use serde_json::json;
use tandem::base::Secret;
use tandem::domain::{Refusal, SecurityLevel};
use tandem::server::operations::OperationError;
use tandem::server::operations::people::{self, NewContact, NewPortalUser, NewResource};

#[tokio::test]
async fn a_level_is_read_at_every_request() {
    let desk = Desk::new().await;
    let ana = desk.person("ana").await;
    let ticket = ana.create(json!({"companyID": desk.acme, "title": "Printer"})).await;
    desk.operations()
        .set_level(desk.id("ana").await, SecurityLevel::PortalAdvanced)
        .await
        .unwrap();
    assert_eq!(ana.get("me").await.ok()["level"], "portal_advanced");
    assert_eq!(
        ana.act(&ticket, "escalate", json!({})).await.error(),
        (403, "forbidden".to_owned())
    );
}

#[tokio::test]
async fn whoever_loses_the_level_that_works_tickets_is_cleared_as_assignee() {
    let desk = Desk::new().await;
    let (ana, bea) = (desk.person("ana").await, desk.id("bea").await);
    let ticket = ana.create(json!({"companyID": desk.acme, "title": "Printer"})).await;
    ana.act(&ticket, "assign", json!({"assignee": {"contact": bea.number()}}))
        .await
        .ok();
    let assignee =
        async || ana.get(&format!("tickets/{}", ticket["id"])).await.ok()["taskfireAssignedContactID"].clone();
    let set_level = async |level| desk.operations().set_level(bea, level).await.unwrap();
    set_level(SecurityLevel::TaskfireAdministrator).await;
    assert_eq!(assignee().await, json!(bea.number()), "still works tickets");
    set_level(SecurityLevel::PortalManager).await;
    assert_eq!(assignee().await, json!(null));
    let history = ana.get(&format!("tickets/{}/history", ticket["id"])).await.ok();
    assert_eq!(
        history["items"].as_array().unwrap().last().unwrap()["event"],
        "assigned"
    );
}

#[tokio::test]
async fn a_taskfire_level_needs_taskfire() {
    let desk = Desk::new().await;
    let company = desk.operations().create_company("Initech".to_owned()).await.unwrap();
    let new = NewContact {
        company,
        first_name: "Ira".to_owned(),
        last_name: "Sosa".to_owned(),
        email: "ira@client.test".to_owned(),
        phone: None,
        portal: Some(NewPortalUser {
            user_name: "ira".to_owned(),
            level: SecurityLevel::TaskfireResource,
            password: None,
        }),
    };
    let refused = desk.operations().create_contact(new).await;
    assert!(matches!(
        refused,
        Err(OperationError::Refused(Refusal::TaskfireNotEnabled))
    ));
}

#[tokio::test]
async fn a_new_password_ends_the_sessions_of_its_person() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    desk.operations()
        .set_password("ADA".to_owned(), Secret::new("another one"))
        .await
        .unwrap();
    assert_eq!(ada.get("me").await.status, 401);
    let signed_in = desk
        .stranger()
        .post("sessions", json!({"userName": "ada", "password": "another one"}))
        .await;
    assert_eq!(signed_in.status, 201);
}

#[tokio::test]
async fn an_api_user_is_known_by_its_credential_and_cannot_sign_in_as_a_person() {
    let desk = Desk::new().await;
    let new = NewResource {
        user_name: "robot".to_owned(),
        first_name: "Ro".to_owned(),
        last_name: "Bot".to_owned(),
        email: "robot@northwind.test".to_owned(),
        level: SecurityLevel::ProviderTech,
        password: None,
    };
    let (id, credential) = desk.operations().create_api_user(new).await.unwrap();
    let known = async |secret: Secret| {
        let (name, code) = (credential.user_name.clone(), credential.integration_code.clone());
        desk.operations()
            .read(move |connection| Ok(people::api_user(connection, &name, &secret, &code)?))
            .await
            .unwrap()
    };
    let actor = known(credential.secret.clone()).await.unwrap();
    assert_eq!(actor.person.number(), id.0);
    assert_eq!(known(Secret::generate()).await, None);
    let session = desk.operations().begin_session(actor.person).await;
    assert!(matches!(session, Err(OperationError::Unauthorized)));
}
