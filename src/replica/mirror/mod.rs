//! The mirror: the entities as the server last said, with unsent changes laid over them. All of it can be fetched
//! again. What screens show of it is made here, a window at a time.

pub(super) mod conversation;
pub(super) mod counts;
pub(super) mod directory;
pub(super) mod facts;
pub(super) mod lines;
pub(super) mod lists;
pub(super) mod names;
pub(super) mod notifications;
mod order;
mod order_index;
pub(super) mod related;
pub(super) mod rows;
mod section;
pub(super) mod take;
pub(super) mod tickets;
pub(super) mod unread;
pub(super) mod window;
pub(super) mod words;
