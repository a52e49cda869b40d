//! What it costs to sort a list by each of its columns, on a local copy of a given size: `cargo bench --bench orders --
//! [TICKETS]` (100,000 unless said). The copy is filled without a server: a client for every 20 tickets, a contact for
//! every 5, one ticket in ten open.

#![expect(clippy::print_stdout, reason = "what it measures is printed")]

mod times;

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use std::time::Instant;
use tandem::base::Timestamp;
use tandem::base::ids::{CompanyId, ResourceId, TicketId};
use tandem::domain::{Actor, Agency, Person, SecurityLevel, Side, Statuses};
use tandem::entities::{COMPANY, CONTACT, Entity, QUEUE, RESOURCE, Row, STATUS, TICKET};
use tandem::query::{Comparison, Filter, ListOrder, Test};
use tandem::records::windows::Anchor;
use tandem::replica::{Page, Replica, Step};
use tandem::tui::panes::tickets::column::Column;
use tandem::tui::panes::tickets::sort::Order;
use times::{Outcome, Times};

/// Lines that the console reads of a list.
const WINDOW: usize = 200;
/// Rows of a page of the first sync.
const PAGE: usize = 500;

fn named(entity: &'static Entity, id: i64, names: &[(&str, String)]) -> Row {
    let mut row = Row::new(entity);
    row.set("id", id);
    for (field, name) in names {
        row.set(field, name.as_str());
    }
    row
}

fn name(generator: &mut StdRng) -> String {
    let letter = |generator: &mut StdRng| char::from(b'a' + generator.random_range(0..26_u8));
    (0..7).map(|_| letter(generator)).collect()
}

/// The names of a desk of so many tickets, by the steps that bring them.
fn names(generator: &mut StdRng, tickets: i64) -> Vec<(Step, Vec<Row>)> {
    let statuses = (0_i64..).zip(Statuses::standard().iter().cloned().collect::<Vec<_>>());
    let status = |(at, status): (i64, tandem::domain::Status)| {
        let mut row = named(&STATUS, status.id.0, &[("side", status.side.word().to_owned())]);
        row.set("label", status.label.as_str());
        row.set("kind", status.kind.word());
        row.set("sortOrder", at);
        row
    };
    let mut statuses: Vec<Row> = statuses.map(status).collect();
    statuses.sort_by_key(Row::id);
    let side = |name| vec![("name", name), ("side", "autotask".to_owned())];
    let person = |generator: &mut StdRng| [("firstName", name(generator)), ("lastName", name(generator))];
    let queues = (1..=12).map(|id| named(&QUEUE, id, &side(name(generator)))).collect();
    let companies = (1..=tickets / 20)
        .map(|id| named(&COMPANY, id, &[("companyName", name(generator))]))
        .collect();
    let resources = (1..=40).map(|id| named(&RESOURCE, id, &person(generator))).collect();
    let contacts = (1..=tickets / 5).map(|id| {
        let mut row = named(&CONTACT, id, &person(generator));
        row.set("companyID", 1 + id % (tickets / 20));
        row
    });
    vec![
        (Step::Statuses, statuses),
        (Step::Queues, queues),
        (Step::RequestTypes, Vec::new()),
        (Step::UserDefinedFields, Vec::new()),
        (Step::UserDefinedItems, Vec::new()),
        (Step::Companies, companies),
        (Step::Resources, resources),
        (Step::Contacts, contacts.collect()),
    ]
}

fn ticket(generator: &mut StdRng, id: i64, tickets: i64) -> Row {
    let created = Timestamp::from_millis(1_795_000_000_000).plus_minutes(id);
    let is_open = generator.random_bool(0.1);
    let contact = generator.random_range(1..=tickets / 5);
    let number = format!("T20261120.{id:07}");
    let mut row = named(&TICKET, id, &[("ticketNumber", number), ("title", name(generator))]);
    row.set("version", 1_i64);
    row.set("description", "It does not do what it did. ".repeat(8));
    row.set("companyID", 1 + contact % (tickets / 20));
    row.set("contactID", generator.random_bool(0.8).then_some(contact));
    row.set(
        "assignedResourceID",
        generator.random_bool(0.6).then(|| generator.random_range(1..=40_i64)),
    );
    row.set("queueID", generator.random_range(1..=12_i64));
    row.set("priority", generator.random_range(1..=4_i64));
    row.set(
        "status",
        if is_open {
            [1_i64, 7, 8, 12, 20][generator.random_range(0..5)]
        } else {
            5
        },
    );
    row.set("holder", Side::Autotask.word());
    row.set("createDate", created);
    row.set("statusSince", created);
    row.set(
        "lastActivityDate",
        created.plus_minutes(generator.random_range(0..100_000)),
    );
    row.set("dueDateTime", created.plus_minutes(generator.random_range(60..20_000)));
    row.set("closedDate", (!is_open).then(|| created.plus_minutes(90)));
    row
}

