//! The embedded backend: whoever of this user's processes starts first serves the demo desk to all of them over
//! loopback; when it goes, the next one takes over. Nobody else on the host gets in: the address file, with a random
//! credential in it, is readable for this user only.

mod address;
mod guests;
mod lock;
mod places;

pub use address::Address;
pub use guests::Guest;
pub use places::Places;

use self::lock::Lock;
use crate::base::{Clock, Secret};
use crate::remote::{Client, Remote};
use crate::sentences::Sentences;
use crate::server::demo::{self, DemoError, Laid};
use crate::server::operations::OperationError;
use crate::server::{RunningServer, Server, Settings, StartError};
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How long a process waits for the one that has the lock and doesn't answer yet: it may be making the desk.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long it waits before it says so.
const SILENT: Duration = Duration::from_secs(1);
/// How long letting go waits until the database is closed.
const CLOSING: Duration = Duration::from_secs(5);
/// How often it looks meanwhile.
const LOOK: Duration = Duration::from_millis(100);

/// Why there is no embedded backend.
#[derive(Debug, thiserror::Error)]
pub enum EmbeddedError {
    /// Lock, address or database file.
    #[error("files: {0}")]
    Files(#[from] io::Error),
    /// The server.
    #[error(transparent)]
    Start(#[from] StartError),
    /// The demo desk.
    #[error("demo: {0}")]
    Demo(#[from] DemoError),
    /// The database.
    #[error(transparent)]
    Operation(#[from] OperationError),
    /// Somebody has the lock and doesn't answer.
    #[error("stuck: {}", .0.display())]
    Stuck(std::path::PathBuf),
}

impl EmbeddedError {
    /// The sentence that says so.
    #[must_use]
    pub fn said(&self, sentences: &Sentences) -> String {
        let because = |key: &str, reason: String| sentences.say(key, &[("reason", reason.into())]).into_owned();
        match self {
            Self::Files(error) => because("embedded-files", error.to_string()),
            Self::Demo(error) => error.said(sentences),
            Self::Stuck(lock) => {
                let file = lock.display().to_string();
                sentences.say("embedded-stuck", &[("file", file.into())]).into_owned()
            }
            Self::Start(error) => error.said(sentences),
            Self::Operation(error) => error.said(sentences),
        }
    }
}

/// What takes its time at a start.
#[derive(Clone, Copy, Debug)]
pub enum Starting {
    /// Somebody has the lock and doesn't answer yet; said once.
    Waiting,
    /// The demo desk is being made, on the first start.
    Making(Laid),
}

/// Told what takes its time.
pub type Tell = Arc<dyn Fn(Starting) + Send + Sync>;

/// This process's part in the embedded backend: it serves, or it has joined whoever does.
pub struct Embedded {
    places: Places,
    clock: Arc<dyn Clock>,
    client: Client,
    tell: Tell,
    address: Address,
    serving: Option<Serving>,
}

/// The server, and the lock that goes with it.
struct Serving {
    server: RunningServer,
    lock: Lock,
}

impl Embedded {
    /// Joins whoever serves, or serves.
    ///
    /// # Errors
    /// When neither is possible.
    pub async fn enter(
        places: Places,
        clock: Arc<dyn Clock>,
        client: Client,
        tell: Tell,
    ) -> Result<Self, EmbeddedError> {
        let (address, serving) = join_or_serve(&places, &clock, &client, &tell).await?;
        Ok(Self {
            places,
            clock,
            client,
            tell,
            address,
            serving,
        })
    }

    /// Where the backend is now.
    #[must_use]
    pub fn address(&self) -> &Address {
        &self.address
    }

    /// Finds the backend again after it didn't answer, or after a suspension; whoever served may have gone.
    ///
    /// # Errors
    /// As [`Embedded::enter`].
    pub async fn resume(&mut self) -> Result<&Address, EmbeddedError> {
        if self.serving.is_none() {
            let (address, serving) = join_or_serve(&self.places, &self.clock, &self.client, &self.tell).await?;
            (self.address, self.serving) = (address, serving);
        }
        Ok(&self.address)
    }

    /// Whether it is this process that serves.
    #[must_use]
    pub fn is_serving(&self) -> bool {
        self.serving.is_some()
    }

    /// Stops serving, so that another process can: what has begun is answered, feeds are closed, the lock is free.
    pub async fn release(&mut self) {
        if let Some(Serving { server, lock }) = self.serving.take() {
            let mut tip = server.operations().database().tip();
            server.stop().await;
            // A process that is stopped while it closes the database would keep everybody else from it.
            let closed = async { while tip.changed().await.is_ok() {} };
            if tokio::time::timeout(CLOSING, closed).await.is_err() {
                tracing::warn!("the embedded desk's database is still in use");
            }
            // Nobody looks for an address without its lock; a file that stays is replaced by the next one.
            let _ = std::fs::remove_file(&self.places.address);
            drop(lock);
        }
    }
}

async fn join_or_serve(
    places: &Places,
    clock: &Arc<dyn Clock>,
    client: &Client,
    tell: &Tell,
) -> Result<(Address, Option<Serving>), EmbeddedError> {
    join_or_serve_within(PATIENCE, places, clock, client, tell).await
}

async fn join_or_serve_within(
    patience: Duration,
    places: &Places,
    clock: &Arc<dyn Clock>,
    client: &Client,
    tell: &Tell,
) -> Result<(Address, Option<Serving>), EmbeddedError> {
    let begun = Instant::now();
    let mut said = false;
    loop {
        if let Some(lock) = Lock::take(&places.lock)? {
            let (address, serving) = serve(places, clock, tell, lock).await?;
            return Ok((address, Some(serving)));
        }
        let announced = Lock::announced(&places.lock);
        if let Some(address) = announced.and_then(|path| Address::read(&path)) {
            let remote = Remote::new(client.clone(), &address.url);
            let left = patience.saturating_sub(begun.elapsed());
            if let Ok(Ok(_)) = tokio::time::timeout(left, remote.health()).await {
                return Ok((address, None));
            }
        }
        if begun.elapsed() >= patience {
            return Err(EmbeddedError::Stuck(places.lock.clone()));
        }
        if begun.elapsed() >= SILENT.min(patience / 2) && !std::mem::replace(&mut said, true) {
            tell(Starting::Waiting);
        }
        tokio::time::sleep(LOOK).await;
    }
}

async fn serve(
    places: &Places,
    clock: &Arc<dyn Clock>,
    tell: &Tell,
    mut lock: Lock,
) -> Result<(Address, Serving), EmbeddedError> {
    // What a process that broke off left behind leads nowhere.
    lock.announce(std::path::Path::new(""))?;
    let credential = Secret::generate();
    let loopback = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
    let mut settings = Settings::new(places.database.clone(), loopback, "");
    settings.instance = demo::instance()?;
    settings.clock = Arc::clone(clock);
    settings.demo_credential = Some(credential.clone());
    let server = Server::start(settings).await?;
    if server.operations().has_no_people().await? {
        let tell = Arc::clone(tell);
        server
            .operations()
            .make_demo(move |laid| tell(Starting::Making(laid)))
            .await?;
    }
    let address = Address::new(server.address(), credential);
    address.write(&places.address)?;
    lock.announce(&places.address)?;
    Ok((address, Serving { server, lock }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::SystemClock;
    use crate::config::{Environment, Paths};
    use crate::remote::{RemoteError, Way};

    struct Home {
        paths: Paths,
        client: Client,
        _folder: tempfile::TempDir,
    }

    impl Home {
        fn new() -> Self {
            // Another test may have installed it.
            let _ = rustls::crypto::ring::default_provider().install_default();
            let folder = tempfile::tempdir().unwrap();
            let paths = Paths::of(&Environment::of([("TANDEM_HOME", folder.path().to_str().unwrap())]));
            paths.create().unwrap();
            Self {
                paths,
                client: Client::new(&Way::default()).unwrap(),
                _folder: folder,
            }
        }

        async fn enter(&self) -> Embedded {
            let clock = Arc::new(SystemClock);
            let entered = Embedded::enter(Places::of(&self.paths), clock, self.client.clone(), Arc::new(|_| {}));
            entered.await.unwrap()
        }

        fn remote(&self, address: &Address) -> Remote {
            Remote::new(self.client.clone(), &address.url)
        }
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn when_whoever_serves_leaves_another_takes_over_and_it_joins_when_it_is_back() {
        let home = Home::new();
        let (mut first, mut second) = (home.enter().await, home.enter().await);
        assert_eq!(first.address().url, second.address().url);
        let was = first.address().clone();
        first.release().await;
        assert!(
            home.remote(&was).health().await.is_err(),
            "nobody listens there any more"
        );
        let taken = second.resume().await.unwrap().clone();
        let session = home
            .remote(&taken)
            .become_person(&taken.credential, None)
            .await
            .unwrap();
        assert_eq!(session.me.user_name, "maria.keller");
        assert_eq!(first.resume().await.unwrap().url, taken.url);
        second.release().await;
    }

    #[tokio::test]
    async fn whoever_holds_the_lock_and_does_not_answer_is_waited_for_no_longer_than_said() {
        let home = Home::new();
        let places = Places::of(&home.paths);
        let mute = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let mut lock = Lock::take(&places.lock).unwrap().unwrap();
        let address = Address::new(mute.local_addr().unwrap(), Secret::generate());
        address.write(&places.address).unwrap();
        lock.announce(&places.address).unwrap();
        let waits = Arc::new(std::sync::atomic::AtomicUsize::new(0));
        let told = Arc::clone(&waits);
        let tell: Tell = Arc::new(move |starting| {
            if matches!(starting, Starting::Waiting) {
                told.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            }
        });
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let patience = Duration::from_secs(1);
        let begun = Instant::now();
        let joined = join_or_serve_within(patience, &places, &clock, &home.client, &tell).await;
        assert!(matches!(joined, Err(EmbeddedError::Stuck(_))));
        assert!(
            begun.elapsed() >= patience && begun.elapsed() < 4 * patience,
            "{:?}",
            begun.elapsed()
        );
        lock.announce(std::path::Path::new("")).unwrap();
        let joined = join_or_serve_within(patience, &places, &clock, &home.client, &tell).await;
        assert!(matches!(joined, Err(EmbeddedError::Stuck(_))));
        assert_eq!(
            waits.load(std::sync::atomic::Ordering::Relaxed),
            1,
            "said once, where it can be"
        );
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn without_the_credential_nobody_gets_in() {
        let home = Home::new();
        let mut served = home.enter().await;
        let remote = home.remote(served.address());
        let guessed = remote.become_person(&Secret::generate(), None).await;
        assert!(
            matches!(guessed, Err(RemoteError::SignInNeeded(_) | RemoteError::Refused(_))),
            "the desk is closed to others"
        );
        assert!(matches!(remote.me().await, Err(RemoteError::SignInNeeded(_))));
        served.release().await;
    }
}
