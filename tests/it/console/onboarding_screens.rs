//! What the pages of onboarding look like, at the sizes that are promised and at any other.

use super::clients::{acknowledgements, agreement, companies, enabled_setup, new_setup};
use super::onboarding::{at_agreement, at_setup};
use super::picture::{screen, text};
use super::screens::reviewed_in_every_language;
use super::script::Console;
use proptest::prelude::*;
use tandem::records::administration::setup::DisablingPreview;
use tandem::records::administration::{Answer, NotAdministered};
use tandem::tui::msg::Event;

fn new(columns: u16, rows: u16) -> Console {
    at_setup(columns, rows, new_setup())
}

pub fn enabled(columns: u16, rows: u16) -> Console {
    at_setup(columns, rows, enabled_setup())
}

/// At what was accepted.
pub fn at_acknowledgements(columns: u16, rows: u16) -> Console {
    let mut console = enabled(columns, rows);
    console.press("v");
    console.say(Answer::Acknowledgements(acknowledgements()));
    console
}

/// At the settings of a client whose Taskfire is on.
pub fn at_settings(columns: u16, rows: u16) -> Console {
    let mut console = enabled(columns, rows);
    console.press("g g j j enter");
    console.say(Answer::Setup(Box::new(enabled_setup())));
    console
}

#[test]
fn a_new_clients_set_up_is_a_list_of_steps() {
    reviewed_in_every_language("setup_new", new, |_| {});
}

#[test]
fn an_enabled_clients_set_up_shows_who_enabled_it_the_settings_and_what_was_agreed_on() {
    reviewed_in_every_language("setup_enabled", enabled, |console| console.press("g g j"));
}

#[test]
fn the_four_points_are_a_form() {
    reviewed_in_every_language("setup_preparation", enabled, |console| console.press("g g enter"));
}

#[test]
fn the_agreement_stands_above_its_two_boxes() {
    reviewed_in_every_language("agreement", at_agreement, |console| console.press("pgdn tab space tab"));
}

#[test]
fn a_newer_agreement_says_that_it_took_the_place_of_the_one_before() {
    reviewed_in_every_language("agreement_outdated", at_agreement, |console| {
        console.press("tab space tab space tab enter");
        console.end(Err(NotAdministered::Refused {
            code: "agreement_outdated".to_owned(),
            text: "Version 2 of the agreement was published meanwhile.".to_owned(),
            field: None,
        }));
        console.say(Answer::Agreement(agreement(2)));
        console.press("tab");
    });
}

#[test]
fn an_acceptance_that_is_under_way_says_so() {
    reviewed_in_every_language("agreement_sent", at_agreement, |console| {
        console.press("tab space tab space tab enter");
    });
}

#[test]
fn an_acknowledgement_says_who_accepted_what_and_when() {
    reviewed_in_every_language("acknowledgement", at_acknowledgements, |_| {});
}

#[test]
fn the_settings_stand_above_what_would_follow() {
    reviewed_in_every_language("settings", at_settings, |console| console.press("j space"));
}

#[test]
fn disabling_shows_what_would_follow() {
    reviewed_in_every_language("disable", enabled, |console| {
        console.press("D");
        console.say(Answer::Disabling(DisablingPreview {
            returned_tickets: 3,
            kept_tickets: 2,
            users: 4,
            licences: 4,
        }));
        console.types("Cedar");
        console.press("ctrl-x");
    });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn any_page_with_any_text_at_any_size_is_drawn_without_panic_and_without_an_escape(
        foreign in "(\\PC|\n|\u{1b}|\u{202e}){0,120}",
        columns in 0u16..200,
        rows in 0u16..60,
        other in (0u16..200, 0u16..60),
    ) {
        let mut setup = enabled_setup();
        setup.company_name.clone_from(&foreign);
        setup.preparation.work_flow.clone_from(&foreign);
        setup.currency.clone_from(&foreign);
        let mut list = companies();
        for line in &mut list.items {
            line.name.clone_from(&foreign);
            line.contract_warning = Some(foreign.clone());
        }
        let mut accepted = acknowledgements();
        accepted[0].resource_name.clone_from(&foreign);
        accepted[0].agreement.text.clone_from(&foreign);
        let mut text_of = agreement(1);
        text_of.text.clone_from(&foreign);
        let mut console = Console::at_work(columns, rows);
        let look = |console: &mut Console| {
            for size in [(columns, rows), other] {
                console.tell(Event::Resized(size.0, size.1));
                for line in text(&screen(console)).lines() {
                    assert!(!line.chars().any(char::is_control), "{line:?}");
                }
            }
        };
        console.press("g c");
        look(&mut console);
        console.say(Answer::Companies(list));
        look(&mut console);
        console.press("enter");
        console.say(Answer::Setup(Box::new(setup.clone())));
        console.press("g g j");
        look(&mut console);
        console.press("v");
        console.say(Answer::Acknowledgements(accepted));
        look(&mut console);
        console.press("x");
        look(&mut console);
        console.press("esc esc g g enter");
        look(&mut console);
        console.press("esc j j enter");
        console.say(Answer::Setup(Box::new(setup)));
        look(&mut console);
        console.press("esc esc j enter");
        console.say(Answer::Setup(Box::new(new_setup())));
        console.press("j enter");
        console.say(Answer::Agreement(text_of));
        look(&mut console);
        console.press("tab space pgdn");
        look(&mut console);
    }
}
