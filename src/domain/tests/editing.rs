//! The common fields belong to the holder (2.3, D-40).

use super::support::*;
use crate::base::ids::{CompanyId, ContactId, RequestTypeId};
use crate::domain::company::Taskfire;
use crate::domain::editing::Edit;
use crate::domain::facts::{Lookup, PersonFacts};
use crate::domain::history::{Entry, Readers};
use crate::domain::outcome::Certainty;
use crate::domain::{Act, Facts, Refusal, Side};
use serde_json::{Value, json};

fn edit(fields: Value) -> Act {
    Act::Edit(serde_json::from_value::<Box<Edit>>(fields).unwrap())
}

fn facts_of_contact(company: CompanyId, active: bool) -> Facts {
    Facts {
        contact: Lookup::Found(PersonFacts {
            level: None,
            company,
            active,
        }),
        ..facts()
    }
}

#[test]
fn only_the_holder_edits_the_common_fields() {
    for (ticket, holder) in [
        (internal(), Side::Taskfire),
        (provider_only(), Side::Autotask),
        (escalated(), Side::Autotask),
        (transferred(), Side::Taskfire),
    ] {
        for fields in [
            json!({"title": "x"}),
            json!({"description": "x"}),
            json!({"resolution": "x"}),
            json!({"issueType": 3}),
            json!({"item": "x"}),
            json!({"contactID": null}),
            json!({"dueDateTime": "2026-06-01T10:00:00Z"}),
        ] {
            let act = edit(fields);
            let outcome = done(&act, &ticket, &colleague(holder), &facts());
            assert_eq!(outcome.history.len(), 1, "{act:?}");
            let refusal = refused(&act, &ticket, &worker(holder.other()), &facts());
            assert_eq!(refusal, Refusal::NotHolder { holder });
        }
    }
}

#[test]
fn what_is_left_out_stays_and_null_clears() {
    let mut ticket = escalated();
    ticket.request_type = Some(RequestTypeId(2));
    ticket.item = Some("HP M404".to_owned());
    ticket.due = Some(at(90));
    let kept = done(&edit(json!({"title": "Printer again"})), &ticket, &tech(), &facts()).ticket;
    assert_eq!(
        (kept.request_type, kept.item, kept.due),
        (ticket.request_type, ticket.item.clone(), ticket.due)
    );
    let act = edit(json!({"issueType": null, "item": null, "dueDateTime": null, "contactID": null}));
    let cleared = done(&act, &ticket, &tech(), &facts()).ticket;
    assert_eq!(
        (cleared.request_type, cleared.item, cleared.due, cleared.contact),
        (None, None, None, None)
    );
    assert_eq!(cleared.title, ticket.title);
}

#[test]
fn an_edit_that_changes_nothing_writes_no_history() {
    let act = edit(json!({"title": "Printer ", "item": " "}));
    assert!(done(&act, &escalated(), &tech(), &facts()).history.is_empty());
}

#[test]
fn a_title_is_never_blank_and_texts_keep_to_their_lengths() {
    let act = edit(json!({"title": " "}));
    assert_eq!(
        refused(&act, &escalated(), &tech(), &facts()),
        Refusal::Required { field: "title" }
    );
    for (field, limit) in [
        ("title", 255),
        ("description", 8_000),
        ("resolution", 32_000),
        ("item", 100),
    ] {
        let text = |length| edit(json!({field: "x".repeat(length)}));
        assert!(apply(&text(limit), &escalated(), &tech(), &facts()).is_ok(), "{field}");
        let limit_of = i64::try_from(limit).unwrap();
        let refusal = refused(&text(limit + 1), &escalated(), &tech(), &facts());
        assert_eq!(refusal, Refusal::OutOfRange { field, limit: limit_of });
    }
}

#[test]
fn the_company_never_changes_once_a_ticket_is_shared_nor_by_the_client() {
    let act = edit(json!({"companyID": BETA}));
    assert_eq!(refused(&act, &escalated(), &tech(), &facts()), Refusal::CompanyFixed);
    assert_eq!(refused(&act, &transferred(), &desk(), &facts()), Refusal::CompanyFixed);
    assert_eq!(refused(&act, &internal(), &desk(), &facts()), Refusal::CompanyFixed);
    assert_eq!(done(&act, &provider_only(), &tech(), &facts()).ticket.company, BETA);
}

#[test]
fn another_company_takes_the_former_ones_contact_off_the_ticket() {
    let moved = done(&edit(json!({"companyID": BETA})), &provider_only(), &tech(), &facts());
    assert_eq!(moved.ticket.contact, None);
    let fields: Vec<_> = moved.history.iter().filter_map(|entry| entry.field).collect();
    assert_eq!(fields, ["contactID", "companyID"]);
    let providers_own = |entry: &Entry| entry.readers == Readers::Autotask;
    assert!(moved.history.iter().all(providers_own), "they name the former client");
    let named = edit(json!({"companyID": BETA, "contactID": 44}));
    let with_contact = done(&named, &provider_only(), &tech(), &facts_of_contact(BETA, true));
    assert_eq!(with_contact.ticket.contact, Some(ContactId(44)));
}

#[test]
fn whether_taskfire_works_on_a_ticket_is_asked_anew_for_another_company() {
    let act = edit(json!({"companyID": BETA}));
    for (since, eligible) in [(at(-61), true), (at(-60), true), (at(-59), false)] {
        let state = Taskfire {
            enabled_since: Some(since),
            ..taskfire()
        };
        let ticket = done(&act, &provider_only(), &tech(), &facts_with(state)).ticket;
        assert_eq!(ticket.eligible, eligible, "created at minute -60");
    }
    let unknown = Facts {
        taskfire: Lookup::Unknown,
        ..facts()
    };
    assert_eq!(
        done(&act, &provider_only(), &tech(), &unknown).certainty,
        Certainty::ServerDecides
    );
}

#[test]
fn a_contact_is_an_active_one_of_the_tickets_company() {
    let act = edit(json!({"contactID": 44}));
    assert!(apply(&act, &escalated(), &tech(), &facts_of_contact(ACME, true)).is_ok());
    let refusal = Refusal::NotUsable { field: "contactID" };
    for facts in [facts_of_contact(BETA, true), facts_of_contact(ACME, false), facts()] {
        assert_eq!(refused(&act, &escalated(), &tech(), &facts), refusal);
    }
}
