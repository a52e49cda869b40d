//! A filter on one row in memory: for the feed, for rules whose conditions are filters, for changes not yet sent. It
//! selects the rows that the filter's SQL selects.

use super::condition::{Comparison, Condition, Part, Test};
use super::sort::compare_values;
use super::tree::{Filter, Join, Node};
use crate::base::fold::fold_case;
use crate::entities::{Row, Value};
use std::cmp::Ordering;

impl Filter {
    /// Whether the row is selected. `searched` gives the folded words of the text that its reader may search; it is
    /// asked only where the filter has words.
    pub fn matches(&self, row: &Row, searched: &dyn Fn() -> Vec<String>) -> bool {
        debug_assert_eq!(self.entity(), row.entity());
        holds(self.root(), row, searched)
    }
}

fn holds(node: &Node, row: &Row, searched: &dyn Fn() -> Vec<String>) -> bool {
    match node {
        Node::Group(Join::All, nodes) => nodes.iter().all(|node| holds(node, row, searched)),
        Node::Group(Join::Any, nodes) => nodes.iter().any(|node| holds(node, row, searched)),
        Node::Condition(Condition { field, test }) => passes(test, row.value(field)),
        Node::UserDefined(condition) => passes(&condition.test, &condition.value(row)),
        Node::Words(words) => has_words(words, &searched()),
    }
}

fn passes(test: &Test, value: &Value) -> bool {
    match test {
        Test::Compare(comparison, wanted) => compares(value, *comparison, wanted),
        Test::Text(part, wanted) => matches!(value, Value::Text(text) if has_part(text, *part, &fold_case(wanted))),
        Test::Exist => !value.is_null(),
        Test::NotExist => value.is_null(),
        Test::In(values) => values.iter().any(|wanted| compares(value, Comparison::Equal, wanted)),
        Test::NotIn(values) => values
            .iter()
            .all(|wanted| compares(value, Comparison::NotEqual, wanted)),
    }
}

fn compares(value: &Value, comparison: Comparison, wanted: &Value) -> bool {
    let order = compare_values(value, wanted);
    match comparison {
        Comparison::Equal => order == Some(Ordering::Equal),
        Comparison::NotEqual => order != Some(Ordering::Equal),
        Comparison::Less => order.is_some_and(Ordering::is_lt),
        Comparison::LessOrEqual => order.is_some_and(Ordering::is_le),
        Comparison::Greater => order.is_some_and(Ordering::is_gt),
        Comparison::GreaterOrEqual => order.is_some_and(Ordering::is_ge),
    }
}

/// Whether a text has this folded part, there. The database calls it too.
pub(super) fn has_part(text: &str, part: Part, folded: &str) -> bool {
    let text = fold_case(text);
    match part {
        Part::Begins => text.starts_with(folded),
        Part::Ends => text.ends_with(folded),
        Part::Contains => text.contains(folded),
    }
}

fn has_words(words: &[String], searched: &[String]) -> bool {
    let Some((beginning, whole)) = words.split_last() else {
        return true;
    };
    whole.iter().all(|word| searched.contains(word)) && searched.iter().any(|word| word.starts_with(beginning.as_str()))
}
