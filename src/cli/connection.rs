//! A subcommand's line to the backend: the configured server, or the embedded one, started where none runs; and the
//! person who is signed in there.

use super::context::Context;
use super::deactivated;
use super::embedded::{Address, Embedded, Guest, Places, Tell};
use super::failure::{Ended, Exit, Failure};
use super::local_copy;
use super::progress;
use super::session::{EMBEDDED, SessionFile};
use crate::base::{Secret, web_address};
use crate::config::Settings;
use crate::domain::contract::validation::Taker;
use crate::domain::{Act, Change, Side};
use crate::entities::{Row, Surface};
use crate::query::{Filter, PAGE_SIZE, Query, Sort};
use crate::remote::{Client, ClientError, Remote, RemoteError, Through, TicketPart, Way};
use crate::sentences::{Sentences, Spoken, Value};
use crate::wire::ext::change::Settled;
use crate::wire::ext::session::Me;
use crate::wire::problem::{Code, Problem};
use std::sync::Arc;

/// How often a command looks for the embedded server again, when whoever served has just ended.
const TAKE_OVERS: usize = 5;

/// A line to the backend, as somebody.
pub struct Connection {
    remote: Remote,
    me: Me,
    /// How sentences name the server.
    name: String,
    /// In the language of whoever typed the command.
    sentences: Sentences,
    embedded: Option<(Embedded, Guest)>,
    /// Whether the session was begun for this command alone.
    passing: bool,
}

/// How the configured server is reached, or the embedded one, and in which language it is asked.
#[must_use]
pub fn way(settings: &Settings, spoken: Spoken) -> Way {
    let server = &settings.server;
    let is_here = server.url.as_deref().is_none_or(web_address::is_loopback);
    Way {
        ca_file: server.ca_file.clone(),
        through: match &server.proxy {
            Some(proxy) if server.url.is_some() => Through::Proxy(proxy.clone()),
            _ if is_here => Through::Nothing,
            _ => Through::Environment,
        },
        spoken,
        read_only: settings.read_only,
    }
}

impl Connection {
    /// Opens the line and finds out who is signed in.
    ///
    /// # Errors
    /// No server, or nobody signed in.
    pub async fn open(context: &mut Context<'_>) -> Ended<Self> {
        let settings = context.settings()?;
        let client = client(&settings, context.spoken())?;
        match settings.server.url.clone() {
            Some(url) => central(context, &settings, client, &url).await,
            None => embedded(context, &settings, client).await,
        }
    }

    /// The requests themselves.
    #[must_use]
    pub fn remote(&self) -> &Remote {
        &self.remote
    }

    /// Who is signed in.
    #[must_use]
    pub fn me(&self) -> &Me {
        &self.me
    }

    /// The side on which that person works.
    #[must_use]
    pub fn side(&self) -> Side {
        self.me.level.side()
    }

    /// Rows in an order, and whether there are more.
    ///
    /// # Errors
    /// The server's.
    pub async fn some(&self, filter: Filter, sort: Sort, limit: usize) -> Ended<(Vec<Row>, bool)> {
        let mut query = Query::new(filter, Surface::Tandem);
        query.sort = sort;
        query.max_records = limit.clamp(1, PAGE_SIZE);
        let (mut rows, mut after) = (Vec::new(), None);
        loop {
            let page = self
                .remote
                .page(&query, after.as_deref())
                .await
                .map_err(|error| self.failed(&error))?;
            rows.extend(page.items);
            after = page.next;
            if after.is_none() || rows.len() >= limit {
                let more = after.is_some() || rows.len() > limit;
                rows.truncate(limit);
                return Ok((rows, more));
            }
        }
    }

    /// All rows that a filter selects.
    ///
    /// # Errors
    /// The server's.
    pub async fn all(&self, filter: Filter) -> Ended<Vec<Row>> {
        let sort = Sort::by_id(filter.entity());
        Ok(self.some(filter, sort, usize::MAX).await?.0)
    }

    /// What hangs on a ticket.
    ///
    /// # Errors
    /// The server's.
    pub async fn parts(&self, ticket: i64, part: TicketPart) -> Ended<Vec<Row>> {
        let parts = self.remote.parts(ticket, part).await;
        parts.map_err(|error| self.failed(&error))
    }

