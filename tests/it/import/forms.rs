//! The forms in which a file may come, and what a mapping may say of them.

use super::{EVENTS, MAPPING, home, import, ticket};
use serde_json::Value as Json;

/// The events as JSON lines.
fn json_lines() -> String {
    let mut lines = EVENTS.lines();
    let names: Vec<&str> = lines.next().unwrap().split(',').collect();
    let object = |line: &str| {
        let cells = names
            .iter()
            .zip(line.split(','))
            .map(|(name, cell)| ((*name).to_owned(), Json::from(cell)));
        Json::Object(cells.collect()).to_string() + "\n"
    };
    lines.map(object).collect()
}

#[tokio::test]
async fn json_lines_zstd_and_standard_input_come_to_the_same_as_csv() {
    let csv = home(EVENTS).await;
    import(&csv, "events.csv", &[]).await.done();
    let expected = super::told(&ticket(&csv, "A1").await);
    let other = home("").await;
    std::fs::write(
        other.path("events"),
        zstd::encode_all(json_lines().as_bytes(), 0).unwrap(),
    )
    .unwrap();
    let done = import(&other, "events", &[]).await.done();
    assert!(done.contains("9 rows are in, 2 tickets were made"), "{done}");
    assert_eq!(super::told(&ticket(&other, "A1").await), expected);
    let third = home("").await;
    let piped = third
        .run_reading(&["import", "-", "--mapping", "mapping.toml"], &json_lines())
        .await
        .done();
    assert!(piped.contains("9 rows are in, 2 tickets were made"), "{piped}");
    assert_eq!(super::told(&ticket(&third, "A1").await), expected);
}

#[tokio::test]
async fn what_a_suggestion_says_takes_the_file_that_it_was_made_from() {
    let home = home(EVENTS).await;
    let suggested = home.run(&["import", "--suggest", "events.csv"]).await.done();
    std::fs::write(home.path("suggested.toml"), suggested).unwrap();
    let done = home
        .run(&["import", "events.csv", "--mapping", "suggested.toml"])
        .await
        .done();
    assert!(done.contains("9 rows are in, 2 tickets were made"), "{done}");
    std::fs::write(home.path("colours.csv"), "colour,size\nred,large\n").unwrap();
    let ended = home.run(&["import", "--suggest", "colours.csv"]).await;
    assert_eq!(ended.code, Some(1), "{ended:?}");
    assert!(ended.err.contains("No column was found for: number, at"), "{ended:?}");
    assert!(ended.out.contains("FILL IN"), "{ended:?}");
}

#[tokio::test]
async fn moments_are_those_of_the_zone_and_words_become_what_the_mapping_says() {
    let home = home("").await;
    let mapping = "source = \"zoned\"\nmoments = [\"%d.%m.%Y %H:%M\", \"%d.%m.%Y\"]\nzone = \"Europe/Berlin\"\n\
                   unknown = [\"-\", \"n/a\"]\n\
                   [ticket]\nnumber = \"{nr}\"\nat = \"{am}\"\ncompany = \"{firma}\"\nstatus = \"{stand}\"\nqueue = \"{ort}\"\n\
                   [values.queue]\nNord = \"Level 1\"\n[values.company]\nA = \"Acme\"\n\
                   [fields]\npurchaseOrderNumber = \"{auftrag}\"\nticketType = \"{art}\"\n\"Raum\" = \"{raum}\"\n\
                   [values.ticketType]\n\"Störung\" = \"Incident\"\n";
    std::fs::write(home.path("zoned.toml"), mapping).unwrap();
    let rows = "nr;am;firma;stand;ort;auftrag;art;raum\nZ1;20.07.2026 10:00;A;New;Nord;4711;Störung;B2\nZ2;20.11.2026;A;New;-;n/a;-;-\n";
    std::fs::write(home.path("zoned.csv"), rows).unwrap();
    let done = home
        .run(&["import", "zoned.csv", "--mapping", "zoned.toml"])
        .await
        .done();
    assert!(
        done.contains("2 rows are in, 2 tickets") && !done.contains("1 companies"),
        "{done}"
    );
    let first = ticket(&home, "Z1").await;
    assert_eq!(first["ticket"]["createDate"], "2026-07-20T08:00:00Z");
    assert_eq!(first["ticket"]["purchaseOrderNumber"], "4711");
    assert_eq!(first["ticket"]["ticketType"], 2);
    assert!(done.contains("1 user-defined fields"), "{done}");
    let own = first["ticket"]["userDefinedFields"].as_object().unwrap();
    assert_eq!(own.values().collect::<Vec<_>>(), ["B2"]);
    let there = home
        .run(&[
            "ticket",
            "list",
            "externalID:=Z1 queue:\"Level 1\" company:acme",
            "--json",
        ])
        .await
        .json();
    assert_eq!(there.as_array().map(Vec::len), Some(1), "{there}");
    let second = ticket(&home, "Z2").await;
    assert_eq!(second["ticket"]["createDate"], "2026-11-19T23:00:00Z");
    assert!(second["ticket"]["purchaseOrderNumber"].is_null());
}

