//! Which entities an export holds and an import takes whole, in the order in which they refer to one another, and what
//! of them stays behind. Both sides read this one list.

use crate::entities::{
    self, BILLING_CODE, COMPANY, COMPANY_LOCATION, CONFIGURATION_ITEM, CONTACT, DEPARTMENT, Entity, Field, Kind, Live,
    Picklist, QUEUE, REQUEST_TYPE, RESOURCE, RESOURCE_ROLE_DEPARTMENT, RESOURCE_ROLE_QUEUE, RESOURCE_SERVICE_DESK_ROLE,
    ROLE, STATUS, TICKET, TICKET_CATEGORY, TICKET_CHARGE, TICKET_CHECKLIST_ITEM, TICKET_HISTORY, TICKET_NOTE,
    TICKET_SECONDARY_RESOURCE, TIME_ENTRY, USER_DEFINED_FIELD_DEFINITION, USER_DEFINED_FIELD_LIST_ITEM,
};

/// The key of the provider's own company, which every desk has.
pub const PROVIDER: &str = "provider";
/// The key of the resource that the system's own doings are written to.
pub const SYSTEM: &str = "system";

/// What stands before the name of a user-defined field among names of fields.
pub const USER_DEFINED: &str = "userDefinedFields.";

/// An entity whose rows can be brought from one desk to another.
#[derive(Debug)]
pub struct Portable {
    /// The entity.
    pub entity: &'static Entity,
    /// The fields by which a row is found that is there already, one set after the other; rows of tickets never are.
    pub known_by: &'static [&'static [&'static str]],
    /// What a row can't do without.
    pub needs: &'static [&'static str],
    /// What is never taken from a file: what follows from other rows, and what only an act of its own may give (levels,
    /// logins, the client's Taskfire).
    stays: &'static [&'static str],
}

/// All of them; each needs only those before it.
pub static PORTABLE: &[Portable] = &[
    Portable {
        entity: &ROLE,
        known_by: &[&["name"]],
        needs: &["name"],
        stays: &["isSystemRole"],
    },
    Portable {
        entity: &BILLING_CODE,
        known_by: &[&["name"]],
        needs: &["name"],
        stays: &[],
    },
    Portable {
        entity: &DEPARTMENT,
        known_by: &[&["name"]],
        needs: &["name"],
        stays: &[],
    },
    Portable {
        entity: &USER_DEFINED_FIELD_DEFINITION,
        known_by: &[&["udfType", "name"]],
        needs: &["udfType", "dataType", "name"],
        stays: &["crmToProjectUdfId"],
    },
    Portable {
        entity: &USER_DEFINED_FIELD_LIST_ITEM,
        known_by: &[&["udfFieldId", "valueForDisplay"]],
        needs: &["udfFieldId", "valueForDisplay", "valueForExport"],
        stays: &[],
    },
    Portable {
        entity: &RESOURCE,
        known_by: &[&["email"], &["firstName", "lastName"]],
        needs: &["lastName"],
        stays: &["userName", "securityLevel", "licenseType", "userType"],
    },
    Portable {
        entity: &RESOURCE_ROLE_DEPARTMENT,
        known_by: &[&["resourceID", "roleID", "departmentID"]],
        needs: &["resourceID", "roleID", "departmentID"],
        stays: &[],
    },
    Portable {
        entity: &RESOURCE_SERVICE_DESK_ROLE,
        known_by: &[&["resourceID", "roleID"]],
        needs: &["resourceID", "roleID"],
        stays: &[],
    },
    Portable {
        entity: &COMPANY,
        known_by: &[&["companyName"]],
        needs: &["companyName"],
        stays: &["isTaskFireActive", "isClientPortalActive", "taskfireEnabledSince"],
    },
    Portable {
        entity: &COMPANY_LOCATION,
        known_by: &[&["companyID", "name"]],
        needs: &["companyID", "name"],
        stays: &[],
    },
    Portable {
        entity: &STATUS,
        known_by: &[&["side", "label"]],
        needs: &["side", "label", "kind"],
        stays: &["isDefault"],
    },
    Portable {
        entity: &QUEUE,
        known_by: &[&["side", "companyID", "name"]],
        needs: &["side", "name"],
        stays: &["isDefault"],
    },
    Portable {
        entity: &RESOURCE_ROLE_QUEUE,
        known_by: &[&["resourceID", "queueID"]],
        needs: &["resourceID", "queueID"],
        stays: &[],
    },
    Portable {
        entity: &TICKET_CATEGORY,
        known_by: &[&["name"]],
        needs: &["name"],
        stays: &["isGlobalDefault"],
    },
    Portable {
        entity: &REQUEST_TYPE,
        known_by: &[&["companyID", "name"]],
        needs: &["name"],
        stays: &[],
    },
    Portable {
        entity: &CONTACT,
        known_by: &[&["companyID", "emailAddress"], &["companyID", "firstName", "lastName"]],
        needs: &["companyID"],
        stays: &["securityLevel", "customLevelID", "portalUserName", "isPortalActive"],
    },
    Portable {
        entity: &CONFIGURATION_ITEM,
        known_by: &[],
        needs: &["companyID"],
        stays: &[],
    },
    Portable {
        entity: &TICKET,
        known_by: &[],
        needs: &["companyID", "title"],
        stays: &[
            "version",
            "noteCount",
            "publicNoteCount",
            "lastPublicNoteDate",
            "minutesAutotask",
            "minutesTaskfire",
            "isHeldForContract",
        ],
    },
    Portable {
        entity: &TICKET_SECONDARY_RESOURCE,
        known_by: &[&["ticketID", "resourceID"]],
        needs: &["ticketID", "resourceID"],
        stays: &[],
    },
    Portable {
        entity: &TICKET_CHECKLIST_ITEM,
        known_by: &[],
        needs: &["ticketID", "itemName"],
        stays: &[],
    },
    Portable {
        entity: &TICKET_CHARGE,
        known_by: &[],
        needs: &["ticketID", "name"],
        stays: &["isBilled"],
    },
    Portable {
        entity: &TICKET_NOTE,
        known_by: &[],
        needs: &["ticketID", "description"],
        stays: &[],
    },
    Portable {
        entity: &TIME_ENTRY,
        known_by: &[],
        needs: &["ticketID"],
        stays: &["coveredMinutes", "uncoveredMinutes", "carriedMinutes"],
    },
    Portable {
        entity: &TICKET_HISTORY,
        known_by: &[],
        needs: &["ticketID", "event", "date"],
        stays: &[],
    },
];

