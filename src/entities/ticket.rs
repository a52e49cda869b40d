//! Tickets: both sides of them in one row. A side that has no part in a ticket has a null status (D-01).

use super::field::{boolean, decimal, fields, id, integer, long, text, time, user_defined};
use super::picklist::{PERSON_TYPES, PRIORITIES, SIDES, entry};
use super::{Entity, Live, Operation, Picklist};

/// A ticket. Autotask's own fields are the Autotask side's.
pub static TICKET: Entity = Entity::new(
    "Ticket",
    "Tickets",
    "ticket",
    fields![
        id(),
        integer("apiVendorID").read_only().pick(Picklist::Unchecked),
        integer("assignedResourceID").to("Resource"),
        integer("assignedResourceRoleID").to("Role"),
        integer("billingCodeID").to("BillingCode"),
        integer("changeApprovalBoard").pick(Picklist::Unchecked),
        integer("changeApprovalStatus").pick(Picklist::Unchecked),
        integer("changeApprovalType").pick(Picklist::Unchecked),
        text("changeInfoField1", 8000),
        text("changeInfoField2", 8000),
        text("changeInfoField3", 8000),
        text("changeInfoField4", 8000),
        text("changeInfoField5", 8000),
        integer("companyID").required().to("Company"),
        integer("companyLocationID").to("CompanyLocation"),
        integer("completedByResourceID").read_only().to("Resource"),
        time("completedDate").read_only(),
        integer("configurationItemID").to("ConfigurationItem"),
        integer("contactID").to("Contact"),
        integer("contractID").to("Contract"),
        long("contractServiceBundleID").to("ContractServiceBundle"),
        long("contractServiceID").to("ContractService"),
        time("createDate").read_only(),
        integer("createdByContactID").to("Contact"),
        integer("creatorResourceID").read_only().to("Resource"),
        integer("creatorType").read_only().not_queryable().pick(PERSON_TYPES),
        integer("currentServiceThermometerRating")
            .read_only()
            .pick(Picklist::Unchecked),
        text("description", 8000),
        time("dueDateTime"),
        decimal("estimatedHours"),
        text("externalID", 50),
        integer("firstResponseAssignedResourceID").read_only(),
        time("firstResponseDateTime").read_only(),
        time("firstResponseDueDateTime").read_only(),
        integer("firstResponseInitiatingResourceID").read_only(),
        decimal("hoursToBeScheduled").read_only(),
        integer("impersonatorCreatorResourceID").read_only().to("Resource"),
        boolean("isAssignedToComanaged"),
        integer("issueType").pick(Picklist::Live(Live::RequestTypes)),
        boolean("isVisibleToComanaged"),
        time("lastActivityDate").read_only(),
        integer("lastActivityPersonType")
            .read_only()
            .not_queryable()
            .pick(PERSON_TYPES),
        integer("lastActivityResourceID").read_only().to("Resource"),
        time("lastCustomerNotificationDateTime").read_only(),
        time("lastCustomerVisibleActivityDateTime").read_only(),
        time("lastTrackedModificationDateTime").read_only(),
        long("monitorID"),
        integer("monitorTypeID").pick(Picklist::Unchecked),
        integer("opportunityID").to("Opportunity"),
        integer("organizationalLevelAssociationID").to("OrganizationalLevelAssociation"),
        integer("previousServiceThermometerRating")
            .read_only()
            .pick(Picklist::Unchecked),
        integer("priority").required().pick(PRIORITIES),
        integer("problemTicketId").to("Ticket"),
        integer("projectID").to("Project"),
        text("purchaseOrderNumber", 50),
        integer("queueID").pick(Picklist::Live(Live::AutotaskQueues)),
        text("resolution", 32000),
        time("resolutionPlanDateTime").read_only(),
        time("resolutionPlanDueDateTime").read_only(),
        time("resolvedDateTime").read_only(),
        time("resolvedDueDateTime").read_only(),
        integer("rmaStatus").pick(Picklist::Unchecked),
        integer("rmaType").pick(Picklist::Unchecked),
        text("rmmAlertID", 50).read_only(),
        boolean("serviceLevelAgreementHasBeenMet").read_only(),
        integer("serviceLevelAgreementID").pick(Picklist::Unchecked),
        decimal("serviceLevelAgreementPausedNextEventHours")
            .read_only()
            .not_queryable(),
        integer("serviceThermometerTemperature").read_only(),
        integer("source").pick(Picklist::Live(Live::TicketSources)),
        integer("status")
            .required()
            .pick(Picklist::Live(Live::AutotaskStatuses)),
        integer("subIssueType")
            .pick(Picklist::Live(Live::SubIssueTypes))
            .under("issueType"),
        integer("ticketCategory").pick(Picklist::Live(Live::TicketCategories)),
        text("ticketNumber", 50).read_only(),
        integer("ticketType").pick(TYPES),
        text("title", 255).required(),
        // Under /tandem/v1 only.
        integer("version").read_only().tandem(),
        boolean("isShared").read_only().tandem(),
        text("holder", 8).read_only().pick(SIDES).tandem(),
        time("statusSince").read_only().tandem(),
        integer("taskfireStatus")
            .pick(Picklist::Live(Live::TaskfireStatuses))
            .tandem(),
        time("taskfireStatusSince").read_only().tandem(),
        integer("taskfireQueueID")
            .pick(Picklist::Live(Live::TaskfireQueues))
            .tandem(),
        integer("taskfirePriority").pick(PRIORITIES).tandem(),
        integer("taskfireAssignedContactID").to("Contact").tandem(),
        // Made after the company's Taskfire was switched on (CPX-06).
        boolean("isTaskfireEligible").read_only().tandem(),
        // Null while a side that has a part in the ticket has not completed it.
        time("closedDate").read_only().tandem(),
        text("closedBySide", 8).read_only().pick(SIDES).tandem(),
        text("item", 100).tandem(),
        text("createdByName", 120).read_only().tandem(),
        integer("noteCount").read_only().tandem(),
        integer("publicNoteCount").read_only().tandem(),
        integer("minutesAutotask").read_only().tandem(),
        integer("minutesTaskfire").read_only().tandem(),
        time("lastPublicNoteDate").read_only().tandem(),
        // It waits for its contract to become active (D-22).
        boolean("isHeldForContract").read_only().tandem(),
        user_defined(),
    ],
)
.allowing(&[Operation::Create, Operation::Query, Operation::Update])
.with_webhooks()
.on_autotask_routes()
.searched_in("ticket_words");

