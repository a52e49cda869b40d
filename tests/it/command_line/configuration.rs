//! `tandem config check`, `keys`, `completions`, `man`: a person's own files judged, and what is made from the tables of
//! the program itself.

use super::program::Home;

/// A home with these files in its folder of settings.
fn home_with(files: &[(&str, &str)]) -> Home {
    let home = Home::new();
    std::fs::create_dir(home.path("config")).unwrap();
    for (name, text) in files {
        std::fs::write(home.path("config").join(name), text).unwrap();
    }
    home
}

#[tokio::test]
async fn each_bad_file_is_named_with_its_line_and_what_would_be_right() {
    for (file, text, place, said) in [
        (
            "config.toml",
            "[ui]\ntheem = \"dark\"\n",
            ":2:1",
            "did you mean \"theme\"",
        ),
        (
            "config.toml",
            "[ui]\nbell = true\ntheme = \"drak\"\n",
            ":3:9",
            "did you mean \"dark\"",
        ),
        (
            "config.toml",
            "[ui]\npreset = \"vi\"\n",
            ":2:10",
            "did you mean \"vim\"",
        ),
        ("config.toml", "[ui]\ntheme = \"mine.toml\"\n", ":2:9", "can't be read"),
        (
            "config.toml",
            "[server]\nurl = \"desk.example\"\n",
            ":2:7",
            "write it like",
        ),
        (
            "config.toml",
            "[server]\nurll = \"https://desk.example\"\n",
            ":2:1",
            "did you mean \"url\"",
        ),
        (
            "config.toml",
            "[server]\nca_file = \"absent.pem\"\n",
            ":2:11",
            "can't be read",
        ),
        ("config.toml", "\n\n[sever]\n", ":3:2", "did you mean \"server\""),
        ("config.toml", "[ui\n", ":1:", "error"),
        (
            "keymap.toml",
            "[list]\nz = \"list.sortt\"\n",
            ":2:5",
            "did you mean \"list.sort\"",
        ),
        ("keymap.toml", "[lst]\n", ":1:2", "did you mean \"list\""),
        (
            "keymap.toml",
            "[list]\n\"ctl-z\" = \"list.sort\"\n",
            ":2:1",
            "is no key",
        ),
        (
            "keymap.toml",
            "[list]\n\"z s\" = \"list.sort\"\n",
            ":2:1",
            "one begins the other",
        ),
        ("keymap.toml", "[list]\nf9 = \"none\"\n", ":2:1", "nothing is bound"),
    ] {
        let home = home_with(&[(file, text)]);
        let ended = home.run(&["config", "check"]).await;
        assert_eq!(ended.code, Some(1), "{text}: {ended:?}");
        let named = format!("{}{place}", home.path("config").join(file).display());
        assert!(ended.out.contains(&named), "{named} in {ended:?}");
        assert!(ended.out.contains(said), "{said} in {ended:?}");
    }
    for (text, place, said) in [
        ("laet = \"red\"\n", ":1:1", "did you mean \"late\""),
        ("\nlate = \"rde\"\n", ":2:8", "did you mean \"red\""),
        ("base = \"drk\"\n", ":1:8", "did you mean \"dark\""),
    ] {
        let home = home_with(&[("config.toml", "[ui]\ntheme = \"mine.toml\"\n"), ("mine.toml", text)]);
        let ended = home.run(&["config", "check"]).await;
        assert_eq!(ended.code, Some(1), "{text}: {ended:?}");
        assert!(
            ended.out.contains(&format!("mine.toml{place}")) && ended.out.contains(said),
            "{ended:?}"
        );
    }
}

#[tokio::test]
async fn every_mistake_of_all_files_is_named_and_counted() {
    let home = home_with(&[
        (
            "config.toml",
            "[server]\nurll = 1\n[ui]\nbell = 2\ntheme = \"mine.toml\"\n",
        ),
        ("mine.toml", "late = 3\n"),
        ("keymap.toml", "[lst]\n"),
    ]);
    let ended = home.run(&["config", "check"]).await;
    for place in ["config.toml:2:1", "config.toml:4:8", "mine.toml:1:8", "keymap.toml:1:2"] {
        assert!(ended.out.contains(place), "{place} in {ended:?}");
    }
    assert!(ended.err.contains("4 mistakes"), "{ended:?}");
}

#[tokio::test]
async fn files_without_mistakes_and_no_files_at_all_are_fine() {
    let said = Home::new().run(&["config", "check"]).await.done();
    assert!(said.contains("the defaults hold"), "{said}");
    let home = home_with(&[
        ("config.toml", include_str!("../../../config.example.toml")),
        ("keymap.toml", "[list]\nf2 = \"list.sort\"\n"),
    ]);
    let said = home.run(&["config", "check"]).await.done();
    assert!(said.contains("config/config.toml"), "{said}");
}

