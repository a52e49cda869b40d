//! Pushing the outbox: oldest first, of each ticket one at a time, without end.

use super::decide::{Verdict, after_push};
use super::line::{Line, Watching};
use super::upload::{self, Uploaded};
use super::{News, Settled, SyncError};
use crate::base::ids::TicketId;
use crate::domain::Change;
use crate::remote::{self, Pauses, Remote, RemoteError};
use crate::replica::{Answer, LEASE_LENGTH, Refused, ReplicaError, Waiting};
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::Instant;

/// Changes that are looked at in one go.
const AT_ONCE: usize = 32;
/// How long to wait when the copy itself is in trouble.
const TROUBLE: Duration = Duration::from_secs(5);

/// What the server says where not all of a file is there.
const UPLOAD_INCOMPLETE: &str = "upload_incomplete";

/// What is to be waited for before the next attempt.
enum Next {
    /// For something new in the outbox.
    News,
    /// For this long, or for something new.
    Look(Duration),
    /// Until the server is back, or for this long.
    Back(Duration),
    /// For this long, whatever is new: the server asked for it.
    Quiet(Duration),
    /// For nothing.
    AtOnce,
}

/// Pushes until the session ends.
pub(super) async fn run(line: Arc<Line>) {
    let mut pauses = Pauses::default();
    let mut aside = Aside::default();
    let mut watching = Watching::new(&line);
    while let Some(remote) = watching.open().await {
        let next = match push(&line, &remote, &mut pauses, &mut aside).await {
            Ok(next) => next,
            // Discarded since the outbox was looked at: the rest is looked at again.
            Err(SyncError::Replica(ReplicaError::NoSuchChange(_))) => Next::AtOnce,
            Err(SyncError::Replica(error)) => {
                line.tell(News::Trouble(Arc::new(error))).await;
                Next::Look(TROUBLE)
            }
            Err(SyncError::Remote(_) | SyncError::NoLine) => Next::News,
        };
        if wait(&line, &mut watching, next).await == Woken::ByHand {
            pauses.reset();
            aside = Aside::default();
        }
    }
}

/// What ended a wait.
#[derive(PartialEq, Eq)]
enum Woken {
    /// What it was for.
    InTime,
    /// Somebody wants everything tried again at once, or may do so in another session.
    ByHand,
}

async fn wait(line: &Line, watching: &mut Watching, next: Next) -> Woken {
    let in_time = async {
        match next {
            Next::AtOnce => {}
            Next::News => line.outbox.notified().await,
            Next::Look(pause) => tokio::select! {
                () = tokio::time::sleep(pause) => {}
                () = line.outbox.notified() => {}
            },
            Next::Back(pause) => tokio::select! {
                () = tokio::time::sleep(pause) => {}
                () = line.back.notified() => {}
            },
            Next::Quiet(pause) => tokio::time::sleep(pause).await,
        }
    };
    tokio::select! {
        biased;
        () = line.push_again.notified() => Woken::ByHand,
        () = watching.changed() => Woken::ByHand,
        () = in_time => Woken::InTime,
    }
}

/// Tickets whose change makes something choke on the way: each is left alone for longer and longer, while the others
/// go on.
#[derive(Default)]
struct Aside(HashMap<TicketId, (Pauses, Instant)>);

impl Aside {
    fn put(&mut self, ticket: TicketId, error: &RemoteError) {
        let (pauses, until) = self
            .0
            .entry(ticket)
            .or_insert_with(|| (Pauses::default(), Instant::now()));
        *until = Instant::now() + pauses.after(error);
    }

    fn forget(&mut self, ticket: TicketId) {
        self.0.remove(&ticket);
    }

    fn is_in(&self, ticket: TicketId) -> bool {
        self.0.get(&ticket).is_some_and(|(_, until)| *until > Instant::now())
    }

    fn count(&self) -> usize {
        self.0.len()
    }

