//! Two-factor sign-in by one-time codes (TOTP, CPX-11): who needs it, how it is set up, and how a code is checked. The
//! secret lies in the database, whose file only the server's user can read.

use super::passwords::{company, managed};
use super::{look_up, user_name};
use crate::base::Timestamp;
use crate::domain::{Actor, Person, Refusal, SecurityLevel, Side};
use crate::records::administration::people::TwoFactorState;
use crate::records::administration::portal::TwoFactorPolicy;
use crate::server::operations::administration::{Asker, Done, audit, portal};
use crate::server::operations::sessions;
use crate::server::operations::{OperationError, Operations};
use crate::server::store::{StoreError, Writing, seed};
use crate::server::visible::kind_word;
use crate::wire::ext::session::TwoFactorSetup;
use rusqlite::{Connection, OptionalExtension};
use serde_json::json;
use totp_rs::{Builder, Secret, Totp};

/// A code of the step before or after is taken too: clocks differ.
const SKEW: u16 = 1;

impl Operations {
    /// Begins to set two-factor sign-in up for this person: a new secret, shown this once.
    ///
    /// # Errors
    /// `two_factor_configured` where it is set up.
    pub async fn begin_two_factor(&self, actor: Actor) -> Result<TwoFactorSetup, OperationError> {
        self.write(move |writing| begin(writing, &actor)).await
    }

    /// Confirms with a first code that the secret has arrived; from now on sign-in asks for one. The person's other
    /// sessions, which began without one, end.
    ///
    /// # Errors
    /// `two_factor_not_begun`, `two_factor_configured`, `code_wrong`.
    pub async fn confirm_two_factor(&self, asker: Asker, session: i64, code: String) -> Result<(), OperationError> {
        self.write(move |writing| {
            confirm(writing, asker.actor.person, &code)?;
            sessions::end_all(writing, asker.actor.person, Some(session))?;
            log_own(writing, &asker, "confirm_two_factor", [false, true])
        })
        .await
    }

    /// Signs this person in without a second factor from now on, once they have proved who they are.
    ///
    /// # Errors
    /// `two_factor_required` where it must be; `code_wrong`.
    pub async fn remove_two_factor(&self, asker: Asker, proof: Proof) -> Result<(), OperationError> {
        self.write(move |writing| {
            let person = asker.actor.person;
            if is_required(writing, &asker.actor)? {
                return Err(Refusal::TwoFactorRequired.into());
            }
            let Some(kept) = kept(writing, person)?.filter(|kept| kept.is_confirmed) else {
                return forget(writing, person);
            };
            if let Proof::Code(code) = &proof
                && !take(writing, person, &kept, code)?
            {
                return Err(Refusal::CodeWrong.into());
            }
            forget(writing, person)?;
            log_own(writing, &asker, "remove_two_factor", [true, false])
        })
        .await
    }
}

/// With what somebody proves who they are before their second factor is taken away.
#[derive(Clone, Debug)]
pub enum Proof {
    /// The password, which was checked.
    Password,
    /// A code of the second factor.
    Code(String),
}

/// Writes into the log that somebody set their own second factor up or took it away.
fn log_own(writing: &Writing<'_>, asker: &Asker, act: &str, is_set_up: [bool; 2]) -> Result<(), OperationError> {
    let [before, after] = is_set_up.map(|is_set_up| {
        let word = if is_set_up { "configured" } else { "not_configured" };
        json!({ "twoFactor": word })
    });
    let done = Done {
        company: (asker.actor.side() == Side::Taskfire).then_some(asker.actor.company),
        subject: asker.actor.name.clone(),
        before,
        after,
        answer: None,
    };
    audit::append(writing, asker, act, &done)
}

/// Whether a client's policy reaches people of this level.
#[must_use]
pub fn applies(policy: TwoFactorPolicy, level: SecurityLevel) -> bool {
    match policy {
        TwoFactorPolicy::Nobody => false,
        TwoFactorPolicy::TaskfireUsers => level.works_tickets(),
        TwoFactorPolicy::Everybody => true,
    }
}

/// Whether this person must sign in with a second factor: the provider's people by the instance, a client's by the
/// portal settings.
///
/// # Errors
/// The database's.
pub fn is_required(connection: &Connection, actor: &Actor) -> Result<bool, StoreError> {
    match actor.side() {
        Side::Autotask => {
            let mut statement = connection.prepare_cached("SELECT requires_two_factor FROM instance")?;
            Ok(statement.query_row([], |row| row.get(0))?)
        }
        Side::Taskfire => {
            let settings = portal::effective(connection, actor.company)?;
            Ok(applies(settings.two_factor, actor.level))
        }
    }
}

/// Where this person's two-factor sign-in stands.
///
/// # Errors
/// The database's.
pub fn state(connection: &Connection, actor: &Actor) -> Result<TwoFactorState, StoreError> {
    Ok(match kept(connection, actor.person)? {
        Some(kept) if kept.is_confirmed => TwoFactorState::Configured,
        _ if is_required(connection, actor)? => TwoFactorState::NotConfigured,
        _ => TwoFactorState::NotRequired,
    })
}

