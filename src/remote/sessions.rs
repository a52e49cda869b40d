//! Sign-in and sign-out, and who one is.

use super::error::RemoteError;
use super::tandem::{Remote, answer, read};
use crate::base::Secret;
use crate::domain::Refusal;
use crate::wire::ext::session::{
    Become, Health, Me, NewSession, PasswordChange, Session, SignIn, TwoFactorCode, TwoFactorSetup,
};
use reqwest::Method;
use serde::Deserialize;

#[derive(Deserialize)]
struct Items<T> {
    items: Vec<T>,
}

impl Remote {
    /// Whether the server answers, and what it is. Needs no session.
    ///
    /// # Errors
    /// No answer, or not Tandem's.
    pub async fn health(&self) -> Result<Health, RemoteError> {
        self.get("health").await
    }

    /// Signs in, with the code of the second factor where it is set up.
    ///
    /// # Errors
    /// `SignInNeeded` for a wrong name or password; with code `code_required` where only the code is missing, with
    /// `code_refused` where it is wrong.
    pub async fn sign_in(
        &self,
        user_name: &str,
        password: &Secret,
        code: Option<&str>,
    ) -> Result<NewSession, RemoteError> {
        let body = SignIn {
            user_name: user_name.to_owned(),
            password: password.expose().to_owned(),
            code: code.map(str::to_owned),
        };
        self.post("sessions", &body).await
    }

    /// Changes one's own password; one's other sessions end.
    ///
    /// # Errors
    /// `Refused` where the old one is wrong, or the new one not good.
    pub async fn change_password(&self, old: &Secret, new: &Secret) -> Result<(), RemoteError> {
        let body = PasswordChange {
            old_password: old.expose().to_owned(),
            new_password: new.expose().to_owned(),
        };
        answer(self.writing()?.request(Method::PUT, "me/password").json(&body))
            .await
            .map(drop)
    }

    /// Begins to set up two-factor sign-in.
    ///
    /// # Errors
    /// `Refused` where it is set up.
    pub async fn begin_two_factor(&self) -> Result<TwoFactorSetup, RemoteError> {
        read(self.writing()?.request(Method::PUT, "me/twoFactor")).await
    }

    /// Confirms with a first code that two-factor sign-in is set up.
    ///
    /// # Errors
    /// `Refused` for a wrong code.
    pub async fn confirm_two_factor(&self, code: &str) -> Result<(), RemoteError> {
        let body = TwoFactorCode { code: code.to_owned() };
        answer(self.writing()?.request(Method::POST, "me/twoFactor").json(&body))
            .await
            .map(drop)
    }

    /// Signs in without a second factor from now on; a code of it proves who asks.
    ///
    /// # Errors
    /// `Refused` where it is required, and for a wrong code.
    pub async fn remove_two_factor(&self, code: &str) -> Result<(), RemoteError> {
        let body = TwoFactorCode { code: code.to_owned() };
        match answer(self.writing()?.request(Method::DELETE, "me/twoFactor").json(&body)).await {
            // The session goes on; it is this that is refused.
            Err(RemoteError::SignInNeeded(problem)) if problem.code == Refusal::TwoFactorRequired.code() => {
                Err(RemoteError::Refused(problem))
            }
            answered => answered.map(drop),
        }
    }

    /// Becomes a person of the demo desk; nobody named: its administrator.
    ///
    /// # Errors
    /// `Refused` with `not_found` on a real desk, or where nobody has that name.
    pub async fn become_person(&self, credential: &Secret, user_name: Option<&str>) -> Result<NewSession, RemoteError> {
        let body = Become {
            credential: credential.expose().to_owned(),
            user_name: user_name.map(str::to_owned),
        };
        self.post("sessions/demo", &body).await
    }

    /// Ends this session.
    ///
    /// # Errors
    /// `SignInNeeded` where it has ended already.
    pub async fn sign_out(&self) -> Result<(), RemoteError> {
        answer(self.request(Method::DELETE, "sessions/current")).await.map(drop)
    }

    /// Ends one of this person's sessions.
    ///
    /// # Errors
    /// `Refused` with `not_found` where there is no such session.
    pub async fn end_session(&self, id: i64) -> Result<(), RemoteError> {
        let path = format!("sessions/{id}");
        answer(self.writing()?.request(Method::DELETE, &path)).await.map(drop)
    }

    /// This person's sessions, the newest first.
    ///
    /// # Errors
    /// The server's.
    pub async fn sessions(&self) -> Result<Vec<Session>, RemoteError> {
        Ok(self.get::<Items<Session>>("sessions").await?.items)
    }

    /// Who is signed in.
    ///
    /// # Errors
    /// The server's.
    pub async fn me(&self) -> Result<Me, RemoteError> {
        self.get("me").await
    }

    /// Everybody of the demo desk.
    ///
    /// # Errors
    /// `Refused` with `not_found` on a real desk.
    pub async fn people(&self) -> Result<Vec<Me>, RemoteError> {
        Ok(self.get::<Items<Me>>("demo/people").await?.items)
    }
}
