//! Counts beside views, queues and companies. Triggers keep them; here they are only read.

use crate::base::Timestamp;
use crate::base::ids::{CompanyId, QueueId};
use crate::domain::{Person, Side};
use crate::records::views::{QueueLine, SharedLine, ViewCounts};
use crate::replica::place;
use crate::replica::{Replica, Result};
use rusqlite::{Connection, OptionalExtension};

impl Replica {
    /// The counts beside the built-in views of the person who has signed in.
    ///
    /// # Errors
    /// When the database fails.
    pub fn view_counts(&self, now: Timestamp) -> Result<ViewCounts> {
        self.read(|transaction| {
            let Some(actor) = place::actor(transaction)? else {
                return Ok(ViewCounts::default());
            };
            let side = actor.side().word();
            Ok(ViewCounts {
                mine: open(transaction, &format!("{side}_assignee"), actor.person.number())?,
                mine_late: late(transaction, actor.person, now)?,
                unassigned: open(transaction, &format!("{side}_unassigned"), 0)?,
                back: open(transaction, &format!("{side}_back"), 0)?,
            })
        })
    }

    /// Queues of both sides with their open tickets, by name: the active ones, and others that hold some.
    ///
    /// # Errors
    /// When the database fails.
    pub fn queues_with_counts(&self) -> Result<Vec<QueueLine>> {
        self.read(|transaction| {
            let mut statement = transaction.prepare_cached(
                "SELECT queue.id, name, side, company_id, coalesce(tickets, 0) FROM queue
                 LEFT JOIN ticket_count ON kind = side || '_queue' AND key = queue.id
                 WHERE is_active IS NOT 0 OR tickets > 0
                 ORDER BY fold_case(name), queue.id",
            )?;
            let lines = statement.query_map([], |row| {
                let side: Option<String> = row.get(2)?;
                Ok(QueueLine {
                    id: QueueId(row.get(0)?),
                    name: row.get::<_, Option<String>>(1)?.unwrap_or_default(),
                    side: side.as_deref().and_then(Side::from_word).unwrap_or(Side::Autotask),
                    company: row.get::<_, Option<i64>>(3)?.map(CompanyId),
                    open: row.get(4)?,
                })
            })?;
            Ok(lines.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// The clients with open tickets that both sides share, and those whose Taskfire is on; by name.
    ///
    /// # Errors
    /// When the database fails.
    pub fn shared_counts(&self) -> Result<Vec<SharedLine>> {
        self.read(|transaction| {
            let mut statement = transaction.prepare_cached(
                "SELECT company.id, company_name, coalesce(tickets, 0) FROM company
                 LEFT JOIN ticket_count ON kind = 'shared_company' AND key = company.id
                 WHERE is_task_fire_active = 1 OR tickets > 0
                 ORDER BY fold_case(company_name), company.id",
            )?;
            let lines = statement.query_map([], |row| {
                Ok(SharedLine {
                    company: CompanyId(row.get(0)?),
                    name: row.get::<_, Option<String>>(1)?.unwrap_or_default(),
                    open: row.get(2)?,
                })
            })?;
            Ok(lines.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// All open tickets.
    ///
    /// # Errors
    /// When the database fails.
    pub fn count_open(&self) -> Result<u64> {
        self.read(|transaction| open(transaction, "open", 0))
    }
}

/// Open tickets that are counted under this.
pub(super) fn open(connection: &Connection, kind: &str, key: i64) -> Result<u64> {
    let count = connection
        .prepare_cached("SELECT tickets FROM ticket_count WHERE kind = ?1 AND key = ?2")?
        .query_row((kind, key), |row| row.get(0))
        .optional()?;
    Ok(count.unwrap_or_default())
}

/// Open tickets assigned to a person, by the index over their due times.
fn late(connection: &Connection, person: Person, now: Timestamp) -> Result<u64> {
    let column = match person.side() {
        Side::Autotask => "assigned_resource_id",
        Side::Taskfire => "taskfire_assigned_contact_id",
    };
    let text = format!(
        "SELECT count(*) FROM (
           SELECT 1 FROM ticket WHERE {column} = ?1 AND closed_date IS NULL AND due_date_time < ?2 LIMIT 1001
         )"
    );
    Ok(connection
        .prepare_cached(&text)?
        .query_row((person.number(), now.millis()), |row| row.get(0))?)
}
