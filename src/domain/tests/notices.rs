//! Who is told (2.5).

use super::support::*;
use crate::base::ids::{ContactId, QueueId};
use crate::domain::company::Taskfire;
use crate::domain::note::Audience;
use crate::domain::notice::NoticeEvent::{self, *};
use crate::domain::notice::Recipient::{self, AssigneeOrQueue, Contact, TaskfireAdministrators};
use crate::domain::statuses::system;
use crate::domain::ticket::Situation;
use crate::domain::{Act, Actor, Facts, Outcome, Side, Ticket};
use serde_json::json;

type Told = Vec<(NoticeEvent, Vec<Recipient>)>;

fn told(outcome: &Outcome) -> Told {
    outcome
        .notices
        .iter()
        .map(|notice| (notice.event, notice.to.clone()))
        .collect()
}

fn telling(act: &Act, ticket: &Ticket, actor: &Actor, facts: &Facts) -> Told {
    told(&done(act, ticket, actor, facts))
}

fn person(actor: &Actor) -> Recipient {
    Recipient::Person(actor.person)
}

fn note(audience: Audience) -> Act {
    Act::AddNote {
        audience,
        title: String::new(),
        text: "x".to_owned(),
    }
}

fn carrying_over() -> Facts {
    facts_with(Taskfire {
        complete_taskfire_with_autotask: true,
        complete_autotask_with_taskfire: true,
        ..taskfire()
    })
}

fn without_assignee(mut ticket: Ticket, side: Side) -> Ticket {
    set_assignee(&mut ticket, side, None);
    ticket
}

#[test]
fn n1_a_new_ticket_is_confirmed_to_the_contact_and_told_to_the_assignee_or_queue() {
    let new = |fields| Act::Create(Box::new(serde_json::from_value(fields).unwrap()));
    let act = new(json!({"companyID": ACME, "title": "Printer"}));
    let queue = AssigneeOrQueue(Side::Autotask, Some(QueueId(501)));
    let made = telling(&act, &provider_only(), &tech(), &facts());
    assert_eq!(made, [(TicketCreated, vec![Contact, queue])]);
    let desk_made = telling(&act, &internal(), &desk(), &facts());
    assert_eq!(desk_made, [(TicketCreated, vec![Contact, person(&other_desk())])]);
}

#[test]
fn n2_an_escalation_is_told_to_the_providers_queue_or_assignee_the_contact_and_the_clients_assignee() {
    let first = telling(&escalate(), &internal(), &other_desk(), &facts());
    let queue = AssigneeOrQueue(Side::Autotask, Some(QueueId(501)));
    assert_eq!(first, [(Escalated, vec![queue, Contact, person(&desk())])]);
    let again = telling(&escalate(), &transferred(), &desk(), &facts());
    assert_eq!(
        again,
        [(Escalated, vec![person(&tech()), Contact])],
        "the assignee who escalates knows"
    );
}

#[test]
fn n3_a_transfer_is_told_to_the_clients_assignee_else_its_administrators() {
    assert_eq!(
        telling(&transfer(), &escalated(), &tech(), &facts()),
        [(Transferred, vec![person(&desk())])]
    );
    let unassigned = without_assignee(escalated(), Side::Taskfire);
    let told = telling(&transfer(), &unassigned, &tech(), &facts());
    assert_eq!(told, [(Transferred, vec![TaskfireAdministrators])]);
}

#[test]
fn n4_a_decline_is_told_once_with_its_reason_to_assignee_and_administrators() {
    let outcome = done(&decline("Out of scope"), &just_escalated(), &tech(), &facts());
    assert_eq!(
        told(&outcome),
        [(Declined, vec![person(&desk()), TaskfireAdministrators])]
    );
    assert_eq!(outcome.notices[0].text, "Out of scope");
}

#[test]
fn n5_a_recall_is_told_to_the_providers_assignee_or_queue() {
    let told = telling(&recall(), &just_escalated(), &desk(), &facts());
    assert_eq!(
        told,
        [(Recalled, vec![AssigneeOrQueue(Side::Autotask, Some(QueueId(500)))])]
    );
    let mut taken = just_escalated();
    set_assignee(&mut taken, Side::Autotask, Some(tech().person));
    assert_eq!(
        telling(&recall(), &taken, &desk(), &facts()),
        [(Recalled, vec![person(&tech())])]
    );
}

#[test]
fn n7_an_assignment_is_told_to_the_new_assignee_but_not_to_whoever_takes_a_ticket() {
    let assign = |to: &Actor| Act::Assign {
        assignee: Some(to.person),
    };
    let given = telling(
        &assign(&other_tech()),
        &escalated(),
        &tech(),
        &facts_naming(&other_tech()),
    );
    assert_eq!(given, [(Assigned, vec![person(&other_tech())])]);
    let taken = telling(
        &assign(&other_tech()),
        &escalated(),
        &other_tech(),
        &facts_naming(&other_tech()),
    );
    assert_eq!(taken, []);
}

