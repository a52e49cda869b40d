//! The order of the list: by any column that it can show, whether or not it shows it.

use super::column::Column;
use super::{Pane, WINDOW, restart};
use crate::domain::Side;
use crate::entities::TICKET;
use crate::query::{Direction, ListOrder, Sort, Standing};
use crate::tui::app::App;
use crate::tui::effect::{Effect, Source};
use crate::tui::intent::Intent;
use crate::tui::overlays::pick::{Pick, item};
use crate::tui::overlays::{Answer, Choice, Overlay, Purpose};
use crate::tui::widgets::pick_list::Item;

/// What a list is sorted by, and which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// The column.
    pub by: Column,
    /// Least or most first.
    pub direction: Direction,
}

impl Default for Order {
    fn default() -> Self {
        Self::natural(Column::Due)
    }
}

impl Order {
    /// By this, the way in which one mostly wants it: of what has happened the newest first.
    #[must_use]
    pub const fn natural(by: Column) -> Self {
        let direction = match by {
            Column::Created | Column::Changed => Direction::Descending,
            _ => Direction::Ascending,
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
        let order = app.text(sentence(self.by));
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
        let by = Column::named(word)?;
        Some(Self { by, direction })
    }

    /// The order of the query language. What many tickets have alike goes on by what is due first, everything else by id;
    /// all of it is turned round together, so that one index serves both ways.
    #[must_use]
    pub fn of_list(self, side: Side) -> ListOrder {
        let by = |field| {
            let keys = [(field, self.direction), ("id", self.direction)];
            Sort::by(&TICKET, &keys).unwrap_or_else(|_| Sort::by_id(&TICKET))
        };
        match sorted_by(self.by, side) {
            SortedBy::Field(field) => by(field).into(),
            SortedBy::Standing(standing) => ListOrder::led_by(standing, self.direction, by("dueDateTime")),
        }
    }
}

/// What a column is sorted by.
enum SortedBy {
    /// A field of the ticket.
    Field(&'static str),
    /// A name, or a place among others, that stands elsewhere.
    Standing(Standing),
}

const fn sorted_by(column: Column, side: Side) -> SortedBy {
    SortedBy::Standing(match column {
        Column::Number => return SortedBy::Field("ticketNumber"),
        Column::Title => return SortedBy::Field("title"),
        Column::Due => return SortedBy::Field("dueDateTime"),
        Column::Created => return SortedBy::Field("createDate"),
        Column::Changed => return SortedBy::Field("lastActivityDate"),
        Column::Company => Standing::Company,
        Column::Contact => Standing::Contact,
        Column::Statuses => Standing::Status(side),
        Column::Assignee => Standing::Assignee(side),
        Column::Queue => Standing::Queue(side),
        Column::Priority => Standing::Priority(side),
    })
}

/// The order in which the lines stand: the chosen one, or, of too many at the server, what is due first.
#[must_use]
pub fn shown(pane: &Pane) -> Order {
    match pane.is_by_fields_only {
        true => Order {
            by: Column::Due,
            ..pane.order
        },
        false => pane.order,
    }
}

/// Says that the lines don't stand in the chosen order, and what would make it possible.
pub fn warn(app: &mut App) {
    let chosen = app.text(sentence(app.tickets.order.by)).into_owned();
    let shown = app.text(sentence(shown(&app.tickets).by)).into_owned();
    let words = [
        ("most", WINDOW.into()),
        ("order", chosen.into()),
        ("shown", shown.into()),
    ];
    let why = app.say("list-not-by", &words).into_owned();
    app.warn(why);
}

/// The key of what an order by a column is called.
const fn sentence(column: Column) -> &'static str {
    match column {
        Column::Number => "order-number",
        Column::Title => "order-title",
        Column::Company => "order-company",
        Column::Contact => "order-contact",
        Column::Statuses => "order-statuses",
        Column::Assignee => "order-assignee",
        Column::Queue => "order-queue",
        Column::Priority => "order-priority",
        Column::Due => "order-due",
        Column::Created => "order-created",
        Column::Changed => "order-changed",
    }
}

/// Asks by what; the order in force is offered the other way round.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let pane = &app.tickets;
    let now = shown(pane);
    let is_whole = pane.source != Some(Source::Server) || (pane.is_start && pane.is_end);
    let too_many = app.say("sort-too-many", &[("most", WINDOW.into())]);
    let offered = |by: Column| {
        let order = if now.by == by { now.turned() } else { Order::natural(by) };
        let is_available = is_whole || matches!(sorted_by(by, app.side()), SortedBy::Field(_));
        let detail = if is_available { order.arrow() } else { &too_many };
        Item {
            is_available,
            ..item(app.text(sentence(by)), detail, Choice::Order(order))
        }
    };
    let items: Vec<_> = Column::ALL.into_iter().map(offered).collect();
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
    fn every_column_is_an_order_that_is_read_as_it_is_written() {
        for by in Column::ALL {
            for order in [Order::natural(by), Order::natural(by).turned()] {
                assert_eq!(Order::read(&order.written()), Some(order));
                for side in Side::BOTH {
                    let keys = order.of_list(side).sort().keys().len();
                    assert_eq!(keys, 2, "{order:?} is by a field that there isn't");
                }
            }
        }
        assert_eq!(Order::read("colour"), None);
    }
}
