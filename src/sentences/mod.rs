//! The sentences of `assets/text`: what the console, the command line and the server say, in the reader's language.
//!
//! A folder per language, a Fluent file per area. A sentence is asked for by its key; what a language lacks is said in
//! English. Arguments are put in as they are: whoever draws or sends the sentence makes foreign text harmless.

mod amount;
mod book;
mod sources;
mod spoken;
mod wording;

pub use spoken::Spoken;
pub use wording::Wording;

use crate::base::Language;
use book::Book;
use fluent_bundle::FluentArgs;
use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

/// A value put into a sentence: made from texts and numbers with `into()`.
pub type Value<'a> = fluent_bundle::FluentValue<'a>;

/// The sentences of one language, and English behind them. Clones share them.
#[derive(Clone)]
pub struct Sentences {
    language: Language,
    /// The first that has a sentence says it.
    books: Arc<[Book]>,
}

impl fmt::Debug for Sentences {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Sentences").field(&self.language).finish()
    }
}

impl Sentences {
    /// The sentences that ship with Tandem.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let mut languages = vec![language];
        if language != Language::English {
            languages.push(Language::English);
        }
        let books = languages
            .into_iter()
            .map(|one| Book::new(one.tag(), sources::of(one)))
            .collect();
        Self { language, books }
    }

    /// The language asked for.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The sentence without arguments. An unknown key shows itself, as `⟨key⟩`.
    #[must_use]
    pub fn text(&self, key: &str) -> Cow<'_, str> {
        self.say(key, &[])
    }

    /// The sentence with these arguments put in, as in `say("queue-count", &[("count", 3.into())])`. An unknown key
    /// shows itself, as `⟨key⟩`; a missing argument shows its name, as `{$count}`. `message.attribute` asks for an
    /// attribute.
    #[must_use]
    pub fn say(&self, key: &str, arguments: &[(&str, Value<'_>)]) -> Cow<'_, str> {
        self.find(key, arguments)
            .unwrap_or_else(|| Cow::Owned(format!("⟨{key}⟩")))
    }

    /// Why something is refused, by the refusal's code. A sentence selects by `$field`, the wire's name, and shows
    /// `$label`, what people call it.
    #[must_use]
    pub fn refusal(&self, code: &str, arguments: &[(&'static str, String)]) -> Option<Cow<'_, str>> {
        let label = arguments.iter().find(|(name, _)| *name == "field");
        let label = label.map(|(_, field)| ("label", self.field_name(field).into()));
        let arguments: Vec<_> = arguments
            .iter()
            .map(|(name, value)| (*name, value.as_str().into()))
            .chain(label)
            .collect();
        self.find(&format!("refusal-{code}"), &arguments)
    }

    /// What people call a field of the wire; its own name where there is no word for it.
    #[must_use]
    pub fn field_name(&self, field: &str) -> String {
        let known = self.find(&format!("field-{field}"), &[]);
        known.map_or_else(|| field.to_owned(), Cow::into_owned)
    }

    /// The sentence, or nothing where the key is unknown: for texts that a server may know better.
    #[must_use]
    pub fn find(&self, key: &str, arguments: &[(&str, Value<'_>)]) -> Option<Cow<'_, str>> {
        let (message, attribute) = match key.split_once('.') {
            Some((message, attribute)) => (message, Some(attribute)),
            None => (key, None),
        };
        self.books.iter().find_map(|book| {
            let bundle = book.with(message)?;
            let message = bundle.get_message(message)?;
            let pattern = match attribute {
                Some(attribute) => message.get_attribute(attribute)?.value(),
                None => message.value()?,
            };
            let arguments = (!arguments.is_empty()).then(|| {
                arguments
                    .iter()
                    .map(|(name, value)| (*name, value.clone()))
                    .collect::<FluentArgs<'_>>()
            });
            // What goes wrong while formatting stands visibly in the text.
            Some(bundle.format_pattern(pattern, arguments.as_ref(), &mut Vec::new()))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fluent_bundle::FluentResource;
    use std::collections::BTreeMap;

    fn shared<T: Send + Sync>(_: &T) {}

    #[test]
    fn every_file_is_read_whole_and_no_key_stands_twice() {
        for language in Language::ALL {
            let mut seen = BTreeMap::new();
            for (file, source) in sources::of(language).iter().enumerate() {
                let parsed = FluentResource::try_new((*source).to_owned());
                let resource = parsed
                    .map_err(|(_, errors)| format!("file {file}: {errors:?}"))
                    .unwrap();
                assert!(resource.entries().count() > 0, "file {file} of {language:?} is empty");
                drop(resource);
                for key in source.lines().filter_map(book::key) {
                    assert_eq!(seen.insert(key.to_owned(), file), None, "{key} stands twice");
                }
            }
        }
    }

    #[test]
    fn arguments_and_plurals_are_put_in_without_invisible_marks() {
        let sentences = Sentences {
            language: Language::English,
            books: Arc::new([Book::new(
                "en",
                &["left = { $count ->\n    [one] one left\n   *[other] { $count } left of { $all }\n }\n"],
            )]),
        };
        shared(&sentences);
        assert_eq!(
            sentences.say("left", &[("count", 1.into()), ("all", "x".into())]),
            "one left"
        );
        assert_eq!(
            sentences.say("left", &[("count", 3.into()), ("all", "x".into())]),
            "3 left of x"
        );
        assert_eq!(sentences.text("nothing-here"), "⟨nothing-here⟩");
        assert_eq!(sentences.find("nothing-here", &[]), None);
    }

    #[test]
    fn a_sentence_that_a_language_lacks_is_said_in_english() {
        let books = Arc::new([
            Book::new("de", &["yes = ja"]),
            Book::new("en", &["yes = yes", "no = no\n    .short = n"]),
        ]);
        let sentences = Sentences {
            language: Language::English,
            books,
        };
        assert_eq!(sentences.text("yes"), "ja");
        assert_eq!(sentences.text("no"), "no");
        assert_eq!(sentences.text("no.short"), "n");
        assert!(matches!(sentences.text("no"), Cow::Borrowed(_)));
    }
}
