//! The arithmetic of 2.9: its worked examples, its laws, and a recount of every licence-day.

mod automation;
mod corrections;
mod examples;
mod laws;
mod periods;
mod recount;
mod support;
