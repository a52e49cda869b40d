//! Prepaid support contracts (1.4, 2.10): which contract covers a request, what happens to a request that none covers
//! yet, and how logged time is debited. Pure: the provider's day comes in, contracts and entries come in, answers go out.

pub mod coverage;
pub mod offered;
pub mod overlap;
pub mod search;
pub mod support;
pub mod validation;

pub use coverage::{Coverage, Debit, DebitKind, Entry, Ledger, TimeExpired};
pub use offered::NewContract;
pub use search::{Answer, Offer, Request, Validation, search};
pub use support::{Form, Scope, ScopeKind, State, SupportContract};

#[cfg(test)]
mod tests;
