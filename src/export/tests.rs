//! What is written comes back as it was.

use super::cells::{Names, UserDefined};
use super::sheet::Sheet;
use super::{Form, Portable, mapping};
use crate::entities::{Kind, Row, TICKET, TICKET_NOTE, Value};
use crate::import::{Mapping, Rows};
use crate::remote::{ImportRecord, portable};
use proptest::prelude::*;

/// The records that come of rows which were written and read again.
fn again(form: Form, wanted: &[&'static Portable], rows: &[Row]) -> Vec<ImportRecord> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("desk");
    let (names, user_defined) = (Names::default(), UserDefined::new());
    let known = (&names, &user_defined);
    let mut written = Vec::new();
    let mut sheet = Sheet::begin(form, &mut written, wanted, &user_defined).unwrap();
    for row in rows {
        sheet.write(portable::of(row.entity()).unwrap(), row, known).unwrap();
    }
    sheet.end().unwrap();
    std::fs::write(&file, &written).unwrap();
    let text = mapping::of(form, wanted, known);
    let mapping = Mapping::parse("desk.toml", &text).unwrap();
    let mut read = Rows::open(&file).unwrap();
    let translation = mapping.over(read.columns()).unwrap();
    let mut records = Vec::new();
    while let Some(row) = read.next_row().unwrap() {
        records.extend(translation.items(&row).unwrap().records);
    }
    records
}

fn ticket(title: &str, description: Option<&str>) -> Row {
    let mut row = Row::new(&TICKET);
    row.set("id", 7_i64);
    row.set("title", title);
    row.set("description", description.map(str::to_owned));
    row
}

#[test]
fn a_formula_is_harmless_in_a_spreadsheet_and_comes_back_as_it_was() {
    for text in [
        "=1+1", "+1", "-1", "@x", "\t=1", "'quoted", "''", "", " ", "x ", "\n", "?",
    ] {
        let marked = super::sheet::marked(text.to_owned());
        assert!(!marked.starts_with(['=', '+', '-', '@', '\t', '\r']), "{marked:?}");
        for form in [Form::Csv, Form::JsonLines] {
            let wanted = [portable::of(&TICKET).unwrap()];
            let records = again(form, &wanted, &[ticket(text, None)]);
            assert_eq!(records[0].values["title"], text, "{form:?}");
            assert!(
                !records[0].values.contains_key("description"),
                "none is not an empty one"
            );
        }
    }
}

fn hostile() -> impl Strategy<Value = String> {
    proptest::string::string_regex("(?s)[ \"',;=\r\n\t\u{1b}\u{202e}\u{feff}a-c\\PC]{0,20}")
        .unwrap()
        .prop_filter("a NUL is no text that is taken", |text| !text.contains('\0'))
}

proptest! {
    #[test]
    fn hostile_text_comes_back_as_it_was(texts in proptest::collection::vec((hostile(), proptest::option::of(hostile())), 1..8)) {
        let rows: Vec<Row> = texts.iter().map(|(title, text)| ticket(title, text.as_deref())).collect();
        let wanted = [portable::of(&TICKET).unwrap(), portable::of(&TICKET_NOTE).unwrap()];
        for form in [Form::Csv, Form::JsonLines] {
            let records = again(form, &wanted, &rows);
            let found: Vec<_> = records
                .iter()
                .map(|record| (record.values["title"].clone(), record.values.get("description").cloned()))
                .collect();
            prop_assert_eq!(&found, &texts, "{:?}", form);
        }
    }
}

#[test]
fn every_kind_of_value_comes_back_as_it_was() {
    let wanted: Vec<&'static Portable> = portable::PORTABLE.iter().collect();
    for portable in &wanted {
        let mut row = Row::new(portable.entity);
        row.set("id", 7_i64);
        for (number, field) in (11_i64..).zip(portable.fields()) {
            let first = field.entries().and_then(|entries| entries.first());
            let value = match field.kind {
                Kind::Integer | Kind::Long => Value::Integer(first.map_or(number, |entry| entry.value)),
                Kind::Decimal => Value::from(rust_decimal::Decimal::new(-number, 4)),
                Kind::Text { .. } => Value::Text(format!("text {number}")),
                Kind::DateTime => Value::Time(crate::base::Timestamp::from_millis(1_763_632_800_123)),
                Kind::Boolean => Value::Boolean(number % 2 == 0),
                Kind::UserDefined => Value::Null,
            };
            row.put(field, value);
        }
        for form in [Form::Csv, Form::JsonLines] {
            let records = again(form, &wanted, std::slice::from_ref(&row));
            assert_eq!((records.len(), records[0].key.as_deref()), (1, Some("7")));
            for field in portable.fields() {
                let text = &records[0].values[field.name];
                if field.entries().is_none() {
                    let value = Value::parse(field, text.clone()).unwrap_or_else(|error| panic!("{form:?} {error}"));
                    assert_eq!(&value, row.value(field), "{form:?} {}", field.name);
                }
            }
        }
    }
}
