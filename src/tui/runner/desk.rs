//! One person's work while they are signed in: reads and writes of their copy, each in its own queue, and the news of
//! their line.

use super::attaching;
use super::backlog;
use super::copy::Copy;
use super::door::{Line, Opened};
use crate::base::ids::{ChangeId, Ids, TicketId};
use crate::base::{Clock, Secret, Timestamp};
use crate::query::Filter;
use crate::records::administration::{Administration, Answer, NotAdministered, Question};
use crate::sentences::Spoken;
use crate::tui::effect::{Asked, Draft, Followers, Generation, ListRequest, Load, Source, Timing, ToAttach};
use crate::tui::msg::{Event, Loaded, NotAttached, Saying, Weight};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::task::{JoinSet, spawn_blocking};

/// Between two rounds of counting.
const BETWEEN_COUNTS: Duration = Duration::from_secs(1);

/// Something to be written into the copy.
#[derive(Debug)]
pub enum Write {
    /// Changes.
    Record(Vec<Asked>),
    /// A change is taken back.
    Discard(ChangeId, Followers),
    /// A stopped change is done anyway.
    Again(ChangeId),
    /// Half-typed text.
    Draft(Draft),
    /// A ticket was read.
    MarkRead(TicketId),
    /// A stopwatch.
    Time(Timing),
}

/// Somebody's desk.
pub struct Desk {
    reads: mpsc::UnboundedSender<(Generation, Load)>,
    /// What only the server knows: a slow line keeps nobody from reading the copy.
    questions: mpsc::UnboundedSender<(Generation, Load)>,
    /// Half-typed texts, which are waited for while one types: nobody fetches anything before them.
    drafts: mpsc::UnboundedSender<(Generation, Load)>,
    /// Counts of saved views, which may take a while: nobody who reads waits for them.
    counts: mpsc::UnboundedSender<(Generation, Load)>,
    writes: mpsc::UnboundedSender<Write>,
    shared: Shared,
    /// Its tasks end with it.
    _tasks: JoinSet<()>,
}

/// What the tasks of a desk share.
#[derive(Clone)]
struct Shared {
    copy: Arc<Copy>,
    line: Arc<dyn Line>,
    events: mpsc::Sender<Event>,
}

impl Desk {
    /// Begins to work for whoever is in.
    #[must_use]
    pub fn open(
        opened: Opened,
        clock: Arc<dyn Clock>,
        ids: Arc<dyn Ids>,
        spoken: Spoken,
        events: mpsc::Sender<Event>,
    ) -> Self {
        let (reads, to_read) = mpsc::unbounded_channel();
        let (questions, to_ask) = mpsc::unbounded_channel();
        let (drafts, to_find) = mpsc::unbounded_channel();
        let (counts, to_count) = mpsc::unbounded_channel();
        let (writes, to_write) = mpsc::unbounded_channel();
        let copy = Arc::new(Copy::new(opened.replica, clock, ids, spoken));
        let shared = Shared {
            copy,
            line: opened.line,
            events,
        };
        let mut tasks = JoinSet::new();
        tasks.spawn(read(shared.clone(), to_read));
        tasks.spawn(read(shared.clone(), to_find));
        tasks.spawn(count(shared.clone(), to_count));
        let (unkept, to_send) = mpsc::unbounded_channel();
        tasks.spawn(show_kept(shared.clone(), to_ask, unkept));
        tasks.spawn(read(shared.clone(), to_send));
        tasks.spawn(write(shared.clone(), to_write));
        tasks.spawn(pass_on(shared.clone(), opened.news));
        Self {
            reads,
            questions,
            drafts,
            counts,
            writes,
            shared,
            _tasks: tasks,
        }
    }

    /// Reads something, after what was asked for before.
    pub fn read(&self, generation: Generation, load: Load) {
        let queue = match &load {
            Load::Administration(_) => &self.questions,
            Load::Draft(_) => &self.drafts,
            Load::Counts(_) => &self.counts,
            _ => &self.reads,
        };
        // The reading tasks live as long as the desk.
        let _ = queue.send((generation, load));
    }

    /// Writes something, after what was asked for before.
    pub fn write(&self, write: Write) {
        let _ = self.writes.send(write);
    }

    /// Carries out an administrative act and says what came of it; others need not wait for it.
    pub fn administer(&self, generation: Generation, act: Administration, key: Option<ChangeId>) {
        let shared = self.shared.clone();
        tokio::spawn(async move {
            let result = shared.administer(act, key).await;
            // The console may have ended.
            let _ = shared.events.send(Event::Administered(generation, result)).await;
        });
    }

