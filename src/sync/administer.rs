//! Administrative acts: sent at once, tried again with the same key while it is not known what became of them.

use super::SyncError;
use super::line::Line;
use crate::base::ids::ChangeId;
use crate::records::administration::{Administration, NotAdministered};
use crate::remote::{Pauses, Problem, RemoteError};
use crate::sentences::Sentences;

/// How often an act is sent before whoever asked for it decides.
const ATTEMPTS: usize = 3;

/// Why an act is not known to have been carried out.
#[derive(Debug)]
pub enum NotDone {
    /// The server refused it.
    Refused(Problem),
    /// It did not reach the server, so nothing happened.
    NoLine(SyncError),
    /// It was sent with this key and no answer came.
    Unanswered(RemoteError, ChangeId),
}

impl NotDone {
    /// The same for whoever asked, in their language.
    #[must_use]
    pub fn told(self, sentences: &Sentences) -> NotAdministered {
        match self {
            Self::Refused(problem) => NotAdministered::Refused {
                text: RemoteError::Refused(problem.clone()).said(sentences),
                code: problem.code,
                field: problem.field,
            },
            Self::NoLine(error) => NotAdministered::NoLine(error.said(sentences)),
            Self::Unanswered(error, key) => NotAdministered::Unanswered {
                why: error.said(sentences),
                key,
            },
        }
    }
}

/// Carries an act out.
pub(super) async fn act(line: &Line, key: ChangeId, act: &Administration) -> Result<(), NotDone> {
    let mut pauses = Pauses::default();
    let mut left = ATTEMPTS;
    // Once it may have arrived, only an answer says that it did not happen.
    let mut unanswered = None;
    loop {
        let sent = match line.open() {
            Ok(remote) => remote.administer(key, act).await.map_err(SyncError::from),
            Err(error) => Err(error),
        };
        let error = match sent {
            Ok(_) => return Ok(()),
            Err(SyncError::Remote(error)) => error,
            Err(error) => return Err(unanswered.unwrap_or(NotDone::NoLine(error))),
        };
        let (is_passing, pause) = (error.is_passing(), pauses.after(&error));
        let why = match (error, unanswered.take()) {
            (RemoteError::Refused(problem), _) => return Err(NotDone::Refused(problem)),
            (error @ (RemoteError::TimedOut(_) | RemoteError::Broken(_)), _) => NotDone::Unanswered(error, key),
            (_, Some(unanswered)) => unanswered,
            (error, None) => NotDone::NoLine(error.into()),
        };
        left -= 1;
        if left == 0 || !is_passing {
            return Err(why);
        }
        unanswered = Some(why).filter(|why| matches!(why, NotDone::Unanswered(..)));
        tokio::time::sleep(pause).await;
    }
}
