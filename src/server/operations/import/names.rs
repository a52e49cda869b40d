//! Finding what an imported name means here, and making it where it means nothing yet.

use super::records;
use crate::entities::{COMPANY, CONTACT, Entity, QUEUE, REQUEST_TYPE, RESOURCE, Row};
use crate::server::operations::OperationError;
use crate::server::store::Writing;
use crate::wire::ext::import::ImportMade;
use rusqlite::OptionalExtension;

/// `companyType` Customer.
const CUSTOMER: i64 = 1;
/// The queue of tickets whose group was never known.
pub(super) const IMPORTED: &str = "Imported";

/// What is known here by name, and what is made of names that nobody knows.
pub(super) struct Directory<'w> {
    /// Where it is looked up.
    pub(super) writing: &'w Writing<'w>,
    /// What was made.
    pub(super) made: &'w mut ImportMade,
    /// Where the records come from: their keys are names too.
    pub(super) source: &'w str,
}

impl Directory<'_> {
    /// The company of that name.
    pub(super) fn company(&mut self, name: &str, owner: i64) -> Result<i64, OperationError> {
        if let Some(id) = self.keyed(&COMPANY, name)? {
            return Ok(id);
        }
        if let Some(id) = find(
            self.writing,
            "SELECT id FROM company WHERE company_name = ?1 ORDER BY id",
            &[name],
        )? {
            return Ok(id);
        }
        let mut row = Row::new(&COMPANY);
        row.set("companyName", name);
        row.set("companyType", CUSTOMER);
        row.set("phone", "");
        row.set("ownerResourceID", owner);
        row.set("isActive", true);
        row.set("isTaskFireActive", false);
        row.set("isClientPortalActive", false);
        row.set("createDate", self.writing.at());
        self.made.companies.insert(name.to_owned());
        make(self.writing, row)
    }

    /// The record of that key.
    fn keyed(&self, entity: &Entity, key: &str) -> Result<Option<i64>, OperationError> {
        Ok(records::find(self.writing, self.source, entity, key)?)
    }

    /// The contact of that name at a company.
    pub(super) fn contact_of(&mut self, name: &str, company: i64) -> Result<i64, OperationError> {
        let select = "SELECT company_name FROM company WHERE id = ?1";
        let mut statement = self.writing.prepare_cached(select)?;
        let company_name: Option<String> = statement.query_row([company], |row| row.get(0)).optional()?;
        self.contact(name, (company, company_name.as_deref().unwrap_or_default()))
    }

    /// The same, where the company's name is known.
    pub(super) fn contact(&mut self, name: &str, (company, company_name): (i64, &str)) -> Result<i64, OperationError> {
        if let Some(id) = self.keyed(&CONTACT, name)? {
            return Ok(id);
        }
        let (first, last) = split(name);
        let mut statement = self
            .writing
            .prepare_cached("SELECT id FROM contact WHERE company_id = ?1 AND first_name = ?2 AND last_name = ?3")?;
        if let Some(id) = statement
            .query_row((company, first, last), |row| row.get(0))
            .optional()?
        {
            return Ok(id);
        }
        let mut row = Row::new(&CONTACT);
        row.set("companyID", company);
        row.set("firstName", first);
        row.set("lastName", last);
        row.set("isActive", 1_i64);
        row.set("createDate", self.writing.at());
        self.made.contacts.insert(format!("{name}, {company_name}"));
        make(self.writing, row)
    }

    /// The resource of that name; a new one is inactive and can't sign in.
    pub(super) fn resource(&mut self, name: &str) -> Result<i64, OperationError> {
        if let Some(id) = self.keyed(&RESOURCE, name)? {
            return Ok(id);
        }
        let (first, last) = split(name);
        let select = "SELECT id FROM resource WHERE first_name = ?1 AND last_name = ?2 ORDER BY id";
        if let Some(id) = find(self.writing, select, &[first, last])? {
            return Ok(id);
        }
        let mut row = Row::new(&RESOURCE);
        row.set("firstName", first);
        row.set("lastName", last);
        row.set("isActive", false);
        row.set("email", "");
        row.set("userName", "");
        self.made.resources.insert(name.to_owned());
        make(self.writing, row)
    }

    /// The provider's queue of that name.
    pub(super) fn queue(&mut self, name: &str) -> Result<i64, OperationError> {
        let select = "SELECT id FROM queue WHERE name = ?1 AND side = 'autotask' ORDER BY id";
        if let Some(id) = find(self.writing, select, &[name])? {
            return Ok(id);
        }
        let mut row = Row::new(&QUEUE);
        row.set("name", name);
        row.set("side", "autotask");
        row.set("isActive", true);
        row.set("isDefault", false);
        self.made.queues.insert(name.to_owned());
        make(self.writing, row)
    }

    /// The provider's request type of that name.
    pub(super) fn request_type(&mut self, name: &str) -> Result<i64, OperationError> {
        let select = "SELECT id FROM request_type WHERE name = ?1 AND company_id IS NULL ORDER BY id";
        if let Some(id) = find(self.writing, select, &[name])? {
            return Ok(id);
        }
        let mut row = Row::new(&REQUEST_TYPE);
        row.set("name", name);
        row.set("isActive", true);
        self.made.request_types.insert(name.to_owned());
        make(self.writing, row)
    }
}

fn find(writing: &Writing<'_>, select: &str, names: &[&str]) -> Result<Option<i64>, OperationError> {
    let mut statement = writing.prepare_cached(select)?;
    let found = statement.query_row(rusqlite::params_from_iter(names), |row| row.get(0));
    Ok(found.optional()?)
}

fn make(writing: &Writing<'_>, mut row: Row) -> Result<i64, OperationError> {
    Ok(writing.insert(&mut row)?)
}

/// First and last name: the last word is the last name; a single word is the first.
pub(super) fn split(name: &str) -> (&str, &str) {
    let name = name.trim();
    name.rsplit_once(char::is_whitespace)
        .map_or((name, ""), |(first, last)| (first.trim_end(), last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_word_is_the_last_name() {
        assert_eq!(split("Caller 2403"), ("Caller", "2403"));
        assert_eq!(split("Opened by  8"), ("Opened by", "8"));
        assert_eq!(split(" Cher "), ("Cher", ""));
    }
}
