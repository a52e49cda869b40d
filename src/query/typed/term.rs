//! One term, a field with its values, as a part of the tree.

use super::error::{Expected, Reason, TypedError};
use super::keys::FLAGS;
use super::moment;
use super::names::{Names, fields_of, list_of, nearest, people_of, resolve};
use super::scan::{Head, Typed};
use crate::entities::{Entry, Field, Kind, Picklist, TICKET, Value};
use crate::query::condition::{Comparison, Condition, Part, Test};
use crate::query::tree::Node;
use crate::query::{Filter, FilterError};

/// `is:late,shared`: any of the flags.
pub(super) fn flags(head: &Head<'_>, values: &[Typed], names: &dyn Names) -> Result<Node, TypedError> {
    if head.comparison.is_some() {
        return Err(wrong(head, &values[0], Expected::Flag));
    }
    let nodes = values
        .iter()
        .map(|value| flag(head, value, names))
        .collect::<Result<_, _>>()?;
    Ok(Node::any(nodes))
}

fn flag(head: &Head<'_>, typed: &Typed, names: &dyn Names) -> Result<Node, TypedError> {
    let assignee = fields_of(names.side()).assignee;
    let condition = |name: &str, test| named_condition(name, test).map_err(|error| at(typed, error));
    match typed.text.to_ascii_lowercase().as_str() {
        "open" => condition("closedDate", Test::NotExist),
        "closed" => condition("closedDate", Test::Exist),
        "late" => Ok(Node::all(vec![
            condition("closedDate", Test::NotExist)?,
            condition("dueDateTime", Test::Compare(Comparison::Less, names.now().into()))?,
        ])),
        "shared" => condition("isShared", Test::Compare(Comparison::Equal, true.into())),
        "unassigned" => condition(assignee, Test::NotExist),
        "mine" => condition(assignee, Test::Compare(Comparison::Equal, names.me().into())),
        _ => Err(unknown(head, typed, FLAGS)),
    }
}

fn named_condition(name: &str, test: Test) -> Result<Node, FilterError> {
    Ok(Filter::condition(&TICKET, name, test)?.root().clone())
}

/// `queue:"Level 1",none` or `due<2d`.
pub(super) fn field(
    field: &'static Field,
    head: &Head<'_>,
    values: &[Typed],
    names: &dyn Names,
) -> Result<Node, TypedError> {
    let condition = |test, typed| {
        Condition::new(field, test)
            .map(Node::Condition)
            .map_err(|error| at(typed, error))
    };
    match (head.comparison, values) {
        (Some(comparison), [typed]) if field.kind == Kind::DateTime => {
            let (comparison, moment) =
                moment::bound(field, comparison, typed, names).ok_or_else(|| wrong(head, typed, Expected::Moment))?;
            condition(Test::Compare(comparison, moment.into()), typed)
        }
        (Some(comparison), [typed]) => condition(Test::Compare(comparison, bound(field, head, typed)?), typed),
        (Some(_), [_, second, ..]) => Err(wrong(head, second, Expected::OneValue)),
        (_, values) => {
            let mut chosen = Chosen::default();
            for typed in values {
                chosen.add(field, head, typed, names)?;
            }
            let Chosen {
                values: equal,
                mut nodes,
                ..
            } = chosen;
            if let (false, [typed, ..]) = (equal.is_empty(), values) {
                nodes.insert(0, condition(Test::In(equal), typed)?);
            }
            Ok(Node::any(nodes))
        }
    }
}

/// A value to be greater or less than. Where values have names their numbers say nothing, unless one insists.
fn bound(field: &'static Field, head: &Head<'_>, typed: &Typed) -> Result<Value, TypedError> {
    let is_named = list_of(field).is_some() || field.entries().is_some();
    let text = match typed.text.strip_prefix('#').filter(|_| !typed.quoted) {
        Some(number) => number,
        None if is_named => return Err(wrong(head, typed, Expected::Names)),
        None => &typed.text,
    };
    Value::parse(field, text.to_owned()).map_err(|error| at(typed, error.into()))
}

/// What the values of a term select together: any of it.
#[derive(Default)]
struct Chosen {
    values: Vec<Value>,
    nodes: Vec<Node>,
}

impl Chosen {
    fn add(
        &mut self,
        field: &'static Field,
        head: &Head<'_>,
        typed: &Typed,
        names: &dyn Names,
    ) -> Result<(), TypedError> {
        let word = if typed.quoted { "" } else { typed.text.as_str() };
        let is_text = matches!(field.kind, Kind::Text { .. });
        match (word.to_ascii_lowercase().as_str(), field.picklist) {
            ("none", _) if typed.marker.is_none() => self.test(field, Test::NotExist, typed),
            ("any", _) if typed.marker.is_none() => self.test(field, Test::Exist, typed),
            (_, Some(Picklist::Words(words))) => {
                let known = words.iter().find(|known| known.eq_ignore_ascii_case(&typed.text));
                let known = known.ok_or_else(|| unknown(head, typed, words))?;
                self.values.push((*known).into());
                Ok(())
            }
            _ if is_text => self.text(field, typed),
            _ if field.kind == Kind::DateTime => self.moment(field, head, typed, names),
            _ => {
                self.values.extend(numbers(field, head, typed, names)?);
                Ok(())
            }
        }
    }

