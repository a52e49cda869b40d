//! `tandem user password`.

use super::{InDatabase, refused};
use crate::cli::context::Context;
use crate::cli::failure::Ended;
use clap::Args;

/// Whose password.
#[derive(Debug, Args)]
pub struct PasswordArguments {
    /// The name the person signs in with
    user_name: String,
    #[command(flatten)]
    database: InDatabase,
}

pub(super) async fn run(context: &mut Context<'_>, arguments: PasswordArguments) -> Ended {
    let operations = arguments.database.open_existing(context)?;
    let password = context.new_password(&arguments.user_name)?;
    let set = operations.set_password(arguments.user_name.clone(), password).await;
    set.map_err(|error| refused(context, &error))?;
    let said = context.say("password-set", &[("name", arguments.user_name.into())]);
    writeln!(context.out, "{said}")?;
    Ok(())
}
