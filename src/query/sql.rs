//! A filter as SQL for SQLite, over a table whose columns are the entity's: the server's database and the local copy.
//! Every connection that runs it must have called [`register`].

use super::condition::{Comparison, Condition, Part, Test};
use super::matches::has_part;
use super::sort::{Direction, Place, Sort, rank};
use super::tree::{Filter, Join, Node};
use super::user_defined;
use super::words::{Found, Searched, WordColumn};
use crate::base::fold::{fold, fold_case};
use crate::entities::{Entity, Field, Kind, Value};
use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::types::Value as SqlValue;
use rusqlite::{Connection, Result};

/// Gives a connection the functions that filters call, all deterministic, so that indexes may be made on them:
/// `fold(text)`, `fold_case(text)`, `text_begins(text, folded)`, `text_ends(text, folded)`, `text_contains(text, folded)`,
/// `stands_among(id, ids)`, and `user_defined(values, id, dataType)`.
///
/// # Errors
/// When SQLite refuses a function.
pub fn register(connection: &Connection) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    for (name, folded) in [("fold", fold as fn(&str) -> String), ("fold_case", fold_case)] {
        connection.create_scalar_function(name, 1, flags, move |context| {
            Ok(context.get_raw(0).as_str_or_null()?.map(folded))
        })?;
    }
    connection.create_scalar_function(user_defined::FUNCTION, 3, flags, |context| {
        Ok(user_defined::extract(
            context.get_raw(0),
            context.get(1)?,
            context.get(2)?,
        )?)
    })?;
    connection.create_scalar_function("stands_among", 2, flags, |context| {
        Ok(Found::has(context.get(0)?, context.get_raw(1).as_blob()?))
    })?;
    for part in [Part::Begins, Part::Ends, Part::Contains] {
        connection.create_scalar_function(function(part), 2, flags, move |context: &Context<'_>| {
            let folded = context.get_raw(1).as_str()?;
            Ok(context
                .get_raw(0)
                .as_str_or_null()?
                .map(|text| has_part(text, part, folded)))
        })?;
    }
    Ok(())
}

fn function(part: Part) -> &'static str {
    match part {
        Part::Begins => "text_begins",
        Part::Ends => "text_ends",
        Part::Contains => "text_contains",
    }
}

/// A piece of a statement with the values of its `?`, in their order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sql {
    /// The piece.
    pub text: String,
    /// Its values.
    pub parameters: Vec<SqlValue>,
}

/// The filter as an expression for `WHERE`, its columns written with the table's name. Words are searched in the
/// `searched` columns only: those that the reader may see.
#[must_use]
pub fn condition(filter: &Filter, searched: &[WordColumn]) -> Sql {
    condition_searching(filter, &Searched::within(searched))
}

/// The same with what is known of the words.
#[must_use]
pub fn condition_searching(filter: &Filter, searched: &Searched) -> Sql {
    let mut sql = Sql::default();
    sql.node(filter.entity(), filter.root(), searched);
    sql
}

/// The table that a filter's rows are read from. Where its words are known to be in few rows, no index of the list's
/// order may lead away from reading just these.
#[must_use]
pub fn table(filter: &Filter, searched: &Searched) -> String {
    let is_few = |node: &Node| match node {
        Node::Words(words) => matches!(searched.found(words), Some(Found::Few(_))),
        _ => false,
    };
    let table = filter.entity().table;
    match filter.parts().iter().any(is_few) {
        true => format!("{table} NOT INDEXED"),
        false => table.to_owned(),
    }
}

/// The order as the terms of `ORDER BY`.
#[must_use]
pub fn order(sort: &Sort) -> String {
    let term = |(field, direction): &(&'static Field, Direction)| {
        let direction = if *direction == Direction::Ascending {
            "ASC"
        } else {
            "DESC"
        };
        // An id is always there, and without the clause every index with it serves.
        let nulls = if field.name == "id" { "" } else { " NULLS LAST" };
        format!("{} {direction}{nulls}", sort_key(sort.entity(), field))
    };
    sort.keys().iter().map(term).collect::<Vec<_>>().join(", ")
}

/// What a field is sorted by, as an expression: for `ORDER BY`, and for indexes that serve it.
#[must_use]
pub fn sort_key(entity: &Entity, field: &Field) -> String {
    let column = column(entity, field);
    match (field.kind, field.entries()) {
        (Kind::Text { .. }, _) => format!("fold_case({column})"),
        (_, Some(entries)) => {
            let cases: String = entries
                .iter()
                .map(|entry| format!(" WHEN {column} = {} THEN {}", entry.value, rank(field, entry.value)))
                .collect();
            format!("CASE WHEN {column} IS NULL THEN NULL{cases} ELSE {} END", entries.len())
        }
        _ => column,
    }
}

/// Rows behind a place, as an expression for `WHERE`: the next page.
#[must_use]
pub fn after(sort: &Sort, place: &Place) -> Sql {
    let mut sql = Sql::default();
    sql.text.push('(');
    for (count, ((field, direction), value)) in sort.keys().iter().zip(place.values()).enumerate() {
        if count > 0 {
            sql.text.push_str(" OR ");
        }
        sql.text.push('(');
        for ((field, _), value) in sort.keys().iter().zip(place.values()).take(count) {
            sql.bind(
                &format!("{} IS ? AND ", sort_key(sort.entity(), field)),
                sort_value(field, value),
            );
        }
        sql.behind(sort.entity(), field, *direction, value);
        sql.text.push(')');
    }
    sql.text.push(')');
    sql
}

fn column(entity: &Entity, field: &Field) -> String {
    format!("{}.{}", entity.table, field.column())
}

