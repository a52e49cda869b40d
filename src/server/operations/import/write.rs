//! An imported ticket: loaded with what is known of it, taught row by row, and saved once for all rows of a batch.

use super::known::{self, Line};
use super::names::{self, Directory};
use super::{Key, check, late, records as whole};
use crate::base::Timestamp;
use crate::base::ids::{ResourceId, TicketId};
use crate::domain::history::{Entry, Event, Readers, Value};
use crate::domain::{Actor, Person, Priority, Side, StatusKind, Statuses};
use crate::entities::{Row, TICKET};
use crate::records;
use crate::server::operations::{OperationError, labels, save};
use crate::server::store::{StoreError, Writing, rows};
use crate::wire::ext::import::{ImportMade, ImportRow};
use rusqlite::OptionalExtension;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Who did what people of another desk did (13.1: what the system does).
const SYSTEM: ResourceId = ResourceId(4);

/// A ticket of another desk.
pub(super) struct ImportedTicket {
    /// The ticket here, once it has been saved.
    row: Option<Row>,
    /// What the rows in their order come to.
    known: Known,
    /// What its history gains.
    told: Vec<Told>,
}

/// What is kept of a ticket between batches.
#[derive(Default, Serialize, Deserialize)]
struct Known {
    /// The last known value of everything; its digest is the last row's.
    #[serde(flatten)]
    row: ImportRow,
    /// The last run in which that last row came, be it for the first time or again: what follows it there, counts.
    #[serde(default)]
    run: Option<Uuid>,
}

/// What a row tells.
struct Told {
    row: ImportRow,
    lines: Vec<Line>,
    counts: Counts,
}

/// What a row means for the ticket.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Counts {
    /// It is how the ticket is from then on.
    FromThenOn,
    /// It was put right after what followed it: the history alone gains by it.
    ForHistory,
}

