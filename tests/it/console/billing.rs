//! Billing at the console: all clients, one client, closing, invoices, and what a client's own people may read.

use super::billing_answers::{self as answers, date};
use super::desk;
use super::picture::{screen, text};
use super::screens::reviewed_in_every_language;
use super::script::Console;
use proptest::prelude::*;
use tandem::base::Language;
use tandem::base::ids::CompanyId;
use tandem::records::administration::billing::{BlockReport, ClientBillingQuestion, Closing, ClosingQuestion, LeftOut};
use tandem::records::administration::{Administration, Answer, NotAdministered, Question};
use tandem::records::windows::Freshness;
use tandem::sentences::Sentences;
use tandem::tui::app::Front;
use tandem::tui::billing::papers::{self, Paper};
use tandem::tui::effect::{Content, Effect, Load};
use tandem::tui::msg::{Event, Loaded};
use tandem::tui::panes::{billing, client_billing, closing};

fn shown(console: &Console) -> String {
    text(&screen(console))
}

fn asked(console: &Console) -> Vec<Question> {
    let question = |effect: &Effect| match effect {
        Effect::Load(_, Load::Administration(question)) => Some(question.clone()),
        _ => None,
    };
    console.effects.iter().filter_map(question).collect()
}

/// At the billing of all clients, as Maria.
pub fn at_billing(columns: u16, rows: u16) -> Console {
    let mut console = Console::at_work(columns, rows);
    console.press("g b");
    console.say(Answer::BillingOverview(Box::new(answers::overview())));
    console.effects.clear();
    console
}

/// At Acme's billing.
pub fn at_acme(columns: u16, rows: u16) -> Console {
    let mut console = at_billing(columns, rows);
    console.press("enter");
    console.say(Answer::ClientBilling(Box::new(answers::client_billing())));
    console.effects.clear();
    console
}

#[test]
fn all_clients_stand_with_what_is_billed_what_changed_and_why() {
    reviewed_in_every_language("billing", at_billing, |_| {});
    let mut console = at_billing(120, 40);
    assert!(shown(&console).contains("12,675.60 EUR"), "{}", shown(&console));
    console.app.settings.sentences = Sentences::new(Language::German);
    assert!(shown(&console).contains("12.675,60 EUR"), "{}", shown(&console));
}

#[test]
fn tab_shows_what_is_not_billed_and_why() {
    reviewed_in_every_language("billing_not_billed", at_billing, |console| console.press("tab j"));
}

#[test]
fn clients_are_found_by_typing_without_asking_again() {
    let mut console = at_billing(80, 24);
    console.press("/");
    console.types("birch");
    assert!(asked(&console).is_empty());
    let list = shown(&console);
    assert!(list.contains("Birch & Sons") && !list.contains(" Acme "), "{list}");
    console.press("enter enter");
    let pane = console.app.pane::<client_billing::Pane>().expect("not opened");
    assert_eq!(pane.company, CompanyId(175));
    console.press("esc esc");
    assert!(console.app.pane::<billing::Pane>().is_some(), "the filter goes first");
}

#[test]
fn a_clients_billing_shows_contracts_lines_forecast_and_months() {
    reviewed_in_every_language("client_billing", at_acme, |_| {});
}

#[test]
fn a_line_opens_into_who_gave_whom_which_level_when() {
    reviewed_in_every_language("client_billing_open", at_acme, |console| console.press("tab j enter"));
    let mut console = at_acme(120, 40);
    console.press("tab j enter");
    let lines = shown(&console);
    assert!(lines.contains("gave Priya Nair"), "{lines}");
    assert!(lines.contains("1 × 20.00 × 21/30 = 14.00"), "{lines}");
    console.press("enter");
    assert!(!shown(&console).contains("Priya"), "it closes again");
}

#[test]
fn the_chart_has_the_lines_room_where_both_have_none() {
    let mut console = at_acme(60, 20);
    assert!(!shown(&console).contains("TWELVE MONTHS"));
    console.press("tab tab");
    assert!(shown(&console).contains("TWELVE MONTHS"), "{}", shown(&console));
    console.press("tab");
    assert!(!shown(&console).contains("TWELVE MONTHS"));
}

