//! `tandem billing contract list`.

use crate::cli::billing::{ask, json, print, table, words};
use crate::cli::connection::Connection;
use crate::cli::context::Context;
use crate::cli::failure::Ended;
use crate::cli::ticket::Form;
use crate::records::administration::billing::ContractStanding;
use crate::tui::billing::standing;
use crate::tui::billing::words::Words;
use clap::Args;

/// The keys of the columns' names.
const COLUMNS: [&str; 7] = [
    "billing-column-id",
    "contract-column-name",
    "contract-column-sells",
    "contract-column-state",
    "contract-start",
    "contract-end",
    "contract-column-left",
];
/// Those of them that have numbers.
const NUMBERS: [usize; 2] = [0, 6];

/// Whose contracts.
#[derive(Debug, Args)]
pub struct ListArguments {
    /// The client's name, or as much of it as is clear
    client: String,
    #[command(flatten)]
    form: Form,
}

pub(super) async fn run(context: &mut Context<'_>, connection: &Connection, arguments: ListArguments) -> Ended {
    let company = ask::company(context, connection, &arguments.client).await?;
    let page = ask::contracts(connection, company).await?;
    if arguments.form.json {
        return json(context.out, &page);
    }
    if page.contracts.is_empty() {
        writeln!(context.notes, "{}", context.text("billing-show-no-contracts"))?;
        return Ok(());
    }
    let lines = lines(&words(context), &page.contracts);
    print(context.out, &lines)
}

/// Contracts as a table.
pub(super) fn lines(words: &Words<'_>, contracts: &[ContractStanding]) -> Vec<String> {
    let mut rows = vec![COLUMNS.map(|key| words.text(key).into_owned())];
    rows.extend(contracts.iter().map(|contract| {
        [
            contract.id.to_string(),
            contract.name.clone(),
            standing::sells(words, contract),
            standing::state(words, contract.state),
            words.date(contract.start),
            contract.end.map(|end| words.date(end)).unwrap_or_default(),
            standing::left(words, contract),
        ]
    }));
    table::lines(&rows, &NUMBERS)
}
