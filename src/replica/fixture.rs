//! A small desk in a real file, for the tests of this module.

use super::{Answer, FeedRow, Page, Replica, Step};
use crate::base::Timestamp;
use crate::base::ids::{ChangeId, CompanyId, ContactId, ResourceId, TicketId};
use crate::domain::note::Audience;
use crate::domain::statuses::system;
use crate::domain::{Act, Actor, Agency, Change, Person, SecurityLevel, Seen, Statuses};
use crate::entities::{COMPANY, CONTACT, QUEUE, RESOURCE, Row, STATUS, TICKET, TICKET_NOTE};
use tempfile::TempDir;

pub(super) const ACME: i64 = 7;
pub(super) const LEVEL_ONE: i64 = 8;
pub(super) const LEVEL_TWO: i64 = 9;
pub(super) const MARIA: i64 = 30;
pub(super) const JONAS: i64 = 31;
pub(super) const HANNAH: i64 = 40;

pub(super) fn at(minute: i64) -> Timestamp {
    Timestamp::from_millis(1_795_000_000_000).plus_minutes(minute)
}

pub(super) struct Desk {
    pub(super) replica: Replica,
    folder: TempDir,
}

impl Desk {
    /// A copy that has its names and these tickets.
    pub(super) fn with(tickets: Vec<Row>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let replica = Replica::open(&folder.path().join("copy.sqlite")).unwrap();
        let desk = Self { replica, folder };
        desk.replica.sign_in(&maria()).unwrap();
        desk.replica.begin("1").unwrap();
        desk.take(Step::Statuses, statuses());
        desk.take(
            Step::Queues,
            vec![queue(LEVEL_ONE, "Level 1"), queue(LEVEL_TWO, "Level 2")],
        );
        desk.take(Step::Companies, vec![acme()]);
        desk.take(
            Step::Resources,
            vec![resource(MARIA, "Maria"), resource(JONAS, "Jonas")],
        );
        desk.take(Step::Contacts, vec![hannah()]);
        desk.take(Step::Tickets, tickets);
        desk
    }

    pub(super) fn take(&self, step: Step, rows: Vec<Row>) {
        let page = Page {
            step,
            after: -1,
            rows,
            is_last: true,
        };
        self.replica.take_page(&page).unwrap();
    }

    /// Opens the same file once more, as another console does.
    pub(super) fn again(&self) -> Replica {
        Replica::open(&self.folder.path().join("copy.sqlite")).unwrap()
    }

    pub(super) fn record(&self, ticket: i64, act: Act) -> ChangeId {
        let change = change(ticket, act);
        self.replica.record(&change).unwrap();
        change.id
    }

    pub(super) fn feed(&self, row: Row) {
        let event = FeedRow {
            place: "2".to_owned(),
            entity: row.entity(),
            id: row.id(),
            row: Some(row),
        };
        self.replica.take_events(&[event], at(100)).unwrap();
    }

    pub(super) fn shown(&self, ticket: i64) -> Row {
        self.replica.ticket(TicketId(ticket)).unwrap().unwrap().row
    }
}

pub(super) fn maria() -> Actor {
    Actor {
        person: Person::Resource(ResourceId(MARIA)),
        name: "Maria Keller".to_owned(),
        level: SecurityLevel::ProviderTech,
        company: CompanyId(0),
        agency: Agency::Human,
    }
}

pub(super) fn change(ticket: i64, act: Act) -> Change {
    Change {
        id: ChangeId(uuid::Uuid::now_v7()),
        ticket: TicketId(ticket),
        seen: Seen::new(),
        act,
        written_at: at(60),
    }
}

pub(super) fn note(text: &str) -> Act {
    Act::AddNote {
        audience: Audience::Internal,
        title: String::new(),
        text: text.to_owned(),
    }
}

pub(super) fn create(title: &str) -> Act {
    let new = serde_json::json!({"companyID": ACME, "title": title, "queueID": LEVEL_ONE});
    Act::Create(Box::new(serde_json::from_value(new).unwrap()))
}

pub(super) fn answer(ticket: Row) -> Answer {
    Answer {
        ticket,
        added: Vec::new(),
    }
}

pub(super) fn ticket(id: i64) -> Row {
    let mut row = Row::new(&TICKET);
    row.set("id", id);
    row.set("ticketNumber", format!("T20261120.{id:04}"));
    row.set("version", 1_i64);
    row.set("title", format!("Printer {id} prints blank pages"));
    row.set("description", "Since this morning.");
    row.set("companyID", ACME);
    row.set("contactID", HANNAH);
    row.set("holder", "autotask");
    row.set("isShared", false);
    row.set("isTaskfireEligible", true);
    row.set("status", system::AUTOTASK_NEW.0);
    row.set("statusSince", at(0));
    row.set("queueID", LEVEL_ONE);
    row.set("priority", 2_i64);
    row.set("createDate", at(0));
    row.set("dueDateTime", at(id));
    row
}

/// The same ticket as a later version with another value.
pub(super) fn later(row: &Row, field: &str, value: impl Into<crate::entities::Value>) -> Row {
    let mut later = row.clone();
    later.set("version", row.integer("version").unwrap_or_default() + 1);
    later.set(field, value);
    later
}

pub(super) fn foreign_note(id: i64, ticket: i64, text: &str) -> Row {
    let mut row = Row::new(&TICKET_NOTE);
    row.set("id", id);
    row.set("ticketID", ticket);
    row.set("description", text);
    row.set("audience", "public");
    row.set("side", "taskfire");
    row.set("authorName", "Hannah Ortiz");
    row.set("authorContactID", HANNAH);
    row.set("createDateTime", at(70));
    row
}

fn statuses() -> Vec<Row> {
    let mut rows: Vec<Row> = Statuses::standard().iter().map(status).collect();
    rows.sort_by_key(Row::id);
    rows
}

fn status(status: &crate::domain::Status) -> Row {
    let mut row = Row::new(&STATUS);
    row.set("id", status.id.0);
    row.set("side", status.side.word());
    row.set("label", status.label.as_str());
    row.set("kind", status.kind.word());
    row.set("isDefault", status.is_default);
    row
}

fn queue(id: i64, name: &str) -> Row {
    let mut row = Row::new(&QUEUE);
    row.set("id", id);
    row.set("name", name);
    row.set("side", "autotask");
    row.set("isActive", true);
    row
}

fn acme() -> Row {
    let mut row = Row::new(&COMPANY);
    row.set("id", ACME);
    row.set("companyName", "Acme");
    row.set("isTaskFireActive", true);
    row.set("taskfireEnabledSince", at(-1000));
    row
}

fn resource(id: i64, first: &str) -> Row {
    let mut row = Row::new(&RESOURCE);
    row.set("id", id);
    row.set("firstName", first);
    row.set("lastName", "Keller");
    row.set("isActive", true);
    row.set("securityLevel", "provider_tech");
    row
}

fn hannah() -> Row {
    let mut row = Row::new(&CONTACT);
    row.set("id", HANNAH);
    row.set("companyID", ACME);
    row.set("firstName", "Hannah");
    row.set("lastName", "Ortiz");
    row.set("isActive", 1_i64);
    row.set("phone", "+44 20 7946 0012");
    row
}

pub(super) fn contact() -> ContactId {
    ContactId(HANNAH)
}
