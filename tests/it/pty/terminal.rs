//! A terminal as a person sits at it: the built program in a pty, and an emulator that shows what the program wrote.

use super::Home;
use super::home::program;
use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process, kill_process_group, waitid};
use std::io::{Read, Write};
use std::num::NonZero;
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

/// Longer takes nothing, however loaded the machine is.
const PATIENCE: Duration = Duration::from_secs(30);
/// So often one looks for what no screen tells.
const LOOK: Duration = Duration::from_millis(20);

/// Asks again and again, with something to wait for in between, until it is so or patience ends.
pub fn patiently(mut is_so: impl FnMut() -> bool, mut pause: impl FnMut(Duration)) -> Result<(), ()> {
    let end = Instant::now() + PATIENCE;
    while !is_so() {
        if Instant::now() > end {
            return Err(());
        }
        pause(LOOK);
    }
    Ok(())
}

/// A terminal in which the program runs.
pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    process: Pid,
    /// None once the line is cut.
    master: Option<Box<dyn MasterPty + Send>>,
    keyboard: Box<dyn Write + Send>,
    shown: Arc<Shown>,
    /// The modes of the line before the program had it.
    modes: String,
}

/// What the program wrote, as the emulator shows it.
struct Shown {
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    emulator: vt100::Parser,
    /// Every byte so far.
    written: Vec<u8>,
    /// Nobody has the terminal any more.
    is_over: bool,
    /// Nobody shall read what is written any more.
    is_cut: bool,
    /// What was heard already.
    heard: usize,
}

impl Terminal {
    /// The console of this home.
    pub fn start(home: &Home, columns: u16, rows: u16) -> Self {
        Self::start_with(home, columns, rows, &[])
    }

    /// The program with these arguments.
    pub fn start_with(home: &Home, columns: u16, rows: u16, arguments: &[&str]) -> Self {
        Self::run(home, columns, rows, program().to_str().unwrap(), arguments)
    }

    /// Any program.
    pub fn run(home: &Home, columns: u16, rows: u16, program: &str, arguments: &[&str]) -> Self {
        let pair = native_pty_system().openpty(size(columns, rows)).unwrap();
        let modes = format!("{:?}", pair.master.get_termios());
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.env_clear();
        for (name, value) in home.variables() {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        let [high, wide] = [rows, columns].map(|cells| NonZero::new(cells).unwrap());
        let shown = Arc::new(Shown {
            state: Mutex::new(State {
                emulator: vt100::Parser::new(high, wide, 0),
                written: Vec::new(),
                is_over: false,
                is_cut: false,
                heard: 0,
            }),
            changed: Condvar::new(),
        });
        let output = pair.master.try_clone_reader().unwrap();
        let screen = Arc::clone(&shown);
        std::thread::spawn(move || screen.follow(output));
        let process = i32::try_from(child.process_id().unwrap()).unwrap();
        Self {
            process: Pid::from_raw(process).unwrap(),
            child,
            keyboard: pair.master.take_writer().unwrap(),
            master: Some(pair.master),
            shown,
            modes,
        }
    }

    /// Presses keys, written as in keymap files with spaces between them.
    pub fn press(&mut self, keys: &str) {
        let bytes: Vec<u8> = keys.split(' ').flat_map(bytes_of).collect();
        self.send(&bytes);
    }

    /// Types a text; a new line is Enter.
    pub fn types(&mut self, text: &str) {
        self.send(text.replace('\n', "\r").as_bytes());
    }

    /// Whether the program has asked to be told of the mouse.
    pub fn tells_of_mouse(&self) -> bool {
        let state = self.shown.state.lock().unwrap();
        state.emulator.screen().mouse_protocol_mode() != vt100::MouseProtocolMode::None
    }

    /// Presses and lets go of the mouse where this stands on the screen.
    #[track_caller]
    pub fn click(&mut self, on: &str) {
        let shown = self.text();
        let found = shown
            .lines()
            .enumerate()
            .find_map(|(row, line)| Some((line.split_once(on)?.0.chars().count() + 1, row + 1)));
        let (column, row) = found.unwrap_or_else(|| panic!("no {on} on\n{shown}"));
        assert!(self.tells_of_mouse(), "nobody asked for the mouse");
        let encoding = self
            .shown
            .state
            .lock()
            .unwrap()
            .emulator
            .screen()
            .mouse_protocol_encoding();
        assert_eq!(encoding, vt100::MouseProtocolEncoding::Sgr);
        self.send(format!("\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m").as_bytes());
    }

    fn send(&mut self, bytes: &[u8]) {
        self.keyboard.write_all(bytes).unwrap();
        self.keyboard.flush().unwrap();
    }

    /// The window gets another size.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        let [high, wide] = [rows, columns].map(|cells| NonZero::new(cells).unwrap());
        self.shown
            .state
            .lock()
            .unwrap()
            .emulator
            .screen_mut()
            .set_size(high, wide);
        let master = self.master.as_ref().expect("the line is cut");
        master.resize(size(columns, rows)).unwrap();
    }

