//! Who is asking: passwords at sign-in, bearer tokens after it.

use super::backend::Backend;
use super::operations::administration::Asker;
use super::operations::people::two_factor::Proof;
use super::operations::sessions::Current;
use super::operations::{OperationError, people};
use super::store::StoreError;
use crate::base::Secret;
use crate::domain::{Person, Refusal};
use crate::wire::ext::session::{Become, NewSession, PasswordChange, SignIn, TwoFactorProof};
use argon2::Argon2;
use argon2::password_hash::PasswordVerifier;
use argon2::password_hash::phc::PasswordHash;
use axum::extract::FromRequestParts;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use std::net::IpAddr;
use std::sync::Arc;

/// The session that a request came with: a route that takes it needs a signed-in person who has nothing to do first.
pub struct SignedIn(pub Current);

impl FromRequestParts<Arc<Backend>> for SignedIn {
    type Rejection = OperationError;

    async fn from_request_parts(parts: &mut Parts, backend: &Arc<Backend>) -> Result<Self, OperationError> {
        let Entering(mut current) = Entering::from_request_parts(parts, backend).await?;
        match current.first.take() {
            Some(first) => Err(first.into()),
            None => Ok(Self(current)),
        }
    }
}

/// The session that a request came with, also of somebody who must change the password or set up the second factor
/// before anything else: for the routes on which they do.
pub struct Entering(pub Current);

impl FromRequestParts<Arc<Backend>> for Entering {
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

/// Begins a session for who knows the password of that name, and the code of the second factor where it is set up. A
/// name that nobody has is answered like a wrong password, after the same work; a code is only asked for after the right
/// password, and a wrong one is an attempt like a wrong password.
///
/// # Errors
/// `unauthorized`, `code_required`, `code_refused`, or `slow_down` after too many attempts.
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
    let is_right = verify(backend, Secret::new(request.password), hash.clone()).await?;
    let person = person.filter(|_| is_right).ok_or(OperationError::Unauthorized)?;
    let Some(code) = request.code else {
        return backend.operations.sign_in(person, hash, None).await;
    };
    let throttle = &backend.throttle;
    throttle
        .code_attempt(person)
        .map_err(|seconds| OperationError::SlowDown { seconds })?;
    let session = backend.operations.sign_in(person, hash, Some(code)).await?;
    throttle.code_taken(person);
    Ok(session)
}

/// Takes away the second factor of whoever's session it is, once they have proved who they are by their password or a
/// code: a console that was left open is no proof.
///
/// # Errors
/// `required` without either; `password_wrong`, `code_wrong`; `two_factor_required`; `slow_down` after too many attempts.
pub async fn remove_two_factor(
    backend: &Backend,
    address: IpAddr,
    asker: Asker,
    proof: TwoFactorProof,
) -> Result<(), OperationError> {
    let person = asker.actor.person;
    let slow_down = |seconds| OperationError::SlowDown { seconds };
    match (proof.password, proof.code) {
        (Some(password), _) => {
            let (name, hash) = own_password(backend, person).await?;
            backend.throttle.attempt(&name, address).map_err(slow_down)?;
            if !verify(backend, Secret::new(password), hash).await? {
                return Err(Refusal::PasswordWrong.into());
            }
            backend.operations.remove_two_factor(asker, Proof::Password).await
        }
        (None, Some(code)) => {
            backend.throttle.code_attempt(person).map_err(slow_down)?;
            backend.operations.remove_two_factor(asker, Proof::Code(code)).await?;
            backend.throttle.code_taken(person);
            Ok(())
        }
        (None, None) => Err(Refusal::Required { field: "code" }.into()),
    }
}

/// The folded name of somebody who is signed in, and the hash of their password.
async fn own_password(backend: &Backend, person: Person) -> Result<(String, String), OperationError> {
    let kept = backend.operations.read(move |connection| {
        let name = people::folded(&people::user_name(connection, person)?);
        Ok((name, people::passwords::hash_of(connection, person)?))
    });
    let (name, hash) = kept.await?;
    Ok((name, hash.unwrap_or_else(|| backend.nobodys_hash.clone())))
}

/// Changes the password of whoever's session it is. A wrong old one is an attempt like a wrong one at sign-in.
///
/// # Errors
/// `password_wrong`, `password_too_short`, `password_known`; `slow_down` after too many attempts.
pub async fn change_password(
    backend: &Backend,
    address: IpAddr,
    current: &Current,
    request: PasswordChange,
) -> Result<(), OperationError> {
    let (name, hash) = own_password(backend, current.actor.person).await?;
    backend
        .throttle
        .attempt(&name, address)
        .map_err(|seconds| OperationError::SlowDown { seconds })?;
    if !verify(backend, Secret::new(request.old_password.clone()), hash).await? {
        return Err(Refusal::PasswordWrong.into());
    }
    if request.old_password == request.new_password {
        return Err(Refusal::PasswordKnown.into());
    }
    let password = Secret::new(request.new_password);
    backend.operations.change_password(current, password).await
}

/// Checks a password off the async threads, a few at a time.
async fn verify(backend: &Backend, password: Secret, hash: String) -> Result<bool, OperationError> {
    let _permit = backend.operations.check_of_password().await?;
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
