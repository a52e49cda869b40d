//! Lets people into the console: whoever worked here last from the local copy, others by name and password, and on the
//! demo desk anybody by the credential.

use super::keeper::Keeper;
use super::line::{Beginning, Care, SessionLine, pass_on, warning};
use crate::base::{Secret, SystemClock};
use crate::cli::deactivated;
use crate::cli::local_copy::{self, InUse};
use crate::cli::session::{EMBEDDED, SessionFile};
use crate::config::Settings;
use crate::domain::{Actor, Agency};
use crate::records::administration::people::TwoFactorState;
use crate::records::windows::{Banner, DemoPerson, Enrolment, OwnSignIn, Viewer};
use crate::remote::{Client, Remote, RemoteError};
use crate::replica::{Replica, ReplicaError};
use crate::sync::Session;
use crate::tui::msg::{Credentials, CredentialsDone, Event};
use crate::tui::runner::door::{Closed, Door, Line as _, Opened};
use crate::wire::ext::session::{Me, NewSession, TwoFactorSetup};
use crate::wire::problem::{Code, Problem};
use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use std::path::PathBuf;
use std::sync::{Arc, PoisonError};
use tokio::sync::{Mutex, oneshot};

/// Where a line begins that waits for its embedded backend: nobody listens there.
const NOWHERE: &str = "http://127.0.0.1:9";

/// The console's door.
pub struct ConsoleDoor {
    settings: Settings,
    client: Client,
    /// Keeps the embedded backend; none where a server is configured.
    keeper: Option<Arc<Keeper>>,
    /// Whom `--as` names.
    person: Option<String>,
    /// What of the settings could not be used, until it is told.
    mistakes: std::sync::Mutex<Vec<String>>,
    current: Mutex<Option<Current>>,
    /// Somebody whose session has begun and who has to do something before they are let in.
    waiting: Mutex<Option<(NewSession, Remote)>>,
}

/// Who is in.
struct Current {
    line: Arc<SessionLine>,
    remote: Remote,
    replica: Arc<Replica>,
    /// Keeps a sign-out elsewhere from deleting the copy.
    _in_use: InUse,
    /// While the process is about to stop: dropped, the copy is written again.
    still: Option<oneshot::Sender<()>>,
}

impl ConsoleDoor {
    /// The door to the backend that the settings name.
    #[must_use]
    pub fn new(
        settings: Settings,
        client: Client,
        keeper: Option<Arc<Keeper>>,
        person: Option<String>,
        mistakes: Vec<String>,
    ) -> Self {
        Self {
            settings,
            client,
            keeper,
            person,
            mistakes: std::sync::Mutex::new(mistakes),
            current: Mutex::new(None),
            waiting: Mutex::new(None),
        }
    }

    /// Ends the line of whoever is in, and lets go of the backend.
    pub async fn close(&self) {
        if let Some(mut current) = self.current.lock().await.take() {
            // Left while it comes back from a stop: the line's end is written to the copy, which is kept still until then.
            current.still = None;
            current.line.stop().await;
        }
        if let Some(keeper) = &self.keeper {
            keeper.leave().await;
        }
    }

    fn server(&self) -> &str {
        self.settings.server.url.as_deref().unwrap_or(EMBEDDED)
    }

    async fn first(&self) -> Result<Opened, Closed> {
        if let Some(person) = &self.person {
            return self.become_somebody(Some(person)).await;
        }
        let remembered = SessionFile::of(&self.settings.paths, self.server()).read();
        match (remembered, &self.settings.server.url, &self.keeper) {
            (Some(session), Some(url), _) => {
                let remote = Remote::new(self.client.clone(), url).signed_in(session.token);
                self.enter(session.me, remote, Beginning::AtOnce).await
            }
            // The local copy shows at once; its line begins once the backend is there.
            (Some(session), None, Some(_)) => {
                let remote = Remote::new(self.client.clone(), NOWHERE).signed_in(session.token);
                self.enter(session.me, remote, Beginning::OnceThere).await
            }
            (None, None, Some(_)) => self.become_somebody(None).await,
            _ => Err(Closed::SignInNeeded(None)),
        }
    }

