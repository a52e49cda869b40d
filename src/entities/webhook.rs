//! Webhooks: where what happens to tickets and their notes is sent, which fields it is about, and what could not be sent.

use super::field::{boolean, fields, id, integer, long, text, time};
use super::picklist::entry;
use super::{Entity, Field, Live, Operation, Picklist};

/// What may be done with webhooks and what belongs to them.
const ALL: &[Operation] = &[
    Operation::Create,
    Operation::Query,
    Operation::Update,
    Operation::Delete,
];
/// What may be done with what is either there or not.
const ADDED: &[Operation] = &[Operation::Create, Operation::Query, Operation::Delete];

/// The fields of a webhook.
macro_rules! webhook_fields {
    () => {
        fields![
            id(),
            text("deactivationUrl", 500).required(),
            boolean("isActive"),
            boolean("isReady").read_only(),
            boolean("isSubscribedToCreateEvents"),
            boolean("isSubscribedToDeleteEvents"),
            boolean("isSubscribedToUpdateEvents"),
            text("name", 50),
            text("notificationEmailAddress", 150),
            integer("ownerResourceID").to("Resource"),
            text("secretKey", 64).not_queryable().write_only(),
            boolean("sendThresholdExceededNotification"),
            text("webhookGUID", 36).read_only(),
            text("webhookUrl", 500).required(),
        ]
    };
}

/// Sends what happens to tickets.
pub static TICKET_WEBHOOK: Entity = Entity::new("TicketWebhook", "TicketWebhooks", "ticket_webhook", webhook_fields!())
    .allowing(ALL)
    .on_autotask_routes();

/// A field of tickets that a webhook is about.
pub static TICKET_WEBHOOK_FIELD: Entity = Entity::new(
    "TicketWebhookField",
    "TicketWebhookFields",
    "ticket_webhook_field",
    fields![
        id(),
        integer("fieldID").required().pick(TICKET_FIELDS),
        boolean("isDisplayAlwaysField"),
        boolean("isSubscribedField"),
        integer("webhookID").required().read_only().to("TicketWebhook"),
    ],
)
.allowing(ALL)
.below("TicketWebhook", "webhookID", "Fields")
.on_autotask_routes();

/// A user-defined field of tickets that a webhook is about.
pub static TICKET_WEBHOOK_UDF_FIELD: Entity = Entity::new(
    "TicketWebhookUdfField",
    "TicketWebhookUdfFields",
    "ticket_webhook_udf_field",
    fields![
        id(),
        boolean("isDisplayAlwaysField"),
        boolean("isSubscribedField"),
        long("udfFieldId")
            .required()
            .pick(Picklist::Live(Live::TicketUserDefinedFields)),
        integer("webhookID").required().read_only().to("TicketWebhook"),
    ],
)
.allowing(ALL)
.below("TicketWebhook", "webhookID", "UdfFields")
.on_autotask_routes();

/// Somebody of whose doings a webhook says nothing.
pub static TICKET_WEBHOOK_EXCLUDED_RESOURCE: Entity = Entity::new(
    "TicketWebhookExcludedResource",
    "TicketWebhookExcludedResources",
    "ticket_webhook_excluded_resource",
    fields![
        id(),
        integer("resourceID").required().to("Resource"),
        integer("webhookID").required().read_only().to("TicketWebhook"),
    ],
)
.allowing(ADDED)
.below("TicketWebhook", "webhookID", "ExcludedResources")
.on_autotask_routes();

/// Sends what happens to tickets' notes.
pub static TICKET_NOTE_WEBHOOK: Entity = Entity::new(
    "TicketNoteWebhook",
    "TicketNoteWebhooks",
    "ticket_note_webhook",
    webhook_fields!(),
)
.allowing(ALL)
.on_autotask_routes();

