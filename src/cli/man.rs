//! `tandem man`: a manual page for each command, made from the command line's own table.

use super::args::Arguments;
use super::context::Context;
use super::failure::{Ended, Exit, Failure};
use clap::{Args, CommandFactory as _};
use std::path::{Path, PathBuf};

const EXAMPLES: &str = "\
Example:
  tandem man ~/.local/share/man/man1
  man tandem-ticket";

/// Where to.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct ManArguments {
    /// The folder that the pages are written to; it is made where it isn't there
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
    std::fs::create_dir_all(folder)?;
    clap_mangen::generate_to(Arguments::command(), folder)
}
