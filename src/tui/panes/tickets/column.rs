//! What a list of tickets can show of each. Both statuses are one column: they stand side by side in every list.

use crate::domain::Side;
use crate::tui::app::App;
use crate::tui::layout::{Layout, Lines};

/// One thing that a list shows of a ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Its number.
    Number,
    /// Its title; always there.
    Title,
    /// The client.
    Company,
    /// The client's person.
    Contact,
    /// Both sides' statuses; always there.
    Statuses,
    /// Who has it on one's own side.
    Assignee,
    /// The queue of one's own side.
    Queue,
    /// How urgent it is to one's own side.
    Priority,
    /// Resolve by.
    Due,
    /// When it was created.
    Created,
    /// When something last happened to it.
    Changed,
}

impl Column {
    /// Every column, in the order in which they stand where nobody chose another one.
    pub const ALL: [Self; 11] = [
        Self::Number,
        Self::Title,
        Self::Company,
        Self::Contact,
        Self::Statuses,
        Self::Assignee,
        Self::Queue,
        Self::Priority,
        Self::Due,
        Self::Created,
        Self::Changed,
    ];
    /// Those without which a list would not be one.
    pub const ALWAYS: [Self; 2] = [Self::Title, Self::Statuses];

    /// Its name in files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Title => "title",
            Self::Company => "company",
            Self::Contact => "contact",
            Self::Statuses => "statuses",
            Self::Assignee => "assignee",
            Self::Queue => "queue",
            Self::Priority => "priority",
            Self::Due => "due",
            Self::Created => "created",
            Self::Changed => "changed",
        }
    }

    /// The column of this name.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.word() == word)
    }

    /// The keys of the headings above it: two where both sides stand below.
    #[must_use]
    pub const fn headings(self) -> &'static [&'static str] {
        match self {
            Self::Number => &["column-number"],
            Self::Title => &["column-title"],
            Self::Company => &["column-company"],
            Self::Contact => &["column-contact"],
            Self::Statuses => &["column-autotask", "column-taskfire"],
            Self::Assignee => &["column-assignee"],
            Self::Queue => &["column-queue"],
            Self::Priority => &["column-priority"],
            Self::Due => &["column-due"],
            Self::Created => &["column-created"],
            Self::Changed => &["column-changed"],
        }
    }

    /// What a list shows that nobody chose columns for.
    #[must_use]
    pub fn usual(side: Side) -> Vec<Self> {
        let who = match side {
            Side::Autotask => Self::Company,
            Side::Taskfire => Self::Contact,
        };
        vec![
            Self::Number,
            Self::Title,
            who,
            Self::Statuses,
            Self::Assignee,
            Self::Priority,
            Self::Due,
        ]
    }
}

/// The columns that the list shows where it has room for all of them.
#[must_use]
pub fn wanted(app: &App) -> Vec<Column> {
    app.tickets.columns.clone().unwrap_or_else(|| Column::usual(app.side()))
}

/// The columns of this layout: the usual ones leave out what a list of this width has no room for.
#[must_use]
pub fn shown(app: &App, layout: &Layout) -> Vec<Column> {
    let mut columns = wanted(app);
    if app.tickets.columns.is_none() && layout.lines != Lines::Spacious {
        columns.retain(|column| *column != Column::Assignee);
    }
    columns
}
