//! What moves a ticket on: `status`, hand-overs, `complete`, `reopen`.

use crate::base::ids::StatusId;
use crate::cli::context::Context;
use crate::cli::failure::Ended;
use crate::cli::ticket::act::{Asks, Line, TicketArguments};
use crate::domain::Act;
use crate::query::typed::List;
use clap::Args;

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
        let list = List::Statuses(line.connection().side());
        let status = StatusId(line.one(context, list, &self.status).await?);
        Ok(Act::SetStatus { status })
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
pub(in crate::cli::ticket) struct HandOver(ReasonArguments, fn(String) -> Act);

impl ReasonArguments {
    pub(in crate::cli::ticket) fn escalating(self) -> HandOver {
        HandOver(self, |reason| Act::Escalate { reason })
    }

    pub(in crate::cli::ticket) fn transferring(self) -> HandOver {
        HandOver(self, |reason| Act::Transfer { reason })
    }

    pub(in crate::cli::ticket) fn recalling(self) -> HandOver {
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
