//! `tandem billing contract approve` and `enable`: prepaid support that waits is let hold (D-22, D-24).

use super::{Which, told};
use crate::base::ids::ContractId;
use crate::cli::billing::act::ActForm;
use crate::cli::connection::Connection;
use crate::cli::context::Context;
use crate::cli::failure::Ended;
use crate::records::administration::Administration;
use crate::records::administration::support::ContractState;
use clap::Args;

/// Which contract.
#[derive(Debug, Args)]
pub struct StandingArguments {
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    form: ActForm,
}

pub(super) async fn approve(context: &mut Context<'_>, connection: &Connection, arguments: StandingArguments) -> Ended {
    let act = Administration::ApproveContract;
    run(context, connection, &arguments, act, "contract-is-approved").await
}

pub(super) async fn enable(context: &mut Context<'_>, connection: &Connection, arguments: StandingArguments) -> Ended {
    let act = Administration::EnableContractNow;
    run(context, connection, &arguments, act, "contract-is-enabled").await
}

async fn run(
    context: &mut Context<'_>,
    connection: &Connection,
    arguments: &StandingArguments,
    act: fn(ContractId) -> Administration,
    done: &str,
) -> Ended {
    let act = act(arguments.which.contract);
    let state: ContractState = arguments.form.carry_out(context, connection, &act).await?;
    let said = context.say(done, &[("contract", state.name.as_str().into())]);
    told(context, connection, arguments.form, &state, state.id, &said).await
}
