//! Rows that were set aside: where they are kept, and what becomes of them when they are put right.

use super::{EVENTS, home, import, ticket, told};

/// The events with one of them changed.
fn changed(line: usize, from: &str, to: &str) -> String {
    let mut lines: Vec<String> = EVENTS.lines().map(str::to_owned).collect();
    assert!(lines[line].contains(from), "{}", lines[line]);
    lines[line] = lines[line].replacen(from, to, 1);
    lines.join("\n")
}

#[tokio::test]
async fn a_row_put_right_later_does_not_undo_what_followed_it() {
    let home = home(&changed(4, "Working", "Workign")).await;
    let ended = import(&home, "events.csv", &[]).await;
    assert_eq!(ended.code, Some(1), "{ended:?}");
    let before = ticket(&home, "A1").await;
    let right = std::fs::read_to_string(home.path("events.rejects.csv")).unwrap();
    std::fs::write(home.path("right.csv"), right.replace("Workign", "Working")).unwrap();
    let done = import(&home, "right.csv", &[]).await.done();
    assert!(done.contains("1 rows are in"), "{done}");
    let after = ticket(&home, "A1").await;
    let unchanged = |field: &str| assert_eq!(after["ticket"][field], before["ticket"][field], "{field}");
    for field in [
        "status",
        "statusSince",
        "queueID",
        "completedDate",
        "resolvedDateTime",
        "closedDate",
        "serviceLevelAgreementHasBeenMet",
        "lastActivityDate",
        "title",
        "assignedResourceID",
    ] {
        unchanged(field);
    }
    let at = |ticket: &serde_json::Value| {
        let entries = ticket["history"].as_array().unwrap().iter();
        entries
            .filter(|entry| entry["date"] == "2026-03-01T10:00:00Z")
            .map(|entry| format!("{} {}", entry["event"].as_str().unwrap(), entry["after"]))
            .collect::<Vec<_>>()
    };
    assert_eq!(at(&before), Vec::<String>::new());
    assert_eq!(
        at(&after),
        ["autotask_status \"Working\"", "edited \"true\""],
        "told at its own time"
    );
    assert_eq!(told(&after).len(), told(&before).len() + 2);
}

#[tokio::test]
async fn rows_of_one_run_count_in_their_order_even_if_it_was_stopped_in_between() {
    // The second event of A1 says an earlier moment than the first.
    let events = changed(2, "01-03-2026 09:00", "01-03-2026 07:00");
    let home = home(&events).await;
    let beginning: Vec<&str> = events.lines().take(2).collect();
    std::fs::write(home.path("beginning.csv"), beginning.join("\n")).unwrap();
    let three: Vec<&str> = events.lines().take(3).collect();
    std::fs::write(home.path("three.csv"), three.join("\n")).unwrap();
    import(&home, "beginning.csv", &[]).await.done();
    import(&home, "three.csv", &[]).await.done();
    let found = home
        .run(&[
            "ticket",
            "list",
            "externalID:=A1 queue:\"Group 1\" status:\"in progress\"",
            "--json",
        ])
        .await
        .json();
    assert_eq!(
        found.as_array().map(Vec::len),
        Some(1),
        "the row behind the known one counts"
    );
}

#[tokio::test]
async fn rejects_never_replace_a_file_that_is_there() {
    let wrong = changed(2, "Working", "Dozing");
    let home = home(&wrong).await;
    let ended = import(&home, "events.csv", &["--rejects", "events.csv"]).await;
    assert_eq!(ended.code, Some(2), "{ended:?}");
    std::fs::hard_link(home.path("events.csv"), home.path("same.csv")).unwrap();
    let ended = import(&home, "events.csv", &["--rejects", "same.csv"]).await;
    assert_eq!(ended.code, Some(2), "{ended:?}");
    assert_eq!(std::fs::read_to_string(home.path("events.csv")).unwrap(), wrong);
    std::fs::write(home.path("events.rejects.csv"), "of the last time").unwrap();
    let ended = import(&home, "events.csv", &[]).await;
    assert!(ended.err.contains("it lies in events.rejects-2.csv"), "{ended:?}");
    assert_eq!(
        std::fs::read_to_string(home.path("events.rejects.csv")).unwrap(),
        "of the last time"
    );
    let kept = std::fs::read_to_string(home.path("events.rejects-2.csv")).unwrap();
    assert!(kept.contains("Dozing"), "{kept}");
}

#[tokio::test]
async fn a_file_of_rejects_that_cannot_be_written_stops_it_before_the_first_row_with_its_name() {
    let home = home(EVENTS).await;
    let ended = import(&home, "events.csv", &["--rejects", "nowhere/rejects.csv"]).await;
    assert_eq!(ended.code, Some(1), "{ended:?}");
    assert!(
        ended.err.contains("nowhere/rejects.csv: the rejects can't be written"),
        "{ended:?}"
    );
    let found = home.run(&["ticket", "list", "externalID:=A1", "--json"]).await.json();
    assert_eq!(found, serde_json::json!([]));
}

#[tokio::test]
async fn an_import_without_rejects_leaves_no_file_behind() {
    let home = home(EVENTS).await;
    import(&home, "events.csv", &[]).await.done();
    let left: Vec<String> = std::fs::read_dir(home.path(""))
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.contains("rejects"))
        .collect();
    assert_eq!(left, Vec::<String>::new());
}
