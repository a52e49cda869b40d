//! What stands on the screen, at the sizes that are promised.

use super::desk;
use super::picture::{picture, screen, text};
use super::script::Console;
use proptest::prelude::*;
use tandem::base::Language;
use tandem::domain::Side;
use tandem::records::windows::{Count, Freshness, ListWindow};
use tandem::sentences::Sentences;
use tandem::tui::msg::{Event, Loaded, Saying, Weight};
use tandem::tui::widgets::age::Ages;

const SIZES: [(u16, u16); 3] = [(120, 40), (80, 24), (60, 20)];

/// Compares the screen at each size with the reviewed one.
pub fn reviewed(name: &str, start: impl Fn(u16, u16) -> Console, prepare: impl Fn(&mut Console)) {
    for (columns, rows) in SIZES {
        let mut console = start(columns, rows);
        prepare(&mut console);
        compare(&format!("{name}_{columns}x{rows}"), &picture(&console));
    }
}

/// As [`reviewed`], and at the smaller usual size in every other language.
pub fn reviewed_in_every_language(name: &str, start: impl Fn(u16, u16) -> Console, prepare: impl Fn(&mut Console)) {
    reviewed(name, &start, &prepare);
    for language in Language::ALL.into_iter().filter(|one| *one != Language::English) {
        let mut console = start(80, 24);
        console.app.settings.sentences = Sentences::new(language);
        prepare(&mut console);
        compare(&format!("{name}_{}_80x24", language.tag()), &text(&screen(&console)));
    }
}

pub fn compare(name: &str, picture: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, picture));
}

#[test]
fn the_work_screen_shows_both_statuses_side_by_side() {
    reviewed("list_full", Console::at_work, |console| console.press("j space k"));
}

#[test]
fn an_empty_list_says_so() {
    reviewed("list_empty", Console::started, |console| {
        console.bring(&Loaded::Desk(desk::desk()));
        console.bring(&Loaded::List(ListWindow {
            is_start: true,
            is_end: true,
            ..ListWindow::default()
        }));
    });
}

#[test]
fn a_list_that_is_being_read_says_so() {
    reviewed("list_loading", Console::started, |console| {
        console.tell(Event::Freshness(Freshness::Filling {
            done: 12_400,
            of: Some(100_000),
        }));
    });
}

#[test]
fn without_a_line_the_top_line_says_as_of_when_and_what_is_unsent() {
    reviewed("list_offline", Console::at_work, |console| {
        console.tell(Event::Freshness(Freshness::Offline(Some(desk::now().plus_minutes(-4)))));
        console.tell(Event::Changed(Vec::new()));
        let desk = tandem::tui::msg::Desk {
            unsent: 3,
            stopped: 1,
            ..desk::desk()
        };
        console.bring(&Loaded::Desk(desk));
        let mut window = desk::window(&desk::tickets());
        window.lines[0].marks.unsent = true;
        window.lines[1].marks.stopped = true;
        window.lines[2].marks.draft = true;
        console.bring(&Loaded::List(window));
    });
}

#[test]
fn a_message_takes_the_bottom_line_until_the_next_key() {
    reviewed("list_refused", Console::at_work, |console| console.press("o"));
}

#[test]
fn long_and_wide_and_hostile_texts_stay_in_their_columns() {
    reviewed("list_long_text", Console::at_work, |console| {
        let mut tickets = vec![
            desk::ticket(1, &"打印机不工作 ".repeat(20), Some(7), Some(120), Side::Autotask),
            desk::ticket(
                2,
                "\u{1b}[2J\u{202e}evil\u{7} title\nwith lines",
                Some(20),
                Some(107),
                Side::Taskfire,
            ),
            desk::ticket(3, &"e\u{301}\u{301}".repeat(200), None, Some(101), Side::Taskfire),
        ];
        tickets[0].description = "长 ".repeat(5_000);
        console.tell(Event::Changed(Vec::new()));
        let mut window = desk::window(&tickets);
        window.lines[1].company_name = "A company with a name that is longer than any column".to_owned();
        window.total = Count {
            number: 1_000,
            or_more: true,
        };
        console.bring(&Loaded::List(window));
        console.bring(&Loaded::Ticket(Some(desk::view(&tickets[0]))));
    });
}

