//! What people type, read, printed and completed against a small desk.

use super::*;
use crate::base::{Date, Language, Timestamp};
use crate::domain::{Side, StatusKind};
use crate::entities::{Surface, TICKET, UserDefinedFields};
use crate::query::Filter;
use crate::query::arbitrary::{filter, user_defined};
use crate::sentences::Sentences;
use proptest::prelude::*;
use serde_json::{Value as Json, json};

/// A desk of one provider and some clients, on Friday 2026-11-20 at ten.
struct Desk(Side, UserDefinedFields);

fn english() -> Sentences {
    Sentences::new(Language::English)
}

fn desk(side: Side) -> Desk {
    Desk(side, user_defined())
}

impl Desk {
    fn rows(list: List) -> Vec<(i64, &'static str, Option<StatusKind>)> {
        use StatusKind::{Complete, New, Open, WithOther};
        match list {
            List::Companies => vec![
                (0, "Northwind", None),
                (7, "Acme", None),
                (8, "Acme Söhne", None),
                (9, "Birch & Sons", None),
                (10, "Twin", None),
                (11, "Twin", None),
                (12, "none", None),
            ],
            List::Resources => vec![(4, "Maria Keller", None), (5, "Jonas Weber", None)],
            List::Contacts => vec![(21, "Tom Reyes", None), (22, "Hannah Ortiz", None)],
            List::Statuses(Side::Autotask) => vec![
                (1, "New", Some(New)),
                (8, "In Progress", Some(Open)),
                (7, "Waiting Customer", Some(Open)),
                (12, "Waiting Vendor", Some(Open)),
                (20, "With Client", Some(WithOther)),
                (5, "Complete", Some(Complete)),
            ],
            List::Statuses(Side::Taskfire) => vec![(101, "New", Some(New)), (105, "Complete", Some(Complete))],
            List::Queues(Side::Autotask) => vec![(5, "Client Portal", None), (6, "Level 1", None)],
            List::Queues(Side::Taskfire) => vec![(51, "Desk", None)],
            List::RequestTypes => vec![(1, "General", None)],
        }
    }
}

impl Names for Desk {
    fn user_defined(&self) -> &UserDefinedFields {
        &self.1
    }

    fn side(&self) -> Side {
        self.0
    }

    fn me(&self) -> i64 {
        if self.0 == Side::Autotask { 4 } else { 21 }
    }

    fn now(&self) -> Timestamp {
        Timestamp::parse("2026-11-20T10:00:00Z").unwrap()
    }

    fn today(&self) -> Date {
        Date::parse("2026-11-20").unwrap()
    }

    fn start_of(&self, day: Date) -> Timestamp {
        day.midnight().plus_minutes(-60)
    }

    fn find(&self, list: List, text: &str) -> Vec<Name> {
        let rows = Self::rows(list)
            .into_iter()
            .filter(|(_, label, _)| Name::is_meant(label, text));
        rows.map(|(id, label, kind)| Name {
            id,
            label: label.to_owned(),
            kind,
        })
        .collect()
    }

    fn label(&self, list: List, id: i64) -> Option<String> {
        Self::rows(list)
            .into_iter()
            .find(|row| row.0 == id)
            .map(|row| row.1.to_owned())
    }
}

fn read_as(side: Side, text: &str) -> Json {
    let filter = parse(text, &desk(side)).unwrap_or_else(|error| panic!("{text}: {error:?}"));
    filter.to_json()
}

fn read(text: &str) -> Json {
    read_as(Side::Autotask, text)
}

fn eq(field: &str, value: impl Into<Json>) -> Json {
    json!({"op": "eq", "field": field, "value": value.into()})
}

fn test(op: &str, field: &str) -> Json {
    json!({"op": op, "field": field})
}

fn compare(op: &str, field: &str, moment: &str) -> Json {
    json!({"op": op, "field": field, "value": moment})
}

#[test]
fn a_line_of_terms_is_all_of_them_and_its_words_are_searched_together() {
    assert_eq!(
        read("status:new queue:\"Level 1\" Printer assignee:me 3rd"),
        json!([eq("status", 1), eq("queueID", 6), {"op": "words", "value": "printer 3rd"}, eq("assignedResourceID", 4)])
    );
    assert_eq!(read(""), json!([]));
    assert_eq!(read(" — "), json!([]));
    assert_eq!(
        read("e-mail http://x a<b"),
        json!([{"op": "words", "value": "e mail http x a b"}])
    );
}

