//! Files that are attached over a line that breaks: taken over at once, sent piece by piece, there once and whole.

use super::console::{change, create, note, notes_with};
use super::scene::{Scene, scene};
use super::{Console, Fault};
use futures_util::StreamExt as _;
use tandem::base::Clock as _;
use tandem::base::SystemClock;
use tandem::base::ids::{ChangeId, Ids as _, TicketId, UniqueIds};
use tandem::base::secret::digest;
use tandem::domain::attachment::PIECE;
use tandem::domain::checklist::Tick;
use tandem::domain::note::Audience;
use tandem::domain::{Act, Change, Seen};
use tandem::entities::{Row, Surface, TICKET_ATTACHMENT};
use tandem::query::{Filter, Query};
use tandem::records::views::{Delivery, OutboxState};
use tandem::remote::Remote;
use tandem::sync::download::Wanted;

fn bytes(size: usize) -> Vec<u8> {
    (0..size).map(|place| (place % 249) as u8).collect()
}

/// Puts a file into the outbox.
fn attach(console: &Console, ticket: TicketId, file: &[u8], audience: Audience) -> ChangeId {
    let change = Change {
        id: UniqueIds.change(),
        ticket,
        seen: Seen::new(),
        act: Act::Attach {
            audience,
            name: "trace.log".to_owned(),
            size: file.len() as u64,
            digest: digest(file),
        },
        written_at: SystemClock.now(),
    };
    console.replica.record_file(&change, file).unwrap();
    console.session.push();
    change.id
}

async fn on_server(server: &Remote) -> Vec<Row> {
    let query = Query::new(Filter::all(&TICKET_ATTACHMENT), Surface::Tandem);
    server.page(&query, None).await.unwrap().items
}

