//! Random tickets and filters for the property tests of this module: of each kind of field some, values from small
//! pools so that they meet, and among them what breaks naive SQL (`%`, `_`, quotes, NUL, letters that change their
//! length when folded).

use super::condition::{Comparison, Condition, Part, Test};
use super::tree::{Filter, Node};
use super::user_defined::UserDefinedCondition;
use crate::base::Timestamp;
use crate::entities::{
    Field, Kind, Row, TICKET, USER_DEFINED_FIELDS, UserDefinedFields, UserDefinedKind, UserDefinedValues, Value,
};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// Fields of every kind, with and without a fixed picklist, of both surfaces.
pub(super) const FIELDS: [&str; 14] = [
    "title",
    "item",
    "ticketNumber",
    "queueID",
    "assignedResourceID",
    "monitorID",
    "priority",
    "taskfirePriority",
    "status",
    "estimatedHours",
    "dueDateTime",
    "closedDate",
    "isShared",
    "holder",
];

pub(super) fn text() -> BoxedStrategy<String> {
    prop_oneof![
        prop::sample::select(vec![
            "",
            "a",
            "A",
            "ä",
            "Ä",
            "ß",
            "SS",
            "İ",
            "i\u{307}",
            "ΟΔΟΣ",
            "οδος",
            "%",
            "_",
            "a_c",
            "abc",
            "a'b",
            "\"",
            "\\",
            "a\0b",
            "a\0B",
            "Printer 3",
            "printer",
            "-",
            "OR",
            "none",
            "me",
            "x y",
            "😀",
            "\u{202e}",
            "#5",
            "=a",
            "a,b",
            "<2",
        ])
        .prop_map(str::to_owned),
        "[a-cA-C%_ äÄ]{0,4}",
        "\\PC{0,6}",
    ]
    .boxed()
}

fn number() -> BoxedStrategy<i64> {
    prop_oneof![0_i64..6, Just(-1), Just(i64::MAX), Just(i64::MIN), any::<i64>()].boxed()
}

/// A value that the field can hold.
pub(super) fn value(field: &Field) -> BoxedStrategy<Value> {
    match (field.kind, field.name) {
        (_, "holder") => prop::sample::select(vec!["autotask", "taskfire"])
            .prop_map(Value::from)
            .boxed(),
        (Kind::Integer | Kind::Long, _) => number().prop_map(Value::Integer).boxed(),
        (Kind::Decimal, _) => prop_oneof![-20_000_i64..20_000, any::<i64>()]
            .prop_map(|number| Value::from(Decimal::new(number, 4)))
            .boxed(),
        (Kind::Text { .. }, _) => text().prop_map(Value::Text).boxed(),
        (Kind::DateTime, _) => prop_oneof![-2_i64..3, -62_135_596_800_000_i64..253_402_300_799_999]
            .prop_map(|millis| Value::Time(Timestamp::from_millis(millis)))
            .boxed(),
        (Kind::Boolean, _) => any::<bool>().prop_map(Value::Boolean).boxed(),
        (Kind::UserDefined, _) => user_defined_values().prop_map(Value::from).boxed(),
    }
}

/// The user-defined fields that filters name and tickets have.
pub(super) fn user_defined() -> UserDefinedFields {
    crate::entities::user_defined::tests::fields(&TICKET)
}

/// A value of a user-defined field, as it is compared.
fn user_defined_value(kind: UserDefinedKind) -> BoxedStrategy<Value> {
    match kind {
        UserDefinedKind::Line | UserDefinedKind::Lines => text().prop_map(Value::Text).boxed(),
        UserDefinedKind::Number => (-20_000_i64..20_000)
            .prop_map(|number| Value::from(Decimal::new(number, 4).normalize()))
            .boxed(),
        UserDefinedKind::Date => (20_400_i64..20_404)
            .prop_map(|day| Value::Time(Timestamp::from_millis(day * 24 * 60 * 60 * 1000)))
            .boxed(),
        UserDefinedKind::List => prop::sample::select(vec![21_i64, 22]).prop_map(Value::Integer).boxed(),
    }
}

/// A value of a user-defined field, as it is kept.
fn kept(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Decimal(number) => number.to_string(),
        Value::Time(moment) => moment.to_string(),
        Value::Integer(number) => number.to_string(),
        other => format!("{other:?}"),
    }
}

/// The values of a ticket's user-defined fields: each of them or none.
fn user_defined_values() -> BoxedStrategy<UserDefinedValues> {
    let values: Vec<_> = user_defined()
        .iter()
        .map(|field| (Just(field.id), prop::option::of(user_defined_value(field.kind))))
        .collect();
    let kept = |(id, value): (i64, Option<Value>)| Some((id, kept(&value?)));
    values
        .prop_map(move |values| UserDefinedValues(values.into_iter().filter_map(kept).collect()))
        .boxed()
}

