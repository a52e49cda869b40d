//! Why a command ends without success: one sentence that says what to do next, and an exit code for scripts.

use std::fmt;
use std::process::ExitCode;

/// How a command ends; the numbers are part of the command line's contract (`tandem --help`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// A file, a database, or the network in an unexpected way.
    Failed = 1,
    /// The command line can't be understood.
    Usage = 2,
    /// The rules refused.
    Refused = 3,
    /// Absent or invisible.
    NotFound = 4,
    /// The server doesn't answer.
    NoAnswer = 5,
    /// Nobody is signed in.
    SignInNeeded = 6,
    /// Somebody else changed the ticket meanwhile.
    Stale = 7,
}

/// The end of a command that did not do what it should.
#[derive(Debug)]
pub struct Failure {
    /// For scripts.
    pub exit: Exit,
    /// For people; empty where whoever reads has gone away.
    pub sentence: String,
}

/// What a command comes to.
pub type Ended<T = ()> = Result<T, Failure>;

impl Failure {
    /// An end with this sentence.
    #[must_use]
    pub fn new(exit: Exit, sentence: impl Into<String>) -> Self {
        Self {
            exit,
            sentence: sentence.into(),
        }
    }

    /// Something failed that is nobody's decision: the error says what.
    #[must_use]
    pub fn of(error: &impl fmt::Display) -> Self {
        Self::new(Exit::Failed, error.to_string())
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Writing the output failed. Whoever closed the pipe has read enough and wants no complaint.
impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::BrokenPipe => Self::new(Exit::Failed, ""),
            _ => Self::of(&error),
        }
    }
}
