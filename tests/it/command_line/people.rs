//! `tandem user`, `tandem sign-in` and `tandem sign-out`, against a server of one's own.

use super::program::{Ended, Home};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use tandem::server::{RunningServer, Server, Settings};

struct Served {
    home: Home,
    url: String,
    database: String,
    _server: RunningServer,
}

impl Served {
    async fn new() -> Self {
        let home = Home::new();
        let file = home.path("central.db");
        let settings = Settings::new(file.clone(), "127.0.0.1:0".parse().unwrap(), "Northwind");
        let server = Server::start(settings).await.unwrap();
        Self {
            url: format!("http://{}", server.address()),
            database: format!("sqlite:{}", file.display()),
            home,
            _server: server,
        }
    }

    async fn create(&self, name: &str, level: &str, more: &[&str]) -> Ended {
        let mut arguments = vec!["user", "create", name, "--level", level, "--database", &self.database];
        arguments.extend(more);
        self.home.run_reading(&arguments, "correct horse\n").await
    }

    async fn sign_in(&self, name: &str, password: &str) -> Ended {
        let arguments = ["--server", &self.url, "sign-in", name];
        self.home.run_reading(&arguments, &format!("{password}\n")).await
    }
}

#[tokio::test]
async fn the_first_administrator_is_made_beside_the_running_server_and_signs_in() {
    let desk = Served::new().await;
    desk.create("maria.keller", "provider_admin", &[]).await.done();
    let wrong = desk.sign_in("maria.keller", "wrong").await;
    assert_eq!(wrong.code, Some(6), "{wrong:?}");
    let signed_in = desk.sign_in("maria.keller", "correct horse").await.done();
    assert!(signed_in.contains("Maria Keller"), "{signed_in}");
    let listed = desk
        .home
        .run(&["--server", &desk.url, "ticket", "list", "--json"])
        .await
        .json();
    assert_eq!(listed, serde_json::json!([]));
}

#[tokio::test]
async fn a_new_password_ends_the_sessions_of_the_old_one() {
    let desk = Served::new().await;
    desk.create("maria.keller", "provider_admin", &[]).await.done();
    desk.sign_in("maria.keller", "correct horse").await.done();
    let arguments = ["user", "password", "maria.keller", "--database", &desk.database];
    desk.home.run_reading(&arguments, "battery staple\n").await.done();
    let over = desk.home.run(&["--server", &desk.url, "ticket", "list"]).await;
    assert_eq!(over.code, Some(6), "{over:?}");
    desk.sign_in("maria.keller", "battery staple").await.done();
}

#[tokio::test]
async fn the_session_is_kept_for_this_user_only_and_signing_out_forgets_it() {
    let desk = Served::new().await;
    desk.create("maria.keller", "provider_admin", &[]).await.done();
    desk.sign_in("maria.keller", "correct horse").await.done();
    let kept = session_files(&desk.home.path("state/servers"));
    assert_eq!(kept.len(), 1);
    assert_eq!(std::fs::metadata(&kept[0]).unwrap().permissions().mode() & 0o777, 0o600);
    desk.home.run(&["--server", &desk.url, "sign-out"]).await.done();
    assert_eq!(session_files(&desk.home.path("state/servers")).len(), 0);
    let nobody = desk.home.run(&["--server", &desk.url, "sign-out"]).await;
    assert_eq!(nobody.code, Some(6), "{nobody:?}");
}

fn session_files(folder: &Path) -> Vec<std::path::PathBuf> {
    let folders = std::fs::read_dir(folder).unwrap();
    let files = folders.map(|folder| folder.unwrap().path().join("session.json"));
    files.filter(|file| file.exists()).collect()
}

#[tokio::test]
async fn who_can_not_be_made_is_said_with_the_reason() {
    let desk = Served::new().await;
    desk.create("maria.keller", "provider_admin", &[]).await.done();
    for (name, level, more, code, said) in [
        ("maria.keller", "provider_tech", vec![], 3, "already"),
        ("tom.reyes", "taskfire_resource", vec![], 2, "--company"),
        ("tom.reyes", "taskfire_resource", vec!["--company", "Acme"], 4, "Acme"),
        ("tom.reyes", "king", vec![], 2, "provider_admin"),
    ] {
        let ended = desk.create(name, level, &more).await;
        assert_eq!(ended.code, Some(code), "{ended:?}");
        assert!(ended.err.contains(said), "{ended:?}");
    }
    let arguments = [
        "user",
        "create",
        "x",
        "--level",
        "provider_tech",
        "--database",
        &desk.database,
    ];
    let nothing = desk.home.run_reading(&arguments, "\n").await;
    assert_eq!(nothing.code, Some(2), "{nothing:?}");
}

#[tokio::test]
async fn a_credential_is_shown_once_and_kept_as_a_digest_only() {
    let desk = Served::new().await;
    let arguments = ["user", "credential", "monitoring.api", "--database", &desk.database];
    let shown = desk.home.run(&arguments).await.done();
    let value = |name: &str| {
        let line = shown.lines().find(|line| line.starts_with(name)).unwrap();
        line.split_once(": ").unwrap().1.to_owned()
    };
    assert_eq!(value("UserName"), "monitoring.api");
    let secret = value("Secret");
    assert_eq!(secret.len(), 64);
    let stored = std::fs::read(desk.home.path("central.db-wal")).unwrap();
    let holds = |text: &str| stored.windows(text.len()).any(|part| part == text.as_bytes());
    assert!(holds("monitoring.api") && !holds(&secret) && !holds(&value("ApiIntegrationCode")));
}

#[tokio::test]
async fn a_lost_credential_is_replaced_by_asking_for_another() {
    let desk = Served::new().await;
    desk.create("maria.keller", "provider_admin", &[]).await.done();
    let ask = async |name: &str| {
        let arguments = ["user", "credential", name, "--database", &desk.database];
        desk.home.run(&arguments).await
    };
    let headers = |shown: &str| -> Vec<(String, String)> {
        let pairs = shown.lines().filter_map(|line| line.split_once(": "));
        pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    };
    let status = async |headers: &[(String, String)]| {
        let mut request = reqwest::Client::new().get(format!("{}/ATServicesRest/V1.0/Version", desk.url));
        for (name, value) in headers {
            request = request.header(name, value);
        }
        request.send().await.unwrap().status().as_u16()
    };
    let _ = rustls::crypto::ring::default_provider().install_default();
    let first = ask("monitoring.api").await;
    let second = ask("Monitoring.API").await;
    assert!(
        !first.err.contains("already") && second.err.contains("already"),
        "{second:?}"
    );
    assert_eq!(status(&headers(&first.done())).await, 401);
    assert_eq!(status(&headers(&second.done())).await, 200);
    let person = ask("maria.keller").await;
    assert_eq!(person.code, Some(3), "a person's name stays theirs: {person:?}");
}

#[tokio::test]
async fn a_password_is_never_set_in_a_database_that_is_not_there() {
    let home = Home::new();
    let arguments = ["user", "password", "maria.keller", "--database", "sqlite:typo.db"];
    let ended = home.run_reading(&arguments, "correct horse\n").await;
    assert_eq!(ended.code, Some(4), "{ended:?}");
    assert!(ended.err.contains("There is no database typo.db"), "{ended:?}");
    assert!(!home.path("typo.db").exists());
}
