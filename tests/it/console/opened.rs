//! The opened ticket: what it shows at the sizes that are promised, and how one reads in it.

use super::desk;
use super::picture::{screen, text};
use super::screens::reviewed;
use super::script::Console;
use proptest::prelude::*;
use std::sync::Arc;
use tandem::base::Timestamp;
use tandem::base::ids::{ChangeId, ChecklistItemId, TicketId};
use tandem::base::whole_file::Existing;
use tandem::domain::checklist::Tick;
use tandem::domain::company::Taskfire;
use tandem::domain::note::Readers;
use tandem::domain::{Act, Lookup, Person, Side};
use tandem::records::views::{
    AttachmentLine, ChecklistLine, ContactCard, Content, ConversationEntry, Delivery, HistoryLine, Related, TicketView,
    TimeLine,
};
use tandem::records::windows::Freshness;
use tandem::tui::app::Focus;
use tandem::tui::effect::{Effect, Load, TicketFile};
use tandem::tui::msg::{Event, Loaded, NotAttached, NotRead, Pickable};
use tandem::tui::overlays::Choice;
use tandem::tui::place::Place;

fn at(minutes: i64) -> Timestamp {
    desk::now().plus_minutes(minutes)
}

fn entry(minutes: i64, author: &str, side: Side, readers: Readers, content: Content) -> ConversationEntry {
    ConversationEntry {
        at: at(minutes),
        written_at: None,
        author: author.to_owned(),
        side,
        readers,
        content,
        delivery: Delivery::Delivered,
        unread: false,
    }
}

fn note(minutes: i64, author: &str, side: Side, readers: Readers, text: &str) -> ConversationEntry {
    entry(
        minutes,
        author,
        side,
        readers,
        Content::Note {
            title: String::new(),
            text: text.to_owned(),
        },
    )
}

/// The conversation of the printer ticket.
pub fn conversation() -> Vec<ConversationEntry> {
    let description =
        "Since this morning the printer feeds paper but every page is blank. Toner was changed yesterday.";
    let html =
        "<p>I looked at <a href=\"https://kb.example.com/drum\">the article</a>:</p><p>drum unit was not reseated.</p>";
    let mail =
        "It still prints blank pages.\n\nOn Fri, Maria Keller wrote:\n> Please switch it off\n> and wait\n> for me.";
    let mut queued = note(
        0,
        "Maria Keller",
        Side::Autotask,
        Readers::Public,
        "On my way, please keep the printer switched off until I am there.",
    );
    queued.delivery = Delivery::Queued(ChangeId(uuid::Uuid::nil()));
    let mut unread = note(-5, "Hannah Ortiz", Side::Taskfire, Readers::Public, mail);
    unread.unread = true;
    let hand_over = Content::HandOver {
        event: "escalated".to_owned(),
        reason: "toner and drum tried, needs a technician".to_owned(),
    };
    vec![
        entry(
            -107,
            "Hannah Ortiz",
            Side::Taskfire,
            Readers::Public,
            Content::Description(description.to_owned()),
        ),
        entry(-92, "Tom Reyes", Side::Taskfire, Readers::Public, hand_over),
        note(-60, "Tom Reyes", Side::Taskfire, Readers::Public, html),
        note(
            -37,
            "Maria Keller",
            Side::Autotask,
            Readers::Autotask,
            "Fuser is in stock at the van. Going there at 11.",
        ),
        unread,
        queued,
    ]
}

/// The printer ticket with everything that its head shows.
pub fn printer() -> Arc<TicketView> {
    let mut ticket = desk::tickets().remove(0);
    ticket.item = Some("HP M404 PRN-0311".to_owned());
    ticket.first_response = Some(at(-61));
    let mut view = TicketView::clone(&desk::view(&ticket));
    view.contact = Some(ContactCard {
        id: tandem::base::ids::ContactId(11),
        name: "Hannah Ortiz".to_owned(),
        title: None,
        phone: Some("+44 20 7946 0012".to_owned()),
        mobile: None,
        email: None,
        level: None,
        open_tickets: 2,
    });
    view.request_type = Some("Printing".to_owned());
    Arc::new(view)
}

fn time() -> Vec<TimeLine> {
    vec![TimeLine {
        covered: None,
        uncovered: None,
        worked_on: at(-60),
        author: "Maria Keller".to_owned(),
        minutes: 75,
        summary: "Looked at the printer, ordered a fuser.".to_owned(),
        internal_notes: "Second fuser this year; ask about the paper.".to_owned(),
        delivery: Delivery::Delivered,
    }]
}

