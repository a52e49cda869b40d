//! `tandem ticket create`.

use super::Form;
use super::act::{ask, print_settled, priority};
use super::cover::Cover;
use super::key::Key;
use crate::base::Timestamp;
use crate::base::ids::{CompanyId, ContactId, QueueId, RequestTypeId, TicketId};
use crate::cli::connection::Connection;
use crate::cli::context::Context;
use crate::cli::failure::Ended;
use crate::cli::names::KnownNames;
use crate::domain::creation::NewTicket;
use crate::domain::{Act, Priority, Seen, Side};
use crate::query::typed::List;
use clap::Args;

/// The new ticket.
#[derive(Debug, Args)]
pub struct CreateArguments {
    /// One line that says what it is about
    #[arg(long)]
    title: String,
    /// The client; left out by a client's person, who creates for their own
    #[arg(long)]
    company: Option<String>,
    /// The client's person it is about
    #[arg(long)]
    contact: Option<String>,
    /// What is wrong; - reads it from standard input
    #[arg(long, default_value = "")]
    description: String,
    /// The request type, as in Printing
    #[arg(long)]
    request_type: Option<String>,
    /// A queue of your side; else the request type decides
    #[arg(long)]
    queue: Option<String>,
    /// critical, high, medium or low
    #[arg(long, value_parser = priority)]
    priority: Option<Priority>,
    /// Resolve by, as in 2026-11-20T12:00:00Z
    #[arg(long, value_name = "MOMENT")]
    due: Option<Timestamp>,
    /// The thing concerned, in words
    #[arg(long)]
    item: Option<String>,
    #[command(flatten)]
    cover: Cover,
    /// A key of your own, from `uuidgen -7`: the same command with the same key creates one ticket
    #[arg(long, value_name = "UUID")]
    key: Option<Key>,
    #[command(flatten)]
    form: Form,
}

pub(super) async fn run(context: &mut Context<'_>, connection: &Connection, arguments: CreateArguments) -> Ended {
    let mut names = KnownNames::new(connection, context.clock.now());
    let new = new_ticket(context, connection, &mut names, &arguments).await?;
    let new = arguments.cover.over(context, connection, new).await?;
    let act = Act::Create(Box::new(new));
    let change = ask(context, TicketId(-1), act, Seen::new(), arguments.key);
    let settled = connection.change(context, &change).await?;
    print_settled(context, connection, &mut names, &settled, arguments.form).await
}

async fn new_ticket(
    context: &mut Context<'_>,
    connection: &Connection,
    names: &mut KnownNames,
    arguments: &CreateArguments,
) -> Ended<NewTicket> {
    let company = match (&arguments.company, connection.side()) {
        (None, Side::Taskfire) => connection.me().company,
        (None, Side::Autotask) => return Err(context.missing("company")),
        (Some(name), _) => CompanyId(names.one(context, connection, List::Companies, name).await?),
    };
    let contact = match &arguments.contact {
        Some(name) => Some(ContactId(names.one(context, connection, List::Contacts, name).await?)),
        None => None,
    };
    let request_type = match &arguments.request_type {
        Some(name) => Some(RequestTypeId(
            names.one(context, connection, List::RequestTypes, name).await?,
        )),
        None => None,
    };
    let queue = match &arguments.queue {
        Some(name) => Some(QueueId(
            names
                .one(context, connection, List::Queues(connection.side()), name)
                .await?,
        )),
        None => None,
    };
    Ok(NewTicket {
        company,
        contact,
        title: arguments.title.clone(),
        description: context.long_text(&arguments.description)?,
        request_type,
        queue,
        priority: arguments.priority,
        due: arguments.due,
        item: arguments.item.clone(),
        configuration_item: None,
        contract: None,
        new_contract: None,
        assignee: None,
        status: None,
        source: None,
    })
}
