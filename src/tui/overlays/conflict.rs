//! The question that a stopped change asks: do it anyway, edit it, or discard it.

use super::{Next, Overlay};
use crate::records::views::OutboxLine;
use crate::tui::intent::Intent;

/// The change in question.
#[derive(Clone, Debug)]
pub struct Conflict {
    /// With what was asked, why it stopped, and what is different now.
    pub line: OutboxLine,
}

/// The answers, in the order in which they are offered.
pub const ANSWERS: [Intent; 6] = [
    Intent::CoverRequest,
    Intent::DoAnyway,
    Intent::EditChange,
    Intent::DiscardChange,
    Intent::DiscardAll,
    Intent::GoBack,
];

impl Conflict {
    pub(super) fn asked(self: Box<Self>, intent: Intent) -> Next {
        match intent {
            Intent::GoBack => Next::Closes(Vec::new()),
            // The outbox's own actions know what they are about.
            _ => Next::NotMine(Overlay::Conflict(self)),
        }
    }
}