#[tokio::test]
async fn people_companies_and_notes_stand_in_rows_of_tickets_or_in_rows_of_their_own() {
    let home = home("").await;
    let beside = format!(
        "{}[records.Contact]\ncompanyID = \"Small desk\"\nname = \"{{by}}\"\nemailAddress = \"{{by}}@small.test\"\n\
         [records.TicketNote]\nticketID = \"{{number}}\"\ndescription = \"{{again}} again, says {{by}}\"\n\
         createDateTime = \"{{changed}}\"\nauthorName = \"{{by}}\"\n",
        MAPPING.replace(
            "company = \"Small desk\"\n",
            "company = \"Small desk\"\ncontact = \"{by}\"\n"
        )
    );
    std::fs::write(home.path("beside.toml"), beside).unwrap();
    std::fs::write(home.path("events.csv"), EVENTS).unwrap();
    for (added, notes) in [("9 rows are in", 7), ("0 rows are in", 7)] {
        let done = home
            .run(&["import", "events.csv", "--mapping", "beside.toml"])
            .await
            .done();
        assert!(done.contains(added), "{done}");
        let ticket = ticket(&home, "A1").await;
        assert_eq!(
            ticket["notes"].as_array().map(Vec::len),
            Some(notes),
            "{}",
            ticket["notes"]
        );
        assert_eq!(ticket["notes"][0]["authorName"], "Ann");
        assert_eq!(ticket["notes"][0]["audience"], "autotask");
        assert_eq!(ticket["ticket"]["noteCount"], 7);
    }
    let rows = "source = \"own\"\nrecord = \"{kind}\"\nmoments = \"iso\"\n\
                [rows]\ncall = \"ticket\"\nremark = \"TicketNote\"\nfirm = \"Company\"\n\
                [ticket]\nnumber = \"{id}\"\nat = \"{when}\"\ncompany = \"{firm}\"\nstatus = \"New\"\n\
                [records.Company]\nkey = \"{id}\"\ncompanyName = \"{text}\"\ncity = \"{more}\"\n\
                [records.TicketNote]\nticketID = \"{id}\"\ndescription = \"{text}\"\naudience = \"public\"\n";
    std::fs::write(home.path("own.toml"), rows).unwrap();
    let text = "kind,id,when,firm,text,more\nfirm,F1,,,Ibis Ltd,Cadiz\ncall,O1,2026-03-01,F1,,\nremark,O1,,,Hello,\n\
                remark,O9,,,Lost,\nwhim,O1,,,,\n";
    std::fs::write(home.path("own.csv"), text).unwrap();
    let ended = home.run(&["import", "own.csv", "--mapping", "own.toml"]).await;
    assert!(ended.out.contains("3 rows are in, 1 tickets were made"), "{ended:?}");
    for said in [
        "own.csv:5:8: ticketID: there is no Ticket called \"O9\"",
        "own.csv:6:1: record: the mapping's [rows] does not know \"whim\"",
    ] {
        assert!(ended.err.contains(said), "{said} in {ended:?}");
    }
    let found = home
        .run(&["ticket", "list", "externalID:=O1 company:\"Ibis Ltd\"", "--json"])
        .await
        .json();
    assert_eq!(found[0]["publicNoteCount"], 1, "{found}");
}

#[tokio::test]
async fn moments_come_to_the_same_in_whichever_form_they_are_suggested() {
    let home = home("").await;
    for (number, (created, form)) in [
        ("2026-11-20 15:05", "%Y-%m-%d %H:%M"),
        ("2026-11-20T15:05", "iso"),
        ("20.11.2026, 15:05", "%d.%m.%Y, %H:%M"),
        ("20.11.26 15:05", "%d.%m.%y %H:%M"),
        ("20/11/26 15:05:00", "%d/%m/%y %H:%M:%S"),
        ("11/20/2026 3:05 PM", "%m/%d/%Y %I:%M %p"),
        ("11/20/2026, 3:05:00 PM", "%m/%d/%Y, %I:%M:%S %p"),
        ("20-Nov-2026 15:05", "%d-%B-%Y %H:%M"),
        ("November 20, 2026 3:05 pm", "%B %d, %Y %I:%M %p"),
    ]
    .into_iter()
    .enumerate()
    {
        let number = format!("F{number}");
        let rows = format!("ticket id;subject;status;created\n{number};a;New;{created}\n");
        std::fs::write(home.path("list.csv"), rows).unwrap();
        let suggested = home.run(&["import", "--suggest", "list.csv"]).await.done();
        let line = format!("moments = [\"{form}\"]");
        assert!(suggested.contains(&line), "{line} in {suggested}");
        std::fs::write(home.path("suggested.toml"), suggested).unwrap();
        home.run(&["import", "list.csv", "--mapping", "suggested.toml"])
            .await
            .done();
        let made = ticket(&home, &number).await;
        assert_eq!(made["ticket"]["createDate"], "2026-11-20T15:05:00Z", "{created}");
    }
}
