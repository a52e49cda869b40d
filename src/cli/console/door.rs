//! Lets people into the console: whoever worked here last from the local copy, others by name and password, and on the
//! demo desk anybody by the credential.

mod credentials;
mod pausing;

use super::files::Files;
use super::keeper::Keeper;
use super::line::{Beginning, Care, SessionLine, pass_on};
use crate::base::{Secret, SystemClock};
use crate::cli::deactivated;
use crate::cli::local_copy::{self, InUse};
use crate::cli::session::{EMBEDDED, SessionFile};
use crate::config::Settings;
use crate::domain::Actor;
use crate::records::administration::people::TwoFactorState;
use crate::records::windows::{Banner, DemoPerson, OwnSignIn, Viewer, Whose};
use crate::remote::{Client, Remote};
use crate::replica::{Replica, ReplicaError};
use crate::sentences::{Sentences, Spoken};
use crate::sync::Session;
use crate::tui::app::configuration::Configuration;
use crate::tui::msg::Credentials;
use crate::tui::runner::door::{Closed, Door, Line as _, Opened};
use crate::wire::ext::portal::PortalVersion;
use crate::wire::ext::session::{Me, NewSession};
use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use std::path::PathBuf;
use std::sync::Arc;
use tokio::sync::{Mutex, oneshot};

/// Where a line begins that waits for its embedded backend: nobody listens there.
const NOWHERE: &str = "http://127.0.0.1:9";

