//! Writing rows inside a transaction: every row that is written gets its place in the feed, and what follows from
//! tickets and notes (counts, searched words) is brought up to date before the transaction ends.

use super::{StoreError, feed, ids, rows, tickets, webhook_queue, words};
use crate::base::Timestamp;
use crate::base::ids::ResourceId;
use crate::domain::{Actor, Person};
use crate::entities::{Entity, Field, Row, TICKET, TICKET_NOTE, TIME_ENTRY, Value};
use crate::server::visible;
use rusqlite::{Connection, params_from_iter};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;

/// One write in progress. Reads go through it too, and see what it wrote.
pub struct Writing<'a> {
    connection: &'a Connection,
    at: Timestamp,
    unsettled: RefCell<BTreeMap<i64, Unsettled>>,
    /// The tickets whose own rows this write has written.
    written: RefCell<BTreeSet<i64>>,
    author: Cell<Option<Author>>,
    /// Whether any webhook is there, once that was asked.
    listening: Cell<Option<bool>>,
    watched: RefCell<BTreeMap<(&'static str, i64), Watched>>,
}

/// Who does what a write writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Author {
    /// The person.
    pub person: Person,
    /// The API user that acts in their name.
    pub impersonator: Option<ResourceId>,
}

impl Author {
    /// Somebody who acts in their own name.
    #[must_use]
    pub fn of(actor: &Actor) -> Self {
        Self {
            person: actor.person,
            impersonator: None,
        }
    }
}

/// A row that webhooks can be about and that this write touched.
#[derive(Clone, Debug)]
pub struct Watched {
    /// What it is a row of.
    pub entity: &'static Entity,
    /// Its id.
    pub id: i64,
    /// As it was before this write; none where it was not there.
    pub before: Option<Row>,
}

/// What is not yet up to date about a ticket.
#[derive(Clone, Copy, Debug, Default)]
struct Unsettled {
    /// The searched words too, besides the counts.
    words: bool,
}

impl Deref for Writing<'_> {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        self.connection
    }
}

impl<'a> Writing<'a> {
    /// A write at that moment.
    #[must_use]
    pub fn new(connection: &'a Connection, at: Timestamp) -> Self {
        Self {
            connection,
            at,
            unsettled: RefCell::default(),
            written: RefCell::default(),
            author: Cell::default(),
            listening: Cell::default(),
            watched: RefCell::default(),
        }
    }

    /// The moment that dates everything in this write.
    #[must_use]
    pub fn at(&self) -> Timestamp {
        self.at
    }

    /// Says who does this. Whoever was named first stays: they called the others.
    pub fn by(&self, author: Author) {
        self.author.set(self.author.get().or(Some(author)));
    }

    /// Who does this; nobody where it happens by itself.
    #[must_use]
    pub fn author(&self) -> Option<Author> {
        self.author.get()
    }

    /// The rows that webhooks can be about and that were touched since this was last asked: tickets, then their notes.
    #[must_use]
    pub fn take_watched(&self) -> Vec<Watched> {
        std::mem::take(&mut *self.watched.borrow_mut()).into_values().collect()
    }

    /// Remembers how a row was for the webhooks, where there are any: the one thing that they cost when there are none is
    /// to find that out.
    fn watch(
        &self,
        entity: &'static Entity,
        id: i64,
        before: impl FnOnce() -> Result<Option<Row>, StoreError>,
    ) -> Result<(), StoreError> {
        if !entity.is_watched() {
            return Ok(());
        }
        let listening = match self.listening.get() {
            Some(listening) => listening,
            None => webhook_queue::is_listening(self)?,
        };
        self.listening.set(Some(listening));
        if listening && !self.watched.borrow().contains_key(&(entity.name, id)) {
            let before = before()?;
            let watched = Watched { entity, id, before };
            self.watched.borrow_mut().insert((entity.name, id), watched);
        }
        Ok(())
    }

    /// Adds a row and gives it an id where it has none: one that no row of its entity ever had.
    ///
    /// # Errors
    /// The database's.
    pub fn insert(&self, row: &mut Row) -> Result<i64, StoreError> {
        let entity = row.entity();
        if row.get("id").is_null() {
            row.set("id", ids::next(self, entity)?);
        }
        let insert = format!(
            "INSERT INTO {} ({}) VALUES ({})",
            entity.table,
            entity.columns(),
            entity.placeholders()
        );
        self.prepare_cached(&insert)?
            .execute(params_from_iter(row.stored_values()))?;
        self.announce(row, None)?;
        Ok(row.id())
    }

    /// Writes a row that exists. `before` is the row as it was.
    ///
    /// # Errors
    /// The database's.
    pub fn update(&self, before: &Row, row: &Row) -> Result<(), StoreError> {
        self.replace(before, row)?;
        self.announce(row, Some(before))
    }

    /// Sets what differs: each column that is set costs its indexes and what it refers to, even where it stays as it was.
    fn replace(&self, before: &Row, row: &Row) -> Result<(), StoreError> {
        let differing: Vec<_> = (row.entity().stored_fields())
            .filter(|field| before.value(field) != row.value(field))
            .collect();
        if differing.is_empty() {
            return Ok(());
        }
        let id = Value::Integer(row.id());
        let values = differing.iter().map(|field| row.value(field)).chain([&id]);
        self.prepare_cached(&update_statement(row.entity(), &differing))?
            .execute(params_from_iter(values))?;
        Ok(())
    }

