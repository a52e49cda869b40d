//! What the state machine is told: keys, what the runner loaded or carried out, and news of the server.

use super::app::configuration::Configuration;
use super::app::pointing::Pointed;
use super::effect::{Asked, Export, Generation, Timing};
use super::keymap::Key;
use super::overlays::Choice;
use super::views::{NotSaved, View};
use crate::base::Timestamp;
use crate::base::ids::{ChangeId, TicketId};
use crate::domain::attachment::LARGEST;
use crate::domain::outcome::CarryOver;
use crate::domain::{Act, Refusal, Statuses};
use crate::query::typed::{Completion, TypedError};
use crate::records::administration::{Answer, NotAdministered};
use crate::records::own_time::{DayEntry, Stopwatch};
use crate::records::views::{
    Candidate, ConversationEntry, HistoryLine, NotificationLine, OutboxLine, QueueLine, Related, SharedLine,
    TicketView, TimeLine, ViewCounts,
};
use crate::records::windows::{Banner, Count, DemoPerson, Enrolment, Freshness, ListWindow, Viewer, Whose};
use crate::sentences::Sentences;
use std::sync::Arc;

/// One thing that happened, and when: the state machine has no clock of its own.
#[derive(Clone, Debug)]
pub struct Msg {
    /// When it reached the console.
    pub at: Timestamp,
    /// What happened.
    pub event: Event,
}

/// What can happen.
#[derive(Clone, Debug)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// The mouse, where the person wants it heard.
    Pointed(Pointed),
    /// Text was pasted in one piece.
    Pasted(String),
    /// The terminal has another size.
    Resized(u16, u16),
    /// A minute has passed while relative times are shown.
    Minute,
    /// The pause that [`super::effect::Effect::Rest`] asked for is over.
    Rested(Generation),
    /// The answer to a load.
    Loaded(Generation, Loaded),
    /// A load failed; the sentence says why.
    NotLoaded(Generation, String),
    /// These changes are in the outbox; those that the copy refused come with their reason.
    Recorded(Vec<Recorded>),
    /// What became of stopwatches.
    Timed(Timed),
    /// Rows of these tickets changed, or (empty) of many.
    Changed(Vec<TicketId>),
    /// The server settled a change.
    Settled(Settled),
    /// The server refused a change, or it is stale.
    Stopped(OutboxLine),
    /// The line to the server.
    Freshness(Freshness),
    /// Somebody is signed in.
    SignedIn(Viewer),
    /// Nobody is: the form has to ask. The sentence says why, if there is more to say.
    SignInNeeded(Option<String>),
    /// The screen was locked when the console was left.
    Locked(Whose),
    /// The server answered something about somebody's sign-in other than a session.
    Credentials(Credentials),
    /// Who is in, as the server says now.
    Known(Box<Viewer>),
    /// Whoever is in has the portal's next version now, or the present one.
    PortalSwitched(bool),
    /// Whose desk it is that nobody has entered yet.
    Banner(Banner),
    /// The screen may have to be locked: nothing was pressed for so long.
    Idle,
    /// This person was told something.
    Notified(NotificationLine),
    /// What came of an administrative act.
    Administered(Generation, Result<(), NotAdministered>),
    /// What came of writing something into a file: where it is, or what was not written and why.
    Written(Generation, Result<String, (Export, NotWritten)>),
    /// What came of attaching a file: its name, or why not.
    Attached(Generation, Result<String, NotAttached>),
    /// What came of writing a view into its file; the sentence says why it isn't there.
    ViewSaved(Box<View>, Result<(), NotSaved>),
    /// The editor gave a text back.
    Edited(String),
    /// The person's own files were read again.
    Configured(Box<Configuration>),
    /// Something for the message line.
    Said(Saying),
}

/// What the server says about somebody's sign-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Credentials {
    /// The second factor's code as well; the sentence says why again.
    CodeNeeded(Option<String>),
    /// The password is right and has to be changed first.
    PasswordChangeNeeded,
    /// Name and password are right and a second factor has to be set up first, with this.
    SetUpNeeded(Enrolment),
    /// This is to be put into the app that makes the codes; the first code confirms it.
    SetUpBegun(Enrolment),
    /// What the open form asked for was refused.
    Refused(String),
    /// It was done; who was in stays in.
    Done(CredentialsDone),
}

/// What was done about one's own sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CredentialsDone {
    /// The password is another one.
    PasswordChanged,
    /// A second factor is asked for from now on.
    TwoFactorOn,
    /// None is any more.
    TwoFactorOff,
}

