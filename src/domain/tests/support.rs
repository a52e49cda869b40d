//! People, tickets and facts that the tests start from.

use crate::base::ids::{CompanyId, ContactId, QueueId, ResourceId, StatusId, TicketId};
use crate::base::{Date, Timestamp};
use crate::domain::company::Taskfire;
use crate::domain::contract::Answer;
use crate::domain::facts::{Lookup, PersonFacts, QueueFacts, Routing};
use crate::domain::statuses::system;
use crate::domain::ticket::{Closed, Completed, Situation};
use crate::domain::{
    Act, Actor, Agency, Facts, Outcome, Person, Priority, Refusal, SecurityLevel, Side, SideState, StatusKind,
    Statuses, Ticket,
};
use std::sync::Arc;

pub const ACME: CompanyId = CompanyId(4);
pub const BETA: CompanyId = CompanyId(5);

/// The minute of a day in 2026.
pub fn at(minute: i64) -> Timestamp {
    Timestamp::from_millis(1_778_400_000_000).plus_minutes(minute)
}

pub fn actor(person: Person, level: SecurityLevel) -> Actor {
    Actor {
        person,
        name: format!("{person:?}"),
        level,
        company: if person.side() == Side::Autotask {
            CompanyId(0)
        } else {
            ACME
        },
        agency: Agency::Human,
    }
}

fn resource(number: i64, level: SecurityLevel) -> Actor {
    actor(Person::Resource(ResourceId(number)), level)
}

fn contact(number: i64, level: SecurityLevel) -> Actor {
    actor(Person::Contact(ContactId(number)), level)
}

pub fn provider_admin() -> Actor {
    resource(10, SecurityLevel::ProviderAdmin)
}

/// The assignee of the Autotask side, where the tests name one.
pub fn tech() -> Actor {
    resource(11, SecurityLevel::ProviderTech)
}

pub fn other_tech() -> Actor {
    resource(12, SecurityLevel::ProviderTech)
}

pub fn desk_admin() -> Actor {
    contact(20, SecurityLevel::TaskfireAdministrator)
}

/// The assignee of the Taskfire side, where the tests name one.
pub fn desk() -> Actor {
    contact(21, SecurityLevel::TaskfireResource)
}

pub fn other_desk() -> Actor {
    contact(22, SecurityLevel::TaskfireResource)
}

pub fn manager() -> Actor {
    contact(31, SecurityLevel::PortalManager)
}

pub fn advanced() -> Actor {
    contact(32, SecurityLevel::PortalAdvanced)
}

/// The contact of every ticket of these tests.
pub fn basic() -> Actor {
    contact(33, SecurityLevel::PortalBasic)
}

pub fn automation() -> Actor {
    Actor {
        agency: Agency::Automation,
        ..resource(13, SecurityLevel::ProviderAdmin)
    }
}

/// Somebody who works tickets for this side: its assignee where the tests name one.
pub fn worker(side: Side) -> Actor {
    match side {
        Side::Autotask => tech(),
        Side::Taskfire => desk(),
    }
}

pub fn colleague(side: Side) -> Actor {
    match side {
        Side::Autotask => other_tech(),
        Side::Taskfire => other_desk(),
    }
}

pub fn taskfire() -> Taskfire {
    Taskfire {
        enabled: true,
        enabled_since: Some(at(-1000)),
        complete_taskfire_with_autotask: false,
        complete_autotask_with_taskfire: false,
    }
}

/// Facts in which everything is found and allowed.
pub fn facts() -> Facts {
    Facts {
        statuses: Arc::new(Statuses::standard()),
        taskfire: Lookup::Found(taskfire()),
        routing: Lookup::Found(Routing {
            autotask_queue: QueueId(501),
            taskfire_queue: Some(QueueId(601)),
            taskfire_assignee: Some(ContactId(22)),
        }),
        queue: Lookup::Missing,
        person: Lookup::Missing,
        contact: Lookup::Missing,
        contract: Lookup::Found(Answer::Open(None)),
        today: Lookup::Found(Date::parse("2026-05-10").unwrap()),
    }
}

/// Facts with Taskfire in this state.
pub fn facts_with(state: Taskfire) -> Facts {
    Facts {
        taskfire: Lookup::Found(state),
        ..facts()
    }
}

/// Facts that know the person whom an act names.
pub fn facts_naming(actor: &Actor) -> Facts {
    Facts {
        person: Lookup::Found(PersonFacts {
            level: Some(actor.level),
            company: actor.company,
            active: true,
        }),
        ..facts()
    }
}

/// Facts that know the queue that an act names.
pub fn facts_of_queue(side: Side, company: Option<CompanyId>) -> Facts {
    Facts {
        queue: Lookup::Found(QueueFacts { side, company }),
        ..facts()
    }
}

fn part(side: Side, status: StatusId) -> SideState {
    SideState {
        status,
        since: at(-60),
        queue: Some(QueueId(if side == Side::Autotask { 500 } else { 600 })),
        priority: Priority::HIGH,
        assignee: Some(worker(side).person),
    }
}