#[test]
fn my_side_decides_what_status_queue_priority_and_assignee_are() {
    assert_eq!(
        read_as(
            Side::Taskfire,
            "status:new queue:desk priority:p1 assignee:me autotask:new"
        ),
        json!([
            eq("taskfireStatus", 101),
            eq("taskfireQueueID", 51),
            eq("taskfirePriority", 4),
            eq("taskfireAssignedContactID", 21),
            eq("status", 1)
        ])
    );
    assert_eq!(read("taskfire:complete"), json!([eq("taskfireStatus", 105)]));
}

#[test]
fn names_are_meant_exactly_or_by_their_beginnings_without_diacritics() {
    assert_eq!(read("company:acme"), json!([eq("companyID", 7)]));
    assert_eq!(read("company:\"acme sohne\""), json!([eq("companyID", 8)]));
    assert_eq!(read("company:sons"), json!([eq("companyID", 9)]));
    assert_eq!(
        read("company:twin"),
        json!([{"op": "in", "field": "companyID", "value": [10, 11]}])
    );
    assert_eq!(read("company:#3"), json!([eq("companyID", 3)]));
    assert_eq!(read("company:\"none\""), json!([eq("companyID", 12)]));
    assert_eq!(
        read("status:waiting"),
        json!([{"op": "in", "field": "status", "value": [7, 12]}])
    );
    assert_eq!(
        read("status:open"),
        json!([{"op": "in", "field": "status", "value": [1, 8, 7, 12, 20]}])
    );
    assert_eq!(read("status:closed"), json!([eq("status", 5)]));
    assert_eq!(read("status:none"), json!([test("notExist", "status")]));
    assert_eq!(
        read("priority:crit,p2"),
        json!([{"op": "in", "field": "priority", "value": [4, 1]}])
    );
}

#[test]
fn a_minus_takes_the_others_those_without_a_value_included() {
    assert_eq!(
        read("-company:acme"),
        json!([{"op": "noteq", "field": "companyID", "value": 7}])
    );
    assert_eq!(read("-assignee:none"), json!([test("exist", "assignedResourceID")]));
    assert_eq!(
        read("-is:late"),
        json!([{"op": "or", "items": [test("exist", "closedDate"), compare("gte", "dueDateTime", "2026-11-20T10:00:00Z"), test("notExist", "dueDateTime")]}])
    );
    assert_eq!(
        read("-(status:new OR company:acme)"),
        json!([{"op": "noteq", "field": "status", "value": 1}, {"op": "noteq", "field": "companyID", "value": 7}])
    );
}

#[test]
fn alternatives_stand_beside_or_and_in_parentheses_and_in_lists() {
    let either = json!({"op": "or", "items": [{"op": "and", "items": [eq("status", 1), eq("companyID", 7)]}, test("notExist", "closedDate")]});
    assert_eq!(read("status:new company:acme OR is:open"), json!([either]));
    assert_eq!(
        read("(status:new company:acme OR is:open) queue:#5"),
        json!([either, eq("queueID", 5)])
    );
    assert_eq!(
        read("assignee:none,jonas"),
        json!([{"op": "or", "items": [eq("assignedResourceID", 5), test("notExist", "assignedResourceID")]}])
    );
}

#[test]
fn moments_are_days_where_i_am_and_spans_from_now() {
    assert_eq!(
        read("due<2d"),
        json!([compare("lt", "dueDateTime", "2026-11-22T10:00:00Z")])
    );
    assert_eq!(
        read("due<-1h"),
        json!([compare("lt", "dueDateTime", "2026-11-20T09:00:00Z")])
    );
    assert_eq!(
        read("created<2d"),
        json!([compare("gt", "createDate", "2026-11-18T10:00:00Z")])
    );
    assert_eq!(
        read("updated:>=1w"),
        json!([compare("lte", "lastActivityDate", "2026-11-13T10:00:00Z")])
    );
    let today = [
        compare("gte", "dueDateTime", "2026-11-19T23:00:00Z"),
        compare("lt", "dueDateTime", "2026-11-20T23:00:00Z"),
    ];
    assert_eq!(read("due:today"), json!(today));
    assert_eq!(read("due:2026-11-20"), json!(today));
    assert_eq!(read("due<=today"), json!([today[1]]));
    assert_eq!(read("due>yesterday"), json!([today[0]]));
    assert_eq!(
        read("due>2026-11-20T10:05:00Z"),
        json!([compare("gt", "dueDateTime", "2026-11-20T10:05:00Z")])
    );
    assert_eq!(
        read("is:late"),
        json!([
            test("notExist", "closedDate"),
            compare("lt", "dueDateTime", "2026-11-20T10:00:00Z")
        ])
    );
}

