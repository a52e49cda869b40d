//! `tandem queue`: the queues of one's own side, and what waits in them.

use super::connection::Connection;
use super::context::Context;
use super::failure::{Ended, Failure};
use super::names::KnownNames;
use super::ticket::{Form, Order, fields, print_list};
use crate::base::cells::{pad_start, sanitise};
use crate::domain::Side;
use crate::entities::{Entity, QUEUE, Row, Surface, TICKET};
use crate::query::typed::List;
use crate::query::{Filter, FilterError, Query, Test};
use clap::{Args, Subcommand};

/// What to do with queues.
#[derive(Debug, Subcommand)]
pub enum QueueCommand {
    /// List the queues of your side with their open tickets
    List(Form),
    /// List the open tickets of a queue
    Tickets(TicketsArguments),
}

/// Which queue.
#[derive(Debug, Args)]
pub struct TicketsArguments {
    /// Its name, or as much of it as is clear
    name: String,
    #[command(flatten)]
    order: Order,
    #[command(flatten)]
    form: Form,
}

/// Does what was asked for.
///
/// # Errors
/// No server, no session, no such queue.
pub async fn run(context: &mut Context<'_>, command: QueueCommand) -> Ended {
    let connection = Connection::open(context).await?;
    let done = match command {
        QueueCommand::List(form) => list(context, &connection, form).await,
        QueueCommand::Tickets(arguments) => tickets(context, &connection, arguments).await,
    };
    connection.close().await;
    done
}

async fn list(context: &mut Context<'_>, connection: &Connection, form: Form) -> Ended {
    let own = own_queues(connection).map_err(|error| Failure::of(&error))?;
    let mut counted = Vec::new();
    for queue in connection.all(own).await? {
        let filter = waiting(connection.side(), queue.id()).map_err(|error| Failure::of(&error))?;
        let count = connection.remote().count(&Query::new(filter, Surface::Tandem)).await;
        counted.push((queue, count.map_err(|error| connection.failed(&error))?));
    }
    if form.json {
        let queues: Vec<_> = counted.iter().map(|(queue, open)| with_count(queue, *open)).collect();
        serde_json::to_writer_pretty(&mut *context.out, &queues).map_err(std::io::Error::from)?;
        writeln!(context.out)?;
        return Ok(());
    }
    for (queue, open) in &counted {
        let name = sanitise(queue.text("name").unwrap_or_default());
        writeln!(context.out, "{}  {name}", pad_start(&open.to_string(), 6))?;
    }
    Ok(())
}

fn with_count(queue: &Row, open: u64) -> serde_json::Value {
    let mut json = serde_json::to_value(queue).unwrap_or_default();
    if let Some(fields) = json.as_object_mut() {
        fields.insert("openTickets".to_owned(), open.into());
    }
    json
}

/// The queues of the reader's side that tickets can be put into; a client sees its own only.
fn own_queues(connection: &Connection) -> Result<Filter, FilterError> {
    let side = Filter::eq(&QUEUE, "side", connection.side().word())?;
    let usable = side.and(Filter::compare(
        &QUEUE,
        "isActive",
        crate::query::Comparison::NotEqual,
        false,
    )?);
    match connection.side() {
        Side::Autotask => Ok(usable),
        Side::Taskfire => Ok(usable.and(Filter::eq(&QUEUE, "companyID", connection.me().company.0)?)),
    }
}

/// The open tickets of a queue.
fn waiting(side: Side, queue: i64) -> Result<Filter, FilterError> {
    let open: &'static Entity = &TICKET;
    let completed = match side {
        Side::Autotask => "completedDate",
        Side::Taskfire => "closedDate",
    };
    let there = Filter::eq(open, fields(side).queue, queue)?;
    Ok(there.and(Filter::condition(open, completed, Test::NotExist)?))
}

async fn tickets(context: &mut Context<'_>, connection: &Connection, arguments: TicketsArguments) -> Ended {
    let mut names = KnownNames::new(connection, context.clock.now());
    let list = List::Queues(connection.side());
    let queue = names.one(context, connection, list, &arguments.name).await?;
    let filter = waiting(connection.side(), queue).map_err(|error| Failure::of(&error))?;
    print_list(
        context,
        connection,
        &mut names,
        filter,
        &arguments.order,
        arguments.form,
    )
    .await
}
