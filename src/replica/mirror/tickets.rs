//! One ticket with everything that its preview and its pane show.

use super::rows::{SHOWN, Table};
use super::{conversation, directory, facts, lines};
use crate::base::ids::TicketId;
use crate::domain::{Person, Side};
use crate::entities::{Entity, Row, TICKET, TICKET_NOTE, UserDefinedValues};
use crate::records;
use crate::records::views::{Named, TicketLine, TicketView};
use crate::replica::outbox::overlay;
use crate::replica::{Replica, Result, place};
use rusqlite::Connection;

/// How many of the newest entries a preview shows.
const LAST_WORDS: usize = 3;

impl Replica {
    /// A ticket, with its unsent changes laid over it.
    ///
    /// # Errors
    /// When the database fails.
    pub fn ticket(&self, ticket: TicketId) -> Result<Option<TicketView>> {
        self.read(|transaction| {
            let row = SHOWN.load(transaction, ticket.0)?;
            let line = lines::line(transaction, ticket.0)?;
            row.zip(line)
                .map(|(row, line)| view(transaction, row, line))
                .transpose()
        })
    }

    /// The line of one ticket: for redrawing it alone.
    ///
    /// # Errors
    /// When the database fails.
    pub fn line(&self, ticket: TicketId) -> Result<Option<TicketLine>> {
        self.read(|transaction| lines::line(transaction, ticket.0))
    }

    /// The lines of these tickets, in this order; those that are not here are left out.
    ///
    /// # Errors
    /// When the database fails.
    pub fn lines(&self, tickets: &[TicketId]) -> Result<Vec<TicketLine>> {
        self.read(|transaction| {
            let lines = tickets
                .iter()
                .map(|ticket| lines::line(transaction, ticket.0).transpose());
            lines.flatten().collect()
        })
    }

    /// All rows of an entity as they are shown, by id: to compare two copies, or a copy with its server.
    ///
    /// # Errors
    /// When the database fails.
    pub fn rows(&self, entity: &'static Entity) -> Result<Vec<Row>> {
        self.read(|transaction| Table::of(entity).all(transaction))
    }

    /// The ticket with this number, `T20261120.0007` or the part behind the century.
    ///
    /// # Errors
    /// When the database fails.
    pub fn by_number(&self, number: &str) -> Result<Option<TicketId>> {
        self.read(|transaction| {
            let mut statement = transaction
                .prepare_cached("SELECT id FROM ticket WHERE ticket_number IN (?1, 'T' || ?1, 'T20' || ?1) LIMIT 1")?;
            let mut found = statement.query_map([number.trim()], |row| row.get(0).map(TicketId))?;
            Ok(found.next().transpose()?)
        })
    }
}

fn view(connection: &Connection, row: Row, line: TicketLine) -> Result<TicketView> {
    let id = line.id;
    let secondaries = overlay::shown_secondaries(connection, id)?;
    let ticket = records::ticket::read(&row, secondaries.clone());
    let side = place::actor(connection)?.map_or(Side::Autotask, |actor| actor.side());
    let mut names = Vec::with_capacity(secondaries.len());
    for resource in secondaries {
        let person = Person::Resource(resource);
        names.push(Named {
            person,
            name: directory::one_line(connection, person)?,
        });
    }
    let entries = conversation::conversation(connection, id)?;
    Ok(TicketView {
        user_defined: user_defined(connection, &row)?,
        facts: facts::of_company(connection, line.company)?,
        contact: match ticket.contact {
            Some(contact) => directory::contact_card(connection, contact)?,
            None => None,
        },
        company: directory::company_card(connection, line.company)?,
        request_type: match ticket.request_type {
            Some(request_type) => Some(directory::request_type_name(connection, request_type.0)?),
            None => None,
        },
        secondaries: names,
        note_count: note_count(connection, &row)?,
        minutes: minutes(&row, side),
        last_words: conversation::last_words(entries, LAST_WORDS),
        line,
        ticket,
        row,
    })
}

/// What the server counts where notes are not here, else the notes that are.
fn note_count(connection: &Connection, ticket: &Row) -> Result<u64> {
    let here = Table::of(&TICKET_NOTE).of_ticket(connection, ticket.id())?.len();
    let counted = ticket.integer("noteCount").and_then(|count| u64::try_from(count).ok());
    Ok(u64::try_from(here).unwrap_or_default().max(counted.unwrap_or_default()))
}

fn minutes(ticket: &Row, side: Side) -> i64 {
    let field = match side {
        Side::Autotask => "minutesAutotask",
        Side::Taskfire => "minutesTaskfire",
    };
    ticket.integer(field).unwrap_or_default()
}

fn user_defined(connection: &Connection, row: &Row) -> Result<Vec<(String, String)>> {
    let values = UserDefinedValues::of(row);
    if values.0.is_empty() {
        return Ok(Vec::new());
    }
    let fields = directory::user_defined(connection, &TICKET)?;
    let shown = fields.iter().filter_map(|field| {
        let kept = values.0.get(&field.id)?;
        Some((field.name.clone(), field.label(kept).to_owned()))
    });
    Ok(shown.collect())
}
