//! The terminal's modes: alternate screen, raw input, bracketed paste. Whatever the way out (end, error, panic, signal,
//! stop), the terminal is given back as it was.

use crossterm::terminal::{disable_raw_mode, enable_raw_mode, is_raw_mode_enabled};
use rustix::process::Signal;
use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};
use std::io::{self, IsTerminal, Write};
use std::os::fd::AsFd;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// In which manner a terminal is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// A screen to draw on.
    Screen,
    /// A place for lines, one after the other.
    Lines,
    /// The same where no sequence is understood.
    BareLines,
}

impl Manner {
    fn enter(self) -> &'static [u8] {
        match self {
            Self::Screen => ENTER,
            Self::Lines => b"\x1b[?2004h",
            Self::BareLines => b"",
        }
    }

    fn leave(self) -> &'static [u8] {
        match self {
            Self::Screen => LEAVE,
            Self::Lines => b"\x1b[?2004l",
            Self::BareLines => b"",
        }
    }
}

/// Alternate screen, bracketed paste, no cursor.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?2004h\x1b[?25l";

/// Presses and the wheel, with columns beyond 223. Moves are not asked for: each would cost bytes on a slow line.
const HEAR_MOUSE: &[u8] = b"\x1b[?1000h\x1b[?1006h";

/// Ends what a frame may have begun, and takes back each mode, whether it was set or not. The screen is cleared before,
/// for terminals that have no other one to come back from.
const LEAVE: &[u8] = b"\x1b[?2026l\x1b[m\x1b[r\x1b[2J\x1b[H\x1b[?1006l\x1b[?1000l\x1b[?2004l\x1b[?25h\x1b[?1049l";

/// A line of at most so many bits a second is slow enough to be paced.
const SLOW: u32 = 19_200;

/// What the terminal is to do with the mouse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mouse {
    /// As it does by itself: selecting text.
    LeftAlone,
    /// Presses and the wheel come to the console.
    Heard,
}

/// Whether there is a terminal to take: one that keys come from, and that is written to.
#[must_use]
pub fn is_there() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// The terminal while the console has it. Dropping it gives the terminal back.
#[derive(Debug)]
pub struct Guard {
    manner: Manner,
    is_entered: Arc<AtomicBool>,
    mouse: Mouse,
}

impl Guard {
    /// Takes the terminal. From here on a panic gives it back before anything is printed about it.
    ///
    /// # Errors
    /// When the terminal can't be put into raw mode: where there is none, or it is gone.
    pub fn enter(manner: Manner, mouse: Mouse) -> io::Result<Self> {
        let guard = Self {
            manner,
            is_entered: Arc::new(AtomicBool::new(false)),
            mouse,
        };
        guard.leave_on_panic();
        guard.reenter()?;
        Ok(guard)
    }

    /// Takes the terminal again, after the editor or a stop. What stands on the screen is unknown then.
    ///
    /// # Errors
    /// When the terminal can't be put into raw mode.
    pub fn reenter(&self) -> io::Result<()> {
        self.is_entered.store(true, Ordering::SeqCst);
        take_raw_mode()?;
        write(self.manner.enter())?;
        match self.mouse {
            Mouse::LeftAlone => Ok(()),
            Mouse::Heard => write(HEAR_MOUSE),
        }
    }

    /// Gives the terminal back for a while: before the editor, before a stop.
    pub fn leave(&self) {
        leave(self.manner, &self.is_entered);
    }

    /// Whether the console has the terminal. False after a panic in whatever thread: the console must end then.
    #[must_use]
    pub fn is_entered(&self) -> bool {
        self.is_entered.load(Ordering::SeqCst)
    }

    /// Gives the terminal back, stops the process as the shell's Ctrl-Z would, and takes the terminal again once the
    /// shell lets it go on. The whole process group stops, so that a wrapping script stops too.
    ///
    /// # Errors
    /// When the process can't be stopped, or the terminal can't be taken again.
    pub fn suspend(&self) -> io::Result<()> {
        self.leave();
        rustix::process::kill_current_process_group(Signal::STOP)?;
        self.reenter()
    }

    fn leave_on_panic(&self) {
        let (manner, is_entered) = (self.manner, Arc::clone(&self.is_entered));
        let print = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            leave(manner, &is_entered);
            print(panic);
        }));
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        self.leave();
    }
}

/// The terminal's own output speed in bits a second, where it is a slow line's.
#[must_use]
pub fn slow_line() -> Option<u32> {
    let speed = rustix::termios::tcgetattr(io::stdout().as_fd()).ok()?.output_speed();
    (1..=SLOW).contains(&speed).then_some(speed)
}

/// The terminal's output without a buffer of its own, so that a frame is one write.
///
/// # Errors
/// When the output can't be duplicated.
pub fn output() -> io::Result<std::fs::File> {
    Ok(std::fs::File::from(io::stdout().as_fd().try_clone_to_owned()?))
}

/// Once for each time it was taken. After a hang-up nothing can be given back any more, and nobody is there to be told.
fn leave(manner: Manner, is_entered: &AtomicBool) {
    if is_entered.swap(false, Ordering::SeqCst) {
        let _ = write(manner.leave());
        let _ = disable_raw_mode();
    }
}

fn write(bytes: &[u8]) -> io::Result<()> {
    let mut out = output()?;
    out.write_all(bytes)?;
    out.flush()
}

/// Raw mode, set anew where it is taken for set: while we were stopped, someone else may have changed it. Not by way of
/// the usual mode, in which a key that comes at that moment would be read as part of a line.
fn take_raw_mode() -> io::Result<()> {
    if !is_raw_mode_enabled()? {
        return enable_raw_mode();
    }
    let input = io::stdin();
    let mut modes = tcgetattr(&input)?;
    modes.make_raw();
    Ok(tcsetattr(&input, OptionalActions::Now, &modes)?)
}
