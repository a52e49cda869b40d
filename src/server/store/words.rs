//! The searched words of tickets, by who may read them.

use super::StoreError;
use crate::base::fold;
use crate::entities::Row;
use crate::query::{Filter, Searched, WordColumn};
use rusqlite::Connection;
use std::collections::BTreeSet;

/// The fields of a ticket whose words are searched.
const TEXTS: [&str; 3] = ["ticketNumber", "title", "description"];

/// Letters of the longest beginning that the word table has an index for.
const INDEXED: usize = 6;
/// How many words one beginning is replaced by at most.
const ENDINGS: usize = 32;

/// Whether the ticket's own searched text differs.
#[must_use]
pub fn differ(before: &Row, after: &Row) -> bool {
    TEXTS.iter().any(|name| before.get(name) != after.get(name))
}

/// The folded words of a ticket in some columns, for filters that are evaluated on one row.
///
/// # Errors
/// The database's.
pub fn of(connection: &Connection, ticket: i64, columns: &[WordColumn]) -> Result<Vec<String>, StoreError> {
    let texts = texts(connection, ticket)?;
    let searched = texts.iter().filter(|(column, _)| columns.contains(column));
    Ok(searched.flat_map(|(_, text)| fold::words(text)).collect())
}

/// Has a ticket's words written anew before the open transaction ends: once for all its writes, and outside of their
/// savepoints, each of which would have the word table write what it holds.
///
/// # Errors
/// The database's.
pub fn mark(connection: &Connection, ticket: i64) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached("INSERT OR IGNORE INTO unindexed (ticket_id) VALUES (?1)")?;
    statement.execute([ticket])?;
    Ok(())
}

/// Writes the words of the marked tickets anew.
///
/// # Errors
/// The database's.
pub fn index_marked(connection: &Connection) -> Result<(), StoreError> {
    let mut marked = connection.prepare_cached("SELECT ticket_id FROM unindexed")?;
    let tickets: Vec<i64> = marked.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    if tickets.is_empty() {
        return Ok(());
    }
    for ticket in tickets {
        index(connection, ticket)?;
    }
    connection.prepare_cached("DELETE FROM unindexed")?.execute([])?;
    Ok(())
}

fn index(connection: &Connection, ticket: i64) -> Result<(), StoreError> {
    let texts = texts(connection, ticket)?;
    let mut long = BTreeSet::new();
    let columns = WordColumn::ALL.map(|column| {
        let text = texts.iter().find(|(other, _)| *other == column);
        let words = text.map(|(_, text)| fold::words(text)).unwrap_or_default();
        let joined = words.join(" ");
        long.extend(words.into_iter().filter(|word| is_long(word)));
        joined
    });
    let mut statement = connection.prepare_cached(
        "INSERT OR REPLACE INTO ticket_words (rowid, base, public, autotask, taskfire, comanaged)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    let [base, public, autotask, taskfire, comanaged] = columns;
    statement.execute((ticket, base, public, autotask, taskfire, comanaged))?;
    let long = serde_json::to_string(&long).map_err(|error| StoreError::Corrupt(error.to_string()))?;
    let mut statement =
        connection.prepare_cached("INSERT OR IGNORE INTO long_word (text) SELECT value FROM json_each(?1)")?;
    statement.execute([long])?;
    Ok(())
}

/// The text of each column that has some.
fn texts(connection: &Connection, ticket: i64) -> Result<Vec<(WordColumn, String)>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT 'base', concat_ws(' ', ticket_number, title, description) FROM ticket WHERE id = ?1
         UNION ALL
         SELECT audience, group_concat(concat_ws(' ', title, description), ' ') FROM ticket_note
         WHERE ticket_id = ?1 GROUP BY audience",
    )?;
    let rows = statement.query_map([ticket], |row| {
        let name: Option<String> = row.get(0)?;
        let column = WordColumn::ALL
            .into_iter()
            .find(|column| Some(column.name()) == name.as_deref());
        Ok(column.zip(row.get(1)?))
    })?;
    Ok(rows.filter_map(Result::transpose).collect::<Result<_, _>>()?)
}

/// Where a filter's words are searched in these columns. A beginning that the word table has no index for is replaced by
/// the words that begin so, unless there are many.
///
/// # Errors
/// The database's.
pub fn searched(connection: &Connection, filter: &Filter, columns: &[WordColumn]) -> Result<Searched, StoreError> {
    let mut searched = Searched::within(columns);
    for beginning in filter.beginnings() {
        if is_long(beginning)
            && let Some(words) = beginning_with(connection, beginning)?
        {
            searched = searched.knowing(beginning, words);
        }
    }
    Ok(searched)
}

fn is_long(word: &str) -> bool {
    word.chars().nth(INDEXED).is_some()
}

