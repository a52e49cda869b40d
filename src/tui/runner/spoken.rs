//! The language that the console speaks: the person may choose another in their files while it runs.

use crate::sentences::Sentences;
use tokio::sync::watch;

/// The sentences of the language that is spoken now. Clones share it: whoever says something later says it in the
/// language that was chosen meanwhile.
#[derive(Clone, Debug)]
pub struct Spoken(watch::Sender<Sentences>);

impl Spoken {
    /// These at first.
    #[must_use]
    pub fn new(sentences: Sentences) -> Self {
        Self(watch::Sender::new(sentences))
    }

    /// The sentences to say something with now.
    #[must_use]
    pub fn now(&self) -> Sentences {
        self.0.borrow().clone()
    }

    /// These from now on.
    pub(super) fn speak(&self, sentences: Sentences) {
        self.0.send_replace(sentences);
    }
}
