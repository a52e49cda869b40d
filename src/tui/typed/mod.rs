//! What people type into fields, read once for every form: moments ahead, and time spent.

pub mod day;
pub mod moment;
pub mod size;
pub mod work;
