//! The mapping that goes with an export.

use super::cells::{self, ID, Names, RECORD, UserDefined};
use super::sheet::{Form, TEXT_MARK};
use super::{OWN_COMPANY, Portable};
use crate::entities::{COMPANY, UserDefinedFields};
use crate::remote::portable;
use serde_json::Value as Json;
use std::fmt::Write as _;

/// The mapping's text.
pub(super) fn of(form: Form, wanted: &[&'static Portable], known: (&Names, &UserDefined)) -> String {
    let mut text = String::new();
    // Writing to a text can't fail.
    let _ = write(&mut text, form, wanted, known);
    text
}

fn write(
    text: &mut String,
    form: Form,
    wanted: &[&'static Portable],
    (names, user_defined): (&Names, &UserDefined),
) -> std::fmt::Result {
    let provider = names.of(&COMPANY, OWN_COMPANY).unwrap_or_default();
    writeln!(
        text,
        "# Written by `tandem export`, for: tandem import FILE --mapping THIS"
    )?;
    writeln!(
        text,
        "# A line that is taken out leaves that field empty, a section that is taken out those records.\n"
    )?;
    writeln!(
        text,
        "# Names these records for good: keep it, and nothing comes twice."
    )?;
    writeln!(text, "source = {}", quoted(&format!("tandem {provider}")))?;
    writeln!(
        text,
        "record = \"{{{RECORD}}}\"\nreferences = \"keys\"\nmoments = \"iso\""
    )?;
    match form {
        Form::Csv => writeln!(
            text,
            "# What stands behind this mark is taken to the letter.\ntext_mark = {}",
            quoted(TEXT_MARK)
        )?,
        Form::JsonLines => writeln!(text, "# Texts are taken to the letter.\nexact = true")?,
    }
    for portable in wanted {
        writeln!(text, "\n[records.{}]\nkey = \"{{{ID}}}\"", portable.entity.name)?;
        for field in portable.fields() {
            writeln!(text, "{0} = \"{{{0}}}\"", field.name)?;
        }
        let free = user_defined.get(portable.entity.name).into_iter();
        for field in free.flat_map(UserDefinedFields::iter) {
            let name = quoted(&format!("{}{}", portable::USER_DEFINED, field.name));
            let column = quoted(&format!("{{{}}}", cells::user_defined_column(field)));
            writeln!(text, "{name} = {column}")?;
        }
    }
    Ok(())
}

/// A text in quotes, as TOML writes it.
fn quoted(text: &str) -> String {
    // JSON leaves one control character as it is.
    Json::from(text).to_string().replace('\u{7f}', "\\u007f")
}
