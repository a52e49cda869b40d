//! `tandem billing support`: whether support contracts are active and requests need one, and who owns which item (LT-02
//! to LT-05, LT-12, LT-16, LT-17). The contracts themselves are made with `tandem billing contract`.

use super::act::ActForm;
use super::typed::{on_or_off, time_expired};
use super::{ask, json, print, table, words};
use crate::base::cells::sanitise;
use crate::base::ids::ContactId;
use crate::cli::connection::Connection;
use crate::cli::context::Context;
use crate::cli::failure::Ended;
use crate::cli::names::meant;
use crate::cli::ticket::Form;
use crate::domain::contract::TimeExpired;
use crate::records::administration::Administration;
use crate::records::administration::setup::Switch;
use crate::records::administration::support::{Activation, ContractSettings, ItemLine, Owner};
use crate::tui::billing::contract_settings;
use crate::tui::billing::words::Words;
use clap::{ArgAction, Args, Subcommand};

/// The keys of the columns' names.
const COLUMNS: [&str; 3] = ["billing-column-id", "contract-scope-item", "item-serial-number"];

/// What to do about support contracts as a whole.
#[derive(Debug, Subcommand)]
pub enum SupportCommand {
    /// Show whether they are active, items without an owner, and requests that were refused
    Show(Form),
    /// Let contracts decide what work is covered
    Activate(ActivateArguments),
    /// Take requests only where a contract covers them (on), or without one too (off)
    Validation(ValidationArguments),
    /// Give an item that nobody owns to a client, or to one of its people
    AssignItem(AssignArguments),
}

/// How they are activated.
#[derive(Debug, Args)]
pub struct ActivateArguments {
    /// What happens to time that its contract doesn't cover: rollover to the next one, or ignore; there is no default
    #[arg(long, value_parser = time_expired)]
    time_expired: Option<TimeExpired>,
    #[command(flatten)]
    form: ActForm,
}

/// Whether requests need a contract.
#[derive(Debug, Args)]
pub struct ValidationArguments {
    /// on or off
    #[arg(action = ArgAction::Set, value_parser = on_or_off)]
    switch: bool,
    #[command(flatten)]
    form: ActForm,
}

/// Which item, and whose it is.
#[derive(Debug, Args)]
pub struct AssignArguments {
    /// An item that `tandem billing support show` lists: its ID or name
    item: String,
    /// The client's name, or as much of it as is clear
    client: String,
    /// The one person of the client whose it is; the client's as a whole where nobody is named
    #[arg(long)]
    contact: Option<String>,
    #[command(flatten)]
    form: ActForm,
}

pub(super) async fn run(context: &mut Context<'_>, connection: &Connection, command: SupportCommand) -> Ended {
    match command {
        SupportCommand::Show(form) => show(context, connection, form).await,
        SupportCommand::Activate(arguments) => activate(context, connection, arguments).await,
        SupportCommand::Validation(arguments) => validation(context, connection, arguments).await,
        SupportCommand::AssignItem(arguments) => assign_item(context, connection, arguments).await,
    }
}

async fn show(context: &mut Context<'_>, connection: &Connection, form: Form) -> Ended {
    let settings = ask::contract_settings(connection).await?;
    if form.json {
        return json(context.out, &settings);
    }
    let lines = lines(&words(context), &settings);
    print(context.out, &lines)
}

async fn activate(context: &mut Context<'_>, connection: &Connection, arguments: ActivateArguments) -> Ended {
    // Nothing chosen is the server's to refuse, whose sentence says what there is to choose (LT-04).
    let act = Administration::ActivateContracts(Activation {
        time_expired_option: arguments.time_expired,
    });
    let settings: ContractSettings = arguments.form.carry_out(context, connection, &act).await?;
    let said = context.text("activation-done");
    arguments.form.told(context, &settings, &said).map(|_| ())
}

async fn validation(context: &mut Context<'_>, connection: &Connection, arguments: ValidationArguments) -> Ended {
    let is_active = arguments.switch;
    let act = Administration::SetValidation(Switch { is_active });
    let settings: ContractSettings = arguments.form.carry_out(context, connection, &act).await?;
    let said = context.text(match settings.requires_contract {
        true => "validation-is-on",
        false => "validation-is-off",
    });
    arguments.form.told(context, &settings, &said).map(|_| ())
}

async fn assign_item(context: &mut Context<'_>, connection: &Connection, arguments: AssignArguments) -> Ended {
    let settings = ask::contract_settings(connection).await?;
    let item = item(context, &settings, &arguments.item)?.id;
    let company = ask::company(context, connection, &arguments.client).await?;
    let page = ask::contracts(connection, company).await?;
    let contact = match &arguments.contact {
        Some(name) => Some(meant(context, &page.customers, |one| &one.name, name)?),
        None => None,
    };
    let owner = Owner {
        company,
        contact: contact.map(|contact| ContactId(contact.id)),
    };
    let act = Administration::AssignItem(item, owner);
    let item: ItemLine = arguments.form.carry_out(context, connection, &act).await?;
    let owner = contact.map_or(page.company_name.as_str(), |contact| &contact.name);
    let assigned = [("item", item.name.as_str().into()), ("owner", owner.into())];
    let said = context.say("assign-item-done", &assigned);
    arguments.form.told(context, &item, &said).map(|_| ())
}

/// The item without an owner that an ID or a name means.
fn item<'s>(context: &Context<'_>, settings: &'s ContractSettings, text: &str) -> Ended<&'s ItemLine> {
    let items = &settings.items_without_owner;
    let id = text.trim().trim_start_matches('#').parse::<i64>().ok();
    match items.iter().find(|item| Some(item.id.0) == id) {
        Some(item) => Ok(item),
        None => meant(context, items, |item| &item.name, text),
    }
}

fn lines(words: &Words<'_>, settings: &ContractSettings) -> Vec<String> {
    let facts = contract_settings::facts(words, settings).into_iter();
    let mut lines: Vec<String> = facts.map(|(name, value)| format!("{name}: {value}")).collect();
    lines.push(contract_settings::about(words, settings));
    if !settings.items_without_owner.is_empty() {
        lines.push(String::new());
        lines.push(contract_settings::ownerless(words, settings));
        let mut rows = vec![COLUMNS.map(|key| words.text(key).into_owned())];
        let items = settings.items_without_owner.iter();
        rows.extend(items.map(|item| [item.id.to_string(), item.name.clone(), item.serial_number.clone()]));
        lines.extend(table::lines(&rows, &[0]));
    }
    if !settings.refused.is_empty() {
        lines.push(String::new());
        lines.push(words.text("contract-settings-refused").into_owned());
        let refused = settings
            .refused
            .iter()
            .map(|line| contract_settings::refused(words, line));
        lines.extend(refused.map(|line| sanitise(&line).into_owned()));
    }
    lines
}
