//! Requests that were refused for want of a contract: the provider's administrators are asked for one, with company,
//! person and item but nothing of the ticket, and whoever was refused is told when it is there (D-23).

use super::{activation, search};
use crate::base::ids::{CompanyId, ContactId, ItemId};
use crate::base::{Date, Timestamp};
use crate::domain::contract::validation::Taker;
use crate::domain::contract::{Answer, Request, SupportContract};
use crate::domain::notice::NoticeEvent;
use crate::domain::{Actor, Person, Refusal};
use crate::entities::COMPANY;
use crate::records::administration::support::RefusedLine;
use crate::server::operations::notices::OfCompany;
use crate::server::operations::{OperationError, notices, people};
use crate::server::store::zones;
use crate::server::store::{StoreError, Writing, rows};
use crate::server::visible::kind_word;
use rusqlite::{Connection, Params};

/// How many are shown at most.
const MOST: usize = 500;

/// Whether an error is a refusal that administrators are asked about.
#[must_use]
pub fn asks(error: &OperationError) -> bool {
    let refusal = match error {
        OperationError::Refused(refusal) => refusal,
        _ => return false,
    };
    matches!(
        refusal,
        Refusal::ContractRequired {
            taker: Taker::Administrators,
            ..
        }
    )
}

/// Keeps what was refused and asks the administrators (N13); once for the same person, client and item.
///
/// # Errors
/// The database's.
pub fn remember(writing: &Writing<'_>, actor: &Actor, request: &Request) -> Result<(), OperationError> {
    let (kind, person) = (kind_word(actor.person), actor.person.number());
    let item = request.item.map(|item| item.0);
    let contact = request.customer.map(|contact| contact.0);
    let added = writing
        .prepare_cached(
            "INSERT INTO refused_request (company_id, configuration_item_id, contact_id, person_kind, person_id, at)
             SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE NOT EXISTS (SELECT 1 FROM refused_request
               WHERE person_kind = ?4 AND person_id = ?5 AND answered_at IS NULL AND company_id = ?1
                 AND configuration_item_id IS ?2 AND contact_id IS ?3)",
        )?
        .execute((request.company.0, item, contact, kind, person, writing.at().millis()))?;
    if added == 0 {
        return Ok(());
    }
    let wanted = OfCompany {
        event: NoticeEvent::ContractWanted,
        company: request.company,
        actor: &actor.name,
        text: subject(writing, request.company, request.item)?,
    };
    notices::tell(writing, &wanted, &notices::administrators(writing)?)
}

/// Asks the administrators again for a contract for each of a client's refused requests; answers how many people were
/// told, none where nothing waits.
///
/// # Errors
/// The database's.
pub fn remind(writing: &Writing<'_>, actor: &Actor, company: CompanyId) -> Result<u64, OperationError> {
    let mut subjects = Vec::new();
    for refused in of_company(writing, company)? {
        let subject = subject(writing, company, refused.request.item)?;
        if !subjects.contains(&subject) {
            subjects.push(subject);
        }
    }
    let administrators = notices::administrators(writing)?;
    let told = subjects.len() * administrators.len();
    for text in subjects {
        let wanted = OfCompany {
            event: NoticeEvent::ContractWanted,
            company,
            actor: &actor.name,
            text,
        };
        notices::tell(writing, &wanted, &administrators)?;
    }
    Ok(told as u64)
}

/// Tells those whose requests the search refused for want of this contract and refuses no more: an expired one helps
/// nobody, a pending one only where the search says so.
///
/// # Errors
/// The database's.
pub fn answer(writing: &Writing<'_>, contract: &SupportContract, today: Date) -> Result<(), OperationError> {
    let (Some(company), Some(_)) = (company_of(writing, contract)?, contract.scope) else {
        return Ok(());
    };
    for refused in of_company(writing, company)? {
        let is_its_scope = refused.request.scopes().contains(&contract.scope);
        if is_its_scope
            && !matches!(
                search::of_request(writing, &refused.request, today)?,
                Answer::Refused(_)
            )
        {
            settle(writing, &refused, NoticeEvent::ContractMade, "")?;
        }
    }
    Ok(())
}

