//! What a shared helpdesk is: pure rules, no async, no I/O, no clock. Everything that decides about tickets is here,
//! once, for the server, the local copy and the console's footer alike.

pub mod agreement;
pub mod attachment;
pub mod change;
pub mod checklist;
pub mod company;
pub mod completion;
pub mod contract;
pub mod conversation;
pub mod creation;
pub mod disabling;
pub mod editing;
pub mod facts;
mod guard;
pub mod hand_over;
pub mod history;
pub mod licence;
pub mod money;
pub mod note;
pub mod notice;
pub mod one_line;
pub mod outcome;
pub mod ownership;
pub mod permission;
pub mod person;

pub mod priority;
pub mod refusal;
pub mod secondary;
pub mod security_level;
pub mod side;
pub mod status_change;
pub mod statuses;
pub mod steering;
pub mod ticket;
pub mod time_entry;

pub use change::{Act, Change, Seen};
pub use facts::{Facts, Lookup};
pub use outcome::Outcome;
pub use person::{Actor, Agency, Person};
pub use priority::Priority;
pub use refusal::Refusal;
pub use security_level::SecurityLevel;
pub use side::Side;
pub use statuses::{Status, StatusKind, Statuses};
pub use ticket::{SideState, Ticket};

#[cfg(test)]
mod tests;
