//! What every command works with: where it writes, how it speaks, and what time it is.

use super::args::General;
use crate::base::ids::{Ids, UniqueIds};
use crate::base::{Clock, Language, SystemClock};
use crate::sentences::{Sentences, Value};
use std::io::Write;
use std::sync::Arc;

/// What every command works with.
pub struct Context<'w> {
    /// What was said before the command.
    pub general: General,
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
        Self {
            general,
            sentences: Sentences::new(Language::English),
            clock: Arc::new(SystemClock),
            ids: Arc::new(UniqueIds),
            out,
            notes,
        }
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
