//! One language's files. Each is read when something in it is first said: nobody waits for English where nothing is
//! missing, nor for the words of billing before billing is shown.

use fluent_bundle::{FluentResource, concurrent::FluentBundle};
use std::collections::HashSet;
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

pub(super) type Bundle = FluentBundle<FluentResource>;
type Lazy<T> = LazyLock<T, Box<dyn FnOnce() -> T + Send>>;

/// The sentences of one language. An entry refers to none of another file.
pub(super) struct Book(Vec<Area>);

/// A file. Its keys, found without reading its sentences, say whether they are worth reading.
struct Area {
    keys: Lazy<HashSet<&'static str>>,
    bundle: Lazy<Bundle>,
}

impl Book {
    /// A language by its files, those that most is said of first.
    pub(super) fn new(tag: &'static str, sources: &'static [&'static str]) -> Self {
        let area = |source: &&'static str| {
            let source = *source;
            Area {
                keys: LazyLock::new(Box::new(move || source.lines().filter_map(key).collect())),
                bundle: LazyLock::new(Box::new(move || bundle(tag, source))),
            }
        };
        Self(sources.iter().map(area).collect())
    }

    /// The area in which a key stands; none where it is unknown.
    pub(super) fn with(&self, key: &str) -> Option<&Bundle> {
        let area = self.0.iter().find(|area| area.keys.contains(key))?;
        Some(&area.bundle)
    }
}

/// The key of the entry that begins on a line; what goes on in further lines is indented.
pub(super) fn key(line: &str) -> Option<&str> {
    let begins = line.starts_with(|letter: char| letter.is_ascii_alphabetic());
    let (key, _) = line.split_once('=').filter(|_| begins)?;
    Some(key.trim())
}

fn bundle(tag: &str, source: &str) -> Bundle {
    let locale: LanguageIdentifier = tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // A terminal would show the isolation marks.
    bundle.set_use_isolating(false);
    let resource = match FluentResource::try_new(source.to_owned()) {
        Ok(resource) => resource,
        // A test reads every file; whatever still is wrong costs only its own sentence.
        Err((readable, _)) => readable,
    };
    bundle.add_resource_overriding(resource);
    bundle
}
