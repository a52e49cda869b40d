//! The provider lets a contract bill a client's licences, sees who made a line, is warned where the contract has ended,
//! closes periods, and takes a request for which there was no contract.

use super::onboarding::open as open_set_up;
use super::working::open as open_ticket;
use super::{Home, Terminal};
use tandem::base::{Clock as _, SystemClock};

/// A client of the demo desk with Taskfire, licences and contracts, whose licences nobody bills.
const CLIENT: &str = "Harbourside Logistics";

/// The last day that is over, as it is typed.
fn yesterday() -> String {
    SystemClock.now().date().previous().to_string()
}

/// Step 6 of the client's set-up: the contract, then its service, then what it comes to.
fn automate(terminal: &mut Terminal) {
    open_set_up(terminal, CLIENT);
    terminal.press("G enter");
    terminal.wait_for_all(&[
        "Harbourside Logistics · licence billing",
        "3 licences, and nothing bills them",
        "The service is chosen once a contract is.",
    ]);
    terminal.press("enter");
    terminal.wait_for("Workplaces");
    terminal.types("taskfire");
    terminal.wait_until_gone("Workplaces");
    terminal.press("enter");
    terminal.wait_until_gone("once a contract is");
    terminal.press("enter");
    terminal.wait_for("▌ Taskfire License Fee");
    terminal.press("enter");
    terminal.wait_for_all(&["Taskfire License Fee · 20.00 EUR", "ctrl-x save"]);
    terminal.press("ctrl-x");
    terminal.wait_for_all(&[
        "\n 3 licences × 20.00 = 60.00 EUR a month",
        "· Taskfire License Fee, since",
    ]);
}

/// Somebody gets a level in the middle of a month; the line that this makes opens into what was done.
fn give_a_level(terminal: &mut Terminal) {
    terminal.press("g u");
    terminal.wait_for_all(&["People of Harbourside Logistics", "▌ Lena Groß"]);
    terminal.press("s");
    terminal.wait_for_all(&["Level of Lena Groß", "takes the portal"]);
    terminal.types("taskfire r");
    terminal.wait_until_gone("takes the portal");
    terminal.press("enter");
    terminal.wait_for_all(&["The licence counts from today", "is a licence: 20.00 EUR a month"]);
    terminal.press("ctrl-x");
    terminal.wait_for("Lena Groß has the level Taskfire resource now.");
    terminal.press("g b");
    terminal.wait_for_all(&["Billing · Harbourside Logistics", "licences held      ", "+1 licence"]);
    terminal.press("tab j enter");
    terminal.wait_for_all(&[
        "Maria Keller gave Lena Groß the level",
        "Taskfire resource",
        "1 × 20.00 × ",
    ]);
}

fn automated(columns: u16, rows: u16) {
    let home = Home::with_desk();
    let mut terminal = Terminal::start(&home, columns, rows);
    automate(&mut terminal);
    give_a_level(&mut terminal);
    terminal.press("ctrl-c");
    assert!(terminal.wait_until_over().success());
    terminal.assert_given_back();
}

#[test]
fn a_contract_bills_licences_and_a_line_opens_into_who_gave_the_level() {
    automated(120, 40);
}

#[test]
fn a_contract_bills_licences_on_a_small_terminal() {
    automated(80, 24);
}

#[test]
fn a_contract_that_has_ended_is_warned_about_among_the_companies() {
    let home = Home::with_desk();
    let mut terminal = Terminal::start(&home, 120, 40);
    automate(&mut terminal);
    terminal.press("c");
    terminal.wait_for_all(&[
        "Contracts · Harbourside Logistics",
        "▌ Taskfire 20",
        "licences     active",
    ]);
    terminal.press("enter");
    terminal.wait_for_all(&["recurring · active", "kept for licence billing alone"]);
    terminal.press("e");
    terminal.wait_for_all(&["Edit “Taskfire 20", "Last day"]);
    terminal.press("tab tab tab ctrl-u");
    terminal.types(&yesterday());
    terminal.press("ctrl-x");
    terminal.wait_for("recurring · expired");
    terminal.press("g c");
    terminal.wait_for_all(&["Still missing", "! Harbourside Logistics", "! contract ended"]);
    terminal.press("/");
    terminal.types("harbour");
    terminal.wait_until_gone("Cedar");
    terminal.press("enter");
    terminal.wait_for("▌!Harbourside Logistics");
    terminal.press("g L");
    terminal.wait_for_all(&[
        "The contract has ended: nothing is billed until another one is chosen. Taskfire keeps working.",
        "ended on",
    ]);
}

