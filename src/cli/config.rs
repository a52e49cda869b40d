//! `tandem config`: whether the person's own files can be used, before the console is opened with them.

use super::connection::way;
use super::context::Context;
use super::failure::{Ended, Exit, Failure};
use super::look;
use crate::base::cells::sanitise_lines;
use crate::config::{Read, Settings};
use crate::remote::Client;
use crate::sentences::Sentences;
use clap::Subcommand;

/// What to do with the settings.
#[derive(Debug, Subcommand)]
pub enum ConfigCommand {
    /// Name every mistake in settings, keymap, theme, views and macros with its file and line
    ///
    /// Ends with 0 where nothing is wrong, and with 1 otherwise. `--config FILE` looks at another file.
    Check,
}

/// Does it.
///
/// # Errors
/// When something is wrong.
pub fn run(context: &mut Context<'_>, command: &ConfigCommand) -> Ended {
    match command {
        ConfigCommand::Check => check(context),
    }
}

fn check(context: &mut Context<'_>) -> Ended {
    let read = Settings::read(&context.environment, &context.overrides());
    let Read {
        settings,
        server,
        others,
    } = read.map_err(|error| Failure::new(Exit::Failed, error.said(&context.sentences)))?;
    context.sentences = Sentences::new(settings.ui.language);
    let (_, of_own_files) = look::settings(&settings, context.sentences.clone());
    let mut told: Vec<String> = server
        .iter()
        .chain(&others)
        .chain(&of_own_files)
        .map(|mistake| mistake.explained(&context.sentences))
        .collect();
    // A file of certificates that holds none, a proxy that is none.
    told.extend(
        Client::new(&way(&settings, context.spoken()))
            .err()
            .map(|error| error.said(&context.sentences)),
    );
    for mistake in &told {
        writeln!(context.out, "{}\n", sanitise_lines(mistake))?;
    }
    let file = [("file", settings.file_name().into())];
    match told.len() {
        0 if settings.file.exists() => Ok(writeln!(context.out, "{}", context.say("doctor-settings", &file))?),
        0 => Ok(writeln!(context.out, "{}", context.say("doctor-settings-none", &file))?),
        count => {
            // A mistake about the server stops every start.
            let key = match server.is_empty() {
                true => "config-check-wrong",
                false => "config-check-stops",
            };
            let sentence = context.say(key, &[("count", count.into())]);
            Err(Failure::new(Exit::Failed, sentence))
        }
    }
}
