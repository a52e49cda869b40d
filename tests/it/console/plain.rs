//! Plain mode: it says all that the drawn screens show, and after a key only what is new.

use super::desk;
use super::panes::{PANES, Pane, State};
use super::picture::{screen, text};
use super::script::Console;
use std::io::{Read as _, Seek as _};
use tandem::base::cells::sanitise;
use tandem::config::terminal::Letters;
use tandem::tui::msg::{Event, Loaded, Saying, Weight};
use tandem::tui::plain::{Plain, Reading, SIZE};
use tandem::tui::theme::Theme;
use tandem::tui::widgets::age::Ages;

/// The sizes of the drawn screens whose every word is looked for.
const DRAWN: [(u16, u16); 3] = [(120, 40), (160, 50), (200, 60)];

/// A pane of a console that is in plain mode.
fn plain(pane: &Pane, state: State) -> Console {
    let mut console = pane.in_state(state, SIZE.0, SIZE.1);
    console.app.settings.theme = Theme::telling();
    console.app.settings.ages = Ages::Absolute;
    console
}

fn at_work() -> Console {
    let mut console = Console::at_work(SIZE.0, SIZE.1);
    console.app.settings.theme = Theme::telling();
    console.app.settings.ages = Ages::Absolute;
    console
}

/// Everything that it says, with single spaces between the words.
fn said(console: &Console) -> String {
    let whole = Reading::of(&console.app).whole(&console.app).join("\n");
    collapsed(&whole)
}

fn collapsed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a drawn screen says of what it has no room for; where everything is said, there is nothing like it.
const NO_ROOM: [&str; 3] = ["more", "below", "pgdn"];

/// The words that a drawn screen shows and that are not said.
fn unsaid(drawn: &str, said: &str) -> Vec<String> {
    let is_letter = |letter: char| letter.is_alphanumeric();
    let said = said.to_lowercase();
    let drawn = drawn.replace("[x]", " ");
    let words = drawn.split(|letter: char| letter.is_whitespace() || "│─┌┐└┘·".contains(letter));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let follows = words.iter().skip(1).copied().chain([""]);
    words
        .iter()
        .zip(follows)
        // How much of a text was read is said by the screen's height.
        .filter(|(_, next)| !next.starts_with('%'))
        // Of a word that was cut the beginning is compared.
        .map(|(word, _)| {
            word.split('…')
                .next()
                .unwrap_or_default()
                .trim_matches(|letter| !is_letter(letter))
                .to_lowercase()
        })
        .filter(|word| !word.is_empty() && !NO_ROOM.contains(&word.as_str()) && !said.contains(word.as_str()))
        .collect()
}

