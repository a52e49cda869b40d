//! The acts that leave holder and statuses alone: fields, assignment, priority, queue, notes, time (2.3, row 11).

use super::creation::{LONGEST_DESCRIPTION, LONGEST_ITEM, LONGEST_TITLE};
use super::facts::Lookup;
use super::history::{Entry, Event, Value};
use super::note::{Audience, LONGEST_NOTE, Note};
use super::notice::{NoticeEvent, Recipient};
use super::permission::{Action, Permission, permission};
use super::status_change::LONGEST_RESOLUTION;
use super::time_entry::{LONGEST_ENTRY, TimeEntry};
use super::{Actor, Facts, Outcome, Person, Priority, Refusal, Side, Ticket};
use crate::base::ids::{CompanyId, ContactId, QueueId, RequestTypeId, ResourceId};
use crate::base::{Date, Timestamp};
use serde::{Deserialize, Deserializer, Serialize};

/// Changes of common fields; what is `None` stays as it is, `Some(None)` clears.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Edit {
    /// Another company; only while never shared (2.3).
    #[serde(rename = "companyID", skip_serializing_if = "Option::is_none")]
    pub company: Option<CompanyId>,
    /// One line; must not be blank.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What is wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// What was done about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resolution: Option<String>,
    /// The request type.
    #[serde(
        rename = "issueType",
        skip_serializing_if = "Option::is_none",
        deserialize_with = "present"
    )]
    pub request_type: Option<Option<RequestTypeId>>,
    /// The thing concerned.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub item: Option<Option<String>>,
    /// The client's person it is about.
    #[serde(
        rename = "contactID",
        skip_serializing_if = "Option::is_none",
        deserialize_with = "present"
    )]
    pub contact: Option<Option<ContactId>>,
    /// Resolve by.
    #[serde(
        rename = "dueDateTime",
        skip_serializing_if = "Option::is_none",
        deserialize_with = "present"
    )]
    pub due: Option<Option<Timestamp>>,
}

/// A field that is there, null included: `Some(None)`.
fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<T>>, D::Error> {
    Option::<T>::deserialize(deserializer).map(Some)
}

impl Edit {
    /// The ticket with these fields changed, for the side that holds it (D-40).
    ///
    /// # Errors
    /// The other side's ticket, a blank title, a text that is too long, a contact of another company.
    pub fn apply(&self, ticket: &Ticket, actor: &Actor, facts: &Facts, at: Timestamp) -> Result<Outcome, Refusal> {
        require_permission(actor, Action::EditFields)?;
        if ticket.holder != actor.side() {
            return Err(Refusal::NotHolder { holder: ticket.holder });
        }
        self.check(ticket, actor, facts)?;
        let mut outcome = Outcome::unchanged(ticket);
        self.set_fields(&mut outcome.ticket);
        if let Some(company) = self.company.filter(|company| *company != ticket.company) {
            outcome.ticket.company = company;
            outcome.ticket.eligible =
                matches!(facts.taskfire, Lookup::Found(taskfire) if taskfire.covers(ticket.created_at));
        }
        record_edits(&mut outcome, ticket, actor, at);
        outcome.stamp(actor, &facts.statuses, at);
        Ok(outcome)
    }

    fn check(&self, ticket: &Ticket, actor: &Actor, facts: &Facts) -> Result<(), Refusal> {
        if self.title.as_ref().is_some_and(|title| title.trim().is_empty()) {
            return Err(Refusal::Required { field: "title" });
        }
        limit_text("title", self.title.as_deref().unwrap_or_default(), LONGEST_TITLE)?;
        limit_text(
            "description",
            self.description.as_deref().unwrap_or_default(),
            LONGEST_DESCRIPTION,
        )?;
        limit_text(
            "resolution",
            self.resolution.as_deref().unwrap_or_default(),
            LONGEST_RESOLUTION,
        )?;
        limit_text(
            "item",
            self.item.iter().flatten().next().map_or("", String::as_str),
            LONGEST_ITEM,
        )?;
        let company = self.company.unwrap_or(ticket.company);
        if company != ticket.company && (ticket.shared || actor.side() == Side::Taskfire) {
            return Err(Refusal::CompanyFixed);
        }
        match (self.contact.flatten(), facts.contact) {
            (None, _) | (Some(_), Lookup::Unknown) => Ok(()),
            (Some(_), Lookup::Found(contact)) if contact.active && contact.company == company => Ok(()),
            (Some(_), _) => Err(Refusal::NotUsable { field: "contactID" }),
        }
    }

