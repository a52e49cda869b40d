//! How the provider's desk is set up: roles, departments, who works in which, categories, locations.

use super::integration::{Integration, refusal, rule, said};
use crate::support::Desk;
use serde_json::{Value as Json, json};
use tandem::domain::SecurityLevel;

async fn role(api: &Integration, name: &str) -> i64 {
    let role = json!({"name": name, "hourlyFactor": 1.5, "hourlyRate": 90, "isActive": true});
    Integration::created(&api.post("Roles", role).await)
}

#[tokio::test]
async fn a_ticket_is_given_to_a_pair_that_is_an_active_service_desk_role() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let tina = desk.id("tina").await.number();
    let path = format!("Resources/{tina}/ServiceDeskRoles");
    let held = api.get(&path).await.ok()["items"][0].clone();
    assert_eq!(
        json!([held["roleID"], held["isActive"], held["isDefault"]]),
        json!([1, true, true])
    );
    let lead = role(&api, "Lead").await;
    let id = api.ticket(&desk, json!({"assignedResourceID": tina})).await;
    let assigned = async || api.row(&format!("Tickets/{id}")).await["assignedResourceRoleID"].clone();
    assert_eq!(assigned().await, json!(1));
    let pair = json!({"id": id, "assignedResourceID": tina, "assignedResourceRoleID": lead});
    let refused = format!(
        "Data violation: assignedResourceID [{tina}] and assignedResourceRoleID [{lead}] are no active service desk role."
    );
    assert_eq!(refusal(&api.patch("Tickets", pair.clone()).await), said(&refused));
    let second = Integration::created(&api.post(&path, json!({"roleID": lead, "isDefault": true})).await);
    api.patch("Tickets", pair).await.ok();
    assert_eq!(assigned().await, json!(lead));
    let rows = api.get(&path).await.ok();
    let defaults: Vec<_> = rows["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["isDefault"].clone())
        .collect();
    assert_eq!(json!(defaults), json!([false, true]), "one default");
    assert_eq!(
        api.row(&format!("Resources/{tina}")).await["defaultServiceDeskRoleID"],
        json!(lead)
    );
    let new = api.ticket(&desk, json!({"assignedResourceID": tina})).await;
    assert_eq!(
        api.row(&format!("Tickets/{new}")).await["assignedResourceRoleID"],
        json!(lead)
    );
    // The resource's own field chooses the default too.
    api.patch("Resources", json!({"id": tina, "defaultServiceDeskRoleID": 1}))
        .await
        .ok();
    assert_eq!(
        api.row(&format!("ResourceServiceDeskRoles/{second}")).await["isDefault"],
        json!(false)
    );
    let twice = api.post(&path, json!({"roleID": lead})).await;
    assert_eq!(
        refusal(&twice),
        said(&format!(
            "The row {second} has the same resourceID, roleID already: change that one."
        ))
    );
    for row in [held["id"].as_i64().unwrap(), second] {
        api.patch(&path, json!({"id": row, "isActive": false, "isDefault": false}))
            .await
            .ok();
    }
    let nobody = json!({"companyID": desk.acme, "title": "x", "status": 1, "priority": 2, "assignedResourceID": tina});
    let none = format!("Data violation: assignedResourceID [{tina}] has no active service desk role.");
    assert_eq!(refusal(&api.post("Tickets", nobody).await), said(&none));
}

