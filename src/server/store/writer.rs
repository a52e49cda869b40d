//! The one thread that writes. It takes closures, runs each in a savepoint, commits those that wait together in one
//! transaction (one flush of the disk for all), and answers afterwards.

use super::StoreError;
use rusqlite::Connection;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use tokio::sync::watch;

/// What is said of a write whose transaction is there no more.
const UNDONE: &str = "rollback";
/// How many writes one transaction holds at most, so that the first one doesn't wait for a flood.
const TOGETHER: usize = 128;

/// Says how a write ended, once its transaction is committed or lost.
type Answer = Box<dyn FnOnce(Result<(), String>) + Send>;
/// A write: does its work inside the open transaction; or is told why there is none.
type Job = Box<dyn FnOnce(Result<&Connection, String>) -> Answer + Send>;

/// What is done once for all writes of a transaction, before it is committed; where it fails, none of them is kept.
pub type Finish = fn(&Connection) -> Result<(), StoreError>;

/// Who waits for what was committed.
#[derive(Debug)]
pub struct News {
    /// Told the feed's newest place.
    pub tip: watch::Sender<i64>,
    /// Told that webhooks have something to send.
    pub callouts: watch::Sender<i64>,
}

/// The way to the writing thread. The thread ends when the last one is dropped and all work is done.
#[derive(Clone)]
pub struct Writer(Sender<Job>);

impl Writer {
    /// Starts the thread on this connection. `finish` does what remains before each commit; `news` are told after it.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(connection: Connection, finish: Finish, news: News) -> std::io::Result<Self> {
        let (sender, jobs) = channel();
        std::thread::Builder::new()
            .name("database-writer".to_owned())
            .spawn(move || {
                serve(&connection, &jobs, finish, &news);
                // Only now may the news' end say that this connection is closed: closing it can take the database.
                drop(connection);
                drop(news);
            })?;
        Ok(Self(sender))
    }

    /// Does the work in a savepoint; what it wrote is kept only if it returns `Ok`, and on disk before this returns.
    ///
    /// # Errors
    /// The work's own, or that of the database.
    pub async fn write<T, E, W>(&self, work: W) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        W: FnOnce(&Connection) -> Result<T, E> + Send + 'static,
    {
        let (answer, answered) = tokio::sync::oneshot::channel();
        self.write_behind(work, move |result| {
            // Whoever asked may have gone; the write stands all the same.
            let _ = answer.send(result);
        })?;
        answered.await.map_err(|_| E::from(StoreError::Closed))?
    }

    /// As [`Self::write`], but waits for nothing: `ended` is told on the writing thread how it went.
    ///
    /// # Errors
    /// When the database is being closed.
    pub fn write_behind<T, E, W, F>(&self, work: W, ended: F) -> Result<(), StoreError>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        W: FnOnce(&Connection) -> Result<T, E> + Send + 'static,
        F: FnOnce(Result<T, E>) + Send + 'static,
    {
        let lost = |message| E::from(StoreError::Commit(message));
        let job: Job = Box::new(move |begun| {
            let result = begun
                .map_err(lost)
                .and_then(|connection| in_savepoint(connection, work));
            Box::new(move |committed| {
                ended(match result {
                    Ok(value) => committed.map(|()| value).map_err(lost),
                    Err(error) => Err(error),
                });
            })
        });
        self.0.send(job).map_err(|_| StoreError::Closed)
    }
}

/// Runs work whose changes are undone unless it returns `Ok`; nests.
pub fn in_savepoint<T, E: From<StoreError>>(
    connection: &Connection,
    work: impl FnOnce(&Connection) -> Result<T, E>,
) -> Result<T, E> {
    connection.execute_batch("SAVEPOINT work").map_err(StoreError::from)?;
    let result = catch_unwind(AssertUnwindSafe(|| work(connection))).unwrap_or(Err(E::from(StoreError::Broken)));
    if connection.is_autocommit() {
        // A full disk, for one, makes SQLite undo the whole transaction by itself, and this work with it.
        return Err(result
            .err()
            .unwrap_or_else(|| E::from(StoreError::Commit(UNDONE.to_owned()))));
    }
    let end = match result {
        Ok(_) => "RELEASE work",
        Err(_) => "ROLLBACK TO work; RELEASE work",
    };
    connection.execute_batch(end).map_err(StoreError::from)?;
    result
}

fn serve(connection: &Connection, jobs: &Receiver<Job>, finish: Finish, news: &News) {
    while let Ok(first) = jobs.recv() {
        let begun = connection
            .execute_batch("BEGIN IMMEDIATE")
            .map_err(|error| error.to_string());
        let mut answers = Vec::new();
        let mut next = Some(first);
        while let Some(job) = next {
            answers.push(job(begun.clone().map(|()| connection)));
            // What came after SQLite undid the transaction would be committed by itself, whatever is answered.
            let is_undone = begun.is_ok() && connection.is_autocommit();
            next = if answers.len() < TOGETHER && !is_undone {
                jobs.try_recv().ok()
            } else {
                None
            };
        }
        let ended = begun.and_then(|()| commit(connection, finish));
        if ended.is_ok() {
            tell(connection, news);
        }
        for answer in answers {
            answer(ended.clone());
        }
    }
}

fn commit(connection: &Connection, finish: Finish) -> Result<(), String> {
    if connection.is_autocommit() {
        return Err(UNDONE.to_owned());
    }
    let ended = finish(connection).and_then(|()| Ok(connection.execute_batch("COMMIT")?));
    ended.map_err(|error| {
        // SQLite has often rolled back by itself; then there is nothing left to undo.
        if !connection.is_autocommit() {
            let _ = connection.execute_batch("ROLLBACK");
        }
        error.to_string()
    })
}

