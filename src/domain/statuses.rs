//! The statuses of both sides: labels can be renamed and added, kinds are fixed (2.2).

use super::Side;
use crate::base::ids::StatusId;
use serde::{Deserialize, Serialize};

/// What a status means to the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StatusKind {
    /// Nobody on this side has begun.
    New,
    /// In work or waiting for somebody.
    Open,
    /// Somebody else has it; follows from a hand-over, never chosen (`status_by_handover`).
    WithOther,
    /// Done for this side (D-05).
    Complete,
}

impl StatusKind {
    /// The word on the wire and in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Open => "open",
            Self::WithOther => "with_other",
            Self::Complete => "complete",
        }
    }

    /// Reads [`StatusKind::word`].
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::New, Self::Open, Self::WithOther, Self::Complete]
            .into_iter()
            .find(|kind| kind.word() == word)
    }
}

/// One status of one side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Status {
    /// Unique over both sides.
    pub id: StatusId,
    /// Whose status it is.
    pub side: Side,
    /// What people read.
    pub label: String,
    /// What the rules read.
    pub kind: StatusKind,
    /// Whether the rules choose it where they need one of its kind.
    pub is_default: bool,
}

/// The ids of the statuses that every instance has (13.1). Autotask's are Autotask's own; Taskfire's are the same
/// plus 100, so that a number never means two things.
pub mod system {
    use super::{Side, StatusId};

    /// New.
    pub const AUTOTASK_NEW: StatusId = StatusId(1);
    /// Complete.
    pub const AUTOTASK_COMPLETE: StatusId = StatusId(5);
    /// Waiting Customer.
    pub const AUTOTASK_WAITING_CUSTOMER: StatusId = StatusId(7);
    /// In Progress.
    pub const AUTOTASK_IN_PROGRESS: StatusId = StatusId(8);
    /// Waiting Vendor.
    pub const AUTOTASK_WAITING_VENDOR: StatusId = StatusId(12);
    /// With Client.
    pub const AUTOTASK_WITH_CLIENT: StatusId = StatusId(20);
    /// New.
    pub const TASKFIRE_NEW: StatusId = StatusId(101);
    /// Complete.
    pub const TASKFIRE_COMPLETE: StatusId = StatusId(105);
    /// Waiting User.
    pub const TASKFIRE_WAITING_USER: StatusId = StatusId(107);
    /// In Progress.
    pub const TASKFIRE_IN_PROGRESS: StatusId = StatusId(108);
    /// With Vendor.
    pub const TASKFIRE_WITH_VENDOR: StatusId = StatusId(112);
    /// With Provider.
    pub const TASKFIRE_WITH_PROVIDER: StatusId = StatusId(120);

    /// The status of a side whose ticket the other side holds (D-07).
    #[must_use]
    pub fn with_other(side: Side) -> StatusId {
        match side {
            Side::Autotask => AUTOTASK_WITH_CLIENT,
            Side::Taskfire => TASKFIRE_WITH_PROVIDER,
        }
    }

    /// The status that *reopen* chooses (row 23).
    #[must_use]
    pub fn in_progress(side: Side) -> StatusId {
        match side {
            Side::Autotask => AUTOTASK_IN_PROGRESS,
            Side::Taskfire => TASKFIRE_IN_PROGRESS,
        }
    }
}

/// All statuses of an instance, in the order in which they are offered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Statuses(Vec<Status>);

impl Statuses {
    /// The statuses as given, in that order.
    #[must_use]
    pub fn new(statuses: Vec<Status>) -> Self {
        Self(statuses)
    }

    /// The statuses of a new instance (2.2, 13.1).
    #[must_use]
    pub fn standard() -> Self {
        use StatusKind::{Complete, New, Open, WithOther};
        let rows = [
            (system::AUTOTASK_NEW, "New", New),
            (system::AUTOTASK_IN_PROGRESS, "In Progress", Open),
            (system::AUTOTASK_WAITING_CUSTOMER, "Waiting Customer", Open),
            (system::AUTOTASK_WAITING_VENDOR, "Waiting Vendor", Open),
            (system::AUTOTASK_WITH_CLIENT, "With Client", WithOther),
            (system::AUTOTASK_COMPLETE, "Complete", Complete),
            (system::TASKFIRE_NEW, "New", New),
            (system::TASKFIRE_IN_PROGRESS, "In Progress", Open),
            (system::TASKFIRE_WAITING_USER, "Waiting User", Open),
            (system::TASKFIRE_WITH_PROVIDER, "With Provider", WithOther),
            (system::TASKFIRE_WITH_VENDOR, "With Vendor", WithOther),
            (system::TASKFIRE_COMPLETE, "Complete", Complete),
        ];
        let status = |(id, label, kind): (StatusId, &str, StatusKind)| Status {
            id,
            side: if id.0 > 100 { Side::Taskfire } else { Side::Autotask },
            label: label.to_owned(),
            kind,
            is_default: matches!(kind, New | Complete),
        };
        Self(rows.into_iter().map(status).collect())
    }

    /// The status of this id, of either side.
    #[must_use]
    pub fn get(&self, id: StatusId) -> Option<&Status> {
        self.0.iter().find(|status| status.id == id)
    }

    /// The label of a status; `?` and the number for one that was deleted.
    #[must_use]
    pub fn label(&self, id: StatusId) -> String {
        self.get(id)
            .map_or_else(|| format!("?{id}"), |status| status.label.clone())
    }

    /// The kind of a status; one that was deleted counts as open, so that its ticket isn't lost.
    #[must_use]
    pub fn kind(&self, id: StatusId) -> StatusKind {
        self.get(id).map_or(StatusKind::Open, |status| status.kind)
    }

    /// The statuses of one side, in the order in which they are offered.
    pub fn of(&self, side: Side) -> impl Iterator<Item = &Status> {
        self.0.iter().filter(move |status| status.side == side)
    }

    /// The status that the rules choose for a side where they need one of this kind (D-05, D-07).
    #[must_use]
    pub fn default(&self, side: Side, kind: StatusKind) -> StatusId {
        let of_kind = || self.of(side).filter(move |status| status.kind == kind);
        let chosen = of_kind().find(|status| status.is_default).or_else(|| of_kind().next());
        chosen.map_or_else(|| system_default(side, kind), |status| status.id)
    }

    /// All statuses of both sides.
    pub fn iter(&self) -> impl Iterator<Item = &Status> {
        self.0.iter()
    }
}

fn system_default(side: Side, kind: StatusKind) -> StatusId {
    match (side, kind) {
        (_, StatusKind::WithOther) => system::with_other(side),
        (_, StatusKind::Open) => system::in_progress(side),
        (Side::Autotask, StatusKind::New) => system::AUTOTASK_NEW,
        (Side::Autotask, StatusKind::Complete) => system::AUTOTASK_COMPLETE,
        (Side::Taskfire, StatusKind::New) => system::TASKFIRE_NEW,
        (Side::Taskfire, StatusKind::Complete) => system::TASKFIRE_COMPLETE,
    }
}
