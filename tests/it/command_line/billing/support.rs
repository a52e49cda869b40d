//! Prepaid support and licence automation from the command line.

use super::typed::{days, done, id, json, refused, run};
use crate::command_line::program::Home;
use serde_json::{Value as Json, json};
use tandem::base::Date;

#[tokio::test]
async fn the_block_report_has_what_was_bought_used_and_is_left() {
    let home = Home::with_desk().await;
    let report = json(&home, "block-report acme").await;
    let contracts = report["contracts"].as_array().unwrap();
    let print = contracts.iter().find(|one| one["minutes"] == 2400).unwrap();
    let [used, left] = ["minutesUsed", "minutesLeft"].map(|field| print[field].as_i64().unwrap());
    assert_eq!(used + left, 2400, "{print}");
    let text = done(&home, "block-report acme").await;
    assert!(text.starts_with("Contract") && text.contains("40 h"), "{text}");
    let own = run(&home, "--as tom.reyes billing block-report acme --json")
        .await
        .json();
    assert_eq!(own["company"], report["company"]);
    assert!(own["contracts"].as_array().unwrap().contains(print), "{own}");
    let others = run(&home, "--as tom.reyes billing block-report cedar").await;
    assert_eq!(others.code, Some(4), "another client's is not there: {others:?}");
    refused(&home, "block-report nobody", 4, "nobody").await;
}

#[tokio::test]
async fn prepaid_support_is_made_for_an_item_approved_and_let_start() {
    let home = Home::with_desk().await;
    let (_, next_month) = days(&home).await;
    let what = "--kind support-hours --hours 12,5 --item hannah";
    let create = format!("contract create acme \"Laptop care\" {what} --start {next_month} --not-approved");
    let made = json(&home, &create).await;
    let fields = &made["fields"];
    assert_eq!(
        (&fields["minutes"], &fields["isApproved"]),
        (&json!(750), &json!(false))
    );
    assert!(made["scope"]["item"].is_i64(), "{made}");
    let care = made["id"].to_string();
    let approved = done(&home, &format!("contract approve {care}")).await;
    for part in ["“Laptop care” is approved", "pending"] {
        assert!(approved.contains(part), "{part} in {approved}");
    }
    let enabled = json(&home, &format!("contract enable {care}")).await;
    assert_eq!((&enabled["state"], &enabled["left"]), (&json!("active"), &json!(750)));
    let back = json(&home, &format!("contract edit {care} --approved no")).await;
    assert_eq!(back["fields"]["isApproved"], false, "the approval can be taken back");
}

/// An item of the demo desk that nobody owns any more.
pub fn take_owner(home: &Home, item: &str) {
    let connection = rusqlite::Connection::open(home.path("data/desk.db")).unwrap();
    let lose = "UPDATE configuration_item SET company_id = 0, contact_id = NULL WHERE reference_title = ?1";
    assert_eq!(connection.execute(lose, [item]).unwrap(), 1);
    connection.close().unwrap();
}

#[tokio::test]
async fn support_is_activated_once_all_items_have_owners_and_a_choice_is_made() {
    let home = Home::with_desk().await;
    take_owner(&home, "Laptop Mei Lin");
    let ignore = "support activate --time-expired ignore";
    for (line, code, said) in [
        ("support activate", 3, "rollover to the next contract, or ignore"),
        ("support activate --time-expired keep", 2, "take rollover or ignore"),
        ("support validation on", 3, "not active yet"),
        ("support validation perhaps", 2, "take on or off"),
        (ignore, 3, "owner"),
        ("support assign-item mei acme --contact nobody", 4, "nobody"),
        ("support assign-item plotter acme", 4, "plotter"),
    ] {
        refused(&home, line, code, said).await;
    }
    let shown = done(&home, "support show").await;
    for part in ["Items without an owner: 1", "Laptop Mei Lin"] {
        assert!(shown.contains(part), "{part} in {shown}");
    }
    let owned = done(&home, "support assign-item mei acme --contact \"mei lin\"").await;
    assert!(owned.contains("Mei Lin's"), "{owned}");

    let settings = json(&home, ignore).await;
    let chosen = (&settings["isActive"], &settings["timeExpiredOption"]);
    assert_eq!(chosen, (&json!(true), &json!("ignore")));
    refused(&home, ignore, 3, "active already").await;
    for (switch, is_required) in [("on", true), ("off", false)] {
        done(&home, &format!("support validation {switch}")).await;
        let settings = json(&home, "support show").await;
        assert_eq!(settings["requiresContract"], is_required);
    }
}