/// A field of notes that a webhook is about.
pub static TICKET_NOTE_WEBHOOK_FIELD: Entity = Entity::new(
    "TicketNoteWebhookField",
    "TicketNoteWebhookFields",
    "ticket_note_webhook_field",
    fields![
        id(),
        integer("fieldID").required().pick(NOTE_FIELDS),
        boolean("isDisplayAlwaysField"),
        boolean("isSubscribedField"),
        integer("webhookID").required().read_only().to("TicketNoteWebhook"),
    ],
)
.allowing(ALL)
.below("TicketNoteWebhook", "webhookID", "Fields")
.on_autotask_routes();

/// Somebody of whose doings a webhook of notes says nothing.
pub static TICKET_NOTE_WEBHOOK_EXCLUDED_RESOURCE: Entity = Entity::new(
    "TicketNoteWebhookExcludedResource",
    "TicketNoteWebhookExcludedResources",
    "ticket_note_webhook_excluded_resource",
    fields![
        id(),
        integer("resourceID").required().to("Resource"),
        integer("webhookID").required().read_only().to("TicketNoteWebhook"),
    ],
)
.allowing(ADDED)
.below("TicketNoteWebhook", "webhookID", "ExcludedResources")
.on_autotask_routes();

/// What a webhook could not deliver so far. Its table is a view of what is still to be delivered.
pub static WEBHOOK_EVENT_ERROR_LOG: Entity = Entity::new(
    "WebhookEventErrorLog",
    "WebhookEventErrorLogs",
    "webhook_event_error_log",
    fields![
        id(),
        time("createDateTime").read_only(),
        text("errorMessage", 1000).read_only(),
        text("payload", 1_000_000).read_only(),
        long("sequenceNumber").read_only(),
        integer("ticketNoteWebhookID").read_only().to("TicketNoteWebhook"),
        integer("ticketWebhookID").read_only().to("TicketWebhook"),
    ],
)
.derived()
.on_autotask_routes();

/// Everything that says what is sent where: the administrators' alone.
pub static WEBHOOK_ENTITIES: [&Entity; 8] = [
    &TICKET_WEBHOOK,
    &TICKET_WEBHOOK_FIELD,
    &TICKET_WEBHOOK_UDF_FIELD,
    &TICKET_WEBHOOK_EXCLUDED_RESOURCE,
    &TICKET_NOTE_WEBHOOK,
    &TICKET_NOTE_WEBHOOK_FIELD,
    &TICKET_NOTE_WEBHOOK_EXCLUDED_RESOURCE,
    &WEBHOOK_EVENT_ERROR_LOG,
];

/// The name of the watched field that a `fieldID` of this entity means.
#[must_use]
pub fn watched_field(entity: &Entity, field_id: i64) -> Option<&'static str> {
    let entries = entity.field("fieldID").and_then(Field::entries)?;
    let found = entries.iter().find(|entry| entry.value == field_id);
    found.map(|entry| entry.label)
}

