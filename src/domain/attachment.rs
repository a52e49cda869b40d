//! Files on tickets: who may attach one follows from who may write a note for the same readers.

use super::conversation::require_audience;
use super::note::Audience;
use super::{Actor, Refusal, Ticket};

/// The largest file, in bytes: 7 MiB.
pub const LARGEST: u64 = 7 << 20;
/// The longest name of a file, in characters (TicketAttachments.title).
pub const LONGEST_NAME: usize = 255;

/// Refuses who may not attach anything to a ticket that these see.
///
/// # Errors
/// `forbidden`, or that the actor's side has no part in the ticket.
pub fn require_attach(ticket: &Ticket, actor: &Actor, audience: Audience) -> Result<(), Refusal> {
    require_audience(ticket, actor, audience)
}
