//! Writes a view into its file: what stands there otherwise, comments too, stays as it was.

use super::View;
use super::held::Held;
use crate::config::{Document, Mistake};
use crate::sentences::Sentences;
use crate::tui::panes::tickets::column::Column;
use crate::tui::panes::tickets::sort::Order;
use std::io;
use std::path::Path;
use toml_edit::{Array, DocumentMut, Item, Table, TomlError, Value};

/// What stands on top of a file that Tandem begins.
const HEAD: &str = include_str!("../../../assets/views/head.toml");

/// What may stand in a view, and what is said of it there.
pub fn settings() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = HEAD
        .lines()
        .filter_map(|line| line.strip_prefix("#   ")?.split_once("  "));
    lines.map(|(name, about)| (name, about.trim()))
}

/// Why a view was not written; then the file is as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotSaved {
    /// What stands in the file.
    Mistake(Mistake),
    /// The disk; the text names the place.
    Disk(String),
}

impl NotSaved {
    /// The sentence that says so.
    #[must_use]
    pub fn said(&self, sentences: &Sentences) -> String {
        match self {
            Self::Mistake(mistake) => mistake.said(sentences),
            Self::Disk(why) => why.clone(),
        }
    }
}

/// Writes the view, in the place of the one of its name.
///
/// # Errors
/// When the file can't be read as TOML, something else has the view's name there, or it can't be written.
pub fn save(file: &Path, view: &View) -> Result<(), NotSaved> {
    let disk = |error: io::Error| NotSaved::Disk(format!("{}: {error}", file.display()));
    let mut held = Held::hold(file).map_err(disk)?;
    let source = match held.read().map_err(disk)? {
        new if new.is_empty() => HEAD.to_owned(),
        source => source,
    };
    check(file, &source, &view.name).map_err(NotSaved::Mistake)?;
    let parsed = source.parse();
    let mut document: DocumentMut = parsed.map_err(|error: TomlError| disk(io::Error::other(error)))?;
    put(&mut document, view);
    held.replace(&document.to_string()).map_err(disk)
}

/// Whether a section of this name can be written there.
fn check(file: &Path, source: &str, name: &str) -> Result<(), Mistake> {
    let file = file.display().to_string();
    let (mut document, mut sections) = Document::read(&file, source);
    if let Some(section) = sections.take(name) {
        document.table(section);
    }
    document.take_mistakes().into_iter().next().map_or(Ok(()), Err)
}

fn put(document: &mut DocumentMut, view: &View) {
    if let Some(digit) = view.digit {
        take_digit(document, digit, &view.name);
    }
    // What stands in a file without sections stands above the first.
    let head = document
        .is_empty()
        .then(|| document.trailing().as_str().unwrap_or_default().to_owned());
    if head.is_some() {
        document.set_trailing("");
    }
    let section = document.entry(&view.name).or_insert_with(|| {
        let mut table = Table::new();
        table.decor_mut().set_prefix(head.unwrap_or_else(|| "\n".to_owned()));
        Item::Table(table)
    });
    let Some(section) = section.as_table_like_mut() else {
        return;
    };
    let columns = view.columns.as_ref().map(|columns| {
        let words: Array = columns.iter().copied().map(Column::word).collect();
        Value::from(words)
    });
    let values = [
        ("filter", Some(Value::from(view.filter.as_str()))),
        ("sort", view.order.map(Order::written).map(Value::from)),
        ("columns", columns),
        ("key", view.digit.map(|digit| Value::from(i64::from(digit)))),
    ];
    for (name, value) in values {
        match (value, section.get_mut(name).and_then(Item::as_value_mut)) {
            // What is written behind it stays behind it.
            (Some(mut value), Some(before)) => {
                *value.decor_mut() = before.decor().clone();
                *before = value;
            }
            (Some(value), None) => {
                section.insert(name, Item::Value(value));
            }
            (None, _) => {
                section.remove(name);
            }
        }
    }
}

