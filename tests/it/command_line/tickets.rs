//! `tandem ticket` and `tandem queue` on the demo desk: what they print, what they change, how they fail.

use super::program::Home;

async fn number(home: &Home, filter: &str) -> String {
    let found = home
        .run(&["ticket", "list", filter, "--limit", "1", "--json"])
        .await
        .json();
    found[0]["ticketNumber"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_list_shows_autotask_before_taskfire_and_a_mark_at_the_holder() {
    let home = Home::with_desk().await;
    let listed = home.run(&["ticket", "list", "is:open is:shared"]).await.done();
    let mut lines = listed.lines();
    let head = lines.next().unwrap();
    assert!(
        head.find("AUTOTASK").unwrap() < head.find("TASKFIRE").unwrap(),
        "{head}"
    );
    for line in lines {
        assert_eq!(line.matches('●').count(), 1, "exactly one side holds it: {line}");
        assert!(line.starts_with('T'), "{line}");
    }
}

#[tokio::test]
async fn a_ticket_goes_to_the_other_side_and_back_and_is_completed() {
    let home = Home::with_desk().await;
    let arguments = [
        "ticket",
        "create",
        "--company",
        "Acme",
        "--title",
        "Kettle hums",
        "--json",
    ];
    let created = home.run(&arguments).await.json();
    let ticket = created["ticket"]["ticketNumber"].as_str().unwrap();
    let done = async |arguments: &[&str]| home.run(arguments).await.done();

    assert!(
        done(&["ticket", "assign", ticket, "me"])
            .await
            .contains("Autotask: ● New")
    );
    assert!(
        done(&["ticket", "status", ticket, "in progress"])
            .await
            .contains("● In Progress")
    );
    done(&["ticket", "note", ticket, "Looked at it", "--internal"]).await;
    done(&["ticket", "time", ticket, "15", "--summary", "Looked"]).await;
    let there = done(&["ticket", "transfer", ticket, "--reason", "Yours"]).await;
    assert!(there.contains("Autotask: With Client  Taskfire: ● New"), "{there}");
    let back = done(&[
        "--as",
        "tom.reyes",
        "ticket",
        "escalate",
        ticket,
        "--reason",
        "No, yours",
    ])
    .await;
    assert!(back.contains("Autotask: ● New  Taskfire: With Provider"), "{back}");
    let closed = home
        .run(&["ticket", "complete", ticket, "--resolution", "Descaled"])
        .await;
    assert!(
        closed.out.contains("Autotask: ● Complete  Taskfire: Complete"),
        "{closed:?}"
    );
    assert!(closed.err.contains("Taskfire was completed too"), "{closed:?}");

    let shown = done(&["ticket", "show", ticket]).await;
    for part in ["Descaled", "Looked at it", "15 minutes", "escalated: No, yours"] {
        assert!(shown.contains(part), "{part} in {shown}");
    }
    let theirs = done(&["--as", "tom.reyes", "ticket", "show", ticket]).await;
    assert!(
        !theirs.contains("Looked at it") && !theirs.contains("15 minutes"),
        "{theirs}"
    );
}

#[tokio::test]
async fn what_is_said_of_a_ticket_is_said_in_the_persons_language() {
    let home = Home::with_desk().await;
    let ticket = number(&home, "is:open").await;
    std::fs::create_dir_all(home.path("config")).unwrap();
    std::fs::write(home.path("config/config.toml"), "[ui]\nlanguage = \"de\"\n").unwrap();
    let shown = home.run(&["ticket", "show", &ticket]).await.done();
    for said in [
        "\nUnternehmen: ",
        "\nAngelegt: ",
        "\nBeschreibung:\n",
        "\nGeschichte:\n",
    ] {
        assert!(shown.contains(said), "{said:?} in {shown}");
    }
}

#[tokio::test]
async fn the_same_key_counts_once() {
    let home = Home::with_desk().await;
    let ticket = number(&home, "is:open").await;
    let key = "0199d6c2-0000-7000-8000-000000000001";
    for _ in 0..2 {
        home.run(&["ticket", "note", &ticket, "Once only", "--key", key])
            .await
            .done();
    }
    let shown = home.run(&["ticket", "show", &ticket, "--json"]).await.json();
    let notes = shown["notes"].as_array().unwrap();
    assert_eq!(
        notes.iter().filter(|note| note["description"] == "Once only").count(),
        1
    );
}

#[tokio::test]
async fn each_kind_of_failure_has_its_code_and_a_sentence() {
    let home = Home::with_desk().await;
    let shared = number(&home, "is:open is:shared").await;
    for (arguments, code, said) in [
        (vec!["ticket", "list", "statu:new"], 2, "there is no field statu"),
        (vec!["ticket", "frobnicate"], 2, "frobnicate"),
        (vec!["ticket", "edit", &shared], 2, "--help"),
        (vec!["ticket", "escalate", &shared], 3, "."),
        (vec!["ticket", "show", "T19990101.0001"], 4, "T19990101.0001"),
        (vec!["ticket", "assign", &shared, "Nobody at all"], 4, "Nobody at all"),
        (vec!["--server", "http://127.0.0.1:1", "ticket", "list"], 6, "sign-in"),
    ] {
        let ended = home.run(&arguments).await;
        assert_eq!(ended.code, Some(code), "{arguments:?}: {ended:?}");
        assert!(
            ended.err.contains(said) && ended.out.is_empty(),
            "{arguments:?}: {ended:?}"
        );
    }
}

#[tokio::test]
async fn a_long_text_comes_from_standard_input_and_escapes_of_terminals_stay_harmless() {
    let home = Home::with_desk().await;
    let ticket = number(&home, "is:open").await;
    let text = "two\nlines \u{1b}[31mred\u{202e}";
    home.run_reading(&["ticket", "note", &ticket, "-"], text).await.done();
    let shown = home.run(&["ticket", "show", &ticket]).await.done();
    assert!(shown.contains("\n  two\n  lines "), "{shown}");
    assert!(!shown.contains('\u{1b}') && !shown.contains('\u{202e}'), "{shown:?}");
}

#[tokio::test]
async fn a_queue_shows_what_waits_in_it() {
    let home = Home::with_desk().await;
    let queues = home.run(&["queue", "list", "--json"]).await.json();
    let queue = queues
        .as_array()
        .unwrap()
        .iter()
        .find(|queue| queue["name"] == "Level 1")
        .unwrap();
    let open = queue["openTickets"].as_u64().unwrap();
    assert!(open > 0);
    let arguments = ["queue", "tickets", "level 1", "--limit", "500", "--json"];
    let tickets = home.run(&arguments).await.json();
    assert_eq!(tickets.as_array().map(Vec::len), usize::try_from(open).ok());
}
