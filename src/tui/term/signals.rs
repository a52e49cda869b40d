//! Signals as values for the console's loop.

use futures_util::FutureExt;
use std::io;
use tokio::signal::unix::{self, SignalKind};

/// What the system tells the process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    /// End at once: asked to (SIGTERM, SIGINT).
    Terminate,
    /// End at once: the line is gone (SIGHUP). The terminal takes nothing any more.
    HangUp,
    /// Stop, as Ctrl-Z asks for (SIGTSTP).
    Suspend,
    /// Let go on after a stop that nobody announced (SIGCONT): take the terminal again and draw it whole.
    Continue,
}

/// The signals that the console answers, from now on instead of what the system would do.
#[derive(Debug)]
pub struct Signals {
    terminate: unix::Signal,
    interrupt: unix::Signal,
    hang_up: unix::Signal,
    suspend: unix::Signal,
    go_on: unix::Signal,
}

impl Signals {
    /// Begins to listen.
    ///
    /// # Errors
    /// When the system lets no handler be set.
    pub fn new() -> io::Result<Self> {
        Ok(Self {
            terminate: unix::signal(SignalKind::terminate())?,
            interrupt: unix::signal(SignalKind::interrupt())?,
            hang_up: unix::signal(SignalKind::hangup())?,
            suspend: unix::signal(suspend_kind())?,
            go_on: unix::signal(SignalKind::from_raw(rustix::process::Signal::CONT.as_raw()))?,
        })
    }

    /// The next signal. Can be dropped and asked again without losing one.
    pub async fn next(&mut self) -> Signal {
        tokio::select! {
            biased;
            _ = self.hang_up.recv() => Signal::HangUp,
            _ = self.terminate.recv() => Signal::Terminate,
            _ = self.interrupt.recv() => Signal::Terminate,
            _ = self.suspend.recv() => Signal::Suspend,
            _ = self.go_on.recv() => Signal::Continue,
        }
    }

    /// Forgets stops that have been answered already: Ctrl-Z in the editor, and our own. Otherwise the console would
    /// stop a second time once it goes on.
    pub fn forget_stops(&mut self) {
        while has_come(&mut self.suspend) || has_come(&mut self.go_on) {}
    }
}

/// A signal that has come already, without waiting for one.
fn has_come(signal: &mut unix::Signal) -> bool {
    signal.recv().now_or_never().is_some()
}

/// What Ctrl-Z sends to programs that leave it to the terminal.
pub(super) fn suspend_kind() -> SignalKind {
    SignalKind::from_raw(rustix::process::Signal::TSTP.as_raw())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rustix::process::{Signal as Raw, getpid, kill_process};

    // No test here sends SIGTSTP: an editor that another test waits for would take it, and stop the whole test run.

    #[tokio::test]
    async fn signals_arrive_as_values_and_stops_can_be_forgotten() {
        let (mut signals, mut other) = (Signals::new().unwrap(), Signals::new().unwrap());
        for (raw, signal) in [
            (Raw::HUP, Signal::HangUp),
            (Raw::TERM, Signal::Terminate),
            (Raw::CONT, Signal::Continue),
        ] {
            kill_process(getpid(), raw).unwrap();
            assert_eq!(signals.next().await, signal);
            assert_eq!(other.next().await, signal);
        }
        kill_process(getpid(), Raw::CONT).unwrap();
        assert_eq!(other.next().await, Signal::Continue);
        signals.forget_stops();
        kill_process(getpid(), Raw::TERM).unwrap();
        assert_eq!(
            signals.next().await,
            Signal::Terminate,
            "the stop that was answered elsewhere is forgotten"
        );
    }
}