fn history() -> Vec<HistoryLine> {
    let line =
        |minutes: i64, author: &str, side, event: &str, before: Option<&str>, after: Option<&str>, detail: &str| {
            HistoryLine {
                at: at(minutes),
                author: author.to_owned(),
                side,
                event: event.to_owned(),
                field: None,
                before: before.map(str::to_owned),
                after: after.map(str::to_owned),
                detail: detail.to_owned(),
            }
        };
    vec![
        line(-107, "Hannah Ortiz", Some(Side::Taskfire), "created", None, None, ""),
        line(
            -92,
            "Tom Reyes",
            None,
            "escalated",
            None,
            None,
            "toner and drum tried, needs a technician",
        ),
        line(
            -37,
            "Maria Keller",
            Some(Side::Autotask),
            "autotask_status",
            Some("New"),
            Some("In Progress"),
            "",
        ),
        line(
            -37,
            "Maria Keller",
            Some(Side::Autotask),
            "assigned",
            None,
            Some("Maria Keller"),
            "",
        ),
    ]
}

/// Its checklist and its files.
pub fn related() -> Related {
    let item = |id: i64, name: &str, done: bool| ChecklistLine {
        id: ChecklistItemId(id),
        name: name.to_owned(),
        is_completed: done,
        is_important: id == 2,
        completed_by: done.then(|| "Maria Keller".to_owned()),
        completed_at: done.then(|| at(-30)),
        delivery: Delivery::Delivered,
    };
    let file = |id: i64, name: &str, size: u64| AttachmentLine {
        id,
        name: name.to_owned(),
        link: None,
        size,
        digest: String::new(),
        author: "Hannah Ortiz".to_owned(),
        side: Side::Taskfire,
        readers: Readers::Public,
        at: at(-90),
        sent: size,
        delivery: Delivery::Delivered,
    };
    let queued = ChangeId(uuid::Uuid::nil());
    Related {
        checklist: vec![
            item(1, "Ask for the serial number", true),
            item(2, "Order a new fuser", false),
            ChecklistLine {
                delivery: Delivery::Queued(queued),
                ..item(3, "Print a test page and have the user look at it", true)
            },
        ],
        attachments: vec![
            file(1, "blank page \u{1b}[31m\u{202e}scan.pdf", 311_500),
            AttachmentLine {
                link: Some("https://kb.example.com/drum".to_owned()),
                ..file(2, "The article", 0)
            },
            AttachmentLine {
                author: "Maria Keller".to_owned(),
                side: Side::Autotask,
                readers: Readers::Autotask,
                sent: 3_000_000,
                delivery: Delivery::Queued(queued),
                ..file(
                    -1,
                    "printer-service-log-of-the-last-six-months-with-all-error-codes.zip",
                    7_100_000,
                )
            },
            AttachmentLine {
                delivery: Delivery::Stopped(queued),
                ..file(-2, "fuser.jpg", 900)
            },
        ],
    }
}

/// The printer ticket opened, everything read.
pub fn opened(columns: u16, rows: u16) -> Console {
    opened_with(columns, rows, related())
}

/// The same with this hanging on it.
fn opened_with(columns: u16, rows: u16, related: Related) -> Console {
    let mut console = Console::at_work(columns, rows);
    console.press("enter");
    console.bring(&Loaded::Ticket(Some(printer())));
    console.bring(&Loaded::Conversation(conversation()));
    console.bring(&Loaded::Time(time()));
    console.bring(&Loaded::History(history()));
    console.bring(&Loaded::Related(related));
    console
}

#[test]
fn an_opened_ticket_shows_who_has_it_and_who_sees_what() {
    reviewed("ticket_full", opened, |_| {});
}

#[test]
fn what_is_quoted_unfolds() {
    reviewed("ticket_unfolded", opened, |console| console.press("enter G"));
}

#[test]
fn time_history_and_details_have_parts_of_their_own() {
    reviewed("ticket_time", opened, |console| console.press("2"));
    reviewed("ticket_history", opened, |console| console.press("3"));
    reviewed("ticket_related", opened, |console| console.press("4"));
    reviewed("ticket_details", opened, |console| console.press("5"));
}

#[test]
fn a_ticket_that_is_being_read_says_so() {
    reviewed("ticket_loading", Console::at_work, |console| console.press("j enter"));
}

