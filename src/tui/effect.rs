//! What the state machine wants done outside: values that one runner carries out. Results come back as messages.

use crate::base::ids::{ChangeId, CompanyId, ContactId, ContractId, TicketId};
use crate::base::whole_file::Existing;
use crate::base::{Date, Secret};
use crate::domain::note::Audience;
use crate::domain::{Act, Seen, Side};
use crate::query::{Filter, ListOrder};
use crate::records::administration::{Administration, Question};
use crate::records::drafts::DraftKind;
use crate::records::own_time::Reading;
use crate::records::windows::Anchor;
use crate::tui::views::View;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// Numbers loads and pauses, so that an answer that came too late is known as such and dropped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Generation(pub u64);

impl Generation {
    /// The next number.
    pub fn advance(&mut self) -> Self {
        self.0 += 1;
        *self
    }
}

/// Something to be done outside.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Read from the local copy (or, where it says so, from the server).
    Load(Generation, Load),
    /// Say so when this pause is over.
    Rest(Generation, Duration),
    /// Put changes into the outbox.
    Record(Vec<Asked>),
    /// Take a change back that is not settled.
    Discard(ChangeId, Followers),
    /// Send a stopped change again as a new one, against the ticket as it is now.
    Again(ChangeId),
    /// Keep half-typed text; of several in a row for one place only the last matters.
    SaveDraft(Draft),
    /// Remember that this person has read the ticket.
    MarkRead(TicketId),
    /// Start, stop or clear a stopwatch.
    Time(Timing),
    /// Write a view into this file.
    SaveView(PathBuf, Box<View>),
    /// Put a text into the terminal's clipboard.
    Copy(String),
    /// Open a text in the person's editor.
    OpenEditor(String),
    /// Read the person's own files again.
    ReadConfiguration,
    /// Hold frames back on a line of so many bits a second; none: on the terminal's own, where that is slow.
    Pace(Option<u32>),
    /// Carry out an administrative act, at once; the outbox doesn't know it. With the key with which it was sent before
    /// from a dialog that is still open.
    Administer(Generation, Administration, Option<ChangeId>),
    /// Write something into a file.
    Export(Generation, Export),
    /// Take a file of this machine over and attach it.
    Attach(Generation, ToAttach),
    /// Sign in.
    SignIn {
        /// The name.
        user_name: String,
        /// The password.
        password: Secret,
        /// The second factor's code, once it was asked for.
        code: Option<Secret>,
    },
    /// Change one's own password; one that has to be changed opens the door.
    ChangePassword {
        /// The one that holds.
        current: Secret,
        /// The one that is to hold.
        new: Secret,
    },
    /// Begin to set up one's own second factor.
    BeginTwoFactor,
    /// The first code of it: from now on it is asked for.
    ConfirmTwoFactor(Secret),
    /// Sign in without a second factor from now on, with a code of it.
    EndTwoFactor(Secret),
    /// The screen is locked: whoever starts the console next needs the password too.
    Lock,
    /// Switch whoever is in to the portal's next version, or back.
    SwitchPortal {
        /// Whether it is to be the next one.
        next: bool,
    },
    /// Become another person of the demo desk.
    Become(String),
    /// Ring.
    Bell,
    /// Draw everything anew.
    Redraw,
    /// Stop until `fg`.
    Suspend,
    /// Leave.
    Quit,
}

impl Effect {
    /// Whether it changes something at the server, or what waits to be sent there.
    #[must_use]
    pub fn is_act(&self) -> bool {
        match self {
            Self::Record(_)
            | Self::Discard(..)
            | Self::Again(_)
            | Self::Administer(..)
            | Self::Attach(..)
            | Self::ChangePassword { .. }
            | Self::BeginTwoFactor
            | Self::ConfirmTwoFactor(_)
            | Self::EndTwoFactor(_)
            | Self::SwitchPortal { .. } => true,
            Self::Load(..)
            | Self::Rest(..)
            | Self::SaveDraft(_)
            | Self::MarkRead(_)
            | Self::Copy(_)
            | Self::OpenEditor(_)
            | Self::ReadConfiguration
            | Self::Pace(_)
            | Self::Time(_)
            | Self::SaveView(..)
            | Self::Export(..)
            | Self::SignIn { .. }
            | Self::Lock
            | Self::Become(_)
            | Self::Bell
            | Self::Redraw
            | Self::Suspend
            | Self::Quit => false,
        }
    }
}

/// What is done with a ticket's stopwatch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    /// It runs from now on; the one that ran stands still.
    Start(TicketId),
    /// It stands still.
    Stop(TicketId),
    /// What is on it goes.
    Clear(TicketId),
}

impl Timing {
    /// The ticket.
    #[must_use]
    pub fn ticket(self) -> TicketId {
        match self {
            Self::Start(ticket) | Self::Stop(ticket) | Self::Clear(ticket) => ticket,
        }
    }
}

