//! The embedded desk: made once, one server for all commands of a user, closed to others.

use super::program::Home;
use std::os::unix::fs::PermissionsExt;

#[tokio::test]
async fn the_first_command_makes_the_demo_desk_and_the_next_ones_find_it() {
    let home = Home::new();
    let first = home.run(&[
        "ticket",
        "create",
        "--company",
        "Acme",
        "--title",
        "Kettle hums",
        "--json",
    ]);
    let number = first.await.json()["ticket"]["ticketNumber"].clone();
    let found = home.run(&["ticket", "list", "kettle hums", "--json"]).await.json();
    assert_eq!(found.as_array().map(Vec::len), Some(1));
    assert_eq!(found[0]["ticketNumber"], number);
}

#[tokio::test]
async fn commands_that_start_together_share_one_server_and_one_desk() {
    let home = Home::new();
    let titles = ["one", "two", "three", "four"];
    let created = titles.map(|title| {
        let home = home.clone();
        async move {
            let arguments = ["ticket", "create", "--company", "Acme", "--title", title, "--json"];
            home.run(&arguments).await.json()["ticket"]["id"].as_i64().unwrap()
        }
    });
    let mut ids = futures_util::future::join_all(created).await;
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), titles.len(), "each got a ticket of its own: {ids:?}");
}

#[tokio::test]
async fn what_lies_on_disk_is_for_this_user_only() {
    let home = Home::new();
    home.run(&["queue", "list"]).await.done();
    for (below, mode) in [
        ("data", 0o700),
        ("state", 0o700),
        ("run", 0o700),
        ("data/desk.db", 0o600),
        ("data/desk.lock", 0o600),
        ("state/servers/embedded/session.json", 0o600),
    ] {
        let found = std::fs::metadata(home.path(below)).unwrap().permissions().mode() & 0o777;
        assert_eq!(found, mode, "{below}");
    }
    assert!(!home.path("run/desk.json").exists(), "the address goes with its server");
}

#[tokio::test]
async fn one_can_be_anybody_of_the_demo_desk() {
    let home = Home::with_desk().await;
    let mine = home
        .run(&["--as", "tom.reyes", "ticket", "list", "is:open", "--json"])
        .await
        .json();
    let tickets = mine.as_array().unwrap();
    assert!(!tickets.is_empty());
    assert!(
        tickets
            .iter()
            .all(|ticket| ticket["companyID"] == tickets[0]["companyID"])
    );
    let nobody = home.run(&["--as", "no.body", "ticket", "list"]).await;
    assert_eq!(nobody.code, Some(4), "{nobody:?}");
    assert!(nobody.err.contains("no.body"));
}

#[tokio::test]
async fn a_desk_that_was_removed_is_made_anew_and_its_copies_forgotten() {
    let home = Home::new();
    home.run(&["queue", "list"]).await.done();
    let session = home.path("state/servers/embedded/session.json");
    let before = std::fs::read(&session).unwrap();
    std::fs::remove_dir_all(home.path("data")).unwrap();
    home.run(&["queue", "list"]).await.done();
    assert_ne!(std::fs::read(&session).unwrap(), before);
}

#[tokio::test]
async fn a_proxy_of_the_environment_does_not_stand_before_the_embedded_desk() {
    let home = Home::with_desk().await;
    let mut command = home.command(&["queue", "list"]);
    command
        .env("HTTP_PROXY", "http://127.0.0.1:1")
        .env("http_proxy", "http://127.0.0.1:1");
    let output = command.output().await.unwrap();
    assert!(output.status.success(), "{output:?}");
}
