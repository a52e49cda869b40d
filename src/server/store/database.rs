//! The database file: opened, brought up to date, with its writer and its readers.

use super::writer::{News, Writer};
use super::{StoreError, agreements, migrations, seed, webhook_queue, words};
use crate::base::{Storage, Timestamp};
use crate::query::sql;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::fs::OpenOptions;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::{Semaphore, watch};

/// How long a statement waits for another process that holds the database.
const BUSY: Duration = Duration::from_secs(10);
/// Reading connections.
const READERS: usize = 4;
/// What a connection may keep in memory: 4 MB of pages, the system keeps the others; sorting happens there too.
const MEMORY: &str = "PRAGMA cache_size = -4000; PRAGMA temp_store = MEMORY;";
/// Steps of SQLite's machine between two looks at the time: a fraction of a millisecond.
const STEPS: i32 = 4000;
/// How a connection is opened that only reads.
const READ_ONLY: OpenFlags = OpenFlags::SQLITE_OPEN_READ_ONLY.union(OpenFlags::SQLITE_OPEN_NO_MUTEX);
/// Prepared statements that a connection keeps.
const STATEMENTS: usize = 256;

/// A database in use. Clones share it; it closes with the last one.
#[derive(Clone)]
pub struct Database {
    writer: Writer,
    readers: Arc<Readers>,
    tip: watch::Receiver<i64>,
    callouts: watch::Receiver<i64>,
}

/// The reading connections that are free, and how many there are.
struct Readers {
    path: PathBuf,
    free: Mutex<Vec<Connection>>,
    permits: Semaphore,
}

impl Database {
    /// Opens the file, makes it, for this user only, where it is missing, brings its tables up to date and fills a new
    /// one with `instance`.
    ///
    /// # Errors
    /// When it can't be opened, or comes from a newer version of the program.
    pub fn open(path: &Path, instance: &seed::Instance, now: Timestamp) -> Result<Self, StoreError> {
        // What the system doesn't tell is a disk of this machine, where a write-ahead log is right.
        let storage = Storage::of(path).ok().flatten().unwrap_or(Storage::Local);
        Self::open_on(path, storage, instance, now)
    }

    fn open_on(path: &Path, storage: Storage, instance: &seed::Instance, now: Timestamp) -> Result<Self, StoreError> {
        make_private(path);
        let mut connection = connect(path, OpenFlags::default())?;
        // The first that reads the file: here SQLite says that it is no database.
        set_up(&connection, storage).map_err(|source| not_opened(path, source))?;
        migrations::run(&mut connection)?;
        let transaction = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        seed::fill(&transaction, instance, now)?;
        agreements::publish_shipped(&transaction, now)?;
        transaction.commit()?;
        // What is kept for good is not replaced either: with this, a row that is replaced is one that is deleted.
        connection.execute_batch("PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON")?;
        let (tip_sender, tip) = watch::channel(super::feed::tip(&connection)?);
        let (callouts_sender, callouts) = watch::channel(webhook_queue::signalled(&connection)?);
        let news = News {
            tip: tip_sender,
            callouts: callouts_sender,
        };
        let writer = Writer::start(connection, words::index_marked, news).map_err(|_| StoreError::Closed)?;
        let readers = Readers {
            path: path.to_owned(),
            free: Mutex::new(Vec::new()),
            permits: Semaphore::new(READERS),
        };
        Ok(Self {
            writer,
            readers: Arc::new(readers),
            tip,
            callouts,
        })
    }

    /// A connection that changes nothing, on a file that is there.
    ///
    /// # Errors
    /// When it can't be opened.
    pub fn open_to_read(path: &Path) -> Result<Connection, StoreError> {
        connect(path, READ_ONLY)
    }

    /// Writes: see [`Writer::write`].
    ///
    /// # Errors
    /// The work's own, or that of the database.
    pub async fn write<T, E, W>(&self, work: W) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        W: FnOnce(&Connection) -> Result<T, E> + Send + 'static,
    {
        self.writer.write(work).await
    }

