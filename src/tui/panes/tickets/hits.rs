//! Where the words of a filter stand: marked in titles, and shown from the conversation where they stand only there.

use crate::base::fold::{fold, words};
use crate::records::views::{Content, ConversationEntry};
use crate::tui::theme::Role;
use crate::tui::widgets::paint::Piece;
use std::borrow::Cow;
use std::ops::Range;

/// The words that a typed filter searches for: what is neither a field with its value nor a sign of the language.
#[must_use]
pub fn searched(filter: &str) -> Vec<String> {
    let is_field = |term: &str| term.contains([':', '<', '>']) || term.starts_with('-') || term == "OR";
    let terms = filter.split_whitespace().filter(|term| !is_field(term));
    terms.flat_map(words).collect()
}

/// Whether one of the searched words stands in this text.
#[must_use]
pub fn stands_in(text: &str, searched: &[String]) -> bool {
    hits(text, searched).next().is_some()
}

/// The newest entry of a conversation in which one of the searched words stands.
#[must_use]
pub fn entry<'a>(conversation: &'a [ConversationEntry], searched: &[String]) -> Option<&'a ConversationEntry> {
    let mut newest_first = conversation.iter().rev();
    newest_first.find(|entry| stands_in(text(&entry.content), searched))
}

/// What somebody wrote.
#[must_use]
pub fn text(content: &Content) -> &str {
    match content {
        Content::Description(text) | Content::Resolution(text) | Content::Note { text, .. } => text,
        Content::HandOver { reason, .. } => reason,
    }
}

/// The part of a text from a little before the first searched word.
#[must_use]
pub fn around<'a>(text: &'a str, searched: &[String]) -> Cow<'a, str> {
    /// So many characters are shown before the word.
    const BEFORE: usize = 40;
    let Some(hit) = hits(text, searched).next() else {
        return Cow::Borrowed(text);
    };
    match text[..hit.start].char_indices().rev().nth(BEFORE) {
        Some((from, _)) => {
            // From the beginning of a word on.
            let space = text[from..hit.start].find(' ').map_or(0, |space| space + 1);
            Cow::Owned(format!("…{}", &text[from + space..]))
        }
        None => Cow::Borrowed(text),
    }
}

/// A text in pieces, the searched words among them marked.
#[must_use]
pub fn marked<'a>(text: &'a str, searched: &[String], role: Role) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut end = 0;
    for hit in hits(text, searched) {
        pieces.push(Piece::new(&text[end..hit.start], role));
        pieces.push(Piece::new(&text[hit.clone()], Role::Match));
        end = hit.end;
    }
    pieces.push(Piece::new(&text[end..], role));
    pieces
}

/// Where searched words stand in a text, in bytes.
fn hits<'t>(text: &'t str, searched: &'t [String]) -> impl Iterator<Item = Range<usize>> + 't {
    let is_hit = move |word: &Range<usize>| {
        let folded = fold(&text[word.clone()]);
        searched.iter().any(|searched| folded.starts_with(searched.as_str()))
    };
    let words = if searched.is_empty() { "" } else { text };
    word_ranges(words).filter(is_hit)
}

/// The words of a text, in bytes.
fn word_ranges(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text[from..].find(char::is_alphanumeric)?;
        let length = text[start..].find(|letter: char| !letter.is_alphanumeric());
        from = length.map_or(text.len(), |length| start + length);
        Some(start..from)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_of_a_filter_are_no_searched_words() {
        assert_eq!(
            searched("status:new -vpn Drücker due<2d OR blank"),
            ["drucker", "blank"]
        );
    }

    #[test]
    fn words_are_marked_whatever_their_case_and_accents() {
        let pieces = marked("VPN: Drücker, drops", &searched("druck"), Role::Text);
        let hits: Vec<&str> = pieces
            .iter()
            .filter(|piece| piece.role == Role::Match)
            .map(|piece| piece.text.as_ref())
            .collect();
        assert_eq!(hits, ["Drücker"]);
        let whole: String = pieces.iter().map(|piece| piece.text.as_ref()).collect();
        assert_eq!(whole, "VPN: Drücker, drops");
    }

    #[test]
    fn a_long_text_is_shown_from_a_little_before_the_hit() {
        let text = format!(
            "{} the drum unit was not reseated",
            "nothing of interest here ".repeat(20)
        );
        let shown = around(&text, &searched("drum"));
        assert!(
            shown.len() < 90 && shown.starts_with('…') && shown.contains("drum unit"),
            "{shown}"
        );
    }
}
