//! A console that may change nothing: what waits in the outbox goes on waiting, and what the server has still comes.

use super::console::{change, create, note, notes_with};
use super::scene::{Scene, scene};
use super::{Console, Line};
use crate::support::Desk;
use tandem::base::ids::{Ids as _, TicketId, UniqueIds};
use tandem::remote::RemoteError;
use tandem::sync::News;

#[tokio::test(flavor = "multi_thread")]
async fn what_is_unsent_stays_unsent_and_is_sent_by_the_next_console_that_may() {
    let Scene {
        desk,
        line,
        server,
        ticket,
        console: before,
    } = scene().await;
    before.session.stop().await.unwrap();
    let mut looking = before.another_read_only(&desk, &line, "theo").await;
    looking.record(ticket, note("Not from here"));
    line.writes();
    // The server's news still come: with them a change would have gone, were it to go.
    change(&server, ticket, note("From elsewhere")).await;
    looking
        .hear(|news| match news {
            News::Changed(tickets) if tickets.contains(&ticket) => Some(()),
            _ => None,
        })
        .await;
    looking.session.reconnect();
    looking.session.push();
    assert_eq!(line.writes(), 0, "nothing was written along this line");
    assert_eq!(looking.replica.count_unsent().unwrap(), (1, 0));
    assert_eq!(notes_with(&server, "Not from here").await.len(), 0);
    looking.session.stop().await.unwrap();
    let mut working = before.another();
    working.at_rest().await;
    assert_eq!(notes_with(&server, "Not from here").await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_client_itself_sends_no_change() {
    let desk = Desk::new().await;
    let line = Line::to(desk.socket()).await;
    let console = Console::new(&desk, &line, "theo").await;
    let looking = console.another_read_only(&desk, &line, "theo").await;
    let change = tandem::domain::Change {
        id: UniqueIds.change(),
        ticket: TicketId(0),
        seen: tandem::domain::Seen::new(),
        act: create(&desk, "Scanner"),
        written_at: tandem::base::Timestamp::from_millis(0),
    };
    for refused in [
        looking.remote.change(&change).await.map(drop),
        looking.remote.switch_portal_version(true).await.map(drop),
        looking.remote.begin_two_factor().await.map(drop),
        looking.remote.read_notification(1).await,
    ] {
        assert!(matches!(refused, Err(RemoteError::ReadOnly)), "{refused:?}");
    }
    assert!(looking.remote.me().await.is_ok());
}
