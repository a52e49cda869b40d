//! The language that is spoken: a person may choose another in their files while the console runs.

use super::Sentences;
use crate::base::Language;
use std::sync::{Arc, PoisonError, RwLock};

/// The sentences of the language that is spoken now. Clones share it: whoever says something later, or asks a server,
/// does it in the language that was chosen meanwhile.
#[derive(Clone, Debug)]
pub struct Spoken(Arc<RwLock<Sentences>>);

impl Spoken {
    /// These at first.
    #[must_use]
    pub fn new(sentences: Sentences) -> Self {
        Self(Arc::new(RwLock::new(sentences)))
    }

    /// The sentences to say something with now.
    #[must_use]
    pub fn now(&self) -> Sentences {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// These from now on.
    pub fn speak(&self, sentences: Sentences) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = sentences;
    }
}

/// English.
impl Default for Spoken {
    fn default() -> Self {
        Self::new(Sentences::new(Language::default()))
    }
}
