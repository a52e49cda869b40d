//! The command line: the console when nothing is said, the backend, and the console's lists and actions as plain text.
//! The only floor that may join all others: here console, local copy, embedded backend and network meet.

mod args;
mod context;
mod database;
mod failure;
mod progress;
mod prompt;
mod run;
mod serve;
mod user;

pub use args::{Arguments, Command, General};
pub use context::Context;
pub use failure::{Ended, Exit, Failure};
pub use run::run;
