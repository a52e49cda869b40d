//! How fast a server answers and how much memory it takes, on desks of given sizes, over loopback with keep-alive:
//! `cargo bench --bench server -- [TICKETS…]` (100,000 unless said). The server is a process of its own; it and what
//! asks it share the machine. An fdatasync probe stands beside each write, since disks differ by a factor of a hundred.

#![expect(clippy::print_stdout, reason = "what it measures is printed")]

mod asking;
mod consoles;
#[path = "../desk/mod.rs"]
mod desk;
mod process;
mod requests;

use asking::Client;
use desk::{PASSWORD, USER};
use process::Process;
use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use tandem::base::{SystemClock, Zone};
use tandem::domain::SecurityLevel;
use tandem::server::operations::Operations;
use tandem::server::operations::people::{ApiCredential, NewResource};
use tandem::server::store::{Database, Instance};

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

async fn measure(tickets: usize) -> Outcome<()> {
    let database = desk::prepared(tickets).await?;
    let credential = credential(&database).await?;
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    println!("\na desk of {tickets} tickets");
    let process = Process::start(&database, folder.path()).await?;
    println!(
        "{:<44} {:>8.0} ms   (goal 200)",
        "from the server's start to its first answer",
        process.ready.as_secs_f64() * 1e3
    );
    let client = Client::sign_in(&process.url, USER, PASSWORD, credential).await?;
    requests::read(&client, tickets as u64).await?;
    requests::write(&client, tickets as u64, &database).await?;
    consoles::wait(&client).await?;
    consoles::copy(&client, folder.path()).await?;
    let (now, most) = process.memory()?;
    println!(
        "{:<44} {most:>8.0} MiB   (goal 120; now {now:.0})",
        "the server's memory at most"
    );
    Ok(())
}

/// A credential with which programs ask by Autotask's routes.
async fn credential(database: &Path) -> Outcome<ApiCredential> {
    let clock = Arc::new(SystemClock);
    let instance = Instance {
        name: String::new(),
        zone: Zone::UTC,
    };
    let operations = Operations::new(
        Database::open(database, &instance, tandem::base::Clock::now(&*clock))?,
        clock,
    );
    let program = NewResource {
        user_name: "bench@example.test".to_owned(),
        first_name: "Bench".to_owned(),
        last_name: "Program".to_owned(),
        email: "bench@example.test".to_owned(),
        level: SecurityLevel::ProviderTech,
        password: None,
    };
    Ok(operations.create_api_user(program).await?.1)
}

#[tokio::main]
async fn main() -> Outcome<()> {
    // Fails only where it was installed before.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let mut sizes: Vec<usize> = std::env::args().filter_map(|word| word.parse().ok()).collect();
    if sizes.is_empty() {
        sizes.push(100_000);
    }
    for tickets in sizes {
        measure(tickets).await?;
    }
    Ok(())
}
