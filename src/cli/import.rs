//! `tandem import`: another desk's records from a CSV file, through the server.

use super::connection::Connection;
use super::context::Context;
use super::failure::{Ended, Exit, Failure};
use super::progress;
use crate::config::Mistake;
use crate::import::{ImportError, Job, Mapping, Progress, Records, Reject, Rejects, RejectsError, Report, Watcher};
use crate::remote::{ImportMade, ImportMode};
use clap::Args;
use indicatif::ProgressBar;
use std::path::{Path, PathBuf};

/// The mappings that ship, by name.
const MAPPINGS: [(&str, &str); 1] = [("servicenow", include_str!("../../assets/import/servicenow.toml"))];

const EXAMPLES: &str = "\
Examples:
  tandem import incidents.csv.gz --mapping servicenow --dry-run
  tandem import incidents.csv.gz --mapping servicenow
  tandem import tickets.csv --mapping my-desk.toml --server https://desk.example

The file has the names of its columns in the first line; it may be packed with gzip. The mapping says
what each column becomes; `servicenow` ships, and is a documented start for one's own:
  tandem import --show-mapping servicenow > my-desk.toml

Rows that can't be taken are named with file and line and kept in a file of rejects; the rest goes in.
Running it again adds nothing that is there: put the rejects right and import them by themselves.
Needs an administrator of the provider.";

/// What to import.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct ImportArguments {
    /// The CSV file, plain or packed with gzip
    #[arg(required_unless_present = "show_mapping")]
    file: Option<PathBuf>,
    /// The mapping: a TOML file, or servicenow
    #[arg(long, required_unless_present = "show_mapping")]
    mapping: Option<String>,
    /// Only say what would happen
    #[arg(long)]
    dry_run: bool,
    /// Where rows go that can't be taken; FILE.rejects.csv in this folder if left out
    #[arg(long, value_name = "FILE")]
    rejects: Option<PathBuf>,
    /// Print a mapping that ships, and end
    #[arg(long, value_name = "NAME", exclusive = true)]
    show_mapping: Option<String>,
}

/// Imports the file.
///
/// # Errors
/// A mapping with mistakes, a file that can't be read, or the server's word. Rows set aside end it with 1.
pub async fn run(context: &mut Context<'_>, arguments: ImportArguments) -> Ended {
    if let Some(name) = &arguments.show_mapping {
        let text = shipped(name).ok_or_else(|| unknown_mapping(context, name))?;
        write!(context.out, "{text}")?;
        return Ok(());
    }
    let (Some(file), Some(mapping)) = (&arguments.file, &arguments.mapping) else {
        return Err(context.missing("mapping"));
    };
    let mapping = read_mapping(context, mapping)?;
    let records = Records::open(file).map_err(|error| Failure::of(&error))?;
    let (mode, rejects) = if arguments.dry_run {
        (ImportMode::DryRun, None)
    } else {
        let wanted = arguments.rejects.clone().unwrap_or_else(|| Rejects::default_file(file));
        let rejects = Rejects::prepare(wanted, file, records.columns().clone());
        (ImportMode::Write, Some(rejects.map_err(|error| no_rejects(&error))?))
    };
    let connection = Connection::open(context).await?;
    let job = Job {
        remote: connection.remote(),
        mapping: &mapping,
        mode,
        rejects,
    };
    let mut watching = Watching::new(records.size(), &context.text("import-progress"));
    let done = job.run(records, &mut watching).await;
    watching.bar.finish_and_clear();
    let done = done.map_err(|error| failed(context, &connection, &error));
    connection.close().await;
    report(context, &done?, mode)
}

fn shipped(name: &str) -> Option<&'static str> {
    MAPPINGS.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

fn unknown_mapping(context: &Context<'_>, name: &str) -> Failure {
    let names: Vec<&str> = MAPPINGS.iter().map(|(name, _)| *name).collect();
    let arguments = [("name", name.into()), ("names", names.join(", ").into())];
    Failure::new(Exit::NotFound, context.say("mapping-unknown", &arguments))
}

fn read_mapping(context: &Context<'_>, name: &str) -> Ended<Mapping> {
    let read = |file: &str, text: &str| {
        Mapping::parse(file, text).map_err(|mistakes| {
            let explained: Vec<String> = mistakes.iter().map(Mistake::explain).collect();
            Failure::new(Exit::Usage, explained.join("\n\n"))
        })
    };
    if let Some(text) = shipped(name) {
        return read(name, text);
    }
    match std::fs::read_to_string(Path::new(name)) {
        Ok(text) => read(name, &text),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(unknown_mapping(context, name)),
        Err(error) => Err(Failure::new(Exit::Failed, format!("{name}: {error}"))),
    }
}

fn failed(context: &Context<'_>, connection: &Connection, error: &ImportError) -> Failure {
    match error {
        ImportError::Remote(error) => {
            let mut failure = connection.failed(error);
            if error.is_passing() {
                failure.sentence = format!("{} {}", failure.sentence, context.text("import-go-on"));
            }
            failure
        }
        ImportError::Columns(_) => Failure::new(Exit::Usage, error.to_string()),
        error => Failure::of(error),
    }
}

fn no_rejects(error: &RejectsError) -> Failure {
    let exit = match error {
        RejectsError::IsImported(_) => Exit::Usage,
        RejectsError::File { .. } => Exit::Failed,
    };
    Failure::new(exit, error.to_string())
}

fn report(context: &mut Context<'_>, report: &Report, mode: ImportMode) -> Ended {
    let [counted, named, set_aside] = match mode {
        ImportMode::Write => ["import-done", "import-made", "import-rejected"],
        ImportMode::DryRun => ["import-would", "import-would-make", "import-would-reject"],
    };
    let counts = [
        ("added", report.added.into()),
        ("created", report.created.into()),
        ("there", report.already_there.into()),
    ];
    writeln!(context.out, "{}", context.say(counted, &counts))?;
    made(context, named, &report.made)?;
    if report.rejected == 0 {
        return Ok(());
    }
    let file = report.rejects.as_deref().unwrap_or(Path::new(""));
    let arguments = [
        ("count", report.rejected.into()),
        ("file", file.display().to_string().into()),
    ];
    Err(Failure::new(Exit::Failed, context.say(set_aside, &arguments)))
}

/// What rows name and nobody knew, counted; nothing where all was known.
fn made(context: &mut Context<'_>, key: &str, made: &ImportMade) -> Ended {
    if *made == ImportMade::default() {
        return Ok(());
    }
    let counts = [
        ("companies", made.companies.len().into()),
        ("contacts", made.contacts.len().into()),
        ("resources", made.resources.len().into()),
        ("queues", made.queues.len().into()),
        ("types", made.request_types.len().into()),
    ];
    writeln!(context.out, "{}", context.say(key, &counts))?;
    Ok(())
}

/// A bar over the file's bytes; rejects are said above it.
struct Watching {
    bar: ProgressBar,
}

impl Watching {
    fn new(size: u64, words: &str) -> Self {
        let bar = progress::bar(size, "{msg} [{bar:30}] {bytes} of {total_bytes}, {prefix}");
        bar.set_message(words.to_owned());
        Self { bar }
    }
}

impl Watcher for Watching {
    fn progress(&mut self, progress: Progress) {
        self.bar.set_position(progress.bytes);
        self.bar.set_prefix(format!("{} rows", progress.rows));
    }

    fn rejected(&mut self, reject: &Reject) {
        progress::say_above(&self.bar, &reject.to_string());
    }
}
