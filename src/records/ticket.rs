//! Tickets: row to domain and back. Fields that no rule reads stay in the row untouched.

use crate::base::ids::{
    CompanyId, ContactId, ContractId, ItemId, QueueId, RequestTypeId, ResourceId, StatusId, TicketId,
};
use crate::domain::ticket::{Closed, Completed};
use crate::domain::{Person, Priority, Side, SideState, Ticket};
use crate::entities::{AUTOTASK_FIELDS, Row, SideFields, TASKFIRE_FIELDS, Value};

/// Which fields of a ticket's row belong to a side.
#[must_use]
pub fn side_fields(side: Side) -> &'static SideFields {
    match side {
        Side::Autotask => &AUTOTASK_FIELDS,
        Side::Taskfire => &TASKFIRE_FIELDS,
    }
}

/// The ticket that a row describes, with its secondary resources, which lie in rows of their own.
#[must_use]
pub fn read(row: &Row, secondaries: Vec<ResourceId>) -> Ticket {
    let text = |name: &str| row.text(name).unwrap_or_default().to_owned();
    let completed = row.time("completedDate").map(|at| Completed {
        at,
        by: row.integer("completedByResourceID").map(ResourceId),
    });
    let closed_by = row
        .text("closedBySide")
        .and_then(Side::from_word)
        .unwrap_or(Side::Autotask);
    Ticket {
        id: TicketId(row.id()),
        number: text("ticketNumber"),
        version: row.integer("version").unwrap_or_default(),
        company: CompanyId(row.integer("companyID").unwrap_or_default()),
        contact: row.integer("contactID").map(ContactId),
        title: text("title"),
        description: text("description"),
        resolution: text("resolution"),
        request_type: row.integer("issueType").map(RequestTypeId),
        item: row.text("item").map(str::to_owned),
        configuration_item: row.integer("configurationItemID").map(ItemId),
        source: row.integer("source"),
        due: row.time("dueDateTime"),
        shared: row.boolean("isShared").unwrap_or_default(),
        holder: row.text("holder").and_then(Side::from_word).unwrap_or(Side::Autotask),
        autotask: read_side(row, Side::Autotask),
        taskfire: read_side(row, Side::Taskfire),
        secondaries,
        eligible: row.boolean("isTaskfireEligible").unwrap_or_default(),
        contract: row.integer("contractID").map(ContractId),
        held: row.boolean("isHeldForContract").unwrap_or_default(),
        created_at: row.time("createDate").unwrap_or(crate::base::Timestamp::from_millis(0)),
        first_response: row.time("firstResponseDateTime"),
        completed,
        closed: row.time("closedDate").map(|at| Closed { at, by: closed_by }),
    }
}

/// One side's part in a row; none where that side has no status (D-01).
#[must_use]
pub fn read_side(row: &Row, side: Side) -> Option<SideState> {
    let fields = side_fields(side);
    let status = StatusId(row.integer(fields.status)?);
    let created = row.time("createDate");
    Some(SideState {
        status,
        since: row
            .time(fields.status_since)
            .or(created)
            .unwrap_or(crate::base::Timestamp::from_millis(0)),
        queue: row.integer(fields.queue).map(QueueId),
        priority: row.integer(fields.priority).map_or(Priority::MEDIUM, Priority),
        assignee: row.integer(fields.assignee).map(|number| Person::of(side, number)),
    })
}

/// Writes what the rules know of a ticket into its row; the row's other fields stay.
pub fn write(ticket: &Ticket, row: &mut Row) {
    row.set("id", ticket.id.0);
    row.set("ticketNumber", ticket.number.as_str());
    row.set("version", ticket.version);
    row.set("companyID", ticket.company.0);
    set(row, "contactID", ticket.contact.map(|id| id.0));
    row.set("title", ticket.title.as_str());
    row.set("description", ticket.description.as_str());
    row.set("resolution", ticket.resolution.as_str());
    set(row, "issueType", ticket.request_type.map(|id| id.0));
    set(row, "item", ticket.item.clone());
    set(row, "configurationItemID", ticket.configuration_item.map(|id| id.0));
    set(row, "source", ticket.source);
    set(row, "dueDateTime", ticket.due);
    row.set("isShared", ticket.shared);
    row.set("holder", ticket.holder.word());
    for side in Side::BOTH {
        write_side(row, side, ticket.side(side));
    }
    row.set("isTaskfireEligible", ticket.eligible);
    set(row, "contractID", ticket.contract.map(|id| id.0));
    row.set("isHeldForContract", ticket.held);
    row.set("createDate", ticket.created_at);
    set(row, "firstResponseDateTime", ticket.first_response);
    set(row, "completedDate", ticket.completed.map(|completed| completed.at));
    set(
        row,
        "completedByResourceID",
        ticket.completed.and_then(|completed| completed.by).map(|by| by.0),
    );
    set(row, "closedDate", ticket.closed.map(|closed| closed.at));
    set(row, "closedBySide", ticket.closed.map(|closed| closed.by.word()));
}

fn write_side(row: &mut Row, side: Side, state: Option<&SideState>) {
    let fields = side_fields(side);
    set(row, fields.status, state.map(|state| state.status.0));
    set(row, fields.status_since, state.map(|state| state.since));
    set(
        row,
        fields.queue,
        state.and_then(|state| state.queue).map(|queue| queue.0),
    );
    set(row, fields.priority, state.map(|state| state.priority.0));
    set(
        row,
        fields.assignee,
        state.and_then(|state| state.assignee).map(Person::number),
    );
}

fn set<T: Into<Value>>(row: &mut Row, name: &str, value: Option<T>) {
    row.set(name, value.map_or(Value::Null, Into::into));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Timestamp;
    use crate::domain::statuses::system;
    use crate::entities::TICKET;

    #[test]
    fn a_ticket_survives_its_row_and_leaves_other_fields_alone() {
        let at = Timestamp::from_millis(1_763_632_800_000);
        let side = |status, assignee| SideState {
            status,
            since: at,
            queue: Some(QueueId(29_682_833)),
            priority: Priority::HIGH,
            assignee: Some(assignee),
        };
        let ticket = Ticket {
            id: TicketId(-1),
            number: "new-1".to_owned(),
            version: 3,
            company: CompanyId(0),
            contact: Some(ContactId(4)),
            title: "Printer".to_owned(),
            description: "It hums.\nLoudly.".to_owned(),
            resolution: String::new(),
            request_type: Some(RequestTypeId(2)),
            item: Some("HP M404".to_owned()),
            configuration_item: Some(ItemId(31)),
            source: Some(-1),
            due: Some(at.plus_minutes(90)),
            shared: true,
            holder: Side::Taskfire,
            autotask: Some(side(system::AUTOTASK_WITH_CLIENT, Person::Resource(ResourceId(9)))),
            taskfire: Some(side(system::TASKFIRE_NEW, Person::Contact(ContactId(5)))),
            secondaries: vec![ResourceId(8)],
            eligible: true,
            contract: None,
            held: true,
            created_at: at,
            first_response: Some(at),
            completed: Some(Completed { at, by: None }),
            closed: Some(Closed { at, by: Side::Taskfire }),
        };
        let mut row = Row::new(&TICKET);
        row.set("externalID", "kept");
        write(&ticket, &mut row);
        assert_eq!(read(&row, vec![ResourceId(8)]), ticket);
        assert_eq!(row.text("externalID"), Some("kept"));
    }
}
