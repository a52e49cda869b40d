//! Contracts at the console: made, edited, renewed, repeated; their services; what bills the licences; the settings.

use super::billing_answers::{self as answers, HOSTILE, date, price};
use super::picture::{screen, text};
use super::screens::reviewed_in_every_language;
use super::script::Console;
use tandem::base::ids::{CompanyId, ContactId, ContractId, ItemId};
use tandem::domain::contract::TimeExpired;
use tandem::domain::licence::Anchor;
use tandem::records::administration::billing::ContractKind;
use tandem::records::administration::contracts::{ContractFields, ContractPage, ContractScope, Sold};
use tandem::records::administration::support::{ContractSettings, ItemLine, Owner, RefusedLine};
use tandem::records::administration::{Administration, Answer, NotAdministered};
use tandem::tui::msg::{Loaded, Pickable};
use tandem::tui::overlays::Choice;
use tandem::tui::panes::automation;

fn shown(console: &Console) -> String {
    text(&screen(console))
}

fn act(console: &Console) -> Administration {
    console.act().expect("nothing was asked for").1
}

/// At the contracts of Acme, from the list of companies.
pub fn at_contracts(columns: u16, rows: u16) -> Console {
    let mut console = super::companies::at_companies(columns, rows);
    console.press("c");
    console.say(Answer::Contracts(Box::new(answers::contracts())));
    console.effects.clear();
    console
}

pub fn at_contract(columns: u16, rows: u16) -> Console {
    let mut console = at_contracts(columns, rows);
    console.press("enter");
    console.say(Answer::Contract(Box::new(answers::contract())));
    console.effects.clear();
    console
}

#[test]
fn contracts_stand_with_what_is_left_of_each() {
    reviewed_in_every_language("contracts", at_contracts, |console| console.press("j"));
}

#[test]
fn a_contract_is_made_for_an_item() {
    reviewed_in_every_language("contract_create", at_contracts, |console| {
        console.press("N down down down enter");
        console.press("tab");
    });
    let mut console = at_contracts(80, 24);
    console.press("N down down down enter");
    console.press("ctrl-x");
    assert!(shown(&console).contains("Write a name."), "{}", shown(&console));
    console.types("Plotter care");
    console.press("tab");
    console.types("plotter");
    console.press("tab tab tab ctrl-u");
    console.types("2027-01-31");
    console.press("tab");
    console.types("10,5");
    console.press("ctrl-x");
    let Administration::CreateContract(CompanyId(174), new) = act(&console) else {
        panic!("{:?}", act(&console))
    };
    assert_eq!(new.kind, ContractKind::SupportHours);
    assert_eq!(new.scope, Some(ContractScope::Item(ItemId(71))));
    assert_eq!(
        (new.fields.name.as_str(), new.fields.minutes),
        ("Plotter care", Some(630))
    );
    assert_eq!(
        (new.fields.start, new.fields.end),
        (date("2026-11-20"), Some(date("2027-01-31")))
    );
}

#[test]
fn a_contract_that_ends_before_it_starts_is_not_sent() {
    let mut console = at_contract(80, 24);
    console.press("e tab tab tab ctrl-u");
    console.types("2025-01-01");
    console.press("ctrl-x");
    assert!(
        shown(&console).contains("The last day is before the first one."),
        "{}",
        shown(&console)
    );
    assert_eq!(console.acts(), 0);
}

#[test]
fn what_somebody_else_wrote_meanwhile_is_kept_beside_what_was_typed() {
    let mut console = at_contract(80, 24);
    console.press("e");
    console.types("!");
    console.press("ctrl-x");
    let Administration::EditContract(_, first) = act(&console) else {
        panic!("nothing was asked for")
    };
    assert_eq!(
        (first.value.name.as_str(), first.seen.as_deref()),
        ("Taskfire 2026!", Some("seen"))
    );
    console.end(Err(NotAdministered::Refused {
        code: "stale".to_owned(),
        text: "Somebody else changed this meanwhile.".to_owned(),
        field: None,
    }));
    assert!(shown(&console).contains("Somebody else changed"), "{}", shown(&console));
    let mut newer = answers::contract();
    newer.fields.number = "C-7".to_owned();
    newer.fields.end = Some(date("2027-03-31"));
    newer.seen = "newer".to_owned();
    console.say(Answer::Contract(Box::new(newer.clone())));
    console.press("ctrl-x");
    let Administration::EditContract(_, again) = act(&console) else {
        panic!("nothing was asked for")
    };
    let expected = ContractFields {
        name: "Taskfire 2026!".to_owned(),
        ..newer.fields
    };
    assert_eq!((again.value, again.seen.as_deref()), (expected, Some("newer")));
}

