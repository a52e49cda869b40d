//! The versions of the agreement: the files that ship with Tandem, how such a file is read, and where they are kept.
//! A version that was published stays as it is; whoever wants another text publishes the next one.

use super::StoreError;
use crate::base::Date;
use crate::base::secret::digest;
use rusqlite::{Connection, OptionalExtension};

/// The language that every version has.
pub const ENGLISH: &str = "en";

/// A version's files by language.
type Shipped = &'static [(&'static str, &'static str)];

/// What ships, from version 1 on.
const SHIPPED: &[Shipped] = &[
    &[
        ("en", include_str!("../../../assets/agreement/1/en.md")),
        ("de", include_str!("../../../assets/agreement/1/de.md")),
        ("es", include_str!("../../../assets/agreement/1/es.md")),
    ],
    &[
        ("en", include_str!("../../../assets/agreement/2/en.md")),
        ("de", include_str!("../../../assets/agreement/2/de.md")),
        ("es", include_str!("../../../assets/agreement/2/es.md")),
    ],
];

/// A version in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The language, like `en`.
    pub language: String,
    /// The day from which it is the one to accept.
    pub published: Date,
    /// The text.
    pub text: String,
}

/// Why a file is no version of the agreement.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAnAgreement {
    /// The first line.
    #[error("1: the first line is the day from which the version applies, like 2026-09-01, not \"{0}\"")]
    NoDay(String),
    /// Nothing behind it.
    #[error("2: below the day and an empty line stands the text, and there is none")]
    NoText,
}

impl Text {
    /// Reads a file: the day, an empty line, the text.
    ///
    /// # Errors
    /// With the line at fault.
    pub fn read(language: &str, file: &str) -> Result<Self, NotAnAgreement> {
        let file = file.replace("\r\n", "\n");
        let (day, text) = file.split_once('\n').unwrap_or((&file, ""));
        let published = Date::parse(day.trim()).map_err(|_| NotAnAgreement::NoDay(day.to_owned()))?;
        let text = text.trim();
        if text.is_empty() {
            return Err(NotAnAgreement::NoText);
        }
        Ok(Self {
            language: language.to_owned(),
            published,
            text: format!("{text}\n"),
        })
    }
}

/// Publishes the versions that ship and aren't there yet.
///
/// # Errors
/// The database's.
pub(super) fn publish_shipped(connection: &Connection) -> Result<(), StoreError> {
    for (version, files) in (1..).zip(SHIPPED) {
        if !languages(connection, version)?.is_empty() {
            continue;
        }
        for (language, file) in *files {
            let text = Text::read(language, file).map_err(|error| StoreError::Corrupt(error.to_string()))?;
            insert(connection, version, &text)?;
        }
    }
    Ok(())
}

/// Adds a version in one language.
///
/// # Errors
/// The database's.
pub fn insert(connection: &Connection, version: u32, text: &Text) -> Result<(), StoreError> {
    connection.execute(
        "INSERT INTO agreement (version, language, published, text, digest) VALUES (?1, ?2, ?3, ?4, ?5)",
        (
            version,
            &text.language,
            text.published.to_string(),
            &text.text,
            digest(text.text.as_bytes()),
        ),
    )?;
    Ok(())
}

/// The languages that a version has.
///
/// # Errors
/// The database's.
pub fn languages(connection: &Connection, version: u32) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT language FROM agreement WHERE version = ?1")?;
    let languages = statement.query_map([version], |row| row.get(0))?;
    Ok(languages.collect::<Result<_, _>>()?)
}

/// The highest number of all versions.
///
/// # Errors
/// The database's.
pub fn last(connection: &Connection) -> Result<u32, StoreError> {
    let mut statement = connection.prepare_cached("SELECT coalesce(max(version), 0) FROM agreement")?;
    Ok(statement.query_row([], |row| row.get(0))?)
}

/// The version to be accepted on that day: the highest whose day has come.
///
/// # Errors
/// The database's.
pub fn newest(connection: &Connection, today: Date) -> Result<u32, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT coalesce(max(version), 1) FROM agreement WHERE published <= ?1")?;
    Ok(statement.query_row([today.to_string()], |row| row.get(0))?)
}

/// A version in that language, in English where it lacks it.
///
/// # Errors
/// The database's.
pub fn text(connection: &Connection, version: u32, language: &str) -> Result<Option<Text>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT language, published, text FROM agreement WHERE version = ?1 AND language IN (?2, 'en')
         ORDER BY language = ?2 DESC",
    )?;
    let found = statement.query_row((version, language), |row| {
        Ok((row.get(0)?, row.get::<_, String>(1)?, row.get(2)?))
    });
    let Some((language, published, text)) = found.optional()? else {
        return Ok(None);
    };
    let published =
        Date::parse(&published).map_err(|_| StoreError::Corrupt(format!("agreement {version} of {published}")))?;
    Ok(Some(Text {
        language,
        published,
        text,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_version_that_ships_has_three_languages_with_the_same_sections() {
        for files in SHIPPED {
            let texts: Vec<_> = files
                .iter()
                .map(|(language, file)| Text::read(language, file).unwrap())
                .collect();
            let languages: Vec<_> = texts.iter().map(|text| text.language.as_str()).collect();
            assert_eq!(languages, ["en", "de", "es"]);
            let sections = |text: &Text| -> Vec<String> {
                let headings = text.text.lines().filter_map(|line| line.split_once("  "));
                headings.map(|(number, _)| number.to_owned()).collect()
            };
            let numbers: Vec<_> = (1..=sections(&texts[0]).len())
                .map(|number| number.to_string())
                .collect();
            assert!(numbers.len() >= 8, "the eight themes of 2.8");
            for text in &texts {
                assert_eq!(sections(text), numbers, "{}", text.language);
                assert_eq!(text.published, texts[0].published, "{}", text.language);
                assert!(text.text.lines().count() > 60, "{}", text.language);
                assert!(text.text.lines().all(|line| line.chars().count() <= 84));
            }
        }
    }

    #[test]
    fn a_file_without_day_or_text_is_refused_with_its_line() {
        let refused = |file: &str| Text::read("en", file).unwrap_err().to_string();
        assert!(refused("Agreement\n\nText").starts_with("1: "));
        assert!(refused("2026-09-01\n\n \n").starts_with("2: "));
        assert_eq!(
            Text::read("en", "2026-09-01\r\n\r\nText\r\nand more").unwrap().text,
            "Text\nand more\n"
        );
    }
}
