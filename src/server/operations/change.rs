//! Carrying out a change of a ticket: visible, not stale, allowed; then everything that follows from it is saved.

use super::kept_answer::{self, Answer, Request};
use super::{OperationError, Operations, facts, read, save, support, webhooks};
use crate::base::ids::{CompanyId, ItemId, RequestTypeId, TicketId};
use crate::base::{Date, Timestamp};
use crate::domain::contract;
use crate::domain::time_entry::LONGEST_ENTRY;
use crate::domain::{Act, Actor, Lookup, Person, Refusal, Seen, Side, Ticket};
use crate::entities::{
    COMPANY, CONFIGURATION_ITEM, Partial, REQUEST_TYPE, Row, TICKET, TICKET_ATTACHMENT, TICKET_CHECKLIST_ITEM,
    TICKET_HISTORY, TICKET_NOTE, TIME_ENTRY,
};
use crate::records;
use crate::server::reader::Reader;
use crate::server::store::seed::OWN_COMPANY;
use crate::server::store::zones;
use crate::server::store::{Author, StoreError, Writing, rows, writer};
use crate::server::visible;
use crate::wire::ext::change::Settled;
use rusqlite::Connection;

/// A change as it was asked for.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The ticket; of no meaning where the act creates one.
    pub ticket: TicketId,
    /// The fields that the person saw.
    pub seen: Seen,
    /// What to do.
    pub act: Act,
    /// When the person asked, by their own clock.
    pub written_at: Option<Timestamp>,
    /// Fields of the ticket's row that no rule reads, written in the same go.
    pub extra: Partial,
}

impl Asked {
    /// An act on a ticket that depends on nothing that was seen.
    #[must_use]
    pub fn new(ticket: TicketId, act: Act) -> Self {
        Self {
            ticket,
            seen: Seen::new(),
            act,
            written_at: None,
            extra: Partial::new(&TICKET),
        }
    }
}

impl Operations {
    /// Carries out a change.
    ///
    /// # Errors
    /// `not_found`, `stale`, or the first rule that forbids it.
    pub async fn change(&self, actor: Actor, asked: Asked) -> Result<Settled, OperationError> {
        self.write(move |writing| {
            let at = writing.at();
            let result = writer::in_savepoint(writing, |connection| {
                let writing = Writing::new(connection, at);
                let settled = carry_out(&writing, &actor, &asked)?;
                webhooks::finish(&writing)?;
                Ok(settled)
            });
            ask_for_contract(writing, &actor, &asked, result.as_ref().err())?;
            Ok(result)
        })
        .await?
    }

    /// Carries out a change once: the same request gets the first answer again, as `encode` made it then.
    ///
    /// # Errors
    /// `key_reused`, and what is not kept: the database's.
    pub async fn change_once(
        &self,
        actor: Actor,
        request: Request,
        asked: Asked,
        encode: impl FnOnce(Result<Settled, OperationError>) -> Answer + Send + 'static,
    ) -> Result<Answer, OperationError> {
        self.write(move |writing| {
            let mut asks = false;
            let answer = kept_answer::once(writing, actor.person, &request, encode, |writing| {
                let result = carry_out(writing, &actor, &asked);
                asks = result.as_ref().err().is_some_and(support::refused::asks);
                result
            })?;
            if asks {
                support::refused::remember(writing, &actor, &wanted(writing, &actor, &asked)?)?;
            }
            Ok(answer)
        })
        .await
    }
}

/// Asks the administrators for a contract where this error says that one is missing. The work is undone by then.
fn ask_for_contract(
    writing: &Writing<'_>,
    actor: &Actor,
    asked: &Asked,
    error: Option<&OperationError>,
) -> Result<(), OperationError> {
    if error.is_some_and(support::refused::asks) {
        support::refused::remember(writing, actor, &wanted(writing, actor, asked)?)?;
    }
    Ok(())
}

/// What the request names that a contract may be applied to.
fn wanted(connection: &Connection, actor: &Actor, asked: &Asked) -> Result<contract::Request, OperationError> {
    if let Act::Create(new) = &asked.act {
        return Ok(support::search::of_new(new, actor));
    }
    let row = rows::get(connection, &TICKET, asked.ticket.0)?.ok_or(OperationError::NotFound)?;
    Ok(support::search::of_ticket(&records::ticket::read(&row, Vec::new())))
}

