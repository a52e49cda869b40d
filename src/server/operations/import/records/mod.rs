//! Records that are taken whole: each becomes a row of its entity, found where the desk has it already, made where not.

mod complete;
mod fit;
mod keys;
mod listed;
mod references;
mod ticket_fields;
mod user_defined;
mod values;

use super::names::Directory;
use crate::entities::{COMPANY, CONTACT, Entity, QUEUE, REQUEST_TYPE, RESOURCE, Row, TICKET, Value};
use crate::sentences::{Sentences, Wording};
use crate::server::operations::OperationError;
use crate::server::operations::import::misfit::Misfit;
use crate::server::store::{StoreError, Writing, rows};
use crate::wire::ext::import::portable::Portable;
use crate::wire::ext::import::{ImportAnswer, ImportBatch, ImportRecord};
pub(super) use fit::check_fields;
use keys::Key;
pub(super) use keys::awaited;
use std::collections::{BTreeMap, HashSet};
pub(super) use ticket_fields::{misfit, set_fields};

/// Why a record is not taken.
pub(super) enum Stop {
    /// It can't be.
    Refused(Misfit),
    /// The database failed, and the batch with it.
    Failed(OperationError),
}

impl From<OperationError> for Stop {
    fn from(error: OperationError) -> Self {
        Self::Failed(error)
    }
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Self::Failed(error.into())
    }
}

impl From<rusqlite::Error> for Stop {
    fn from(error: rusqlite::Error) -> Self {
        Self::Failed(StoreError::from(error).into())
    }
}

impl Stop {
    pub(super) fn refused(field: &str, why: Wording) -> Self {
        Self::Refused(Misfit::of(field, why))
    }
}

/// A record whose values fit their fields as far as they name nothing else.
struct Checked<'b> {
    record: &'b ImportRecord,
    portable: &'static Portable,
    values: Values,
}

/// Values by the names of their fields, as they came.
type Values = BTreeMap<String, String>;

/// The records of a batch, and the lines at fault.
pub(super) struct Records<'b> {
    batch: &'b ImportBatch,
    sentences: &'b Sentences,
    /// Who owns companies that are made.
    owner: i64,
    checked: Vec<Checked<'b>>,
    refused: HashSet<u64>,
}

/// Which of a batch's records are meant.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// Those that tickets refer to, and tickets themselves.
    Whole,
    /// Those that hang on tickets.
    Parts,
}

impl<'b> Records<'b> {
    /// Checks all records of a batch before anything is written, so that a line of which one record can't be taken is
    /// refused as a whole, with these sentences.
    pub(super) fn check(
        (batch, sentences): (&'b ImportBatch, &'b Sentences),
        owner: i64,
        answer: &mut ImportAnswer,
    ) -> Self {
        let mut records = Self {
            batch,
            sentences,
            owner,
            checked: Vec::new(),
            refused: HashSet::new(),
        };
        for record in &batch.records {
            match fit::check(record) {
                Ok(checked) => records.checked.push(checked),
                Err(misfit) => records.refuse(record.line, &misfit, answer),
            }
        }
        records
    }

    /// Whether the line is refused, and rows of it are not to be taken either.
    pub(super) fn refuses(&self, line: u64) -> bool {
        self.refused.contains(&line)
    }

    /// Takes the records of one kind, in their order.
    ///
    /// # Errors
    /// The database's.
    pub(super) fn take(
        &mut self,
        which: Which,
        writing: &Writing<'_>,
        answer: &mut ImportAnswer,
    ) -> Result<(), OperationError> {
        let checked = std::mem::take(&mut self.checked);
        let (mine, others) = checked
            .into_iter()
            .partition(|checked| checked.portable.is_part() == (which == Which::Parts));
        self.checked = others;
        for checked in mine {
            let line = checked.record.line;
            if self.refuses(line) {
                continue;
            }
            match self.take_one(&checked, writing, answer) {
                Ok(()) => {}
                Err(Stop::Refused(misfit)) => self.refuse(line, &misfit, answer),
                Err(Stop::Failed(error)) => return Err(error),
            }
        }
        Ok(())
    }

    /// A line is named once, with its first fault.
    fn refuse(&mut self, line: u64, misfit: &Misfit, answer: &mut ImportAnswer) {
        if self.refused.insert(line) {
            answer.refused.push(misfit.at(line, self.sentences));
        }
    }

