//! What hangs on tickets, by the command line: files attached and saved, items ticked, contracts reminded of.

use super::program::Home;

/// The number of a ticket that both sides see.
async fn shared(home: &Home) -> String {
    let arguments = [
        "ticket",
        "list",
        "is:open is:shared company:acme",
        "--limit",
        "1",
        "--json",
    ];
    let found = home.run(&arguments).await.json();
    found[0]["ticketNumber"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_file_is_attached_listed_and_saved_as_it_was() {
    let home = Home::with_desk().await;
    let ticket = shared(&home).await;
    let bytes: Vec<u8> = (0..700_000_u32).flat_map(u32::to_le_bytes).collect();
    std::fs::write(home.path("trace.bin"), &bytes).unwrap();
    home.run(&["ticket", "attach", &ticket, "trace.bin"]).await.done();
    std::fs::write(home.path("empty.log"), "").unwrap();
    let internal = ["ticket", "attach", &ticket, "empty.log", "--internal"];
    home.run(&internal).await.done();

    let shown = home.run(&["ticket", "show", &ticket]).await.done();
    let (_, files) = shown.split_once("Files:\n").unwrap();
    assert!(files.contains(" trace.bin, 2.8 MB, Maria Keller\n"), "{files}");
    assert!(files.contains(" empty.log, 0 B, Maria Keller\n"), "{files}");
    let other_side = ["--as", "tom.reyes", "ticket", "show", &ticket];
    let shown = home.run(&other_side).await.done();
    assert!(shown.contains("trace.bin") && !shown.contains("empty.log"), "{shown}");

    std::fs::create_dir(home.path("kept")).unwrap();
    home.run(&["ticket", "save", &ticket, "trace", "kept"]).await.done();
    assert_eq!(std::fs::read(home.path("kept/trace.bin")).unwrap(), bytes);
    let number = files.split([' ', '\n']).find(|word| word.starts_with('#')).unwrap();
    let saved = home.run(&["ticket", "save", &ticket, number, "kept/trace.bin"]).await;
    assert_eq!(saved.code, Some(1));
    assert!(saved.err.contains("--replace"), "{saved:?}");
    std::fs::write(home.path("kept/trace.bin"), "older").unwrap();
    let over = ["ticket", "save", &ticket, "trace.bin", "kept/trace.bin", "--replace"];
    home.run(&over).await.done();
    assert_eq!(std::fs::read(home.path("kept/trace.bin")).unwrap(), bytes);
    let unknown = home.run(&["ticket", "save", &ticket, "other.bin"]).await;
    assert_eq!(unknown.code, Some(4), "{unknown:?}");
}

#[tokio::test]
async fn what_is_no_file_or_too_large_is_refused_before_anything_is_sent() {
    let home = Home::with_desk().await;
    let ticket = shared(&home).await;
    let large = std::fs::File::create(home.path("large.iso")).unwrap();
    large.set_len((7 << 20) + 1).unwrap();
    for (path, said) in [
        (".", "is no file"),
        ("nowhere.txt", "nowhere.txt"),
        ("large.iso", "larger than 7 MiB"),
    ] {
        let refused = home.run(&["ticket", "attach", &ticket, path]).await;
        assert_eq!(refused.code, Some(1), "{refused:?}");
        assert!(refused.err.contains(said), "{refused:?}");
    }
    let shown = home.run(&["ticket", "show", &ticket, "--json"]).await.json();
    assert_eq!(shown["attachments"], serde_json::json!([]));
}

#[tokio::test]
async fn an_item_of_a_checklist_is_ticked_and_unticked_by_its_name() {
    let home = Home::with_desk().await;
    let ticket = shared(&home).await;
    let id = home.run(&["ticket", "show", &ticket, "--json"]).await.json()["ticket"]["id"].clone();
    let desk = rusqlite::Connection::open(home.path("data/desk.db")).unwrap();
    for (position, item) in ["Unplug it", "Plug it in", "Unpack the spare"].iter().enumerate() {
        let row = (id.as_i64(), item, i64::try_from(position).unwrap());
        desk.execute(
            "INSERT INTO ticket_checklist_item (ticket_id, item_name, position, is_completed) VALUES (?1, ?2, ?3, 0)",
            row,
        )
        .unwrap();
    }
    drop(desk);
    let checklist = async || {
        let shown = home.run(&["ticket", "show", &ticket]).await.done();
        let list = shown.split_once("Checklist:\n").unwrap().1;
        list.lines().take(3).collect::<Vec<_>>().join("|")
    };
    assert_eq!(checklist().await, "[ ] Unplug it|[ ] Plug it in|[ ] Unpack the spare");
    home.run(&["ticket", "tick", &ticket, "plug"]).await.done();
    assert_eq!(checklist().await, "[ ] Unplug it|[x] Plug it in|[ ] Unpack the spare");
    let several = home.run(&["ticket", "tick", &ticket, "un"]).await;
    assert_eq!(several.code, Some(4));
    assert!(several.err.contains("Unplug it, Unpack the spare"), "{several:?}");
    home.run(&["ticket", "tick", &ticket, "plug it in", "--undo"])
        .await
        .done();
    assert_eq!(checklist().await, "[ ] Unplug it|[ ] Plug it in|[ ] Unpack the spare");
    let refused = home
        .run(&["--as", "tom.reyes", "ticket", "tick", &ticket, "plug"])
        .await;
    assert_ne!(refused.code, Some(0), "it is the provider's: {refused:?}");
}

#[tokio::test]
async fn nobody_is_reminded_of_a_contract_for_which_no_request_waits() {
    let home = Home::with_desk().await;
    let ticket = shared(&home).await;
    let refused = home.run(&["ticket", "remind", &ticket]).await;
    assert_eq!(refused.code, Some(3), "{refused:?}");
}
