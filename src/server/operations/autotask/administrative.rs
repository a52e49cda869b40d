//! What by Autotask's routes is an administrative act all the same (2.7): it needs the role that Tandem's own routes need
//! for it, and stands in the log of administrative acts.

use super::{Caller, WriteError};
use crate::base::ids::CompanyId;
use crate::domain::permission::Action;
use crate::entities::{COMPANY, CONTACT, Field, RESOURCE, Row};
use crate::server::operations::OperationError;
use crate::server::operations::administration::{Asker, Done, audit, require};
use crate::server::operations::people::{levels, managing};
use crate::server::operations::taskfire;
use crate::server::store::Writing;
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

/// Writes a change that was made into the log, where it is one for it.
///
/// # Errors
/// The database's.
pub fn log(writing: &Writing<'_>, caller: &Caller, before: &Row, after: &Row) -> Result<(), WriteError> {
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
        let full = || {
            let part = |name: &str| before.text(name).unwrap_or_default();
            format!("{} {}", part("firstName"), part("lastName")).trim().to_owned()
        };
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