/// What a load brought.
#[derive(Clone, Debug)]
pub enum Loaded {
    /// What stands beside the list.
    Desk(Desk),
    /// How many tickets filters select, in their order; none where one can't be read.
    Counts(Vec<Option<Count>>),
    /// A piece of a list.
    List(ListWindow),
    /// One ticket; none where it is gone or was never visible.
    Ticket(Option<Arc<TicketView>>),
    /// The tickets that are to be acted on.
    Tickets(Vec<Arc<TicketView>>),
    /// A ticket's conversation, oldest first.
    Conversation(Vec<ConversationEntry>),
    /// A ticket's time.
    Time(Vec<TimeLine>),
    /// A ticket's history.
    History(Vec<HistoryLine>),
    /// A ticket's checklist and files.
    Related(Related),
    /// Changes that are not settled.
    Outbox(Vec<OutboxLine>),
    /// What the person worked on a day.
    OwnDay(Vec<DayEntry>),
    /// Who could be given a ticket.
    Candidates(Vec<Candidate>),
    /// What was typed before; empty where nothing was.
    Draft(String),
    /// What there is to pick in a dialog, in the order in which it is offered.
    Choices(Vec<Pickable>),
    /// A first password for somebody.
    FirstPassword(String),
    /// Who of the provider looks after a client; none where nobody is named.
    AccountManager(Option<String>),
    /// Whom one can become.
    DemoPeople(Vec<DemoPerson>),
    /// What a list has, for marking.
    Selected(Vec<TicketId>),
    /// What the server says about administration.
    Administration(Box<Answer>),
    /// What it said last, and when; it is asked anew meanwhile.
    Kept(Box<Answer>, Timestamp),
    /// What was typed to filter can't be read.
    NotUnderstood(TypedError),
    /// What may be typed next.
    Completion(Completion),
}

/// Something to pick in a dialog.
#[derive(Clone, Debug, PartialEq)]
pub struct Pickable {
    /// What is picked.
    pub choice: Choice,
    /// What people read.
    pub label: String,
    /// What tells it from others of its name: a city, a number of open tickets. May be empty.
    pub detail: String,
}

/// Statuses, queues and counts.
#[derive(Clone, Debug)]
pub struct Desk {
    /// All statuses of both sides.
    pub statuses: Arc<Statuses>,
    /// Counts beside the ready-made views, once they are counted.
    pub views: Option<ViewCounts>,
    /// The queues that this person sees.
    pub queues: Vec<QueueLine>,
    /// The clients (or the provider) with whom tickets are shared.
    pub shared: Vec<SharedLine>,
    /// Changes that the server has not settled.
    pub unsent: u64,
    /// Those of them that wait for a decision.
    pub stopped: u64,
    /// The stopwatches with something on them, the running one first.
    pub stopwatches: Vec<Stopwatch>,
}

/// How recording one change went.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// What was asked.
    pub asked: Asked,
    /// The queued change's id, or why the copy would not take it.
    pub result: Result<ChangeId, NotRecorded>,
}

/// What became of a ticket's stopwatch, and of the one that ran.
#[derive(Clone, Debug)]
pub struct Timed {
    /// What was done.
    pub timing: Timing,
    /// How it stands now; none where nothing is on it.
    pub watch: Option<Stopwatch>,
    /// The one that stands still because this one runs.
    pub stopped: Option<Stopwatch>,
}

/// Why a change is not in the outbox.
#[derive(Clone, Debug)]
pub enum NotRecorded {
    /// The rules forbid it.
    Refused(Refusal),
    /// The copy could not write; the typed text stays.
    Failed(String),
}

/// Why a file was not written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotWritten {
    /// Something is there already.
    Exists,
    /// It could not be; the sentence names the place.
    Failed(String),
}

/// Why a file was not attached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotAttached {
    /// The rules forbid it.
    Refused(Refusal),
    /// It could not be read.
    NotRead(NotRead),
    /// It could not be kept; the text names the place.
    NotKept(String),
}

/// Why a file can't be read to be attached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotRead {
    /// What is at this path is no file.
    NoFile(String),
    /// The file at this path is larger than may be attached.
    TooLarge(String),
    /// The disk; the text names the place.
    Disk(String),
}

impl NotRead {
    /// The sentence that says so.
    #[must_use]
    pub fn sentence(&self, sentences: &Sentences) -> String {
        let about = |key: &str, path: &str| {
            let most = (LARGEST >> 20).to_string();
            let sentence = sentences.say(key, &[("path", path.into()), ("most", most.into())]);
            sentence.into_owned()
        };
        match self {
            Self::NoFile(path) => about("attach-no-file", path),
            Self::TooLarge(path) => about("attach-too-large", path),
            Self::Disk(why) => why.clone(),
        }
    }
}

/// A change that the server answered.
#[derive(Clone, Debug)]
pub struct Settled {
    /// Which.
    pub change: ChangeId,
    /// The ticket as the server numbers it.
    pub ticket: TicketId,
    /// The temporary id that it had, for a new one.
    pub was: Option<TicketId>,
    /// Its number.
    pub number: String,
    /// What was done.
    pub act: Act,
    /// For a status: how it affected the other side.
    pub carry_over: Option<CarryOver>,
}

/// A sentence for the message line and the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saying {
    /// How much it matters.
    pub weight: Weight,
    /// The sentence.
    pub text: String,
}

/// How much a message matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Something was done.
    Done,
    /// Something was refused or went wrong.
    Warning,
}
