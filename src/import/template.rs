//! Where a field's text comes from: `{column}` in a text, any number of times.

use crate::sentences::Wording;

/// A text with columns in it, as in `{category} · {subcategory}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Template(Vec<Part>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    Column(String),
}

impl Template {
    /// Reads a template.
    ///
    /// # Errors
    /// A brace that is not closed, or a pair of braces with nothing in it; the message says so.
    pub(super) fn parse(text: &str) -> Result<Self, Wording> {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (column, after) = after
                .split_once('}')
                .ok_or_else(|| Wording::of("mistake-column-open").with("open", "{").with("close", "}"))?;
            if column.trim().is_empty() {
                return Err(Wording::of("mistake-column-unnamed").with("braces", "{}"));
            }
            if !before.is_empty() {
                parts.push(Part::Text(before.to_owned()));
            }
            parts.push(Part::Column(column.trim().to_owned()));
            rest = after;
        }
        if !rest.is_empty() {
            parts.push(Part::Text(rest.to_owned()));
        }
        Ok(Self(parts))
    }

    /// The columns that it names.
    pub(super) fn columns(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|part| match part {
            Part::Column(name) => Some(name.as_str()),
            Part::Text(_) => None,
        })
    }

    /// The text for one row; none as soon as one of its columns is unknown there.
    pub(super) fn fill<'c>(&self, cell: impl Fn(&str) -> Option<&'c str>) -> Option<String> {
        let mut text = String::new();
        for part in &self.0 {
            match part {
                Part::Text(fixed) => text.push_str(fixed),
                Part::Column(name) => text.push_str(cell(name)?),
            }
        }
        Some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_several_columns_is_known_when_all_are() {
        let template = Template::parse("{ a } · {b}!").unwrap();
        assert_eq!(template.columns().collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(
            template.fill(|name| Some(if name == "a" { "1" } else { "2" })),
            Some("1 · 2!".into())
        );
        assert_eq!(template.fill(|name| (name == "a").then_some("1")), None);
        assert_eq!(Template::parse("Acme").unwrap().fill(|_| None), Some("Acme".into()));
        assert!(Template::parse("{a").is_err());
        assert!(Template::parse("{ }").is_err());
    }
}
