//! Reads a file of views; what can't be used is named with its line, and the rest holds.

use super::{View, Views};
use crate::config::document::did_you_mean;
use crate::config::{Document, Entry, Mistake, Table};
use crate::sentences::Wording;
use crate::tui::panes::tickets::column::Column;
use crate::tui::panes::tickets::sort::Order;
use std::path::PathBuf;

/// What may stand in a view.
pub const SETTINGS: [&str; 4] = ["filter", "sort", "columns", "key"];

impl Views {
    /// The views of a file with this text, and what of it could not be used.
    #[must_use]
    pub fn read(file: PathBuf, source: &str) -> (Self, Vec<Mistake>) {
        let name = file.display().to_string();
        let (mut document, sections) = Document::read(&name, source);
        let mut views: Vec<View> = Vec::new();
        for section in sections {
            let mut view = View {
                name: section.name.clone(),
                written_at: format!("{name}:{}", document.line(section.name_span())),
                ..View::default()
            };
            if let Some(table) = document.table(section) {
                read_view(&mut document, table, &mut view, &views);
                views.push(view);
            }
        }
        (Self { file, views }, document.finish())
    }
}

fn read_view(document: &mut Document<'_>, table: Table<'_>, view: &mut View, others: &[View]) {
    for entry in table {
        match entry.name.as_str() {
            "filter" => {
                if let Some(filter) = document.text(&entry) {
                    filter.clone_into(&mut view.filter);
                    let file = view.written_at.rsplit_once(':').map_or("", |(file, _)| file);
                    view.written_at = format!("{file}:{}", document.line(entry.name_span()));
                }
            }
            "sort" => view.order = order(document, &entry),
            "columns" => view.columns = columns(document, &entry),
            "key" => view.digit = digit(document, &entry, others),
            _ => document.unknown("mistake-no-view-setting", &entry, SETTINGS),
        }
    }
}

fn order(document: &mut Document<'_>, entry: &Entry<'_>) -> Option<Order> {
    let text = document.text(entry)?;
    let order = Order::read(text);
    if order.is_none() {
        let words = Column::ALL.map(Column::word);
        let message = Wording::of("mistake-no-sort").with("word", text);
        let hint = did_you_mean(text.trim_start_matches('-'), &words);
        document.wrong_value(entry, message, [hint, Wording::of("mistake-sort-turned")]);
    }
    order
}

fn columns(document: &mut Document<'_>, entry: &Entry<'_>) -> Option<Vec<Column>> {
    let words = document.texts(entry)?;
    let known = Column::ALL.map(Column::word);
    let mut columns = Vec::with_capacity(words.len());
    for word in words {
        match Column::named(word) {
            None => document.wrong_value(
                entry,
                Wording::of("mistake-no-column").with("name", word),
                Some(did_you_mean(word, &known)),
            ),
            Some(column) if columns.contains(&column) => {
                let message = Wording::of("mistake-word-twice").with("word", word);
                document.wrong_value(entry, message, Some(Wording::of("mistake-leave-one-out")));
            }
            Some(column) => columns.push(column),
        }
    }
    for missing in Column::ALWAYS.iter().filter(|column| !columns.contains(column)) {
        let message = Wording::of("mistake-columns-lack").with("word", missing.word());
        document.wrong_value(entry, message, Some(Wording::of("mistake-columns-always")));
    }
    let is_whole = Column::ALWAYS.iter().all(|column| columns.contains(column));
    is_whole.then_some(columns)
}

fn digit(document: &mut Document<'_>, entry: &Entry<'_>, others: &[View]) -> Option<u8> {
    let number = document.whole_number(entry)?;
    let digit = u8::try_from(number).ok().filter(|digit| (1..=9).contains(digit));
    let Some(digit) = digit else {
        document.wrong_value(entry, Wording::of("mistake-no-digit"), None);
        return None;
    };
    if let Some(other) = others.iter().find(|other| other.digit == Some(digit)) {
        let message = Wording::of("mistake-digit-taken");
        let message = message.with("digit", digit).with("name", &other.name);
        document.wrong_value(entry, message, Some(Wording::of("mistake-other-digit")));
        return None;
    }
    Some(digit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Language;
    use crate::sentences::Sentences;

    fn read(source: &str) -> (Views, Vec<String>) {
        let sentences = Sentences::new(Language::English);
        let (views, mistakes) = Views::read(PathBuf::from("views.toml"), source);
        (views, mistakes.iter().map(|mistake| mistake.said(&sentences)).collect())
    }

    #[test]
    fn a_view_has_a_filter_an_order_columns_and_a_digit() {
        let source = "# ours\n[\"Acme, late\"]\nfilter = 'company:acme is:late'\nsort = \"-created\"\n\
                      columns = [\"title\", \"statuses\", \"queue\"]\nkey = 6\n\n[Printers]\nfilter = \"printer\"\n";
        let (views, mistakes) = read(source);
        assert!(mistakes.is_empty(), "{mistakes:?}");
        assert_eq!(views.at_digit(6), Some(0));
        let [acme, printers] = views.views.as_slice() else {
            panic!("{views:?}")
        };
        assert_eq!(
            (acme.name.as_str(), acme.filter.as_str(), acme.written_at.as_str()),
            ("Acme, late", "company:acme is:late", "views.toml:3")
        );
        assert_eq!(acme.order.map(Order::written).as_deref(), Some("-created"));
        assert_eq!(
            acme.columns.as_deref(),
            Some([Column::Title, Column::Statuses, Column::Queue].as_slice())
        );
        assert_eq!((printers.order, printers.digit), (None, None));
    }

    #[test]
    fn every_mistake_is_named_with_its_place_and_the_rest_holds() {
        for (source, said) in [
            (
                "[A]\nfitler = \"x\"",
                "views.toml:2:1: there is no setting of a view \"fitler\"; did you mean \"filter\"?",
            ),
            (
                "[A]\nsort = \"deu\"",
                "views.toml:2:8: a list can't be sorted by \"deu\"; did you mean \"due\"?",
            ),
            (
                "[A]\nsort = \"-colour\"",
                "views.toml:2:8: a list can't be sorted by \"-colour\"",
            ),
            ("[A]\nkey = 0", "views.toml:2:7: \"key\" must be a digit from 1 to 9"),
            (
                "[A]\nkey = 5\n[B]\nkey = 5",
                "views.toml:4:7: 5 opens \"A\" already; take another digit",
            ),
            (
                "[A]\ncolumns = [\"title\", \"statuses\", \"quue\"]",
                "there is no column \"quue\"; did you mean \"queue\"?",
            ),
            (
                "[A]\ncolumns = [\"title\"]",
                "views.toml:2:11: \"columns\" lacks \"statuses\"",
            ),
            (
                "[A]\ncolumns = [\"title\", \"statuses\", \"title\"]",
                "\"title\" stands twice",
            ),
            ("A = 1", "views.toml:1:1: \"A\" must be a section"),
            ("[A]\nfilter = 3", "views.toml:2:10: \"filter\" must be text in quotes"),
            ("[A\nfilter = \"\"", "views.toml:1"),
        ] {
            let (_, mistakes) = read(source);
            assert!(
                mistakes.iter().any(|mistake| mistake.contains(said)),
                "{source}: {mistakes:?}"
            );
        }
        let (views, _) = read("[A]\nkey = 0\nfilter = \"printer\"\n[B]\nfilter = \"vpn\"");
        let filters: Vec<&str> = views.views.iter().map(|view| view.filter.as_str()).collect();
        assert_eq!(filters, ["printer", "vpn"]);
    }
}
