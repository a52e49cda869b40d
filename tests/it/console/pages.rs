//! What becomes of an administrative act that a page or its dialog asked for, whatever the page shows.

use super::picture::{screen, text};
use super::script::Console;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use tandem::base::ids::{CompanyId, Ids as _, UniqueIds};
use tandem::records::administration::setup::Switch;
use tandem::records::administration::{Administration, Answer, NotAdministered, Question};
use tandem::tui::app::App;
use tandem::tui::app::moving::Step;
use tandem::tui::app::pages::{Pane, Then};
use tandem::tui::effect::Effect;
use tandem::tui::intent::Intent;
use tandem::tui::keymap::Context;
use tandem::tui::overlays::field::Field;
use tandem::tui::overlays::form::Form;
use tandem::tui::overlays::{self, Purpose};
use tandem::tui::widgets::paint::Piece;

/// A page of which only what all pages do is of interest.
#[derive(Debug)]
struct Plain;

impl Pane for Plain {
    fn questions(&self, _: &App) -> Vec<Question> {
        vec![Question::Levels]
    }

    fn answered(&mut self, _: Answer) -> Option<Then> {
        None
    }

    fn title(&self, _: &App) -> Vec<Piece<'static>> {
        Vec::new()
    }

    fn contexts(&self) -> &'static [Context] {
        &[]
    }

    fn offered(&self) -> &'static [Intent] {
        &[]
    }

    fn moved(&mut self, _: &App, _: Step, _: Rect) {}

    fn draw(&self, _: &App, _: Rect, _: &mut Buffer) {}
}

fn switch_portal() -> Administration {
    Administration::SwitchPortal(CompanyId(174), Switch { is_active: true })
}

/// What the dialog does.
fn confirm(app: &mut App, answer: overlays::Answer) -> Vec<Effect> {
    match answer {
        overlays::Answer::Filled(form) => app.administer_form(form, switch_portal(), "The portal is on.".to_owned()),
        _ => Vec::new(),
    }
}

fn at_a_page() -> Console {
    let mut console = Console::at_work(80, 24);
    let effects = console.app.open_page(Plain);
    console.effects.extend(effects);
    console.say(Answer::Levels(Default::default()));
    console.effects.clear();
    console
}

fn with_a_dialog() -> Console {
    let mut console = at_a_page();
    let purpose = Purpose::Page(confirm);
    let form = Form::new(
        "Portal".to_owned(),
        "switch it on".to_owned(),
        "leave".to_owned(),
        purpose,
    );
    let form = form.with(vec![Field::line("reason", "Why".to_owned(), "")]);
    form.open(&mut console.app, &[]);
    console.types("new");
    console.press("ctrl-x");
    console
}

fn refused() -> NotAdministered {
    NotAdministered::Refused {
        code: "feature_inactive".to_owned(),
        text: "The portal is off everywhere.".to_owned(),
        field: None,
    }
}

fn asked_anew(console: &Console) -> bool {
    let question = |effect: &Effect| matches!(effect, Effect::Load(_, tandem::tui::effect::Load::Administration(_)));
    console.effects.iter().any(question)
}

#[test]
fn an_act_says_that_it_is_under_way_and_is_asked_for_once() {
    let mut console = at_a_page();
    for _ in 0..2 {
        let effects = console.app.administer(switch_portal(), "The portal is on.".to_owned());
        console.effects.extend(effects);
    }
    assert_eq!(console.acts(), 1);
    assert!(console.message().contains("sent already"), "{}", console.message());
    assert!(text(&screen(&console)).contains("Sent: switch the portal. Waiting for the answer"));
    let another = Administration::SwitchPortal(CompanyId(175), Switch { is_active: true });
    let effects = console.app.administer(another, String::new());
    assert_eq!(effects.len(), 1, "another act is not kept back");
}

#[test]
fn a_done_act_closes_its_dialog_says_so_and_the_page_asks_anew() {
    let mut console = with_a_dialog();
    assert_eq!(console.act().map(|(_, act)| act), Some(switch_portal()));
    assert!(text(&screen(&console)).contains("Sent; waiting"));
    console.press("ctrl-x");
    assert_eq!(console.acts(), 1, "once only");
    console.end(Ok(()));
    assert!(console.app.overlays.is_empty());
    assert_eq!(console.message(), "The portal is on.");
    assert!(asked_anew(&console));
}

#[test]
fn a_dialog_whose_act_was_not_done_says_why_and_loses_nothing() {
    for (why, said) in [
        (refused(), "The portal is off everywhere."),
        (NotAdministered::NoLine("no answer.".to_owned()), "Nothing was sent"),
        (
            NotAdministered::Unanswered {
                why: "cut off".to_owned(),
                key: UniqueIds.change(),
            },
            "whole or not at all",
        ),
    ] {
        let mut console = with_a_dialog();
        console.end(Err(why));
        let shown = text(&screen(&console));
        assert!(shown.contains(said), "{shown}");
        assert!(shown.contains("new"), "what was typed is still there");
        console.press("ctrl-x");
        assert_eq!(console.acts(), 2, "it can be asked for again");
    }
}

#[test]
fn an_act_whose_dialog_was_left_says_in_the_message_line_what_came_of_it() {
    let mut console = with_a_dialog();
    console.press("esc");
    assert!(console.app.overlays.is_empty());
    console.end(Err(refused()));
    assert_eq!(console.message(), "The portal is off everywhere.");
    let mut console = with_a_dialog();
    console.press("esc esc");
    console.end(Ok(()));
    assert_eq!(console.message(), "The portal is on.");
}

#[test]
fn an_act_that_ends_after_somebody_else_signed_in_is_nobodys() {
    let mut console = with_a_dialog();
    console.tell(tandem::tui::msg::Event::SignedIn(super::desk::tom()));
    console.end(Ok(()));
    assert_eq!(console.message(), "");
}
