//! One callout over HTTP: signed, only to where it may go, without following anybody anywhere else.

use crate::base::Secret;
use crate::server::destinations::{Allowed, Destinations, Forbidden, Way, public_addresses};
use crate::server::operations::webhooks::Callout;
use crate::wire::autotask::callout::{SIGNATURE, SIGNED_WITH};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::header::CONTENT_TYPE;
use reqwest::redirect::Policy;
use reqwest::{Certificate, Client, ClientBuilder};
use sha1::Sha1;
use std::error::Error;
use std::time::Duration;
use tokio::sync::OnceCell;

/// Why a callout did not arrive.
#[derive(Debug, thiserror::Error)]
pub enum SendError {
    /// It may not go there.
    #[error("the address {0}")]
    Forbidden(#[from] Forbidden),
    /// The receiver did not take it.
    #[error("the receiver answered {0}")]
    Refused(reqwest::StatusCode),
    /// The receiver did not answer in time.
    #[error("the receiver did not answer in time")]
    Silent,
    /// There is no line to the receiver.
    #[error("{0}")]
    Line(String),
    /// It can't be signed.
    #[error("the secret can't be used")]
    Secret,
}

/// The error with what caused it; without the address, in which keys may stand.
impl From<reqwest::Error> for SendError {
    fn from(error: reqwest::Error) -> Self {
        if error.is_timeout() {
            return Self::Silent;
        }
        let error = error.without_url();
        let mut text = error.to_string();
        let mut cause = error.source();
        while let Some(inner) = cause {
            text.push_str(": ");
            text.push_str(&inner.to_string());
            cause = inner.source();
        }
        Self::Line(text.chars().take(LONGEST_TEXT).collect())
    }
}

/// How much is kept of an error, in characters.
const LONGEST_TEXT: usize = 500;

/// Sends callouts. Its clients are made when the first one is: most desks have no webhooks.
pub struct Sender {
    longest: Duration,
    named: OnceCell<Client>,
    public: OnceCell<Client>,
}

impl Sender {
    /// Nothing was sent so far; a receiver may take that long to answer.
    pub fn new(longest: Duration) -> Self {
        Self {
            longest,
            named: OnceCell::new(),
            public: OnceCell::new(),
        }
    }

    /// Sends a callout; it arrived if its receiver says so.
    ///
    /// # Errors
    /// Why it did not.
    pub async fn send(&self, destinations: &Destinations, callout: &Callout) -> Result<(), SendError> {
        let Allowed { url, way } = destinations.check(&callout.address)?;
        let client = match way {
            Way::Named => {
                self.named
                    .get_or_try_init(|| async { client(|builder| builder) })
                    .await?
            }
            Way::Public => {
                let made = || async { client(|builder| builder.dns_resolver(PublicOnly)) };
                self.public.get_or_try_init(made).await?
            }
        };
        let signature = signature(&callout.secret, callout.payload.as_bytes())?;
        let request = client
            .post(url)
            .header(CONTENT_TYPE, "application/json; charset=utf-8")
            .header(SIGNATURE, signature)
            .timeout(self.longest)
            .body(callout.payload.clone());
        // What else is in the answer is not read.
        match request.send().await?.status() {
            status if status.is_success() => Ok(()),
            status => Err(SendError::Refused(status)),
        }
    }
}

fn client(with: impl Fn(ClientBuilder) -> ClientBuilder) -> Result<Client, SendError> {
    // Whoever starts the process has installed the provider already; a second time changes nothing.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let builder = || {
        with(Client::builder())
            .user_agent(concat!("tandem/", env!("CARGO_PKG_VERSION")))
            .redirect(Policy::none())
            .no_proxy()
    };
    let made = builder().build().or_else(|_| {
        // A host without certificates of its own: those that the program brings.
        let roots = webpki_root_certs::TLS_SERVER_ROOT_CERTS.iter();
        let roots = roots.filter_map(|root| Certificate::from_der(root).ok());
        builder().tls_certs_merge(roots).build()
    });
    Ok(made?)
}

/// Looks names up, and knows only those that lead out of the server's own network: what was checked is what is connected
/// to, whatever the name leads to a moment later.
struct PublicOnly;

impl Resolve for PublicOnly {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let addresses = public_addresses(name.as_str()).await?;
            Ok(Box::new(addresses.into_iter()) as Addrs)
        })
    }
}

/// `sha1=` and base64 of the HMAC of the body (autotask-rest 10).
fn signature(secret: &Secret, body: &[u8]) -> Result<String, SendError> {
    let mut code = Hmac::<Sha1>::new_from_slice(secret.expose().as_bytes()).map_err(|_| SendError::Secret)?;
    code.update(body);
    Ok(format!(
        "{SIGNED_WITH}{}",
        STANDARD.encode(code.finalize().into_bytes())
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_the_codes_of_rfc_2202() {
        let signed = signature(&Secret::new("Jefe"), b"what do ya want for nothing?").unwrap();
        // effcdf6ae5eb2fa2d27416d5f184df9c259a7c79
        assert_eq!(signed, "sha1=7/zfauXrL6LSdBbV8YTfnCWafHk=");
    }

    #[tokio::test]
    async fn a_name_that_leads_into_the_own_network_is_not_connected_to() {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = client(|builder| builder.dns_resolver(PublicOnly)).unwrap();
        let refused = SendError::from(client.post("https://localhost:9/").send().await.unwrap_err());
        assert!(refused.to_string().contains("which is not public"), "{refused}");
        assert!(!refused.to_string().contains(":9"), "{refused}");
    }
}
