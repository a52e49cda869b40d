//! The one way in which bodies are read: in one pass, refusing what serde's own reader takes in silence. A name that
//! comes twice would count with one of its values, and nobody could tell with which.

use crate::base::nul;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value as Json};
use std::collections::HashSet;
use std::fmt;

/// Letters of a name that are said.
const SAID: usize = 60;
/// Names that are compared one by one; beyond them a table is faster.
const FEW: usize = 16;
/// From here on numbers are wider than 64 bits.
const WIDE: f64 = 9_223_372_036_854_775_808.0;

/// What is refused in JSON that is otherwise well formed. Names are cut to a readable length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// An object has a name twice.
    Twice {
        /// The name, as it came the second time.
        name: String,
    },
    /// A text has a NUL (U+0000).
    Nul {
        /// The name under which it stands, or that it stands in; empty where there is none.
        field: String,
    },
}

/// JSON that is checked while it is read. Whether names that differ only in the case of their letters are the same
/// depends on the contract.
pub struct Checked<const ANY_CASE: bool> {
    json: Json,
    notes: Notes,
}

/// Names are told apart letter by letter.
pub type Exact = Checked<false>;
/// Names are told apart without regard to case.
pub type AnyCase = Checked<true>;

#[derive(Default)]
struct Notes {
    fault: Option<Fault>,
    has_wide: bool,
}

impl<const ANY_CASE: bool> Checked<ANY_CASE> {
    /// Reads a body with a parser. A whole number beyond 64 bits becomes a text, so that its digits stay as they were
    /// sent.
    ///
    /// # Errors
    /// The parser's; within, what is refused.
    pub fn read<E>(bytes: &[u8], parse: impl Fn(&[u8]) -> Result<Self, E>) -> Result<Result<Json, Fault>, E> {
        let mut read = parse(bytes)?;
        // So rare that reading a second time costs nobody anything.
        if read.notes.has_wide {
            read = parse(&with_wide_as_text(bytes))?;
        }
        Ok(match read.notes.fault {
            Some(fault) => Err(fault),
            None => Ok(read.json),
        })
    }
}

impl<'de, const ANY_CASE: bool> Deserialize<'de> for Checked<ANY_CASE> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut notes = Notes::default();
        let part = Part::<ANY_CASE> {
            notes: &mut notes,
            field: "",
        };
        let json = part.deserialize(deserializer)?;
        Ok(Self { json, notes })
    }
}

/// A value, and the name under which it stands.
struct Part<'a, const ANY_CASE: bool> {
    notes: &'a mut Notes,
    field: &'a str,
}

impl<const ANY_CASE: bool> Part<'_, ANY_CASE> {
    fn check(&mut self, text: &str, field: &str) {
        if nul::find(text).is_some() {
            let field = said(field);
            self.notes.fault.get_or_insert(Fault::Nul { field });
        }
    }
}

fn said(name: &str) -> String {
    name.chars().take(SAID).collect()
}

