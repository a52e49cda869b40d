//! Writes: each carries its key, so that sending it again changes nothing.

use super::error::RemoteError;
use super::tandem::{Remote, answer, read};
use crate::base::ids::{ChangeId, CompanyId};
use crate::domain::Change;
use crate::wire::ext::change::{ChangeBody, Settled};
use crate::wire::ext::import::{ImportAnswer, ImportBatch, ImportMode};
use crate::wire::ext::taskfire::TaskfireState;
use reqwest::Method;

/// The header that carries a write's key.
pub(super) const KEY: &str = "Idempotency-Key";

impl Remote {
    /// Carries out a change; its id is the key.
    ///
    /// # Errors
    /// `Stale` and `Refused` are the server's last word on it.
    pub async fn change(&self, change: &Change) -> Result<Settled, RemoteError> {
        let broken = |error: serde_json::Error| RemoteError::Broken(error.to_string());
        let (path, body) = ChangeBody::encode(change).map_err(broken)?;
        let request = self
            .writing()?
            .request(Method::POST, &path)
            .header(KEY, change.id.to_string());
        Settled::decode(read(request.json(&body)).await?).map_err(broken)
    }

    /// Writes the settings of a company's Taskfire.
    ///
    /// # Errors
    /// The server's.
    pub async fn write_taskfire(
        &self,
        key: ChangeId,
        company: CompanyId,
        state: &TaskfireState,
    ) -> Result<TaskfireState, RemoteError> {
        let path = format!("companies/{company}/taskfire");
        let request = self.writing()?.request(Method::PUT, &path).header(KEY, key.to_string());
        read(request.json(state)).await
    }

    /// Marks a notification as read.
    ///
    /// # Errors
    /// The server's.
    pub async fn read_notification(&self, id: i64) -> Result<(), RemoteError> {
        let path = format!("notifications/{id}/read");
        answer(self.writing()?.request(Method::POST, &path)).await.map(drop)
    }

    /// Sends a batch of an import. Rows are known by their digests, so that a batch may be sent again.
    ///
    /// # Errors
    /// The server's.
    pub async fn import(&self, batch: &ImportBatch) -> Result<ImportAnswer, RemoteError> {
        let remote = match batch.mode {
            ImportMode::Write => self.writing()?,
            ImportMode::DryRun => self,
        };
        let request = remote.patient_request(Method::POST, "import");
        read(request.json(batch)).await
    }
}
