//! The texts of a record as values of its fields.

use crate::entities::{CONTACT, Entity, Field, FieldError, Kind, Picklist, RESOURCE, Value};
use crate::sentences::Wording;
use crate::server::operations::import::check::too_long;
use crate::server::operations::import::names;
use std::collections::BTreeMap;

/// The name under which a person's first and last name may come together.
const NAME: &str = "name";

/// The values with a person's name parted into first and last.
pub(super) fn with_names(entity: &Entity, values: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let mut values = values.clone();
    if (*entity == CONTACT || *entity == RESOURCE)
        && let Some(name) = values.remove(NAME)
    {
        let (first, last) = names::split(&name);
        values.entry("firstName".to_owned()).or_insert_with(|| first.to_owned());
        values.entry("lastName".to_owned()).or_insert_with(|| last.to_owned());
    }
    values
}

/// The value of a field that names nothing else.
///
/// # Errors
/// What would be right.
pub(super) fn read(field: &Field, text: &str) -> Result<Value, Wording> {
    let value = match field.picklist {
        Some(Picklist::Fixed(entries)) => {
            let labelled = entries
                .iter()
                .find(|entry| entry.label.eq_ignore_ascii_case(text.trim()));
            let numbered = || entries.iter().find(|entry| entry.value.to_string() == text.trim());
            let entry = labelled.or_else(numbered).ok_or_else(|| {
                let labels: Vec<&str> = entries.iter().map(|entry| entry.label).collect();
                no_choice(text, &labels)
            })?;
            Value::Integer(entry.value)
        }
        Some(Picklist::Words(words)) => {
            let word = words.iter().find(|word| word.eq_ignore_ascii_case(text.trim()));
            let word = word.ok_or_else(|| no_choice(text, words))?;
            Value::from(*word)
        }
        _ => Value::parse(field, text.to_owned()).map_err(|error| match error {
            FieldError::Range { value, .. } => too_large(value),
            _ => not_of_type(text, field.kind.data_type()),
        })?,
    };
    match (field.kind, &value) {
        (Kind::Text { length: limit }, Value::Text(text)) => {
            let length = text.chars().count();
            if u32::try_from(length).is_ok_and(|length| length > limit) {
                return Err(too_long(length, limit));
            }
        }
        (Kind::Integer, Value::Integer(number)) if i32::try_from(*number).is_err() => {
            return Err(too_large(number));
        }
        _ => {}
    }
    Ok(value)
}

fn no_choice(text: &str, choices: &[&str]) -> Wording {
    Wording::of("import-no-choice")
        .with("text", text)
        .with("known", choices.join(", "))
}

fn too_large(number: impl ToString) -> Wording {
    Wording::of("import-number-too-large").with("number", number)
}

/// A text that is no value of a type, as the API calls it.
pub(super) fn not_of_type(text: &str, data_type: &str) -> Wording {
    Wording::of("import-not-of-type")
        .with("text", text)
        .with("type", data_type)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::TICKET;

    #[test]
    fn picklists_are_read_by_label_and_by_value() {
        let kind = TICKET.field("ticketType").unwrap();
        assert_eq!(read(kind, "incident"), Ok(Value::Integer(2)));
        assert_eq!(read(kind, "4"), Ok(Value::Integer(4)));
        assert!(
            read(kind, "Riddle")
                .unwrap_err()
                .to_string()
                .contains("Service Request, Incident")
        );
        assert!(read(TICKET.field("holder").unwrap(), "nobody").is_err());
    }

    #[test]
    fn a_persons_name_is_parted_and_never_replaces_what_came_in_parts() {
        let given = BTreeMap::from([
            ("name".to_owned(), "Ann Lee".to_owned()),
            ("lastName".to_owned(), "Leeds".to_owned()),
        ]);
        let values = with_names(&CONTACT, &given);
        let texts: Vec<_> = values
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()))
            .collect();
        assert_eq!(texts, [("firstName", "Ann"), ("lastName", "Leeds")]);
    }
}
