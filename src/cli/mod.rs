//! The command line: the console when nothing is said, the backend, and the console's lists and actions as plain text.
//! The only floor that may join all others: here console, local copy, embedded backend and network meet.

mod agreement;
pub mod args;
mod audit;
mod billing;
mod completions;
mod config;
mod connection;
mod console;
mod context;
mod database;
mod deactivated;
mod doctor;
mod embedded;
mod export;
mod failure;
mod import;
mod keys;
mod local_copy;
mod look;
mod man;
mod names;
mod progress;
mod prompt;
mod queue;
mod run;
mod serve;
mod session;
mod sign_in;
mod sign_out;
mod ticket;
mod user;

pub use args::{Arguments, Command, General};
pub use context::Context;
pub use failure::{Ended, Exit, Failure};
pub use run::run;
