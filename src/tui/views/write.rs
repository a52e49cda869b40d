//! Writes a view into its file: what stands there otherwise, comments too, stays as it was.

use super::View;
use crate::config::paths::private_folder;
use crate::tui::panes::tickets::column::Column;
use crate::tui::panes::tickets::sort::Order;
use std::io::{self, Write as _};
use std::path::Path;
use tempfile::NamedTempFile;
use toml_edit::{Array, DocumentMut, Item, Table, Value};

/// What stands on top of a file that Tandem begins.
const HEAD: &str = "\
# Saved views of the list of tickets. Each section is one, named as you like; share it by sharing its lines.
#   filter    as you type it behind /
#   sort      due, priority, created, changed, status, title, number; a minus before it turns it round
#   columns   title and statuses, and any of number, company, contact, assignee, queue, priority, due, created, changed
#   key       the digit that opens it
";

/// Writes the view, in the place of the one of its name.
///
/// # Errors
/// When the file can't be read as TOML, or not be written; then it is as it was.
pub fn save(file: &Path, view: &View) -> io::Result<()> {
    let source = match std::fs::read_to_string(file) {
        Ok(source) => source,
        Err(error) if error.kind() == io::ErrorKind::NotFound => HEAD.to_owned(),
        Err(error) => return Err(named(file, error)),
    };
    let mut document: DocumentMut = source
        .parse()
        .map_err(|error: toml_edit::TomlError| named(file, io::Error::other(error.message().to_owned())))?;
    put(&mut document, view);
    replace(file, &document.to_string()).map_err(|error| named(file, error))
}

fn named(file: &Path, error: io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", file.display()))
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

/// Whole or not at all, and where a link points to.
fn replace(file: &Path, text: &str) -> io::Result<()> {
    let target = file.canonicalize().unwrap_or_else(|_| file.to_owned());
    let folder = target.parent().unwrap_or(Path::new("."));
    if !folder.is_dir() {
        private_folder(folder)?;
    }
    let mut new = NamedTempFile::new_in(folder)?;
    new.write_all(text.as_bytes())?;
    new.as_file().sync_all()?;
    new.persist(&target).map(drop).map_err(|error| error.error)
}

#[cfg(test)]
mod tests {
    use super::super::Views;
    use super::*;
    use crate::tui::panes::tickets::sort::By;

    fn view(name: &str, digit: Option<u8>) -> View {
        View {
            name: name.to_owned(),
            filter: "company:\"Birch & Sons\" is:late".to_owned(),
            order: Some(Order::natural(By::Created)),
            columns: Some(vec![Column::Title, Column::Statuses, Column::Due]),
            digit,
            written_at: String::new(),
        }
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
        assert!(error.to_string().contains("views.toml"), "{error}");
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "[half\n");
    }
}
