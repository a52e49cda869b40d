//! Tickets by Autotask's routes: a body is split into acts, each under its own rules; the rest is stored as it is.

use super::body::{self, Body};
use super::reading::clients_request_types;
use super::{Caller, WriteError, owned};
use crate::base::Timestamp;
use crate::base::ids::{
    CompanyId, ContactId, ContractId, ItemId, QueueId, RequestTypeId, ResourceId, StatusId, TicketId,
};
use crate::domain::contract::Request;
use crate::domain::creation::NewTicket;
use crate::domain::editing::Edit;
use crate::domain::{Act, Facts, Outcome, Person, Priority, Refusal, StatusKind};
use crate::entities::{Partial, RESOURCE, Row, Surface, TICKET, Value, Write};
use crate::records;
use crate::server::operations::change::{self, Asked, carry_out};
use crate::server::operations::{OperationError, facts, save, service_desk, support};
use crate::server::store::{Writing, rows};
use std::sync::Arc;

/// The fields that acts change; all others are stored as they are. A resolution too, once there is a ticket.
const OF_ACTS: [&str; 12] = [
    "companyID",
    "contactID",
    "title",
    "description",
    "issueType",
    "dueDateTime",
    "status",
    "priority",
    "queueID",
    "assignedResourceID",
    "configurationItemID",
    "contractID",
];

/// Of the others, the common field, which only the holder changes (2.3, D-40).
const HOLDERS: [&str; 1] = ["subIssueType"];

/// Creates or changes a ticket.
pub fn write(writing: &Writing<'_>, caller: &Caller, body: Body) -> Result<i64, WriteError> {
    match body.write {
        Write::Create => create(writing, caller, &body.values),
        Write::Update => update(writing, caller, body.target()?, &body.values),
        Write::Replace => update(writing, caller, body.target()?, &with_queue(writing, &body.values)?),
    }
}

fn create(writing: &Writing<'_>, caller: &Caller, values: &Partial) -> Result<i64, WriteError> {
    body::check_references(writing, caller, values)?;
    let values = check_role(writing, values, None)?;
    check_named(writing, None, &values)?;
    let number = |name: &str| body::integer(&values, name);
    let new = NewTicket {
        company: CompanyId(number("companyID").unwrap_or_default()),
        contact: number("contactID").map(ContactId),
        title: body::text(&values, "title"),
        description: body::text(&values, "description"),
        request_type: number("issueType").map(RequestTypeId),
        queue: number("queueID").map(QueueId),
        priority: number("priority").map(Priority),
        due: moment(&values, "dueDateTime"),
        item: None,
        configuration_item: number("configurationItemID").map(ItemId),
        contract: number("contractID").map(ContractId),
        new_contract: None,
        assignee: number("assignedResourceID").map(|id| Person::Resource(ResourceId(id))),
        status: number("status").map(StatusId),
        source: number("source"),
    };
    let mut extra = body::without(&values, &OF_ACTS);
    if let Some(impersonator) = caller.impersonator {
        extra.set("impersonatorCreatorResourceID", impersonator.0);
    }
    let asked = Asked {
        extra,
        ..Asked::new(TicketId(0), Act::Create(Box::new(new)))
    };
    Ok(carry_out(writing, &caller.actor, &asked)?.ticket.id())
}

fn update(writing: &Writing<'_>, caller: &Caller, id: i64, values: &Partial) -> Result<i64, WriteError> {
    let ticket = TicketId(id);
    let before = change::visible_ticket(writing, &caller.reader(writing)?, ticket)?;
    let changed = keep_clients_request_type(writing, values, &before)?;
    let changed = check_role(writing, &changed, Some(&before))?;
    body::check_references(writing, caller, &changed)?;
    check_named(writing, Some(&before), &changed)?;
    for act in acts(writing, &changed)? {
        carry_out(writing, &caller.actor, &Asked::new(ticket, act))?;
    }
    let others = body::without(&body::without(&changed, &OF_ACTS), &["resolution"]);
    if others.iter().next().is_some() {
        store(writing, caller, ticket, &others)?;
    }
    Ok(id)
}

