//! The indexes that long lists are walked along. They are made one at a time when the tickets are here: kept up while a
//! hundred thousand arrive they would cost more than all the rest of the first sync.

use super::order::related;
use crate::domain::Side;
use crate::entities::{Field, TICKET};
use crate::query::{Filter, Join, Node, Standing, Test, sql};
use crate::replica::place::{self, Step};
use crate::replica::{Replica, Result};
use rusqlite::Connection;
use std::collections::HashSet;

/// Fields of which the schema has an index of the open tickets alone.
const FIELDS: [&str; 4] = ["ticketNumber", "title", "createDate", "lastActivityDate"];

/// Which tickets an index has.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extent {
    /// The open ones.
    Open,
    /// Closed ones too.
    All,
}

impl Extent {
    /// The fewest that have all of a filter's tickets.
    fn of(filter: &Filter) -> Self {
        match is_of_open(filter.root()) {
            true => Self::Open,
            false => Self::All,
        }
    }
}

/// Whether a part of a filter selects open tickets alone, seen by what SQLite sees it by.
fn is_of_open(node: &Node) -> bool {
    match node {
        Node::Group(Join::All, nodes) => nodes.iter().any(is_of_open),
        Node::Condition(condition) => condition.field.name == "closedDate" && condition.test == Test::NotExist,
        _ => false,
    }
}

/// An index of an order.
pub(super) struct OrderIndex {
    pub(super) name: String,
    create: String,
}

impl OrderIndex {
    /// The index that an order by this is walked along, of what the filter selects.
    pub(super) fn serving(standing: Standing, filter: &Filter) -> Self {
        Self::of_standing(standing, Extent::of(filter))
    }

    fn of_standing(standing: Standing, extent: Extent) -> Self {
        let name = match standing {
            Standing::Company => "company".to_owned(),
            Standing::Contact => "contact".to_owned(),
            Standing::Assignee(side) => format!("{}_assignee", side.word()),
            Standing::Queue(side) => format!("{}_queue", side.word()),
            Standing::Priority(side) => format!("{}_priority", side.word()),
            Standing::Status(side) => format!("{}_status", side.word()),
        };
        Self::new(&name, &format!("{}, ticket.due_date_time", related(standing)), extent)
    }

    fn of_field(field: &Field) -> Self {
        Self::new(field.column(), &sql::sort_key(&TICKET, field), Extent::All)
    }

    fn new(name: &str, keys: &str, extent: Extent) -> Self {
        let keys = keys.replace("ticket.", "");
        let (name, condition) = match extent {
            Extent::Open => (format!("ticket_by_{name}_open"), " WHERE closed_date IS NULL"),
            Extent::All => (format!("ticket_by_{name}"), ""),
        };
        let create = format!("CREATE INDEX IF NOT EXISTS {name} ON ticket ({keys}, id){condition}");
        Self { name, create }
    }

    /// All that lists of a side are walked along; those of open tickets first, for most lists have no others.
    fn all(side: Side) -> impl Iterator<Item = Self> {
        let of = |extent| move |standing| Self::of_standing(standing, extent);
        let standings = Standing::of(side).into_iter();
        let fields = FIELDS.into_iter().filter_map(|field| TICKET.field(field));
        let open = standings.clone().map(of(Extent::Open));
        open.chain(standings.map(of(Extent::All)))
            .chain(fields.map(Self::of_field))
    }

    /// Whether it is here.
    pub(super) fn is_made(&self, connection: &Connection) -> Result<bool> {
        let mut statement =
            connection.prepare_cached("SELECT 1 FROM sqlite_master WHERE type = 'index' AND name = ?1")?;
        Ok(statement.exists([&self.name])?)
    }
}

impl Replica {
    /// Makes the next index that this person's lists are walked along, once all tickets are here. Says whether one was
    /// missing. Until all are made a long list by what isn't indexed is sorted.
    ///
    /// # Errors
    /// When the database fails.
    pub fn index_order(&self) -> Result<bool> {
        let Some(missing) = self.read(missing)? else {
            return Ok(false);
        };
        self.write(|transaction| {
            transaction.execute_batch(&missing.create)?;
            Ok(true)
        })
    }
}

fn missing(connection: &rusqlite::Transaction<'_>) -> Result<Option<OrderIndex>> {
    let Some(actor) = place::actor(connection)? else {
        return Ok(None);
    };
    if place::step_of(connection)? <= Step::Tickets {
        return Ok(None);
    }
    let mut statement =
        connection.prepare_cached("SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'ticket'")?;
    let made = statement.query_map([], |row| row.get(0))?;
    let made: HashSet<String> = made.collect::<rusqlite::Result<_>>()?;
    Ok(OrderIndex::all(actor.side()).find(|index| !made.contains(&index.name)))
}
