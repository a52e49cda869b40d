//! The import itself: batches of rows to the server, bad ones aside, until the file ends. Nothing is lost by stopping:
//! running it again passes over what is there.

use super::mapping::Mapping;
use super::progress::Progress;
use super::read::{ReadError, Record, Records};
use super::rejects::{Reject, Rejects, RejectsError};
use super::translate::Translation;
use crate::config::Mistake;
use crate::remote::{ImportAnswer, ImportBatch, ImportMade, ImportMode, ImportRow, Remote, RemoteError};
use backon::{ExponentialBuilder, Retryable as _};
use std::collections::{HashSet, VecDeque};
use std::path::PathBuf;
use std::time::Duration;
use uuid::Uuid;

/// Rows of one batch at most: one transaction at the server.
const BATCH: usize = 500;
/// Bytes of a batch's cells, about: far below what the server takes.
const BATCH_BYTES: usize = 512 * 1024;

/// What is to be imported, and how.
pub struct Job<'a> {
    /// Where to.
    pub remote: &'a Remote,
    /// What the columns mean.
    pub mapping: &'a Mapping,
    /// Whether to write.
    pub mode: ImportMode,
    /// Where rows go that can't be taken; none where nothing is written.
    pub rejects: Option<Rejects>,
}

/// Whoever watches.
pub trait Watcher {
    /// So far.
    fn progress(&mut self, progress: Progress);
    /// This row was set aside.
    fn rejected(&mut self, reject: &Reject);
}

/// What became of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Rows that were, or would be, written.
    pub added: u64,
    /// Rows that were there already.
    pub already_there: u64,
    /// Tickets that were, or would be, made.
    pub created: u64,
    /// Rows that were set aside.
    pub rejected: u64,
    /// Where they lie; none where nothing is written, or nothing was set aside.
    pub rejects: Option<PathBuf>,
    /// What else was, or would be, made because rows name it.
    pub made: ImportMade,
}

/// Why an import stops.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The mapping names columns that the file doesn't have.
    #[error("{}", .0.iter().map(Mistake::explain).collect::<Vec<_>>().join("\n\n"))]
    Columns(Vec<Mistake>),
    /// The server.
    #[error(transparent)]
    Remote(#[from] RemoteError),
    /// The file of rejects.
    #[error(transparent)]
    Rejects(#[from] RejectsError),
}

impl Job<'_> {
    /// Imports the file.
    ///
    /// # Errors
    /// What stops it; what was sent before stays, and running it again goes on from there.
    pub async fn run(self, mut records: Records, watcher: &mut dyn Watcher) -> Result<Report, ImportError> {
        let translation = self.mapping.over(records.columns()).map_err(ImportError::Columns)?;
        let mut sending = Sending {
            file: records.file().to_owned(),
            remote: self.remote,
            source: self.mapping.source(),
            mode: self.mode,
            run: Uuid::now_v7(),
            rejects: self.rejects,
            created: HashSet::new(),
            report: Report::default(),
            batch: Vec::with_capacity(BATCH),
            bytes: 0,
        };
        while let Some(record) = records.next_record()? {
            sending.take(&translation, record, watcher)?;
            if sending.is_full() {
                sending.send(watcher).await?;
                watcher.progress(sending.progress(records.bytes_read()));
            }
        }
        sending.send(watcher).await?;
        watcher.progress(sending.progress(records.size()));
        sending.report.created = u64::try_from(sending.created.len()).unwrap_or(u64::MAX);
        sending.report.rejects = sending.rejects.and_then(|rejects| rejects.file().map(PathBuf::from));
        Ok(sending.report)
    }
}

/// An import under way.
struct Sending<'a> {
    file: PathBuf,
    remote: &'a Remote,
    source: &'a str,
    mode: ImportMode,
    run: Uuid,
    rejects: Option<Rejects>,
    /// The tickets that were made: a dry run's batches don't know of one another's.
    created: HashSet<String>,
    report: Report,
    batch: Vec<(Record, ImportRow)>,
    /// Bytes of the batch's cells.
    bytes: usize,
}

impl Sending<'_> {
    fn take(
        &mut self,
        translation: &Translation<'_>,
        record: Record,
        watcher: &mut dyn Watcher,
    ) -> Result<(), ImportError> {
        match translation.row(&record) {
            Ok(row) => {
                self.bytes += record.cells.as_slice().len();
                self.batch.push((record, row));
            }
            Err(bad) => self.reject(&record, bad.field, bad.message, watcher)?,
        }
        Ok(())
    }

    fn is_full(&self) -> bool {
        self.batch.len() == BATCH || self.bytes >= BATCH_BYTES
    }

    /// Sends the batch; in halves, and those in halves, where it is too large for the way to the server.
    async fn send(&mut self, watcher: &mut dyn Watcher) -> Result<(), ImportError> {
        self.bytes = 0;
        let mut batches = VecDeque::from([std::mem::take(&mut self.batch)]);
        while let Some(mut rows) = batches.pop_front() {
            if rows.is_empty() {
                continue;
            }
            match self.post(&rows).await {
                Ok(answer) => self.answered(&rows, answer, watcher)?,
                Err(error) if error.is_too_large() && rows.len() > 1 => {
                    let second = rows.split_off(rows.len() / 2);
                    batches.push_front(second);
                    batches.push_front(rows);
                }
                Err(error) if error.is_too_large() => {
                    for (record, _) in rows {
                        self.reject(&record, "row".to_owned(), error.to_string(), watcher)?;
                    }
                }
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    fn answered(
        &mut self,
        rows: &[(Record, ImportRow)],
        answer: ImportAnswer,
        watcher: &mut dyn Watcher,
    ) -> Result<(), ImportError> {
        self.report.added += answer.added;
        self.report.already_there += answer.already_there;
        self.report.made.extend(answer.made);
        self.created.extend(answer.created);
        for refusal in answer.refused {
            if let Some((record, _)) = rows.iter().find(|(record, _)| record.line == refusal.line) {
                self.reject(record, refusal.field, refusal.message, watcher)?;
            }
        }
        Ok(())
    }

    /// Sends a batch, again while the server can't at the moment: rows are known by their digests.
    async fn post(&self, rows: &[(Record, ImportRow)]) -> Result<ImportAnswer, RemoteError> {
        let batch = ImportBatch {
            source: self.source.to_owned(),
            mode: self.mode,
            run: Some(self.run),
            rows: rows.iter().map(|(_, row)| row.clone()).collect(),
        };
        let pauses = ExponentialBuilder::default()
            .with_jitter()
            .with_min_delay(Duration::from_millis(500))
            .with_max_delay(Duration::from_secs(10))
            .with_max_times(6);
        let send = || self.remote.import(&batch);
        send.retry(pauses).when(RemoteError::is_passing).await
    }

    fn reject(
        &mut self,
        record: &Record,
        field: String,
        message: String,
        watcher: &mut dyn Watcher,
    ) -> Result<(), ImportError> {
        self.report.rejected += 1;
        watcher.rejected(&Reject {
            file: self.file.clone(),
            line: record.line,
            field,
            message,
        });
        if let Some(rejects) = &mut self.rejects {
            rejects.keep(record)?;
        }
        Ok(())
    }

    fn progress(&self, bytes: u64) -> Progress {
        Progress {
            bytes,
            rows: self.report.added + self.report.already_there,
            rejected: self.report.rejected,
        }
    }
}
