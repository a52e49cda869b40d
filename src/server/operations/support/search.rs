//! What the search for a contract says of a request, as a fact for the rules (LT-14, D-25, D-27, D-29).

use super::contracts;
use super::settings::{self, Settings};
use super::taking;
use crate::base::ids::{CompanyId, ContactId, ContractId, TicketId};
use crate::base::{Date, Timestamp};
use crate::domain::contract::{Answer, Form, Offer, Request, State, SupportContract, Validation, search};
use crate::domain::creation::NewTicket;
use crate::domain::editing::Edit;
use crate::domain::{Act, Actor, Agency, Lookup, Person, Refusal, Ticket};
use crate::entities::{COMPANY, CONTRACT};
use crate::records::contract;
use crate::server::operations::OperationError;
use crate::server::store::zones;
use crate::server::store::{StoreError, rows};
use rusqlite::Connection;

/// How many companies up a parent's contract may be linked by hand: as deep as any tree is walked.
const DEEPEST: usize = 50;

/// The fact for this act of this person; `ticket` is none where the act creates it. Programs' own work is exempt: an
/// alert must not be lost because a contract lapsed.
///
/// # Errors
/// `not_usable` for a contract by hand that is not this client's; the database's.
pub fn fact(
    connection: &Connection,
    act: &Act,
    actor: &Actor,
    ticket: Option<&Ticket>,
    at: Timestamp,
) -> Result<Lookup<Answer>, OperationError> {
    let settings = settings::load(connection)?;
    let today = zones::today(connection, at)?;
    let search = Search {
        connection,
        settings,
        today,
    };
    let answer = match (act, ticket) {
        (Act::Create(new), _) => {
            let request = of_new(new, actor);
            match new.contract {
                Some(contract) => Some(search.by_hand(contract, &request, None)?),
                // Its own comes with it: what the search says is only whether one is needed.
                None if new.new_contract.is_some() && !requires(connection)? => Some(Answer::Open(None)),
                None => search.unless_program(actor, &request)?,
            }
        }
        (Act::Edit(edit), Some(ticket)) => search.of_edit(edit, actor, ticket)?,
        (Act::Escalate { .. }, Some(ticket)) => search.unless_program(actor, &of_ticket(ticket))?,
        (_, Some(ticket)) => search.again(actor, ticket)?,
        (_, None) => None,
    };
    Ok(answer.map_or(Lookup::Missing, Lookup::Found))
}

/// What a ticket names that a contract may be applied to.
#[must_use]
pub fn of_ticket(ticket: &Ticket) -> Request {
    Request {
        item: ticket.configuration_item,
        customer: ticket.contact,
        company: ticket.company,
    }
}

/// What a new ticket names that a contract may be applied to.
#[must_use]
pub fn of_new(new: &NewTicket, actor: &Actor) -> Request {
    Request {
        item: new.configuration_item,
        customer: new.contact.or(own_contact(actor)),
        company: new.company,
    }
}

fn own_contact(actor: &Actor) -> Option<ContactId> {
    match actor.person {
        Person::Contact(contact) => Some(contact),
        Person::Resource(_) => None,
    }
}

/// What the search says today of a request, whether it is only thought of or waits for a contract that will not come.
///
/// # Errors
/// The database's.
pub fn of_request(connection: &Connection, request: &Request, today: Date) -> Result<Answer, StoreError> {
    let settings = settings::load(connection)?;
    let search = Search {
        connection,
        settings,
        today,
    };
    search.search(request)
}

struct Search<'a> {
    connection: &'a Connection,
    settings: Settings,
    today: Date,
}