#[test]
fn a_contract_shows_its_services_and_their_units_day_by_day() {
    reviewed_in_every_language("contract", at_contract, |console| console.press("j"));
}

#[test]
fn units_change_from_a_day_and_licences_are_not_changed_by_hand() {
    let mut console = at_contract(80, 24);
    console.press("u");
    assert!(
        console.message().contains("Licence billing sets"),
        "{}",
        console.message()
    );
    reviewed_in_every_language("contract_units", at_contract, |console| console.press("j u"));
    console.press("j u");
    console.types("-1");
    console.press("tab ctrl-u");
    console.types("2026-11-15");
    console.press("ctrl-x");
    let Administration::ChangeUnits(12, change) = act(&console) else {
        panic!("{:?}", act(&console))
    };
    assert_eq!((change.change, change.from), (-1, Some(date("2026-11-15"))));
}

#[test]
fn a_price_is_typed_with_a_comma_and_one_with_eight_decimals_is_not_sent() {
    let mut console = at_contract(80, 24);
    console.press("j p");
    assert!(
        shown(&console).contains("Another price holds from the next"),
        "{}",
        shown(&console)
    );
    console.press("ctrl-u");
    console.types("1.00000001");
    console.press("ctrl-x");
    assert!(shown(&console).contains("four decimals at most"), "{}", shown(&console));
    console.press("ctrl-u");
    console.types("-5");
    console.press("ctrl-x");
    assert_eq!(console.acts(), 0);
    console.press("ctrl-u");
    console.types("22,5");
    console.press("ctrl-x");
    let Administration::ChangePrice(12, change) = act(&console) else {
        panic!("{:?}", act(&console))
    };
    assert_eq!(change.unit_price, price("22.50"));
}

#[test]
fn a_service_is_added_renewed_and_repeated() {
    let mut console = at_contract(80, 24);
    console.press("N");
    console.types("monitoring");
    console.press("tab tab ctrl-u");
    console.types("3");
    console.press("ctrl-x");
    let Administration::AddContractService(ContractId(1), new) = act(&console) else {
        panic!("{:?}", act(&console))
    };
    assert_eq!((new.sold, new.units, new.unit_price), (Sold::Service(5), 3, None));
    console.end(Ok(()));
    console.press("R ctrl-x");
    assert!(
        matches!(act(&console), Administration::RenewContract(ContractId(1), renewal) if renewal.months == Some(12))
    );
    console.end(Ok(()));
    console.press("d");
    console.bring(&Loaded::Choices(vec![Pickable {
        choice: Choice::Company(CompanyId(175)),
        label: "Birch & Sons".to_owned(),
        detail: String::new(),
    }]));
    console.types("birch");
    console.press("tab ctrl-x");
    assert!(
        matches!(act(&console), Administration::CloneContract(ContractId(1), cloning) if cloning.company == CompanyId(175))
    );
}

#[test]
fn a_contract_for_one_person_is_repeated_for_a_whole_client_only_where_that_is_said() {
    let mut console = at_contracts(80, 24);
    let mut page = answers::contract();
    page.scope = Some(ContractScope::Customer(ContactId(7)));
    page.scope_name = Some("Tom Reyes".to_owned());
    console.press("enter");
    console.say(Answer::Contract(Box::new(page)));
    console.press("d");
    console.bring(&Loaded::Choices(vec![Pickable {
        choice: Choice::Company(CompanyId(175)),
        label: "Birch & Sons".to_owned(),
        detail: String::new(),
    }]));
    assert!(shown(&console).contains("Tom Reyes"), "{}", shown(&console));
    console.types("birch");
    console.press("tab ctrl-x");
    assert!(shown(&console).contains("Say that it holds"), "{}", shown(&console));
    assert_eq!(console.acts(), 0);
    console.press("space ctrl-x");
    assert!(
        matches!(act(&console), Administration::CloneContract(_, cloning) if cloning.scope == Some(ContractScope::OrgUnit))
    );
}

