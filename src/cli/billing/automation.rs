//! `tandem billing automation`: which contract and service bill a client's licences (TF-25 to TF-42).

use super::act::{self, ActForm};
use super::typed::{contract, day};
use super::{ask, json, print, table, words};
use crate::base::Date;
use crate::base::cells::sanitise;
use crate::base::ids::{CompanyId, ContractId};
use crate::cli::connection::Connection;
use crate::cli::context::Context;
use crate::cli::failure::{Ended, Exit, Failure};
use crate::cli::names::meant;
use crate::cli::ticket::Form;
use crate::domain::licence::Notice;
use crate::query::typed::Name;
use crate::records::administration::Administration;
use crate::records::administration::billing::{
    Automation, AutomationChoice, AutomationContract, AutomationPage, AutomationService, AutomationStop,
};
use crate::records::administration::contracts::{ContractServiceLine, NewContractService, Sold};
use crate::tui::billing::automation;
use crate::tui::billing::words::Words;
use clap::{Args, Subcommand};

/// The keys of the columns' names.
const COLUMNS: [&str; 5] = [
    "billing-column-id",
    "automation-contract",
    "automation-service",
    "service-column-price",
    "billing-column-why",
];
/// Those of them that have numbers.
const NUMBERS: [usize; 2] = [0, 3];

/// What to do about licence billing.
#[derive(Debug, Subcommand)]
pub enum AutomationCommand {
    /// Show what bills a client's licences, what could, and what is recommended
    Show(ShowArguments),
    /// Let a service of a contract bill them
    Set(SetArguments),
    /// Bill them no longer; Taskfire keeps working
    Stop(StopArguments),
}

/// Whose licences.
#[derive(Debug, Args)]
pub struct ShowArguments {
    /// The client's name, or as much of it as is clear
    client: String,
    #[command(flatten)]
    form: Form,
}

/// What is to bill them, from when on.
#[derive(Debug, Args)]
pub struct SetArguments {
    /// The client's name, or as much of it as is clear
    client: String,
    /// The ID of a recurring contract of the client's, as `tandem billing automation show` lists it
    #[arg(value_parser = contract)]
    contract: ContractId,
    /// A service on that contract: its name, or as much of it as is clear; with --add also one of the catalogue
    service: String,
    /// Put the service on the contract first, without units, where it isn't there
    #[arg(long)]
    add: bool,
    /// The day on which it takes over from another one, today or later, as in 2026-12-01; as early as possible where none
    /// is said
    #[arg(long, value_name = "DAY", value_parser = day)]
    from: Option<Date>,
    #[command(flatten)]
    form: ActForm,
}

/// From when on they are not billed.
#[derive(Debug, Args)]
pub struct StopArguments {
    /// The client's name, or as much of it as is clear
    client: String,
    /// The first day on which nothing bills them, today or later, as in 2026-12-01; today where none is said
    #[arg(long, value_name = "DAY", value_parser = day)]
    from: Option<Date>,
    #[command(flatten)]
    form: ActForm,
}

pub(super) async fn run(context: &mut Context<'_>, connection: &Connection, command: AutomationCommand) -> Ended {
    match command {
        AutomationCommand::Show(arguments) => show(context, connection, arguments).await,
        AutomationCommand::Set(arguments) => set(context, connection, arguments).await,
        AutomationCommand::Stop(arguments) => stop(context, connection, arguments).await,
    }
}

async fn show(context: &mut Context<'_>, connection: &Connection, arguments: ShowArguments) -> Ended {
    let company = ask::company(context, connection, &arguments.client).await?;
    let page = ask::automation(connection, company).await?;
    if arguments.form.json {
        return json(context.out, &page);
    }
    let lines = lines(&words(context), &page);
    print(context.out, &lines)
}

async fn set(context: &mut Context<'_>, connection: &Connection, arguments: SetArguments) -> Ended {
    let company = ask::company(context, connection, &arguments.client).await?;
    let page = ask::automation(connection, company).await?;
    // Why another contract can't be chosen, the server says.
    let chosen = page.contracts.iter().find(|one| one.id == arguments.contract);
    let service = match chosen {
        Some(contract) if arguments.add && !names_one(contract, &arguments.service) => {
            Some(add(context, connection, &page, contract.id, &arguments.service).await?)
        }
        Some(contract) => {
            let there = meant(context, &contract.services, |one| &one.name, &arguments.service)?;
            Some(there.contract_service)
        }
        None => None,
    };
    let choice = AutomationChoice {
        contract: Some(arguments.contract),
        contract_service: service,
        from: arguments.from,
    };
    let act = Administration::SaveAutomation(company, choice);
    let saved: Automation = arguments.form.carry_out(context, connection, &act).await?;
    let said = now(context, connection, company).await?;
    arguments.form.told(context, &saved, &said).map(|_| ())
}

