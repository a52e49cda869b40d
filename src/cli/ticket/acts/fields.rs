//! What a ticket is about and where it waits on one's own side: `edit`, `priority`, `move`, `assign`, secondaries.

use crate::base::Timestamp;
use crate::base::ids::{ContactId, QueueId, RequestTypeId, ResourceId};
use crate::cli::context::Context;
use crate::cli::failure::{Ended, Exit, Failure};
use crate::cli::ticket::act::{Asks, Line, TicketArguments, priority};
use crate::domain::editing::Edit;
use crate::domain::{Act, Person, Priority, Side};
use crate::query::typed::List;
use clap::Args;

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
            return Err(Failure::new(Exit::Usage, context.text("edit-names-nothing")));
        }
        Ok(Act::Edit(Box::new(edit)))
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
        let list = List::Queues(line.connection().side());
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
        let side = line.connection().side();
        let assignee = match self.person.as_str() {
            NONE => None,
            "me" => Some(line.connection().me().person),
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
pub(in crate::cli::ticket) struct Secondary(SecondaryArguments, fn(ResourceId) -> Act);

impl SecondaryArguments {
    pub(in crate::cli::ticket) fn adding(self) -> Secondary {
        Secondary(self, |resource| Act::AddSecondary { resource })
    }

    pub(in crate::cli::ticket) fn removing(self) -> Secondary {
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
