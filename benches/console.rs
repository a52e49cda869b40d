//! What the console's keys cost on a desk of a given size: `cargo bench --bench console -- [TICKETS]` (100,000 unless
//! said). A real server fills a real local copy over loopback; then the copy is asked what keys ask of it, and the
//! screen is drawn from the answers.

#![expect(clippy::print_stdout, reason = "what it measures is printed")]

mod desk;
mod pulled;
mod shipped;
mod times;

use desk::{NOW, PASSWORD, USER};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;
use tandem::base::ids::TicketId;
use tandem::base::{Clock, ManualClock, Secret, Timestamp};
use tandem::entities::TICKET;
use tandem::query::typed;
use tandem::query::{Direction, Filter, Sort, Test};
use tandem::records::windows::{Anchor, Freshness, Viewer};
use tandem::remote::{Client, Remote, Way};
use tandem::replica::{Replica, TypedNames};
use tandem::server::{Server, Settings};
use tandem::tui::app::App;
use tandem::tui::draw::draw;
use tandem::tui::effect::{Effect, Load};
use tandem::tui::keymap::Key;
use tandem::tui::msg::{Event, Loaded, Msg};
use times::{Outcome, Times};

/// Lines that the list of a usual terminal shows, and some beyond.
const WINDOW: usize = 60;
/// How far the count beside a filter is exact.
const COUNTED: u64 = 1_000;

/// Fills a new copy from the server, and says how long it took until its list could be worked with, and until it was
/// whole.
async fn fill(copy: &Path, remote: Remote, clock: Arc<dyn Clock>) -> Outcome<()> {
    let replica = Arc::new(Replica::open(copy)?);
    let begun = Instant::now();
    let (usable, whole) = pulled::pull(&replica, remote, clock).await?;
    println!(
        "first sync: list usable after {:.1} s (goal 20 s), whole after {:.1} s",
        usable.as_secs_f64(),
        whole.as_secs_f64()
    );
    while replica.index_order()? {}
    println!("orders indexed after {:.1} s", begun.elapsed().as_secs_f64());
    while replica.index_some(2_000)? > 0 {}
    println!("words indexed after {:.1} s", begun.elapsed().as_secs_f64());
    Ok(())
}

/// The whole way of keys through the state machine, with the copy's answers brought at once.
struct Console {
    app: App,
    replica: Arc<Replica>,
    buffer: Buffer,
    now: Timestamp,
}

impl Console {
    fn tell(&mut self, event: Event) -> Outcome<()> {
        let effects = self.app.update(Msg { at: self.now, event });
        for effect in effects {
            if let Effect::Load(generation, load) = effect
                && let Some(loaded) = self.load(&load)?
            {
                self.tell(Event::Loaded(generation, loaded))?;
            }
        }
        Ok(())
    }

    fn load(&self, load: &Load) -> Outcome<Option<Loaded>> {
        Ok(match load {
            Load::List(request) => Some(Loaded::List(self.replica.window(
                &request.place,
                &request.order,
                request.anchor,
                request.limit,
            )?)),
            Load::Ticket(ticket) => Some(Loaded::Ticket(self.replica.ticket(*ticket)?.map(Arc::new))),
            _ => None,
        })
    }

    fn draw(&mut self) {
        self.buffer.reset();
        draw(&self.app, &mut self.buffer);
    }
}

