//! The entities of the wire, one table of fields each. Field information, validation, filters, SQL columns and the
//! OpenAPI document are read from these tables; nothing repeats them. Rows travel as [`Row`].

mod billing_code;
mod billing_item;
mod client_portal_user;
mod company;
mod company_location;
mod configuration_item;
mod contact;
mod contract;
mod contract_block;
mod contract_note;
mod contract_rate;
mod contract_retainer;
mod contract_service;
mod contract_service_bundle;
mod contract_ticket_purchase;
mod department;
mod entity;
mod field;
mod field_error;
mod notification;
mod partial;
mod picklist;
mod queue;
mod request_type;
mod resource;
mod resource_role;
mod role;
mod row;
mod service;
mod service_bundle;
mod status;
pub mod stored;
mod subscription;
mod ticket;
mod ticket_attachment;
mod ticket_category;
mod ticket_charge;
mod ticket_checklist_item;
mod ticket_history;
mod ticket_note;
mod ticket_secondary_resource;
mod time_entry;
pub mod user_defined;
mod user_defined_field_definition;
mod user_defined_field_list_item;
mod value;
mod view;
mod webhook;

pub use billing_code::BILLING_CODE;
pub use billing_item::BILLING_ITEM;
pub use client_portal_user::CLIENT_PORTAL_USER;
pub use company::COMPANY;
pub use company_location::COMPANY_LOCATION;
pub use configuration_item::CONFIGURATION_ITEM;
pub use contact::CONTACT;
pub use contract::CONTRACT;
pub use contract_block::CONTRACT_BLOCK;
pub use contract_note::CONTRACT_NOTE;
pub use contract_rate::CONTRACT_RATE;
pub use contract_retainer::CONTRACT_RETAINER;
pub use contract_service::{CONTRACT_SERVICE, CONTRACT_SERVICE_ADJUSTMENT, CONTRACT_SERVICE_UNIT};
pub use contract_service_bundle::{
    CONTRACT_SERVICE_BUNDLE, CONTRACT_SERVICE_BUNDLE_ADJUSTMENT, CONTRACT_SERVICE_BUNDLE_UNIT,
};
pub use contract_ticket_purchase::CONTRACT_TICKET_PURCHASE;
pub use department::DEPARTMENT;
pub use entity::{Entity, Operation, Parent, Surface};
pub use field::{Field, Kind};
pub use field_error::FieldError;
pub use notification::NOTIFICATION;
pub use partial::{Partial, Write};
pub use picklist::{Entry, Live, Picklist, PicklistValue, Picklists};
pub use queue::QUEUE;
pub use request_type::REQUEST_TYPE;
pub use resource::RESOURCE;
pub use resource_role::{RESOURCE_ROLE, RESOURCE_ROLE_DEPARTMENT, RESOURCE_ROLE_QUEUE, RESOURCE_SERVICE_DESK_ROLE};
pub use role::ROLE;
pub use row::{Row, RowSeed};
pub use service::SERVICE;
pub use service_bundle::{SERVICE_BUNDLE, SERVICE_BUNDLE_SERVICE};
pub use status::STATUS;
pub use subscription::{SUBSCRIPTION, SUBSCRIPTION_PERIOD};
pub use ticket::{AUTOTASK_FIELDS, SideFields, TASKFIRE_FIELDS, TICKET};
pub use ticket_attachment::{
    ATTACHMENT_INFO, TICKET_ATTACHMENT, TICKET_NOTE_ATTACHMENT, TIME_ENTRY_ATTACHMENT, holds_files,
};
pub use ticket_category::TICKET_CATEGORY;
pub use ticket_charge::TICKET_CHARGE;
pub use ticket_checklist_item::TICKET_CHECKLIST_ITEM;
pub use ticket_history::TICKET_HISTORY;
pub use ticket_note::TICKET_NOTE;
pub use ticket_secondary_resource::TICKET_SECONDARY_RESOURCE;
pub use time_entry::TIME_ENTRY;
pub use user_defined::{
    USER_DEFINED_FIELDS, USER_DEFINED_TYPES, UserDefinedError, UserDefinedField, UserDefinedFields, UserDefinedKind,
    UserDefinedValues,
};
pub use user_defined_field_definition::USER_DEFINED_FIELD_DEFINITION;
pub use user_defined_field_list_item::USER_DEFINED_FIELD_LIST_ITEM;
pub use value::Value;
pub use view::{Selection, View, Wanted};
pub use webhook::{
    TICKET_NOTE_WEBHOOK, TICKET_NOTE_WEBHOOK_EXCLUDED_RESOURCE, TICKET_NOTE_WEBHOOK_FIELD, TICKET_WEBHOOK,
    TICKET_WEBHOOK_EXCLUDED_RESOURCE, TICKET_WEBHOOK_FIELD, TICKET_WEBHOOK_UDF_FIELD, WEBHOOK_ENTITIES,
    WEBHOOK_EVENT_ERROR_LOG, watched_field,
};

