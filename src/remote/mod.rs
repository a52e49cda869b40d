//! The HTTP client of `/tandem/v1`: one request, one answer, one error that says what the caller can do about it.
//! Retrying, ordering and the feed's life are decided above.

mod administration;
mod attachments;
mod client;
mod error;
mod feed;
mod portal;
mod read;
mod retry;
mod sessions;
mod tandem;
mod write;

// What its callers send and get.
pub use crate::wire::ext::change::Settled;
pub use crate::wire::ext::feed::FeedEvent;
pub use crate::wire::ext::import::portable::{self, PORTABLE, Portable};
pub use crate::wire::ext::import::{
    ImportAnswer, ImportBatch, ImportMade, ImportMode, ImportRecord, ImportRefusal, ImportRow, References,
};
pub use crate::wire::ext::picklist::{KeptValue, is_kept};
pub use crate::wire::page::Page;
pub use crate::wire::problem::Problem;
pub use attachments::Sending;
pub use client::{Client, ClientError, Through, Way};
pub use error::{FeedEnd, RemoteError};
pub use feed::{Feed, FeedItem};
pub use read::TicketPart;
pub use retry::Pauses;
pub use tandem::Remote;