fn measure(replica: &Arc<Replica>, viewer: Viewer, now: Timestamp, clock: Arc<dyn Clock>) -> Outcome<()> {
    let open = Filter::condition(&TICKET, "closedDate", Test::NotExist)?;
    let by_due = Sort::by(
        &TICKET,
        &[("dueDateTime", Direction::Ascending), ("id", Direction::Ascending)],
    )?
    .into();
    let first = replica.window(&open, &by_due, Anchor::Start, WINDOW)?;
    let ids: Vec<TicketId> = replica.list_ids(&open, &by_due, 0, 5_000)?;
    println!("the list has {} open tickets", first.total.number);
    Times::of(200, |_| {
        replica.window(&open, &by_due, Anchor::Start, WINDOW)?;
        Ok(())
    })?
    .report("the list's first window", "-");
    Times::of(200, |run| {
        let around = Anchor::Around(ids[run * 17 % ids.len()]);
        replica.window(&open, &by_due, around, WINDOW)?;
        Ok(())
    })?
    .report("a window around any ticket", "-");
    let names = TypedNames::new(Arc::new(replica.directory()?), viewer.actor.clone(), clock);
    let typed = [
        "p",
        "pr",
        "pri",
        "prin",
        "printer",
        "printer w",
        "printer warehouse",
        "priority:high vpn",
    ];
    Times::of(160, |run| {
        let filter = open
            .clone()
            .and(typed::parse(typed[run % typed.len()], &names).map_err(|error| format!("{error:?}"))?);
        replica.window(&filter, &by_due, Anchor::Start, WINDOW)?;
        replica.count_capped(&filter, COUNTED)?;
        Ok(())
    })?
    .report("one filter keystroke over the open ones", "15 ms");
    let all = Filter::all(&TICKET);
    Times::of(160, |run| {
        let filter = all
            .clone()
            .and(typed::parse(typed[run % typed.len()], &names).map_err(|error| format!("{error:?}"))?);
        replica.window(&filter, &by_due, Anchor::Start, WINDOW)?;
        replica.count_capped(&filter, COUNTED)?;
        Ok(())
    })?
    .report("one filter keystroke over all", "15 ms; words 50 ms");
    Times::of(200, |run| {
        let ticket = ids[run * 13 % ids.len()];
        replica.ticket(ticket)?;
        replica.conversation(ticket)?;
        replica.history(ticket)?;
        Ok(())
    })?
    .report("opening a ticket", "30 ms");
    let mut console = Console {
        app: App::new(shipped::settings(), now, (120, 40)),
        replica: Arc::clone(replica),
        buffer: Buffer::empty(Rect::new(0, 0, 120, 40)),
        now,
    };
    console.tell(Event::Freshness(Freshness::Live))?;
    console.tell(Event::SignedIn(viewer))?;
    let down: Key = "j".parse().map_err(|_| "j is a key")?;
    Times::of(500, |_| {
        console.tell(Event::Key(down))?;
        console.draw();
        Ok(())
    })?
    .report("a move: key, window where needed, drawing", "1 ms; p95 5 ms");
    Times::of(500, |_| {
        console.draw();
        Ok(())
    })?
    .report("drawing alone", "-");
    Ok(())
}

#[tokio::main]
async fn main() -> Outcome<()> {
    // Fails only where it was installed before.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let tickets = std::env::args()
        .filter_map(|word| word.parse().ok())
        .next()
        .unwrap_or(100_000);
    let now = Timestamp::parse(NOW)?;
    let clock: Arc<dyn Clock> = Arc::new(ManualClock::new(now));
    let mut served = Settings::new(
        desk::prepared(Path::new(env!("CARGO_TARGET_TMPDIR")), tickets).await?,
        ([127, 0, 0, 1], 0).into(),
        "Northwind Managed IT",
    );
    served.clock = Arc::clone(&clock);
    let running = Server::start(served).await?;
    let remote = Remote::new(Client::new(&Way::default())?, &format!("http://{}", running.address()));
    let session = remote.sign_in(USER, &Secret::new(PASSWORD), None).await?;
    let me = session.me.clone();
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let copy = folder.path().join("copy.sqlite");
    fill(&copy, remote.signed_in(Secret::new(session.token)), Arc::clone(&clock)).await?;
    running.stop().await;
    let actor = me.actor();
    let begun = Instant::now();
    let replica = Arc::new(Replica::open(&copy)?);
    println!("the filled copy opens in {:.1} ms", begun.elapsed().as_secs_f64() * 1e3);
    replica.sign_in(&actor)?;
    let viewer = Viewer {
        actor,
        user_name: me.user_name,
        company_name: me.company_name,
        instance_name: me.instance_name,
        sign_in: None,
        has_next_portal: false,
        is_next_portal: false,
    };
    measure(&replica, viewer, now, clock)
}
