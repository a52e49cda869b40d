//! The outbox: changes that the server has not answered. A change is written here and laid over the mirror in one
//! transaction, before anything is sent; it leaves when the server has settled it, or when the person discards it.

pub(super) mod decide;
pub(super) mod differences;
pub(super) mod files;
pub(super) mod lease;
pub(super) mod overlay;
pub(super) mod own;
pub(super) mod queue;
pub(super) mod record;
pub(super) mod settle;
pub(super) mod timed;
