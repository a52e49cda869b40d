//! Contracts that are made with a request (LT-15): the row, what Autotask keeps below it, and the link.

use super::{contracts, refused, search};
use crate::base::Date;
use crate::base::ids::{CompanyId, ContractId, TicketId};
use crate::domain::contract::overlap::overlapped;
use crate::domain::contract::{Answer, Form, NewContract, Scope, State, SupportContract, validation};
use crate::domain::notice::NoticeEvent;
use crate::domain::{Actor, Facts, Lookup, Refusal, Side};
use crate::entities::{CONTRACT, CONTRACT_TICKET_PURCHASE, Partial, Row, TICKET, Value};
use crate::records;
use crate::records::contract::{APPROVED, NO_END, kind, support};
use crate::server::operations::administration::Done;
use crate::server::operations::change::visible_ticket;
use crate::server::operations::contracts::save as contract_save;
use crate::server::operations::{OperationError, facts, save};
use crate::server::reader::Reader;
use crate::server::store::zones;
use crate::server::store::{Writing, rows};
use rusqlite::Connection;
use rust_decimal::Decimal;
use serde_json::json;
use std::sync::Arc;

/// Refuses a support contract that would overlap another of its scope (LTX-05). Asked before its row is written.
///
/// # Errors
/// `contracts_overlap`, with what that one is called.
pub fn check_overlap(writing: &Writing<'_>, row: &Row) -> Result<(), OperationError> {
    match support(row) {
        Some(contract) => check(writing, &contract, today(writing)?),
        None => Ok(()),
    }
}

fn today(writing: &Writing<'_>) -> Result<Date, OperationError> {
    Ok(zones::today(writing, writing.at())?)
}

fn check(connection: &Connection, contract: &SupportContract, today: Date) -> Result<(), OperationError> {
    let Some(scope) = contract.scope else { return Ok(()) };
    let others = contracts::of_scope(connection, scope)?;
    let Some(other) = overlapped(contract, &others, today) else {
        return Ok(());
    };
    let row = rows::get(connection, &CONTRACT, other.id.0)?;
    let name = row.and_then(|row| row.text("contractName").map(str::to_owned));
    Err(Refusal::ContractsOverlap {
        name: name.unwrap_or_else(|| other.id.to_string()),
    }
    .into())
}

/// Whose a new contract is and what it is called.
#[derive(Clone, Copy, Debug)]
pub struct Making<'a> {
    /// The client.
    pub company: CompanyId,
    /// Its name; by form and start where none is given.
    pub name: Option<&'a str>,
    /// The request that a per-request contract is for, where it has an id already.
    pub request: Option<TicketId>,
}

/// Makes a contract with its block or its ticket, where none of its scope is in the way.
///
/// # Errors
/// `contracts_overlap`; the database's.
pub fn make(writing: &Writing<'_>, contract: &SupportContract, making: &Making<'_>) -> Result<Row, OperationError> {
    let mut row = row(contract, making);
    contract_save::insert(writing, &mut row)?;
    if contract.form == Form::PerRequest {
        writing.insert(&mut ticket(&row))?;
    }
    Ok(row)
}

fn row(contract: &SupportContract, making: &Making<'_>) -> Row {
    let name = making.name.map(str::trim).filter(|name| !name.is_empty());
    let name = name.map_or_else(|| format!("{} {}", title(contract.form), contract.start), str::to_owned);
    let mut row = Row::new(&CONTRACT);
    row.set("companyID", making.company.0);
    row.set("contractName", name.as_str());
    row.set("contractType", contract_type(contract.form));
    row.set("status", i64::from(contract.approved));
    row.set("startDate", contract.start.midnight());
    row.set("endDate", contract.end.unwrap_or(NO_END).midnight());
    row.set("timeReportingRequiresStartAndStopTimes", 0);
    row.set("supportForm", contract.form.word());
    if let Some(scope) = contract.scope {
        row.set("supportScope", scope.kind().word());
        match scope {
            Scope::Item(item) => row.set("scopeConfigurationItemID", item.0),
            Scope::Customer(contact) => row.set("scopeContactID", contact.0),
            Scope::OrgUnit(_) => {}
        }
    }
    if contract.form == Form::PerRequest {
        row.set(
            "ticketID",
            making.request.map_or(Value::Null, |request| request.0.into()),
        );
    }
    if contract.form.has_minutes() {
        row.set("minutesBought", contract.bought);
    }
    row.set("minutesUsed", 0);
    row.set("minutesCarried", 0);
    row
}