    /// How long until the turn of the first of them comes again.
    fn left(&mut self) -> Option<Duration> {
        let now = Instant::now();
        // Whose turn it was has nothing to send any more.
        self.0.retain(|_, (_, until)| *until > now);
        let until = self.0.values().map(|(_, until)| *until).min()?;
        Some(until - now)
    }
}

/// Sends what can be sent now.
async fn push(line: &Line, remote: &Remote, pauses: &mut Pauses, aside: &mut Aside) -> Result<Next, SyncError> {
    loop {
        if waiting(line, aside).await?.is_empty() {
            give_back(line).await?;
            return Ok(aside.left().map_or(Next::News, Next::Look));
        }
        if !take_lease(line).await? {
            return Ok(Next::Look(LEASE_LENGTH / 2));
        }
        // Looked at again: until now another console may have been sending.
        for Waiting { change, .. } in waiting(line, aside).await? {
            // Paused, stopped or signed out meanwhile: what was sent is sent, the rest waits.
            if line.open().is_err() || !take_lease(line).await? {
                return Ok(Next::AtOnce);
            }
            let ticket = change.ticket;
            match send(line, remote, change).await? {
                Sent::Answered => {
                    pauses.reset();
                    aside.forget(ticket);
                }
                Sent::SignInNeeded(error) => {
                    line.session_over(remote, &error).await;
                    return Ok(Next::AtOnce);
                }
                Sent::NoLine(error) => return Ok(until_it_answers(&error, pauses.after(&error))),
                Sent::Aside(error) => aside.put(ticket, &error),
            }
        }
    }
}

/// A server that can't be reached is tried as soon as it is back; one that is busy is left alone.
fn until_it_answers(error: &RemoteError, pause: Duration) -> Next {
    match error {
        RemoteError::Busy { .. } => Next::Quiet(pause),
        _ => Next::Back(pause),
    }
}

/// The changes whose turn it is, but for those of tickets that were put aside.
async fn waiting(line: &Line, aside: &Aside) -> Result<Vec<Waiting>, SyncError> {
    // Those that are put aside have a turn of theirs each, and must not take that of the others.
    let limit = AT_ONCE + aside.count();
    let mut waiting = line.copy(move |replica| replica.next_to_send(limit)).await?;
    waiting.retain(|waiting| !aside.is_in(waiting.change.ticket));
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
    SignInNeeded(RemoteError),
    NoLine(RemoteError),
    Aside(RemoteError),
}

async fn send(line: &Line, remote: &Remote, change: Change) -> Result<Sent, SyncError> {
    let id = change.id;
    match upload::piece(line, remote, &change).await? {
        Uploaded::Whole => {}
        Uploaded::Part => {
            line.tell(News::Changed(vec![change.ticket])).await;
            return Ok(Sent::Answered);
        }
        Uploaded::Failed(error) => return judge(line, change, Err(error)).await,
    }
    line.copy(move |replica| replica.sending(id)).await?;
    let answer = remote.change(&change).await;
    judge(line, change, answer).await
}

/// What becomes of a change that was sent, or of whose file a piece was.
async fn judge(line: &Line, change: Change, answer: Result<remote::Settled, RemoteError>) -> Result<Sent, SyncError> {
    let id = change.id;
    match (after_push(&answer), answer) {
        (_, Ok(settled)) => settle(line, change, settled).await.map(|()| Sent::Answered),
        (Verdict::Stop(refused), Err(_)) if refused.code == UPLOAD_INCOMPLETE => {
            upload::afresh(line, &change).await.map(|()| Sent::Answered)
        }
        (Verdict::Stop(refused), Err(_)) => stop(line, change, *refused).await.map(|()| Sent::Answered),
        (Verdict::SignIn, Err(error)) => {
            line.copy(move |replica| replica.not_sent(id)).await?;
            Ok(Sent::SignInNeeded(error))
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
    let parts = [
        settled.notes,
        settled.time_entries,
        settled.history,
        settled.attachments,
        settled.checklist_items,
    ];
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
