//! Who is asking: passwords at sign-in, bearer tokens after it.

use super::backend::Backend;
use super::operations::sessions::Current;
use super::operations::{OperationError, people};
use super::store::StoreError;
use crate::base::Secret;
use crate::wire::ext::session::{Become, NewSession, SignIn};
use argon2::Argon2;
use argon2::password_hash::PasswordVerifier;
use argon2::password_hash::phc::PasswordHash;
use axum::extract::FromRequestParts;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use std::net::IpAddr;
use std::sync::Arc;

/// The session that a request came with: a route that takes it needs a signed-in person.
pub struct SignedIn(pub Current);

impl FromRequestParts<Arc<Backend>> for SignedIn {
    type Rejection = OperationError;

    async fn from_request_parts(parts: &mut Parts, backend: &Arc<Backend>) -> Result<Self, OperationError> {
        let header = parts.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
        let token = header
            .and_then(|header| header.split_once(' '))
            .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("Bearer"))
            .map(|(_, token)| Secret::new(token.trim()));
        let token = token.ok_or(OperationError::Unauthorized)?;
        backend.operations.session(token).await.map(Self)
    }
}

/// Begins a session for who knows the password of that name. A name that nobody has is answered like a wrong
/// password, after the same work.
///
/// # Errors
/// `unauthorized`, or `slow_down` after too many attempts.
pub async fn sign_in(backend: &Backend, address: IpAddr, request: SignIn) -> Result<NewSession, OperationError> {
    let name = people::folded(&request.user_name);
    backend
        .throttle
        .attempt(&name, address)
        .map_err(|seconds| OperationError::SlowDown { seconds })?;
    let login = backend
        .operations
        .read(move |connection| Ok(people::login(connection, &name)?))
        .await?;
    let (person, hash) = login.map_or((None, None), |(person, hash)| (Some(person), hash));
    let hash = hash.unwrap_or_else(|| backend.nobodys_hash.clone());
    let is_right = verify(backend, Secret::new(request.password), hash).await?;
    match person.filter(|_| is_right) {
        Some(person) => backend.operations.begin_session(person).await,
        None => Err(OperationError::Unauthorized),
    }
}

/// Checks a password off the async threads, a few at a time.
async fn verify(backend: &Backend, password: Secret, hash: String) -> Result<bool, OperationError> {
    let permit = backend.checks.acquire().await;
    let _permit = permit.map_err(|_| StoreError::Closed)?;
    let checked = tokio::task::spawn_blocking(move || {
        let hash = PasswordHash::new(&hash).map_err(|error| StoreError::Corrupt(error.to_string()))?;
        Ok(Argon2::default()
            .verify_password(password.expose().as_bytes(), &hash)
            .is_ok())
    });
    checked.await.map_err(|_| StoreError::Broken)?
}

/// Begins a session of any person of the demo desk, for who has the credential that the server wrote for this user of
/// the host.
///
/// # Errors
/// `not_found` on a real desk and for a name that nobody has, `unauthorized` for another credential.
pub async fn become_somebody(backend: &Backend, request: Become) -> Result<NewSession, OperationError> {
    let credential = backend.demo_credential.as_ref().ok_or(OperationError::NotFound)?;
    if !credential.is(&Secret::new(request.credential)) {
        return Err(OperationError::Unauthorized);
    }
    let person = backend.operations.somebody(request.user_name).await?;
    backend.operations.begin_session(person).await
}
