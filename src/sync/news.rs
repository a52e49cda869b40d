//! What a session tells whoever shows the copy.

use crate::base::ids::{ChangeId, TicketId};
use crate::domain::Act;
use crate::domain::outcome::CarryOver;
use crate::records::views::{NotificationLine, OutboxLine};
use crate::records::windows::Freshness;
use crate::replica::ReplicaError;
use std::sync::Arc;

/// What happened.
#[derive(Clone, Debug)]
pub enum News {
    /// How fresh the copy is now.
    Freshness(Freshness),
    /// Rows of these tickets changed; empty: of many.
    Changed(Vec<TicketId>),
    /// Names changed: people, companies, queues, request types, statuses.
    Names,
    /// The server carried out a change.
    Settled(Settled),
    /// The server refused a change, or it is stale: the person decides.
    Stopped(OutboxLine),
    /// The person was told something.
    Notified(NotificationLine),
    /// The session is over: everything waits until somebody signs in.
    SignInNeeded,
    /// This person is not active any more, or has no level: the session has ended, and the copy is to be deleted.
    Deactivated,
    /// The copy itself is in trouble.
    Trouble(Arc<ReplicaError>),
}

/// A change that the server carried out.
#[derive(Clone, Debug, PartialEq)]
pub struct Settled {
    /// Which.
    pub change: ChangeId,
    /// The ticket as the server numbers it.
    pub ticket: TicketId,
    /// The temporary id that it had, for a new one.
    pub was: Option<TicketId>,
    /// Its number.
    pub number: String,
    /// What was done.
    pub act: Act,
    /// For a status: how it affected the other side.
    pub carry_over: Option<CarryOver>,
}
