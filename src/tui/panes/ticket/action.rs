//! What every action on tickets has: whether the rules allow it, what it asks, and what an answer leads to.

use crate::base::Timestamp;
use crate::domain::{Actor, Refusal};
use crate::records::views::TicketView;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::msg::Settled;
use crate::tui::overlays::Answer;
use std::sync::Arc;

/// The tickets that an action is for: one, or all that are marked.
pub type Tickets = Vec<Arc<TicketView>>;

/// How many tickets an action takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// One at a time.
    One,
    /// Each of the marked ones.
    Each,
}

/// One action on tickets. Each stands in a file of its own.
pub trait TicketAction: Sync {
    /// How many tickets it takes.
    fn reach(&self) -> Reach {
        Reach::Each
    }

    /// Whether it changes anything at the server, or what waits to be sent there; what only shows or copies, and what
    /// stays at this machine, says no.
    fn changes(&self) -> bool {
        true
    }

    /// Whether the rules let this person do it to this ticket now: asked of the same rules that the server asks, so
    /// that footer, palette and outcome can't disagree.
    ///
    /// # Errors
    /// The first rule that forbids it.
    fn availability(&self, ticket: &TicketView, actor: &Actor, at: Timestamp) -> Result<(), Refusal>;

    /// The first beat: does it where nothing needs to be asked, else opens what asks.
    fn ask(&self, app: &mut App, tickets: Tickets) -> Vec<Effect>;

    /// The second beat: the person answered what [`TicketAction::ask`] opened.
    fn confirm(&self, _app: &mut App, _tickets: Tickets, _answer: Answer) -> Vec<Effect> {
        Vec::new()
    }

    /// The third beat: the server settled it. The sentence says what followed.
    fn settled(&self, _app: &App, _settled: &Settled) -> Option<String> {
        None
    }
}
