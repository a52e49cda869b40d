//! `tandem ticket list`: the same lists as in the console, by the same line of filter.

use super::{Form, print};
use crate::cli::connection::Connection;
use crate::cli::context::Context;
use crate::cli::failure::{Ended, Exit, Failure};
use crate::cli::names::KnownNames;
use crate::entities::TICKET;
use crate::query::{Direction, Filter, Sort};
use clap::Args;

const EXAMPLES: &str = "\
Examples:
  tandem ticket list is:open assignee:me
  tandem ticket list status:new 'queue:\"Level 1\"' 'due<2d' --sort priority
  tandem ticket list company:acme printer --json

The line is the one that the console takes: field:value, field:one,other, field:none,
due<2d, is:open, is:late, -field:value for the others, OR and ( ), and words to search
for. Nothing given: all open tickets.";

/// Which tickets, how sorted, how many.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct ListArguments {
    /// What to look for
    filter: Vec<String>,
    #[command(flatten)]
    pub(in crate::cli) order: Order,
    #[command(flatten)]
    pub(in crate::cli) form: Form,
}

/// How a list is sorted and how long it is.
#[derive(Debug, Args)]
pub struct Order {
    /// Sort by this field of the ticket, as in priority or createDate; -createDate for the other way
    #[arg(
        long,
        value_name = "FIELD",
        default_value = "dueDateTime",
        allow_hyphen_values = true
    )]
    sort: String,
    /// At most so many tickets
    #[arg(long, value_name = "COUNT", default_value_t = 100)]
    limit: usize,
}

pub(super) async fn run(context: &mut Context<'_>, connection: &Connection, arguments: ListArguments) -> Ended {
    let typed = if arguments.filter.is_empty() {
        "is:open".to_owned()
    } else {
        arguments.filter.join(" ")
    };
    let mut names = KnownNames::new(connection, context.clock.now());
    let filter = names.filter(connection, &typed).await?;
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

/// Prints the tickets that a filter selects.
///
/// # Errors
/// The server's.
pub(in crate::cli) async fn print_list(
    context: &mut Context<'_>,
    connection: &Connection,
    names: &mut KnownNames,
    filter: Filter,
    order: &Order,
    form: Form,
) -> Ended {
    let sort = sort(&order.sort)?;
    let (rows, more) = connection.some(filter, sort, order.limit).await?;
    if form.json {
        serde_json::to_writer_pretty(&mut *context.out, &rows).map_err(std::io::Error::from)?;
        writeln!(context.out)?;
    } else if rows.is_empty() {
        writeln!(context.notes, "{}", context.text("tickets-none"))?;
    } else {
        print::table(context.out, connection, names, &rows).await?;
    }
    if more {
        let said = context.say("tickets-more", &[("count", order.limit.into())]);
        writeln!(context.notes, "{said}")?;
    }
    Ok(())
}

fn sort(field: &str) -> Ended<Sort> {
    let (field, direction) = match field.strip_prefix('-') {
        Some(field) => (field, Direction::Descending),
        None => (field, Direction::Ascending),
    };
    Sort::by(&TICKET, &[(field, direction)]).map_err(|error| Failure::new(Exit::Usage, format!("--sort: {error}")))
}
