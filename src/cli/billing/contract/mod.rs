//! `tandem billing contract`: a client's contracts and the services on them, as the console's pages of contracts show and
//! change them.

mod create;
mod edit;
mod follow;
mod list;
mod scope;
mod service;
mod show;
mod standing;
mod terms;

use super::act::ActForm;
use super::typed::contract;
use super::{ask, print, words};
use crate::base::ids::ContractId;
use crate::cli::connection::Connection;
use crate::cli::context::Context;
use crate::cli::failure::Ended;
use clap::{Args, Subcommand};
use serde::Serialize;

/// What to do with contracts.
#[derive(Debug, Subcommand)]
pub enum ContractCommand {
    /// List a client's contracts: active ones first, then pending, then expired
    List(list::ListArguments),
    /// Show a contract with its services, their units by day, and its notes
    Show(show::ShowArguments),
    /// Make a contract: recurring services or prepaid support
    Create(create::CreateArguments),
    /// Change name, days, anchor, hours, approval and the like
    Edit(edit::EditArguments),
    /// Make the contract that follows on the day after its end
    Renew(follow::RenewArguments),
    /// Make the same contract for another client
    Clone(follow::CloneArguments),
    /// Approve prepaid support, so that it holds
    Approve(standing::StandingArguments),
    /// Let pending prepaid support start today
    Enable(standing::StandingArguments),
    /// Put a service or a bundle of the catalogue on it
    AddService(service::AddArguments),
    /// Bill more or fewer units of a service from a day on
    ChangeUnits(service::UnitsArguments),
    /// Change what a unit costs, from the next period on
    ChangePrice(service::PriceArguments),
}

/// Which contract.
#[derive(Clone, Copy, Debug, Args)]
pub struct Which {
    /// The contract's ID, as `tandem billing contract list` shows it
    #[arg(value_name = "CONTRACT", value_parser = contract)]
    contract: ContractId,
}

pub(super) async fn run(context: &mut Context<'_>, connection: &Connection, command: ContractCommand) -> Ended {
    match command {
        ContractCommand::List(arguments) => list::run(context, connection, arguments).await,
        ContractCommand::Show(arguments) => show::run(context, connection, arguments).await,
        ContractCommand::Create(arguments) => create::run(context, connection, arguments).await,
        ContractCommand::Edit(arguments) => edit::run(context, connection, arguments).await,
        ContractCommand::Renew(arguments) => follow::renew(context, connection, arguments).await,
        ContractCommand::Clone(arguments) => follow::clone(context, connection, arguments).await,
        ContractCommand::Approve(arguments) => standing::approve(context, connection, arguments).await,
        ContractCommand::Enable(arguments) => standing::enable(context, connection, arguments).await,
        ContractCommand::AddService(arguments) => service::add(context, connection, arguments).await,
        ContractCommand::ChangeUnits(arguments) => service::change_units(context, connection, arguments).await,
        ContractCommand::ChangePrice(arguments) => service::change_price(context, connection, arguments).await,
    }
}

/// What was done, then the contract as it is afterwards.
async fn told(
    context: &mut Context<'_>,
    connection: &Connection,
    form: ActForm,
    answer: &impl Serialize,
    contract: ContractId,
    said: &str,
) -> Ended {
    if !form.told(context, answer, said)? {
        return Ok(());
    }
    let page = ask::contract(connection, contract).await?;
    let lines = list::lines(&words(context), &[page.standing]);
    print(context.out, &lines)
}
