//! `tandem man`: a manual page for each command, made from the command line's own table, and one for a person's own
//! files, made from theirs.

mod configuration;

use super::args::Arguments;
use super::context::Context;
use super::failure::{Ended, Exit, Failure};
use clap::{Args, CommandFactory as _};
use std::ffi::OsStr;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

const EXAMPLES: &str = "\
Example:
  tandem man ~/.local/share/man/man1
  man tandem-ticket
  man 5 tandem-config";

/// Where commands' pages usually lie, and those of files beside them.
const COMMANDS: &str = "man1";
const FILES: &str = "man5";

/// Where to.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct ManArguments {
    /// The folder that the pages are written to; it is made where it isn't there. Beside a man1 the page of the
    /// configuration files goes into man5
    folder: PathBuf,
}

/// Writes them.
///
/// # Errors
/// When the folder can't be written to.
pub fn run(context: &mut Context<'_>, arguments: &ManArguments) -> Ended {
    let folder = arguments.folder.display().to_string();
    write(&arguments.folder).map_err(|error| {
        let arguments = [("folder", folder.as_str().into()), ("reason", error.to_string().into())];
        Failure::new(Exit::Failed, context.say("man-not-written", &arguments))
    })?;
    let written = context.say("man-written", &[("folder", folder.into())]);
    Ok(writeln!(context.out, "{written}")?)
}

fn write(folder: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    clap_mangen::generate_to(Arguments::command(), folder)?;
    let of_files = match folder.file_name() {
        Some(name) if name == OsStr::new(COMMANDS) => folder.with_file_name(FILES),
        _ => folder.to_owned(),
    };
    fs::create_dir_all(&of_files)?;
    configuration::page().to_writer(&mut File::create(of_files.join("tandem-config.5"))?)
}
