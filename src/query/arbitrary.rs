//! Random tickets and filters for the property tests of this module: of each kind of field some, values from small
//! pools so that they meet, and among them what breaks naive SQL (`%`, `_`, quotes, NUL, letters that change their
//! length when folded).

use super::tree::{Comparison, Condition, Filter, Node, Part, Test};
use crate::base::Timestamp;
use crate::entities::{Field, Kind, Row, TICKET, Value};
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
    }
}

/// Tickets with ids from 1.
pub(super) fn rows() -> impl Strategy<Value = Vec<Row>> {
    let values: Vec<_> = FIELDS
        .iter()
        .filter_map(|name| TICKET.field(name))
        .map(|field| (Just(field), prop_oneof![1 => Just(Value::Null), 3 => value(field)]))
        .collect();
    prop::collection::vec(values, 0..12).prop_map(|rows| {
        let row = |(id, values): (i64, Vec<(&Field, Value)>)| {
            let mut row = Row::new(&TICKET);
            row.set("id", id);
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
    let leaf = prop_oneof![8 => condition(), 1 => words()];
    let node = leaf.prop_recursive(3, 12, 4, |inner| {
        (any::<bool>(), prop::collection::vec(inner, 1..4))
            .prop_map(|(all, nodes)| if all { Node::all(nodes) } else { Node::any(nodes) })
    });
    node.prop_map(|root| Filter::new(&TICKET, root))
}
