//! `tandem doctor`: a line for each thing, and an exit code.

use super::program::Home;
use crate::support::{Desk, PASSWORD};
use tandem::base::secret;
use tandem::replica::Replica;

#[tokio::test]
async fn a_sound_home_has_nothing_wrong() {
    let home = Home::new();
    for _ in 0..2 {
        let looked = home.run(&["doctor"]).await.done();
        assert!(looked.lines().all(|line| line.starts_with("ok ")), "{looked}");
        home.run(&["queue", "list"]).await.done();
    }
}

#[tokio::test]
async fn each_thing_that_is_wrong_is_said_with_what_to_do() {
    let home = Home::new();
    std::fs::create_dir(home.path("config")).unwrap();
    std::fs::write(home.path("config/config.toml"), "[ui]\ntheem = \"dark\"\n").unwrap();
    std::fs::create_dir_all(home.path("data")).unwrap();
    std::fs::write(
        home.path("data/desk.db"),
        "not a database, but long enough to be taken for one",
    )
    .unwrap();
    let looked = home.run(&["doctor"]).await;
    assert_eq!(looked.code, Some(1));
    for said in ["config.toml:2:1", "did you mean \"theme\"", "is damaged"] {
        assert!(looked.out.contains(said), "{said} in {looked:?}");
    }
    let gone = home.run(&["--server", "http://127.0.0.1:1", "doctor"]).await;
    assert_eq!(gone.code, Some(1));
    assert!(gone.out.contains("WRONG Server: http://127.0.0.1:1"), "{gone:?}");
}

#[tokio::test]
async fn a_server_that_answers_is_named_with_its_clock_and_the_missing_session() {
    // The desk's clock stands on a day that this machine's has long left, or not reached.
    let desk = Desk::new().await;
    let home = Home::new();
    let url = desk.address().replace("/tandem/v1", "");
    let looked = home.run(&["--server", &url, "doctor"]).await;
    assert_eq!(looked.code, Some(1), "{looked:?}");
    for said in ["answers (Northwind", "WRONG Clock:", "WRONG Session: nobody"] {
        assert!(looked.out.contains(said), "{said} in {looked:?}");
    }
}

#[tokio::test]
async fn a_certificate_file_that_is_none_is_named() {
    let home = Home::new();
    std::fs::create_dir(home.path("config")).unwrap();
    let settings = "[server]\nurl = \"https://desk.example\"\nca_file = \"missing.pem\"\n";
    std::fs::write(home.path("config/config.toml"), settings).unwrap();
    let looked = home.run(&["doctor"]).await;
    assert_eq!(looked.code, Some(1), "{looked:?}");
    assert!(
        looked.out.contains("config.toml:3:11") && looked.out.contains("missing.pem"),
        "{looked:?}"
    );
}

#[tokio::test]
async fn behind_a_dead_proxy_the_proxy_is_named_and_nobodys_password() {
    let home = Home::new();
    std::fs::create_dir(home.path("config")).unwrap();
    let settings = "[server]\nurl = \"https://me:hush@desk.example\"\nproxy = \"http://me:hush@127.0.0.1:1\"\n";
    std::fs::write(home.path("config/config.toml"), settings).unwrap();
    let looked = home.run(&["doctor"]).await;
    assert_eq!(looked.code, Some(1), "{looked:?}");
    assert!(
        looked.out.contains("WRONG Proxy: http://127.0.0.1:1 can't be reached"),
        "{looked:?}"
    );
    assert!(
        !looked.out.contains("WRONG Server"),
        "what lies behind it can't be known: {looked:?}"
    );
    let signing_in = home.run_reading(&["sign-in", "maria.keller"], "x\n").await;
    for said in [looked.out, looked.err, signing_in.out, signing_in.err] {
        assert!(!said.contains("hush"), "{said}");
    }
}

#[tokio::test]
async fn what_is_advised_about_a_copy_fits_what_is_wrong_with_it() {
    let desk = Desk::new().await;
    let home = Home::new();
    let url = desk.address().replace("/tandem/v1", "");
    home.run_reading(&["--server", &url, "sign-in", "ada"], &format!("{PASSWORD}\n"))
        .await
        .done();
    let [server, person] = [&url, "ada"].map(|name| secret::digest(name.as_bytes())[..16].to_owned());
    let file = home.path(&format!("state/servers/{server}/{person}.sqlite"));
    drop(Replica::open(&file).unwrap());
    let said = async || home.run(&["--server", &url, "doctor"]).await.out;
    let sound = said().await;
    assert!(
        sound.contains("Local copy: ") && !sound.contains("WRONG Local copy"),
        "{sound}"
    );
    let other = rusqlite::Connection::open(&file).unwrap();
    other
        .execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE")
        .unwrap();
    let locked = said().await;
    assert!(
        locked.contains("WRONG Local copy") && locked.contains("keeps the local copy locked"),
        "{locked}"
    );
    assert!(!locked.contains("ove it away"), "{locked}");
    drop(other);
    std::fs::write(&file, "not a database, but long enough to be taken for one").unwrap();
    let damaged = said().await;
    assert!(
        damaged.contains("is damaged") && damaged.contains("Move it away"),
        "{damaged}"
    );
}
