//! The operations on a real database file.

use super::administration::{self, Asker, LOCAL};
use super::change::Asked;
use super::people::{self, NewContact, NewPortalUser, NewResource};
use super::{OperationError, Operations, facts};
use crate::base::ids::{CompanyId, QueueId, TicketId};
use crate::base::{ManualClock, Timestamp, Zone};
use crate::domain::creation::NewTicket;
use crate::domain::note::Audience;
use crate::domain::{Act, Actor, Agency, Person, Refusal, SecurityLevel, Side};
use crate::entities::{Row, Surface, TICKET};
use crate::query::{Filter, Query};
use crate::records::administration::Administration;
use crate::records::administration::setup::Acceptance;
use crate::server::store::{Database, Instance};
use std::sync::Arc;

/// A desk in a file of its own, with a technician and a client's Taskfire administrator.
struct Desk {
    operations: Operations,
    technician: Actor,
    client: Actor,
    _folder: tempfile::TempDir,
}

/// Switches Taskfire on the way it is switched on.
async fn accept(operations: &Operations, administrator: Person, company: CompanyId) {
    let actor =
        operations.read(move |connection| Ok(people::actor(connection, administrator, Agency::Human)?.unwrap()));
    let asker = Asker {
        actor: actor.await.unwrap(),
        origin: LOCAL.to_owned(),
    };
    let newest = operations
        .agreement(asker.actor.clone(), "en".to_owned())
        .await
        .unwrap();
    let acceptance = Acceptance {
        version: newest.version,
        language: newest.language,
        terms_accepted: true,
        is_entitled: true,
    };
    let act = Administration::AcceptAgreement(company, acceptance);
    let accepted = operations.write(move |writing| administration::carry_out(writing, &asker, &act, None));
    accepted.await.unwrap();
}

async fn desk() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let instance = Instance {
        name: "Northwind".to_owned(),
        zone: "Europe/Berlin".parse::<Zone>().unwrap(),
    };
    let at = Timestamp::parse("2026-11-19T23:30:00Z").unwrap();
    let database = Database::open(&folder.path().join("desk.sqlite"), &instance, at).unwrap();
    let operations = Operations::new(database, Arc::new(ManualClock::new(at)));
    let resource = |user_name: &str, level| NewResource {
        user_name: user_name.to_owned(),
        first_name: "Tina".to_owned(),
        last_name: "Lund".to_owned(),
        email: format!("{user_name}@northwind.test"),
        level,
        password: None,
    };
    let administrator = resource("ada", SecurityLevel::ProviderAdmin);
    let administrator = operations.create_resource(administrator).await.unwrap();
    let resource = resource("tina", SecurityLevel::ProviderTech);
    let resource = operations.create_resource(resource).await.unwrap();
    let company = operations.create_company("Acme".to_owned()).await.unwrap();
    accept(&operations, Person::Resource(administrator), company).await;
    let contact = NewContact {
        company,
        first_name: "Ana".to_owned(),
        last_name: "Sosa".to_owned(),
        email: "ana@acme.test".to_owned(),
        phone: None,
        portal: Some(NewPortalUser {
            user_name: "ana".to_owned(),
            level: SecurityLevel::TaskfireAdministrator,
            password: None,
        }),
    };
    let contact = operations.create_contact(contact).await.unwrap();
    let actor = |person: Person| {
        operations.read(move |connection| Ok(people::actor(connection, person, Agency::Human)?.unwrap()))
    };
    let technician = actor(Person::Resource(resource)).await.unwrap();
    let client = actor(Person::Contact(contact)).await.unwrap();
    Desk {
        operations,
        technician,
        client,
        _folder: folder,
    }
}

fn new_ticket(company: CompanyId, title: &str) -> Asked {
    let json = serde_json::json!({"companyID": company, "title": title});
    let new: NewTicket = serde_json::from_value(json).unwrap();
    Asked::new(TicketId(0), Act::Create(Box::new(new)))
}

fn note(ticket: &Row, text: &str, audience: Audience) -> Asked {
    let act = Act::AddNote {
        audience,
        title: String::new(),
        text: text.to_owned(),
    };
    Asked::new(TicketId(ticket.id()), act)
}

async fn found(desk: &Desk, reader: &Actor, words: &str) -> usize {
    let query = Query::new(Filter::words(&TICKET, words).unwrap(), Surface::Tandem);
    let page = desk.operations.query(reader.clone(), query, None).await.unwrap();
    page.rows.len()
}

#[tokio::test]
async fn tickets_are_numbered_by_the_providers_day() {
    let desk = desk().await;
    let mut numbers = Vec::new();
    for title in ["Printer", "Scanner"] {
        let settled = desk
            .operations
            .change(desk.client.clone(), new_ticket(desk.client.company, title))
            .await
            .unwrap();
        numbers.push(settled.ticket.text("ticketNumber").unwrap().to_owned());
    }
    assert_eq!(numbers, ["T20261120.0001", "T20261120.0002"]);
}