    fn test(&mut self, field: &'static Field, test: Test, typed: &Typed) -> Result<(), TypedError> {
        self.nodes.push(Node::Condition(
            Condition::new(field, test).map_err(|error| at(typed, error))?,
        ));
        Ok(())
    }

    fn moment(
        &mut self,
        field: &'static Field,
        head: &Head<'_>,
        typed: &Typed,
        names: &dyn Names,
    ) -> Result<(), TypedError> {
        if let Some(moment) = moment::exact(typed, names) {
            self.values.push(moment.into());
            return Ok(());
        }
        let day = moment::on_day(field, typed, names).ok_or_else(|| wrong(head, typed, Expected::Moment))?;
        self.nodes.push(day.map_err(|error| at(typed, error))?);
        Ok(())
    }

    fn text(&mut self, field: &'static Field, typed: &Typed) -> Result<(), TypedError> {
        let part = match typed.marker {
            Some('=') => {
                self.values.push(typed.text.as_str().into());
                return Ok(());
            }
            Some('^') => Part::Begins,
            Some('$') => Part::Ends,
            _ => Part::Contains,
        };
        self.test(field, Test::Text(part, typed.text.clone()), typed)
    }
}

/// The numbers that a name means, or the plain value where values have no names.
fn numbers(field: &'static Field, head: &Head<'_>, typed: &Typed, names: &dyn Names) -> Result<Vec<Value>, TypedError> {
    let plain = |text: &str| Value::parse(field, text.to_owned()).map_err(|error| at(typed, error.into()));
    if let Some(number) = typed.text.strip_prefix('#').filter(|_| !typed.quoted) {
        return Ok(vec![plain(number)?]);
    }
    if let Some(list) = list_of(field) {
        let is_me = !typed.quoted && typed.text.eq_ignore_ascii_case("me") && list == people_of(names.side());
        let ids = if is_me {
            vec![names.me()]
        } else {
            resolve(list, &typed.text, names)
        };
        if ids.is_empty() {
            let all = names.find(list, "");
            return Err(unknown(head, typed, all.iter().map(|name| name.label.as_str())));
        }
        return Ok(ids.into_iter().map(Value::from).collect());
    }
    match field.entries() {
        Some(entries) => match entry(field, entries, &typed.text) {
            Some(value) => Ok(vec![value.into()]),
            None => Err(unknown(head, typed, entries.iter().map(|entry| entry.label))),
        },
        None => Ok(vec![plain(&typed.text)?]),
    }
}

/// A value of a fixed picklist by its label or the beginning of it, for priorities also `p1` to `p4`.
fn entry(field: &Field, entries: &[Entry], text: &str) -> Option<i64> {
    let text = text.to_ascii_lowercase();
    let label = |test: &dyn Fn(&str) -> bool| {
        entries
            .iter()
            .find(|entry| test(&entry.label.to_ascii_lowercase()))
            .map(|entry| entry.value)
    };
    let rank = || {
        let rank: usize = text
            .strip_prefix('p')
            .filter(|_| field.name.ends_with("riority"))?
            .parse()
            .ok()?;
        entries.get(rank.checked_sub(1)?).map(|entry| entry.value)
    };
    label(&|label| label == text)
        .or_else(rank)
        .or_else(|| label(&|label| !text.is_empty() && label.starts_with(&text)))
}

fn at(typed: &Typed, error: FilterError) -> TypedError {
    TypedError {
        span: typed.span.clone(),
        reason: error.into(),
    }
}

fn wrong(head: &Head<'_>, typed: &Typed, expected: Expected) -> TypedError {
    TypedError {
        span: typed.span.clone(),
        reason: Reason::Value {
            field: head.name.to_owned(),
            expected,
        },
    }
}

/// Of more values none are told but the nearest.
const TOLD: usize = 12;

fn unknown<N: AsRef<str>>(
    head: &Head<'_>,
    typed: &Typed,
    values: impl IntoIterator<Item = N, IntoIter: Clone>,
) -> TypedError {
    let values = values.into_iter();
    let mut among: Vec<String> = values
        .clone()
        .take(TOLD + 1)
        .map(|value| value.as_ref().to_owned())
        .collect();
    if among.len() > TOLD {
        among.clear();
    }
    let reason = Reason::UnknownValue {
        field: head.name.to_owned(),
        value: typed.text.clone(),
        nearest: nearest(&typed.text, values),
        among,
    };
    TypedError {
        span: typed.span.clone(),
        reason,
    }
}
