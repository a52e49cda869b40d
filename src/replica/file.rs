//! The file of a copy: private to its user (a jump host has others), brought up to date, and careful on disks that
//! other machines share.

use super::error::Action;
use super::{ReplicaError, Result};
use crate::base::{Storage, file_name};
use crate::query;
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use std::fs::{DirBuilder, OpenOptions, Permissions};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;
use std::time::Duration;

/// How long a writer waits for another console's writer.
const BUSY: Duration = Duration::from_secs(5);
/// Statements kept ready on each connection.
const STATEMENTS: usize = 128;
/// The newest of the copy's migrations.
const NEWEST: i32 = 15;

mod embedded {
    refinery::embed_migrations!("assets/schema/replica");
}

/// Makes the folder (0700) and the file (0600) where they are missing, and says what kind of disk they lie on.
pub(super) fn prepare(path: &Path) -> Result<Storage> {
    let failed = |action, path: &Path| {
        let path = path.to_owned();
        move |source| ReplicaError::File { action, path, source }
    };
    let folder = file_name::folder(path);
    if !folder.is_dir() {
        DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(folder)
            .map_err(failed(Action::Make, folder))?;
    }
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .read(true)
        .write(true)
        .mode(0o600)
        .open(path)
        .map_err(failed(Action::Open, path))?;
    // A file that came by another way (a backup, a copy) is made private too.
    file.set_permissions(Permissions::from_mode(0o600))
        .map_err(failed(Action::MakePrivate, path))?;
    let known = Storage::of(path).map_err(failed(Action::LookAt, folder))?;
    // Where it isn't known a home on the network is rare, and the careful mode is right everywhere.
    Ok(known.unwrap_or(Storage::Network))
}

/// A connection as all of them are.
pub(super) fn connect(path: &Path, storage: Storage) -> Result<Connection> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(BUSY)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    // Statements are planned once: otherwise every line of a list is planned anew, since its ticket might be one that an
    // index over open tickets holds.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.pragma_update(None, "journal_mode", storage.journal())?;
    // The outbox must survive a power cut too.
    connection.pragma_update(None, "synchronous", "FULL")?;
    query::sql::register(&connection)?;
    Ok(connection)
}

/// Brings the tables up to date. Every start comes by here, and reading the migrations takes longer than the list that
/// somebody waits for.
pub(super) fn migrate(path: &Path, connection: &mut Connection) -> Result<()> {
    if version(connection)? == Some(NEWEST) {
        return Ok(());
    }
    embedded::migrations::runner()
        .run(connection)
        .map_err(|error| ReplicaError::Migration {
            path: path.to_owned(),
            reason: error.to_string(),
        })?;
    Ok(())
}

/// The last migration that a copy went through; none in a new one.
fn version(connection: &Connection) -> Result<Option<i32>> {
    if !connection.table_exists(None, "refinery_schema_history")? {
        return Ok(None);
    }
    Ok(connection.query_row("SELECT max(version) FROM refinery_schema_history", [], |row| row.get(0))?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::ids::TicketId;
    use crate::entities::{
        COMPANY, CONTACT, Entity, NOTIFICATION, QUEUE, REQUEST_TYPE, RESOURCE, STATUS, TICKET, TICKET_ATTACHMENT,
        TICKET_CHECKLIST_ITEM, TICKET_HISTORY, TICKET_NOTE, TICKET_SECONDARY_RESOURCE, TIME_ENTRY,
    };
    use crate::query::{Direction, Filter, ListOrder, Sort, Standing};

    fn columns(connection: &Connection, table: &str) -> Vec<(String, String, bool)> {
        let mut statement = connection
            .prepare("SELECT name, type, pk FROM pragma_table_info(?1) ORDER BY cid")
            .unwrap();
        statement
            .query_map([table], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .unwrap()
            .collect::<rusqlite::Result<_>>()
            .unwrap()
    }

    fn declared(entity: &'static Entity) -> Vec<(String, String, bool)> {
        let connection = Connection::open_in_memory().unwrap();
        connection.execute_batch(&entity.create_table()).unwrap();
        columns(&connection, entity.table)
    }

    #[test]
    fn the_mirrors_tables_are_those_of_the_entities() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("copy.sqlite");
        let storage = prepare(&path).unwrap();
        let mut connection = connect(&path, storage).unwrap();
        migrate(&path, &mut connection).unwrap();
        for entity in [
            &TICKET,
            &TICKET_NOTE,
            &TIME_ENTRY,
            &TICKET_HISTORY,
            &TICKET_SECONDARY_RESOURCE,
            &COMPANY,
            &CONTACT,
            &RESOURCE,
            &QUEUE,
            &REQUEST_TYPE,
            &STATUS,
            &NOTIFICATION,
            &TICKET_ATTACHMENT,
            &TICKET_CHECKLIST_ITEM,
        ] {
            assert_eq!(columns(&connection, entity.table), declared(entity), "{}", entity.name);
        }
        assert_eq!(columns(&connection, "ticket_base"), declared(&TICKET));
        assert_eq!(
            columns(&connection, "ticket_secondary_resource_base"),
            declared(&TICKET_SECONDARY_RESOURCE)
        );
    }

    #[test]
    fn the_newest_migration_is_known() {
        let runner = embedded::migrations::runner();
        let versions = runner.get_migrations().iter().map(refinery::Migration::version);
        assert_eq!(versions.max(), Some(NEWEST));
    }

    #[test]
    fn a_copy_that_was_made_before_names_had_places_sorts_by_them() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("copy.sqlite");
        let storage = prepare(&path).unwrap();
        let mut connection = connect(&path, storage).unwrap();
        let former = embedded::migrations::runner().set_target(refinery::Target::Version(13));
        former.run(&mut connection).unwrap();
        let rows = "INSERT INTO company (id, company_name) VALUES (1, 'Zeta'), (2, 'ärzte'), (3, NULL);
            INSERT INTO ticket (id, company_id) VALUES (5, 1), (6, 2), (7, 4), (9, 3);";
        connection.execute_batch(rows).unwrap();
        drop(connection);
        let replica = crate::replica::Replica::open(&path).unwrap();
        let order = ListOrder::led_by(Standing::Company, Direction::Ascending, Sort::by_id(&TICKET));
        let ids = replica.list_ids(&Filter::all(&TICKET), &order, 0, 9).unwrap();
        assert_eq!(ids, [6, 5, 9, 7].map(TicketId));
    }

    #[test]
    fn file_and_folder_are_private_even_if_the_file_was_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("acme/maria/copy.sqlite");
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        crate::replica::Replica::open(&path).unwrap();
        assert_eq!((mode(&path), mode(path.parent().unwrap())), (0o600, 0o700));
        std::fs::set_permissions(&path, Permissions::from_mode(0o644)).unwrap();
        let _open = crate::replica::Replica::open(&path).unwrap();
        assert_eq!(mode(&path), 0o600);
        assert_eq!(mode(&path.with_extension("sqlite-wal")), 0o600);
    }

    #[test]
    fn a_damaged_file_is_reported_with_its_path() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("copy.sqlite");
        std::fs::write(&path, "not a database, whatever it was before that").unwrap();
        assert!(crate::replica::Replica::open(&path).is_err());
    }
}