    /// Takes a file over and says what came of it; others need not wait for it.
    pub fn attach(&self, generation: Generation, wanted: ToAttach) {
        let shared = self.shared.clone();
        tokio::spawn(async move {
            let ticket = wanted.ticket;
            let copy = Arc::clone(&shared.copy);
            let attached = spawn_blocking(move || attaching::attach(&copy, &wanted)).await;
            let attached = attached.unwrap_or_else(|error| Err(NotAttached::NotKept(error.to_string())));
            shared.line.push();
            // The console may have ended.
            let _ = shared.events.send(Event::Attached(generation, attached)).await;
            let _ = shared.events.send(Event::Changed(vec![ticket])).await;
        });
    }

    /// The line of whoever is in.
    #[must_use]
    pub fn line(&self) -> Arc<dyn Line> {
        Arc::clone(&self.shared.line)
    }

    /// Ends the line; what is unsent stays in the outbox.
    pub async fn close(self) {
        self.shared.line.stop().await;
    }
}

/// Everything that is ready of a queue, once something is.
async fn batch<T>(queue: &mut mpsc::UnboundedReceiver<T>) -> Option<Vec<T>> {
    let mut batch = vec![queue.recv().await?];
    while let Ok(next) = queue.try_recv() {
        batch.push(next);
    }
    Some(batch)
}

async fn read(shared: Shared, mut queue: mpsc::UnboundedReceiver<(Generation, Load)>) {
    while let Some(loads) = batch(&mut queue).await {
        for wanted in backlog::wanted(loads) {
            let answer = shared.load(wanted.load).await;
            for generation in wanted.by {
                let event = match answer.clone() {
                    Ok(loaded) => Event::Loaded(generation, loaded),
                    Err(why) => Event::NotLoaded(generation, why),
                };
                if shared.events.send(event).await.is_err() {
                    return;
                }
            }
        }
        shared.line.shown();
    }
}

/// Counts, and rests after each round, so that a stream of changes doesn't keep a processor busy with counting.
async fn count(shared: Shared, mut queue: mpsc::UnboundedReceiver<(Generation, Load)>) {
    while let Some((generation, load)) = queue.recv().await {
        let event = match shared.read_copy(load).await {
            Ok(loaded) => Event::Loaded(generation, loaded),
            Err(why) => Event::NotLoaded(generation, why),
        };
        if shared.events.send(event).await.is_err() {
            return;
        }
        tokio::time::sleep(BETWEEN_COUNTS).await;
    }
}

/// Shows what the server said last to a question, where that is kept, before it is asked anew; no slow line keeps anybody
/// from that.
async fn show_kept(
    shared: Shared,
    mut queue: mpsc::UnboundedReceiver<(Generation, Load)>,
    next: mpsc::UnboundedSender<(Generation, Load)>,
) {
    while let Some((generation, load)) = queue.recv().await {
        if let Load::Administration(question) = &load
            && let Some((answer, as_of)) = shared.kept(question).await
        {
            let loaded = Loaded::Kept(Box::new(answer), as_of);
            if shared.events.send(Event::Loaded(generation, loaded)).await.is_err() {
                return;
            }
        }
        if next.send((generation, load)).is_err() {
            return;
        }
    }
}

async fn write(shared: Shared, mut queue: mpsc::UnboundedReceiver<Write>) {
    while let Some(writes) = batch(&mut queue).await {
        for event in shared.write_all(writes).await {
            if shared.events.send(event).await.is_err() {
                return;
            }
        }
    }
}

async fn pass_on(shared: Shared, mut news: mpsc::Receiver<Event>) {
    while let Some(event) = news.recv().await {
        if matches!(&event, Event::Changed(tickets) if tickets.is_empty()) {
            shared.copy.forget_names();
        }
        if shared.events.send(event).await.is_err() {
            return;
        }
    }
}

impl Shared {
    async fn load(&self, load: Load) -> Result<Loaded, String> {
        match load {
            Load::List(request) if request.source == Source::Server => self.search(request).await,
            Load::Conversation(ticket) | Load::Time(ticket) | Load::History(ticket) | Load::Related(ticket) => {
                if !self.holds_details(ticket).await? {
                    self.line.fetch(ticket).await?;
                }
                self.read_copy(load).await
            }
            Load::FirstPassword => Ok(Loaded::FirstPassword(Secret::readable().expose().to_owned())),
            Load::Administration(question) => self.ask(question).await,
            load => self.read_copy(load).await,
        }
    }

    /// What the server said last to a question, and when; nothing where that isn't kept or can't be read.
    async fn kept(&self, question: &Question) -> Option<(Answer, Timestamp)> {
        question.kept_as()?;
        let (copy, question) = (Arc::clone(&self.copy), question.clone());
        let kept = spawn_blocking(move || copy.kept_answer(&question)).await;
        kept.ok()?.ok()?
    }

    /// Keeps an answer for the next time; nobody waits for it, and without it only speed is lost.
    fn keep(&self, question: Question, answer: &Answer) {
        if let (Some(name), Some(text)) = (question.kept_as(), answer.to_keep()) {
            let copy = Arc::clone(&self.copy);
            spawn_blocking(move || copy.keep_answer(&name, &text));
        }
    }

