//! Acts on one ticket: looked up, asked with what was seen, carried out once, and shown as it is afterwards.

use super::key::Key;
use super::{Form, find, print};
use crate::base::cells::sanitise_lines;
use crate::base::ids::{ContactId, QueueId, RequestTypeId, ResourceId, StatusId, TicketId};
use crate::base::{Date, Timestamp};
use crate::cli::connection::Connection;
use crate::cli::context::Context;
use crate::cli::failure::{Ended, Exit, Failure};
use crate::cli::names::KnownNames;
use crate::domain::editing::Edit;
use crate::domain::note::Audience;
use crate::domain::outcome::CarryOver;
use crate::domain::{Act, Change, Person, Priority, Seen, Side};
use crate::query::typed::List;
use crate::records;
use crate::wire::ext::change::Settled;
use clap::Args;

/// Which ticket, and how the answer is written.
#[derive(Debug, Args)]
pub struct TicketArguments {
    /// The ticket's number, or the end of it
    number: String,
    /// A key of your own, from `uuidgen -7`: the same command with the same key counts once
    #[arg(long, value_name = "UUID")]
    key: Option<Key>,
    #[command(flatten)]
    form: Form,
}

/// Arguments that say one act on one ticket.
pub(super) trait Asks {
    /// Which ticket.
    fn ticket(&self) -> &TicketArguments;
    /// What to do, names looked up.
    async fn act(&self, context: &mut Context<'_>, line: &mut Line<'_>) -> Ended<Act>;
}

/// Where names are looked up.
pub(super) struct Line<'c> {
    connection: &'c Connection,
    names: KnownNames,
}

impl Line<'_> {
    async fn one(&mut self, context: &Context<'_>, list: List, name: &str) -> Ended<i64> {
        self.names.one(context, self.connection, list, name).await
    }
}

/// Carries the act out.
pub(super) async fn run(context: &mut Context<'_>, connection: &Connection, arguments: impl Asks) -> Ended {
    let ticket = arguments.ticket();
    let row = find::ticket(context, connection, &ticket.number).await?;
    let names = KnownNames::new(connection, context.clock.now());
    let mut line = Line { connection, names };
    let act = arguments.act(context, &mut line).await?;
    let seen = records::seen::seen(&act, connection.side(), &row).map_err(|error| Failure::of(&error))?;
    let change = ask(context, TicketId(row.id()), act, seen, ticket.key);
    let settled = connection.change(&change).await?;
    print_settled(context, connection, &mut line.names, &settled, ticket.form).await
}

/// The change that says so. Under the caller's own key it must be the same request each time, so that what was seen
/// this time is no part of it.
pub(super) fn ask(context: &Context<'_>, ticket: TicketId, act: Act, seen: Seen, key: Option<Key>) -> Change {
    let (id, seen, written_at) = match key {
        Some(key) => (key.id, Seen::new(), key.made_at),
        None => (context.ids.change(), seen, context.clock.now()),
    };
    Change {
        id,
        ticket,
        seen,
        act,
        written_at,
    }
}

/// The ticket as it is afterwards, and what a completion did to the other side.
pub(super) async fn print_settled(
    context: &mut Context<'_>,
    connection: &Connection,
    names: &mut KnownNames,
    settled: &Settled,
    form: Form,
) -> Ended {
    if form.json {
        serde_json::to_writer_pretty(&mut *context.out, settled).map_err(std::io::Error::from)?;
        writeln!(context.out)?;
        return Ok(());
    }
    print::line(context.out, connection, names, &settled.ticket).await?;
    let said = match settled.carry_over {
        Some(CarryOver::Synced) => Some("carried-over"),
        Some(CarryOver::NotOwner) => Some("not-carried-not-owner"),
        Some(CarryOver::SettingOff) => Some("not-carried-setting-off"),
        _ => None,
    };
    if let Some(key) = said {
        let said = context.say(key, &[("side", connection.side().other().product().into())]);
        writeln!(context.notes, "{}", sanitise_lines(&said))?;
    }
    Ok(())
}

/// Reads a priority's name.
pub(super) fn priority(text: &str) -> Result<Priority, String> {
    let known = Priority::RANKED.into_iter().find(|known| {
        known.label().eq_ignore_ascii_case(text) || format!("P{}", known.rank()).eq_ignore_ascii_case(text)
    });
    known.ok_or_else(|| "take critical, high, medium, low, or P1 to P4".to_owned())
}

/// `edit`.
#[derive(Debug, Args)]
pub struct EditArguments {
    #[command(flatten)]
    ticket: TicketArguments,
    /// One line that says what it is about
    #[arg(long)]
    title: Option<String>,
    /// What is wrong; - reads it from standard input
    #[arg(long)]
    description: Option<String>,
    /// What was done about it; - reads it from standard input
    #[arg(long)]
    resolution: Option<String>,
    /// The request type; none clears it
    #[arg(long)]
    request_type: Option<String>,
    /// The thing concerned; none clears it
    #[arg(long)]
    item: Option<String>,
    /// The client's person it is about; none clears it
    #[arg(long)]
    contact: Option<String>,
    /// Resolve by, as in 2026-11-20T12:00:00Z; none clears it
    #[arg(long, value_name = "MOMENT", value_parser = moment_or_none)]
    due: Option<MomentOrNone>,
}

