//! Brings a database to this version's tables: the files of `assets/schema/server`, which are only ever added to.

use super::StoreError;
use refinery::{Migration, Runner};
use rusqlite::Connection;

/// The files in their order, embedded.
const FILES: &[(&str, &str)] = &[
    (
        "V1__entities",
        include_str!("../../../assets/schema/server/V1__entities.sql"),
    ),
    ("V2__desk", include_str!("../../../assets/schema/server/V2__desk.sql")),
    (
        "V3__import",
        include_str!("../../../assets/schema/server/V3__import.sql"),
    ),
    (
        "V4__administration",
        include_str!("../../../assets/schema/server/V4__administration.sql"),
    ),
    (
        "V5__retired_ids",
        include_str!("../../../assets/schema/server/V5__retired_ids.sql"),
    ),
    (
        "V6__billing",
        include_str!("../../../assets/schema/server/V6__billing.sql"),
    ),
    (
        "V7__mended",
        include_str!("../../../assets/schema/server/V7__mended.sql"),
    ),
    (
        "V8__support",
        include_str!("../../../assets/schema/server/V8__support.sql"),
    ),
    ("V9__days", include_str!("../../../assets/schema/server/V9__days.sql")),
    (
        "V11__autotask_conventions",
        include_str!("../../../assets/schema/server/V11__autotask_conventions.sql"),
    ),
    (
        "V12__contract",
        include_str!("../../../assets/schema/server/V12__contract.sql"),
    ),
    (
        "V13__webhooks",
        include_str!("../../../assets/schema/server/V13__webhooks.sql"),
    ),
    (
        "V14__import_records",
        include_str!("../../../assets/schema/server/V14__import_records.sql"),
    ),
    (
        "V15__open_tickets_of_a_queue",
        include_str!("../../../assets/schema/server/V15__open_tickets_of_a_queue.sql"),
    ),
    (
        "V16__long_words",
        include_str!("../../../assets/schema/server/V16__long_words.sql"),
    ),
    (
        "V17__one_index_of_open_tickets",
        include_str!("../../../assets/schema/server/V17__one_index_of_open_tickets.sql"),
    ),
    (
        "V18__names_that_are_kept",
        include_str!("../../../assets/schema/server/V18__names_that_are_kept.sql"),
    ),
    (
        "V19__moved_units",
        include_str!("../../../assets/schema/server/V19__moved_units.sql"),
    ),
    (
        "V20__files_of_notes_and_time",
        include_str!("../../../assets/schema/server/V20__files_of_notes_and_time.sql"),
    ),
];

/// Runs what this database has not seen yet.
///
/// # Errors
/// When a file fails, or the database comes from a newer version.
pub fn run(connection: &mut Connection) -> Result<(), StoreError> {
    run_files(connection, FILES)
}

fn run_files(connection: &mut Connection, files: &[(&str, &str)]) -> Result<(), StoreError> {
    let migrations = files
        .iter()
        .map(|(name, sql)| Migration::unapplied(name, sql))
        .collect::<Result<Vec<_>, _>>()?;
    Runner::new(&migrations).run(connection)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::ENTITIES;

    /// Name, type and whether it is the key, of each column.
    fn columns(connection: &Connection, table: &str) -> Vec<(String, String, bool)> {
        let mut statement = connection
            .prepare("SELECT name, type, pk FROM pragma_table_info(?1) ORDER BY cid")
            .unwrap();
        let rows = statement
            .query_map([table], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .unwrap();
        rows.map(Result::unwrap).collect()
    }

    #[test]
    fn the_tables_hold_exactly_the_columns_of_the_entities() {
        let mut migrated = Connection::open_in_memory().unwrap();
        run(&mut migrated).unwrap();
        let declared = Connection::open_in_memory().unwrap();
        for entity in ENTITIES {
            declared.execute_batch(&entity.create_table()).unwrap();
            let (mut found, mut wanted) = (columns(&migrated, entity.table), columns(&declared, entity.table));
            if entity.is_derived {
                // A view has names alone.
                for column in found.iter_mut().chain(&mut wanted) {
                    *column = (column.0.clone(), String::new(), false);
                }
            }
            assert_eq!(found, wanted, "{}: add a migration for the difference", entity.name);
        }
    }

    #[test]
    fn a_second_run_changes_nothing() {
        let mut connection = Connection::open_in_memory().unwrap();
        run(&mut connection).unwrap();
        run(&mut connection).unwrap();
    }

    #[test]
    fn the_long_words_of_an_older_database_are_known_afterwards() {
        let mut connection = Connection::open_in_memory().unwrap();
        let before = FILES.iter().position(|(name, _)| *name == "V16__long_words").unwrap();
        run_files(&mut connection, &FILES[..before]).unwrap();
        let insert = "INSERT INTO ticket_words (rowid, base, taskfire) VALUES (1, 'ein passwort druckertreiber', 'großer passwort')";
        connection.execute(insert, []).unwrap();
        run(&mut connection).unwrap();
        let mut statement = connection.prepare("SELECT text FROM long_word").unwrap();
        let words = statement.query_map([], |row| row.get(0)).unwrap();
        let words: Vec<String> = words.map(Result::unwrap).collect();
        assert_eq!(words, ["druckertreiber", "passwort"]);
    }
}