/// A digit opens one view: whoever had it has none any more.
fn take_digit(document: &mut DocumentMut, digit: u8, name: &str) {
    for (other, item) in document.iter_mut() {
        if other.get() != name
            && let Some(section) = item.as_table_like_mut()
            && section.get("key").and_then(Item::as_integer) == Some(i64::from(digit))
        {
            section.remove("key");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Views;
    use super::*;
    use crate::base::Language;
    use std::fs::Permissions;
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    use std::sync::Barrier;

    fn view(name: &str, digit: Option<u8>) -> View {
        View {
            name: name.to_owned(),
            filter: "company:\"Birch & Sons\" is:late".to_owned(),
            order: Some(Order::natural(Column::Created)),
            columns: Some(vec![Column::Title, Column::Statuses, Column::Due]),
            digit,
            written_at: String::new(),
        }
    }

    fn told(error: &NotSaved) -> String {
        error.said(&Sentences::new(Language::English))
    }

    #[test]
    fn what_is_saved_is_read_again_and_comments_stay() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("below").join("views.toml");
        save(&file, &view("Birch: \"late\"", Some(7))).unwrap();
        let mut text = std::fs::read_to_string(&file).unwrap();
        assert!(text.starts_with("# Saved views"), "{text}");
        text = text.replace("key = 7", "key = 7 # seven");
        std::fs::write(&file, format!("{text}\n# mine\n[Other]\nfilter = \"vpn\"\nkey = 8\n")).unwrap();
        save(
            &file,
            &View {
                columns: None,
                ..view("Birch: \"late\"", Some(8))
            },
        )
        .unwrap();
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(
            text.contains("key = 8 # seven") && text.contains("# mine\n[Other]"),
            "{text}"
        );
        let (views, mistakes) = Views::read(file, &text);
        assert!(mistakes.is_empty(), "{mistakes:?}");
        let [first, other] = views.views.as_slice() else {
            panic!("{views:?}")
        };
        assert_eq!((first.digit, other.digit), (Some(8), None), "a digit opens one view");
        assert_eq!(
            (first.filter.as_str(), &first.columns),
            ("company:\"Birch & Sons\" is:late", &None)
        );
    }

    #[test]
    fn a_file_that_cannot_be_read_stays_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("views.toml");
        std::fs::write(&file, "[half\n").unwrap();
        let error = save(&file, &view("A", None)).unwrap_err();
        assert!(told(&error).contains("views.toml:1:"), "{error:?}");
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "[half\n");
    }

    #[test]
    fn what_has_the_views_name_and_is_no_section_is_named_with_its_place() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("views.toml");
        std::fs::write(&file, "# mine\nA = 1\n").unwrap();
        let error = save(&file, &view("A", None)).unwrap_err();
        assert!(
            told(&error).contains("views.toml:2:1: \"A\" must be a section; write [A]"),
            "{error:?}"
        );
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "# mine\nA = 1\n");
    }

    #[test]
    fn a_file_that_is_begun_says_all_that_may_stand_in_it() {
        let names: Vec<&str> = settings().map(|(name, _)| name).collect();
        assert_eq!(names, super::super::SETTINGS);
        for word in Column::ALL.map(Column::word) {
            assert!(HEAD.contains(word), "{word}");
        }
    }

    #[test]
    fn a_shared_file_stays_shared_and_a_link_stays_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("shared.toml"), folder.path().join("views.toml"));
        std::fs::write(&file, "[Other]\nfilter = \"vpn\"\n").unwrap();
        std::fs::set_permissions(&file, Permissions::from_mode(0o664)).unwrap();
        symlink("shared.toml", &link).unwrap();
        save(&link, &view("A", None)).unwrap();
        let mode = std::fs::metadata(&file).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o664);
        assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
        assert!(std::fs::read_to_string(&file).unwrap().contains("[A]"));

        // A link to what isn't there yet is where it will be.
        let (later, link) = (folder.path().join("later.toml"), folder.path().join("own.toml"));
        symlink(&later, &link).unwrap();
        save(&link, &view("A", None)).unwrap();
        assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
        let mode = std::fs::metadata(&later).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "a new file is for its owner");
    }

    #[test]
    fn consoles_that_save_at_once_lose_no_view() {
        const CONSOLES: usize = 8;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("views.toml");
        let start = Barrier::new(CONSOLES);
        std::thread::scope(|scope| {
            for console in 0..CONSOLES {
                let (file, start) = (&file, &start);
                scope.spawn(move || {
                    start.wait();
                    for number in 0..5 {
                        save(file, &view(&format!("{console} {number}"), None)).unwrap();
                    }
                });
            }
        });
        let (views, mistakes) = Views::read(file.clone(), &std::fs::read_to_string(&file).unwrap());
        assert!(mistakes.is_empty(), "{mistakes:?}");
        assert_eq!(views.views.len(), CONSOLES * 5);
        assert_eq!(
            std::fs::read_dir(folder.path()).unwrap().count(),
            1,
            "nothing is left beside it"
        );
    }

    #[test]
    fn a_file_that_cannot_be_begun_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("file"), "").unwrap();
        let error = save(&folder.path().join("file/views.toml"), &view("A", None)).unwrap_err();
        assert!(told(&error).contains("views.toml"), "{error:?}");
    }
}
