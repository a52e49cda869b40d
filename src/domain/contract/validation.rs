//! What the search's answer does to a request that enters the provider's side (rows 4, 23, 27 of 2.4; D-22, D-23, D-27).
//! Whoever fills the facts decides whether the search runs, and for whom (D-29).

use super::offered::{Made, NewContract};
use super::search::Answer;
use crate::base::Timestamp;
use crate::base::ids::ContractId;
use crate::domain::facts::Lookup;
use crate::domain::history::{Entry, Event, Readers, Value};
use crate::domain::notice::{NoticeEvent, Recipient};
use crate::domain::outcome::Certainty;
use crate::domain::permission::{Action, Permission, permission};
use crate::domain::{Actor, Facts, Outcome, Refusal, Side, Ticket};
use serde::{Deserialize, Serialize};

/// Who can take an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Taker {
    /// Whoever was refused.
    You,
    /// The provider's administrators, who are asked.
    Administrators,
}

impl Taker {
    fn of(actor: &Actor) -> Self {
        if permission(actor.level, Action::ManageContracts) == Permission::No {
            Self::Administrators
        } else {
            Self::You
        }
    }

    /// The word that the refusal's sentence chooses by.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::You => "you",
            Self::Administrators => "administrators",
        }
    }
}

/// Links the request to the contract that covers it, holds it for a pending one, or refuses it. A contract that comes
/// with the request takes the place of the search.
pub(in crate::domain) fn admit(
    outcome: &mut Outcome,
    actor: &Actor,
    new_contract: Option<&NewContract>,
    facts: &Facts,
) -> Result<(), Refusal> {
    if let Some(new) = new_contract {
        return create(outcome, actor, new, facts);
    }
    match facts.contract {
        Lookup::Found(Answer::Open(contract)) => {
            outcome.ticket.contract = contract;
            outcome.ticket.held = false;
        }
        Lookup::Found(Answer::Held(contract)) => {
            outcome.ticket.contract = Some(contract);
            hold(outcome, actor);
        }
        Lookup::Found(Answer::Refused(offers)) => {
            let taker = Taker::of(actor);
            return Err(Refusal::ContractRequired { offers, taker });
        }
        Lookup::Missing => {}
        Lookup::Unknown => outcome.depend(Certainty::ServerDecides),
    }
    Ok(())
}

/// Request and contract in one step, by whoever may manage contracts (D-23). The contract gets its id when it is saved.
fn create(outcome: &mut Outcome, actor: &Actor, new: &NewContract, facts: &Facts) -> Result<(), Refusal> {
    if Taker::of(actor) == Taker::Administrators {
        return Err(Refusal::Forbidden);
    }
    let Lookup::Found(today) = facts.today else {
        outcome.depend(Certainty::ServerDecides);
        return Ok(());
    };
    let contract = new.contract(outcome.ticket.configuration_item, today)?;
    outcome.ticket.held = false;
    // Open with no contract at all says that none is needed: then nothing is held (D-25).
    if today < contract.start && facts.contract != Lookup::Found(Answer::Open(None)) {
        hold(outcome, actor);
    }
    outcome.new_contract = Some(Made {
        contract,
        name: new.name.clone(),
    });
    Ok(())
}

/// The request waits for its contract: N13.
fn hold(outcome: &mut Outcome, actor: &Actor) {
    outcome.ticket.held = true;
    let to = vec![Recipient::Contact, Recipient::ProviderAdministrators];
    outcome.tell(actor, NoticeEvent::HeldForContract, to, "");
}

/// Refuses what the provider may not do to a request that waits for its contract (row 27); notes it may write.
///
/// # Errors
/// `request_held`.
pub fn require_not_held(ticket: &Ticket, actor: &Actor) -> Result<(), Refusal> {
    if ticket.held && actor.side() == Side::Autotask {
        return Err(Refusal::RequestHeld);
    }
    Ok(())
}

/// Whom a reminder of the missing contract reaches (LTX-04).
pub const REMINDED: [Recipient; 3] = [
    Recipient::Contact,
    Recipient::TaskfireAdministrators,
    Recipient::ProviderAdministrators,
];

/// Whether somebody of the provider can remind of the contract for which the request waits.
///
/// # Errors
/// `forbidden` for a client's people; `request_not_held` where it waits for none.
pub fn require_waiting(ticket: &Ticket, actor: &Actor) -> Result<(), Refusal> {
    match (actor.side(), ticket.held) {
        (Side::Taskfire, _) => Err(Refusal::Forbidden),
        (Side::Autotask, false) => Err(Refusal::RequestNotHeld),
        (Side::Autotask, true) => Ok(()),
    }
}

/// The request after a contract was made for it, given what that contract means for it.
///
/// # Errors
/// `contract_required` where validation doesn't take it.
pub fn link(ticket: &Ticket, actor: &Actor, answer: Answer, at: Timestamp) -> Result<Outcome, Refusal> {
    let mut outcome = Outcome::unchanged(ticket);
    relink(&mut outcome, actor, answer, at)?;
    Ok(outcome)
}

/// Links a contract by hand, or takes the link away: the provider's own right, whoever has the request (2.3).
pub(in crate::domain) fn link_by_hand(
    outcome: &mut Outcome,
    actor: &Actor,
    contract: Option<ContractId>,
    facts: &Facts,
    at: Timestamp,
) -> Result<(), Refusal> {
    if actor.side() != Side::Autotask {
        return Err(Refusal::Forbidden);
    }
    if outcome.ticket.autotask.is_none() {
        return Err(Refusal::NoPart { side: Side::Autotask });
    }
    match facts.contract {
        Lookup::Found(answer) => relink(outcome, actor, answer, at),
        Lookup::Missing | Lookup::Unknown => {
            outcome.ticket.contract = contract;
            outcome.depend(Certainty::ServerDecides);
            Ok(())
        }
    }
}

/// Contracts are the provider's own matter, so only its side reads the entry.
fn relink(outcome: &mut Outcome, actor: &Actor, answer: Answer, at: Timestamp) -> Result<(), Refusal> {
    let (contract, is_held) = match answer {
        Answer::Open(contract) => (contract, false),
        Answer::Held(contract) => (Some(contract), true),
        Answer::Refused(offers) => {
            let taker = Taker::of(actor);
            return Err(Refusal::ContractRequired { offers, taker });
        }
    };
    let former = outcome.ticket.contract;
    outcome.ticket.contract = contract;
    outcome.ticket.held = false;
    if former != contract {
        let number = |contract: ContractId| Value::Text(contract.to_string());
        let entry = Entry {
            field: Some("contractID"),
            ..Entry::by(actor, Event::Edited, at).values(former.map(number), contract.map(number))
        };
        outcome.history.push(Entry {
            readers: Readers::Autotask,
            ..entry
        });
    }
    if is_held {
        hold(outcome, actor);
    }
    Ok(())
}
