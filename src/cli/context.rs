//! What every command works with: where it writes, how it speaks, and what time it is.

use super::args::General;
use super::failure::{Ended, Exit, Failure};
use crate::base::ids::{Ids, UniqueIds};
use crate::base::{Clock, Language, SystemClock};
use crate::config::paths::private_folder;
use crate::config::{Environment, Mistake, Overrides, Paths, Settings};
use crate::sentences::{Sentences, Spoken, Value};
use std::io::{Read as _, Write};
use std::sync::Arc;

/// What every command works with.
pub struct Context<'w> {
    /// What was said before the command.
    pub general: General,
    /// The variables that this process was started with.
    pub environment: Environment,
    /// The sentences in the person's language.
    pub sentences: Sentences,
    /// Now.
    pub clock: Arc<dyn Clock>,
    /// New ids.
    pub ids: Arc<dyn Ids>,
    /// What was asked for.
    pub out: &'w mut dyn Write,
    /// What the person should know besides: progress, advice, questions.
    pub notes: &'w mut dyn Write,
}

impl<'w> Context<'w> {
    /// A context on this machine's clock.
    pub fn new(general: General, out: &'w mut dyn Write, notes: &'w mut dyn Write) -> Self {
        let environment = Environment::of_process();
        let language = Settings::defaults(&environment).ui.language;
        Self {
            general,
            environment,
            sentences: Sentences::new(language),
            clock: Arc::new(SystemClock),
            ids: Arc::new(UniqueIds),
            out,
            notes,
        }
    }

    /// Speaks the language that the settings choose. Where they can't be read, whoever needs them says why.
    pub fn speak_as_chosen(&mut self) {
        if let Ok((settings, _)) = Settings::load(&self.environment, &self.overrides()) {
            self.speak(settings.ui.language);
        }
    }

    fn speak(&mut self, language: Language) {
        if language != self.sentences.language() {
            self.sentences = Sentences::new(language);
        }
    }

    /// The settings, resolved; mistakes outside `[server]` are told and passed over.
    ///
    /// # Errors
    /// A file that can't be read, a mistake in `[server]`, or `--as` at a server.
    pub fn settings(&mut self) -> Ended<Settings> {
        let (settings, mistakes) = self.settings_with_mistakes()?;
        for mistake in mistakes {
            writeln!(self.notes, "{}", mistake.explained(&self.sentences))?;
        }
        Ok(settings)
    }

    /// The settings, resolved, and what of them could not be used.
    ///
    /// # Errors
    /// A file that can't be read, a mistake in `[server]`, or `--as` at a server.
    pub fn settings_with_mistakes(&mut self) -> Ended<(Settings, Vec<Mistake>)> {
        let loaded = Settings::load(&self.environment, &self.overrides());
        let (settings, mistakes) = loaded.map_err(|error| Failure::new(Exit::Failed, error.said(&self.sentences)))?;
        self.speak(settings.ui.language);
        if self.general.demo_person.is_some() && settings.server.url.is_some() {
            return Err(Failure::new(Exit::Usage, self.text("demo-person-elsewhere")));
        }
        Ok((settings, mistakes))
    }

    /// What the command line says about settings.
    #[must_use]
    pub fn overrides(&self) -> Overrides {
        Overrides {
            config: self.general.config.clone(),
            server: self.general.server.clone(),
            plain: self.general.plain,
            read_only: self.general.read_only,
        }
    }

    /// Whether anything may be changed.
    ///
    /// # Errors
    /// With `--read-only`.
    pub fn may_change(&self) -> Ended {
        match self.general.read_only {
            true => Err(Failure::new(Exit::Refused, self.text("read-only-refused"))),
            false => Ok(()),
        }
    }

    /// Makes the folders that Tandem writes to.
    ///
    /// # Errors
    /// Where one can't be made or closed to others; the sentence says what to do.
    pub fn make_folders(&self, paths: &Paths) -> Ended {
        paths.each().into_iter().try_for_each(|(what, folder)| {
            private_folder(folder).map_err(|error| {
                let arguments = [
                    ("what", what.into()),
                    ("folder", folder.display().to_string().into()),
                    ("reason", error.to_string().into()),
                ];
                Failure::new(Exit::Failed, self.say("doctor-folder-wrong", &arguments))
            })
        })
    }

    /// A text that may be long: as it was given, or standard input for `-`.
    ///
    /// # Errors
    /// When standard input is no text.
    pub fn long_text(&mut self, given: &str) -> Ended<String> {
        if given != "-" {
            return Ok(given.to_owned());
        }
        let mut text = String::new();
        std::io::stdin().lock().read_to_string(&mut text)?;
        Ok(text)
    }

    /// The failure of a command that lacks an argument.
    #[must_use]
    pub fn missing(&self, argument: &str) -> Failure {
        Failure::new(
            Exit::Usage,
            self.say("argument-missing", &[("argument", argument.into())]),
        )
    }

    /// The person's language, for what may be asked later.
    #[must_use]
    pub fn spoken(&self) -> Spoken {
        Spoken::new(self.sentences.clone())
    }

    /// A sentence.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.sentences.text(key).into_owned()
    }

    /// A sentence with these arguments put in.
    #[must_use]
    pub fn say(&self, key: &str, arguments: &[(&str, Value<'_>)]) -> String {
        self.sentences.say(key, arguments).into_owned()
    }
}