    /// Opens a person's copy and their line.
    async fn enter(&self, me: Me, remote: Remote, beginning: Beginning) -> Result<Opened, Closed> {
        let file = local_copy::file(&self.settings.paths, self.server(), &me.user_name);
        let viewer = viewer(me, self.keeper.is_none());
        let opened = open_copy(file, viewer.actor.clone()).await;
        let (replica, in_use) = opened.map_err(Closed::Failed)?;
        let begin = match beginning {
            Beginning::AtOnce => Session::start,
            Beginning::OnceThere => Session::start_paused,
        };
        let (session, news) = begin(Arc::clone(&replica), remote.clone(), Arc::new(SystemClock));
        let line = SessionLine::new(session, self.settings.paths.state.join("exports"));
        let care = self.keeper.as_ref().map(|keeper| Care {
            keeper: Arc::clone(keeper),
            remote: remote.clone(),
            user_name: viewer.user_name.clone(),
        });
        let (settings, server) = (self.settings.clone(), self.server().to_owned());
        let user_name = viewer.user_name.clone();
        let delete_copy = move || deactivated::delete_copy(&settings, &server, &user_name, &SystemClock);
        let news = pass_on(&line, news, care, beginning, self.untold(), delete_copy);
        *self.current.lock().await = Some(Current {
            line: Arc::clone(&line),
            remote,
            replica: Arc::clone(&replica),
            _in_use: in_use,
            still: None,
        });
        Ok(Opened {
            viewer,
            replica,
            line,
            news,
        })
    }

    /// What of the settings could not be used, once.
    fn untold(&self) -> Vec<Event> {
        let mut mistakes = self.mistakes.lock().unwrap_or_else(PoisonError::into_inner);
        mistakes.drain(..).map(warning).collect()
    }

    /// Becomes a person of the demo desk; nobody named: its administrator, who is remembered.
    async fn become_somebody(&self, user_name: Option<&str>) -> Result<Opened, Closed> {
        let Some(keeper) = &self.keeper else {
            return Err(Closed::Failed(
                "only the embedded demo desk lets one become somebody".to_owned(),
            ));
        };
        let address = keeper
            .enter()
            .await
            .map_err(|error| Closed::Failed(error.to_string()))?;
        let remote = Remote::new(self.client.clone(), &address.url);
        let session = remote.become_person(&address.credential, user_name).await;
        let session = session.map_err(|error| Closed::Failed(error.to_string()))?;
        if user_name.is_none() {
            self.remember(&session);
        }
        let remote = remote.signed_in(Secret::new(session.token));
        self.enter(session.me, remote, Beginning::AtOnce).await
    }

    async fn sign_in_by_password(
        &self,
        user_name: &str,
        password: &Secret,
        code: Option<&Secret>,
    ) -> Result<Opened, Closed> {
        let url = self.url().await?;
        let remote = Remote::new(self.client.clone(), &url);
        let session = match remote.sign_in(user_name, password, code.map(Secret::expose)).await {
            Ok(session) => session,
            Err(RemoteError::SignInNeeded(problem)) => return Err(asked_again(problem)),
            Err(error) => return Err(Closed::SignInNeeded(Some(error.to_string()))),
        };
        let remote = remote.signed_in(Secret::new(session.token.as_str()));
        self.admit(session, remote).await
    }

    /// Lets somebody in whose session has begun, unless there is something that they have to do first.
    async fn admit(&self, session: NewSession, remote: Remote) -> Result<Opened, Closed> {
        let duty = match (session.me.must_change_password, session.me.two_factor) {
            (true, _) => Some(Credentials::PasswordChangeNeeded),
            (false, TwoFactorState::NotConfigured) => {
                let setup = remote.begin_two_factor().await;
                let setup = setup.map_err(|error| Closed::SignInNeeded(Some(error.to_string())))?;
                Some(Credentials::SetUpNeeded(enrolment(setup)))
            }
            (false, _) => None,
        };
        if let Some(duty) = duty {
            *self.waiting.lock().await = Some((session, remote));
            return Err(Closed::Answered(duty));
        }
        self.remember(&session);
        self.enter(session.me, remote, Beginning::AtOnce).await
    }

    /// Whoever was waiting at the door has done something that they had to: they may come in, or have more to do.
    async fn admit_waiting(&self) -> Result<Opened, Closed> {
        let Some((mut session, remote)) = self.waiting.lock().await.take() else {
            return Err(Closed::SignInNeeded(None));
        };
        let me = remote.me().await;
        session.me = me.map_err(|error| Closed::SignInNeeded(Some(error.to_string())))?;
        self.admit(session, remote).await
    }

    /// The way of whoever waits at the door, else of whoever is in.
    async fn own_remote(&self) -> Option<Remote> {
        let waiting = self.waiting.lock().await.as_ref().map(|(_, remote)| remote.clone());
        let current = self.current.lock().await.as_ref().map(|current| current.remote.clone());
        waiting.or(current)
    }

