//! Lists by what stands elsewhere than on their tickets are what sorting in memory makes of them, and are walked along
//! an index once the copy is filled.

use crate::base::fold::fold;
use crate::base::ids::TicketId;
use crate::domain::{Actor, Agency, Person, SecurityLevel, Side};
use crate::entities::{COMPANY, CONTACT, Entity, QUEUE, Row, STATUS, TICKET};
use crate::query::{Direction, Filter, ListOrder, Sort, Standing, Test};
use crate::records::windows::Anchor;
use crate::replica::fixture::*;
use crate::replica::{FeedRow, Step};
use proptest::prelude::*;
use std::cmp::Ordering;
use std::collections::HashMap;

/// Everything by which lists of a side are sorted.
fn orders(side: Side) -> Vec<ListOrder> {
    let by = |field, direction| Sort::by(&TICKET, &[(field, direction), ("id", direction)]).unwrap();
    let both = [Direction::Ascending, Direction::Descending].into_iter();
    both.flat_map(|direction| {
        let fields = ["ticketNumber", "title", "createDate", "lastActivityDate", "dueDateTime"];
        let fields = fields.map(|field| ListOrder::from(by(field, direction)));
        let standings = Standing::of(side);
        let standings = standings.map(|standing| ListOrder::led_by(standing, direction, by("dueDateTime", direction)));
        fields.into_iter().chain(standings)
    })
    .collect()
}

fn open() -> Filter {
    Filter::condition(&TICKET, "closedDate", Test::NotExist).unwrap()
}

/// What is selected of the desk, from all of it to a part of what is open.
fn filters() -> [Filter; 3] {
    let in_queue = Filter::eq(&TICKET, "queueID", LEVEL_ONE).unwrap();
    [Filter::all(&TICKET), open(), open().and(in_queue)]
}

