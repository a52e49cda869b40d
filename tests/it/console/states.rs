//! Every pane in every state at the sizes that are promised, with a legend of its styles; and with any text at any size.

use super::panes::{PANES, State};
use super::picture::{picture, screen};
use super::script::Console;
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Size;
use ratatui::style::Modifier;
use std::num::NonZero;
use tandem::base::cells;
use tandem::config::Terminal;
use tandem::config::terminal::{Colours, Letters};
use tandem::tui::msg::Event;
use tandem::tui::term::Screen;

const SIZES: [(u16, u16); 3] = [(120, 40), (80, 24), (60, 20)];

#[test]
fn every_pane_in_every_state_looks_as_reviewed() {
    for pane in &PANES {
        for (state, name) in State::ALL {
            let pictures = SIZES.map(|(columns, rows)| {
                let console = pane.in_state(state, columns, rows);
                format!("{columns}x{rows}\n{}", squeezed(&picture(&console)))
            });
            let name = format!("pane_{}_{name}", pane.name);
            super::screens::compare(&name, &pictures.join("\n\n"));
        }
    }
}

/// Without most of the empty lines.
fn squeezed(picture: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut empty = 0;
    for line in picture.lines().chain(["end"]) {
        if line.is_empty() {
            empty += 1;
            continue;
        }
        match empty {
            0 => {}
            1 => lines.push(String::new()),
            more => lines.push(format!("({more} empty lines)")),
        }
        empty = 0;
        lines.push(line.to_owned());
    }
    lines.pop();
    lines.join("\n")
}

/// A piece of foreign text: letters of many scripts, and everything that could do harm.
fn foreign() -> impl Strategy<Value = String> {
    let harm =
        "\u{1b}[2J\u{1b}]52;c;eA==\u{7}\u{9b}31m\u{202e}\u{2066}\u{200b}\u{200d}\u{301}\u{fe0f}\r\n\t\u{85}\0\u{7f}";
    let letters: Vec<char> = format!("{harm}aB 7打印機ｶﾞあ한ಕ್ಷ्षعبشلoцяßÅ👩💻🇩🇪❤●▌│─…\u{17d8}\u{e0041}")
        .chars()
        .collect();
    prop_oneof![
        proptest::collection::vec(prop::sample::select(letters), 0..60)
            .prop_map(|letters| letters.into_iter().collect::<String>()),
        any::<String>(),
        Just("x".repeat(1 << 12)),
        Just("打".repeat(1 << 12)),
        "[a-z ]{0,40}".prop_map(|word| format!("{word}\u{1b}]0;owned\u{7}")),
    ]
}

/// Keys that open, move, mark and ask in any pane.
const KEYS: [&str; 16] = [
    "j", "G", "g g", "tab", "enter", "esc", "/", ":", "?", "space", "e", "n", "s", "pgdn", "x", "N",
];

/// Stands for the replacement character, which the emulator passes over.
const REPLACED: &str = "¤";

fn emulated(bytes: &[u8], (columns, rows): (u16, u16)) -> vt100::Parser {
    let [rows, columns] = [rows, columns].map(|cells| NonZero::new(cells).unwrap());
    let mut parser = vt100::Parser::new(rows, columns, 0);
    let text = std::str::from_utf8(bytes).unwrap().replace('\u{fffd}', REPLACED);
    parser.process(text.as_bytes());
    parser
}

/// What a terminal shows that was given this screen by way of the bytes that are really written.
fn written(console: &Console, terminal: Terminal) -> Vec<u8> {
    let (columns, rows) = console.app.size;
    let mut bytes = Vec::new();
    let mut screen = Screen::new(&mut bytes, Size::new(columns, rows)).on(terminal);
    screen
        .frame(|buffer| tandem::tui::draw::draw(&console.app, buffer))
        .unwrap();
    bytes
}

/// Fails where a byte gets through that the console does not write by itself: of all sequences it knows the cursor's
/// moves, styles, clearing, and a frame's beginning and end.
fn assert_only_own_sequences(bytes: &[u8]) -> Result<(), TestCaseError> {
    let text = std::str::from_utf8(bytes).unwrap();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter != '\u{1b}' {
            prop_assert!(!letter.is_control() || matches!(letter, '\r' | '\n'), "{letter:?}");
            continue;
        }
        prop_assert_eq!(letters.next(), Some('['));
        let is_private = letters.next_if_eq(&'?').is_some();
        while letters
            .next_if(|letter| letter.is_ascii_digit() || *letter == ';')
            .is_some()
        {}
        let end = letters.next().unwrap_or_default();
        let own = if is_private { "hl" } else { "HCmJKrSTLM" };
        prop_assert!(own.contains(end), "a sequence that ends with {end:?}");
    }
    Ok(())
}

