//! Autotask's routes: a real server on loopback, a program that signs in as an API user.

mod access;
mod administrative;
mod attachments;
mod contracts;
mod conversation;
mod debits;
mod desk_setup;
mod fields;
mod information;
pub mod integration;
mod lenient;
mod organisations;
mod paging;
mod parts;
mod picklists;
mod portal_users;
mod query;
mod rules;
mod stored;
mod tables;
mod thresholds;
mod tickets;
mod time_entries;
mod user_defined;
mod visibility;
mod webhooks;

pub use integration::Integration;
