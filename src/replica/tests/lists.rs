//! Lists read their window alone, and windows are what the whole list has there.

use crate::base::ids::TicketId;
use crate::domain::Side;
use crate::entities::{Row, Surface, TICKET};
use crate::query::{Direction, Filter, ListOrder, Sort, Test};
use crate::records::windows::{Anchor, Count};
use crate::replica::fixture::*;
use proptest::prelude::*;

fn open_in(queue: i64) -> Filter {
    let open = Filter::condition(&TICKET, "closedDate", Test::NotExist).unwrap();
    Filter::eq(&TICKET, "queueID", queue).unwrap().and(open)
}

fn sorted_by(field: &str, direction: Direction) -> ListOrder {
    Sort::by(&TICKET, &[(field, direction)]).unwrap().into()
}

#[test]
fn a_line_has_all_that_a_list_draws() {
    let mut row = ticket(1);
    row.set("assignedResourceID", JONAS);
    let desk = Desk::with(vec![row]);
    let lines = desk
        .replica
        .list(&open_in(LEVEL_ONE), &Sort::by_id(&TICKET).into(), 0, 10)
        .unwrap();
    let line = &lines[0];
    assert_eq!(
        (line.company_name.as_str(), line.contact_name.as_deref()),
        ("Acme", Some("Hannah Ortiz"))
    );
    let side = line.side(Side::Autotask).unwrap();
    assert_eq!((side.status.as_str(), side.queue.as_deref()), ("New", Some("Level 1")));
    assert_eq!(side.assignee.as_ref().unwrap().name, "Jonas Keller");
    assert!(line.taskfire.is_none());
}

#[test]
fn opening_a_queue_sorts_nothing_but_walks_an_index() {
    let desk = Desk::with(vec![ticket(1)]);
    for field in ["dueDateTime", "id"] {
        for direction in [Direction::Ascending, Direction::Descending] {
            for plan in desk
                .replica
                .plans(&open_in(LEVEL_ONE), &sorted_by(field, direction), TicketId(1))
            {
                assert!(
                    plan.contains("INDEX ticket_queue") || plan.contains("PRIMARY KEY"),
                    "{field}: {plan}"
                );
                assert!(!plan.contains("USE TEMP B-TREE FOR ORDER BY"), "{field}: {plan}");
            }
        }
    }
}

#[test]
fn the_open_tickets_are_sorted_by_no_order_but_read_along_its_index() {
    let desk = Desk::with(vec![ticket(1)]);
    let open = Filter::condition(&TICKET, "closedDate", Test::NotExist).unwrap();
    for (field, index) in [
        ("ticketNumber", "number"),
        ("title", "title"),
        ("createDate", "created"),
        ("lastActivityDate", "changed"),
        ("dueDateTime", "due"),
    ] {
        for direction in [Direction::Ascending, Direction::Descending] {
            let sort = Sort::by(&TICKET, &[(field, direction), ("id", direction)])
                .unwrap()
                .into();
            for plan in desk.replica.plans(&open, &sort, TicketId(1)) {
                let is_of = |index: &str| plan.split([' ', ';']).any(|word| word == index);
                let is_along = is_of(&format!("ticket_open_{index}")) || plan.contains("PRIMARY KEY");
                assert!(
                    is_along || is_of("ticket_open") || is_of("ticket_due"),
                    "{field} {direction:?}: {plan}"
                );
                assert!(
                    !plan.contains("USE TEMP B-TREE FOR ORDER BY"),
                    "{field} {direction:?}: {plan}"
                );
            }
        }
    }
}

#[test]
fn a_list_is_counted_only_so_far() {
    let desk = Desk::with((1..=4).map(ticket).collect());
    let count = |limit| desk.replica.count_capped(&open_in(LEVEL_ONE), limit).unwrap();
    assert_eq!(
        count(4),
        Count {
            number: 4,
            or_more: false
        }
    );
    assert_eq!(
        count(3),
        Count {
            number: 3,
            or_more: true
        }
    );
}

fn having(words: &str) -> Filter {
    let json = serde_json::json!([{"op": "words", "value": words}]);
    Filter::from_json(&TICKET, Surface::Tandem, &json).unwrap()
}