/// Carries out a change inside a write. Several may share one.
///
/// # Errors
/// As [`Operations::change`].
pub fn carry_out(writing: &Writing<'_>, actor: &Actor, asked: &Asked) -> Result<Settled, OperationError> {
    writing.by(Author::of(actor));
    require_own_taskfire(writing, actor, &asked.act)?;
    let reader = Reader::of(writing, actor, writing.at())?;
    let before = match asked.act {
        Act::Create(_) => None,
        _ => Some(visible_ticket(writing, &reader, asked.ticket)?),
    };
    if let Some(before) = &before {
        // As the person is given it: whether a hidden value is another one must not show in the answer.
        let current = Box::new(visible::masked(&reader, before.clone()));
        let fields = records::seen::differing(&asked.seen, &current);
        if !fields.is_empty() {
            return Err(OperationError::Stale { current, fields });
        }
    }
    let ticket = match &before {
        Some(before) => records::ticket::read(before, save::secondaries(writing, before.id())?),
        None => unborn(),
    };
    check_references(writing, &reader, &asked.act, before.as_ref())?;
    let existing = before.as_ref().map(|_| &ticket);
    let mut facts = facts::gather(writing, &asked.act, existing)?;
    facts.contract = support::search::fact(writing, &asked.act, actor, existing, writing.at())?;
    facts.today = Lookup::Found(zones::today(writing, writing.at())?);
    require_day_left(writing, actor, &asked.act)?;
    let outcome = asked.act.apply(&ticket, actor, &facts, writing.at())?;
    let saving = save::Saving {
        actor,
        before: before.as_ref(),
        extra: &asked.extra,
        written_at: asked.written_at,
    };
    let settled = save::save(writing, &saving, outcome, &facts)?;
    Ok(as_given(&reader, settled)?)
}

/// What was written, as far as this person sees it, as they are given it.
fn as_given(reader: &Reader, settled: Settled) -> Result<Settled, StoreError> {
    let history = visible::of(reader, &TICKET_HISTORY)?;
    let ticket = Some(&settled.ticket);
    let seen = settled.history.into_iter().filter(|row| history.shows(row, ticket));
    let masked = |entity, rows| visible::all_masked(reader, entity, rows);
    Ok(Settled {
        history: masked(&TICKET_HISTORY, seen.collect()),
        attachments: masked(&TICKET_ATTACHMENT, settled.attachments),
        checklist_items: masked(&TICKET_CHECKLIST_ITEM, settled.checklist_items),
        notes: masked(&TICKET_NOTE, settled.notes),
        time_entries: masked(&TIME_ENTRY, settled.time_entries),
        ticket: visible::masked(reader, settled.ticket),
        carry_over: settled.carry_over,
    })
}

/// Refuses a hand-over by somebody whose company's Taskfire is off. Asked before the ticket is looked for: whoever was
/// half way through an escalation when it was switched off may not see the ticket any more, and is told why all the same.
fn require_own_taskfire(connection: &Connection, actor: &Actor, act: &Act) -> Result<(), OperationError> {
    if actor.side() == Side::Autotask || !matches!(act, Act::Escalate { .. } | Act::Recall { .. }) {
        return Ok(());
    }
    let company = rows::get(connection, &COMPANY, actor.company.0)?;
    if company.is_some_and(|company| !facts::read_taskfire(&company).enabled) {
        return Err(Refusal::TaskfireNotEnabled.into());
    }
    Ok(())
}

/// The ticket's row, if this person sees it.
///
/// # Errors
/// `not_found` both where it is absent and where it is invisible.
pub fn visible_ticket(connection: &Connection, reader: &Reader, ticket: TicketId) -> Result<Row, OperationError> {
    let row = rows::get(connection, &TICKET, ticket.0)?.ok_or(OperationError::NotFound)?;
    let visible = visible::of(reader, &TICKET).map_err(StoreError::from)?;
    if visible.shows(&row, None) {
        Ok(row)
    } else {
        Err(OperationError::NotFound)
    }
}

/// What stands in for the ticket of an act that creates one; the act doesn't look at it.
fn unborn() -> Ticket {
    records::ticket::read(&Row::new(&TICKET), Vec::new())
}

