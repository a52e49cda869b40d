//! What follows from an act: the ticket afterwards and everything that is written beside it.

use super::attachment::Attachment;
use super::checklist::Tick;
use super::contract::offered::Made;
use super::history::{Entry, Event};
use super::note::{self, Note};
use super::notice::{Notice, NoticeEvent, Recipient};
use super::ticket::{Closed, Completed};
use super::time_entry::TimeEntry;
use super::{Actor, Facts, Person, Side, StatusKind, Statuses, Ticket, history};
use crate::base::Timestamp;
use crate::base::ids::StatusId;
use serde::{Deserialize, Serialize};

/// How a completion affected the other side, the first that applies (TF-15 to TF-19).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CarryOver {
    /// The status set is not of kind complete.
    NoSyncNotComplete,
    /// Only one side has a part.
    NotShared,
    /// The actor is not the owner (TF-19).
    NotOwner,
    /// The client's setting is off.
    SettingOff,
    /// The other status was complete already.
    AlreadyComplete,
    /// The other status was completed too.
    Synced,
}

/// Whether everything that the rule needed was known; what depends on an uncertain thing is uncertain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// The outcome is what the server would answer.
    Certain,
    /// A fact was unknown: the server decides.
    ServerDecides,
}

/// The result of an act that the rules allow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The ticket afterwards.
    pub ticket: Ticket,
    /// Notes to add.
    pub notes: Vec<Note>,
    /// Time to add.
    pub time: Vec<TimeEntry>,
    /// Files to attach.
    pub attachments: Vec<Attachment>,
    /// Items of the checklist to tick or to untick.
    pub ticks: Vec<Tick>,
    /// What the history gains.
    pub history: Vec<Entry>,
    /// Who is told.
    pub notices: Vec<Notice>,
    /// For a status change: how it affected the other side.
    pub carry_over: Option<CarryOver>,
    /// A contract that is made together with the request; it has no id yet.
    pub new_contract: Option<Made>,
    /// Whether all facts were known.
    pub certainty: Certainty,
}

impl Outcome {
    /// The outcome in which nothing has happened yet.
    #[must_use]
    pub fn unchanged(ticket: &Ticket) -> Self {
        Self {
            ticket: ticket.clone(),
            notes: Vec::new(),
            time: Vec::new(),
            attachments: Vec::new(),
            ticks: Vec::new(),
            history: Vec::new(),
            notices: Vec::new(),
            carry_over: None,
            new_contract: None,
            certainty: Certainty::Certain,
        }
    }

    /// Makes the outcome no more certain than something that it rests on.
    pub(super) fn depend(&mut self, on: Certainty) {
        self.certainty = self.certainty.max(on);
    }

    /// Sets a side's status, with its history entry; nothing where it has that status already.
    pub(super) fn set_status(&mut self, actor: &Actor, side: Side, to: StatusId, at: Timestamp) {
        let Some(state) = self.ticket.side_mut(side).as_mut() else {
            return;
        };
        if state.status == to {
            return;
        }
        let before = state.status;
        state.status = to;
        state.since = at;
        let event = match side {
            Side::Autotask => Event::AutotaskStatus,
            Side::Taskfire => Event::TaskfireStatus,
        };
        let values = (Some(history::Value::Status(before)), Some(history::Value::Status(to)));
        self.record(Entry::by(actor, event, at).values(values.0, values.1), Some(side));
    }

    /// Adds a history entry about a side's part, or about the ticket as a whole.
    pub(super) fn record(&mut self, mut entry: Entry, concerns: Option<Side>) {
        entry.concerns = concerns;
        if !self.ticket.shared {
            entry.readers = history::Readers::only(self.ticket.holder);
            // The contact of a provider's ticket follows it through the portal (2.2).
            if self.ticket.holder == Side::Autotask {
                entry.readers = history::Readers::Both;
            }
        }
        self.history.push(entry);
    }

    /// Adds a note and tells its readers (N15, N16).
    pub(super) fn write(&mut self, actor: &Actor, note: Note) {
        let text = note.text.clone();
        if note.readers == note::Readers::Public {
            let mut to = self.assignee(actor.side().other());
            to.push(Recipient::Contact);
            self.tell(actor, NoticeEvent::PublicNote, to, &text);
        } else {
            let to = self.assignee(actor.side());
            self.tell(actor, NoticeEvent::InternalNote, to, &text);
        }
        self.notes.push(note);
    }

    /// Tells people, but never the actor of their own act.
    pub(super) fn tell(&mut self, actor: &Actor, event: NoticeEvent, to: Vec<Recipient>, text: &str) {
        let to: Vec<_> = to
            .into_iter()
            .filter(|recipient| *recipient != Recipient::Person(actor.person))
            .collect();
        if !to.is_empty() {
            self.notices.push(Notice {
                event,
                to,
                text: text.to_owned(),
            });
        }
    }

    /// The assignee of a side as a recipient.
    pub(super) fn assignee(&self, side: Side) -> Vec<Recipient> {
        let assignee = self.ticket.side(side).and_then(|state| state.assignee);
        assignee.map(Recipient::Person).into_iter().collect()
    }

    /// The assignee of a side, else those who work its queue.
    pub(super) fn assignee_or_queue(&self, side: Side) -> Recipient {
        let state = self.ticket.side(side);
        match state.and_then(|state| state.assignee) {
            Some(person) => Recipient::Person(person),
            None => Recipient::AssigneeOrQueue(side, state.and_then(|state| state.queue)),
        }
    }

    /// Brings the stamps that follow from statuses up to date (2.2, 13.1).
    pub(super) fn stamp(&mut self, actor: &Actor, facts: &Facts, at: Timestamp) {
        self.stamp_autotask(actor, &facts.statuses, at);
        let closed = self.ticket.is_closed(facts);
        match (closed, self.ticket.closed.is_some()) {
            (true, false) => {
                self.ticket.closed = Some(Closed { at, by: actor.side() });
                self.record(Entry::by(actor, Event::Closed, at), None);
            }
            (false, true) => {
                self.ticket.closed = None;
                self.record(Entry::by(actor, Event::Reopened, at), None);
            }
            _ => {}
        }
    }

    fn stamp_autotask(&mut self, actor: &Actor, statuses: &Statuses, at: Timestamp) {
        let kind = self.ticket.kind(Side::Autotask, statuses);
        if kind != Some(StatusKind::Complete) {
            self.ticket.completed = None;
        } else if self.ticket.completed.is_none() {
            let by = match actor.person {
                Person::Resource(resource) => Some(resource),
                Person::Contact(_) => None,
            };
            self.ticket.completed = Some(Completed { at, by });
        }
        let changed = self.history.iter().any(|entry| entry.event == Event::AutotaskStatus);
        let begun = changed && kind.is_some_and(|kind| kind != StatusKind::New);
        let answered = self.notes.iter().any(|note| note.readers == note::Readers::Public);
        let responded = self.ticket.autotask.is_some() && actor.side() == Side::Autotask && (begun || answered);
        if responded && self.ticket.first_response.is_none() {
            self.ticket.first_response = Some(at);
        }
    }
}
