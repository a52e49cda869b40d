//! Writes what follows from an act: ticket, notes, time, history, secondary resources, notifications.

use super::attachments::uploads;
use super::support::request;
use super::{OperationError, checklist, labels, moved, notices, service_desk, support};
use crate::base::Timestamp;
use crate::base::ids::{ResourceId, TicketId};
use crate::domain::{Actor, Facts, Outcome, Person, Side};
use crate::entities::{
    Partial, Row, Surface, TICKET, TICKET_ATTACHMENT, TICKET_CHECKLIST_ITEM, TICKET_HISTORY, TICKET_NOTE,
    TICKET_SECONDARY_RESOURCE, TIME_ENTRY, Value, Write,
};
use crate::query::Filter;
use crate::records::{self, person_type};
use crate::server::store::seed::REMOTE_SUPPORT;
use crate::server::store::{StoreError, Writing, rows, seed};
use crate::server::visible;
use crate::wire::ext::change::Settled;
use rusqlite::Connection;

/// What is saved.
pub struct Saving<'a> {
    /// Who did it.
    pub actor: &'a Actor,
    /// The row as it was; none for a new ticket.
    pub before: Option<&'a Row>,
    /// Fields of the row that no rule reads.
    pub extra: &'a Partial,
    /// When the person wrote it, by their own clock.
    pub written_at: Option<Timestamp>,
}

/// Saves an outcome and says what was written, all of it as it is kept.
///
/// # Errors
/// The database's.
pub fn save(
    writing: &Writing<'_>,
    saving: &Saving<'_>,
    mut outcome: Outcome,
    facts: &Facts,
) -> Result<Settled, OperationError> {
    let made = request::make_contract(writing, &mut outcome)?;
    let ticket = save_ticket(writing, saving, &mut outcome)?;
    let id = TicketId(ticket.id());
    if saving.before.is_some_and(|before| moved::is_moved(before, &ticket)) {
        moved::conceal_parts(writing, id.0)?;
    }
    let notes = save_notes(writing, saving, &outcome, id)?;
    let time_entries = save_time(writing, saving, &outcome, id)?;
    let history = save_history(writing, &outcome, facts, id)?;
    let attachments = save_attachments(writing, saving, &outcome, id)?;
    let checklist_items = save_ticks(writing, saving, &outcome)?;
    if let Some(before) = saving.before.filter(|before| visible::changes_readers(before, &ticket)) {
        announce_parts(writing, before.id())?;
    }
    notices::write(writing, saving.actor, &outcome.ticket, &outcome.notices)?;
    if let Some(contract) = made {
        request::name(writing, &contract, id)?;
        request::answer_refused(writing, saving.actor, &contract, &outcome.ticket)?;
    }
    request::take_contract(writing, saving.before, &outcome.ticket, id)?;
    request::end_contract(writing, saving.before, &outcome.ticket)?;
    writing.settle()?;
    let ticket = rows::get(writing, &TICKET, id.0)?.ok_or(OperationError::NotFound)?;
    Ok(Settled {
        ticket,
        carry_over: outcome.carry_over,
        notes,
        time_entries,
        history,
        attachments,
        checklist_items,
    })
}

/// Writes the ticket's row: new with the next number, or changed with the next version; as it was where nothing
/// happened.
fn save_ticket(writing: &Writing<'_>, saving: &Saving<'_>, outcome: &mut Outcome) -> Result<Row, OperationError> {
    let mut row = saving.before.cloned().unwrap_or_else(|| Row::new(&TICKET));
    match saving.before {
        None => {
            outcome.ticket.number = next_number(writing, writing.at())?;
            outcome.ticket.version = 1;
            records::ticket::write(&outcome.ticket, &mut row);
            saving.extra.clone().apply(&mut row, Write::Update, Surface::Tandem);
            row.set("id", Value::Null);
            stamp_creator(&mut row, saving.actor);
        }
        Some(before) => {
            records::ticket::write(&outcome.ticket, &mut row);
            saving.extra.clone().apply(&mut row, Write::Update, Surface::Tandem);
            let is_silent = outcome.notes.is_empty()
                && outcome.time.is_empty()
                && outcome.history.is_empty()
                && outcome.attachments.is_empty()
                && outcome.ticks.is_empty();
            let helpers = secondaries(writing, before.id())?;
            if is_silent && row == *before && helpers == outcome.ticket.secondaries {
                return Ok(row);
            }
            let has_other_type = before.get("issueType") != row.get("issueType");
            if has_other_type && saving.extra.get("subIssueType").is_none() {
                row.set("subIssueType", Value::Null);
            }
            if moved::is_moved(before, &row) {
                moved::forget_creator(&mut row);
            }
            outcome.ticket.version = before.integer("version").unwrap_or_default() + 1;
            row.set("version", outcome.ticket.version);
        }
    }
    set_role(writing, &mut row, saving)?;
    stamp_activity(&mut row, saving.actor, writing.at());
    match saving.before {
        None => {
            let id = writing.insert(&mut row)?;
            outcome.ticket.id = TicketId(id);
        }
        Some(before) => writing.update(before, &row)?,
    }
    save_secondaries(writing, &outcome.ticket.secondaries, row.id())?;
    Ok(row)
}

