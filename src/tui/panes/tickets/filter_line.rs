//! The line in which one types a filter.

use crate::query::typed::Completion;
use crate::tui::effect::Generation;
use crate::tui::keymap::Context;
use crate::tui::widgets::line_input::LineInput;

/// The filter while one types it.
#[derive(Clone, Debug, Default)]
pub struct FilterLine {
    /// What was typed.
    pub text: LineInput,
    /// What may be typed next.
    pub completion: Option<Completion>,
    /// Why it can't be read so far.
    pub mistake: Option<String>,
    /// The load of the completion that is under way.
    pub(super) completing: Option<Generation>,
    /// The filter before, for leaving everything as it was.
    pub(super) before: Option<String>,
}

impl FilterLine {
    /// The contexts that hold while one types.
    #[must_use]
    pub fn contexts(&self) -> Vec<Context> {
        let mut contexts = vec![Context::Filter, Context::Editing, Context::Always];
        if self.text.text().is_empty() {
            contexts.insert(0, Context::EmptyFilter);
        }
        contexts
    }
}