impl<'de, const ANY_CASE: bool> DeserializeSeed<'de> for Part<'_, ANY_CASE> {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, const ANY_CASE: bool> Visitor<'de> for Part<'_, ANY_CASE> {
    type Value = Json;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E: Error>(self, truth: bool) -> Result<Json, E> {
        Ok(truth.into())
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Json, E> {
        Ok(number.into())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Json, E> {
        Ok(number.into())
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Json, E> {
        self.notes.has_wide |= number.abs() >= WIDE;
        Ok(Number::from_f64(number).map_or(Json::Null, Json::Number))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Json, E> {
        self.visit_string(text.to_owned())
    }

    fn visit_string<E: Error>(mut self, text: String) -> Result<Json, E> {
        let field = self.field;
        self.check(&text, field);
        Ok(Json::String(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Json, A::Error> {
        let Self { notes, field } = self;
        let mut items = Vec::new();
        while let Some(item) = list.next_element_seed(Part::<ANY_CASE> {
            notes: &mut *notes,
            field,
        })? {
            items.push(item);
        }
        Ok(Json::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Json, A::Error> {
        let mut object = Map::new();
        let mut folded = HashSet::new();
        while let Some(name) = map.next_key::<String>()? {
            self.check(&name, &name);
            if is_there::<ANY_CASE>(&object, &mut folded, &name) {
                let name = said(&name);
                self.notes.fault.get_or_insert(Fault::Twice { name });
            }
            let value = map.next_value_seed(Part::<ANY_CASE> {
                notes: &mut *self.notes,
                field: &name,
            })?;
            object.insert(name, value);
        }
        Ok(Json::Object(object))
    }
}

/// Whether an object has a name already. Of large objects the names without case are kept, so that the time doesn't grow
/// with the square of their number.
fn is_there<const ANY_CASE: bool>(object: &Map<String, Json>, folded: &mut HashSet<String>, name: &str) -> bool {
    if !ANY_CASE {
        return object.contains_key(name);
    }
    if object.len() <= FEW {
        return object.keys().any(|known| known.eq_ignore_ascii_case(name));
    }
    if folded.is_empty() {
        folded.extend(object.keys().map(|known| known.to_ascii_lowercase()));
    }
    !folded.insert(name.to_ascii_lowercase())
}

/// The same JSON with quotes around the numbers that are beyond 64 bits.
fn with_wide_as_text(bytes: &[u8]) -> Vec<u8> {
    let mut quoted = Vec::with_capacity(bytes.len() + 2);
    let mut rest = bytes;
    while let Some(first) = rest.first() {
        let length = match first {
            b'"' => text_length(rest),
            first if is_of_word(*first) => rest.iter().take_while(|byte| is_of_word(**byte)).count(),
            _ => 1,
        };
        let (token, behind) = rest.split_at(length);
        let quote: &[u8] = if is_wide(token) { b"\"" } else { b"" };
        quoted.extend_from_slice(quote);
        quoted.extend_from_slice(token);
        quoted.extend_from_slice(quote);
        rest = behind;
    }
    quoted
}

/// The bytes of the text that begins here, its quotes included.
fn text_length(bytes: &[u8]) -> usize {
    let mut is_escaped = false;
    let end = bytes.iter().skip(1).position(|byte| {
        let is_end = *byte == b'"' && !is_escaped;
        is_escaped = *byte == b'\\' && !is_escaped;
        is_end
    });
    end.map_or(bytes.len(), |end| end + 2)
}

/// Whether a byte is part of a number, of a word, or of a name without quotes.
fn is_of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'.' | b'_' | b'$') || !byte.is_ascii()
}

fn is_wide(token: &[u8]) -> bool {
    let is_number = token
        .first()
        .is_some_and(|first| first.is_ascii_digit() || *first == b'-');
    let text = std::str::from_utf8(token).ok().filter(|_| is_number);
    text.is_some_and(|text| {
        let fits = text.parse::<i64>().is_ok() || text.parse::<u64>().is_ok();
        !fits && text.parse::<f64>().is_ok_and(|number| number.abs() >= WIDE)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn exact(text: &str) -> Result<Json, Fault> {
        Exact::read(text.as_bytes(), |bytes| serde_json::from_slice(bytes)).unwrap()
    }

    fn any_case(text: &str) -> Result<Json, Fault> {
        AnyCase::read(text.as_bytes(), |bytes| serde_json::from_slice(bytes)).unwrap()
    }

    fn twice(name: &str) -> Result<Json, Fault> {
        Err(Fault::Twice { name: name.to_owned() })
    }

    #[test]
    fn what_has_no_fault_is_read_as_serde_reads_it() {
        let text = r#"{"a": [1, -2, 2.5, 1e3, null, true, "ä\n", {"A": {}}], "b": {"a": 18446744073709551615}}"#;
        let expected: Json = serde_json::from_str(text).unwrap();
        assert_eq!(exact(text), Ok(expected.clone()));
        assert_eq!(any_case(text), Ok(expected));
    }

    #[test]
    fn a_name_that_comes_twice_is_found_at_any_depth() {
        for text in [r#"{"a": 1, "b": 2, "a": 1}"#, r#"[[{"x": [{"a": {}, "a": []}]}]]"#] {
            assert_eq!(exact(text), twice("a"), "{text}");
            assert_eq!(any_case(text), twice("a"), "{text}");
        }
        let cases = r#"{"title": 1, "Title": 2}"#;
        assert!(exact(cases).is_ok());
        assert_eq!(any_case(cases), twice("Title"));
        let long = format!(r#"{{"{0}": 1, "{0}": 2}}"#, "n".repeat(100_000));
        assert_eq!(exact(&long), twice(&"n".repeat(60)));
    }

    #[test]
    fn many_names_are_told_apart() {
        let names = |last: &str| {
            let names: String = (0..100_000).map(|number| format!(r#""name{number}": 0, "#)).collect();
            format!(r#"{{{names} "{last}": 0}}"#)
        };
        assert!(any_case(&names("other")).is_ok());
        for last in ["NAME0", "Name16", "name17", "NAME99999"] {
            assert_eq!(any_case(&names(last)), twice(last));
        }
    }

    #[test]
    fn a_nul_is_found_with_the_name_that_it_stands_under() {
        for (text, field) in [
            (r#"{"title": "a\u0000b"}"#, "title"),
            (r#"{"a": {"list": ["x", ["\u0000"]]}}"#, "list"),
            (r#"{"na\u0000me": 1}"#, "na\0me"),
            (r#""\u0000""#, ""),
        ] {
            let field = field.to_owned();
            assert_eq!(exact(text), Err(Fault::Nul { field }), "{text}");
        }
    }

    #[test]
    fn whole_numbers_beyond_64_bits_keep_their_digits() {
        for wide in [
            "18446744073709551616",
            "-9223372036854775809",
            "123456789012345678901234567890123",
            "1e300",
        ] {
            let text = format!(r#"{{"18446744073709551616": "\"{wide}", "a": [{wide}, 7], "b": {wide}}}"#);
            let expected = json!({"18446744073709551616": format!("\"{wide}"), "a": [wide, 7], "b": wide});
            assert_eq!(exact(&text), Ok(expected));
        }
    }
}
