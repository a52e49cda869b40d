//! A request and the contract that covers it, created from the command line in one step.

use super::support::take_owner;
use super::typed::{done, run};
use crate::command_line::program::{Ended, Home};
use serde_json::{Value as Json, json};

/// The demo desk where requests need a contract, with a laptop of Birch's that none covers.
async fn with_validation() -> Home {
    let home = Home::with_desk().await;
    take_owner(&home, "Laptop Mei Lin");
    for line in [
        "support assign-item mei \"birch & sons\"",
        "support activate --time-expired ignore",
        "support validation on",
    ] {
        done(&home, line).await;
    }
    home
}

async fn create(home: &Home, client: &str, options: &str) -> Ended {
    let line = format!("ticket create --company \"{client}\" --title \"Saw jams\" {options}");
    run(home, line.trim_end()).await
}

async fn created(home: &Home, client: &str, options: &str) -> Json {
    create(home, client, &format!("{options} --json")).await.json()["ticket"].take()
}

#[tokio::test]
async fn a_refused_request_is_created_with_its_contract_by_what_the_refusal_says_to_type() {
    let home = with_validation().await;
    for (options, code, said) in [
        (
            "",
            3,
            "repeat it with --new-contract per-request; or name the item with",
        ),
        (
            "--configuration-item mei",
            3,
            "per-request, subscription, time-limited or",
        ),
        ("--configuration-item toaster", 4, "toaster"),
        ("--contract nothing", 4, "nothing"),
        ("--contract 999999", 3, ""),
        ("--new-contract forever", 2, "take per-request or subscription"),
        ("--new-contract subscription", 2, "--configuration-item"),
        (
            "--new-contract support-hours --configuration-item mei",
            2,
            "--contract-hours",
        ),
        ("--new-contract per-request --contract-hours 4", 2, "no meaning here"),
        (
            "--new-contract per-request --contract-end 2031-01-01",
            2,
            "--contract-end",
        ),
        ("--contract-name Alone", 2, "--new-contract"),
        ("--contract 1 --new-contract per-request", 2, "--new-contract"),
    ] {
        let refused = create(&home, "birch & sons", options).await;
        assert_eq!(refused.code, Some(code), "{options}: {refused:?}");
        assert!(
            refused.err.contains(said) && refused.out.is_empty(),
            "{options}: {refused:?}"
        );
    }
    let alone = created(&home, "birch & sons", "--new-contract per-request").await;
    assert!(alone["contractID"].is_i64(), "{alone}");
    assert_eq!(alone["isHeldForContract"], false);

    let terms = "--new-contract support-hours --contract-hours 7,5 --contract-name \"Laptop care\"";
    let covered = created(&home, "birch & sons", &format!("{terms} --configuration-item mei")).await;
    let report = run(&home, "billing block-report \"birch & sons\" --json").await.json();
    let mut contracts = report["contracts"].as_array().unwrap().iter();
    let care = contracts.find(|one| one["name"] == "Laptop care").unwrap();
    assert_eq!(
        (&care["id"], &care["minutes"]),
        (&covered["contractID"], &json!(450)),
        "{report}"
    );
    let found = created(&home, "birch & sons", "--configuration-item \"laptop mei lin\"").await;
    assert_eq!(found["contractID"], covered["contractID"], "the search finds it");
    let linked = created(&home, "birch & sons", "--contract \"laptop care\"").await;
    assert_eq!(linked["contractID"], covered["contractID"], "by hand");
    assert_eq!(linked["configurationItemID"], Json::Null);
}

#[tokio::test]
async fn a_contract_that_is_still_to_come_holds_the_request_that_it_is_made_with() {
    let home = with_validation().await;
    let terms = "--new-contract subscription --contract-start 2090-01-01 --contract-end 2090-12-31";
    let held = created(&home, "birch & sons", &format!("{terms} --configuration-item mei")).await;
    assert_eq!(held["isHeldForContract"], true);
}

#[tokio::test]
async fn a_ticket_that_cant_be_reopened_for_want_of_a_contract_is_covered_and_reopened() {
    let home = with_validation().await;
    let ticket = created(&home, "birch & sons", "--new-contract per-request").await;
    let number = ticket["ticketNumber"].as_str().unwrap();
    let complete = format!("ticket complete {number} --resolution Freed");
    run(&home, &complete).await.done();
    let reopen = format!("ticket reopen {number}");
    let refused = run(&home, &reopen).await;
    assert_eq!(refused.code, Some(3), "{refused:?}");
    assert!(refused.err.contains("`tandem ticket cover`"), "{refused:?}");
    let hours = run(&home, &format!("ticket cover {number} support-hours")).await;
    assert_eq!(hours.code, Some(2), "{hours:?}");
    let covered = run(
        &home,
        &format!("ticket cover {number} per-request --contract-name Again"),
    )
    .await;
    assert!(covered.out.contains("“Again”"), "{covered:?}");
    run(&home, &reopen).await.done();
    let technician = format!("--as callum.hughes ticket cover {number} per-request");
    assert_eq!(run(&home, &technician).await.code, Some(3));
}

#[tokio::test]
async fn a_technician_is_told_who_was_asked_and_nothing_to_type() {
    let home = with_validation().await;
    let line = "--as callum.hughes ticket create --company \"birch & sons\" --title \"Saw jams\"";
    let refused = run(&home, line).await;
    assert_eq!(refused.code, Some(3), "{refused:?}");
    assert!(refused.err.contains("administrators have been asked"), "{refused:?}");
    assert!(!refused.err.contains("--new-contract"), "{refused:?}");
}
