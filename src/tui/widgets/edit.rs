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
    /// One letter on.
    Forward,
    /// One letter back.
    Back,
    /// To the next word.
    WordForward,
    /// To the word before.
    WordBack,
    /// Deletes what stands under the cursor.
    DeleteForward,
    /// Deletes the word behind the cursor.
    DeleteWordForward,
}

impl Edit {
    /// Every edit with the name of its intent.
    pub const ALL: [(&'static str, Self); 12] = [
        ("edit.line_start", Self::LineStart),
        ("edit.line_end", Self::LineEnd),
        ("edit.delete_word", Self::DeleteWord),
        ("edit.delete_to_start", Self::DeleteToStart),
        ("edit.delete_to_end", Self::DeleteToEnd),
        ("edit.delete_back", Self::DeleteBack),
        ("edit.forward", Self::Forward),
        ("edit.back", Self::Back),
        ("edit.word_forward", Self::WordForward),
        ("edit.word_back", Self::WordBack),
        ("edit.delete_forward", Self::DeleteForward),
        ("edit.delete_word_forward", Self::DeleteWordForward),
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
