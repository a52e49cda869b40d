//! `tandem audit` and `tandem agreement` on a database that a server made.

use super::program::{Ended, Home};
use tandem::server::{Server, Settings};

/// A home with a database in which two people were made.
async fn desk() -> (Home, String) {
    let home = Home::new();
    let file = home.path("central.db");
    let settings = Settings::new(file.clone(), "127.0.0.1:0".parse().unwrap(), "Northwind");
    Server::start(settings).await.unwrap().stop().await;
    let database = format!("sqlite:{}", file.display());
    for name in ["maria.keller", "omar.haddad"] {
        let arguments = [
            "user",
            "create",
            name,
            "--level",
            "provider_admin",
            "--database",
            &database,
        ];
        home.run_reading(&arguments, "correct horse\n").await.done();
    }
    (home, database)
}

async fn audit(home: &Home, database: &str, more: &[&str]) -> Ended {
    let mut arguments = vec!["audit"];
    arguments.extend(more);
    arguments.extend(["--database", database]);
    home.run(&arguments).await
}

#[tokio::test]
async fn the_log_is_verified_exported_and_a_cut_end_is_found_by_a_kept_digest() {
    let (home, database) = desk().await;
    let sound = audit(&home, &database, &["verify"]).await.done();
    assert!(sound.contains("2 entries"), "{sound}");
    let digest = audit(&home, &database, &["digest"]).await.done();
    assert!(sound.contains(digest.trim()), "{sound} {digest}");
    let exported = audit(&home, &database, &["export"]).await.done();
    let lines: Vec<serde_json::Value> = exported
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(
        (&lines[1]["act"], &lines[1]["origin"]),
        (&"create_resource".into(), &"local".into())
    );
    assert_eq!(lines[1]["subject"], "Omar Haddad");
    assert!(!exported.contains("correct horse"), "no password is in the log");
    let connection = rusqlite::Connection::open(home.path("central.db")).unwrap();
    connection
        .execute_batch(
            "DROP TRIGGER audit_entry_is_not_removed; DELETE FROM audit_entry WHERE id = 2;
             UPDATE audit_head SET entry_id = 1, digest = (SELECT digest FROM audit_entry);",
        )
        .unwrap();
    audit(&home, &database, &["verify"]).await.done();
    let found = audit(&home, &database, &["verify", "--from", digest.trim()]).await;
    assert_eq!(found.code, Some(1), "{found:?}");
    assert!(found.err.contains("kept elsewhere"), "{found:?}");
    connection.execute_batch("UPDATE audit_head SET entry_id = 2").unwrap();
    let cut = audit(&home, &database, &["verify"]).await;
    assert_eq!(cut.code, Some(1), "{cut:?}");
    assert!(cut.err.contains("entry 2"), "{cut:?}");
    let missing = audit(&home, "sqlite:nothing.db", &["verify"]).await;
    assert_eq!(missing.code, Some(1), "{missing:?}");
    assert!(!home.path("nothing.db").exists(), "looking makes nothing");
}

#[tokio::test]
async fn a_further_version_of_the_agreement_is_published_from_files() {
    let (home, database) = desk().await;
    let write = |folder: &str, file: &str, text: &str| {
        std::fs::create_dir_all(home.path(folder)).unwrap();
        std::fs::write(home.path(folder).join(file), text).unwrap();
    };
    let publish = async |folder: &str| {
        home.run(&["agreement", "publish", folder, "--database", &database])
            .await
    };
    write("3", "de.md", "2026-12-01\n\n1  Nur deutsch\n\n[ ] Read\n[ ] Entitled\n");
    let refused = publish("3").await;
    assert_eq!(refused.code, Some(3), "{refused:?}");
    assert!(refused.err.contains("English"), "{refused:?}");
    write("3", "en.md", "soon\n\n1  English\n\n[ ] Read\n[ ] Entitled\n");
    let faulty = publish("3").await;
    assert!(faulty.err.contains("en.md:1: "), "{faulty:?}");
    write("3", "en.md", "2026-12-01\n\n1  English\n\n[ ] Read\n[ ] Entitled\n");
    write("3", "de.md", "2026-12-24\n\n1  Nur deutsch\n\n[ ] Read\n[ ] Entitled\n");
    let days = publish("3").await;
    assert!(
        days.code == Some(3) && days.err.contains("one day in every language"),
        "{days:?}"
    );
    write("3", "de.md", "2026-12-01\n\n1  Nur deutsch\n\n[ ] Read\n");
    assert!(publish("3").await.err.contains("de.md:5: "), "one box");
    write("3", "de.md", "2026-12-01\n\n1  Nur deutsch\n\n[ ] Read\n[ ] Entitled\n");
    let done = publish("3").await.done();
    assert!(done.contains("Version 3") && done.contains("de, en"), "{done}");
    publish("3/").await.done();
    write("5", "en.md", "2027-01-01\n\n1  Later\n\n[ ] Read\n[ ] Entitled\n");
    let gap = publish("5").await;
    assert!(gap.code == Some(3) && gap.err.contains("next version is 4"), "{gap:?}");
    write("3", "en.md", "2026-12-01\n\n1  Changed\n\n[ ] Read\n[ ] Entitled\n");
    let changed = publish("3").await;
    assert!(
        changed.code == Some(3) && changed.err.contains("published already"),
        "{changed:?}"
    );
    let nameless = publish(".").await;
    assert_eq!(nameless.code, Some(2), "{nameless:?}");
    let log = audit(&home, &database, &["export"]).await.done();
    assert_eq!(log.matches("publish_agreement").count(), 1, "{log}");
}
