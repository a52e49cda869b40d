//! Reminding of a missing contract (LTX-04): the request's contact and the client's administrators, whose it is to order
//! one, and the provider's, who make it.

use super::refused;
use crate::base::ids::{CompanyId, TicketId};
use crate::domain::contract::validation;
use crate::domain::notice::{Notice, NoticeEvent};
use crate::domain::{Actor, Refusal, Side};
use crate::records;
use crate::records::administration::support::{ContractReminder, Reminded};
use crate::server::operations::administration::{Done, visible_company};
use crate::server::operations::change::visible_ticket;
use crate::server::operations::{OperationError, notices, save};
use crate::server::reader::Reader;
use crate::server::store::Writing;
use serde_json::json;

/// Reminds of it.
///
/// # Errors
/// `forbidden` for a client's people; `not_found`; `request_not_held` where nothing waits for a contract.
pub fn remind(writing: &Writing<'_>, actor: &Actor, of: ContractReminder) -> Result<Done, OperationError> {
    if actor.side() != Side::Autotask {
        return Err(Refusal::Forbidden.into());
    }
    let (company, subject, people) = match of {
        ContractReminder::Ticket(ticket) => of_ticket(writing, actor, ticket)?,
        ContractReminder::Company(company) => of_company(writing, actor, company)?,
    };
    Ok(Done {
        company: Some(company),
        subject,
        before: json!(null),
        after: json!(Reminded { people }),
        answer: None,
    })
}

type About = (CompanyId, String, u64);

fn of_ticket(writing: &Writing<'_>, actor: &Actor, id: TicketId) -> Result<About, OperationError> {
    let reader = Reader::of(writing, actor, writing.at())?;
    let row = visible_ticket(writing, &reader, id)?;
    let ticket = records::ticket::read(&row, save::secondaries(writing, row.id())?);
    validation::require_waiting(&ticket, actor)?;
    let notice = Notice {
        event: NoticeEvent::ContractReminder,
        to: validation::REMINDED.to_vec(),
        text: String::new(),
    };
    let people = notices::write(writing, actor, &ticket, &[notice])?;
    Ok((ticket.company, ticket.number, people))
}

/// Of refused requests nothing but the client and the item is told (D-23).
fn of_company(writing: &Writing<'_>, actor: &Actor, company: CompanyId) -> Result<About, OperationError> {
    let row = visible_company(writing, actor, company)?;
    let people = refused::remind(writing, actor, company)?;
    if people == 0 {
        return Err(Refusal::RequestNotHeld.into());
    }
    let name = row.text("companyName").unwrap_or_default();
    Ok((company, name.to_owned(), people))
}
