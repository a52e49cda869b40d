//! `tandem doctor`: each thing that Tandem rests on, one line each: ok, or what is wrong and what to do about it.

mod backend;
mod folders;
mod terminal;

use super::context::Context;
use super::failure::{Ended, Exit, Failure};
use super::look;
use crate::base::cells::sanitise_lines;
use crate::config::{Settings, Unusable};
use crate::sentences::Sentences;
use std::io::Write;

/// What was found.
pub(super) struct Findings<'w> {
    out: &'w mut dyn Write,
    wrong: usize,
}

impl Findings<'_> {
    /// As it should be.
    fn ok(&mut self, said: &str) -> Ended {
        Ok(writeln!(self.out, "ok    {}", sanitise_lines(said))?)
    }

    /// Wrong, and what to do about it.
    fn wrong(&mut self, said: &str) -> Ended {
        self.wrong += 1;
        Ok(writeln!(self.out, "WRONG {}", sanitise_lines(said))?)
    }
}

/// Looks at everything.
///
/// # Errors
/// When something is wrong.
pub async fn run(context: &mut Context<'_>) -> Ended {
    let loaded = Settings::load(&context.environment, &context.overrides());
    let words = Words {
        sentences: &context.sentences,
    };
    let mut findings = Findings {
        out: &mut *context.out,
        wrong: 0,
    };
    let settings = settings(&mut findings, &words, loaded, &context.environment)?;
    folders::check(&mut findings, &words, &settings)?;
    terminal::check(&mut findings, &words, &settings)?;
    backend::check(&mut findings, &words, &settings, context.clock.as_ref()).await?;
    match findings.wrong {
        0 => Ok(()),
        count => Err(Failure::new(
            Exit::Failed,
            words.say("doctor-wrong", &[("count", count.into())]),
        )),
    }
}

/// The sentences of the findings.
pub(super) struct Words<'s> {
    sentences: &'s crate::sentences::Sentences,
}

impl Words<'_> {
    fn say(&self, key: &str, arguments: &[(&str, crate::sentences::Value<'_>)]) -> String {
        self.sentences.say(key, arguments).into_owned()
    }
}

/// The settings; where they can't be used at all, the others are checked with those that hold without a file.
fn settings(
    findings: &mut Findings<'_>,
    words: &Words<'_>,
    loaded: Result<(Settings, Vec<crate::config::Mistake>), Unusable>,
    environment: &crate::config::Environment,
) -> Ended<Settings> {
    match loaded {
        Ok((settings, mistakes)) => {
            let (_, of_own_files) = look::settings(&settings, Sentences::new(settings.ui.language));
            for mistake in mistakes.iter().chain(&of_own_files) {
                findings.wrong(&mistake.said(words.sentences))?;
            }
            let key = if settings.file.exists() {
                "doctor-settings"
            } else {
                "doctor-settings-none"
            };
            findings.ok(&words.say(key, &[("file", settings.file_name().into())]))?;
            Ok(settings)
        }
        Err(unusable) => {
            findings.wrong(&unusable.said(words.sentences))?;
            Ok(Settings::defaults(environment))
        }
    }
}
