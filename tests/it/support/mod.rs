//! A desk with a running server, and people who talk to it over HTTP: what tests of the API, of the offline console and
//! of the terminal share.

mod desk;
mod feed;
pub mod killed;
mod person;

pub use desk::{Desk, PASSWORD, accept_agreement};
pub use feed::Feed;
pub use person::{Answer, Person};