    fn take_one(&self, checked: &Checked<'_>, writing: &Writing<'_>, answer: &mut ImportAnswer) -> Result<(), Stop> {
        let key = Key::of(&self.batch.source, checked.portable.entity, checked.record);
        if key.is_taken(writing, &checked.record.digest)? {
            answer.records_there += 1;
            return Ok(());
        }
        let mut resolver = references::Resolver {
            batch: self.batch,
            directory: Directory {
                writing,
                made: &mut answer.made,
                source: &self.batch.source,
            },
            owner: self.owner,
        };
        user_defined::check(writing, checked.portable.entity, &checked.values)?;
        let resolved = resolver.resolve(checked.portable, &checked.values)?;
        let name = checked.portable.entity.name;
        *answer.records.entry(name.to_owned()).or_default() += 1;
        if resolved.hangs_in_the_air {
            if name == TICKET.name && key.row(writing)?.is_none() {
                answer.created.push(key.word().to_owned());
            }
            return Ok(());
        }
        let chosen = user_defined::choose(writing, checked.portable.entity, &checked.values, &mut answer.made)?;
        let written = self.write(checked, &key, (&resolved, chosen), writing)?;
        if written.is_new {
            note_made(&key, &written.row, answer);
        }
        key.remember(writing, &written, &checked.record.digest)?;
        for (field, awaited) in &resolved.awaited {
            keys::await_record(writing, &self.batch.source, awaited, &written.row, field)?;
        }
        Ok(())
    }

    /// Makes the row, or brings what the record says into the row that it is.
    fn write(
        &self,
        checked: &Checked<'_>,
        key: &Key<'_>,
        (resolved, chosen): (&references::Resolved, user_defined::Chosen),
        writing: &Writing<'_>,
    ) -> Result<Written, Stop> {
        let entity = checked.portable.entity;
        let (found, may_replace) = match key.row(writing)? {
            Some((id, made)) => (Some(id), made),
            None => (key.known(writing, checked.portable, &resolved.values)?, false),
        };
        let before = match found {
            Some(id) => rows::get(writing, entity, id)?,
            None => None,
        };
        let Some(before) = before else {
            let mut row = Row::new(entity);
            resolved
                .values
                .iter()
                .for_each(|(field, value)| row.put(field, value.clone()));
            user_defined::put(&mut row, chosen);
            complete::new(writing, &mut row)?;
            writing.insert(&mut row)?;
            return Ok(Written {
                row,
                is_made: true,
                is_new: true,
            });
        };
        let mut row = before.clone();
        for (field, value) in &resolved.values {
            // What the desk said itself stands; a file fills in what it left open.
            let is_open = matches!(row.value(field), Value::Null) || *row.value(field) == Value::from("");
            if may_replace || is_open {
                row.put(field, value.clone());
            }
        }
        user_defined::put(&mut row, chosen);
        complete::again(writing, &before, &mut row)?;
        if row != before {
            if *entity == TICKET {
                row.set("version", before.integer("version").unwrap_or_default() + 1);
            }
            writing.update(&before, &row)?;
        }
        Ok(Written {
            row,
            is_made: may_replace,
            is_new: false,
        })
    }
}

/// A row that a record became.
struct Written {
    row: Row,
    /// Whether the import made it, now or before: what comes later replaces what came then.
    is_made: bool,
    /// Whether this record made it.
    is_new: bool,
}

/// What was made: tickets by their keys, what people look up by name by that.
fn note_made(key: &Key<'_>, row: &Row, answer: &mut ImportAnswer) {
    let entity = row.entity();
    if *entity == TICKET {
        answer.created.push(key.word().to_owned());
        return;
    }
    let made = &mut answer.made;
    let text = |name: &str| row.text(name).unwrap_or_default();
    let person = || format!("{} {}", text("firstName"), text("lastName"));
    match entity {
        entity if *entity == COMPANY => made.companies.insert(text("companyName").to_owned()),
        entity if *entity == CONTACT => made.contacts.insert(person().trim().to_owned()),
        entity if *entity == RESOURCE => made.resources.insert(person().trim().to_owned()),
        entity if *entity == QUEUE => made.queues.insert(text("name").to_owned()),
        entity if *entity == REQUEST_TYPE => made.request_types.insert(text("name").to_owned()),
        _ => false,
    };
}

/// The row that a record of this source became.
///
/// # Errors
/// The database's.
pub(super) fn find(
    connection: &rusqlite::Connection,
    source: &str,
    entity: &Entity,
    key: &str,
) -> Result<Option<i64>, StoreError> {
    keys::find(connection, source, entity, key)
}