    /// What somebody did about their own sign-in was answered: whoever waited comes in, whoever was in stays in.
    async fn done(&self, answer: Result<(), RemoteError>, done: CredentialsDone) -> Result<Opened, Closed> {
        match answer {
            Err(RemoteError::SignInNeeded(problem)) => Err(Closed::SignInNeeded(Some(problem.message))),
            Err(error) => Err(Closed::Answered(Credentials::Refused(error.to_string()))),
            Ok(()) if self.waiting.lock().await.is_some() => self.admit_waiting().await,
            Ok(()) => Err(Closed::Answered(Credentials::Done(done))),
        }
    }

    async fn change_own_password(&self, current: &Secret, new: &Secret) -> Result<Opened, Closed> {
        let Some(remote) = self.own_remote().await else {
            return Err(Closed::SignInNeeded(None));
        };
        let answer = remote.change_password(current, new).await;
        self.done(answer, CredentialsDone::PasswordChanged).await
    }

    async fn confirm_own_two_factor(&self, code: &Secret) -> Result<Opened, Closed> {
        let Some(remote) = self.own_remote().await else {
            return Err(Closed::SignInNeeded(None));
        };
        let answer = remote.confirm_two_factor(code.expose()).await;
        self.done(answer, CredentialsDone::TwoFactorOn).await
    }

    async fn begin_own_two_factor(&self) -> Credentials {
        let Some(remote) = self.own_remote().await else {
            return Credentials::Refused(no_line());
        };
        match remote.begin_two_factor().await {
            Ok(setup) => Credentials::SetUpBegun(enrolment(setup)),
            Err(error) => Credentials::Refused(error.to_string()),
        }
    }

    async fn end_own_two_factor(&self) -> Credentials {
        let Some(remote) = self.own_remote().await else {
            return Credentials::Refused(no_line());
        };
        match remote.remove_two_factor().await {
            Ok(()) => Credentials::Done(CredentialsDone::TwoFactorOff),
            Err(error) => Credentials::Refused(error.to_string()),
        }
    }

    /// Where one signs in.
    async fn url(&self) -> Result<String, Closed> {
        match (&self.settings.server.url, &self.keeper) {
            (Some(url), _) => Ok(url.clone()),
            (None, Some(keeper)) => {
                let address = keeper.enter().await;
                Ok(address.map_err(|error| Closed::Failed(error.to_string()))?.url)
            }
            (None, None) => Err(Closed::SignInNeeded(None)),
        }
    }

    /// Remembers a session for the next start; where that can't be done, the next start asks again.
    fn remember(&self, session: &NewSession) {
        let server = self.server();
        let file = SessionFile::of(&self.settings.paths, server);
        if let Err(error) = file.write(server, &session.me, &Secret::new(session.token.clone())) {
            tracing::warn!(%error, "the session can't be remembered");
        }
    }

    async fn everybody(&self) -> Result<Vec<DemoPerson>, String> {
        let remote = match &*self.current.lock().await {
            Some(current) => current.remote.clone(),
            None => return Err(crate::sync::SyncError::NoLine.to_string()),
        };
        let remote = match &self.keeper {
            Some(keeper) => remote.moved(&keeper.enter().await.map_err(|error| error.to_string())?.url),
            None => remote,
        };
        let people = remote.people().await.map_err(|error| error.to_string())?;
        Ok(people.into_iter().map(demo_person).collect())
    }

    async fn leave(&self) {
        if let Some(current) = &mut *self.current.lock().await {
            current.line.pause().await;
            current.still = Some(keep_still(&current.replica).await);
        }
        if let Some(keeper) = &self.keeper {
            keeper.leave().await;
        }
    }

    async fn come_back(&self) {
        let address = match &self.keeper {
            Some(keeper) => match keeper.come_back().await {
                Ok(address) => Some(address),
                Err(error) => {
                    tracing::error!(%error, "the embedded desk can't be had again");
                    None
                }
            },
            None => None,
        };
        if let Some(current) = &mut *self.current.lock().await {
            current.still = None;
            current
                .line
                .resume(address.as_ref().map(|address| address.url.as_str()))
                .await;
        }
    }
}

