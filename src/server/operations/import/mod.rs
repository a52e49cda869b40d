//! Bringing another desk's records over: past times, verdicts and history, which no other route may set. A batch is one
//! transaction; a row that was seen before is passed over.

mod check;
mod known;
mod late;
mod misfit;
mod names;
mod records;
mod write;

use super::administration::{Asker, Done, audit};
use super::{OperationError, Operations};
use crate::domain::{Actor, Refusal, SecurityLevel, Statuses};
use crate::sentences::{Sentences, Wording};
use crate::server::operations::facts;
use crate::server::store::{StoreError, Writing, writer};
use crate::wire::ext::import::{ImportAnswer, ImportBatch, ImportMade, ImportMode, ImportRow};
use misfit::Misfit;
use records::{Records, Which};
use rusqlite::{Connection, OptionalExtension};
use serde_json::json;
use std::collections::HashMap;
use uuid::Uuid;

/// Why a batch leaves no trace.
enum Undone {
    /// Nothing was to be written; this would have happened.
    DryRun(ImportAnswer),
    /// It failed.
    Failed(OperationError),
}

impl From<StoreError> for Undone {
    fn from(error: StoreError) -> Self {
        Self::Failed(error.into())
    }
}

impl From<OperationError> for Undone {
    fn from(error: OperationError) -> Self {
        Self::Failed(error)
    }
}

impl Operations {
    /// Carries out a batch, or says what it would do, and with these sentences why rows can't be taken.
    ///
    /// # Errors
    /// `forbidden` to all but the provider's administrators; the database's. Rows that can't be taken are no error:
    /// the answer names them.
    pub async fn import(
        &self,
        asker: Asker,
        batch: ImportBatch,
        sentences: Sentences,
    ) -> Result<ImportAnswer, OperationError> {
        if asker.actor.level != SecurityLevel::ProviderAdmin {
            return Err(Refusal::Forbidden.into());
        }
        self.write(move |writing| carry_out(writing, &asker, &batch, &sentences))
            .await
    }
}

/// Carries out a batch inside a write.
fn carry_out(
    writing: &Writing<'_>,
    asker: &Asker,
    batch: &ImportBatch,
    sentences: &Sentences,
) -> Result<ImportAnswer, OperationError> {
    if batch.source.trim().is_empty() {
        return Err(OperationError::field("source", Wording::of("unfit-source")));
    }
    let at = writing.at();
    let done = writer::in_savepoint(writing, |connection| {
        let writing = Writing::new(connection, at);
        let answer = take_all(&writing, asker, batch, sentences)?;
        writing.settle()?;
        match batch.mode {
            ImportMode::Write => Ok(answer),
            ImportMode::DryRun => Err(Undone::DryRun(answer)),
        }
    });
    match done {
        Ok(answer) | Err(Undone::DryRun(answer)) => Ok(answer),
        Err(Undone::Failed(error)) => Err(error),
    }
}

fn take_all(
    writing: &Writing<'_>,
    asker: &Asker,
    batch: &ImportBatch,
    sentences: &Sentences,
) -> Result<ImportAnswer, OperationError> {
    let statuses = facts::statuses(writing)?;
    let mut answer = ImportAnswer::default();
    let mut records = Records::check((batch, sentences), asker.actor.person.number(), &mut answer);
    records.take(Which::Whole, writing, &mut answer)?;
    let rows = batch.rows.iter().filter(|row| !records.refuses(row.line));
    for (number, rows) in by_ticket(rows) {
        let key = Key {
            source: &batch.source,
            number,
            run: batch.run,
        };
        let refused = take_ticket(writing, &asker.actor, &statuses, &key, &rows, &mut answer)?;
        let refused = refused.iter().map(|(line, misfit)| misfit.at(*line, sentences));
        answer.refused.extend(refused);
    }
    records.take(Which::Parts, writing, &mut answer)?;
    answer.awaited = records::awaited(writing, &batch.source)?;
    answer.refused.sort_by_key(|refusal| refusal.line);
    log(writing, asker, batch, &answer)?;
    Ok(answer)
}

/// Companies, people and queues that a batch made beside its tickets are the administrator's doing.
fn log(writing: &Writing<'_>, asker: &Asker, batch: &ImportBatch, answer: &ImportAnswer) -> Result<(), OperationError> {
    if answer.made == ImportMade::default() {
        return Ok(());
    }
    let done = Done {
        company: None,
        subject: batch.source.clone(),
        before: json!(null),
        after: json!(answer.made),
        answer: None,
    };
    audit::append(writing, asker, "import", &done)
}

/// What names a ticket of another desk, and the run in which it is taken.
struct Key<'a> {
    source: &'a str,
    number: &'a str,
    run: Option<Uuid>,
}

/// The rows of each ticket in their order, tickets in the order in which they first appear.
fn by_ticket<'b>(rows: impl Iterator<Item = &'b ImportRow>) -> Vec<(&'b str, Vec<&'b ImportRow>)> {
    let mut tickets: Vec<(&str, Vec<&ImportRow>)> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for row in rows {
        let place = *places.entry(&row.number).or_insert_with(|| {
            tickets.push((&row.number, Vec::new()));
            tickets.len() - 1
        });
        tickets[place].1.push(row);
    }
    tickets
}

/// Takes a ticket's rows; those that can't be taken, by their lines.
fn take_ticket(
    writing: &Writing<'_>,
    actor: &Actor,
    statuses: &Statuses,
    key: &Key<'_>,
    rows: &[&ImportRow],
    answer: &mut ImportAnswer,
) -> Result<Vec<(u64, Misfit)>, OperationError> {
    let mut refused = Vec::new();
    let mut ticket = write::ImportedTicket::load(writing, key)?;
    let existed = ticket.exists();
    let (mut took, mut passed) = (false, false);
    for row in rows {
        if is_there(writing, key, &row.digest)? {
            answer.already_there += 1;
            passed |= ticket.pass(row, key);
        } else if let Some(misfit) = misfit(writing, key, row, statuses)? {
            refused.push((row.line, misfit));
        } else {
            remember(writing, key, &row.digest)?;
            ticket.take(row, statuses, key);
            answer.added += 1;
            took = true;
        }
    }
    if took {
        ticket.save(writing, actor, statuses, key, &mut answer.made)?;
        if !existed {
            answer.created.push(key.number.to_owned());
        }
    } else if passed {
        ticket.remember(writing, key)?;
    }
    Ok(refused)
}

/// Why a row can't be taken.
fn misfit(
    writing: &Writing<'_>,
    key: &Key<'_>,
    row: &ImportRow,
    statuses: &Statuses,
) -> Result<Option<Misfit>, OperationError> {
    match check::row(row, statuses) {
        Err(misfit) => Ok(Some(misfit)),
        Ok(()) => records::misfit(writing, key.source, row),
    }
}

fn is_there(connection: &Connection, key: &Key<'_>, digest: &str) -> Result<bool, OperationError> {
    let mut statement =
        connection.prepare_cached("SELECT 1 FROM import_row WHERE source = ?1 AND number = ?2 AND digest = ?3")?;
    let found = statement.query_row((key.source, key.number, digest), |_| Ok(()));
    Ok(found.optional()?.is_some())
}

fn remember(connection: &Connection, key: &Key<'_>, digest: &str) -> Result<(), OperationError> {
    let mut statement =
        connection.prepare_cached("INSERT INTO import_row (source, number, digest) VALUES (?1, ?2, ?3)")?;
    statement.execute((key.source, key.number, digest))?;
    Ok(())
}
