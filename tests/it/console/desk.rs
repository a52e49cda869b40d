//! A small desk to look at: tickets in each situation, as the local copy would show them.

use std::sync::Arc;
use tandem::base::Timestamp;
use tandem::base::ids::{CompanyId, ContactId, QueueId, ResourceId, TicketId};
use tandem::domain::facts::Lookup;
use tandem::domain::statuses::system;
use tandem::domain::{Actor, Agency, Facts, Person, Priority, SecurityLevel, Side, SideState, Statuses, Ticket};
use tandem::entities::{Row, TICKET};
use tandem::records;
use tandem::records::views::{
    CompanyCard, LocalMarks, Named, QueueLine, SharedLine, SideLine, TicketLine, TicketView, ViewCounts,
};
use tandem::records::windows::{Count, ListWindow, OwnSignIn, Viewer};
use tandem::tui::msg::Desk;

/// Friday, 20 November 2026, 10:42 UTC.
pub const NOW: i64 = 1_795_171_320_000;

pub fn now() -> Timestamp {
    Timestamp::from_millis(NOW)
}

pub fn maria() -> Viewer {
    Viewer {
        actor: Actor {
            person: Person::Resource(ResourceId(3)),
            name: "Maria Keller".to_owned(),
            level: SecurityLevel::ProviderAdmin,
            company: CompanyId(0),
            agency: Agency::Human,
        },
        user_name: "maria".to_owned(),
        company_name: "Northwind Managed IT".to_owned(),
        instance_name: "Northwind Managed IT".to_owned(),
        sign_in: Some(OwnSignIn::default()),
        has_next_portal: false,
        is_next_portal: false,
    }
}

fn side(side: Side, status: i64, assignee: Option<i64>) -> SideState {
    SideState {
        status: tandem::base::ids::StatusId(status),
        since: now().plus_minutes(-40),
        queue: Some(QueueId(5)),
        priority: Priority::HIGH,
        assignee: assignee.map(|number| Person::of(side, number)),
    }
}

/// A ticket of the desk, by its place in it.
pub fn ticket(id: i64, title: &str, autotask: Option<i64>, taskfire: Option<i64>, holder: Side) -> Ticket {
    Ticket {
        id: TicketId(id),
        number: format!("T20261120.{id:04}"),
        version: 1,
        company: CompanyId(174),
        contact: Some(ContactId(11)),
        title: title.to_owned(),
        description: "Since this morning the printer feeds paper but every page is blank.".to_owned(),
        resolution: String::new(),
        request_type: None,
        item: None,
        configuration_item: None,
        source: None,
        due: Some(now().plus_minutes(78)),
        shared: autotask.is_some() && taskfire.is_some(),
        holder,
        autotask: autotask.map(|status| side(Side::Autotask, status, Some(3))),
        taskfire: taskfire.map(|status| side(Side::Taskfire, status, Some(12))),
        secondaries: Vec::new(),
        eligible: true,
        contract: None,
        held: false,
        created_at: now().plus_minutes(-107),
        first_response: None,
        completed: None,
        closed: None,
    }
}

pub fn line(ticket: &Ticket) -> TicketLine {
    let statuses = Statuses::standard();
    let side_line = |state: &SideState| SideLine {
        status: statuses.label(state.status),
        kind: statuses.kind(state.status),
        since: state.since,
        queue: Some("Level 1".to_owned()),
        priority: state.priority,
        assignee: state.assignee.map(|person| Named {
            person,
            name: if person.side() == Side::Autotask {
                "Maria Keller"
            } else {
                "Tom Reyes"
            }
            .to_owned(),
        }),
    };
    TicketLine {
        id: ticket.id,
        number: ticket.number.clone(),
        title: ticket.title.clone(),
        company: ticket.company,
        company_name: "Acme".to_owned(),
        contact_name: Some("Hannah Ortiz".to_owned()),
        autotask: ticket.autotask.as_ref().map(side_line),
        taskfire: ticket.taskfire.as_ref().map(side_line),
        holder: ticket.holder,
        shared: ticket.shared,
        due: ticket.due,
        created_at: ticket.created_at,
        changed_at: ticket.created_at,
        closed_at: None,
        marks: LocalMarks::default(),
    }
}

