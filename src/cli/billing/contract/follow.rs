//! `tandem billing contract renew` and `clone`: contracts that are made after another one.

use super::scope::Scope;
use super::{Which, told};
use crate::base::Date;
use crate::cli::billing::act::ActForm;
use crate::cli::billing::typed::day;
use crate::cli::billing::{ask, words};
use crate::cli::connection::Connection;
use crate::cli::context::Context;
use crate::cli::failure::Ended;
use crate::records::administration::Administration;
use crate::records::administration::contracts::{Cloning, Renewal, WrittenContract};
use crate::tui::billing::contract_facts;
use clap::Args;

/// How it goes on (LTX-08).
#[derive(Debug, Args)]
pub struct RenewArguments {
    #[command(flatten)]
    which: Which,
    /// For how many months; 12 where nothing is said
    #[arg(long)]
    months: Option<u32>,
    /// What the new one is called; like the old one where nothing is said
    #[arg(long)]
    name: Option<String>,
    #[command(flatten)]
    form: ActForm,
}

pub(super) async fn renew(context: &mut Context<'_>, connection: &Connection, arguments: RenewArguments) -> Ended {
    let page = ask::contract(connection, arguments.which.contract).await?;
    let RenewArguments { months, name, .. } = arguments;
    let act = Administration::RenewContract(arguments.which.contract, Renewal { months, name });
    let made: WrittenContract = arguments.form.carry_out(context, connection, &act).await?;
    let renewed = [("contract", page.fields.name.as_str().into())];
    let mut said = context.say("contract-renewed", &renewed);
    if let Some(follows) = made.automation_follow_up {
        let follow_up = contract_facts::follow_up(&words(context), follows);
        said = format!("{said}\n! {follow_up}");
    }
    told(context, connection, arguments.form, &made, made.id, &said).await
}

/// For whom it is repeated (AX-24).
#[derive(Debug, Args)]
pub struct CloneArguments {
    #[command(flatten)]
    which: Which,
    /// The other client's name, or as much of it as is clear
    client: String,
    /// What it is called there; the same where nothing is said
    #[arg(long)]
    name: Option<String>,
    /// The first day, as in 2026-12-01, from which it runs as long; the same where none is said
    #[arg(long, value_name = "DAY", value_parser = day)]
    start: Option<Date>,
    #[command(flatten)]
    scope: Scope,
    #[command(flatten)]
    form: ActForm,
}

pub(super) async fn clone(context: &mut Context<'_>, connection: &Connection, arguments: CloneArguments) -> Ended {
    let company = ask::company(context, connection, &arguments.client).await?;
    let page = ask::contract(connection, arguments.which.contract).await?;
    let there = ask::contracts(connection, company).await?;
    let cloning = Cloning {
        company,
        name: arguments.name,
        start: arguments.start,
        // An item or a person of one client is none of another's; what it is applied to there, the server asks for.
        scope: arguments.scope.named(context, &there)?,
    };
    let act = Administration::CloneContract(arguments.which.contract, cloning);
    let made: WrittenContract = arguments.form.carry_out(context, connection, &act).await?;
    let there = ask::contract(connection, made.id).await?;
    let cloned = [
        ("contract", page.fields.name.as_str().into()),
        ("company", there.company_name.as_str().into()),
    ];
    let said = context.say("contract-cloned", &cloned);
    told(context, connection, arguments.form, &made, made.id, &said).await
}
