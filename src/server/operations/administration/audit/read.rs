//! Reading the log: pages for the console, batches for the export.

use super::head;
use crate::base::fold::fold_case;
use crate::base::{Date, Timestamp, Zone};
use crate::domain::Actor;
use crate::domain::permission::Action;
use crate::records::administration::audit::{AuditEntry, AuditPage, AuditQuestion};
use crate::sentences::Wording;
use crate::server::operations::administration::require;
use crate::server::operations::{OperationError, Operations};
use crate::server::store::{StoreError, seed};
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params_from_iter};
use serde_json::json;

/// Entries of a page.
const PAGE: usize = 100;
/// Entries that an export reads at once.
const BATCH: usize = 500;

/// Entries in their order, oldest first.
pub type Batch = Vec<AuditEntry>;

impl Operations {
    /// Entries of the log, the newest first.
    ///
    /// # Errors
    /// `forbidden` for all but the provider's administrators; a day that is none.
    pub async fn audit(&self, reader: Actor, question: AuditQuestion) -> Result<AuditPage, OperationError> {
        let now = self.now();
        self.read(move |connection| {
            require(&reader, Action::ReadAuditLog)?;
            page(connection, &question, now)
        })
        .await
    }

    /// The entries behind one, oldest first, for an export; empty at the end.
    ///
    /// # Errors
    /// `forbidden` for all but the provider's administrators.
    pub async fn audit_batch(&self, reader: Actor, behind: i64) -> Result<Batch, OperationError> {
        self.read(move |connection| {
            require(&reader, Action::ReadAuditLog)?;
            Ok(batch(connection, behind)?)
        })
        .await
    }
}

fn page(connection: &Connection, question: &AuditQuestion, now: Timestamp) -> Result<AuditPage, OperationError> {
    let mut conditions = vec!["1"];
    let mut values: Vec<Value> = Vec::new();
    let mut only = |condition, value: Option<Value>| {
        if let Some(value) = value {
            conditions.push(condition);
            values.push(value);
        }
    };
    only("company_id = ?", question.company.map(Value::Integer));
    let client = question.client.as_deref();
    only(
        "company_id IN (SELECT id FROM company WHERE text_contains(company_name, ?))",
        client.map(|name| Value::Text(fold_case(name.trim()))),
    );
    only(
        "act IN (SELECT value FROM json_each(?))",
        question.act.as_deref().map(|acts| {
            let acts: Vec<&str> = acts.split(',').map(str::trim).collect();
            Value::Text(json!(acts).to_string())
        }),
    );
    let actor = question
        .actor
        .as_deref()
        .map(|name| Value::Text(fold_case(name.trim())));
    only("text_contains(actor_name, ?)", actor);
    let since = day(connection, "since", question.since.as_deref(), now)?;
    only(
        "at >= ?",
        since.map(|(zone, day)| Value::Integer(zone.beginning(day).millis())),
    );
    let until = day(connection, "until", question.until.as_deref(), now)?;
    only(
        "at < ?",
        until.map(|(zone, day)| Value::Integer(zone.beginning(day.next()).millis())),
    );
    only("id < ?", question.before.map(Value::Integer));
    let select = format!(
        "{SELECT} WHERE {} ORDER BY id DESC LIMIT {}",
        conditions.join(" AND "),
        PAGE + 1
    );
    let mut statement = connection.prepare_cached(&select)?;
    let mut items = statement
        .query_map(params_from_iter(values), entry)?
        .collect::<Result<Vec<_>, _>>()?;
    let has_more = items.len() > PAGE;
    items.truncate(PAGE);
    Ok(AuditPage {
        items,
        has_more,
        newest_digest: head(connection)?.1,
    })
}

/// A day that the question names, and where the provider is.
fn day(
    connection: &Connection,
    field: &str,
    text: Option<&str>,
    now: Timestamp,
) -> Result<Option<(Zone, Date)>, OperationError> {
    let Some(text) = text else {
        return Ok(None);
    };
    let day = Date::parse(text);
    let day = day.map_err(|_| OperationError::field(field, Wording::of("unfit-day").with("field", field)))?;
    Ok(Some((seed::instance(connection, now)?.zone, day)))
}

/// The entries behind one, oldest first.
///
/// # Errors
/// The database's.
pub fn batch(connection: &Connection, behind: i64) -> Result<Batch, StoreError> {
    let select = format!("{SELECT} WHERE id > ?1 ORDER BY id LIMIT {BATCH}");
    let mut statement = connection.prepare_cached(&select)?;
    let entries = statement.query_map([behind], entry)?;
    Ok(entries.collect::<Result<_, _>>()?)
}

const SELECT: &str = "SELECT id, at, actor, actor_name, origin, act, company_id, subject, before, after, digest
     FROM audit_entry";

fn entry(row: &Row<'_>) -> rusqlite::Result<AuditEntry> {
    // What somebody wrote into the file by hand may be no JSON; then it is shown as the text that it is.
    let json = |text: String| serde_json::from_str(&text).unwrap_or(serde_json::Value::String(text));
    Ok(AuditEntry {
        id: row.get(0)?,
        at: Timestamp::from_millis(row.get(1)?),
        actor: row.get(2)?,
        actor_name: row.get(3)?,
        origin: row.get(4)?,
        act: row.get(5)?,
        company: row.get(6)?,
        subject: row.get(7)?,
        before: json(row.get(8)?),
        after: json(row.get(9)?),
        digest: row.get(10)?,
    })
}