impl Door for ConsoleDoor {
    fn open(&self) -> BoxFuture<'_, Result<Opened, Closed>> {
        self.first().boxed()
    }

    fn sign_in(
        &self,
        user_name: String,
        password: Secret,
        code: Option<Secret>,
    ) -> BoxFuture<'_, Result<Opened, Closed>> {
        async move { self.sign_in_by_password(&user_name, &password, code.as_ref()).await }.boxed()
    }

    fn change_password(&self, current: Secret, new: Secret) -> BoxFuture<'_, Result<Opened, Closed>> {
        async move { self.change_own_password(&current, &new).await }.boxed()
    }

    fn begin_two_factor(&self) -> BoxFuture<'_, Credentials> {
        self.begin_own_two_factor().boxed()
    }

    fn confirm_two_factor(&self, code: Secret) -> BoxFuture<'_, Result<Opened, Closed>> {
        async move { self.confirm_own_two_factor(&code).await }.boxed()
    }

    fn end_two_factor(&self) -> BoxFuture<'_, Credentials> {
        self.end_own_two_factor().boxed()
    }

    fn banner(&self) -> BoxFuture<'_, Option<Banner>> {
        async move {
            let url = self.settings.server.url.as_deref()?;
            let health = Remote::new(self.client.clone(), url).health().await.ok()?;
            Some(Banner {
                name: health.instance_name,
                logo_text: String::new(),
            })
        }
        .boxed()
    }

    fn become_person(&self, user_name: String) -> BoxFuture<'_, Result<Opened, Closed>> {
        async move { self.become_somebody(Some(&user_name)).await }.boxed()
    }

    fn people(&self) -> BoxFuture<'_, Result<Vec<DemoPerson>, String>> {
        self.everybody().boxed()
    }

    fn pause(&self) -> BoxFuture<'_, ()> {
        self.leave().boxed()
    }

    fn resume(&self) -> BoxFuture<'_, ()> {
        self.come_back().boxed()
    }
}

/// Opens a person's copy, which learns whose it is.
async fn open_copy(file: PathBuf, actor: Actor) -> Result<(Arc<Replica>, InUse), String> {
    let opened = tokio::task::spawn_blocking(move || {
        let in_use = local_copy::open(&file).map_err(|error| error.to_string())?;
        let open = || {
            let replica = Replica::open(&file)?;
            replica.sign_in(&actor)?;
            Ok(Arc::new(replica))
        };
        let replica = open().map_err(|error: ReplicaError| error.to_string())?;
        Ok((replica, in_use))
    });
    opened.await.map_err(|error| error.to_string())?
}

/// Keeps this process from writing to the copy until the sender is dropped; comes back once nothing is being written.
async fn keep_still(replica: &Arc<Replica>) -> oneshot::Sender<()> {
    let (still, until) = oneshot::channel();
    let (entered, begun) = oneshot::channel();
    let replica = Arc::clone(replica);
    tokio::task::spawn_blocking(move || {
        replica.while_still(|| {
            let _ = entered.send(());
            // An error is the usual end: the sender was dropped.
            let _ = until.blocking_recv();
        });
    });
    let _ = begun.await;
    still
}

fn no_line() -> String {
    crate::sync::SyncError::NoLine.to_string()
}

/// Why the form has to ask again, and for what.
fn asked_again(problem: Problem) -> Closed {
    match Code::from_word(&problem.code) {
        Some(Code::CodeRequired) => Closed::Answered(Credentials::CodeNeeded(None)),
        Some(Code::CodeRefused) => Closed::Answered(Credentials::CodeNeeded(Some(problem.message))),
        _ => Closed::SignInNeeded(Some(problem.message)),
    }
}

fn enrolment(setup: TwoFactorSetup) -> Enrolment {
    Enrolment {
        secret: setup.secret,
        uri: setup.uri,
    }
}

/// Who is in. On the embedded desk nobody has a password, so nothing of it is asked of them.
fn viewer(me: Me, has_password: bool) -> Viewer {
    let sign_in = has_password.then_some(OwnSignIn {
        has_two_factor: me.two_factor == TwoFactorState::Configured,
        lock_after_minutes: me.lock_after_minutes,
    });
    Viewer {
        actor: Actor {
            person: me.person,
            name: me.name,
            level: me.level,
            company: me.company,
            agency: Agency::Human,
        },
        user_name: me.user_name,
        company_name: me.company_name,
        instance_name: me.instance_name,
        sign_in,
        has_next_portal: me.has_version_switch,
    }
}

fn demo_person(me: Me) -> DemoPerson {
    DemoPerson {
        user_name: me.user_name,
        name: me.name,
        level: me.level,
        company_name: me.company_name,
    }
}