impl Search<'_> {
    fn unless_program(&self, actor: &Actor, request: &Request) -> Result<Option<Answer>, StoreError> {
        if actor.agency == Agency::Automation {
            return Ok(None);
        }
        self.search(request).map(Some)
    }

    /// What the contract that an edit links by hand means for the request; none takes the link away (2.10). Without one
    /// it is searched for only where the request goes to another company.
    fn of_edit(&self, edit: &Edit, actor: &Actor, ticket: &Ticket) -> Result<Option<Answer>, OperationError> {
        let company = edit.company.filter(|company| *company != ticket.company);
        let kept = of_ticket(ticket);
        let request = match company {
            Some(company) => Request {
                item: edit.configuration_item.flatten(),
                customer: edit.contact.flatten(),
                company,
            },
            None => Request {
                item: edit.configuration_item.unwrap_or(kept.item),
                ..kept
            },
        };
        Ok(match (edit.contract, company) {
            (Some(Some(contract)), _) => Some(self.by_hand(contract, &request, Some(ticket.id))?),
            (Some(None), _) if requires(self.connection)? => Some(Answer::Refused(Offer::of(request.item))),
            (Some(None), _) => Some(Answer::Open(None)),
            (None, Some(_)) => self.unless_program(actor, &request)?,
            (None, None) => None,
        })
    }

    fn search(&self, request: &Request) -> Result<Answer, StoreError> {
        if self.settings.active.is_none() {
            return Ok(Answer::Open(None));
        }
        let contracts = contracts::of_request(self.connection, request, self.today)?;
        Ok(search(&contracts, request, self.settings.validation, self.today))
    }

    /// On a request that was closed: searched again only where its contract was for it alone and has ended (D-27).
    fn again(&self, actor: &Actor, ticket: &Ticket) -> Result<Option<Answer>, StoreError> {
        let (Some(id), true) = (ticket.contract, ticket.closed.is_some()) else {
            return Ok(None);
        };
        let contract = contracts::get(self.connection, id)?;
        match contract.filter(|contract| contract.form == Form::PerRequest) {
            Some(contract) if self.still_covers(&contract) => Ok(Some(Answer::Open(Some(id)))),
            Some(_) => self.unless_program(actor, &of_ticket(ticket)),
            None => Ok(Some(Answer::Open(Some(id)))),
        }
    }

    /// Whether a contract for one request covers it when it is reopened. It ended with the request, on the day on which
    /// that was closed, so only one that was made since does (LT-07).
    fn still_covers(&self, contract: &SupportContract) -> bool {
        contracts::is_active(contract, self.today) && contract.end.is_none_or(|end| end > self.today)
    }

    /// A contract of the client, or of a company above it, that is linked by hand. Validation asks the same of it as of
    /// one that is found: that it is prepaid support (LT-12), and one for a single request nobody else's (LT-07).
    fn by_hand(&self, id: ContractId, request: &Request, ticket: Option<TicketId>) -> Result<Answer, OperationError> {
        let not_usable = OperationError::from(Refusal::NotUsable { field: "contractID" });
        let Some(row) = rows::get(self.connection, &CONTRACT, id.0)? else {
            return Err(not_usable);
        };
        let owner = CompanyId(row.integer("companyID").unwrap_or_default());
        if !is_above(self.connection, owner, request.company)? {
            return Err(not_usable);
        }
        if self.settings.active.is_none() || self.settings.validation == Validation::Off {
            return Ok(Answer::Open(Some(id)));
        }
        let covers = match contract::form(&row) {
            Some(Form::PerRequest) => taking::is_for(self.connection, &row, ticket)?,
            form => form.is_some(),
        };
        Ok(match contract::state(&row, self.today) {
            _ if !covers => Answer::Refused(Offer::of(request.item)),
            State::Active => Answer::Open(Some(id)),
            State::Pending => Answer::Held(id),
            State::Expired => Answer::Refused(Offer::of(request.item)),
        })
    }
}

/// Whether a company is this one or one above it.
fn is_above(connection: &Connection, owner: CompanyId, company: CompanyId) -> Result<bool, StoreError> {
    let mut at = Some(company.0);
    for _ in 0..DEEPEST {
        match at {
            Some(id) if id == owner.0 => return Ok(true),
            Some(id) => {
                let row = rows::get(connection, &COMPANY, id)?;
                at = row.and_then(|row| row.integer("parentCompanyID"));
            }
            None => return Ok(false),
        }
    }
    Ok(false)
}

/// Whether requests need a contract.
///
/// # Errors
/// The database's.
pub fn requires(connection: &Connection) -> Result<bool, StoreError> {
    let settings = settings::load(connection)?;
    Ok(settings.active.is_some() && settings.validation == Validation::On)
}
