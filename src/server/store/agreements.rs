//! The versions of the agreement: the files that ship with Tandem, how such a file is read, and where they are kept.
//! A version that was published stays as it is; whoever wants another text publishes the next one.

use super::StoreError;
use super::audit_log::{self, Entry, LOCAL, SYSTEM};
use crate::base::secret::digest;
use crate::base::{Date, Timestamp};
use crate::sentences::Sentences;
use rusqlite::{Connection, OptionalExtension};
use serde_json::{Map, Value as Json, json};

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
    /// What stands beside the two boxes, which is accepted with the text (TF-10).
    pub boxes: [String; 2],
}

/// What begins the line of a box.
const BOX: &str = "[ ] ";

/// Why a file is no version of the agreement.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAnAgreement {
    /// The first line.
    #[error("1: no-day: {0}")]
    NoDay(String),
    /// Nothing behind it.
    #[error("2: no-text")]
    NoText,
    /// The end.
    #[error("{0}: no-boxes")]
    NoBoxes(usize),
}

impl NotAnAgreement {
    /// The line at fault, from 1, and the sentence that says what is wrong with it.
    #[must_use]
    pub fn said(&self, sentences: &Sentences) -> String {
        let (line, said) = match self {
            Self::NoDay(found) => {
                let found = [("found", found.as_str().into())];
                (1, sentences.say("agreement-file-day", &found))
            }
            Self::NoText => (2, sentences.text("agreement-file-text")),
            Self::NoBoxes(line) => (*line, sentences.text("agreement-file-boxes")),
        };
        format!("{line}: {said}")
    }
}

impl Text {
    /// Reads a file: the day, an empty line, the text, and at the end the two boxes.
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
        let no_boxes = || NotAnAgreement::NoBoxes(file.trim_end().lines().count());
        let (text, second) = last_box(text).ok_or_else(no_boxes)?;
        let (text, first) = last_box(text).ok_or_else(no_boxes)?;
        if text.is_empty() {
            return Err(NotAnAgreement::NoText);
        }
        Ok(Self {
            language: language.to_owned(),
            published,
            text: format!("{text}\n"),
            boxes: [first, second],
        })
    }

    /// SHA-256 of what is accepted: the text and, as a file has them, the boxes.
    #[must_use]
    pub fn digest(&self) -> String {
        let [first, second] = &self.boxes;
        digest(format!("{}\n{BOX}{first}\n{BOX}{second}\n", self.text).as_bytes())
    }
}

/// The text before its last line, and what that says where it is a box.
fn last_box(text: &str) -> Option<(&str, String)> {
    let (text, last) = text.rsplit_once('\n')?;
    let said = last.strip_prefix(BOX).map(str::trim).filter(|said| !said.is_empty())?;
    Some((text.trim_end(), said.to_owned()))
}

/// What the log keeps of a version: which texts it is, by their digests.
#[must_use]
pub fn logged(texts: &[Text]) -> Json {
    let digests = texts.iter().map(|text| {
        let kept = json!({"published": text.published.to_string(), "digest": text.digest()});
        (text.language.clone(), kept)
    });
    Json::Object(digests.collect::<Map<_, _>>())
}

/// Publishes the versions that ship and aren't there yet. One whose number another text has already is published as the
/// next, which the log says: its reader may know it under the other number.
///
/// # Errors
/// The database's.
pub(super) fn publish_shipped(connection: &Connection, now: Timestamp) -> Result<(), StoreError> {
    for (number, texts) in (1..).zip(shipped()?) {
        if complete(connection, &texts)? {
            continue;
        }
        let is_taken = !languages(connection, number)?.is_empty();
        let version = if is_taken { last(connection)? + 1 } else { number };
        for text in &texts {
            insert(connection, version, text)?;
        }
        if is_taken {
            let entry = Entry {
                actor: SYSTEM,
                actor_name: SYSTEM,
                origin: LOCAL,
                act: "publish_agreement",
                company: None,
                subject: &version.to_string(),
            };
            audit_log::append(connection, now, entry, &Json::Null, &logged(&texts))?;
        }
    }
    Ok(())
}

/// What ships, read.
fn shipped() -> Result<Vec<Vec<Text>>, StoreError> {
    let read = |files: &Shipped| {
        let texts = files.iter().map(|(language, file)| Text::read(language, file));
        texts
            .collect::<Result<Vec<_>, _>>()
            .map_err(|error| StoreError::Corrupt(error.to_string()))
    };
    SHIPPED.iter().map(read).collect()
}

/// Whether a version is there under any number, by its English text; one from before boxes were kept gets its own.
fn complete(connection: &Connection, texts: &[Text]) -> Result<bool, StoreError> {
    let Some(english) = texts.iter().find(|text| text.language == ENGLISH) else {
        return Ok(false);
    };
    let mut statement = connection
        .prepare_cached("SELECT version FROM agreement WHERE language = 'en' AND published = ?1 AND text = ?2")?;
    let version = statement.query_row((english.published.to_string(), &english.text), |row| row.get(0));
    let Some(version): Option<u32> = version.optional()? else {
        return Ok(false);
    };
    let mut fill = connection.prepare_cached(
        "UPDATE agreement SET boxes = ?4, digest = ?5
         WHERE version = ?1 AND language = ?2 AND text = ?3 AND boxes = ''",
    )?;
    for text in texts {
        fill.execute((
            version,
            &text.language,
            &text.text,
            text.boxes.join("\n"),
            text.digest(),
        ))?;
    }
    Ok(true)
}

