//! The server as a running thing: opens its database, listens, and stops gracefully.

use super::allowances::Allowances;
use super::backend::Backend;
use super::callouts;
use super::connections::Guarded;
use super::destinations::Destinations;
use super::limits::Limits;
use super::operations::{OperationError, Operations};
use super::routes;
use super::store::{Database, Instance, StoreError};
use super::throttle::Throttle;
use crate::base::{Clock, Date, Secret, SystemClock, Zone};
use crate::sentences::{Sentences, Value};
use axum::http::uri::Scheme;
use axum_server::Handle;
use axum_server::accept::NoDelayAcceptor;
use axum_server::tls_rustls::{RustlsAcceptor, RustlsConfig};
use hyper_util::rt::TokioTimer;
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinHandle;

/// How long a stopping server waits for requests that it has begun to answer.
const GRACE: Duration = Duration::from_secs(10);
/// How often what is no longer kept is forgotten.
const SWEEP: Duration = Duration::from_secs(60 * 60);
/// How long at least until the calendar is looked at again.
const SHORTEST: Duration = Duration::from_secs(1);

/// What a server needs to start.
#[derive(Clone)]
pub struct Settings {
    /// The database file; made where it is missing.
    pub database: PathBuf,
    /// Where to listen; port 0 takes any that is free.
    pub listen: SocketAddr,
    /// Certificate and key; none for plain HTTP.
    pub tls: Option<Tls>,
    /// Whether plain HTTP may leave this host.
    pub plaintext: Plaintext,
    /// What dates everything.
    pub clock: Arc<dyn Clock>,
    /// With which a console of this host becomes any person of the demo desk; none on a real desk.
    pub demo_credential: Option<Secret>,
    /// The provider, for a database that is made now.
    pub instance: Instance,
    /// How much one client may take.
    pub limits: Limits,
    /// Where webhooks may send to.
    pub destinations: Destinations,
}

/// Where certificate chain and private key lie, in PEM form.
#[derive(Clone, Debug)]
pub struct Tls {
    /// The chain, the server's own certificate first.
    pub certificate: PathBuf,
    /// The private key.
    pub key: PathBuf,
}

/// Whether plain HTTP may leave this host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plaintext {
    /// Only this host's own programs may speak it.
    OnLoopback,
    /// Anybody: something in front of the server encrypts, or the person knows what they do.
    Anywhere,
}

/// Why a server can't start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The address.
    #[error("listen: {address}: {source}")]
    Listen {
        /// Which.
        address: SocketAddr,
        /// What the system says.
        source: io::Error,
    },
    /// Certificate or key.
    #[error("tls: {}, {}: {source}", certificate.display(), key.display())]
    Tls {
        /// The chain.
        certificate: PathBuf,
        /// The key.
        key: PathBuf,
        /// What is wrong with them.
        source: io::Error,
    },
    /// Plain HTTP beyond this host.
    #[error("plaintext: {0}")]
    Plaintext(SocketAddr),
}

