//! A technician works a ticket from taking it to completing it; each step is seen on the screen and then on the server.

use super::home::notes;
use super::{Home, Terminal};
use serde_json::Value as Json;

/// A ticket that Acme escalated and nobody has taken.
const TITLE: &str = "Colour proofs come out greener";

/// Opens a reply to the ticket that nobody has.
fn ask_to_reply(terminal: &mut Terminal) {
    terminal.wait_for("live · nothing unsent");
    terminal.press("3");
    terminal.wait_for("Unassigned ·");
    open(terminal, "greener", TITLE);
    terminal.press("r");
}

/// Opens a reply and types into it.
pub fn replying(terminal: &mut Terminal, text: &str) {
    ask_to_reply(terminal);
    terminal.wait_for("Reply to both sides");
    terminal.types(text);
    terminal.wait_for(text);
}

/// A console that is started anew, with the reply in which this was typed before.
pub fn still_replying(home: &Home, text: &str) -> Terminal {
    let mut terminal = Terminal::start(home, 120, 40);
    ask_to_reply(&mut terminal);
    terminal.wait_for_all(&["Reply to both sides", text]);
    terminal
}

/// Opens the one ticket that these words select, whoever has it.
pub fn open(terminal: &mut Terminal, words: &str, title: &str) {
    terminal.press("/");
    terminal.types(words);
    // The first ticket's preview has its whole title.
    terminal.wait_for_all(&[&format!("/{words}"), title]);
    terminal.press("enter");
    terminal.wait_for("enter open");
    terminal.press("enter");
    terminal.wait_for_all(&["[Conversation]", title]);
}

fn history(ticket: &Json) -> usize {
    ticket["history"].as_array().map_or(0, Vec::len)
}

#[test]
fn a_technician_takes_works_and_completes_a_ticket() {
    let home = Home::with_desk();
    let mut terminal = Terminal::start(&home, 120, 40);
    terminal.wait_for("live · nothing unsent");
    let number = home.number(TITLE);
    terminal.press("g g");
    terminal.press("3");
    terminal.wait_for("Unassigned ·");
    open(&mut terminal, "greener", TITLE);

    terminal.press("i");
    terminal.wait_for_all(&["Maria Keller (owner)", "nothing unsent"]);
    terminal.press("s");
    terminal.wait_for("Our status of");
    terminal.press("i");
    terminal.wait_until_gone("Our status of");
    terminal.wait_for_all(&["▌ ● In Progress", "nothing unsent"]);

    terminal.press("n");
    terminal.wait_for("Internal note, ours only");
    terminal.types("Profile of last week compared");
    terminal.press("ctrl-x");
    terminal.wait_until_gone("Internal note, ours only");
    terminal.wait_for_all(&["Profile of last week compared", "nothing unsent"]);

    terminal.press("r");
    terminal.wait_for("Reply to both sides");
    terminal.types("Please print a proof again\nand tell us.");
    terminal.press("ctrl-x");
    terminal.wait_until_gone("Reply to both sides");
    terminal.wait_for_all(&["Please print a proof again", "and tell us.", "nothing unsent"]);

    terminal.press("t");
    terminal.wait_for("Time spent");
    terminal.types("45m");
    terminal.press("tab tab");
    terminal.types("Colour profile looked at");
    terminal.wait_for_all(&["= 0:45", "Colour profile looked at"]);
    terminal.press("ctrl-x");
    terminal.wait_until_gone("Time spent");
    terminal.press("2");
    terminal.wait_for_all(&["Colour profile looked at", "0:45", "nothing unsent"]);

    terminal.press("c");
    terminal.wait_for_all(&["Complete T", "Resolution", "→  ● Complete"]);
    terminal.types("Old profile put back");
    terminal.press("ctrl-x");
    terminal.wait_until_gone("Resolution  ");
    terminal.wait_for_all(&["Complete", "nothing unsent"]);

    let ticket = home.ticket_when(&[], &number, |ticket| ticket["ticket"]["completedDate"].is_string());
    assert!(
        ticket["ticket"]["resolution"]
            .as_str()
            .unwrap()
            .contains("Old profile put back")
    );
    let written = notes(&ticket);
    let count = |text: &str| written.iter().filter(|note| note.contains(text)).count();
    assert_eq!(count("Profile of last week compared"), 1, "{written:?}");
    assert_eq!(count("Please print a proof again\nand tell us."), 1, "{written:?}");
    assert_eq!(ticket["timeEntries"].as_array().unwrap().len(), 1);
    assert_eq!(ticket["timeEntries"][0]["minutes"], 45, "{}", ticket["timeEntries"]);
    assert!(history(&ticket) >= 5, "{}", ticket["history"]);
    // Acme completes both sides together.
    let theirs = home.ticket(&["--as", "tom.reyes"], &number);
    assert!(
        !notes(&theirs).iter().any(|note| note.contains("compared")),
        "what is internal stays ours"
    );
    assert!(notes(&theirs).iter().any(|note| note.contains("proof again")));
}

#[test]
fn next_for_me_is_what_is_due_first_of_what_i_have_and_can_work_on() {
    let home = Home::with_desk();
    let mine = home.says(&["ticket", "list", "is:open assignee:me", "--limit", "500", "--json"]);
    let mine: Vec<Json> = serde_json::from_str(&mine).unwrap();
    let (new, in_progress) = (1, 8);
    let can_be_worked = |ticket: &&Json| {
        let status = ticket["status"].as_i64();
        ticket["holder"] == "autotask" && (status == Some(new) || status == Some(in_progress))
    };
    let due = |ticket: &&Json| ticket["dueDateTime"].as_str().unwrap_or("9").to_owned();
    let first = mine.iter().filter(can_be_worked).min_by_key(due).unwrap();
    let is_first_of_all = mine.iter().min_by_key(due).unwrap()["id"] == first["id"];
    assert!(
        !is_first_of_all,
        "what is due first waits or is elsewhere: else this shows nothing"
    );
    let mut terminal = Terminal::start(&home, 120, 40);
    terminal.wait_for("live · nothing unsent");
    terminal.press("w");
    terminal.wait_for_all(&["[Conversation]", first["ticketNumber"].as_str().unwrap()]);
}
