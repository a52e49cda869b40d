//! Levels and logins, as far as there are operations for them.

use crate::support::Desk;
use serde_json::json;
use tandem::base::Secret;
use tandem::domain::{Refusal, SecurityLevel};
use tandem::server::operations::CHECKS;
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
        .set_password("ADA".to_owned(), Secret::new("another one of hers"))
        .await
        .unwrap();
    assert_eq!(ada.get("me").await.status, 401);
    let signed_in = desk
        .stranger()
        .post(
            "sessions",
            json!({"userName": "ada", "password": "another one of hers"}),
        )
        .await;
    assert_eq!(signed_in.status, 201);
}

#[tokio::test]
async fn a_password_from_the_command_line_is_a_good_one_and_changed_at_the_first_sign_in() {
    let desk = Desk::new().await;
    let new = |name: &str, password: &str| NewResource {
        user_name: name.to_owned(),
        first_name: "Una".to_owned(),
        last_name: "Lund".to_owned(),
        email: String::new(),
        level: SecurityLevel::ProviderTech,
        password: Some(Secret::new(password)),
    };
    let operations = desk.operations();
    for weak in ["", "short", "una.lund.long"] {
        let refused = operations.create_resource(new("una.lund.long", weak)).await;
        assert!(matches!(refused, Err(OperationError::Refused(_))), "{weak}");
    }
    let short = operations.set_password("tina".to_owned(), Secret::new("short")).await;
    assert!(matches!(
        short,
        Err(OperationError::Refused(Refusal::PasswordTooShort { .. }))
    ));
    operations
        .create_resource(new("una", "long enough for all"))
        .await
        .unwrap();
    operations
        .set_password("tina".to_owned(), Secret::new("long enough for all"))
        .await
        .unwrap();
    for (name, must_change) in [("una", true), ("tina", true), ("ada", false)] {
        let me = desk.person(name).await.get("me").await.ok();
        assert_eq!(me["mustChangePassword"], must_change, "{name}");
    }
}

#[tokio::test]
async fn who_is_refused_costs_no_hash() {
    let desk = Desk::new().await;
    let (ada, tina) = (desk.person("ada").await, desk.person("tina").await);
    let path = format!("people/{}/password", desk.id("bob").await.number());
    let good = json!({"password": "correct horse battery staple"});
    let key = tandem::base::ids::Ids::change(&tandem::base::ids::UniqueIds);
    let as_ada = async || {
        let request = ada.request(reqwest::Method::PUT, &path).json(&good);
        ada.send(request.header("idempotency-key", key.to_string())).await
    };
    let answered = as_ada().await;
    answered.ok();
    // No password can be hashed from now on.
    let mut permits = Vec::new();
    for _ in 0..CHECKS {
        permits.push(desk.operations().check_of_password().await.unwrap());
    }
    let refused = async {
        assert_eq!(
            tina.put(&path, good.clone()).await.error(),
            (403, "forbidden".to_owned())
        );
        let short = ada.put(&path, json!({"password": "short"})).await;
        assert_eq!(short.error(), (422, "password_too_short".to_owned()));
        assert_eq!(as_ada().await, answered, "what was answered is answered again");
        let nobody = ada.put("people/9999/password", good.clone()).await;
        assert_eq!(nobody.error(), (404, "not_found".to_owned()));
    };
    tokio::time::timeout(std::time::Duration::from_secs(20), refused)
        .await
        .expect("nothing waits for a hash");
}

#[tokio::test]
async fn a_sign_in_that_a_new_password_outran_begins_no_session() {
    let desk = Desk::new().await;
    let ana = desk.id("ana").await;
    let operations = desk.operations();
    let hash = operations
        .read(move |connection| Ok(people::passwords::hash_of(connection, ana)?))
        .await
        .unwrap()
        .unwrap();
    operations
        .set_password("ana".to_owned(), Secret::new("another one of hers"))
        .await
        .unwrap();
    let late = operations.sign_in(ana, hash, None).await;
    assert!(matches!(late, Err(OperationError::Unauthorized)));
}

#[tokio::test]
async fn of_a_company_that_is_not_active_any_more_nobody_comes_in_and_it_stays_in_the_list() {
    let desk = Desk::new().await;
    let (ada, ana) = (desk.person("ada").await, desk.person("ana").await);
    let acme = desk.acme.0;
    let deactivated = desk.operations().write(move |writing| {
        let before = tandem::server::store::rows::get(writing, &tandem::entities::COMPANY, acme)?.unwrap();
        let mut row = before.clone();
        row.set("isActive", false);
        Ok(writing.update(&before, &row)?)
    });
    deactivated.await.unwrap();
    assert_eq!(ana.get("me").await.error(), (403, "feature_inactive".to_owned()));
    let list = ada.get("portalCompanies").await.ok();
    let line = list["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|line| line["id"] == acme)
        .unwrap();
    assert_eq!(
        json!([line["isActive"], line["isTaskfireActive"], line["licences"]]),
        json!([false, true, 2]),
        "licences go on until Taskfire is switched off"
    );
    assert_eq!(list["items"][1]["isActive"], true);
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
    let actor = known(credential.secret.clone()).await.unwrap().actor;
    assert_eq!(actor.person.number(), id.0);
    assert!(known(Secret::generate()).await.is_none());
    let session = desk.operations().begin_session(actor.person).await;
    assert!(matches!(session, Err(OperationError::Unauthorized)));
}