impl ImportedTicket {
    /// What is known of it so far.
    ///
    /// # Errors
    /// The database's.
    pub(super) fn load(writing: &Writing<'_>, key: &Key<'_>) -> Result<Self, OperationError> {
        let mut statement =
            writing.prepare_cached("SELECT ticket_id, known FROM import_ticket WHERE source = ?1 AND number = ?2")?;
        let found: Option<(i64, String)> = statement
            .query_row((key.source, key.number), |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let Some((ticket, known)) = found else {
            return Ok(Self {
                row: None,
                known: Known::default(),
                told: Vec::new(),
            });
        };
        let known = serde_json::from_str(&known).map_err(|error| StoreError::Corrupt(error.to_string()))?;
        Ok(Self {
            row: rows::get(writing, &TICKET, ticket)?,
            known,
            told: Vec::new(),
        })
    }

    /// Whether an earlier batch made it.
    pub(super) fn exists(&self) -> bool {
        self.row.is_some()
    }

    /// Meets a row again that was taken before; whether that is to be remembered.
    pub(super) fn pass(&mut self, row: &ImportRow, key: &Key<'_>) -> bool {
        let is_news = self.known.row.digest == row.digest && self.known.run != key.run;
        if is_news {
            self.known.run = key.run;
        }
        is_news
    }

    /// Learns one more row.
    pub(super) fn take(&mut self, row: &ImportRow, statuses: &Statuses, key: &Key<'_>) {
        let (lines, counts) = if self.is_late(row, key) {
            let lines = late::lines(&self.known.row, row, statuses);
            late::fill_in(&mut self.known.row, row);
            (lines, Counts::ForHistory)
        } else {
            let first = !self.exists() && self.told.is_empty();
            let before = self.known.row.clone();
            known::learn(&mut self.known.row, row);
            self.known.run = key.run;
            let lines = if first {
                known::creation(&self.known.row, statuses)
            } else {
                known::differences(&before, &self.known.row, statuses)
            };
            (lines, Counts::FromThenOn)
        };
        let row = row.clone();
        self.told.push(Told { row, lines, counts });
    }

    /// Whether what a row tells happened before what is known, and came after it: within one run the order of the
    /// rows counts, whatever their clocks say.
    fn is_late(&self, row: &ImportRow, key: &Key<'_>) -> bool {
        let is_same_run = key.run.is_some() && self.known.run == key.run;
        !is_same_run && self.known.row.at > row.at
    }

    /// Writes ticket, history and what is known.
    ///
    /// # Errors
    /// The database's.
    pub(super) fn save(
        mut self,
        writing: &Writing<'_>,
        actor: &Actor,
        statuses: &Statuses,
        key: &Key<'_>,
        made: &mut ImportMade,
    ) -> Result<(), OperationError> {
        let known = &self.known.row;
        let opened = known.opened_at.or(known.at).unwrap_or(writing.at());
        let mut row = match &self.row {
            Some(row) => row.clone(),
            None => new_row(writing, known, key, opened)?,
        };
        let mut directory = Directory {
            writing,
            made,
            source: key.source,
        };
        self.fill(&mut directory, actor, statuses, &mut row)?;
        match &self.row {
            Some(before) => {
                row.set("version", before.integer("version").unwrap_or_default() + 1);
                writing.update(before, &row)?;
            }
            None => {
                writing.insert(&mut row)?;
            }
        }
        self.save_history(writing, statuses, TicketId(row.id()))?;
        self.row = Some(row);
        self.remember(writing, key)
    }

    /// Writes what is known.
    ///
    /// # Errors
    /// The database's.
    pub(super) fn remember(&self, writing: &Writing<'_>, key: &Key<'_>) -> Result<(), OperationError> {
        let Some(row) = &self.row else { return Ok(()) };
        let known = serde_json::to_string(&self.known).map_err(|error| StoreError::Corrupt(error.to_string()))?;
        let mut statement = writing.prepare_cached(
            "INSERT INTO import_ticket (source, number, ticket_id, known) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT DO UPDATE SET known = excluded.known",
        )?;
        statement.execute((key.source, key.number, row.id(), known))?;
        Ok(())
    }

    /// The ticket as far as rows tell it.
    fn fill(
        &self,
        directory: &mut Directory<'_>,
        actor: &Actor,
        statuses: &Statuses,
        row: &mut Row,
    ) -> Result<(), OperationError> {
        let known = &self.known.row;
        let company_name = known.company.as_deref().unwrap_or("?");
        let company = directory.company(company_name, actor.person.number())?;
        row.set("companyID", company);
        if let Some(name) = &known.contact {
            row.set("contactID", directory.contact(name, (company, company_name))?);
        }
        let queue = known.queue.as_deref().unwrap_or(names::IMPORTED);
        row.set("queueID", directory.queue(queue)?);
        if let Some(name) = &known.assignee {
            row.set("assignedResourceID", directory.resource(name)?);
        }
        if let Some(name) = &known.request_type {
            row.set("issueType", directory.request_type(name)?);
        }
        row.set("title", known.title.as_deref().unwrap_or(&known.number));
        row.set("description", known.description.as_deref().unwrap_or_default());
        row.set("item", known.item.clone());
        row.set("priority", known.priority.unwrap_or(Priority::MEDIUM).0);
        row.set("serviceLevelAgreementHasBeenMet", known.met_agreement);
        row.set("lastActivityDate", known.at);
        row.set("lastActivityPersonType", records::person_type(Person::Resource(SYSTEM)));
        self.fill_status(statuses, row);
        whole::set_fields(directory, &known.fields, row)
    }

    /// Status and what follows from it: since when, resolved, completed, closed.
    fn fill_status(&self, statuses: &Statuses, row: &mut Row) {
        let known = &self.known.row;
        let label = known.status.as_deref().unwrap_or_default();
        let status = check::status(statuses, label)
            .map_or_else(|| statuses.default(Side::Autotask, StatusKind::New), |status| status.id);
        row.set("status", status.0);
        let changed = |told: &&Told| {
            let tells = |line: &Line| matches!(line.event, Event::AutotaskStatus | Event::Created);
            told.counts == Counts::FromThenOn && told.lines.iter().any(tells)
        };
        if let Some(told) = self.told.iter().rev().find(changed) {
            row.set("statusSince", told.row.at);
        }
        let complete = known::is_complete(known, statuses);
        let resolved = known.resolved_at.or(known.at).filter(|_| complete);
        row.set("completedDate", resolved);
        row.set("resolvedDateTime", resolved);
        row.set("closedDate", known.closed_at.filter(|_| complete).or(resolved));
        row.set("closedBySide", complete.then(|| Side::Autotask.word()));
    }

    fn save_history(&self, writing: &Writing<'_>, statuses: &Statuses, ticket: TicketId) -> Result<(), OperationError> {
        let labels = labels::DatabaseLabels {
            connection: writing,
            statuses,
        };
        for told in &self.told {
            for line in &told.lines {
                let mut row = records::history::row(&entry(&told.row, line), ticket, &labels);
                if let Some(field) = &line.field {
                    let detail = format!("{field}: {}", row.text("detail").unwrap_or_default());
                    row.set("field", field.chars().take(60).collect::<String>());
                    row.set("detail", detail.trim_end_matches(": ").to_owned());
                }
                writing.insert(&mut row)?;
            }
        }
        Ok(())
    }
}

fn new_row(writing: &Writing<'_>, known: &ImportRow, key: &Key<'_>, opened: Timestamp) -> Result<Row, OperationError> {
    let mut row = Row::new(&TICKET);
    row.set("ticketNumber", save::next_number(writing, opened)?);
    row.set("externalID", key.number);
    row.set("version", 1_i64);
    row.set("isShared", false);
    row.set("holder", Side::Autotask.word());
    row.set("isTaskfireEligible", false);
    row.set("createDate", opened);
    row.set("createdByName", known.by.clone().unwrap_or_default());
    row.set("creatorResourceID", SYSTEM.0);
    row.set("creatorType", records::person_type(Person::Resource(SYSTEM)));
    row.set("resolution", "");
    Ok(row)
}

fn entry(told: &ImportRow, line: &Line) -> Entry {
    Entry {
        at: told.at.unwrap_or(Timestamp::from_millis(0)),
        by: Person::Resource(SYSTEM),
        by_name: told.by.clone().unwrap_or_default(),
        side: Side::Autotask,
        concerns: Some(Side::Autotask),
        event: line.event,
        field: None,
        before: line.before.clone().map(Value::Text),
        after: line.after.clone().map(Value::Text),
        reason: None,
        readers: Readers::Both,
    }
}