#[test]
fn offline_what_was_never_here_says_so() {
    reviewed("ticket_offline", Console::at_work, |console| {
        console.tell(Event::Freshness(Freshness::Offline(Some(at(-4)))));
        console.press("enter");
        let why = "The conversation of this ticket is not on this machine, and there is no line to the server.";
        let load = console
            .asked(|load| matches!(load, tandem::tui::effect::Load::Conversation(_)))
            .unwrap();
        console.tell(Event::NotLoaded(load, why.to_owned()));
    });
}

#[test]
fn a_reply_stands_below_while_one_reads() {
    reviewed("ticket_reply", opened, |console| {
        console.press("r");
        console.types("The fuser will be swapped at 11, about 20 minut");
    });
    reviewed("ticket_note", opened, |console| {
        console.press("n");
        console.types("打印机 second fuser");
    });
}

#[test]
fn a_ticket_without_a_second_side_says_why() {
    reviewed("ticket_one_side", Console::at_work, |console| {
        console.press("j j enter");
        let ticket = desk::tickets().remove(2);
        console.bring(&Loaded::Ticket(Some(desk::view(&ticket))));
        console.bring(&Loaded::Conversation(Vec::new()));
    });
}

#[test]
fn a_clients_own_ticket_is_shown_as_an_archive_while_taskfire_is_off_and_acts_say_why_not() {
    let mut console = Console::at_work(120, 40);
    console.tell(Event::SignedIn(desk::tom()));
    console.bring(&Loaded::Desk(desk::client_desk()));
    let own = desk::ticket(9, "Shelf labels of the depot", None, Some(101), Side::Taskfire);
    console.bring(&Loaded::List(desk::window(std::slice::from_ref(&own))));
    console.press("enter");
    let mut archived = TicketView::clone(&desk::view(&own));
    archived.facts.taskfire = Lookup::Found(Taskfire::default());
    console.bring(&Loaded::Ticket(Some(Arc::new(archived))));
    console.bring(&Loaded::Conversation(Vec::new()));
    let shown = text(&screen(&console));
    assert!(shown.contains("archive: Taskfire is off at Acme"), "{shown}");
    for key in ["n", "c", "p"] {
        console.press(key);
        assert!(
            console.message().contains("this ticket is an archive"),
            "{key}: {}",
            console.message()
        );
    }
}

#[test]
fn one_begins_at_the_first_unread_entry_and_it_is_read_then() {
    let mut console = Console::at_work(80, 24);
    console.press("enter");
    let mut entries: Vec<ConversationEntry> = (0..500)
        .map(|at| {
            note(
                at - 600,
                "Tom Reyes",
                Side::Taskfire,
                Readers::Public,
                &format!("entry {at}\nsecond line"),
            )
        })
        .collect();
    for entry in &mut entries[200..] {
        entry.unread = true;
    }
    console.bring(&Loaded::Conversation(entries));
    let first = text(&screen(&console));
    assert!(first.contains("entry 200") && !first.contains("entry 199"), "{first}");
    assert!(
        console
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::MarkRead(id) if id.0 == 7))
    );
    console.press("G");
    assert!(text(&screen(&console)).contains("entry 499"));
    console.press("g g");
    assert!(text(&screen(&console)).contains("entry 0\n"));
}

#[test]
fn what_arrives_while_one_reads_is_counted_and_nothing_jumps() {
    let mut console = opened(80, 24);
    console.press("g g");
    let before = text(&screen(&console));
    console.tell(Event::Changed(vec![desk::tickets()[0].id]));
    let mut entries = conversation();
    let mut news = note(0, "Tom Reyes", Side::Taskfire, Readers::Public, "Any news?");
    news.unread = true;
    entries.push(news);
    console.bring(&Loaded::Conversation(entries));
    let after = text(&screen(&console));
    assert!(after.contains("1 new below"), "{after}");
    assert_eq!(
        before.lines().skip(8).collect::<Vec<_>>(),
        after.lines().skip(8).collect::<Vec<_>>()
    );
    console.press("G");
    let end = text(&screen(&console));
    assert!(end.contains("Any news?") && !end.contains("new below"), "{end}");
}

#[test]
fn one_goes_to_the_next_ticket_of_the_list_and_back_to_it() {
    let mut console = opened(120, 40);
    console.press("J");
    assert_eq!(console.app.ticket.as_ref().map(|pane| pane.id.0), Some(11));
    console.press("K K");
    assert_eq!(console.message(), "This is the first ticket of the list.");
    console.press("J esc");
    assert!(console.app.ticket.is_none());
    assert_eq!(console.under_cursor(), "VPN drops every 20 minutes");
}