/// The kinds of ticket that Autotask brings.
const TYPES: Picklist = Picklist::Fixed(&[
    entry(1, "Service Request"),
    entry(2, "Incident"),
    entry(3, "Problem"),
    entry(4, "Change Request"),
    entry(5, "Alert"),
]);

/// The names of the fields that one side of a ticket owns.
#[derive(Debug, PartialEq, Eq)]
pub struct SideFields {
    /// The side's name, as in `holder`.
    pub side: &'static str,
    /// Its status; null while the side has no part in the ticket.
    pub status: &'static str,
    /// Since when it has that status.
    pub status_since: &'static str,
    /// Its queue.
    pub queue: &'static str,
    /// Its priority.
    pub priority: &'static str,
    /// Its person in charge: a resource on the Autotask side, a contact on the other.
    pub assignee: &'static str,
}

/// The fields of the Autotask side.
pub static AUTOTASK_FIELDS: SideFields = SideFields {
    side: "autotask",
    status: "status",
    status_since: "statusSince",
    queue: "queueID",
    priority: "priority",
    assignee: "assignedResourceID",
};

/// The fields of the Taskfire side.
pub static TASKFIRE_FIELDS: SideFields = SideFields {
    side: "taskfire",
    status: "taskfireStatus",
    status_since: "taskfireStatusSince",
    queue: "taskfireQueueID",
    priority: "taskfirePriority",
    assignee: "taskfireAssignedContactID",
};
