//! `tandem ticket`: the console's lists and actions as plain text and JSON, for scripts and screen readers.

mod act;
mod acts;
mod cover;
mod create;
mod find;
mod key;
mod list;
mod print;
mod remind;
mod save;
mod show;

use super::connection::Connection;
use super::context::Context;
use super::failure::Ended;
use clap::{Args, Subcommand};

pub(super) use key::Key;
pub(super) use list::print_list;
pub use list::{ListArguments, Order};
pub(super) use print::fields;

/// What to do with tickets.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum TicketCommand {
    /// List tickets: status:new queue:"Level 1" assignee:me printer
    List(ListArguments),
    /// Show a ticket with its conversation, time and history
    Show(show::ShowArguments),
    /// Create a ticket
    Create(create::CreateArguments),
    /// Change title, description, resolution, request type, item, contact or due date
    Edit(acts::EditArguments),
    /// Write a note
    Note(acts::NoteArguments),
    /// Log time
    Time(acts::TimeArguments),
    /// Set the status of your side
    Status(acts::StatusArguments),
    /// Set the priority of your side
    Priority(acts::PriorityArguments),
    /// Put it into another queue of your side
    Move(acts::MoveArguments),
    /// Give it to somebody of your side, or to nobody
    Assign(acts::AssignArguments),
    /// Add a secondary resource (Autotask)
    AddSecondary(acts::SecondaryArguments),
    /// Remove a secondary resource (Autotask)
    RemoveSecondary(acts::SecondaryArguments),
    /// Hand it from Taskfire to Autotask
    Escalate(acts::ReasonArguments),
    /// Hand it from Autotask to Taskfire
    Transfer(acts::ReasonArguments),
    /// Send an escalation back to Taskfire, with the reason
    Decline(acts::DeclineArguments),
    /// Take an escalation back before work begins
    Recall(acts::ReasonArguments),
    /// Make a contract for it, where it lacks one (Autotask)
    Cover(cover::CoverArguments),
    /// Ask those who can give it again for the contract for which it waits (Autotask)
    Remind(act::TicketArguments),
    /// Attach a file of this machine
    Attach(acts::AttachArguments),
    /// Save a file of it on this machine
    Save(save::SaveArguments),
    /// Tick an item of its checklist (Autotask)
    Tick(acts::TickArguments),
    /// Complete your side
    Complete(acts::CompleteArguments),
    /// Take your completed side back into work
    Reopen(act::TicketArguments),
}

/// How the answer is written.
#[derive(Clone, Copy, Debug, Args)]
pub struct Form {
    /// Answer as JSON, with the names of the HTTP interface
    #[arg(long)]
    pub json: bool,
}

/// Does what was asked for.
///
/// # Errors
/// No server, no session, no such ticket, or a refusal.
pub async fn run(context: &mut Context<'_>, command: TicketCommand) -> Ended {
    let connection = Connection::open(context).await?;
    let done = dispatch(context, &connection, command).await;
    connection.close().await;
    done
}

async fn dispatch(context: &mut Context<'_>, connection: &Connection, command: TicketCommand) -> Ended {
    match command {
        TicketCommand::List(arguments) => list::run(context, connection, arguments).await,
        TicketCommand::Show(arguments) => show::run(context, connection, arguments).await,
        TicketCommand::Create(arguments) => create::run(context, connection, arguments).await,
        TicketCommand::Edit(arguments) => act::run(context, connection, arguments).await,
        TicketCommand::Note(arguments) => act::run(context, connection, arguments).await,
        TicketCommand::Time(arguments) => act::run(context, connection, arguments).await,
        TicketCommand::Status(arguments) => act::run(context, connection, arguments).await,
        TicketCommand::Priority(arguments) => act::run(context, connection, arguments).await,
        TicketCommand::Move(arguments) => act::run(context, connection, arguments).await,
        TicketCommand::Assign(arguments) => act::run(context, connection, arguments).await,
        TicketCommand::AddSecondary(arguments) => act::run(context, connection, arguments.adding()).await,
        TicketCommand::RemoveSecondary(arguments) => act::run(context, connection, arguments.removing()).await,
        TicketCommand::Escalate(arguments) => act::run(context, connection, arguments.escalating()).await,
        TicketCommand::Transfer(arguments) => act::run(context, connection, arguments.transferring()).await,
        TicketCommand::Decline(arguments) => act::run(context, connection, arguments).await,
        TicketCommand::Recall(arguments) => act::run(context, connection, arguments.recalling()).await,
        TicketCommand::Cover(arguments) => cover::run(context, connection, arguments).await,
        TicketCommand::Remind(arguments) => remind::run(context, connection, arguments).await,
        TicketCommand::Attach(arguments) => act::run(context, connection, arguments).await,
        TicketCommand::Save(arguments) => save::run(context, connection, arguments).await,
        TicketCommand::Tick(arguments) => act::run(context, connection, arguments).await,
        TicketCommand::Complete(arguments) => act::run(context, connection, arguments).await,
        TicketCommand::Reopen(arguments) => act::run(context, connection, arguments).await,
    }
}