/// Something to be written into a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// Where, as the person named it.
    pub path: String,
    /// What.
    pub content: Content,
    /// What becomes of a file that is there.
    pub existing: Existing,
}

/// A file of this machine that is to be attached to a ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToAttach {
    /// The ticket.
    pub ticket: TicketId,
    /// Where the file is, as the person named it.
    pub path: String,
    /// Who is to see it.
    pub audience: Audience,
}

/// A ticket's file that is to be written here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TicketFile {
    /// The ticket.
    pub ticket: TicketId,
    /// The attachment.
    pub attachment: i64,
    /// What whoever attached it called it.
    pub name: String,
    /// In bytes.
    pub size: u64,
    /// SHA-256 of what is in it, in hexadecimal.
    pub digest: String,
}

/// What is written into a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// This text.
    Text(Arc<str>),
    /// The log of administrative acts, as the server gives it.
    AuditLog,
    /// What is in a file of a ticket.
    Attachment(TicketFile),
}

/// What to read.
#[derive(Clone, Debug, PartialEq)]
pub enum Load {
    /// Statuses, queues and counts.
    Desk,
    /// How many tickets these typed filters select.
    Counts(Vec<String>),
    /// A piece of a list.
    List(ListRequest),
    /// One ticket, for preview or for opening.
    Ticket(TicketId),
    /// The tickets that are to be acted on.
    Tickets(Vec<TicketId>),
    /// A ticket's conversation.
    Conversation(TicketId),
    /// A ticket's time.
    Time(TicketId),
    /// A ticket's history.
    History(TicketId),
    /// A ticket's checklist and files.
    Related(TicketId),
    /// Changes that are not settled.
    Outbox,
    /// What the person worked on a day.
    OwnDay(Date),
    /// Who could be given this ticket.
    Candidates(TicketId, Side),
    /// Half-typed text.
    Draft(DraftPlace),
    /// Things to pick in a dialog.
    Choices(Choices),
    /// A first password for somebody, made at random and easy to read aloud.
    FirstPassword,
    /// Who of the provider looks after a client.
    AccountManager(CompanyId),
    /// Whom one can become on the demo desk; asks the server.
    DemoPeople,
    /// The ids of what a list has, at most so many, for marking.
    Selected(ListRequest),
    /// What only the server knows about administration.
    Administration(Question),
    /// What may be typed next in the filter line: its text, and the cursor's byte in it.
    Completion(String, usize),
}

/// What there is to pick in a dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choices {
    /// Active clients.
    Companies,
    /// A client's active people.
    Contacts(CompanyId),
    /// Request types.
    RequestTypes,
    /// Queues of the person's own side.
    Queues,
    /// The provider's people who could help.
    Helpers,
    /// A ticket's files that the server has.
    Files(TicketId),
    /// The items of a ticket's checklist.
    Checklist(TicketId),
}

/// Which piece of which list.
#[derive(Clone, Debug, PartialEq)]
pub struct ListRequest {
    /// Which tickets the place has.
    pub place: Filter,
    /// What was typed to choose among them; read where the names are.
    pub typed: String,
    /// In which order.
    pub order: ListOrder,
    /// Where.
    pub anchor: Anchor,
    /// How many lines.
    pub limit: usize,
    /// Who is asked.
    pub source: Source,
}

/// Who answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The local copy.
    Copy,
    /// The server, closed tickets and all.
    Server,
}

/// A change as it is asked for; the runner gives it its id and its time.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The ticket; for a new one ignored.
    pub ticket: TicketId,
    /// What the person saw.
    pub seen: Seen,
    /// What to do.
    pub act: Act,
    /// Where its texts come from.
    pub origin: Origin,
}

/// Where the texts of a change come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// The person typed them: their draft is done with once the change is kept.
    #[default]
    Typed,
    /// Typed as well, and the time is this stopwatch's: it goes off it with the change.
    Timed(Reading),
    /// A macro, or the change that is taken back: what is half-typed stays.
    Made,
}

/// What becomes of the changes behind a discarded one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Followers {
    /// They are tried without it.
    Keep,
    /// They go with it.
    Discard,
}

/// Where half-typed text is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DraftPlace {
    /// The ticket; none for a new one, and for several at once.
    pub ticket: Option<TicketId>,
    /// What it is written about, where that is no ticket.
    pub about: Option<About>,
    /// Which text.
    pub kind: DraftKind,
}

/// What half-typed text is written about besides tickets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A client.
    Company(CompanyId),
    /// A client's person.
    Contact(ContactId),
    /// A portal setting, by its key: a client's, or the one for all of them.
    Setting(Option<CompanyId>, &'static str),
    /// A contract.
    Contract(ContractId),
    /// A service of the catalogue.
    Service(i64),
}

/// Half-typed text, kept under the place where it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Where.
    pub place: DraftPlace,
    /// The text; empty when there is nothing left to keep.
    pub text: String,
}
