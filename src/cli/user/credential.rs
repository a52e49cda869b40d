//! `tandem user credential`: what a program signs in with at Autotask's routes. Shown once; only a digest is kept.

use super::{InDatabase, level, refused};
use crate::cli::context::Context;
use crate::cli::failure::Ended;
use crate::domain::SecurityLevel;
use crate::server::operations::people::{ApiCredential, NewResource};
use crate::server::operations::{OperationError, Operations};
use clap::Args;

/// Which program.
#[derive(Debug, Args)]
pub struct CredentialArguments {
    /// The API user's name, as in monitoring.api
    user_name: String,
    /// What the program may do: provider_admin or provider_tech, which a new one gets
    #[arg(long, value_parser = level)]
    level: Option<SecurityLevel>,
    #[command(flatten)]
    database: InDatabase,
}

pub(super) async fn run(context: &mut Context<'_>, arguments: CredentialArguments) -> Ended {
    let operations = arguments.database.open(context)?;
    let name = arguments.user_name.clone();
    let credential = match operations.renew_credential(name.clone(), arguments.level).await {
        Err(OperationError::NotFound) => create(&operations, arguments).await,
        renewed => {
            if renewed.is_ok() {
                writeln!(
                    context.notes,
                    "{}",
                    context.say("credential-replaced", &[("name", name.into())])
                )?;
            }
            renewed
        }
    };
    let credential = credential.map_err(|error| refused(context, &error))?;
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

async fn create(operations: &Operations, arguments: CredentialArguments) -> Result<ApiCredential, OperationError> {
    let new = NewResource {
        user_name: arguments.user_name.clone(),
        first_name: "API".to_owned(),
        last_name: arguments.user_name,
        email: String::new(),
        level: arguments.level.unwrap_or(SecurityLevel::ProviderTech),
        password: None,
    };
    Ok(operations.create_api_user(new).await?.1)
}
