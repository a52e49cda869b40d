//! A stopwatch outlives its console, however that ends.

use super::working::open;
use super::{Home, Terminal};

/// A ticket that Acme escalated and nobody has taken.
const TITLE: &str = "Colour proofs come out greener";

#[test]
fn a_stopwatch_survives_a_kill_and_offers_its_time() {
    let home = Home::with_desk();
    let mut terminal = Terminal::start(&home, 120, 40);
    terminal.wait_for("live · nothing unsent");
    terminal.press("g g");
    terminal.press("3");
    terminal.wait_for("Unassigned ·");
    open(&mut terminal, "greener", TITLE);
    terminal.press("b");
    terminal.wait_for_all(&["stopwatch 0:01", "The stopwatch of"]);
    // SIGKILL: nothing can be written down any more.
    terminal.kill();

    let mut terminal = Terminal::start(&home, 120, 40);
    terminal.wait_for("live · nothing unsent");
    terminal.wait_for("0:01 ");
    terminal.press("3");
    terminal.wait_for("Unassigned ·");
    open(&mut terminal, "greener", TITLE);
    terminal.wait_for("stopwatch 0:01");
    terminal.press("t");
    terminal.wait_for_all(&["Time spent", "= 0:01", "From stopwatch", "[x]"]);
    terminal.press("tab tab");
    terminal.types("Profile compared");
    terminal.press("ctrl-x");
    terminal.wait_until_gone("Time spent");
    terminal.wait_for("nothing unsent");
    // It runs on since the moment of what was offered.
    terminal.press("b");
    terminal.wait_for("stopwatch stopped at 0:01");
    terminal.press("B");
    terminal.wait_for("Throw 0:01");
    terminal.press("ctrl-x");
    terminal.wait_until_gone("stopwatch stopped");
    terminal.press("g d");
    terminal.wait_for_all(&["Today, ", "0:01  ", "Profile compared"]);
    let number = home.number(TITLE);
    let ticket = home.ticket_when(&[], &number, |ticket| {
        ticket["timeEntries"]
            .as_array()
            .is_some_and(|entries| entries.len() == 1)
    });
    assert_eq!(ticket["timeEntries"][0]["minutes"], 1, "{}", ticket["timeEntries"]);
    assert!(
        ticket["timeEntries"][0]["startDateTime"].is_string(),
        "{}",
        ticket["timeEntries"]
    );
    terminal.press("q");
    terminal.wait_until_gone("Today, ");
    terminal.press("ctrl-c");
    assert!(terminal.wait_until_over().success());
}
