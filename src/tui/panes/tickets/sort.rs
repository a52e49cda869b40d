//! The order of the list. It can be sorted by every column of which the local copy keeps an index; names stand in other
//! tables than tickets, so that a list by them would have to be put together whole, and is refused.

use super::column::Column;
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
use crate::tui::widgets::pick_list::Item;

/// What a list is sorted by, and which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// The column.
    pub by: By,
    /// Least or most first.
    pub direction: Direction,
}

/// What a list can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Resolve by.
    Due,
    /// How urgent it is for my side.
    Priority,
    /// When it was created.
    Created,
    /// When something last happened to it.
    Changed,
    /// My side's status.
    Status,
    /// The title.
    Title,
    /// The number.
    Number,
}

impl Default for Order {
    fn default() -> Self {
        Self::natural(By::Due)
    }
}

impl By {
    /// All of it, in the order in which it is offered.
    pub const ALL: [Self; 7] = [
        Self::Due,
        Self::Priority,
        Self::Created,
        Self::Changed,
        Self::Status,
        Self::Title,
        Self::Number,
    ];

    /// Its name in files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Priority => "priority",
            Self::Created => "created",
            Self::Changed => "changed",
            Self::Status => "status",
            Self::Title => "title",
            Self::Number => "number",
        }
    }

    /// The key of its name.
    #[must_use]
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Due => "order-due",
            Self::Priority => "order-priority",
            Self::Created => "order-created",
            Self::Changed => "order-changed",
            Self::Status => "order-status",
            Self::Title => "order-title",
            Self::Number => "order-number",
        }
    }
}

impl Order {
    /// By this, the way in which one mostly wants it: of what has happened the newest first.
    #[must_use]
    pub const fn natural(by: By) -> Self {
        let direction = match by {
            By::Created | By::Changed => Direction::Descending,
            By::Due | By::Priority | By::Status | By::Title | By::Number => Direction::Ascending,
        };
        Self { by, direction }
    }

    /// The same the other way round.
    #[must_use]
    pub const fn turned(self) -> Self {
        let direction = match self.direction {
            Direction::Ascending => Direction::Descending,
            Direction::Descending => Direction::Ascending,
        };
        Self { direction, ..self }
    }

    /// Which way, as an arrow.
    #[must_use]
    pub const fn arrow(self) -> &'static str {
        match self.direction {
            Direction::Ascending => "↑",
            Direction::Descending => "↓",
        }
    }

    /// `sorted by due ↑`.
    #[must_use]
    pub fn words(self, app: &App) -> String {
        let order = app.text(self.by.sentence());
        app.say(
            "list-sorted",
            &[("order", order.into()), ("arrow", self.arrow().into())],
        )
        .into_owned()
    }

    /// As files write it: `due`, `-created`.
    #[must_use]
    pub fn written(self) -> String {
        let sign = if self.direction == Direction::Descending {
            "-"
        } else {
            ""
        };
        format!("{sign}{}", self.by.word())
    }

    /// Reads [`Order::written`].
    #[must_use]
    pub fn read(written: &str) -> Option<Self> {
        let (direction, word) = match written.strip_prefix('-') {
            Some(word) => (Direction::Descending, word),
            None => (Direction::Ascending, written),
        };
        let by = By::ALL.into_iter().find(|by| by.word() == word)?;
        Some(Self { by, direction })
    }

    /// The sort of the query language. Turned round it is the same list from its end, so that one index serves both.
    #[must_use]
    pub fn sort(self, side: Side) -> Sort {
        let own = fields(side);
        let fields: &[&str] = match self.by {
            By::Due => &["dueDateTime"],
            By::Priority => &[own.priority, "dueDateTime"],
            By::Created => &["createDate"],
            By::Changed => &["lastActivityDate"],
            By::Status => &[own.status],
            By::Title => &["title"],
            By::Number => &["ticketNumber"],
        };
        let keys: Vec<(&str, Direction)> = fields
            .iter()
            .chain(&["id"])
            .map(|field| (*field, self.direction))
            .collect();
        Sort::by(&TICKET, &keys).unwrap_or_else(|_| Sort::by_id(&TICKET))
    }
}

/// Columns by which no list is sorted: what stands there is the name of something else.
const NAMES: [Column; 4] = [Column::Company, Column::Contact, Column::Assignee, Column::Queue];

/// Asks by what; the order in force is offered the other way round.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let now = app.tickets.order;
    let offered = |by: By| {
        let order = if now.by == by { now.turned() } else { Order::natural(by) };
        item(app.text(by.sentence()), order.arrow(), Choice::Order(order))
    };
    let refused = NAMES.iter().map(|column| Item {
        is_available: false,
        ..item(
            app.text(column.headings()[0]).to_lowercase(),
            app.say("sort-names", &[("column", column.word().into())]),
            Choice::Nothing,
        )
    });
    let items: Vec<_> = By::ALL.into_iter().map(offered).chain(refused).collect();
    let title = app.text("sort-title").into_owned();
    app.overlays.push(Overlay::Pick(Pick::new(title, items, Purpose::Sort)));
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

/// The other way round.
pub fn turn(app: &mut App, _: Intent) -> Vec<Effect> {
    app.tickets.order = app.tickets.order.turned();
    restart(app)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_order_is_one_of_the_query_language_and_is_read_as_it_is_written() {
        for by in By::ALL {
            for order in [Order::natural(by), Order::natural(by).turned()] {
                assert_eq!(Order::read(&order.written()), Some(order));
                for side in Side::BOTH {
                    assert!(order.sort(side).keys().len() > 1, "{order:?}");
                }
            }
        }
        assert_eq!(Order::read("company"), None);
    }
}