    /// Carries out a change.
    ///
    /// # Errors
    /// The server's word on it.
    pub async fn change(&self, context: &Context<'_>, change: &Change) -> Ended<Settled> {
        let settled = self.remote.change(change).await;
        settled.map_err(|error| {
            let mut failure = self.failed(&error);
            if let Some(advice) = advice(change, &error) {
                failure.sentence = format!("{} {}", failure.sentence, context.text(advice));
            }
            failure
        })
    }

    /// The sentences in the person's language.
    #[must_use]
    pub fn sentences(&self) -> &Sentences {
        &self.sentences
    }

    /// A sentence in the person's language.
    #[must_use]
    pub fn say(&self, key: &str, arguments: &[(&str, Value<'_>)]) -> String {
        self.sentences.say(key, arguments).into_owned()
    }

    /// What a request's failure means to whoever typed the command.
    #[must_use]
    pub fn failed(&self, error: &RemoteError) -> Failure {
        match error {
            RemoteError::ReadOnly => Failure::new(Exit::Refused, self.sentences.text("read-only-refused")),
            _ => failure(&self.sentences, &self.name, error),
        }
    }

    /// Ends what was begun for this command: its session, its server.
    pub async fn close(self) {
        if self.passing {
            // The session ends by itself where the server is gone.
            let _ = self.remote.sign_out().await;
        }
        if let Some((embedded, guest)) = self.embedded {
            leave(embedded, guest).await;
        }
    }
}

/// Ends this command's part in the embedded backend; where it serves, after the others that use it.
async fn leave(mut embedded: Embedded, guest: Guest) {
    if embedded.is_serving() {
        // Where it can't be known who else is in, nobody is waited for.
        let _ = guest.outlast().await;
    }
    embedded.release().await;
}

/// What to do next about a change that failed, besides what its sentence says.
fn advice(change: &Change, error: &RemoteError) -> Option<&'static str> {
    match (error, &change.act) {
        (RemoteError::TimedOut(_), _) => Some("change-unanswered"),
        (RemoteError::Refused(problem), act) if can_make_contract(problem) => Some(match act {
            Act::Create(new) if new.configuration_item.is_some() => "create-with-contract-item",
            Act::Create(_) => "create-with-contract",
            _ => "change-with-contract",
        }),
        _ => None,
    }
}

/// Whether a contract is missing that this person may make (D-23).
fn can_make_contract(problem: &Problem) -> bool {
    let taker = problem.details.as_ref().and_then(|details| details["taker"].as_str());
    problem.code == "contract_required" && taker == Some(Taker::You.word())
}

async fn central(context: &Context<'_>, settings: &Settings, client: Client, url: &str) -> Ended<Connection> {
    let name = web_address::shown(url.trim_end_matches('/'));
    let Some(remembered) = SessionFile::of(&settings.paths, url).read() else {
        let sentence = context.say("sign-in-first", &[("server", name.into())]);
        return Err(Failure::new(Exit::SignInNeeded, sentence));
    };
    let remote = Remote::new(client, url).signed_in(remembered.token);
    let me = remote.me().await.map_err(|error| match error.is_deactivated() {
        true => {
            let clock = context.clock.as_ref();
            let sentence = deactivated::delete_copy(settings, url, &remembered.me.user_name, clock);
            Failure::new(Exit::SignInNeeded, sentence)
        }
        false => failure(&context.sentences, &name, &error),
    })?;
    Ok(Connection {
        remote,
        me,
        name,
        sentences: context.sentences.clone(),
        embedded: None,
        passing: false,
    })
}

async fn embedded(context: &mut Context<'_>, settings: &Settings, client: Client) -> Ended<Connection> {
    context.make_folders(&settings.paths)?;
    let (bar, tell) = progress::starting_bar(&context.text("demo-progress"), context.text("embedded-waiting"));
    let tell: Tell = Arc::new(tell);
    let places = Places::of(&settings.paths);
    local_copy::forget_lost_desk(&settings.paths, &places.database)?;
    let guest = Guest::enter(&places.guests).await?;
    let entered = Embedded::enter(places, Arc::clone(&context.clock), client.clone(), tell).await;
    bar.finish_and_clear();
    let mut embedded = entered.map_err(|error| Failure::new(Exit::Failed, error.said(&context.sentences)))?;
    let person = context.general.demo_person.clone();
    let mut signed_in = enter(settings, &client, embedded.address(), person.as_deref()).await;
    for _ in 0..TAKE_OVERS {
        if !matches!(signed_in, Err(RemoteError::Unreachable(_))) {
            break;
        }
        // Whoever served has just ended.
        let resumed = embedded.resume().await;
        let address = resumed.map_err(|error| Failure::new(Exit::Failed, error.said(&context.sentences)))?;
        signed_in = enter(settings, &client, address, person.as_deref()).await;
    }
    match signed_in {
        Ok((remote, me)) => Ok(Connection {
            remote,
            me,
            name: context.text("server-embedded"),
            sentences: context.sentences.clone(),
            embedded: Some((embedded, guest)),
            passing: person.is_some(),
        }),
        Err(error) => {
            leave(embedded, guest).await;
            let nobody = matches!(&error, RemoteError::Refused(problem) if problem.code == Code::NotFound.word());
            Err(match person {
                Some(person) if nobody => {
                    Failure::new(Exit::NotFound, context.say("demo-nobody", &[("name", person.into())]))
                }
                _ => failure(&context.sentences, &context.text("server-embedded"), &error),
            })
        }
    }
}

async fn enter(
    settings: &Settings,
    client: &Client,
    address: &Address,
    person: Option<&str>,
) -> Result<(Remote, Me), RemoteError> {
    let remote = Remote::new(client.clone(), &address.url);
    sign_in(settings, &remote, &address.credential, person).await
}

/// The remembered session of the embedded desk, or a new one; somebody else's is never remembered.
async fn sign_in(
    settings: &Settings,
    remote: &Remote,
    credential: &Secret,
    person: Option<&str>,
) -> Result<(Remote, Me), RemoteError> {
    let file = SessionFile::of(&settings.paths, EMBEDDED);
    if let (None, Some(remembered)) = (person, file.read()) {
        let remote = remote.clone().signed_in(remembered.token);
        match remote.me().await {
            Ok(me) => return Ok((remote, me)),
            Err(RemoteError::SignInNeeded(_)) => {}
            Err(error) => return Err(error),
        }
    }
    let session = remote.become_person(credential, person).await?;
    let token = Secret::new(session.token);
    if person.is_none() {
        // Where it can't be remembered the next command begins a new one.
        let _ = file.write(EMBEDDED, &session.me, &token);
    }
    Ok((remote.clone().signed_in(token), session.me))
}

/// A client that goes the way that the settings say, and asks in that language.
///
/// # Errors
/// A file of certificates or a proxy that can't be used.
pub fn client(settings: &Settings, spoken: Spoken) -> Ended<Client> {
    let sentences = spoken.now();
    let unusable = |error: ClientError| Failure::new(Exit::Failed, error.said(&sentences));
    Client::new(&way(settings, spoken)).map_err(unusable)
}

/// What a request's failure means to whoever typed the command.
#[must_use]
pub fn failure(sentences: &Sentences, server: &str, error: &RemoteError) -> Failure {
    let say = |exit, key: &str, reason: &str| {
        let arguments = [("server", server.into()), ("reason", reason.into())];
        Failure::new(exit, sentences.say(key, &arguments))
    };
    match error {
        RemoteError::Unreachable(reason) => say(Exit::NoAnswer, "remote-unreachable", reason),
        RemoteError::TimedOut(reason) => say(Exit::NoAnswer, "remote-timed-out", reason),
        RemoteError::Busy { .. } => say(Exit::NoAnswer, "remote-busy", ""),
        RemoteError::SignInNeeded(problem) => say(Exit::SignInNeeded, "remote-sign-in", &problem.message),
        RemoteError::Refused(problem) if problem.code == Code::NotFound.word() => {
            Failure::new(Exit::NotFound, error.said(sentences))
        }
        RemoteError::Refused(_) => Failure::new(Exit::Refused, error.said(sentences)),
        RemoteError::ReadOnly => Failure::new(Exit::Refused, sentences.text("read-only-refused")),
        RemoteError::Stale { problem, .. } => Failure::new(Exit::Stale, problem.message.clone()),
        RemoteError::Broken(reason) => say(Exit::Failed, "remote-broken", reason),
        RemoteError::Feed(_) => Failure::new(Exit::Failed, error.said(sentences)),
    }
}