#[test]
fn what_changed_adds_up_to_the_difference() {
    reviewed_in_every_language("client_billing_changes", at_acme, |console| console.press("f"));
}

#[test]
fn another_period_is_asked_for() {
    let mut console = at_acme(80, 24);
    console.press("p down down enter");
    let wanted = ClientBillingQuestion {
        company: CompanyId(174),
        containing: None,
        month: Some(date("2026-10-01")),
    };
    assert_eq!(asked(&console).last(), Some(&Question::ClientBilling(wanted)));
}

#[test]
fn what_runs_on_from_an_earlier_month_stands_beside_the_sum() {
    let mut console = at_billing(120, 40);
    console.press("enter");
    let mut billing = answers::client_billing();
    billing.running = billing.statements.clone();
    billing.statements.clear();
    console.say(Answer::ClientBilling(Box::new(billing)));
    let page = shown(&console);
    assert!(page.contains("which counts in the month of"), "{page}");
    assert!(page.contains("Nothing is billed in this period."), "{page}");
}

#[test]
fn a_client_that_is_left_out_of_a_closing_is_named_with_what_to_do() {
    let mut console = at_billing(120, 40);
    console.press("C");
    let mut preview = answers::closing();
    let (company, name) = (CompanyId(174), "Acme".to_owned());
    preview.left_out.push(LeftOut { company, name });
    console.say(Answer::Closing(Box::new(preview)));
    assert!(shown(&console).contains("! Acme is left out"), "{}", shown(&console));
}

#[test]
fn lines_are_exported_for_an_accounting_system() {
    let mut console = at_acme(80, 24);
    console.press("x enter");
    assert!(
        shown(&console).contains("billing-acme-2026-11-20.csv"),
        "{}",
        shown(&console)
    );
    console.press("ctrl-x");
    let Some(Effect::Export(_, export)) = console.effects.last() else {
        panic!("nothing is written: {:?}", console.effects.last())
    };
    let Content::Text(text) = &export.content else {
        panic!("{:?}", export.content)
    };
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 4, "{text}");
    assert!(lines[0].starts_with("companyID,company,contract"), "{}", lines[0]);
    assert!(
        lines[3].ends_with(",decrease,2026-11-24,-1,6,30,20.00,-4.00,EUR"),
        "{}",
        lines[3]
    );
}

/// At what closing would do.
pub fn at_closing(columns: u16, rows: u16) -> Console {
    let mut console = at_billing(columns, rows);
    console.press("C");
    console.say(Answer::Closing(Box::new(answers::closing())));
    console
}

#[test]
fn closing_is_previewed_and_needs_the_day_typed() {
    reviewed_in_every_language("closing", at_closing, |_| {});
    let mut console = at_billing(80, 24);
    console.press("C");
    let all = ClosingQuestion {
        through: None,
        company: None,
    };
    assert_eq!(asked(&console).last(), Some(&Question::Closing(all)));
    console.say(Answer::Closing(Box::new(answers::closing())));
    console.press("enter ctrl-x");
    assert_eq!(console.acts(), 0);
    assert!(shown(&console).contains("Type 2026-10-31"), "{}", shown(&console));
    console.types("2026-10-31");
    console.press("ctrl-x");
    let expected = Closing {
        through: date("2026-10-31"),
        company: None,
        seen: "d14e4e".to_owned(),
    };
    assert_eq!(
        console.act().map(|(_, act)| act),
        Some(Administration::ClosePeriods(expected))
    );
    console.end(Err(NotAdministered::Refused {
        code: "preview_outdated".to_owned(),
        text: "Something changed since the preview.".to_owned(),
        field: None,
    }));
    assert!(shown(&console).contains("Something changed since the preview."));
}

