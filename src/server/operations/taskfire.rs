//! A company's Taskfire: switched on, its settings read and written (TF-51).

use super::administration::{Done, seen, visible_company};
use super::{OperationError, Operations, facts};
use crate::base::Timestamp;
use crate::base::ids::CompanyId;
use crate::domain::{Actor, Refusal};
use crate::entities::{COMPANY, QUEUE, Row};
use crate::records::administration::seeing::Seeing;
use crate::records::administration::setup::TaskfireSettings;
use crate::server::store::{StoreError, Writing, rows};
use crate::wire::ext::taskfire::{Interval, TaskfireState};
use rusqlite::Connection;
use serde_json::{Value as Json, json};

/// The internal queue that a client gets who has none (D-07).
const FIRST_QUEUE: &str = "Helpdesk";
impl Operations {
    /// A company's Taskfire state, for who sees the company.
    ///
    /// # Errors
    /// `not_found` where the reader sees no such company.
    pub async fn taskfire(&self, reader: Actor, company: CompanyId) -> Result<TaskfireState, OperationError> {
        self.read(move |connection| {
            let row = visible_company(connection, &reader, company)?;
            Ok(state(connection, &row)?)
        })
        .await
    }
}

/// Switches Taskfire on inside a write; nothing happens where it is on. Only accepting the agreement leads here (TF-09).
/// Gives the queue that it made for a client who had none.
///
/// # Errors
/// `not_found` where there is no such company.
pub(super) fn enable(writing: &Writing<'_>, company: CompanyId) -> Result<Option<i64>, OperationError> {
    let before = rows::get(writing, &COMPANY, company.0)?.ok_or(OperationError::NotFound)?;
    if before.boolean("isTaskFireActive") == Some(true) {
        return Ok(None);
    }
    let mut row = before.clone();
    row.set("isTaskFireActive", true);
    row.set("isClientPortalActive", true);
    row.set("taskfireEnabledSince", writing.at());
    writing.update(&before, &row)?;
    writing.execute(
        "INSERT INTO taskfire_interval (company_id, since) VALUES (?1, ?2) ON CONFLICT DO UPDATE
         SET until = NULL, are_settings_chosen = 0",
        (company.0, writing.at().millis()),
    )?;
    if facts::first_queue(writing, company)?.is_some() {
        return Ok(None);
    }
    let mut queue = Row::new(&QUEUE);
    queue.set("name", FIRST_QUEUE);
    queue.set("side", "taskfire");
    queue.set("companyID", company.0);
    queue.set("isActive", true);
    queue.set("isDefault", true);
    Ok(Some(writing.insert(&mut queue)?))
}

/// What the log keeps of a client's Taskfire: whether it and the portal are on, and the settings.
#[must_use]
pub fn described(company: &Row) -> Json {
    let is = |name: &str| company.boolean(name).unwrap_or_default();
    json!({
        "isTaskfireActive": is("isTaskFireActive"),
        "isPortalActive": is_portal_on(company),
        "settings": read_settings(company),
    })
}

/// Whether a client's portal is on. A company from before the portal could be switched says nothing, and has it.
#[must_use]
pub fn is_portal_on(company: &Row) -> bool {
    company.boolean("isClientPortalActive") != Some(false)
}

/// A client's three settings.
#[must_use]
pub fn read_settings(company: &Row) -> TaskfireSettings {
    let is = |name: &str| company.boolean(name).unwrap_or_default();
    TaskfireSettings {
        complete_taskfire_with_autotask: is("isTaskfireCompletedWithAutotask"),
        complete_autotask_with_taskfire: is("isAutotaskCompletedWithTaskfire"),
        hide_financials: is("isHideFinancials"),
    }
}

/// Writes the three settings, inside a write (TF-51).
///
/// # Errors
/// `not_found`; `taskfire_not_enabled`, for the settings appear only once Taskfire is on (TF-12).
pub fn write_settings(
    writing: &Writing<'_>,
    actor: &Actor,
    company: CompanyId,
    wanted: &Seeing<TaskfireSettings>,
) -> Result<Done, OperationError> {
    let before = visible_company(writing, actor, company)?;
    if before.boolean("isTaskFireActive") != Some(true) {
        return Err(Refusal::TaskfireNotEnabled.into());
    }
    seen::check(wanted, &read_settings(&before))?;
    let wanted = wanted.value;
    let mut row = before.clone();
    row.set(
        "isTaskfireCompletedWithAutotask",
        wanted.complete_taskfire_with_autotask,
    );
    row.set(
        "isAutotaskCompletedWithTaskfire",
        wanted.complete_autotask_with_taskfire,
    );
    row.set("isHideFinancials", wanted.hide_financials);
    if row != before {
        writing.update(&before, &row)?;
    }
    writing.execute(
        "UPDATE taskfire_interval SET are_settings_chosen = 1 WHERE company_id = ?1 AND until IS NULL",
        [company.0],
    )?;
    Ok(Done {
        answer: None,
        company: Some(company),
        subject: row.text("companyName").unwrap_or_default().to_owned(),
        before: json!(state(writing, &before)?),
        after: json!(state(writing, &row)?),
    })
}

fn state(connection: &Connection, company: &Row) -> Result<TaskfireState, StoreError> {
    let taskfire = facts::read_taskfire(company);
    let mut statement =
        connection.prepare_cached("SELECT since, until FROM taskfire_interval WHERE company_id = ?1 ORDER BY since")?;
    let intervals = statement.query_map([company.id()], |row| {
        Ok(Interval {
            from: Timestamp::from_millis(row.get(0)?),
            to: row.get::<_, Option<i64>>(1)?.map(Timestamp::from_millis),
        })
    })?;
    Ok(TaskfireState {
        enabled: taskfire.enabled,
        intervals: intervals.collect::<Result<_, _>>()?,
        complete_taskfire_with_autotask: taskfire.complete_taskfire_with_autotask,
        complete_autotask_with_taskfire: taskfire.complete_autotask_with_taskfire,
        hide_financials: company.boolean("isHideFinancials").unwrap_or_default(),
    })
}
