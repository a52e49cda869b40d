//! The optimistic view: what a ticket becomes when its unsent changes are carried out, by the server's own rules.

use super::queue::{self, Item, State};
use crate::base::ids::{ResourceId, TicketId};
use crate::domain::outcome::Certainty;
use crate::domain::{Act, Actor, Change, Outcome, Person, Ticket};
use crate::entities::{Entity, Row, TICKET, TICKET_ATTACHMENT, TICKET_NOTE, TICKET_SECONDARY_RESOURCE, TIME_ENTRY};
use crate::records;
use crate::replica::mirror::rows::{BASE, BASE_SECONDARIES, SHOWN, SHOWN_SECONDARIES, Table};
use crate::replica::mirror::{facts, take, words};
use crate::replica::place;
use crate::replica::{ReplicaError, Result};
use rusqlite::Connection;

/// Rows that one change may add of an entity; their ids are made of the change's position and their number.
const ROWS_OF_A_CHANGE: i64 = 8;

/// More secondary resources than any ticket has; their shown ids are made of the ticket and their number.
const MOST_SECONDARIES: i64 = 1 << 16;

/// A ticket with changes laid over it.
pub(super) struct Laid {
    pub(super) row: Row,
    pub(super) secondaries: Vec<ResourceId>,
    pub(super) certainty: Certainty,
    added: Vec<Row>,
}

impl Laid {
    fn over(row: Row, secondaries: Vec<ResourceId>) -> Self {
        Self {
            row,
            secondaries,
            certainty: Certainty::Certain,
            added: Vec::new(),
        }
    }

    fn ticket(&self) -> Ticket {
        records::ticket::read(&self.row, self.secondaries.clone())
    }

    /// Carries out a change. What the rules refuse meanwhile is left out: the server will say so.
    fn apply(&mut self, connection: &Connection, item: &Item, actor: &Actor) -> Result<()> {
        let Change { act, written_at, .. } = &item.change;
        let ticket = self.ticket();
        let company = facts::company_of(act, Some(ticket.company)).unwrap_or(ticket.company);
        let facts = facts::for_act(connection, act, company)?;
        if let Ok(outcome) = act.apply(&ticket, actor, &facts, *written_at) {
            self.take(item, outcome);
        }
        Ok(())
    }

    fn take(&mut self, item: &Item, outcome: Outcome) {
        let ticket = item.change.ticket;
        if outcome.certainty == Certainty::ServerDecides {
            self.certainty = outcome.certainty;
        }
        records::ticket::write(&outcome.ticket, &mut self.row);
        self.row.set("lastActivityDate", item.change.written_at);
        self.secondaries.clone_from(&outcome.ticket.secondaries);
        let notes = outcome.notes.iter().map(|note| records::note::row(note, ticket));
        let time = outcome.time.iter().map(|entry| records::time_entry::row(entry, ticket));
        let files = outcome.attachments.iter();
        let files = files.map(|attachment| records::attachment::row(attachment, ticket));
        for (number, mut row) in (0..).zip(notes.chain(time).chain(files)) {
            row.set("id", local_id(item.position, number));
            self.added.push(row);
        }
    }
}

/// The id of a row that a change at this place of the outbox adds.
fn local_id(position: i64, number: i64) -> i64 {
    -(position * ROWS_OF_A_CHANGE + number)
}

/// The place in the outbox of the change that added a row with this id.
pub(in crate::replica) fn position_of(local_id: i64) -> i64 {
    -local_id / ROWS_OF_A_CHANGE
}

/// A new ticket as it will look until the server has numbered it.
pub(super) fn open(connection: &Connection, change: &Change, actor: &Actor) -> Result<Laid> {
    let Act::Create(new) = &change.act else {
        return Err(ReplicaError::NoSuchTicket(change.ticket));
    };
    let facts = facts::for_act(connection, &change.act, new.company)?;
    let mut outcome = new.open(actor, &facts, change.written_at)?;
    outcome.ticket.id = change.ticket;
    outcome.ticket.number = format!("new-{}", -change.ticket.0);
    outcome.ticket.version = 0;
    let mut row = Row::new(&TICKET);
    records::ticket::write(&outcome.ticket, &mut row);
    row.set("createdByName", actor.name.as_str());
    row.set("lastActivityDate", change.written_at);
    row.set("creatorType", records::person_type(actor.person));
    match actor.person {
        Person::Resource(resource) => row.set("creatorResourceID", resource.0),
        Person::Contact(contact) => row.set("createdByContactID", contact.0),
    }
    let mut laid = Laid::over(row, Vec::new());
    laid.certainty = outcome.certainty;
    Ok(laid)
}

/// Whether a ticket's shown row is not the server's.
pub(in crate::replica) fn is_laid(connection: &Connection, ticket: TicketId) -> Result<bool> {
    Ok(connection
        .prepare_cached("SELECT 1 FROM ticket_base WHERE id = ?1")?
        .exists([ticket.0])?)
}

