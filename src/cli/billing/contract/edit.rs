//! `tandem billing contract edit`.

use super::terms::Terms;
use super::{Which, told};
use crate::base::Date;
use crate::cli::billing::act::ActForm;
use crate::cli::billing::ask;
use crate::cli::billing::typed::{day, yes_or_no};
use crate::cli::connection::Connection;
use crate::cli::context::Context;
use crate::cli::failure::{Ended, Exit, Failure};
use crate::records::administration::Administration;
use crate::records::administration::contracts::{ContractFields, WrittenContract};
use crate::records::administration::seeing::Seeing;
use clap::Args;

/// What is to be another; what isn't named stays as it is.
#[derive(Debug, Args)]
pub struct EditArguments {
    #[command(flatten)]
    which: Which,
    /// What it is called
    #[arg(long)]
    name: Option<String>,
    /// The first day, as in 2026-12-01
    #[arg(long, value_name = "DAY", value_parser = day)]
    start: Option<Date>,
    #[command(flatten)]
    terms: Terms,
    /// yes or no: whether it holds; one that is not approved is pending
    #[arg(long, value_parser = yes_or_no)]
    approved: Option<bool>,
    #[command(flatten)]
    form: ActForm,
}

impl EditArguments {
    fn names_nothing(&self) -> bool {
        self.name.is_none() && self.start.is_none() && self.approved.is_none() && self.terms == Terms::default()
    }
}

pub(super) async fn run(context: &mut Context<'_>, connection: &Connection, arguments: EditArguments) -> Ended {
    if arguments.names_nothing() {
        let said = context.say("billing-edit-names-nothing", &[("what", "contract".into())]);
        return Err(Failure::new(Exit::Usage, said));
    }
    let id = arguments.which.contract;
    let page = ask::contract(connection, id).await?;
    let fields = ContractFields {
        name: arguments.name.unwrap_or(page.fields.name),
        start: arguments.start.unwrap_or(page.fields.start),
        is_approved: arguments.approved.unwrap_or(page.fields.is_approved),
        ..page.fields
    };
    let fields = arguments.terms.over(context, fields)?;
    let act = Administration::EditContract(id, Seeing::new(fields, page.seen));
    let written: WrittenContract = arguments.form.carry_out(context, connection, &act).await?;
    let name = [("contract", written.fields.name.as_str().into())];
    let said = context.say("contract-saved", &name);
    told(context, connection, arguments.form, &written, id, &said).await
}
