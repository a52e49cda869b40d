//! `tandem billing service`: the catalogue of services, from which contracts are given theirs.

use super::act::ActForm;
use super::typed::{OrNone, period, price, price_or_none, yes_or_no};
use super::{ask, json, print, table, words};
use crate::cli::connection::Connection;
use crate::cli::context::Context;
use crate::cli::failure::{Ended, Exit, Failure};
use crate::cli::names::meant;
use crate::cli::ticket::Form;
use crate::domain::licence::PeriodType;
use crate::domain::money::Price;
use crate::records::administration::Administration;
use crate::records::administration::contracts::{ServiceFields, ServiceLine};
use crate::records::administration::seeing::Seeing;
use crate::tui::billing::statement;
use crate::tui::billing::words::Words;
use clap::{Args, Subcommand};

/// The keys of the columns' names.
const COLUMNS: [&str; 5] = [
    "service",
    "service-period",
    "service-column-price",
    "billing-column-contracts",
    "service-active",
];
/// Those of them that have numbers.
const NUMBERS: [usize; 2] = [2, 3];

/// What to do with the catalogue.
#[derive(Debug, Subcommand)]
pub enum ServiceCommand {
    /// List the services, those that can't be sold any more last
    List(Form),
    /// Make a service
    Create(CreateArguments),
    /// Change name, price, period and the like; contracts keep the prices that they have
    Edit(EditArguments),
}

/// The new service.
#[derive(Debug, Args)]
pub struct CreateArguments {
    /// What it is called
    name: String,
    /// What a unit costs a period, where no contract says otherwise, as in 18.50
    #[arg(long, allow_negative_numbers = true, value_parser = price)]
    price: Price,
    /// How often it is billed: monthly, quarterly, semi-annual, yearly or one-time
    #[arg(long, default_value = "monthly", value_parser = period)]
    period: PeriodType,
    #[command(flatten)]
    more: More,
    #[command(flatten)]
    form: ActForm,
}

/// What is to be another; what isn't named stays as it is.
#[derive(Debug, Args)]
pub struct EditArguments {
    /// The service's name, or as much of it as is clear
    service: String,
    /// What it is called
    #[arg(long)]
    name: Option<String>,
    /// What a unit costs a period, where no contract says otherwise
    #[arg(long, allow_negative_numbers = true, value_parser = price)]
    price: Option<Price>,
    /// How often it is billed; it stays once a contract carries the service
    #[arg(long, value_parser = period)]
    period: Option<PeriodType>,
    #[command(flatten)]
    more: More,
    /// yes or no: whether contracts may be given it
    #[arg(long, value_parser = yes_or_no)]
    active: Option<bool>,
    #[command(flatten)]
    form: ActForm,
}

/// What can be said of a service besides.
#[derive(Clone, Debug, Default, PartialEq, Eq, Args)]
struct More {
    /// What it is; - reads it from standard input
    #[arg(long)]
    description: Option<String>,
    /// What an invoice says of it
    #[arg(long)]
    invoice_description: Option<String>,
    /// What a unit costs the provider; none where that isn't known
    #[arg(long, allow_negative_numbers = true, value_parser = price_or_none)]
    cost: Option<OrNone<Price>>,
}

impl More {
    fn over(self, context: &mut Context<'_>, fields: ServiceFields) -> Ended<ServiceFields> {
        let description = match self.description {
            Some(given) => context.long_text(&given)?,
            None => fields.description,
        };
        Ok(ServiceFields {
            description,
            invoice_description: self.invoice_description.unwrap_or(fields.invoice_description),
            unit_cost: self.cost.map_or(fields.unit_cost, |cost| cost.0),
            ..fields
        })
    }
}

impl EditArguments {
    fn names_nothing(&self) -> bool {
        let fields = self.name.is_none() && self.price.is_none() && self.period.is_none();
        fields && self.active.is_none() && self.more == More::default()
    }
}

pub(super) async fn run(context: &mut Context<'_>, connection: &Connection, command: ServiceCommand) -> Ended {
    match command {
        ServiceCommand::List(form) => list(context, connection, form).await,
        ServiceCommand::Create(arguments) => create(context, connection, arguments).await,
        ServiceCommand::Edit(arguments) => edit(context, connection, arguments).await,
    }
}

async fn list(context: &mut Context<'_>, connection: &Connection, form: Form) -> Ended {
    let page = ask::catalogue(connection).await?;
    if form.json {
        return json(context.out, &page);
    }
    let lines = lines(&words(context), &page.services);
    print(context.out, &lines)
}

async fn create(context: &mut Context<'_>, connection: &Connection, arguments: CreateArguments) -> Ended {
    let fields = ServiceFields {
        name: arguments.name,
        description: String::new(),
        invoice_description: String::new(),
        period: arguments.period,
        unit_price: arguments.price,
        unit_cost: None,
        is_active: true,
    };
    let act = Administration::CreateService(arguments.more.over(context, fields)?);
    let made: ServiceLine = arguments.form.carry_out(context, connection, &act).await?;
    told(context, arguments.form, &made, "service-made")
}

async fn edit(context: &mut Context<'_>, connection: &Connection, arguments: EditArguments) -> Ended {
    if arguments.names_nothing() {
        let said = context.say("billing-edit-names-nothing", &[("what", "service".into())]);
        return Err(Failure::new(Exit::Usage, said));
    }
    let page = ask::catalogue(connection).await?;
    let service = meant(context, &page.services, |one| &one.fields.name, &arguments.service)?.clone();
    let now = service.fields;
    let fields = ServiceFields {
        name: arguments.name.unwrap_or(now.name),
        unit_price: arguments.price.unwrap_or(now.unit_price),
        period: arguments.period.unwrap_or(now.period),
        is_active: arguments.active.unwrap_or(now.is_active),
        ..now
    };
    let fields = arguments.more.over(context, fields)?;
    let act = Administration::EditService(service.id, Seeing::new(fields, service.seen));
    let written: ServiceLine = arguments.form.carry_out(context, connection, &act).await?;
    told(context, arguments.form, &written, "service-saved")
}

/// What was done, then the service as it is afterwards.
fn told(context: &mut Context<'_>, form: ActForm, service: &ServiceLine, done: &str) -> Ended {
    let said = context.say(done, &[("name", service.fields.name.as_str().into())]);
    if !form.told(context, service, &said)? {
        return Ok(());
    }
    let lines = lines(&words(context), std::slice::from_ref(service));
    print(context.out, &lines)
}

fn lines(words: &Words<'_>, services: &[ServiceLine]) -> Vec<String> {
    let mut rows = vec![COLUMNS.map(|key| words.text(key).into_owned())];
    rows.extend(services.iter().map(|service| {
        let sale = match (service.is_reserved, service.fields.is_active) {
            (true, _) => "service-reserved",
            (false, true) => "switch-on",
            (false, false) => "switch-off",
        };
        [
            service.fields.name.clone(),
            words.text(statement::period_key(service.fields.period)).into_owned(),
            words.amount(service.fields.unit_price.amount()),
            service.contracts.to_string(),
            words.text(sale).into_owned(),
        ]
    }));
    table::lines(&rows, &NUMBERS)
}
