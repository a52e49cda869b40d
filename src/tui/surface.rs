//! What the console writes to: a screen that is drawn, or lines that are said.

use super::app::App;
use super::draw::{self, Part};
use super::plain::Plain;
use super::term::Screen;
use ratatui::layout::Size;
use std::fs::File;
use std::io;

/// What the console writes to.
pub enum Surface {
    /// A screen.
    Drawn(Screen<File>),
    /// Lines.
    Plain(Plain<File>),
}

impl Surface {
    /// The terminal has another size. Gives back whether that means anything here.
    pub fn resize(&mut self, size: Size) -> bool {
        match self {
            Self::Drawn(screen) => {
                screen.resize(size);
                true
            }
            Self::Plain(_) => false,
        }
    }

    /// Forgets what was written: the next frame is whole.
    pub fn invalidate(&mut self) {
        match self {
            Self::Drawn(screen) => screen.invalidate(),
            Self::Plain(plain) => plain.invalidate(),
        }
    }

    /// Writes what differs, and gives back the bytes written.
    ///
    /// # Errors
    /// When the terminal doesn't take them.
    pub fn frame(&mut self, app: &App, part: Part) -> io::Result<usize> {
        match self {
            Self::Drawn(screen) => screen.frame(|buffer| draw::draw_part(app, part, buffer)),
            Self::Plain(plain) => plain.frame(app),
        }
    }

    /// Draws what will show before it does, so that the sentences and whatever else drawing needs are read while the
    /// first list is.
    pub fn rehearse(&mut self, app: &App) {
        match self {
            Self::Drawn(screen) => screen.rehearse(|buffer| draw::draw_part(app, Part::List, buffer)),
            Self::Plain(_) => {}
        }
    }

    /// Writes bytes that are no frame: a bell, a copied text.
    ///
    /// # Errors
    /// When the terminal doesn't take them.
    pub fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self {
            Self::Drawn(screen) => screen.send(bytes),
            Self::Plain(plain) => plain.send(bytes),
        }
    }
}
