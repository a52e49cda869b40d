//! Counts are kept by triggers, and are what counting would give.

use crate::base::ids::{CompanyId, QueueId};
use crate::entities::Row;
use crate::replica::fixture::*;
use proptest::prelude::*;

#[test]
fn views_queues_and_companies_have_their_counts() {
    let mut mine = ticket(2);
    mine.set("assignedResourceID", MARIA);
    let mut shared = ticket(3);
    shared.set("isShared", true);
    shared.set("taskfireStatus", 120_i64);
    shared.set("queueID", LEVEL_TWO);
    let mut closed = ticket(4);
    closed.set("closedDate", at(1));
    let desk = Desk::with(vec![ticket(1), mine, shared, closed]);
    let counts = desk.replica.view_counts(at(50)).unwrap();
    assert_eq!(
        (counts.mine, counts.mine_late, counts.unassigned, counts.back),
        (1, 1, 2, 1)
    );
    assert_eq!(desk.replica.view_counts(at(0)).unwrap().mine_late, 0);
    let queues: Vec<_> = desk.replica.queues_with_counts().unwrap();
    let queues: Vec<_> = queues.iter().map(|line| (line.id, line.open)).collect();
    assert_eq!(queues, [(QueueId(LEVEL_ONE), 2), (QueueId(LEVEL_TWO), 1)]);
    let companies = desk.replica.shared_counts().unwrap();
    assert_eq!((companies[0].company, companies[0].open), (CompanyId(ACME), 1));
    let card = desk.replica.contact_card(contact()).unwrap().unwrap();
    assert_eq!(
        (card.open_tickets, card.phone.as_deref()),
        (3, Some("+44 20 7946 0012"))
    );
    assert_eq!(desk.replica.count_open().unwrap(), 3);
}

fn any_ticket() -> impl Strategy<Value = Row> {
    let id = |ids: std::ops::Range<i64>| proptest::option::of(ids);
    (
        1..5_i64,
        1..9_i64,
        id(8..10),
        id(30..32),
        any::<bool>(),
        any::<bool>(),
        id(1..3),
    )
        .prop_map(|(number, version, queue, assignee, is_shared, is_closed, status)| {
            let mut row = ticket(number);
            row.set("version", version);
            row.set("queueID", queue);
            row.set("assignedResourceID", assignee);
            row.set("isShared", is_shared);
            row.set("taskfireQueueID", queue);
            row.set("taskfireStatus", status.map(|status| 100 + status));
            row.set("closedDate", is_closed.then(|| at(9)));
            row
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn triggers_count_what_counting_counts(rows in proptest::collection::vec(any_ticket(), 1..30)) {
        let desk = Desk::with(vec![ticket(1)]);
        for row in rows {
            desk.feed(row);
            prop_assert_eq!(desk.replica.kept_counts(), desk.replica.counted_counts());
        }
    }
}
