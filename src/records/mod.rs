//! The bridge between rows of the entity tables and the domain's types: the server's store and the local copy both
//! cross it, so that a rule sees the same ticket on either machine.

pub mod administration;
pub mod attachment;
pub mod contract;
pub mod directory;
pub mod drafts;
pub mod history;
pub mod note;
pub mod own_time;
pub mod seen;
pub mod ticket;
pub mod time_entry;
pub mod views;
pub mod windows;
