//! A program in a pty, measured from outside: when each piece of what it writes arrives, and what the system counts for
//! its process.

use super::{Outcome, process};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rand::RngExt as _;
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// What the console is left with.
pub const LEAVE: &str = "\u{3}";
/// Begins each frame of a program that marks them.
const FRAME: &[u8] = b"\x1b[?2026h";
/// An answer is over when nothing comes for so long.
const QUIET: Duration = Duration::from_millis(40);
/// Longer takes nothing, not even a first copy of the largest desk.
const PATIENCE: Duration = Duration::from_secs(1_800);

/// The columns and rows of every measure that names no others.
pub const SIZE: (u16, u16) = (120, 40);

/// A program in a terminal.
pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    process: u32,
    keyboard: Box<dyn Write + Send>,
    written: Arc<Written>,
    emulator: vt100::Parser,
    /// How much of what was written the emulator has.
    emulated: usize,
    started: Instant,
    _master: Box<dyn MasterPty + Send>,
}

/// What the program wrote.
#[derive(Default)]
struct Written {
    so_far: Mutex<SoFar>,
    more: Condvar,
}

#[derive(Default)]
struct SoFar {
    bytes: Vec<u8>,
    /// When each piece came, and where it ends.
    pieces: Vec<(Instant, usize)>,
}

/// What a key was answered with.
#[derive(Clone, Copy, Debug)]
pub struct Answer {
    /// From the key to the last byte.
    pub settled: Duration,
    /// All that was written.
    pub bytes: usize,
    /// Frames, of a program that marks them.
    pub frames: usize,
}

/// What the system counted for a process.
#[derive(Clone, Copy, Debug)]
pub struct Counted {
    /// Time on a processor.
    pub worked: Duration,
    /// How often one of its threads waited for something.
    pub waits: u64,
}

impl Written {
    fn so_far(&self) -> MutexGuard<'_, SoFar> {
        self.so_far.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn follow(&self, mut output: impl Read) {
        let mut bytes = [0; 16_384];
        while let Ok(count @ 1..) = output.read(&mut bytes) {
            let now = Instant::now();
            let mut so_far = self.so_far();
            so_far.bytes.extend_from_slice(&bytes[..count]);
            let end = so_far.bytes.len();
            so_far.pieces.push((now, end));
            self.more.notify_all();
        }
    }
}

impl Terminal {
    /// Starts a program with these variables and no others.
    pub fn start(
        program: &Path,
        arguments: &[&str],
        variables: &[(&str, String)],
        (columns, rows): (u16, u16),
    ) -> Outcome<Self> {
        let size = PtySize {
            rows,
            cols: columns,
            ..PtySize::default()
        };
        let pair = native_pty_system().openpty(size)?;
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.env_clear();
        for (name, value) in variables {
            command.env(name, value);
        }
        let output = pair.master.try_clone_reader()?;
        let written = Arc::new(Written::default());
        let reads = Arc::clone(&written);
        std::thread::spawn(move || reads.follow(output));
        let keyboard = pair.master.take_writer()?;
        let started = Instant::now();
        let child = pair.slave.spawn_command(command)?;
        let cells = |count: u16| NonZero::new(count).ok_or("a terminal has a size");
        Ok(Self {
            process: child.process_id().ok_or("the program has no process")?,
            child,
            keyboard,
            written,
            emulator: vt100::Parser::new(cells(rows)?, cells(columns)?, 0),
            emulated: 0,
            started,
            _master: pair.master,
        })
    }

    /// Waits until the screen shows this: how long after the start that was, and with how many bytes.
    pub fn wait_for(&mut self, text: &str) -> Outcome<(Duration, usize)> {
        let at = self.wait_until(|terminal| terminal.text().contains(text));
        let at = at.map_err(|screen| format!("{text:?} doesn't come:\n{screen}"))?;
        Ok((at.saturating_duration_since(self.started), self.emulated))
    }

    /// Waits until it is so, and gives back when the piece came that made it so. What of a piece belongs to a later frame
    /// is left for the next time.
    ///
    /// # Errors
    /// With what the screen shows, where it doesn't become so.
    pub fn wait_until(&mut self, is_so: impl Fn(&Self) -> bool) -> Outcome<Instant> {
        let end = Instant::now() + PATIENCE;
        if is_so(self) {
            return Ok(Instant::now());
        }
        while Instant::now() < end {
            for (at, piece) in self.next_pieces() {
                for frame in frames(&piece) {
                    self.emulator.process(frame);
                    self.emulated += frame.len();
                    if is_so(self) {
                        return Ok(at);
                    }
                }
            }
        }
        Err(self.text().into())
    }

