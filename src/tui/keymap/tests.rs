//! The keymap as a person meets it: the default file, their own over it, and every mistake named.

use super::*;
use crate::base::Language;
use crate::sentences::Sentences;

fn said(mistake: &Mistake) -> String {
    mistake.said(&Sentences::new(Language::English))
}

/// Every intent that the files that ship name.
fn intents() -> Vec<&'static str> {
    let files = [DEFAULT, source(Preset::Vim), source(Preset::Emacs)];
    let mut names: Vec<&str> = files
        .into_iter()
        .flat_map(str::lines)
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split(" = ").nth(1))
        .map(|value| value.split('"').nth(1).unwrap_or_default())
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

fn shipped() -> Keymap {
    let (keymap, mistakes) = Keymap::shipped(&intents());
    assert_eq!(mistakes, []);
    keymap
}

fn found<'a>(keymap: &'a Keymap, contexts: &[Context], keys: &str) -> Found<'a> {
    keymap.find(contexts, &Key::sequence(keys).unwrap())
}

const ON_A_LIST: [Context; 5] = [
    Context::List,
    Context::Ticket,
    Context::Moving,
    Context::Global,
    Context::Always,
];
const ON_A_TICKET: [Context; 5] = [
    Context::Reading,
    Context::Ticket,
    Context::Moving,
    Context::Global,
    Context::Always,
];
const IN_A_TEXT: [Context; 3] = [Context::Text, Context::Editing, Context::Always];

#[test]
fn the_default_file_has_every_key_of_the_design() {
    let keymap = shipped();
    for (contexts, keys) in [
        (
            &ON_A_LIST,
            ": ? q esc ctrl-l ctrl-z ctrl-c up down j k pgup pgdn ctrl-d ctrl-u G home end tab shift-tab l enter h",
        ),
        (
            &ON_A_LIST,
            "/ N space * u z 1 2 3 4 5 6 7 8 9 . e v s a i p m n r t c o H D R y J K x",
        ),
        (&ON_A_TICKET, "1 2 3 5 J K enter c H"),
    ] {
        for key in keys.split(' ') {
            assert!(matches!(found(&keymap, contexts, key), Found::Intent(_)), "{key}");
        }
    }
    for keys in ["g q", "g t", "g o", "g g"] {
        assert!(matches!(found(&keymap, &ON_A_LIST, keys), Found::Intent(_)), "{keys}");
    }
    for key in "ctrl-x ctrl-g ctrl-t esc ctrl-a ctrl-e ctrl-w ctrl-u ctrl-k ctrl-h ctrl-l ctrl-z ctrl-c".split(' ') {
        assert!(matches!(found(&keymap, &IN_A_TEXT, key), Found::Intent(_)), "{key}");
    }
}

#[test]
fn no_letter_and_none_of_the_line_control_keys_means_anything_while_one_types() {
    let keymap = shipped();
    for letter in (' '..='~').chain(['é', '打']) {
        let key = Key::new(
            crossterm::event::KeyCode::Char(letter),
            crossterm::event::KeyModifiers::NONE,
        );
        assert_eq!(keymap.find(&IN_A_TEXT, &[key]), Found::Nothing, "{letter}");
    }
    for line_control in ["ctrl-q", "ctrl-s"] {
        assert_eq!(found(&keymap, &IN_A_TEXT, line_control), Found::Nothing);
    }
}

#[test]
fn the_innermost_context_decides_and_the_shown_key_is_the_one_that_works() {
    let keymap = shipped();
    assert_eq!(found(&keymap, &ON_A_LIST, "1"), Found::Intent("view.1"));
    assert_eq!(found(&keymap, &ON_A_TICKET, "1"), Found::Intent("part.conversation"));
    assert_eq!(keymap.keys_for("ticket.complete", &ON_A_LIST).as_deref(), Some("c"));
    assert_eq!(keymap.keys_for("go.queues", &ON_A_LIST).as_deref(), Some("g q"));
    assert_eq!(
        keymap.keys_for("go.in", &ON_A_TICKET).as_deref(),
        Some("l"),
        "enter unfolds there"
    );
    assert_eq!(keymap.keys_for("ticket.complete", &IN_A_TEXT), None);
}

#[test]
fn a_sequence_just_begun_shows_what_may_come_next_from_every_context() {
    let keymap = shipped();
    let Found::Pending(next) = found(&keymap, &ON_A_LIST, "g") else {
        panic!("g begins nothing")
    };
    let shown: Vec<String> = next
        .iter()
        .map(|next| format!("{} {}", next.key, next.intent.unwrap_or("…")))
        .collect();
    assert_eq!(shown[0], "g move.first");
    assert!(shown.contains(&"q go.queues".to_owned()), "{shown:?}");
    assert_eq!(found(&keymap, &ON_A_LIST, "g z"), Found::Nothing);
    assert_eq!(keymap.find(&ON_A_LIST, &[]), Found::Nothing);
}

#[test]
fn each_preset_is_read_whole_and_leaves_what_it_does_not_name() {
    for (preset, keys, intent) in [
        (Preset::Default, "x", Found::Intent("ticket.undo")),
        (Preset::Vim, "u", Found::Intent("ticket.undo")),
        (Preset::Vim, "U", Found::Intent("list.unmark")),
        (Preset::Vim, "x", Found::Nothing),
        (Preset::Vim, "j", Found::Intent("move.down")),
        (Preset::Emacs, "ctrl-n", Found::Intent("move.down")),
        (Preset::Emacs, "alt->", Found::Intent("move.last")),
        (Preset::Emacs, "ctrl-x ctrl-c", Found::Intent("console.quit")),
        (Preset::Emacs, "ctrl-c", Found::Nothing),
        (Preset::Emacs, "ctrl-space", Found::Intent("list.mark")),
    ] {
        let (keymap, mistakes) = Keymap::preset(preset, &intents());
        assert_eq!(mistakes, [], "{preset:?}");
        assert_eq!(found(&keymap, &ON_A_LIST, keys), intent, "{preset:?}: {keys}");
    }
    let (emacs, _) = Keymap::preset(Preset::Emacs, &intents());
    assert_eq!(found(&emacs, &IN_A_TEXT, "ctrl-c ctrl-c"), Found::Intent("text.send"));
    assert_eq!(
        found(&emacs, &IN_A_TEXT, "ctrl-x ctrl-c"),
        Found::Intent("console.quit")
    );
}

