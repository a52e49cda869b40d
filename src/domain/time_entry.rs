//! Time that people log on a ticket; each side sees its own (2.3).

use super::{Person, Side};
use crate::base::{Date, Timestamp};

/// The longest entry, in minutes: one day (TimeEntries: hours over 24 are refused).
pub const LONGEST_ENTRY: i64 = 24 * 60;

/// A time entry that an act adds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeEntry {
    /// Whose time it is.
    pub author: Person,
    /// Their name as of then.
    pub author_name: String,
    /// Whose work it was: client-side time is never debited (2.10).
    pub side: Side,
    /// The day of the work, as the person said.
    pub worked_on: Date,
    /// When the work began, where the person said so.
    pub started_at: Option<Timestamp>,
    /// How long, in whole minutes.
    pub minutes: i64,
    /// What was done; customers may read it.
    pub summary: String,
    /// What only the own side reads.
    pub internal_notes: String,
    /// When the server took it.
    pub at: Timestamp,
}
