//! Licences billed across the seam between a contract and the one that renews it, and the days on which the service that
//! bills them may stand.

use super::world::*;
use crate::support::{Desk, Person};
use reqwest::Method;
use serde_json::{Value as Json, json};

/// A contract of Acme's that bills licences until the end of the month, and the one that renews it for two months.
async fn renewed(desk: &Desk, ada: &Person) -> (i64, Json) {
    let wanted = Wanted {
        end: Some("2026-11-30"),
        ..calendar(desk.acme)
    };
    let (old, _) = automate(desk, ada, wanted).await;
    let path = format!("contracts/{old}/renew");
    (old, ada.write(&path, json!({"months": 2})).await.ok())
}

fn pointed_at(renewed: &Json) -> Json {
    json!({"contract": renewed["id"], "contractService": renewed["automationFollowUp"]["contractService"]})
}

/// The lines of all statements of Acme in the periods that contain a day, and what they come to.
async fn billed(ada: &Person, desk: &Desk, day: &str) -> (Vec<String>, Json) {
    let acme = billing(ada, desk.acme, day).await;
    let statements = acme["statements"].as_array().unwrap();
    (statements.iter().flat_map(lines).collect(), acme["total"].clone())
}

#[tokio::test]
async fn a_renewal_carries_the_licence_service_and_says_that_automation_is_to_follow() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let (_, renewed) = renewed(&desk, &ada).await;
    assert_eq!(renewed["automationFollowUp"]["from"], "2026-12-01");
    let path = format!("contracts/{}/page", renewed["id"]);
    let page = ada.get(&path).await.ok();
    assert_eq!(
        (&page["services"][0]["name"], &page["services"][0]["units"]),
        (&json!("Taskfire License Fee"), &json!(0))
    );
    assert_eq!(page["automationFollowUp"], renewed["automationFollowUp"]);
    let saved = save(&ada, desk.acme, pointed_at(&renewed)).await.ok();
    assert_eq!(
        (&saved["until"], &saved["next"]["since"]),
        (&json!("2026-11-30"), &json!("2026-12-01"))
    );
    assert_eq!(ada.get(&path).await.ok()["automationFollowUp"], Json::Null);
    let november = vec!["increase 2026-11-20 2 11 14.67".to_owned()];
    assert_eq!(billed(&ada, &desk, "2026-11-20").await, (november, json!("14.67")));
    let december = vec!["increase 2026-12-01 2 31 40.00".to_owned()];
    assert_eq!(billed(&ada, &desk, "2026-12-05").await, (december, json!("40.00")));
}

#[tokio::test]
async fn automation_that_follows_late_bills_the_renewal_from_its_start() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let (old, renewed) = renewed(&desk, &ada).await;
    let ada = pass(&desk, 15).await;
    give(&desk, &ada, "bob", 4).await;
    assert_eq!(billed(&ada, &desk, "2026-12-05").await.1, json!("0.00"), "D-18");
    save(&ada, desk.acme, pointed_at(&renewed)).await.ok();
    let december = [
        "base 2026-12-01 2 31 40.00".to_owned(),
        "increase 2026-12-05 1 27 17.42".to_owned(),
    ];
    assert_eq!(
        billed(&ada, &desk, "2026-12-05").await,
        (december.to_vec(), json!("57.42"))
    );
    assert_eq!(billed(&ada, &desk, "2026-11-20").await.1, json!("14.67"));
    let page = ada.get(&format!("contracts/{old}/page")).await.ok();
    assert_eq!(page["standing"]["isAutomation"], json!(false));
}

#[tokio::test]
async fn automation_that_follows_late_leaves_no_day_of_the_renewal_out() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let (_, renewed) = renewed(&desk, &ada).await;
    let ada = pass(&desk, 15).await;
    let page = ada.get(&format!("contracts/{}/page", renewed["id"])).await.ok();
    assert_eq!(page["automationFollowUp"]["from"], "2026-12-01");
    for day in ["2026-12-05", "2027-01-01"] {
        let mut late = pointed_at(&renewed);
        late["from"] = json!(day);
        let refused = save(&ada, desk.acme, late).await;
        assert_eq!(refused.error(), (422, "days_unbilled".to_owned()), "{day}");
        assert_eq!(refused.json()["field"], "from");
    }
    let saved = save(&ada, desk.acme, pointed_at(&renewed)).await.ok();
    assert_eq!(saved["since"], "2026-12-01");
    assert_eq!(billed(&ada, &desk, "2026-12-05").await.1, json!("40.00"));
}

#[tokio::test]
async fn a_day_of_taking_over_leaves_none_out_after_a_contract_that_still_runs() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let (_, renewed) = renewed(&desk, &ada).await;
    let mut late = pointed_at(&renewed);
    late["from"] = json!("2026-12-15");
    assert_eq!(
        save(&ada, desk.acme, late.clone()).await.error(),
        (422, "days_unbilled".to_owned())
    );
    late["from"] = json!("2026-12-01");
    save(&ada, desk.acme, late).await.ok();
    assert_eq!(billed(&ada, &desk, "2026-12-05").await.1, json!("40.00"));
}

