//! What can't be meant, can't be done here, or may have been done: said in a sentence that leads on.

use super::program::Home;
use crate::offline::line::{Fault, Line};
use crate::support::{Desk, PASSWORD};

#[tokio::test]
async fn arguments_that_cannot_be_meant_are_refused_with_what_would_be_right() {
    let home = Home::new();
    let cases: [(&[&str], &str); 6] = [
        (
            &["--server", "ftp://x", "queue", "list"],
            "write it like https://desk.example",
        ),
        (
            &["--server", "127.0.0.1:8080", "queue", "list"],
            "write it like https://desk.example",
        ),
        (
            &["--server", "http://127.0.0.1:1", "--as", "tom.reyes", "queue", "list"],
            "--as holds on the demo desk only",
        ),
        (
            &["--server", "http://127.0.0.1:1", "--as", "tom.reyes"],
            "--as holds on the demo desk only",
        ),
        (&["ticket", "show", ""], "write the ticket's number"),
        (&["ticket", "note", " ", "Hello"], "write the ticket's number"),
    ];
    for (arguments, said) in cases {
        let mut command = home.command(arguments);
        let output = command.env("TERM", "xterm").output().await.unwrap();
        let notes = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {notes}");
        assert!(notes.contains(said), "{arguments:?}: {notes}");
    }
}

#[tokio::test]
async fn a_folder_that_cannot_be_used_is_said_with_what_to_do() {
    let home = Home::new();
    std::fs::write(home.path("state"), "a file where the folder should be").unwrap();
    let ended = home.run(&["queue", "list"]).await;
    assert_eq!(ended.code, Some(1), "{ended:?}");
    for said in ["Folder for state", "can't be used", "TANDEM_HOME"] {
        assert!(ended.err.contains(said), "{said} in {ended:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_without_an_answer_may_have_been_carried_out_and_the_command_says_so() {
    let desk = Desk::new().await;
    let line = Line::to(desk.socket()).await;
    let (home, url) = (Home::new(), line.url());
    let signed_in = home
        .run_reading(&["--server", &url, "sign-in", "ada"], &format!("{PASSWORD}\n"))
        .await;
    signed_in.done();
    let create = [
        "--server",
        &url,
        "ticket",
        "create",
        "--company",
        "Acme",
        "--title",
        "Kettle",
    ];
    home.run(&create).await.done();
    line.set(Fault::AnswersLost);
    let ended = home.run(&["--server", &url, "ticket", "note", "0001", "Hello"]).await;
    assert_eq!(ended.code, Some(5), "{ended:?}");
    for said in ["may have been carried out", "--key"] {
        assert!(ended.err.contains(said), "{said} in {ended:?}");
    }
}
