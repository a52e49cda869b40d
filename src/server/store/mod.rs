//! The server's database: SQL in, rows and domain types out. One thread writes, a few connections read.

pub mod agreements;
pub mod audit_log;
mod database;
mod error;
pub mod feed;
mod ids;
pub mod migrations;
pub mod rows;
pub mod seed;
mod tickets;
pub mod webhook_queue;
pub mod words;
pub mod writer;
mod writing;
pub mod zones;

pub use database::Database;
pub use error::StoreError;
pub use seed::Instance;
pub use writing::{Author, Watched, Writing};