#[test]
fn every_word_of_every_drawn_pane_in_every_state_is_said() {
    let mut missing = Vec::new();
    for pane in &PANES {
        for (state, name) in State::ALL {
            let said = said(&plain(pane, state));
            for (columns, rows) in DRAWN {
                let mut console = pane.in_state(state, columns, rows);
                console.app.settings.ages = Ages::Absolute;
                let words = unsaid(&text(&screen(&console)), &said);
                if !words.is_empty() {
                    missing.push(format!("{} {name} {columns}x{rows}: {words:?}", pane.name));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

/// The texts of the records behind a pane that are drawn whole on a large screen.
fn facts(pane: &Pane) -> Vec<String> {
    let drawn = collapsed(&text(&screen(&pane.in_state(State::Full, 200, 60))));
    let facts = pane.texts().into_iter().map(|fact| collapsed(&sanitise(&fact)));
    facts.filter(|fact| drawn.contains(fact.as_str())).collect()
}

#[test]
fn every_text_of_the_records_that_is_drawn_is_said() {
    for pane in &PANES {
        let said = said(&plain(pane, State::Full));
        for fact in facts(pane) {
            assert!(said.contains(&fact), "{}: {fact}\n{said}", pane.name);
        }
    }
}

#[test]
fn what_looks_for_unsaid_facts_finds_them() {
    let with_facts = PANES.iter().filter(|pane| !facts(pane).is_empty());
    assert!(with_facts.count() > 20);
    for pane in &PANES {
        let without = said(&plain(pane, State::Loading));
        let drawn = text(&screen(&pane.in_state(State::Full, 200, 60)));
        assert!(!unsaid(&drawn, &without).is_empty(), "{}", pane.name);
    }
}

#[test]
fn nothing_said_is_drawn() {
    for pane in &PANES {
        let said = said(&plain(pane, State::Full));
        let draws = |letter: &char| matches!(letter, '\u{2500}'..='\u{259f}' | '●' | '›' | '→' | '✓');
        assert_eq!(said.chars().find(draws), None, "{}: {said}", pane.name);
    }
}

/// What was written since the last time.
struct Heard {
    plain: Plain<std::fs::File>,
    paper: std::fs::File,
    console: Console,
}

impl Heard {
    fn new(console: Console) -> Self {
        let paper = tempfile::tempfile().unwrap();
        let mut heard = Self {
            plain: Plain::new(paper.try_clone().unwrap(), Letters::Unicode),
            paper,
            console,
        };
        heard.next();
        heard
    }

    fn next(&mut self) -> String {
        self.paper.set_len(0).unwrap();
        self.paper.rewind().unwrap();
        self.plain.frame(&self.console.app).unwrap();
        self.paper.rewind().unwrap();
        let mut text = String::new();
        self.paper.read_to_string(&mut text).unwrap();
        text
    }

    fn after(&mut self, keys: &str) -> String {
        self.console.press(keys);
        self.next()
    }
}

#[test]
fn a_moved_cursor_says_its_ticket_in_one_sentence() {
    let mut heard = Heard::new(at_work());
    assert_eq!(
        heard.after("j"),
        "Ticket 2 of 6, T20261120.0011, VPN drops every 20 minutes. Autotask: With Client. Taskfire: In Progress, has \
         the ticket. Hannah Ortiz, Acme. Priority 2. Maria Keller. Due 12:00.\r\n"
    );
    assert_eq!(heard.next(), "", "nothing is said twice");
    let next = heard.after("space");
    assert!(next.contains("1 marked") && next.contains("Taskfire: none."), "{next}");
    let marked = heard.after("k");
    assert!(
        marked.contains("Ticket 2 of 6") && marked.contains("Marked."),
        "{marked}"
    );
}

#[test]
fn a_refusal_and_a_message_are_said_on_a_line_of_their_own() {
    let mut heard = Heard::new(at_work());
    let refused = heard.after("o");
    let message = heard.console.message().to_owned();
    assert!(
        !message.is_empty() && refused.lines().any(|line| line == message),
        "{refused}"
    );
    heard.console.tell(Event::Said(Saying {
        weight: Weight::Done,
        text: "Sent.".to_owned(),
    }));
    assert_eq!(heard.next(), "Sent.\r\n");
}

#[test]
fn what_is_typed_is_echoed_letter_by_letter() {
    let mut heard = Heard::new(at_work());
    assert!(heard.after("/").contains('/'));
    assert_eq!((heard.after("p"), heard.after("r")), ("p".to_owned(), "r".to_owned()));
    let shorter = heard.after("backspace");
    assert!(shorter.starts_with("\r\n") && shorter.contains("/p"), "{shorter:?}");
    assert_eq!(heard.after("x"), "x");
}

#[test]
fn a_dialog_says_both_statuses_before_and_after() {
    let mut console = at_work();
    console.press("enter");
    console.bring(&Loaded::Ticket(desk::tickets().first().map(desk::view)));
    let mut heard = Heard::new(console);
    let dialog = heard.after("c");
    assert!(
        dialog.contains("Autotask, has the ticket: In Progress, becomes, has the ticket: Complete"),
        "{dialog}"
    );
    assert!(dialog.contains("Resolution"), "{dialog}");
}

#[test]
fn a_table_names_the_column_of_each_cell() {
    let pane = PANES.iter().find(|pane| pane.name == "companies").unwrap();
    let said = Reading::of(&plain(pane, State::Full).app);
    let birch = said.lines.iter().find(|line| line.text.contains("Birch")).unwrap();
    assert_eq!(
        birch.text,
        "Company: Birch & Sons, Portal: on, Taskfire: on, Licences: 0, Still missing: ! no Taskfire user"
    );
    let warned = said
        .lines
        .iter()
        .find(|line| line.text.starts_with("Attention"))
        .unwrap();
    assert!(warned.text.starts_with("Attention, Company: "), "{}", warned.text);
}

#[test]
fn time_that_passes_says_nothing() {
    let mut heard = Heard::new(at_work());
    assert!(!heard.console.app.shows_ages());
    heard.console.tell(Event::Minute);
    assert_eq!(heard.next(), "");
}

#[test]
fn a_title_of_the_greatest_length_is_said_whole_wherever_it_stands() {
    let title = format!(
        "{} the end",
        "Printer on the third floor prints blank pages. ".repeat(5)
    );
    let title: String = title.chars().skip(title.chars().count().saturating_sub(255)).collect();
    assert!(title.chars().count() > 230 && title.ends_with("the end"));
    let mut ticket = desk::tickets().remove(0);
    ticket.title = title.trim().to_owned();
    let mut console = at_work();
    console.tell(Event::Changed(vec![ticket.id]));
    console.bring(&Loaded::List(desk::window(std::slice::from_ref(&ticket))));
    console.bring(&Loaded::Ticket(Some(desk::view(&ticket))));
    let title = collapsed(&ticket.title);
    let reading = Reading::of(&console.app);
    let says = |lines: &[tandem::tui::plain::Line]| lines.iter().any(|line| collapsed(&line.text).contains(&title));
    assert!(says(&reading.lines), "the preview: {:?}", reading.lines);
    assert!(says(&reading.beside), "the list: {:?}", reading.beside);
    console.press("enter");
    let reading = Reading::of(&console.app);
    assert!(collapsed(&reading.top).contains(&title), "{}", reading.top);
}
