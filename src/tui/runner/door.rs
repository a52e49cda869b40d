//! What the runner needs of the side that knows servers, tokens and folders: the command line stands behind it.

use crate::base::Secret;
use crate::base::ids::{ChangeId, TicketId};
use crate::query::Filter;
use crate::records::administration::{Administration, Answer, NotAdministered, Question};
use crate::records::windows::{Banner, DemoPerson, ListWindow, Viewer, Whose};
use crate::replica::Replica;
use crate::tui::app::configuration::Configuration;
use crate::tui::effect::{ListRequest, TicketFile};
use crate::tui::msg::{Credentials, Event};
use futures_util::future::BoxFuture;
use futures_util::stream::BoxStream;
use std::sync::Arc;
use tokio::sync::mpsc;

/// Lets people in: opens the copy of whoever is to work, and the line to their server.
pub trait Door: Send + Sync {
    /// Whoever worked here last, or the demo's administrator: from the local copy, before the server is up.
    fn open(&self) -> BoxFuture<'_, Result<Opened, Closed>>;
    /// Signs in by name and password.
    fn sign_in(
        &self,
        user_name: String,
        password: Secret,
        code: Option<Secret>,
    ) -> BoxFuture<'_, Result<Opened, Closed>>;
    /// Changes the password of whoever is in, or of whoever is about to be; then the door opens.
    fn change_password(&self, current: Secret, new: Secret) -> BoxFuture<'_, Result<Opened, Closed>>;
    /// Begins to set up a second factor for whoever is in.
    fn begin_two_factor(&self) -> BoxFuture<'_, Credentials>;
    /// Its first code; where it had to be set up, the door opens.
    fn confirm_two_factor(&self, code: Secret) -> BoxFuture<'_, Result<Opened, Closed>>;
    /// Whoever is in, and has this code, signs in without a second factor from now on.
    fn end_two_factor(&self, code: Secret) -> BoxFuture<'_, Credentials>;
    /// The screen is locked, until somebody signs in: the next start opens no copy before.
    fn lock(&self) -> BoxFuture<'_, ()>;
    /// Who is in, as the server says now; none where it can't be asked or need not be.
    fn known(&self) -> BoxFuture<'_, Option<Viewer>>;
    /// Switches whoever is in to the portal's next version, or back.
    fn switch_portal(&self, next: bool) -> BoxFuture<'_, Result<(), String>>;
    /// Whose desk it is, for those who have not signed in.
    fn banner(&self) -> BoxFuture<'_, Option<Banner>>;
    /// Becomes another person of the demo desk.
    fn become_person(&self, user_name: String) -> BoxFuture<'_, Result<Opened, Closed>>;
    /// Whom one can become; an error says why nobody.
    fn people(&self) -> BoxFuture<'_, Result<Vec<DemoPerson>, String>>;
    /// Reads the person's own files again.
    fn read_configuration(&self) -> BoxFuture<'_, Configuration>;
    /// The process is about to stop: gives up what others would wait for.
    fn pause(&self) -> BoxFuture<'_, ()>;
    /// The process goes on.
    fn resume(&self) -> BoxFuture<'_, ()>;
}

/// What comes piece by piece and may break off.
pub type Pieces = BoxStream<'static, Result<Vec<u8>, String>>;

/// The line to a server for one person.
pub trait Line: Send + Sync {
    /// What the person sees first was read: from here on the line may take what the machine has.
    fn shown(&self);
    /// The outbox has something new.
    fn push(&self);
    /// Brings a ticket's conversation, time and history into the copy where they aren't there yet.
    fn fetch(&self, ticket: TicketId) -> BoxFuture<'_, Result<(), String>>;
    /// Asks the server for a list, closed tickets and all.
    fn search(&self, filter: Filter, request: ListRequest) -> BoxFuture<'_, Result<ListWindow, String>>;
    /// Carries out an administrative act with this key.
    fn administer(&self, key: ChangeId, act: Administration) -> BoxFuture<'_, Result<(), NotAdministered>>;
    /// Asks what only the server knows about administration.
    fn ask(&self, question: Question) -> BoxFuture<'_, Result<Answer, String>>;
    /// What is in a file of a ticket, part by part; a line that drops is waited for.
    fn attachment(&self, file: TicketFile) -> BoxFuture<'_, Result<Pieces, String>>;
    /// The log of administrative acts as JSON lines, piece by piece.
    fn audit_lines(&self) -> BoxFuture<'_, Result<Pieces, String>>;
    /// Ends it; what is unsent stays in the outbox.
    fn stop(&self) -> BoxFuture<'_, ()>;
}

/// Somebody is in.
pub struct Opened {
    /// Who.
    pub viewer: Viewer,
    /// Their copy, which knows whose it is.
    pub replica: Arc<Replica>,
    /// Their line.
    pub line: Arc<dyn Line>,
    /// What comes over it.
    pub news: mpsc::Receiver<Event>,
}

/// Nobody is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Closed {
    /// Somebody has to sign in; the sentence says why, if there is more to say.
    SignInNeeded(Option<String>),
    /// The screen was locked; the same person has to sign in.
    Locked(Whose),
    /// The server wants more of who is about to be in, or has done what was asked; who was in stays in.
    Answered(Credentials),
    /// It failed; who was in stays in.
    Failed(String),
}