/// At Acme's licence billing.
#[test]
fn a_bundle_is_added_and_a_service_of_the_catalogue_is_edited() {
    reviewed_in_every_language("service_add", at_contract, |console| console.press("N down"));
    reviewed_in_every_language("service_edit", with_monitoring, |console| console.press("E"));
    let mut console = at_contract(80, 24);
    console.press("N");
    console.types("office");
    console.press("ctrl-x");
    let Administration::AddContractService(_, new) = act(&console) else {
        panic!("{:?}", console.effects)
    };
    assert_eq!(new.sold, Sold::Bundle(31));

    let mut console = with_monitoring(80, 24);
    console.press("E");
    console.types(" 24/7");
    console.press("ctrl-x");
    let Administration::EditService(5, wanted) = act(&console) else {
        panic!("{:?}", console.effects)
    };
    assert_eq!(
        (wanted.value.name.as_str(), wanted.seen.as_deref()),
        ("Monitoring 24/7", Some("seen 5"))
    );
    console.end(Err(NotAdministered::Refused {
        code: "stale".to_owned(),
        text: "Somebody else changed this meanwhile.".to_owned(),
        field: None,
    }));
    let mut newer = monitored();
    newer.catalogue[0].fields.unit_price = price("19.00");
    newer.catalogue[0].seen = "newer".to_owned();
    console.say(Answer::Contract(Box::new(newer)));
    console.press("ctrl-x");
    let Administration::EditService(5, again) = act(&console) else {
        panic!("{:?}", console.effects)
    };
    assert_eq!(
        (again.value.name.as_str(), again.value.unit_price, again.seen.as_deref()),
        ("Monitoring 24/7", price("19.00"), Some("newer"))
    );

    let mut console = with_monitoring(80, 24);
    console.press("G E");
    assert!(
        console.message().contains("a bundle is edited"),
        "{}",
        console.message()
    );
}

/// Monitoring of the catalogue on the contract, and a bundle after it.
fn monitored() -> ContractPage {
    let mut page = answers::contract();
    page.services.remove(0);
    page.services[0].sold = Sold::Service(5);
    let mut bundle = page.services[0].clone();
    bundle.contract_service = 13;
    bundle.sold = Sold::Bundle(31);
    bundle.name = "Office pack".to_owned();
    page.services.push(bundle);
    page
}

fn with_monitoring(columns: u16, rows: u16) -> Console {
    let mut console = at_contracts(columns, rows);
    console.press("enter");
    console.say(Answer::Contract(Box::new(monitored())));
    console.effects.clear();
    console
}

pub fn at_automation(columns: u16, rows: u16) -> Console {
    let mut console = at_contracts(columns, rows);
    console.press("a");
    console.say(Answer::Automation(Box::new(answers::automation())));
    console.effects.clear();
    console
}

#[test]
fn the_service_waits_for_the_contract_and_recommendations_stand_below() {
    reviewed_in_every_language("automation_off", at_automation, |_| {});
    let mut console = at_automation(80, 24);
    console.press("j enter");
    assert!(
        console.message().contains("The service is chosen once a contract is."),
        "{}",
        console.message()
    );
    console.press("ctrl-x");
    assert_eq!(console.acts(), 0);
}

#[test]
fn a_partial_first_month_is_said_with_its_cure_and_the_total_after_saving() {
    reviewed_in_every_language("automation_chosen", at_automation, |console| {
        console.press("enter enter enter enter");
    });
    let mut console = at_automation(80, 24);
    console.press("enter enter");
    console.press("enter");
    let pick = shown(&console);
    assert!(pick.contains("Backup"), "{pick}");
    console.press("enter ctrl-x");
    let Administration::SaveAutomation(CompanyId(174), choice) = act(&console) else {
        panic!("{:?}", act(&console))
    };
    assert_eq!(
        (choice.contract, choice.contract_service),
        (Some(ContractId(1)), Some(11))
    );
    console.end(Ok(()));
    assert_eq!(console.message(), "Acme: 4 licences × 20.00 = 80.00 EUR a month.");
}

#[test]
fn an_expired_contract_is_greyed_out_and_warned_of() {
    let at_expired = |columns, rows| {
        let mut console = at_contracts(columns, rows);
        console.press("a");
        console.say(Answer::Automation(Box::new(answers::automated())));
        console
    };
    reviewed_in_every_language("automation_expired", at_expired, |_| {});
    let mut console = at_expired(80, 24);
    assert!(shown(&console).contains("as early as possible"), "{}", shown(&console));
    console.press("j j enter");
    assert!(shown(&console).contains("has ended. Left empty"), "{}", shown(&console));
    console.press("ctrl-x");
    assert_eq!(console.app.pane::<automation::Pane>().unwrap().from, None);
    let mut console = at_expired(80, 24);
    console.press("D ctrl-x");
    assert!(
        matches!(act(&console), Administration::StopAutomation(CompanyId(174), stop) if stop.from == Some(date("2026-11-20")))
    );
}

