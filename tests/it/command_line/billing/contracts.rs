//! Contracts and what is sold on them, made and changed from the command line.

use super::typed::{billing, contract, days, done, id, json, refused, run};
use crate::command_line::program::Home;
use serde_json::{Value as Json, json};
use tandem::base::Date;

#[tokio::test]
async fn a_recurring_contract_is_made_sold_on_edited_renewed_and_repeated() {
    let home = Home::with_desk().await;
    let (today, next_month) = days(&home).await;
    let year: i32 = today.to_string()[..4].parse().unwrap();
    let last = format!("{}-12-31", year + 2);
    let made = json(
        &home,
        &format!("contract create acme Printers --kind recurring --end {last}"),
    )
    .await;
    let printers = made["id"].to_string();
    assert_eq!(made["fields"]["start"], json!(today.to_string()), "it starts today");
    assert_eq!(made["fields"]["anchor"], "calendar");

    let added = done(
        &home,
        &format!("contract add-service {printers} backup --units 2 --price 60"),
    )
    .await;
    for part in ["“Server backup” is on “Printers”", "120.00"] {
        assert!(added.contains(part), "{part} in {added}");
    }
    let fewer = format!("contract change-units {printers} backup -1 --note \"One was sold\"");
    assert_eq!(json(&home, &fewer).await["units"], 1);
    let dearer = json(
        &home,
        &format!("contract change-price {printers} \"server backup\" 61,25"),
    )
    .await;
    let coming = json!({"unitPrice": "61.25", "from": next_month.to_string()});
    assert_eq!(dearer["comingPrice"], coming, "it holds from the next period");
    let shown = done(&home, &format!("contract show {printers}")).await;
    for part in ["Printers · Acme", "1 × 60.00", "61.25 EUR from", "One was sold"] {
        assert!(shown.contains(part), "{part} in {shown}");
    }

    done(
        &home,
        &format!("contract edit {printers} --name \"All printers\" --number P-7"),
    )
    .await;
    let edited = json(&home, &format!("contract show {printers}")).await;
    let fields = ["name", "number", "end"].map(|field| edited["fields"][field].clone());
    assert_eq!(
        fields,
        [json!("All printers"), json!("P-7"), json!(last)],
        "what isn't named stays"
    );
    let renewed = json(&home, &format!("contract renew {printers} --months 6")).await;
    let first = Date::parse(&last).unwrap().next().to_string();
    assert_eq!(renewed["fields"]["start"], json!(first));
    let again = format!("contract renew {printers}");
    refused(&home, &again, 3, "follows on this contract already").await;
    let cloned = json(&home, &format!("contract clone {printers} cedar --name Theirs")).await;
    let there = json(&home, &format!("contract show {}", cloned["id"])).await;
    assert_eq!(there["companyName"], "Cedar Clinic");
    assert_eq!(there["services"][0]["name"], "Server backup");
}

#[tokio::test]
async fn with_a_key_of_ones_own_a_repeated_command_counts_once() {
    let home = Home::with_desk().await;
    let workplaces = id(&home, "acme", "Workplaces").await;
    let shown = format!("contract show {workplaces}");
    let units = async || json(&home, &shown).await["services"][0]["units"].as_i64().unwrap();
    let before = units().await;
    let key = "0199d6c2-0000-7000-8000-000000000001";
    let more = format!("contract change-units {workplaces} workplace 3 --key {key}");
    let first = json(&home, &more).await;
    assert_eq!(json(&home, &more).await, first);
    assert_eq!(units().await, before + 3);
    // What was read before the edit differs the second time, and it is the same command all the same.
    let key = "0199d6c2-0000-7000-8000-000000000002";
    let edit = format!("contract edit {workplaces} --number W-2 --key {key}");
    let first = json(&home, &edit).await;
    assert_eq!(json(&home, &edit).await, first);
}

#[tokio::test]
async fn with_a_key_of_ones_own_a_day_that_would_be_todays_is_said() {
    let home = Home::with_desk().await;
    let workplaces = id(&home, "acme", "Workplaces").await;
    let (today, _) = days(&home).await;
    let key = "--key 0199d6c2-0000-7000-8000-000000000003";
    let add = format!("contract add-service {workplaces} backup {key}");
    refused(&home, &add, 2, "--from is needed").await;
    let create = format!("contract create acme Mine --kind recurring {key}");
    refused(&home, &create, 2, "--start is needed").await;
    let first = json(&home, &format!("{create} --start {today}")).await;
    assert_eq!(json(&home, &format!("{create} --start {today}")).await, first);
}