/// A ticket of Acme in a situation of 2.2; a side that has a part there has this status.
pub fn ticket_in(situation: Situation, autotask: StatusId, taskfire: StatusId) -> Ticket {
    let (shared, holder) = match situation {
        Situation::ClientInternal => (false, Side::Taskfire),
        Situation::ProviderOnly => (false, Side::Autotask),
        Situation::Escalated => (true, Side::Autotask),
        Situation::Transferred => (true, Side::Taskfire),
    };
    let mut ticket = Ticket {
        id: TicketId(7),
        number: "T20260510.0001".to_owned(),
        version: 1,
        company: ACME,
        contact: Some(ContactId(33)),
        title: "Printer".to_owned(),
        description: String::new(),
        resolution: String::new(),
        request_type: None,
        item: None,
        configuration_item: None,
        source: None,
        due: None,
        shared,
        holder,
        autotask: (shared || holder == Side::Autotask).then(|| part(Side::Autotask, autotask)),
        taskfire: (shared || holder == Side::Taskfire).then(|| part(Side::Taskfire, taskfire)),
        secondaries: Vec::new(),
        eligible: true,
        contract: None,
        held: false,
        created_at: at(-60),
        first_response: None,
        completed: None,
        closed: None,
    };
    let statuses = Statuses::standard();
    let complete = |side| ticket.kind(side, &statuses) == Some(StatusKind::Complete);
    let (completed, closed) = (complete(Side::Autotask), ticket.is_closed(&facts()));
    let begun = ticket
        .kind(Side::Autotask, &statuses)
        .is_some_and(|kind| kind != StatusKind::New);
    ticket.first_response = begun.then(|| at(-30));
    ticket.completed = completed.then(|| Completed { at: at(-5), by: None });
    ticket.closed = closed.then(|| Closed { at: at(-5), by: holder });
    ticket
}

/// Held by the provider, whose technician works on it.
pub fn escalated() -> Ticket {
    ticket_in(
        Situation::Escalated,
        system::AUTOTASK_IN_PROGRESS,
        system::TASKFIRE_WITH_PROVIDER,
    )
}

/// Escalated a moment ago: nobody of the provider has begun.
pub fn just_escalated() -> Ticket {
    let mut ticket = ticket_in(
        Situation::Escalated,
        system::AUTOTASK_NEW,
        system::TASKFIRE_WITH_PROVIDER,
    );
    set_assignee(&mut ticket, Side::Autotask, None);
    ticket
}

pub fn transferred() -> Ticket {
    ticket_in(
        Situation::Transferred,
        system::AUTOTASK_WITH_CLIENT,
        system::TASKFIRE_IN_PROGRESS,
    )
}

pub fn internal() -> Ticket {
    ticket_in(
        Situation::ClientInternal,
        system::AUTOTASK_NEW,
        system::TASKFIRE_IN_PROGRESS,
    )
}

pub fn provider_only() -> Ticket {
    ticket_in(
        Situation::ProviderOnly,
        system::AUTOTASK_IN_PROGRESS,
        system::TASKFIRE_NEW,
    )
}

/// Shared, complete on both sides.
pub fn closed(holder: Side) -> Ticket {
    let situation = match holder {
        Side::Autotask => Situation::Escalated,
        Side::Taskfire => Situation::Transferred,
    };
    ticket_in(situation, system::AUTOTASK_COMPLETE, system::TASKFIRE_COMPLETE)
}

pub fn set_assignee(ticket: &mut Ticket, side: Side, person: Option<Person>) {
    ticket.side_mut(side).as_mut().expect("the side has a part").assignee = person;
}

pub fn apply(act: &Act, ticket: &Ticket, actor: &Actor, facts: &Facts) -> Result<Outcome, Refusal> {
    act.apply(ticket, actor, facts, at(0))
}

/// What follows, for acts that the rules allow.
pub fn done(act: &Act, ticket: &Ticket, actor: &Actor, facts: &Facts) -> Outcome {
    apply(act, ticket, actor, facts).expect("the rules allow it")
}

/// Why the rules refuse it.
pub fn refused(act: &Act, ticket: &Ticket, actor: &Actor, facts: &Facts) -> Refusal {
    match apply(act, ticket, actor, facts) {
        Err(refusal) => refusal,
        Ok(outcome) => panic!("{act:?} was allowed: {outcome:?}"),
    }
}

pub fn status(ticket: &Ticket, side: Side) -> Option<StatusId> {
    ticket.side(side).map(|state| state.status)
}

pub fn assignee(ticket: &Ticket, side: Side) -> Option<Person> {
    ticket.side(side).and_then(|state| state.assignee)
}

pub fn set_status(status: StatusId) -> Act {
    Act::SetStatus { status }
}

pub fn complete(side: Side) -> Act {
    set_status(match side {
        Side::Autotask => system::AUTOTASK_COMPLETE,
        Side::Taskfire => system::TASKFIRE_COMPLETE,
    })
}

pub fn escalate() -> Act {
    Act::Escalate {
        reason: "Beyond us".to_owned(),
    }
}

pub fn transfer() -> Act {
    Act::Transfer { reason: String::new() }
}

pub fn decline(reason: &str) -> Act {
    Act::Decline {
        reason: reason.to_owned(),
    }
}

pub fn recall() -> Act {
    Act::Recall { reason: String::new() }
}
