//! The terminal itself: its modes and how they are given back, frames written to it, signals, and the person's editor.
//!
//! Nothing here waits for the terminal to answer a question: over a bad line the answer may never come.

pub mod colours;
pub mod difference;
pub mod editor;
pub mod fitting;
pub mod guard;
pub mod pen;
pub mod screen;
pub mod scroll;
pub mod signals;

pub use editor::{Editor, EditorError};
pub use guard::Guard;
pub use screen::Screen;
pub use signals::{Signal, Signals};
