//! The order of the list.

use super::restart;
use crate::domain::Side;
use crate::entities::TICKET;
use crate::query::{Direction, Sort};
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;
use crate::tui::overlays::pick::{Pick, item};
use crate::tui::overlays::{Answer, Choice, Overlay, Purpose};
use crate::tui::place::fields;

/// What a list is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// What is due first.
    #[default]
    Due,
    /// Most urgent for my side first.
    Priority,
    /// Newest first.
    Newest,
    /// What changed last first.
    Changed,
    /// By my side's status.
    Status,
    /// By title.
    Title,
}

impl Order {
    /// Every order, in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Due,
        Self::Priority,
        Self::Newest,
        Self::Changed,
        Self::Status,
        Self::Title,
    ];

    /// The key of its name.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Due => "order-due",
            Self::Priority => "order-priority",
            Self::Newest => "order-newest",
            Self::Changed => "order-changed",
            Self::Status => "order-status",
            Self::Title => "order-title",
        }
    }

    /// Whether what comes first is the least or the most.
    #[must_use]
    pub fn arrow(self) -> &'static str {
        match self {
            Self::Due | Self::Priority | Self::Status | Self::Title => "↑",
            Self::Newest | Self::Changed => "↓",
        }
    }

    /// The sort of the query language.
    #[must_use]
    pub fn sort(self, side: Side) -> Sort {
        use Direction::{Ascending, Descending};
        let own = fields(side);
        let fields: &[(&str, Direction)] = match self {
            Self::Due => &[("dueDateTime", Ascending)],
            Self::Priority => &[(own.priority, Ascending), ("dueDateTime", Ascending)],
            Self::Newest => &[("createDate", Descending)],
            Self::Changed => &[("lastActivityDate", Descending)],
            Self::Status => &[(own.status, Ascending), ("dueDateTime", Ascending)],
            Self::Title => &[("title", Ascending)],
        };
        Sort::by(&TICKET, fields).unwrap_or_else(|_| Sort::by_id(&TICKET))
    }
}

/// Asks by what.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let items = Order::ALL.map(|order| item(app.text(order.sentence()), "", Choice::Order(order)));
    let title = app.text("sort-title").into_owned();
    app.overlays
        .push(Overlay::Pick(Pick::new(title, Vec::from(items), Purpose::Sort)));
    Vec::new()
}

/// The order was chosen.
pub fn confirm(app: &mut App, answer: &Answer) -> Vec<Effect> {
    let Answer::Chosen(Choice::Order(order)) = answer else {
        return Vec::new();
    };
    app.tickets.order = *order;
    restart(app)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_order_is_one_of_the_query_language() {
        for order in Order::ALL {
            for side in Side::BOTH {
                assert!(order.sort(side).keys().len() > 1, "{order:?}");
            }
        }
    }
}