/// A moment, or that there is to be none.
#[derive(Clone, Copy, Debug)]
struct MomentOrNone(Option<Timestamp>);

fn moment_or_none(text: &str) -> Result<MomentOrNone, String> {
    if text == NONE {
        return Ok(MomentOrNone(None));
    }
    let parsed = Timestamp::parse(text).map_err(|error| error.to_string())?;
    Ok(MomentOrNone(Some(parsed)))
}

/// The word that clears a field.
const NONE: &str = "none";

impl Asks for EditArguments {
    fn ticket(&self) -> &TicketArguments {
        &self.ticket
    }

    async fn act(&self, context: &mut Context<'_>, line: &mut Line<'_>) -> Ended<Act> {
        let mut edit = Edit {
            title: self.title.clone(),
            due: self.due.map(|due| due.0),
            item: self.item.clone().map(|item| Some(item).filter(|item| item != NONE)),
            ..Edit::default()
        };
        if let Some(text) = &self.description {
            edit.description = Some(context.long_text(text)?);
        }
        if let Some(text) = &self.resolution {
            edit.resolution = Some(context.long_text(text)?);
        }
        edit.request_type = match self.request_type.as_deref() {
            None => None,
            Some(NONE) => Some(None),
            Some(name) => Some(Some(RequestTypeId(line.one(context, List::RequestTypes, name).await?))),
        };
        edit.contact = match self.contact.as_deref() {
            None => None,
            Some(NONE) => Some(None),
            Some(name) => Some(Some(ContactId(line.one(context, List::Contacts, name).await?))),
        };
        if edit == Edit::default() {
            return Err(Failure::new(Exit::Usage, context.text("edit-nothing")));
        }
        Ok(Act::Edit(Box::new(edit)))
    }
}

/// `note`.
#[derive(Debug, Args)]
pub struct NoteArguments {
    #[command(flatten)]
    ticket: TicketArguments,
    /// The text; - reads it from standard input
    text: String,
    /// For your own side only
    #[arg(long)]
    internal: bool,
    /// One line above it
    #[arg(long, default_value = "")]
    title: String,
}

impl Asks for NoteArguments {
    fn ticket(&self) -> &TicketArguments {
        &self.ticket
    }

    async fn act(&self, context: &mut Context<'_>, _: &mut Line<'_>) -> Ended<Act> {
        Ok(Act::AddNote {
            audience: if self.internal {
                Audience::Internal
            } else {
                Audience::Public
            },
            title: self.title.clone(),
            text: context.long_text(&self.text)?,
        })
    }
}

/// `time`.
#[derive(Debug, Args)]
pub struct TimeArguments {
    #[command(flatten)]
    ticket: TicketArguments,
    /// Whole minutes
    minutes: i64,
    /// What was done; customers may read it
    #[arg(long, default_value = "")]
    summary: String,
    /// What only your own side reads
    #[arg(long, default_value = "")]
    internal_notes: String,
    /// The day of the work, as in 2026-11-20; today if left out
    #[arg(long, value_name = "DAY", value_parser = |text: &str| Date::parse(text))]
    on: Option<Date>,
}

impl Asks for TimeArguments {
    fn ticket(&self) -> &TicketArguments {
        &self.ticket
    }

    async fn act(&self, context: &mut Context<'_>, _: &mut Line<'_>) -> Ended<Act> {
        let today = || {
            Date(
                context
                    .clock
                    .now()
                    .to_chrono()
                    .with_timezone(&chrono::Local)
                    .date_naive(),
            )
        };
        Ok(Act::LogTime {
            worked_on: self.on.unwrap_or_else(today),
            started_at: None,
            minutes: self.minutes,
            summary: self.summary.clone(),
            internal_notes: self.internal_notes.clone(),
        })
    }
}

/// `status`.
#[derive(Debug, Args)]
pub struct StatusArguments {
    #[command(flatten)]
    ticket: TicketArguments,
    /// A status of your side, as in 'Waiting Customer'
    status: String,
}

impl Asks for StatusArguments {
    fn ticket(&self) -> &TicketArguments {
        &self.ticket
    }

    async fn act(&self, context: &mut Context<'_>, line: &mut Line<'_>) -> Ended<Act> {
        let list = List::Statuses(line.connection.side());
        let status = StatusId(line.one(context, list, &self.status).await?);
        Ok(Act::SetStatus { status })
    }
}

/// `priority`.
#[derive(Debug, Args)]
pub struct PriorityArguments {
    #[command(flatten)]
    ticket: TicketArguments,
    /// critical, high, medium, low, or P1 to P4
    #[arg(value_parser = priority)]
    priority: Priority,
}

impl Asks for PriorityArguments {
    fn ticket(&self) -> &TicketArguments {
        &self.ticket
    }