#[test]
fn a_persons_file_lies_over_the_preset() {
    let own = OwnFile {
        name: "keys.toml".to_owned(),
        text: "[ticket]\nu = \"none\"\n\"g u\" = \"ticket.undo\"\nctl-x = \"ticket.undo\"\n".to_owned(),
    };
    let (keymap, mistakes) = Keymap::chosen(Preset::Vim, Some(&own), &intents());
    let told: Vec<String> = mistakes.iter().map(said).collect();
    assert!(
        told.len() == 1 && told[0].starts_with("keys.toml:4:1: \"ctl-x\" is no key"),
        "{told:?}"
    );
    assert_eq!(keymap.keys_for("ticket.undo", &ON_A_LIST).as_deref(), Some("g u"));
    assert_eq!(found(&keymap, &ON_A_LIST, "ctrl-f"), Found::Intent("move.page_down"));
}

#[test]
fn a_persons_file_adds_replaces_and_unbinds() {
    let own = "[global]\n\"g q\" = \"none\"\n\"f2\" = \"go.queues\"\n[ticket]\nc = \"ticket.copy_number\"\n\"g C\" = \"ticket.complete\"\n";
    let (keymap, mistakes) = shipped().overlaid("keys.toml", own, &intents());
    assert_eq!(mistakes, []);
    assert_eq!(keymap.keys_for("go.queues", &ON_A_LIST).as_deref(), Some("f2"));
    assert_eq!(found(&keymap, &ON_A_LIST, "c"), Found::Intent("ticket.copy_number"));
    assert_eq!(keymap.keys_for("ticket.complete", &ON_A_LIST).as_deref(), Some("g C"));
    assert_eq!(
        found(&keymap, &ON_A_LIST, "g t"),
        Found::Intent("go.my_tickets"),
        "what is not named stays"
    );
}

#[test]
fn a_sequence_may_take_the_place_of_one_that_is_unbound_in_the_same_file() {
    let own = "[list]\nz = \"none\"\n\"z s\" = \"list.sort\"\n";
    let (keymap, mistakes) = shipped().overlaid("keys.toml", own, &intents());
    assert_eq!(mistakes, []);
    assert_eq!(found(&keymap, &ON_A_LIST, "z s"), Found::Intent("list.sort"));
}

#[test]
fn each_mistake_is_named_with_its_place_and_what_would_be_right_and_the_rest_holds() {
    for (line, expected) in [
        (
            "[tickt]",
            "keys.toml:1:2: there is no section \"tickt\"; did you mean \"ticket\"?",
        ),
        (
            "[ticket]\nf3 = \"ticket.complet\"",
            "keys.toml:2:6: there is no intent \"ticket.complet\"; did you mean \"ticket.complete\"?",
        ),
        ("[ticket]\nf3 = \"xyzzy\"", "`tandem keys` lists them all"),
        (
            "[ticket]\n\"ctl-x\" = \"ticket.complete\"",
            "keys.toml:2:1: \"ctl-x\" is no key; write keys like",
        ),
        (
            "[ticket]\nf3 = 7",
            "keys.toml:2:6: \"f3\" must be text in quotes, not a whole number",
        ),
        (
            "[list]\n\"z s\" = \"list.sort\"",
            "keys.toml:2:1: \"z s\" can't stand beside \"z\" in [list]: one begins the other; unbind the other with \"z\" = \"none\"",
        ),
        ("[global]\ng = \"go.queues\"", "can't stand beside \"g q\""),
        (
            "[list]\nf9 = \"none\"",
            "keys.toml:2:1: nothing is bound to \"f9\" in [list]; leave the line out",
        ),
        (
            "[list]\npgup = \"list.sort\"\npageup = \"list.mark\"",
            "keys.toml:3:1: \"pgup\" stands twice in [list]",
        ),
        (
            "list = 3",
            "keys.toml:1:1: \"list\" must be a section; write [list] on a line of its own",
        ),
        ("[list\n", "keys.toml:1:"),
        ("[list]\n\"\" = \"list.sort\"", "keys.toml:2:1: \"\" is no key"),
        (
            "[list]\nz = [\"list.sort\"]",
            "keys.toml:2:5: \"z\" must be text in quotes, not a list",
        ),
        (
            "[list]\nz = \"list.sort\"\nz = \"list.mark\"",
            "keys.toml:3:1: this is no TOML: duplicate key",
        ),
        (
            "[list]\n\"g g x\" = \"list.sort\"\n\"g g\" = \"list.mark\"",
            "keys.toml:3:1: \"g g\" can't stand beside \"g g x\"",
        ),
        (
            "[lists.deep]\nz = \"list.sort\"",
            "keys.toml:1:2: there is no section \"lists\"; did you mean \"list\"?",
        ),
    ] {
        let (keymap, mistakes) = shipped().overlaid("keys.toml", line, &intents());
        let shown = mistakes.first().map(said).unwrap_or_default();
        assert!(shown.contains(expected), "{line}\n{shown}");
        assert_eq!(keymap.keys_for("ticket.complete", &ON_A_LIST).as_deref(), Some("c"));
    }
}