/// The long words that begin so; none where they are more than it is worth.
fn beginning_with(connection: &Connection, beginning: &str) -> Result<Option<Vec<String>>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT text FROM long_word WHERE text BETWEEN ?1 AND ?2 LIMIT ?3")?;
    // No word has that letter, and all of them come before it.
    let end = format!("{beginning}{}", char::MAX);
    // A word of more than 32 KiB, which the word table cuts, may end within a letter.
    let whole = |row: &rusqlite::Row<'_>| Ok(row.get_ref(0)?.as_str().ok().map(str::to_owned));
    let words = statement.query_map((beginning, end, ENDINGS + 1), whole)?;
    let words: Option<Vec<String>> = words.collect::<Result<_, _>>()?;
    Ok(words.filter(|words| words.len() <= ENDINGS))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::TICKET;
    use crate::query::sql::{self, Sql};
    use crate::query::{Direction, Sort};
    use crate::server::store::migrations;
    use rusqlite::params_from_iter;

    fn database(titles: &[&str]) -> Connection {
        let mut connection = Connection::open_in_memory().unwrap();
        migrations::run(&mut connection).unwrap();
        for (title, id) in titles.iter().zip(1_i64..) {
            connection
                .execute("INSERT INTO ticket (id, title) VALUES (?1, ?2)", (id, title))
                .unwrap();
            mark(&connection, id).unwrap();
        }
        connection
    }

    fn ids(connection: &Connection, from: &str, condition: &Sql) -> Vec<i64> {
        let mut statement = connection
            .prepare(&format!("{from} WHERE {} ", condition.text))
            .unwrap();
        let rows = statement.query_map(params_from_iter(&condition.parameters), |row| row.get(0));
        rows.unwrap().map(Result::unwrap).collect()
    }

    /// What is found with the words that begin so, by the query on tickets and by that on words alone.
    fn found(connection: &Connection, text: &str, columns: &[WordColumn]) -> Vec<i64> {
        let filter = Filter::words(&TICKET, text).unwrap();
        let tickets = "SELECT id FROM ticket";
        let by_prefix = ids(connection, tickets, &sql::condition(&filter, columns));
        let searched = searched(connection, &filter, columns).unwrap();
        let by_words = ids(connection, tickets, &sql::condition_searching(&filter, &searched));
        assert_eq!(by_words, by_prefix, "{text} in {columns:?}");
        let newest = Sort::by(&TICKET, &[("id", Direction::Ascending)]).unwrap();
        let in_order = sql::words_in_order(&filter, &newest, &searched);
        if let Some((table, condition)) = in_order {
            let in_order = ids(connection, &format!("SELECT rowid FROM {table}"), &condition);
            assert_eq!(in_order, by_prefix, "{text} in {columns:?}, in order");
        }
        by_words
    }

    fn known(connection: &Connection, beginning: &str) -> Option<usize> {
        beginning_with(connection, beginning).unwrap().map(|words| words.len())
    }

    #[test]
    fn a_long_beginning_finds_what_its_words_are_in() {
        let connection = database(&[
            "Passwort vergessen",
            "Passwörter des Druckers",
            "Password reset, PASSWORDS expired",
            "Druckertreiber für Größenänderung",
            "printer",
        ]);
        let notes = [
            (4, "public", "passwordless"),
            (5, "taskfire", "Password, Druckerwarteschlange"),
        ];
        for (ticket, audience, text) in notes {
            let insert = "INSERT INTO ticket_note (ticket_id, audience, description) VALUES (?1, ?2, ?3)";
            connection.execute(insert, (ticket, audience, text)).unwrap();
        }
        index_marked(&connection).unwrap();
        let public = &[WordColumn::Base, WordColumn::Public];
        let all = &WordColumn::ALL;
        let cases: &[(&str, &[WordColumn], &[i64])] = &[
            ("passwor", all, &[1, 2, 3, 4, 5]),
            ("passwor", public, &[1, 2, 3, 4]),
            ("passwor", &[WordColumn::Base], &[1, 2, 3]),
            ("PASSWÖRT", all, &[1, 2]),
            ("password", public, &[3, 4]),
            ("password", &[WordColumn::Taskfire], &[5]),
            ("drucker", all, &[2, 4, 5]),
            ("drucker passwor", public, &[]),
            ("druckers passwor", public, &[2]),
            ("printer druckerw", all, &[5]),
            ("printer druckerw", public, &[]),
            ("großenan", all, &[4]),
            ("grossenan", all, &[]),
            ("passwordz", all, &[]),
            ("passwor", &[], &[]),
            ("pass", public, &[1, 2, 3, 4]),
        ];
        for (text, columns, expected) in cases {
            assert_eq!(found(&connection, text, columns), *expected, "{text} in {columns:?}");
        }
        assert_eq!(known(&connection, "passwor"), Some(5));
    }

    #[test]
    fn a_beginning_of_many_words_is_searched_as_a_beginning() {
        let titles: Vec<String> = (0..=ENDINGS).map(|number| format!("beginning{number}")).collect();
        let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
        let connection = database(&titles);
        index_marked(&connection).unwrap();
        assert_eq!(known(&connection, "beginni"), None);
        assert_eq!(found(&connection, "beginni", &WordColumn::ALL).len(), titles.len());
        assert_eq!(known(&connection, "beginning1"), Some(11));
        assert_eq!(found(&connection, "beginning1", &WordColumn::ALL).len(), 11);
    }

    #[test]
    fn words_that_a_ticket_has_no_more_find_nothing() {
        let connection = database(&["Certificate expired"]);
        index_marked(&connection).unwrap();
        assert_eq!(found(&connection, "certifi", &WordColumn::ALL), [1]);
        connection.execute("UPDATE ticket SET title = 'Calendars'", []).unwrap();
        mark(&connection, 1).unwrap();
        index_marked(&connection).unwrap();
        assert_eq!(found(&connection, "certifi", &WordColumn::ALL), Vec::<i64>::new());
        assert_eq!(found(&connection, "calenda", &WordColumn::ALL), [1]);
    }
}