/// Tells those who were refused what a contract was made for that covers this one request alone, which no search finds.
///
/// # Errors
/// The database's.
pub fn answer_alone(
    writing: &Writing<'_>,
    actor: &Actor,
    request: &Request,
    event: NoticeEvent,
) -> Result<(), OperationError> {
    for refused in of_company(writing, request.company)? {
        if refused.request == *request {
            settle(writing, &refused, event, &actor.name)?;
        }
    }
    Ok(())
}

/// Tells everybody who was refused that requests need no contract any more, and asks for none of these contracts.
///
/// # Errors
/// The database's.
pub fn answer_all(writing: &Writing<'_>) -> Result<(), OperationError> {
    for refused in select(writing, "ORDER BY id", ())? {
        settle(writing, &refused, NoticeEvent::ContractNotRequired, "")?;
    }
    Ok(())
}

fn settle(writing: &Writing<'_>, refused: &Refused, event: NoticeEvent, actor: &str) -> Result<(), OperationError> {
    let answered = OfCompany {
        event,
        company: refused.request.company,
        actor,
        text: subject(writing, refused.request.company, refused.request.item)?,
    };
    notices::tell(writing, &answered, &[refused.person])?;
    writing.execute(
        "UPDATE refused_request SET answered_at = ?2 WHERE id = ?1",
        (refused.id, writing.at().millis()),
    )?;
    Ok(())
}

fn company_of(connection: &Connection, contract: &SupportContract) -> Result<Option<CompanyId>, StoreError> {
    let row = rows::get(connection, &crate::entities::CONTRACT, contract.id.0)?;
    Ok(row.and_then(|row| row.integer("companyID")).map(CompanyId))
}

/// A refused request that waits for its contract.
struct Refused {
    id: i64,
    request: Request,
    person: Person,
    at: Timestamp,
}

/// A client's, the oldest first.
fn of_company(connection: &Connection, company: CompanyId) -> Result<Vec<Refused>, StoreError> {
    select(connection, "AND company_id = ?1 ORDER BY id", [company.0])
}

fn select(connection: &Connection, which: &str, parameters: impl Params) -> Result<Vec<Refused>, StoreError> {
    let select = format!(
        "SELECT id, company_id, configuration_item_id, contact_id, person_kind, person_id, at FROM refused_request
         WHERE answered_at IS NULL {which}"
    );
    let mut statement = connection.prepare_cached(&select)?;
    let rows = statement.query_map(parameters, |row| {
        let kind: String = row.get(4)?;
        Ok(Refused {
            id: row.get(0)?,
            request: Request {
                company: CompanyId(row.get(1)?),
                item: row.get::<_, Option<i64>>(2)?.map(ItemId),
                customer: row.get::<_, Option<i64>>(3)?.map(ContactId),
            },
            person: people::person_of(&kind, row.get(5)?),
            at: Timestamp::from_millis(row.get(6)?),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The refused requests that wait for a contract, the newest first.
///
/// # Errors
/// The database's.
pub fn lines(connection: &Connection) -> Result<Vec<RefusedLine>, StoreError> {
    let refused = select(connection, "ORDER BY id DESC LIMIT ?1", [MOST])?;
    let line = |refused: Refused| {
        let Request {
            company,
            item,
            customer,
        } = refused.request;
        Ok(RefusedLine {
            company,
            company_name: company_name(connection, company)?,
            person: people::name(connection, refused.person)?.unwrap_or_default(),
            item: match item {
                Some(item) => activation::item(connection, item)?,
                None => None,
            },
            contact: customer,
            day: zones::today(connection, refused.at)?.to_string(),
        })
    };
    refused.into_iter().map(line).collect()
}

fn company_name(connection: &Connection, company: CompanyId) -> Result<String, StoreError> {
    let row = rows::get(connection, &COMPANY, company.0)?;
    Ok(row
        .and_then(|row| row.text("companyName").map(str::to_owned))
        .unwrap_or_default())
}

/// The client, and the item where one was named.
fn subject(connection: &Connection, company: CompanyId, item: Option<ItemId>) -> Result<String, StoreError> {
    let company = company_name(connection, company)?;
    let item = match item {
        Some(item) => activation::item(connection, item)?,
        None => None,
    };
    Ok(match item {
        Some(item) => format!("{company} ({})", item.name),
        None => company,
    })
}
