//! The parts of an opened ticket, and the keys that lead from one to the other.

use super::{Pane, settle, with_entries};
use crate::tui::app::App;
use crate::tui::app::moving::Direction;
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};

/// What is shown below the two statuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What was written.
    Conversation,
    /// What was worked.
    Time,
    /// What happened.
    History,
    /// What hangs on it: checklist and files.
    Related,
    /// Everything else in full.
    Details,
}

impl Part {
    /// Every part, in the order in which they stand.
    pub const ALL: [Self; 5] = [
        Self::Conversation,
        Self::Time,
        Self::History,
        Self::Related,
        Self::Details,
    ];

    /// The intent that shows it.
    #[must_use]
    pub fn intent(self) -> Intent {
        match self {
            Self::Conversation => Intent::ShowConversation,
            Self::Time => Intent::ShowTime,
            Self::History => Intent::ShowHistory,
            Self::Related => Intent::ShowRelated,
            Self::Details => Intent::ShowDetails,
        }
    }

    /// The key of its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Conversation => "part-conversation",
            Self::Time => "part-time",
            Self::History => "part-history",
            Self::Related => "part-related",
            Self::Details => "part-details",
        }
    }

    /// The next one, or the one before; the first follows the last.
    #[must_use]
    pub fn next(self, direction: Direction) -> Self {
        let count = Self::ALL.len();
        let step = match direction {
            Direction::Forward => 1,
            Direction::Back => count - 1,
        };
        Self::ALL[(self as usize + step) % count]
    }
}

/// Whether a ticket is open.
#[must_use]
pub fn availability(app: &App, _: Intent) -> Availability {
    match app.ticket {
        Some(_) => Availability::Available,
        None => Availability::Refused(app.with_keys("reason-no-open-ticket", &[("key", Intent::GoIn)])),
    }
}

/// Shows the part of this intent.
pub fn ask(app: &mut App, intent: Intent) -> Vec<Effect> {
    match Part::ALL.into_iter().find(|part| part.intent() == intent) {
        Some(part) => show(app, part),
        None => Vec::new(),
    }
}

/// Shows the next part, or the one before.
pub fn turn(app: &mut App, direction: Direction) -> Vec<Effect> {
    let part = app.ticket.as_ref().map(|pane| pane.part.next(direction));
    part.map_or_else(Vec::new, |part| show(app, part))
}

fn show(app: &mut App, part: Part) -> Vec<Effect> {
    if let Some(pane) = &mut app.ticket {
        pane.part = part;
    }
    settle(app);
    Vec::new()
}

/// Unfolds the first folded quote on the screen; where there is none, folds those that are seen again.
pub fn unfold(app: &mut App, _: Intent) -> Vec<Effect> {
    let Some(pane) = &app.ticket else { return Vec::new() };
    let seen = quotes_seen(app, pane);
    let folded = seen.iter().copied().find(|entry| !pane.unfolded.contains(entry));
    if let Some(pane) = &mut app.ticket {
        match folded {
            Some(entry) => _ = pane.unfolded.insert(entry),
            None => pane.unfolded.retain(|entry| !seen.contains(entry)),
        }
    }
    settle(app);
    Vec::new()
}

/// The entries on the screen that quote something.
fn quotes_seen(app: &App, pane: &Pane) -> Vec<usize> {
    let Some(conversation) = pane.conversation.here().filter(|_| pane.part == Part::Conversation) else {
        return Vec::new();
    };
    let top = pane.place();
    with_entries(app, pane, |entries| {
        let mut room = entries.seen + top.row;
        let mut seen = Vec::new();
        for (at, entry) in conversation.iter().enumerate().skip(top.entry) {
            if room == 0 {
                break;
            }
            if entry.prose().folds() {
                seen.push(at);
            }
            room = room.saturating_sub((entries.rows)(at));
        }
        seen
    })
}