    /// Sends the program a signal.
    pub fn signal(&self, signal: Signal) {
        kill_process(self.process, signal).unwrap();
    }

    /// Sends a signal to the program and all that it started.
    pub fn signal_group(&self, signal: Signal) {
        kill_process_group(self.process, signal).unwrap();
    }

    /// The line is cut, as when a connection breaks: nobody is at the terminal any more. Waits for the program's end.
    #[track_caller]
    pub fn hang_up(mut self) {
        self.shown.state.lock().unwrap().is_cut = true;
        // Whoever reads sees that at the next byte.
        self.press("ctrl-l");
        self.wait("read no more", |terminal| terminal.shown.state.lock().unwrap().is_over);
        self.keyboard = Box::new(std::io::sink());
        self.master = None;
        let ended = patiently(|| self.child.try_wait().unwrap().is_some(), std::thread::park_timeout);
        ended.expect("the console ends with its line");
    }

    /// Everything that was written.
    pub fn written(&self) -> Vec<u8> {
        self.shown.state.lock().unwrap().written.clone()
    }

    /// Waits until this was written after what was heard last.
    #[track_caller]
    pub fn hear(&self, text: &str) {
        self.hear_all(&[text]);
    }

    /// Waits until all of this was written after what was heard last, in whatever order.
    #[track_caller]
    pub fn hear_all(&self, texts: &[&str]) {
        self.wait(&format!("heard: {}", texts.join(", ")), |terminal| {
            let mut state = terminal.shown.state.lock().unwrap();
            let new = String::from_utf8_lossy(&state.written[state.heard..]).into_owned();
            let ends: Option<Vec<usize>> = texts
                .iter()
                .map(|text| new.find(text).map(|at| at + text.len()))
                .collect();
            state.heard += ends.iter().flatten().max().unwrap_or(&0);
            ends.is_some()
        });
    }

    /// What the screen shows.
    pub fn text(&self) -> String {
        self.shown.state.lock().unwrap().emulator.screen().contents()
    }

    /// Waits until the screen shows this.
    #[track_caller]
    pub fn wait_for(&self, text: &str) {
        self.wait_for_all(&[text]);
    }

    /// Waits until the screen shows all of this at once.
    #[track_caller]
    pub fn wait_for_all(&self, texts: &[&str]) {
        self.wait(&format!("shown: {texts:?}"), |terminal| {
            let shown = terminal.text();
            texts.iter().all(|text| shown.contains(text))
        });
    }

    /// What stands behind a word on the screen, once it is so long.
    #[track_caller]
    pub fn wait_behind(&self, word: &str, letters: usize) -> String {
        let behind = |terminal: &Self| {
            let text = terminal.text();
            let line = text.lines().find_map(|line| Some(line.split_once(word)?.1.to_owned()));
            let line = line.unwrap_or_default();
            line.trim_end_matches(['│', ' ']).trim().to_owned()
        };
        let what = format!("shown: {letters} letters behind {word}");
        self.wait(&what, |terminal| behind(terminal).chars().count() == letters);
        behind(self)
    }

