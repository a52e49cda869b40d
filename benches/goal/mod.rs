//! What a bench should be: it fails where what it measured is not.

use std::error::Error;
use std::fmt;

/// What was measured short of its goal so far.
#[derive(Debug, Default)]
pub struct Goals(Vec<String>);

impl Goals {
    /// Notes what was measured, and what should have been.
    pub fn miss(&mut self, what: String) {
        self.0.push(what);
    }

    /// Whether all were met.
    ///
    /// # Errors
    /// Those that were missed.
    pub fn verdict(self) -> Result<(), Missed> {
        match self.0.is_empty() {
            true => Ok(()),
            false => Err(Missed(self.0)),
        }
    }
}

/// The goals that were missed, one a line; also where `main` ends with it, which shows the `Debug` form.
pub struct Missed(Vec<String>);

impl Error for Missed {}

impl fmt::Display for Missed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("\n"))
    }
}

impl fmt::Debug for Missed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "missed:\n{self}")
    }
}