/// Refuses more time than a day has, with what this person has on that day already.
fn require_day_left(connection: &Connection, actor: &Actor, act: &Act) -> Result<(), OperationError> {
    let Act::LogTime { worked_on, minutes, .. } = act else {
        return Ok(());
    };
    let left = LONGEST_ENTRY - logged_on(connection, actor.person, *worked_on)?;
    if (1..=LONGEST_ENTRY).contains(minutes) && *minutes > left {
        return Err(Refusal::DayFull { left: left.max(0) }.into());
    }
    Ok(())
}

/// The minutes that a person has logged on a day, on whatever ticket.
///
/// # Errors
/// The database's.
pub fn logged_on(connection: &Connection, person: Person, day: Date) -> Result<i64, StoreError> {
    let select = match person {
        Person::Resource(_) => {
            "SELECT coalesce(sum(minutes), 0) FROM time_entry WHERE resource_id = ?1 AND date_worked = ?2"
        }
        Person::Contact(_) => {
            "SELECT coalesce(sum(minutes), 0) FROM time_entry WHERE author_contact_id = ?1 AND date_worked = ?2"
        }
    };
    let mut statement = connection.prepare_cached(select)?;
    Ok(statement.query_row((person.number(), day.midnight().millis()), |row| row.get(0))?)
}

/// Refuses a company that this person doesn't see, or one for a ticket that must keep its own, and a request type that
/// doesn't exist here. The rules judge what they mean, not whether they are.
fn check_references(
    connection: &Connection,
    reader: &Reader,
    act: &Act,
    ticket: Option<&Row>,
) -> Result<(), OperationError> {
    let (company, request_type) = match act {
        Act::Create(new) => (Some(new.company), new.request_type),
        Act::Edit(edit) => (edit.company, edit.request_type.flatten()),
        _ => (None, None),
    };
    let own = ticket.and_then(|ticket| ticket.integer("companyID")).map(CompanyId);
    if let Some(company) = company {
        let row = read::get(connection, reader, &COMPANY, company.0)?;
        if row.is_none_or(|row| row.boolean("isActive") == Some(false)) {
            return Err(Refusal::NotUsable { field: "companyID" }.into());
        }
        let has_time = |ticket: &Row| ticket.integer("minutesAutotask").is_some_and(|minutes| minutes > 0);
        let has_costs = match ticket.filter(|_| own.is_some_and(|own| own != company)) {
            Some(ticket) => has_time(ticket) || has_charges(connection, ticket)?,
            None => false,
        };
        if has_costs {
            return Err(Refusal::CompanyFixed.into());
        }
    }
    let item = match act {
        Act::Create(new) => new.configuration_item,
        Act::Edit(edit) => edit.configuration_item.flatten(),
        _ => None,
    };
    let Some(company) = company.or(own) else { return Ok(()) };
    if let Some(item) = item {
        check_item(connection, item, company)?;
    }
    match request_type {
        Some(request_type) => check_request_type(connection, request_type, company),
        None => Ok(()),
    }
}

/// A request names an item of its client, or one that is nobody's: a contract is found by it.
fn check_item(connection: &Connection, item: ItemId, company: CompanyId) -> Result<(), OperationError> {
    let row = rows::get(connection, &CONFIGURATION_ITEM, item.0)?;
    let fits = |owner: i64| owner == company.0 || owner == OWN_COMPANY;
    match row.is_some_and(|row| row.integer("companyID").is_none_or(fits)) {
        true => Ok(()),
        false => Err(Refusal::NotUsable {
            field: "configurationItemID",
        }
        .into()),
    }
}

fn has_charges(connection: &Connection, ticket: &Row) -> Result<bool, OperationError> {
    let mut statement = connection.prepare_cached("SELECT 1 FROM ticket_charge WHERE ticket_id = ?1")?;
    Ok(statement.exists([ticket.id()])?)
}

fn check_request_type(
    connection: &Connection,
    request_type: RequestTypeId,
    company: CompanyId,
) -> Result<(), OperationError> {
    let row = rows::get(connection, &REQUEST_TYPE, request_type.0)?;
    let usable = row.is_some_and(|row| {
        row.boolean("isActive") != Some(false) && row.integer("companyID").is_none_or(|owner| owner == company.0)
    });
    if usable {
        Ok(())
    } else {
        Err(Refusal::NotUsable { field: "issueType" }.into())
    }
}
