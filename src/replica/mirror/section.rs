//! A section of a list: rows that one walk along an index reads in their order. It is walked in stretches, each of which
//! one index range serves: the rows that equal a place in the first keys and lie behind (or before) it in the next one,
//! then those without a value there.

use crate::query::Direction;
use rusqlite::types::Value;

/// Which way along an order.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Behind,
    Before,
}

/// One key of an order as SQL.
#[derive(Clone)]
pub(super) struct Key {
    pub(super) expression: String,
    pub(super) direction: Direction,
    /// Whether every row has a value there.
    pub(super) is_always: bool,
}

/// Rows that have the same keys, in one order.
pub(super) struct Section {
    /// What they are read from.
    pub(super) from: String,
    /// Which of it they are.
    pub(super) condition: String,
    /// What they are sorted by, the most important first.
    pub(super) keys: Vec<Key>,
}

/// One range of an index.
pub(super) struct Stretch {
    pub(super) from: String,
    pub(super) condition: String,
    pub(super) parameters: Vec<Value>,
    pub(super) order: String,
}

impl Section {
    /// All of it, from its beginning or from its end.
    pub(super) fn whole(&self, way: Way) -> Stretch {
        Stretch {
            from: self.from.clone(),
            condition: self.condition.clone(),
            parameters: Vec::new(),
            order: self.order(0, way, None),
        }
    }

    /// What of it lies beyond a place in it, the nearest first.
    pub(super) fn beyond<'a>(&'a self, place: &'a [Value], way: Way) -> impl Iterator<Item = Stretch> + 'a {
        let depths = (0..self.keys.len()).rev();
        depths.flat_map(move |depth| self.stretches(place, depth, way))
    }

    /// The rows that equal the place in the keys above `depth` and lie beyond it in that one.
    fn stretches(&self, place: &[Value], depth: usize, way: Way) -> Vec<Stretch> {
        let key = &self.keys[depth];
        let stretch = |test: String, value: Option<&Value>, begin: usize, with_value: Option<usize>| {
            let equal = self.keys[..depth].iter().map(|key| match key.is_always {
                true => format!("{} = ?", key.expression),
                false => format!("{} IS ?", key.expression),
            });
            let conditions: Vec<String> = [self.condition.clone()]
                .into_iter()
                .chain(equal)
                .chain([test])
                .collect();
            Stretch {
                from: self.from.clone(),
                condition: conditions.join(" AND "),
                parameters: place[..depth].iter().chain(value).cloned().collect(),
                order: self.order(begin, way, with_value),
            }
        };
        let is_larger = (key.direction == Direction::Ascending) == (way == Way::Behind);
        let sign = if is_larger { '>' } else { '<' };
        let expression = &key.expression;
        match (&place[depth], way) {
            // Rows without a value come last: nothing lies behind them, all that have one before.
            (Value::Null, Way::Behind) => Vec::new(),
            (Value::Null, Way::Before) => vec![stretch(format!("{expression} IS NOT NULL"), None, depth, Some(depth))],
            (value, _) => {
                let test = format!("{expression} {sign} ?");
                let mut stretches = vec![stretch(test, Some(value), depth, Some(depth))];
                if way == Way::Behind && !key.is_always {
                    stretches.push(stretch(format!("{expression} IS NULL"), None, depth + 1, None));
                }
                stretches
            }
        }
    }

    /// The order from a key on, the one at `with_value` being known to have a value.
    fn order(&self, begin: usize, way: Way, with_value: Option<usize>) -> String {
        let term = |(depth, key): (usize, &Key)| {
            let is_upwards = (key.direction == Direction::Ascending) == (way == Way::Behind);
            let direction = if is_upwards { "ASC" } else { "DESC" };
            let nulls = match way {
                _ if key.is_always || Some(depth) == with_value => "",
                Way::Behind => " NULLS LAST",
                Way::Before => " NULLS FIRST",
            };
            format!("{} {direction}{nulls}", key.expression)
        };
        let terms: Vec<_> = self.keys.iter().enumerate().skip(begin).map(term).collect();
        terms.join(", ")
    }
}
