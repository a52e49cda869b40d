//! The arguments of each act, and the act that they say.

mod course;
mod fields;
mod files;
mod words;

pub use course::{CompleteArguments, DeclineArguments, ReasonArguments, StatusArguments};
pub use fields::{AssignArguments, EditArguments, MoveArguments, PriorityArguments, SecondaryArguments};
pub(super) use files::checklist;
pub use files::{AttachArguments, TickArguments};
pub use words::{NoteArguments, TimeArguments};
