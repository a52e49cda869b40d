//! The same ticket from both sides: handed over, seen there, and escalated back; and a new one.

use super::working::open;
use super::{Home, Terminal};

fn become_person(terminal: &mut Terminal, name: &str, shown: &str) {
    terminal.press(":");
    terminal.wait_for("Everything");
    terminal.types("become another");
    terminal.wait_for("become another person");
    terminal.press("enter");
    terminal.wait_for("Become");
    terminal.types(name);
    terminal.wait_for(name);
    terminal.press("enter");
    terminal.wait_for_all(&[shown, "live · nothing unsent"]);
}

#[test]
fn a_ticket_goes_to_the_client_and_comes_back() {
    let home = Home::with_desk();
    let mut terminal = Terminal::start(&home, 120, 40);
    terminal.wait_for("live · nothing unsent");
    let number = home.number("BitLocker key");
    terminal.press("3");
    terminal.wait_for("Unassigned ·");
    open(&mut terminal, "bitlocker", "BitLocker key");
    terminal.press("H");
    terminal.wait_for_all(&["transfer to Acme", "→    With Client", "→  ● New"]);
    terminal.types("key is in your own vault");
    terminal.press("ctrl-x");
    terminal.wait_for_all(&["▌ TASKFIRE   has the ticket", "With Client", "nothing unsent"]);
    home.ticket_when(&[], &number, |ticket| ticket["ticket"]["holder"] == "taskfire");
    terminal.press("q");
    terminal.wait_for("Unassigned ·");

    become_person(&mut terminal, "Priya Nair", "Acme · Priya Nair (Taskfire)");
    open(&mut terminal, "bitlocker", "BitLocker key");
    terminal.wait_for_all(&["TASKFIRE   has the ticket", "key is in your own vault"]);
    terminal.press("H");
    terminal.wait_for("escalate");
    terminal.types("vault is empty");
    terminal.press("ctrl-x");
    terminal.wait_for_all(&["AUTOTASK   has the ticket", "nothing unsent", "vault is empty"]);
    let ticket = home.ticket_when(&[], &number, |ticket| ticket["ticket"]["holder"] == "autotask");
    let history = ticket["history"].to_string();
    assert!(
        history.contains("transferred") && history.contains("escalated"),
        "{history}"
    );
    terminal.press("q");
    become_person(
        &mut terminal,
        "Maria Keller",
        "Northwind Managed IT · Maria Keller (Autotask)",
    );
}

#[test]
fn a_ticket_is_created_and_found() {
    let home = Home::with_desk();
    let mut terminal = Terminal::start(&home, 120, 40);
    terminal.wait_for("live · nothing unsent");
    terminal.press("N");
    terminal.wait_for_all(&["New ticket", "Company", "▌ Acme"]);
    terminal.types("acme");
    terminal.press("tab");
    terminal.press("tab");
    terminal.types("Plotter eats the last sheet");
    terminal.press("tab");
    terminal.types("Every roll ends so.");
    terminal.wait_for_all(&["Plotter eats", "Every roll ends so."]);
    terminal.press("ctrl-x");
    terminal.wait_until_gone("New ticket");
    // The next key takes this message away; later it would cover the keys that are waited for.
    terminal.wait_for("the server has it");
    terminal.press("3");
    open(&mut terminal, "plotter", "Plotter eats the last sheet");
    terminal.wait_for_all(&["Every roll ends so.", "nothing unsent"]);
    let number = home.number("Plotter eats");
    terminal.wait_for(&number);
    let ticket = home.ticket(&[], &number);
    assert_eq!(ticket["ticket"]["description"], "Every roll ends so.");
}