    fn set_fields(&self, ticket: &mut Ticket) {
        if let Some(title) = &self.title {
            title.trim().clone_into(&mut ticket.title);
        }
        if let Some(description) = &self.description {
            description.trim_end().clone_into(&mut ticket.description);
        }
        if let Some(resolution) = &self.resolution {
            resolution.trim_end().clone_into(&mut ticket.resolution);
        }
        if let Some(request_type) = self.request_type {
            ticket.request_type = request_type;
        }
        if let Some(item) = &self.item {
            ticket.item = item
                .as_deref()
                .map(str::trim)
                .filter(|item| !item.is_empty())
                .map(str::to_owned);
        }
        if let Some(contact) = self.contact {
            ticket.contact = contact;
        }
        if let Some(due) = self.due {
            ticket.due = due;
        }
    }
}

/// One history entry for each field that differs. Long texts are named, not repeated.
fn record_edits(outcome: &mut Outcome, before: &Ticket, actor: &Actor, at: Timestamp) {
    let after = outcome.ticket.clone();
    let text = |text: &str| Some(Value::Text(text.to_owned()));
    let number = |number: Option<i64>| number.map(|number| Value::Text(number.to_string()));
    let moment = |moment: Option<Timestamp>| moment.map(|moment| Value::Text(moment.to_string()));
    let person = |contact: Option<ContactId>| contact.map(|contact| Value::Person(Person::Contact(contact)));
    let request_type = |ticket: &Ticket| number(ticket.request_type.map(|id| id.0));
    let fields = [
        (
            "title",
            before.title != after.title,
            text(&before.title),
            text(&after.title),
        ),
        ("description", before.description != after.description, None, None),
        ("resolution", before.resolution != after.resolution, None, None),
        (
            "issueType",
            before.request_type != after.request_type,
            request_type(before),
            request_type(&after),
        ),
        (
            "item",
            before.item != after.item,
            before.item.clone().map(Value::Text),
            after.item.clone().map(Value::Text),
        ),
        (
            "contactID",
            before.contact != after.contact,
            person(before.contact),
            person(after.contact),
        ),
        (
            "dueDateTime",
            before.due != after.due,
            moment(before.due),
            moment(after.due),
        ),
        (
            "companyID",
            before.company != after.company,
            number(Some(before.company.0)),
            number(Some(after.company.0)),
        ),
    ];
    for (field, _, old, new) in fields.into_iter().filter(|(_, changed, ..)| *changed) {
        let entry = Entry {
            field: Some(field),
            ..Entry::by(actor, Event::Edited, at).values(old, new)
        };
        outcome.record(entry, None);
    }
}

/// Gives the own side's part to a person of that side, or to nobody (row 11).
///
/// # Errors
/// A person of the other side, of another client, or who works no tickets.
pub fn assign(
    ticket: &Ticket,
    actor: &Actor,
    assignee: Option<Person>,
    facts: &Facts,
    at: Timestamp,
) -> Result<Outcome, Refusal> {
    let side = actor.side();
    require_permission(actor, Action::SteerOwnSide)?;
    let state = require_part(ticket, side)?;
    if let Some(person) = assignee {
        require_assignable(person, side, ticket.company, facts)?;
        if matches!(person, Person::Resource(resource) if ticket.secondaries.contains(&resource)) {
            return Err(Refusal::AlreadyAssigned);
        }
    }
    let mut outcome = Outcome::unchanged(ticket);
    if state.assignee == assignee {
        return Ok(outcome);
    }
    let values = (state.assignee.map(Value::Person), assignee.map(Value::Person));
    if let Some(state) = outcome.ticket.side_mut(side) {
        state.assignee = assignee;
    }
    outcome.record(
        Entry::by(actor, Event::Assigned, at).values(values.0, values.1),
        Some(side),
    );
    let to = assignee.map(Recipient::Person).into_iter().collect();
    outcome.tell(actor, NoticeEvent::Assigned, to, &ticket.title);
    Ok(outcome)
}