#[test]
fn words_select_the_same_tickets_in_the_same_order_however_many_have_them() {
    let tickets = (1..=1_200).map(|id| {
        let mut row = ticket(id);
        row.set("title", if id % 400 == 0 { "plotter jams" } else { "printer jams" });
        row.set("dueDateTime", (id % 7 != 0).then(|| at(id * 7_919 % 1_201)));
        row
    });
    let tickets: Vec<Row> = tickets.collect();
    let desk = Desk::with(tickets.clone());
    while desk.replica.index_some(500).unwrap() > 0 {}
    let sort = sorted_by("dueDateTime", Direction::Ascending);
    for (words, title) in [
        ("print", "printer jams"),
        ("plotter", "plotter jams"),
        ("jams plo", "plotter jams"),
    ] {
        let mut expected: Vec<&Row> = tickets.iter().filter(|row| row.text("title") == Some(title)).collect();
        expected.sort_by(|one, other| sort.sort().compare(one, other));
        let ids: Vec<TicketId> = expected.iter().map(|row| TicketId(row.id())).collect();
        assert_eq!(
            desk.replica.list_ids(&having(words), &sort, 0, 2_000).unwrap(),
            ids,
            "{words}"
        );
        let window = desk.replica.window(&having(words), &sort, Anchor::Start, 20).unwrap();
        let shown: Vec<TicketId> = window.lines.iter().map(|line| line.id).collect();
        assert_eq!(shown, ids[..ids.len().min(20)], "{words}");
        let counted = (window.total.number, window.total.or_more);
        assert_eq!(counted, (ids.len().min(1_000) as u64, ids.len() > 1_000), "{words}");
        let in_queue = having(words).and(open_in(LEVEL_TWO));
        assert_eq!(
            desk.replica.list_ids(&in_queue, &sort, 0, 9).unwrap(),
            Vec::new(),
            "{words}"
        );
    }
}

#[test]
fn a_list_of_everything_walks_one_index_and_sorts_nothing() {
    let desk = Desk::with(vec![ticket(1)]);
    let sort = sorted_by("dueDateTime", Direction::Ascending);
    let company = Filter::eq(&TICKET, "companyID", ACME).unwrap();
    for filter in [Filter::all(&TICKET), company] {
        for plan in desk.replica.plans(&filter, &sort, TicketId(1)) {
            assert!(
                plan.contains("INDEX ticket_due") && !plan.contains("USE TEMP B-TREE FOR ORDER BY"),
                "{plan}"
            );
        }
    }
}

fn any_tickets() -> impl Strategy<Value = Vec<Row>> {
    let one = (proptest::option::of(0..4_i64), 1..5_i64, 8..10_i64);
    proptest::collection::vec(one, 1..25).prop_map(|parts| {
        let row = |(id, (due, priority, queue)): (i64, (Option<i64>, i64, i64))| {
            let mut row = ticket(id);
            row.set("dueDateTime", due.map(at));
            row.set("priority", priority);
            row.set("queueID", queue);
            row
        };
        (1..).zip(parts).map(row).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn a_window_around_a_ticket_is_a_piece_of_the_whole_list(
        tickets in any_tickets(), limit in 1..12_usize, around in 1..26_i64, descending: bool,
    ) {
        let desk = Desk::with(tickets);
        let direction = if descending { Direction::Descending } else { Direction::Ascending };
        let filter = open_in(LEVEL_ONE);
        for sort in [
            Sort::by(&TICKET, &[("priority", direction), ("dueDateTime", Direction::Ascending)]).unwrap().into(),
            sorted_by("dueDateTime", direction),
            sorted_by("id", direction),
        ] {
            let whole = desk.replica.list_ids(&filter, &sort, 0, 100).unwrap();
            for anchor in [Anchor::Start, Anchor::End, Anchor::Around(TicketId(around))] {
                let window = desk.replica.window(&filter, &sort, anchor, limit).unwrap();
                let ids: Vec<_> = window.lines.iter().map(|line| line.id).collect();
                prop_assert_eq!(ids.len(), limit.min(whole.len()), "a window is as full as can be");
                let begin = whole.windows(ids.len().max(1)).position(|piece| piece == ids);
                prop_assert!(begin.is_some() || whole.is_empty(), "{:?} is no piece of {:?}", ids, whole);
                let begin = begin.unwrap_or_default();
                prop_assert_eq!((window.is_start, window.is_end), (begin == 0, begin + ids.len() == whole.len()));
                if let Anchor::Around(ticket) = anchor && whole.contains(&ticket) {
                    prop_assert!(ids.contains(&ticket));
                }
            }
        }
    }
}
