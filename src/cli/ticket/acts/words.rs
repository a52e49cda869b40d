//! What one adds to a ticket: `note` and `time`.

use crate::base::Date;
use crate::cli::context::Context;
use crate::cli::failure::Ended;
use crate::cli::ticket::act::{Asks, Line, TicketArguments};
use crate::domain::Act;
use crate::domain::note::Audience;
use clap::Args;

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