/// The console's door.
pub struct ConsoleDoor {
    settings: Settings,
    spoken: Spoken,
    /// Where they were read from.
    files: Files,
    client: Client,
    /// Keeps the embedded backend; none where a server is configured.
    keeper: Option<Arc<Keeper>>,
    /// Whom `--as` names.
    person: Option<String>,
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
        spoken: Spoken,
        files: Files,
        client: Client,
        keeper: Option<Arc<Keeper>>,
        person: Option<String>,
    ) -> Self {
        Self {
            settings,
            spoken,
            files,
            client,
            keeper,
            person,
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
        let file = SessionFile::of(&self.settings.paths, self.server());
        let remembered = file.read();
        // Nobody has a password on the embedded desk, so its screen is never locked.
        if let (Some(session), true) = (&remembered, self.keeper.is_none() && file.is_locked()) {
            let (user_name, name) = (session.me.user_name.clone(), session.me.name.clone());
            return Err(Closed::Locked(Whose { user_name, name }));
        }
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
        let opened = open_copy(file, viewer.actor.clone(), self.spoken.now()).await;
        let (replica, in_use) = opened.map_err(Closed::Failed)?;
        let begin = match beginning {
            Beginning::AtOnce => Session::start,
            Beginning::OnceThere => Session::start_paused,
        };
        let (session, news) = begin(Arc::clone(&replica), remote.clone(), Arc::new(SystemClock));
        let line = SessionLine::new(session, self.spoken.clone());
        let care = self.keeper.as_ref().map(|keeper| Care {
            keeper: Arc::clone(keeper),
            remote: remote.clone(),
            user_name: viewer.user_name.clone(),
        });
        let (settings, server) = (self.settings.clone(), self.server().to_owned());
        let user_name = viewer.user_name.clone();
        let delete_copy = move || deactivated::delete_copy(&settings, &server, &user_name, &SystemClock);
        let news = pass_on(&line, news, care, beginning, delete_copy);
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

    /// Becomes a person of the demo desk; nobody named: its administrator, who is remembered.
    async fn become_somebody(&self, user_name: Option<&str>) -> Result<Opened, Closed> {
        let Some(keeper) = &self.keeper else {
            return Err(Closed::Failed(
                self.spoken.now().text("demo-become-elsewhere").into_owned(),
            ));
        };
        let address = keeper
            .enter()
            .await
            .map_err(|error| Closed::Failed(error.said(&self.spoken.now())))?;
        let remote = Remote::new(self.client.clone(), &address.url);
        let session = remote.become_person(&address.credential, user_name).await;
        let session = session.map_err(|error| Closed::Failed(error.said(&self.spoken.now())))?;
        if user_name.is_none() {
            self.remember(&session);
        }
        let remote = remote.signed_in(Secret::new(session.token));
        self.enter(session.me, remote, Beginning::AtOnce).await
    }

    /// Remembers that the screen is locked; where that can't be done, at least this console stays locked.
    fn remember_lock(&self) {
        let file = SessionFile::of(&self.settings.paths, self.server());
        if let Err(error) = file.lock() {
            tracing::warn!(%error, "that the screen is locked can't be remembered");
        }
    }

    /// Remembers a session for the next start; where that can't be done, the next start asks again.
    fn remember(&self, session: &NewSession) {
        let server = self.server();
        let file = SessionFile::of(&self.settings.paths, server);
        // Whoever is admitted has proved who they are: what was locked is open again.
        let written = file.write(server, &session.me, &Secret::new(session.token.clone()));
        if let Err(error) = written.and_then(|()| file.unlock()) {
            tracing::warn!(%error, "the session can't be remembered");
        }
    }

    /// The way of whoever is in, to where the server is now.
    async fn present_remote(&self) -> Result<Remote, String> {
        let remote = match &*self.current.lock().await {
            Some(current) => current.remote.clone(),
            None => return Err(crate::sync::SyncError::NoLine.said(&self.spoken.now())),
        };
        Ok(match &self.keeper {
            Some(keeper) => remote.moved(
                &keeper
                    .enter()
                    .await
                    .map_err(|error| error.said(&self.spoken.now()))?
                    .url,
            ),
            None => remote,
        })
    }

    async fn everybody(&self) -> Result<Vec<DemoPerson>, String> {
        let remote = self.present_remote().await?;
        let people = remote.people().await.map_err(|error| error.said(&self.spoken.now()))?;
        Ok(people.into_iter().map(demo_person).collect())
    }

    /// Who is in, as the server says now; on the embedded desk what holds was asked when one came in.
    async fn known_now(&self) -> Option<Viewer> {
        if self.keeper.is_some() {
            return None;
        }
        let remote = self.present_remote().await.ok()?;
        let me = remote.me().await.ok()?;
        let file = SessionFile::of(&self.settings.paths, self.server());
        if let Some(token) = remote.token()
            && let Err(error) = file.write(self.server(), &me, token)
        {
            tracing::warn!(%error, "what holds for whoever is in can't be remembered");
        }
        Some(viewer(me, true))
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

    fn end_two_factor(&self, code: Secret) -> BoxFuture<'_, Credentials> {
        async move { self.end_own_two_factor(&code).await }.boxed()
    }

    fn banner(&self) -> BoxFuture<'_, Option<Banner>> {
        async move {
            let url = self.settings.server.url.as_deref()?;
            let branding = Remote::new(self.client.clone(), url).branding().await.ok()?;
            Some(Banner {
                name: branding.name,
                logo_text: branding.logo_text,
                colour: branding.colour,
            })
        }
        .boxed()
    }

    fn lock(&self) -> BoxFuture<'_, ()> {
        async move { self.remember_lock() }.boxed()
    }

    fn known(&self) -> BoxFuture<'_, Option<Viewer>> {
        self.known_now().boxed()
    }

    fn switch_portal(&self, next: bool) -> BoxFuture<'_, Result<(), String>> {
        async move {
            let remote = self.present_remote().await?;
            let switched = remote.switch_portal_version(next).await;
            switched.map(drop).map_err(|error| error.said(&self.spoken.now()))
        }
        .boxed()
    }

    fn become_person(&self, user_name: String) -> BoxFuture<'_, Result<Opened, Closed>> {
        async move { self.become_somebody(Some(&user_name)).await }.boxed()
    }

    fn people(&self) -> BoxFuture<'_, Result<Vec<DemoPerson>, String>> {
        self.everybody().boxed()
    }

    fn read_configuration(&self) -> BoxFuture<'_, Configuration> {
        async move {
            let (files, present) = (self.files.clone(), self.settings.clone());
            let read = tokio::task::spawn_blocking(move || files.read(&present));
            read.await
                .unwrap_or_else(|error| Configuration::unreadable(self.settings.file_name(), error.to_string()))
        }
        .boxed()
    }

    fn pause(&self) -> BoxFuture<'_, ()> {
        self.leave().boxed()
    }

    fn resume(&self) -> BoxFuture<'_, ()> {
        self.come_back().boxed()
    }
}

/// Opens a person's copy, which learns whose it is.
async fn open_copy(file: PathBuf, actor: Actor, sentences: Sentences) -> Result<(Arc<Replica>, InUse), String> {
    let opened = tokio::task::spawn_blocking(move || {
        let in_use = local_copy::open(&file).map_err(|error| error.to_string())?;
        let open = || {
            let replica = Replica::open(&file)?;
            replica.sign_in(&actor)?;
            Ok(Arc::new(replica))
        };
        let replica = open().map_err(|error: ReplicaError| error.said(&sentences))?;
        Ok((replica, in_use))
    });
    opened.await.map_err(|error| error.to_string())?
}

/// Who is in. On the embedded desk nobody has a password, so nothing of it is asked of them.
fn viewer(me: Me, has_password: bool) -> Viewer {
    let sign_in = has_password.then_some(OwnSignIn {
        has_two_factor: me.two_factor == TwoFactorState::Configured,
        lock_after_minutes: me.lock_after_minutes,
    });
    Viewer {
        actor: me.actor(),
        user_name: me.user_name,
        company_name: me.company_name,
        instance_name: me.instance_name,
        sign_in,
        has_next_portal: me.has_version_switch,
        is_next_portal: me.portal_version == PortalVersion::ListWithPreview,
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