/// Sets the own side's priority.
///
/// # Errors
/// No part in the ticket, or a value that isn't in the picklist.
pub fn prioritise(ticket: &Ticket, actor: &Actor, priority: Priority, at: Timestamp) -> Result<Outcome, Refusal> {
    let side = actor.side();
    require_permission(actor, Action::SteerOwnSide)?;
    let before = require_part(ticket, side)?.priority;
    if !Priority::RANKED.contains(&priority) {
        return Err(Refusal::NotUsable { field: "priority" });
    }
    let mut outcome = Outcome::unchanged(ticket);
    if before == priority {
        return Ok(outcome);
    }
    if let Some(state) = outcome.ticket.side_mut(side) {
        state.priority = priority;
    }
    let entry = Entry::by(actor, Event::Prioritised, at);
    outcome.record(
        entry.values(Some(Value::Priority(before)), Some(Value::Priority(priority))),
        Some(side),
    );
    Ok(outcome)
}

/// Puts the ticket into another queue of the own side.
///
/// # Errors
/// A queue of the other side or of another client.
pub fn move_to(
    ticket: &Ticket,
    actor: &Actor,
    queue: QueueId,
    facts: &Facts,
    at: Timestamp,
) -> Result<Outcome, Refusal> {
    let side = actor.side();
    require_permission(actor, Action::SteerOwnSide)?;
    let before = require_part(ticket, side)?.queue;
    match facts.queue {
        Lookup::Unknown => {}
        Lookup::Found(known) if known.side == side && known.company.is_none_or(|company| company == ticket.company) => {
        }
        Lookup::Found(_) | Lookup::Missing => return Err(Refusal::NotUsable { field: "queueID" }),
    }
    let mut outcome = Outcome::unchanged(ticket);
    if before == Some(queue) {
        return Ok(outcome);
    }
    if let Some(state) = outcome.ticket.side_mut(side) {
        state.queue = Some(queue);
    }
    let entry = Entry::by(actor, Event::Moved, at);
    outcome.record(
        entry.values(before.map(Value::Queue), Some(Value::Queue(queue))),
        Some(side),
    );
    Ok(outcome)
}

/// Adds a note.
///
/// # Errors
/// A blank or too long text, or a level that may not write for this audience.
pub fn add_note(
    ticket: &Ticket,
    actor: &Actor,
    audience: Audience,
    title: &str,
    text: &str,
    facts: &Facts,
    at: Timestamp,
) -> Result<Outcome, Refusal> {
    match audience {
        Audience::Public => require_public_note(ticket, actor)?,
        Audience::Internal => {
            require_permission(actor, Action::AddInternalNote)?;
            require_part(ticket, actor.side())?;
        }
    }
    if text.trim().is_empty() {
        return Err(Refusal::Required { field: "text" });
    }
    limit_text("text", text, LONGEST_NOTE)?;
    limit_text("title", title, 250)?;
    let mut outcome = Outcome::unchanged(ticket);
    outcome.notes.push(Note {
        title: title.trim().to_owned(),
        ..Note::by(actor, audience, text, at)
    });
    outcome.stamp(actor, &facts.statuses, at);
    let (event, to) = match audience {
        Audience::Public => {
            let mut to = outcome.assignee(actor.side().other());
            to.push(Recipient::Contact);
            (NoticeEvent::PublicNote, to)
        }
        Audience::Internal => (NoticeEvent::InternalNote, outcome.assignee(actor.side())),
    };
    outcome.tell(actor, event, to, text);
    Ok(outcome)
}

/// What a person says about work done.
#[derive(Clone, Copy, Debug)]
pub struct Work<'a> {
    /// The day.
    pub worked_on: Date,
    /// When it began.
    pub started_at: Option<Timestamp>,
    /// Whole minutes.
    pub minutes: i64,
    /// What customers may read.
    pub summary: &'a str,
    /// What the own side reads.
    pub internal_notes: &'a str,
}

/// Logs time of the own side.
///
/// # Errors
/// No minutes, more than a day, or a level that tracks no time (CPX-04).
pub fn log_time(ticket: &Ticket, actor: &Actor, work: &Work<'_>, at: Timestamp) -> Result<Outcome, Refusal> {
    require_permission(actor, Action::LogTime)?;
    require_part(ticket, actor.side())?;
    if !(1..=LONGEST_ENTRY).contains(&work.minutes) {
        return Err(Refusal::OutOfRange {
            field: "minutes",
            limit: LONGEST_ENTRY,
        });
    }
    limit_text("summary", work.summary, LONGEST_NOTE)?;
    limit_text("internalNotes", work.internal_notes, LONGEST_NOTE)?;
    let mut outcome = Outcome::unchanged(ticket);
    outcome.time.push(TimeEntry {
        author: actor.person,
        author_name: actor.name.clone(),
        side: actor.side(),
        worked_on: work.worked_on,
        started_at: work.started_at,
        minutes: work.minutes,
        summary: work.summary.trim_end().to_owned(),
        internal_notes: work.internal_notes.trim_end().to_owned(),
        at,
    });
    Ok(outcome)
}

