//! Acts on one ticket: looked up, asked with what was seen, carried out once, and shown as it is afterwards.

use super::key::Key;
use super::{Form, find, print};
use crate::base::cells::sanitise_lines;
use crate::base::ids::TicketId;
use crate::cli::connection::Connection;
use crate::cli::context::Context;
use crate::cli::failure::{Ended, Failure};
use crate::cli::names::KnownNames;
use crate::domain::outcome::CarryOver;
use crate::domain::{Act, Change, Priority, Seen};
use crate::entities::Row;
use crate::query::typed::List;
use crate::records;
use crate::wire::ext::change::Settled;
use clap::Args;

/// Which ticket, and how the answer is written.
#[derive(Debug, Args)]
pub struct TicketArguments {
    /// The ticket's number, or the end of it
    #[arg(value_parser = find::number)]
    pub(super) number: String,
    /// A key of your own, from `uuidgen -7`: the same command with the same key counts once
    #[arg(long, value_name = "UUID")]
    pub(super) key: Option<Key>,
    #[command(flatten)]
    pub(super) form: Form,
}

/// Arguments that say one act on one ticket.
pub(super) trait Asks {
    /// Which ticket.
    fn ticket(&self) -> &TicketArguments;
    /// What to do, names looked up.
    async fn act(&self, context: &mut Context<'_>, line: &mut Line<'_>) -> Ended<Act>;
}

/// Where names are looked up.
pub(super) struct Line<'c> {
    connection: &'c Connection,
    names: KnownNames,
    ticket: &'c Row,
}

impl Line<'_> {
    /// The line to the backend.
    pub(super) fn connection(&self) -> &Connection {
        self.connection
    }

    /// The ticket, as it is now.
    pub(super) fn ticket(&self) -> &Row {
        self.ticket
    }

    /// The one row of a list that a name means.
    pub(super) async fn one(&mut self, context: &Context<'_>, list: List, name: &str) -> Ended<i64> {
        self.names.one(context, self.connection, list, name).await
    }
}

/// Carries the act out.
pub(super) async fn run(context: &mut Context<'_>, connection: &Connection, arguments: impl Asks) -> Ended {
    let ticket = arguments.ticket();
    let row = find::ticket(context, connection, &ticket.number).await?;
    let names = KnownNames::new(connection, context.clock.now());
    let mut line = Line {
        connection,
        names,
        ticket: &row,
    };
    let act = arguments.act(context, &mut line).await?;
    let seen = records::seen::seen(&act, connection.side(), &row).map_err(|error| Failure::of(&error))?;
    let change = ask(context, TicketId(row.id()), act, seen, ticket.key);
    let settled = connection.change(context, &change).await?;
    print_settled(context, connection, &mut line.names, &settled, ticket.form).await
}

/// The change that says so. Under the caller's own key it must be the same request each time, so that what was seen
/// this time is no part of it.
pub(super) fn ask(context: &Context<'_>, ticket: TicketId, act: Act, seen: Seen, key: Option<Key>) -> Change {
    let (id, seen, written_at) = match key {
        Some(key) => (key.id, Seen::new(), key.made_at),
        None => (context.ids.change(), seen, context.clock.now()),
    };
    Change {
        id,
        ticket,
        seen,
        act,
        written_at,
    }
}

/// The ticket as it is afterwards, and what a completion did to the other side.
pub(super) async fn print_settled(
    context: &mut Context<'_>,
    connection: &Connection,
    names: &mut KnownNames,
    settled: &Settled,
    form: Form,
) -> Ended {
    if form.json {
        serde_json::to_writer_pretty(&mut *context.out, settled).map_err(std::io::Error::from)?;
        writeln!(context.out)?;
        return Ok(());
    }
    print::line(context.out, connection, names, &settled.ticket).await?;
    let said = match settled.carry_over {
        Some(CarryOver::Synced) => Some("carried-over"),
        Some(CarryOver::NotOwner) => Some("not-carried-not-owner"),
        Some(CarryOver::SettingOff) => Some("not-carried-setting-off"),
        _ => None,
    };
    if let Some(key) = said {
        let said = context.say(key, &[("side", connection.side().other().product().into())]);
        writeln!(context.notes, "{}", sanitise_lines(&said))?;
    }
    Ok(())
}

/// Reads a priority's name.
pub(super) fn priority(text: &str) -> Result<Priority, String> {
    let known = Priority::RANKED.into_iter().find(|known| {
        known.label().eq_ignore_ascii_case(text) || format!("P{}", known.rank()).eq_ignore_ascii_case(text)
    });
    known.ok_or_else(|| "take critical, high, medium, low, or P1 to P4".to_owned())
}