    /// What the emulator hasn't had yet, after a wait where there is nothing.
    fn next_pieces(&self) -> Vec<(Instant, Vec<u8>)> {
        let mut so_far = self.written.so_far();
        if so_far.bytes.len() == self.emulated {
            let waited = self.written.more.wait_timeout(so_far, QUIET);
            so_far = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        let mut from = self.emulated;
        let new: Vec<_> = so_far.pieces.iter().filter(|(_, end)| *end > self.emulated).collect();
        new.into_iter()
            .map(|(at, end)| (*at, so_far.bytes[std::mem::replace(&mut from, *end)..*end].to_vec()))
            .collect()
    }

    /// What the screen shows, as far as it was looked at.
    pub fn text(&self) -> String {
        self.emulator.screen().contents()
    }

    /// Bytes written so far.
    pub fn written(&self) -> usize {
        self.written.so_far().bytes.len()
    }

    /// What was written from there on, piece by piece.
    pub fn pieces_from(&self, from: usize) -> Vec<(Instant, usize)> {
        let so_far = self.written.so_far();
        let mut before = from;
        let pieces = so_far.pieces.iter().filter(|(_, end)| *end > from);
        pieces
            .map(|(at, end)| (*at, end - std::mem::replace(&mut before, *end)))
            .collect()
    }

    /// Writes bytes as keys do.
    pub fn send(&mut self, keys: &str) -> Outcome<()> {
        self.keyboard.write_all(keys.as_bytes())?;
        Ok(self.keyboard.flush()?)
    }

    /// Waits until nothing has come for a moment.
    pub fn settle(&self) {
        self.quiet_after(Instant::now());
    }

    /// The last piece after this moment, once nothing more comes; none where nothing came for long.
    fn quiet_after(&self, begun: Instant) -> Option<Instant> {
        let mut so_far = self.written.so_far();
        loop {
            let last = so_far.pieces.last().map(|(at, _)| *at).filter(|at| *at > begun);
            let end = last.map_or(begun + QUIET * 5, |last| last + QUIET);
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return last;
            }
            let waited = self.written.more.wait_timeout(so_far, left);
            so_far = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Presses a key and waits until the answer is over.
    pub fn press(&mut self, key: &str) -> Outcome<Answer> {
        let before = self.written();
        let begun = Instant::now();
        self.send(key)?;
        let last = self.quiet_after(begun);
        let so_far = self.written.so_far();
        let new = &so_far.bytes[before..];
        Ok(Answer {
            settled: last.map_or(Duration::ZERO, |last| last - begun),
            bytes: new.len(),
            frames: new.windows(FRAME.len()).filter(|bytes| *bytes == FRAME).count(),
        })
    }

    /// Presses keys one after the other, at least 60 ms apart and never in step with anything.
    pub fn press_each<'a>(&mut self, keys: impl IntoIterator<Item = &'a str>) -> Outcome<Vec<Answer>> {
        let mut answers = Vec::new();
        for key in keys {
            std::thread::sleep(Duration::from_millis(rand::rng().random_range(20..45)));
            answers.push(self.press(key)?);
        }
        Ok(answers)
    }

    /// Presses this key, which ends the program, and waits until it has.
    pub fn leave(mut self, key: &str) -> Outcome<()> {
        self.send(key)?;
        self.child.wait()?;
        Ok(())
    }

    /// What the system has counted for the process so far.
    pub fn counted(&self) -> Outcome<Counted> {
        let mut counted = Counted {
            worked: Duration::ZERO,
            waits: 0,
        };
        for task in std::fs::read_dir(format!("/proc/{}/task", self.process))? {
            let task = task?.path();
            let scheduled = std::fs::read_to_string(task.join("schedstat"))?;
            let nanos = scheduled.split(' ').next().unwrap_or_default().parse()?;
            counted.worked += Duration::from_nanos(nanos);
            let status = std::fs::read_to_string(task.join("status"))?;
            counted.waits += process::counted(&status, "voluntary_ctxt_switches:")?;
        }
        Ok(counted)
    }

    /// Its resident memory, in MiB.
    pub fn memory(&self) -> Outcome<f64> {
        Ok(process::memory(self.process)?.0)
    }
}

/// A piece cut before each frame that begins in it.
fn frames(piece: &[u8]) -> Vec<&[u8]> {
    let begins = (1..piece.len()).filter(|at| piece[*at..].starts_with(FRAME));
    let ends: Vec<usize> = begins.chain([piece.len()]).collect();
    let begins = [0].into_iter().chain(ends.iter().copied());
    begins.zip(&ends).map(|(begin, end)| &piece[begin..*end]).collect()
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // It has ended already, or ends now.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
