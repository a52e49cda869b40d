//! Which ticket is meant: its number, or the end of it.

use crate::cli::connection::Connection;
use crate::cli::context::Context;
use crate::cli::failure::{Ended, Exit, Failure};
use crate::entities::{Row, TICKET};
use crate::query::{Filter, FilterError, Part, Test};

/// Reads a ticket's number, or the end of it.
pub(super) fn number(text: &str) -> Result<String, String> {
    let number = text.trim();
    if number.is_empty() {
        return Err("write the ticket's number, or the end of it".to_owned());
    }
    Ok(number.to_owned())
}

/// The ticket of that number; `1120.0007` will do where it is clear.
pub(super) async fn ticket(context: &Context<'_>, connection: &Connection, number: &str) -> Ended<Row> {
    let filter = filter(number.trim()).map_err(|error| Failure::of(&error))?;
    let mut found = connection.all(filter).await?;
    match (found.pop(), found.len()) {
        (Some(only), 0) => Ok(only),
        (None, _) => Err(Failure::new(
            Exit::NotFound,
            context.say("ticket-not-found", &[("number", number.into())]),
        )),
        (Some(_), others) => {
            let arguments = [("number", number.into()), ("count", (others + 1).into())];
            Err(Failure::new(
                Exit::NotFound,
                context.say("ticket-ambiguous", &arguments),
            ))
        }
    }
}

fn filter(number: &str) -> Result<Filter, FilterError> {
    if number.starts_with(['T', 't']) {
        return Filter::eq(&TICKET, "ticketNumber", number);
    }
    Filter::condition(&TICKET, "ticketNumber", Test::Text(Part::Ends, number.to_owned()))
}
