//! The languages that the sentences of `assets/text` exist in.

use std::str::FromStr;

/// A language that people read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English; also what is shown where another language lacks a sentence.
    #[default]
    English,
    /// German.
    German,
    /// Spanish.
    Spanish,
}

/// Why a text names no language that Tandem speaks.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there are no sentences in \"{0}\"; take one of: en, de, es")]
pub struct UnknownLanguage(pub String);

impl Language {
    /// Every language, English first.
    pub const ALL: [Self; 3] = [Self::English, Self::German, Self::Spanish];

    /// The short form used in settings and folder names (`en`).
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::Spanish => "es",
        }
    }
}

impl FromStr for Language {
    type Err = UnknownLanguage;

    /// Reads a tag or a locale's name: `en`, `en-GB`, `en_US.UTF-8`.
    fn from_str(text: &str) -> Result<Self, UnknownLanguage> {
        let tag = text.split(['-', '_', '.', '@']).next().unwrap_or(text);
        let known = Self::ALL
            .into_iter()
            .find(|language| language.tag().eq_ignore_ascii_case(tag));
        known.ok_or_else(|| UnknownLanguage(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_names_its_language() {
        assert_eq!("en_US.UTF-8".parse(), Ok(Language::English));
        assert_eq!("de_AT.UTF-8".parse(), Ok(Language::German));
        assert_eq!("es-MX".parse(), Ok(Language::Spanish));
        assert!("tlh".parse::<Language>().is_err());
    }
}
