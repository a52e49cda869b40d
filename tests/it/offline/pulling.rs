//! The copy fills, is kept up to date, and goes on where it was cut.

use super::console::{change, create, note, remote};
use super::{Console, Fault, Line};
use crate::support::Desk;
use std::sync::Arc;
use tandem::base::ids::TicketId;
use tandem::domain::{Act, Priority, Side};
use tandem::entities::{Row, TICKET, USER_DEFINED_FIELD_DEFINITION, USER_DEFINED_FIELDS, UserDefinedValues};
use tandem::query::typed;
use tandem::query::{Direction, Filter, ListOrder, Sort, Standing};
use tandem::records::windows::Freshness;
use tandem::replica::{Step, TypedNames};
use tandem::server::store::rows;
use tandem::sync::News;

fn live(news: &News) -> Option<()> {
    matches!(news, News::Freshness(Freshness::Live)).then_some(())
}

fn offline(news: &News) -> Option<()> {
    matches!(news, News::Freshness(Freshness::Offline(_))).then_some(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_sync_brings_names_tickets_and_conversations_then_the_feed_brings_the_rest() {
    let desk = Desk::new().await;
    let line = Line::to(desk.socket()).await;
    let (server, _) = remote(&desk, "tina", &desk.url()).await;
    let first = change(&server, TicketId(0), create(&desk, "Printer")).await;
    change(&server, first, note("It hums")).await;
    let mut console = Console::new(&desk, &line, "theo").await;
    console.hear(live).await;
    assert!(console.is_like(&server).await);
    assert_eq!(console.replica.conversation(first).unwrap().len(), 1);
    let directory = console.replica.directory().unwrap();
    assert!(directory.companies.iter().any(|company| company.name == "Acme"));
    let second = change(&server, TicketId(0), create(&desk, "Scanner")).await;
    change(&server, second, note("Ordered")).await;
    console
        .until("the feed brings it", async |console| console.is_like(&server).await)
        .await;
    assert!(console.replica.line(second).unwrap().unwrap().marks.unread);
    console
        .until("its words are indexed", async |console| {
            console.replica.count_unindexed().unwrap() == 0
        })
        .await;
    let found = Filter::words(&TICKET, "scanner order").unwrap();
    assert_eq!(
        console
            .replica
            .list_ids(&found, &Sort::by_id(&TICKET).into(), 0, 9)
            .unwrap(),
        [second]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_happened_while_the_server_was_away_comes_when_it_is_back() {
    let mut desk = Desk::new().await;
    let line = Line::to(desk.socket()).await;
    let (server, _) = remote(&desk, "tina", &desk.url()).await;
    let ticket = change(&server, TicketId(0), create(&desk, "Printer")).await;
    let mut console = Console::new(&desk, &line, "theo").await;
    console.hear(live).await;
    line.set(Fault::Down);
    console.hear(offline).await;
    assert!(console.replica.place().unwrap().as_of.is_some());
    change(&server, ticket, note("Meanwhile")).await;
    desk.restart().await;
    line.set(Fault::None);
    console.session.reconnect();
    console.hear(live).await;
    console
        .until("it is here", async |console| console.is_like(&server).await)
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_sync_goes_on_after_the_console_was_killed_in_the_middle() {
    let desk = Desk::new().await;
    let line = Line::to(desk.socket()).await;
    let (server, _) = remote(&desk, "tina", &desk.url()).await;
    for number in 0..20 {
        change(&server, TicketId(0), create(&desk, &format!("Ticket {number}"))).await;
    }
    line.set(Fault::Slow);
    let mut console = Console::new(&desk, &line, "theo").await;
    console
        .until("it has begun", async |console| {
            console.replica.place().unwrap().step > Step::Queues
        })
        .await;
    let place = console.replica.place().unwrap();
    let mut console = console.restarted();
    assert_eq!(
        console.replica.place().unwrap().feed,
        place.feed,
        "it goes on, it doesn't begin again"
    );
    change(&server, TicketId(0), create(&desk, "Meanwhile")).await;
    line.set(Fault::None);
    console.filled().await;
    console
        .until("both are alike", async |console| console.is_like(&server).await)
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_ended_waits_for_sign_in_and_then_goes_on() {
    let desk = Desk::new().await;
    let line = Line::to(desk.socket()).await;
    let (server, _) = remote(&desk, "tina", &desk.url()).await;
    let ticket = change(&server, TicketId(0), create(&desk, "Printer")).await;
    let mut console = Console::new(&desk, &line, "theo").await;
    console.hear(live).await;
    console.remote.sign_out().await.unwrap();
    console.record(ticket, note("Typed meanwhile"));
    console
        .hear(|news| matches!(news, News::SignInNeeded).then_some(()))
        .await;
    assert_eq!(console.replica.count_unsent().unwrap(), (1, 0), "the outbox waits");
    let (again, _) = remote(&desk, "theo", &desk.url()).await;
    console.session.sign_in(again.token().unwrap().clone());
    console.at_rest().await;
    assert_eq!(super::console::notes_with(&server, "Typed meanwhile").await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_only_the_server_finds_is_in_the_copy_afterwards() {
    let desk = Desk::new().await;
    let line = Line::to(desk.socket()).await;
    let (server, _) = remote(&desk, "tina", &desk.url()).await;
    let ticket = change(&server, TicketId(0), create(&desk, "Printer")).await;
    change(&server, ticket, note("Fuser swapped")).await;
    let mut console = Console::new(&desk, &line, "theo").await;
    console.filled().await;
    let filter = Filter::words(&TICKET, "fuser").unwrap();
    let window = console
        .session
        .search(&filter, &Sort::by_id(&TICKET).into(), 10)
        .await
        .unwrap();
    assert_eq!((window.lines[0].id, window.total.number), (ticket, 1));
    console.session.fetch_ticket(ticket).await.unwrap();
    assert!(console.replica.holds_details(ticket).unwrap());
    assert!(console.session.fetch_ticket(TicketId(999)).await.is_err());
    console.session.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn only_what_is_found_whole_is_sorted_by_what_is_no_field_of_the_ticket() {
    let desk = Desk::new().await;
    let line = Line::to(desk.socket()).await;
    let (server, _) = remote(&desk, "tina", &desk.url()).await;
    let mut tickets = Vec::new();
    for (title, priority) in [("Printer", 3), ("Printer hums", 4), ("Printer jams", 1)] {
        let ticket = change(&server, TicketId(0), create(&desk, title)).await;
        let priority = Priority(priority);
        change(&server, ticket, Act::SetPriority { priority }).await;
        tickets.push(ticket);
    }
    let mut console = Console::new(&desk, &line, "theo").await;
    console.filled().await;
    let filter = Filter::words(&TICKET, "printer").unwrap();
    let most_urgent = Standing::Priority(Side::Autotask);
    let order = ListOrder::led_by(most_urgent, Direction::Ascending, Sort::by_id(&TICKET));
    for (limit, is_by_fields_only, expected) in [(2, true, vec![0, 1]), (3, false, vec![1, 2, 0])] {
        let window = console.session.search(&filter, &order, limit).await.unwrap();
        let ids: Vec<_> = window.lines.iter().map(|line| line.id).collect();
        let expected: Vec<_> = expected.into_iter().map(|at: usize| tickets[at]).collect();
        assert_eq!(
            (ids, window.is_by_fields_only),
            (expected, is_by_fields_only),
            "{limit}"
        );
    }
    // Fields are sorted by at the server, however many there are.
    let newest = Sort::by(&TICKET, &[("id", Direction::Descending)]).unwrap();
    let window = console.session.search(&filter, &newest.into(), 1).await.unwrap();
    assert_eq!((window.lines[0].id, window.is_by_fields_only), (tickets[2], false));
    console.session.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_feed_that_opens_and_is_cut_at_once_is_asked_for_less_and_less_often() {
    let desk = Desk::new().await;
    let line = Line::to(desk.socket()).await;
    let (server, _) = remote(&desk, "tina", &desk.url()).await;
    let ticket = change(&server, TicketId(0), create(&desk, "Printer")).await;
    let mut console = Console::new(&desk, &line, "theo").await;
    console.hear(live).await;
    line.set(Fault::FeedCut);
    change(&server, ticket, note("This cuts it")).await;
    console.hear(offline).await;
    let begun = std::time::Instant::now();
    for _ in 0..4 {
        console.hear(offline).await;
    }
    // Pauses of at least 250, 500, 1000 and 2000 ms; the first one over and over would be 2 s at most.
    assert!(begun.elapsed().as_millis() > 3700, "{:?}", begun.elapsed());
}

/// Gives tickets the user-defined field Asset Tag, and this ticket a value of it.
async fn tag(desk: &Desk, ticket: TicketId, value: &'static str) {
    let done = desk.operations().write(move |writing| {
        let mut definition = Row::new(&USER_DEFINED_FIELD_DEFINITION);
        definition.set("name", "Asset Tag");
        definition.set("dataType", 1_i64);
        definition.set("udfType", 3_i64);
        let id = writing.insert(&mut definition)?;
        let before = rows::get(writing, &TICKET, ticket.0)?.expect("the ticket");
        let mut row = before.clone();
        row.set(USER_DEFINED_FIELDS, UserDefinedValues([(id, value.to_owned())].into()));
        row.set("version", before.integer("version").unwrap_or_default() + 1);
        Ok(writing.update(&before, &row)?)
    });
    done.await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn user_defined_fields_come_with_their_names_and_are_filtered_by() {
    let desk = Desk::new().await;
    let line = Line::to(desk.socket()).await;
    let (server, _) = remote(&desk, "tina", &desk.url()).await;
    let first = change(&server, TicketId(0), create(&desk, "Printer")).await;
    let second = change(&server, TicketId(0), create(&desk, "Scanner")).await;
    tag(&desk, first, "A-17").await;
    let mut console = Console::new(&desk, &line, "theo").await;
    console.hear(live).await;
    let shown = |console: &Console, ticket| console.replica.ticket(ticket).unwrap().unwrap().user_defined.clone();
    assert_eq!(shown(&console, first), [("Asset Tag".to_owned(), "A-17".to_owned())]);
    assert_eq!(shown(&console, second), []);
    tag(&desk, second, "B-1").await;
    console
        .until("the feed brings it", async |console| !shown(console, second).is_empty())
        .await;
    assert!(console.is_like(&server).await);
    let directory = Arc::new(console.replica.directory().unwrap());
    let names = TypedNames::new(directory, console.actor.clone(), desk.clock.clone());
    let found = |text: &str| {
        let filter = typed::parse(text, &names).unwrap();
        console
            .replica
            .list_ids(&filter, &Sort::by_id(&TICKET).into(), 0, 9)
            .unwrap()
    };
    assert_eq!(found("udf:\"asset tag\"=a-"), [first]);
    assert_eq!(found("-udf:\"Asset Tag\"==A-17"), [second]);
}
