//! `tandem billing overview`: all clients, warnings first; what each comes to, what changed and why; what isn't billed.

use super::{ask, json, print, table, warning, words};
use crate::base::cells::sanitise;
use crate::cli::connection::Connection;
use crate::cli::context::Context;
use crate::cli::failure::Ended;
use crate::cli::ticket::Form;
use crate::records::administration::billing::{BilledClient, BillingOverview, Difference, NotBilled};
use crate::tui::billing::words::Words;

/// The keys of the columns' names.
const CLIENTS: [&str; 6] = [
    "column-company",
    "companies-licences",
    "billing-column-total",
    "billing-column-before",
    "billing-column-change",
    "billing-column-why",
];
/// Those of them that have numbers.
const NUMBERS: [usize; 4] = [1, 2, 3, 4];
const NOT_BILLED: [&str; 3] = ["column-company", "billing-not-billed", "billing-column-why"];

pub(super) async fn run(context: &mut Context<'_>, connection: &Connection, form: Form) -> Ended {
    let overview = ask::overview(connection).await?;
    if form.json {
        return json(context.out, &overview);
    }
    let lines = lines(&words(context), &overview);
    print(context.out, &lines)
}

fn lines(words: &Words<'_>, overview: &BillingOverview) -> Vec<String> {
    let mut lines: Vec<String> = overview
        .clients
        .iter()
        .flat_map(|client| client.warnings.iter().map(move |one| (client, one)))
        .map(|(client, one)| format!("! {}: {}", sanitise(&client.name), warning(words, one)))
        .collect();
    lines.push(sums(words, overview));
    if overview.clients.is_empty() {
        lines.push(words.text("billing-no-clients").into_owned());
    } else {
        lines.push(String::new());
        lines.extend(clients(words, &overview.clients));
    }
    if !overview.not_billed.is_empty() {
        lines.push(String::new());
        lines.extend(not_billed(words, &overview.not_billed));
    }
    lines
}

/// `this period 1,234.50 EUR · before 1,200.00 · +34.50 · 3 periods to close`.
fn sums(words: &Words<'_>, overview: &BillingOverview) -> String {
    let change = overview.total - overview.before;
    let arguments = [
        ("total", words.money(overview.total, &overview.currency).into()),
        ("before", words.amount(overview.before).into()),
        ("change", words.sentences.signed(change).into()),
    ];
    let sums = words.say("billing-sums", &arguments);
    match overview.to_close {
        0 => sums.into_owned(),
        count => format!("{sums} · {}", words.say("billing-to-close", &[("count", count.into())])),
    }
}

fn clients(words: &Words<'_>, clients: &[BilledClient]) -> Vec<String> {
    let mut rows = vec![CLIENTS.map(|key| words.text(key).into_owned())];
    rows.extend(clients.iter().map(|client| {
        [
            client.name.clone(),
            client.licences.to_string(),
            words.amount(client.total),
            words.amount(client.before),
            words.sentences.signed(client.total - client.before),
            why(words, &client.changes),
        ]
    }));
    table::lines(&rows, &NUMBERS)
}

/// All reasons, which add up to the change.
fn why(words: &Words<'_>, changes: &[Difference]) -> String {
    let said = changes.iter().map(|change| {
        let amount = words.sentences.signed(change.amount);
        format!("{amount} {}", words.difference(change))
    });
    said.collect::<Vec<_>>().join("; ")
}

/// What is not billed, of one client or of all.
pub(super) fn not_billed(words: &Words<'_>, lines: &[NotBilled]) -> Vec<String> {
    let mut rows = vec![NOT_BILLED.map(|key| words.text(key).into_owned())];
    rows.extend(lines.iter().map(|line| {
        [
            line.company_name.clone(),
            words.not_billed_subject(line),
            words.not_billed_reason(line),
        ]
    }));
    table::lines(&rows, &[])
}