/// The fields of tickets by the numbers that clients keep: a field that comes later gets the next one.
const TICKET_FIELDS: Picklist = Picklist::Fixed(&[
    entry(1, "apiVendorID"),
    entry(2, "assignedResourceID"),
    entry(3, "assignedResourceRoleID"),
    entry(4, "billingCodeID"),
    entry(5, "changeApprovalBoard"),
    entry(6, "changeApprovalStatus"),
    entry(7, "changeApprovalType"),
    entry(8, "changeInfoField1"),
    entry(9, "changeInfoField2"),
    entry(10, "changeInfoField3"),
    entry(11, "changeInfoField4"),
    entry(12, "changeInfoField5"),
    entry(13, "companyID"),
    entry(14, "companyLocationID"),
    entry(15, "completedByResourceID"),
    entry(16, "completedDate"),
    entry(17, "configurationItemID"),
    entry(18, "contactID"),
    entry(19, "contractID"),
    entry(20, "contractServiceBundleID"),
    entry(21, "contractServiceID"),
    entry(22, "createDate"),
    entry(23, "createdByContactID"),
    entry(24, "creatorResourceID"),
    entry(25, "creatorType"),
    entry(26, "currentServiceThermometerRating"),
    entry(27, "description"),
    entry(28, "dueDateTime"),
    entry(29, "estimatedHours"),
    entry(30, "externalID"),
    entry(31, "firstResponseAssignedResourceID"),
    entry(32, "firstResponseDateTime"),
    entry(33, "firstResponseDueDateTime"),
    entry(34, "firstResponseInitiatingResourceID"),
    entry(35, "hoursToBeScheduled"),
    entry(36, "impersonatorCreatorResourceID"),
    entry(37, "isAssignedToComanaged"),
    entry(38, "issueType"),
    entry(39, "isVisibleToComanaged"),
    entry(40, "lastActivityDate"),
    entry(41, "lastActivityPersonType"),
    entry(42, "lastActivityResourceID"),
    entry(43, "lastCustomerNotificationDateTime"),
    entry(44, "lastCustomerVisibleActivityDateTime"),
    entry(45, "lastTrackedModificationDateTime"),
    entry(46, "monitorID"),
    entry(47, "monitorTypeID"),
    entry(48, "opportunityID"),
    entry(49, "organizationalLevelAssociationID"),
    entry(50, "previousServiceThermometerRating"),
    entry(51, "priority"),
    entry(52, "problemTicketId"),
    entry(53, "projectID"),
    entry(54, "purchaseOrderNumber"),
    entry(55, "queueID"),
    entry(56, "resolution"),
    entry(57, "resolutionPlanDateTime"),
    entry(58, "resolutionPlanDueDateTime"),
    entry(59, "resolvedDateTime"),
    entry(60, "resolvedDueDateTime"),
    entry(61, "rmaStatus"),
    entry(62, "rmaType"),
    entry(63, "rmmAlertID"),
    entry(64, "serviceLevelAgreementHasBeenMet"),
    entry(65, "serviceLevelAgreementID"),
    entry(66, "serviceLevelAgreementPausedNextEventHours"),
    entry(67, "serviceThermometerTemperature"),
    entry(68, "source"),
    entry(69, "status"),
    entry(70, "subIssueType"),
    entry(71, "ticketCategory"),
    entry(72, "ticketNumber"),
    entry(73, "ticketType"),
    entry(74, "title"),
]);

/// The fields of notes, likewise.
const NOTE_FIELDS: Picklist = Picklist::Fixed(&[
    entry(1, "createDateTime"),
    entry(2, "createdByContactID"),
    entry(3, "creatorResourceID"),
    entry(4, "description"),
    entry(5, "impersonatorCreatorResourceID"),
    entry(6, "impersonatorUpdaterResourceID"),
    entry(7, "lastActivityDate"),
    entry(8, "noteType"),
    entry(9, "publish"),
    entry(10, "ticketID"),
    entry(11, "title"),
]);

#[cfg(test)]
mod tests {
    use super::super::{Surface, TICKET, TICKET_NOTE};
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_field_that_the_routes_give_has_a_number_of_its_own() {
        for (fields, watched) in [
            (&TICKET_WEBHOOK_FIELD, &TICKET),
            (&TICKET_NOTE_WEBHOOK_FIELD, &TICKET_NOTE),
        ] {
            let entries = fields.field("fieldID").and_then(Field::entries).unwrap();
            let numbers: BTreeSet<i64> = entries.iter().map(|entry| entry.value).collect();
            assert_eq!(numbers.len(), entries.len());
            let listed: BTreeSet<&str> = entries.iter().map(|entry| entry.label).collect();
            let given = watched.fields_on(Surface::Autotask).map(|field| field.name);
            assert_eq!(listed, given.filter(|name| *name != "id").collect());
        }
        assert_eq!(watched_field(&TICKET_WEBHOOK_FIELD, 1), Some("apiVendorID"));
        assert_eq!(watched_field(&TICKET_WEBHOOK_FIELD, 0), None);
    }
}