/// What is said of an entity here, if its rows can be brought over.
#[must_use]
pub fn of(entity: &Entity) -> Option<&'static Portable> {
    PORTABLE.iter().find(|portable| portable.entity == entity)
}

/// The entity of that name in the singular, if its rows can be brought over.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static Portable> {
    entities::by_name(name).and_then(of)
}

/// The entity whose rows a field names by their ids, if its rows can be brought over too: through a reference, or through
/// a picklist of rows.
#[must_use]
pub fn target(field: &Field) -> Option<&'static Entity> {
    match (field.reference, field.picklist) {
        (Some(name), _) => by_name(name).map(|portable| portable.entity),
        (None, Some(Picklist::Live(live))) => Some(match live {
            Live::AutotaskStatuses | Live::TaskfireStatuses => &STATUS,
            Live::AutotaskQueues | Live::TaskfireQueues => &QUEUE,
            Live::RequestTypes => &REQUEST_TYPE,
            Live::TicketCategories => &TICKET_CATEGORY,
            Live::SecurityLevels | Live::TicketSources | Live::SubIssueTypes | Live::TicketUserDefinedFields => {
                return None;
            }
        }),
        _ => None,
    }
}

impl Portable {
    /// Whether an import takes this field. What refers to rows that stay behind, stays behind with them.
    #[must_use]
    pub fn takes(&self, field: &Field) -> bool {
        let refers_to_what_stays = field
            .reference
            .is_some_and(|name| entities::by_name(name).is_some() && target(field).is_none());
        let is_plain = field.name != "id" && !field.write_only && field.kind != Kind::UserDefined;
        is_plain && !refers_to_what_stays && !self.stays.contains(&field.name)
    }

    /// The fields that an import takes, in the entity's order.
    pub fn fields(&'static self) -> impl Iterator<Item = &'static Field> {
        self.entity.fields().iter().filter(|field| self.takes(field))
    }

    /// Whether rows are parts of tickets.
    #[must_use]
    pub fn is_part(&self) -> bool {
        self.needs.contains(&"ticketID")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_in_the_list_is_a_field_and_rows_need_only_those_before_them() {
        for (at, portable) in PORTABLE.iter().enumerate() {
            let names = portable.known_by.iter().copied().flatten();
            for name in names.chain(portable.needs).chain(portable.stays) {
                assert!(portable.entity.field(name).is_some(), "{name} of {:?}", portable.entity);
            }
            for field in portable.fields() {
                let Some(target) = target(field) else { continue };
                let place = PORTABLE.iter().position(|other| other.entity == target).unwrap();
                let is_needed = portable.needs.contains(&field.name);
                assert!(place < at || !is_needed, "{} of {:?}", field.name, portable.entity);
            }
        }
    }

    #[test]
    fn rights_and_contracts_stay_behind() {
        for (entity, field) in [
            (&CONTACT, "securityLevel"),
            (&RESOURCE, "securityLevel"),
            (&COMPANY, "isTaskFireActive"),
            (&TICKET, "contractID"),
            (&TIME_ENTRY, "contractID"),
        ] {
            let portable = of(entity).unwrap();
            assert!(!portable.takes(entity.field(field).unwrap()), "{field}");
        }
    }
}