/// Every entity. Those of [`Surface::Autotask`] have Autotask's routes; the others come under `/tandem/v1` only.
pub static ENTITIES: &[&Entity] = &[
    &TICKET,
    &TICKET_NOTE,
    &TICKET_SECONDARY_RESOURCE,
    &TICKET_HISTORY,
    &TICKET_ATTACHMENT,
    &TICKET_NOTE_ATTACHMENT,
    &TIME_ENTRY_ATTACHMENT,
    &ATTACHMENT_INFO,
    &TICKET_CHECKLIST_ITEM,
    &TICKET_CHARGE,
    &TICKET_CATEGORY,
    &TIME_ENTRY,
    &COMPANY,
    &COMPANY_LOCATION,
    &CONTACT,
    &CLIENT_PORTAL_USER,
    &RESOURCE,
    &ROLE,
    &RESOURCE_ROLE,
    &RESOURCE_ROLE_DEPARTMENT,
    &RESOURCE_ROLE_QUEUE,
    &RESOURCE_SERVICE_DESK_ROLE,
    &DEPARTMENT,
    &QUEUE,
    &REQUEST_TYPE,
    &STATUS,
    &NOTIFICATION,
    &CONTRACT,
    &CONTRACT_NOTE,
    &CONTRACT_SERVICE,
    &CONTRACT_SERVICE_UNIT,
    &CONTRACT_SERVICE_ADJUSTMENT,
    &CONTRACT_SERVICE_BUNDLE,
    &CONTRACT_SERVICE_BUNDLE_UNIT,
    &CONTRACT_SERVICE_BUNDLE_ADJUSTMENT,
    &CONTRACT_BLOCK,
    &CONTRACT_RETAINER,
    &CONTRACT_TICKET_PURCHASE,
    &CONTRACT_RATE,
    &SERVICE,
    &SERVICE_BUNDLE,
    &SERVICE_BUNDLE_SERVICE,
    &BILLING_ITEM,
    &BILLING_CODE,
    &CONFIGURATION_ITEM,
    &SUBSCRIPTION,
    &SUBSCRIPTION_PERIOD,
    &USER_DEFINED_FIELD_DEFINITION,
    &USER_DEFINED_FIELD_LIST_ITEM,
    &TICKET_WEBHOOK,
    &TICKET_WEBHOOK_FIELD,
    &TICKET_WEBHOOK_UDF_FIELD,
    &TICKET_WEBHOOK_EXCLUDED_RESOURCE,
    &TICKET_NOTE_WEBHOOK,
    &TICKET_NOTE_WEBHOOK_FIELD,
    &TICKET_NOTE_WEBHOOK_EXCLUDED_RESOURCE,
    &WEBHOOK_EVENT_ERROR_LOG,
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
            "BusinessLocation",
            "ContractCharge",
            "ContractExclusionSet",
            "ContractMilestone",
            "Country",
            "Currency",
            "ExpenseItem",
            "InstalledProductCategory",
            "Invoice",
            "InvoiceTemplate",
            "Opportunity",
            "OrganizationalLevelAssociation",
            "Product",
            "Project",
            "ProjectCharge",
            "QuoteItem",
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
}