/// `T20261120.0007`: the day in the provider's zone and the day's running number.
pub(super) fn next_number(writing: &Writing<'_>, at: Timestamp) -> Result<String, StoreError> {
    let day = seed::instance(writing, at)?
        .zone
        .date(at)
        .0
        .format("%Y%m%d")
        .to_string();
    let mut statement = writing.prepare_cached(
        "INSERT INTO ticket_number (day, last) VALUES (?1, 1) ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last",
    )?;
    let number: i64 = statement.query_row([&day], |row| row.get(0))?;
    Ok(format!("T{day}.{number:04}"))
}

/// Lets numbers that are given later pass over one that came from elsewhere.
///
/// # Errors
/// The database's.
pub(super) fn pass_over_number(writing: &Writing<'_>, number: &str) -> Result<(), StoreError> {
    let parts = number.strip_prefix('T').and_then(|rest| rest.split_once('.'));
    let Some((day, Ok(last))) = parts.map(|(day, last)| (day, last.parse::<u32>())) else {
        return Ok(());
    };
    let mut statement = writing.prepare_cached(
        "INSERT INTO ticket_number (day, last) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET last = max(last, excluded.last)",
    )?;
    statement.execute((day, last))?;
    Ok(())
}

fn stamp_creator(row: &mut Row, actor: &Actor) {
    row.set("createdByName", actor.name.as_str());
    row.set("creatorType", person_type(actor.person));
    match actor.person {
        Person::Resource(resource) => row.set("creatorResourceID", resource.0),
        Person::Contact(contact) => row.set("createdByContactID", contact.0),
    }
}

/// Notes in a ticket's row who did something to it last, and when.
pub fn stamp_activity(row: &mut Row, actor: &Actor, at: Timestamp) {
    row.set("lastActivityDate", at);
    row.set("lastTrackedModificationDateTime", at);
    row.set("lastActivityPersonType", person_type(actor.person));
    if let Person::Resource(resource) = actor.person {
        row.set("lastActivityResourceID", resource.0);
    }
}

/// A person assigned without a role gets their default role (13.1).
fn set_role(connection: &Connection, row: &mut Row, saving: &Saving<'_>) -> Result<(), StoreError> {
    let assignee = row.integer("assignedResourceID");
    let was = saving.before.and_then(|before| before.integer("assignedResourceID"));
    let is_named = saving
        .extra
        .get("assignedResourceRoleID")
        .is_some_and(|role| !role.is_null());
    let needs_one = assignee != was || row.get("assignedResourceRoleID").is_null();
    match assignee {
        None => row.set("assignedResourceRoleID", Value::Null),
        Some(resource) if needs_one && !is_named => {
            row.set(
                "assignedResourceRoleID",
                service_desk::default_role(connection, resource)?,
            );
        }
        Some(_) => {}
    }
    Ok(())
}

fn save_notes(
    writing: &Writing<'_>,
    saving: &Saving<'_>,
    outcome: &Outcome,
    ticket: TicketId,
) -> Result<Vec<Row>, OperationError> {
    let mut written = Vec::with_capacity(outcome.notes.len());
    for note in &outcome.notes {
        let mut row = records::note::row(note, ticket);
        if let Some(at) = saving.written_at {
            row.set("writtenDateTime", at);
        }
        writing.insert(&mut row)?;
        written.push(row);
    }
    Ok(written)
}

fn save_time(
    writing: &Writing<'_>,
    saving: &Saving<'_>,
    outcome: &Outcome,
    ticket: TicketId,
) -> Result<Vec<Row>, OperationError> {
    let mut written = Vec::with_capacity(outcome.time.len());
    for entry in &outcome.time {
        let mut row = records::time_entry::row(entry, ticket);
        if let Person::Resource(resource) = saving.actor.person {
            row.set("roleID", service_desk::default_role(writing, resource.0)?);
            row.set("billingCodeID", REMOTE_SUPPORT);
        }
        if entry.side == Side::Autotask
            && let Some(contract) = outcome.ticket.contract
        {
            row.set("contractID", contract.0);
        }
        support::debit::insert(writing, &mut row)?;
        written.push(row);
    }
    Ok(written)
}

