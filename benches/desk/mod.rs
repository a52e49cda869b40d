//! A large desk for measuring: as many tickets as asked for, the same ones on every machine. Titles and bodies vary,
//! one ticket in ten is open, one in four is shared by both sides.

use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Instant;
use tandem::base::ids::{CompanyId, QueueId};
use tandem::base::{Clock, ManualClock, Secret, Timestamp, Zone};
use tandem::domain::statuses::system;
use tandem::domain::{SecurityLevel, Side};
use tandem::entities::{Row, TICKET, TICKET_NOTE};
use tandem::server::operations::Operations;
use tandem::server::operations::people::NewResource;
use tandem::server::store::{Database, Instance, Writing};

/// The moment at which the desk stands.
pub const NOW: &str = "2026-11-20T10:00:00Z";
/// The technician who measures.
pub const USER: &str = "bench.tech";
/// The technician's password.
pub const PASSWORD: &str = "a password for measuring only";

const THINGS: &[&str] = &[
    "printer",
    "laptop",
    "mailbox",
    "VPN",
    "phone",
    "scanner",
    "monitor",
    "server",
    "switch",
    "firewall",
    "share",
    "calendar",
    "licence",
    "browser",
    "backup",
    "certificate",
    "keyboard",
    "dock",
    "projector",
    "router",
    "tablet",
    "password",
    "account",
    "signature",
    "database",
    "spreadsheet",
    "camera",
    "headset",
    "disk",
    "antivirus",
];
const TROUBLES: &[&str] = &[
    "is slow",
    "does not start",
    "drops the line",
    "shows an error",
    "asks for a password",
    "prints blank pages",
    "makes a noise",
    "is full",
    "lost its settings",
    "cannot be found",
    "is missing",
    "needs replacing",
    "freezes",
    "shows the wrong language",
    "has expired",
    "is locked",
    "flickers",
    "overheats",
    "was moved",
    "sends twice",
];
const PLACES: &[&str] = &[
    "in reception",
    "on the third floor",
    "at home",
    "in the warehouse",
    "at the front desk",
    "in accounts",
    "upstairs",
    "in the workshop",
    "in meeting room 4",
    "at the branch",
    "in the lab",
    "on the road",
    "in the canteen",
    "abroad",
];

/// The tickets that are written in one transaction.
const BATCH: usize = 5_000;

/// The queues and companies of the desk.
pub struct Desk {
    /// The provider's queues.
    pub queues: Vec<QueueId>,
    /// The clients.
    pub companies: Vec<CompanyId>,
}

/// Fills a new database with a desk of that many tickets.
///
/// # Errors
/// The database's.
pub async fn fill(path: &Path, tickets: usize) -> Result<Desk, Box<dyn Error + Send + Sync>> {
    let now = Timestamp::parse(NOW)?;
    let clock = std::sync::Arc::new(ManualClock::new(now));
    let instance = Instance {
        name: "Northwind Managed IT".to_owned(),
        zone: Zone::UTC,
    };
    let database = Database::open(path, &instance, now)?;
    let operations = Operations::new(database, clock.clone());
    let technician = NewResource {
        user_name: USER.to_owned(),
        first_name: "Bench".to_owned(),
        last_name: "Technician".to_owned(),
        email: "bench@example.test".to_owned(),
        level: SecurityLevel::ProviderTech,
        password: Some(Secret::new(PASSWORD)),
    };
    let resource = operations.create_resource(technician).await?;
    let mut queues = Vec::new();
    for number in 1..=12 {
        let queue = operations
            .create_queue(format!("Level {number}"), Side::Autotask, None)
            .await;
        queues.push(queue?);
    }
    let mut companies = Vec::new();
    for number in 1..=200 {
        companies.push(operations.create_company(format!("Client {number:03} Ltd")).await?);
    }
    let desk = Desk { queues, companies };
    let mut generator = StdRng::seed_from_u64(7);
    let mut next = 1;
    while next <= tickets {
        let last = tickets.min(next + BATCH - 1);
        let rows: Vec<(Row, Vec<Row>)> = (next..=last)
            .map(|number| ticket(&mut generator, &desk, resource.0, number, clock.now()))
            .collect();
        let written = operations.write(move |writing| Ok(write(writing, rows)?)).await;
        written?;
        next = last + 1;
    }
    Ok(desk)
}

fn write(writing: &Writing<'_>, rows: Vec<(Row, Vec<Row>)>) -> Result<(), tandem::server::store::StoreError> {
    for (mut ticket, notes) in rows {
        let id = writing.insert(&mut ticket)?;
        for mut note in notes {
            note.set("ticketID", id);
            writing.insert(&mut note)?;
        }
    }
    Ok(())
}

