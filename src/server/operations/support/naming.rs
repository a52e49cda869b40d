//! What a request of a client can name, and what the search for a contract says of one that does: told while it is typed.

use super::{contracts, search, settings};
use crate::base::Date;
use crate::domain::contract::{Answer, Request, SupportContract};
use crate::domain::{Actor, Refusal, Side};
use crate::entities::CONTRACT;
use crate::records::administration::support::{ContractState, Found, FoundAnswer, Naming, NamingQuestion};
use crate::server::operations::administration::visible_company;
use crate::server::operations::contracts::{subjects, written};
use crate::server::operations::{OperationError, Operations};
use crate::server::store::zones;
use crate::server::store::{StoreError, rows};
use rusqlite::Connection;

impl Operations {
    /// What a request of a client can name.
    ///
    /// # Errors
    /// `forbidden` to the portal's people, who name nothing; `not_found`.
    pub async fn naming(&self, actor: Actor, asked: NamingQuestion) -> Result<Naming, OperationError> {
        let now = self.now();
        self.read(move |connection| {
            if !actor.level.works_tickets() {
                return Err(Refusal::Forbidden.into());
            }
            visible_company(connection, &actor, asked.company)?;
            let items = subjects::items(connection, asked.company)?;
            // Contracts are the provider's own matter.
            if actor.side() == Side::Taskfire {
                return Ok(Naming {
                    items,
                    ..Naming::default()
                });
            }
            let today = zones::today(connection, now)?;
            Ok(Naming {
                items,
                contracts: contracts::usable(connection, asked.company, today)?,
                search: found(connection, &asked, today)?,
            })
        })
        .await
    }
}

fn found(connection: &Connection, asked: &NamingQuestion, today: Date) -> Result<Option<Found>, StoreError> {
    if settings::load(connection)?.active.is_none() {
        return Ok(None);
    }
    let request = Request {
        item: asked.item,
        customer: asked.contact,
        company: asked.company,
    };
    let (answer, contract) = match search::of_request(connection, &request, today)? {
        Answer::Open(contract) => (FoundAnswer::Open, contract),
        Answer::Held(contract) => (FoundAnswer::Held, Some(contract)),
        Answer::Refused(_) => (FoundAnswer::Refused, None),
    };
    let row = match contract {
        Some(contract) => rows::get(connection, &CONTRACT, contract.0)?,
        None => None,
    };
    let shown = |contract: SupportContract| contracts::shown(connection, &contract, today);
    let known: Option<ContractState> = match contract {
        Some(contract) => contracts::get(connection, contract)?.map(shown).transpose()?,
        None => None,
    };
    Ok(Some(Found {
        answer,
        contract: known,
        applied_to: row.as_ref().and_then(written::scope),
    }))
}
