//! The order of a list of tickets: by the ticket's own fields, and before them by what stands elsewhere. A client's name
//! is in the client's row, a status's place among the others in the status's.

use super::{Direction, Sort};
use crate::domain::Side;

/// What a list is sorted by that is no field of the ticket. Tickets without it, or whose name isn't known, come last in
/// either direction. What each side has of its own is sorted as that side's lists show it: of tickets that the side has
/// no part in, the other side's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The client's name.
    Company,
    /// The name of the client's person.
    Contact,
    /// The name of who has it on this side.
    Assignee(Side),
    /// The name of this side's queue.
    Queue(Side),
    /// How urgent it is to this side.
    Priority(Side),
    /// This side's status, in the order in which statuses are offered; none where the side has no part in the ticket.
    Status(Side),
}

impl Standing {
    /// All that lists of a side are sorted by.
    #[must_use]
    pub const fn of(side: Side) -> [Self; 6] {
        [
            Self::Company,
            Self::Contact,
            Self::Assignee(side),
            Self::Queue(side),
            Self::Priority(side),
            Self::Status(side),
        ]
    }
}

/// In which order a list has its tickets.
#[derive(Clone, Debug, PartialEq)]
pub struct ListOrder {
    standing: Option<(Standing, Direction)>,
    sort: Sort,
}

impl ListOrder {
    /// By this, and what is equal in it by the sort.
    #[must_use]
    pub fn led_by(standing: Standing, direction: Direction, sort: Sort) -> Self {
        let standing = Some((standing, direction));
        Self { standing, sort }
    }

    /// What comes before all fields, and which way.
    #[must_use]
    pub fn standing(&self) -> Option<(Standing, Direction)> {
        self.standing
    }

    /// The fields: all that a server can sort by.
    #[must_use]
    pub fn sort(&self) -> &Sort {
        &self.sort
    }
}

impl From<Sort> for ListOrder {
    fn from(sort: Sort) -> Self {
        Self { standing: None, sort }
    }
}
