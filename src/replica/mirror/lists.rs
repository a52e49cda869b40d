//! Lists of tickets: a filter, an order and a window. Of a long list only the window is read.

use super::window::{self, Cut};
use super::{lines, order, words};
use crate::base::ids::TicketId;
use crate::query::sql;
use crate::query::{Filter, ListOrder, Searched};
use crate::records::views::TicketLine;
use crate::records::windows::{Anchor, Count, ListWindow};
use crate::replica::{Replica, Result};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

impl Replica {
    /// The lines of a window of a list: `limit` of them behind the first `offset`.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list(&self, filter: &Filter, order: &ListOrder, offset: usize, limit: usize) -> Result<Vec<TicketLine>> {
        self.read(|transaction| {
            let ids = ids(transaction, filter, order, offset, limit)?;
            let lines = ids.into_iter().map(|id| lines::line(transaction, id).transpose());
            lines.flatten().collect()
        })
    }

    /// The ids of a window of a list: for acts on all that a filter selects.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_ids(&self, filter: &Filter, order: &ListOrder, offset: usize, limit: usize) -> Result<Vec<TicketId>> {
        self.read(|transaction| {
            let ids = ids(transaction, filter, order, offset, limit)?;
            Ok(ids.into_iter().map(TicketId).collect())
        })
    }

    /// These tickets in an order, without those that are not here.
    ///
    /// # Errors
    /// When the database fails.
    pub fn in_order(&self, tickets: &[TicketId], order: &ListOrder) -> Result<Vec<TicketId>> {
        let ids: Vec<i64> = tickets.iter().map(|ticket| ticket.0).collect();
        let sorted = self.read(|transaction| window::sorted(transaction, &ids, order))?;
        Ok(sorted.into_iter().map(TicketId).collect())
    }

    /// How many tickets a filter selects, counted up to a limit.
    ///
    /// # Errors
    /// When the database fails.
    pub fn count_capped(&self, filter: &Filter, limit: u64) -> Result<Count> {
        self.read(|transaction| {
            let searched = words::searched(transaction, filter)?;
            count_capped(transaction, filter, &searched, limit)
        })
    }

    /// A piece of a list: at its beginning, at its end, or around a ticket. Around a ticket half of the lines come
    /// before it, as far as there are so many.
    ///
    /// # Errors
    /// When the database fails.
    pub fn window(&self, filter: &Filter, order: &ListOrder, anchor: Anchor, limit: usize) -> Result<ListWindow> {
        self.read(|transaction| {
            let searched = words::searched(transaction, filter)?;
            let counted = found(transaction, filter, &searched, COUNTED + 1)?;
            let total = Count {
                number: counted.len().min(COUNTED) as u64,
                or_more: counted.len() > COUNTED,
            };
            let cut = match total.or_more {
                true => window::cut(transaction, (filter, &searched), order, anchor, limit)?,
                false => window::cut_short(transaction, counted, order, anchor, limit)?,
            };
            let Cut { ids, is_start, is_end } = cut;
            let lines = ids.into_iter().map(|id| lines::line(transaction, id).transpose());
            Ok(ListWindow {
                lines: lines.flatten().collect::<Result<_>>()?,
                is_start,
                is_end,
                total,
                is_by_fields_only: false,
            })
        })
    }
}

/// Lists are counted exactly up to here; so many are sorted sooner than walked, most of all where they are few among many.
const COUNTED: usize = 1_000;

/// The first tickets that a filter selects, in no order.
fn found(connection: &Connection, filter: &Filter, searched: &Searched, limit: usize) -> Result<Vec<i64>> {
    let condition = sql::condition_searching(filter, searched);
    let text = format!(
        "SELECT ticket.id FROM {} WHERE {} LIMIT ?",
        sql::table(filter, searched),
        condition.text
    );
    let mut parameters = condition.parameters;
    parameters.push(Value::Integer(i64::try_from(limit).unwrap_or(i64::MAX)));
    let mut statement = connection.prepare_cached(&text)?;
    let ids = statement.query_map(params_from_iter(parameters), |row| row.get(0))?;
    Ok(ids.collect::<rusqlite::Result<_>>()?)
}

fn ids(connection: &Connection, filter: &Filter, order: &ListOrder, offset: usize, limit: usize) -> Result<Vec<i64>> {
    let searched = words::searched(connection, filter)?;
    let condition = sql::condition_searching(filter, &searched);
    let text = format!(
        "SELECT ticket.id FROM {}{} WHERE {} ORDER BY {} LIMIT ? OFFSET ?",
        sql::table(filter, &searched),
        order::beside(order),
        condition.text,
        order::terms(order)
    );
    let mut parameters = condition.parameters;
    parameters.extend([limit, offset].map(|number| Value::Integer(i64::try_from(number).unwrap_or(i64::MAX))));
    let mut statement = connection.prepare_cached(&text)?;
    let ids = statement.query_map(params_from_iter(parameters), |row| row.get(0))?;
    Ok(ids.collect::<rusqlite::Result<_>>()?)
}

/// How many tickets a filter selects, up to a limit.
fn count_capped(connection: &Connection, filter: &Filter, searched: &Searched, limit: u64) -> Result<Count> {
    let condition = sql::condition_searching(filter, searched);
    let text = format!(
        "SELECT count(*) FROM (SELECT 1 FROM {} WHERE {} LIMIT ?)",
        sql::table(filter, searched),
        condition.text
    );
    let mut parameters = condition.parameters;
    parameters.push(Value::Integer(
        i64::try_from(limit).unwrap_or(i64::MAX).saturating_add(1),
    ));
    let count: u64 = connection
        .prepare_cached(&text)?
        .query_row(params_from_iter(parameters), |row| row.get(0))?;
    Ok(Count {
        number: count.min(limit),
        or_more: count > limit,
    })
}
