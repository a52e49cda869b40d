//! The list the way its user likes it: columns, order, saved views; the stopwatch, the day, and taking back.

use super::picture::{screen, text};
use super::screens::{reviewed, reviewed_in_every_language};
use super::script::{Console, settings};
use super::{desk, opened};
use std::path::PathBuf;
use tandem::base::ids::{ChangeId, QueueId, StatusId, TicketId};
use tandem::domain::Act;
use tandem::domain::SideState;
use tandem::domain::statuses::system;
use tandem::query::typed::{Reason, TypedError};
use tandem::query::{Direction, ListOrder, Standing};
use tandem::records::own_time::{DayEntry, Stopwatch};
use tandem::records::views::Delivery;
use tandem::records::windows::{Count, ListWindow};
use tandem::tui::app::Settings;
use tandem::tui::app::configuration::Configuration;
use tandem::tui::effect::{Asked, Effect, Load, Origin, Timing};
use tandem::tui::msg::{Event, Loaded, Recorded, Settled, Timed};
use tandem::tui::panes::tickets::column::Column;
use tandem::tui::place::Place;
use tandem::tui::views::{NotSaved, View, Views};

const VIEWS: &str = r#"
["Acme, late"]
filter = "company:acme is:late"
sort = "-created"
columns = ["title", "statuses", "queue", "created"]
key = 7

[Printers]
filter = "printer"
key = 1
"#;

fn with_views(columns: u16, rows: u16) -> Console {
    let mut console = Console::at_work(columns, rows);
    let (views, mistakes) = Views::read(PathBuf::from("views.toml"), VIEWS);
    assert!(mistakes.is_empty(), "{mistakes:?}");
    console.app.settings.views = views;
    console
}

pub fn shown(console: &Console) -> String {
    text(&screen(console))
}

