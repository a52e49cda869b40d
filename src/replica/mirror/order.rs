//! An order of tickets as SQL, and the sections in which a list in that order is walked. An order by fields has one. In
//! an order by what stands elsewhere (names, say) one goes from name to name and reads the tickets of each, so that a
//! new name of a client touches none of its tickets: first the known names, then what has none that is known here, then
//! the tickets that refer to nobody.

use super::order_index::OrderIndex;
use super::section::{Key, Section};
use crate::domain::Side;
use crate::entities::{AUTOTASK_FIELDS, Field, SideFields, TASKFIRE_FIELDS, TICKET};
use crate::query::{Direction, Filter, ListOrder, Searched, Standing, sql};
use crate::replica::Result;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension};

/// The section that a ticket is in, of an order by what stands elsewhere.
const SECTION: &str = "CASE WHEN standing.is_known THEN 0 WHEN standing.id IS NOT NULL THEN 1 ELSE 2 END";
/// The last of them: tickets that refer to nobody.
const NOBODYS: usize = 2;

/// Which kind of row has the place of a ticket.
fn kind(standing: Standing) -> &'static str {
    match standing {
        Standing::Company => "company",
        Standing::Contact | Standing::Assignee(_) => "person",
        Standing::Queue(_) => "queue",
        Standing::Priority(_) => "priority",
        Standing::Status(_) => "status",
    }
}

/// The row that has the place of a ticket, as an expression: its number among its kind.
pub(super) fn related(standing: Standing) -> String {
    match standing {
        Standing::Company => column("companyID"),
        Standing::Contact => column("contactID"),
        Standing::Status(side) => column(fields(side).status),
        Standing::Assignee(side) => shown(side, |side| match side {
            // Resources and contacts are both persons; their numbers must not meet.
            Side::Autotask => format!("~{}", column(fields(side).assignee)),
            Side::Taskfire => column(fields(side).assignee),
        }),
        Standing::Queue(side) => shown(side, |side| column(fields(side).queue)),
        Standing::Priority(side) => shown(side, |side| column(fields(side).priority)),
    }
}

/// What a side's lists show: its own, or the other side's where it has no part in the ticket.
fn shown(side: Side, of: impl Fn(Side) -> String) -> String {
    let status = column(fields(side).status);
    format!(
        "CASE WHEN {status} IS NULL THEN {} ELSE {} END",
        of(side.other()),
        of(side)
    )
}

fn fields(side: Side) -> &'static SideFields {
    match side {
        Side::Autotask => &AUTOTASK_FIELDS,
        Side::Taskfire => &TASKFIRE_FIELDS,
    }
}

fn column(field: &str) -> String {
    format!("ticket.{}", TICKET.field(field).map_or("id", Field::column))
}

fn word(direction: Direction) -> &'static str {
    match direction {
        Direction::Ascending => "ASC",
        Direction::Descending => "DESC",
    }
}

/// The order as the terms of `ORDER BY`, over `ticket` and what [`beside`] puts there.
pub(super) fn terms(order: &ListOrder) -> String {
    let fields = sql::order(order.sort());
    let Some((_, direction)) = order.standing() else {
        return fields;
    };
    let direction = word(direction);
    format!("{SECTION}, standing.place {direction}, standing.id {direction}, {fields}")
}

/// What is read beside `ticket`, so that it can be sorted by [`terms`].
pub(super) fn beside(order: &ListOrder) -> String {
    let Some((standing, _)) = order.standing() else {
        return String::new();
    };
    format!(
        " LEFT JOIN standing ON standing.kind = '{}' AND standing.id = {}",
        kind(standing),
        related(standing)
    )
}

fn key(expression: &str, direction: Direction) -> Key {
    Key {
        expression: expression.to_owned(),
        direction,
        is_always: true,
    }
}

fn field_keys(order: &ListOrder) -> Vec<Key> {
    let sort = order.sort();
    let key = |(field, direction): &(&'static Field, Direction)| Key {
        expression: sql::sort_key(sort.entity(), field),
        direction: *direction,
        is_always: field.name == "id",
    };
    sort.keys().iter().map(key).collect()
}

/// The keys of what stands somewhere: there, and then its tickets.
fn standing_keys(order: &ListOrder, direction: Direction) -> Vec<Key> {
    let mut keys = vec![key("standing.place", direction), key("standing.id", direction)];
    keys.extend(field_keys(order));
    keys
}

/// The sections of a list, one behind the other.
pub(super) fn sections(
    connection: &Connection,
    (filter, searched): (&Filter, &Searched),
    order: &ListOrder,
) -> Result<Vec<Section>> {
    let table = sql::table(filter, searched);
    let Some((standing, direction)) = order.standing() else {
        return Ok(vec![Section {
            from: table,
            condition: "1".to_owned(),
            keys: field_keys(order),
        }]);
    };
    let (kind, related) = (kind(standing), related(standing));
    let index = OrderIndex::serving(standing, filter);
    let (joined, bare, meeting) = match index.is_made(connection)? {
        // Of an expression's index SQLite makes use only where the other side has no type of its own.
        true => (
            format!("standing CROSS JOIN ticket INDEXED BY {}", index.name),
            format!("ticket INDEXED BY {}", index.name),
            format!("{related} = +standing.id"),
        ),
        // Until the index is there the list is sorted.
        false => (
            format!("{table} CROSS JOIN standing"),
            table,
            format!("standing.id = {related}"),
        ),
    };
    let standing = |is_known: u8| Section {
        from: joined.clone(),
        condition: format!("standing.kind = '{kind}' AND standing.is_known = {is_known} AND {meeting}"),
        keys: standing_keys(order, direction),
    };
    let nobodys = Section {
        from: bare,
        condition: format!("{related} IS NULL"),
        keys: field_keys(order),
    };
    Ok(vec![standing(1), standing(0), nobodys])
}

/// Where a ticket stands in an order.
pub(super) struct Place {
    /// In which section.
    pub(super) section: usize,
    /// Its values of that section's keys.
    pub(super) values: Vec<Value>,
}

/// Where a ticket stands, whether or not a list has it; none where it is not here.
pub(super) fn place(connection: &Connection, order: &ListOrder, ticket: i64) -> Result<Option<Place>> {
    let keys = match order.standing() {
        Some((_, direction)) => standing_keys(order, direction),
        None => field_keys(order),
    };
    let expressions: Vec<_> = keys.iter().map(|key| key.expression.as_str()).collect();
    let section = match order.standing() {
        Some(_) => SECTION,
        None => "0",
    };
    let text = format!(
        "SELECT {section}, {} FROM ticket{} WHERE ticket.id = ?",
        expressions.join(", "),
        beside(order)
    );
    let found = connection
        .prepare_cached(&text)?
        .query_row([ticket], |row| {
            let values = (0..keys.len()).map(|index| row.get(index + 1));
            Ok((row.get(0)?, values.collect::<rusqlite::Result<Vec<Value>>>()?))
        })
        .optional()?;
    Ok(found.map(|(section, mut values): (usize, Vec<Value>)| {
        if section == NOBODYS {
            values.drain(..keys.len() - order.sort().keys().len());
        }
        Place { section, values }
    }))
}
