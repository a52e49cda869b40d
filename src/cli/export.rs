//! `tandem export`: the records that the asking person sees, as a file.

use super::connection::Connection;
use super::context::Context;
use super::failure::{Ended, Exit, Failure};
use super::progress;
use crate::base::file_name;
use crate::export::{ExportError, Form, Job, Report, Watcher};
use crate::remote::{PORTABLE, Portable};
use clap::{Args, ValueEnum};
use flate2::write::GzEncoder;
use indicatif::ProgressBar;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

const EXAMPLES: &str = "\
Examples:
  tandem export --output desk.csv.zst --mapping desk.toml
  tandem export --records Tickets --output tickets.csv
  tandem export --form jsonl --records Tickets,TicketNotes | jq .title

What the asking person sees is written, nothing else. The file is complete or not there at all, and for its
owner alone; it is packed where its name ends in .gz or .zst. With the mapping it goes into another desk:
  tandem --server https://desk.example import desk.csv.zst --mapping desk.toml

In CSV a ' stands before texts that are empty, begin or end with a blank, or begin like a formula, so that
they come back as they were and no spreadsheet reckons with them. Logins, levels, the agreement, contracts
and what was billed stay behind.";

/// What to export.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct ExportArguments {
    /// Where to; standard output if left out
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Where the mapping goes that brings the records into another desk
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,
    /// How rows are written; by the name of the output if left out, else as CSV
    #[arg(long, value_enum)]
    form: Option<WrittenForm>,
    /// Which records, as in Tickets,TicketNotes; all if left out
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    records: Vec<String>,
}

/// How rows are written.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum WrittenForm {
    /// One table
    Csv,
    /// One JSON object a line
    Jsonl,
}

/// Exports.
///
/// # Errors
/// Records that there aren't, a file that can't be written, or the server's word.
pub async fn run(context: &mut Context<'_>, arguments: ExportArguments) -> Ended {
    let wanted = wanted(context, &arguments.records)?;
    let form = form(&arguments);
    let connection = Connection::open(context).await?;
    let job = Job {
        remote: connection.remote(),
        form,
        wanted,
    };
    let mut watching = Watching::new(&context.text("export-progress"));
    let done = match &arguments.output {
        Some(file) => to_file(job, file, &mut watching).await,
        None => {
            let mut out = BufWriter::new(&mut *context.out);
            job.run(&mut out, &mut watching).await
        }
    };
    watching.0.finish_and_clear();
    let done = done.map_err(|error| failed(&connection, arguments.output.as_deref(), error));
    connection.close().await;
    let report = done?;
    if let Some(file) = &arguments.mapping {
        write_mapping(file, &report).map_err(|error| named(file, &error))?;
    }
    let rows: u64 = report.rows.values().sum();
    writeln!(
        context.notes,
        "{}",
        context.say("export-written", &[("rows", rows.into())])
    )?;
    Ok(())
}

