//! Changes as values: what the outbox keeps, the screen shows at once, and the server carries out.

use super::attachment::File;
use super::checklist::Tick;
use super::creation::NewTicket;
use super::editing::Edit;
use super::note::Audience;
use super::{Actor, Facts, Outcome, Person, Priority, Refusal, Ticket};
use super::{attachment, checklist, conversation, disabling, hand_over, secondary, status_change, steering};
use crate::base::ids::{ChangeId, ChecklistItemId, QueueId, ResourceId, StatusId, TicketId};
use crate::base::{Date, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The values of the fields that the person saw when deciding, by their names on the wire. A change is stale only if
/// one of these differs now.
pub type Seen = BTreeMap<String, serde_json::Value>;

/// One change of one ticket.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// Made where the change is made; the idempotency key.
    pub id: ChangeId,
    /// The ticket; for [`Act::Create`] the temporary id of the new one.
    pub ticket: TicketId,
    /// What the person saw.
    #[serde(default)]
    pub seen: Seen,
    /// What to do.
    pub act: Act,
    /// When the person asked for it, by their own machine's clock; the server dates everything by its own.
    pub written_at: Timestamp,
}

/// What can be done to a ticket.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Act {
    /// Rows 1 to 3.
    Create(Box<NewTicket>),
    /// Change common fields (2.3).
    Edit(Box<Edit>),
    /// Row 11.
    Assign {
        /// The new assignee of the own side; none clears it.
        assignee: Option<Person>,
    },
    /// Rows 12 to 23.
    #[serde(rename = "status")]
    SetStatus {
        /// A status of the own side.
        status: StatusId,
    },
    /// Change the own side's priority.
    #[serde(rename = "priority")]
    SetPriority {
        /// The new one.
        priority: Priority,
    },
    /// Put it into another queue of the own side.
    #[serde(rename = "queue")]
    Move {
        /// The new one.
        queue: QueueId,
    },
    /// Add to the conversation.
    #[serde(rename = "note")]
    AddNote {
        /// Who reads it.
        audience: Audience,
        /// One line above it.
        #[serde(default)]
        title: String,
        /// The text.
        text: String,
    },
    /// Log time of the own side.
    #[serde(rename = "time")]
    LogTime {
        /// The day of the work.
        worked_on: Date,
        /// When it began, where known.
        #[serde(default)]
        started_at: Option<Timestamp>,
        /// Whole minutes.
        minutes: i64,
        /// What customers may read.
        #[serde(default)]
        summary: String,
        /// What only the own side reads.
        #[serde(default)]
        internal_notes: String,
    },
    /// Row 4.
    Escalate {
        /// Why, for the history.
        #[serde(default)]
        reason: String,
    },
    /// Row 6.
    Transfer {
        /// Why, for the history.
        #[serde(default)]
        reason: String,
    },
    /// Row 7.
    Decline {
        /// Why; must not be blank.
        reason: String,
    },
    /// Row 8.
    Recall {
        /// Why, for the history.
        #[serde(default)]
        reason: String,
    },
    /// Rows 13 to 22, with the resolution in one step.
    Complete {
        /// What was done; kept as the ticket's resolution by the holder, as a public note by the other side (2.3).
        #[serde(default)]
        resolution: String,
    },
    /// Row 23.
    Reopen,
    /// Add a helper (CM-11: Autotask only).
    #[serde(rename = "add-secondary")]
    AddSecondary {
        /// Who.
        resource: ResourceId,
    },
    /// Remove a helper.
    #[serde(rename = "remove-secondary")]
    RemoveSecondary {
        /// Who.
        resource: ResourceId,
    },
    /// Attach a file. What is in it goes before, another way.
    Attach {
        /// Who sees it.
        audience: Audience,
        /// Its name.
        name: String,
        /// In bytes.
        size: u64,
        /// SHA-256 of what is in it, in hexadecimal.
        digest: String,
    },
    /// Tick an item of the checklist, or untick it.
    Tick {
        /// Which.
        item: ChecklistItemId,
        /// Whether it is done now.
        is_completed: bool,
    },
}

