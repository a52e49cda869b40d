//! Somebody who isn't active has no licence, however their level came to them (D-21).

use super::super::autotask::Integration;
use super::world::*;
use crate::support::Desk;
use serde_json::json;
use tandem::domain::SecurityLevel;

#[tokio::test]
async fn somebody_who_is_not_active_gets_no_login_by_autotasks_routes_and_is_not_billed() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    automate(&desk, &ada, calendar(desk.acme)).await;
    let api = Integration::new(&desk).await;
    let contact = json!({"firstName": "Ina", "lastName": "Active", "isActive": 0});
    let ina = Integration::created(&api.post(&format!("Companies/{}/Contacts", desk.acme), contact).await);
    let user = json!({"contactID": ina, "userName": "ina", "password": "secret-word", "securityLevel": 4,
        "dateFormat": 1, "numberFormat": 1, "timeFormat": 1, "isClientPortalActive": true});
    let refused = api.post("ClientPortalUsers", user.clone()).await;
    assert_eq!(refused.status, 500, "{}", refused.text);
    assert!(refused.text.contains("not active"), "{}", refused.text);
    let page = billing(&ada, desk.acme, "2026-11-20").await;
    assert_eq!(
        (&page["licences"], &page["statements"][0]["units"]),
        (&json!(2), &json!(2))
    );
    let on = json!({"id": ina, "isActive": 1});
    Integration::created(&api.patch(&format!("Companies/{}/Contacts", desk.acme), on).await);
    Integration::created(&api.post("ClientPortalUsers", user).await);
    let page = billing(&ada, desk.acme, "2026-11-20").await;
    assert_eq!(
        (&page["licences"], &page["statements"][0]["units"]),
        (&json!(3), &json!(3))
    );
}

#[tokio::test]
async fn a_level_that_is_given_to_somebody_who_rests_counts_from_the_day_on_which_they_are_active_again() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    automate(&desk, &ada, calendar(desk.acme)).await;
    let bob = desk.id("bob").await;
    let path = format!("people/{}/active", bob.number());
    let switch = |is_active: bool| json!({"isActive": is_active, "seenFee": null});
    ada.put(&path, switch(false)).await.ok();
    desk.operations()
        .set_level(bob, SecurityLevel::TaskfireResource)
        .await
        .unwrap();
    let page = billing(&ada, desk.acme, "2026-11-20").await;
    assert_eq!(
        (&page["licences"], &page["statements"][0]["units"]),
        (&json!(2), &json!(2))
    );
    let ada = pass(&desk, 2).await;
    ada.put(&path, switch(true)).await.ok();
    let page = billing(&ada, desk.acme, "2026-11-22").await;
    assert_eq!(
        (&page["licences"], &page["statements"][0]["units"]),
        (&json!(3), &json!(3))
    );
    assert_eq!(page["statements"][0]["lines"][1]["on"], "2026-11-22", "{page}");
}
