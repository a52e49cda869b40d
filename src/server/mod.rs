//! The backend: routes ► operations ► store. A route decodes, makes one call and encodes; an operation is one use case
//! in one transaction; the store knows SQL. What the rules say stands in `domain` and is only asked here.

pub mod demo;
pub mod operations;
pub mod store;
pub mod visible;
