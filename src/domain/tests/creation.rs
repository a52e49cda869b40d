//! Rows 1 to 3: who holds a new ticket and where it starts.

use super::support::*;
use crate::base::ids::{ContactId, QueueId};
use crate::domain::creation::NewTicket;
use crate::domain::facts::{Lookup, PersonFacts};
use crate::domain::outcome::Certainty;
use crate::domain::statuses::system;
use crate::domain::ticket::{SOURCE_CLIENT_PORTAL, Situation};
use crate::domain::{Actor, Facts, Outcome, Priority, Refusal, Side};
use serde_json::{Value, json};

fn new(fields: Value) -> NewTicket {
    let mut body = json!({"companyID": ACME, "title": "Printer"});
    let (Some(body_fields), Value::Object(fields)) = (body.as_object_mut(), fields) else {
        panic!("fields are an object");
    };
    body_fields.extend(fields);
    serde_json::from_value(body).unwrap()
}

fn open(fields: Value, actor: &Actor, facts: &Facts) -> Result<Outcome, Refusal> {
    new(fields).open(actor, facts, at(0))
}

fn without_taskfire() -> Facts {
    Facts {
        taskfire: Lookup::Missing,
        ..facts()
    }
}

#[test]
fn row_1_what_the_clients_people_create_is_the_clients_while_taskfire_is_on() {
    for actor in [desk(), desk_admin(), manager(), advanced(), basic()] {
        let ticket = open(json!({}), &actor, &facts()).unwrap().ticket;
        assert_eq!(ticket.situation(), Situation::ClientInternal);
        assert_eq!(status(&ticket, Side::Taskfire), Some(system::TASKFIRE_NEW));
        assert_eq!(ticket.autotask, None, "D-01");
        assert!(ticket.eligible);
        assert_eq!(ticket.source, Some(SOURCE_CLIENT_PORTAL), "CPX-05");
    }
}

#[test]
fn row_1_a_new_client_ticket_starts_where_the_clients_settings_say() {
    let ticket = open(json!({}), &desk(), &facts()).unwrap().ticket;
    let part = ticket.taskfire.unwrap();
    assert_eq!(
        (part.queue, part.assignee),
        (Some(QueueId(601)), Some(other_desk().person))
    );
    assert_eq!(part.priority, Priority::MEDIUM);
}

#[test]
fn row_2_what_a_portal_user_creates_without_taskfire_is_the_providers() {
    for actor in [manager(), advanced(), basic()] {
        let ticket = open(json!({}), &actor, &without_taskfire()).unwrap().ticket;
        assert_eq!(ticket.situation(), Situation::ProviderOnly);
        assert_eq!(status(&ticket, Side::Autotask), Some(system::AUTOTASK_NEW));
        assert_eq!(ticket.autotask.as_ref().unwrap().queue, Some(QueueId(501)));
        assert_eq!(ticket.taskfire, None, "D-01");
        assert!(!ticket.eligible, "CPX-06");
        assert_eq!(ticket.source, Some(SOURCE_CLIENT_PORTAL));
    }
}

#[test]
fn row_3_what_the_provider_creates_is_the_providers_with_taskfire_on_and_off() {
    for (facts, eligible) in [(facts(), true), (without_taskfire(), false)] {
        let ticket = open(json!({"source": 4}), &tech(), &facts).unwrap().ticket;
        assert_eq!(ticket.situation(), Situation::ProviderOnly);
        assert_eq!((ticket.eligible, ticket.source), (eligible, Some(4)));
    }
}

#[test]
fn a_contact_who_creates_a_ticket_is_its_contact() {
    assert_eq!(
        open(json!({}), &basic(), &facts()).unwrap().ticket.contact,
        Some(ContactId(33))
    );
    assert_eq!(open(json!({}), &tech(), &facts()).unwrap().ticket.contact, None);
}

#[test]
fn a_basic_user_creates_tickets_for_nobody_else() {
    let facts = Facts {
        contact: Lookup::Found(PersonFacts {
            level: None,
            company: ACME,
            active: true,
        }),
        ..facts()
    };
    let refusal = Refusal::NotUsable { field: "contactID" };
    assert_eq!(open(json!({"contactID": 32}), &basic(), &facts), Err(refusal));
    assert!(open(json!({"contactID": 33}), &basic(), &facts).is_ok());
    assert!(open(json!({"contactID": 33}), &manager(), &facts).is_ok());
}