pub fn view(ticket: &Ticket) -> Arc<TicketView> {
    let mut row = Row::new(&TICKET);
    records::ticket::write(ticket, &mut row);
    let taskfire = tandem::domain::company::Taskfire {
        enabled: true,
        enabled_since: Some(now().plus_minutes(-100_000)),
        complete_taskfire_with_autotask: true,
        complete_autotask_with_taskfire: false,
    };
    Arc::new(TicketView {
        user_defined: vec![("Asset Tag".to_owned(), "A-17".to_owned())],
        line: line(ticket),
        ticket: ticket.clone(),
        row,
        facts: Facts {
            taskfire: Lookup::Found(taskfire),
            ..Facts::unknown(Arc::new(Statuses::standard()))
        },
        contact: None,
        company: CompanyCard {
            id: ticket.company,
            name: "Acme".to_owned(),
            phone: None,
            city: None,
            parent: None,
            taskfire: true,
            open_tickets: 11,
        },
        request_type: None,
        secondaries: Vec::new(),
        note_count: 2,
        minutes: 75,
        last_words: Vec::new(),
    })
}

/// Tickets in each situation of 2.2.
pub fn tickets() -> Vec<Ticket> {
    let (new, work, waiting) = (
        system::AUTOTASK_NEW.0,
        system::AUTOTASK_IN_PROGRESS.0,
        system::AUTOTASK_WAITING_CUSTOMER.0,
    );
    let (client, provider) = (system::AUTOTASK_WITH_CLIENT.0, system::TASKFIRE_WITH_PROVIDER.0);
    vec![
        ticket(
            7,
            "Printer on 3rd floor prints blank pages",
            Some(work),
            Some(provider),
            Side::Autotask,
        ),
        ticket(
            11,
            "VPN drops every 20 minutes",
            Some(client),
            Some(system::TASKFIRE_IN_PROGRESS.0),
            Side::Taskfire,
        ),
        ticket(98, "New starter laptop for Monday", Some(new), None, Side::Autotask),
        ticket(
            64,
            "Outlook search finds nothing",
            Some(waiting),
            Some(provider),
            Side::Autotask,
        ),
        ticket(
            61,
            "Scanner to e-mail fails with error 535",
            Some(new),
            Some(provider),
            Side::Autotask,
        ),
        ticket(
            40,
            "Shared drive asks for password",
            Some(5),
            Some(system::TASKFIRE_IN_PROGRESS.0),
            Side::Taskfire,
        ),
    ]
}

pub fn window(tickets: &[Ticket]) -> ListWindow {
    let number = u64::try_from(tickets.len()).unwrap_or_default();
    ListWindow {
        lines: tickets.iter().map(line).collect(),
        is_start: true,
        is_end: true,
        total: Count { number, or_more: false },
        is_by_fields_only: false,
    }
}

pub fn desk() -> Desk {
    let queue = |id, name: &str, open| QueueLine {
        id: QueueId(id),
        name: name.to_owned(),
        side: Side::Autotask,
        company: None,
        open,
    };
    let shared = |id, name: &str, open| SharedLine {
        company: CompanyId(id),
        name: name.to_owned(),
        open,
    };
    Desk {
        statuses: Arc::new(Statuses::standard()),
        views: Some(ViewCounts {
            mine: 9,
            mine_late: 2,
            unassigned: 14,
            back: 3,
        }),
        queues: vec![
            queue(4, "Client Portal", 6),
            queue(5, "Level 1", 31),
            queue(6, "Level 2", 12),
            queue(7, "Projects", 0),
        ],
        shared: vec![shared(174, "Acme", 11), shared(175, "Birch & Sons", 5)],
        unsent: 0,
        stopped: 0,
        stopwatches: Vec::new(),
    }
}

/// Tom Reyes of Acme, who works in Taskfire.
pub fn tom() -> Viewer {
    Viewer {
        actor: Actor {
            person: Person::Contact(ContactId(12)),
            name: "Tom Reyes".to_owned(),
            level: SecurityLevel::TaskfireResource,
            company: CompanyId(174),
            agency: Agency::Human,
        },
        user_name: "tom".to_owned(),
        company_name: "Acme".to_owned(),
        ..maria()
    }
}

/// The desk as Tom's side sees it.
pub fn client_desk() -> Desk {
    let queue = |id, name: &str, open| QueueLine {
        id: QueueId(id),
        name: name.to_owned(),
        side: Side::Taskfire,
        company: Some(CompanyId(174)),
        open,
    };
    let provider = QueueLine {
        side: Side::Autotask,
        company: None,
        ..queue(5, "Level 1", 31)
    };
    Desk {
        queues: vec![provider, queue(60, "First line", 4), queue(61, "Onsite", 2)],
        shared: vec![SharedLine {
            company: CompanyId(174),
            name: "Acme".to_owned(),
            open: 11,
        }],
        ..desk()
    }
}