#[test]
fn n8_a_status_is_told_to_the_holders_assignee_if_that_is_somebody_else() {
    let begun = set_status(system::TASKFIRE_IN_PROGRESS);
    assert_eq!(
        telling(&begun, &escalated(), &desk(), &facts()),
        [(StatusChanged, vec![person(&tech())])]
    );
    let own = set_status(system::AUTOTASK_WAITING_CUSTOMER);
    assert_eq!(telling(&own, &escalated(), &tech(), &facts()), []);
    assert_eq!(
        telling(&own, &escalated(), &other_tech(), &facts()),
        [(StatusChanged, vec![person(&tech())])]
    );
}

#[test]
fn n8_a_status_that_was_there_before_is_told_to_nobody() {
    let same = set_status(system::AUTOTASK_IN_PROGRESS);
    assert_eq!(telling(&same, &escalated(), &other_tech(), &facts()), []);
    let done_before = closed(Side::Autotask);
    assert_eq!(
        telling(&complete(Side::Autotask), &done_before, &other_tech(), &facts()),
        []
    );
}

#[test]
fn n8_the_contact_hears_of_a_completion_only_when_the_ticket_becomes_closed() {
    let half = telling(&complete(Side::Autotask), &escalated(), &tech(), &facts());
    assert_eq!(half, [], "the client's status is still open, and the assignee did it");
    let nearly = ticket_in(
        Situation::Escalated,
        system::AUTOTASK_IN_PROGRESS,
        system::TASKFIRE_COMPLETE,
    );
    let closing = telling(&complete(Side::Autotask), &nearly, &tech(), &facts());
    assert_eq!(closing, [(StatusChanged, vec![Contact])]);
    let single = telling(&complete(Side::Autotask), &provider_only(), &other_tech(), &facts());
    assert_eq!(single, [(StatusChanged, vec![person(&tech()), Contact])]);
}

#[test]
fn n9_a_completion_that_carried_over_is_told_to_the_other_sides_assignee_and_the_contact() {
    let told = telling(&complete(Side::Autotask), &escalated(), &tech(), &carrying_over());
    assert_eq!(told, [(CompletionCarriedOver, vec![person(&desk()), Contact])]);
    let told = telling(&complete(Side::Taskfire), &transferred(), &desk(), &carrying_over());
    assert_eq!(told, [(CompletionCarriedOver, vec![person(&tech()), Contact])]);
}

#[test]
fn n10_a_reopening_is_told_to_both_assignees() {
    let told = telling(&Act::Reopen, &closed(Side::Autotask), &other_tech(), &facts());
    assert_eq!(told, [(Reopened, vec![person(&tech()), person(&desk())])]);
    let told = telling(&Act::Reopen, &closed(Side::Autotask), &desk(), &facts());
    assert_eq!(told, [(Reopened, vec![person(&tech())])]);
}

#[test]
fn n15_a_public_note_is_told_to_the_other_sides_assignee_and_the_contact() {
    let public = note(Audience::Public);
    assert_eq!(
        telling(&public, &escalated(), &desk(), &facts()),
        [(PublicNote, vec![person(&tech()), Contact])]
    );
    assert_eq!(
        telling(&public, &escalated(), &tech(), &facts()),
        [(PublicNote, vec![person(&desk()), Contact])]
    );
    assert_eq!(
        telling(&public, &provider_only(), &tech(), &facts()),
        [(PublicNote, vec![Contact])]
    );
}

#[test]
fn n15_a_resolution_given_as_a_note_is_told_as_one() {
    let act = Act::Complete {
        resolution: "Toner".to_owned(),
    };
    let events: Vec<_> = telling(&act, &escalated(), &desk(), &facts())
        .into_iter()
        .map(|told| told.0)
        .collect();
    assert_eq!(events, [StatusChanged, PublicNote]);
}

#[test]
fn n16_an_internal_note_is_told_on_its_own_side_only() {
    let internal = note(Audience::Internal);
    let by_tech = telling(&internal, &escalated(), &other_tech(), &facts());
    assert_eq!(by_tech, [(InternalNote, vec![person(&tech())])]);
    let by_desk = telling(&internal, &escalated(), &other_desk(), &facts());
    assert_eq!(by_desk, [(InternalNote, vec![person(&desk())])]);
    assert_eq!(telling(&internal, &escalated(), &desk(), &facts()), []);
}

#[test]
fn a_contact_who_is_named_by_the_ticket_is_the_recipient_contact_not_a_person() {
    assert_eq!(escalated().contact, Some(ContactId(33)));
    let told = telling(&note(Audience::Public), &internal(), &other_desk(), &facts());
    assert_eq!(told, [(PublicNote, vec![Contact])]);
}