fn requested(console: &Console) -> (String, Vec<(&'static str, Direction)>) {
    let request = console.effects.iter().rev().find_map(|effect| match effect {
        Effect::Load(_, Load::List(request)) => Some(request.clone()),
        _ => None,
    });
    let request = request.expect("no list was asked for");
    let keys = request.order.sort().keys().iter();
    (
        request.typed,
        keys.map(|(field, direction)| (field.name, *direction)).collect(),
    )
}

fn ordered(console: &Console) -> ListOrder {
    let request = console.effects.iter().rev().find_map(|effect| match effect {
        Effect::Load(_, Load::List(request)) => Some(request.order.clone()),
        _ => None,
    });
    request.expect("no list was asked for")
}

pub fn recorded(console: &Console) -> Vec<Asked> {
    let records = console.effects.iter().filter_map(|effect| match effect {
        Effect::Record(asked) => Some(asked.clone()),
        _ => None,
    });
    records.flatten().collect()
}

#[test]
fn the_list_is_sorted_by_what_one_picks_and_turned_round_by_a_key() {
    let mut console = Console::at_work(120, 40);
    console.press("z");
    console.types("created");
    console.press("enter");
    assert_eq!(
        requested(&console).1,
        [("createDate", Direction::Descending), ("id", Direction::Descending)]
    );
    assert_eq!(console.app.tickets.order.by, Column::Created);
    console.press("ctrl-r");
    assert_eq!(requested(&console).1[0], ("createDate", Direction::Ascending));
    // The order in force is offered the other way round.
    console.press("z");
    console.types("created");
    console.press("enter");
    assert_eq!(requested(&console).1[0], ("createDate", Direction::Descending));
    assert!(shown(&console).contains("sorted by created ↓"));
}

#[test]
fn the_list_is_sorted_by_any_column_that_it_can_show() {
    let mut console = Console::at_work(120, 40);
    let mut orders = Vec::new();
    for column in Column::ALL {
        let called = match column {
            Column::Number => "number",
            Column::Title => "title",
            Column::Company => "company",
            Column::Contact => "contact",
            Column::Statuses => "our status",
            Column::Assignee => "assignee",
            Column::Queue => "queue",
            Column::Priority => "priority",
            Column::Due => "due",
            Column::Created => "created",
            Column::Changed => "last change",
        };
        console.press("z");
        console.types(called);
        console.press("enter");
        assert_eq!(console.app.tickets.order.by, column);
        orders.push(ordered(&console));
        assert!(shown(&console).contains(&format!("sorted by {called} ")), "{column:?}");
    }
    for (at, order) in orders.iter().enumerate() {
        assert!(!orders[..at].contains(order), "{order:?} is asked for twice");
    }
}

#[test]
fn what_the_server_cannot_sort_by_is_said_and_not_offered() {
    let mut console = Console::at_work(120, 40);
    console.press("z");
    console.types("company");
    console.press("enter");
    console.press("/ /");
    let first_of_many = |is_by_fields_only| {
        Loaded::List(ListWindow {
            is_end: false,
            is_by_fields_only,
            ..desk::window(&desk::tickets())
        })
    };
    console.bring(&first_of_many(true));
    assert!(
        console
            .message()
            .starts_with("More than 200 tickets can't be sorted by company"),
        "{}",
        console.message()
    );
    console.press("enter");
    assert!(shown(&console).contains("sorted by due ↑"), "{}", shown(&console));
    console.press("z");
    console.types("company");
    assert!(
        shown(&console).contains("only up to 200 tickets"),
        "{}",
        shown(&console)
    );
    console.press("enter");
    assert!(!console.app.overlays.is_empty(), "what can't be had is not chosen");
    console.press("esc z");
    console.types("created");
    console.press("enter");
    assert_eq!(requested(&console).1[0], ("createDate", Direction::Descending));
    console.bring(&first_of_many(false));
    assert!(shown(&console).contains("sorted by created ↓"));
    // Found whole, all of it can be had.
    console.bring(&Loaded::List(desk::window(&desk::tickets())));
    console.press("ctrl-r");
    console.bring(&Loaded::List(desk::window(&desk::tickets())));
    console.press("z");
    console.types("company");
    console.press("enter");
    assert_eq!(ordered(&console).standing().map(|(by, _)| by), Some(Standing::Company));
    console.bring(&Loaded::List(desk::window(&desk::tickets())));
    assert!(shown(&console).contains("sorted by company ↑"));
}

#[test]
fn columns_are_switched_and_the_title_and_both_statuses_stay() {
    let mut console = Console::at_work(120, 40);
    console.press(",");
    // Number, company, contact, assignee.
    console.press("tab space tab tab space ctrl-x");
    let columns = console.app.tickets.columns.clone().expect("columns were chosen");
    assert_eq!(
        columns,
        [
            Column::Number,
            Column::Title,
            Column::Statuses,
            Column::Priority,
            Column::Due
        ],
        "company and assignee are off"
    );
    assert!(!shown(&console).contains("Company"), "{}", shown(&console));
    console.press(", tab space tab tab space ctrl-x");
    assert_eq!(console.app.tickets.columns, None, "as usual again");
}

#[test]
fn a_saved_view_brings_its_filter_order_and_columns_and_leaves_them_behind() {
    let mut console = with_views(120, 40);
    console.press("7");
    assert_eq!(console.app.tickets.place, Place::Saved(0));
    let (typed, sort) = requested(&console);
    assert_eq!(typed, "company:acme is:late");
    assert_eq!(sort[0], ("createDate", Direction::Descending));
    console.bring(&Loaded::List(desk::window(&desk::tickets())));
    let picture = shown(&console);
    assert!(picture.contains("Acme, late · sorted by created ↓"), "{picture}");
    assert!(picture.contains("Created") && !picture.contains("P Due"), "{picture}");
    console.press("/");
    console.types("vpn");
    assert_eq!(requested(&console).0, "(company:acme is:late) (vpn)");
    console.press("esc");
    // The digit of a saved view is the view's, not the ready-made one's.
    console.press("1");
    assert_eq!(console.app.tickets.place, Place::Saved(1));
    assert_eq!(requested(&console).1[0], ("dueDateTime", Direction::Ascending));
    console.press("2");
    assert_eq!(console.app.tickets.place, Place::MineLate);
    assert_eq!(console.app.tickets.columns, None);
    console.press("9");
    assert!(
        console.message().starts_with("No view has this digit"),
        "{}",
        console.message()
    );
}

#[test]
fn saved_views_stand_in_the_column_of_queues_with_their_counts() {
    reviewed("views_in_queues", with_views, |console| {
        console.tell(Event::Changed(Vec::new()));
        console.bring(&Loaded::Counts(vec![
            Some(Count {
                number: 3,
                or_more: false,
            }),
            Some(Count {
                number: 1_000,
                or_more: true,
            }),
        ]));
        console.press("7");
        console.bring(&Loaded::List(desk::window(&desk::tickets())));
        console.press("tab");
    });
}

#[test]
fn counting_goes_on_only_when_a_round_is_over() {
    let mut console = with_views(120, 40);
    let rounds = |console: &Console| {
        let counts = console.effects.iter();
        counts
            .filter(|effect| matches!(effect, Effect::Load(_, Load::Counts(_))))
            .count()
    };
    for _ in 0..3 {
        console.tell(Event::Changed(Vec::new()));
        console.bring(&Loaded::Desk(desk::desk()));
    }
    assert_eq!(rounds(&console), 1);
    console.bring(&Loaded::Counts(vec![None, None]));
    assert_eq!(rounds(&console), 2);
    console.bring(&Loaded::Counts(vec![None, None]));
    assert_eq!(rounds(&console), 2);
}

#[test]
fn a_view_is_saved_with_what_the_list_is_and_shown_then() {
    let mut console = with_views(120, 40);
    console.press("/");
    console.types("vpn");
    console.press("enter z");
    console.types("title");
    console.press("enter V");
    console.press("ctrl-u");
    console.types("VPN");
    console.press("tab ctrl-u 0 ctrl-x");
    assert!(shown(&console).contains("A digit from 1 to 9, or nothing."));
    console.press("ctrl-u 8 ctrl-x");
    let saved = console.effects.iter().find_map(|effect| match effect {
        Effect::SaveView(file, view) => Some((file.clone(), view.clone())),
        _ => None,
    });
    let (file, view) = saved.expect("a view is to be written");
    assert_eq!(file, PathBuf::from("views.toml"));
    assert_eq!(
        (view.name.as_str(), view.filter.as_str(), view.digit),
        ("VPN", "(is:mine is:open) (vpn)", Some(8))
    );
    assert_eq!(view.order.map(|order| order.by), Some(Column::Title));
    console.tell(Event::ViewSaved(
        view.clone(),
        Err(NotSaved::Disk("views.toml: read-only".to_owned())),
    ));
    assert_eq!(console.message(), "views.toml: read-only");
    assert_eq!(console.app.tickets.place, Place::Mine);
    console.tell(Event::ViewSaved(view, Ok(())));
    assert_eq!(console.app.tickets.place, Place::Saved(2));
    assert!(
        console.message().contains("VPN stands in views.toml"),
        "{}",
        console.message()
    );
    assert_eq!(requested(&console).0, "(is:mine is:open) (vpn)");
}

#[test]
fn saving_a_view_takes_neither_name_nor_digit_from_another_one() {
    let saves = |console: &Console| {
        let saves = console.effects.iter();
        saves.filter(|effect| matches!(effect, Effect::SaveView(..))).count()
    };
    let mut console = with_views(120, 40);
    console.press("V ctrl-u");
    console.types("Printers");
    console.press("tab ctrl-u ctrl-x");
    let picture = shown(&console);
    assert!(picture.contains("Printers is another view already."), "{picture}");
    console.press("ctrl-u");
    console.types("Mine");
    console.press("tab 7 ctrl-x");
    let picture = shown(&console);
    assert!(picture.contains("7 opens Acme, late already."), "{picture}");
    console.press("ctrl-u ctrl-x");
    assert_eq!(saves(&console), 1, "neither is taken");
    // The view that the list shows is saved again, once the person has said so.
    let mut console = with_views(120, 40);
    console.press("7 V ctrl-x");
    let picture = shown(&console);
    assert!(
        picture.contains("Save Acme, late again as the list is now?"),
        "{picture}"
    );
    console.press("enter");
    assert_eq!(saves(&console), 0, "not by enter");
    console.press("esc");
    assert!(
        shown(&console).contains("Save this list as a view"),
        "what was typed stays"
    );
    console.press("ctrl-x ctrl-x");
    assert_eq!((saves(&console), console.app.overlays.len()), (1, 0));
}

#[test]
fn a_view_whose_filter_cannot_be_read_is_named_with_its_line() {
    let mut console = Console::at_work(120, 40);
    let (views, _) = Views::read(PathBuf::from("views.toml"), "[A]\n\nfilter = \"staus:new\"\nkey = 5\n");
    console.app.settings.views = views;
    console.press("5");
    let error = TypedError {
        span: 0..5,
        reason: Reason::OpenQuote,
    };
    console.bring(&Loaded::NotUnderstood(error));
    assert!(console.message().starts_with("views.toml:3: "), "{}", console.message());
    assert!(
        shown(&console).contains("This filter is not understood."),
        "{}",
        shown(&console)
    );
}

#[test]
fn the_dialogs_of_the_list_are_as_reviewed() {
    reviewed_in_every_language("columns_dialog", Console::at_work, |console| console.press(","));
    reviewed_in_every_language("save_view", with_views, |console| console.press("7 V"));
    reviewed("chosen_columns", with_views, |console| {
        console.press("7");
        console.bring(&Loaded::List(desk::window(&desk::tickets())));
    });
}

fn watch(ticket: i64, begun: i64, running: bool) -> Stopwatch {
    let begun_at = desk::now().plus_minutes(-begun);
    Stopwatch {
        ticket: TicketId(ticket),
        number: format!("T20261120.{ticket:04}"),
        title: "Printer on 3rd floor prints blank pages".to_owned(),
        begun_at,
        spent: if running { 0 } else { begun * 60_000 },
        runs: 1,
        running_since: running.then_some(begun_at),
    }
}

fn with_watches(console: &mut Console, stopwatches: Vec<Stopwatch>) {
    console.tell(Event::Changed(Vec::new()));
    console.bring(&Loaded::Desk(tandem::tui::msg::Desk {
        stopwatches,
        ..desk::desk()
    }));
}

#[test]
fn one_key_starts_and_stops_the_stopwatch_and_the_top_line_shows_it() {
    let mut console = Console::at_work(120, 40);
    let timing = |console: &Console| {
        let effects = console.effects.iter().rev();
        effects.into_iter().find_map(|effect| match effect {
            Effect::Time(timing) => Some(*timing),
            _ => None,
        })
    };
    let timed = |console: &mut Console, watch: Option<Stopwatch>, stopped: Option<Stopwatch>| {
        let timing = timing(console).expect("nothing was done with a stopwatch");
        console.tell(Event::Timed(Timed { timing, watch, stopped }));
    };
    console.press("b");
    assert_eq!(timing(&console), Some(Timing::Start(TicketId(7))));
    assert!(console.message().is_empty(), "not before it is written down");
    timed(&mut console, Some(watch(7, 0, true)), None);
    assert!(
        console.message().contains("The stopwatch of 1120.0007 runs."),
        "{}",
        console.message()
    );
    with_watches(&mut console, vec![watch(7, 35, true)]);
    assert!(
        shown(&console).lines().next().unwrap().contains("0:35 1120.0007"),
        "{}",
        shown(&console)
    );
    assert!(console.app.shows_ages());
    console.press("b");
    assert_eq!(timing(&console), Some(Timing::Stop(TicketId(7))));
    timed(&mut console, Some(watch(7, 35, false)), None);
    assert!(console.message().contains("stands at 0:35"), "{}", console.message());
    // The one that runs stands still, and is named, although another console started it.
    with_watches(&mut console, Vec::new());
    console.press("b");
    assert_eq!(timing(&console), Some(Timing::Start(TicketId(7))));
    timed(&mut console, Some(watch(7, 0, true)), Some(watch(11, 20, false)));
    assert!(
        console.message().contains("that of 1120.0011 stands at 0:20"),
        "{}",
        console.message()
    );
    with_watches(&mut console, vec![watch(7, 35, false)]);
    console.press("B");
    assert!(
        shown(&console).contains("Throw 0:35 of the stopwatch"),
        "{}",
        shown(&console)
    );
    console.press("ctrl-x");
    assert_eq!(timing(&console), Some(Timing::Clear(TicketId(7))));
}

#[test]
fn logging_time_offers_what_is_on_the_stopwatch_and_takes_no_more_off_it() {
    let mut console = Console::at_work(120, 40);
    let running = watch(7, 35, true);
    let reading = running.reading(desk::now());
    with_watches(&mut console, vec![running]);
    console.press("t");
    let picture = shown(&console);
    assert!(
        picture.contains("10:07-10:42") && picture.contains("From stopwatch"),
        "{picture}"
    );
    console.press("tab tab");
    console.types("Looked at the fuser");
    console.press("ctrl-x");
    let asked = recorded(&console);
    let Act::LogTime {
        minutes, started_at, ..
    } = &asked[0].act
    else {
        panic!("{asked:?}")
    };
    assert_eq!((*minutes, *started_at), (35, Some(desk::now().plus_minutes(-35))));
    assert_eq!(asked[0].origin, Origin::Timed(reading), "with the change, and no more");
    assert!(!console.effects.iter().any(|effect| matches!(effect, Effect::Time(_))));
    // What ran in pieces says how long, not when.
    let mut console = Console::at_work(120, 40);
    let pieces = Stopwatch {
        runs: 2,
        ..watch(7, 90, false)
    };
    with_watches(&mut console, vec![pieces]);
    console.press("t");
    assert!(shown(&console).contains("1:30"), "{}", shown(&console));
}

#[test]
fn time_that_one_types_leaves_the_stopwatch_alone_unless_one_says_otherwise() {
    let logged = |keys: &str, draft: &str| {
        let mut console = Console::at_work(120, 40);
        with_watches(&mut console, vec![watch(7, 35, true)]);
        console.press("t");
        console.bring(&Loaded::Draft(draft.to_owned()));
        console.press(keys);
        console.press("tab tab");
        console.types("Called");
        console.press("ctrl-x");
        recorded(&console).pop().expect("time was logged").origin
    };
    let is_timed = |origin| matches!(origin, Origin::Timed(_));
    assert!(is_timed(logged("end", "")));
    assert!(!is_timed(logged("ctrl-u 1 5 m", "")), "other time");
    assert!(
        !is_timed(logged("end", r#"{"minutes":"15m"}"#)),
        "what was typed before"
    );
    assert!(
        !is_timed(logged("shift-tab space tab", "")),
        "switched off by the person"
    );
    assert!(
        is_timed(logged("ctrl-u 1 5 m shift-tab space tab", "")),
        "corrected, and the stopwatch's all the same"
    );
    assert!(is_timed(logged("x backspace", "")), "as it was offered again");
    // What was given up is not logged by what comes after it.
    let mut console = Console::at_work(120, 40);
    with_watches(&mut console, vec![watch(7, 35, true)]);
    console.press("t x ctrl-x");
    assert!(recorded(&console).is_empty(), "that is no time");
    console.press("esc");
    with_watches(&mut console, Vec::new());
    console.press("t");
    console.types("20m");
    console.press("tab tab");
    console.types("Called");
    console.press("ctrl-x");
    assert_eq!(recorded(&console).pop().map(|asked| asked.origin), Some(Origin::Typed));
}

fn entry(ticket: i64, from: Option<i64>, minutes: i64, summary: &str) -> DayEntry {
    DayEntry {
        ticket: TicketId(ticket),
        number: format!("T20261120.{ticket:04}"),
        title: "Printer on 3rd floor prints blank pages".to_owned(),
        started_at: from.map(|from| desk::now().plus_minutes(-from)),
        minutes,
        summary: summary.to_owned(),
        delivery: Delivery::Delivered,
    }
}

#[test]
fn the_day_shows_what_was_logged_and_its_gaps() {
    reviewed_in_every_language("today", Console::at_work, |console| {
        with_watches(console, vec![watch(7, 22, true), watch(98, 12, false)]);
        console.press("g d");
        console.bring(&Loaded::OwnDay(vec![
            entry(7, Some(100), 45, "Fuser swapped"),
            entry(11, None, 30, "Called the client"),
            DayEntry {
                delivery: Delivery::Queued(ChangeId(uuid::Uuid::nil())),
                ..entry(98, Some(40), 10, "\u{1b}[2JImage\u{202e} copied")
            },
        ]));
    });
    let mut console = Console::at_work(80, 24);
    console.press("g d");
    console.bring(&Loaded::OwnDay(Vec::new()));
    assert!(
        shown(&console).contains("Nothing was logged today"),
        "{}",
        shown(&console)
    );
    console.press("esc");
    assert!(console.app.overlays.is_empty());
}

#[test]
fn an_open_ticket_shows_its_stopwatch() {
    reviewed("ticket_stopwatch", Console::at_work, |console| {
        with_watches(console, vec![watch(7, 75, true)]);
        console.press("enter");
        console.bring(&Loaded::Ticket(Some(opened::printer())));
        console.bring(&Loaded::Conversation(opened::conversation()));
    });
}

/// A change that the server has, made here: what was seen before it is as the desk has it.
fn done(console: &mut Console, keys: &str) -> Asked {
    console.effects.clear();
    for part in keys.split(' ') {
        console.press(part);
    }
    let asked = recorded(console).pop().expect("something was recorded");
    let change = ChangeId(uuid::Uuid::now_v7());
    console.tell(Event::Recorded(vec![Recorded {
        asked: asked.clone(),
        result: Ok(change),
    }]));
    settle(console, &asked, change);
    console.effects.clear();
    asked
}

/// The server has a change.
fn settle(console: &mut Console, asked: &Asked, change: ChangeId) {
    console.tell(Event::Settled(Settled {
        change,
        ticket: asked.ticket,
        was: None,
        number: "T20261120.0007".to_owned(),
        act: asked.act.clone(),
        carry_over: None,
    }));
}

/// The open ticket is read again, and this of our side of it is other now.
fn reread(console: &mut Console, change: impl Fn(&mut SideState)) {
    let mut ticket = desk::tickets().remove(0);
    change(ticket.autotask.as_mut().expect("our side has a part in it"));
    console.tell(Event::Changed(vec![ticket.id]));
    console.bring(&Loaded::Ticket(Some(desk::view(&ticket))));
}

fn reread_with(console: &mut Console, status: StatusId) {
    reread(console, |side| side.status = status);
}

#[test]
fn what_the_server_has_is_taken_back_by_what_was_seen_before() {
    let mut console = Console::at_work(120, 40);
    console.press("enter");
    console.bring(&Loaded::Ticket(Some(desk::view(&desk::tickets()[0]))));
    let asked = done(&mut console, "s v");
    assert!(matches!(asked.act, Act::SetStatus { .. }));
    let before = asked.seen["status"].as_i64().unwrap();
    reread_with(&mut console, system::AUTOTASK_WAITING_VENDOR);
    console.press("x");
    console.bring(&Loaded::Outbox(Vec::new()));
    let picture = shown(&console);
    assert!(
        picture.contains("Take back") && picture.contains("was sent already"),
        "{picture}"
    );
    console.press("ctrl-x");
    let back = recorded(&console).pop().expect("it is taken back");
    assert_eq!(
        back.act,
        Act::SetStatus {
            status: StatusId(before)
        }
    );
    // A queue, a priority: likewise.
    let mut console = Console::at_work(120, 40);
    console.press("enter");
    console.bring(&Loaded::Ticket(Some(desk::view(&desk::tickets()[0]))));
    console.press("m");
    console.types("level 2");
    let asked = done(&mut console, "enter");
    assert_eq!(asked.act, Act::Move { queue: QueueId(6) });
    reread(&mut console, |side| side.queue = Some(QueueId(6)));
    console.press("x");
    console.bring(&Loaded::Outbox(Vec::new()));
    console.press("ctrl-x");
    assert_eq!(
        recorded(&console).pop().map(|asked| asked.act),
        Some(Act::Move { queue: QueueId(5) })
    );
}

#[test]
fn what_somebody_changed_since_is_not_taken_back() {
    let mut console = Console::at_work(120, 40);
    console.press("enter");
    console.bring(&Loaded::Ticket(Some(desk::view(&desk::tickets()[0]))));
    done(&mut console, "s v");
    reread_with(&mut console, system::AUTOTASK_WAITING_CUSTOMER);
    console.press("x");
    console.bring(&Loaded::Outbox(Vec::new()));
    assert!(
        console.message().contains("was changed again since"),
        "{}",
        console.message()
    );
    assert!(console.app.overlays.is_empty() && recorded(&console).is_empty());
}

#[test]
fn what_the_server_has_not_is_no_act_to_take_back() {
    let mut console = Console::at_work(120, 40);
    console.press("enter");
    console.bring(&Loaded::Ticket(Some(desk::view(&desk::tickets()[0]))));
    done(&mut console, "s v");
    reread_with(&mut console, system::AUTOTASK_WAITING_VENDOR);
    // Another one is queued, and discarded by whatever way.
    console.press("s i");
    let asked = recorded(&console).pop().expect("something was recorded");
    let result = Ok(ChangeId(uuid::Uuid::now_v7()));
    console.tell(Event::Recorded(vec![Recorded { asked, result }]));
    console.effects.clear();
    console.press("x");
    console.bring(&Loaded::Outbox(Vec::new()));
    console.press("ctrl-x");
    let before = desk::view(&desk::tickets()[0]).row.integer("status").unwrap();
    assert_eq!(
        recorded(&console).pop().map(|asked| asked.act),
        Some(Act::SetStatus {
            status: StatusId(before)
        }),
        "what the server has is what is taken back"
    );
}

#[test]
fn what_has_no_opposite_says_so() {
    let mut console = Console::at_work(120, 40);
    console.press("enter");
    console.bring(&Loaded::Ticket(Some(desk::view(&desk::tickets()[0]))));
    console.press("n");
    console.types("hello");
    done(&mut console, "ctrl-x");
    console.press("x");
    console.bring(&Loaded::Outbox(Vec::new()));
    assert!(
        console.message().contains("there is no opposite of it"),
        "{}",
        console.message()
    );
}

#[test]
fn a_view_of_the_same_name_is_replaced_and_a_digit_opens_one_view() {
    let mut console = with_views(120, 40);
    let view = View {
        name: "Printers".to_owned(),
        filter: "vpn".to_owned(),
        digit: Some(7),
        ..View::default()
    };
    console.tell(Event::ViewSaved(Box::new(view), Ok(())));
    let views = &console.app.settings.views;
    assert_eq!(views.views.len(), 2);
    assert_eq!((views.at_digit(7), views.at_digit(1)), (Some(1), None));
    assert_eq!(views.views[0].digit, None);
}

#[test]
fn a_view_that_is_gone_or_elsewhere_never_shows_another_list_under_its_name() {
    let again = |console: &mut Console, source: &str| {
        let (views, _) = Views::read(PathBuf::from("views.toml"), source);
        let configuration = Configuration {
            settings: Some(Settings { views, ..settings() }),
            line: None,
            mistakes: Vec::new(),
            file: "config.toml".to_owned(),
            needs_restart: false,
        };
        console.tell(Event::Configured(Box::new(configuration)));
    };
    let mut console = with_views(120, 40);
    let shown = console.app.settings.views.views[0].clone();
    console.app.tickets.place = Place::Saved(0);
    again(&mut console, &format!("[First]\nfilter = \"vpn\"\n{VIEWS}"));
    assert_eq!(console.app.tickets.place, Place::Saved(1));
    assert_eq!(console.app.settings.views.views[1].name, shown.name);
    assert!(console.asked(|load| matches!(load, Load::List(_))).is_some());
    console.effects.clear();
    again(&mut console, "[First]\nfilter = \"vpn\"\n");
    assert_eq!(console.app.tickets.place, Place::default());
    assert!(console.asked(|load| matches!(load, Load::List(_))).is_some());
}