/// A replacement that leaves the queue out means the one that a new ticket would have: a ticket is never without.
fn with_queue(writing: &Writing<'_>, values: &Partial) -> Result<Partial, WriteError> {
    let mut whole = values.clone();
    if let (Some(Value::Null), Some(company)) = (values.get("queueID"), body::integer(values, "companyID")) {
        let request_type = body::integer(values, "issueType").map(RequestTypeId);
        let routing = facts::routing(writing, CompanyId(company), request_type)?;
        whole.set("queueID", routing.autotask_queue.0);
    }
    Ok(whole)
}

/// Refuses what belongs to another company, and a sub-issue type of another issue type.
fn check_named(writing: &Writing<'_>, before: Option<&Row>, changed: &Partial) -> Result<(), WriteError> {
    let mut row = before.cloned().unwrap_or_else(|| Row::new(&TICKET));
    changed.clone().apply(&mut row, Write::Update, Surface::Autotask);
    owned::check(writing, before, &row)?;
    if changed.get("contractID").is_some() {
        owned::check_contract(writing, row.integer("companyID"), row.integer("contractID"))?;
    }
    if changed.get("subIssueType").is_some() {
        body::check_parents(writing, &row)?;
    }
    Ok(())
}

/// The fields that differ. A client's own request type is read as none here, so that none leaves it as it is.
fn keep_clients_request_type(writing: &Writing<'_>, values: &Partial, before: &Row) -> Result<Partial, WriteError> {
    let changed = body::differing(values, before);
    if !changed.get("issueType").is_some_and(Value::is_null) {
        return Ok(changed);
    }
    if !clients_request_types(writing, std::slice::from_ref(before))?.is_empty() {
        return Ok(body::without(&changed, &["issueType"]));
    }
    Ok(changed)
}

/// Stores fields that no rule reads.
fn store(writing: &Writing<'_>, caller: &Caller, id: TicketId, others: &Partial) -> Result<(), WriteError> {
    let before = change::visible_ticket(writing, &caller.reader(writing)?, id)?;
    let ticket = records::ticket::read(&before, save::secondaries(writing, id.0)?);
    let is_holders = HOLDERS.iter().any(|name| others.get(name).is_some());
    if is_holders && ticket.holder != caller.actor.side() {
        return Err(OperationError::from(Refusal::NotHolder { holder: ticket.holder }).into());
    }
    let saving = save::Saving {
        actor: &caller.actor,
        before: Some(&before),
        extra: others,
        written_at: None,
    };
    let facts = Facts::unknown(Arc::new(facts::statuses(writing)?));
    save::save(writing, &saving, Outcome::unchanged(&ticket), &facts)?;
    Ok(())
}

/// What a write that was refused for want of a contract is about.
pub fn wanted(writing: &Writing<'_>, caller: &Caller, body: &Body) -> Result<Request, WriteError> {
    if let Some(id) = body.id {
        let row = rows::get(writing, &TICKET, id)?.ok_or(OperationError::NotFound)?;
        return Ok(support::search::of_ticket(&records::ticket::read(&row, Vec::new())));
    }
    let number = |name: &str| body::integer(&body.values, name);
    Ok(Request {
        item: number("configurationItemID").map(ItemId),
        customer: number("contactID").map(ContactId),
        company: CompanyId(number("companyID").unwrap_or(caller.actor.company.0)),
    })
}

