//! What most of what is told here begins with.

use super::console::{change, create, remote};
use super::{Console, Line};
use crate::support::Desk;
use tandem::base::ids::TicketId;
use tandem::remote::Remote;

/// A desk with one ticket, and who works it.
pub struct Scene {
    pub desk: Desk,
    pub line: Line,
    /// Tina's way to the server, past the line.
    pub server: Remote,
    pub ticket: TicketId,
    /// Theo's, along the line.
    pub console: Console,
}

/// Theo's console with one ticket, live.
pub async fn scene() -> Scene {
    let desk = Desk::new().await;
    let line = Line::to(desk.socket()).await;
    let (server, _) = remote(&desk, "tina", &desk.url()).await;
    let ticket = change(&server, TicketId(0), create(&desk, "Printer")).await;
    let mut console = Console::new(&desk, &line, "theo").await;
    console.filled().await;
    Scene {
        desk,
        line,
        server,
        ticket,
        console,
    }
}
