//! `--read-only` on the command line: what looks goes on, what would change something is refused with 3 and changes
//! nothing.

use super::program::Home;

const WHY: &str = "Tandem was started with --read-only";

#[tokio::test]
async fn what_would_change_something_is_refused_and_what_looks_is_not() {
    let home = Home::with_desk().await;
    let listed = home
        .run(&["ticket", "list", "is:open", "--limit", "1", "--json"])
        .await
        .json();
    let ticket = listed[0]["ticketNumber"].as_str().unwrap();
    let before = home.run(&["ticket", "show", ticket, "--json"]).await.json();
    for arguments in [
        &["ticket", "note", ticket, "Not from here"][..],
        &["ticket", "create", "--company", "Acme", "--title", "Kettle"],
        &[
            "billing",
            "contract",
            "create",
            "acme",
            "Print 2027",
            "--kind",
            "support-hours",
            "--hours",
            "40",
        ],
        &[
            "user",
            "create",
            "x.y",
            "--level",
            "provider_admin",
            "--name",
            "X",
            "--database",
            "sqlite:data/desk.db",
        ],
        &["agreement", "publish", "3", "--database", "sqlite:data/desk.db"],
        &["serve", "--listen", "127.0.0.1:0", "--database", "sqlite:data/desk.db"],
        &["import", "rows.csv", "--mapping", "servicenow"],
    ] {
        let ended = home.run(&[&["--read-only"], arguments].concat()).await;
        assert_eq!(ended.code, Some(3), "{arguments:?}: {ended:?}");
        assert!(ended.err.contains(WHY), "{arguments:?}: {ended:?}");
    }
    for arguments in [
        &["ticket", "show", ticket, "--json", "--read-only"][..],
        &["queue", "list", "--read-only"],
        &["--read-only", "billing", "show", "acme"],
        &[
            "--read-only",
            "export",
            "--records",
            "Tickets",
            "--output",
            "tickets.jsonl",
        ],
        &["--read-only", "doctor"],
    ] {
        home.run(arguments).await.done();
    }
    let after = home.run(&["ticket", "show", ticket, "--json"]).await.json();
    assert_eq!(after, before);
}
