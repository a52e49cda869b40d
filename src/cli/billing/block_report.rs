//! `tandem billing block-report`: bought, used and left of a client's prepaid contracts (TF-20).

use super::{ask, json, print, table, words};
use crate::cli::connection::Connection;
use crate::cli::context::Context;
use crate::cli::failure::Ended;
use crate::cli::ticket::Form;
use crate::records::administration::billing::ContractStanding;
use crate::tui::billing::standing;
use crate::tui::billing::words::Words;
use clap::Args;

/// The keys of the columns' names.
const COLUMNS: [&str; 5] = [
    "contract-column-name",
    "contract-column-state",
    "report-bought",
    "report-used",
    "contract-column-left",
];
/// Those of them that have numbers.
const NUMBERS: [usize; 3] = [2, 3, 4];

/// Whose report.
#[derive(Debug, Args)]
pub struct BlockReportArguments {
    /// The client's name, or as much of it as is clear
    client: String,
    #[command(flatten)]
    form: Form,
}

pub(super) async fn run(context: &mut Context<'_>, connection: &Connection, arguments: BlockReportArguments) -> Ended {
    let company = ask::company(context, connection, &arguments.client).await?;
    let report = ask::block_report(connection, company).await?;
    if arguments.form.json {
        return json(context.out, &report);
    }
    if report.contracts.is_empty() {
        writeln!(context.notes, "{}", context.text("report-no-blocks"))?;
        return Ok(());
    }
    let lines = lines(&words(context), &report.contracts);
    print(context.out, &lines)
}

fn lines(words: &Words<'_>, contracts: &[ContractStanding]) -> Vec<String> {
    let hours = |minutes: Option<i64>| minutes.map(|minutes| words.hours(minutes)).unwrap_or_default();
    let mut rows = vec![COLUMNS.map(|key| words.text(key).into_owned())];
    rows.extend(contracts.iter().map(|contract| {
        [
            contract.name.clone(),
            standing::state(words, contract.state),
            hours(contract.minutes),
            hours(contract.minutes_used),
            standing::left(words, contract),
        ]
    }));
    table::lines(&rows, &NUMBERS)
}
