//! Views, macros, the stopwatch and taking back through the whole console, on a real copy and a real server.

use super::picture::{drawn, text};
use super::working::Working;
use crate::support::Desk;
use serde_json::json;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tandem::base::ids::{Ids as _, UniqueIds};
use tandem::base::{Clock as _, SystemClock};
use tandem::domain::statuses::system;
use tandem::records::windows::Freshness;
use tandem::tui::app::App;
use tandem::tui::effect::Effect;
use tandem::tui::macros::Macros;
use tandem::tui::msg::Event;
use tandem::tui::place::Place;
use tandem::tui::views::Views;

fn titles(app: &App) -> Vec<&str> {
    app.tickets.lines.iter().map(|line| line.title.as_str()).collect()
}

fn settled(count: usize) -> impl Fn(&App) -> bool {
    move |app| {
        let said = app.messages.log.iter();
        let settled = said.filter(|(_, saying)| saying.text.contains("the server has it"));
        settled.count() >= count && app.desk.unsent == 0
    }
}

/// Whether the first of the saved views has so many tickets.
fn first_view_counts(tickets: u64) -> impl Fn(&App) -> bool {
    move |app| {
        let first = app.view_counts.counts.first().copied().flatten();
        first.is_some_and(|count| count.number == tickets)
    }
}

async fn desk_with(titles: &[&str]) -> Desk {
    let desk = Desk::new().await;
    // Time is logged at the console's clock, which is the machine's.
    let behind = SystemClock.now().millis() - desk.clock.now().millis();
    desk.clock
        .advance(Duration::from_millis(u64::try_from(behind).unwrap_or(0)));
    let ada = desk.person("ada").await;
    for title in titles {
        ada.create(json!({"companyID": desk.acme, "title": title})).await;
    }
    desk
}

/// Tina at her console, in front of what nobody has.
async fn tina(desk: &Desk, tickets: usize) -> Working {
    let mut console = Working::at(desk, "tina").await;
    console.until("being signed in", |app| app.viewer.is_some()).await;
    console.press("3");
    console
        .until("the tickets", |app| {
            app.tickets.lines.len() == tickets && app.tickets.preview.ticket.is_some()
        })
        .await;
    console
}

fn views_in(console: &mut Working, folder: &Path, source: &str) {
    let file = folder.join("views.toml");
    let (views, mistakes) = Views::read(file, source);
    assert!(mistakes.is_empty(), "{mistakes:?}");
    console.app.settings.views = views;
}

#[tokio::test]
async fn a_view_is_saved_found_again_in_its_file_and_counted() {
    let desk = desk_with(&["Printer hums", "VPN drops", "Printer burns"]).await;
    let folder = tempfile::tempdir().unwrap();
    let mut console = tina(&desk, 3).await;
    views_in(&mut console, folder.path(), "");
    console.press("/ p r i n t e r enter V");
    console.press("ctrl-u P r i n t tab ctrl-u 8 ctrl-x");
    console
        .until("the view", |app| {
            app.tickets.place == Place::Saved(0) && app.tickets.is_loaded && titles(app).len() == 2
        })
        .await;
    let source = std::fs::read_to_string(folder.path().join("views.toml")).unwrap();
    assert!(source.contains("[Print]") && source.contains("key = 8"), "{source}");
    console.until("its count", first_view_counts(2)).await;
    // The same in a console that reads the file.
    let mut console = tina(&desk, 3).await;
    views_in(&mut console, folder.path(), &source);
    console.press("8");
    console
        .until("the view by its digit", |app| titles(app).len() == 2)
        .await;
    desk.person("ada")
        .await
        .create(json!({"companyID": desk.acme, "title": "Printer jams"}))
        .await;
    console.until("a count that follows", first_view_counts(3)).await;
}

#[tokio::test]
async fn what_every_ready_made_list_is_saved_as_can_be_read_again() {
    let desk = desk_with(&["Printer hums"]).await;
    let mut console = tina(&desk, 1).await;
    let queue = console.app.desk.queues.iter().find(|queue| queue.open == 1);
    let queue = queue.map(|queue| Place::Queue(queue.id));
    assert!(queue.is_some(), "the ticket is in a queue");
    let places = [
        Place::Mine,
        Place::MineLate,
        Place::Unassigned,
        Place::Back,
        Place::Open,
        Place::Everything,
    ];
    let mut source = String::new();
    for (place, number) in places.into_iter().chain(queue).zip(1..) {
        let filter = tandem::tui::views::typed_place(place, &console.app);
        source += &format!("[V{number}]\nfilter = '{filter}'\nkey = {number}\n");
    }
    let folder = tempfile::tempdir().unwrap();
    views_in(&mut console, folder.path(), &source);
    for (digit, has_it) in [
        ("1", false),
        ("2", false),
        ("3", true),
        ("4", false),
        ("5", true),
        ("6", true),
        ("7", true),
    ] {
        console.press(digit);
        console.until("the list", |app| app.tickets.is_loaded).await;
        assert_eq!(titles(&console.app).len(), usize::from(has_it), "{digit} of {source}");
    }
}

