//! Rows that have no rules of their own besides their table: companies, contacts, resources, and what comes later.

use super::body::{self, Body};
use super::{Caller, WriteError, administrative, existing};
use crate::base::ids::ResourceId;
use crate::domain::{Refusal, SecurityLevel, one_line};
use crate::entities::{COMPANY, CONTACT, Entity, FieldError, Kind, Partial, RESOURCE, Row, Surface, Value, Write};
use crate::server::operations::administration::instance;
use crate::server::operations::{OperationError, people};
use crate::server::store::Writing;
use crate::server::store::seed::OWN_COMPANY;

/// What dates a row's creation, where its entity has it.
const CREATED: [&str; 2] = ["createDate", "createDateTime"];
/// What dates a row's last change.
const CHANGED: [&str; 5] = [
    "lastActivityDate",
    "lastModifiedDate",
    "lastModifiedDateTime",
    "lastModifiedTime",
    "lastTrackedModifiedDateTime",
];
/// What others are shown on one line, and signed in by.
const NAMES: [&str; 10] = [
    "companyName",
    "firstName",
    "middleInitial",
    "middleName",
    "lastName",
    "title",
    "userName",
    "email",
    "emailAddress",
    "phone",
];
/// Who changed it last.
const CHANGER: [&str; 1] = ["updateResourceID"];
/// Who made it.
const CREATOR: [&str; 2] = ["createdByResourceID", "creatorResourceID"];

/// Creates or changes a row.
pub fn write(writing: &Writing<'_>, caller: &Caller, body: Body) -> Result<i64, WriteError> {
    check_level(caller, body.entity())?;
    match body.write {
        Write::Create => create(writing, caller, body.values),
        Write::Update | Write::Replace => update(writing, caller, &body),
    }
}

/// Who signs in, and as what, is the administrators' matter (2.7).
fn check_level(caller: &Caller, entity: &Entity) -> Result<(), WriteError> {
    if *entity == RESOURCE && caller.actor.level != SecurityLevel::ProviderAdmin {
        return Err(OperationError::from(Refusal::Forbidden).into());
    }
    Ok(())
}

fn create(writing: &Writing<'_>, caller: &Caller, values: Partial) -> Result<i64, WriteError> {
    let mut row = prepared(writing, caller, values)?;
    Ok(writing.insert(&mut row)?)
}

/// A new row as the body says, checked against its table, not yet written.
pub(super) fn prepared(writing: &Writing<'_>, caller: &Caller, values: Partial) -> Result<Row, WriteError> {
    let entity = values.entity();
    body::check_references(writing, caller, &values)?;
    check_texts(&values)?;
    let mut row = Row::new(entity);
    values.apply(&mut row, Write::Create, Surface::Autotask);
    for (name, value) in defaults(entity) {
        if row.get(name).is_null() {
            row.set(name, *value);
        }
    }
    stamp(&mut row, &CREATED, &writing.at().into());
    stamp(&mut row, &CHANGED, &writing.at().into());
    stamp(&mut row, &CREATOR, &caller.actor.person.number().into());
    caller.stamp_creator(&mut row);
    Ok(row)
}

/// A row as it was, and as the body changes it; not yet written.
pub(super) fn altered(writing: &Writing<'_>, caller: &Caller, body: &Body) -> Result<(Row, Row), WriteError> {
    let before = existing(writing, caller, body.entity(), body.parent, body.target()?)?;
    let changed = body::differing(&body.values, &before);
    body::check_references(writing, caller, &changed)?;
    check_texts(&changed)?;
    check_company(&before, &changed)?;
    let mut row = before.clone();
    changed.apply(&mut row, Write::Update, Surface::Autotask);
    if row != before {
        stamp(&mut row, &CHANGED, &writing.at().into());
        stamp(&mut row, &CHANGER, &caller.actor.person.number().into());
        caller.stamp_updater(&mut row);
    }
    Ok((before, row))
}

fn update(writing: &Writing<'_>, caller: &Caller, body: &Body) -> Result<i64, WriteError> {
    let (before, row) = altered(writing, caller, body)?;
    if row == before {
        return Ok(row.id());
    }
    administrative::check(caller, &before, &row)?;
    let is_new = |name: &str| before.get(name) != row.get(name);
    if *row.entity() == COMPANY && row.id() == OWN_COMPANY && is_new("companyName") {
        // The provider's own name is the instance's.
        let name = row.text("companyName").unwrap_or_default();
        instance::rename_company(writing, &caller.asker(), name)?;
    }
    if *row.entity() == RESOURCE && is_new("userName") {
        let name = row.text("userName").unwrap_or_default();
        people::rename(writing, ResourceId(row.id()), name)?;
    }
    writing.update(&before, &row)?;
    people::switched(writing, &caller.actor, &before, &row)?;
    administrative::log(writing, caller, &before, &row)?;
    Ok(row.id())
}

/// What a new row has where nothing is said.
fn defaults(entity: &Entity) -> &'static [(&'static str, bool)] {
    match entity {
        entity if *entity == COMPANY => &[
            ("isActive", true),
            ("isTaskFireActive", false),
            ("isClientPortalActive", true),
        ],
        entity if *entity == CONTACT => &[("isPortalActive", false)],
        _ => &[],
    }
}

/// A required text says something, and a name nothing that a screen would obey.
fn check_texts(values: &Partial) -> Result<(), WriteError> {
    for (field, value) in values.iter().filter(|(field, _)| NAMES.contains(&field.name)) {
        if let Value::Text(text) = value {
            one_line::checked(field.name, text, usize::MAX).map_err(OperationError::from)?;
        }
    }
    let is_blank = |value: &Value| matches!(value, Value::Text(text) if text.trim().is_empty());
    let mut required = values
        .iter()
        .filter(|(field, _)| field.required && matches!(field.kind, Kind::Text { .. }));
    match required.find(|(_, value)| is_blank(value)) {
        Some((field, _)) => Err(FieldError::Required { field: field.name }.into()),
        None => Ok(()),
    }
}

/// No company is its own parent.
fn check_company(before: &Row, changed: &Partial) -> Result<(), WriteError> {
    if *before.entity() == COMPANY && body::integer(changed, "parentCompanyID") == Some(before.id()) {
        return Err(WriteError::about(
            "parentCompanyID",
            "A company can't be its own parent.",
        ));
    }
    Ok(())
}

fn stamp(row: &mut Row, names: &[&str], value: &Value) {
    let entity = row.entity();
    for field in names.iter().filter_map(|name| entity.field(name)) {
        row.put(field, value.clone());
    }
}
