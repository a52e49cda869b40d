//! Which fields of what somebody sees they are given, and so may filter and sort by.

use super::reads_finances;
use crate::domain::{Actor, SecurityLevel, Side};
use crate::entities::{
    COMPANY, CONFIGURATION_ITEM, CONTACT, Entity, FieldError, RESOURCE, TICKET, TIME_ENTRY, USER_DEFINED_FIELDS,
};
use crate::query::{Filter, FilterError, Node, Sort};
use crate::server::disguise;
use crate::server::reader::Reader;

/// The fields of an entity that a reader is never given.
pub fn hides(reader: &Actor, entity: &Entity, field: &str) -> bool {
    let provider = reader.side() == Side::Autotask;
    if entity.field(field).is_some_and(|field| field.financial) && !reads_finances(reader) {
        return true;
    }
    match entity {
        entity if *entity == TICKET => match field {
            // Each side sees its own time (2.3).
            "minutesAutotask" => !provider,
            "minutesTaskfire" => provider || !reader.level.works_tickets(),
            _ => false,
        },
        // What a contract paid they see in reports alone.
        entity if *entity == TIME_ENTRY => !provider && DEBITS.contains(&field),
        entity if *entity == RESOURCE => !provider && !RESOURCE_NAMES.contains(&field),
        entity if *entity == COMPANY => !provider && !COMPANY_CARD.contains(&field),
        entity if *entity == CONFIGURATION_ITEM => !provider && !ITEM_CARD.contains(&field),
        entity if *entity == CONTACT => !provider && !CONTACT_CARD.contains(&field) && !reads_login(reader, field),
        _ => false,
    }
}

/// What became of the provider's time.
const DEBITS: [&str; 3] = ["coveredMinutes", "uncoveredMinutes", "carriedMinutes"];
/// What a client's people see of the provider's.
const RESOURCE_NAMES: [&str; 4] = ["id", "firstName", "lastName", "isActive"];
/// Whether a field is about a contact's signing in, and the reader one of the client's people whom that concerns: whoever
/// gives others work, or manages the organisation's users.
fn reads_login(reader: &Actor, field: &str) -> bool {
    let concerned = reader.level.works_tickets() || reader.level == SecurityLevel::PortalManager;
    concerned && CONTACT_LOGIN.contains(&field)
}

/// What a client's people see of one another.
const CONTACT_CARD: [&str; 14] = [
    "id",
    "companyID",
    "firstName",
    "middleInitial",
    "lastName",
    "title",
    "emailAddress",
    "phone",
    "extension",
    "alternatePhone",
    "mobilePhone",
    "isActive",
    "isOutOfOffice",
    USER_DEFINED_FIELDS,
];
/// What tells as what a contact signs in.
const CONTACT_LOGIN: [&str; 4] = ["securityLevel", "customLevelID", "portalUserName", "isPortalActive"];
/// What a client's people see of their own devices: nothing of contracts and of what the provider notes about them.
const ITEM_CARD: [&str; 14] = [
    "id",
    "companyID",
    "companyLocationID",
    "configurationItemType",
    "contactID",
    "installDate",
    "isActive",
    "location",
    "parentConfigurationItemID",
    "referenceNumber",
    "referenceTitle",
    "serialNumber",
    "warrantyExpirationDate",
    USER_DEFINED_FIELDS,
];
/// What a client's people see of their own company.
const COMPANY_CARD: [&str; 20] = [
    "id",
    "companyName",
    "companyNumber",
    "companyType",
    "parentCompanyID",
    "isActive",
    "phone",
    "address1",
    "address2",
    "city",
    "state",
    "postalCode",
    "webAddress",
    "isClientPortalActive",
    "isTaskFireActive",
    "isTaskfireCompletedWithAutotask",
    "isAutotaskCompletedWithTaskfire",
    "isHideFinancials",
    "taskfireEnabledSince",
    USER_DEFINED_FIELDS,
];

/// Whether a reader may filter and sort by a field: what they are given of it is what is compared.
fn may_ask(reader: &Reader, entity: &Entity, field: &str) -> bool {
    // A client's people are given another count than the one that is kept (`masked`).
    let is_replaced = *entity == TICKET && field == "noteCount" && reader.side() == Side::Taskfire;
    !is_replaced && !disguise::changes(reader, entity, field) && !hides(reader, entity, field)
}

/// Refuses a filter or an order that would tell what the reader is never given.
///
/// # Errors
/// As if the field didn't exist.
pub fn check(reader: &Reader, filter: &Filter, sort: &Sort) -> Result<(), FilterError> {
    let entity = filter.entity();
    let asked = filter.leaves().filter_map(|node| match node {
        Node::Condition(condition) => Some(condition.field.name),
        _ => None,
    });
    let mut fields = asked.chain(sort.keys().iter().map(|(field, _)| field.name));
    let hidden = filter.user_defined().find(|field| !reader.sees_user_defined(field.id));
    let hidden = hidden.map(|field| field.name.as_str());
    match fields.find(|name| !may_ask(reader, entity, name)).or(hidden) {
        Some(name) => Err(FieldError::Unknown {
            name: name.to_owned(),
            entity: entity.name,
        }
        .into()),
        None => Ok(()),
    }
}
