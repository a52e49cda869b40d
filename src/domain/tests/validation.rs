//! Requests that need a contract: linked, held, refused, made together with one (rows 4, 23, 27; D-22, D-23, D-29).

use super::support::*;
use crate::base::Date;
use crate::base::ids::ContractId;
use crate::domain::contract::validation::Taker;
use crate::domain::contract::{Answer, Form, Offer};
use crate::domain::creation::NewTicket;
use crate::domain::facts::Lookup;
use crate::domain::note::Audience;
use crate::domain::notice::{NoticeEvent, Recipient};
use crate::domain::{Act, Actor, Facts, Outcome, Refusal, Side};
use serde_json::{Value, json};

fn facts_saying(answer: Answer) -> Facts {
    Facts {
        contract: Lookup::Found(answer),
        ..facts()
    }
}

fn created(more: Value, actor: &Actor, facts: &Facts) -> Result<Outcome, Refusal> {
    let mut body = json!({"companyID": ACME.0, "title": "Printer", "configurationItemID": 1});
    for (name, value) in more.as_object().into_iter().flatten() {
        body[name] = value.clone();
    }
    let new: NewTicket = serde_json::from_value(body).unwrap();
    new.open(actor, facts, at(0))
}

fn time(worked_on: &str) -> Act {
    Act::LogTime {
        worked_on: Date::parse(worked_on).unwrap(),
        started_at: None,
        minutes: 15,
        summary: String::new(),
        internal_notes: String::new(),
    }
}

#[test]
fn a_request_is_linked_held_or_refused_as_the_search_says() {
    let open = created(json!({}), &tech(), &facts_saying(Answer::Open(Some(ContractId(3))))).unwrap();
    assert_eq!((open.ticket.contract, open.ticket.held), (Some(ContractId(3)), false));
    let held = created(json!({}), &tech(), &facts_saying(Answer::Held(ContractId(4)))).unwrap();
    assert_eq!((held.ticket.contract, held.ticket.held), (Some(ContractId(4)), true));
    let told = held
        .notices
        .iter()
        .find(|notice| notice.event == NoticeEvent::HeldForContract);
    let to = [Recipient::Contact, Recipient::ProviderAdministrators];
    assert_eq!(told.map(|notice| notice.to.as_slice()), Some(to.as_slice()), "N13");
    let offers = Offer::of(Some(crate::base::ids::ItemId(1)));
    for (actor, taker) in [(tech(), Taker::Administrators), (provider_admin(), Taker::You)] {
        let refused = created(json!({}), &actor, &facts_saying(Answer::Refused(offers)));
        assert_eq!(refused, Err(Refusal::ContractRequired { offers, taker }), "D-23");
    }
}

#[test]
fn a_clients_own_ticket_needs_no_contract() {
    let refusing = facts_saying(Answer::Refused(Offer::of(None)));
    let ticket = created(json!({}), &desk(), &refusing).unwrap().ticket;
    assert_eq!(
        (ticket.holder, ticket.contract, ticket.held),
        (Side::Taskfire, None, false),
        "D-29"
    );
}

#[test]
fn an_administrator_makes_request_and_contract_in_one_step_and_nobody_else_does() {
    let refusing = facts_saying(Answer::Refused(Offer::of(None)));
    let body = json!({"newContract": {"form": "subscription"}});
    let outcome = created(body.clone(), &provider_admin(), &refusing).unwrap();
    let contract = outcome.new_contract.unwrap().contract;
    assert_eq!((contract.form, outcome.ticket.held), (Form::Subscription, false));
    for actor in [tech(), desk_admin(), manager()] {
        assert_eq!(created(body.clone(), &actor, &refusing), Err(Refusal::Forbidden));
    }
    let later = json!({"newContract": {"form": "subscription", "start": "2026-07-01"}});
    let outcome = created(later, &provider_admin(), &refusing).unwrap();
    assert!(outcome.ticket.held, "its contract starts later");
}

#[test]
fn row_27_a_held_request_takes_notes_and_neither_time_nor_statuses_of_the_provider() {
    let mut ticket = escalated();
    ticket.held = true;
    let complete = Act::Complete {
        resolution: String::new(),
    };
    for act in [time("2026-05-10"), complete, super::support::complete(Side::Autotask)] {
        assert_eq!(
            refused(&act, &ticket, &tech(), &facts()),
            Refusal::RequestHeld,
            "{act:?}"
        );
    }
    let note = Act::AddNote {
        audience: Audience::Public,
        title: String::new(),
        text: "We wait".to_owned(),
    };
    assert!(apply(&note, &ticket, &tech(), &facts()).is_ok());
    assert!(
        apply(&time("2026-05-10"), &ticket, &desk(), &facts()).is_ok(),
        "the client's own"
    );
}

#[test]
fn an_escalation_is_held_or_refused_too_and_refused_changes_nothing() {
    let held = done(
        &escalate(),
        &internal(),
        &desk(),
        &facts_saying(Answer::Held(ContractId(4))),
    )
    .ticket;
    assert_eq!((held.holder, held.held), (Side::Autotask, true));
    let again = done(
        &escalate(),
        &transferred(),
        &desk(),
        &facts_saying(Answer::Held(ContractId(4))),
    )
    .ticket;
    assert!(!again.held, "only what enters the provider's side for the first time");
}

#[test]
fn time_on_a_day_that_has_come_nowhere_yet_is_refused() {
    let day = |days: i64| at(days * 24 * 60).date().to_string();
    assert!(apply(&time(&day(0)), &escalated(), &tech(), &facts()).is_ok());
    assert_eq!(
        refused(&time(&day(2)), &escalated(), &tech(), &facts()),
        Refusal::TimeInFuture
    );
}
