//! The import itself: batches of rows to the server, bad ones aside, until the file ends. Nothing is lost by stopping:
//! running it again passes over what is there.

use super::mapping::Mapping;
use super::progress::Progress;
use super::read::{ReadError, Record, Records};
use super::rejects::{Reject, Rejects};
use super::translate::Translation;
use crate::config::Mistake;
use crate::remote::{ImportAnswer, ImportBatch, ImportMode, ImportRow, Remote, RemoteError};
use backon::{ExponentialBuilder, Retryable as _};
use std::collections::HashSet;
use std::time::Duration;

/// Rows of one batch: one transaction at the server.
const BATCH: usize = 500;

/// What is to be imported, and how.
pub struct Job<'a> {
    /// Where to.
    pub remote: &'a Remote,
    /// What the columns mean.
    pub mapping: &'a Mapping,
    /// Whether to write.
    pub mode: ImportMode,
    /// Where rows go that can't be taken; unused where nothing is written.
    pub rejects: Rejects,
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
    #[error("the rejects can't be written: {0}")]
    Rejects(#[from] std::io::Error),
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
            rejects: self.rejects,
            created: HashSet::new(),
            report: Report::default(),
            batch: Vec::with_capacity(BATCH),
        };
        while let Some(record) = records.next_record()? {
            sending.take(&translation, record, watcher)?;
            if sending.batch.len() == BATCH {
                sending.send(watcher).await?;
                watcher.progress(sending.progress(records.bytes_read()));
            }
        }
        sending.send(watcher).await?;
        watcher.progress(sending.progress(records.size()));
        sending.report.created = u64::try_from(sending.created.len()).unwrap_or(u64::MAX);
        Ok(sending.report)
    }
}

/// An import under way.
struct Sending<'a> {
    file: std::path::PathBuf,
    remote: &'a Remote,
    source: &'a str,
    mode: ImportMode,
    rejects: Rejects,
    /// The tickets that were made: a dry run's batches don't know of one another's.
    created: HashSet<String>,
    report: Report,
    batch: Vec<(Record, ImportRow)>,
}

impl Sending<'_> {
    fn take(
        &mut self,
        translation: &Translation<'_>,
        record: Record,
        watcher: &mut dyn Watcher,
    ) -> Result<(), ImportError> {
        match translation.row(&record) {
            Ok(row) => self.batch.push((record, row)),
            Err(bad) => self.reject(&record, bad.field, bad.message, watcher)?,
        }
        Ok(())
    }

    async fn send(&mut self, watcher: &mut dyn Watcher) -> Result<(), ImportError> {
        if self.batch.is_empty() {
            return Ok(());
        }
        let (records, rows): (Vec<Record>, Vec<ImportRow>) = std::mem::take(&mut self.batch).into_iter().unzip();
        let batch = ImportBatch {
            source: self.source.to_owned(),
            mode: self.mode,
            rows,
        };
        let answer = self.post(&batch).await?;
        self.report.added += answer.added;
        self.report.already_there += answer.already_there;
        self.created.extend(answer.created);
        for refusal in answer.refused {
            if let Some(record) = records.iter().find(|record| record.line == refusal.line) {
                self.reject(record, refusal.field, refusal.message, watcher)?;
            }
        }
        Ok(())
    }

    /// Sends a batch, again while the server can't at the moment: rows are known by their digests.
    async fn post(&self, batch: &ImportBatch) -> Result<ImportAnswer, RemoteError> {
        let pauses = ExponentialBuilder::default()
            .with_jitter()
            .with_min_delay(Duration::from_millis(500))
            .with_max_delay(Duration::from_secs(10))
            .with_max_times(6);
        let send = || self.remote.import(batch);
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
        if self.mode == ImportMode::Write {
            self.rejects.keep(record)?;
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
