//! `tandem billing invoice`: one invoice, in the forms that the console exports.

use super::{TableForm, ask};
use crate::cli::connection::Connection;
use crate::cli::context::Context;
use crate::cli::failure::{Ended, Exit, Failure};
use crate::records::administration::billing::Invoice;
use crate::tui::billing::papers::{self, Paper};
use clap::Args;

/// Which invoice, in which form.
#[derive(Debug, Args)]
pub struct InvoiceArguments {
    /// Its number, as in 2026-00007, or what stands behind the year
    number: String,
    /// Write text, to be read anywhere; so it is where nothing is said
    #[arg(long, conflicts_with_all = ["html", "csv", "json"])]
    text: bool,
    /// Write one page of HTML: any browser prints it, or makes a PDF of it
    #[arg(long, conflicts_with_all = ["csv", "json"])]
    html: bool,
    #[command(flatten)]
    form: TableForm,
}

impl InvoiceArguments {
    fn paper(&self) -> Paper {
        let said = [
            (self.text, Paper::Text),
            (self.html, Paper::Html),
            (self.form.csv, Paper::Csv),
            (self.form.json, Paper::Json),
        ];
        let said = said.into_iter().find(|(is_said, _)| *is_said);
        said.map_or(Paper::Text, |(_, paper)| paper)
    }
}

pub(super) async fn run(context: &mut Context<'_>, connection: &Connection, arguments: InvoiceArguments) -> Ended {
    let invoice = find(context, connection, arguments.number.trim()).await?;
    let written = papers::invoice(&context.sentences, &invoice, arguments.paper());
    let written = written.map_err(|error| Failure::of(&error))?;
    write!(context.out, "{written}")?;
    Ok(())
}

/// The invoice of that number, which ends in its id.
async fn find(context: &Context<'_>, connection: &Connection, number: &str) -> Ended<Invoice> {
    let absent = || {
        let sentence = context.say("billing-invoice-not-found", &[("number", number.into())]);
        Failure::new(Exit::NotFound, sentence)
    };
    let end = number.rsplit('-').next().unwrap_or(number);
    let id: i64 = end.parse().map_err(|_| absent())?;
    match ask::invoice(connection, id).await {
        Ok(invoice) if number == end || number == invoice.summary.number => Ok(invoice),
        Ok(_) => Err(absent()),
        Err(failure) if failure.exit == Exit::NotFound => Err(absent()),
        Err(failure) => Err(failure),
    }
}
