//! Time by Autotask's routes: hours on the wire, whole minutes within (13.1).

use super::body::{self, Body};
use super::deleting::require_not_posted;
use super::{Caller, WriteError, existing, owned};
use crate::base::ids::{ResourceId, TicketId};
use crate::base::{Date, Timestamp};
use crate::domain::contract::validation;
use crate::domain::conversation::require_worked;
use crate::domain::time_entry::LONGEST_ENTRY;
use crate::domain::{Act, Actor, Agency, Lookup, Person, Refusal};
use crate::entities::{BILLING_CODE, FieldError, Partial, Row, Surface, TICKET, TIME_ENTRY, Value, Write};
use crate::records;
use crate::records::time_entry::{hours, minutes};
use crate::server::operations::OperationError;
use crate::server::operations::change::{self, Asked, carry_out};
use crate::server::operations::{people, save, service_desk, support};
use crate::server::store::zones;
use crate::server::store::{Writing, rows};
use rusqlite::Connection;

/// The fields that the act of logging time sets; all others are stored as they are.
const OF_THE_ACT: [&str; 8] = [
    "resourceID",
    "ticketID",
    "dateWorked",
    "startDateTime",
    "endDateTime",
    "hoursWorked",
    "summaryNotes",
    "internalNotes",
];

/// Creates or changes a time entry.
pub fn write(writing: &Writing<'_>, caller: &Caller, body: Body) -> Result<i64, WriteError> {
    match body.write {
        Write::Create => create(writing, caller, &body.values),
        Write::Update | Write::Replace => update(writing, caller, body.target()?, &body),
    }
}

fn create(writing: &Writing<'_>, caller: &Caller, values: &Partial) -> Result<i64, WriteError> {
    let ticket = ticket(values)?;
    body::check_references(writing, caller, values)?;
    let mut asked = Row::new(&TIME_ENTRY);
    values.clone().apply(&mut asked, Write::Create, Surface::Autotask);
    let work = Work::of(writing, &asked)?;
    let act = Act::LogTime {
        worked_on: match work.worked_on {
            Some(day) => day,
            None => zones::today(writing, writing.at())?,
        },
        started_at: work.started_at,
        minutes: work.minutes,
        summary: body::text(values, "summaryNotes"),
        internal_notes: body::text(values, "internalNotes"),
    };
    let author = author(writing, caller, values)?;
    let settled = carry_out(writing, &author, &Asked::new(TicketId(ticket), act))?;
    let before = settled
        .time_entries
        .into_iter()
        .next()
        .ok_or(OperationError::NotFound)?;
    let mut row = before.clone();
    inherit(writing, &mut row, ticket)?;
    for (field, value) in body::without(values, &OF_THE_ACT)
        .iter()
        .filter(|(_, value)| !value.is_null())
    {
        row.put(field, value.clone());
    }
    row.set("creatorUserID", caller.actor.person.number());
    caller.stamp_creator(&mut row);
    set_hours(&mut row, work.minutes);
    check_billing(writing, values, &row)?;
    writing.update(&before, &row)?;
    support::debit::changed(writing, &before, &row)?;
    Ok(row.id())
}

/// Time is worked in a role that the resource holds, under a work type that is used, on a contract of the ticket's company:
/// where these are named, for what the ticket says is taken as it is.
fn check_billing(writing: &Writing<'_>, named: &Partial, row: &Row) -> Result<(), WriteError> {
    let named = |name: &str| body::integer(named, name);
    let resource = row.integer("resourceID").unwrap_or_default();
    if let Some(role) = named("roleID")
        && !service_desk::holds(writing, resource, role)?
    {
        let message = format!("roleID [{role}] is not held by resourceID [{resource}].");
        return Err(WriteError::about("roleID", message));
    }
    if let Some(code) = named("billingCodeID") {
        let is_work = |row: &Row| row.integer("useType") == Some(WORK_TYPE) && row.boolean("isActive") == Some(true);
        if !rows::get(writing, &BILLING_CODE, code)?.is_some_and(|row| is_work(&row)) {
            let message = format!("billingCodeID [{code}] is no active general allocation code.");
            return Err(WriteError::about("billingCodeID", message));
        }
    }
    if let Some(contract) = named("contractID") {
        let ticket = rows::get(writing, &TICKET, row.integer("ticketID").unwrap_or_default())?;
        let company = ticket.and_then(|ticket| ticket.integer("companyID"));
        owned::check_contract(writing, company, Some(contract))?;
    }
    Ok(())
}

/// `useType` of work types.
const WORK_TYPE: i64 = 1;

/// What an entry takes from its ticket where it says nothing itself.
fn inherit(writing: &Writing<'_>, row: &mut Row, ticket: i64) -> Result<(), WriteError> {
    let ticket = rows::get(writing, &TICKET, ticket)?.ok_or(OperationError::NotFound)?;
    for name in [
        "billingCodeID",
        "contractID",
        "contractServiceID",
        "contractServiceBundleID",
    ] {
        if !ticket.get(name).is_null() {
            row.set(name, ticket.get(name).clone());
        }
    }
    Ok(())
}

/// The ticket that the time is for. Time for tasks and for nobody's ticket is not kept here.
fn ticket(values: &Partial) -> Result<i64, WriteError> {
    let given = ["ticketID", "taskID", "internalBillingCodeID"];
    let given = given.into_iter().filter_map(|name| body::integer(values, name)).count();
    match body::integer(values, "ticketID") {
        Some(ticket) if given == 1 => Ok(ticket),
        Some(_) => Err(WriteError::about(
            "ticketID",
            "Exactly one of ticketID, taskID and internalBillingCodeID must be set.",
        )),
        None => Err(WriteError::about(
            "ticketID",
            "ticketID is required: this server keeps time on tickets only.",
        )),
    }
}