    /// Waits until the screen shows this no more.
    #[track_caller]
    pub fn wait_until_gone(&self, text: &str) {
        self.wait(&format!("gone: {text}"), |terminal| !terminal.text().contains(text));
    }

    /// Waits until the program is stopped, as the shell's Ctrl-Z stops it.
    #[track_caller]
    pub fn wait_until_stopped(&self) {
        let options = WaitIdOptions::STOPPED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
        self.wait(
            "stopped",
            |terminal| matches!(waitid(WaitId::Pid(terminal.process), options), Ok(Some(status)) if status.stopped()),
        );
    }

    /// Waits until the program has ended by itself.
    #[track_caller]
    pub fn wait_until_over(&mut self) -> ExitStatus {
        self.wait("over", |terminal| terminal.shown.state.lock().unwrap().is_over);
        self.child.wait().unwrap()
    }

    #[track_caller]
    fn wait(&self, what: &str, is_so: impl Fn(&Self) -> bool) {
        let outcome = patiently(
            || is_so(self),
            |pause| {
                let state = self.shown.state.lock().unwrap();
                let _state = self.shown.changed.wait_timeout(state, pause).unwrap();
            },
        );
        if outcome.is_err() {
            panic!("not {what} after {PATIENCE:?}; the screen:\n{}", self.text());
        }
    }

    /// Fails unless the terminal is as it was before the program had it.
    #[track_caller]
    pub fn assert_given_back(&self) {
        assert_eq!(
            format!("{:?}", self.master.as_ref().expect("the line is cut").get_termios()),
            self.modes,
            "the line's modes"
        );
        let state = self.shown.state.lock().unwrap();
        let screen = state.emulator.screen();
        assert!(!screen.alternate_screen(), "still on the alternate screen");
        assert!(!screen.hide_cursor(), "the cursor is hidden");
        assert!(!screen.bracketed_paste(), "pastes still arrive in brackets");
        assert!(
            !screen.application_cursor() && !screen.application_keypad(),
            "keys are changed"
        );
        assert_eq!(
            screen.mouse_protocol_mode(),
            vt100::MouseProtocolMode::None,
            "the mouse is taken"
        );
        let last = |bytes: &[u8]| state.written.windows(bytes.len()).rposition(|window| window == bytes);
        assert!(last(b"\x1b[?2026l") >= last(b"\x1b[?2026h"), "a frame is left open");
    }

    /// The program is gone at once, without any chance to tidy up.
    pub fn kill(mut self) {
        self.signal(Signal::KILL);
        self.child.wait().unwrap();
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // It has ended already, or ends now.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Shown {
    fn follow(&self, mut output: impl Read) {
        let mut bytes = [0; 8192];
        while let Ok(count @ 1..) = output.read(&mut bytes) {
            let mut state = self.state.lock().unwrap();
            state.emulator.process(&bytes[..count]);
            state.written.extend_from_slice(&bytes[..count]);
            self.changed.notify_all();
            if state.is_cut {
                break;
            }
        }
        self.state.lock().unwrap().is_over = true;
        self.changed.notify_all();
    }
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    }
}

/// What a terminal sends for a key.
fn bytes_of(key: &str) -> Vec<u8> {
    match key {
        "enter" => b"\r".to_vec(),
        "esc" => b"\x1b".to_vec(),
        "tab" => b"\t".to_vec(),
        "space" => b" ".to_vec(),
        "up" => b"\x1b[A".to_vec(),
        "down" => b"\x1b[B".to_vec(),
        "backspace" => b"\x7f".to_vec(),
        _ => match key.strip_prefix("ctrl-").map(str::as_bytes) {
            Some([letter]) => vec![letter & 0x1f],
            _ => key.as_bytes().to_vec(),
        },
    }
}
