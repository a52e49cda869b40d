//! Cutting a piece out of a list around a ticket. Of a long list that piece alone is read: from the ticket in either
//! direction along the order's index, or from an end. A short list, whose ids are known, is sorted.

use super::order::{self, Place, place};
use super::section::{Section, Stretch, Way};
use crate::query::sql;
use crate::query::{Filter, ListOrder, Searched};
use crate::records::windows::Anchor;
use crate::replica::Result;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

/// A piece of a list, by ids.
pub(super) struct Cut {
    pub(super) ids: Vec<i64>,
    pub(super) is_start: bool,
    pub(super) is_end: bool,
}

/// Cuts a piece of at most so many tickets out of a list.
pub(super) fn cut(
    connection: &Connection,
    filter: (&Filter, &Searched),
    order: &ListOrder,
    anchor: Anchor,
    limit: usize,
) -> Result<Cut> {
    let walk = Walk::new(connection, filter, order)?;
    let place = match anchor {
        Anchor::Around(ticket) => place(connection, order, ticket.0)?,
        Anchor::Start | Anchor::End => None,
    };
    match (anchor, place) {
        (Anchor::Around(ticket), Some(place)) => walk.around(ticket.0, &place, limit),
        (Anchor::End, _) => walk.at_end(limit),
        _ => walk.at_start(limit),
    }
}

/// The same of a list of which these are all tickets, in whatever order.
pub(super) fn cut_short(
    connection: &Connection,
    mut ids: Vec<i64>,
    order: &ListOrder,
    anchor: Anchor,
    limit: usize,
) -> Result<Cut> {
    let around = match anchor {
        Anchor::Around(ticket) => Some(ticket.0),
        Anchor::Start | Anchor::End => None,
    };
    // A ticket that isn't in the list stands somewhere between two that are.
    let stranger = around.filter(|ticket| !ids.contains(ticket));
    ids.extend(stranger);
    let mut ids = sorted(connection, &ids, order)?;
    let at = around.and_then(|ticket| ids.iter().position(|id| *id == ticket));
    let is_listed = stranger.is_none();
    if let (false, Some(at)) = (is_listed, at) {
        ids.remove(at);
    }
    let begin = match (anchor, at) {
        (Anchor::Around(_), Some(at)) => {
            let here = usize::from(is_listed);
            let others = limit.saturating_sub(here);
            at - halves(others, at, ids.len() - at - here).0
        }
        (Anchor::End, _) => ids.len().saturating_sub(limit),
        _ => 0,
    };
    let is_end = begin + limit >= ids.len();
    Ok(Cut {
        ids: ids.into_iter().skip(begin).take(limit).collect(),
        is_start: begin == 0,
        is_end,
    })
}

/// These tickets in an order, without those that are not here.
pub(super) fn sorted(connection: &Connection, ids: &[i64], order: &ListOrder) -> Result<Vec<i64>> {
    let text = format!(
        "SELECT ticket.id FROM json_each(?1) AS wanted CROSS JOIN ticket ON ticket.id = wanted.value{} ORDER BY {}",
        order::beside(order),
        order::terms(order)
    );
    let mut statement = connection.prepare_cached(&text)?;
    let ids = statement.query_map([serde_json::to_string(ids)?], |row| row.get(0))?;
    Ok(ids.collect::<rusqlite::Result<_>>()?)
}

struct Walk<'a> {
    connection: &'a Connection,
    table: String,
    filter: sql::Sql,
    sections: Vec<Section>,
}

impl<'a> Walk<'a> {
    fn new(connection: &'a Connection, filter: (&Filter, &Searched), order: &ListOrder) -> Result<Self> {
        Ok(Self {
            connection,
            table: sql::table(filter.0, filter.1),
            filter: sql::condition_searching(filter.0, filter.1),
            sections: order::sections(connection, filter, order)?,
        })
    }

