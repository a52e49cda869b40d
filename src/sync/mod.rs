//! The joint between the local copy and the server: pulls what the server says, pushes what the person did, without
//! end and whatever the line does. Deciding (`decide.rs`, pure) is split from doing.

mod administer;
mod decide;
mod details;
pub mod download;
mod error;
mod fetch;
mod follow;
mod line;
mod news;
mod pull;
mod push;
mod session;
mod upload;

pub use administer::NotDone;
pub use error::SyncError;
pub use news::{News, Settled};
pub use session::Session;
