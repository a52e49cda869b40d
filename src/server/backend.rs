//! What every route works with.

use super::allowances::Allowances;
use super::limits::Limits;
use super::operations::Operations;
use super::throttle::Throttle;
use crate::base::{Language, Secret};
use crate::sentences::Sentences;
use argon2::Argon2;
use argon2::password_hash::PasswordHasher;
use axum::http::uri::Scheme;
use tokio_util::sync::CancellationToken;

/// What every route works with.
pub struct Backend {
    /// The use cases.
    pub operations: Operations,
    /// How often somebody may try a password.
    pub throttle: Throttle,
    /// A hash that no password has: checked where the name is wrong, so that this takes as long.
    pub nobodys_hash: String,
    /// With which a console of this host becomes any person of the demo desk; none on a real desk.
    pub demo_credential: Option<Secret>,
    /// How callers reach it: with TLS or without.
    pub scheme: Scheme,
    /// How much programs ask for by Autotask's routes, and may.
    pub allowances: Allowances,
    /// How much one client may take.
    pub limits: Limits,
    /// Says that the server is about to stop.
    pub closing: CancellationToken,
    sentences: [Sentences; Language::ALL.len()],
}

impl Backend {
    /// A backend that is open.
    ///
    /// # Errors
    /// When no password can be hashed here.
    pub fn new(
        operations: Operations,
        throttle: Throttle,
        allowances: Allowances,
        (scheme, limits): (Scheme, Limits),
        demo_credential: Option<Secret>,
    ) -> Result<Self, argon2::password_hash::Error> {
        let nobody = Secret::generate();
        let nobodys_hash = Argon2::default().hash_password(nobody.expose().as_bytes())?.to_string();
        Ok(Self {
            operations,
            throttle,
            nobodys_hash,
            demo_credential,
            scheme,
            allowances,
            limits,
            closing: CancellationToken::new(),
            sentences: Language::ALL.map(Sentences::new),
        })
    }

    /// The sentences of a language.
    #[must_use]
    pub fn sentences(&self, language: Language) -> &Sentences {
        let [english, ..] = &self.sentences;
        self.sentences
            .iter()
            .find(|sentences| sentences.language() == language)
            .unwrap_or(english)
    }
}
