//! `tandem billing`: what the console's pages of billing show and do, as plain text, CSV, HTML and JSON.

pub(super) mod act;
pub(super) mod ask;
mod automation;
mod block_report;
mod close;
mod contract;
mod invoice;
mod invoices;
mod lines;
mod overview;
mod service;
mod show;
mod statement;
mod support;
mod table;
pub(super) mod typed;

use super::connection::Connection;
use super::context::Context;
use super::failure::{Ended, Failure};
use super::ticket::Form;
use crate::base::cells::sanitise;
use crate::records::administration::billing::{BillingWarning, WarningKind};
use crate::tui::billing::words::Words;
use clap::{Args, Subcommand};
use serde::Serialize;
use std::io::Write;

/// What to do about billing.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum BillingCommand {
    /// Show what all clients come to, what changed and why, and what is not billed
    Overview(Form),
    /// Show a client's contracts, its lines with the events behind them, and the forecast
    Show(show::ShowArguments),
    /// Write all lines, for an accounting system
    Lines(lines::LinesArguments),
    /// Close periods that are over, for good, with an invoice for each client
    Close(close::CloseArguments),
    /// List invoices, the newest first
    Invoices(invoices::InvoicesArguments),
    /// Write an invoice
    Invoice(invoice::InvoiceArguments),
    /// Show what a client bought of prepaid support, used, and has left: the Client Block report
    BlockReport(block_report::BlockReportArguments),
    /// Make and change contracts, and the services on them
    #[command(subcommand)]
    Contract(contract::ContractCommand),
    /// Make and change the services of the catalogue
    #[command(subcommand)]
    Service(service::ServiceCommand),
    /// Activate support contracts, say whether requests need one, give items owners
    #[command(subcommand)]
    Support(support::SupportCommand),
    /// Let a contract's service bill a client's licences
    #[command(subcommand)]
    Automation(automation::AutomationCommand),
}

/// How a table for other programs is written.
#[derive(Clone, Copy, Debug, Args)]
pub struct TableForm {
    /// Write CSV, with numbers as programs read them
    #[arg(long, conflicts_with = "json")]
    csv: bool,
    /// Write JSON, with the names of the HTTP interface
    #[arg(long)]
    json: bool,
}

/// Does what was asked for.
///
/// # Errors
/// No server, no session, no such client or invoice, or a refusal.
pub async fn run(context: &mut Context<'_>, command: BillingCommand) -> Ended {
    let connection = Connection::open(context).await?;
    let done = match command {
        BillingCommand::Overview(form) => overview::run(context, &connection, form).await,
        BillingCommand::Show(arguments) => show::run(context, &connection, arguments).await,
        BillingCommand::Lines(arguments) => lines::run(context, &connection, arguments).await,
        BillingCommand::Close(arguments) => close::run(context, &connection, arguments).await,
        BillingCommand::Invoices(arguments) => invoices::run(context, &connection, arguments).await,
        BillingCommand::Invoice(arguments) => invoice::run(context, &connection, arguments).await,
        BillingCommand::BlockReport(arguments) => block_report::run(context, &connection, arguments).await,
        BillingCommand::Contract(command) => contract::run(context, &connection, command).await,
        BillingCommand::Service(command) => service::run(context, &connection, command).await,
        BillingCommand::Support(command) => support::run(context, &connection, command).await,
        BillingCommand::Automation(command) => automation::run(context, &connection, command).await,
    };
    connection.close().await;
    done
}

/// What billing says here: days stand in full, so that they can be typed again.
fn words<'a>(context: &'a Context<'_>) -> Words<'a> {
    Words {
        sentences: &context.sentences,
        times: None,
    }
}

/// A warning, harmless; where the console names a key, the command that does it.
fn warning(words: &Words<'_>, warning: &BillingWarning) -> String {
    let said = match warning.warning {
        WarningKind::PeriodsToClose => words
            .say("billing-periods-to-close", &[("count", warning.count.into())])
            .into_owned(),
        _ => words.warning(warning),
    };
    sanitise(&said).into_owned()
}

/// Writes an answer as JSON.
pub(super) fn json(out: &mut dyn Write, answer: &impl Serialize) -> Ended {
    serde_json::to_writer_pretty(&mut *out, answer).map_err(std::io::Error::from)?;
    writeln!(out)?;
    Ok(())
}

/// Writes lines.
fn print(out: &mut dyn Write, lines: &[String]) -> Ended {
    lines
        .iter()
        .try_for_each(|line| writeln!(out, "{line}"))
        .map_err(Failure::from)
}
