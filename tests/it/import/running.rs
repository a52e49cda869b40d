//! What an import brings over, and what it says of what it can't.

use super::{EVENTS, MAPPING, home, import, ticket, told};
use flate2::write::GzEncoder;
use std::io::Write;

#[tokio::test]
async fn every_event_is_told_in_the_other_desks_words_and_the_last_known_values_stand() {
    let home = home(EVENTS).await;
    let done = import(&home, "events.csv", &[]).await.done();
    assert!(done.contains("9 rows are in, 2 tickets were made; 0 rows"), "{done}");
    let first = ticket(&home, "A1").await;
    assert_eq!(
        told(&first),
        [
            "Ann | created | – | – | –",
            "Ben | autotask_status | – | New | Working",
            "Ben | moved | – | – | Group 1",
            "Ben | assigned | – | – | Pat Rios",
            "Ben | moved | – | Group 1 | Group 2",
            "Ben | edited | Urgency | 2 | 1",
            "Cid | autotask_status | – | Working | Done",
            "Cid | closed | – | – | –",
            "Cid | moved | reassignments | 1 | 2",
            "Dee | autotask_status | – | Done | Working",
            "Dee | reopened | – | – | –",
            "Dee | edited | serviceLevelAgreementHasBeenMet | true | false",
            "Dee | edited | – | – | –",
            "Dee | autotask_status | – | Working | Done",
            "Dee | closed | – | – | –",
        ]
    );
    let row = &first["ticket"];
    assert_eq!(row["title"], "Printing trouble");
    assert_eq!(row["createDate"], "2026-03-01T08:00:00Z");
    assert_eq!(row["completedDate"], "2026-03-02T10:00:00Z");
    assert_eq!(row["closedDate"], "2026-03-07T10:00:00Z");
    assert_eq!(row["serviceLevelAgreementHasBeenMet"], false);
    assert!(row["ticketNumber"].as_str().unwrap().starts_with("T20260301."));
    let in_group = home
        .run(&["ticket", "list", "queue:\"Group 2\" is:closed", "--json"])
        .await
        .json();
    assert_eq!(in_group[0]["id"], row["id"]);

    let second = ticket(&home, "A2").await;
    assert_eq!(second["ticket"]["title"], "A2", "no category was ever known");
    assert_eq!(second["ticket"]["serviceLevelAgreementHasBeenMet"], true);
    let nowhere = home
        .run(&["ticket", "list", "queue:Imported is:closed", "--json"])
        .await
        .json();
    assert_eq!(nowhere[0]["id"], second["ticket"]["id"], "no group was ever known");
}

#[tokio::test]
async fn running_it_again_adds_nothing_and_a_stopped_one_goes_on() {
    let home = home(EVENTS).await;
    let beginning: Vec<&str> = EVENTS.lines().take(5).collect();
    std::fs::write(home.path("beginning.csv"), beginning.join("\n")).unwrap();
    import(&home, "beginning.csv", &[]).await.done();
    let rest = import(&home, "events.csv", &[]).await.done();
    assert!(
        rest.contains("5 rows are in, 0 tickets were made; 4 rows were there"),
        "{rest}"
    );
    let whole = told(&ticket(&home, "A1").await);
    let again = import(&home, "events.csv", &[]).await.done();
    assert!(
        again.contains("0 rows are in, 0 tickets were made; 9 rows were there"),
        "{again}"
    );
    assert_eq!(told(&ticket(&home, "A1").await), whole);
    assert_eq!(whole.len(), 15);
}

#[tokio::test]
async fn a_packed_file_is_read_as_it_is() {
    let home = home(EVENTS).await;
    let mut packed = GzEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(EVENTS.as_bytes()).unwrap();
    std::fs::write(home.path("events.csv.gz"), packed.finish().unwrap()).unwrap();
    let done = import(&home, "events.csv.gz", &[]).await.done();
    assert!(done.contains("9 rows are in, 2 tickets"), "{done}");
}

#[tokio::test]
async fn a_dry_run_says_what_would_happen_and_changes_nothing() {
    let home = home(EVENTS).await;
    for _ in 0..2 {
        let said = import(&home, "events.csv", &["--dry-run"]).await.done();
        assert!(
            said.contains("9 rows would go in, 2 tickets would be made; 0 rows"),
            "{said}"
        );
    }
    let found = home.run(&["ticket", "list", "externalID:=A1", "--json"]).await.json();
    assert_eq!(found, serde_json::json!([]));
}

#[tokio::test]
async fn a_bad_row_is_named_and_kept_and_the_rest_goes_in() {
    let mut lines: Vec<String> = EVENTS.lines().map(str::to_owned).collect();
    lines[2] = lines[2].replace("Working", "Dozing");
    lines[3] = lines[3].replace("01-03-2026 08:30,01", "yesterday,01");
    lines[4].push_str(",extra");
    let home = home(&lines.join("\n")).await;
    let ended = import(&home, "events.csv", &[]).await;
    assert_eq!(ended.code, Some(1), "{ended:?}");
    assert!(ended.out.contains("6 rows are in"), "{ended:?}");
    for said in [
        "events.csv:3:4: status: ",
        "events.csv:4:25: opened_at: ",
        "events.csv:5:114: row: ",
    ] {
        assert!(ended.err.contains(said), "{said} in {ended:?}");
    }
    assert!(
        ended
            .err
            .contains("3 rows were set aside; they lie in events.rejects.csv"),
        "{ended:?}"
    );
    let kept = std::fs::read_to_string(home.path("events.rejects.csv")).unwrap();
    let expected: Vec<&str> = [0, 2, 3, 4].map(|line| lines[line].as_str()).to_vec();
    assert_eq!(kept.lines().collect::<Vec<_>>(), expected);
}

#[tokio::test]
async fn what_is_wrong_before_the_first_row_stops_it_with_the_place() {
    let home = home(EVENTS).await;
    let wrong = MAPPING.replace("{group}", "{team}").replace("queue =", "queue  =");
    std::fs::write(home.path("wrong.toml"), wrong).unwrap();
    for (file, mapping, code, said) in [
        ("events.csv", "wrong.toml", 2, "wrong.toml:15"),
        ("events.csv", "missing.toml", 4, "servicenow"),
        ("missing.csv", "mapping.toml", 1, "missing.csv"),
    ] {
        let ended = home.run(&["import", file, "--mapping", mapping]).await;
        assert_eq!(ended.code, Some(code), "{ended:?}");
        assert!(ended.err.contains(said), "{said} in {ended:?}");
    }
    let tech = home
        .run(&[
            "--as",
            "callum.hughes",
            "import",
            "events.csv",
            "--mapping",
            "mapping.toml",
        ])
        .await;
    assert_eq!(tech.code, Some(3), "{tech:?}");
}
