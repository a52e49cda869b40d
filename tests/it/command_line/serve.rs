//! `tandem serve`: what it refuses, what it says, how it stops.

use super::program::{Ended, Home, ended};
use tokio::io::{AsyncBufReadExt, BufReader};

#[tokio::test]
async fn it_serves_until_it_is_asked_to_stop_and_ends_in_order() {
    let home = Home::new();
    let mut child = home.start(&["serve", "--listen", "127.0.0.1:0", "--database", "sqlite:desk.db"]);
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let said = lines.next_line().await.unwrap().unwrap();
    let url = said.split_whitespace().last().unwrap().to_owned();
    let _ = rustls::crypto::ring::default_provider().install_default();
    let health: serde_json::Value = reqwest::get(format!("{url}/tandem/v1/health"))
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    assert_eq!(health["status"], "ok");
    let process = rustix::process::Pid::from_raw(i32::try_from(child.id().unwrap()).unwrap()).unwrap();
    rustix::process::kill_process(process, rustix::process::Signal::TERM).unwrap();
    let output = child.wait_with_output().await.unwrap();
    assert_eq!(output.status.code(), Some(0));
    let notes = String::from_utf8(output.stderr).unwrap();
    assert!(
        notes.contains("tandem user create") && notes.contains("desk.db"),
        "{notes}"
    );
}

/// What `tandem serve` says on its error output until it is asked to stop.
async fn notes(home: &Home, more: &[&str]) -> String {
    let mut arguments = vec!["serve", "--listen", "127.0.0.1:0", "--database", "sqlite:desk.db"];
    arguments.extend(more);
    let mut child = home.start(&arguments);
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    lines.next_line().await.unwrap().unwrap();
    let process = rustix::process::Pid::from_raw(i32::try_from(child.id().unwrap()).unwrap()).unwrap();
    rustix::process::kill_process(process, rustix::process::Signal::TERM).unwrap();
    String::from_utf8(child.wait_with_output().await.unwrap().stderr).unwrap()
}

#[tokio::test]
async fn a_database_that_was_there_before_keeps_its_provider_and_says_so() {
    let home = Home::new();
    let berlin = ["--provider", "Northwind", "--time-zone", "Europe/Berlin"];
    for same in [&berlin as &[&str], &berlin, &[]] {
        assert!(!notes(&home, same).await.contains("--provider"), "{same:?}");
    }
    for other in [["--provider", "Contoso"], ["--time-zone", "UTC"]] {
        let said = notes(&home, &other).await;
        assert!(
            said.contains("Northwind") && said.contains("Europe/Berlin") && said.contains("--provider"),
            "{said}"
        );
    }
}

#[tokio::test]
async fn other_hosts_are_not_served_without_encryption() {
    let home = Home::new();
    let refused = home
        .run(&["serve", "--listen", "0.0.0.0:0", "--database", "sqlite:desk.db"])
        .await;
    assert_eq!(refused.code, Some(1), "{refused:?}");
    assert!(
        refused.err.contains("--certificate") && refused.err.contains("--allow-plaintext"),
        "{refused:?}"
    );
}

#[tokio::test]
async fn what_it_can_not_use_is_named() {
    let home = Home::new();
    for (arguments, said) in [
        (
            vec!["--listen", "127.0.0.1:0", "--database", "desk.db"],
            "sqlite:desk.db",
        ),
        (
            vec!["--listen", "127.0.0.1:0", "--database", "sqlite:missing/desk.db"],
            "missing/desk.db",
        ),
        (vec!["--listen", "here", "--database", "sqlite:desk.db"], "--listen"),
        (
            vec![
                "--listen",
                "127.0.0.1:0",
                "--database",
                "sqlite:desk.db",
                "--certificate",
                "a.pem",
                "--key",
                "b.pem",
            ],
            "a.pem",
        ),
    ] {
        let arguments: Vec<&str> = std::iter::once("serve").chain(arguments).collect();
        let ended = home.run(&arguments).await;
        assert_ne!(ended.code, Some(0), "{ended:?}");
        assert!(ended.err.contains(said), "{said} in {ended:?}");
    }
}