/// Wakes the readers of the feed where a write got a place in it, and whoever sends what webhooks say.
fn tell(connection: &Connection, news: &News) {
    let tell = |waiting: &watch::Sender<i64>, newest: Result<i64, StoreError>| {
        if let Ok(newest) = newest {
            waiting.send_if_modified(|known| std::mem::replace(known, newest) != newest);
        }
    };
    tell(&news.tip, super::feed::tip(connection));
    tell(&news.callouts, super::webhook_queue::signalled(connection));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A writer on a file with an empty table of numbers.
    fn writer(folder: &tempfile::TempDir) -> Writer {
        let connection = Connection::open(folder.path().join("numbers.sqlite")).unwrap();
        connection
            .execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE number (value INTEGER PRIMARY KEY) STRICT")
            .unwrap();
        Writer::start(connection, |_| Ok(()), nobody()).unwrap()
    }

    /// News that nobody waits for.
    fn nobody() -> News {
        News {
            tip: watch::channel(0).0,
            callouts: watch::channel(0).0,
        }
    }

    fn insert(connection: &Connection, number: i64) -> Result<(), StoreError> {
        connection.execute("INSERT INTO number VALUES (?1)", [number])?;
        Ok(())
    }

    fn numbers(folder: &tempfile::TempDir) -> Vec<i64> {
        let connection = Connection::open(folder.path().join("numbers.sqlite")).unwrap();
        let mut statement = connection.prepare("SELECT value FROM number ORDER BY value").unwrap();
        let rows = statement.query_map([], |row| row.get(0)).unwrap();
        rows.map(Result::unwrap).collect()
    }

    #[tokio::test]
    async fn a_write_that_fails_leaves_nothing_and_takes_no_other_with_it() {
        let folder = tempfile::tempdir().unwrap();
        let writer = writer(&folder);
        let write = |number: i64| {
            writer.write(move |connection| {
                insert(connection, number)?;
                match number % 3 {
                    0 => Err(StoreError::Closed),
                    1 => insert(connection, number),
                    _ => Ok(()),
                }
            })
        };
        // All wait in the queue before the first is answered, so that they share transactions.
        let results = futures_util::future::join_all((0..30).map(write)).await;
        let kept: Vec<i64> = (0..30).filter(|number| number % 3 == 2).collect();
        assert_eq!(results.iter().filter(|result| result.is_ok()).count(), kept.len());
        assert_eq!(numbers(&folder), kept);
    }

    #[tokio::test]
    async fn what_is_answered_as_failed_is_not_kept_when_sqlite_undoes_the_transaction_by_itself() {
        let folder = tempfile::tempdir().unwrap();
        let writer = writer(&folder);
        writer.write(|connection| insert(connection, 100)).await.unwrap();
        let (release, held) = channel::<()>();
        let holding = writer.write(move |_| {
            let _ = held.recv();
            Ok::<_, StoreError>(())
        });
        let writes = (0..9).map(|number| {
            writer.write(move |connection| {
                insert(connection, number)?;
                if number == 4 {
                    // Met again, this number makes SQLite roll back everything.
                    connection.execute("INSERT OR ROLLBACK INTO number VALUES (100)", [])?;
                }
                Ok::<_, StoreError>(())
            })
        });
        let queued = futures_util::future::join_all(writes);
        let released = async { drop(release) };
        // Polled in this order: all wait in the queue before the first one ends.
        let (_, results, ()) = futures_util::join!(holding, queued, released);
        let kept: Vec<i64> = (0..)
            .zip(&results)
            .filter(|(_, result)| result.is_ok())
            .map(|(number, _)| number)
            .collect();
        assert_eq!(kept, [5, 6, 7, 8]);
        assert_eq!(numbers(&folder), [&kept[..], &[100]].concat());
    }

    #[tokio::test]
    async fn a_write_that_panics_is_undone_and_the_next_one_is_served() {
        let folder = tempfile::tempdir().unwrap();
        let writer = writer(&folder);
        let broken: Result<(), StoreError> = writer
            .write(|connection| {
                insert(connection, 1)?;
                panic!("the work has a mistake")
            })
            .await;
        assert!(matches!(broken, Err(StoreError::Broken)));
        writer.write(|connection| insert(connection, 2)).await.unwrap();
        assert_eq!(numbers(&folder), [2]);
    }

    #[tokio::test]
    async fn a_transaction_that_can_not_be_finished_keeps_none_of_its_writes() {
        let folder = tempfile::tempdir().unwrap();
        drop(writer(&folder));
        let connection = Connection::open(folder.path().join("numbers.sqlite")).unwrap();
        let finish = |connection: &Connection| {
            let refused = connection.query_row("SELECT count(*) FROM number WHERE value < 0", [], |row| row.get(0))?;
            connection.execute("INSERT INTO number SELECT max(value) + 100 FROM number", [])?;
            if refused { Err(StoreError::Broken) } else { Ok(()) }
        };
        let writer = Writer::start(connection, finish, nobody()).unwrap();
        let write = |number: i64| writer.write(move |connection| insert(connection, number));
        write(1).await.unwrap();
        assert!(matches!(write(-1).await, Err(StoreError::Commit(_))));
        write(2).await.unwrap();
        assert_eq!(numbers(&folder), [1, 2, 101, 201]);
    }
}
