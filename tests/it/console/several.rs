//! Several tickets at once: the words of all of them, and every refusal within reach.

use super::desk;
use super::picture::{screen, text};
use super::script::Console;
use std::sync::Arc;
use tandem::domain::Side;
use tandem::domain::statuses::system;
use tandem::records::views::TicketView;
use tandem::tui::msg::{Event, Loaded};

/// So many tickets of two clients, each in work and with us; all marked.
fn marked(count: i64, columns: u16, rows: u16) -> (Console, Vec<Arc<TicketView>>) {
    let mut console = Console::at_work(columns, rows);
    let tickets: Vec<_> = (1..=count)
        .map(|id| {
            let work = system::AUTOTASK_IN_PROGRESS.0;
            desk::ticket(id, &format!("No {id}"), Some(work), Some(120), Side::Autotask)
        })
        .collect();
    let mut window = desk::window(&tickets);
    let mut views: Vec<TicketView> = tickets
        .iter()
        .map(|ticket| TicketView::clone(&desk::view(ticket)))
        .collect();
    for at in (0..views.len()).step_by(2) {
        "Cedar Clinic".clone_into(&mut window.lines[at].company_name);
        "Cedar Clinic".clone_into(&mut views[at].line.company_name);
    }
    console.tell(Event::Changed(Vec::new()));
    console.bring(&Loaded::List(window));
    console.press("g g");
    for _ in 0..count {
        console.press("space");
    }
    (console, views.into_iter().map(Arc::new).collect())
}

fn says(console: &Console) -> String {
    text(&screen(console))
}

#[test]
fn tickets_of_several_clients_are_transferred_to_their_clients() {
    let (mut console, views) = marked(3, 160, 40);
    assert!(
        says(&console).contains("H transfer to their clients"),
        "{}",
        says(&console)
    );
    console.press("H");
    console.bring(&Loaded::Tickets(views));
    let shown = says(&console);
    assert!(shown.contains("3 tickets: transfer to their clients"), "{shown}");
}

#[test]
fn tickets_of_one_client_are_transferred_to_it() {
    let (mut console, views) = marked(3, 160, 40);
    console.press("k k u space");
    assert!(says(&console).contains("H transfer to Cedar Clinic") || says(&console).contains("H transfer to Acme"));
    console.press("H");
    drop(views);
    assert!(!says(&console).contains("their clients"), "{}", says(&console));
}

#[test]
fn every_refusal_of_a_bulk_dialog_can_be_read_before_it_is_sent() {
    let (mut console, mut views) = marked(24, 80, 24);
    let mut last = TicketView::clone(&views[23]);
    last.ticket.autotask.as_mut().unwrap().status = system::AUTOTASK_COMPLETE;
    views[23] = Arc::new(last);
    console.press("H");
    console.bring(&Loaded::Tickets(views));
    let shown = says(&console);
    assert!(
        shown.contains("1120.0024  ! The ticket is complete"),
        "the refused stand first: {shown}"
    );
    assert!(!shown.contains("1120.0023"), "{shown}");
    for _ in 0..6 {
        console.press("pgdn");
    }
    assert!(says(&console).contains("1120.0023"), "{}", says(&console));
    console.press("pgup pgup pgup pgup pgup pgup");
    assert!(says(&console).contains("1120.0024  !"), "{}", says(&console));
}

#[test]
fn the_other_sides_way_out_is_not_told_to_ones_own_side() {
    let (mut console, views) = marked(2, 120, 40);
    console.press("D");
    console.bring(&Loaded::Tickets(views));
    let said: Vec<&str> = console
        .app
        .messages
        .log
        .iter()
        .map(|(_, saying)| saying.text.as_str())
        .collect();
    assert!(said.iter().any(|text| text.contains("Transfer it instead")), "{said:?}");
    assert!(said.iter().all(|text| !text.contains("Ask the provider")), "{said:?}");
}