fn save_history(
    writing: &Writing<'_>,
    outcome: &Outcome,
    facts: &Facts,
    ticket: TicketId,
) -> Result<Vec<Row>, OperationError> {
    let labels = labels::DatabaseLabels {
        connection: writing,
        statuses: &facts.statuses,
    };
    let mut written = Vec::with_capacity(outcome.history.len());
    for entry in &outcome.history {
        let mut row = records::history::row(entry, ticket, &labels);
        writing.insert(&mut row)?;
        written.push(row);
    }
    Ok(written)
}

fn save_attachments(
    writing: &Writing<'_>,
    saving: &Saving<'_>,
    outcome: &Outcome,
    ticket: TicketId,
) -> Result<Vec<Row>, OperationError> {
    let mut written = Vec::with_capacity(outcome.attachments.len());
    for attachment in &outcome.attachments {
        let mut row = records::attachment::row(attachment, ticket);
        let id = writing.insert(&mut row)?;
        let upload = uploads::Upload {
            ticket,
            digest: attachment.digest.clone(),
        };
        uploads::finish(writing, saving.actor.person, &upload, attachment.size, id)?;
        written.push(row);
    }
    Ok(written)
}

fn save_ticks(writing: &Writing<'_>, saving: &Saving<'_>, outcome: &Outcome) -> Result<Vec<Row>, OperationError> {
    let mut written = Vec::with_capacity(outcome.ticks.len());
    for tick in &outcome.ticks {
        let before = rows::get(writing, &TICKET_CHECKLIST_ITEM, tick.item.0)?;
        let of_ticket = |row: &Row| row.integer("ticketID") == Some(outcome.ticket.id.0);
        let before = before.filter(of_ticket).ok_or(OperationError::NotFound)?;
        let mut row = before.clone();
        row.set("isCompleted", tick.is_completed);
        checklist::stamp(Some(&before), &mut row, saving.actor, writing.at());
        if row != before {
            writing.update(&before, &row)?;
        }
        written.push(row);
    }
    Ok(written)
}

/// The secondary resources of a ticket as they are now.
///
/// # Errors
/// The database's.
pub fn secondaries(connection: &Connection, ticket: i64) -> Result<Vec<ResourceId>, StoreError> {
    let mut statement = connection
        .prepare_cached("SELECT resource_id FROM ticket_secondary_resource WHERE ticket_id = ?1 ORDER BY id")?;
    let ids = statement.query_map([ticket], |row| row.get(0).map(ResourceId))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

fn save_secondaries(writing: &Writing<'_>, wanted: &[ResourceId], ticket: i64) -> Result<(), OperationError> {
    let filter = Filter::eq(&TICKET_SECONDARY_RESOURCE, "ticketID", ticket).map_err(StoreError::from)?;
    let kept = rows::find(writing, &filter)?;
    let has = |row: &Row, resource: ResourceId| row.integer("resourceID") == Some(resource.0);
    for row in kept
        .iter()
        .filter(|row| !wanted.iter().any(|resource| has(row, *resource)))
    {
        writing.delete(row)?;
    }
    for resource in wanted
        .iter()
        .filter(|resource| !kept.iter().any(|row| has(row, **resource)))
    {
        let mut row = Row::new(&TICKET_SECONDARY_RESOURCE);
        row.set("ticketID", ticket);
        row.set("resourceID", resource.0);
        row.set("roleID", service_desk::default_role(writing, resource.0)?);
        writing.insert(&mut row)?;
    }
    Ok(())
}

/// Gives a ticket's notes, time, files and history new places in the feed: those to whom it comes into view need them.
fn announce_parts(writing: &Writing<'_>, ticket: i64) -> Result<(), OperationError> {
    let parts = [
        &TICKET_NOTE,
        &TIME_ENTRY,
        &TICKET_HISTORY,
        &TICKET_ATTACHMENT,
        &TICKET_CHECKLIST_ITEM,
    ];
    for entity in parts {
        let select = format!("SELECT id FROM {} WHERE ticket_id = ?1 ORDER BY id", entity.table);
        let mut statement = writing.prepare_cached(&select)?;
        let ids: Vec<i64> = statement
            .query_map([ticket], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        for id in ids {
            writing.announce_again(entity, id)?;
        }
    }
    Ok(())
}
