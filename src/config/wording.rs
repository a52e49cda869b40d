//! A sentence that is said later, when it is known in which language.

use crate::sentences::{Sentences, Value};
use std::borrow::Cow;

/// A sentence of `assets/text` by its key, with what is put into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    key: &'static str,
    arguments: Vec<(&'static str, String)>,
}

impl Wording {
    /// The sentence of this key.
    #[must_use]
    pub fn of(key: &'static str) -> Self {
        Self {
            key,
            arguments: Vec::new(),
        }
    }

    /// The same with this put in.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.arguments.push((name, value.to_string()));
        self
    }

    /// The sentence in their language.
    #[must_use]
    pub fn said<'s>(&'s self, sentences: &'s Sentences) -> Cow<'s, str> {
        let arguments = self.arguments.iter();
        let arguments: Vec<(&str, Value<'_>)> = arguments.map(|(name, value)| (*name, value.as_str().into())).collect();
        sentences.say(self.key, &arguments)
    }
}
