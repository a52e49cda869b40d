//! The entities of the wire, one table of fields each. Field information, validation, filters, SQL columns and the
//! OpenAPI document are read from these tables; nothing repeats them. Rows travel as [`Row`].

mod client_portal_user;
mod company;
mod contact;
mod entity;
mod field;
mod field_error;
mod notification;
mod partial;
mod picklist;
mod queue;
mod request_type;
mod resource;
mod role;
mod row;
mod status;
pub mod stored;
mod ticket;
mod ticket_history;
mod ticket_note;
mod ticket_secondary_resource;
mod time_entry;
mod value;
mod view;

pub use client_portal_user::CLIENT_PORTAL_USER;
pub use company::COMPANY;
pub use contact::CONTACT;
pub use entity::{Entity, Operation, Parent, Surface};
pub use field::{Field, Kind};
pub use field_error::FieldError;
pub use notification::NOTIFICATION;
pub use partial::{Partial, Write};
pub use picklist::{Entry, Live, Picklist, PicklistValue, Picklists};
pub use queue::QUEUE;
pub use request_type::REQUEST_TYPE;
pub use resource::RESOURCE;
pub use role::ROLE;
pub use row::{Row, RowSeed};
pub use status::STATUS;
pub use ticket::{AUTOTASK_FIELDS, SideFields, TASKFIRE_FIELDS, TICKET};
pub use ticket_history::TICKET_HISTORY;
pub use ticket_note::TICKET_NOTE;
pub use ticket_secondary_resource::TICKET_SECONDARY_RESOURCE;
pub use time_entry::TIME_ENTRY;
pub use value::Value;
pub use view::{Selection, View};

/// Every entity. Those of [`Surface::Autotask`] have Autotask's routes; the others come under `/tandem/v1` only.
pub static ENTITIES: &[&Entity] = &[
    &TICKET,
    &TICKET_NOTE,
    &TICKET_SECONDARY_RESOURCE,
    &TICKET_HISTORY,
    &TIME_ENTRY,
    &COMPANY,
    &CONTACT,
    &CLIENT_PORTAL_USER,
    &RESOURCE,
    &ROLE,
    &QUEUE,
    &REQUEST_TYPE,
    &STATUS,
    &NOTIFICATION,
];

/// The entity of that name in the singular, whatever its case: `Ticket`.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static Entity> {
    ENTITIES
        .iter()
        .copied()
        .find(|entity| entity.name.eq_ignore_ascii_case(name))
}

/// The entity of that name in the plural, whatever its case: `tickets`.
#[must_use]
pub fn by_plural(plural: &str) -> Option<&'static Entity> {
    ENTITIES
        .iter()
        .copied()
        .find(|entity| entity.plural.eq_ignore_ascii_case(plural))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_field_is_found_by_its_name_in_any_case() {
        for entity in ENTITIES {
            for field in entity.fields() {
                for name in [
                    field.name.to_owned(),
                    field.name.to_uppercase(),
                    field.name.to_lowercase(),
                ] {
                    assert_eq!(
                        entity.field(&name).map(|found| found.position),
                        Some(field.position),
                        "{name}"
                    );
                }
            }
            assert_eq!(entity.field("noSuchField"), None);
            assert_eq!(entity.field(""), None);
        }
        assert_eq!(by_plural("TIMEENTRIES"), Some(&TIME_ENTRY));
        assert_eq!(by_name("ticket"), Some(&TICKET));
    }

    #[test]
    fn names_columns_and_tables_are_unique_and_plain() {
        let mut tables = HashSet::new();
        for entity in ENTITIES {
            assert!(tables.insert(entity.table));
            let mut columns = HashSet::new();
            for (position, field) in entity.fields().iter().enumerate() {
                assert_eq!(field.position, position);
                assert!(
                    columns.insert(field.column()),
                    "{} twice in {}",
                    field.column(),
                    entity.name
                );
                assert!(
                    field
                        .column()
                        .bytes()
                        .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == b'_')
                );
            }
        }
    }

    #[test]
    fn references_parents_and_picklist_parents_name_what_exists() {
        // What Autotask has and this server does not yet: stored unchecked.
        let elsewhere = HashSet::from([
            "BillingCode",
            "CompanyLocation",
            "ConfigurationItem",
            "Contract",
            "ContractService",
            "ContractServiceBundle",
            "Country",
            "Currency",
            "InvoiceTemplate",
            "Opportunity",
            "OrganizationalLevelAssociation",
            "Project",
            "QuoteTemplate",
            "Task",
            "TaxCategory",
            "TaxRegion",
        ]);
        for entity in ENTITIES {
            for field in entity.fields() {
                if let Some(name) = field.reference {
                    assert!(
                        by_name(name).is_some() || elsewhere.contains(name),
                        "{}.{}",
                        entity.name,
                        field.name
                    );
                }
                if let Some(parent) = field.picklist_parent {
                    assert!(entity.field(parent).is_some());
                }
            }
            if let Some(parent) = entity.parent {
                assert!(by_name(parent.entity).is_some() && entity.field(parent.field).is_some());
            }
        }
        for side in [&AUTOTASK_FIELDS, &TASKFIRE_FIELDS] {
            for name in [side.status, side.status_since, side.queue, side.priority, side.assignee] {
                assert!(TICKET.field(name).is_some(), "{name}");
            }
        }
    }

    #[test]
    fn the_fields_of_autotasks_documents_are_all_there() {
        for (entity, count) in [
            (&TICKET, 75),
            (&TICKET_NOTE, 12),
            (&TIME_ENTRY, 31),
            (&COMPANY, 60),
            (&CONTACT, 44),
            (&RESOURCE, 36),
        ] {
            assert_eq!(entity.fields_on(Surface::Autotask).count(), count, "{}", entity.name);
        }
    }
}
