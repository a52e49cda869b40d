//! Settings and paths: what a person wrote in files and on the command line, resolved once at the start.

pub mod document;
pub mod mistake;

pub use document::{Document, Entry, Table};
pub use mistake::Mistake;