#[tokio::test]
async fn automation_is_set_moved_to_the_contract_that_follows_and_stopped() {
    let home = Home::with_desk().await;
    let taskfire = id(&home, "harbourside", "Taskfire").await;
    let off = done(&home, "automation show harbourside").await;
    for part in ["nothing bills them", "License Fee", "for clients who pay by user"] {
        assert!(off.contains(part), "{part} in {off}");
    }
    let set = format!("automation set harbourside {taskfire} \"License Fee\"");
    let saved = json(&home, &set).await;
    assert_eq!(saved["contract"].to_string(), taskfire);
    let shown = done(&home, "automation show harbourside").await;
    assert!(shown.contains("3 licences × 20.00 = 60.00 EUR a month"), "{shown}");

    let renewed = done(&home, &format!("contract renew {taskfire}")).await;
    assert!(renewed.contains("choose this one for that"), "{renewed}");
    let page = json(&home, &format!("contract show {taskfire}")).await;
    let end = Date::parse(page["fields"]["end"].as_str().unwrap()).unwrap();
    let (follower, first) = (&page["renewedBy"], end.next());
    let moved = done(
        &home,
        &format!("automation set harbourside {follower} License --from {first}"),
    )
    .await;
    assert!(moved.contains(&format!("From {first} on:")), "{moved}");
    let stopped = done(&home, "automation stop harbourside").await;
    assert!(stopped.contains("nothing bills"), "{stopped}");
}

#[tokio::test]
async fn automation_takes_no_service_that_bills_something_else() {
    let home = Home::with_desk().await;
    let workplaces = id(&home, "harbourside", "Workplaces").await;
    let taskfire = id(&home, "harbourside", "Taskfire").await;
    let elsewhere = id(&home, "acme", "Taskfire").await;
    let set = "automation set harbourside";
    for (line, code, said) in [
        (format!("{set} {workplaces} workplace"), 3, "kept for billing"),
        (format!("{set} {elsewhere} License"), 3, "contract"),
        (format!("{set} {taskfire} backup"), 4, "backup"),
        (format!("{set} Taskfire License"), 2, "contract list"),
        (format!("{set} {taskfire} License --from soon"), 2, "like 2026-10-31"),
        ("automation stop harbourside".to_owned(), 4, "nothing to stop"),
    ] {
        refused(&home, &line, code, said).await;
    }
    let page = json(&home, "automation show harbourside").await;
    assert!(page["automation"].is_null(), "{page}");
}

#[tokio::test]
async fn automation_puts_a_service_on_the_contract_where_that_is_said() {
    let home = Home::with_desk().await;
    let taskfire = id(&home, "harbourside", "Taskfire").await;
    let page = json(&home, &format!("contract show {taskfire}")).await;
    let first = Date::parse(page["fields"]["end"].as_str().unwrap()).unwrap().next();
    let create = format!("contract create harbourside Licences --kind recurring --start {first}");
    let made = json(&home, &create).await;
    let page = json(&home, "automation show harbourside").await;
    let fee = page["services"].as_array().unwrap().iter();
    let name = |service: &Json| service["name"].as_str().unwrap().to_owned();
    let fee = fee.map(name).find(|name| name.contains("License")).unwrap();
    let set = format!("automation set harbourside {} \"{fee}\"", made["id"]);
    refused(&home, &set, 4, "Nothing is called").await;
    let saved = json(&home, &format!("{set} --add")).await;
    assert_eq!(
        (&saved["contract"], saved["serviceName"].as_str()),
        (&made["id"], Some(fee.as_str()))
    );
    let shown = json(&home, &format!("contract show {}", made["id"])).await;
    assert_eq!(shown["services"].as_array().unwrap().len(), 1);
}
