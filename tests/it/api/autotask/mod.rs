//! Autotask's routes: a real server on loopback, a program that signs in as an API user.

mod access;
mod administrative;
mod contracts;
mod conversation;
mod debits;
mod information;
mod integration;
mod lenient;
mod organisations;
mod paging;
mod query;
mod rules;
mod tables;
mod thresholds;
mod tickets;
mod time_entries;
mod visibility;
