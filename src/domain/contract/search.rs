//! Which contract covers a request (LT-12 to LT-15, D-22 to D-26). One pass over the contracts of the request's scopes,
//! however many there are elsewhere.

use super::support::{Scope, State, SupportContract};
use crate::base::Date;
use crate::base::ids::{CompanyId, ContactId, ContractId, ItemId};
use serde::{Deserialize, Serialize};

/// What a request names that a contract may be applied to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request {
    /// The item, where it names one.
    pub item: Option<ItemId>,
    /// The person it is about, where it names one.
    pub customer: Option<ContactId>,
    /// The client.
    pub company: CompanyId,
}

impl Request {
    /// The scopes in the order in which they are searched (LT-14); what the request doesn't name is skipped.
    #[must_use]
    pub fn scopes(&self) -> [Option<Scope>; 3] {
        [
            self.item.map(Scope::Item),
            self.customer.map(Scope::Customer),
            Some(Scope::OrgUnit(self.company)),
        ]
    }
}

/// Whether requests need a contract (LT-17).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Validation {
    /// No request without one (LT-12).
    On,
    /// One is linked where there is one; nothing is held or refused (D-25).
    Off,
}

/// How a contract can be made through the incident (LT-15).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Offer {
    /// One for this request alone.
    PerRequest,
    /// One for the item that the request names.
    PerItem,
}

impl Offer {
    /// The ways for a request with or without an item.
    #[must_use]
    pub fn of(item: Option<ItemId>) -> &'static [Self] {
        match item {
            Some(_) => &[Self::PerRequest, Self::PerItem],
            None => &[Self::PerRequest],
        }
    }

    /// The word on the wire.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::PerRequest => "per_request",
            Self::PerItem => "per_item",
        }
    }
}

/// What the search says of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It opens, covered by this contract; by none where validation is off and nothing was found.
    Open(Option<ContractId>),
    /// It is created and waits until this contract is active (D-22).
    Held(ContractId),
    /// Nothing covers it; these ways lead on (D-23).
    Refused(&'static [Offer]),
}

/// Searches as LT-14 says: item, customer, org unit with an active contract, then the same with a pending one. Of several
/// on one level the active one that ends first is taken, the pending one that starts first (D-26).
#[must_use]
pub fn search<'a>(
    contracts: impl IntoIterator<Item = &'a SupportContract>,
    request: &Request,
    validation: Validation,
    today: Date,
) -> Answer {
    let scopes = request.scopes();
    let mut active: [Option<&SupportContract>; 3] = [None; 3];
    let mut pending: [Option<&SupportContract>; 3] = [None; 3];
    for contract in contracts {
        let level = scopes
            .iter()
            .position(|scope| scope.is_some() && *scope == contract.scope);
        let Some(level) = level else { continue };
        match contract.state(today) {
            State::Active => keep(active.get_mut(level), contract, ending),
            State::Pending => keep(pending.get_mut(level), contract, starting),
            State::Expired => {}
        }
    }
    let found = |levels: [Option<&SupportContract>; 3]| levels.into_iter().flatten().next().map(|contract| contract.id);
    match (found(active), found(pending), validation) {
        (Some(contract), _, _) => Answer::Open(Some(contract)),
        (None, _, Validation::Off) => Answer::Open(None),
        (None, Some(contract), Validation::On) => Answer::Held(contract),
        (None, None, Validation::On) => Answer::Refused(Offer::of(request.item)),
    }
}

/// Puts a contract into its level's place, unless a better one stands there.
fn keep<'a, K: Ord>(
    place: Option<&mut Option<&'a SupportContract>>,
    contract: &'a SupportContract,
    order: impl Fn(&SupportContract) -> K,
) {
    if let Some(place) = place
        && place.is_none_or(|kept| order(contract) < order(kept))
    {
        *place = Some(contract);
    }
}

/// The earliest end first, one without an end last.
fn ending(contract: &SupportContract) -> (bool, Option<Date>, ContractId) {
    (contract.end.is_none(), contract.end, contract.id)
}

/// The earliest start first.
fn starting(contract: &SupportContract) -> (Date, ContractId) {
    (contract.start, contract.id)
}