    fn around(&self, ticket: i64, place: &Place, limit: usize) -> Result<Cut> {
        let here = self.select(&[self.only(ticket)], 1)?;
        let others = limit.saturating_sub(here.len());
        // One more than wanted tells whether there are more.
        let mut before = self.select(&self.beyond(place, Way::Before), others + 1)?;
        let mut behind = self.select(&self.beyond(place, Way::Behind), others + 1)?;
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

    /// The first of these stretches' tickets, one stretch after the other.
    fn select(&self, stretches: &[Stretch], limit: usize) -> Result<Vec<i64>> {
        let mut ids = Vec::new();
        for stretch in stretches {
            let (text, parameters) = self.statement(stretch, limit - ids.len());
            let mut statement = self.connection.prepare_cached(&text)?;
            let found = statement.query_map(params_from_iter(parameters), |row| row.get(0))?;
            for id in found {
                ids.push(id?);
            }
            if ids.len() >= limit {
                break;
            }
        }
        Ok(ids)
    }

    fn statement(&self, stretch: &Stretch, limit: usize) -> (String, Vec<Value>) {
        let text = format!(
            "SELECT ticket.id FROM {} WHERE ({}) AND ({}) ORDER BY {} LIMIT ?",
            stretch.from, self.filter.text, stretch.condition, stretch.order
        );
        let limit = Value::Integer(i64::try_from(limit).unwrap_or(i64::MAX));
        let parameters = self.filter.parameters.iter().chain(&stretch.parameters).chain([&limit]);
        (text, parameters.cloned().collect())
    }

    fn only(&self, ticket: i64) -> Stretch {
        Stretch {
            from: self.table.clone(),
            condition: "ticket.id = ?".to_owned(),
            parameters: vec![Value::Integer(ticket)],
            order: "ticket.id".to_owned(),
        }
    }

    /// The whole list, from its beginning or from its end.
    fn whole(&self, way: Way) -> Vec<Stretch> {
        let wholes = self.sections.iter().map(|section| section.whole(way));
        match way {
            Way::Behind => wholes.collect(),
            Way::Before => wholes.rev().collect(),
        }
    }

    /// What of the list lies beyond a place, the nearest first.
    fn beyond(&self, place: &Place, way: Way) -> Vec<Stretch> {
        let (before, from) = self.sections.split_at(place.section);
        let Some((own, behind)) = from.split_first() else {
            return Vec::new();
        };
        let near = own.beyond(&place.values, way);
        match way {
            Way::Behind => near.chain(behind.iter().map(|section| section.whole(way))).collect(),
            Way::Before => near
                .chain(before.iter().rev().map(|section| section.whole(way)))
                .collect(),
        }
    }
}

/// How many lines before and behind make up so many: half each, and what one side lacks from the other.
fn halves(others: usize, before: usize, behind: usize) -> (usize, usize) {
    let half = others / 2;
    let wanted_behind = (others - half.min(before)).min(behind);
    let wanted_before = (others - wanted_behind).min(before);
    (wanted_before, wanted_behind)
}

/// A piece of a list that is walked however short it is.
#[cfg(test)]
pub(in crate::replica) fn walked(
    connection: &Connection,
    filter: &Filter,
    order: &ListOrder,
    anchor: Anchor,
    limit: usize,
) -> Result<(Vec<i64>, bool, bool)> {
    let searched = super::words::searched(connection, filter)?;
    let Cut { ids, is_start, is_end } = cut(connection, (filter, &searched), order, anchor, limit)?;
    Ok((ids, is_start, is_end))
}

/// Every statement of a walk from a ticket to both ends of the list.
#[cfg(test)]
pub(in crate::replica) fn statements(
    connection: &Connection,
    filter: &Filter,
    order: &ListOrder,
    ticket: crate::base::ids::TicketId,
) -> Result<Vec<(String, Vec<Value>)>> {
    let searched = super::words::searched(connection, filter)?;
    let walk = Walk::new(connection, (filter, &searched), order)?;
    let place = place(connection, order, ticket.0)?;
    let ways = [Way::Behind, Way::Before].into_iter();
    let stretches = ways.flat_map(|way| {
        let beyond = place.as_ref().map(|place| walk.beyond(place, way));
        walk.whole(way).into_iter().chain(beyond.unwrap_or_default())
    });
    Ok(stretches.map(|stretch| walk.statement(&stretch, 50)).collect())
}