#[tokio::test]
async fn time_is_worked_in_a_role_that_the_resource_holds() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let tina = desk.id("tina").await.number();
    let lead = role(&api, "Lead").await;
    let id = api.ticket(&desk, json!({})).await;
    let time = json!({"ticketID": id, "resourceID": tina, "hoursWorked": 1, "roleID": lead});
    let not_held = said(&format!("roleID [{lead}] is not held by resourceID [{tina}]."));
    assert_eq!(refusal(&api.post("TimeEntries", time.clone()).await), not_held);
    let department = Integration::created(
        &api.post("Departments", json!({"name": "Projects", "primaryLocationID": 1}))
            .await,
    );
    let link = json!({"departmentID": department, "roleID": lead, "isActive": true, "isDefault": true, "isDepartmentLead": false});
    api.post(&format!("Resources/{tina}/RoleDepartments"), link).await.ok();
    let made = Integration::created(&api.post("TimeEntries", time).await);
    let code = json!({"id": made, "billingCodeID": 1});
    api.patch("TimeEntries", code).await.ok();
    let posted = format!("INSERT INTO billing_item (id, time_entry_id) VALUES (1, {made})");
    let write = desk
        .operations()
        .write(move |writing| Ok(writing.execute_batch(&posted)?));
    write.await.unwrap();
    let locked = said("The time entry was approved and posted and stays as it is.");
    assert_eq!(
        refusal(&api.patch("TimeEntries", json!({"id": made, "hoursWorked": 2})).await),
        locked
    );
    assert_eq!(refusal(&api.delete(&format!("TimeEntries/{made}")).await), locked);
}

#[tokio::test]
async fn resource_roles_follow_from_departments_and_queues() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let tina = desk.id("tina").await.number();
    let of_tina = format!("Resources/{tina}/Roles");
    assert_eq!(api.get(&of_tina).await.ok()["items"], json!([]));
    let department = Integration::created(
        &api.post("Departments", json!({"name": "Service", "primaryLocationID": 1}))
            .await,
    );
    let link =
        json!({"departmentID": department, "roleID": 1, "isActive": true, "isDefault": true, "isDepartmentLead": true});
    api.post(&format!("Resources/{tina}/RoleDepartments"), link).await.ok();
    let queue = Integration::created(
        &api.post(&format!("Resources/{tina}/RoleQueues"), json!({"queueID": 6}))
            .await,
    );
    let page = api.get(&of_tina).await.ok();
    let rows: Vec<_> = page["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| json!([row["departmentID"], row["queueID"], row["roleID"], row["isActive"]]))
        .collect();
    assert_eq!(json!(rows), json!([[department, null, 1, true], [null, 6, 1, true]]));
    let id = page["items"][1]["id"].as_i64().unwrap();
    assert_eq!(api.row(&format!("ResourceRoles/{id}")).await["queueID"], json!(6));
    let by_queue = json!([{"op": "eq", "field": "queueID", "value": 6}]);
    assert_eq!(api.ids("ResourceRoles", by_queue).await, [id]);
    api.patch(
        &format!("Resources/{tina}/RoleQueues"),
        json!({"id": queue, "queueID": 8}),
    )
    .await
    .ok();
    assert_eq!(api.row(&format!("ResourceRoles/{id}")).await["queueID"], json!(8));
    assert_eq!(api.post(&of_tina, json!({})).await.status, 405);
}

#[tokio::test]
async fn those_who_work_a_queue_are_told_of_what_comes_into_it() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let (tina, theo) = (desk.id("tina").await.number(), desk.person("theo").await);
    api.post(&format!("Resources/{tina}/RoleQueues"), json!({"queueID": 6}))
        .await
        .ok();
    let told = async |person: &crate::support::Person| person.ids("notifications", json!([])).await.len();
    let tina = desk.person("tina").await;
    let before = (told(&tina).await, told(&theo).await);
    api.ticket(&desk, json!({"queueID": 6})).await;
    assert_eq!((told(&tina).await, told(&theo).await), (before.0 + 1, before.1));
    api.ticket(&desk, json!({"queueID": 5})).await;
    assert_eq!(
        (told(&tina).await, told(&theo).await),
        (before.0 + 2, before.1 + 1),
        "nobody is named for queue 5"
    );
}

