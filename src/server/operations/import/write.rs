//! An imported ticket: loaded with what is known of it, taught row by row, and saved once for all rows of a batch.

use super::known::{self, Line};
use super::{Key, check, names};
use crate::base::Timestamp;
use crate::base::ids::{ResourceId, TicketId};
use crate::domain::history::{Entry, Event, Readers, Value};
use crate::domain::{Actor, Person, Priority, Side, StatusKind, Statuses};
use crate::entities::{Row, TICKET};
use crate::records;
use crate::server::operations::{OperationError, labels, save};
use crate::server::store::{StoreError, Writing, rows};
use crate::wire::ext::import::ImportRow;
use rusqlite::OptionalExtension;

/// Who did what people of another desk did (13.1: what the system does).
const SYSTEM: ResourceId = ResourceId(4);

/// A ticket of another desk.
pub(super) struct ImportedTicket {
    /// The ticket here, once it has been saved.
    row: Option<Row>,
    /// The last known value of everything.
    known: ImportRow,
    /// What its history gains, with the row that tells it.
    told: Vec<(ImportRow, Vec<Line>)>,
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
                known: ImportRow::default(),
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

    /// Learns one more row.
    pub(super) fn take(&mut self, row: &ImportRow, statuses: &Statuses) {
        let first = !self.exists() && self.told.is_empty();
        let before = self.known.clone();
        known::learn(&mut self.known, row);
        let lines = if first {
            known::creation(&self.known, statuses)
        } else {
            known::differences(&before, &self.known, statuses)
        };
        self.told.push((row.clone(), lines));
    }

    /// Writes ticket, history and what is known.
    ///
    /// # Errors
    /// The database's.
    pub(super) fn save(
        self,
        writing: &Writing<'_>,
        actor: &Actor,
        statuses: &Statuses,
        key: &Key<'_>,
    ) -> Result<(), OperationError> {
        let opened = self.known.opened_at.or(self.known.at).unwrap_or(writing.at());
        let mut row = match &self.row {
            Some(row) => row.clone(),
            None => new_row(writing, &self.known, key, opened)?,
        };
        self.fill(writing, actor, statuses, &mut row)?;
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
        writing: &Writing<'_>,
        actor: &Actor,
        statuses: &Statuses,
        row: &mut Row,
    ) -> Result<(), OperationError> {
        let known = &self.known;
        let company = known.company.as_deref().unwrap_or("?");
        let company = names::company(writing, company, actor.person.number())?;
        row.set("companyID", company);
        if let Some(name) = &known.contact {
            row.set("contactID", names::contact(writing, name, company)?);
        }
        let queue = known.queue.as_deref().unwrap_or(names::IMPORTED);
        row.set("queueID", names::queue(writing, queue)?);
        if let Some(name) = &known.assignee {
            row.set("assignedResourceID", names::resource(writing, name)?);
        }
        if let Some(name) = &known.request_type {
            row.set("issueType", names::request_type(writing, name)?);
        }
        row.set("title", known.title.as_deref().unwrap_or(&known.number));
        row.set("description", known.description.as_deref().unwrap_or_default());
        row.set("item", known.item.clone());
        row.set("priority", known.priority.unwrap_or(Priority::MEDIUM).0);
        row.set("serviceLevelAgreementHasBeenMet", known.met_agreement);
        row.set("lastActivityDate", known.at);
        self.fill_status(statuses, row);
        Ok(())
    }

    /// Status and what follows from it: since when, resolved, completed, closed.
    fn fill_status(&self, statuses: &Statuses, row: &mut Row) {
        let known = &self.known;
        let label = known.status.as_deref().unwrap_or_default();
        let status = check::status(statuses, label)
            .map_or_else(|| statuses.default(Side::Autotask, StatusKind::New), |status| status.id);
        row.set("status", status.0);
        let changed = |(_, lines): &&(ImportRow, Vec<Line>)| {
            let tells = |line: &Line| matches!(line.event, Event::AutotaskStatus | Event::Created);
            lines.iter().any(tells)
        };
        if let Some((told, _)) = self.told.iter().rev().find(changed) {
            row.set("statusSince", told.at);
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
        for (told, lines) in &self.told {
            for line in lines {
                let mut row = records::history::row(&entry(told, line), ticket, &labels);
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