/// Whose time it is: the caller's own, or another resource's on whose behalf it is written.
fn author(writing: &Writing<'_>, caller: &Caller, values: &Partial) -> Result<Actor, WriteError> {
    let id = body::integer(values, "resourceID").unwrap_or_default();
    let person = Person::Resource(ResourceId(id));
    if person == caller.actor.person {
        return Ok(caller.actor.clone());
    }
    let author = people::actor(writing, person, Agency::Human)?;
    author.ok_or_else(|| WriteError::about("resourceID", format!("The resource {id} can't log time.")))
}

/// A request that waits for its contract takes no time of the provider's, by a longer entry no more than by a new one
/// (row 27).
fn require_no_more_while_held(
    writing: &Writing<'_>,
    caller: &Caller,
    before: &Row,
    wanted: i64,
) -> Result<(), OperationError> {
    let had = before.decimal("hoursWorked").and_then(minutes).unwrap_or_default();
    let ticket = before.integer("ticketID").filter(|_| wanted > had);
    let Some(row) = ticket.map(|id| rows::get(writing, &TICKET, id)).transpose()?.flatten() else {
        return Ok(());
    };
    let ticket = records::ticket::read(&row, save::secondaries(writing, row.id())?);
    validation::require_not_held(&ticket, &caller.actor)?;
    Ok(())
}

fn update(writing: &Writing<'_>, caller: &Caller, id: i64, body: &Body) -> Result<i64, WriteError> {
    let before = existing(writing, caller, &TIME_ENTRY, None, id)?;
    require_not_posted(writing, &before)?;
    let mut changed = body::differing(&body.values, &before);
    for field in ["ticketID", "resourceID"] {
        if changed.get(field).is_some() {
            return Err(FieldError::ReadOnly { field }.into());
        }
    }
    if body.write == Write::Replace {
        changed = keep_what_is_needed(changed);
    }
    body::check_references(writing, caller, &changed)?;
    let mut row = before.clone();
    changed.clone().apply(&mut row, Write::Update, Surface::Autotask);
    if row == before {
        return Ok(id);
    }
    let work = Work::of(writing, &row)?;
    if let Some(day) = work.worked_on {
        let today = Lookup::Found(zones::today(writing, writing.at())?);
        require_worked(day, today, writing.at()).map_err(OperationError::from)?;
        row.set("dateWorked", day.midnight());
    }
    require_no_more_while_held(writing, caller, &before, work.minutes)?;
    check_day(writing, &before, &work)?;
    set_hours(&mut row, work.minutes);
    check_billing(writing, &changed, &row)?;
    row.set("lastModifiedDateTime", writing.at());
    row.set("lastModifiedUserID", caller.actor.person.number());
    caller.stamp_updater(&mut row);
    writing.update(&before, &row)?;
    support::debit::changed(writing, &before, &row)?;
    Ok(id)
}

/// A day has 24 hours: what this entry has there already counts once.
fn check_day(writing: &Writing<'_>, before: &Row, work: &Work) -> Result<(), WriteError> {
    let (Some(resource), Some(day)) = (before.integer("resourceID"), work.worked_on) else {
        return Ok(());
    };
    let mut others = change::logged_on(writing, Person::Resource(ResourceId(resource)), day)?;
    if before.time("dateWorked") == Some(day.midnight()) {
        others -= before.integer("minutes").unwrap_or_default();
    }
    let left = LONGEST_ENTRY - others;
    if work.minutes > left {
        return Err(OperationError::from(Refusal::DayFull { left: left.max(0) }).into());
    }
    Ok(())
}

/// A replacement that leaves out the day, or the role, doesn't empty it: an entry has both.
fn keep_what_is_needed(changed: Partial) -> Partial {
    let emptied = |name: &&str| changed.get(name).is_some_and(Value::is_null);
    let kept: Vec<&str> = ["dateWorked", "roleID", "billingCodeID"]
        .into_iter()
        .filter(emptied)
        .collect();
    body::without(&changed, &kept)
}

/// How long, when and on which day somebody worked.
struct Work {
    minutes: i64,
    started_at: Option<Timestamp>,
    worked_on: Option<Date>,
}

impl Work {
    /// What a row says: beginning and end decide, else the hours. Without a day it is the provider's at the beginning.
    fn of(connection: &Connection, row: &Row) -> Result<Self, WriteError> {
        let (started_at, ended_at) = (row.time("startDateTime"), row.time("endDateTime"));
        let minutes = match (started_at, ended_at, row.decimal("hoursWorked")) {
            (Some(start), Some(end), _) => Some(end.minutes_since(start)),
            (_, _, Some(hours)) => minutes(hours),
            _ => return Err(FieldError::Required { field: "hoursWorked" }.into()),
        };
        let within = |minutes: &i64| (1..=LONGEST_ENTRY).contains(minutes);
        let minutes = minutes.filter(within).ok_or_else(|| {
            let limit = LONGEST_ENTRY / 60;
            WriteError::about(
                "hoursWorked",
                format!("hoursWorked must be above 0 and {limit} at most."),
            )
        })?;
        let worked_on = match (row.time("dateWorked"), started_at) {
            (Some(day), _) => Some(day.date()),
            (None, Some(start)) => Some(zones::today(connection, start).map_err(OperationError::from)?),
            (None, None) => None,
        };
        Ok(Self {
            minutes,
            started_at,
            worked_on,
        })
    }
}

/// Writes the minutes, and the hours that follow from them.
fn set_hours(row: &mut Row, minutes: i64) {
    row.set("minutes", minutes);
    row.set("hoursWorked", hours(minutes));
    let offset = row.decimal("offsetHours").unwrap_or_default();
    row.set("hoursToBill", hours(minutes) + offset);
}
