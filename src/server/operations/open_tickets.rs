//! Open tickets have indexes of their own, which hold nothing else. A filter whose status means *open* is narrowed by
//! what those indexes hold; it selects the same rows, and the database finds them without looking at closed ones.

use super::facts;
use crate::domain::{Side, StatusKind, Statuses};
use crate::entities::{TICKET, Value};
use crate::query::sql::Sql;
use crate::query::{Comparison, Condition, Filter, Node, Test};
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
    let conditions = filter.parts().iter().filter_map(|node| match node {
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

/// Whether every row that meets the condition carries no stamp of this side.
fn means_open(condition: &Condition, side: Side, statuses: &Statuses) -> bool {
    if condition.field.name != side_fields(side).status {
        return false;
    }
    let mut complete = statuses.of(side).filter(|status| status.kind == StatusKind::Complete);
    let is = |value: &Value, id: i64| *value == Value::Integer(id);
    match &condition.test {
        Test::Compare(Comparison::Equal, value) => complete.all(|status| !is(value, status.id.0)),
        Test::In(values) => complete.all(|status| !values.iter().any(|value| is(value, status.id.0))),
        // What is not this or that may be none at all: a ticket without a part of the client's is closed by the provider.
        _ if side == Side::Taskfire => false,
        Test::Compare(Comparison::NotEqual, value) => complete.all(|status| is(value, status.id.0)),
        Test::NotIn(values) => complete.all(|status| values.iter().any(|value| is(value, status.id.0))),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::ids::StatusId;
    use crate::base::{Timestamp, Zone};
    use crate::entities::{Row, Wanted};
    use crate::query::Sort;
    use crate::server::store::rows::Selected;
    use crate::server::store::{Database, Instance, Writing};

    fn database(folder: &tempfile::TempDir) -> Database {
        let instance = Instance {
            name: "Northwind".to_owned(),
            zone: Zone::UTC,
        };
        let now = Timestamp::from_millis(1_763_632_800_000);
        Database::open(&folder.path().join("desk.sqlite"), &instance, now).unwrap()
    }

    /// A ticket of each pair of statuses, none included, stamped as the rules stamp it.
    fn tickets(statuses: &Statuses) -> Vec<Row> {
        let of = |side| std::iter::once(None).chain(statuses.of(side).map(|status| Some(status.id)));
        let at = Timestamp::from_millis(1_763_632_800_000);
        let mut tickets = Vec::new();
        for autotask in of(Side::Autotask) {
            for taskfire in of(Side::Taskfire) {
                let mut row = Row::new(&TICKET);
                row.set("title", "Printer");
                row.set("ticketNumber", format!("T{}", tickets.len()));
                row.set("status", autotask.map(|id| id.0));
                row.set("taskfireStatus", taskfire.map(|id| id.0));
                let is_complete = |status: Option<StatusId>| status.map(|id| statuses.kind(id) == StatusKind::Complete);
                if is_complete(autotask) == Some(true) {
                    row.set("completedDate", at);
                }
                if is_complete(autotask) != Some(false) && is_complete(taskfire) != Some(false) {
                    row.set("closedDate", at);
                }
                tickets.push(row);
            }
        }
        tickets
    }

    /// Each test of a side's status.
    fn tests(side: Side, statuses: &Statuses) -> Vec<Test> {
        let all: Vec<Value> = statuses.of(side).map(|status| Value::Integer(status.id.0)).collect();
        let mut tests = vec![Test::Exist, Test::NotExist];
        for (at, value) in all.iter().enumerate() {
            tests.push(Test::Compare(Comparison::Equal, value.clone()));
            tests.push(Test::Compare(Comparison::NotEqual, value.clone()));
            tests.push(Test::In(all[at..].to_vec()));
            tests.push(Test::In(all[..=at].to_vec()));
            tests.push(Test::NotIn(all[at..].to_vec()));
            tests.push(Test::NotIn(all[..=at].to_vec()));
        }
        tests
    }

    #[tokio::test]
    async fn what_is_narrowed_selects_the_same_rows() {
        let folder = tempfile::tempdir().unwrap();
        let database = database(&folder);
        let statuses = database.read(facts::statuses).await.unwrap();
        let mut rows = tickets(&statuses);
        let rows = database
            .write(move |connection| {
                let writing = Writing::new(connection, Timestamp::from_millis(0));
                for row in &mut rows {
                    writing.insert(row)?;
                }
                Ok::<_, StoreError>(rows)
            })
            .await
            .unwrap();
        for side in Side::BOTH {
            for test in tests(side, &statuses) {
                let filter = Filter::condition(&TICKET, side_fields(side).status, test).unwrap();
                let expected = rows.iter().filter(|row| filter.matches(row, &Vec::new)).map(Row::id);
                let expected: Vec<i64> = expected.collect();
                let asked = filter.clone();
                let found = database.read(move |connection| {
                    let wanted = Selected {
                        fields: Wanted::All,
                        condition: narrowed(connection, &asked, rows::condition(&asked, &[]))?,
                        sort: &Sort::by_id(&TICKET),
                        after: None,
                        limit: 1_000,
                    };
                    rows::select(connection, &TICKET, wanted)
                });
                let found: Vec<i64> = found.await.unwrap().iter().map(Row::id).collect();
                assert_eq!(found, expected, "{filter:?}");
            }
        }
    }

    /// How SQLite would find a queue's tickets that also meet this.
    async fn plan(test: Test) -> String {
        let folder = tempfile::tempdir().unwrap();
        let database = database(&folder);
        let queue = Filter::eq(&TICKET, "queueID", 5_i64).unwrap();
        let filter = queue.and(Filter::condition(&TICKET, "status", test).unwrap());
        database
            .read(move |connection| {
                let condition = narrowed(connection, &filter, rows::condition(&filter, &[]))?;
                let sort = Sort::by_id(&TICKET);
                let wanted = Selected {
                    fields: Wanted::All,
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
