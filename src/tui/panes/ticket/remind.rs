//! Reminding of the contract for which a request waits: its contact, the client's administrators and the provider's
//! (LTX-04).

use super::action::{Reach, TicketAction, Tickets};
use crate::base::Timestamp;
use crate::domain::contract::validation;
use crate::domain::{Actor, Refusal};
use crate::records::administration::Administration;
use crate::records::administration::support::ContractReminder;
use crate::records::views::TicketView;
use crate::tui::app::App;
use crate::tui::effect::Effect;

/// `ticket.remind`.
pub struct Remind;

impl TicketAction for Remind {
    fn reach(&self) -> Reach {
        Reach::One
    }

    fn availability(&self, ticket: &TicketView, actor: &Actor, _: Timestamp) -> Result<(), Refusal> {
        validation::require_waiting(&ticket.ticket, actor)
    }

    fn ask(&self, app: &mut App, tickets: Tickets) -> Vec<Effect> {
        let Some(view) = tickets.first() else { return Vec::new() };
        let done = app.say("remind-done", &[("what", view.line.number.as_str().into())]);
        let (act, done) = (ContractReminder::Ticket(view.ticket.id), done.into_owned());
        app.administer(Administration::RemindOfContract(act), done)
    }
}
