//! The connection pool: whom it trusts, through which proxy it goes, how long it waits.

use crate::base::{Language, web_address};
use crate::sentences::{Sentences, Spoken, Value};
use reqwest::{Certificate, ClientBuilder, Proxy};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

/// How long a server may be silent before it counts as gone.
const SILENCE: Duration = Duration::from_secs(5);
/// How long the feed may be silent: two of its comments, which come every 30 s, are missing then.
const PATIENCE: Duration = Duration::from_secs(65);

/// How the server is reached.
#[derive(Clone, Debug, Default)]
pub struct Way {
    /// A certificate authority to trust besides the system's, in PEM form.
    pub ca_file: Option<PathBuf>,
    /// What stands between.
    pub through: Through,
    /// The language that the server's sentences are wanted in.
    pub spoken: Spoken,
    /// Whether nothing may be changed there.
    pub read_only: bool,
}

/// What stands between this machine and the server.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Through {
    /// What `HTTPS_PROXY` and its kin say.
    #[default]
    Environment,
    /// Nothing: the server is on this host.
    Nothing,
    /// This proxy.
    Proxy(String),
}

/// Why no client can be made.
#[derive(Debug, thiserror::Error)]
pub enum ClientError {
    /// The file of the certificate authority.
    #[error("server.ca_file: {}: {reason}", file.display())]
    Authority {
        /// The file.
        file: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// The file of the certificate authority holds none.
    #[error("server.ca_file: {}", .0.display())]
    NoCertificate(PathBuf),
    /// The proxy's address.
    #[error("server.proxy: {proxy}: {reason}")]
    Proxy {
        /// The address.
        proxy: String,
        /// What is wrong with it.
        reason: String,
    },
    /// Anything else.
    #[error("{0}")]
    Other(String),
}

impl ClientError {
    /// The sentence that says so, with the setting.
    #[must_use]
    pub fn said(&self, sentences: &Sentences) -> String {
        let say = |key: &str, arguments: &[(&str, Value<'_>)]| sentences.say(key, arguments).into_owned();
        let file = |file: &Path| ("what", file.display().to_string().into());
        let because = |reason: &str| ("reason", reason.to_owned().into());
        match self {
            Self::Authority { file: at, reason } => say("client-authority", &[file(at), because(reason)]),
            Self::NoCertificate(at) => say("client-no-certificate", &[file(at)]),
            Self::Proxy { proxy, reason } => say("client-proxy", &[("what", proxy.as_str().into()), because(reason)]),
            Self::Other(reason) => say("client-not-made", &[because(reason)]),
        }
    }
}

/// Connections to a server, shared by its clones.
#[derive(Clone, Debug)]
pub struct Client(Arc<Connections>);

#[derive(Debug)]
struct Connections {
    way: Way,
    authorities: Vec<Certificate>,
    /// Trusts nobody: for a server on this host that is spoken to in plain text.
    here: Pools,
    /// Trusts whom the system trusts, which takes longer to read than everything else at a start: made when the first
    /// request needs it.
    elsewhere: OnceLock<Pools>,
}

#[derive(Clone, Debug)]
struct Pools {
    /// For requests that are answered at once.
    answers: reqwest::Client,
    /// For what takes long: the feed, which is silent between its comments, and a batch of an import.
    patient: reqwest::Client,
}

impl Client {
    /// A client that goes this way.
    ///
    /// # Errors
    /// When a file or an address in it can't be used.
    pub fn new(way: &Way) -> Result<Self, ClientError> {
        let pool = |silence| finish(builder(way, silence)?.tls_certs_only([]));
        Ok(Self(Arc::new(Connections {
            way: way.clone(),
            authorities: authorities(way)?,
            here: Pools {
                answers: pool(SILENCE)?,
                patient: pool(PATIENCE)?,
            },
            elsewhere: OnceLock::new(),
        })))
    }

    /// Whether nothing may be changed.
    pub(super) fn is_read_only(&self) -> bool {
        let Self(connections) = self;
        connections.way.read_only
    }

    /// The language that an answer is wanted in now.
    pub(super) fn language(&self) -> Language {
        let Self(connections) = self;
        connections.way.spoken.now().language()
    }

    /// For requests to this address that are answered at once.
    pub(super) fn answers(&self, url: &str) -> &reqwest::Client {
        &self.pools(url).answers
    }

    /// For requests to this address that take long.
    pub(super) fn patient(&self, url: &str) -> &reqwest::Client {
        &self.pools(url).patient
    }

    fn pools(&self, url: &str) -> &Pools {
        let Self(connections) = self;
        match connections.way.through {
            Through::Nothing if url.starts_with("http://") => &connections.here,
            // Where even the certificates that the program brings can't be used, nobody is trusted.
            _ => connections
                .elsewhere
                .get_or_init(|| connections.trusting().unwrap_or_else(|_| connections.here.clone())),
        }
    }
}

impl Connections {
    fn trusting(&self) -> Result<Pools, ClientError> {
        Ok(Pools {
            answers: build(&self.way, &self.authorities, SILENCE)?,
            patient: build(&self.way, &self.authorities, PATIENCE)?,
        })
    }
}

fn builder(way: &Way, silence: Duration) -> Result<ClientBuilder, ClientError> {
    let builder = reqwest::Client::builder()
        .user_agent(concat!("tandem/", env!("CARGO_PKG_VERSION")))
        .connect_timeout(SILENCE)
        .read_timeout(silence)
        .redirect(reqwest::redirect::Policy::none());
    match &way.through {
        Through::Proxy(address) => Ok(builder.proxy(proxy(address)?)),
        // What does not leave the host is not worth compressing either.
        Through::Nothing => Ok(builder.no_proxy().no_zstd()),
        Through::Environment => Ok(builder),
    }
}

fn finish(builder: ClientBuilder) -> Result<reqwest::Client, ClientError> {
    builder.build().map_err(|error| ClientError::Other(error.to_string()))
}

fn build(way: &Way, authorities: &[Certificate], silence: Duration) -> Result<reqwest::Client, ClientError> {
    let builder = || Ok(builder(way, silence)?.tls_certs_merge(authorities.iter().cloned()));
    finish(builder()?).or_else(|_| {
        // A host without certificates of its own: those that the program brings.
        let roots = webpki_root_certs::TLS_SERVER_ROOT_CERTS.iter();
        let roots = roots.filter_map(|root| Certificate::from_der(root).ok());
        finish(builder()?.tls_certs_merge(roots))
    })
}

fn proxy(address: &str) -> Result<Proxy, ClientError> {
    Proxy::all(address).map_err(|error| ClientError::Proxy {
        proxy: web_address::shown(address),
        reason: error.to_string(),
    })
}

fn authorities(way: &Way) -> Result<Vec<Certificate>, ClientError> {
    let Some(file) = &way.ca_file else {
        return Ok(Vec::new());
    };
    let refused = |reason: String| ClientError::Authority {
        file: file.clone(),
        reason,
    };
    let text = std::fs::read(file).map_err(|error| refused(error.to_string()))?;
    let certificates = Certificate::from_pem_bundle(&text).map_err(|error| refused(error.to_string()))?;
    if certificates.is_empty() {
        return Err(ClientError::NoCertificate(file.clone()));
    }
    Ok(certificates)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whom_the_system_trusts_is_read_when_a_server_has_to_prove_itself() {
        // Another test may have installed it.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let way = Way {
            through: Through::Nothing,
            ..Way::default()
        };
        let client = Client::new(&way).unwrap();
        let is_read = || client.0.elsewhere.get().is_some();
        client.answers("http://127.0.0.1:8080");
        client.patient("http://127.0.0.1:8080");
        assert!(!is_read());
        client.answers("https://127.0.0.1:8443");
        assert!(is_read());
    }

    #[test]
    fn a_certificate_file_that_is_none_is_named_with_its_setting() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("ca.pem");
        std::fs::write(&file, "no certificate").unwrap();
        for file in [file, folder.path().join("missing.pem")] {
            let way = Way {
                ca_file: Some(file.clone()),
                ..Way::default()
            };
            let said = Client::new(&way).unwrap_err().said(&Sentences::new(Language::English));
            assert!(
                said.contains("server.ca_file") && said.contains(file.to_str().unwrap()),
                "{said}"
            );
        }
    }
}
