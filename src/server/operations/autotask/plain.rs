//! Rows that have no rules of their own besides their table: companies, contacts, resources, and what comes later.

use super::body::{self, Body};
use super::{Caller, WriteError, administrative, existing, owned};
use crate::base::ids::ResourceId;
use crate::domain::{Person, one_line};
use crate::entities::{
    COMPANY, COMPANY_LOCATION, CONTACT, Entity, FieldError, Kind, Partial, RESOURCE, ROLE, Row, Surface,
    USER_DEFINED_FIELD_DEFINITION, USER_DEFINED_FIELD_LIST_ITEM, Value, Write,
};
use crate::query::Filter;
use crate::server::operations::administration::instance;
use crate::server::operations::{OperationError, people, service_desk};
use crate::server::store::seed::OWN_COMPANY;
use crate::server::store::{StoreError, Writing, rows};

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
    if administrative::is_desk(body.entity()) {
        administrative::require_desk(caller)?;
    }
    match body.write {
        Write::Create => create(writing, caller, body.values),
        Write::Update | Write::Replace => update(writing, caller, &body),
    }
}

fn create(writing: &Writing<'_>, caller: &Caller, values: Partial) -> Result<i64, WriteError> {
    let mut row = prepared(writing, caller, values)?;
    writing.insert(&mut row)?;
    follow(writing, &row)?;
    if administrative::is_desk(row.entity()) {
        administrative::log_desk(writing, caller, None, &row)?;
    }
    Ok(row.id())
}

/// A company has one primary location.
fn follow(writing: &Writing<'_>, row: &Row) -> Result<(), WriteError> {
    if *row.entity() != COMPANY_LOCATION || row.boolean("isPrimary") != Some(true) {
        return Ok(());
    }
    let company = row.integer("companyID").unwrap_or_default();
    let of_company = Filter::eq(&COMPANY_LOCATION, "companyID", company).map_err(StoreError::from)?;
    let primary = Filter::eq(&COMPANY_LOCATION, "isPrimary", true).map_err(StoreError::from)?;
    for before in rows::find(writing, &of_company.and(primary))? {
        if before.id() != row.id() {
            let mut other = before.clone();
            other.set("isPrimary", false);
            writing.update(&before, &other)?;
        }
    }
    Ok(())
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
    check_row(writing, None, &row)?;
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
    check_row(writing, Some(&before), &row)?;
    Ok((before, row))
}

/// What a row must be besides what its table says.
fn check_row(writing: &Writing<'_>, before: Option<&Row>, row: &Row) -> Result<(), WriteError> {
    owned::check(writing, before, row)?;
    // A number that means a truth value.
    if *row.entity() == CONTACT && !matches!(row.integer("isActive"), Some(0 | 1)) {
        return Err(WriteError::about("isActive", "isActive must be 0 or 1."));
    }
    Ok(())
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
        people::rename(writing, Person::Resource(ResourceId(row.id())), name)?;
    }
    if *row.entity() == RESOURCE && is_new("defaultServiceDeskRoleID") {
        let role = row.integer("defaultServiceDeskRoleID");
        let role = role.ok_or(FieldError::Required {
            field: "defaultServiceDeskRoleID",
        })?;
        service_desk::choose(writing, row.id(), role)?;
    }
    writing.update(&before, &row)?;
    people::switched(writing, &caller.actor, &before, &row)?;
    follow(writing, &row)?;
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
        entity if *entity == ROLE => &[("isExcludedFromNewContracts", false), ("isSystemRole", false)],
        entity if *entity == COMPANY_LOCATION => &[
            ("isActive", true),
            ("isPrimary", false),
            ("isTaxExempt", false),
            ("overrideCompanyTaxSettings", false),
        ],
        entity if *entity == USER_DEFINED_FIELD_DEFINITION => &[
            ("isActive", true),
            ("isRequired", false),
            ("isVisibleToClientPortal", false),
            ("isFieldMapping", false),
        ],
        entity if *entity == USER_DEFINED_FIELD_LIST_ITEM => &[("isActive", true)],
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
