//! The console: what stands on the screen, and what each key does.

pub mod keymap;
pub mod theme;
