//! Property tests: a filter's SQL and its evaluation in memory select the same rows, its order and its pages are the
//! same in both, and its JSON says the same as itself.

use super::arbitrary::{FIELDS, filter, rows, user_defined};
use super::sql::{self, Sql};
use super::words::{Found, Searched, WordColumn};
use super::{Direction, Filter, FilterError, Place, Query, Sort};
use crate::base::fold;
use crate::entities::{Row, Surface, TICKET, Value};
use proptest::prelude::*;
use rusqlite::{Connection, params_from_iter};

/// What of a ticket is searched: the title by everybody, the item as if it were a Taskfire-internal note.
fn searched(row: &Row, columns: &[WordColumn]) -> Vec<String> {
    let part = |column: &WordColumn| match column {
        WordColumn::Base => row.text("title"),
        WordColumn::Taskfire => row.text("item"),
        _ => None,
    };
    columns.iter().filter_map(part).flat_map(fold::words).collect()
}

/// A real database with these rows and their word table.
fn database(rows: &[Row]) -> Connection {
    let connection = Connection::open_in_memory().unwrap();
    sql::register(&connection).unwrap();
    connection.execute_batch(&TICKET.create_table()).unwrap();
    let columns = WordColumn::ALL.map(WordColumn::name).join(", ");
    connection
        .execute_batch(&format!(
            "CREATE VIRTUAL TABLE ticket_words USING fts5({columns}, tokenize = 'ascii')"
        ))
        .unwrap();
    let insert = format!(
        "INSERT INTO ticket ({}) VALUES ({})",
        TICKET.columns(),
        TICKET.placeholders()
    );
    for row in rows {
        connection
            .execute(&insert, params_from_iter(row.stored_values()))
            .unwrap();
        let words = |column| searched(row, &[column]).join(" ");
        let insert = "INSERT INTO ticket_words (rowid, base, taskfire) VALUES (?, ?, ?)";
        connection
            .execute(insert, (row.id(), words(WordColumn::Base), words(WordColumn::Taskfire)))
            .unwrap();
    }
    connection
}

