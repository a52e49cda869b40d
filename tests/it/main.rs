//! The one integration binary: what is proven from outside.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says by failing that what it expects isn't so"
)]

mod api;
mod cases;
mod command_line;
mod console;
mod docs;
mod export;
mod floors;
mod import;
mod offline;
mod pty;
mod sentences;
mod support;
