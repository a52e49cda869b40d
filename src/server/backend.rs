//! What every route works with.

use super::allowances::Allowances;
use super::limits::Limits;
use super::operations::Operations;
use super::throttle::Throttle;
use crate::base::{Language, Secret};
use crate::sentences::Sentences;
use argon2::Params;
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
    #[must_use]
    pub fn new(
        operations: Operations,
        throttle: Throttle,
        allowances: Allowances,
        (scheme, limits): (Scheme, Limits),
        demo_credential: Option<Secret>,
    ) -> Self {
        Self {
            operations,
            throttle,
            nobodys_hash: nobodys_hash(),
            demo_credential,
            scheme,
            allowances,
            limits,
            closing: CancellationToken::new(),
            sentences: Language::ALL.map(Sentences::new),
        }
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

/// The hash whose bits are all zero, which no password is known to have; checking it costs what checking others costs.
/// It is written and not made: hashing takes 19 MiB, and time that the server's start doesn't have.
fn nobodys_hash() -> String {
    let (memory, passes, lanes) = (Params::DEFAULT_M_COST, Params::DEFAULT_T_COST, Params::DEFAULT_P_COST);
    // 16 bytes of salt and 32 of hash.
    let (salt, hash) = ("A".repeat(22), "A".repeat(43));
    format!("$argon2id$v=19$m={memory},t={passes},p={lanes}${salt}${hash}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use argon2::Argon2;
    use argon2::password_hash::phc::PasswordHash;
    use argon2::password_hash::{Error, PasswordHasher, PasswordVerifier};

    #[test]
    fn nobodys_hash_costs_what_a_persons_costs() {
        let (nobodys, persons) = (nobodys_hash(), Argon2::default().hash_password(b"a password").unwrap());
        let nobodys = PasswordHash::new(&nobodys).unwrap();
        let persons = persons.to_string();
        let persons = PasswordHash::new(&persons).unwrap();
        let cost = |hash: &PasswordHash| (hash.algorithm.to_string(), hash.version, hash.params.to_string());
        assert_eq!(cost(&nobodys), cost(&persons));
        let length = |hash: &PasswordHash| {
            (
                hash.salt.as_ref().map(|salt| salt.len()),
                hash.hash.as_ref().map(|hash| hash.len()),
            )
        };
        assert_eq!(length(&nobodys), length(&persons));
        let checked = Argon2::default().verify_password(b"", &nobodys);
        assert!(matches!(checked, Err(Error::PasswordInvalid)), "{checked:?}");
    }
}
