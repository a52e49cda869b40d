//! The editing of any text that keys can be bound to, for one line and for several.

/// An edit around the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// To the line's beginning.
    LineStart,
    /// To the line's end.
    LineEnd,
    /// Deletes the word before the cursor.
    DeleteWord,
    /// Deletes from the line's beginning to the cursor.
    DeleteToStart,
    /// Deletes from the cursor to the line's end.
    DeleteToEnd,
    /// Deletes what stands before the cursor.
    DeleteBack,
}

impl Edit {
    /// Every edit with the name of its intent.
    pub const ALL: [(&'static str, Self); 6] = [
        ("edit.line_start", Self::LineStart),
        ("edit.line_end", Self::LineEnd),
        ("edit.delete_word", Self::DeleteWord),
        ("edit.delete_to_start", Self::DeleteToStart),
        ("edit.delete_to_end", Self::DeleteToEnd),
        ("edit.delete_back", Self::DeleteBack),
    ];

    /// The edit that this intent asks for.
    #[must_use]
    pub fn named(intent: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .find(|(name, _)| *name == intent)
            .map(|(_, edit)| *edit)
    }
}
