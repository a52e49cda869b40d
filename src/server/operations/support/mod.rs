//! Prepaid support contracts (2.10): searched when a request enters the provider's side, debited when time is logged,
//! activated and approved by administrators, started by the calendar. What follows is decided in `domain::contract`.

pub mod activation;
mod approval;
pub mod contracts;
pub mod coverage;
pub mod debit;
mod held;
pub mod making;
mod naming;
pub mod refused;
pub mod reminder;
pub mod request;
pub mod search;
pub mod settings;
pub mod taking;
pub mod tick;

pub use approval::{approve, enable_now};
pub use held::contract_changed;
pub use making::{check_overlap, cover_request};
