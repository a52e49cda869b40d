//! `tandem user reset-two-factor`: for whoever lost their second factor and has no colleague who could reset it.

use super::{InDatabase, refused};
use crate::cli::context::Context;
use crate::cli::failure::Ended;
use clap::Args;

/// Whose second factor.
#[derive(Debug, Args)]
pub struct TwoFactorArguments {
    /// The name the person signs in with
    user_name: String,
    #[command(flatten)]
    database: InDatabase,
}

pub(super) async fn run(context: &mut Context<'_>, arguments: TwoFactorArguments) -> Ended {
    let operations = arguments.database.open_existing(context)?;
    let reset = operations.reset_two_factor(arguments.user_name.clone()).await;
    reset.map_err(|error| refused(context, &error))?;
    let said = context.say("two-factor-reset", &[("name", arguments.user_name.into())]);
    writeln!(context.out, "{said}")?;
    Ok(())
}