#[tokio::test]
async fn the_desk_is_set_up_by_administrators_and_each_write_is_logged() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let tech = Integration::of_level(&desk, SecurityLevel::ProviderTech).await;
    let tina = desk.id("tina").await.number();
    for (path, body) in [
        (
            "Roles".to_owned(),
            json!({"name": "x", "hourlyFactor": 1, "hourlyRate": 0, "isActive": true}),
        ),
        ("Departments".to_owned(), json!({"name": "x", "primaryLocationID": 1})),
        (format!("Resources/{tina}/RoleQueues"), json!({"queueID": 6})),
        (format!("Resources/{tina}/ServiceDeskRoles"), json!({"roleID": 1})),
    ] {
        assert_eq!(refusal(&tech.post(&path, body).await), rule("forbidden"), "{path}");
    }
    let category = json!({"id": 3, "name": "Ordinary"});
    assert_eq!(
        refusal(&tech.patch("TicketCategories", category).await),
        rule("forbidden")
    );
    let entries = ada.get("audit?act=write_service_desk").await.ok();
    assert_eq!(entries["items"], json!([]));
}

#[tokio::test]
async fn categories_are_a_list_of_tickets() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let ada = desk.person("ada").await;
    assert_eq!(api.ids("TicketCategories", json!([])).await, [2, 3, 4, 5]);
    api.patch(
        "TicketCategories",
        json!({"id": 3, "name": "Ordinary", "nickname": "ORD", "isGlobalDefault": false}),
    )
    .await
    .ok();
    let row = api.row("TicketCategories/3").await;
    assert_eq!(
        json!([row["name"], row["nickname"], row["isGlobalDefault"]]),
        json!(["Ordinary", "ORD", true])
    );
    let entries = ada.get("audit?act=write_service_desk").await.ok();
    assert_eq!(entries["items"][0]["subject"], json!("Ordinary"));
    let id = api.ticket(&desk, json!({"ticketCategory": 3})).await;
    assert_eq!(api.row(&format!("Tickets/{id}")).await["ticketCategory"], json!(3));
    for category in [5, 9] {
        let refused = api
            .patch("Tickets", json!({"id": id, "ticketCategory": category}))
            .await;
        assert_eq!(
            refusal(&refused),
            said(&format!(
                "Picklist value [{category}] does not exist for ticketCategory."
            ))
        );
    }
    assert_eq!(api.post("TicketCategories", json!({})).await.status, 405);
}

#[tokio::test]
async fn a_company_has_one_primary_location_and_one_in_use_is_not_deleted() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let ana = desk.person("ana").await;
    let path = format!("Companies/{}/Locations", desk.acme);
    let first = Integration::created(&api.post(&path, json!({"name": "HQ", "isPrimary": true})).await);
    let second = Integration::created(&api.post(&path, json!({"name": "Depot", "isPrimary": true})).await);
    let primary = async |id: i64| api.row(&format!("CompanyLocations/{id}")).await["isPrimary"].clone();
    assert_eq!(
        (primary(first).await, primary(second).await),
        (json!(false), json!(true))
    );
    let whole = api.row(&format!("CompanyLocations/{first}")).await;
    api.put(&path, whole.clone()).await.ok();
    assert_eq!(api.row(&format!("CompanyLocations/{first}")).await, whole);
    let id = api.ticket(&desk, json!({"companyLocationID": first})).await;
    let used = said("The CompanyLocation is in use and can't be deleted.");
    assert_eq!(refusal(&api.delete(&format!("{path}/{first}")).await), used);
    api.patch("Tickets", json!({"id": id, "companyLocationID": null}))
        .await
        .ok();
    api.delete(&format!("{path}/{first}")).await.ok();
    assert_eq!(ana.ids("companyLocations", json!([])).await, [second]);
    let gus = desk.person("gus").await;
    assert_eq!(gus.ids("companyLocations", json!([])).await, [] as [i64; 0]);
}

#[tokio::test]
async fn a_resources_row_can_be_sent_back_whole() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let tina = desk.id("tina").await.number();
    let mut row = api.row(&format!("Resources/{tina}")).await;
    assert!(row["payrollType"] != Json::Null && row["numberFormat"] != Json::Null);
    row["title"] = json!("Lead");
    api.put("Resources", row.clone()).await.ok();
    assert_eq!(api.row(&format!("Resources/{tina}")).await, row);
}
