//! The console: what stands on the screen, and what each key does.

pub mod app;
pub mod billing;
pub mod clipboard;
pub mod draw;
pub mod effect;
pub mod footer;
pub mod intent;
pub mod keymap;
pub mod layout;
pub mod r#loop;
pub mod msg;
pub mod overlays;
mod pace;
pub mod panes;
pub mod pictures;
pub mod place;
pub mod plain;
pub mod runner;
pub mod surface;
pub mod term;
pub mod theme;
pub mod tint;
pub mod typed;
pub mod widgets;
pub mod words;
