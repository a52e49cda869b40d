//! Files and links on tickets, their notes and their time. What is in a file lies apart from these rows: no list ever reads it.

use super::field::{Fields, boolean, decimal, fields, id, integer, long, text, time};
use super::picklist::{AUDIENCES, PERSON_TYPES, PUBLISH, SIDES, entry};
use super::{Entity, Operation, Picklist};

/// The longest `data`, in letters of base64: what 7 MiB come to.
const LONGEST_DATA: u32 = 9_786_712;

/// A file or a link on a ticket, on one of its notes or on time that was worked on it. Who sees it is its `audience`;
/// `publish` is how Autotask says that. `data` is taken when it is made and given by the attachment's own address below
/// its parent alone.
const FIELDS: Fields = fields![
    id(),
    time("attachDate").read_only(),
    long("attachedByContactID").read_only().to("Contact"),
    long("attachedByResourceID").read_only().to("Resource"),
    text("attachmentType", 30).required().read_only().pick(KINDS),
    text("contentType", 100).read_only(),
    integer("creatorType").read_only().not_queryable().pick(PERSON_TYPES),
    decimal("fileSize").read_only().not_queryable(),
    text("fullPath", 255).required().read_only(),
    integer("impersonatorCreatorResourceID").read_only().to("Resource"),
    long("opportunityID").read_only().to("Opportunity"),
    integer("parentAttachmentID").read_only(),
    long("parentID").read_only(),
    integer("publish").required().read_only().pick(PUBLISH),
    integer("ticketID").read_only().to("Ticket"),
    integer("ticketNoteID").read_only().to("TicketNote"),
    integer("timeEntryID").read_only().to("TimeEntry"),
    text("title", 255).required().read_only(),
    text("data", LONGEST_DATA).not_queryable().write_only(),
    integer("parentType").read_only().pick(PARENTS),
    boolean("isTaskAttachment").read_only(),
    // Under /tandem/v1 only.
    text("audience", 20).read_only().pick(AUDIENCES).tandem(),
    text("side", 8).read_only().pick(SIDES).tandem(),
    text("authorName", 120).read_only().tandem(),
    // Of what is in the file: SHA-256, in hexadecimal.
    text("digest", 64).read_only().tandem(),
];

/// What may be done with attachments: one that is made stays as it is.
const OPERATIONS: &[Operation] = &[Operation::Create, Operation::Query, Operation::Delete];

/// All that hangs on a ticket, also on its notes and its time. Every attachment is a row of this table.
pub static TICKET_ATTACHMENT: Entity =
    Entity::new("TicketAttachment", "TicketAttachments", "ticket_attachment", FIELDS)
        .allowing(OPERATIONS)
        .below("Ticket", "ticketID", "Attachments")
        .on_autotask_routes();

/// Those on notes. Its table is a view.
pub static TICKET_NOTE_ATTACHMENT: Entity = Entity::new(
    "TicketNoteAttachment",
    "TicketNoteAttachments",
    "ticket_note_attachment",
    FIELDS,
)
.allowing(OPERATIONS)
.below("TicketNote", "ticketNoteID", "Attachments")
.derived()
.on_autotask_routes();

/// Those on time. Its table is a view.
pub static TIME_ENTRY_ATTACHMENT: Entity = Entity::new(
    "TimeEntryAttachment",
    "TimeEntryAttachments",
    "time_entry_attachment",
    FIELDS,
)
.allowing(OPERATIONS)
.below("TimeEntry", "timeEntryID", "Attachments")
.derived()
.on_autotask_routes();

/// Whether rows of an entity are attachments whose content is here.
#[must_use]
pub fn holds_files(entity: &Entity) -> bool {
    [&TICKET_ATTACHMENT, &TICKET_NOTE_ATTACHMENT, &TIME_ENTRY_ATTACHMENT].contains(&entity)
}

/// The same rows, and whatever else may once have attachments. Its table is a view.
pub static ATTACHMENT_INFO: Entity = Entity::new(
    "AttachmentInfo",
    "AttachmentInfo",
    "attachment_info",
    fields![
        id(),
        integer("articleID"),
        time("attachDate").read_only(),
        long("attachedByContactID").to("Contact"),
        long("attachedByResourceID").read_only().to("Resource"),
        text("attachmentType", 30).required().read_only().pick(KINDS),
        integer("companyID").to("Company"),
        integer("companyNoteID"),
        integer("configurationItemID").to("ConfigurationItem"),
        integer("configurationItemNoteID"),
        text("contentType", 100).read_only(),
        integer("contractID").to("Contract"),
        integer("contractNoteID").to("ContractNote"),
        integer("creatorType").read_only().not_queryable().pick(PERSON_TYPES),
        integer("documentID"),
        integer("expenseItemID"),
        integer("expenseReportID"),
        decimal("fileSize").read_only().not_queryable(),
        text("fullPath", 255).required().read_only(),
        integer("impersonatorCreatorResourceID").read_only().to("Resource"),
        long("opportunityID").read_only().to("Opportunity"),
        integer("parentAttachmentID"),
        long("parentID").read_only(),
        integer("parentType").required().read_only().pick(PARENTS),
        integer("projectID"),
        integer("projectNoteID"),
        integer("publish").required().read_only().pick(PUBLISH),
        integer("resourceID").required().read_only(),
        integer("salesOrderID"),
        integer("taskID"),
        integer("taskNoteID"),
        integer("ticketID").to("Ticket"),
        integer("ticketNoteID").to("TicketNote"),
        integer("timeEntryID").to("TimeEntry"),
        text("title", 255).required().read_only(),
        // Under /tandem/v1 only.
        text("audience", 20).read_only().pick(AUDIENCES).tandem(),
        text("side", 8).read_only().pick(SIDES).tandem(),
        text("authorName", 120).read_only().tandem(),
    ],
)
.derived()
.on_autotask_routes();

/// Files, and what only points to one.
const KINDS: Picklist = Picklist::Words(&["FILE_ATTACHMENT", "FILE_LINK", "FOLDER_LINK", "URL"]);

/// On what an attachment hangs.
const PARENTS: Picklist = Picklist::Fixed(&[entry(4, "Task or Ticket"), entry(18, "Time Entry"), entry(23, "Note")]);
