//! A ticket as a line of a list: one read by key with its names beside it.

use crate::base::Timestamp;
use crate::base::ids::{CompanyId, TicketId};
use crate::domain::{Person, Priority, Side, StatusKind};
use crate::records::views::{LocalMarks, Named, SideLine, TicketLine};
use crate::replica::Result;
use rusqlite::{Connection, OptionalExtension, Row};

/// The columns of a side: status, label, kind, since, queue, priority, assignee, first name, last name.
const LINE: &str = "
    SELECT ticket.id, ticket.ticket_number, ticket.title, ticket.company_id, company.company_name,
      contact.first_name, contact.last_name, ticket.holder, ticket.is_shared, ticket.due_date_time,
      ticket.create_date, ticket.closed_date,
      EXISTS (SELECT 1 FROM outbox WHERE ticket_id = ticket.id),
      EXISTS (SELECT 1 FROM outbox WHERE ticket_id = ticket.id AND state = 'stopped'),
      EXISTS (SELECT 1 FROM draft WHERE ticket_id = ticket.id),
      EXISTS (SELECT 1 FROM unread WHERE ticket_id = ticket.id),
      ticket.status, a_status.label, a_status.kind, ticket.status_since, a_queue.name, ticket.priority,
      ticket.assigned_resource_id, resource.first_name, resource.last_name,
      ticket.taskfire_status, t_status.label, t_status.kind, ticket.taskfire_status_since, t_queue.name,
      ticket.taskfire_priority, ticket.taskfire_assigned_contact_id, assignee.first_name, assignee.last_name,
      ticket.last_activity_date
    FROM ticket
    LEFT JOIN company ON company.id = ticket.company_id
    LEFT JOIN contact ON contact.id = ticket.contact_id
    LEFT JOIN status AS a_status ON a_status.id = ticket.status
    LEFT JOIN queue AS a_queue ON a_queue.id = ticket.queue_id
    LEFT JOIN resource ON resource.id = ticket.assigned_resource_id
    LEFT JOIN status AS t_status ON t_status.id = ticket.taskfire_status
    LEFT JOIN queue AS t_queue ON t_queue.id = ticket.taskfire_queue_id
    LEFT JOIN contact AS assignee ON assignee.id = ticket.taskfire_assigned_contact_id
    WHERE ticket.id = ?1";
/// Where the columns of each side begin.
const AUTOTASK: usize = 16;
const TASKFIRE: usize = 25;
/// Where the columns behind both sides begin.
const BEHIND: usize = 34;

/// The line of a ticket.
pub(super) fn line(connection: &Connection, ticket: i64) -> Result<Option<TicketLine>> {
    let line = connection.prepare_cached(LINE)?.query_row([ticket], read).optional()?;
    Ok(line)
}

fn read(row: &Row<'_>) -> rusqlite::Result<TicketLine> {
    let text = |index| row.get::<_, Option<String>>(index).map(Option::unwrap_or_default);
    let moment = |index| {
        row.get::<_, Option<i64>>(index)
            .map(|millis| millis.map(Timestamp::from_millis))
    };
    let holder = text(7)?;
    let created_at = moment(10)?.unwrap_or(Timestamp::from_millis(0));
    let company = CompanyId(row.get::<_, Option<i64>>(3)?.unwrap_or_default());
    Ok(TicketLine {
        id: TicketId(row.get(0)?),
        number: text(1)?,
        title: text(2)?,
        company,
        company_name: row
            .get::<_, Option<String>>(4)?
            .unwrap_or_else(|| format!("?{company}")),
        contact_name: name(row.get(5)?, row.get(6)?),
        autotask: side(row, Side::Autotask, AUTOTASK)?,
        taskfire: side(row, Side::Taskfire, TASKFIRE)?,
        holder: Side::from_word(&holder).unwrap_or(Side::Autotask),
        shared: row.get::<_, Option<bool>>(8)?.unwrap_or_default(),
        due: moment(9)?,
        created_at,
        changed_at: moment(BEHIND)?.unwrap_or(created_at),
        closed_at: moment(11)?,
        marks: LocalMarks {
            unsent: row.get(12)?,
            stopped: row.get(13)?,
            draft: row.get(14)?,
            unread: row.get(15)?,
        },
    })
}

fn side(row: &Row<'_>, side: Side, begin: usize) -> rusqlite::Result<Option<SideLine>> {
    let Some(status) = row.get::<_, Option<i64>>(begin)? else {
        return Ok(None);
    };
    let label: Option<String> = row.get(begin + 1)?;
    let kind: Option<String> = row.get(begin + 2)?;
    let since: Option<i64> = row.get(begin + 3)?;
    let assignee: Option<i64> = row.get(begin + 6)?;
    let assignee_name = name(row.get(begin + 7)?, row.get(begin + 8)?);
    Ok(Some(SideLine {
        status: label.unwrap_or_else(|| format!("?{status}")),
        kind: kind
            .as_deref()
            .and_then(StatusKind::from_word)
            .unwrap_or(StatusKind::Open),
        since: Timestamp::from_millis(since.unwrap_or_default()),
        queue: row.get(begin + 4)?,
        priority: row.get::<_, Option<i64>>(begin + 5)?.map_or(Priority::MEDIUM, Priority),
        assignee: assignee.map(|number| Named {
            person: Person::of(side, number),
            name: assignee_name.unwrap_or_else(|| format!("?{number}")),
        }),
    }))
}

/// First and last name as people say it; none where neither is known.
pub(super) fn name(first: Option<String>, last: Option<String>) -> Option<String> {
    let words: Vec<String> = [first, last]
        .into_iter()
        .flatten()
        .filter(|word| !word.is_empty())
        .collect();
    Some(words.join(" ")).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::replica::Replica;
    use rusqlite::StatementStatus;

    #[test]
    fn the_statement_is_planned_once_for_all_lines() {
        let folder = tempfile::tempdir().unwrap();
        let replica = Replica::open(&folder.path().join("copy.sqlite")).unwrap();
        let planned_anew = replica.read(|transaction| {
            let mut statement = transaction.prepare(LINE)?;
            for ticket in 1..5 {
                assert!(!statement.exists([ticket])?);
            }
            Ok(statement.get_status(StatementStatus::RePrepare))
        });
        assert_eq!(planned_anew.unwrap(), 0);
    }
}