#[tokio::test]
async fn the_list_stands_in_the_order_that_one_picks() {
    let desk = desk_with(&["beta", "Alpha", "gamma"]).await;
    let mut console = tina(&desk, 3).await;
    console.press("z t i t l e enter");
    console
        .until("titles in order", |app| titles(app) == ["Alpha", "beta", "gamma"])
        .await;
    console.press("ctrl-r");
    console
        .until("the other way round", |app| titles(app) == ["gamma", "beta", "Alpha"])
        .await;
}

#[tokio::test]
async fn a_macro_does_each_of_its_acts_on_each_marked_ticket() {
    let desk = desk_with(&["Printer hums", "VPN drops"]).await;
    let mut console = tina(&desk, 2).await;
    let source = "[Take]\ndo = [ { assign = \"me\" }, { note = \"{title} of {company}\" }, \
                  { time = \"15m\", summary = \"Looked\" }, { status = \"waiting vendor\" } ]\n";
    let (macros, mistakes) = Macros::read("macros.toml".into(), source);
    assert!(mistakes.is_empty(), "{mistakes:?}");
    console.app.settings.macros = macros;
    console.press("*");
    console.until("the marks", |app| app.tickets.marks.len() == 2).await;
    console.press("@");
    console.until("the macros", |app| !app.overlays.is_empty()).await;
    console.press("enter ctrl-x");
    console
        .until("all of it on the server", |app| {
            app.overlays.is_empty()
                && app.tickets.marks.is_empty()
                && app.desk.unsent == 0
                && app.desk.views.is_some_and(|views| views.mine == 2)
        })
        .await;
    assert_eq!(console.app.desk.stopped, 0);
    let ada = desk.person("ada").await;
    console.press("1");
    console.until("both are mine", |app| app.tickets.lines.len() == 2).await;
    for line in console.app.tickets.lines.clone() {
        let row = ada.get(&format!("tickets/{}", line.id.0)).await.ok();
        assert_eq!(row["status"], json!(system::AUTOTASK_WAITING_VENDOR.0), "{row}");
        assert_eq!(row["minutesAutotask"], json!(15), "{row}");
        assert_eq!(row["noteCount"], json!(1), "{row}");
    }
}

#[tokio::test]
async fn what_the_server_has_is_taken_back_as_it_was_seen() {
    let desk = desk_with(&["Printer hums"]).await;
    let mut console = tina(&desk, 1).await;
    console.press("enter s i");
    console.until("the first answer", settled(1)).await;
    // What is seen of it next is what the server has.
    let seen = |app: &App| app.ticket.as_ref()?.ticket()?.row.integer("status");
    let in_progress = Some(system::AUTOTASK_IN_PROGRESS.0);
    console.until("the first status", |app| seen(app) == in_progress).await;
    console.press("s v");
    console.until("the second answer", settled(2)).await;
    let status = |app: &App| {
        let view = app.ticket.as_ref()?.ticket()?;
        Some(view.ticket.autotask.as_ref()?.status)
    };
    console
        .until("the status", |app| status(app) == Some(system::AUTOTASK_WAITING_VENDOR))
        .await;
    console.press("x");
    console.until("the question", |app| !app.overlays.is_empty()).await;
    console.press("ctrl-x");
    console.until("the third answer", settled(3)).await;
    console
        .until("the status before", |app| {
            status(app) == Some(system::AUTOTASK_IN_PROGRESS)
        })
        .await;
}

/// Tina's console with a ticket in front, and the folder of its copy.
async fn before_a_ticket(desk: &Desk) -> (Working, Arc<tempfile::TempDir>) {
    let folder = Arc::new(tempfile::tempdir().unwrap());
    let mut console = Working::along(desk, "tina", &desk.url(), Arc::clone(&folder)).await;
    console.until("being signed in", |app| app.viewer.is_some()).await;
    console.press("3");
    console
        .until("the preview", |app| app.tickets.preview.ticket.is_some())
        .await;
    (console, folder)
}

