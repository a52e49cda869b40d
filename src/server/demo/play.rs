//! The tickets of the demo desk: each created and worked as its file says, by the people it names, at those moments.

use super::keys::Keys;
use super::tickets::{ActEntry, Deed, TicketEntry, TicketFile};
use super::{DemoError, Laid, moment};
use crate::base::Timestamp;
use crate::base::ids::{QueueId, StatusId, TicketId};
use crate::domain::creation::NewTicket;
use crate::domain::note::Audience;
use crate::domain::{Act, Actor, Side, Statuses};
use crate::server::operations::change::{Asked, carry_out};
use crate::server::operations::{OperationError, facts};
use crate::server::store::Writing;
use rusqlite::Connection;

/// Carries out all tickets in the order of their creation, so that their numbers follow it.
pub(super) fn all(
    connection: &Connection,
    keys: &Keys,
    files: &[(&'static str, TicketFile)],
    now: Timestamp,
    progress: &dyn Fn(Laid),
) -> Result<(), DemoError> {
    let statuses = facts::statuses(connection)?;
    let stage = Stage {
        connection,
        keys,
        statuses: &statuses,
        now,
    };
    let mut tickets: Vec<_> = (files.iter())
        .flat_map(|(file, tickets)| tickets.ticket.iter().map(|ticket| (*file, ticket)))
        .collect();
    tickets.sort_by_key(|(_, ticket)| ticket.opened);
    let of = tickets.len();
    for (done, (file, ticket)) in tickets.into_iter().enumerate() {
        stage.ticket(file, ticket)?;
        progress(Laid { tickets: done + 1, of });
    }
    Ok(())
}

struct Stage<'a> {
    connection: &'a Connection,
    keys: &'a Keys,
    statuses: &'a Statuses,
    now: Timestamp,
}

impl Stage<'_> {
    fn ticket(&self, file: &'static str, entry: &TicketEntry) -> Result<(), DemoError> {
        let refused = |act: usize| {
            move |error| DemoError::Act {
                file,
                title: entry.title.clone(),
                act,
                error,
            }
        };
        let mut at = moment(self.now, entry.opened);
        let creator = self.keys.actor(&entry.by)?;
        let queue = entry.queue.as_deref().map(|queue| self.keys.queue(queue)).transpose()?;
        // Portal users can't say which queue: whoever of the client's desk works the ticket first moves it there.
        let (mut later, queue) = if creator.level.works_tickets() {
            (None, queue)
        } else {
            (queue, None)
        };
        let new = Act::Create(Box::new(self.new_ticket(entry, queue)?));
        let ticket = self.carry_out(TicketId(0), creator, new, at).map_err(refused(0))?;
        for (number, act) in (1..).zip(&entry.acts) {
            at = at.plus_minutes(act.after.minutes());
            let actor = self.keys.actor(&act.by)?;
            let works_desk = actor.side() == Side::Taskfire && actor.level.works_tickets();
            let moved = later.take_if(|_| works_desk).map(|queue| Act::Move { queue });
            for deed in moved.into_iter().chain(self.acts(act, actor, at)?) {
                self.carry_out(ticket, actor, deed, at).map_err(refused(number))?;
            }
        }
        Ok(())
    }

    fn carry_out(&self, ticket: TicketId, actor: &Actor, act: Act, at: Timestamp) -> Result<TicketId, OperationError> {
        let writing = Writing::new(self.connection, at);
        let settled = carry_out(&writing, actor, &Asked::new(ticket, act))?;
        Ok(TicketId(settled.ticket.id()))
    }

    fn new_ticket(&self, entry: &TicketEntry, queue: Option<QueueId>) -> Result<NewTicket, DemoError> {
        Ok(NewTicket {
            company: self.keys.company(&entry.company)?,
            contact: Some(self.keys.contact(&entry.contact)?),
            title: entry.title.clone(),
            description: entry.description.clone(),
            request_type: Some(self.keys.request_type(&entry.request_type)?),
            queue,
            priority: Some(entry.priority),
            due: entry.due.map(|due| moment(self.now, due)),
            item: entry.item.clone(),
            configuration_item: None,
            contract: None,
            new_contract: None,
            assignee: None,
            status: None,
            source: None,
        })
    }

    /// What a line of the file does; a reopening is followed by the note that says why.
    fn acts(&self, entry: &ActEntry, actor: &Actor, at: Timestamp) -> Result<Vec<Act>, DemoError> {
        let note = |audience, text: &str| Act::AddNote {
            audience,
            title: String::new(),
            text: text.to_owned(),
        };
        Ok(vec![match &entry.what {
            Deed::Assign { to } => Act::Assign {
                assignee: Some(self.keys.person(to)?),
            },
            Deed::Status { status } => Act::SetStatus {
                status: self.status(actor.side(), status)?,
            },
            Deed::Priority { priority } => Act::SetPriority { priority: *priority },
            Deed::Queue { queue } => Act::Move {
                queue: self.keys.queue(queue)?,
            },
            Deed::Note { audience, text } => note(*audience, text),
            Deed::Time { minutes, summary } => worked(*minutes, summary, at),
            Deed::Escalate { reason } => Act::Escalate { reason: reason.clone() },
            Deed::Transfer { reason } => Act::Transfer { reason: reason.clone() },
            Deed::Decline { reason } => Act::Decline { reason: reason.clone() },
            Deed::Recall => Act::Recall { reason: String::new() },
            Deed::Complete { resolution } => Act::Complete {
                resolution: resolution.clone(),
            },
            Deed::Reopen { text } => return Ok(vec![Act::Reopen, note(Audience::Public, text)]),
        }])
    }

    fn status(&self, side: Side, label: &str) -> Result<StatusId, DemoError> {
        let known = self.statuses.of(side).find(|status| status.label == label);
        known.map(|status| status.id).ok_or_else(|| DemoError::Unknown {
            what: "status",
            key: label.to_owned(),
        })
    }
}

/// Work that has just ended.
fn worked(minutes: i64, summary: &str, at: Timestamp) -> Act {
    let started_at = at.plus_minutes(-minutes);
    Act::LogTime {
        worked_on: started_at.date(),
        started_at: Some(started_at),
        minutes,
        summary: summary.to_owned(),
        internal_notes: String::new(),
    }
}
