//! A question before something that can't be taken back. The key that answers yes is neither Enter nor the key that
//! asked.

use super::{Answer, Next, Overlay, Purpose};
use crate::tui::intent::Intent;

/// A question.
#[derive(Clone, Debug)]
pub struct Confirm {
    /// What is asked, line by line.
    pub question: String,
    purpose: Purpose,
}

impl Confirm {
    /// A question, and who gets the answer.
    #[must_use]
    pub fn new(question: String, purpose: Purpose) -> Self {
        Self { question, purpose }
    }

    pub(super) fn asked(self, intent: Intent) -> Next {
        match intent {
            Intent::Yes => Next::Answers(self.purpose, Answer::Yes),
            Intent::No | Intent::GoBack => Next::Closes(Vec::new()),
            _ => Next::NotMine(Overlay::Confirm(self)),
        }
    }
}