#[test]
fn a_title_of_blanks_is_none() {
    let refusal = Refusal::Required { field: "title" };
    assert_eq!(open(json!({"title": " \t\n"}), &tech(), &facts()), Err(refusal));
}

#[test]
fn texts_have_their_fields_lengths_counted_in_characters() {
    let title = |length: usize| json!({"title": "é".repeat(length)});
    assert!(open(title(255), &tech(), &facts()).is_ok());
    let refusal = Refusal::OutOfRange {
        field: "title",
        limit: 255,
    };
    assert_eq!(open(title(256), &tech(), &facts()), Err(refusal));
}

#[test]
fn a_contact_creates_tickets_of_the_own_company_only() {
    let refusal = Refusal::NotUsable { field: "companyID" };
    assert_eq!(open(json!({"companyID": BETA}), &desk_admin(), &facts()), Err(refusal));
}

#[test]
fn a_contact_of_another_company_or_one_who_left_cant_be_a_tickets_contact() {
    for (company, active) in [(BETA, true), (ACME, false)] {
        let facts = Facts {
            contact: Lookup::Found(PersonFacts {
                level: None,
                company,
                active,
            }),
            ..facts()
        };
        let refusal = Refusal::NotUsable { field: "contactID" };
        assert_eq!(open(json!({"contactID": 9}), &tech(), &facts), Err(refusal));
    }
}

#[test]
fn portal_levels_choose_neither_assignee_nor_queue_nor_status() {
    for actor in [manager(), advanced(), basic()] {
        for steered in [
            json!({"queue": 1}),
            json!({"status": 108}),
            json!({"assignee": {"contact": 21}}),
        ] {
            let steered = match steered.get("queue") {
                Some(queue) => json!({"queueID": queue}),
                None => steered,
            };
            assert_eq!(open(steered, &actor, &facts_naming(&desk())), Err(Refusal::Forbidden));
        }
    }
}

#[test]
fn nobody_steers_the_other_sides_part_of_a_new_ticket() {
    let body = json!({"assignee": {"resource": 11}});
    let facts = Facts {
        taskfire: Lookup::Missing,
        ..facts_naming(&tech())
    };
    assert_eq!(open(body, &desk(), &facts), Err(Refusal::Forbidden));
}

#[test]
fn a_new_ticket_takes_the_queue_and_assignee_that_are_named() {
    let mut facts = facts_naming(&other_tech());
    facts.queue = facts_of_queue(Side::Autotask, None).queue;
    let body = json!({"queueID": 77, "assignee": {"resource": 12}, "priority": 4});
    let part = open(body, &tech(), &facts).unwrap().ticket.autotask.unwrap();
    assert_eq!(part.queue, Some(QueueId(77)));
    assert_eq!(part.assignee, Some(other_tech().person));
    assert_eq!(part.priority, Priority::CRITICAL);
}

#[test]
fn a_priority_that_the_picklist_lacks_is_refused() {
    let refusal = Refusal::NotUsable { field: "priority" };
    assert_eq!(open(json!({"priority": 9}), &tech(), &facts()), Err(refusal));
}

#[test]
fn a_new_ticket_with_another_status_is_a_creation_and_a_change_of_status() {
    let outcome = open(json!({"status": 5}), &tech(), &facts()).unwrap();
    assert_eq!(status(&outcome.ticket, Side::Autotask), Some(system::AUTOTASK_COMPLETE));
    let events: Vec<_> = outcome.history.iter().map(|entry| entry.event.word()).collect();
    assert_eq!(events, ["created", "autotask_status", "closed"]);
    let with_client = json!({"status": system::AUTOTASK_WITH_CLIENT});
    assert_eq!(
        open(with_client, &tech(), &facts()),
        Err(Refusal::StatusByHandover),
        "13.1"
    );
}

#[test]
fn a_copy_that_doesnt_know_the_company_leaves_the_decision_to_the_server() {
    let unknown = Facts {
        taskfire: Lookup::Unknown,
        ..facts()
    };
    for actor in [tech(), desk()] {
        assert_eq!(
            open(json!({}), &actor, &unknown).unwrap().certainty,
            Certainty::ServerDecides
        );
        assert_eq!(open(json!({}), &actor, &facts()).unwrap().certainty, Certainty::Certain);
    }
}