/// Whether a service on the contract may be meant.
fn names_one(contract: &AutomationContract, name: &str) -> bool {
    contract.services.iter().any(|one| Name::is_meant(&one.name, name))
}

/// Puts a service of the catalogue on the contract, under a key of its own: repeated, the command finds it there.
async fn add(
    context: &Context<'_>,
    connection: &Connection,
    page: &AutomationPage,
    contract: ContractId,
    name: &str,
) -> Ended<i64> {
    let service = meant(context, &page.services, |one| &one.name, name)?;
    let new = NewContractService {
        sold: Sold::Service(service.id),
        unit_price: None,
        units: 0,
        from: None,
    };
    let act = Administration::AddContractService(contract, new);
    let key = context.ids.change();
    let line: ContractServiceLine = act::carry_out(context, connection, key, &act, "change-unanswered").await?;
    Ok(line.contract_service)
}

async fn stop(context: &mut Context<'_>, connection: &Connection, arguments: StopArguments) -> Ended {
    let company = ask::company(context, connection, &arguments.client).await?;
    let act = Administration::StopAutomation(company, AutomationStop { from: arguments.from });
    let until = arguments.form.carry_out(context, connection, &act).await;
    let until: Option<Automation> = until.map_err(|failure| match failure.exit {
        // The client was found, so it is the automation that isn't there.
        Exit::NotFound => Failure::new(Exit::NotFound, context.text("automation-is-off")),
        _ => failure,
    })?;
    let said = now(context, connection, company).await?;
    arguments.form.told(context, &until, &said).map(|_| ())
}

/// What bills the licences after an act, with what whoever set it up is told (TF-38, TF-42).
async fn now(context: &Context<'_>, connection: &Connection, company: CompanyId) -> Ended<String> {
    let page = ask::automation(connection, company).await?;
    let words = words(context);
    let mut said = vec![page.company_name.clone()];
    said.extend(automation::now(&words, &page).into_iter().map(|(text, _)| text));
    if let Some(Notice::FirstPeriodNotCalendarAligned) = page.automation.and_then(|one| one.notice) {
        said.extend(automation::PARTIAL_MONTH.map(|key| format!("! {}", words.text(key))));
    }
    Ok(said.join("\n"))
}

fn lines(words: &Words<'_>, page: &AutomationPage) -> Vec<String> {
    let title = words.say("automation-title", &[("company", page.company_name.as_str().into())]);
    let mut lines = vec![sanitise(&title).into_owned()];
    let now = automation::now(words, page).into_iter();
    lines.extend(now.map(|(text, _)| sanitise(&text).into_owned()));
    let recommended = page.recommendations.iter().map(|one| {
        let text = words.text(automation::recommendation_key(*one));
        format!("· {text}")
    });
    let former = page.former.iter().map(|one| automation::former(words, one));
    for (heading, part) in [
        (None, choices(words, &page.contracts)),
        (Some("automation-recommended"), recommended.collect()),
        (Some("automation-former"), former.collect()),
    ] {
        if !part.is_empty() {
            lines.push(String::new());
            lines.extend(heading.map(|key| words.text(key).into_owned()));
            lines.extend(part);
        }
    }
    lines
}

/// What can be chosen, a service a line; and why it can't.
fn choices(words: &Words<'_>, contracts: &[AutomationContract]) -> Vec<String> {
    if contracts.is_empty() {
        return Vec::new();
    }
    let mut rows = vec![COLUMNS.map(|key| words.text(key).into_owned())];
    for contract in contracts {
        let mut services = contract.services.iter();
        // One without services stands there too: they can be added.
        rows.push(choice(words, contract, services.next()));
        rows.extend(services.map(|service| choice(words, contract, Some(service))));
    }
    table::lines(&rows, &NUMBERS)
}

fn choice(words: &Words<'_>, contract: &AutomationContract, service: Option<&AutomationService>) -> [String; 5] {
    let ended = contract.end.filter(|_| contract.is_expired).map(|end| {
        let arguments = [("date", words.date(end).into())];
        words.say("automation-ended", &arguments).into_owned()
    });
    let refusal = service.and_then(|service| service.refusal.as_deref());
    let refused = refusal.map(|code| match words.sentences.refusal(code, &[]) {
        Some(sentence) => sentence.into_owned(),
        None => words.say("refusal-unknown", &[("code", code.into())]).into_owned(),
    });
    [
        contract.id.to_string(),
        contract.name.clone(),
        service.map(|service| service.name.clone()).unwrap_or_default(),
        service
            .map(|service| words.amount(service.unit_price.amount()))
            .unwrap_or_default(),
        ended.or(refused).unwrap_or_default(),
    ]
}