/// Lays a ticket's unsent changes over what the server last said of it; without any, shows that again.
pub(in crate::replica) fn lay(connection: &Connection, ticket: TicketId) -> Result<()> {
    let items = queue::of(connection, ticket)?;
    forget_added(connection, ticket)?;
    if items.is_empty() {
        return lay_bare(connection, ticket);
    }
    keep_base(connection, ticket)?;
    let Some(actor) = place::actor(connection)? else {
        return Ok(());
    };
    if let Some(laid) = laid(connection, ticket, &items, &actor)? {
        show(connection, ticket, &laid)?;
    }
    words::mark(connection, ticket.0)
}

/// The ticket with these changes carried out; none where the server has taken it out of view.
pub(super) fn laid(connection: &Connection, ticket: TicketId, items: &[Item], actor: &Actor) -> Result<Option<Laid>> {
    let mut laid = match BASE.load(connection, ticket.0)? {
        Some(row) => Some(Laid::over(row, secondaries(connection, BASE_SECONDARIES, ticket)?)),
        None => None,
    };
    for item in items {
        match (&mut laid, &item.change.act, &item.state) {
            (None, Act::Create(_), _) => laid = Some(open(connection, &item.change, actor)?),
            // What was refused is not shown as if it had happened.
            (Some(laid), _, State::Queued | State::Sending) => laid.apply(connection, item, actor)?,
            _ => {}
        }
    }
    Ok(laid)
}

fn forget_added(connection: &Connection, ticket: TicketId) -> Result<()> {
    for entity in [&TICKET_NOTE, &TIME_ENTRY, &TICKET_ATTACHMENT] {
        connection
            .prepare_cached(&format!("DELETE FROM {} WHERE ticket_id = ?1 AND id < 0", entity.table))?
            .execute([ticket.0])?;
    }
    Ok(())
}

/// Shows what the server said; a ticket that was made here and is no more goes.
fn lay_bare(connection: &Connection, ticket: TicketId) -> Result<()> {
    if ticket.is_temporary() {
        return take::forget_ticket(connection, ticket.0);
    }
    if let Some(row) = BASE.load(connection, ticket.0)? {
        SHOWN.save(connection, &row)?;
        BASE.delete(connection, ticket.0)?;
        SHOWN_SECONDARIES.delete_of_ticket(connection, ticket.0)?;
        for row in BASE_SECONDARIES.of_ticket(connection, ticket.0)? {
            SHOWN_SECONDARIES.save(connection, &row)?;
        }
        BASE_SECONDARIES.delete_of_ticket(connection, ticket.0)?;
        words::mark(connection, ticket.0)?;
    }
    Ok(())
}

/// Before the first change is laid over it, what is shown is what the server said.
fn keep_base(connection: &Connection, ticket: TicketId) -> Result<()> {
    if ticket.is_temporary() || is_laid(connection, ticket)? {
        return Ok(());
    }
    if let Some(row) = SHOWN.load(connection, ticket.0)? {
        BASE.save(connection, &row)?;
        for row in SHOWN_SECONDARIES.of_ticket(connection, ticket.0)? {
            BASE_SECONDARIES.save(connection, &row)?;
        }
    }
    Ok(())
}

fn show(connection: &Connection, ticket: TicketId, laid: &Laid) -> Result<()> {
    let mut row = laid.row.clone();
    count_added(&mut row, &laid.added);
    SHOWN.save(connection, &row)?;
    for row in &laid.added {
        Table::of(row.entity()).save(connection, row)?;
    }
    SHOWN_SECONDARIES.delete_of_ticket(connection, ticket.0)?;
    for (number, resource) in (0..).zip(&laid.secondaries) {
        let mut row = Row::new(&TICKET_SECONDARY_RESOURCE);
        // Shown rows of a ticket are replaced as a whole; their ids are nobody's.
        let ticket_place = ticket.0.abs() * 2 + i64::from(ticket.is_temporary());
        row.set("id", -(ticket_place * MOST_SECONDARIES + number));
        row.set("ticketID", ticket.0);
        row.set("resourceID", resource.0);
        SHOWN_SECONDARIES.save(connection, &row)?;
    }
    Ok(())
}

/// The counts that lists show beside a ticket, with what is not sent yet.
fn count_added(row: &mut Row, added: &[Row]) {
    let mut add = |field: &str, amount: i64| row.set(field, row.integer(field).unwrap_or_default() + amount);
    let is = |row: &Row, entity: &'static Entity| row.entity() == entity;
    for note in added.iter().filter(|row| is(row, &TICKET_NOTE)) {
        add("noteCount", 1);
        if note.text("audience") == Some("public") {
            add("publicNoteCount", 1);
        }
    }
    for entry in added.iter().filter(|row| is(row, &TIME_ENTRY)) {
        let field = match entry.text("side") {
            Some("taskfire") => "minutesTaskfire",
            _ => "minutesAutotask",
        };
        add(field, entry.integer("minutes").unwrap_or_default());
    }
}

/// The secondary resources of a ticket as they are shown.
pub(in crate::replica) fn shown_secondaries(connection: &Connection, ticket: TicketId) -> Result<Vec<ResourceId>> {
    secondaries(connection, SHOWN_SECONDARIES, ticket)
}

fn secondaries(connection: &Connection, table: Table, ticket: TicketId) -> Result<Vec<ResourceId>> {
    let rows = table.of_ticket(connection, ticket.0)?;
    Ok(rows
        .iter()
        .filter_map(|row| row.integer("resourceID").map(ResourceId))
        .collect())
}