#[tokio::test]
async fn no_day_is_left_out_between_a_contracts_end_and_another_that_was_there() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let ending = Wanted {
        end: Some("2026-11-25"),
        ..calendar(desk.acme)
    };
    automate(&desk, &ada, ending).await;
    let other = contract(&desk, calendar(desk.acme)).await;
    let fee = service(&desk, "Another fee", 2).await;
    let sold = put_on(&desk, other, fee, 300_000).await;
    let ada = pass(&desk, 10).await;
    let choice = json!({"contract": other, "contractService": sold});
    let mut late = choice.clone();
    late["from"] = json!("2026-11-30");
    assert_eq!(
        save(&ada, desk.acme, late).await.error(),
        (422, "days_unbilled".to_owned())
    );
    assert_eq!(save(&ada, desk.acme, choice).await.ok()["since"], "2026-11-26");
    let november = billing(&ada, desk.acme, "2026-11-30").await;
    let each: Vec<_> = november["statements"].as_array().unwrap().iter().map(lines).collect();
    assert_eq!(
        each,
        [["increase 2026-11-20 2 6 8.00"], ["increase 2026-11-26 2 5 10.00"]]
    );
}

#[tokio::test]
async fn what_a_renewal_is_said_to_bill_reaches_back_to_its_period_alone() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let (_, renewed) = renewed(&desk, &ada).await;
    let ada = pass(&desk, 45).await;
    let page = ada.get(&format!("contracts/{}/page", renewed["id"])).await.ok();
    assert_eq!(page["automationFollowUp"]["from"], "2027-01-01", "D-19");
    let saved = save(&ada, desk.acme, pointed_at(&renewed)).await.ok();
    assert_eq!(saved["since"], page["automationFollowUp"]["from"]);
}

#[tokio::test]
async fn the_licence_service_stands_on_one_contract_a_day() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let (old, renewed) = renewed(&desk, &ada).await;
    let into = json!({"name": "Longer", "start": "2026-11-01", "end": "2026-12-15", "isApproved": true,
        "anchor": "calendar"});
    let longer = ada.put(&format!("contracts/{old}"), into).await;
    assert_eq!(longer.error(), (422, "service_reserved".to_owned()));
    let beside = contract(&desk, calendar(desk.acme)).await;
    let service = ada.get("catalogue").await.ok()["services"][0]["id"].clone();
    let body = json!({"sold": {"service": service}});
    let second = ada.write(&format!("contracts/{beside}/services"), body.clone()).await;
    assert_eq!(second.error(), (422, "service_reserved".to_owned()));
    let twice = ada.write(&format!("contracts/{}/services", renewed["id"]), body).await;
    assert_eq!(twice.error(), (422, "service_reserved".to_owned()));
    let mut early = pointed_at(&renewed);
    early["from"] = json!("2026-11-25");
    let refused = save(&ada, desk.acme, early).await;
    assert_eq!(refused.error(), (422, "outside_contract".to_owned()));
    // Where both would run on a day, it stays and a note says so.
    let copy = ada
        .write(
            &format!("contracts/{old}/clone"),
            json!({"company": desk.acme, "name": "Copy"}),
        )
        .await
        .ok();
    let page = ada.get(&format!("contracts/{}/page", copy["id"])).await.ok();
    assert_eq!(page["services"], json!([]));
    assert!(page["notes"][0]["text"].as_str().unwrap().contains("once a day"));
}

#[tokio::test]
async fn units_that_are_planned_by_hand_keep_a_service_from_billing_licences() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let contract = contract(&desk, calendar(desk.acme)).await;
    let fee = service(&desk, "Support", 2).await;
    let sold = put_on(&desk, contract, fee, 200_000).await;
    change_units(&desk, desk.acme, sold, "2026-11-25", 3).await;
    change_units(&desk, desk.acme, sold, "2026-12-05", -3).await;
    let choice = json!({"contract": contract, "contractService": sold});
    let refused = save(&ada, desk.acme, choice.clone()).await;
    assert_eq!(
        refused.code(),
        "service_reserved",
        "they add up to none, and bill ten days"
    );
    let ada = pass(&desk, 15).await;
    save(&ada, desk.acme, choice).await.ok();
}

#[tokio::test]
async fn a_planned_stop_counts_as_automation_until_it_comes() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    automate(&desk, &ada, calendar(desk.acme)).await;
    let stop = format!("companies/{}/automation/stop", desk.acme);
    let last = json!({"from": "2026-11-25"});
    ada.administer(Method::POST, &stop, last).await.ok();
    let state = async |ada: &Person| {
        let setup = ada.get(&format!("companies/{}/setup", desk.acme)).await.ok();
        let steps = setup["steps"].as_array().unwrap().clone();
        let step = steps.into_iter().find(|step| step["step"] == "billing");
        step.unwrap()["state"].clone()
    };
    assert_eq!(state(&ada).await, "done");
    let ada = pass(&desk, 5).await;
    assert_ne!(state(&ada).await, "done");
}
