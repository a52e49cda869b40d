//! What the local copy does for the console: every call here blocks and runs on the blocking pool.

use super::choices;
use crate::base::ids::{ChangeId, Ids, TicketId};
use crate::base::{Clock, Timestamp};
use crate::domain::{Change, Side};
use crate::query::Filter;
use crate::query::typed::{self, TypedError};
use crate::records::administration::{Administration, Answer, Question};
use crate::records::drafts::DraftKey;
use crate::records::windows::Count;
use crate::replica::{self, Replica, ReplicaError, TypedNames};
use crate::sentences::{Sentences, Spoken};
use crate::tui::effect::{About, Asked, Choices, Draft, DraftPlace, Followers, ListRequest, Load, Origin, Timing};
use crate::tui::msg::{Desk, Loaded, NotRecorded, Recorded, Timed};
use std::sync::{Arc, Mutex, PoisonError};

/// The copy of the person who is signed in.
pub struct Copy {
    replica: Arc<Replica>,
    clock: Arc<dyn Clock>,
    ids: Arc<dyn Ids>,
    spoken: Spoken,
    /// Names for typed filters; read again after they changed.
    names: Mutex<Option<TypedNames>>,
}

/// The tickets of a saved view are counted up to here.
const COUNTED: u64 = 1_000;

/// Why nothing was loaded.
enum NotRead {
    /// What was typed to filter can't be read.
    NotUnderstood(TypedError),
    /// The copy failed.
    Failed(ReplicaError),
}

impl NotRead {
    fn answer(self, sentences: &Sentences) -> Result<Loaded, String> {
        match self {
            Self::NotUnderstood(error) => Ok(Loaded::NotUnderstood(error)),
            Self::Failed(error) => Err(error.said(sentences)),
        }
    }
}

impl From<ReplicaError> for NotRead {
    fn from(error: ReplicaError) -> Self {
        Self::Failed(error)
    }
}

impl Copy {
    /// The copy behind this replica.
    #[must_use]
    pub fn new(replica: Arc<Replica>, clock: Arc<dyn Clock>, ids: Arc<dyn Ids>, spoken: Spoken) -> Self {
        Self {
            replica,
            clock,
            ids,
            spoken,
            names: Mutex::new(None),
        }
    }

    /// Why the copy could not do something, in the person's language.
    #[must_use]
    pub fn said(&self, error: &ReplicaError) -> String {
        error.said(&self.spoken.now())
    }

    /// The key that an administrative act goes with.
    ///
    /// # Errors
    /// When the copy fails.
    pub fn key_of(&self, act: &Administration) -> replica::Result<ChangeId> {
        self.replica.key_of(act, self.clock.now(), &*self.ids)
    }

    /// An administrative act was sent with this key, and no answer came.
    ///
    /// # Errors
    /// When the copy fails.
    pub fn unanswered(&self, key: ChangeId, act: &Administration) -> replica::Result<()> {
        self.replica.unanswered(key, act, self.clock.now())
    }

    /// What was asked at this moment is answered, and shows what became of acts that were sent before.
    ///
    /// # Errors
    /// When the copy fails.
    pub fn forget_shown(&self, asked_at: Timestamp, question: &Question, answer: &Answer) -> replica::Result<()> {
        self.replica
            .forget_shown(asked_at, |act| act.is_shown_by(question, answer))
    }

    /// The time now.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// An administrative act needs its key no longer.
    ///
    /// # Errors
    /// When the copy fails.
    pub fn answered(&self, key: ChangeId) -> replica::Result<()> {
        self.replica.answered(key)
    }

    /// What the server said last to a question, and when; only of what the provider's people asked, since what a
    /// client's people may read can be taken away meanwhile (TF-20).
    ///
    /// # Errors
    /// When the copy fails.
    pub fn kept_answer(&self, question: &Question) -> replica::Result<Option<(Answer, Timestamp)>> {
        let Some(name) = question.kept_as().filter(|_| self.keeps_answers()) else {
            return Ok(None);
        };
        let kept = self.replica.kept_answer(&name)?;
        Ok(kept.and_then(|(text, as_of)| Some((question.read_kept(&text)?, as_of))))
    }

    /// Keeps what the server said.
    ///
    /// # Errors
    /// When the copy fails.
    pub fn keep_answer(&self, name: &str, text: &str) -> replica::Result<()> {
        match self.keeps_answers() {
            true => self.replica.keep_answer(name, text, self.clock.now()),
            false => Ok(()),
        }
    }

    fn keeps_answers(&self) -> bool {
        let actor = self.replica.actor();
        matches!(actor, Ok(Some(actor)) if actor.side() == Side::Autotask)
    }

