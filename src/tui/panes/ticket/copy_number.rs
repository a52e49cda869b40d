//! Copying ticket numbers to the terminal's clipboard.

use super::action::{TicketAction, Tickets};
use crate::base::Timestamp;
use crate::domain::{Actor, Refusal};
use crate::records::views::TicketView;
use crate::tui::app::App;
use crate::tui::effect::Effect;

/// `ticket.copy_number`.
pub struct CopyNumber;

impl TicketAction for CopyNumber {
    fn changes(&self) -> bool {
        false
    }

    fn availability(&self, _: &TicketView, _: &Actor, _: Timestamp) -> Result<(), Refusal> {
        Ok(())
    }

    fn ask(&self, app: &mut App, tickets: Tickets) -> Vec<Effect> {
        let numbers: Vec<&str> = tickets.iter().map(|ticket| ticket.line.number.as_str()).collect();
        let text = numbers.join("\n");
        app.done("clipboard-sent", &[("text", numbers.join(" ").into())]);
        vec![Effect::Copy(text)]
    }
}