#[test]
fn periods_are_closed_through_a_day_that_is_chosen() {
    reviewed_in_every_language("closing_day", at_billing, |console| {
        console.press("C");
        console.say(Answer::Closing(Box::new(answers::closing())));
        console.press("d");
    });
    let mut console = at_billing(80, 24);
    console.press("C");
    console.say(Answer::Closing(Box::new(answers::closing())));
    console.press("d ctrl-u");
    console.types("2026-12-31");
    let before = asked(&console).len();
    console.press("ctrl-x");
    assert!(
        shown(&console).contains("A period can be closed once"),
        "{}",
        shown(&console)
    );
    assert_eq!(
        asked(&console).len(),
        before,
        "nothing is asked for a day that is to come"
    );
    console.press("ctrl-u");
    console.types("2026-09-30");
    console.press("ctrl-x");
    let chosen = ClosingQuestion {
        through: Some(date("2026-09-30")),
        company: None,
    };
    assert_eq!(asked(&console).last(), Some(&Question::Closing(chosen)));
    console.press("C");
    assert!(
        console.app.overlays.is_empty(),
        "what closing would do is not known yet"
    );
    let nothing = tandem::records::administration::billing::ClosingPreview {
        through: date("2026-09-30"),
        clients: Vec::new(),
        periods: 0,
        ..answers::closing()
    };
    console.say(Answer::Closing(Box::new(nothing)));
    assert!(
        shown(&console).contains("No period that ends by"),
        "{}",
        shown(&console)
    );
}

#[test]
fn what_was_closed_is_said_with_its_invoices() {
    reviewed_in_every_language("closing_done", at_acme, |console| {
        console.press("C");
        console.say(Answer::Closing(Box::new(answers::closing())));
        console.press("enter");
        console.types("2026-10-31");
        console.press("ctrl-x");
        console.end(Ok(()));
        let nothing = tandem::records::administration::billing::ClosingPreview {
            clients: Vec::new(),
            periods: 0,
            ..answers::closing()
        };
        console.say(Answer::Closing(Box::new(nothing)));
        console.say(Answer::Invoices(answers::invoices()));
        assert!(console.app.pane::<closing::Pane>().is_some());
    });
}

pub fn at_invoices(columns: u16, rows: u16) -> Console {
    let mut console = at_billing(columns, rows);
    console.press("i");
    console.say(Answer::Invoices(answers::invoices()));
    console
}

pub fn at_invoice(columns: u16, rows: u16) -> Console {
    let mut console = at_invoices(columns, rows);
    console.press("j enter");
    console.say(Answer::Invoice(Box::new(answers::invoice())));
    console.effects.clear();
    console
}

#[test]
fn invoices_stand_newest_first_and_open_whole() {
    reviewed_in_every_language("invoices", at_invoices, |_| {});
    reviewed_in_every_language("invoice", at_invoice, |_| {});
}

#[test]
fn an_invoice_is_exported_in_each_form() {
    for (downs, name) in [
        ("", "txt"),
        ("down ", "html"),
        ("down down ", "csv"),
        ("down down down ", "json"),
    ] {
        let mut console = at_invoice(80, 24);
        console.press(&format!("x {downs}enter"));
        let expected = format!("invoice-2026-0007-acme.{name}");
        assert!(shown(&console).contains(&expected), "{}", shown(&console));
        console.press("ctrl-x");
        assert!(matches!(console.effects.last(), Some(Effect::Export(_, export)) if export.path == expected));
    }
}

#[test]
fn an_invoice_on_paper_says_everything_and_runs_nothing() {
    let german = Sentences::new(Language::German);
    let invoice = answers::invoice();
    let text = papers::invoice(&german, &invoice, Paper::Text).unwrap();
    assert!(
        text.contains("1.314,56")
            && text.contains("Rechnung 2026-0007")
            && text.contains("\nHelp desk for <everybody>,\nby user"),
        "{text}"
    );
    let html = papers::invoice(&german, &invoice, Paper::Html).unwrap();
    assert!(html.contains("Taskfire &lt;2026&gt; &amp; more"), "{html}");
    assert!(
        html.contains("<p>Help desk for &lt;everybody&gt;, by user and month</p>"),
        "{html}"
    );
    assert!(!html.contains("<script") && !html.contains("http"), "{html}");
    let csv = papers::invoice(&german, &invoice, Paper::Csv).unwrap();
    assert!(
        csv.contains(",'=Taskfire License Fee,\"Help desk for <everybody>, by user and month\",")
            && csv.contains(",1234.56,EUR"),
        "{csv}"
    );
    let json = papers::invoice(&german, &invoice, Paper::Json).unwrap();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["sections"][0]["lines"][1]["amount"], "1234.56");
}

