//! Pushing the outbox: oldest first, of each ticket one at a time, without end.

use super::decide::{Verdict, after_push};
use super::line::{Line, Watching};
use super::{News, Settled, SyncError};
use crate::base::ids::TicketId;
use crate::domain::Change;
use crate::remote::{self, Pauses, Remote, RemoteError};
use crate::replica::{Answer, LEASE_LENGTH, Refused, Waiting};
use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

/// Changes that are looked at in one go.
const AT_ONCE: usize = 32;
/// How long to wait when the copy itself is in trouble.
const TROUBLE: Duration = Duration::from_secs(5);

/// What is to be waited for before the next attempt.
enum Next {
    /// For something new in the outbox.
    News,
    /// For this long, or for something new.
    Pause(Duration),
    /// For nothing.
    AtOnce,
}

/// Pushes until the session ends.
pub(super) async fn run(line: Arc<Line>) {
    let mut pauses = Pauses::default();
    let mut watching = Watching::new(&line);
    while let Some(remote) = watching.open().await {
        let next = match push(&line, &remote, &mut pauses).await {
            Ok(next) => next,
            Err(SyncError::Replica(error)) => {
                line.tell(News::Trouble(error.to_string())).await;
                Next::Pause(TROUBLE)
            }
            Err(SyncError::Remote(_) | SyncError::NoLine) => Next::News,
        };
        match next {
            Next::AtOnce => {}
            Next::News => tokio::select! {
                () = line.outbox.notified() => {}
                () = watching.changed() => {}
            },
            Next::Pause(pause) => tokio::select! {
                () = tokio::time::sleep(pause) => {}
                () = line.outbox.notified() => {}
                () = watching.changed() => {}
            },
        }
    }
}

/// Sends what can be sent now.
async fn push(line: &Line, remote: &Remote, pauses: &mut Pauses) -> Result<Next, SyncError> {
    let mut aside: HashSet<TicketId> = HashSet::new();
    let mut pause = None;
    loop {
        if waiting(line, &aside).await?.is_empty() {
            give_back(line).await?;
            return Ok(pause.map_or(Next::News, Next::Pause));
        }
        if !take_lease(line).await? {
            return Ok(Next::Pause(LEASE_LENGTH / 2));
        }
        // Looked at again: until now another console may have been sending.
        for Waiting { change, .. } in waiting(line, &aside).await? {
            // Paused, stopped or signed out meanwhile: what was sent is sent, the rest waits.
            if line.open().is_err() || !take_lease(line).await? {
                return Ok(Next::AtOnce);
            }
            let ticket = change.ticket;
            match send(line, remote, change).await? {
                Sent::Answered => pauses.reset(),
                Sent::SignInNeeded => {
                    line.sign_in_needed(remote).await;
                    return Ok(Next::AtOnce);
                }
                Sent::NoLine(error) => return Ok(Next::Pause(pauses.after(&error))),
                Sent::Aside(error) => {
                    aside.insert(ticket);
                    pause = Some(pauses.after(&error));
                }
            }
        }
    }
}

/// The changes whose turn it is, but for those of tickets that were put aside.
async fn waiting(line: &Line, aside: &HashSet<TicketId>) -> Result<Vec<Waiting>, SyncError> {
    let mut waiting = line.copy(|replica| replica.next_to_send(AT_ONCE)).await?;
    waiting.retain(|waiting| !aside.contains(&waiting.change.ticket));
    Ok(waiting)
}

async fn take_lease(line: &Line) -> Result<bool, SyncError> {
    let (holder, now) = (line.holder.clone(), line.clock.now());
    line.copy(move |replica| replica.take_lease(&holder, now)).await
}

async fn give_back(line: &Line) -> Result<(), SyncError> {
    let holder = line.holder.clone();
    line.copy(move |replica| replica.give_back_lease(&holder)).await
}

/// How sending one change went.
enum Sent {
    Answered,
    SignInNeeded,
    NoLine(RemoteError),
    Aside(RemoteError),
}

async fn send(line: &Line, remote: &Remote, change: Change) -> Result<Sent, SyncError> {
    let id = change.id;
    line.copy(move |replica| replica.sending(id)).await?;
    let answer = remote.change(&change).await;
    match (after_push(&answer), answer) {
        (_, Ok(settled)) => settle(line, change, settled).await.map(|()| Sent::Answered),
        (Verdict::Stop(refused), Err(_)) => stop(line, change, *refused).await.map(|()| Sent::Answered),
        (Verdict::SignIn, Err(_)) => {
            line.copy(move |replica| replica.not_sent(id)).await?;
            Ok(Sent::SignInNeeded)
        }
        (Verdict::NotSent, Err(error)) => {
            line.copy(move |replica| replica.not_sent(id)).await?;
            Ok(Sent::NoLine(error))
        }
        (Verdict::Aside, Err(error)) => Ok(Sent::Aside(error)),
        // It stays marked as sent: until the server has answered, nobody may think that it wasn't carried out.
        (Verdict::Unknown | Verdict::Settle, Err(error)) => Ok(Sent::NoLine(error)),
    }
}

async fn settle(line: &Line, change: Change, settled: remote::Settled) -> Result<(), SyncError> {
    let (id, carry_over) = (change.id, settled.carry_over);
    let number = settled.ticket.text("ticketNumber").unwrap_or_default().to_owned();
    let parts = [settled.notes, settled.time_entries, settled.history];
    let answer = Answer {
        ticket: settled.ticket,
        added: parts.into_iter().flatten().collect(),
    };
    let settlement = line
        .copy(move |replica| {
            let settlement = replica.settle(id, &answer)?;
            replica.index_some(1)?;
            Ok(settlement)
        })
        .await?;
    line.tell(News::Settled(Settled {
        change: id,
        ticket: settlement.ticket,
        was: settlement.was,
        number,
        act: change.act,
        carry_over,
    }))
    .await;
    line.tell(News::Changed(vec![settlement.ticket])).await;
    Ok(())
}

async fn stop(line: &Line, change: Change, refused: Refused) -> Result<(), SyncError> {
    let id = change.id;
    let (ticket, stopped) = line
        .copy(move |replica| {
            let ticket = replica.stop(id, &refused)?;
            let lines = replica.outbox_of(ticket)?;
            Ok((ticket, lines.into_iter().find(|line| line.change.id == id)))
        })
        .await?;
    if let Some(stopped) = stopped {
        line.tell(News::Stopped(stopped)).await;
    }
    line.tell(News::Changed(vec![ticket])).await;
    Ok(())
}
