//! What a record's values name: other records by their keys, or companies, people and queues by what people call them.

use super::keys::{self, Awaited};
use super::{Portable, Stop, Values, listed, values};
use crate::entities::{
    COMPANY, CONFIGURATION_ITEM, CONTACT, Entity, Field, Live, Picklist, QUEUE, REQUEST_TYPE, RESOURCE, STATUS, TICKET,
    Value,
};
use crate::sentences::Wording;
use crate::server::operations::OperationError;
use crate::server::operations::import::names::Directory;
use crate::wire::ext::import::portable;
use crate::wire::ext::import::{ImportBatch, ImportMode, References};

/// A record's values, with the ids of what they name.
pub(super) struct Resolved {
    pub(super) values: Vec<(&'static Field, Value)>,
    /// The fields that name a record which hasn't come yet.
    pub(super) awaited: Vec<(&'static Field, Awaited)>,
    /// Whether it names, in a dry run, what an earlier batch would have made: there is nothing to write then.
    pub(super) hangs_in_the_air: bool,
}

impl Resolved {
    /// The row that a field was found to name.
    fn id(&self, field: &str) -> Option<i64> {
        let found = self.values.iter().find(|(known, _)| known.name == field);
        found.and_then(|(_, value)| match value {
            Value::Integer(id) => Some(*id),
            _ => None,
        })
    }
}

/// Finds what values name.
pub(super) struct Resolver<'a> {
    pub(super) batch: &'a ImportBatch,
    pub(super) directory: Directory<'a>,
    /// Who owns companies that are made.
    pub(super) owner: i64,
}

impl Resolver<'_> {
    /// All values of a record.
    pub(super) fn resolve(&mut self, portable: &'static Portable, given: &Values) -> Result<Resolved, Stop> {
        let mut resolved = Resolved {
            values: Vec::new(),
            awaited: Vec::new(),
            hangs_in_the_air: false,
        };
        for field in portable.fields() {
            let Some((_, text)) = given.iter().find(|(name, _)| name.eq_ignore_ascii_case(field.name)) else {
                continue;
            };
            let Some(target) = portable::target(field) else {
                let value = match listed::kept(field) {
                    Some(list) => listed::value(self.directory.writing, list, text, resolved.id("issueType"))?,
                    None => values::read(field, text).map_err(|why| Stop::refused(field.name, why))?,
                };
                resolved.values.push((field, value));
                continue;
            };
            if text.trim().is_empty() {
                continue;
            }
            match self.batch.references {
                References::Keys => self.keyed((portable, field, target), text, &mut resolved)?,
                References::Names => match self.named(field, target, text, &resolved)? {
                    Some(id) => resolved.values.push((field, Value::Integer(id))),
                    None if self.may_come(target) => resolved.hangs_in_the_air = true,
                    None => {
                        return Err(Stop::refused(field.name, nothing_called(target, text)));
                    }
                },
            }
        }
        Ok(resolved)
    }

    fn keyed(
        &self,
        (portable, field, target): (&'static Portable, &'static Field, &'static Entity),
        key: &str,
        resolved: &mut Resolved,
    ) -> Result<(), Stop> {
        match keys::find(self.directory.writing, &self.batch.source, target, key)? {
            Some(id) => resolved.values.push((field, Value::Integer(id))),
            None if self.batch.mode == ImportMode::DryRun => resolved.hangs_in_the_air = true,
            None if portable.needs.contains(&field.name) => {
                let absent = Wording::of("import-no-key").with("entity", target.name);
                return Err(Stop::refused(field.name, absent.with("key", key)));
            }
            None => {
                let key = key.to_owned();
                resolved.awaited.push((field, Awaited { target, key }));
            }
        }
        Ok(())
    }

    fn named(
        &mut self,
        field: &'static Field,
        target: &'static Entity,
        name: &str,
        resolved: &Resolved,
    ) -> Result<Option<i64>, Stop> {
        if *target == COMPANY {
            return Ok(Some(self.directory.company(name, self.owner)?));
        }
        let company = self.company_of(resolved)?;
        Ok(named(&mut self.directory, (field, target), name, company)?)
    }

    /// Whether an earlier batch of a dry run may have named it: tickets, which are not made by their names.
    fn may_come(&self, target: &Entity) -> bool {
        self.batch.mode == ImportMode::DryRun && *target == TICKET
    }

    /// The company of a record: its own, or its ticket's.
    fn company_of(&self, resolved: &Resolved) -> Result<Option<i64>, Stop> {
        Ok(match (resolved.id("companyID"), resolved.id("ticketID")) {
            (Some(company), _) => Some(company),
            (None, Some(ticket)) => keys::company_of_ticket(self.directory.writing, ticket)?,
            (None, None) => None,
        })
    }
}

/// A name that means no row of this entity.
pub(super) fn nothing_called(target: &Entity, name: &str) -> Wording {
    Wording::of("import-no-name")
        .with("entity", target.name)
        .with("name", name)
}

/// Whether rows of this entity are made where a name means none.
pub(super) fn are_made(target: &Entity) -> bool {
    [&COMPANY, &CONTACT, &RESOURCE, &QUEUE, &REQUEST_TYPE].contains(&target)
}

/// The row that a name means; people, queues and request types that nobody knows are made.
///
/// # Errors
/// The database's.
pub(super) fn named(
    directory: &mut Directory<'_>,
    (field, target): (&'static Field, &'static Entity),
    name: &str,
    company: Option<i64>,
) -> Result<Option<i64>, OperationError> {
    let connection = directory.writing;
    let by_name = |column: &str| keys::called(connection, target, column, name);
    match target {
        target if *target == CONTACT => match company {
            Some(company) => directory.contact_of(name, company).map(Some),
            None => Ok(None),
        },
        target if *target == RESOURCE => directory.resource(name).map(Some),
        target if *target == QUEUE => match field.picklist {
            Some(Picklist::Live(Live::TaskfireQueues)) => Ok(keys::taskfire_queue(connection, name, company)?),
            _ => directory.queue(name).map(Some),
        },
        target if *target == REQUEST_TYPE => directory.request_type(name).map(Some),
        target if *target == STATUS => {
            let side = match field.picklist {
                Some(Picklist::Live(Live::TaskfireStatuses)) => "taskfire",
                _ => "autotask",
            };
            Ok(keys::status(connection, name, side)?)
        }
        target if *target == TICKET => Ok(keys::ticket(connection, directory.source, name)?),
        target if *target == CONFIGURATION_ITEM => Ok(by_name("reference_title")?),
        _ if target.field("name").is_some() => Ok(by_name("name")?),
        _ => Ok(None),
    }
}
