//! `tandem billing invoices`: the invoices that were made, of one client or of all.

use super::{ask, json, print, table, words};
use crate::cli::connection::Connection;
use crate::cli::context::Context;
use crate::cli::failure::Ended;
use crate::cli::ticket::Form;
use crate::records::administration::billing::InvoiceSummary;
use crate::tui::billing::words::Words;
use clap::Args;

/// The keys of the columns' names.
const COLUMNS: [&str; 5] = [
    "invoice-number",
    "column-company",
    "invoice-through",
    "billing-column-amount",
    "invoice-closed-at",
];

/// Whose invoices.
#[derive(Debug, Args)]
pub struct InvoicesArguments {
    /// One client's only: its name, or as much of it as is clear
    client: Option<String>,
    #[command(flatten)]
    form: Form,
}

pub(super) async fn run(context: &mut Context<'_>, connection: &Connection, arguments: InvoicesArguments) -> Ended {
    let company = ask::company_if_named(context, connection, arguments.client.as_deref()).await?;
    let page = ask::invoices(connection, company).await?;
    if arguments.form.json {
        return json(context.out, &page);
    }
    if page.items.is_empty() {
        writeln!(context.notes, "{}", context.text("invoices-none"))?;
        return Ok(());
    }
    let lines = lines(&words(context), &page.items);
    print(context.out, &lines)?;
    if page.has_more {
        let said = context.say("billing-invoices-more", &[("count", page.items.len().into())]);
        writeln!(context.notes, "{said}")?;
    }
    Ok(())
}

/// Invoices as a table.
pub(super) fn lines(words: &Words<'_>, invoices: &[InvoiceSummary]) -> Vec<String> {
    let mut rows = vec![COLUMNS.map(|key| words.text(key).into_owned())];
    rows.extend(invoices.iter().map(|invoice| {
        [
            invoice.number.clone(),
            invoice.company_name.clone(),
            words.date(invoice.through),
            words.money(invoice.total, &invoice.currency),
            words.date(invoice.closed_at.date()),
        ]
    }));
    table::lines(&rows, &[3])
}