#[tokio::test]
async fn a_clients_own_ticket_does_not_exist_for_the_provider_until_it_is_escalated() {
    let desk = desk().await;
    let ticket = desk
        .operations
        .change(desk.client.clone(), new_ticket(desk.client.company, "Printer hums"))
        .await
        .unwrap()
        .ticket;
    let secret = note(&ticket, "the password is zebra", Audience::Internal);
    desk.operations.change(desk.client.clone(), secret).await.unwrap();
    let probe = note(&ticket, "hello", Audience::Public);
    let refused = desk.operations.change(desk.technician.clone(), probe).await;
    assert!(matches!(refused, Err(OperationError::NotFound)));
    assert_eq!(found(&desk, &desk.technician, "printer").await, 0);
    assert_eq!(found(&desk, &desk.client, "zebra").await, 1);
    let escalate = Asked::new(TicketId(ticket.id()), Act::Escalate { reason: String::new() });
    let escalated = desk.operations.change(desk.client.clone(), escalate).await.unwrap();
    assert_eq!(escalated.ticket.integer("version"), Some(3));
    assert_eq!(found(&desk, &desk.technician, "prin").await, 1);
    assert_eq!(
        found(&desk, &desk.technician, "zebra").await,
        0,
        "internal notes stay internal"
    );
    assert_eq!(found(&desk, &desk.client, "zebra").await, 1);
}

#[tokio::test]
async fn a_ticket_counts_the_notes_and_minutes_that_it_has() {
    let desk = desk().await;
    let ticket = desk
        .operations
        .change(desk.technician.clone(), new_ticket(desk.client.company, "Printer"))
        .await
        .unwrap()
        .ticket;
    for audience in [Audience::Public, Audience::Internal] {
        let note = note(&ticket, "text", audience);
        desk.operations.change(desk.technician.clone(), note).await.unwrap();
    }
    let act = Act::LogTime {
        worked_on: crate::base::Date::parse("2026-11-20").unwrap(),
        started_at: None,
        minutes: 25,
        summary: String::new(),
        internal_notes: String::new(),
    };
    let asked = Asked::new(TicketId(ticket.id()), act);
    let settled = desk.operations.change(desk.technician.clone(), asked).await.unwrap();
    let count = |name: &str| settled.ticket.integer(name);
    assert_eq!(
        (
            count("noteCount"),
            count("publicNoteCount"),
            count("minutesAutotask"),
            count("version")
        ),
        (Some(2), Some(1), Some(25), Some(4))
    );
}

#[tokio::test]
async fn a_change_is_stale_only_by_what_it_saw() {
    let desk = desk().await;
    let ticket = desk
        .operations
        .change(desk.technician.clone(), new_ticket(desk.client.company, "Printer"))
        .await
        .unwrap()
        .ticket;
    let assign = |saw: Option<i64>| {
        let assignee = Some(desk.technician.person);
        let mut asked = Asked::new(TicketId(ticket.id()), Act::Assign { assignee });
        asked.seen.insert("assignedResourceID".to_owned(), saw.into());
        desk.operations.change(desk.technician.clone(), asked)
    };
    assign(None).await.unwrap();
    let Err(OperationError::Stale { current, fields }) = assign(None).await else {
        panic!("not stale")
    };
    assert_eq!(fields, ["assignedResourceID"]);
    assert_eq!(
        current.integer("assignedResourceID"),
        Some(desk.technician.person.number())
    );
    assert_eq!(current.integer("assignedResourceRoleID"), Some(1));
}

#[tokio::test]
async fn user_names_are_unique_over_both_sides_whatever_their_case() {
    let desk = desk().await;
    let resource = NewResource {
        user_name: "ANA".to_owned(),
        first_name: "A".to_owned(),
        last_name: "B".to_owned(),
        email: "a@b.test".to_owned(),
        level: SecurityLevel::ProviderTech,
        password: None,
    };
    let refused = desk.operations.create_resource(resource).await;
    assert!(matches!(refused, Err(OperationError::Refused(Refusal::UserNameTaken))));
}

#[tokio::test]
async fn a_request_types_default_assignee_and_queue_count_only_while_they_can_be_used() {
    let desk = desk().await;
    let company = desk.client.company;
    let operations = &desk.operations;
    let request_type = operations
        .create_request_type("Hardware".to_owned(), Some(QueueId(6)), None)
        .await
        .unwrap();
    let queue = operations
        .create_queue("Second line".to_owned(), Side::Taskfire, Some(company))
        .await
        .unwrap();
    let Person::Contact(ana) = desk.client.person else {
        panic!("a client's person")
    };
    operations
        .set_request_type(company, request_type, Some(queue), Some(ana))
        .await
        .unwrap();
    let routed = async || {
        let read = operations.read(move |connection| Ok(facts::routing(connection, company, Some(request_type))?));
        read.await.unwrap()
    };
    let usable = routed().await;
    assert_eq!(
        (usable.autotask_queue, usable.taskfire_queue, usable.taskfire_assignee),
        (QueueId(6), Some(queue), Some(ana))
    );
    let leave =
        "UPDATE contact SET is_active = 0; UPDATE queue SET is_active = 0 WHERE name IN ('Second line', 'Post Sale')";
    operations
        .write(move |writing| Ok(writing.execute_batch(leave)?))
        .await
        .unwrap();
    let unusable = routed().await;
    assert_eq!(
        (unusable.autotask_queue, unusable.taskfire_assignee),
        (QueueId(5), None)
    );
    assert!(
        unusable.taskfire_queue.is_some_and(|first| first != queue),
        "the client's first one"
    );
}
