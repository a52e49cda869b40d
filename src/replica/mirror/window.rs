//! Cutting a piece out of a list around a ticket, reading that piece alone: a walk along the order's index from the
//! ticket in either direction. The order is walked in stretches, each of which one index range serves: the rows that
//! equal the ticket in the first keys and lie behind (or before) it in the next one, then those without a value there.

use crate::query::sql;
use crate::query::{Direction, Filter, Searched, Sort};
use crate::records::windows::Anchor;
use crate::replica::Result;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params_from_iter};

/// A piece of a list, by ids.
pub(super) struct Cut {
    pub(super) ids: Vec<i64>,
    pub(super) is_start: bool,
    pub(super) is_end: bool,
}

/// Cuts a piece of at most so many tickets.
pub(super) fn cut(
    connection: &Connection,
    filter: (&Filter, &Searched),
    sort: &Sort,
    anchor: Anchor,
    limit: usize,
) -> Result<Cut> {
    let walk = Walk::new(connection, filter, sort);
    let place = match anchor {
        Anchor::Around(ticket) => walk.place(ticket.0)?,
        Anchor::Start | Anchor::End => None,
    };
    match (anchor, place) {
        (Anchor::Around(ticket), Some(place)) => walk.around(ticket.0, &place, limit),
        (Anchor::End, _) => walk.at_end(limit),
        _ => walk.at_start(limit),
    }
}

/// Which way along the order.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Behind,
    Before,
}

/// One key of the order as SQL.
struct Key {
    expression: String,
    direction: Direction,
    is_id: bool,
}

/// One range of an index.
struct Stretch {
    condition: String,
    parameters: Vec<Value>,
    order: String,
}

struct Walk<'a> {
    connection: &'a Connection,
    table: String,
    filter: sql::Sql,
    keys: Vec<Key>,
}

impl<'a> Walk<'a> {
    fn new(connection: &'a Connection, (filter, searched): (&Filter, &Searched), sort: &Sort) -> Self {
        let key = |(field, direction): &(&'static crate::entities::Field, Direction)| Key {
            expression: sql::sort_key(sort.entity(), field),
            direction: *direction,
            is_id: field.name == "id",
        };
        Self {
            connection,
            table: sql::table(filter, searched),
            filter: sql::condition_searching(filter, searched),
            keys: sort.keys().iter().map(key).collect(),
        }
    }

    /// Where a ticket stands, whether or not the filter selects it; none where it is not here.
    fn place(&self, ticket: i64) -> Result<Option<Vec<Value>>> {
        let expressions: Vec<_> = self.keys.iter().map(|key| key.expression.as_str()).collect();
        let text = format!("SELECT {} FROM ticket WHERE ticket.id = ?", expressions.join(", "));
        let place = self
            .connection
            .prepare_cached(&text)?
            .query_row([ticket], |row| {
                (0..self.keys.len()).map(|index| row.get(index)).collect()
            })
            .optional()?;
        Ok(place)
    }

    fn around(&self, ticket: i64, place: &[Value], limit: usize) -> Result<Cut> {
        let here = self.select(&self.only(ticket), 1)?;
        let others = limit.saturating_sub(here.len());
        // One more than wanted tells whether there are more.
        let mut before = self.walk(place, Way::Before, others + 1)?;
        let mut behind = self.walk(place, Way::Behind, others + 1)?;
        let (wanted_before, wanted_behind) = halves(others, before.len(), behind.len());
        let (is_start, is_end) = (before.len() <= wanted_before, behind.len() <= wanted_behind);
        before.truncate(wanted_before);
        behind.truncate(wanted_behind);
        before.reverse();
        before.extend(here);
        before.extend(behind);
        Ok(Cut {
            ids: before,
            is_start,
            is_end,
        })
    }

    fn at_start(&self, limit: usize) -> Result<Cut> {
        let mut ids = self.select(&self.whole(Way::Behind), limit + 1)?;
        let is_end = ids.len() <= limit;
        ids.truncate(limit);
        Ok(Cut {
            ids,
            is_start: true,
            is_end,
        })
    }

    fn at_end(&self, limit: usize) -> Result<Cut> {
        let mut ids = self.select(&self.whole(Way::Before), limit + 1)?;
        let is_start = ids.len() <= limit;
        ids.truncate(limit);
        ids.reverse();
        Ok(Cut {
            ids,
            is_start,
            is_end: true,
        })
    }

    fn walk(&self, place: &[Value], way: Way, limit: usize) -> Result<Vec<i64>> {
        let mut ids = Vec::new();
        for depth in (0..self.keys.len()).rev() {
            for stretch in self.stretches(place, depth, way) {
                ids.extend(self.select(&stretch, limit - ids.len())?);
                if ids.len() >= limit {
                    return Ok(ids);
                }
            }
        }
        Ok(ids)
    }