/// What a form is called where nobody gives a name, in Autotask's own language.
fn title(form: Form) -> &'static str {
    match form {
        Form::PerRequest => "Per request",
        Form::Subscription => "Support subscription",
        Form::TimeLimited => "Time-limited support",
        Form::SupportHours => "Support hours",
    }
}

/// Autotask's type of a form (2.10).
fn contract_type(form: Form) -> i64 {
    match form {
        Form::PerRequest => kind::PER_TICKET,
        Form::TimeLimited | Form::SupportHours => kind::BLOCK_HOURS,
        Form::Subscription => kind::RECURRING_SERVICE,
    }
}

/// The one ticket that a contract per request sells.
fn ticket(contract: &Row) -> Row {
    let mut row = Row::new(&CONTRACT_TICKET_PURCHASE);
    row.set("contractID", contract.id());
    row.set("ticketsPurchased", Decimal::ONE);
    row.set("ticketsUsed", Decimal::ONE);
    row.set("perTicketRate", Decimal::ZERO);
    row.set("datePurchased", contract.get("startDate").clone());
    for name in ["startDate", "endDate"] {
        row.set(name, contract.get(name).clone());
    }
    row.set("isPaid", false);
    row.set("status", APPROVED);
    row
}

/// Makes a contract for a request that is there, for it alone or for its item, and links it (LT-15, D-27).
///
/// # Errors
/// `not_found`; `no_part` for a client's own; what a new contract is refused for.
pub fn cover_request(
    writing: &Writing<'_>,
    actor: &Actor,
    ticket: TicketId,
    wanted: &NewContract,
) -> Result<Done, OperationError> {
    let reader = Reader::of(writing, actor, writing.at())?;
    let before = visible_ticket(writing, &reader, ticket)?;
    let read = records::ticket::read(&before, save::secondaries(writing, before.id())?);
    if read.autotask.is_none() {
        return Err(Refusal::NoPart { side: Side::Autotask }.into());
    }
    let today = self::today(writing)?;
    let contract = wanted.contract(read.configuration_item, today)?;
    let making = Making {
        company: read.company,
        name: wanted.name.as_deref(),
        request: Some(ticket),
    };
    let row = make(writing, &contract, &making)?;
    if contract.form == Form::PerRequest {
        let request = search::of_ticket(&read);
        refused::answer_alone(writing, actor, &request, NoticeEvent::ContractMade)?;
    }
    let contract = ContractId(row.id());
    let is_pending = support(&row).is_some_and(|contract| contract.state(today) == State::Pending);
    let answer = if is_pending && search::requires(writing)? {
        Answer::Held(contract)
    } else {
        Answer::Open(Some(contract))
    };
    let outcome = validation::link(&read, actor, answer, writing.at())?;
    let saving = save::Saving {
        actor,
        before: Some(&before),
        extra: &Partial::new(&TICKET),
        written_at: None,
    };
    let mut facts = Facts::unknown(Arc::new(facts::statuses(writing)?));
    facts.today = Lookup::Found(today);
    save::save(writing, &saving, outcome, &facts)?;
    let now = contracts::get(writing, contract)?.ok_or(OperationError::NotFound)?;
    let shown = contracts::shown(writing, &now, today)?;
    Ok(Done {
        company: Some(read.company),
        subject: shown.name.clone(),
        before: json!(null),
        after: json!(shown),
        answer: None,
    })
}
