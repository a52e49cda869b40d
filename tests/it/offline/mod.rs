//! The copy and the server, with a line between them that breaks on command: whatever it does, no change is lost or
//! done twice, and in the end both are alike.

pub mod console;
mod files;
mod interleavings;
mod language;
mod leaving;
pub mod line;
mod pulling;
mod pushing;
mod read_only;
mod scene;

use console::Console;
use line::{Fault, Line};