#[tokio::test]
async fn a_mistake_about_the_server_stops_every_start_and_one_about_looks_none() {
    for text in [
        "[server]\nurll = \"https://desk.example\"\n",
        "[sever]\nurl = \"https://desk.example\"\n",
    ] {
        let home = home_with(&[("config.toml", text)]);
        for arguments in [&["queue", "list"][..], &["sign-in", "maria.keller"], &[]] {
            let mut command = home.command(arguments);
            let output = command.env("TERM", "xterm").output().await.unwrap();
            let notes = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(1), "{arguments:?}: {notes}");
            assert!(
                notes.contains("config.toml:") && notes.contains("did you mean"),
                "{notes}"
            );
        }
        assert!(
            !home.path("data").exists(),
            "no desk was made in the place of the one that was meant"
        );
    }
    let home = home_with(&[("config.toml", "[ui]\ntheem = \"dark\"\nlanguage = \"de\"\n")]);
    let ended = home.run(&["keys"]).await;
    assert!(ended.err.contains("config.toml:2:1"), "{ended:?}");
    assert!(ended.done().contains("abschließen"), "what is understood holds");
}

#[tokio::test]
async fn the_key_reference_lists_the_keys_that_hold() {
    let home = home_with(&[
        ("config.toml", "[ui]\npreset = \"emacs\"\n"),
        (
            "keymap.toml",
            "[list]\nf2 = \"list.sort\"\nz = \"none\"\n[ticket]\nc = \"none\"\n",
        ),
    ]);
    let listed = home.run(&["keys", "--json"]).await.json();
    let lines = listed.as_array().unwrap();
    let keys_of = |intent: &str| -> Vec<Option<&str>> {
        let lines = lines.iter().filter(|line| line["intent"] == intent);
        lines.map(|line| line["keys"].as_str()).collect()
    };
    assert_eq!(keys_of("list.sort"), [Some("f2")]);
    assert_eq!(keys_of("console.quit"), [Some("ctrl-x ctrl-c")]);
    assert_eq!(keys_of("ticket.complete"), [None], "it is still there, by its name");
    let plain = home.run(&["keys"]).await.done();
    assert!(plain.contains("[list]") && plain.contains("ctrl-x ctrl-c"), "{plain}");
    assert!(plain.contains("Without a key"), "{plain}");
    let default = home.run(&["keys", "--preset", "default"]).await.done();
    assert!(
        default
            .lines()
            .any(|line| line.trim_start().starts_with("c ") && line.contains("ticket.complete")),
        "{default}"
    );
    let wrong = home.run(&["keys", "--preset", "nano"]).await;
    assert_eq!(wrong.code, Some(2), "{wrong:?}");
    assert!(wrong.err.contains("vim"), "{wrong:?}");
}

#[tokio::test]
async fn completions_know_every_command_in_each_shell() {
    let home = Home::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = home.run(&["completions", shell]).await.done();
        for word in ["ticket", "billing", "read-only", "completions", "sign-in"] {
            assert!(script.contains(word), "{word} for {shell}");
        }
    }
    assert_eq!(home.run(&["completions", "csh"]).await.code, Some(2));
}

#[tokio::test]
async fn each_command_has_a_manual_page() {
    let home = Home::new();
    let folder = home.path("man/man1");
    home.run(&["man", folder.to_str().unwrap()]).await.done();
    for page in [
        "tandem.1",
        "tandem-ticket.1",
        "tandem-ticket-list.1",
        "tandem-keys.1",
        "tandem-config-check.1",
    ] {
        let text = std::fs::read_to_string(folder.join(page)).unwrap_or_else(|error| panic!("{page}: {error}"));
        assert!(text.starts_with(".ie") && text.contains(".TH"), "{page}");
    }
    let first = std::fs::read_to_string(folder.join("tandem.1")).unwrap();
    assert!(first.contains("Exit codes") && first.contains("read\\-only"), "{first}");
    let files = std::fs::read_to_string(home.path("man/man5/tandem-config.5")).unwrap();
    assert!(
        files.contains(".TH tandem\\-config 5") || files.contains(".TH tandem-config 5"),
        "{files}"
    );
    for said in ["ca_file", "KEYMAP.TOML", "other\\-side", "hand_over", "columns"] {
        assert!(files.contains(said), "{said}: {files}");
    }
    std::fs::write(home.path("file"), "").unwrap();
    let refused = home.run(&["man", "file/below"]).await;
    assert_eq!(refused.code, Some(1), "{refused:?}");
    assert!(refused.err.contains("Name another folder"), "{refused:?}");
}
