//! A text with fields of the ticket in it: `{number}`, `{contact}`. A brace that is meant as such stands twice.

use crate::domain::Actor;
use crate::records::views::TicketView;
use crate::tui::app::App;

/// A text to be filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Template(Vec<Part>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    Field(Field),
}

/// What can be filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Number,
    Title,
    Company,
    Contact,
    Item,
    Me,
    Provider,
}

/// Why a text is no template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotATemplate {
    /// There is no such field.
    Unknown(String),
    /// A brace has no other one.
    Open,
}

impl Field {
    const ALL: [(&'static str, Self); 7] = [
        ("number", Self::Number),
        ("title", Self::Title),
        ("company", Self::Company),
        ("contact", Self::Contact),
        ("item", Self::Item),
        ("me", Self::Me),
        ("provider", Self::Provider),
    ];
}

impl Template {
    /// The names of what can be filled in.
    pub const FIELDS: [&'static str; 7] = ["number", "title", "company", "contact", "item", "me", "provider"];

    /// Reads a text.
    ///
    /// # Errors
    /// When a field isn't known, or a brace stands alone.
    pub fn read(text: &str) -> Result<Self, NotATemplate> {
        let mut parts = Vec::new();
        let mut plain = String::new();
        let mut rest = text;
        while let Some(at) = rest.find(['{', '}']) {
            let (before, from) = rest.split_at(at);
            plain.push_str(before);
            if let Some(after) = from.strip_prefix("{{").or_else(|| from.strip_prefix("}}")) {
                plain.push_str(&from[..1]);
                rest = after;
                continue;
            }
            let (name, after) = from
                .strip_prefix('{')
                .and_then(|inner| inner.split_once('}'))
                .ok_or(NotATemplate::Open)?;
            let known = Field::ALL.into_iter().find(|(known, _)| *known == name.trim());
            let (_, field) = known.ok_or_else(|| NotATemplate::Unknown(name.trim().to_owned()))?;
            if !plain.is_empty() {
                parts.push(Part::Text(std::mem::take(&mut plain)));
            }
            parts.push(Part::Field(field));
            rest = after;
        }
        plain.push_str(rest);
        if !plain.is_empty() {
            parts.push(Part::Text(plain));
        }
        Ok(Self(parts))
    }

    /// The text for a ticket; what it hasn't stays empty.
    #[must_use]
    pub fn fill(&self, app: &App, view: &TicketView, actor: &Actor) -> String {
        let value = |field: Field| match field {
            Field::Number => view.line.number.as_str(),
            Field::Title => view.line.title.as_str(),
            Field::Company => view.line.company_name.as_str(),
            Field::Contact => view.line.contact_name.as_deref().unwrap_or_default(),
            Field::Item => view.ticket.item.as_deref().unwrap_or_default(),
            Field::Me => actor.name.as_str(),
            Field::Provider => app.viewer.as_ref().map_or("", |viewer| viewer.instance_name.as_str()),
        };
        let parts = self.0.iter().map(|part| match part {
            Part::Text(text) => text.as_str(),
            Part::Field(field) => value(*field),
        });
        parts.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn fields_stand_in_braces_and_braces_stand_twice() {
        let template = Template::read("To {contact}: {{as is}} { number }.").unwrap();
        assert_eq!(
            template.0,
            [
                Part::Text("To ".to_owned()),
                Part::Field(Field::Contact),
                Part::Text(": {as is} ".to_owned()),
                Part::Field(Field::Number),
                Part::Text(".".to_owned()),
            ]
        );
        assert_eq!(
            Template::read("{nubmer}"),
            Err(NotATemplate::Unknown("nubmer".to_owned()))
        );
        for open in ["{number", "number}", "{", "a } b"] {
            assert_eq!(Template::read(open), Err(NotATemplate::Open), "{open}");
        }
        assert_eq!(Field::ALL.map(|(name, _)| name), Template::FIELDS);
    }

    proptest! {
        #[test]
        fn no_text_brings_it_down(text in ".{0,40}", odd in "[{}a-z ]{0,40}") {
            let _ = Template::read(&text);
            let _ = Template::read(&odd);
        }
    }
}