#[test]
fn a_contract_that_is_made_for_automation_is_chosen_by_itself() {
    let mut console = at_automation(80, 24);
    console.press("N ctrl-x");
    let Administration::CreateContract(_, new) = act(&console) else {
        panic!("{:?}", act(&console))
    };
    assert_eq!(
        (new.kind, new.fields.anchor),
        (ContractKind::Recurring, Anchor::Calendar)
    );
    console.end(Ok(()));
    let mut page = answers::automation();
    let mut made = page.contracts[0].clone();
    made.id = ContractId(9);
    made.services.clear();
    page.contracts.insert(0, made);
    console.say(Answer::Automation(Box::new(page.clone())));
    let pane = console.app.pane::<automation::Pane>().unwrap();
    assert_eq!((pane.contract, pane.service), (Some(ContractId(9)), None));
    console.press("N");
    console.types("taskfire");
    console.press("tab ctrl-x");
    assert!(
        matches!(act(&console), Administration::AddContractService(ContractId(9), new) if new.sold == Sold::Service(6))
    );
    console.end(Ok(()));
    let mut service = page.contracts[1].services[0].clone();
    service.contract_service = 91;
    page.contracts[0].services.push(service);
    console.say(Answer::Automation(Box::new(page)));
    assert_eq!(console.app.pane::<automation::Pane>().unwrap().service, Some(91));
}

pub fn settings(items: &[&str]) -> ContractSettings {
    let item = |at: usize, name: &str| ItemLine {
        id: ItemId(71 + i64::try_from(at).unwrap()),
        name: name.to_owned(),
        serial_number: "SN-1".to_owned(),
        company: None,
        contact: None,
    };
    let items: Vec<ItemLine> = items.iter().enumerate().map(|(at, name)| item(at, name)).collect();
    ContractSettings {
        is_active: false,
        requires_contract: false,
        time_expired_option: None,
        items_without_owner: items,
        refused: vec![RefusedLine {
            company: CompanyId(174),
            company_name: "Acme".to_owned(),
            person: "Tom Reyes".to_owned(),
            item: None,
            contact: None,
            day: "2026-11-19".to_owned(),
        }],
    }
}

pub fn at_settings(columns: u16, rows: u16) -> Console {
    let mut console = at_contracts(columns, rows);
    console.press("S");
    console
}

/// At the settings of contracts, with items that have no owner.
pub fn at_open_settings(columns: u16, rows: u16) -> Console {
    let mut console = at_settings(columns, rows);
    console.say(Answer::ContractSettings(Box::new(settings(&["Plotter 7", HOSTILE]))));
    console
}

#[test]
fn activation_waits_for_owners_and_asks_without_a_default() {
    reviewed_in_every_language("contract_settings", at_open_settings, |_| {});
    let mut console = at_settings(80, 24);
    console.say(Answer::ContractSettings(Box::new(settings(&["Plotter 7"]))));
    console.press("A");
    assert!(
        console.message().contains("Give every item an owner first"),
        "{}",
        console.message()
    );
    console.press("enter");
    console.bring(&Loaded::Choices(vec![Pickable {
        choice: Choice::Company(CompanyId(174)),
        label: "Acme".to_owned(),
        detail: String::new(),
    }]));
    console.types("acme");
    console.press("tab");
    console.bring(&Loaded::Choices(vec![Pickable {
        choice: Choice::Contact(ContactId(11)),
        label: "Hannah Ortiz".to_owned(),
        detail: String::new(),
    }]));
    console.types("hannah");
    console.press("tab ctrl-x");
    let owner = Owner {
        company: CompanyId(174),
        contact: Some(ContactId(11)),
    };
    assert_eq!(act(&console), Administration::AssignItem(ItemId(71), owner));
    console.end(Ok(()));
    console.say(Answer::ContractSettings(Box::new(settings(&[]))));
    console.press("A ctrl-x");
    assert_eq!(console.acts(), 1, "nothing is chosen for them");
    assert!(shown(&console).contains("there is no default"), "{}", shown(&console));
    console.types("leave");
    console.press("ctrl-x");
    let Administration::ActivateContracts(activation) = act(&console) else {
        panic!("{:?}", act(&console))
    };
    assert_eq!(activation.time_expired_option, Some(TimeExpired::Ignore));
}

#[test]
fn validation_is_switched_after_a_question() {
    let mut console = at_settings(80, 24);
    let active = ContractSettings {
        is_active: true,
        ..settings(&[])
    };
    console.say(Answer::ContractSettings(Box::new(active)));
    console.press("v");
    assert!(
        shown(&console).contains("only where a contract covers them"),
        "{}",
        shown(&console)
    );
    console.press("ctrl-x");
    assert!(matches!(act(&console), Administration::SetValidation(switch) if switch.is_active));
}