#[test]
fn texts_are_meant_anywhere_whole_at_the_beginning_or_the_end() {
    let text = |op: &str| json!([{"op": op, "field": "title", "value": "a b"}]);
    assert_eq!(read("title:\"a b\""), text("contains"));
    assert_eq!(read("title:=\"a b\""), text("eq"));
    assert_eq!(read("title:^\"a b\""), text("beginsWith"));
    assert_eq!(read("title:$\"a b\""), text("endsWith"));
    assert_eq!(
        read("number:0007"),
        json!([{"op": "contains", "field": "ticketNumber", "value": "0007"}])
    );
    assert_eq!(
        read("holder:Taskfire isShared:true"),
        json!([eq("holder", "taskfire"), eq("isShared", true)])
    );
}

#[test]
fn what_is_wrong_is_said_with_its_place_and_the_nearest_name() {
    for (text, place, message) in [
        (
            "printer sttus:new",
            "sttus",
            "there is no field sttus (nearest: status); in quotes it is searched for",
        ),
        (
            "status:compleet",
            "compleet",
            "status has no compleet (nearest: Complete)",
        ),
        (
            "company:zzzzzzzz",
            "zzzzzzzz",
            "company has no zzzzzzzz; it has Northwind, Acme, Acme Söhne, Birch & Sons, Twin, Twin, none",
        ),
        ("is:lat", "lat", "is has no lat (nearest: late)"),
        (
            "priority:urgent",
            "urgent",
            "priority has no urgent; it has Critical, High, Medium, Low",
        ),
        ("holder:tasfire", "tasfire", "holder has no tasfire (nearest: taskfire)"),
        ("status:", "", "the value is missing"),
        ("status:new,", "", "the value is missing"),
        ("title:\"abc", "\"abc", "the quotation mark is not closed"),
        (
            "(status:new",
            "(",
            "the parenthesis has no partner; in quotes it is searched for",
        ),
        (
            "status:new )",
            ")",
            "the parenthesis has no partner; in quotes it is searched for",
        ),
        ("()", "()", "what stands in parentheses is missing"),
        ("OR a", "OR", "what stands on one side of OR is missing"),
        ("a OR", "OR", "what stands on one side of OR is missing"),
        ("printer -jam", "-jam", "words and parts of a text can't be excluded"),
        (
            "-title:jam",
            "-title:jam",
            "words and parts of a text can't be excluded",
        ),
        ("queue>5", "5", "queue takes names separated by commas, without < or >"),
        ("estimatedHours:many", "many", "estimatedHours takes a number"),
    ] {
        let error = parse(text, &desk(Side::Autotask)).unwrap_err();
        assert_eq!(
            (&text[error.span.clone()], error.said(&english()).as_str()),
            (place, message),
            "{text}"
        );
    }
    let error = parse("due:2d", &desk(Side::Autotask)).unwrap_err();
    assert!(error.said(&english()).starts_with("due takes a day"), "{error:?}");
    let deep = "(".repeat(50_000);
    assert!(parse(&deep, &desk(Side::Autotask)).is_err());
    assert!(parse(&"status:new ".repeat(501), &desk(Side::Autotask)).is_err());
}

#[test]
fn a_filter_is_printed_with_names_where_they_are_clear() {
    for (text, printed) in [
        (
            "status:new queue:\"Level 1\" assignee:me printer",
            "status:New queue:\"Level 1\" assignee:me printer",
        ),
        ("autotask:8", "status:\"In Progress\""),
        (
            "company:#10 company:\"none\" -priority:p1",
            "company:#10 company:\"none\" -priority:Critical",
        ),
        ("is:closed (a OR b) title:^x", "is:closed (a OR b) title:^x"),
        ("due<2026-11-22T10:00:00Z", "due<2026-11-22T10:00:00Z"),
    ] {
        let desk = desk(Side::Autotask);
        assert_eq!(print(&parse(text, &desk).unwrap(), &desk), printed);
    }
    let desk = desk(Side::Taskfire);
    assert_eq!(
        print(&parse("autotaskPriority:high priority:low", &desk).unwrap(), &desk),
        "autotaskPriority:High priority:Low"
    );
}

