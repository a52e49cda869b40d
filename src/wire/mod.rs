//! The HTTP contract, both directions of it: what bodies look like, and how refusals become answers. Server and
//! client import it, so that they can't disagree.

pub mod address;
pub mod autotask;
pub mod ext;
pub mod json;
pub mod page;
pub mod problem;