#[tokio::test]
async fn a_contract_for_one_person_is_repeated_for_a_whole_client_only_where_that_is_said() {
    let home = Home::with_desk().await;
    let page = json(&home, "contract list acme").await;
    let person = page["customers"][0]["name"].as_str().unwrap().to_owned();
    let create = format!("contract create acme Care --kind subscription --contact \"{person}\"");
    let made = json(&home, &create).await;
    let clone = format!("contract clone {} cedar", made["id"]);
    refused(&home, &clone, 3, "missing").await;
    let cloned = json(&home, &format!("{clone} --whole-client")).await;
    assert_eq!(cloned["scope"], "org_unit");
}

#[tokio::test]
async fn what_a_contract_may_not_be_is_refused_with_what_to_do() {
    let home = Home::with_desk().await;
    let create = "contract create acme Late --kind";
    let workplaces = id(&home, "acme", "Workplaces").await;
    let print = id(&home, "acme", "Managed Print").await;
    let taskfire = id(&home, "acme", "Taskfire").await;
    let price = format!("contract change-price {workplaces} backup");
    for (line, code, said) in [
        (
            format!("{create} recurring --start 2026-12-01 --end 2026-11-01"),
            3,
            "end before it starts",
        ),
        (format!("{create} support-hours"), 2, "--hours is needed"),
        (format!("{create} prepaid"), 2, "take recurring"),
        (format!("{create} subscription --item toaster"), 4, "toaster"),
        (format!("{create} recurring --end 2027-02-30"), 2, "like 2026-10-31"),
        ("contract show 99999".to_owned(), 4, "not yours"),
        ("contract show Workplaces".to_owned(), 2, "contract list"),
        (format!("contract edit {workplaces}"), 2, "edit --help"),
        (
            format!("contract add-service {print} backup"),
            3,
            "recurring services alone",
        ),
        (
            format!("contract add-service {workplaces} \"License Fee\""),
            3,
            "kept for billing",
        ),
        (
            format!("contract change-units {taskfire} License 2"),
            3,
            "follow the people",
        ),
        (
            format!("contract change-units {workplaces} backup some"),
            2,
            "whole number",
        ),
        (format!("{price} 1.12345678"), 2, "four decimals"),
        (format!("{price} -1"), 2, "from 0 to"),
        ("service create Card --price -1".to_owned(), 2, "from 0 to"),
        ("service edit backup --price -1.5".to_owned(), 2, "from 0 to"),
        ("service edit backup --cost -1".to_owned(), 2, "from 0 to"),
        (
            format!("contract add-service {workplaces} backup --price -1"),
            2,
            "from 0 to",
        ),
        (
            format!("contract add-service {workplaces} backup --units -2"),
            3,
            "fewer than none",
        ),
        (
            "contract create acme Hours --kind support-hours --hours -40".to_owned(),
            2,
            "a number of hours",
        ),
    ] {
        refused(&home, &line, code, said).await;
    }
}

#[tokio::test]
async fn a_service_of_the_catalogue_is_made_and_taken_off_sale() {
    let home = Home::with_desk().await;
    let made = json(&home, "service create Mailbox --price 3.2 --cost 1").await;
    let fields = |line: &Json| ["unitPrice", "period", "isActive", "unitCost"].map(|name| line["fields"][name].clone());
    assert_eq!(
        fields(&made),
        [json!("3.20"), json!("monthly"), json!(true), json!("1.00")]
    );
    let edited = json(&home, "service edit mailbox --active no --cost none").await;
    assert_eq!(
        fields(&edited),
        [json!("3.20"), json!("monthly"), json!(false), Json::Null],
        "what isn't named stays"
    );
    let listed = done(&home, "service list").await;
    for part in ["Mailbox", "kept for licence billing alone"] {
        assert!(listed.contains(part), "{part} in {listed}");
    }
    let workplaces = id(&home, "acme", "Workplaces").await;
    let sold = format!("contract add-service {workplaces} mailbox");
    refused(&home, &sold, 4, "mailbox").await;
    refused(&home, "service edit mailbox", 2, "service edit --help").await;
    let other_period = "service edit workplace --period yearly";
    refused(&home, other_period, 3, "stands on a contract").await;
}

#[tokio::test]
async fn technicians_and_a_clients_people_change_nothing() {
    let home = Home::with_desk().await;
    let before = contract(&home, "acme", "Workplaces").await;
    for person in ["callum.hughes", "tom.reyes"] {
        for line in [
            "contract create acme Mine --kind recurring",
            &format!("contract renew {}", before["id"]),
            "support activate --time-expired ignore",
            "automation stop acme",
            "service create Mine --price 1",
        ] {
            let ended = run(&home, &format!("--as {person} billing {line}")).await;
            assert_eq!(ended.code, Some(3), "{person} {line}: {ended:?}");
            assert!(ended.err.contains("security level"), "{person} {line}: {ended:?}");
        }
    }
    assert_eq!(contract(&home, "acme", "Workplaces").await, before);
    assert_eq!(json(&home, "support show").await["isActive"], false);
    let services = billing(&home, "service list").await.done();
    assert!(!services.contains("Mine"), "{services}");
}
