//! The command line as a person types it. What each subcommand takes stands in the subcommand's own file.

use super::{
    agreement, audit, billing, completions, config, export, import, keys, man, queue, serve, sign_in, sign_out, ticket,
    user,
};
use crate::config::web_address;
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  tandem                                       open the console; with no server configured, on the demo desk
  tandem ticket list status:new assignee:me    the same lists as in the console, as plain text
  tandem ticket note T20261120.0007 'On my way'
  tandem billing show acme                     contracts, the period's lines with their events, the forecast
  tandem --server https://desk.example sign-in maria.keller
  tandem serve --listen 127.0.0.1:8080 --database sqlite:desk.db
  tandem doctor                                what is wrong here, and what to do about it
  tandem keys                                  every key of the console, as it is bound
  tandem --read-only                           look around, change nothing

Exit codes:
  0  done
  1  something failed: a file, a database, the network in an unexpected way
  2  the command line can't be understood
  3  the rules refused the change; the sentence says what would make it possible
  4  there is no such thing, or this person may not see it
  5  the server doesn't answer
  6  nobody is signed in, or the session has ended
  7  somebody else changed the ticket meanwhile: look again, then repeat";

/// Keyboard console for a helpdesk that a service provider (Autotask) and its client's IT staff (Taskfire) share.
///
/// Without a command it opens the console. With no server configured it starts the backend inside itself, with a demo
/// desk, and needs nothing else.
#[derive(Debug, Parser)]
#[command(name = "tandem", version, after_help = EXAMPLES, max_term_width = 100)]
pub struct Arguments {
    /// What holds for every command.
    #[command(flatten)]
    pub general: General,
    /// What to do; the console where nothing is said.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What holds for every command.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Everywhere")]
pub struct General {
    /// Read settings from this file instead of the usual one (`tandem doctor` names it)
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Work with this server, whatever the settings say
    #[arg(
        long,
        global = true,
        value_name = "URL",
        help = "Work with this server, whatever the settings say, as in https://desk.example",
        value_parser = server
    )]
    pub server: Option<String>,
    /// On the demo desk: be this person, as in tom.reyes
    #[arg(long = "as", global = true, value_name = "NAME")]
    pub demo_person: Option<String>,
    /// In the console: sentences on lines of their own instead of a drawn screen, for screen readers
    #[arg(long, global = true)]
    pub plain: bool,
    /// Change nothing: whatever would is refused, on the screen and on the command line
    #[arg(long, global = true)]
    pub read_only: bool,
}

/// Reads a server's address, as the settings' [server] does.
fn server(text: &str) -> Result<String, String> {
    web_address(text).ok_or_else(|| "write it like https://desk.example".to_owned())
}

/// What to do.
#[derive(Debug, Subcommand)]
// What a command takes is put together once that command is there: the console starts without any.
#[command(defer = true)]
pub enum Command {
    /// Serve a helpdesk over HTTP
    Serve(serve::ServeArguments),
    /// Make people and their passwords, right in the database
    #[command(subcommand)]
    User(user::UserCommand),
    /// Read and check the log of administrative acts, right in the database
    #[command(subcommand)]
    Audit(audit::AuditCommand),
    /// Publish versions of the Taskfire agreement, right in the database
    #[command(subcommand)]
    Agreement(agreement::AgreementCommand),
    /// Bring another desk's records over from a file of CSV or JSON lines
    Import(import::ImportArguments),
    /// Write the records that one sees to a file of CSV or JSON lines
    Export(export::ExportArguments),
    /// Sign in at the server and remember it on this machine
    SignIn(sign_in::SignInArguments),
    /// Sign out and delete this machine's copy of the helpdesk
    SignOut(sign_out::SignOutArguments),
    /// Check paths, terminal, database and server, and say what to do about what is wrong
    Doctor,
    /// Look at your own files: settings, keymap, theme
    #[command(subcommand)]
    Config(config::ConfigCommand),
    /// List every key of the console with what it does
    Keys(keys::KeysArguments),
    /// Write what a shell needs to complete this command line
    Completions(completions::CompletionsArguments),
    /// Write the manual pages
    Man(man::ManArguments),
    /// Read and work tickets
    #[command(subcommand)]
    Ticket(ticket::TicketCommand),
    /// Read queues
    #[command(subcommand)]
    Queue(queue::QueueCommand),
    /// Bill clients: contracts, licences, support, periods, invoices
    #[command(subcommand)]
    Billing(billing::BillingCommand),
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        Arguments::command().debug_assert();
    }
}
