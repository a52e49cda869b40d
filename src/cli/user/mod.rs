//! `tandem user`: people and their credentials, right in the database, so that the first administrator can be made and
//! a forgotten password replaced. Needs no running server, and may run beside one.

mod create;
mod credential;
mod limit;
mod password;
mod two_factor;

use super::context::Context;
use super::database::DatabaseAddress;
use super::failure::{Ended, Exit, Failure};
use crate::base::Zone;
use crate::domain::SecurityLevel;
use crate::server::operations::{OperationError, Operations};
use crate::server::store::{Database, Instance};
use clap::{Args, Subcommand};
use std::sync::Arc;

/// What to do with people.
#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// Make a person who can sign in
    Create(create::CreateArguments),
    /// Give a person a new password; their sessions end
    Password(password::PasswordArguments),
    /// Take a person's second factor away, so that they set it up afresh
    ResetTwoFactor(two_factor::TwoFactorArguments),
    /// Make an API user, or renew one's credential, and show it once
    Credential(credential::CredentialArguments),
    /// Limit what the program behind an API credential may ask for; without an option say what holds
    Limit(limit::LimitArguments),
}

/// Which database.
#[derive(Debug, Args)]
pub struct InDatabase {
    /// The database; create and credential make it if it is missing
    #[arg(long, value_name = "sqlite:FILE")]
    database: DatabaseAddress,
}

/// Does what was asked for.
///
/// # Errors
/// What the operations refuse, in a sentence.
pub async fn run(context: &mut Context<'_>, command: UserCommand) -> Ended {
    match command {
        UserCommand::Create(arguments) => create::run(context, arguments).await,
        UserCommand::Password(arguments) => password::run(context, arguments).await,
        UserCommand::ResetTwoFactor(arguments) => two_factor::run(context, arguments).await,
        UserCommand::Credential(arguments) => credential::run(context, arguments).await,
        UserCommand::Limit(arguments) => limit::run(context, arguments).await,
    }
}

impl InDatabase {
    /// The use cases on this database, which must be there.
    pub(super) fn open_existing(&self, context: &Context<'_>) -> Ended<Operations> {
        if !self.database.0.exists() {
            let file = [("file", self.database.0.display().to_string().into())];
            return Err(Failure::new(Exit::NotFound, context.say("user-no-database", &file)));
        }
        self.open(context)
    }

    /// The use cases on this database.
    fn open(&self, context: &Context<'_>) -> Ended<Operations> {
        let instance = Instance {
            name: context.text("provider-unnamed"),
            zone: Zone::UTC,
        };
        let database = Database::open(&self.database.0, &instance, context.clock.now());
        let database = database.map_err(|error| Failure::new(Exit::Failed, error.said(&context.sentences)))?;
        let operations = Operations::new(database, Arc::clone(&context.clock));
        // The account that runs this, as the system knows it: a variable could say anything.
        Ok(match whoami::username() {
            Ok(name) => operations.by_host_user(&name),
            Err(_) => operations,
        })
    }
}

/// What came in between, as a sentence.
pub(super) fn refused(context: &Context<'_>, error: &OperationError) -> Failure {
    let exit = match error {
        OperationError::Refused(_) | OperationError::BadRequest { .. } => Exit::Refused,
        OperationError::NotFound => return Failure::new(Exit::NotFound, context.text("user-not-found")),
        _ => Exit::Failed,
    };
    Failure::new(exit, error.said(&context.sentences))
}

/// Reads a level's word.
fn level(text: &str) -> Result<SecurityLevel, String> {
    SecurityLevel::from_word(text).ok_or_else(|| {
        let words = SecurityLevel::ALL.map(SecurityLevel::word).join(", ");
        format!("take one of: {words}")
    })
}
