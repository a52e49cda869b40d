//! Terminals of every kind, by what `TERM` and the locale say: each gets only what it understands, and is asked nothing.

use super::{Home, Terminal};
use std::os::unix::fs::DirBuilderExt as _;

/// A kind of terminal: its variables, and what it must not be given.
struct Kind {
    term: &'static str,
    locale: &'static str,
    more: Option<(&'static str, &'static str)>,
    colours: Colours,
    letters: Letters,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Colours {
    None,
    Eight,
    Sixteen,
    Palette,
    True,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Letters {
    Ascii,
    Font,
    All,
}

const fn kind(term: &'static str, locale: &'static str, colours: Colours, letters: Letters) -> Kind {
    Kind {
        term,
        locale,
        more: None,
        colours,
        letters,
    }
}

const KINDS: [Kind; 12] = [
    kind("xterm-256color", "C.UTF-8", Colours::Palette, Letters::All),
    Kind {
        more: Some(("COLORTERM", "truecolor")),
        ..kind("xterm-256color", "en_GB.UTF-8", Colours::True, Letters::All)
    },
    Kind {
        more: Some(("NO_COLOR", "1")),
        ..kind("xterm-256color", "C.UTF-8", Colours::None, Letters::All)
    },
    kind("xterm", "C.UTF-8", Colours::Eight, Letters::All),
    kind("xterm-16color", "C.UTF-8", Colours::Sixteen, Letters::All),
    Kind {
        more: Some(("TMUX", "/tmp/tmux-1000/default,1,0")),
        ..kind("tmux-256color", "C.UTF-8", Colours::Palette, Letters::All)
    },
    kind("tmux", "C.UTF-8", Colours::Eight, Letters::All),
    kind("screen", "C", Colours::Eight, Letters::Ascii),
    kind("screen-256color", "de_DE.UTF-8", Colours::Palette, Letters::All),
    kind("linux", "C.UTF-8", Colours::Eight, Letters::Font),
    kind("vt220", "C", Colours::None, Letters::Ascii),
    kind("xterm-256color", "POSIX", Colours::Palette, Letters::Ascii),
];

/// A home whose theme has colours that few terminals have.
fn colourful(kind: &Kind) -> Home {
    let home = Home::with_desk();
    std::fs::DirBuilder::new()
        .mode(0o700)
        .create(home.path("config"))
        .unwrap();
    let settings = "[ui]\ntheme = \"dark\"\nlanguage = \"en\"\n";
    std::fs::write(home.path("config/config.toml"), settings).unwrap();
    let home = home.with("TERM", kind.term).with("LC_ALL", kind.locale);
    match kind.more {
        Some((name, value)) => home.with(name, value),
        None => home,
    }
}

#[test]
fn every_kind_of_terminal_gets_what_it_understands_and_is_asked_nothing() {
    for kind in &KINDS {
        let name = format!("{} {}", kind.term, kind.locale);
        let home = colourful(kind);
        let mut terminal = Terminal::start(&home, 80, 24);
        terminal.wait_for_all(&["My tickets", "With Provider", "live"]);
        terminal.press("j");
        terminal.press("enter");
        terminal.wait_for("[Conversation]");
        terminal.resize(60, 20);
        terminal.wait_for_all(&["has the ticket", "[Conversation]"]);
        terminal.resize(300, 100);
        // Only a wide screen says it in these words.
        terminal.wait_for_all(&["has the ticket", "resolve by"]);
        terminal.press("c");
        terminal.wait_for("Resolution");
        terminal.press("esc");
        terminal.wait_until_gone("Resolution  ");
        terminal.press("ctrl-c");
        assert!(terminal.wait_until_over().success(), "{name}");
        terminal.assert_given_back();
        let bytes = terminal.written();
        assert_understood(&bytes, kind, &name);
    }
}

/// Fails where something was written that the terminal does not have, or that it would answer.
fn assert_understood(bytes: &[u8], kind: &Kind, name: &str) {
    let text = std::str::from_utf8(bytes).unwrap();
    match kind.letters {
        Letters::Ascii => assert!(text.is_ascii(), "{name}"),
        Letters::Font => assert!(!text.contains(['●', '…', '›', '–']), "{name}"),
        Letters::All => assert!(text.contains('●') && text.contains('…'), "{name}"),
    }
    let mut most = Colours::None;
    let mut rest = text;
    while let Some(at) = rest.find('\u{1b}') {
        rest = rest[at + 1..]
            .strip_prefix('[')
            .unwrap_or_else(|| panic!("{name}: a sequence of another kind"));
        let end = rest
            .find(|letter: char| ('\u{40}'..='\u{7e}').contains(&letter))
            .unwrap();
        let (parameters, last) = (&rest[..end], &rest[end..=end]);
        // What a terminal answers ends with c, n, p, t, u or x, or begins with > or =.
        assert!("HJKCmhlrSTLMABDGPX@d".contains(last), "{name}: {parameters}{last}");
        assert!(!parameters.starts_with(['>', '=']), "{name}: {parameters}{last}");
        if last == "m" {
            most = most.max(colours_of(parameters));
        }
    }
    assert_eq!(most, kind.colours, "{name}");
}

/// The most colours that a terminal needs for this style.
fn colours_of(parameters: &str) -> Colours {
    let numbers: Vec<u16> = parameters.split(';').filter_map(|number| number.parse().ok()).collect();
    let mut most = Colours::None;
    let mut at = 0;
    while let Some(number) = numbers.get(at) {
        let (needed, taken) = match (number, numbers.get(at + 1), numbers.get(at + 2)) {
            (38 | 48, Some(2), _) => (Colours::True, 5),
            (38 | 48, Some(5), Some(16..)) => (Colours::Palette, 3),
            (38 | 48, Some(5), _) => (Colours::Sixteen, 3),
            (30..=37 | 40..=47, ..) => (Colours::Eight, 1),
            (90..=97 | 100..=107, ..) => (Colours::Sixteen, 1),
            _ => (Colours::None, 1),
        };
        most = most.max(needed);
        at += taken;
    }
    most
}

#[test]
fn without_utf8_everything_is_drawn_with_ascii_and_stays_in_its_columns() {
    let home = Home::with_desk().with("LC_ALL", "C").with("TERM", "vt220");
    let terminal = Terminal::start(&home, 120, 40);
    terminal.wait_for_all(&["live - nothing unsent", "* In Progress", "QUEUES"]);
    let text = terminal.text();
    assert!(text.is_ascii(), "{text}");
    let columns: Vec<usize> = text
        .lines()
        .filter(|line| line.contains("|> 1") || line.contains("|  1"))
        .filter_map(|line| line.find("* In Progress").or(line.find("  With Provider")))
        .collect();
    assert!(!columns.is_empty(), "{text}");
}

#[test]
fn terminals_that_cannot_be_drawn_on_are_named_another_way() {
    for term in ["dumb", "unknown"] {
        let home = Home::empty().with("TERM", term);
        let mut terminal = Terminal::start(&home, 80, 24);
        assert_eq!(terminal.wait_until_over().exit_code(), 1);
        let said = terminal.text().replace('\n', " ");
        for way in ["TERM", "tandem --plain", "tandem ticket"] {
            assert!(said.contains(way), "{term}: {said}");
        }
        assert!(!terminal.written().contains(&0x1b), "{said}");
        terminal.assert_given_back();
    }
}