fn sort_value(field: &Field, value: &Value) -> SqlValue {
    match value {
        Value::Integer(number) => SqlValue::Integer(rank(field, *number)),
        other => compared(other),
    }
}

/// A value as columns are compared with it.
fn compared(value: &Value) -> SqlValue {
    match value {
        Value::Text(text) => SqlValue::Text(fold_case(text)),
        other => other.into(),
    }
}

impl Sql {
    fn bind(&mut self, text: &str, value: SqlValue) {
        self.text.push_str(text);
        self.parameters.push(value);
    }

    fn behind(&mut self, entity: &Entity, field: &Field, direction: Direction, value: &Value) {
        let key = sort_key(entity, field);
        let sign = if direction == Direction::Ascending { '>' } else { '<' };
        match value {
            // Nothing comes behind what has no value.
            Value::Null => self.text.push('0'),
            value if field.name == "id" => self.bind(&format!("{key} {sign} ?"), sort_value(field, value)),
            value => self.bind(&format!("({key} {sign} ? OR {key} IS NULL)"), sort_value(field, value)),
        }
    }

    fn node(&mut self, entity: &'static Entity, node: &Node, searched: &Searched) {
        match node {
            Node::Group(Join::All, nodes) if nodes.is_empty() => self.text.push('1'),
            Node::Group(Join::Any, nodes) if nodes.is_empty() => self.text.push('0'),
            Node::Group(join, nodes) => {
                let joint = if *join == Join::All { " AND " } else { " OR " };
                for (count, node) in nodes.iter().enumerate() {
                    self.text.push_str(if count == 0 { "(" } else { joint });
                    self.node(entity, node, searched);
                }
                self.text.push(')');
            }
            Node::Condition(Condition { field, test }) => self.test(&column(entity, field), field.kind, test),
            Node::UserDefined(condition) => {
                self.test(
                    &condition.column(entity),
                    condition.field.kind.compared(),
                    &condition.test,
                );
            }
            Node::Words(words) => self.words(entity, words, searched),
        }
    }

    /// A test on a column, or on what stands for one.
    fn test(&mut self, column: &str, kind: Kind, test: &Test) {
        let key = match kind {
            Kind::Text { .. } => format!("fold_case({column})"),
            _ => column.to_owned(),
        };
        match test {
            Test::Compare(comparison, value) => self.bind(&format!("{key} {} ?", sign(*comparison)), compared(value)),
            Test::Text(part, wanted) => {
                self.bind(
                    &format!("{}({column}, ?)", function(*part)),
                    SqlValue::Text(fold_case(wanted)),
                );
            }
            Test::Exist => self.text.push_str(&format!("{column} IS NOT NULL")),
            Test::NotExist => self.text.push_str(&format!("{column} IS NULL")),
            Test::In(values) => {
                self.text.push_str(&format!("{key} IN "));
                self.list(values);
            }
            Test::NotIn(values) => {
                self.text.push_str(&format!("({column} IS NULL OR {key} NOT IN "));
                self.list(values);
                self.text.push(')');
            }
        }
    }

    /// Numbers go in one parameter, so that lists of all lengths share a prepared statement.
    fn list(&mut self, values: &[Value]) {
        let values: Vec<SqlValue> = values.iter().map(compared).collect();
        let numbers: Option<Vec<i64>> = values
            .iter()
            .map(|value| {
                if let SqlValue::Integer(number) = value {
                    Some(*number)
                } else {
                    None
                }
            })
            .collect();
        match numbers {
            Some(numbers) => {
                let numbers = numbers.iter().map(i64::to_string).collect::<Vec<_>>().join(",");
                self.bind(
                    "(SELECT value FROM json_each(?))",
                    SqlValue::Text(format!("[{numbers}]")),
                );
            }
            None => {
                self.text.push_str(&format!("({})", vec!["?"; values.len()].join(", ")));
                self.parameters.extend(values);
            }
        }
    }

    fn words(&mut self, entity: &Entity, words: &[String], searched: &Searched) {
        let Some(table) = entity.word_table.filter(|_| !searched.is_nowhere()) else {
            self.text.push('0');
            return;
        };
        match searched.found(words) {
            Some(Found::Few(ids)) => {
                self.text.push_str(&format!("{}.id IN ", entity.table));
                let ids: Vec<_> = ids.iter().map(|id| Value::Integer(*id)).collect();
                return self.list(&ids);
            }
            Some(Found::Many(ids)) => {
                let text = format!("stands_among({}.id, ?)", entity.table);
                return self.bind(&text, SqlValue::Blob(Found::bytes(ids)));
            }
            None => {}
        }
        let text = format!(
            "{}.id IN (SELECT rowid FROM {table} WHERE {table} MATCH ?)",
            entity.table
        );
        self.bind(&text, searched.matching(words));
    }
}

/// Where the rows of a filter are read that asks for nothing but words, in the order of their ids: out of the word table,
/// row by row, so that a page takes what the page has and not what the words have. The table to read first, with its
/// `WHERE`; none for other filters and orders.
#[must_use]
pub fn words_in_order(filter: &Filter, sort: &Sort, searched: &Searched) -> Option<(&'static str, Sql)> {
    let table = filter.entity().word_table.filter(|_| !searched.is_nowhere())?;
    let Node::Words(words) = filter.root() else {
        return None;
    };
    let is_by_id = matches!(sort.keys(), [(field, _)] if field.name == "id");
    let mut condition = Sql::default();
    condition.bind(&format!("{table} MATCH ?"), searched.matching(words));
    is_by_id.then_some((table, condition))
}

fn sign(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::Equal => "=",
        Comparison::NotEqual => "IS NOT",
        Comparison::Less => "<",
        Comparison::LessOrEqual => "<=",
        Comparison::Greater => ">",
        Comparison::GreaterOrEqual => ">=",
    }
}
