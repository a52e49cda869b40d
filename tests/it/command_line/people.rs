//! `tandem user`, `tandem sign-in` and `tandem sign-out`, against a server of one's own.

use super::program::{Ended, Home};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use tandem::base::ids::{CompanyId, Ids, TicketId, UniqueIds};
use tandem::base::{Clock, Secret, SystemClock, secret};
use tandem::domain::{Act, Agency, Change, Person, SecurityLevel, Seen};
use tandem::records::administration::Administration;
use tandem::records::administration::people::{ContactSwitch, LevelChange, NewPassword};
use tandem::records::drafts::{DraftKey, DraftKind};
use tandem::replica::Replica;
use tandem::server::operations::OperationError;
use tandem::server::operations::administration::Asker;
use tandem::server::operations::kept_answer::{Answer as Kept, Request};
use tandem::server::operations::people::{self, NewContact, NewPortalUser};
use tandem::server::{RunningServer, Server, Settings};

struct Served {
    home: Home,
    url: String,
    database: String,
    server: RunningServer,
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
            server,
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
async fn whoever_lost_their_second_factor_gets_rid_of_it_on_the_host() {
    let desk = Served::new().await;
    desk.create("maria.keller", "provider_admin", &[]).await.done();
    desk.sign_in("maria.keller", "correct horse").await.done();
    let reset = |name| ["user", "reset-two-factor", name, "--database", &desk.database];
    let nobody = desk.home.run(&reset("nobody")).await;
    assert_eq!(nobody.code, Some(4), "{nobody:?}");
    desk.home.run(&reset("maria.keller")).await.done();
    let over = desk.home.run(&["--server", &desk.url, "ticket", "list"]).await;
    assert_eq!(over.code, Some(6), "{over:?}");
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
        ("maria.keller", "provider_tech", vec![], 3, "taken"),
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

impl Served {
    /// Maria, who administers, and Ira of a client with a password.
    async fn with_client() -> (Self, Person) {
        let desk = Self::new().await;
        desk.create("maria.keller", "provider_admin", &[]).await.done();
        let operations = desk.server.operations();
        let company = operations.create_company("Acme".to_owned()).await.unwrap();
        let new = NewContact {
            company,
            first_name: "Ira".to_owned(),
            last_name: "Sosa".to_owned(),
            email: String::new(),
            phone: None,
            portal: Some(NewPortalUser {
                user_name: "ira".to_owned(),
                level: SecurityLevel::PortalAdvanced,
                password: Some(Secret::new("plum tree in the rain")),
            }),
        };
        let ira = operations.create_contact(new).await.unwrap();
        // By now she has chosen it herself.
        let chosen = operations.write(|writing| Ok(writing.execute("UPDATE login SET must_change = 0", [])?));
        chosen.await.unwrap();
        (desk, Person::Contact(ira))
    }

    /// Does something as Maria.
    async fn administer(&self, act: Administration) {
        let operations = self.server.operations();
        let maria = operations.somebody(None).await.unwrap();
        let actor = operations.read(move |connection| Ok(people::actor(connection, maria, Agency::Human)?));
        let asker = Asker {
            actor: actor.await.unwrap().unwrap(),
            origin: "local".to_owned(),
        };
        let request = Request::new(UniqueIds.change(), "a test", &serde_json::json!(act.name()));
        let encode = |result: Result<_, OperationError>| Kept {
            status: if result.is_ok() { 200 } else { 500 },
            body: String::new(),
        };
        let answer = operations.administer(asker, request, act, encode).await.unwrap();
        assert_eq!(answer.status, 200);
    }

    /// Ira's copy on this machine, as her console would have left it.
    async fn copy(&self, ira: Person) -> (std::path::PathBuf, Replica) {
        let server = &secret::digest(self.url.as_bytes())[..16];
        let name = &secret::digest(b"ira")[..16];
        let path = self.home.path(&format!("state/servers/{server}/{name}.sqlite"));
        let replica = Replica::open(&path).unwrap();
        let actor = self
            .server
            .operations()
            .read(move |connection| Ok(people::actor(connection, ira, Agency::Human)?));
        replica.sign_in(&actor.await.unwrap().unwrap()).unwrap();
        (path, replica)
    }
}

fn new_ticket(company: CompanyId, title: &str) -> Change {
    Change {
        id: UniqueIds.change(),
        ticket: TicketId(-1),
        seen: Seen::new(),
        act: Act::Create(Box::new(
            serde_json::from_value(serde_json::json!({
                "companyID": company, "title": title, "description": "It says \u{1b}[31mPC LOAD LETTER.",
            }))
            .unwrap(),
        )),
        written_at: SystemClock.now(),
    }
}

#[tokio::test]
async fn the_copy_of_whoever_is_deactivated_goes_at_the_next_contact_and_what_was_unsent_is_kept() {
    for loses in ["activity", "level"] {
        let (desk, ira) = Served::with_client().await;
        desk.sign_in("ira", "plum tree in the rain").await.done();
        let (path, replica) = desk.copy(ira).await;
        replica.record(&new_ticket(CompanyId(1), "Printer on fire")).unwrap();
        let key = DraftKey {
            ticket: None,
            kind: DraftKind::Reply,
            context: String::new(),
        };
        replica
            .save_draft(&key, "Half a thought,\nin two lines", SystemClock.now())
            .unwrap();
        drop(replica);
        let Person::Contact(contact) = ira else { unreachable!() };
        desk.administer(match loses {
            "level" => Administration::ChangeLevel(contact, LevelChange::default()),
            _ => Administration::SwitchContact(
                contact,
                ContactSwitch {
                    is_active: false,
                    seen_fee: None,
                },
            ),
        })
        .await;
        let ended = desk.home.run(&["--server", &desk.url, "ticket", "list"]).await;
        assert_eq!(ended.code, Some(6), "{ended:?}");
        assert!(!path.exists(), "{loses}: the copy is there still");
        let unsent: Vec<_> = std::fs::read_dir(path.parent().unwrap())
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
            .collect();
        let [file] = unsent.as_slice() else {
            panic!("{unsent:?}")
        };
        assert!(
            ended.err.replace('\n', " ").contains(file.to_str().unwrap()),
            "{ended:?}"
        );
        assert_eq!(std::fs::metadata(file).unwrap().permissions().mode() & 0o777, 0o600);
        let text = std::fs::read_to_string(file).unwrap();
        for said in ["Printer on fire", "PC LOAD LETTER", "Half a thought,\nin two lines"] {
            assert!(text.contains(said), "{said}: {text}");
        }
        assert!(!text.contains('\u{1b}'), "{text:?}");
        assert_eq!(session_files(&desk.home.path("state/servers")).len(), 0, "{loses}");
    }
}

#[tokio::test]
async fn whoever_was_given_a_password_chooses_their_own_at_the_first_sign_in() {
    let (desk, ira) = Served::with_client().await;
    let password = "given by somebody else".to_owned();
    desk.administer(Administration::ResetPassword(ira, NewPassword { password }))
        .await;
    let short = desk.sign_in("ira", "given by somebody else\nshort").await;
    assert_eq!(short.code, Some(3), "{short:?}");
    assert!(short.err.contains("12"), "{short:?}");
    assert!(!desk.home.path("state/servers").exists(), "nobody is remembered");
    let signed_in = desk
        .sign_in("ira", "given by somebody else\nnobody else's at all")
        .await;
    assert!(signed_in.done().contains("Ira Sosa"));
    desk.home.run(&["--server", &desk.url, "ticket", "list"]).await.done();
    desk.sign_in("ira", "nobody else's at all").await.done();
}

#[tokio::test]
async fn signing_in_asks_for_the_code_where_a_second_factor_is_set_up() {
    let (desk, ira) = Served::with_client().await;
    let operations = desk.server.operations();
    let actor = operations.read(move |connection| Ok(people::actor(connection, ira, Agency::Human)?));
    let actor = actor.await.unwrap().unwrap();
    let setup = operations.begin_two_factor(actor.clone()).await.unwrap();
    let app = totp_rs::Secret::try_from_base32(&setup.secret).unwrap();
    let app = totp_rs::Builder::new().with_secret(app).build().unwrap();
    let seconds = u64::try_from(SystemClock.now().millis() / 1000).unwrap();
    operations
        .confirm_two_factor(
            Asker {
                actor,
                origin: "local".to_owned(),
            },
            0,
            app.generate(seconds).to_string(),
        )
        .await
        .unwrap();
    let missing = desk.sign_in("ira", "plum tree in the rain").await;
    assert_eq!(missing.code, Some(6), "{missing:?}");
    // The one of the next half minute is taken too.
    let code = app.generate(seconds + 30);
    desk.sign_in("ira", &format!("plum tree in the rain\n{code}"))
        .await
        .done();
}

#[tokio::test]
async fn a_programs_limits_are_set_lifted_and_outlive_its_credential() {
    let desk = Served::new().await;
    let run = async |more: &[&str]| {
        let arguments = [&["user"], more, &["--database", &desk.database]].concat();
        desk.home.run(&arguments).await
    };
    run(&["credential", "monitoring.api"]).await.done();
    let limit = async |more: &[&str]| run(&[&["limit", "Monitoring.API"], more].concat()).await.done();
    assert_eq!(limit(&[]).await, "hourly: off\nat-once: off\ndelay: off\n");
    let set = ["--hourly", "10000", "--at-once", "3", "--delay", "on"];
    assert_eq!(limit(&set).await, "hourly: 10000\nat-once: 3\ndelay: on\n");
    run(&["credential", "monitoring.api"]).await.done();
    assert_eq!(
        limit(&["--hourly", "off"]).await,
        "hourly: off\nat-once: 3\ndelay: on\n"
    );
    for (arguments, code) in [
        (vec!["limit", "nobody"], 4),
        (vec!["limit", "monitoring.api", "--hourly", "0"], 2),
        (vec!["limit", "monitoring.api", "--at-once", "many"], 2),
    ] {
        let ended = run(&arguments).await;
        assert_eq!(ended.code, Some(code), "{ended:?}");
    }
}
