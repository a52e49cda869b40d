//! A server of one's own that is killed and comes back: reading goes on, what was written meanwhile arrives once.

use super::home::notes;
use super::working::open;
use super::{Home, Terminal};
use std::io::{BufRead as _, BufReader, Read, Write as _};
use std::process::{Child, Stdio};
use std::sync::mpsc;

const TITLE: &str = "Printer on 3rd floor prints blank pages";

/// `tandem serve` with the demo desk, as a process of its own.
pub struct Serving {
    process: Child,
    pub url: String,
}

impl Serving {
    /// Starts it; what it says on its error output is given to whoever wants the password.
    pub fn start(home: &Home, listen: &str) -> (Self, mpsc::Receiver<String>) {
        let database = format!("sqlite:{}", home.path("desk.db").display());
        let arguments = ["serve", "--listen", listen, "--database", &database, "--demo"];
        let mut command = home.command(&arguments);
        let mut process = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let notes = lines(process.stderr.take().unwrap());
        let said = lines(process.stdout.take().unwrap());
        let listening = said.recv().expect("the server starts");
        let url = listening.split_whitespace().last().unwrap().to_owned();
        assert!(url.starts_with("http://127.0.0.1:"), "{listening}");
        (Self { process, url }, notes)
    }

    /// The demo's administrator and the password that the server showed.
    pub fn administrator(notes: &mpsc::Receiver<String>) -> (String, String) {
        let shown = notes.iter().find(|line| line.contains("with the password")).unwrap();
        let words: Vec<&str> = shown.split_whitespace().collect();
        let after = |word| words[words.iter().position(|other| *other == word).unwrap() + 1].to_owned();
        (after("as"), after("password"))
    }

    fn kill(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // It may have been killed already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn lines(output: impl Read + Send + 'static) -> mpsc::Receiver<String> {
    let (send, receive) = mpsc::channel();
    std::thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            // Read on even where nobody listens any more, or the server would wait.
            let _ = send.send(line);
        }
    });
    receive
}

/// Signs the demo's administrator in with the password that the server showed.
pub fn sign_in(home: &Home, url: &str, notes: &mpsc::Receiver<String>) {
    let (name, password) = Serving::administrator(notes);
    let mut command = home.command(&["--server", url, "sign-in", &name]);
    let mut process = command.stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
    writeln!(process.stdin.take().unwrap(), "{password}").unwrap();
    assert!(process.wait().unwrap().success());
}

#[test]
fn a_dead_server_stops_neither_reading_nor_writing_and_gets_everything_once() {
    let home = Home::empty();
    let (mut server, notes_of_server) = Serving::start(&home, "127.0.0.1:0");
    let url = server.url.clone();
    sign_in(&home, &url, &notes_of_server);
    let at = ["--server", url.as_str()];
    let mut terminal = Terminal::start_with(&home, 120, 40, &at);
    terminal.wait_for("live · nothing unsent");
    open(&mut terminal, "blank", TITLE);
    terminal.wait_for("drum unit was not reseated");
    let number = home.number_at(&at, TITLE);

    server.kill();
    terminal.wait_for("offline");
    terminal.press("n");
    terminal.wait_for("Internal note, ours only");
    terminal.types("written without a line");
    terminal.press("ctrl-x");
    terminal.wait_until_gone("Internal note, ours only");
    terminal.wait_for_all(&["written without a line", "queued, not sent yet", "1 unsent", "offline"]);
    terminal.press("q");
    terminal.press("g t");
    terminal.wait_for_all(&["~", "My tickets ·", "1 unsent"]);
    terminal.press("j");
    terminal.wait_for("offline");

    let (_server, _notes) = Serving::start(&home, url.trim_start_matches("http://"));
    terminal.wait_for("live · nothing unsent");
    let ticket = home.ticket_when(&at, &number, |ticket| notes(ticket).contains(&"written without a line"));
    let written = notes(&ticket);
    assert_eq!(
        written.iter().filter(|note| **note == "written without a line").count(),
        1,
        "{written:?}"
    );
    terminal.press("ctrl-c");
    assert!(terminal.wait_until_over().success());
    terminal.assert_given_back();
}
