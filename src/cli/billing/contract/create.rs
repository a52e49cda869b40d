//! `tandem billing contract create`.

use super::scope::Scope;
use super::terms::Terms;
use super::told;
use crate::base::Date;
use crate::cli::billing::act::ActForm;
use crate::cli::billing::ask;
use crate::cli::billing::typed::{day, kind};
use crate::cli::connection::Connection;
use crate::cli::context::Context;
use crate::cli::failure::Ended;
use crate::domain::licence::Anchor;
use crate::records::administration::Administration;
use crate::records::administration::billing::ContractKind;
use crate::records::administration::contracts::{ContractFields, ContractScope, NewClientContract, WrittenContract};
use clap::Args;

/// The new contract.
#[derive(Debug, Args)]
pub struct CreateArguments {
    /// The client's name, or as much of it as is clear
    client: String,
    /// What the contract is called
    name: String,
    /// recurring, subscription, time-limited or support-hours; it never changes
    #[arg(long, value_parser = kind)]
    kind: ContractKind,
    /// The first day, as in 2026-12-01; today where none is said
    #[arg(long, value_name = "DAY", value_parser = day)]
    start: Option<Date>,
    #[command(flatten)]
    terms: Terms,
    #[command(flatten)]
    scope: Scope,
    /// Leave it pending: it holds once it is approved
    #[arg(long)]
    not_approved: bool,
    #[command(flatten)]
    form: ActForm,
}

pub(super) async fn run(context: &mut Context<'_>, connection: &Connection, arguments: CreateArguments) -> Ended {
    let sells_hours = matches!(arguments.kind, ContractKind::TimeLimited | ContractKind::SupportHours);
    if sells_hours && !arguments.terms.names_hours() {
        return Err(context.missing("hours"));
    }
    let company = ask::company(context, connection, &arguments.client).await?;
    let page = ask::contracts(connection, company).await?;
    let scope = arguments.scope.named(context, &page)?;
    let scope = match arguments.kind {
        ContractKind::Recurring => scope,
        _ => scope.or(Some(ContractScope::OrgUnit)),
    };
    let fields = ContractFields {
        name: arguments.name,
        number: String::new(),
        description: String::new(),
        start: arguments.form.day(context, arguments.start, page.today, "start")?,
        end: None,
        // It spares a partial month (D-17).
        anchor: Anchor::Calendar,
        is_approved: !arguments.not_approved,
        minutes: None,
        renewal_notice_days: None,
    };
    let new = NewClientContract {
        kind: arguments.kind,
        scope,
        fields: arguments.terms.over(context, fields)?,
    };
    let act = Administration::CreateContract(company, new);
    let made: WrittenContract = arguments.form.carry_out(context, connection, &act).await?;
    let said = context.say("contract-created", &[("contract", made.fields.name.as_str().into())]);
    told(context, connection, arguments.form, &made, made.id, &said).await
}
