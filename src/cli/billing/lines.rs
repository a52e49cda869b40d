//! `tandem billing lines`: all lines of the periods that contain a day, of one client or of all, for an accounting
//! system. A line of a closed period never changes; its service, period, kind and day say which one it is wherever it
//! stands again, as that of a year does in each month.

use super::typed::day;
use super::{TableForm, ask};
use crate::base::Date;
use crate::cli::connection::Connection;
use crate::cli::context::Context;
use crate::cli::failure::{Ended, Failure};
use crate::records::administration::billing::ClientBillingQuestion;
use crate::tui::billing::papers::{self, Paper};
use clap::Args;

/// Whose lines, of which periods, in which form.
#[derive(Debug, Args)]
pub struct LinesArguments {
    /// One client's lines only: its name, or as much of it as is clear
    client: Option<String>,
    /// The periods that contain this day, as in 2026-10-31; today where none is said
    #[arg(long, value_name = "DAY", value_parser = day)]
    period: Option<Date>,
    #[command(flatten)]
    form: TableForm,
}

pub(super) async fn run(context: &mut Context<'_>, connection: &Connection, arguments: LinesArguments) -> Ended {
    let companies = match &arguments.client {
        Some(name) => vec![ask::company(context, connection, name).await?],
        None => {
            let overview = ask::overview(connection).await?;
            overview.clients.iter().map(|client| client.company).collect()
        }
    };
    let mut clients = Vec::with_capacity(companies.len());
    for company in companies {
        let question = ClientBillingQuestion {
            company,
            containing: arguments.period,
            month: None,
        };
        clients.push(ask::client(connection, question).await?);
    }
    let paper = if arguments.form.json { Paper::Json } else { Paper::Csv };
    let written = papers::clients(&clients, paper).map_err(|error| Failure::of(&error))?;
    write!(context.out, "{written}")?;
    Ok(())
}
