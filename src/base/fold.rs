//! Folding of text for word search: case and diacritics away, split at what is neither letter nor digit.

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
}