    async fn act(&self, _: &mut Context<'_>, _: &mut Line<'_>) -> Ended<Act> {
        Ok(Act::SetPriority {
            priority: self.priority,
        })
    }
}

/// `move`.
#[derive(Debug, Args)]
pub struct MoveArguments {
    #[command(flatten)]
    ticket: TicketArguments,
    /// A queue of your side
    queue: String,
}

impl Asks for MoveArguments {
    fn ticket(&self) -> &TicketArguments {
        &self.ticket
    }

    async fn act(&self, context: &mut Context<'_>, line: &mut Line<'_>) -> Ended<Act> {
        let list = List::Queues(line.connection.side());
        let queue = QueueId(line.one(context, list, &self.queue).await?);
        Ok(Act::Move { queue })
    }
}

/// `assign`.
#[derive(Debug, Args)]
pub struct AssignArguments {
    #[command(flatten)]
    ticket: TicketArguments,
    /// Somebody of your side, me, or none
    person: String,
}

impl Asks for AssignArguments {
    fn ticket(&self) -> &TicketArguments {
        &self.ticket
    }

    async fn act(&self, context: &mut Context<'_>, line: &mut Line<'_>) -> Ended<Act> {
        let side = line.connection.side();
        let assignee = match self.person.as_str() {
            NONE => None,
            "me" => Some(line.connection.me().person),
            name => Some(Person::of(side, line.one(context, people(side), name).await?)),
        };
        Ok(Act::Assign { assignee })
    }
}

fn people(side: Side) -> List {
    match side {
        Side::Autotask => List::Resources,
        Side::Taskfire => List::Contacts,
    }
}

/// `add-secondary` and `remove-secondary`.
#[derive(Debug, Args)]
pub struct SecondaryArguments {
    #[command(flatten)]
    ticket: TicketArguments,
    /// A resource
    resource: String,
}

/// A resource to be added or removed.
pub(super) struct Secondary(SecondaryArguments, fn(ResourceId) -> Act);

impl SecondaryArguments {
    pub(super) fn adding(self) -> Secondary {
        Secondary(self, |resource| Act::AddSecondary { resource })
    }

    pub(super) fn removing(self) -> Secondary {
        Secondary(self, |resource| Act::RemoveSecondary { resource })
    }
}

impl Asks for Secondary {
    fn ticket(&self) -> &TicketArguments {
        &self.0.ticket
    }

    async fn act(&self, context: &mut Context<'_>, line: &mut Line<'_>) -> Ended<Act> {
        let resource = line.one(context, List::Resources, &self.0.resource).await?;
        Ok(self.1(ResourceId(resource)))
    }
}

/// `escalate`, `transfer` and `recall`.
#[derive(Debug, Args)]
pub struct ReasonArguments {
    #[command(flatten)]
    ticket: TicketArguments,
    /// Why; both sides read it in the history
    #[arg(long, default_value = "")]
    reason: String,
}

/// A hand-over.
pub(super) struct HandOver(ReasonArguments, fn(String) -> Act);

impl ReasonArguments {
    pub(super) fn escalating(self) -> HandOver {
        HandOver(self, |reason| Act::Escalate { reason })
    }

    pub(super) fn transferring(self) -> HandOver {
        HandOver(self, |reason| Act::Transfer { reason })
    }

    pub(super) fn recalling(self) -> HandOver {
        HandOver(self, |reason| Act::Recall { reason })
    }
}

impl Asks for HandOver {
    fn ticket(&self) -> &TicketArguments {
        &self.0.ticket
    }

    async fn act(&self, _: &mut Context<'_>, _: &mut Line<'_>) -> Ended<Act> {
        Ok(self.1(self.0.reason.clone()))
    }
}

/// `decline`.
#[derive(Debug, Args)]
pub struct DeclineArguments {
    #[command(flatten)]
    ticket: TicketArguments,
    /// Why; both sides read it
    #[arg(long)]
    reason: String,
}

impl Asks for DeclineArguments {
    fn ticket(&self) -> &TicketArguments {
        &self.ticket
    }

    async fn act(&self, _: &mut Context<'_>, _: &mut Line<'_>) -> Ended<Act> {
        Ok(Act::Decline {
            reason: self.reason.clone(),
        })
    }
}

/// `complete`.
#[derive(Debug, Args)]
pub struct CompleteArguments {
    #[command(flatten)]
    ticket: TicketArguments,
    /// What was done; - reads it from standard input
    #[arg(long, default_value = "")]
    resolution: String,
}

impl Asks for CompleteArguments {
    fn ticket(&self) -> &TicketArguments {
        &self.ticket
    }

    async fn act(&self, context: &mut Context<'_>, _: &mut Line<'_>) -> Ended<Act> {
        Ok(Act::Complete {
            resolution: context.long_text(&self.resolution)?,
        })
    }
}

impl Asks for TicketArguments {
    fn ticket(&self) -> &TicketArguments {
        self
    }

    async fn act(&self, _: &mut Context<'_>, _: &mut Line<'_>) -> Ended<Act> {
        Ok(Act::Reopen)
    }
}
