//! `tandem ticket save`: a file of a ticket, onto this machine.

use super::find;
use crate::base::cells::sanitise_lines;
use crate::base::file_name;
use crate::base::ids::TicketId;
use crate::base::secret::digest;
use crate::cli::connection::Connection;
use crate::cli::context::Context;
use crate::cli::failure::{Ended, Exit, Failure};
use crate::cli::names::meant;
use crate::entities::{Row, TICKET_ATTACHMENT};
use crate::query::Filter;
use clap::Args;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

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
    let bytes = fetch(connection, TicketId(ticket.id()), file).await?;
    write(&to, &bytes, arguments.replace).map_err(|error| not_written(context, &to, &error))?;
    let said = context.say("file-saved", &[("path", to.display().to_string().into())]);
    writeln!(context.out, "{}", sanitise_lines(&said))?;
    Ok(())
}

/// The files of a ticket, by their ids; a link to somewhere else has nothing in it.
pub(super) async fn files(connection: &Connection, ticket: i64) -> Ended<Vec<Row>> {
    let of_ticket = Filter::eq(&TICKET_ATTACHMENT, "parentID", ticket);
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

/// All of it, held against its digest.
async fn fetch(connection: &Connection, ticket: TicketId, file: &Row) -> Ended<Vec<u8>> {
    let mut bytes = Vec::new();
    let size = size(file);
    while bytes.len() < size {
        let from = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let part = connection.remote().attachment_part(ticket, file.id(), from).await;
        let part = part.map_err(|error| connection.failed(&error))?;
        if part.is_empty() {
            break;
        }
        bytes.extend(part);
    }
    let expected = file.text("digest").unwrap_or_default();
    if bytes.len() != size || (!expected.is_empty() && digest(&bytes) != expected) {
        let sentence = "the file that came is not the one that was attached; ask for it again".to_owned();
        return Err(Failure::new(Exit::Failed, sentence));
    }
    Ok(bytes)
}

/// In bytes.
pub(super) fn size(file: &Row) -> usize {
    let size = file.decimal("fileSize").and_then(|size| usize::try_from(size).ok());
    size.unwrap_or_default()
}

/// Whole or not at all, and for its owner only.
fn write(to: &Path, bytes: &[u8], replace: bool) -> io::Result<()> {
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut file = NamedTempFile::new_in(folder.unwrap_or(Path::new(".")))?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    let kept = match replace {
        true => file.persist(to),
        false => file.persist_noclobber(to),
    };
    kept.map(drop).map_err(|error| error.error)
}

fn not_written(context: &Context<'_>, to: &Path, error: &io::Error) -> Failure {
    let path = to.display().to_string();
    let sentence = match error.kind() {
        io::ErrorKind::AlreadyExists => context.say("file-exists", &[("path", path.into())]),
        _ => format!("{path}: {error}"),
    };
    Failure::new(Exit::Failed, sentence)
}