impl Act {
    /// The stable name of the act, as in the route that carries it out.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Create(_) => "create",
            Self::Edit(_) => "edit",
            Self::Assign { .. } => "assign",
            Self::SetStatus { .. } => "status",
            Self::SetPriority { .. } => "priority",
            Self::Move { .. } => "queue",
            Self::AddNote { .. } => "note",
            Self::LogTime { .. } => "time",
            Self::Escalate { .. } => "escalate",
            Self::Transfer { .. } => "transfer",
            Self::Decline { .. } => "decline",
            Self::Recall { .. } => "recall",
            Self::Complete { .. } => "complete",
            Self::Reopen => "reopen",
            Self::AddSecondary { .. } => "add-secondary",
            Self::RemoveSecondary { .. } => "remove-secondary",
            Self::Attach { .. } => "attach",
            Self::Tick { .. } => "tick",
        }
    }

    /// The same act on another ticket is stale only by what it saw; notes and time never are.
    #[must_use]
    pub fn can_be_stale(&self) -> bool {
        !matches!(
            self,
            Self::Create(_) | Self::AddNote { .. } | Self::LogTime { .. } | Self::Attach { .. } | Self::Tick { .. }
        )
    }

    /// What follows if this actor does this to this ticket now. For [`Act::Create`] see [`NewTicket::open`].
    ///
    /// # Errors
    /// The first rule that forbids it.
    pub fn apply(&self, ticket: &Ticket, actor: &Actor, facts: &Facts, at: Timestamp) -> Result<Outcome, Refusal> {
        // Escalating has that guard of its own (row 4).
        if !matches!(self, Self::Create(_) | Self::Escalate { .. }) {
            disabling::require_no_archive(ticket, facts)?;
        }
        match self {
            Self::Create(new) => new.open(actor, facts, at),
            Self::Edit(edit) => edit.apply(ticket, actor, facts, at),
            Self::Assign { assignee } => steering::assign(ticket, actor, *assignee, facts, at),
            Self::SetStatus { status } => status_change::set(ticket, actor, *status, facts, at),
            Self::SetPriority { priority } => steering::prioritise(ticket, actor, *priority, at),
            Self::Move { queue } => steering::move_to(ticket, actor, *queue, facts, at),
            Self::AddNote { audience, title, text } => {
                conversation::add_note(ticket, actor, *audience, title, text, facts, at)
            }
            Self::LogTime {
                worked_on,
                started_at,
                minutes,
                summary,
                internal_notes,
            } => {
                let work = conversation::Work {
                    worked_on: *worked_on,
                    started_at: *started_at,
                    minutes: *minutes,
                    summary,
                    internal_notes,
                };
                conversation::log_time(ticket, actor, &work, facts, at)
            }
            Self::Escalate { reason } => hand_over::escalate(ticket, actor, reason, facts, at),
            Self::Transfer { reason } => hand_over::transfer(ticket, actor, reason, facts, at),
            Self::Decline { reason } => hand_over::decline(ticket, actor, reason, facts, at),
            Self::Recall { reason } => hand_over::recall(ticket, actor, reason, facts, at),
            Self::Complete { resolution } => status_change::complete(ticket, actor, resolution, facts, at),
            Self::Reopen => status_change::reopen(ticket, actor, facts, at),
            Self::AddSecondary { resource } => secondary::add_secondary(ticket, actor, *resource, facts, at),
            Self::RemoveSecondary { resource } => secondary::remove_secondary(ticket, actor, *resource, at),
            Self::Attach {
                audience,
                name,
                size,
                digest,
            } => {
                let size = *size;
                attachment::attach(ticket, actor, *audience, File { name, size, digest }, at)
            }
            Self::Tick { item, is_completed } => {
                let (item, is_completed) = (*item, *is_completed);
                checklist::tick(ticket, actor, Tick { item, is_completed })
            }
        }
    }
}
