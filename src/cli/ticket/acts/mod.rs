//! The arguments of each act, and the act that they say.

mod course;
mod fields;
mod words;

pub use course::{CompleteArguments, DeclineArguments, ReasonArguments, StatusArguments};
pub use fields::{AssignArguments, EditArguments, MoveArguments, PriorityArguments, SecondaryArguments};
pub use words::{NoteArguments, TimeArguments};