    /// Names changed: they are read again when they are needed.
    pub fn forget_names(&self) {
        *self.names.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Reads what was asked for.
    ///
    /// # Errors
    /// With the sentence that says why not.
    pub fn load(&self, load: &Load) -> Result<Loaded, String> {
        self.read(load).or_else(|why| why.answer(&self.spoken.now()))
    }

    /// The filter of a list; or, as an error, the answer to whoever asked for it.
    ///
    /// # Errors
    /// When what was typed can't be read, or the copy fails.
    pub fn filter(&self, request: &ListRequest) -> Result<Filter, Result<Loaded, String>> {
        self.whole_filter(request).map_err(|why| why.answer(&self.spoken.now()))
    }

    fn read(&self, load: &Load) -> Result<Loaded, NotRead> {
        Ok(match load {
            Load::Desk => Loaded::Desk(self.desk()?),
            Load::List(request) => {
                let filter = self.whole_filter(request)?;
                Loaded::List(
                    self.replica
                        .window(&filter, &request.order, request.anchor, request.limit)?,
                )
            }
            Load::Counts(filters) => Loaded::Counts(self.counts(filters)?),
            Load::Ticket(id) => Loaded::Ticket(self.replica.ticket(*id)?.map(Arc::new)),
            Load::Tickets(ids) => Loaded::Tickets(self.tickets(ids)?),
            Load::Conversation(id) => Loaded::Conversation(self.replica.conversation(*id)?),
            Load::Time(id) => Loaded::Time(self.replica.time(*id)?),
            Load::History(id) => Loaded::History(self.replica.history(*id)?),
            Load::Related(id) => Loaded::Related(self.replica.related(*id)?),
            Load::Outbox => Loaded::Outbox(self.replica.outbox()?),
            Load::OwnDay(day) => Loaded::OwnDay(self.replica.own_day(*day)?),
            Load::Candidates(id, side) => Loaded::Candidates(self.candidates(*id, *side)?),
            Load::Selected(request) => {
                let filter = self.whole_filter(request)?;
                Loaded::Selected(self.replica.list_ids(&filter, &request.order, 0, request.limit)?)
            }
            Load::Completion(text, cursor) => {
                let names = self.names()?;
                Loaded::Completion(typed::complete(text, *cursor, &names))
            }
            Load::AccountManager(company) => Loaded::AccountManager(self.replica.account_manager(*company)?),
            Load::Draft(place) => {
                let draft = self.replica.draft(&key(*place))?;
                Loaded::Draft(draft.map(|draft| draft.text).unwrap_or_default())
            }
            Load::Choices(Choices::Files(ticket)) => {
                Loaded::Choices(choices::files(*ticket, &self.replica.related(*ticket)?))
            }
            Load::Choices(Choices::Checklist(ticket)) => {
                Loaded::Choices(choices::checklist(&self.replica.related(*ticket)?))
            }
            Load::Choices(choices) => {
                let directory = self.replica.directory()?;
                let side = self.replica.actor()?.map_or(Side::Autotask, |actor| actor.side());
                Loaded::Choices(choices::of(&directory, *choices, side))
            }
            // Only the server knows; the runner asks it.
            Load::FirstPassword | Load::DemoPeople | Load::Administration(_) => Loaded::DemoPeople(Vec::new()),
        })
    }

    fn desk(&self) -> replica::Result<Desk> {
        let (unsent, stopped) = self.replica.count_unsent()?;
        Ok(Desk {
            statuses: self.replica.statuses()?,
            views: Some(self.replica.view_counts(self.clock.now())?),
            queues: self.replica.queues_with_counts()?,
            shared: self.replica.shared_counts()?,
            unsent,
            stopped,
            stopwatches: self.replica.stopwatches()?,
        })
    }

    /// How many tickets each of these typed filters selects; none where it can't be read.
    fn counts(&self, filters: &[String]) -> replica::Result<Vec<Option<Count>>> {
        let names = self.names()?;
        let count = |filter: &String| match typed::parse(filter, &names) {
            Ok(filter) => self.replica.count_capped(&filter, COUNTED).map(Some),
            Err(_) => Ok(None),
        };
        filters.iter().map(count).collect()
    }

    /// The place's filter together with what was typed.
    fn whole_filter(&self, request: &ListRequest) -> Result<Filter, NotRead> {
        if request.typed.trim().is_empty() {
            return Ok(request.place.clone());
        }
        let names = self.names()?;
        let typed = typed::parse(&request.typed, &names).map_err(NotRead::NotUnderstood)?;
        Ok(request.place.clone().and(typed))
    }

    fn names(&self) -> replica::Result<TypedNames> {
        let mut kept = self.names.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(names) = &*kept {
            return Ok(names.clone());
        }
        let actor = self.replica.actor()?.ok_or(ReplicaError::NobodySignedIn)?;
        let directory = Arc::new(self.replica.directory()?);
        let names = TypedNames::new(directory, actor, Arc::clone(&self.clock));
        *kept = Some(names.clone());
        Ok(names)
    }

    fn tickets(&self, ids: &[TicketId]) -> replica::Result<Vec<Arc<crate::records::views::TicketView>>> {
        let found = ids.iter().map(|id| self.replica.ticket(*id).transpose());
        found.flatten().map(|ticket| ticket.map(Arc::new)).collect()
    }

    fn candidates(&self, id: TicketId, side: Side) -> replica::Result<Vec<crate::records::views::Candidate>> {
        let Some(line) = self.replica.line(id)? else {
            return Ok(Vec::new());
        };
        let candidates = self.replica.candidates(line.company)?.into_iter();
        Ok(candidates.filter(|candidate| candidate.person.side() == side).collect())
    }

    /// Puts changes into the outbox, each by itself.
    #[must_use]
    pub fn record(&self, asked: Vec<Asked>) -> Vec<Recorded> {
        let record = |asked: Asked| {
            let change = self.change(asked.clone());
            let result = match &asked.origin {
                Origin::Timed(reading) => self.replica.record_timed(&change, reading),
                Origin::Typed | Origin::Made => self.replica.record(&change),
            };
            let result = match result {
                Ok(_) => Ok(change.id),
                Err(ReplicaError::Refused(refusal)) => Err(NotRecorded::Refused(refusal)),
                Err(error) => Err(NotRecorded::Failed(self.said(&error))),
            };
            Recorded { asked, result }
        };
        asked.into_iter().map(record).collect()
    }

    /// Puts a change that attaches a file into the outbox, with what is in the file.
    ///
    /// # Errors
    /// When the rules refuse it, or the disk is full.
    pub fn record_file(&self, asked: Asked, bytes: &[u8]) -> replica::Result<ChangeId> {
        let change = self.change(asked);
        self.replica.record_file(&change, bytes)?;
        Ok(change.id)
    }

    fn change(&self, asked: Asked) -> Change {
        Change {
            id: self.ids.change(),
            ticket: asked.ticket,
            seen: asked.seen,
            act: asked.act,
            written_at: self.clock.now(),
        }
    }

    /// Takes a change back that is not settled; what was typed in it becomes a draft.
    ///
    /// # Errors
    /// When it is on its way, or no longer there.
    pub fn discard(&self, change: ChangeId, followers: Followers) -> replica::Result<()> {
        let followers = match followers {
            Followers::Keep => replica::Followers::Keep,
            Followers::Discard => replica::Followers::Discard,
        };
        self.replica.discard(change, followers, self.clock.now()).map(drop)
    }

    /// Does a stopped change anyway.
    ///
    /// # Errors
    /// When the rules refuse it against the ticket as it is now.
    pub fn again(&self, change: ChangeId) -> replica::Result<TicketId> {
        self.replica.again(change, self.ids.change(), self.clock.now())
    }

    /// Keeps half-typed text, or forgets it where nothing is left of it. Says whether there is one now where there was
    /// none, or the other way round.
    ///
    /// # Errors
    /// When it can't be written; the text is still on the screen then.
    pub fn save_draft(&self, draft: &Draft) -> replica::Result<bool> {
        let key = key(draft.place);
        let was_there = self.replica.draft(&key)?.is_some();
        let is_there = !draft.text.trim().is_empty();
        match is_there {
            true => self.replica.save_draft(&key, &draft.text, self.clock.now())?,
            false => self.replica.forget_draft(&key)?,
        }
        Ok(was_there != is_there)
    }

    /// Whether a ticket's conversation, time and history are here; those of a new one always are.
    ///
    /// # Errors
    /// When the copy fails.
    pub fn holds_details(&self, ticket: TicketId) -> replica::Result<bool> {
        Ok(ticket.is_temporary() || self.replica.holds_details(ticket)?)
    }

    /// Starts, stops or clears a stopwatch, and tells what became of it.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn time(&self, timing: Timing) -> replica::Result<Timed> {
        let now = self.clock.now();
        let mut stopped = None;
        match timing {
            Timing::Start(ticket) => stopped = self.replica.start_stopwatch(ticket, now)?,
            Timing::Stop(ticket) => self.replica.stop_stopwatch(ticket, now)?,
            Timing::Clear(ticket) => self.replica.clear_stopwatch(ticket)?,
        }
        let watches = self.replica.stopwatches()?;
        let of = |ticket| watches.iter().find(|watch| watch.ticket == ticket).cloned();
        Ok(Timed {
            timing,
            watch: of(timing.ticket()),
            stopped: stopped.and_then(of),
        })
    }

    /// Remembers that the ticket was read.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn mark_read(&self, ticket: TicketId) -> replica::Result<()> {
        self.replica.mark_read(ticket)
    }
}

/// The one draft of a kind that a text box keeps.
fn key(place: DraftPlace) -> DraftKey {
    DraftKey {
        ticket: place.ticket,
        kind: place.kind,
        context: place.about.map(context).unwrap_or_default(),
    }
}

/// Tells drafts of one kind apart.
fn context(about: About) -> String {
    match about {
        About::Company(company) => company.to_string(),
        About::Contact(contact) => format!("contact {contact}"),
        About::Setting(Some(company), setting) => format!("{company} {setting}"),
        About::Setting(None, setting) => setting.to_owned(),
        About::Contract(contract) => format!("contract {contract}"),
        About::Service(service) => format!("service {service}"),
    }
}
