//! The backend: routes ► operations ► store. A route decodes, makes one call and encodes; an operation is one use case
//! in one transaction; the store knows SQL. What the rules say stands in `domain` and is only asked here.

mod allowances;
mod auth;
mod backend;
mod callouts;
mod connections;
pub mod demo;
pub mod destinations;
mod disguise;
mod feed;
mod limits;
mod listen;
mod openapi;
pub mod operations;
pub mod reader;
mod routes;
pub mod store;
mod throttle;
pub mod visible;

pub use limits::Limits;
pub use listen::{Plaintext, RunningServer, Server, Settings, StartError, Tls, check_plaintext};
pub use operations::Operations;
