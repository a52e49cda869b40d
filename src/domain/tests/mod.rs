//! The rules of `domain.md` 2.2 to 2.7, row by row. A file for each kind of rule; what they share is in `support`.

mod completion;
mod conversation;
mod creation;
mod disabling;
mod editing;
mod hand_over;
mod history;
mod notices;
mod permission;
mod properties;
mod stamps;
mod status;
mod steering;
mod support;
mod validation;