fn fill(replica: &Replica, tickets: i64) -> Outcome<()> {
    let mut generator = StdRng::seed_from_u64(11);
    replica.sign_in(&Actor {
        person: Person::Resource(ResourceId(1)),
        name: "Bench Technician".to_owned(),
        level: SecurityLevel::ProviderTech,
        company: CompanyId(0),
        agency: Agency::Human,
    })?;
    replica.begin("1")?;
    let page = |step, after, rows, is_last| Page {
        step,
        after,
        rows,
        is_last,
    };
    for (step, rows) in names(&mut generator, tickets) {
        replica.take_page(&page(step, -1, rows, true))?;
    }
    let rows: Vec<Row> = (1..=tickets).map(|id| ticket(&mut generator, id, tickets)).collect();
    let begun = Instant::now();
    let mut after = -1;
    for rows in rows.chunks(PAGE) {
        let last = rows.last().map_or(after, Row::id);
        replica.take_page(&page(Step::Tickets, after, rows.to_vec(), last == tickets))?;
        after = last;
    }
    println!("{tickets} tickets were taken in {:.1} s", begun.elapsed().as_secs_f64());
    Ok(())
}

fn measure(replica: &Replica, filters: &[(&str, Filter)], tickets: i64) -> Outcome<()> {
    for (called, filter) in filters {
        for column in Column::ALL {
            let order: ListOrder = Order::natural(column).of_list(Side::Autotask);
            Times::of(40, |_| {
                replica.window(filter, &order, Anchor::Start, WINDOW)?;
                Ok(())
            })?
            .report(&format!("{called} by {}: its beginning", column.word()), "30 ms");
            Times::of(40, |run| {
                let ticket = 1 + i64::try_from(run)? * 7_919 % tickets;
                replica.window(filter, &order, Anchor::Around(TicketId(ticket)), WINDOW)?;
                Ok(())
            })?
            .report(&format!("{called} by {}: around any ticket", column.word()), "-");
        }
    }
    Ok(())
}

fn main() -> Outcome<()> {
    let tickets = std::env::args().filter_map(|word| word.parse().ok()).next();
    let tickets = tickets.unwrap_or(100_000);
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let file = folder.path().join("copy.sqlite");
    fill(&Replica::open(&file)?, tickets)?;
    let filled = std::fs::metadata(&file)?.len();
    let replica = Replica::open(&file)?;
    let open = Filter::condition(&TICKET, "closedDate", Test::NotExist)?;
    let late = Filter::compare(&TICKET, "createDate", Comparison::Greater, Timestamp::from_millis(0))?;
    let client = Filter::eq(&TICKET, "companyID", 7_i64)?;
    let queue = Filter::eq(&TICKET, "queueID", 3_i64)?;
    measure(&replica, &[("before the indexes, all", Filter::all(&TICKET))], tickets)?;
    let begun = Instant::now();
    Times::of(1, |_| {
        while replica.index_order()? {}
        Ok(())
    })?
    .report("making the indexes of all orders", "-");
    drop(replica);
    let replica = Replica::open(&file)?;
    println!(
        "they were there after {:.1} s; the copy has {} MB, without them {} MB",
        begun.elapsed().as_secs_f64(),
        std::fs::metadata(&file)?.len() / 1_000_000,
        filled / 1_000_000
    );
    let filters = [
        ("open", open.clone()),
        ("open of a queue", open.and(queue)),
        ("all of a client", client),
        ("all", Filter::all(&TICKET)),
        ("all since long", late),
    ];
    measure(&replica, &filters, tickets)
}
