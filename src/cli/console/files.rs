//! The person's own files, read again while the console is open.

use crate::cli::look;
use crate::config::{Environment, Overrides, Paths, Read, ServerSettings, Settings};
use crate::sentences::Sentences;
use crate::tui::app::configuration::Configuration;

/// Where settings come from.
#[derive(Clone, Debug)]
pub struct Files {
    /// What the process was started with.
    pub environment: Environment,
    /// What the command line said.
    pub overrides: Overrides,
}

impl Files {
    /// Reads them again, beside the settings with which the console was started. What is understood holds, but for
    /// the server and the folders: those are changed by a new start, which a mistake about the server would refuse.
    #[must_use]
    pub fn read(&self, present: &Settings) -> Configuration {
        let Read {
            mut settings,
            server,
            others,
        } = match Settings::read(&self.environment, &self.overrides) {
            Ok(read) => read,
            Err(unusable) => {
                let why = unusable.said(&Sentences::new(present.ui.language));
                return Configuration::unreadable(present.file_name(), why);
            }
        };
        // A drawn console stays one, and a plain one too, until it starts again.
        let needs_restart = server.is_empty() && of_the_start(&settings) != of_the_start(present);
        settings.ui.plain = present.ui.plain;
        let (look, of_own_files) = look::settings(&settings, Sentences::new(settings.ui.language));
        let mistakes = server.iter().chain(&others).chain(&of_own_files);
        Configuration {
            line: settings.ui.line,
            mistakes: mistakes.map(|mistake| mistake.said(&look.sentences)).collect(),
            file: settings.file_name(),
            needs_restart,
            settings: Some(look),
        }
    }
}

/// What holds from a start on.
fn of_the_start(settings: &Settings) -> (&ServerSettings, &Paths, bool, bool) {
    (&settings.server, &settings.paths, settings.ui.mouse, settings.ui.plain)
}
