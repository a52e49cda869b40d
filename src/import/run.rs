//! The import itself: batches of rows to the server, bad ones aside, until the file ends. Nothing is lost by stopping:
//! running it again passes over what is there. What is kept in memory is one batch, whatever the file's size.

use super::distinct::Distinct;
use super::mapping::Mapping;
use super::progress::Progress;
use super::read::{LARGEST_ROW, Place, ReadError, Row, Rows};
use super::rejects::{Reject, Rejects, RejectsError};
use super::report::Report;
use super::translate::{BadRow, Items, Translation};
use crate::config::Mistake;
use crate::remote::{ImportAnswer, ImportBatch, ImportMode, Remote, RemoteError};
use crate::sentences::Wording;
use backon::{ExponentialBuilder, Retryable as _};
use std::collections::{BTreeSet, VecDeque};
use std::path::PathBuf;
use std::time::Duration;
use uuid::Uuid;

/// Rows of one batch at most: one transaction at the server.
const BATCH: usize = 500;
/// Bytes of a batch's rows, about: far below what the server takes.
const BATCH_BYTES: u64 = 512 * 1024;
/// How often a batch is sent again while the line is down: about two minutes.
const TRIES: usize = 16;

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

/// Why an import stops.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The mapping names columns that the file doesn't have.
    #[error("columns")]
    Columns(Vec<Mistake>),
    /// The server.
    #[error(transparent)]
    Remote(#[from] RemoteError),
    /// The file of rejects.
    #[error(transparent)]
    Rejects(#[from] RejectsError),
    /// What a dry run counts by can't be kept.
    #[error(transparent)]
    Count(#[from] rusqlite::Error),
}

impl Job<'_> {
    /// Imports the file.
    ///
    /// # Errors
    /// What stops it; what was sent before stays, and running it again goes on from there.
    pub async fn run(self, mut rows: Rows, watcher: &mut dyn Watcher) -> Result<Report, ImportError> {
        let translation = self.mapping.over(rows.columns()).map_err(ImportError::Columns)?;
        let mut sending = Sending {
            file: rows.file().to_owned(),
            remote: self.remote,
            mapping: self.mapping,
            mode: self.mode,
            run: Uuid::now_v7(),
            rejects: self.rejects,
            named: match self.mode {
                ImportMode::Write => None,
                ImportMode::DryRun => Some(Distinct::new()?),
            },
            report: Report::default(),
            batch: Vec::with_capacity(BATCH),
            bytes: 0,
        };
        while let Some(row) = rows.next_row()? {
            sending.take(&translation, row, watcher)?;
            if sending.is_full() {
                sending.send(&translation, watcher).await?;
                watcher.progress(sending.progress(rows.bytes_read()));
            }
        }
        sending.send(&translation, watcher).await?;
        watcher.progress(sending.progress(rows.size()));
        sending.report.rejects = sending.rejects.and_then(|rejects| rejects.file().map(PathBuf::from));
        Ok(sending.report)
    }
}

/// An import under way.
struct Sending<'a> {
    file: PathBuf,
    remote: &'a Remote,
    mapping: &'a Mapping,
    mode: ImportMode,
    run: Uuid,
    rejects: Option<Rejects>,
    /// What would be made, in a dry run: its batches don't know of one another's.
    named: Option<Distinct>,
    report: Report,
    batch: Vec<(Row, Items)>,
    /// Bytes of the batch's rows.
    bytes: u64,
}

impl Sending<'_> {
    fn take(&mut self, translation: &Translation<'_>, row: Row, watcher: &mut dyn Watcher) -> Result<(), ImportError> {
        match translation.items(&row) {
            Ok(items) => {
                self.bytes += row.raw.len();
                self.batch.push((row, items));
            }
            Err(bad) => self.reject(&row, bad, watcher)?,
        }
        Ok(())
    }

    fn is_full(&self) -> bool {
        self.batch.len() == BATCH || self.bytes >= BATCH_BYTES
    }

    /// Sends the batch; in halves, and those in halves, where it is too large for the way to the server.
    async fn send(&mut self, translation: &Translation<'_>, watcher: &mut dyn Watcher) -> Result<(), ImportError> {
        self.bytes = 0;
        let mut batches = VecDeque::from([std::mem::take(&mut self.batch)]);
        while let Some(mut rows) = batches.pop_front() {
            if rows.is_empty() {
                continue;
            }
            match self.post(&rows).await {
                Ok(answer) => self.answered(translation, &rows, answer, watcher)?,
                Err(error) if error.is_too_large() && rows.len() > 1 => {
                    let second = rows.split_off(rows.len() / 2);
                    batches.push_front(second);
                    batches.push_front(rows);
                }
                Err(error) if error.is_too_large() => {
                    for (row, _) in rows {
                        let place = Place {
                            line: row.line,
                            column: 1,
                        };
                        let bad = BadRow {
                            place,
                            field: "row".to_owned(),
                            message: Wording::of("refusal-too_large"),
                        };
                        self.reject(&row, bad, watcher)?;
                    }
                }
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    fn answered(
        &mut self,
        translation: &Translation<'_>,
        rows: &[(Row, Items)],
        answer: ImportAnswer,
        watcher: &mut dyn Watcher,
    ) -> Result<(), ImportError> {
        let report = &mut self.report;
        report.added += answer.added;
        report.already_there += answer.already_there;
        if self.mapping.is_one_record_a_row() {
            report.added += answer.records.values().sum::<u64>();
            report.already_there += answer.records_there;
        }
        for (entity, count) in answer.records {
            *report.records.entry(entity).or_default() += count;
        }
        report.awaited = answer.awaited;
        report.count(self.named.as_ref(), &answer.created, &answer.made)?;
        let mut named = BTreeSet::new();
        for refusal in answer.refused {
            let refused = rows.iter().find(|(row, _)| row.line == refusal.line);
            if let Some((row, _)) = refused.filter(|_| named.insert(refusal.line)) {
                let bad = BadRow {
                    place: translation.place(row, &refusal.field),
                    field: refusal.field,
                    message: Wording::elsewhere(refusal.message),
                };
                self.reject(row, bad, watcher)?;
            }
        }
        Ok(())
    }

    /// Sends a batch, again while the server can't at the moment: rows are known by their digests.
    async fn post(&self, rows: &[(Row, Items)]) -> Result<ImportAnswer, RemoteError> {
        let items = || rows.iter().map(|(_, items)| items);
        let batch = ImportBatch {
            source: self.mapping.source().to_owned(),
            mode: self.mode,
            run: Some(self.run),
            references: self.mapping.references(),
            rows: items().filter_map(|items| items.row.clone()).collect(),
            records: items().flat_map(|items| items.records.clone()).collect(),
        };
        let pauses = ExponentialBuilder::default()
            .with_jitter()
            .with_min_delay(Duration::from_millis(500))
            .with_max_delay(Duration::from_secs(10))
            .with_max_times(TRIES);
        let send = || self.remote.import(&batch);
        send.retry(pauses).when(RemoteError::is_passing).await
    }

    fn reject(&mut self, row: &Row, bad: BadRow, watcher: &mut dyn Watcher) -> Result<(), ImportError> {
        self.report.rejected += 1;
        watcher.rejected(&Reject {
            file: self.file.clone(),
            place: bad.place,
            field: bad.field,
            message: bad.message,
        });
        if let Some(rejects) = &mut self.rejects {
            rejects.keep(row)?;
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

// A batch with one row of the largest size, in JSON six times as long at worst, is still taken by the server.
const _: () = assert!(LARGEST_ROW * 7 < 8 * 1024 * 1024);