#[test]
fn the_palette_shows_what_is_possible_first_and_why_the_rest_is_not() {
    reviewed("palette", Console::at_work, |console| {
        console.press(":");
        console.types("mark");
    });
}

#[test]
fn help_shows_the_keys_that_work_here() {
    reviewed("help", Console::at_work, |console| console.press("?"));
}

#[test]
fn a_sequence_shows_what_may_come_next() {
    reviewed("sequence", Console::at_work, |console| console.press("g"));
}

#[test]
fn the_filter_stands_in_the_second_line_with_its_count_and_what_may_follow() {
    reviewed("filter", Console::at_work, |console| {
        console.press("/");
        console.types("sta");
        let suggestions = vec!["status:".to_owned(), "statusSince:".to_owned()];
        let completion = tandem::query::typed::Completion {
            replaces: 0..3,
            suggestions,
        };
        console.bring(&Loaded::Completion(completion));
    });
}

#[test]
fn an_absolute_deadline_stands_whole_and_is_marked_once_it_has_passed() {
    for (size, late, due) in [((120, 40), "! Fri 10:02", "Fri 12:00"), ((80, 24), "! Fri", "Fri")] {
        let mut console = Console::at_work(size.0, size.1);
        console.app.settings.ages = Ages::Absolute;
        console.app.tickets.lines[1].due = Some(desk::now().plus_minutes(-40));
        let shown = text(&screen(&console));
        let line = |title: &str| {
            shown
                .lines()
                .find(|line| line.contains(title))
                .unwrap_or_default()
                .trim_end()
        };
        assert!(line("VPN drops").ends_with(late), "{shown}");
        let due_line = line("New starter");
        assert!(due_line.ends_with(due) && !due_line.contains('!'), "{shown}");
    }
}

#[test]
fn below_the_smallest_size_one_line_says_so() {
    let console = Console::at_work(59, 19);
    let screen = text(&screen(&console));
    assert!(screen.starts_with("Tandem needs 60 columns and 20 rows"), "{screen}");
}

#[test]
fn on_a_wide_terminal_the_preview_stands_to_the_right_and_numbers_are_whole() {
    let console = Console::at_work(200, 50);
    let screen = text(&screen(&console));
    let line = screen
        .lines()
        .find(|line| line.contains("VPN drops"))
        .unwrap_or_default();
    assert!(
        line.contains("T20261120.0011") && line.contains("Maria Keller"),
        "{line}"
    );
    let first = screen
        .lines()
        .find(|line| line.contains("AUTOTASK"))
        .unwrap_or_default();
    assert!(first.contains("In Progress"), "{first}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_text_at_any_size_is_drawn_without_panic_and_without_an_escape(
        (columns, rows) in (0u16..=200, 0u16..=60),
        texts in proptest::collection::vec(any::<String>(), 1..6),
        keys in proptest::collection::vec(prop::sample::select(vec!["j", "G", "g", ":", "?", "esc", "/", "tab", "space", "z", "*", "q"]), 0..6),
    ) {
        let mut console = Console::at_work(columns, rows);
        let id = |at: usize| i64::try_from(at).unwrap_or_default();
        let tickets: Vec<_> = texts.iter().enumerate().map(|(at, text)| {
            desk::ticket(id(at), text, Some(8), Some(120), Side::Autotask)
        }).collect();
        console.tell(Event::Changed(Vec::new()));
        console.bring(&Loaded::List(desk::window(&tickets)));
        console.tell(Event::Said(Saying { weight: Weight::Warning, text: texts[0].clone() }));
        for key in keys {
            console.press(key);
        }
        console.types("aé");
        let screen = screen(&console);
        for cell in screen.content() {
            prop_assert!(!cell.symbol().chars().any(char::is_control), "{:?}", cell.symbol());
        }
    }
}

#[test]
fn a_taskfire_person_sees_their_own_queues_and_the_provider_as_one_entry() {
    reviewed("list_taskfire", Console::at_work, |console| {
        console.tell(Event::SignedIn(desk::tom()));
        console.bring(&Loaded::Desk(desk::client_desk()));
        console.bring(&Loaded::List(desk::window(&desk::tickets()[..2])));
        console.bring(&Loaded::Ticket(desk::tickets().first().map(desk::view)));
    });
}