#[test]
fn from_a_ticket_that_left_the_list_one_goes_to_the_one_that_followed_it() {
    let leave = |at: usize| {
        let mut console = Console::at_work(120, 40);
        console.press(&"j ".repeat(at));
        console.press("enter");
        let mut tickets = desk::tickets();
        tickets.remove(at);
        console.tell(Event::Changed(vec![desk::tickets()[at].id]));
        console.bring(&Loaded::List(desk::window(&tickets)));
        console
    };
    let open = |console: &Console| console.app.ticket.as_ref().map(|pane| pane.id.0);
    let mut console = leave(1);
    console.press("J");
    assert_eq!(open(&console), Some(98));
    assert!(console.app.take_dirty());
    let mut console = leave(1);
    console.press("K");
    assert_eq!(open(&console), Some(7));
    let mut console = leave(5);
    console.press("J");
    assert_eq!(console.message(), "This is the last ticket of the list.");
    console.press("K");
    assert_eq!(open(&console), Some(61), "the one before the last, which left");
}

#[test]
fn ones_own_acts_are_no_news() {
    let mut console = opened(80, 24);
    console.press("g g");
    console.tell(Event::Changed(vec![desk::tickets()[0].id]));
    let mut entries = conversation();
    let mine = Content::HandOver {
        event: "transferred".to_owned(),
        reason: String::new(),
    };
    entries.push(entry(0, "Maria Keller", Side::Autotask, Readers::Public, mine));
    console.bring(&Loaded::Conversation(entries));
    assert!(!text(&screen(&console)).contains("new below"));
}

#[test]
fn the_moment_of_an_old_entry_is_whole_and_a_contact_speaks_for_the_company() {
    for (columns, rows) in [(120, 40), (80, 24), (60, 20)] {
        let mut console = opened(columns, rows);
        console.tell(Event::Changed(vec![desk::tickets()[0].id]));
        let old = note(-10 * 24 * 60, "Hannah Ortiz", Side::Taskfire, Readers::Public, "Hello");
        let tom = note(-9, "Tom Reyes", Side::Taskfire, Readers::Public, "Hello");
        console.bring(&Loaded::Conversation(vec![old, tom]));
        let shown = text(&screen(&console));
        assert!(shown.contains("Nov 10 10:42  Hannah Ortiz · Acme"), "{shown}");
        assert!(shown.contains("Tom Reyes · Taskfire"), "{shown}");
    }
}

#[test]
fn a_change_stands_once_in_the_history() {
    let mut console = opened(120, 40);
    let mut lines = history();
    lines[3].detail = "→ Maria Keller".to_owned();
    console.tell(Event::Changed(vec![desk::tickets()[0].id]));
    console.bring(&Loaded::History(lines));
    console.press("3");
    let shown = text(&screen(&console));
    assert_eq!(shown.matches("→ Maria Keller").count(), 1, "{shown}");
}

#[test]
fn an_opened_ticket_shows_that_it_has_a_draft() {
    let mut console = opened(120, 40);
    let mut view = TicketView::clone(&printer());
    view.line.marks.draft = true;
    console.tell(Event::Changed(vec![view.line.id]));
    console.bring(&Loaded::Ticket(Some(Arc::new(view))));
    let shown = text(&screen(&console));
    assert!(shown.starts_with(" ¶ T20261120.0007"), "{shown}");
}

#[test]
fn a_ticket_that_is_gone_closes_with_a_word() {
    let mut console = Console::at_work(80, 24);
    console.press("enter");
    console.bring(&Loaded::Ticket(None));
    assert!(console.app.ticket.is_none());
    assert!(console.message().contains("gone"), "{}", console.message());
}