    /// Writes behind whoever asks: see [`Writer::write_behind`].
    ///
    /// # Errors
    /// When the database is being closed.
    pub fn write_behind<W, F>(&self, work: W, ended: F) -> Result<(), StoreError>
    where
        W: FnOnce(&Connection) -> Result<(), StoreError> + Send + 'static,
        F: FnOnce(Result<(), StoreError>) + Send + 'static,
    {
        self.writer.write_behind(work, ended)
    }

    /// Reads one state of the database, off the async threads.
    ///
    /// # Errors
    /// The work's own, or that of the database.
    pub async fn read<T, E, W>(&self, work: W) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        W: FnOnce(&Connection) -> Result<T, E> + Send + 'static,
    {
        self.read_within(Duration::MAX, work).await
    }

    /// The same, stopped where it takes longer than that.
    ///
    /// # Errors
    /// [`StoreError::TookTooLong`]; the work's own, or that of the database.
    pub async fn read_within<T, E, W>(&self, longest: Duration, work: W) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        W: FnOnce(&Connection) -> Result<T, E> + Send + 'static,
    {
        let permit = self.readers.permits.acquire().await;
        let _permit = permit.map_err(|_| E::from(StoreError::Closed))?;
        let readers = Arc::clone(&self.readers);
        let done = tokio::task::spawn_blocking(move || {
            let mut connection = readers.take()?;
            let end = Instant::now().checked_add(longest);
            let is_over = end.map(|end| move || Instant::now() >= end);
            connection.progress_handler(STEPS, is_over).map_err(StoreError::from)?;
            let result = in_one_state(&connection, work);
            readers.give_back(connection);
            result
        });
        done.await.map_err(|_| E::from(StoreError::Broken))?
    }

    /// The feed's newest place, and a wake-up for each newer one; it ends once the last clone is gone and the writing
    /// connection is closed.
    #[must_use]
    pub fn tip(&self) -> watch::Receiver<i64> {
        self.tip.clone()
    }

    /// A wake-up for each write that leaves webhooks something to send; it ends as [`Self::tip`] does.
    #[must_use]
    pub fn callouts(&self) -> watch::Receiver<i64> {
        self.callouts.clone()
    }
}

/// Makes a missing file for this user only: a host has other users. What SQLite puts beside it follows suit. Where that
/// is not possible, SQLite says why.
fn make_private(path: &Path) {
    let mut options = OpenOptions::new();
    let _ = options.append(true).create_new(true).mode(0o600).open(path);
}

fn in_one_state<T, E: From<StoreError>>(
    connection: &Connection,
    work: impl FnOnce(&Connection) -> Result<T, E>,
) -> Result<T, E> {
    let transaction = connection.unchecked_transaction().map_err(StoreError::from)?;
    let value = work(&transaction)?;
    transaction.commit().map_err(StoreError::from)?;
    Ok(value)
}

impl Readers {
    fn take(&self) -> Result<Connection, StoreError> {
        let free = self.free.lock().unwrap_or_else(PoisonError::into_inner).pop();
        match free {
            Some(connection) => Ok(connection),
            None => connect(&self.path, READ_ONLY),
        }
    }

    fn give_back(&self, connection: Connection) {
        self.free
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(connection);
    }
}

fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, StoreError> {
    let open = || {
        let connection = Connection::open_with_flags(path, flags)?;
        connection.busy_timeout(BUSY)?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        connection.execute_batch(MEMORY)?;
        // Statements are planned once and not anew for each value that is bound.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        sql::register(&connection)?;
        Ok(connection)
    };
    open().map_err(|source| not_opened(path, source))
}

fn set_up(connection: &Connection, storage: Storage) -> Result<(), rusqlite::Error> {
    connection.pragma_update(None, "journal_mode", storage.journal())?;
    connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000;")
}

