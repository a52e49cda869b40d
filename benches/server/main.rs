//! How fast a server answers and how much memory it takes, on desks of given sizes, over loopback with keep-alive:
//! `cargo bench --bench server -- [TICKETS…] [--desks FOLDER]` (100,000 unless said). The server is a process of its own;
//! it and what asks it share the machine. An fdatasync probe stands beside each write, since disks differ by a factor of
//! a hundred. It fails where a goal is missed at 100,000 tickets, or where a list or a ticket takes longer on a larger desk.

#![expect(clippy::print_stdout, reason = "what it measures is printed")]

mod asking;
mod consoles;
#[path = "../desk/mod.rs"]
mod desk;
#[path = "../goal/mod.rs"]
mod goal;
mod process;
#[path = "../pulled/mod.rs"]
mod pulled;
mod report;
mod requests;
mod webhooks;

use asking::Client;
use clap::Parser;
use desk::{PASSWORD, USER};
use process::Process;
use report::Report;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tandem::base::{Clock, SystemClock, Zone};
use tandem::domain::SecurityLevel;
use tandem::server::operations::Operations;
use tandem::server::operations::people::{ApiCredential, NewResource};
use tandem::server::store::{Database, Instance};
use webhooks::Receiver;

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

#[derive(Parser)]
struct Arguments {
    /// How many tickets the desks have
    #[arg(default_values_t = [report::JUDGED])]
    tickets: Vec<usize>,
    /// Where filled desks are kept between runs
    #[arg(long, default_value = env!("CARGO_TARGET_TMPDIR"))]
    desks: PathBuf,
    /// What cargo gives to benches
    #[arg(long, hide = true)]
    bench: bool,
}

async fn measure(report: &mut Report, desks: &Path, tickets: usize) -> Outcome<()> {
    let database = desk::prepared(desks, tickets).await?;
    let [program, administrator] = credentials(&database).await?;
    let folder = tempfile::tempdir_in(desks)?;
    let receiver = Receiver::start().await?;
    report.desk(tickets);
    let process = Process::start(&database, folder.path(), Some(&receiver.origin)).await?;
    let ready = process.ready.as_secs_f64() * 1e3;
    report.at_most("from the server's start to its first answer", (ready, "ms"), 200.0, "");
    let client = Client::sign_in(&process.url, USER, PASSWORD, program).await?;
    let size = u64::try_from(tickets)?;
    requests::read(report, &client, size).await?;
    requests::write(report, &client, "durable", size, &database).await?;
    consoles::wait(report, &client).await?;
    consoles::copy(report, &client, folder.path()).await?;
    memory(report, &process, "the server's memory at most")?;
    receiver.subscribe(&client.with(administrator)).await?;
    requests::write(report, &client, "told to webhooks", size, &database).await?;
    let (arrived, after) = receiver.wait().await;
    let after = after.as_secs_f64();
    println!("  {arrived} callouts arrived, the last {after:.1} s after the writes");
    memory(report, &process, "the server's memory at most, with webhooks")
}

fn memory(report: &mut Report, process: &Process, what: &str) -> Outcome<()> {
    let (now, most) = process.memory()?;
    report.at_most(what, (most, "MiB"), 120.0, &format!("; now {now:.0}"));
    Ok(())
}

/// Credentials with which programs ask by Autotask's routes: one that works with tickets, one that sets webhooks up.
async fn credentials(database: &Path) -> Outcome<[ApiCredential; 2]> {
    let clock = Arc::new(SystemClock);
    let instance = Instance {
        name: String::new(),
        zone: Zone::UTC,
    };
    let database = Database::open(database, &instance, clock.now())?;
    let mut tip = database.tip();
    let operations = Operations::new(database, clock);
    let program = async |name: &str, level| -> Outcome<ApiCredential> {
        let program = NewResource {
            user_name: format!("{name}@example.test"),
            first_name: name.to_owned(),
            last_name: "Program".to_owned(),
            email: format!("{name}@example.test"),
            level,
            password: None,
        };
        Ok(operations.create_api_user(program).await?.1)
    };
    let both = [
        program("bench", SecurityLevel::ProviderTech).await?,
        program("admin", SecurityLevel::ProviderAdmin).await?,
    ];
    drop(operations);
    // The server that is measured begins when nobody else has the file any more.
    while tip.changed().await.is_ok() {}
    Ok(both)
}

#[tokio::main]
async fn main() -> Outcome<()> {
    // Fails only where it was installed before.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let arguments = Arguments::parse();
    let mut report = Report::default();
    for tickets in &arguments.tickets {
        measure(&mut report, &arguments.desks, *tickets).await?;
    }
    report.verdict()
}
