//! What is in a file, part by part: a line that drops is waited for, and the file goes on where it was. What came in the
//! end is held against the file's digest.

use super::SyncError;
use crate::base::ids::TicketId;
use crate::remote::{Pauses, Remote};
use crate::sentences::Sentences;
use futures_util::StreamExt as _;
use futures_util::stream::{self, BoxStream};
use sha2::{Digest, Sha256};

/// So often in a row a part may fail to come before it is given up.
const MOST_FAILURES: u32 = 12;

/// A file that is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Its ticket.
    pub ticket: TicketId,
    /// The attachment.
    pub attachment: i64,
    /// Its size in bytes.
    pub size: u64,
    /// SHA-256 in hexadecimal.
    pub digest: String,
}

/// Why a file did not come.
#[derive(Debug, thiserror::Error)]
pub enum NotReceived {
    /// What came is not what its digest says.
    #[error("differs")]
    Differs,
    /// The server, or the line to it.
    #[error(transparent)]
    Sync(#[from] SyncError),
}

impl NotReceived {
    /// The sentence that says so.
    #[must_use]
    pub fn said(&self, sentences: &Sentences) -> String {
        match self {
            Self::Differs => sentences.text("file-differs").into_owned(),
            Self::Sync(error) => error.said(sentences),
        }
    }
}

/// How far it is.
struct Coming<O> {
    open: O,
    wanted: Wanted,
    received: u64,
    hasher: Sha256,
    is_over: bool,
}

/// The parts, in their order; `open` is asked for the line before each.
pub fn parts<O>(open: O, wanted: Wanted) -> BoxStream<'static, Result<Vec<u8>, NotReceived>>
where
    O: Fn() -> Result<Remote, SyncError> + Send + Sync + 'static,
{
    let coming = Coming {
        open,
        wanted,
        received: 0,
        hasher: Sha256::new(),
        is_over: false,
    };
    stream::unfold(coming, |mut coming| async {
        let part = coming.next().await?;
        Some((part, coming))
    })
    .boxed()
}

impl<O: Fn() -> Result<Remote, SyncError> + Sync> Coming<O> {
    async fn next(&mut self) -> Option<Result<Vec<u8>, NotReceived>> {
        if self.is_over {
            return None;
        }
        if self.received >= self.wanted.size {
            self.is_over = true;
            return self.is_broken().then_some(Err(NotReceived::Differs));
        }
        let part = self.part().await;
        match &part {
            Ok(bytes) => {
                self.received += u64::try_from(bytes.len()).unwrap_or_default();
                self.hasher.update(bytes);
            }
            Err(_) => self.is_over = true,
        }
        Some(part)
    }

    /// The next part, however often the line drops.
    async fn part(&self) -> Result<Vec<u8>, NotReceived> {
        let mut pauses = Pauses::default();
        let mut failures = 0;
        loop {
            failures += 1;
            let is_last = failures == MOST_FAILURES;
            let pause = match (self.open)() {
                Ok(remote) => {
                    let Wanted { ticket, attachment, .. } = &self.wanted;
                    match remote.attachment_part(*ticket, *attachment, self.received).await {
                        Ok(bytes) if bytes.is_empty() => return Err(NotReceived::Differs),
                        Ok(bytes) => return Ok(bytes),
                        Err(error) if is_last || !error.is_passing() => return Err(SyncError::from(error).into()),
                        Err(error) => pauses.after(&error),
                    }
                }
                Err(error) if is_last => return Err(error.into()),
                Err(_) => pauses.longer(),
            };
            tokio::time::sleep(pause).await;
        }
    }

    fn is_broken(&mut self) -> bool {
        let found = std::mem::take(&mut self.hasher).finalize();
        let found: String = found.iter().map(|byte| format!("{byte:02x}")).collect();
        self.received != self.wanted.size || (found != self.wanted.digest && !self.wanted.digest.is_empty())
    }
}
