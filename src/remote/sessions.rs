//! Sign-in and sign-out, and who one is.

use super::error::RemoteError;
use super::tandem::{Remote, answer};
use crate::base::Secret;
use crate::wire::ext::session::{Become, Health, Me, NewSession, Session, SignIn};
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

    /// Signs in.
    ///
    /// # Errors
    /// `SignInNeeded` for a wrong name or password.
    pub async fn sign_in(&self, user_name: &str, password: &Secret) -> Result<NewSession, RemoteError> {
        let body = SignIn {
            user_name: user_name.to_owned(),
            password: password.expose().to_owned(),
        };
        self.post("sessions", &body).await
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
        answer(self.request(Method::DELETE, &path)).await.map(drop)
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
