//! What becomes of logged minutes: debited from the contract that the ticket is linked to, split where it doesn't reach,
//! and the rest carried to the next contract of the scope or left uncovered (LT-04 to LT-06, D-28). Everything follows
//! from contracts and entries alone, so that changing or deleting an entry gives its minutes back: whoever wants to know
//! afresh plays a scope's entries once more from contracts that nothing has been debited from.

use super::support::SupportContract;
use crate::base::Date;
use crate::base::ids::{ContractId, TimeEntryId};
use serde::{Deserialize, Serialize};

/// What happens to time that its contract doesn't cover; chosen at activation, without a default (LT-04).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TimeExpired {
    /// It is debited from the next contract of the scope (LT-05).
    Rollover,
    /// It stays uncovered (LT-06).
    Ignore,
}

impl TimeExpired {
    /// The word on the wire and in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Rollover => "rollover",
            Self::Ignore => "ignore",
        }
    }

    /// Reads [`TimeExpired::word`].
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Rollover, Self::Ignore]
            .into_iter()
            .find(|option| option.word() == word)
    }
}

/// Logged time of the provider's side. Client-side time never becomes one (2.10).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Which one. Entries are debited in the order of their ids, which is the one in which they were logged.
    pub id: TimeEntryId,
    /// The contract that its ticket was linked to when it was logged.
    pub contract: ContractId,
    /// The day of the work.
    pub worked_on: Date,
    /// The day on which it was logged, in the provider's zone.
    pub logged_on: Date,
    /// How long.
    pub minutes: i64,
}

/// Why minutes were debited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DebitKind {
    /// The contract covered them.
    Covered,
    /// A former contract of the scope didn't, and they were carried here.
    Carried,
}

impl DebitKind {
    /// The word in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Covered => "covered",
            Self::Carried => "carried",
        }
    }
}

/// Minutes of one entry that one contract took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Debit {
    /// Which contract.
    pub contract: ContractId,
    /// How many; more than none.
    pub minutes: i64,
    /// Why.
    pub kind: DebitKind,
}

/// What became of one entry's minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Which entry.
    pub entry: TimeEntryId,
    /// Minutes that its contract covers.
    pub covered: i64,
    /// The rest.
    pub uncovered: i64,
    /// Of the rest: what is applied to future contracts.
    pub carried: i64,
    /// Of what is carried: what no contract has taken yet.
    pub waiting: i64,
    /// Who took what.
    pub debits: Vec<Debit>,
}

/// The contracts of one scope, or the one of a request, with what was debited from them so far.
#[derive(Clone, Debug)]
pub struct Ledger {
    contracts: Vec<SupportContract>,
    option: TimeExpired,
    today: Date,
}

impl Ledger {
    /// Goes on from where these contracts stand.
    #[must_use]
    pub fn open(mut contracts: Vec<SupportContract>, option: TimeExpired, today: Date) -> Self {
        contracts.sort_unstable_by_key(|contract| (contract.start, contract.id));
        Self {
            contracts,
            option,
            today,
        }
    }

    /// Starts over: nothing has been debited from these contracts.
    #[must_use]
    pub fn anew(mut contracts: Vec<SupportContract>, option: TimeExpired, today: Date) -> Self {
        for contract in &mut contracts {
            contract.used = 0;
            contract.carried = 0;
        }
        Self::open(contracts, option, today)
    }

    /// Plays these entries in the order in which they were logged.
    pub fn replay(&mut self, mut entries: Vec<Entry>) -> Vec<Coverage> {
        entries.sort_unstable_by_key(|entry| entry.id);
        entries.iter().map(|entry| self.log(entry)).collect()
    }

    /// Debits one entry that is later than all before it.
    pub fn log(&mut self, entry: &Entry) -> Coverage {
        let place = self.contracts.iter().position(|known| known.id == entry.contract);
        let mut coverage = Coverage {
            entry: entry.id,
            covered: 0,
            uncovered: entry.minutes,
            carried: 0,
            waiting: 0,
            debits: Vec::new(),
        };
        let Some(place) = place else { return coverage };
        let (up_to, later) = self.contracts.split_at_mut(place + 1);
        let Some(contract) = up_to.last_mut() else {
            return coverage;
        };
        if contract.covers_on(entry.worked_on) {
            let covered = contract.left().map_or(entry.minutes, |left| left.min(entry.minutes));
            contract.used += covered;
            coverage.take(contract.id, covered, DebitKind::Covered);
            coverage.covered = covered;
            coverage.uncovered = entry.minutes - covered;
        }
        // Only what comes after a contract, or goes beyond its hours, is the next one's (2.10).
        let is_carried = contract.scope.is_some() && contract.start <= entry.worked_on;
        if self.option == TimeExpired::Rollover && is_carried {
            coverage.carried = coverage.uncovered;
            coverage.waiting = coverage.uncovered;
            for next in later {
                coverage.carry(next, entry.logged_on, self.today);
            }
        }
        coverage
    }

    /// The contracts as they stand now.
    #[must_use]
    pub fn contracts(&self) -> &[SupportContract] {
        &self.contracts
    }
}

impl Coverage {
    /// Carries what waits to a later contract of the scope, if that one has been active since the entry was logged. A
    /// plain subscription accepts it without a debit.
    fn carry(&mut self, next: &mut SupportContract, logged_on: Date, today: Date) {
        if !next.takes_carried(logged_on, today) {
            return;
        }
        let taken = next.left().map_or(self.waiting, |left| left.min(self.waiting));
        if next.form.has_minutes() {
            next.used += taken;
        }
        next.carried += taken;
        self.waiting -= taken;
        self.take(next.id, taken, DebitKind::Carried);
    }

    fn take(&mut self, contract: ContractId, minutes: i64, kind: DebitKind) {
        if minutes > 0 {
            self.debits.push(Debit {
                contract,
                minutes,
                kind,
            });
        }
    }
}