/// Fails where the terminal shows a glyph elsewhere than it was drawn.
fn assert_aligned(buffer: &Buffer, parser: &vt100::Parser) -> Result<(), TestCaseError> {
    let area = *buffer.area();
    for y in 0..area.height {
        let mut x = 0;
        while x < area.width {
            let drawn = buffer[(x, y)].symbol();
            let wide = u16::try_from(cells::width(drawn)).unwrap_or(1).max(1);
            let seen = parser.screen().cell(y, x).unwrap();
            let shown = if seen.contents().is_empty() {
                " "
            } else {
                seen.contents()
            };
            let is_cut = wide > 1 && (x + 1 >= area.width || buffer[(x + 1, y)].symbol() != " ");
            if drawn.chars().count() > 1 {
                // What several characters make of one another, each terminal sees in its own way; what follows them
                // must stand where it was drawn all the same.
                x += wide;
                continue;
            }
            if is_cut {
                prop_assert_eq!(shown, " ", "half a glyph at {},{}", x, y);
                x += 1;
                continue;
            }
            prop_assert_eq!(shown, drawn.replace('\u{fffd}', REPLACED), "at {},{}", x, y);
            let is_reversed = buffer[(x, y)].modifier.contains(Modifier::REVERSED);
            prop_assert_eq!(seen.inverse(), is_reversed, "at {},{}", x, y);
            x += wide;
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn any_pane_with_any_text_at_any_size_is_drawn_harmless_and_aligned(
        at in 0..PANES.len(),
        size in (1u16..=300, 1u16..=100),
        other in (1u16..=300, 1u16..=100),
        texts in proptest::collection::vec(foreign(), 1..4),
        keys in proptest::collection::vec(prop::sample::select(KEYS.to_vec()), 0..4),
        typed in "[a-zé打 ]{0,6}",
    ) {
        let pick = |text: &str| texts[text.len() % texts.len()].clone();
        let mut console = PANES[at].with_texts(size.0, size.1, &pick);
        for key in keys {
            console.press(key);
        }
        console.types(&typed);
        for size in [size, other] {
            console.tell(Event::Resized(size.0, size.1));
            let bytes = written(&console, Terminal::default());
            assert_only_own_sequences(&bytes)?;
            assert_aligned(&screen(&console), &emulated(&bytes, size))?;
            let ascii = written(&console, Terminal { colours: Colours::None, letters: Letters::Ascii });
            prop_assert!(ascii.is_ascii());
            assert_only_own_sequences(&ascii)?;
        }
    }

    #[test]
    fn columns_stand_where_they_stand_with_plain_text_of_the_same_width(
        at in prop::sample::select(LISTS.to_vec()),
        size in (60u16..=300, 20u16..=100),
        text in foreign(),
    ) {
        // But for marks of the console's own, by which the columns are found.
        let text = text.replace(['●', '▌'], "");
        let pane = PANES.iter().find(|pane| pane.name == at).unwrap();
        let same_width = "x".repeat(cells::width(&cells::sanitise(&text)));
        let plain = columns(&pane.with_texts(size.0, size.1, &|_| same_width.clone()));
        let foreign = columns(&pane.with_texts(size.0, size.1, &|_| text.clone()));
        prop_assert!(!plain.is_empty());
        prop_assert_eq!(foreign, plain);
    }
}

#[test]
fn a_line_of_a_megabyte_is_drawn_like_any_other() {
    let long = format!("{}\u{1b}[2J{}", "打x ".repeat(1 << 17), "y".repeat(1 << 19));
    for pane in &PANES {
        let console = pane.with_texts(80, 24, &|_| long.clone());
        let bytes = written(&console, Terminal::default());
        assert_only_own_sequences(&bytes).unwrap();
        assert_aligned(&screen(&console), &emulated(&bytes, (80, 24))).unwrap();
    }
}

/// Panes of lines with columns in which the desk's own words stand.
const LISTS: [&str; 2] = ["tickets", "outbox"];
const WORDS: [&str; 8] = [
    "In Progress",
    "With Provider",
    "With Client",
    "Waiting Customer",
    "●",
    "stopped",
    "queued",
    "sending",
];

/// Where the desk's own words stand in each row of the list.
fn columns(console: &Console) -> Vec<(u16, u16, &'static str)> {
    let (buffer, list) = (screen(console), console.app.layout().list);
    let stands = |word: &str, x: u16, y: u16| {
        word.chars().zip(x..).all(|(letter, x)| {
            let cell = (x < list.right()).then(|| buffer[(x, y)].symbol());
            cell.is_some_and(|symbol| symbol.chars().eq([letter]))
        })
    };
    let places = (list.top()..list.bottom()).flat_map(|y| (list.left()..list.right()).map(move |x| (x, y)));
    let found = places.flat_map(|(x, y)| {
        let here = WORDS.into_iter().filter(move |word| stands(word, x, y));
        here.map(move |word| (x, y, word))
    });
    found.collect()
}
