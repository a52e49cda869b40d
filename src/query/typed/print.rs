//! Tree to text: what [`super::parse`] reads back as the same tree.

use super::names::{Names, list_of, people_of};
use super::{keys, user_defined};
use crate::base::fold;
use crate::entities::{Field, Kind, Picklist, Value};
use crate::query::condition::{Comparison, Condition, Part, Test};
use crate::query::tree::{Filter, Join, Node};

/// Writes a filter of tickets as a person would type it: names where they are clear, ids as `#7` where not. Times are
/// written as moments, never as spans.
#[must_use]
pub fn print(filter: &Filter, names: &dyn Names) -> String {
    Printer { names }.node(filter.root(), false)
}

struct Printer<'a> {
    names: &'a dyn Names,
}

impl Printer<'_> {
    /// Nodes side by side. Words that are not to be searched for together with earlier ones stand in parentheses.
    fn sequence(&self, nodes: &[Node]) -> String {
        let mut has_words = false;
        let mut terms = Vec::with_capacity(nodes.len());
        for node in nodes {
            let is_words = matches!(node, Node::Words(_));
            let term = self.node(node, true);
            terms.push(if is_words && has_words {
                format!("({term})")
            } else {
                term
            });
            has_words |= is_words;
        }
        terms.join(" ")
    }

    fn node(&self, node: &Node, in_sequence: bool) -> String {
        match node {
            Node::Group(Join::All, nodes) => self.sequence(nodes),
            Node::Group(Join::Any, nodes) => {
                let text = nodes
                    .iter()
                    .map(|node| self.node(node, false))
                    .collect::<Vec<_>>()
                    .join(" OR ");
                if in_sequence { format!("({text})") } else { text }
            }
            Node::Condition(condition) => self.condition(condition),
            Node::UserDefined(condition) => user_defined::print(condition),
            Node::Words(words) => words.join(" "),
        }
    }

    fn condition(&self, Condition { field, test }: &Condition) -> String {
        match (field.name, test) {
            ("closedDate", Test::NotExist) => return "is:open".to_owned(),
            ("closedDate", Test::Exist) => return "is:closed".to_owned(),
            _ => {}
        }
        let key = keys::write(field, self.names);
        let value = |value: &Value| self.equal(field, value);
        let list = |values: &[Value]| match values {
            [] => "none".to_owned(),
            values => values.iter().map(value).collect::<Vec<_>>().join(","),
        };
        match test {
            Test::Compare(Comparison::Equal, wanted) => format!("{key}:{}", value(wanted)),
            Test::Compare(Comparison::NotEqual, wanted) => format!("-{key}:{}", value(wanted)),
            Test::Compare(comparison, bound) => format!("{key}{}{}", sign(*comparison), self.bound(field, bound)),
            Test::Text(part, wanted) => format!("{key}:{}{}", marker(*part), quoted(wanted)),
            Test::Exist => format!("{key}:any"),
            Test::NotExist => format!("{key}:none"),
            Test::In(values) => format!("{key}:{}", list(values)),
            Test::NotIn(values) => format!("-{key}:{}", list(values)),
        }
    }

    /// A value to be equal to.
    fn equal(&self, field: &Field, value: &Value) -> String {
        match (value, field.kind, field.picklist) {
            (Value::Integer(number), _, _) => self.number(field, *number),
            (Value::Text(text), _, Some(Picklist::Words(_))) => quoted(text),
            (Value::Text(text), Kind::Text { .. }, _) => format!("={}", quoted(text)),
            (other, _, _) => plain(other),
        }
    }

    fn number(&self, field: &Field, number: i64) -> String {
        let Some(list) = list_of(field) else {
            let label = field
                .entries()
                .and_then(|entries| entries.iter().find(|entry| entry.value == number));
            return label.map_or_else(|| format!("#{number}"), |entry| quoted(entry.label));
        };
        if list == people_of(self.names.side()) && number == self.names.me() {
            return "me".to_owned();
        }
        let is_clear = |label: &String| {
            let folded = fold::fold(label.trim());
            let found = self.names.find(list, label);
            let mut same = found.iter().filter(|name| fold::fold(&name.label) == folded);
            same.next().is_some_and(|name| name.id == number) && same.next().is_none()
        };
        let label = self.names.label(list, number).filter(is_clear);
        label.map_or_else(|| format!("#{number}"), |label| quoted(&label))
    }

    /// A value to be greater or less than.
    fn bound(&self, field: &Field, value: &Value) -> String {
        match value {
            Value::Integer(number) if list_of(field).is_some() || field.entries().is_some() => format!("#{number}"),
            Value::Text(text) => quoted(text),
            other => plain(other),
        }
    }
}

pub(super) fn plain(value: &Value) -> String {
    match value {
        Value::Boolean(truth) => truth.to_string(),
        Value::Integer(number) => number.to_string(),
        Value::Decimal(number) => number.to_string(),
        Value::Time(moment) => moment.to_string(),
        Value::Text(text) => quoted(text),
        // No condition has all of them as its value.
        Value::Null | Value::UserDefined(_) => "none".to_owned(),
    }
}

/// A text as it must be typed: as it is where nothing in it means something, else in quotes.
#[must_use]
pub fn quoted(text: &str) -> String {
    let is_plain = !text.is_empty()
        && text
            .chars()
            .all(|letter| letter.is_alphanumeric() || letter == '_' || letter == '.');
    if is_plain && !["none", "any", "me"].contains(&text.to_ascii_lowercase().as_str()) {
        return text.to_owned();
    }
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

pub(super) fn sign(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::Less => "<",
        Comparison::LessOrEqual => "<=",
        Comparison::Greater => ">",
        Comparison::GreaterOrEqual => ">=",
        Comparison::Equal | Comparison::NotEqual => ":",
    }
}

pub(super) fn marker(part: Part) -> &'static str {
    match part {
        Part::Begins => "^",
        Part::Ends => "$",
        Part::Contains => "",
    }
}