/// The records of these names, in the order in which they refer to one another; all where none are named.
fn wanted(context: &Context<'_>, names: &[String]) -> Ended<Vec<&'static Portable>> {
    let is_called = |portable: &Portable, name: &str| {
        let entity = portable.entity;
        entity.plural.eq_ignore_ascii_case(name) || entity.name.eq_ignore_ascii_case(name)
    };
    let unknown = |name: &&String| !PORTABLE.iter().any(|portable| is_called(portable, name));
    if let Some(name) = names.iter().find(unknown) {
        let known: Vec<&str> = PORTABLE.iter().map(|portable| portable.entity.plural).collect();
        let arguments = [("name", name.into()), ("names", known.join(", ").into())];
        return Err(Failure::new(
            Exit::Usage,
            context.say("export-unknown-records", &arguments),
        ));
    }
    let is_wanted = |portable: &&Portable| names.is_empty() || names.iter().any(|name| is_called(portable, name));
    Ok(PORTABLE.iter().filter(is_wanted).collect())
}

fn form(arguments: &ExportArguments) -> Form {
    let name = arguments
        .output
        .as_deref()
        .map(Path::to_string_lossy)
        .unwrap_or_default();
    let plain = name.trim_end_matches(".gz").trim_end_matches(".zst");
    match arguments.form {
        Some(WrittenForm::Csv) => Form::Csv,
        Some(WrittenForm::Jsonl) => Form::JsonLines,
        None if plain.ends_with(".jsonl") || plain.ends_with(".ndjson") => Form::JsonLines,
        None => Form::Csv,
    }
}

/// Writes into a file that gets its name once it is whole.
async fn to_file(job: Job<'_>, file: &Path, watching: &mut Watching) -> Result<Report, ExportError> {
    let mut packed = Packed::new(nameless(file)?, file)?;
    let report = job.run(&mut packed, watching).await?;
    packed.end()?.persist(file).map_err(|error| error.error)?;
    Ok(report)
}

fn write_mapping(file: &Path, report: &Report) -> io::Result<()> {
    let mut nameless = nameless(file)?;
    nameless.write_all(report.mapping.as_bytes())?;
    nameless.as_file().sync_all()?;
    nameless.persist(file).map_err(|error| error.error)?;
    Ok(())
}

/// What the names of files begin with that are not whole yet.
const UNFINISHED: &str = ".tandem-export-";

/// A file in the same folder, for its owner alone, that goes away unless it is given its name. Whoever writes it holds its
/// lock: what exports left there that were killed is not locked, and goes away now.
fn nameless(file: &Path) -> io::Result<NamedTempFile> {
    let folder = file_name::folder(file);
    remove_abandoned(folder)?;
    let nameless = tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(folder)?;
    // Where a file system knows no locks, the file is written all the same.
    let _ = nameless.as_file().try_lock();
    Ok(nameless)
}

fn remove_abandoned(folder: &Path) -> io::Result<()> {
    for entry in folder.read_dir()? {
        let entry = entry?;
        if !entry.file_name().to_string_lossy().starts_with(UNFINISHED) || !entry.file_type()?.is_file() {
            continue;
        }
        // What somebody else keeps or has just finished is left alone.
        if let Ok(left) = File::open(entry.path())
            && left.try_lock().is_ok()
        {
            let _ = std::fs::remove_file(entry.path());
        }
    }
    Ok(())
}

/// A file, packed as its name says.
enum Packed {
    Plain(BufWriter<NamedTempFile>),
    Gzip(GzEncoder<BufWriter<NamedTempFile>>),
    Zstd(zstd::Encoder<'static, BufWriter<NamedTempFile>>),
}

impl Packed {
    fn new(nameless: NamedTempFile, file: &Path) -> io::Result<Self> {
        let buffered = BufWriter::new(nameless);
        Ok(match file.extension().and_then(|ending| ending.to_str()) {
            Some("gz") => Self::Gzip(GzEncoder::new(buffered, flate2::Compression::default())),
            Some("zst") => Self::Zstd(zstd::Encoder::new(buffered, zstd::DEFAULT_COMPRESSION_LEVEL)?),
            _ => Self::Plain(buffered),
        })
    }

    /// Writes all of it to the disk.
    fn end(self) -> io::Result<NamedTempFile> {
        let buffered = match self {
            Self::Plain(buffered) => buffered,
            Self::Gzip(packed) => packed.finish()?,
            Self::Zstd(packed) => packed.finish()?,
        };
        let nameless = buffered.into_inner().map_err(io::IntoInnerError::into_error)?;
        nameless.as_file().sync_all()?;
        Ok(nameless)
    }
}

impl Write for Packed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Plain(file) => file.write(bytes),
            Self::Gzip(file) => file.write(bytes),
            Self::Zstd(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Plain(file) => file.flush(),
            Self::Gzip(file) => file.flush(),
            Self::Zstd(file) => file.flush(),
        }
    }
}

fn failed(connection: &Connection, file: Option<&Path>, error: ExportError) -> Failure {
    match (error, file) {
        (ExportError::Remote(error), _) => connection.failed(&error),
        (ExportError::Write(error), Some(file)) => named(file, &error),
        (ExportError::Write(error), None) => error.into(),
        (error @ ExportError::Filter(_), _) => Failure::of(&error),
    }
}

fn named(file: &Path, error: &io::Error) -> Failure {
    Failure::new(Exit::Failed, format!("{}: {error}", file.display()))
}

/// A count of rows.
struct Watching(ProgressBar);

impl Watching {
    fn new(words: &str) -> Self {
        let bar = progress::bar(0, "{msg} {pos}");
        bar.set_message(words.to_owned());
        Self(bar)
    }
}

impl Watcher for Watching {
    fn written(&mut self, rows: u64) {
        self.0.set_position(rows);
    }
}