    /// Removes a row.
    ///
    /// # Errors
    /// The database's.
    pub fn delete(&self, row: &Row) -> Result<(), StoreError> {
        self.prepare_cached(&delete_statement(row.entity()))?
            .execute([row.id()])?;
        ids::retire(self, row)?;
        self.announce(row, Some(row))
    }

    /// Gives a row a place in the feed though it is as it was: for readers who see it only from now on.
    ///
    /// # Errors
    /// The database's.
    pub fn announce_again(&self, entity: &'static Entity, id: i64) -> Result<(), StoreError> {
        self.watch(entity, id, || rows::get(self, entity, id))?;
        feed::give(self, self.at, entity, id, None, &[])
    }

    fn announce(&self, row: &Row, before: Option<&Row>) -> Result<(), StoreError> {
        let entity = row.entity();
        self.watch(entity, row.id(), || Ok(before.cloned()))?;
        feed::give(
            self,
            self.at,
            entity,
            row.id(),
            before,
            visible::deciding_fields(entity),
        )?;
        let (ticket, words) = match entity {
            entity if *entity == TICKET => {
                self.written.borrow_mut().insert(row.id());
                let differ = before.is_none_or(|before| words::differ(before, row));
                (Some(row.id()), differ)
            }
            entity if *entity == TICKET_NOTE => (row.integer("ticketID"), true),
            entity if *entity == TIME_ENTRY => (row.integer("ticketID"), false),
            _ => (None, false),
        };
        if let Some(ticket) = ticket {
            self.unsettled.borrow_mut().entry(ticket).or_default().words |= words;
        }
        Ok(())
    }

    /// Brings up to date what follows from the tickets that this write touched. Called at its end, and before their
    /// rows are read for an answer.
    ///
    /// # Errors
    /// The database's.
    pub fn settle(&self) -> Result<(), StoreError> {
        let touched = std::mem::take(&mut *self.unsettled.borrow_mut());
        for (ticket, unsettled) in touched {
            self.derive(ticket)?;
            if unsettled.words {
                words::mark(self, ticket)?;
            }
        }
        Ok(())
    }

    /// Counts a ticket's notes and minutes anew. Where that changes a ticket which the write itself has not written, it
    /// is a change of the ticket like any other, with a version and a place in the feed.
    fn derive(&self, ticket: i64) -> Result<(), StoreError> {
        let Some(before) = rows::get(self, &TICKET, ticket)? else {
            return Ok(());
        };
        let mut row = tickets::derived(self, &before)?;
        if row == before {
            return Ok(());
        }
        if self.written.borrow().contains(&ticket) {
            return self.replace(&before, &row);
        }
        row.set("version", before.integer("version").unwrap_or_default() + 1);
        self.update(&before, &row)?;
        // It is settled now.
        self.unsettled.borrow_mut().remove(&ticket);
        Ok(())
    }
}

/// The statement that sets these columns of a row. Its id is never among them: where it could be another one, SQLite
/// would look for the row among all that refer to it.
fn update_statement(entity: &Entity, fields: &[&Field]) -> String {
    let columns: Vec<String> = fields.iter().map(|field| format!("{} = ?", field.column())).collect();
    format!("UPDATE {} SET {} WHERE id = ?", entity.table, columns.join(", "))
}

fn delete_statement(entity: &Entity) -> String {
    format!("DELETE FROM {} WHERE id = ?1", entity.table)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::{ENTITIES, NOTIFICATION, Operation};
    use crate::server::store::migrations;

    /// The steps of a statement in which every row of a table is looked at.
    fn scans(connection: &Connection, statement: &str) -> Vec<String> {
        let mut plan = connection.prepare(&format!("EXPLAIN QUERY PLAN {statement}")).unwrap();
        let mut steps = plan.raw_query();
        let mut scans = Vec::new();
        while let Some(step) = steps.next().unwrap() {
            let step: String = step.get(3).unwrap();
            scans.extend(step.starts_with("SCAN").then_some(step));
        }
        scans
    }

    #[test]
    fn writing_a_row_never_looks_through_a_table() {
        let mut connection = Connection::open_in_memory().unwrap();
        migrations::run(&mut connection).unwrap();
        connection.execute_batch("PRAGMA foreign_keys = ON").unwrap();
        let moving = "UPDATE ticket SET id = ?2 WHERE id = ?1";
        assert!(!scans(&connection, moving).is_empty(), "a scan is seen");
        for entity in ENTITIES.iter().filter(|entity| !entity.is_derived) {
            let fields: Vec<_> = entity.stored_fields().filter(|field| field.name != "id").collect();
            let update = update_statement(entity, &fields);
            assert_eq!(scans(&connection, &update), Vec::<String>::new(), "{update}");
            if entity.allows(Operation::Delete) || *entity == &NOTIFICATION {
                let delete = delete_statement(entity);
                assert_eq!(scans(&connection, &delete), Vec::<String>::new(), "{delete}");
            }
        }
    }
}
