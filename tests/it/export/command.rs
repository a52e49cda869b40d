//! `tandem export` with the built program, on the demo desk.

use crate::command_line::program::Home;
use std::os::unix::fs::PermissionsExt as _;

#[tokio::test]
async fn a_file_is_whole_for_its_owner_alone_and_goes_in_with_its_mapping() {
    let home = Home::with_desk().await;
    let arguments = [
        "export",
        "--output",
        "people.csv.zst",
        "--mapping",
        "people.toml",
        "--records",
        "companies,Contacts",
    ];
    let ended = home.run(&arguments).await;
    assert_eq!(ended.code, Some(0), "{ended:?}");
    for file in ["people.csv.zst", "people.toml"] {
        let mode = std::fs::metadata(home.path(file)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{file}");
    }
    let dry = home
        .run(&["import", "people.csv.zst", "--mapping", "people.toml", "--dry-run"])
        .await
        .done();
    assert!(dry.contains("  Company: 11\n  Contact: "), "{dry}");
    assert!(!dry.contains("New with them"), "all of them are there: {dry}");
    let left: Vec<String> = std::fs::read_dir(home.path(""))
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with(".tandem-export"))
        .collect();
    assert_eq!(left, Vec::<String>::new());
}

#[tokio::test]
async fn what_a_killed_export_left_goes_away_and_what_another_one_writes_stays() {
    let home = Home::with_desk().await;
    let (left, written) = (home.path(".tandem-export-left"), home.path(".tandem-export-written"));
    std::fs::write(&left, "half a de").unwrap();
    std::fs::write(&written, "another's").unwrap();
    let others = std::fs::File::open(&written).unwrap();
    others.lock().unwrap();
    let export = async || {
        home.run(&["export", "--output", "roles.csv", "--records", "Roles"])
            .await
            .done()
    };
    export().await;
    assert!(!left.exists() && home.path("roles.csv").exists());
    assert_eq!(std::fs::read_to_string(&written).unwrap(), "another's");
    drop(others);
    export().await;
    assert!(!written.exists());
}

#[tokio::test]
async fn everybody_gets_what_they_see() {
    let home = Home::with_desk().await;
    let export = async |person: &str| {
        let arguments = [
            "--as",
            person,
            "export",
            "--form",
            "jsonl",
            "--records",
            "Tickets,Companies,Roles",
        ];
        let out = home.run(&arguments).await.done();
        let rows: Vec<serde_json::Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        rows
    };
    let count = |rows: &[serde_json::Value], record: &str| rows.iter().filter(|row| row["record"] == record).count();
    let all = export("maria.keller").await;
    let mut listed = 0;
    for state in ["is:open", "is:closed"] {
        let found = home
            .run(&["ticket", "list", state, "--limit", "100000", "--json"])
            .await
            .json();
        listed += found.as_array().map_or(0, Vec::len);
    }
    assert_eq!(count(&all, "Ticket"), listed);
    assert_eq!((count(&all, "Company"), count(&all, "Role")), (11, 1));
    let own = export("tom.reyes").await;
    assert_eq!((count(&own, "Company"), count(&own, "Role")), (2, 0));
    let companies: std::collections::BTreeSet<_> = own
        .iter()
        .filter(|row| row["record"] == "Ticket")
        .map(|row| row["companyID.name"].to_string())
        .collect();
    assert_eq!(companies.into_iter().collect::<Vec<_>>(), ["\"Acme\""]);
}

/// A row of an export with the name of its record.
type Given = (String, serde_json::Map<String, serde_json::Value>);

/// The rows that somebody is given.
async fn given(home: &Home, person: &str) -> Vec<Given> {
    let out = home.run(&["--as", person, "export", "--form", "jsonl"]).await.done();
    let rows = out.lines().map(|line| {
        let row: serde_json::Map<_, _> = serde_json::from_str(line).unwrap();
        (row["record"].as_str().unwrap().to_owned(), row)
    });
    rows.collect()
}

/// How many rows are notes for the provider's people alone, time of theirs, and how many tell a price or a cost.
fn confidential(rows: &[Given]) -> [usize; 3] {
    let count = |record: &str, field: &str| {
        let rows = rows.iter().filter(|(name, _)| name == record);
        rows.filter(|(_, row)| row[field] == "autotask").count()
    };
    let has_price = |(record, row): &&Given| {
        let entity = tandem::entities::by_name(record).unwrap();
        let mut financial = entity.fields().iter().filter(|field| field.financial);
        financial.any(|field| row.contains_key(field.name))
    };
    [
        count("TicketNote", "audience"),
        count("TimeEntry", "side"),
        rows.iter().filter(has_price).count(),
    ]
}

#[tokio::test]
async fn a_clients_person_gets_no_internal_notes_no_time_of_the_provider_and_no_prices() {
    let home = Home::with_desk().await;
    let all = given(&home, "maria.keller").await;
    assert!(
        confidential(&all).iter().all(|count| *count > 0),
        "{:?}",
        confidential(&all)
    );
    let own = given(&home, "tom.reyes").await;
    assert_eq!(confidential(&own), [0; 3]);
    let notes = own.iter().filter(|(record, _)| record == "TicketNote").count();
    assert!(notes > 20, "{notes}");
}

#[tokio::test]
async fn what_cannot_be_written_is_named() {
    let home = Home::with_desk().await;
    let ended = home.run(&["export", "--output", "nowhere/desk.csv"]).await;
    assert_eq!(ended.code, Some(1), "{ended:?}");
    assert!(ended.err.contains("nowhere/desk.csv: "), "{ended:?}");
    let ended = home.run(&["export", "--records", "Tikets"]).await;
    assert_eq!(ended.code, Some(2), "{ended:?}");
    assert!(ended.err.contains("Tickets"), "{ended:?}");
}