#[test]
fn the_line_below_the_other_status_follows_owner_and_settings() {
    let mut console = opened(120, 40);
    let says = |console: &Console| text(&screen(console));
    assert!(says(&console).contains("If you complete: Taskfire becomes Complete too"));
    let mut view = TicketView::clone(&printer());
    let other = Person::of(Side::Autotask, 9);
    view.ticket.autotask.as_mut().unwrap().assignee = Some(other);
    view.line.autotask.as_mut().unwrap().assignee.as_mut().unwrap().name = "Leo Brandt".to_owned();
    console.tell(Event::Changed(vec![view.line.id]));
    console.bring(&Loaded::Ticket(Some(Arc::new(view.clone()))));
    assert!(
        says(&console).contains("Only if Leo completes does Taskfire too"),
        "{}",
        says(&console)
    );
    view.ticket.autotask.as_mut().unwrap().assignee = None;
    view.line.autotask.as_mut().unwrap().assignee = None;
    view.facts.taskfire = tandem::domain::Lookup::Unknown;
    console.tell(Event::Changed(vec![view.line.id]));
    console.bring(&Loaded::Ticket(Some(Arc::new(view))));
    assert!(
        says(&console).contains("Whoever completes: the server decides about Taskfire"),
        "{}",
        says(&console)
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_at_any_size_is_drawn_without_panic_and_without_an_escape(
        (columns, rows) in (0u16..=160, 0u16..=50),
        texts in proptest::collection::vec(any::<String>(), 4),
        keys in proptest::collection::vec(
            prop::sample::select(vec!["1", "2", "3", "5", "j", "G", "g g", "pgdn", "tab", "enter", "r", "n", "c", "e", "t", "s", "H", "v", "N", "ctrl-x", "ctrl-t", "esc"]),
            0..8,
        ),
    ) {
        let mut console = Console::at_work(columns, rows);
        console.press("enter");
        let mut view = TicketView::clone(&printer());
        view.line.title.clone_from(&texts[0]);
        view.line.company_name.clone_from(&texts[1]);
        view.ticket.description.clone_from(&texts[2]);
        view.ticket.item = Some(texts[3].clone());
        view.line.autotask.as_mut().unwrap().status.clone_from(&texts[3]);
        console.bring(&Loaded::Ticket(Some(Arc::new(view))));
        let entries = texts.iter().map(|text| {
            let mut entry = note(-9, text, Side::Taskfire, Readers::Autotask, text);
            entry.unread = true;
            entry
        });
        console.bring(&Loaded::Conversation(entries.collect()));
        console.bring(&Loaded::History(history()));
        for key in keys {
            console.press(key);
            console.tell(Event::Pasted(texts[0].clone()));
            for cell in screen(&console).content() {
                prop_assert!(!cell.symbol().chars().any(|letter| letter.is_control()), "{:?}", cell.symbol());
            }
        }
    }
}

#[test]
fn a_file_is_attached_for_the_own_side_unless_one_says_otherwise() {
    reviewed("ticket_attach", opened, |console| console.press("f"));
    let mut console = opened(120, 40);
    console.press("f");
    console.types("~/scan.pdf");
    console.press("ctrl-x");
    let asked = console.effects.iter().rev().find_map(|effect| match effect {
        Effect::Attach(generation, wanted) => Some((*generation, wanted.clone())),
        _ => None,
    });
    let (generation, wanted) = asked.expect("a file is asked for");
    assert_eq!(
        (wanted.path.as_str(), wanted.audience),
        ("~/scan.pdf", tandem::domain::note::Audience::Internal)
    );
    console.tell(Event::Attached(
        generation,
        Err(NotAttached::NotRead(NotRead::Disk(
            "/home/maria/scan.pdf: No such file".to_owned(),
        ))),
    ));
    assert!(text(&screen(&console)).contains("No such file"), "what was typed stays");
    console.press("ctrl-x");
    let again = console.effects.iter().rev().find_map(|effect| match effect {
        Effect::Attach(generation, _) => Some(*generation),
        _ => None,
    });
    console.tell(Event::Attached(again.unwrap(), Ok("scan.pdf".to_owned())));
    assert!(console.app.overlays.is_empty());
    assert!(console.message().contains("scan.pdf"), "{}", console.message());
}

#[test]
fn a_file_is_saved_under_a_name_that_is_safe_and_an_item_is_ticked() {
    let mut console = opened(120, 40);
    console.press(">");
    let file = TicketFile {
        ticket: printer().line.id,
        attachment: 1,
        name: "../../.ssh/authorized_keys".to_owned(),
        size: 3,
        digest: String::new(),
    };
    console.bring(&Loaded::Choices(vec![Pickable {
        choice: Choice::File(file.clone()),
        label: file.name.clone(),
        detail: String::new(),
    }]));
    console.press("enter");
    let shown = text(&screen(&console));
    assert!(shown.contains("Save authorized_keys as"), "{shown}");
    console.press("ctrl-x");
    let export = console.effects.iter().rev().find_map(|effect| match effect {
        Effect::Export(_, export) => Some(export.clone()),
        _ => None,
    });
    let export = export.expect("a file is written");
    assert_eq!(
        (export.path.as_str(), export.existing),
        ("authorized_keys", Existing::Keep)
    );
    assert_eq!(export.content, tandem::tui::effect::Content::Attachment(file));

    let mut console = opened(120, 40);
    console.press("T");
    let tick = Tick {
        item: ChecklistItemId(2),
        is_completed: true,
    };
    console.bring(&Loaded::Choices(vec![Pickable {
        choice: Choice::Tick(tick),
        label: "[ ] Order a new fuser".to_owned(),
        detail: String::new(),
    }]));
    console.press("enter");
    let acts: Vec<_> = console
        .effects
        .iter()
        .rev()
        .find_map(|effect| match effect {
            Effect::Record(asked) => Some(asked.iter().map(|asked| asked.act.clone()).collect()),
            _ => None,
        })
        .expect("a change is recorded");
    assert_eq!(
        acts,
        [Act::Tick {
            item: tick.item,
            is_completed: true
        }]
    );
}

#[test]
fn a_checklist_item_longer_than_the_screen_is_wide_is_read_to_its_end() {
    let mut related = related();
    let name =
        "Take the drum unit out, clean both rollers with a dry cloth, seat it until it clicks, print the page again";
    related.checklist[1].name = name.to_owned();
    let mut console = opened_with(60, 40, related);
    console.press("4");
    let shown = text(&screen(&console));
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let (shown, name) = (words(&shown), words(name));
    assert!(shown.windows(name.len()).any(|window| window == name), "{shown:?}");
}

#[test]
fn where_nothing_can_be_saved_or_ticked_it_is_said_instead_of_an_empty_choice() {
    for (key, said) in [(">", "No file hangs on this ticket"), ("T", "no checklist")] {
        let mut console = opened_with(120, 40, Related::default());
        console.press(key);
        assert!(console.message().contains(said), "{key}: {}", console.message());
        assert!(console.app.overlays.is_empty(), "{key}: nothing is chosen from");
    }
}

#[test]
fn next_for_me_opens_mine_that_is_due_first_and_else_what_nobody_has() {
    let mut console = Console::at_work(120, 40);
    console.press("w");
    let mine = console.asked(|load| matches!(load, Load::Selected(_))).unwrap();
    console.tell(Event::Loaded(mine, Loaded::Selected(vec![TicketId(61), TicketId(11)])));
    assert_eq!(console.app.ticket.as_ref().map(|ticket| ticket.id), Some(TicketId(61)));
    // From an open ticket it leads on to another one.
    console.press("w");
    let mine = console.asked(|load| matches!(load, Load::Selected(_))).unwrap();
    console.tell(Event::Loaded(mine, Loaded::Selected(vec![TicketId(61), TicketId(11)])));
    assert_eq!(console.app.ticket.as_ref().map(|ticket| ticket.id), Some(TicketId(11)));
    console.press("q w");
    let mine = console.asked(|load| matches!(load, Load::Selected(_))).unwrap();
    console.tell(Event::Loaded(mine, Loaded::Selected(Vec::new())));
    let free = console.asked(|load| matches!(load, Load::Selected(_))).unwrap();
    console.tell(Event::Loaded(free, Loaded::Selected(Vec::new())));
    assert!(console.app.ticket.is_none());
    assert_eq!(console.message(), "Nothing waits for you.");
}

#[test]
fn next_for_me_stands_above_the_views_and_opens_what_its_key_opens() {
    let mut console = Console::at_work(120, 40);
    console.press("w");
    let request = |console: &Console| {
        let loads = console.effects.iter().rev();
        loads.into_iter().find_map(|effect| match effect {
            Effect::Load(_, Load::Selected(request)) => Some(request.clone()),
            _ => None,
        })
    };
    let by_key = request(&console);
    assert!(by_key.is_some());
    for (columns, rows) in [(120, 40), (80, 24), (60, 20)] {
        let mut console = Console::at_work(columns, rows);
        console.press("g q home");
        assert!(text(&screen(&console)).contains("Next for me"), "{columns}x{rows}");
        console.press("enter");
        assert_eq!(request(&console), by_key, "{columns}x{rows}");
        let mine = console.asked(|load| matches!(load, Load::Selected(_))).unwrap();
        console.tell(Event::Loaded(mine, Loaded::Selected(vec![TicketId(61)])));
        assert_eq!(console.app.ticket.as_ref().map(|ticket| ticket.id), Some(TicketId(61)));
        console.press("q");
        assert_eq!((console.app.focus, console.app.overlays.len()), (Focus::Tickets, 0));
        assert_eq!(console.app.tickets.place, Place::Mine, "the list stays as it was");
    }
}
