//! `tandem audit`: the log of administrative acts, right in the database, whoever else has it open.

use super::context::Context;
use super::database::DatabaseAddress;
use super::failure::{Ended, Exit, Failure};
use crate::server::operations::administration::audit::{self, Fault};
use crate::server::store::{Database, StoreError};
use clap::{Args, Subcommand};
use rusqlite::Connection;

const EXAMPLES: &str = "\
Examples:
  tandem audit digest --database sqlite:desk.db > digest.txt     keep it where the server's administrators can't write
  tandem audit verify --database sqlite:desk.db --from \"$(cat digest.txt)\"
  tandem audit export --database sqlite:desk.db > audit.jsonl

Each entry's digest covers the entry and the digest before it, so that an altered, removed or inserted entry is found. Who
can write the file can also write all digests anew: --from with a digest that was kept elsewhere finds that.
Ends with 1 where the log is not as it was written.";

/// What to do with the log.
#[derive(Debug, Subcommand)]
pub enum AuditCommand {
    /// Check that the log is as it was written
    #[command(after_help = EXAMPLES)]
    Verify {
        #[command(flatten)]
        database: Log,
        /// A digest that was kept elsewhere, and has to be in the log
        #[arg(long, value_name = "DIGEST")]
        from: Option<String>,
    },
    /// Print the whole log, an entry a line, as JSON
    Export {
        #[command(flatten)]
        database: Log,
    },
    /// Print the newest digest, to be kept elsewhere
    Digest {
        #[command(flatten)]
        database: Log,
    },
}

/// Which database.
#[derive(Debug, Args)]
pub struct Log {
    /// The database
    #[arg(long, value_name = "sqlite:FILE")]
    database: DatabaseAddress,
}

impl Log {
    /// The database for reading only: looking at evidence changes nothing of it.
    fn open(&self, context: &Context<'_>) -> Ended<Connection> {
        Database::open_to_read(&self.database.0).map_err(|error| failed(context, &error))
    }
}

/// Does what was asked for.
///
/// # Errors
/// A database that can't be read; a log that is not as it was written.
pub fn run(context: &mut Context<'_>, command: &AuditCommand) -> Ended {
    match command {
        AuditCommand::Verify { database, from } => verify(context, &database.open(context)?, from.as_deref()),
        AuditCommand::Export { database } => export(context, &database.open(context)?),
        AuditCommand::Digest { database } => {
            let (_, digest) = audit::head(&database.open(context)?).map_err(|error| failed(context, &error))?;
            writeln!(context.out, "{digest}")?;
            Ok(())
        }
    }
}

fn failed(context: &Context<'_>, error: &StoreError) -> Failure {
    Failure::new(Exit::Failed, error.said(&context.sentences))
}

fn verify(context: &mut Context<'_>, connection: &Connection, from: Option<&str>) -> Ended {
    let verified = audit::verify(connection, from.map(str::trim)).map_err(|error| failed(context, &error))?;
    let sound = verified.map_err(|fault| Failure::new(Exit::Failed, said(context, fault)))?;
    let arguments = [("count", sound.entries.into()), ("digest", sound.digest.into())];
    writeln!(context.out, "{}", context.say("audit-sound", &arguments))?;
    Ok(())
}

fn said(context: &Context<'_>, fault: Fault) -> String {
    let (key, entry) = match fault {
        Fault::Altered(entry) => ("audit-altered", entry),
        Fault::Removed(entry) => ("audit-removed", entry),
        Fault::CutEnd(entry) => ("audit-cut-end", entry),
        Fault::Added(entry) => ("audit-added", entry),
        Fault::OtherHead(entry) => ("audit-other-head", entry),
        Fault::Unknown => ("audit-digest-unknown", 0),
    };
    // Numbers as they are in the log, without the language's marks between thousands.
    context.say(key, &[("entry", entry.to_string().into())])
}

fn export(context: &mut Context<'_>, connection: &Connection) -> Ended {
    let mut behind = 0;
    loop {
        let batch = audit::batch(connection, behind).map_err(|error| failed(context, &error))?;
        let Some(last) = batch.last() else {
            return Ok(());
        };
        behind = last.id;
        for entry in &batch {
            let line = serde_json::to_string(entry).map_err(|error| Failure::of(&error))?;
            writeln!(context.out, "{line}")?;
        }
    }
}
