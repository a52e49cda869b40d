//! Billing: what recurring contracts come to, computed from histories whenever it is asked for; automation, closing and
//! invoices. Nothing here keeps an amount but what closing writes.
//!
//! The prices of blocks, retainers, tickets, set-up fees and subscriptions' periods are kept for Autotask's routes
//! alone. They are invoiced outside, so they stand on no invoice here, nor among what is not billed.

pub mod automation;
mod client;
pub mod closing;
mod corrections;
mod days;
mod differences;
mod events;
pub mod following;
mod histories;
pub mod invoices;
pub mod ledger;
mod overview;
pub mod page;
pub mod reserved;
pub mod segments;
pub(super) mod sold;
pub mod spells;
pub mod standing;
mod stored;
mod uncovered;
