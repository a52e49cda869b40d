//! Administrative acts and questions. An act carries its key, so that sending it again changes nothing.

use super::error::RemoteError;
use super::tandem::{Remote, answer, read};
use super::write::KEY;
use crate::base::ids::ChangeId;
use crate::records::administration::{Administration, Answer, Question};
use crate::wire::ext::administration::{Method, address, question};
use futures_util::{Stream, TryStreamExt as _};
use serde_json::Value as Json;

impl Remote {
    /// Carries out an administrative act; the answer is what it was about, as it is now.
    ///
    /// # Errors
    /// `Refused` is the server's last word on it.
    pub async fn administer(&self, key: ChangeId, act: &Administration) -> Result<Json, RemoteError> {
        let address = address(act).map_err(|error| RemoteError::Broken(error.to_string()))?;
        let method = match address.method {
            Method::Post => reqwest::Method::POST,
            Method::Put => reqwest::Method::PUT,
            Method::Delete => reqwest::Method::DELETE,
        };
        let request = self
            .writing()?
            .request(method, &address.path)
            .header(KEY, key.to_string());
        read(request.json(&address.body)).await
    }

    /// The log of administrative acts as JSON lines, piece by piece: it may be long.
    ///
    /// # Errors
    /// The server's; a piece may fail too, then the log is not whole.
    pub async fn audit_lines(
        &self,
    ) -> Result<impl Stream<Item = Result<impl AsRef<[u8]> + use<>, RemoteError>> + Send + Unpin + use<>, RemoteError>
    {
        let request = self.patient_request(reqwest::Method::GET, "audit/export");
        let pieces = answer(request).await?.bytes_stream();
        Ok(pieces.map_err(RemoteError::from))
    }

    /// Asks about administration.
    ///
    /// # Errors
    /// The server's.
    pub async fn ask(&self, asked: &Question) -> Result<Answer, RemoteError> {
        let (path, pairs) = question(asked);
        let request = self.request(reqwest::Method::GET, &path).query(&pairs);
        Ok(match asked {
            Question::Companies(_) => Answer::Companies(read(request).await?),
            Question::Setup(_) => Answer::Setup(read(request).await?),
            Question::Agreement(_) => Answer::Agreement(read(request).await?),
            Question::Acknowledgements(_) => Answer::Acknowledgements(read(request).await?),
            Question::Disabling(_) => Answer::Disabling(read(request).await?),
            Question::People(_) => Answer::People(read(request).await?),
            Question::Levels => Answer::Levels(read(request).await?),
            Question::Instance => Answer::Instance(read(request).await?),
            Question::Portal(_) => Answer::Portal(read(request).await?),
            Question::ContractSettings => Answer::ContractSettings(read(request).await?),
            Question::Coverage(_) => Answer::Coverage(read(request).await?),
            Question::Naming(_) => Answer::Naming(read(request).await?),
            Question::Audit(_) => Answer::Audit(read(request).await?),
            Question::Contracts(_) => Answer::Contracts(Box::new(read(request).await?)),
            Question::Contract(_) => Answer::Contract(Box::new(read(request).await?)),
            Question::Catalogue => Answer::Catalogue(read(request).await?),
            Question::Automation(_) => Answer::Automation(read(request).await?),
            Question::BillingOverview => Answer::BillingOverview(read(request).await?),
            Question::ClientBilling(_) => Answer::ClientBilling(read(request).await?),
            Question::Closing(_) => Answer::Closing(read(request).await?),
            Question::Invoices(_) => Answer::Invoices(read(request).await?),
            Question::Invoice(_) => Answer::Invoice(read(request).await?),
            Question::BlockReport(_) => Answer::BlockReport(read(request).await?),
        })
    }
}
