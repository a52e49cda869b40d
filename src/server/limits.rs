//! How much one client may take of the server, so that others don't notice.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use std::time::Duration;

/// Files besides connections that the process keeps open: the database's, the log's.
const OTHER_FILES: u64 = 128;

/// How much of the server one client may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How long a request may take, its body's way included, before it is answered as busy.
    pub request: Duration,
    /// How long a query from outside may run before it is stopped.
    pub query: Duration,
    /// How long a connection may be without the next request's head: longer than clients keep one they don't use.
    pub silence: Duration,
    /// How many connections there may be at a time.
    pub connections: usize,
    /// How long whoever a webhook sends to may take to answer.
    pub callout: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            request: Duration::from_secs(30),
            query: Duration::from_secs(5),
            silence: Duration::from_secs(95),
            connections: 10_000,
            callout: Duration::from_secs(10),
        }
    }
}

impl Limits {
    /// The bytes that the head of a request may have.
    pub const HEAD: usize = 64 * 1024;

    /// The connections for which this process has room, after asking the system for as many files as it allows.
    #[must_use]
    pub fn room(&self) -> usize {
        let allowed = getrlimit(Resource::Nofile);
        let wanted = Rlimit {
            current: allowed.maximum,
            ..allowed
        };
        // Where the system refuses, what it allowed before has to do.
        let files = match setrlimit(Resource::Nofile, wanted) {
            Ok(()) => allowed.maximum,
            Err(_) => allowed.current,
        };
        let room = files.map_or(u64::MAX, |files| files.saturating_sub(OTHER_FILES).max(1));
        usize::try_from(room).unwrap_or(usize::MAX).min(self.connections)
    }
}