fn ticket(generator: &mut StdRng, desk: &Desk, resource: i64, number: usize, now: Timestamp) -> (Row, Vec<Row>) {
    let age = generator.random_range(0..60 * 24 * 700_i64);
    let opened = now.plus_minutes(-age);
    let open = generator.random_bool(0.1);
    let mut row = Row::new(&TICKET);
    row.set(
        "ticketNumber",
        format!("T{}.{number:06}", opened.to_chrono().format("%Y%m%d")),
    );
    row.set("version", 1_i64);
    row.set("title", title(generator, number));
    row.set("description", body(generator));
    row.set("companyID", pick(generator, &desk.companies).0);
    row.set("queueID", pick(generator, &desk.queues).0);
    row.set("priority", generator.random_range(1..=4_i64));
    row.set("createDate", opened);
    row.set("statusSince", opened);
    row.set("lastActivityDate", opened);
    row.set(
        "dueDateTime",
        opened.plus_minutes(generator.random_range(60..60 * 24 * 10)),
    );
    row.set("isTaskfireEligible", true);
    row.set("isShared", false);
    row.set("holder", Side::Autotask.word());
    let status = if open {
        system::AUTOTASK_IN_PROGRESS
    } else {
        system::AUTOTASK_COMPLETE
    };
    row.set("status", status.0);
    if generator.random_bool(0.25) {
        row.set("isShared", true);
        let other = if open {
            system::TASKFIRE_WITH_PROVIDER
        } else {
            system::TASKFIRE_COMPLETE
        };
        row.set("taskfireStatus", other.0);
        row.set("taskfireStatusSince", opened);
        row.set("taskfirePriority", 2_i64);
    }
    if generator.random_bool(0.6) {
        row.set("assignedResourceID", resource);
    }
    if !open {
        row.set("completedDate", opened.plus_minutes(90));
        row.set("closedDate", opened.plus_minutes(90));
        row.set("closedBySide", Side::Autotask.word());
    }
    let notes = (0..generator.random_range(0..3))
        .map(|_| note(resource, opened.plus_minutes(30), body(generator)))
        .collect();
    (row, notes)
}

/// What a technician wrote for both sides.
pub fn note(author: i64, at: Timestamp, text: String) -> Row {
    let mut row = Row::new(&TICKET_NOTE);
    row.set("description", text);
    row.set("noteType", 2_i64);
    row.set("publish", 1_i64);
    row.set("audience", "public");
    row.set("side", Side::Autotask.word());
    row.set("authorName", "Bench Technician");
    row.set("authorResourceID", author);
    row.set("createDateTime", at);
    row
}

fn title(generator: &mut StdRng, number: usize) -> String {
    let (thing, trouble, place) = (word(generator), text(generator, TROUBLES), text(generator, PLACES));
    format!("{thing} {trouble} {place} ({number})")
}

fn body(generator: &mut StdRng) -> String {
    let sentences = generator.random_range(1..6);
    let sentence = |generator: &mut StdRng| {
        let (thing, trouble, place) = (word(generator), text(generator, TROUBLES), text(generator, PLACES));
        format!("The {thing} {trouble} {place}. ")
    };
    (0..sentences).map(|_| sentence(generator)).collect()
}

fn pick<T: Copy>(generator: &mut StdRng, list: &[T]) -> T {
    list[generator.random_range(0..list.len())]
}

/// One of the words that the desk's titles are made of.
pub fn word(generator: &mut StdRng) -> &'static str {
    text(generator, THINGS)
}

fn text(generator: &mut StdRng, list: &'static [&'static str]) -> &'static str {
    list.choose(generator).copied().unwrap_or_default()
}

/// A copy of the desk's file. The file is kept in that folder between runs, since filling it takes longer than measuring.
///
/// # Errors
/// The disk's and the database's.
pub async fn prepared(folder: &Path, tickets: usize) -> Result<PathBuf, Box<dyn Error + Send + Sync>> {
    let kept = folder.join(format!("desk-{tickets}.db"));
    if !kept.exists() {
        let begun = Instant::now();
        let unfinished = folder.join("desk-unfinished.db");
        for suffix in ["", "-wal", "-shm"] {
            // Left over from a run that was stopped, or not there.
            let _ = std::fs::remove_file(format!("{}{suffix}", unfinished.display()));
        }
        fill(&unfinished, tickets).await?;
        rusqlite::Connection::open(&unfinished)?.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")?;
        std::fs::rename(&unfinished, &kept)?;
        println!(
            "filled a desk of {tickets} tickets in {:.1} s",
            begun.elapsed().as_secs_f64()
        );
    }
    let used = folder.join(format!("desk-{tickets}-used.db"));
    for suffix in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{suffix}", used.display()));
    }
    std::fs::copy(&kept, &used)?;
    Ok(used)
}