#[test]
fn periods_are_closed_after_their_preview_and_the_typed_day_and_make_an_invoice() {
    let home = Home::with_desk();
    let mut terminal = Terminal::start(&home, 120, 40);
    automate(&mut terminal);
    terminal.press("g b");
    terminal.wait_for_all(&[
        "Billing · Harbourside Logistics",
        "periods are over and not closed. C closes them.",
    ]);
    terminal.press("C");
    terminal.wait_for_all(&[
        "Close billing periods · Harbourside Logistics",
        "1 invoice",
        "Managed workplace",
        "enter close",
    ]);
    terminal.press("enter");
    terminal.wait_for_all(&["A closed period never changes.", "Type 20", "close for good"]);
    terminal.types("yes");
    terminal.press("ctrl-x");
    terminal.wait_for(&format!("Type {} to close these periods.", yesterday()));
    terminal.press("ctrl-u");
    terminal.types(&yesterday());
    terminal.press("ctrl-x");
    terminal.wait_for_all(&["Closed through", "-000", "there is nothing to close"]);
    terminal.press("i");
    terminal.wait_for_all(&["Invoices · Harbourside Logistics", "-000"]);
    terminal.press("enter");
    terminal.wait_for_all(&[
        "Northwind Managed IT",
        "Closed by           Maria Keller",
        "Managed workplace",
        "x export",
    ]);
}

#[test]
fn a_request_that_no_contract_covers_is_refused_and_made_together_with_one() {
    let home = Home::with_desk();
    let mut terminal = Terminal::start(&home, 120, 40);
    terminal.wait_for_all(&["My tickets", "live"]);
    terminal.press("g b");
    terminal.wait_for_all(&["this period", "S settings"]);
    terminal.press("S");
    terminal.wait_for_all(&["Every item has an owner: contracts can be activated.", "A activate"]);
    terminal.press("A");
    terminal.wait_for("there is no default");
    // Nothing is chosen, and nothing is chosen by itself.
    terminal.press("ctrl-x");
    terminal.wait_for("carry over: it is applied to the next contract");
    terminal.types("carry");
    terminal.wait_until_gone("leave        it stays");
    terminal.press("ctrl-x");
    terminal.wait_for_all(&["Contracts are active.", "carry over"]);
    terminal.press("v");
    terminal.wait_for("Take requests only where a contract covers them?");
    terminal.press("ctrl-x");
    terminal.wait_for("Requests need a contract from now on.");
    refused(&mut terminal);
    terminal.press("C");
    terminal.wait_for_all(&["Contract for “Plotter jams”", "one request", "ctrl-x make both"]);
    terminal.press("ctrl-x");
    terminal.wait_for_all(&["Everything is sent.", "nothing unsent"]);
    // The request is there once.
    let number = home.number("Plotter jams");
    terminal.press("g t");
    terminal.wait_for("My tickets ·");
    terminal.press("3");
    terminal.wait_for("Unassigned ·");
    open_ticket(&mut terminal, "plotter", "Plotter jams");
    terminal.wait_for_all(&[&number, "Lumière Interiors", "Per request", "active"]);
}

/// A request for a client without contracts stops in the outbox, where it says what to do.
fn refused(terminal: &mut Terminal) {
    terminal.press("g t");
    terminal.wait_for("My tickets ·");
    terminal.press("N");
    terminal.wait_for_all(&["New ticket", "▌ Acme"]);
    terminal.types("lumi");
    terminal.wait_for("▌ Lumière Interiors");
    terminal.press("tab tab");
    terminal.types("Plotter jams");
    terminal.wait_for("Plotter jams");
    terminal.press("ctrl-x");
    terminal.wait_for("! one waits for you");
    terminal.press("g o");
    terminal.wait_for_all(&[
        "Outbox · 1 change",
        "No contract covers this work.",
        "C make a contract",
    ]);
    terminal.press("enter");
    terminal.wait_for_all(&["A do it anyway", "C make a contract   A"]);
}