#[tokio::test]
async fn a_stopwatch_is_in_the_copy_as_soon_as_it_runs_and_its_time_goes_into_the_day() {
    let desk = desk_with(&["Printer hums"]).await;
    let (mut console, folder) = before_a_ticket(&desk).await;
    console.press("b");
    console
        .until("the stopwatch", |app| {
            app.desk.stopwatches.iter().any(|watch| watch.running_since.is_some())
        })
        .await;
    // Another console on the same copy knows it.
    let copy = tandem::replica::Replica::open(&folder.path().join("copy.sqlite")).unwrap();
    assert_eq!(copy.stopwatches().unwrap().len(), 1);
    console.press("t");
    console.until("the dialog", |app| !app.overlays.is_empty()).await;
    let started = console.app.desk.stopwatches[0].running_since;
    console.press("tab tab L o o k e d ctrl-x");
    console
        .until("the time", |app| {
            // It runs on, but no more from when it was started.
            let runs_since = app.desk.stopwatches.first().and_then(|watch| watch.running_since);
            app.overlays.is_empty() && runs_since > started && app.desk.unsent == 0
        })
        .await;
    let today = tandem::base::Date(console.app.times().wall(console.app.now).date());
    let day = copy.own_day(today).unwrap();
    assert_eq!(day.len(), 1, "{day:?}");
    assert_eq!((day[0].minutes, day[0].summary.as_str()), (1, "Looked"));
    assert!(day[0].started_at.is_some(), "{day:?}");
}

#[tokio::test]
async fn a_stopwatchs_time_that_is_taken_back_before_it_is_sent_is_on_it_again() {
    let mut desk = desk_with(&["Printer hums"]).await;
    let (mut console, folder) = before_a_ticket(&desk).await;
    desk.stop().await;
    console
        .until("the end of the line", |app| {
            matches!(app.freshness, Freshness::Offline(_))
        })
        .await;
    console.press("b");
    console
        .until("the stopwatch", |app| !app.desk.stopwatches.is_empty())
        .await;
    let begun = console.app.desk.stopwatches[0].begun_at;
    let log = |console: &mut Working| console.press("tab tab L o o k e d ctrl-x");
    console.press("t");
    console.until("the dialog", |app| !app.overlays.is_empty()).await;
    log(&mut console);
    let waits = |app: &App| app.overlays.is_empty() && app.desk.unsent == 1 && app.desk.stopwatches[0].begun_at > begun;
    console.until("the entry in the outbox", waits).await;
    let is_back = |app: &App| {
        let watch = &app.desk.stopwatches[0];
        app.desk.unsent == 0 && watch.begun_at == begun && watch.runs == 1 && watch.running_since.is_some()
    };
    // While it is being tried to send it, it is not taken back.
    let refusals = |app: &App| {
        let said = app.messages.log.iter();
        said.filter(|(_, saying)| saying.text.contains("on its way to the server"))
            .count()
    };
    while !is_back(&console.app) {
        let before = refusals(&console.app);
        console.press("x");
        console.until("the question", |app| !app.overlays.is_empty()).await;
        console.press("ctrl-x");
        let is_answered = |app: &App| is_back(app) || refusals(app) > before;
        console.until("the time on the stopwatch", is_answered).await;
    }
    // The dialog offers it again, beside the words that were typed.
    console.press("t");
    console.until("the dialog", |app| !app.overlays.is_empty()).await;
    console
        .until("the draft", |app| text(&drawn(app)).contains("Looked"))
        .await;
    console.press("ctrl-x");
    console
        .until("the entry in the outbox anew", |app| {
            app.overlays.is_empty() && app.desk.unsent == 1 && app.desk.stopwatches[0].begun_at > begun
        })
        .await;
    desk.start().await;
    console.until("the server", |app| app.desk.unsent == 0).await;
    let copy = tandem::replica::Replica::open(&folder.path().join("copy.sqlite")).unwrap();
    let today = tandem::base::Date(console.app.times().wall(console.app.now).date());
    let day = copy.own_day(today).unwrap();
    let told: Vec<_> = day
        .iter()
        .map(|entry| (entry.minutes, entry.summary.as_str()))
        .collect();
    assert_eq!(told, [(1, "Looked")]);
    // What the server has is off the stopwatch for good.
    assert!(copy.stopwatches().unwrap()[0].begun_at > begun);
}

#[tokio::test]
async fn a_language_that_is_chosen_meanwhile_is_spoken_of_the_copy_too() {
    let desk = desk_with(&[]).await;
    let mut console = Working::at(&desk, "tina").await;
    console.until("being signed in", |app| app.viewer.is_some()).await;
    for said in [
        "this change is no longer in the outbox",
        "diese Änderung ist nicht mehr im Ausgang",
    ] {
        console.order(Effect::Again(UniqueIds.change()));
        let heard = |event: &Event| matches!(event, Event::Said(saying) if saying.text.contains(said)).then_some(());
        console.hear(heard).await;
        console.order(Effect::ReadConfiguration);
    }
}
