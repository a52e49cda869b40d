//! `tandem billing show`: a client's billing, whole: warnings, contracts with what is left of them, the period's lines
//! with the events behind them, the forecast, what changed, twelve months, what is not billed.

use super::typed::day;
use super::{ask, json, overview, print, statement, table, warning, words};
use crate::base::Date;
use crate::base::cells::sanitise;
use crate::cli::connection::Connection;
use crate::cli::context::Context;
use crate::cli::failure::Ended;
use crate::cli::ticket::Form;
use crate::records::administration::billing::{ClientBilling, ClientBillingQuestion, ContractStanding};
use crate::tui::billing::standing;
use crate::tui::billing::statement::running;
use crate::tui::billing::words::Words;
use clap::Args;

/// Which client, and which period.
#[derive(Debug, Args)]
pub struct ShowArguments {
    /// The client's name, or as much of it as is clear
    client: String,
    /// Show the periods that contain this day, as in 2026-10-31; today where none is said
    #[arg(long, value_name = "DAY", value_parser = day)]
    period: Option<Date>,
    #[command(flatten)]
    form: Form,
}

pub(super) async fn run(context: &mut Context<'_>, connection: &Connection, arguments: ShowArguments) -> Ended {
    let question = ClientBillingQuestion {
        company: ask::company(context, connection, &arguments.client).await?,
        containing: arguments.period,
        month: None,
    };
    let billing = ask::client(connection, question).await?;
    if arguments.form.json {
        return json(context.out, &billing);
    }
    let words = words(context);
    let mut lines = head(&words, &billing);
    let parts = [
        contracts(&words, &billing.contracts),
        period(&words, &billing),
        changes(&words, &billing),
        months(&words, &billing),
        not_billed(&words, &billing),
    ];
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        lines.push(String::new());
        lines.extend(part);
    }
    print(context.out, &lines)
}

/// Its name with its licences, and what to look at.
fn head(words: &Words<'_>, billing: &ClientBilling) -> Vec<String> {
    let name = sanitise(&billing.company_name);
    let licences = words.text("billing-licences");
    let mut lines = vec![format!("{name} · {licences}: {}", billing.licences)];
    let warnings = billing.warnings.iter();
    lines.extend(warnings.map(|one| format!("! {}", warning(words, one))));
    lines
}

fn contracts(words: &Words<'_>, contracts: &[ContractStanding]) -> Vec<String> {
    if contracts.is_empty() {
        return vec![words.text("billing-show-no-contracts").into_owned()];
    }
    let mut rows = vec![standing::HEADINGS.map(|key| words.text(key).into_owned())];
    rows.extend(contracts.iter().map(|contract| {
        [
            contract.name.clone(),
            standing::sells(words, contract),
            standing::state(words, contract.state),
            standing::left(words, contract),
        ]
    }));
    let mut lines = vec![words.text("billing-contracts").into_owned()];
    lines.extend(table::lines(&rows, &[3]));
    lines
}

/// Each service's lines, then what all of them come to.
fn period(words: &Words<'_>, billing: &ClientBilling) -> Vec<String> {
    let mut lines = Vec::new();
    for one in &billing.running {
        lines.extend([running(words, one), String::new()]);
    }
    if billing.statements.is_empty() {
        lines.push(words.text("billing-no-lines").into_owned());
        return lines;
    }
    for one in &billing.statements {
        lines.extend(statement::with_events(words, one));
        lines.push(String::new());
    }
    let arguments = [
        ("total", words.money(billing.total, &billing.currency).into()),
        ("before", words.amount(billing.before).into()),
        ("next", words.amount(billing.next).into()),
    ];
    let key = match billing.statements.iter().all(|one| one.is_closed) {
        true => "billing-was",
        false => "billing-forecast",
    };
    lines.push(words.say(key, &arguments).into_owned());
    lines
}

/// Why the amount is another one than in the period before.
fn changes(words: &Words<'_>, billing: &ClientBilling) -> Vec<String> {
    if billing.changes.is_empty() {
        return Vec::new();
    }
    let rows: Vec<[String; 3]> = billing
        .changes
        .iter()
        .map(|change| {
            [
                words.sentences.signed(change.amount),
                change.service_name.clone(),
                words.difference(change),
            ]
        })
        .collect();
    let mut lines = vec![words.text("billing-changes-title").into_owned()];
    lines.extend(table::lines(&rows, &[0]));
    lines
}

fn months(words: &Words<'_>, billing: &ClientBilling) -> Vec<String> {
    let rows: Vec<[String; 3]> = billing
        .months
        .iter()
        .map(|month| {
            let closed = match month.is_closed {
                true => words.text("billing-closed").into_owned(),
                false => String::new(),
            };
            [
                month.month.0.format("%Y-%m").to_string(),
                words.amount(month.total),
                closed,
            ]
        })
        .collect();
    let mut lines = vec![words.text("billing-twelve-months").into_owned()];
    lines.extend(table::lines(&rows, &[1]));
    lines
}

fn not_billed(words: &Words<'_>, billing: &ClientBilling) -> Vec<String> {
    match billing.not_billed.is_empty() {
        true => Vec::new(),
        false => overview::not_billed(words, &billing.not_billed),
    }
}
