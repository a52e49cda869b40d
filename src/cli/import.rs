//! `tandem import`: another desk's records from a file of CSV or JSON lines, through the server.

use super::connection::Connection;
use super::context::Context;
use super::failure::{Ended, Exit, Failure};
use super::progress;
use crate::config::Mistake;
use crate::import::{
    ImportError, Job, Made, Mapping, Progress, ReadError, Reject, Rejects, RejectsError, Report, Rows, Watcher, suggest,
};
use crate::remote::ImportMode;
use crate::sentences::Sentences;
use clap::Args;
use indicatif::ProgressBar;
use std::path::{Path, PathBuf};

/// The mappings that ship, by name.
const MAPPINGS: [(&str, &str); 1] = [("servicenow", include_str!("../../assets/import/servicenow.toml"))];

const EXAMPLES: &str = "\
Examples:
  tandem import --suggest tickets.csv > my-desk.toml
  tandem import tickets.csv --mapping my-desk.toml --dry-run
  tandem import tickets.csv --mapping my-desk.toml --server https://desk.example
  tandem import incidents.csv.gz --mapping servicenow
  ssh old-desk dump-tickets | tandem import - --mapping my-desk.toml

The file is CSV with the names of its columns in the first line, or JSON lines; plain, or packed with gzip
or zstd. The mapping says what each column becomes; --suggest writes a first one from the file itself, and
`servicenow` ships, documented:
  tandem import --show-mapping servicenow > my-desk.toml

Rows that can't be taken are named with file, line and column and kept in a file of rejects; the rest goes
in. Running it again adds nothing that is there, and goes on where it was stopped: put the rejects right
and import them by themselves. Needs an administrator of the provider.";

/// What to import.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct ImportArguments {
    /// CSV or JSON lines, plain or packed with gzip or zstd; - for standard input
    #[arg(required_unless_present_any = ["show_mapping", "suggest"])]
    file: Option<PathBuf>,
    /// The mapping: a TOML file, or servicenow
    #[arg(long, required_unless_present_any = ["show_mapping", "suggest"])]
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
    /// Print a first mapping for this file, guessed from its columns and first rows, and end
    #[arg(long, value_name = "FILE", exclusive = true)]
    suggest: Option<PathBuf>,
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
    if let Some(file) = &arguments.suggest {
        return suggested(context, file);
    }
    let (Some(file), Some(mapping)) = (&arguments.file, &arguments.mapping) else {
        return Err(context.missing("mapping"));
    };
    if !arguments.dry_run {
        context.may_change()?;
    }
    let mapping = read_mapping(context, mapping)?;
    let rows = Rows::open(file).map_err(|error| unreadable(context, &error))?;
    let (mode, rejects) = if arguments.dry_run {
        (ImportMode::DryRun, None)
    } else {
        let wanted = arguments
            .rejects
            .clone()
            .unwrap_or_else(|| Rejects::default_file(&rows));
        let rejects = Rejects::prepare(wanted, &rows);
        (
            ImportMode::Write,
            Some(rejects.map_err(|error| no_rejects(context, &error))?),
        )
    };
    let connection = Connection::open(context).await?;
    let job = Job {
        remote: connection.remote(),
        mapping: &mapping,
        mode,
        rejects,
    };
    let mut watching = Watching::new(rows.size(), context.sentences.clone());
    let done = job.run(rows, &mut watching).await;
    watching.bar.finish_and_clear();
    let done = done.map_err(|error| failed(context, &connection, &error));
    connection.close().await;
    report(context, &done?, mode)
}

fn suggested(context: &mut Context<'_>, file: &Path) -> Ended {
    let rows = Rows::open(file).map_err(|error| unreadable(context, &error))?;
    let suggestion = suggest(rows, &context.sentences).map_err(|error| unreadable(context, &error))?;
    write!(context.out, "{}", suggestion.text)?;
    if suggestion.missing.is_empty() {
        return Ok(());
    }
    let arguments = [("fields", suggestion.missing.join(", ").into())];
    Err(Failure::new(
        Exit::Failed,
        context.say("mapping-incomplete", &arguments),
    ))
}

fn shipped(name: &str) -> Option<&'static str> {
    MAPPINGS.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

fn unknown_mapping(context: &Context<'_>, name: &str) -> Failure {
    let names: Vec<&str> = MAPPINGS.iter().map(|(name, _)| *name).collect();
    let arguments = [("name", name.into()), ("names", names.join(", ").into())];
    Failure::new(Exit::NotFound, context.say("mapping-unknown", &arguments))
}

fn explained(context: &Context<'_>, mistakes: &[Mistake]) -> String {
    let explained = mistakes.iter().map(|mistake| mistake.explained(&context.sentences));
    explained.collect::<Vec<_>>().join("\n\n")
}

fn read_mapping(context: &Context<'_>, name: &str) -> Ended<Mapping> {
    let read = |file: &str, text: &str| {
        Mapping::parse(file, text).map_err(|mistakes| Failure::new(Exit::Usage, explained(context, &mistakes)))
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
        ImportError::Columns(mistakes) => Failure::new(Exit::Usage, explained(context, mistakes)),
        ImportError::Read(error) => unreadable(context, error),
        ImportError::Rejects(error) => no_rejects(context, error),
        ImportError::Count(error) => {
            let reason = [("reason", error.to_string().into())];
            Failure::new(Exit::Failed, context.say("import-no-room", &reason))
        }
    }
}

fn unreadable(context: &Context<'_>, error: &ReadError) -> Failure {
    Failure::new(Exit::Failed, error.said(&context.sentences))
}

fn no_rejects(context: &Context<'_>, error: &RejectsError) -> Failure {
    let exit = match error {
        RejectsError::IsImported(_) => Exit::Usage,
        RejectsError::File { .. } => Exit::Failed,
    };
    Failure::new(exit, error.said(&context.sentences))
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
    for (entity, count) in &report.records {
        writeln!(context.out, "  {entity}: {count}")?;
    }
    if report.awaited > 0 {
        let arguments = [("count", report.awaited.into())];
        writeln!(context.notes, "{}", context.say("import-awaited", &arguments))?;
    }
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
fn made(context: &mut Context<'_>, key: &str, made: &Made) -> Ended {
    if *made == Made::default() {
        return Ok(());
    }
    let counts = [
        ("companies", made.companies.into()),
        ("contacts", made.contacts.into()),
        ("resources", made.resources.into()),
        ("queues", made.queues.into()),
        ("types", made.request_types.into()),
        ("fields", made.user_defined_fields.into()),
    ];
    writeln!(context.out, "{}", context.say(key, &counts))?;
    Ok(())
}

/// A bar over the file's bytes; rejects are said above it.
struct Watching {
    bar: ProgressBar,
    sentences: Sentences,
}

impl Watching {
    fn new(size: u64, sentences: Sentences) -> Self {
        // Nobody knows how much comes from standard input.
        let template = match size {
            0 => "{msg} {bytes}, {prefix}",
            _ => "{msg} [{bar:30}] {bytes}/{total_bytes}, {prefix}",
        };
        let bar = progress::bar(size, template);
        bar.set_message(sentences.text("import-progress").into_owned());
        Self { bar, sentences }
    }
}

impl Watcher for Watching {
    fn progress(&mut self, progress: Progress) {
        self.bar.set_position(progress.bytes);
        let rows = [("count", progress.rows.into())];
        self.bar
            .set_prefix(self.sentences.say("import-rows", &rows).into_owned());
    }

    fn rejected(&mut self, reject: &Reject) {
        progress::say_above(&self.bar, &reject.said(&self.sentences));
    }
}
