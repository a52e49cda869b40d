//! Autotask's routes: a real server on loopback, a program that signs in as an API user.

mod conversation;
mod integration;
