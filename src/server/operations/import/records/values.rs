//! The texts of a record as values of its fields.

use crate::entities::{CONTACT, Entity, Field, Kind, Picklist, RESOURCE, Value};
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
pub(super) fn read(field: &Field, text: &str) -> Result<Value, String> {
    let value = match field.picklist {
        Some(Picklist::Fixed(entries)) => {
            let labelled = entries
                .iter()
                .find(|entry| entry.label.eq_ignore_ascii_case(text.trim()));
            let numbered = || entries.iter().find(|entry| entry.value.to_string() == text.trim());
            let entry = labelled.or_else(numbered).ok_or_else(|| {
                let labels: Vec<&str> = entries.iter().map(|entry| entry.label).collect();
                format!("there is no \"{text}\"; take one of: {}", labels.join(", "))
            })?;
            Value::Integer(entry.value)
        }
        Some(Picklist::Words(words)) => {
            let word = words.iter().find(|word| word.eq_ignore_ascii_case(text.trim()));
            let word = word.ok_or_else(|| format!("there is no \"{text}\"; take one of: {}", words.join(", ")))?;
            Value::from(*word)
        }
        _ => Value::parse(field, text.to_owned()).map_err(|error| error.to_string())?,
    };
    match (field.kind, &value) {
        (Kind::Text { length: limit }, Value::Text(text)) => {
            let length = text.chars().count();
            if u32::try_from(length).is_ok_and(|length| length > limit) {
                return Err(format!("the text has {length} characters; it may have {limit} at most"));
            }
        }
        (Kind::Integer, Value::Integer(number)) if i32::try_from(*number).is_err() => {
            return Err(format!("{number} is too large a number"));
        }
        _ => {}
    }
    Ok(value)
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
        assert!(read(kind, "Riddle").unwrap_err().contains("Service Request, Incident"));
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