fn user_defined_test(kind: UserDefinedKind) -> BoxedStrategy<Test> {
    let value = move || user_defined_value(kind);
    let list = move || prop::collection::vec(value(), 2..4);
    let equal = vec![Comparison::Equal, Comparison::NotEqual];
    let ordered = [
        Comparison::Less,
        Comparison::LessOrEqual,
        Comparison::Greater,
        Comparison::GreaterOrEqual,
    ];
    let comparisons = match kind {
        UserDefinedKind::List => equal,
        _ => [equal.as_slice(), &ordered].concat(),
    };
    let tests = prop_oneof![
        4 => (prop::sample::select(comparisons), value()).prop_map(|(comparison, value)| Test::Compare(comparison, value)),
        1 => Just(Test::Exist),
        1 => Just(Test::NotExist),
        1 => list().prop_map(Test::In),
        1 => list().prop_map(Test::NotIn),
    ];
    let part = prop::sample::select(vec![Part::Begins, Part::Ends, Part::Contains]);
    match kind {
        UserDefinedKind::Line | UserDefinedKind::Lines => {
            prop_oneof![2 => tests, 1 => (part, text()).prop_map(|(part, text)| Test::Text(part, text))].boxed()
        }
        _ => tests.boxed(),
    }
}

fn user_defined_condition() -> impl Strategy<Value = Node> {
    let fields: Vec<_> = user_defined().iter().cloned().collect();
    let condition = prop::sample::select(fields).prop_flat_map(|field| {
        let test = user_defined_test(field.kind);
        (Just(field), test)
    });
    condition.prop_filter_map("the operator goes with the field", |(field, test)| {
        UserDefinedCondition::new(field, test).ok().map(Node::UserDefined)
    })
}

/// What a ticket is made of.
type Drawn = (Vec<(&'static Field, Value)>, UserDefinedValues);

/// Tickets with ids from 1.
pub(super) fn rows() -> impl Strategy<Value = Vec<Row>> {
    let values: Vec<_> = FIELDS
        .iter()
        .filter_map(|name| TICKET.field(name))
        .map(|field| (Just(field), prop_oneof![1 => Just(Value::Null), 3 => value(field)]))
        .collect();
    prop::collection::vec((values, user_defined_values()), 0..12).prop_map(|rows| {
        let row = |(id, (values, user_defined)): (i64, Drawn)| {
            let mut row = Row::new(&TICKET);
            row.set("id", id);
            row.set(USER_DEFINED_FIELDS, user_defined);
            values.into_iter().for_each(|(field, value)| row.put(field, value));
            row
        };
        (1..).zip(rows).map(row).collect()
    })
}

fn test(field: &'static Field) -> BoxedStrategy<Test> {
    let comparison = prop::sample::select(vec![
        Comparison::Equal,
        Comparison::NotEqual,
        Comparison::Less,
        Comparison::LessOrEqual,
        Comparison::Greater,
        Comparison::GreaterOrEqual,
    ]);
    let part = prop::sample::select(vec![Part::Begins, Part::Ends, Part::Contains]);
    let list = || prop::collection::vec(value(field), 2..5);
    let tests = prop_oneof![
        4 => (comparison, value(field)).prop_map(|(comparison, value)| Test::Compare(comparison, value)),
        1 => Just(Test::Exist),
        1 => Just(Test::NotExist),
        1 => list().prop_map(Test::In),
        1 => list().prop_map(Test::NotIn),
    ];
    if matches!(field.kind, Kind::Text { .. }) && field.name != "holder" {
        prop_oneof![2 => tests, 1 => (part, text()).prop_map(|(part, text)| Test::Text(part, text))].boxed()
    } else {
        tests.boxed()
    }
}

fn condition() -> impl Strategy<Value = Node> {
    let fields: Vec<&'static Field> = FIELDS
        .iter()
        .chain(["id"].iter())
        .filter_map(|name| TICKET.field(name))
        .collect();
    let condition = prop::sample::select(fields).prop_flat_map(|field| (Just(field), test(field)));
    condition.prop_filter_map("the operator goes with the field", |(field, test)| {
        Condition::new(field, test).ok().map(Node::Condition)
    })
}

fn words() -> impl Strategy<Value = Node> {
    prop::collection::vec(prop::sample::select(vec!["a", "abc", "printer", "pri", "ä", "3"]), 1..3)
        .prop_map(|words| super::tree::words(&TICKET, &words.join(" ")).unwrap())
}

/// Filters with groups in groups.
pub(super) fn filter() -> impl Strategy<Value = Filter> {
    let leaf = prop_oneof![8 => condition(), 3 => user_defined_condition(), 1 => words()];
    let node = leaf.prop_recursive(3, 12, 4, |inner| {
        (any::<bool>(), prop::collection::vec(inner, 1..4))
            .prop_map(|(all, nodes)| if all { Node::all(nodes) } else { Node::any(nodes) })
    });
    node.prop_map(|root| Filter::new(&TICKET, root))
}
