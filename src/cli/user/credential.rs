//! `tandem user credential`: what a program signs in with at Autotask's routes. Shown once; only a digest is kept.

use super::{InDatabase, level, refused};
use crate::cli::context::Context;
use crate::cli::failure::Ended;
use crate::domain::SecurityLevel;
use crate::server::operations::people::NewResource;
use clap::Args;

/// Which program.
#[derive(Debug, Args)]
pub struct CredentialArguments {
    /// The API user's name, as in monitoring.api
    user_name: String,
    /// What the program may do: provider_admin or provider_tech
    #[arg(long, value_parser = level, default_value = "provider_tech")]
    level: SecurityLevel,
    #[command(flatten)]
    database: InDatabase,
}

pub(super) async fn run(context: &mut Context<'_>, arguments: CredentialArguments) -> Ended {
    let operations = arguments.database.open(context)?;
    let new = NewResource {
        user_name: arguments.user_name.clone(),
        first_name: "API".to_owned(),
        last_name: arguments.user_name,
        email: String::new(),
        level: arguments.level,
        password: None,
    };
    let (_, credential) = operations
        .create_api_user(new)
        .await
        .map_err(|error| refused(context, &error))?;
    writeln!(context.out, "UserName: {}", credential.user_name)?;
    writeln!(context.out, "Secret: {}", credential.secret.expose())?;
    writeln!(
        context.out,
        "ApiIntegrationCode: {}",
        credential.integration_code.expose()
    )?;
    writeln!(context.notes, "{}", context.text("credential-once"))?;
    Ok(())
}