/// Adds a resource who helps the assignee (CM-11).
///
/// # Errors
/// The assignee, somebody of the client, or somebody who can't be given work.
pub fn add_secondary(
    ticket: &Ticket,
    actor: &Actor,
    resource: ResourceId,
    facts: &Facts,
    at: Timestamp,
) -> Result<Outcome, Refusal> {
    let state = require_secondaries(ticket, actor)?;
    require_assignable(Person::Resource(resource), Side::Autotask, ticket.company, facts)?;
    if state == Some(Person::Resource(resource)) {
        return Err(Refusal::AlreadyAssigned);
    }
    let mut outcome = Outcome::unchanged(ticket);
    if !ticket.secondaries.contains(&resource) {
        outcome.ticket.secondaries.push(resource);
        let entry = Entry::by(actor, Event::SecondaryAdded, at).values(None, Some(Value::Resource(resource)));
        outcome.record(entry, Some(Side::Autotask));
        let to = vec![Recipient::Person(Person::Resource(resource))];
        outcome.tell(actor, NoticeEvent::Assigned, to, &ticket.title);
    }
    Ok(outcome)
}

/// Removes a helper; nothing happens where the resource is none.
///
/// # Errors
/// Somebody of the client.
pub fn remove_secondary(
    ticket: &Ticket,
    actor: &Actor,
    resource: ResourceId,
    at: Timestamp,
) -> Result<Outcome, Refusal> {
    require_secondaries(ticket, actor)?;
    let mut outcome = Outcome::unchanged(ticket);
    if ticket.secondaries.contains(&resource) {
        outcome.ticket.secondaries.retain(|other| *other != resource);
        let entry = Entry::by(actor, Event::SecondaryRemoved, at).values(Some(Value::Resource(resource)), None);
        outcome.record(entry, Some(Side::Autotask));
    }
    Ok(outcome)
}

fn require_secondaries(ticket: &Ticket, actor: &Actor) -> Result<Option<Person>, Refusal> {
    require_permission(actor, Action::BeSecondaryResource)?;
    require_part(ticket, Side::Autotask).map(|state| state.assignee)
}

/// Refuses what the table of 2.7 forbids to the actor's level whatever the ticket.
pub(super) fn require_permission(actor: &Actor, action: Action) -> Result<(), Refusal> {
    if permission(actor.level, action) == Permission::No {
        Err(Refusal::Forbidden)
    } else {
        Ok(())
    }
}

/// The part that a side has, or the refusal that says it has none.
pub(super) fn require_part(ticket: &Ticket, side: Side) -> Result<&super::SideState, Refusal> {
    ticket.side(side).ok_or(Refusal::NoPart { side })
}

/// Refuses a person who can't be given this side's work on this client's ticket.
pub(super) fn require_assignable(person: Person, side: Side, company: CompanyId, facts: &Facts) -> Result<(), Refusal> {
    if person.side() != side {
        return Err(Refusal::NotAssignable);
    }
    match facts.person {
        Lookup::Unknown => Ok(()),
        Lookup::Found(known) => {
            let works = known.active
                && known
                    .level
                    .is_some_and(|level| level.works_tickets() && level.side() == side);
            let here = side == Side::Autotask || known.company == company;
            if works && here {
                Ok(())
            } else {
                Err(Refusal::NotAssignable)
            }
        }
        Lookup::Missing => Err(Refusal::NotAssignable),
    }
}

/// Refuses a text that is longer than its field.
pub(super) fn limit_text(field: &'static str, text: &str, limit: usize) -> Result<(), Refusal> {
    if text.chars().nth(limit).is_none() {
        return Ok(());
    }
    Err(Refusal::OutOfRange {
        field,
        limit: i64::try_from(limit).unwrap_or(i64::MAX),
    })
}

fn require_public_note(ticket: &Ticket, actor: &Actor) -> Result<(), Refusal> {
    match permission(actor.level, Action::AddPublicNote) {
        Permission::IfContact => {
            let is_contact = ticket
                .contact
                .is_some_and(|contact| actor.person == Person::Contact(contact));
            if is_contact { Ok(()) } else { Err(Refusal::Forbidden) }
        }
        Permission::No => Err(Refusal::Forbidden),
        _ => Ok(()),
    }
}
