//! `tandem completions`: what a shell needs to complete the command line, made from the command line's own table.

use super::args::Arguments;
use super::context::Context;
use super::failure::Ended;
use clap::{Args, CommandFactory as _};
use clap_complete::Shell;

const EXAMPLES: &str = "\
Examples:
  tandem completions bash > ~/.local/share/bash-completion/completions/tandem
  tandem completions zsh > ~/.zfunc/_tandem
  tandem completions fish > ~/.config/fish/completions/tandem.fish";

/// For which shell.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct CompletionsArguments {
    /// The shell
    shell: Shell,
}

/// Writes them to the output.
///
/// # Errors
/// When the output can't be written.
pub fn run(context: &mut Context<'_>, arguments: &CompletionsArguments) -> Ended {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Arguments::command(), "tandem", &mut script);
    Ok(context.out.write_all(&script)?)
}
