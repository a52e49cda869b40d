//! Signing in by name and password, and what the server may want besides: the second factor's code, a password of one's
//! own, a second factor set up. Whoever has something to do first waits at the door until it is done.

use super::ConsoleDoor;
use crate::base::Secret;
use crate::cli::console::line::Beginning;
use crate::records::administration::people::TwoFactorState;
use crate::records::windows::Enrolment;
use crate::remote::{Remote, RemoteError};
use crate::tui::msg::{Credentials, CredentialsDone};
use crate::tui::runner::door::{Closed, Opened};
use crate::wire::ext::session::{NewSession, TwoFactorSetup};
use crate::wire::problem::{Code, Problem};

impl ConsoleDoor {
    pub(super) async fn sign_in_by_password(
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
            Err(error) => return Err(Closed::SignInNeeded(Some(error.said(&self.spoken.now())))),
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
                let setup = setup.map_err(|error| Closed::SignInNeeded(Some(error.said(&self.spoken.now()))))?;
                Some(Credentials::SetUpNeeded(enrolment(setup)))
            }
            (false, _) => None,
        };
        if let Some(duty) = duty {
            *self.waiting.lock().await = Some((session, remote));
            return Err(Closed::Answered(duty));
        }
        // Whoever waited before left the door: their session is not this person's.
        *self.waiting.lock().await = None;
        self.remember(&session);
        self.enter(session.me, remote, Beginning::AtOnce).await
    }

    /// Whoever was waiting at the door has done something that they had to: they may come in, or have more to do.
    async fn admit_waiting(&self) -> Result<Opened, Closed> {
        let Some((mut session, remote)) = self.waiting.lock().await.take() else {
            return Err(Closed::SignInNeeded(None));
        };
        let me = remote.me().await;
        session.me = me.map_err(|error| Closed::SignInNeeded(Some(error.said(&self.spoken.now()))))?;
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
            Err(error) => Err(Closed::Answered(Credentials::Refused(error.said(&self.spoken.now())))),
            Ok(()) if self.waiting.lock().await.is_some() => self.admit_waiting().await,
            Ok(()) => Err(Closed::Answered(Credentials::Done(done))),
        }
    }

    pub(super) async fn change_own_password(&self, current: &Secret, new: &Secret) -> Result<Opened, Closed> {
        let Some(remote) = self.own_remote().await else {
            return Err(Closed::SignInNeeded(None));
        };
        let answer = remote.change_password(current, new).await;
        self.done(answer, CredentialsDone::PasswordChanged).await
    }

    pub(super) async fn confirm_own_two_factor(&self, code: &Secret) -> Result<Opened, Closed> {
        let Some(remote) = self.own_remote().await else {
            return Err(Closed::SignInNeeded(None));
        };
        let answer = remote.confirm_two_factor(code.expose()).await;
        self.done(answer, CredentialsDone::TwoFactorOn).await
    }

    pub(super) async fn begin_own_two_factor(&self) -> Credentials {
        let Some(remote) = self.own_remote().await else {
            return Credentials::Refused(crate::sync::SyncError::NoLine.said(&self.spoken.now()));
        };
        match remote.begin_two_factor().await {
            Ok(setup) => Credentials::SetUpBegun(enrolment(setup)),
            Err(error) => Credentials::Refused(error.said(&self.spoken.now())),
        }
    }

    pub(super) async fn end_own_two_factor(&self, code: &Secret) -> Credentials {
        let Some(remote) = self.own_remote().await else {
            return Credentials::Refused(crate::sync::SyncError::NoLine.said(&self.spoken.now()));
        };
        match remote.remove_two_factor(code.expose()).await {
            Ok(()) => Credentials::Done(CredentialsDone::TwoFactorOff),
            Err(error) => Credentials::Refused(error.said(&self.spoken.now())),
        }
    }

    /// Where one signs in.
    async fn url(&self) -> Result<String, Closed> {
        match (&self.settings.server.url, &self.keeper) {
            (Some(url), _) => Ok(url.clone()),
            (None, Some(keeper)) => {
                let address = keeper.enter().await;
                Ok(address
                    .map_err(|error| Closed::Failed(error.said(&self.spoken.now())))?
                    .url)
            }
            (None, None) => Err(Closed::SignInNeeded(None)),
        }
    }
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