fn selected(connection: &Connection, conditions: &[Sql], rest: &str) -> Vec<i64> {
    let text: Vec<_> = conditions.iter().map(|sql| sql.text.as_str()).collect();
    let statement = format!("SELECT ticket.id FROM ticket WHERE {} {rest}", text.join(" AND "));
    let mut statement = connection.prepare(&statement).unwrap();
    let parameters = conditions.iter().flat_map(|sql| &sql.parameters);
    statement
        .query_map(params_from_iter(parameters), |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect()
}

/// The rows that the word table has these words of.
fn having(connection: &Connection, searched: &Searched, words: &[String]) -> Vec<i64> {
    let text = format!(
        "SELECT rowid FROM {0} WHERE {0} MATCH ?1 ORDER BY rowid",
        TICKET.word_table.unwrap()
    );
    let mut statement = connection.prepare(&text).unwrap();
    let ids = statement
        .query_map([searched.matching(words)], |row| row.get(0))
        .unwrap();
    ids.collect::<rusqlite::Result<_>>().unwrap()
}

fn sort() -> impl Strategy<Value = Sort> {
    let field = prop::sample::select([FIELDS.as_slice(), &["id"]].concat());
    let direction = prop::sample::select(vec![Direction::Ascending, Direction::Descending]);
    prop::collection::vec((field, direction), 0..4).prop_map(|keys| Sort::by(&TICKET, &keys).unwrap())
}

proptest! {
    #[test]
    fn sql_selects_what_evaluation_in_memory_selects(rows in rows(), filter in filter(), all in any::<bool>()) {
        let columns: &[WordColumn] = if all { &WordColumn::ALL } else { &[WordColumn::Base, WordColumn::Public] };
        let connection = database(&rows);
        let expected: Vec<i64> = (rows.iter())
            .filter(|row| filter.matches(row, &|| searched(row, columns)))
            .map(Row::id)
            .collect();
        prop_assert_eq!(&selected(&connection, &[sql::condition(&filter, columns)], "ORDER BY ticket.id"), &expected);
        // The same where it was looked up before which rows have its words.
        for found in [Found::Few, Found::Many] {
            let within = Searched::within(columns);
            let searched = filter.searched_words().fold(within, |searched, words| {
                let ids = having(&connection, &searched, words);
                searched.having_found(words, found(ids))
            });
            let condition = sql::condition_searching(&filter, &searched);
            prop_assert_eq!(&selected(&connection, &[condition], "ORDER BY ticket.id"), &expected);
        }
    }

    #[test]
    fn what_is_negated_selects_all_other_rows(rows in rows(), filter in filter()) {
        let Ok(root) = filter.root().clone().negated() else { return Ok(()) };
        let negated = Filter::new(&TICKET, root);
        for row in &rows {
            prop_assert_ne!(filter.matches(row, &Vec::new), negated.matches(row, &Vec::new));
        }
    }

    #[test]
    fn sql_sorts_as_memory_does_and_pages_join_without_a_gap(rows in rows(), sort in sort(), page in 1_usize..5) {
        let connection = database(&rows);
        let mut expected = rows.clone();
        expected.sort_by(|left, right| sort.compare(left, right));
        let expected: Vec<i64> = expected.iter().map(Row::id).collect();
        let everything = sql::condition(&Filter::all(&TICKET), &[]);
        let rest = format!("ORDER BY {} LIMIT {page}", sql::order(&sort));
        let mut paged = selected(&connection, &[everything], &rest);
        while let Some(last) = paged.last().copied().filter(|_| paged.len() < rows.len()) {
            let row = rows.iter().find(|row| row.id() == last).unwrap();
            let place = Place::from_json(&sort, &Place::of(&sort, row).to_json()).unwrap();
            let next = selected(&connection, &[sql::after(&sort, &place)], &rest);
            prop_assert!(!next.is_empty());
            paged.extend(next);
        }
        prop_assert_eq!(paged, expected);
    }

    #[test]
    fn a_query_survives_its_json(filter in filter(), sort in sort(), count in 1_usize..500) {
        let mut query = Query::new(filter, Surface::Tandem);
        (query.sort, query.max_records) = (sort, count);
        let json = query.to_json().to_string();
        prop_assert_eq!(Query::read(&TICKET, Surface::Tandem, &user_defined(), &serde_json::from_str(&json).unwrap()), Ok(query));
    }
}

#[test]
fn words_are_searched_in_what_the_reader_may_see_only() {
    let mut row = Row::new(&TICKET);
    row.set("id", 1_i64);
    row.set("title", "Drücker im 3. Stock");
    row.set("item", "Geheimnis");
    let connection = database(&[row]);
    let found = |text: &str, columns: &[WordColumn]| {
        let filter = Filter::words(&TICKET, text).unwrap();
        !selected(&connection, &[sql::condition(&filter, columns)], "").is_empty()
    };
    assert!(found("drucker sto", &[WordColumn::Base]));
    assert!(found("geheimnis stock dr", &WordColumn::ALL));
    assert!(
        !found("dru stock", &WordColumn::ALL),
        "only the last word may be a beginning"
    );
    assert!(!found("geheim", &[WordColumn::Base, WordColumn::Public]));
    assert!(!found("drucker", &[]));
    assert!(
        !found("\" OR *", &WordColumn::ALL),
        "operators of the full-text language are only words"
    );
}

#[test]
fn indexes_serve_the_open_tickets_of_a_queue_and_their_order() {
    let connection = database(&[]);
    let due = TICKET.field("dueDateTime").unwrap();
    let priority = TICKET.field("priority").unwrap();
    connection
        .execute_batch(&format!(
            "CREATE INDEX open_queue ON ticket(queue_id, {}) WHERE closed_date IS NULL;
             CREATE INDEX open_urgent ON ticket({}) WHERE closed_date IS NULL;",
            due.column(),
            sql::sort_key(&TICKET, priority).replace("ticket.", ""),
        ))
        .unwrap();
    let open = Filter::eq(&TICKET, "closedDate", Value::Null).unwrap();
    let queue = open.clone().and(Filter::eq(&TICKET, "queueID", 5_i64).unwrap());
    for (filter, field, index) in [
        (&queue, "dueDateTime", "open_queue"),
        (&open, "priority", "open_urgent"),
    ] {
        let sql = sql::condition(filter, &[]);
        let order = sql::order(&Sort::by(&TICKET, &[(field, Direction::Ascending)]).unwrap());
        let plan: Vec<String> = connection
            .prepare(&format!(
                "EXPLAIN QUERY PLAN SELECT id FROM ticket WHERE {} ORDER BY {order}",
                sql.text
            ))
            .unwrap()
            .query_map(params_from_iter(&sql.parameters), |row| row.get(3))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        assert!(plan.iter().any(|step| step.contains(index)), "{plan:?}");
        assert!(
            !plan.iter().any(|step| step.contains("USE TEMP B-TREE FOR ORDER BY")),
            "{plan:?}"
        );
    }
}

#[test]
fn deep_json_is_refused_before_it_costs_the_stack() {
    let text = format!("{}{}", "[{\"op\":\"and\",\"items\":".repeat(120), "[]");
    let text = format!("{text}{}", "}]".repeat(120));
    let refused =
        serde_json::from_str(&text).map(|json: serde_json::Value| Filter::from_json(&TICKET, Surface::Tandem, &json));
    assert!(refused.is_err() || refused.is_ok_and(|filter| filter == Err(FilterError::TooDeep)));
}

#[test]
fn the_largest_filters_that_are_taken_run() {
    let connection = database(&[]);
    let condition = serde_json::json!({"op": "contains", "field": "title", "value": "x"});
    let wide = serde_json::json!([{"op": "or", "items": vec![condition.clone(); 500]}]);
    let high = serde_json::Value::Array(vec![
        serde_json::json!({"op": "notIn", "field": "title", "value": ["x", "y"]});
        500
    ]);
    let deep = (0..32).fold(condition.clone(), |inner, level| {
        let op = if level % 2 == 0 { "or" } else { "and" };
        serde_json::json!({"op": op, "items": [condition, inner]})
    });
    let ids: Vec<i64> = (0..500).collect();
    let lists = serde_json::json!([{"op": "in", "field": "id", "value": ids}]);
    let words = serde_json::json!([{"op": "words", "value": "word ".repeat(32)}]);
    for json in [wide, high, deep, lists, words] {
        let filter = Filter::from_json(&TICKET, Surface::Tandem, &json).unwrap();
        assert_eq!(
            selected(&connection, &[sql::condition(&filter, &WordColumn::ALL)], ""),
            Vec::<i64>::new()
        );
    }
}