/// At the reports of one's own company, as Tom.
pub fn at_reports(columns: u16, rows: u16) -> Console {
    let mut console = Console::at_work(columns, rows);
    console.tell(Event::SignedIn(desk::tom()));
    console.effects.clear();
    console.press("g b");
    console
}

pub fn blocks() -> BlockReport {
    BlockReport {
        company: CompanyId(174),
        company_name: "Acme".to_owned(),
        today: date("2026-11-20"),
        contracts: answers::standings().split_off(1),
    }
}

/// At the reports, answered.
pub fn reading_reports(columns: u16, rows: u16) -> Console {
    let mut console = at_reports(columns, rows);
    console.say(Answer::BlockReport(blocks()));
    console.say(Answer::Invoices(answers::invoices()));
    console
}

#[test]
fn a_clients_people_read_blocks_and_invoices() {
    reviewed_in_every_language("reports", reading_reports, |_| {});
}

#[test]
fn somebody_without_the_provider_behind_them_never_sees_all_clients() {
    let console = at_reports(80, 24);
    assert_eq!(
        asked(&console),
        [
            Question::BlockReport(CompanyId(174)),
            Question::Invoices(Some(CompanyId(174)))
        ]
    );
    assert_eq!(console.app.front(), Front::Page);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn any_page_of_billing_with_any_text_at_any_size_is_drawn_without_panic_and_without_an_escape(
        foreign in "(\\PC|\n|\u{1b}|\u{202e}){0,120}",
        columns in 0u16..200,
        rows in 0u16..60,
        other in (0u16..200, 0u16..60),
    ) {
        let look = |console: &mut Console| {
            for size in [(columns, rows), other] {
                console.tell(Event::Resized(size.0, size.1));
                for line in shown(console).lines() {
                    assert!(!line.chars().any(char::is_control), "{line:?}");
                }
            }
        };
        let mut overview = answers::overview();
        overview.currency.clone_from(&foreign);
        overview.clients[0].name.clone_from(&foreign);
        overview.not_billed[0].contract_name = Some(foreign.clone());
        let mut billing = answers::client_billing();
        billing.company_name.clone_from(&foreign);
        billing.contracts[0].name.clone_from(&foreign);
        billing.warnings[0].contract_name = Some(foreign.clone());
        billing.statements[0].service_name.clone_from(&foreign);
        billing.statements[0].lines[1].events[0].note.clone_from(&foreign);
        let mut invoice = answers::invoice();
        invoice.summary.number.clone_from(&foreign);
        invoice.sections[0].contract_name.clone_from(&foreign);
        let mut contract = answers::contract();
        contract.fields.name.clone_from(&foreign);
        contract.fields.description.clone_from(&foreign);
        contract.services[0].name.clone_from(&foreign);
        let mut automation = answers::automated();
        automation.contracts[1].name.clone_from(&foreign);
        let mut console = Console::at_work(columns, rows);
        console.press("g b");
        look(&mut console);
        console.say(Answer::BillingOverview(Box::new(overview)));
        look(&mut console);
        console.press("tab");
        look(&mut console);
        console.press("tab enter");
        console.say(Answer::ClientBilling(Box::new(billing)));
        look(&mut console);
        console.press("tab j enter f");
        look(&mut console);
        console.press("esc tab");
        look(&mut console);
        console.press("i");
        console.say(Answer::Invoices(answers::invoices()));
        look(&mut console);
        console.press("enter");
        console.say(Answer::Invoice(Box::new(invoice)));
        look(&mut console);
        console.press("x");
        look(&mut console);
        console.press("esc esc esc a");
        console.say(Answer::Automation(Box::new(automation)));
        look(&mut console);
        console.press("c");
        console.say(Answer::Contracts(Box::new(answers::contracts())));
        look(&mut console);
        console.press("enter");
        console.say(Answer::Contract(Box::new(contract)));
        look(&mut console);
        console.press("e");
        look(&mut console);
    }
}

