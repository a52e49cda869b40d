//! What by Autotask's routes is an administrative act all the same (2.7): it needs the role that Tandem's own routes need
//! for it, and stands in the log of administrative acts.

use super::{Caller, WriteError};
use crate::base::ids::{CompanyId, ContactId};
use crate::domain::permission::Action;
use crate::entities::{COMPANY, CONTACT, DEPARTMENT, Entity, Field, RESOURCE, ROLE, Row, TICKET_CATEGORY};
use crate::server::operations::OperationError;
use crate::server::operations::administration::{Asker, Done, audit, require};
use crate::server::operations::people::{levels, managing};
use crate::server::operations::taskfire;
use crate::server::store::{Writing, rows};
use serde_json::{Map, Value as Json, json};

/// An administrative act by these routes, and what of the row it is about.
struct Act {
    name: &'static str,
    needs: Action,
    fields: &'static [&'static str],
}

/// A client whose people could come in, switched off or on with all of them.
const SWITCH_COMPANY: Act = Act {
    name: "switch_company",
    needs: Action::ConfigureInstance,
    fields: &["isActive"],
};
/// Somebody who signs in at a client.
const SWITCH_CONTACT: Act = Act {
    name: "switch_contact",
    needs: Action::ManagePortalUsers,
    fields: &["isActive"],
};
/// Somebody of the provider, and as whom they sign in.
const EDIT_RESOURCE: Act = Act {
    name: "edit_resource",
    needs: Action::ConfigureInstance,
    fields: &["userName", "firstName", "lastName", "email", "isActive"],
};

/// Refuses a change that isn't this caller's role's to make.
///
/// # Errors
/// `forbidden`.
pub fn check(caller: &Caller, before: &Row, after: &Row) -> Result<(), WriteError> {
    match act_of(before).filter(|act| act.changes(before, after)) {
        Some(act) => Ok(require(&caller.actor, act.needs)?),
        None => Ok(()),
    }
}

/// Whether rows of this entity say how the provider's desk is set up: who works there, and as what.
#[must_use]
pub fn is_desk(entity: &Entity) -> bool {
    [&RESOURCE, &ROLE, &DEPARTMENT, &TICKET_CATEGORY].contains(&entity)
}

/// Refuses who doesn't set up the provider's desk.
///
/// # Errors
/// `forbidden`.
pub fn require_desk(caller: &Caller) -> Result<(), WriteError> {
    Ok(require(&caller.actor, Action::ConfigureInstance)?)
}

/// Writes into the log how the provider's desk was changed.
///
/// # Errors
/// The database's.
pub fn log_desk(writing: &Writing<'_>, caller: &Caller, before: Option<&Row>, after: &Row) -> Result<(), WriteError> {
    let entity = after.entity();
    let name = entity.field("name").and_then(|_| after.text("name"));
    let done = Done {
        company: None,
        subject: name.unwrap_or(entity.name).to_owned(),
        before: json!({ "entity": entity.name, "row": before }),
        after: json!({ "entity": entity.name, "row": after }),
        answer: None,
    };
    Ok(audit::append(writing, &caller.asker(), "write_service_desk", &done)?)
}

/// Writes into the log what became of a contact's login.
///
/// # Errors
/// The database's.
pub fn log_portal_user(
    writing: &Writing<'_>,
    caller: &Caller,
    contact: ContactId,
    before: Option<&Row>,
    after: &Row,
) -> Result<(), WriteError> {
    let row = rows::get(writing, &CONTACT, contact.0)?.ok_or(OperationError::NotFound)?;
    let act = match before {
        None => "create_portal_user",
        Some(_) => "edit_portal_user",
    };
    let done = Done {
        company: Some(managing::company_of(&row)),
        subject: full_name(&row),
        before: json!(before),
        after: json!(after),
        answer: None,
    };
    Ok(audit::append(writing, &caller.asker(), act, &done)?)
}

/// Writes a change that was made into the log, where it is one for it.
///
/// # Errors
/// The database's.
pub fn log(writing: &Writing<'_>, caller: &Caller, before: &Row, after: &Row) -> Result<(), WriteError> {
    if is_desk(after.entity()) && *after.entity() != RESOURCE {
        return log_desk(writing, caller, Some(before), after);
    }
    match act_of(before).filter(|act| act.changes(before, after)) {
        Some(act) => Ok(act.log(writing, caller, before, after)?),
        None => Ok(()),
    }
}

/// The act that a change of this row can be.
fn act_of(row: &Row) -> Option<&'static Act> {
    let is_on = |row: &Row| taskfire::is_portal_on(row) || row.boolean("isTaskFireActive") == Some(true);
    match row.entity() {
        entity if *entity == COMPANY && is_on(row) => Some(&SWITCH_COMPANY),
        entity if *entity == CONTACT && signs_in(row) => Some(&SWITCH_CONTACT),
        entity if *entity == RESOURCE => Some(&EDIT_RESOURCE),
        _ => None,
    }
}

/// Whether a contact has a portal login, or a level.
fn signs_in(contact: &Row) -> bool {
    levels::of(contact).is_some() || contact.text("portalUserName").is_some_and(|name| !name.is_empty())
}

fn full_name(row: &Row) -> String {
    let part = |name: &str| row.text(name).unwrap_or_default();
    format!("{} {}", part("firstName"), part("lastName")).trim().to_owned()
}

impl Act {
    fn changes(&self, before: &Row, after: &Row) -> bool {
        self.fields.iter().any(|name| before.get(name) != after.get(name))
    }

    /// What the log keeps of a row.
    fn kept(&self, row: &Row) -> Json {
        let field = |name: &&'static str| Some((row.entity().field(name)?, *name));
        let value = |(field, name): (&'static Field, &str)| (name.to_owned(), json!(row.value(field)));
        Json::Object(self.fields.iter().filter_map(field).map(value).collect::<Map<_, _>>())
    }

    fn log(&self, writing: &Writing<'_>, caller: &Caller, before: &Row, after: &Row) -> Result<(), OperationError> {
        let (company, name) = match before.entity() {
            entity if *entity == COMPANY => (Some(CompanyId(before.id())), before.text("companyName")),
            entity if *entity == CONTACT => (Some(managing::company_of(before)), None),
            _ => (None, None),
        };
        let full = || full_name(before);
        let done = Done {
            company,
            subject: name.map_or_else(full, str::to_owned),
            before: self.kept(before),
            after: self.kept(after),
            answer: None,
        };
        audit::append(writing, &caller.asker(), self.name, &done)
    }
}

impl Caller {
    /// The caller as who asks for an administrative act. An API user that acts in somebody's name is named with the
    /// address.
    #[must_use]
    pub fn asker(&self) -> Asker {
        let origin = match self.impersonator {
            Some(api_user) => format!("{} resource {api_user}", self.origin),
            None => self.origin.clone(),
        };
        Asker {
            actor: self.actor.clone(),
            origin,
        }
    }
}