async fn content(server: &Remote, row: &Row) -> Vec<u8> {
    let ticket = TicketId(row.integer("ticketID").unwrap());
    let mut whole = Vec::new();
    loop {
        let part = server.attachment_part(ticket, row.id(), whole.len() as u64).await;
        match part {
            Ok(part) if !part.is_empty() => whole.extend(part),
            _ => return whole,
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_survives_a_dropped_line_and_a_restart_and_arrives_once() {
    let Scene {
        desk: _desk,
        line,
        server,
        ticket,
        mut console,
    } = scene().await;
    let file = bytes(PIECE * 6 + 11);
    line.set(Fault::Down);
    attach(&console, ticket, &file, Audience::Internal);
    let waiting = console.replica.related(ticket).unwrap().attachments;
    assert!(matches!(waiting[0].delivery, Delivery::Queued(_)) && waiting[0].sent == 0);
    line.set(Fault::Slow);
    console.session.reconnect();
    let sent = |console: &Console| {
        let files = console.replica.related(ticket).unwrap().attachments;
        files.first().map_or(0, |file| file.sent)
    };
    console
        .until("some of it is there", async |console| sent(console) >= PIECE as u64 * 2)
        .await;
    line.set(Fault::Down);
    let before = sent(&console);
    let mut console = console.restarted();
    assert!(sent(&console) >= before, "how far it is survives");
    line.set(Fault::None);
    console.session.reconnect();
    console.at_rest().await;
    console
        .until("the attachment is delivered", async |console| {
            let files = console.replica.related(ticket).unwrap().attachments;
            files.len() == 1 && files[0].delivery == Delivery::Delivered
        })
        .await;
    let rows = on_server(&server).await;
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].text("audience"), Some("autotask"));
    assert!(content(&server, &rows[0]).await == file);
}

#[tokio::test(flavor = "multi_thread")]
async fn other_tickets_changes_go_between_the_pieces() {
    let mut scene = scene().await;
    let other = change(&scene.server, TicketId(0), create(&scene.desk, "Scanner")).await;
    let console = &mut scene.console;
    console
        .until("the other ticket is here", async |console| {
            console.replica.ticket(other).unwrap().is_some()
        })
        .await;
    scene.line.set(Fault::Slow);
    let file = bytes(PIECE * 20);
    attach(console, scene.ticket, &file, Audience::Public);
    console.record(other, note("Meanwhile"));
    console
        .until("the note is there", async |console| {
            console.replica.outbox_of(other).unwrap().is_empty()
        })
        .await;
    let waiting = console.replica.outbox_of(scene.ticket).unwrap();
    assert_eq!(waiting.len(), 1, "the file is still on its way");
    assert_eq!(notes_with(&scene.server, "Meanwhile").await.len(), 1);
    scene.line.set(Fault::None);
    console.at_rest().await;
    assert_eq!(on_server(&scene.server).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_for_a_ticket_that_is_not_there_yet_follows_it() {
    let mut scene = scene().await;
    scene.line.set(Fault::Down);
    let console = &mut scene.console;
    let (_, new) = console.record(TicketId(0), create(&scene.desk, "New"));
    let file = bytes(1234);
    attach(console, new, &file, Audience::Public);
    scene.line.set(Fault::None);
    console.session.reconnect();
    console.at_rest().await;
    let rows = on_server(&scene.server).await;
    let numbered = console.replica.numbered(new).unwrap().unwrap();
    assert_eq!(rows[0].integer("ticketID"), Some(numbered.0));
    assert!(content(&scene.server, &rows[0]).await == file);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_was_lost_attaches_nothing_twice_and_an_empty_file_is_one() {
    let mut scene = scene().await;
    let console = &mut scene.console;
    scene.line.writes();
    scene.line.set(Fault::AnswersLost);
    attach(console, scene.ticket, &bytes(100), Audience::Public);
    let mut seen = 0;
    while seen < 2 {
        console.session.reconnect();
        seen += scene.line.writes();
        tokio::task::yield_now().await;
    }
    scene.line.set(Fault::None);
    console.session.reconnect();
    console.at_rest().await;
    attach(console, scene.ticket, &[], Audience::Public);
    console.at_rest().await;
    let rows = on_server(&scene.server).await;
    assert_eq!(rows.len(), 2);
    assert!(content(&scene.server, &rows[1]).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_refused_waits_for_a_decision_and_goes_with_its_bytes_when_it_is_discarded() {
    let mut scene = scene().await;
    scene.line.set(Fault::Down);
    let gone = scene.ticket;
    let id = attach(&scene.console, gone, &bytes(PIECE * 2), Audience::Internal);
    // Once the line is back the ticket is none of theirs any more.
    let barred = format!("UPDATE ticket SET status = NULL, taskfire_status = 1, holder = 'taskfire' WHERE id = {gone}");
    let write = scene
        .desk
        .operations()
        .write(move |writing| Ok(writing.execute_batch(&barred)?));
    write.await.unwrap();
    scene.line.set(Fault::None);
    let console = &mut scene.console;
    console.session.reconnect();
    console
        .until("it is stopped", async |console| {
            let lines = console.replica.outbox().unwrap();
            matches!(lines.first().map(|line| &line.state), Some(OutboxState::Stopped { .. }))
        })
        .await;
    assert_eq!(console.discard_stopped(), 1);
    assert_eq!(console.replica.next_piece(id).unwrap(), None);
    assert_eq!(on_server(&scene.server).await.len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_saved_over_a_line_that_drops_in_between() {
    let mut scene = scene().await;
    let file = bytes(2_000_000);
    attach(&scene.console, scene.ticket, &file, Audience::Public);
    scene.console.at_rest().await;
    let row = on_server(&scene.server).await.remove(0);
    let wanted = |digest: String| Wanted {
        ticket: scene.ticket,
        attachment: row.id(),
        size: file.len() as u64,
        digest,
    };
    let mut parts = scene.console.session.attachment(wanted(digest(&file)));
    let mut whole = parts.next().await.unwrap().unwrap();
    scene.line.set(Fault::Down);
    let line = scene.line;
    let (rest, ()) = tokio::join!(
        async {
            let mut rest = Vec::new();
            while let Some(part) = parts.next().await {
                rest.extend(part.unwrap());
            }
            rest
        },
        async {
            tokio::task::yield_now().await;
            line.set(Fault::None);
        }
    );
    whole.extend(rest);
    assert!(whole == file);
    let mut other = scene.console.session.attachment(wanted(digest(b"another")));
    let mut last = None;
    while let Some(part) = other.next().await {
        last = Some(part);
    }
    assert!(
        last.is_some_and(|part| part.is_err()),
        "another file than was wanted is none"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tick_shows_at_once_and_is_settled_by_the_server() {
    let mut scene = scene().await;
    let ticket = scene.ticket;
    let item = format!(
        "INSERT INTO ticket_checklist_item (id, item_name, is_completed, ticket_id) VALUES (5, 'Ask', 0, {ticket})"
    );
    let write = scene.desk.operations().write(move |writing| {
        writing.execute_batch(&item)?;
        Ok(writing.announce_again(&tandem::entities::TICKET_CHECKLIST_ITEM, 5)?)
    });
    write.await.unwrap();
    let console = &mut scene.console;
    console
        .until("the item is here", async |console| {
            !console.replica.related(ticket).unwrap().checklist.is_empty()
        })
        .await;
    scene.line.set(Fault::Down);
    let tick = Tick {
        item: tandem::base::ids::ChecklistItemId(5),
        is_completed: true,
    };
    console.record(
        ticket,
        Act::Tick {
            item: tick.item,
            is_completed: tick.is_completed,
        },
    );
    let shown = console.replica.related(ticket).unwrap().checklist.remove(0);
    assert!(shown.is_completed && matches!(shown.delivery, Delivery::Queued(_)));
    scene.line.set(Fault::None);
    console.session.reconnect();
    console.at_rest().await;
    console
        .until("the server's word is here", async |console| {
            let item = console.replica.related(ticket).unwrap().checklist.remove(0);
            item.delivery == Delivery::Delivered && item.completed_by.as_deref() == Some("Theo Lund")
        })
        .await;
}