fn not_opened(path: &Path, source: rusqlite::Error) -> StoreError {
    let path = path.to_owned();
    StoreError::Open { path, source }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Zone;
    use std::os::unix::fs::PermissionsExt as _;

    fn open(file: &Path) -> Database {
        let instance = seed::Instance {
            name: "Northwind".to_owned(),
            zone: Zone::UTC,
        };
        Database::open(file, &instance, Timestamp::from_millis(0)).unwrap()
    }

    #[tokio::test]
    async fn on_a_network_file_system_there_is_no_write_ahead_log_and_reading_goes_on_beside_writing() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("desk.sqlite");
        let instance = seed::Instance {
            name: "Northwind".to_owned(),
            zone: Zone::UTC,
        };
        let database = Database::open_on(&file, Storage::Network, &instance, Timestamp::from_millis(0)).unwrap();
        let journal = |connection: &Connection| -> Result<String, StoreError> {
            Ok(connection.query_row("PRAGMA journal_mode", [], |row| row.get(0))?)
        };
        let count = |connection: &Connection| -> Result<i64, StoreError> {
            Ok(connection.query_row("SELECT count(*) FROM noted", [], |row| row.get(0))?)
        };
        let make = |connection: &Connection| -> Result<(), StoreError> {
            Ok(connection.execute_batch("CREATE TABLE noted (at INTEGER)")?)
        };
        database.write(make).await.unwrap();
        for expected in 1..20 {
            let note = |connection: &Connection| -> Result<(), StoreError> {
                connection.execute("INSERT INTO noted VALUES (1)", [])?;
                Ok(())
            };
            let (written, read) = tokio::join!(database.write(note), database.read(count));
            written.unwrap();
            assert!((expected - 1..=expected).contains(&read.unwrap()));
        }
        assert_eq!(database.write(journal).await.unwrap(), "truncate");
        assert!(!folder.path().join("desk.sqlite-wal").exists());
    }

    #[tokio::test]
    async fn what_is_kept_for_good_is_neither_changed_nor_removed_nor_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let database = open(&folder.path().join("desk.sqlite"));
        let kept = [
            ("agreement", "1, 'en', '2020-01-01', 'Another text', 'x', 'a'"),
            (
                "acknowledgement",
                "1, 0, 'Acme', 1, 'en', '2020-01-01', 'x', 'x', 1, 'Eve', 0, 'UTC', 'x'",
            ),
            ("level_history", "1, 1, 5, NULL, 1, '2020-01-01', 0, 'system', 0"),
            (
                "audit_entry",
                "1, 0, 'system', 'Eve', 'local', 'x', NULL, 'x', 'null', 'null', 'x'",
            ),
        ];
        for (table, values) in kept {
            let done: Result<Vec<bool>, StoreError> = database
                .write(move |connection| {
                    connection.execute_batch("PRAGMA defer_foreign_keys = ON")?;
                    connection.execute(&format!("INSERT OR IGNORE INTO {table} VALUES ({values})"), [])?;
                    let column = if table == "agreement" { "text" } else { "id" };
                    let attempts = [
                        format!("UPDATE {table} SET {column} = {column} || '1'"),
                        format!("DELETE FROM {table}"),
                        format!("INSERT OR REPLACE INTO {table} VALUES ({values})"),
                    ];
                    let refused = attempts.iter().map(|attempt| {
                        let error = connection.execute(attempt, []).expect_err(attempt);
                        error.to_string().contains("agreement") || error.to_string().contains("kept")
                    });
                    let refused = refused.collect();
                    connection.execute_batch("ROLLBACK TO work")?;
                    Ok(refused)
                })
                .await;
            assert_eq!(done.unwrap(), [true; 3], "{table}");
        }
    }

    #[tokio::test]
    async fn a_new_database_is_for_its_user_only() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("desk.sqlite");
        let database = open(&file);
        database
            .write(|connection| Ok::<_, StoreError>(connection.execute_batch("UPDATE instance SET created_at = 1")?))
            .await
            .unwrap();
        for name in ["desk.sqlite", "desk.sqlite-wal", "desk.sqlite-shm"] {
            let mode = std::fs::metadata(folder.path().join(name))
                .unwrap()
                .permissions()
                .mode();
            assert_eq!(mode & 0o777, 0o600, "{name}");
        }
    }
}
