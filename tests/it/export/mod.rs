//! Getting a desk out, and into another one.

mod command;
mod round_trip;
