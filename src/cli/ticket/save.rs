//! `tandem ticket save`: a file of a ticket, onto this machine.

use super::find;
use crate::base::cells::sanitise_lines;
use crate::base::ids::TicketId;
use crate::base::whole_file::{Existing, NotWritten};
use crate::base::{file_name, whole_file};
use crate::cli::connection::Connection;
use crate::cli::context::Context;
use crate::cli::failure::{Ended, Exit, Failure};
use crate::cli::names::meant;
use crate::entities::{Row, TICKET_ATTACHMENT};
use crate::query::Filter;
use crate::sync::SyncError;
use crate::sync::download::{self, NotReceived, Wanted};
use clap::Args;
use futures_util::Stream;
use std::path::{Path, PathBuf};

/// Which file, and where to.
#[derive(Debug, Args)]
pub struct SaveArguments {
    /// The ticket's number, or the end of it
    #[arg(value_parser = find::number)]
    number: String,
    /// The file's name, or its number as in #12: `tandem ticket show` lists both
    file: String,
    /// Where to; a file of its own name in this folder if left out
    to: Option<PathBuf>,
    /// Write over a file that is there
    #[arg(long)]
    replace: bool,
}

pub(super) async fn run(context: &mut Context<'_>, connection: &Connection, arguments: SaveArguments) -> Ended {
    let ticket = find::ticket(context, connection, &arguments.number).await?;
    let files = files(connection, ticket.id()).await?;
    let file = one(context, &files, &arguments.file)?;
    let name = file_name::safe(name(file));
    let to = match arguments.to {
        Some(folder) if folder.is_dir() => folder.join(name),
        Some(file) => file,
        None => PathBuf::from(name),
    };
    let existing = match arguments.replace {
        true => Existing::Replace,
        false => Existing::Keep,
    };
    let parts = parts(connection, TicketId(ticket.id()), file);
    let written = whole_file::write(&to, existing, parts).await;
    written.map_err(|why| not_written(context, connection, &to, &why))?;
    let said = context.say("file-saved", &[("path", to.display().to_string().into())]);
    writeln!(context.out, "{}", sanitise_lines(&said))?;
    Ok(())
}

/// The files of a ticket, by their ids; a link to somewhere else has nothing in it.
pub(super) async fn files(connection: &Connection, ticket: i64) -> Ended<Vec<Row>> {
    let of_ticket = Filter::eq(&TICKET_ATTACHMENT, "ticketID", ticket);
    connection.all(of_ticket.map_err(|error| Failure::of(&error))?).await
}

/// What a file is called.
pub(super) fn name(file: &Row) -> &str {
    file.text("title").unwrap_or_default()
}

fn one<'f>(context: &Context<'_>, files: &'f [Row], wanted: &str) -> Ended<&'f Row> {
    let numbered = wanted.strip_prefix('#').and_then(|id| id.parse::<i64>().ok());
    match files.iter().find(|file| Some(file.id()) == numbered) {
        Some(file) => Ok(file),
        None => meant(context, files, name, wanted),
    }
}

/// What is in it, held against its digest.
fn parts(
    connection: &Connection,
    ticket: TicketId,
    file: &Row,
) -> impl Stream<Item = Result<Vec<u8>, NotReceived>> + Unpin + use<> {
    let remote = connection.remote().clone();
    let wanted = Wanted {
        ticket,
        attachment: file.id(),
        size: u64::try_from(size(file)).unwrap_or(u64::MAX),
        digest: file.text("digest").unwrap_or_default().to_owned(),
    };
    download::parts(move || Ok(remote.clone()), wanted)
}

/// In bytes.
pub(super) fn size(file: &Row) -> usize {
    let size = file.decimal("fileSize").and_then(|size| usize::try_from(size).ok());
    size.unwrap_or_default()
}

fn not_written(context: &Context<'_>, connection: &Connection, to: &Path, why: &NotWritten<NotReceived>) -> Failure {
    let path = to.display().to_string();
    let sentence = match why {
        NotWritten::Exists => context.say("file-exists", &[("path", path.into())]),
        NotWritten::Disk(error) => format!("{path}: {error}"),
        NotWritten::Source(NotReceived::Sync(SyncError::Remote(error))) => return connection.failed(error),
        NotWritten::Source(NotReceived::Differs) => context.text("file-differs"),
        NotWritten::Source(error) => error.said(&context.sentences),
    };
    Failure::new(Exit::Failed, sentence)
}