    /// Carries an act out, with the key that it was sent with before, if any.
    async fn administer(&self, act: Administration, key: Option<ChangeId>) -> Result<(), NotAdministered> {
        let key = match key {
            Some(key) => key,
            None => self.key_of(&act).await.map_err(NotAdministered::NoLine)?,
        };
        let result = self.line.administer(key, act.clone()).await;
        let copy = Arc::clone(&self.copy);
        let is_unanswered = matches!(result, Err(NotAdministered::Unanswered { .. }));
        // A key that stays is found again by the same act, which the server then answers as it did.
        let _ = spawn_blocking(move || match is_unanswered {
            true => copy.unanswered(key, &act),
            false => copy.answered(key),
        })
        .await;
        result
    }

    async fn key_of(&self, act: &Administration) -> Result<ChangeId, String> {
        let (copy, asked) = (Arc::clone(&self.copy), act.clone());
        let key = spawn_blocking(move || copy.key_of(&asked)).await;
        key.map_err(|error| error.to_string())?
            .map_err(|error| self.copy.said(&error))
    }

    /// Asks the server; what the answer shows of acts that were sent before needs their keys no longer.
    async fn ask(&self, question: Question) -> Result<Loaded, String> {
        let asked_at = self.copy.now();
        let answer = self.line.ask(question.clone()).await?;
        self.keep(question.clone(), &answer);
        let copy = Arc::clone(&self.copy);
        let shown = spawn_blocking(move || {
            // A key that stays goes by itself after a while.
            let _ = copy.forget_shown(asked_at, &question, &answer);
            answer
        });
        let answer = shown.await.map_err(|error| error.to_string())?;
        Ok(Loaded::Administration(Box::new(answer)))
    }

    async fn holds_details(&self, ticket: TicketId) -> Result<bool, String> {
        let copy = Arc::clone(&self.copy);
        let held = spawn_blocking(move || copy.holds_details(ticket)).await;
        held.map_err(|error| error.to_string())?
            .map_err(|error| self.copy.said(&error))
    }

    async fn read_copy(&self, load: Load) -> Result<Loaded, String> {
        let copy = Arc::clone(&self.copy);
        let read = spawn_blocking(move || copy.load(&load)).await;
        read.map_err(|error| error.to_string())?
    }

    async fn search(&self, request: ListRequest) -> Result<Loaded, String> {
        let copy = Arc::clone(&self.copy);
        let asked = request.clone();
        let filter = spawn_blocking(move || copy.filter(&asked))
            .await
            .map_err(|error| error.to_string())?;
        let filter: Filter = match filter {
            Ok(filter) => filter,
            Err(loaded) => return loaded,
        };
        self.line.search(filter, request).await.map(Loaded::List)
    }

    /// Does these writes in their order, and says what came of them.
    async fn write_all(&self, writes: Vec<Write>) -> Vec<Event> {
        let copy = Arc::clone(&self.copy);
        let is_for_server = writes
            .iter()
            .any(|write| !matches!(write, Write::Draft(_) | Write::MarkRead(_) | Write::Time(_)));
        let work = move || {
            last_drafts(writes)
                .into_iter()
                .filter_map(|write| written(&copy, write))
                .collect()
        };
        let events = spawn_blocking(work)
            .await
            .unwrap_or_else(|error| vec![warning(error.to_string())]);
        if is_for_server {
            self.line.push();
        }
        events
    }
}

/// Of several texts for one place only the last is written.
fn last_drafts(writes: Vec<Write>) -> Vec<Write> {
    let mut kept: Vec<Write> = Vec::with_capacity(writes.len());
    for write in writes {
        if let Write::Draft(newer) = &write {
            kept.retain(|older| !matches!(older, Write::Draft(older) if older.place == newer.place));
        }
        kept.push(write);
    }
    kept
}

fn written(copy: &Copy, write: Write) -> Option<Event> {
    let result = match write {
        Write::Record(asked) => return Some(Event::Recorded(copy.record(asked))),
        Write::Discard(change, followers) => copy
            .discard(change, followers)
            .map(|()| Some(Event::Changed(Vec::new()))),
        Write::Again(change) => copy.again(change).map(|ticket| Some(Event::Changed(vec![ticket]))),
        Write::Draft(draft) => copy.save_draft(&draft).map(|mark_changed| {
            let marked = draft.place.ticket.filter(|_| mark_changed);
            marked.map(|ticket| Event::Changed(vec![ticket]))
        }),
        Write::Time(timing) => copy.time(timing).map(|timed| Some(Event::Timed(timed))),
        Write::MarkRead(ticket) => copy.mark_read(ticket).map(|()| Some(Event::Changed(vec![ticket]))),
    };
    result.unwrap_or_else(|error| Some(warning(copy.said(&error))))
}

fn warning(text: String) -> Event {
    Event::Said(Saying {
        weight: Weight::Warning,
        text,
    })
}
