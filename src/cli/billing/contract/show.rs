//! `tandem billing contract show`: where it stands, its services with their units by day, its notes.

use super::{Which, service};
use crate::base::cells::{sanitise, sanitise_lines};
use crate::cli::billing::{ask, json, print, words};
use crate::cli::connection::Connection;
use crate::cli::context::Context;
use crate::cli::failure::Ended;
use crate::cli::ticket::Form;
use crate::records::administration::contracts::{ContractNoteLine, ContractPage};
use crate::tui::billing::contract_facts;
use crate::tui::billing::words::Words;
use clap::Args;

/// Which contract.
#[derive(Debug, Args)]
pub struct ShowArguments {
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    form: Form,
}

pub(super) async fn run(context: &mut Context<'_>, connection: &Connection, arguments: ShowArguments) -> Ended {
    let page = ask::contract(connection, arguments.which.contract).await?;
    if arguments.form.json {
        return json(context.out, &page);
    }
    let lines = lines(&words(context), &page);
    print(context.out, &lines)
}

fn lines(words: &Words<'_>, page: &ContractPage) -> Vec<String> {
    let title = [
        ("contract", page.fields.name.as_str().into()),
        ("company", page.company_name.as_str().into()),
    ];
    let mut lines = vec![sanitise(&words.say("contract-title", &title)).into_owned()];
    let facts = contract_facts::facts(words, page).into_iter();
    lines.extend(facts.map(|(text, _)| sanitise_lines(&text).into_owned()));
    lines.push(String::new());
    match page.services.is_empty() {
        true => lines.push(words.text("billing-no-services").into_owned()),
        false => lines.extend(service::lines(words, &page.services, &page.currency)),
    }
    for note in &page.notes {
        lines.push(String::new());
        lines.extend(self::note(words, note));
    }
    lines
}

fn note(words: &Words<'_>, note: &ContractNoteLine) -> [String; 2] {
    let head = format!("{} {} · {}", words.date(note.at.date()), note.by_name, note.title);
    [sanitise(&head).into_owned(), sanitise_lines(&note.text).into_owned()]
}
