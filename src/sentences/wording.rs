//! A sentence that is said later, when it is known in which language.

use super::{Sentences, Value};
use std::borrow::Cow;
use std::fmt;

/// A sentence of `assets/text` by its key, with what is put into it; or what somebody else has said already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording(Said);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Said {
    Sentence {
        key: &'static str,
        arguments: Vec<(&'static str, String)>,
    },
    Elsewhere(String),
}

impl Wording {
    /// The sentence of this key.
    #[must_use]
    pub fn of(key: &'static str) -> Self {
        let arguments = Vec::new();
        Self(Said::Sentence { key, arguments })
    }

    /// What was said elsewhere: by the server, in the language that it was asked in, or as Autotask says it.
    #[must_use]
    pub fn elsewhere(text: impl Into<String>) -> Self {
        Self(Said::Elsewhere(text.into()))
    }

    /// The same with this put in.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        if let Said::Sentence { arguments, .. } = &mut self.0 {
            arguments.push((name, value.to_string()));
        }
        self
    }

    /// The sentence in their language.
    #[must_use]
    pub fn said<'s>(&'s self, sentences: &'s Sentences) -> Cow<'s, str> {
        match &self.0 {
            Said::Sentence { key, arguments } => {
                let arguments = arguments.iter();
                let arguments: Vec<(&str, Value<'_>)> =
                    arguments.map(|(name, value)| (*name, value.as_str().into())).collect();
                sentences.say(key, &arguments)
            }
            Said::Elsewhere(text) => Cow::Borrowed(text),
        }
    }
}

/// For the log: the key, and what is put in.
impl fmt::Display for Wording {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Said::Sentence { key, arguments } => {
                f.write_str(key)?;
                arguments
                    .iter()
                    .try_for_each(|(name, value)| write!(f, " {name}={value:?}"))
            }
            Said::Elsewhere(text) => f.write_str(text),
        }
    }
}
