//! Random interleavings of work, faults and other people: in the end the copy is what the server has, the outbox is
//! empty, and no note is lost or there twice.

use super::console::{change, create, note, notes_with, remote};
use super::{Console, Fault, Line};
use crate::support::Desk;
use proptest::prelude::*;
use tandem::base::ids::TicketId;
use tandem::domain::statuses::system;
use tandem::domain::{Act, Priority};
use tandem::remote::Remote;

/// One thing that happens.
#[derive(Clone, Copy, Debug)]
enum Happening {
    Note(usize),
    Progress(usize),
    Prioritise(usize, i64),
    Create,
    Elsewhere(usize, i64),
    Fault(Fault),
    Kill,
    RestartServer,
}

fn happening() -> impl Strategy<Value = Happening> {
    let fault = prop::sample::select(vec![
        Fault::None,
        Fault::Down,
        Fault::AnswersLost,
        Fault::AnswersCut,
        Fault::Twice,
        Fault::Slow,
    ]);
    prop_oneof![
        4 => (0..4_usize).prop_map(Happening::Note),
        1 => (0..4_usize).prop_map(Happening::Progress),
        2 => (0..4_usize, 1..5_i64).prop_map(|(ticket, priority)| Happening::Prioritise(ticket, priority)),
        2 => Just(Happening::Create),
        2 => (0..4_usize, 1..5_i64).prop_map(|(ticket, priority)| Happening::Elsewhere(ticket, priority)),
        4 => fault.prop_map(Happening::Fault),
        1 => Just(Happening::Kill),
        1 => Just(Happening::RestartServer),
    ]
}

struct World {
    desk: Desk,
    line: Line,
    server: Remote,
    console: Console,
    tickets: Vec<TicketId>,
    notes: usize,
}

impl World {
    async fn new() -> Self {
        let desk = Desk::new().await;
        let line = Line::to(desk.socket()).await;
        let (server, _) = remote(&desk, "tina", &desk.url()).await;
        let tickets = vec![change(&server, TicketId(0), create(&desk, "First")).await];
        let mut console = Console::new(&desk, &line, "theo").await;
        console.filled().await;
        Self {
            desk,
            line,
            server,
            console,
            tickets,
            notes: 0,
        }
    }

    fn ticket(&self, index: usize) -> TicketId {
        self.tickets[index % self.tickets.len()]
    }

    async fn happens(mut self, happening: Happening) -> Self {
        match happening {
            Happening::Note(index) => {
                self.console
                    .record(self.ticket(index), note(&format!("Note {}", self.notes)));
                self.notes += 1;
            }
            Happening::Progress(index) => {
                let status = system::AUTOTASK_IN_PROGRESS;
                self.console.record(self.ticket(index), Act::SetStatus { status });
            }
            Happening::Prioritise(index, priority) => {
                let priority = Priority(priority);
                self.console.record(self.ticket(index), Act::SetPriority { priority });
            }
            Happening::Create => {
                let (_, ticket) = self.console.record(TicketId(0), create(&self.desk, "Another"));
                self.tickets.push(ticket);
            }
            Happening::Elsewhere(index, priority) => {
                if !self.ticket(index).is_temporary() {
                    let priority = Priority(priority);
                    change(&self.server, self.ticket(index), Act::SetPriority { priority }).await;
                }
            }
            Happening::Fault(fault) => {
                self.line.set(fault);
                self.console.session.reconnect();
            }
            Happening::Kill => self.console = self.console.restarted(),
            Happening::RestartServer => self.desk.restart().await,
        }
        self
    }

    /// The line heals; the person discards what stopped.
    async fn ends_well(mut self) {
        self.line.set(Fault::None);
        self.console.session.reconnect();
        loop {
            self.console.at_rest().await;
            if self.console.discard_stopped() == 0 {
                break;
            }
        }
        assert!(self.console.replica.outbox().unwrap().is_empty());
        let server = self.server.clone();
        self.console
            .until("both are alike", async |console| console.is_like(&server).await)
            .await;
        for number in 0..self.notes {
            let text = format!("Note {number}");
            assert_eq!(notes_with(&self.server, &text).await.len(), 1, "{text}");
        }
        self.console.session.stop().await.unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, max_shrink_iters: 0, ..ProptestConfig::default() })]
    #[test]
    fn whatever_happens_no_change_is_lost_or_done_twice(happenings in proptest::collection::vec(happening(), 4..16)) {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        runtime.block_on(async {
            let mut world = World::new().await;
            for happening in happenings {
                world = world.happens(happening).await;
            }
            world.ends_well().await;
        });
    }
}