impl StartError {
    /// The sentence that says so, and what to do.
    #[must_use]
    pub fn said(&self, sentences: &Sentences) -> String {
        let say = |key: &str, arguments: &[(&str, Value<'_>)]| sentences.say(key, arguments).into_owned();
        match self {
            Self::Store(error) => error.said(sentences),
            Self::Listen { address, source } => {
                let (address, reason) = (address.to_string().into(), source.to_string().into());
                say("start-listen", &[("address", address), ("reason", reason)])
            }
            Self::Tls {
                certificate,
                key,
                source,
            } => {
                let (certificate, key) = (certificate.display().to_string(), key.display().to_string());
                let arguments = [
                    ("certificate", certificate.into()),
                    ("key", key.into()),
                    ("reason", source.to_string().into()),
                ];
                say("start-tls", &arguments)
            }
            Self::Plaintext(address) => say("start-plaintext", &[("address", address.to_string().into())]),
        }
    }
}

impl Settings {
    /// A server on this file and address, with the machine's clock, without TLS, for a provider called so.
    #[must_use]
    pub fn new(database: PathBuf, listen: SocketAddr, provider: &str) -> Self {
        Self {
            database,
            listen,
            tls: None,
            plaintext: Plaintext::OnLoopback,
            clock: Arc::new(SystemClock),
            demo_credential: None,
            instance: Instance {
                name: provider.to_owned(),
                zone: Zone::UTC,
            },
            limits: Limits::default(),
            destinations: Destinations::default(),
        }
    }
}

/// Refuses plain HTTP that other hosts would reach, unless that is wanted.
///
/// # Errors
/// With what can be done about it.
pub fn check_plaintext(listen: SocketAddr, has_tls: bool, allowed: Plaintext) -> Result<(), StartError> {
    if has_tls || listen.ip().is_loopback() || allowed == Plaintext::Anywhere {
        Ok(())
    } else {
        Err(StartError::Plaintext(listen))
    }
}

/// How a server comes to run.
pub struct Server;

/// A server that runs until it is stopped or dropped.
pub struct RunningServer {
    address: SocketAddr,
    backend: Arc<Backend>,
    handle: Handle<SocketAddr>,
    serving: JoinHandle<io::Result<()>>,
    sweeping: JoinHandle<()>,
    dating: JoinHandle<()>,
    calling: JoinHandle<()>,
}

impl Server {
    /// Opens the database and begins to listen; requests are answered from when this returns.
    ///
    /// # Errors
    /// When the database, the address or the certificate can't be used.
    pub async fn start(settings: Settings) -> Result<RunningServer, StartError> {
        check_plaintext(settings.listen, settings.tls.is_some(), settings.plaintext)?;
        let clock = Arc::clone(&settings.clock);
        let (path, instance) = (settings.database.clone(), settings.instance.clone());
        let now = clock.now();
        let opened = tokio::task::spawn_blocking(move || Database::open(&path, &instance, now));
        let database = opened.await.map_err(|_| StoreError::Broken)??;
        let operations = Operations::new(database, Arc::clone(&clock))
            .stopping_queries_after(settings.limits.query)
            .sending_to(settings.destinations.clone());
        let scheme = settings.tls.as_ref().map_or(Scheme::HTTP, |_| Scheme::HTTPS);
        let credential = settings.demo_credential.clone();
        let (throttle, allowances) = (Throttle::new(Arc::clone(&clock)), Allowances::new(clock));
        let backend = Backend::new(operations, throttle, allowances, (scheme, settings.limits), credential);
        serve(settings, Arc::new(backend)).await
    }
}

async fn serve(settings: Settings, backend: Arc<Backend>) -> Result<RunningServer, StartError> {
    let refused = |source| StartError::Listen {
        address: settings.listen,
        source,
    };
    let listener = TcpListener::bind(settings.listen).map_err(refused)?;
    listener.set_nonblocking(true).map_err(refused)?;
    let address = listener.local_addr().map_err(refused)?;
    let handle = Handle::new();
    let limits = settings.limits;
    let service = routes::service(&backend, limits).into_make_service_with_connect_info::<SocketAddr>();
    let mut server = axum_server::from_tcp(listener).map_err(refused)?.handle(handle.clone());
    let mut builder = server.http_builder().http1();
    builder
        .timer(TokioTimer::new())
        .header_read_timeout(limits.silence)
        .max_buf_size(Limits::HEAD);
    let room = limits.room();
    let serving = match &settings.tls {
        Some(tls) => {
            let acceptor = RustlsAcceptor::new(tls_config(tls).await?);
            tokio::spawn(
                server
                    .acceptor(Guarded::new(acceptor, room, limits.silence))
                    .serve(service),
            )
        }
        None => {
            let acceptor = Guarded::new(NoDelayAcceptor, room, limits.silence);
            tokio::spawn(server.acceptor(acceptor).serve(service))
        }
    };
    let sweeping = tokio::spawn(sweep(Arc::clone(&backend)));
    let dating = tokio::spawn(keep_days(Arc::clone(&backend)));
    let calling = tokio::spawn(callouts::run(Arc::clone(&backend), settings.clock));
    Ok(RunningServer {
        address,
        backend,
        handle,
        serving,
        sweeping,
        dating,
        calling,
    })
}

async fn tls_config(tls: &Tls) -> Result<RustlsConfig, StartError> {
    // Whoever starts the process has installed the provider already; a second time changes nothing.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let config = RustlsConfig::from_pem_chain_file(&tls.certificate, &tls.key).await;
    config.map_err(|source| StartError::Tls {
        certificate: tls.certificate.clone(),
        key: tls.key.clone(),
        source,
    })
}

/// Forgets what is no longer kept, at the start and then every hour.
async fn sweep(backend: Arc<Backend>) {
    let mut interval = tokio::time::interval(SWEEP);
    loop {
        interval.tick().await;
        if let Err(error) = backend.operations.forget_old().await {
            tracing::warn!(%error, "what is no longer kept could not be forgotten");
        }
    }
}

/// Does what the calendar asks for at the start and whenever the provider's day has changed. A machine that slept through
/// midnight is back on its day within the hour.
async fn keep_days(backend: Arc<Backend>) {
    let mut done = None;
    loop {
        let left = match new_day(&backend, &mut done).await {
            Ok(left) => left.clamp(SHORTEST, SWEEP),
            Err(error) => {
                tracing::warn!(%error, "what a new day brings could not be done");
                SWEEP
            }
        };
        tokio::time::sleep(left).await;
    }
}

/// Does what a day brings that was not done yet; how long the day still lasts.
async fn new_day(backend: &Backend, done: &mut Option<Date>) -> Result<Duration, OperationError> {
    let (today, left) = backend.operations.today().await?;
    if *done != Some(today) {
        backend.operations.tick().await?;
        *done = Some(today);
    }
    Ok(left)
}

impl RunningServer {
    /// Where it listens, with the port that it got.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Its use cases, for callers in the same process.
    #[must_use]
    pub fn operations(&self) -> &Operations {
        &self.backend.operations
    }

    /// Stops: takes no new connections, closes the feeds with their place, answers what has begun.
    pub async fn stop(mut self) {
        self.backend.closing.cancel();
        self.handle.graceful_shutdown(Some(GRACE));
        if let Err(error) = (&mut self.serving).await {
            tracing::error!(%error, "the server ended in disorder");
        }
        // What is on its way is sent again at the next start.
        let _ = (&mut self.calling).await;
    }
}

impl Drop for RunningServer {
    fn drop(&mut self) {
        self.backend.closing.cancel();
        self.handle.shutdown();
        self.serving.abort();
        self.sweeping.abort();
        self.dating.abort();
        self.calling.abort();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Language;

    #[test]
    fn passwords_never_leave_this_host_unencrypted_unless_told_so() {
        let address = |text: &str| text.parse::<SocketAddr>().unwrap();
        for (listen, has_tls, allowed, fine) in [
            ("127.0.0.1:80", false, Plaintext::OnLoopback, true),
            ("[::1]:80", false, Plaintext::OnLoopback, true),
            ("0.0.0.0:80", false, Plaintext::OnLoopback, false),
            ("[::]:80", false, Plaintext::OnLoopback, false),
            ("192.0.2.7:80", true, Plaintext::OnLoopback, true),
            ("192.0.2.7:80", false, Plaintext::Anywhere, true),
        ] {
            let checked = check_plaintext(address(listen), has_tls, allowed);
            assert_eq!(checked.is_ok(), fine, "{listen} {has_tls} {allowed:?}");
        }
        let refused = check_plaintext(address("0.0.0.0:80"), false, Plaintext::OnLoopback).unwrap_err();
        for language in Language::ALL {
            let said = refused.said(&Sentences::new(language));
            assert!(said.contains("--allow-plaintext"), "{said}");
        }
    }
}
