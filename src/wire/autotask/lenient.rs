//! JSON as Autotask's clients send it: some of the vendor's own samples have names without quotes and commas behind the
//! last value.

use crate::wire::json::{AnyCase, Fault};
use jsonc_parser::errors::ParseError;
use jsonc_parser::{ParseOptions, parse_to_serde_value};
use serde_json::Value as Json;
use serde_json::error::Category;

/// What is taken beyond JSON: no more than what clients are known to send.
const LENIENT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: true,
    allow_trailing_commas: true,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// Why bytes are no JSON that is taken.
#[derive(Debug, thiserror::Error)]
pub enum NotJson {
    /// They are none, with the line and the column.
    #[error("The JSON can't be understood: {0}.")]
    Form(serde_json::Error),
    /// An object has a name twice, be it in different cases.
    #[error("The JSON can't be understood: the name {0} comes twice.")]
    Twice(String),
    /// A text has a NUL.
    #[error("The value of {0} has a NUL (U+0000), which no text may have.")]
    Nul(String),
}

impl From<Fault> for NotJson {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Twice { name } => Self::Twice(name),
            Fault::Nul { field } => Self::Nul(field),
        }
    }
}

/// Reads a body, or what stands in `search`.
///
/// # Errors
/// When it is no JSON, nor nearly so; when it is nested deeper than 127 levels; what [`AnyCase`] refuses.
pub fn read(bytes: &[u8]) -> Result<Json, NotJson> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let error = match AnyCase::read(bytes, |bytes| serde_json::from_slice(bytes)) {
        Ok(read) => return Ok(read?),
        Err(error) => error,
    };
    // Where the strict reader gave up for another reason than the form, the lenient one has nothing to add.
    let text = std::str::from_utf8(bytes)
        .ok()
        .filter(|_| error.classify() == Category::Syntax);
    let is_shallow = |text: &&str| nesting(text) <= DEEPEST;
    let read = text
        .filter(is_shallow)
        .and_then(|text| AnyCase::read(text.as_bytes(), loose).ok());
    Ok(read.ok_or(NotJson::Form(error))??)
}

fn loose(bytes: &[u8]) -> Result<AnyCase, Loose> {
    Ok(parse_to_serde_value(std::str::from_utf8(bytes)?, &LENIENT)?)
}

/// What the lenient reader says is not passed on: the strict one's words are the clearer ones.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
enum Loose {
    Letters(#[from] std::str::Utf8Error),
    Form(#[from] ParseError),
}

/// Groups in groups, as deep as the strict reader goes.
const DEEPEST: usize = 127;

/// How deep brackets are nested; those in texts count too, which errs on the safe side.
fn nesting(text: &str) -> usize {
    let deepest = text
        .bytes()
        .fold((0_usize, 0_usize), |(depth, deepest), byte| match byte {
            b'[' | b'{' => (depth + 1, deepest.max(depth + 1)),
            b']' | b'}' => (depth.saturating_sub(1), deepest),
            _ => (depth, deepest),
        });
    deepest.1
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_the_vendors_samples_hold_is_read() {
        for (text, expected) in [
            (
                r#"{"id": "0", "IsActive": "True"}"#,
                json!({"id": "0", "IsActive": "True"}),
            ),
            (r#"{id: 5, title: "x",}"#, json!({"id": 5, "title": "x"})),
            (
                r#"{"Filter": [{op: "in", "field": "id", "value": [1, 2,],},],}"#,
                json!({"Filter": [{"op": "in", "field": "id", "value": [1, 2]}]}),
            ),
            ("\u{feff}[]", json!([])),
            (r#"{id: 18446744073709551616,}"#, json!({"id": "18446744073709551616"})),
        ] {
            assert_eq!(read(text.as_bytes()).unwrap(), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_json_is_refused_with_its_place() {
        for text in [
            "",
            "{",
            "nonsense",
            "{'a': 1}",
            "{a: 0x1}",
            "{a: .5}",
            "{a: NaN}",
            "{a: 1 b: 2}",
            "{} {}",
            "// nothing",
            r#"{"a": "\ud834"}"#,
            r#"{a: "\ud834"}"#,
            r#"{a: "\udd1e"}"#,
        ] {
            let error = read(text.as_bytes()).unwrap_err().to_string();
            assert!(error.contains("line"), "{text}: {error}");
        }
        assert!(read(b"{a: \"\xff\"}").is_err());
    }

    #[test]
    fn a_name_that_comes_twice_and_a_nul_are_refused_in_both_forms() {
        for (text, said) in [
            (r#"{"a": 1, "A": 2}"#, "the name A comes twice"),
            (r#"{a: 1, b: [{c: 1, C: 2,},]}"#, "the name C comes twice"),
            (r#"{"a": "\u0000"}"#, "The value of a has a NUL"),
            (r#"{a: "\u0000",}"#, "The value of a has a NUL"),
        ] {
            let error = read(text.as_bytes()).unwrap_err().to_string();
            assert!(error.contains(said), "{text}: {error}");
        }
    }

    #[test]
    fn depth_costs_no_stack() {
        for depth in [200, 10_000, 250_000] {
            for (open, close) in [("[", "]"), ("{a:", "}"), (r#"{"op":"and","items":["#, "]}")] {
                let text = format!("{}0{}", open.repeat(depth), close.repeat(depth));
                assert!(read(text.as_bytes()).is_err(), "{open} {depth}");
            }
        }
        let loose = format!("{}[1,]{}", "[".repeat(100), "]".repeat(100));
        assert!(read(loose.as_bytes()).is_ok());
    }
}