    fn statement(&self, stretch: &Stretch, limit: usize) -> (String, Vec<Value>) {
        let text = format!(
            "SELECT ticket.id FROM {} WHERE ({}) AND ({}) ORDER BY {} LIMIT ?",
            self.table, self.filter.text, stretch.condition, stretch.order
        );
        let limit = Value::Integer(i64::try_from(limit).unwrap_or(i64::MAX));
        let parameters = self.filter.parameters.iter().chain(&stretch.parameters).chain([&limit]);
        (text, parameters.cloned().collect())
    }

    fn select(&self, stretch: &Stretch, limit: usize) -> Result<Vec<i64>> {
        let (text, parameters) = self.statement(stretch, limit);
        let mut statement = self.connection.prepare_cached(&text)?;
        let ids = statement.query_map(params_from_iter(parameters), |row| row.get(0))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }

    fn only(&self, ticket: i64) -> Stretch {
        Stretch {
            condition: "ticket.id = ?".to_owned(),
            parameters: vec![Value::Integer(ticket)],
            order: "ticket.id".to_owned(),
        }
    }

    fn whole(&self, way: Way) -> Stretch {
        Stretch {
            condition: "1".to_owned(),
            parameters: Vec::new(),
            order: self.order(0, way, None),
        }
    }

    /// The rows that equal the place in the keys above `depth` and lie behind or before it in that one.
    fn stretches(&self, place: &[Value], depth: usize, way: Way) -> Vec<Stretch> {
        let key = &self.keys[depth];
        let stretch = |test: String, value: Option<&Value>, begin: usize, with_value: Option<usize>| {
            let mut conditions: Vec<String> = (self.keys[..depth].iter())
                .map(|key| format!("{} IS ?", key.expression))
                .collect();
            conditions.push(test);
            Stretch {
                condition: conditions.join(" AND "),
                parameters: place[..depth].iter().chain(value).cloned().collect(),
                order: self.order(begin, way, with_value),
            }
        };
        let beyond = (key.direction == Direction::Ascending) == (way == Way::Behind);
        let sign = if beyond { '>' } else { '<' };
        let expression = &key.expression;
        match (&place[depth], way) {
            // Rows without a value come last: nothing lies behind them, all that have one before.
            (Value::Null, Way::Behind) => Vec::new(),
            (Value::Null, Way::Before) => vec![stretch(format!("{expression} IS NOT NULL"), None, depth, Some(depth))],
            (value, _) => {
                let mut stretches = vec![stretch(
                    format!("{expression} {sign} ?"),
                    Some(value),
                    depth,
                    Some(depth),
                )];
                if way == Way::Behind && !key.is_id {
                    stretches.push(stretch(format!("{expression} IS NULL"), None, depth + 1, None));
                }
                stretches
            }
        }
    }

    /// The order from a key on, the one at `with_value` being known to have a value.
    fn order(&self, begin: usize, way: Way, with_value: Option<usize>) -> String {
        let term = |(depth, key): (usize, &Key)| {
            let is_upwards = (key.direction == Direction::Ascending) == (way == Way::Behind);
            let direction = if is_upwards { "ASC" } else { "DESC" };
            let nulls = match way {
                _ if key.is_id || Some(depth) == with_value => "",
                Way::Behind => " NULLS LAST",
                Way::Before => " NULLS FIRST",
            };
            format!("{} {direction}{nulls}", key.expression)
        };
        let terms: Vec<_> = self.keys.iter().enumerate().skip(begin).map(term).collect();
        terms.join(", ")
    }
}

/// How many lines before and behind make up so many: half each, and what one side lacks from the other.
fn halves(others: usize, before: usize, behind: usize) -> (usize, usize) {
    let half = others / 2;
    let wanted_behind = (others - half.min(before)).min(behind);
    let wanted_before = (others - wanted_behind).min(before);
    (wanted_before, wanted_behind)
}

/// Every statement of a walk from a ticket to both ends of the list.
#[cfg(test)]
pub(in crate::replica) fn statements(
    connection: &Connection,
    filter: &Filter,
    sort: &Sort,
    ticket: crate::base::ids::TicketId,
) -> Result<Vec<(String, Vec<Value>)>> {
    let searched = super::words::searched(connection, filter)?;
    let walk = Walk::new(connection, (filter, &searched), sort);
    let place = walk.place(ticket.0)?.unwrap_or_default();
    let mut stretches = vec![walk.whole(Way::Behind), walk.whole(Way::Before)];
    for way in [Way::Behind, Way::Before] {
        stretches.extend((0..place.len()).flat_map(|depth| walk.stretches(&place, depth, way)));
    }
    Ok(stretches.iter().map(|stretch| walk.statement(stretch, 50)).collect())
}