#[test]
fn what_the_server_said_last_is_shown_at_once_with_its_age_until_it_answers() {
    let mut console = Console::at_work(80, 24);
    console.press("g b");
    let old = desk::now().plus_minutes(-90);
    let mut kept = answers::overview();
    kept.clients.truncate(1);
    let kept = Box::new(Answer::BillingOverview(Box::new(kept)));
    console.bring(&Loaded::Kept(kept.clone(), old));
    let first = shown(&console);
    assert!(first.contains("Acme") && first.contains("as of 09:12"), "{first}");
    console.say(Answer::BillingOverview(Box::new(answers::overview())));
    let then = shown(&console);
    assert!(then.contains("Birch & Sons") && then.contains("as of 10:42"), "{then}");
    console.bring(&Loaded::Kept(kept, old));
    assert!(
        shown(&console).contains("Birch & Sons"),
        "what comes late changes nothing"
    );
}

fn first(columns: u16, rows: u16) -> Console {
    let mut console = Console::at_work(columns, rows);
    console.tell(Event::SignedIn(desk::tom()));
    console.bring(&Loaded::Desk(desk::desk()));
    console.bring(&Loaded::List(desk::window(&desk::tickets())));
    console
}

/// Tom's first screen, with its card.
pub fn with_card(columns: u16, rows: u16) -> Console {
    let mut console = first(columns, rows);
    console.say(Answer::Invoices(answers::invoices()));
    console
}

#[test]
fn a_clients_first_screen_has_a_card_of_recent_invoices() {
    reviewed_in_every_language("recent_invoices", with_card, |_| {});
    let mut console = first(80, 24);
    console.refuse("hidden");
    assert!(
        !shown(&console).contains("Recent invoices"),
        "what is refused is not shown"
    );
    assert!(console.message().is_empty(), "{}", console.message());
    let console = Console::at_work(80, 24);
    assert_eq!(asked_for_the_card(&console), 0);
}

fn asked_for_the_card(console: &Console) -> usize {
    let asked = asked(console);
    asked
        .iter()
        .filter(|asked| matches!(asked, Question::Invoices(_)))
        .count()
}

/// The line goes and comes back.
fn back(console: &mut Console) {
    console.tell(Event::Freshness(Freshness::Offline(None)));
    console.tell(Event::Freshness(Freshness::Live));
}

#[test]
fn the_card_goes_when_the_right_is_taken_and_comes_back_with_it() {
    let mut console = with_card(80, 24);
    back(&mut console);
    console.say(Answer::Invoices(answers::invoices()));
    assert!(shown(&console).contains("Recent invoices"), "{}", shown(&console));
    let before = asked_for_the_card(&console);
    console.tell(Event::Changed(Vec::new()));
    console.refuse("hidden");
    assert_eq!(asked_for_the_card(&console), before + 1);
    assert!(!shown(&console).contains("Recent invoices"), "{}", shown(&console));
    assert!(console.message().is_empty(), "{}", console.message());
    console.tell(Event::Changed(Vec::new()));
    console.say(Answer::Invoices(answers::invoices()));
    assert!(shown(&console).contains("Recent invoices"), "{}", shown(&console));
}

#[test]
fn what_changes_while_the_card_is_asked_for_is_asked_for_once_more() {
    let mut console = with_card(80, 24);
    back(&mut console);
    let before = asked_for_the_card(&console);
    console.tell(Event::Changed(Vec::new()));
    console.tell(Event::Changed(Vec::new()));
    assert_eq!(asked_for_the_card(&console), before, "one is out already");
    console.say(Answer::Invoices(answers::invoices()));
    assert_eq!(asked_for_the_card(&console), before + 1);
    console.refuse("hidden");
    assert!(!shown(&console).contains("Recent invoices"), "{}", shown(&console));
}

#[test]
fn the_card_has_new_invoices_once_the_line_is_back() {
    let mut console = with_card(80, 24);
    back(&mut console);
    let mut invoices = answers::invoices();
    invoices.items.truncate(1);
    invoices.items[0].number = "2026-00099".to_owned();
    console.say(Answer::Invoices(invoices));
    assert!(shown(&console).contains("2026-00099"), "{}", shown(&console));
}
