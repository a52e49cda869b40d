//! What people type into fields, read once for every form: moments ahead, and time spent.

pub mod moment;
pub mod work;
