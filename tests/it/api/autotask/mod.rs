//! Autotask's routes: a real server on loopback, a program that signs in as an API user.

mod access;
mod administrative;
mod conversation;
mod information;
mod integration;
mod organisations;
mod paging;
mod query;
mod rules;
mod tickets;
mod time_entries;
mod visibility;