/// Adds a version in one language.
///
/// # Errors
/// The database's.
pub fn insert(connection: &Connection, version: u32, text: &Text) -> Result<(), StoreError> {
    connection.execute(
        "INSERT INTO agreement (version, language, published, text, boxes, digest) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        (
            version,
            &text.language,
            text.published.to_string(),
            &text.text,
            text.boxes.join("\n"),
            text.digest(),
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
        "SELECT language, published, text, boxes FROM agreement WHERE version = ?1 AND language IN (?2, 'en')
         ORDER BY language = ?2 DESC",
    )?;
    let found = statement.query_row((version, language), |row| {
        let boxes: String = row.get(3)?;
        Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get(2)?, boxes))
    });
    let Some((language, published, text, boxes)) = found.optional()? else {
        return Ok(None);
    };
    // A provider's own version from before boxes were part of one has those that every version had.
    let boxes = match boxes_of(&boxes) {
        Some(boxes) => boxes,
        None => shipped_boxes(&language)?,
    };
    let published =
        Date::parse(&published).map_err(|_| StoreError::Corrupt(format!("agreement {version} of {published}")))?;
    Ok(Some(Text {
        language,
        published,
        text,
        boxes,
    }))
}

/// The boxes as they lie in a column; none where there are none.
#[must_use]
pub fn boxes_of(column: &str) -> Option<[String; 2]> {
    let (first, second) = column.split_once('\n')?;
    Some([first.to_owned(), second.to_owned()])
}

/// The boxes of the newest version that ships, in that language or in English.
fn shipped_boxes(language: &str) -> Result<[String; 2], StoreError> {
    let texts = shipped()?.pop().unwrap_or_default();
    let text = texts.iter().find(|text| text.language == language).or(texts.first());
    Ok(text.map(|text| text.boxes.clone()).unwrap_or_default())
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
        assert!(refused("2026-09-01\n\nText\n").starts_with("3: "));
        assert!(refused("2026-09-01\n\nText\n\n[ ] One box\n").starts_with("5: "));
        assert!(refused("2026-09-01\n\nText\n\n[ ] Read\n[ ] \n").starts_with("6: "));
        let file = "2026-09-01\r\n\r\nText\r\nand more\r\n\r\n[ ] Read\r\n[ ] Entitled\r\n";
        let read = Text::read("en", file).unwrap();
        assert_eq!(
            (read.text.as_str(), read.boxes),
            ("Text\nand more\n", ["Read", "Entitled"].map(str::to_owned))
        );
    }

    fn migrated() -> Connection {
        let mut connection = Connection::open_in_memory().unwrap();
        crate::server::store::migrations::run(&mut connection).unwrap();
        connection
    }

    #[test]
    fn a_version_that_ships_under_a_taken_number_is_published_as_the_next_one_and_logged() {
        let connection = migrated();
        let now = Timestamp::from_millis(0);
        let own = Text {
            text: "1  Ours\n\nOur own text.\n".to_owned(),
            ..shipped().unwrap()[1][0].clone()
        };
        for text in &shipped().unwrap()[0] {
            insert(&connection, 1, text).unwrap();
        }
        insert(&connection, 2, &own).unwrap();
        for _ in 0..2 {
            publish_shipped(&connection, now).unwrap();
            assert_eq!(last(&connection).unwrap(), 3);
        }
        assert_eq!(text(&connection, 2, "en").unwrap(), Some(own));
        assert_eq!(
            text(&connection, 3, "de").unwrap(),
            Some(shipped().unwrap()[1][1].clone())
        );
        let logged: Vec<(String, String)> = connection
            .prepare("SELECT act, subject FROM audit_entry")
            .unwrap()
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        assert_eq!(logged, [("publish_agreement".to_owned(), "3".to_owned())]);
    }

    #[test]
    fn a_version_from_before_boxes_were_kept_gets_its_own_once() {
        let connection = migrated();
        let now = Timestamp::from_millis(0);
        let english = shipped().unwrap()[0][0].clone();
        let before = "INSERT INTO agreement (version, language, published, text, digest) VALUES (1, 'en', ?1, ?2, 'x')";
        let values = (english.published.to_string(), &english.text);
        connection.execute(before, values).unwrap();
        publish_shipped(&connection, now).unwrap();
        assert_eq!(text(&connection, 1, "en").unwrap(), Some(english));
        let again = connection.execute("UPDATE agreement SET boxes = 'a\nb' WHERE version = 1", []);
        assert!(again.unwrap_err().to_string().contains("as it was published"));
    }
}