#[test]
fn fields_are_completed_and_behind_a_colon_their_values() {
    let at_end = |text: &str| complete(text, text.len(), &desk(Side::Autotask));
    let offered = |text: &str| at_end(text).suggestions;
    assert_eq!(offered("printer stat")[0], "status:");
    assert_eq!(at_end("printer -stat").replaces, 9..13);
    assert_eq!(offered("status:wai"), ["\"Waiting Customer\"", "\"Waiting Vendor\""]);
    assert_eq!(offered("status:\"waiting v"), ["\"Waiting Vendor\""]);
    assert_eq!(at_end("status:new,wai").replaces, 11..14);
    assert_eq!(offered("(assignee:m"), ["me", "\"Maria Keller\""]);
    assert_eq!(offered("is:la"), ["late"]);
    assert_eq!(offered("priority:h"), ["High"]);
    assert_eq!(offered("company:\"none"), ["\"none\"", "none"]);
    assert_eq!(offered("nofield:x"), Vec::<String>::new());
    assert_eq!(complete("ä", 1, &desk(Side::Autotask)).replaces, 0..0);
}

proptest! {
    #[test]
    fn a_tree_survives_its_text_and_its_json(filter in filter(), taskfire in any::<bool>()) {
        let desk = desk(if taskfire { Side::Taskfire } else { Side::Autotask });
        let text = print(&filter, &desk);
        let read = parse(&text, &desk);
        prop_assert_eq!(read, Ok(filter.clone()), "{}", text);
        prop_assert_eq!(Filter::read(&TICKET, Surface::Tandem, &user_defined(), &filter.to_json()), Ok(filter));
    }

    #[test]
    fn any_text_is_read_or_refused_at_a_place_within_it(text in "[a-z:\"<>=(), \\-OR#^$\\\\äß0-9]{0,30}|\\PC{0,20}", cursor in 0_usize..40) {
        let desk = desk(Side::Autotask);
        match parse(&text, &desk) {
            Ok(filter) => {
                prop_assert_eq!(parse(&print(&filter, &desk), &desk), Ok(filter.clone()));
                prop_assert_eq!(Filter::read(&TICKET, Surface::Tandem, &user_defined(), &filter.to_json()), Ok(filter));
            }
            Err(error) => prop_assert!(text.get(error.span).is_some()),
        }
        let completion = complete(&text, cursor, &desk);
        prop_assert!(text.get(completion.replaces).is_some());
    }
}

#[test]
fn user_defined_fields_are_named_behind_udf() {
    let desk = desk(Side::Autotask);
    let read = |text: &str| parse(text, &desk).map(|filter| filter.to_json());
    let condition = |op: &str, field: &str, value: Json| json!({"op": op, "field": field, "value": value, "udf": true});
    for (text, expected) in [
        (
            "udf:\"asset tag\"=A-17",
            condition("contains", "Asset Tag", json!("A-17")),
        ),
        ("udf:\"Asset Tag\"==A-17", condition("eq", "Asset Tag", json!("A-17"))),
        ("UDF:score>=1.5", condition("gte", "Score", json!("1.5"))),
        ("udf:tier=gold,T", condition("in", "Tier", json!(["G", "T"]))),
        ("-udf:tier=gold", condition("noteq", "Tier", json!("G"))),
        (
            "udf:renewal<today",
            condition("lt", "Renewal", json!("2026-11-20T00:00:00Z")),
        ),
        (
            "udf:renewal=2026-11-21",
            condition("eq", "Renewal", json!("2026-11-21T00:00:00Z")),
        ),
        ("udf:tier", json!({"op": "exist", "field": "Tier", "udf": true})),
        (
            "(udf:tier=none)",
            json!({"op": "notExist", "field": "Tier", "udf": true}),
        ),
    ] {
        assert_eq!(read(text), Ok(json!([expected])), "{text}");
    }
    for (text, said) in [
        ("udf:", "the name of the user-defined field is missing"),
        (
            "udf:scor=1",
            "there is no field scor (nearest: Score); in quotes it is searched for",
        ),
        ("udf:score=", "the value is missing"),
        ("udf:score=many", "Score takes a number"),
        ("udf:tier=iron", "Tier has no iron"),
        ("udf:tier>gold", "Tier can't be compared so"),
        ("udf:renewal=soon", "Renewal takes a day, as in 2026-11-20 or today"),
        ("udf:score>1,2", "Score takes one value behind <, >, <= and >="),
    ] {
        assert_eq!(read(text).unwrap_err().said(&english()), said, "{text}");
    }
    let offered = |text: &str| complete(text, text.len(), &desk).suggestions;
    assert_eq!(offered("udf:as"), ["\"Asset Tag\"="]);
    assert_eq!(offered("udf:tier="), ["tier=Gold"]);
    assert!(offered("ud").contains(&"udf:".to_owned()));
}
