//! What hangs on a ticket: `attach` and `tick`.

use crate::base::ids::{ChecklistItemId, TicketId};
use crate::base::secret::digest;
use crate::cli::connection::Connection;
use crate::cli::context::Context;
use crate::cli::failure::{Ended, Exit, Failure};
use crate::cli::names::meant;
use crate::cli::ticket::act::{Asks, Line, TicketArguments};
use crate::domain::Act;
use crate::domain::attachment::PIECE;
use crate::domain::note::Audience;
use crate::entities::{Row, TICKET_CHECKLIST_ITEM};
use crate::query::Filter;
use crate::remote::Sending;
use crate::tui::runner::attaching;
use clap::Args;
use std::path::PathBuf;

/// `attach`.
#[derive(Debug, Args)]
pub struct AttachArguments {
    #[command(flatten)]
    ticket: TicketArguments,
    /// The file; at most 7 MiB
    file: PathBuf,
    /// For your own side only
    #[arg(long)]
    internal: bool,
}

impl Asks for AttachArguments {
    fn ticket(&self) -> &TicketArguments {
        &self.ticket
    }

    async fn act(&self, context: &mut Context<'_>, line: &mut Line<'_>) -> Ended<Act> {
        let bytes = attaching::read(&self.file);
        let bytes = bytes.map_err(|why| Failure::new(Exit::Failed, why.sentence(&context.sentences)))?;
        let name = self.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let file = Sending {
            ticket: TicketId(line.ticket().id()),
            digest: digest(&bytes),
            size: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
        };
        upload(line, &file, &bytes).await?;
        Ok(Act::Attach {
            audience: if self.internal {
                Audience::Internal
            } else {
                Audience::Public
            },
            name,
            size: file.size,
            digest: file.digest,
        })
    }
}

/// Sends the file piece by piece; what the server has of it from an earlier try is not sent again.
async fn upload(line: &Line<'_>, file: &Sending, bytes: &[u8]) -> Ended {
    let mut sent = 0;
    while sent < bytes.len() {
        let piece = bytes.iter().skip(sent).take(PIECE).copied().collect();
        let offset = u64::try_from(sent).unwrap_or(u64::MAX);
        let state = line.connection().remote().send_piece(file, offset, piece).await;
        let state = state.map_err(|error| line.connection().failed(&error))?;
        sent = usize::try_from(state.received).unwrap_or(usize::MAX);
    }
    Ok(())
}

/// The items of a ticket's checklist, in their order.
///
/// # Errors
/// The server's.
pub(in crate::cli::ticket) async fn checklist(connection: &Connection, ticket: i64) -> Ended<Vec<Row>> {
    let of_ticket = Filter::eq(&TICKET_CHECKLIST_ITEM, "ticketID", ticket);
    let mut items = connection.all(of_ticket.map_err(|error| Failure::of(&error))?).await?;
    items.sort_by_key(|item| (item.integer("position"), item.id()));
    Ok(items)
}

/// `tick`.
#[derive(Debug, Args)]
pub struct TickArguments {
    #[command(flatten)]
    ticket: TicketArguments,
    /// The item of the checklist, as `tandem ticket show` names it, or the beginning of it
    item: String,
    /// It is not done after all
    #[arg(long)]
    undo: bool,
}

impl Asks for TickArguments {
    fn ticket(&self) -> &TicketArguments {
        &self.ticket
    }

    async fn act(&self, context: &mut Context<'_>, line: &mut Line<'_>) -> Ended<Act> {
        let items = checklist(line.connection(), line.ticket().id()).await?;
        let item = meant(
            context,
            &items,
            |item| item.text("itemName").unwrap_or_default(),
            &self.item,
        )?;
        Ok(Act::Tick {
            item: ChecklistItemId(item.id()),
            is_completed: !self.undo,
        })
    }
}