/// The acts that change these fields. A status that takes a ticket back into work comes first, so that the rest finds
/// it open; one that completes it comes last.
fn acts(writing: &Writing<'_>, changed: &Partial) -> Result<Vec<Act>, WriteError> {
    let mut acts = Vec::new();
    acts.extend(edit(changed).map(|edit| Act::Edit(Box::new(edit))));
    match changed.get("queueID") {
        Some(Value::Integer(queue)) => acts.push(Act::Move { queue: QueueId(*queue) }),
        Some(_) => return Err(WriteError::about("queueID", "queueID is required")),
        None => {}
    }
    if let Some(priority) = body::integer(changed, "priority") {
        acts.push(Act::SetPriority {
            priority: Priority(priority),
        });
    }
    if changed.get("assignedResourceID").is_some() {
        let assignee = body::integer(changed, "assignedResourceID").map(|id| Person::Resource(ResourceId(id)));
        acts.push(Act::Assign { assignee });
    }
    if let Some(status) = body::integer(changed, "status").map(StatusId) {
        let completes = facts::statuses(writing)?.kind(status) == StatusKind::Complete;
        let at = if completes { acts.len() } else { 0 };
        acts.insert(at, Act::SetStatus { status });
    }
    Ok(acts)
}

/// The change of common fields; none where none of them differs.
fn edit(changed: &Partial) -> Option<Edit> {
    let named = |name: &str| changed.get(name).map(|_| body::integer(changed, name));
    let text = |name: &str| changed.get(name).map(|_| body::text(changed, name));
    let edit = Edit {
        company: named("companyID").flatten().map(CompanyId),
        title: text("title"),
        description: text("description"),
        resolution: text("resolution"),
        request_type: named("issueType").map(|id| id.map(RequestTypeId)),
        item: None,
        contact: named("contactID").map(|id| id.map(ContactId)),
        due: changed.get("dueDateTime").map(|_| moment(changed, "dueDateTime")),
        configuration_item: named("configurationItemID").map(|id| id.map(ItemId)),
        contract: named("contractID").map(|id| id.map(ContractId)),
    };
    (edit != Edit::default()).then_some(edit)
}

fn moment(values: &Partial, name: &str) -> Option<Timestamp> {
    match values.get(name) {
        Some(Value::Time(moment)) => Some(*moment),
        _ => None,
    }
}

/// Person and role are set together: a role needs a person, and a person without one gets their default (13.1). Both are
/// an active service desk role.
fn check_role(writing: &Writing<'_>, values: &Partial, before: Option<&Row>) -> Result<Partial, WriteError> {
    let person = match values.get("assignedResourceID") {
        Some(person) => person.clone(),
        None => before
            .map(|row| row.get("assignedResourceID").clone())
            .unwrap_or_default(),
    };
    let role = values.get("assignedResourceRoleID").unwrap_or(&Value::Null);
    if let (Value::Integer(person), true) = (&person, values.get("assignedResourceID").is_some() || !role.is_null()) {
        require_assignable(writing, *person, role)?;
    }
    match (person, role) {
        (_, Value::Null) => Ok(body::without(values, &["assignedResourceRoleID"])),
        (Value::Null, _) => Err(WriteError::about(
            "assignedResourceRoleID",
            "Data violation: assignedResourceID and assignedResourceRoleID must be set together.",
        )),
        _ => Ok(values.clone()),
    }
}

/// Refuses a pair of person and role that is no active service desk role. Who doesn't exist is refused as such elsewhere.
fn require_assignable(writing: &Writing<'_>, person: i64, role: &Value) -> Result<(), WriteError> {
    let role = match role {
        Value::Integer(role) => Some(*role),
        _ => None,
    };
    let exists = rows::get(writing, &RESOURCE, person)?.is_some();
    if !exists || service_desk::is_assignable(writing, person, role)? {
        return Ok(());
    }
    let message = match role {
        Some(role) => format!(
            "Data violation: assignedResourceID [{person}] and assignedResourceRoleID [{role}] are no active service desk role."
        ),
        None => format!("Data violation: assignedResourceID [{person}] has no active service desk role."),
    };
    Err(WriteError::about("assignedResourceRoleID", message))
}