/// The names of the desk as a test knows them, by kind and number.
struct Known(HashMap<(&'static str, i64), (i64, String)>);

impl Known {
    fn of_desk() -> Self {
        let named = |name: &str| (0, fold(name));
        let mut known = HashMap::from([
            (("company", ACME), named("Acme")),
            (("resource", MARIA), named("Maria Keller")),
            (("resource", JONAS), named("Jonas Keller")),
            (("contact", HANNAH), named("Hannah Ortiz")),
            (("queue", LEVEL_ONE), named("Level 1")),
            (("queue", LEVEL_TWO), named("Level 2")),
        ]);
        for (rank, priority) in (0..).zip([4, 1, 2, 3]) {
            known.insert(("priority", priority), (rank, String::new()));
        }
        Self(known)
    }

    /// What a ticket refers to, and where that stands.
    fn place(&self, row: &Row, standing: Standing) -> Option<(Option<&(i64, String)>, i64)> {
        let of = |kind, field: &str| row.integer(field).map(|id| (self.0.get(&(kind, id)), id));
        // A list shows the other side's where its own has no part in the ticket.
        let shown = |side: Side| match (side, row.integer("status"), row.integer("taskfireStatus")) {
            (Side::Autotask, None, _) | (Side::Taskfire, _, Some(_)) => Side::Taskfire,
            _ => Side::Autotask,
        };
        match standing {
            Standing::Company => of("company", "companyID"),
            Standing::Contact => of("contact", "contactID"),
            Standing::Status(Side::Autotask) => of("status", "status"),
            Standing::Status(Side::Taskfire) => of("status", "taskfireStatus"),
            Standing::Queue(side) => match shown(side) {
                Side::Autotask => of("queue", "queueID"),
                Side::Taskfire => of("queue", "taskfireQueueID"),
            },
            Standing::Priority(side) => match shown(side) {
                Side::Autotask => of("priority", "priority"),
                Side::Taskfire => of("priority", "taskfirePriority"),
            },
            Standing::Assignee(side) => match shown(side) {
                Side::Autotask => of("resource", "assignedResourceID").map(|(place, id)| (place, !id)),
                Side::Taskfire => of("contact", "taskfireAssignedContactID"),
            },
        }
    }

    /// How two tickets stand to one another.
    fn compare(&self, order: &ListOrder, left: &Row, right: &Row) -> Ordering {
        let Some((standing, direction)) = order.standing() else {
            return order.sort().compare(left, right);
        };
        let turned = |ordering: Ordering| match direction {
            Direction::Ascending => ordering,
            Direction::Descending => ordering.reverse(),
        };
        let places = (self.place(left, standing), self.place(right, standing));
        let by_place = match places {
            (None, None) => Ordering::Equal,
            (None, Some(_)) => Ordering::Greater,
            (Some(_), None) => Ordering::Less,
            (Some((None, left)), Some((None, right))) => turned(left.cmp(&right)),
            (Some((None, _)), Some(_)) => Ordering::Greater,
            (Some(_), Some((None, _))) => Ordering::Less,
            (Some(left), Some(right)) => turned(left.cmp(&right)),
        };
        by_place.then_with(|| order.sort().compare(left, right))
    }

    /// The tickets that a filter selects, in an order.
    fn list(&self, tickets: &[Row], filter: &Filter, order: &ListOrder) -> Vec<i64> {
        let mut rows: Vec<&Row> = tickets.iter().filter(|row| filter.matches(row, &Vec::new)).collect();
        rows.sort_by(|left, right| self.compare(order, left, right));
        rows.into_iter().map(Row::id).collect()
    }
}

fn named(entity: &'static Entity, id: i64, names: &[(&str, &str)]) -> Row {
    let mut row = Row::new(entity);
    row.set("id", id);
    row.set("companyID", ACME);
    for (field, name) in names {
        row.set(field, *name);
    }
    row
}

/// Clients, people, queues and statuses besides those that every desk has: some have the same name, one has none.
fn more_names(desk: &Desk, known: &mut Known) {
    let companies = [
        (1, "Zürich Office"),
        (2, "zurich office"),
        (3, "Ärzte am Markt"),
        (4, " "),
    ];
    let contacts = [
        (41, "Élan", "Brook"),
        (42, "elan", "BROOK"),
        (43, "", "Umlaut"),
        (MARIA, "Tom", "Reyes"),
    ];
    let statuses = [
        (1, "autotask", 30),
        (8, "autotask", 10),
        (5, "autotask", 20),
        (101, "taskfire", 2),
        (120, "taskfire", 1),
    ];
    let mut rows = Vec::new();
    for (id, name) in companies {
        let mut row = Row::new(&COMPANY);
        row.set("id", id);
        row.set("companyName", name);
        rows.push(row);
        known.0.insert(("company", id), (0, fold(name.trim())));
    }
    known.0.remove(&("company", 4));
    for (id, first, last) in contacts {
        rows.push(named(&CONTACT, id, &[("firstName", first), ("lastName", last)]));
        known
            .0
            .insert(("contact", id), (0, fold(format!("{first} {last}").trim())));
    }
    let mut queue = named(&QUEUE, 60, &[("name", "Acme IT"), ("side", "taskfire")]);
    queue.set("isActive", true);
    rows.push(queue);
    known.0.insert(("queue", 60), (0, "acme it".to_owned()));
    for (id, side, place) in statuses {
        let mut row = Row::new(&STATUS);
        row.set("id", id);
        row.set("side", side);
        row.set("label", "Any");
        row.set("kind", "open");
        row.set("sortOrder", place);
        rows.push(row);
    }
    desk.replica.take_rows(&rows).unwrap();
    for row in desk.replica.rows(&STATUS).unwrap() {
        known.0.insert(
            ("status", row.id()),
            (row.integer("sortOrder").unwrap_or_default(), String::new()),
        );
    }
}

/// What a ticket is made of: client, contact, assignee, priority and queue; due, closed; the other side's status, queue
/// and assignee; whether the provider's side has a part in it.
type Drawn = (
    (i64, Option<i64>, Option<i64>, Option<i64>, i64),
    (Option<i64>, bool),
    (Option<i64>, Option<i64>, Option<i64>),
    bool,
);

fn row(id: i64, (own, (due, is_closed), other, has_provider): Drawn) -> Row {
    let mut row = ticket(id);
    let (company, contact, assignee, priority, queue) = own;
    row.set("companyID", company);
    row.set("contactID", contact);
    row.set("assignedResourceID", assignee);
    row.set("priority", priority);
    row.set("queueID", queue);
    row.set("dueDateTime", due.map(at));
    row.set("closedDate", is_closed.then(|| at(5)));
    row.set("lastActivityDate", due.map(at));
    let (status, queue, assignee) = other;
    row.set("taskfireStatus", status);
    row.set("taskfireQueueID", queue);
    row.set("taskfireAssignedContactID", assignee);
    row.set("taskfirePriority", status.map(|status| status % 5));
    if !has_provider && status.is_some() {
        row.set("status", crate::entities::Value::Null);
    } else {
        row.set("status", [1, 5, 8][usize::try_from(id % 3).unwrap()]);
    }
    row
}

fn any_tickets() -> impl Strategy<Value = Vec<Row>> {
    use proptest::option::of;
    use proptest::sample::select;
    let own = (
        select(vec![1, 2, 3, 4, ACME, 99]),
        of(select(vec![HANNAH, 41, 42, 43, 98])),
        of(select(vec![MARIA, JONAS, 97])),
        of(1..6_i64),
        LEVEL_ONE..=LEVEL_TWO,
    );
    let other = (
        of(select(vec![101, 120, 177])),
        of(select(vec![60, 96])),
        of(select(vec![HANNAH, MARIA, 42])),
    );
    let one = (own, (of(0..4_i64), any::<bool>()), other, any::<bool>());
    proptest::collection::vec(one, 1..30).prop_map(|drawn| (1..).zip(drawn).map(|(id, drawn)| row(id, drawn)).collect())
}

fn client() -> Actor {
    Actor {
        person: Person::Contact(contact()),
        name: "Hannah Ortiz".to_owned(),
        level: SecurityLevel::TaskfireResource,
        agency: Agency::Human,
        ..maria()
    }
}

/// Every window of every list is a piece of the list as it is in memory, whichever way it was cut.
fn compare_all(desk: &Desk, known: &Known, tickets: &[Row], side: Side, limit: usize) -> Result<(), TestCaseError> {
    for order in orders(side) {
        for filter in filters() {
            let whole = known.list(tickets, &filter, &order);
            let ids = desk.replica.list_ids(&filter, &order, 0, 100).unwrap();
            prop_assert_eq!(
                ids.iter().map(|id| id.0).collect::<Vec<_>>(),
                whole.clone(),
                "{:?}",
                &order
            );
            let around = (0..=31).step_by(4).map(|ticket| Anchor::Around(TicketId(ticket)));
            for anchor in [Anchor::Start, Anchor::End].into_iter().chain(around) {
                let short = desk.replica.window(&filter, &order, anchor, limit).unwrap();
                let short_ids: Vec<i64> = short.lines.iter().map(|line| line.id.0).collect();
                let walked = desk.replica.walked(&filter, &order, anchor, limit);
                prop_assert_eq!(
                    &walked,
                    &(short_ids.clone(), short.is_start, short.is_end),
                    "{:?} {:?}",
                    &order,
                    anchor
                );
                prop_assert_eq!(short_ids.len(), limit.min(whole.len()));
                let begin = whole
                    .windows(short_ids.len().max(1))
                    .position(|piece| piece == short_ids);
                prop_assert!(
                    begin.is_some() || whole.is_empty(),
                    "{:?}: {:?} of {:?}",
                    &order,
                    short_ids,
                    whole
                );
                let begin = begin.unwrap_or_default();
                let ends = (begin == 0, begin + short_ids.len() == whole.len());
                prop_assert_eq!((short.is_start, short.is_end), ends);
                if let Anchor::Around(ticket) = anchor
                    && whole.contains(&ticket.0)
                {
                    prop_assert!(short_ids.contains(&ticket.0));
                }
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10))]
    #[test]
    fn every_order_is_that_of_memory_whatever_arrives_and_is_renamed(
        tickets in any_tickets(), limit in 1..9_usize, is_client: bool,
    ) {
        let side = if is_client { Side::Taskfire } else { Side::Autotask };
        let desk = Desk::with(Vec::new());
        let mut known = Known::of_desk();
        more_names(&desk, &mut known);
        if is_client {
            desk.replica.sign_in(&client()).unwrap();
        }
        desk.replica.take_rows(&tickets).unwrap();
        compare_all(&desk, &known, &tickets, side, limit)?;
        while desk.replica.index_order().unwrap() {}
        compare_all(&desk, &known, &tickets, side, limit)?;
        // A client and a person get other names, one leaves, a ticket goes to another client, one is new, one is gone.
        let mut renamed = Row::new(&COMPANY);
        renamed.set("id", 3_i64);
        renamed.set("companyName", "zzz");
        desk.feed(renamed);
        known.0.insert(("company", 3), (0, "zzz".to_owned()));
        desk.feed(named(&CONTACT, 41, &[("firstName", "Aaron")]));
        known.0.insert(("contact", 41), (0, "aaron".to_owned()));
        leaves(&desk, &CONTACT, 42);
        known.0.remove(&("contact", 42));
        let mut tickets = tickets;
        tickets[0] = later(&tickets[0], "companyID", 55_i64);
        tickets.push(row(31, ((2, Some(41), Some(JONAS), Some(1), LEVEL_TWO), (Some(2), false), (None, None, None), true)));
        desk.feed(tickets[0].clone());
        desk.feed(tickets[tickets.len() - 1].clone());
        if tickets.len() > 2 {
            leaves(&desk, &TICKET, tickets.remove(1).id());
        }
        compare_all(&desk, &known, &tickets, side, limit)?;
    }
}

fn leaves(desk: &Desk, entity: &'static Entity, id: i64) {
    let event = FeedRow {
        place: "3".to_owned(),
        entity,
        id,
        row: None,
    };
    desk.replica.take_events(&[event], at(200)).unwrap();
}

#[test]
fn a_walk_in_any_order_sorts_nothing_and_reads_no_ticket_but_by_an_index() {
    for (side, actor) in [(Side::Autotask, maria()), (Side::Taskfire, client())] {
        let desk = Desk::with((1..=3).map(ticket).collect());
        desk.replica.sign_in(&actor).unwrap();
        while desk.replica.index_order().unwrap() {}
        for order in orders(side) {
            for filter in [Filter::all(&TICKET), open()] {
                for plan in desk.replica.plans(&filter, &order, TicketId(2)) {
                    assert!(!plan.contains("TEMP B-TREE"), "{order:?}: {plan}");
                    let is_whole = plan.split("; ").any(|step| step == "SCAN ticket");
                    assert!(!is_whole, "{order:?}: {plan}");
                }
            }
        }
    }
}

#[test]
fn a_long_list_is_cut_into_windows_that_join_without_a_gap() {
    let tickets: Vec<Row> = (1..=1_300)
        .map(|id| {
            let contact = (id % 6 != 0).then_some([HANNAH, 41, 42, 43][usize::try_from(id % 4).unwrap()]);
            let own = (
                [1, 2, 3, 4, ACME, 99][usize::try_from(id % 6).unwrap()],
                contact,
                None,
                Some(id % 5),
                LEVEL_ONE,
            );
            row(
                id,
                (
                    own,
                    ((id % 9 != 0).then_some(id * 7_919 % 97), false),
                    (None, None, None),
                    true,
                ),
            )
        })
        .collect();
    let desk = Desk::with(Vec::new());
    let mut known = Known::of_desk();
    more_names(&desk, &mut known);
    desk.replica.take_rows(&tickets).unwrap();
    while desk.replica.index_order().unwrap() {}
    for order in orders(Side::Autotask) {
        let whole = known.list(&tickets, &open(), &order);
        let mut shown: Vec<i64> = Vec::new();
        let mut anchor = Anchor::Start;
        loop {
            let window = desk.replica.window(&open(), &order, anchor, 200).unwrap();
            assert!(window.total.or_more);
            let ids: Vec<i64> = window.lines.iter().map(|line| line.id.0).collect();
            let new = ids
                .iter()
                .position(|id| Some(id) == shown.last())
                .map_or(0, |at| at + 1);
            shown.extend(&ids[new..]);
            if window.is_end {
                break;
            }
            anchor = Anchor::Around(TicketId(ids[ids.len() - 1]));
        }
        assert_eq!(shown, whole, "{order:?}");
    }
}

#[test]
fn orders_are_indexed_when_the_tickets_are_here_and_once() {
    let desk = Desk::with(vec![ticket(1)]);
    desk.replica.begin("9").unwrap();
    assert!(!desk.replica.index_order().unwrap(), "there are no tickets yet");
    desk.take(Step::Tickets, vec![ticket(1)]);
    let mut made = 0;
    while desk.replica.index_order().unwrap() {
        made += 1;
    }
    assert_eq!(made, 2 * Standing::of(Side::Autotask).len() + 4);
    assert!(!desk.again().index_order().unwrap());
}