/// Checks a person's code at sign-in, where they have set it up. One that was taken is never taken again.
///
/// # Errors
/// `code_required` without one, `code_refused` for a wrong one.
pub fn check(writing: &Writing<'_>, person: Person, code: Option<&str>) -> Result<(), OperationError> {
    let Some(kept) = kept(writing, person)?.filter(|kept| kept.is_confirmed) else {
        return Ok(());
    };
    let code = code.ok_or(OperationError::CodeRequired)?;
    if take(writing, person, &kept, code)? {
        Ok(())
    } else {
        Err(OperationError::CodeRefused)
    }
}

/// Lets somebody set two-factor sign-in up afresh; their sessions end.
///
/// # Errors
/// As `passwords::managed`.
pub fn reset(writing: &Writing<'_>, asker: &Asker, person: Person) -> Result<Done, OperationError> {
    let row = managed(writing, asker, person)?;
    let was = kept(writing, person)?.is_some_and(|kept| kept.is_confirmed);
    forget(writing, person)?;
    sessions::end_all(writing, person, None)?;
    Ok(Done {
        company: company(&row),
        subject: look_up::full_name(&row),
        before: json!({ "twoFactor": if was { "configured" } else { "not_configured" } }),
        after: json!({ "twoFactor": "reset" }),
        answer: None,
    })
}

fn begin(writing: &Writing<'_>, actor: &Actor) -> Result<TwoFactorSetup, OperationError> {
    if kept(writing, actor.person)?.is_some_and(|kept| kept.is_confirmed) {
        return Err(Refusal::TwoFactorConfigured.into());
    }
    let secret = Secret::from(rand::random::<[u8; 20]>()).to_base32();
    writing.execute(
        "UPDATE login SET totp_secret = ?3, totp_last_step = 0 WHERE person_kind = ?1 AND person_id = ?2",
        (kind_word(actor.person), actor.person.number(), &secret),
    )?;
    let issuer = seed::instance(writing, writing.at())?.name;
    let name = user_name(writing, actor.person)?;
    let uri = totp(&secret, Some((&issuer, &name)))?.to_url();
    let uri = uri.map_err(|error| StoreError::Corrupt(error.to_string()))?;
    Ok(TwoFactorSetup { uri, secret })
}

fn confirm(writing: &Writing<'_>, person: Person, code: &str) -> Result<(), OperationError> {
    let kept = kept(writing, person)?.ok_or(Refusal::TwoFactorNotBegun)?;
    if kept.is_confirmed {
        return Err(Refusal::TwoFactorConfigured.into());
    }
    if !take(writing, person, &kept, code)? {
        return Err(Refusal::CodeWrong.into());
    }
    writing.execute(
        "UPDATE login SET totp_confirmed = 1 WHERE person_kind = ?1 AND person_id = ?2",
        (kind_word(person), person.number()),
    )?;
    Ok(())
}

pub(super) fn forget(writing: &Writing<'_>, person: Person) -> Result<(), OperationError> {
    writing.execute(
        "UPDATE login SET totp_secret = NULL, totp_confirmed = 0, totp_last_step = 0
         WHERE person_kind = ?1 AND person_id = ?2",
        (kind_word(person), person.number()),
    )?;
    Ok(())
}

/// What is kept of somebody's second factor.
struct Kept {
    secret: String,
    is_confirmed: bool,
    last_step: i64,
}

fn kept(connection: &Connection, person: Person) -> Result<Option<Kept>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT totp_secret, totp_confirmed, totp_last_step FROM login
         WHERE person_kind = ?1 AND person_id = ?2 AND totp_secret IS NOT NULL",
    )?;
    let kept = statement.query_row((kind_word(person), person.number()), |row| {
        Ok(Kept {
            secret: row.get(0)?,
            is_confirmed: row.get(1)?,
            last_step: row.get(2)?,
        })
    });
    Ok(kept.optional()?)
}

/// Whether a code is right and newer than the last one that was taken, which it is from now on.
fn take(writing: &Writing<'_>, person: Person, kept: &Kept, code: &str) -> Result<bool, OperationError> {
    let typed: String = code.chars().filter(|letter| !letter.is_whitespace()).collect();
    let step = totp(&kept.secret, None)?.check(&typed, seconds(writing.at()));
    let step = step.and_then(|step| i64::try_from(step).ok());
    let Some(step) = step.filter(|step| *step > kept.last_step) else {
        return Ok(false);
    };
    writing.execute(
        "UPDATE login SET totp_last_step = ?3 WHERE person_kind = ?1 AND person_id = ?2",
        (kind_word(person), person.number(), step),
    )?;
    Ok(true)
}

fn seconds(at: Timestamp) -> u64 {
    u64::try_from(at.millis() / 1000).unwrap_or_default()
}

/// The generator of a secret's codes, of the kind that every app knows: six digits, half a minute. Named by issuer and
/// account where it is to be shown.
fn totp(secret: &str, named: Option<(&str, &str)>) -> Result<Totp, StoreError> {
    let corrupt = |error: &dyn std::fmt::Display| StoreError::Corrupt(format!("a second factor: {error}"));
    let secret = Secret::try_from_base32(secret).map_err(|error| corrupt(&error))?;
    let mut builder = Builder::new().with_secret(secret).with_skew(SKEW);
    if let Some((issuer, account)) = named {
        // A colon divides issuer and account.
        builder = builder
            .with_issuer(Some(issuer.replace(':', " ")))
            .with_account_name(account.replace(':', " "));
    }
    builder.build().map_err(|error| corrupt(&error))
}
