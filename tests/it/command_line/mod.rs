//! The command line, as the built program does it.

mod administration;
mod billing;
mod configuration;
mod doctor;
mod embedded;
mod files;
mod mistakes;
mod people;
pub mod program;
mod read_only;
mod serve;
mod tickets;
