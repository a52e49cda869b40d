//! The list of clients, and what every page does: it asks, says as of when it is and what failed, and is left again.

use super::clients::{answer, before, companies};
use super::desk;
use super::picture::{screen, text};
use super::screens::{reviewed, reviewed_in_every_language};
use super::script::Console;
use tandem::base::ids::CompanyId;
use tandem::records::administration::setup::{CompanyFilter, CompanyPage, CompanyQuestion};
use tandem::records::administration::{Answer, Question};
use tandem::records::windows::Freshness;
use tandem::tui::app::Front;
use tandem::tui::effect::{Effect, Load};
use tandem::tui::msg::Event;
use tandem::tui::panes::{companies, setup};

/// At the list of clients, which is answered.
pub fn at_companies(columns: u16, rows: u16) -> Console {
    let mut console = Console::at_work(columns, rows);
    console.press("g c");
    console.say(answer());
    console.effects.clear();
    console
}

fn asked(console: &Console) -> Vec<CompanyQuestion> {
    let asked = console.effects.iter().filter_map(|effect| match effect {
        Effect::Load(_, Load::Administration(Question::Companies(asked))) => Some(asked.clone()),
        _ => None,
    });
    asked.collect()
}

fn under_cursor(console: &Console) -> &str {
    let pane = console.app.pane::<companies::Pane>().expect("no list of clients");
    pane.current().map_or("", |line| &line.name)
}

#[test]
fn clients_stand_in_their_tree_with_what_is_missing() {
    reviewed_in_every_language("companies", at_companies, |console| console.press("j"));
}

#[test]
fn before_the_answer_the_page_says_that_it_asks() {
    reviewed("companies_asking", Console::at_work, |console| console.press("g c"));
}

#[test]
fn without_a_line_a_page_says_as_of_when_it_is_and_what_failed() {
    reviewed("companies_offline", at_companies, |console| {
        console.press("ctrl-l");
        console.refuse("tandem.example did not answer.");
        console.tell(Event::Freshness(Freshness::Offline(Some(before()))));
    });
}

#[test]
fn a_page_that_was_never_answered_says_why_and_asks_again_on_the_key_it_names() {
    let mut console = Console::at_work(80, 24);
    console.press("g c");
    console.refuse("tandem.example did not answer.");
    let shown = text(&screen(&console));
    assert!(
        shown.contains("could not be asked: tandem.example did not answer. ctrl-l asks"),
        "{shown}"
    );
    console.press("ctrl-l");
    console.say(answer());
    assert!(text(&screen(&console)).contains("Birch & Sons"));
}

#[test]
fn only_a_providers_administrator_gets_there() {
    let mut console = Console::at_work(80, 24);
    console.tell(Event::SignedIn(desk::tom()));
    console.press("g c");
    assert_eq!(console.app.front(), Front::Tickets);
    assert_eq!(console.message(), "Only the provider's administrators can do this.");
}

#[test]
fn typing_narrows_the_list_at_each_letter_and_esc_shows_all_again() {
    let mut console = at_companies(80, 24);
    console.press("/");
    console.types("bi");
    let searched: Vec<String> = asked(&console).into_iter().map(|asked| asked.search).collect();
    assert_eq!(searched, ["b", "bi"]);
    console.say(Answer::Companies(CompanyPage {
        items: companies().items.split_off(3),
        has_more: false,
    }));
    console.press("enter");
    assert_eq!(under_cursor(&console), "Birch & Sons");
    assert!(text(&screen(&console)).contains("Companies · bi"));
    console.press("esc");
    assert_eq!(asked(&console).last().map(|asked| asked.search.as_str()), Some(""));
    assert_eq!(console.app.front(), Front::Page, "the filter goes first");
    console.press("esc");
    assert_eq!(console.app.front(), Front::Tickets);
}

#[test]
fn an_answer_to_what_was_typed_before_is_dropped() {
    let mut console = at_companies(80, 24);
    console.press("/ b");
    let older = console.asked(|load| matches!(load, Load::Administration(_))).unwrap();
    console.press("i");
    let page = CompanyPage::default();
    console.tell(Event::Loaded(
        older,
        tandem::tui::msg::Loaded::Administration(Box::new(Answer::Companies(page))),
    ));
    assert_eq!(under_cursor(&console), "Acme");
}

#[test]
fn f_chooses_which_clients_are_shown() {
    let mut console = at_companies(80, 24);
    console.press("f down down enter");
    assert_eq!(
        asked(&console).last().map(|asked| asked.filter),
        Some(CompanyFilter::Incomplete)
    );
    assert!(text(&screen(&console)).contains("Companies · with something missing"));
}

#[test]
fn the_cursor_stays_on_its_client_when_the_list_is_another() {
    let mut console = at_companies(80, 24);
    console.press("G k k");
    assert_eq!(under_cursor(&console), "Birch & Sons");
    console.press("ctrl-l");
    let mut page = companies();
    page.items.remove(1);
    console.say(Answer::Companies(page));
    assert_eq!(under_cursor(&console), "Birch & Sons");
}

#[test]
fn enter_opens_the_client_and_going_back_asks_the_list_anew() {
    let mut console = at_companies(80, 24);
    console.press("j j j enter");
    let pane = console.app.pane::<setup::Pane>().expect("no set-up");
    assert_eq!((pane.company, pane.name.as_str()), (CompanyId(175), "Birch & Sons"));
    console.effects.clear();
    console.press("h");
    assert_eq!(asked(&console).len(), 1);
    assert_eq!(under_cursor(&console), "Birch & Sons");
}

#[test]
fn what_stands_behind_a_page_is_not_acted_on() {
    let mut console = at_companies(80, 24);
    console.press(":");
    console.types("recall");
    console.press("enter");
    assert_eq!(console.message(), "There is no ticket here.");
    console.press("g t");
    assert_eq!(console.app.front(), Front::Tickets, "another place leaves the page");
}
