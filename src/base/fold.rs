//! Folding of text: for comparing without regard to case, and for word search without diacritics too.

use std::cmp::Ordering;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The text in lower case without diacritics ("Übergröße" becomes "ubergroße").
#[must_use]
pub fn fold(text: &str) -> String {
    text.nfkd()
        .filter(|letter| !is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
        .collect()
}

/// The folded words of a text, in order.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    fold(text)
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The text in lower case, letter by letter: what filters compare. Diacritics stay.
#[must_use]
pub fn fold_case(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).collect()
}

/// Compares two texts as [`fold_case`] would have them, which is also the order of their bytes.
#[must_use]
pub fn compare_case(left: &str, right: &str) -> Ordering {
    left.chars()
        .flat_map(char::to_lowercase)
        .cmp(right.chars().flat_map(char::to_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_and_split_at_everything_else() {
        assert_eq!(
            words("Señor Müller's  PRN-0311, 3rd"),
            ["senor", "muller", "s", "prn", "0311", "3rd"]
        );
        assert_eq!(words(" —\u{202e} "), Vec::<String>::new());
    }

    #[test]
    fn folding_what_is_folded_changes_nothing() {
        for letter in '\0'..=char::MAX {
            let text = letter.to_string();
            for folded in [words(&text).join(" "), fold_case(&text)] {
                assert_eq!(fold_case(&folded), folded, "{letter:?}");
            }
            assert_eq!(words(&words(&text).join(" ")), words(&text), "{letter:?}");
        }
    }
}