#[tokio::test]
async fn the_language_of_the_settings_is_spoken_before_anything_else_of_them_is_needed() {
    let home = Home::new();
    std::fs::create_dir(home.path("config")).unwrap();
    std::fs::write(home.path("config/config.toml"), "[ui]\nlanguage = \"de\"\n").unwrap();
    for (arguments, said) in [
        (
            &["serve", "--listen", "0.0.0.0:0", "--database", "sqlite:desk.db"] as &[&str],
            "unverschlüsselt",
        ),
        (
            &["audit", "verify", "--database", "sqlite:none.db"],
            "als Datenbank öffnen",
        ),
        (
            &["user", "password", "theo", "--database", "sqlite:none.db"],
            "gibt es nicht",
        ),
        (
            &["agreement", "publish", "draft", "--database", "sqlite:none.db"],
            "nach einer Fassung",
        ),
        (&["import", "--show-mapping", "none"], "Zuordnung"),
    ] {
        let ended = home.run(arguments).await;
        assert!(ended.err.contains(said), "{said} in {ended:?}");
    }
}

/// How `tandem serve` ends there for somebody of that language.
async fn serve_in(language: &str, home: &Home, listen: &str, database: &str) -> Ended {
    let arguments = ["serve", "--listen", listen, "--database", database];
    let started = home.command(&arguments).env("LANG", language).output();
    ended(started.await.unwrap())
}

#[tokio::test]
async fn why_it_can_not_start_is_said_in_the_language_of_whoever_starts_it() {
    let home = Home::new();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = taken.local_addr().unwrap().to_string();
    std::fs::write(
        home.path("text.db"),
        "no database, but longer than a header of one ".repeat(9),
    )
    .unwrap();
    notes(&home, &[]).await;
    let newer = rusqlite::Connection::open(home.path("desk.db")).unwrap();
    let later = "INSERT INTO refinery_schema_history VALUES (999, 'later', '2030-01-01T00:00:00Z', '1')";
    newer.execute(later, []).unwrap();
    for (listen, database, german, spanish) in [
        (
            taken.as_str(),
            "sqlite:new.db",
            "keine Verbindungen annehmen",
            "No se puede escuchar",
        ),
        ("0.0.0.0:0", "sqlite:new.db", "unverschlüsselt", "sin cifrar"),
        (
            "127.0.0.1:0",
            "sqlite:missing/desk.db",
            "Prüfen Sie, ob es den Ordner gibt",
            "Compruebe",
        ),
        (
            "127.0.0.1:0",
            "sqlite:text.db",
            "text.db lässt sich nicht",
            "abrir text.db",
        ),
        ("127.0.0.1:0", "sqlite:desk.db", "neuere Version", "versión más nueva"),
    ] {
        for (language, said) in [("de_DE.UTF-8", german), ("es_ES.UTF-8", spanish)] {
            let ended = serve_in(language, &home, listen, database).await;
            assert!(ended.code == Some(1) && ended.err.contains(said), "{said} in {ended:?}");
        }
    }
}

#[tokio::test]
async fn what_is_refused_is_no_error_in_the_log() {
    let home = Home::new();
    let mut child = home.start(&[
        "serve",
        "--listen",
        "127.0.0.1:0",
        "--database",
        "sqlite:desk.db",
        "--log",
        "debug",
    ]);
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let said = lines.next_line().await.unwrap().unwrap();
    let url = said.split_whitespace().last().unwrap().to_owned();
    let arguments = ["user", "credential", "reports.bot", "--database", "sqlite:desk.db"];
    let shown = home.run(&arguments).await.done();
    let value = |name: &str| {
        let line = shown.lines().find(|line| line.starts_with(name)).unwrap();
        line.split_once(": ").unwrap().1.to_owned()
    };
    let client = reqwest::Client::new();
    for (body, status) in [
        (r#"{"title": 5}"#, 500),
        (r#"{"title": "a", "title": "b"}"#, 500),
        (r#"{"companyID": 0, "title": "", "status": 1, "priority": 1}"#, 500),
    ] {
        let mut request = client.post(format!("{url}/ATServicesRest/V1.0/Tickets")).body(body);
        for header in ["UserName", "Secret", "ApiIntegrationCode"] {
            request = request.header(header, value(header));
        }
        assert_eq!(request.send().await.unwrap().status(), status, "{body}");
    }
    let unknown = client.post(format!("{url}/tandem/v1/tickets")).body("{}").send();
    assert_eq!(unknown.await.unwrap().status(), 401);
    let broken = client.post(format!("{url}/tandem/v1/sessions")).body("{").send();
    assert_eq!(broken.await.unwrap().status(), 400);
    let process = rustix::process::Pid::from_raw(i32::try_from(child.id().unwrap()).unwrap()).unwrap();
    rustix::process::kill_process(process, rustix::process::Signal::TERM).unwrap();
    let log = String::from_utf8(child.wait_with_output().await.unwrap().stderr).unwrap();
    assert_eq!(
        log.matches("DEBUG request").count(),
        10,
        "begun and answered, each: {log}"
    );
    assert!(!log.contains("ERROR") && !log.contains("WARN"), "{log}");
}
