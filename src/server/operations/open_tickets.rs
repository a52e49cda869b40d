//! Open tickets have indexes of their own, which hold nothing else. A filter whose status means *open* is narrowed by
//! what those indexes hold; it selects the same rows, and the database finds them without looking at closed ones.

use super::facts;
use crate::domain::{Side, StatusKind, Statuses};
use crate::entities::{TICKET, Value};
use crate::query::sql::Sql;
use crate::query::{Comparison, Condition, Filter, Join, Node, Test};
use crate::records::ticket::side_fields;
use crate::server::store::{StoreError, rows};
use rusqlite::Connection;

/// The condition, narrowed where the filter asks for open tickets of a side.
///
/// # Errors
/// The database's.
pub fn narrowed(connection: &Connection, filter: &Filter, mut condition: Sql) -> Result<Sql, StoreError> {
    let conditions = conditions(filter);
    if *filter.entity() != TICKET || conditions.is_empty() {
        return Ok(condition);
    }
    let statuses = facts::statuses(connection)?;
    for (side, stamp) in [
        // Stamped exactly while the Autotask status is complete.
        (Side::Autotask, "ticket.completed_date IS NULL"),
        // Stamped only while every status is.
        (Side::Taskfire, "ticket.closed_date IS NULL"),
    ] {
        if conditions
            .iter()
            .any(|condition| means_open(condition, side, &statuses))
        {
            let open = Sql {
                text: stamp.to_owned(),
                parameters: Vec::new(),
            };
            condition = rows::both(condition, open);
        }
    }
    Ok(condition)
}

/// The conditions on a status that hold for every row that the filter selects.
fn conditions(filter: &Filter) -> Vec<&Condition> {
    let nodes = match filter.root() {
        Node::Group(Join::All, nodes) => nodes.as_slice(),
        node => std::slice::from_ref(node),
    };
    let conditions = nodes.iter().filter_map(|node| match node {
        Node::Condition(condition) => Some(condition),
        _ => None,
    });
    conditions
        .filter(|condition| {
            Side::BOTH
                .iter()
                .any(|side| condition.field.name == side_fields(*side).status)
        })
        .collect()
}

/// Whether no row with a complete status of this side meets the condition.
fn means_open(condition: &Condition, side: Side, statuses: &Statuses) -> bool {
    if condition.field.name != side_fields(side).status {
        return false;
    }
    let mut complete = statuses.of(side).filter(|status| status.kind == StatusKind::Complete);
    let is = |value: &Value, id: i64| *value == Value::Integer(id);
    match &condition.test {
        Test::Compare(Comparison::Equal, value) => complete.all(|status| !is(value, status.id.0)),
        Test::In(values) => complete.all(|status| !values.iter().any(|value| is(value, status.id.0))),
        Test::Compare(Comparison::NotEqual, value) => complete.all(|status| is(value, status.id.0)),
        Test::NotIn(values) => complete.all(|status| values.iter().any(|value| is(value, status.id.0))),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Timestamp, Zone};
    use crate::query::Sort;
    use crate::server::store::rows::Selected;
    use crate::server::store::{Database, Instance};

    /// How SQLite would find a queue's tickets that also meet this.
    async fn plan(test: Test) -> String {
        let folder = tempfile::tempdir().unwrap();
        let instance = Instance {
            name: "Northwind".to_owned(),
            zone: Zone::UTC,
        };
        let now = Timestamp::from_millis(1_763_632_800_000);
        let database = Database::open(&folder.path().join("desk.sqlite"), &instance, now).unwrap();
        let queue = Filter::eq(&TICKET, "queueID", 5_i64).unwrap();
        let filter = queue.and(Filter::condition(&TICKET, "status", test).unwrap());
        database
            .read(move |connection| {
                let condition = narrowed(connection, &filter, rows::condition(&filter, &[]))?;
                let sort = Sort::by_id(&TICKET);
                let wanted = Selected {
                    condition,
                    sort: &sort,
                    after: None,
                    limit: 50,
                };
                let select = rows::statement(&TICKET, wanted);
                let mut explained = connection.prepare(&format!("EXPLAIN QUERY PLAN {}", select.text))?;
                let steps = explained.query_map(rusqlite::params_from_iter(select.parameters), |row| {
                    row.get::<_, String>(3)
                })?;
                Ok::<_, StoreError>(steps.collect::<Result<Vec<_>, _>>()?.join("; "))
            })
            .await
            .unwrap()
    }

    #[tokio::test]
    async fn a_queues_open_tickets_are_found_and_ordered_by_an_index_that_holds_only_open_ones() {
        for open in [
            Test::Compare(Comparison::NotEqual, Value::Integer(5)),
            Test::Compare(Comparison::Equal, Value::Integer(1)),
            Test::In(vec![Value::Integer(1), Value::Integer(8)]),
        ] {
            let plan = plan(open.clone()).await;
            assert!(plan.contains("ticket_open"), "{open:?}: {plan}");
            assert!(!plan.contains("TEMP B-TREE"), "{open:?}: {plan}");
        }
        let complete = plan(Test::In(vec![Value::Integer(1), Value::Integer(5)])).await;
        assert!(!complete.contains("ticket_open"), "{complete}");
    }
}
