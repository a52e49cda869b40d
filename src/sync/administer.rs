//! Administrative acts: sent at once, tried again with the same key while it is not known what became of them.

use super::SyncError;
use super::line::Line;
use crate::base::ids::ChangeId;
use crate::records::administration::{Administration, NotAdministered};
use crate::remote::{Pauses, RemoteError};

/// How often an act is sent before whoever asked for it decides.
const ATTEMPTS: usize = 3;

/// Carries an act out.
pub(super) async fn act(line: &Line, key: ChangeId, act: &Administration) -> Result<(), NotAdministered> {
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
            Err(error) => return Err(unanswered.unwrap_or_else(|| NotAdministered::NoLine(error.to_string()))),
        };
        let (is_passing, pause) = (error.is_passing(), pauses.after(&error));
        let said = error.to_string();
        match error {
            RemoteError::Refused(problem) => {
                return Err(NotAdministered::Refused {
                    code: problem.code,
                    text: problem.message,
                    field: problem.field,
                });
            }
            RemoteError::TimedOut(_) | RemoteError::Broken(_) => {
                unanswered = Some(NotAdministered::Unanswered { why: said.clone(), key });
            }
            _ => {}
        }
        left -= 1;
        if left == 0 || !is_passing {
            return Err(unanswered.unwrap_or(NotAdministered::NoLine(said)));
        }
        tokio::time::sleep(pause).await;
    }
}
