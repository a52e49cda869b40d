//! A support contract and the state that it is in on a day (LT-07 to LT-11, LT-13, D-24).

use crate::base::Date;
use crate::base::ids::{CompanyId, ContactId, ContractId, ItemId};
use serde::{Deserialize, Serialize};

/// What a contract sells (LT-11): cover for one request, or one of the three forms per item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// One request, from opening to closing (LT-07).
    PerRequest,
    /// A span of time, without a limit of hours (LT-08).
    Subscription,
    /// A span of time or a number of hours, whichever ends first (LT-09).
    TimeLimited,
    /// A number of hours (LT-10).
    SupportHours,
}

impl Form {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::PerRequest,
        Self::Subscription,
        Self::TimeLimited,
        Self::SupportHours,
    ];

    /// The word on the wire and in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::PerRequest => "per_request",
            Self::Subscription => "subscription",
            Self::TimeLimited => "time_limited",
            Self::SupportHours => "support_hours",
        }
    }

    /// Reads [`Form::word`].
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.word() == word)
    }

    /// Whether it sells a number of minutes that can be used up.
    #[must_use]
    pub fn has_minutes(self) -> bool {
        matches!(self, Self::TimeLimited | Self::SupportHours)
    }

    /// Whether it has to have an end; the others may have one.
    #[must_use]
    pub fn needs_end(self) -> bool {
        matches!(self, Self::Subscription | Self::TimeLimited)
    }
}

/// What a contract is applied to (LT-13).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// A configuration item.
    Item(ItemId),
    /// A contact.
    Customer(ContactId),
    /// A company; its sub-units don't inherit it.
    OrgUnit(CompanyId),
}

/// What kind of thing a contract is applied to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScopeKind {
    /// A configuration item.
    Item,
    /// A contact.
    Customer,
    /// The contract's company.
    OrgUnit,
}

impl ScopeKind {
    /// The word on the wire and in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Item => "item",
            Self::Customer => "customer",
            Self::OrgUnit => "org_unit",
        }
    }

    /// Reads [`ScopeKind::word`].
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Item, Self::Customer, Self::OrgUnit]
            .into_iter()
            .find(|kind| kind.word() == word)
    }
}

impl Scope {
    /// What kind of thing it is.
    #[must_use]
    pub fn kind(self) -> ScopeKind {
        match self {
            Self::Item(_) => ScopeKind::Item,
            Self::Customer(_) => ScopeKind::Customer,
            Self::OrgUnit(_) => ScopeKind::OrgUnit,
        }
    }

    /// The id of the thing.
    #[must_use]
    pub fn number(self) -> i64 {
        match self {
            Self::Item(item) => item.0,
            Self::Customer(contact) => contact.0,
            Self::OrgUnit(company) => company.0,
        }
    }
}

/// What a contract can do on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Not approved, or before its start (LTX-02).
    Pending,
    /// Covers work.
    Active,
    /// Past its end, or its hours are used up.
    Expired,
}

/// A support contract as the rules see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SupportContract {
    /// Which one.
    pub id: ContractId,
    /// What it sells.
    pub form: Form,
    /// What it is applied to; none for a per-request contract, which belongs to its request alone.
    pub scope: Option<Scope>,
    /// The first day, of the provider's zone.
    pub start: Date,
    /// The last day; none where only the hours end it.
    pub end: Option<Date>,
    /// Minutes bought; of no meaning where the form sells none.
    pub bought: i64,
    /// Minutes used, those carried here from former contracts among them where the form sells minutes.
    pub used: i64,
    /// Minutes carried here from former contracts (LT-05).
    pub carried: i64,
    /// Whether it was approved.
    pub approved: bool,
}

impl SupportContract {
    /// The state on a day: the first that applies of expired, pending, active (2.10, D-24).
    #[must_use]
    pub fn state(&self, day: Date) -> State {
        let is_over = self.end.is_some_and(|end| end < day);
        if is_over || self.left() == Some(0) {
            State::Expired
        } else if !self.approved || day < self.start {
            State::Pending
        } else {
            State::Active
        }
    }

    /// The minutes that are left; none where the form sells no minutes.
    #[must_use]
    pub fn left(&self) -> Option<i64> {
        self.form.has_minutes().then(|| (self.bought - self.used).max(0))
    }

    /// Whether it has held since time was logged on a day, so that what former contracts carried is debited from it (LT-05).
    #[must_use]
    pub fn takes_carried(&self, logged_on: Date, today: Date) -> bool {
        self.approved && self.start <= today && self.end.is_none_or(|end| logged_on <= end)
    }

    /// Whether it covers work of a day: once it is approved, on its first day, its last, and between (D-24).
    #[must_use]
    pub fn covers_on(&self, day: Date) -> bool {
        self.approved && self.start <= day && self.end.is_none_or(|end| day <= end)
    }
}
